"""French sentences of every error, finding and reason: code + facts -> what a user reads.

Each sentence says what is wrong or why, and, where the user can act, what to do.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from . import amounts, steps
from .findings_intake import FINDINGS as INTAKE
from .findings_intake import REFUSALS
from .intake import cells
from .labels import LABELS
from .run import A_DOCUMENT, THE_DOCUMENT, TO_DO
from .sentences_alarms import ALARMS
from .sentences_blank import BLANKS
from .sentences_build import BUILD
from .sentences_claims import CLAIMS
from .sentences_clicks import CLICKS
from .sentences_errors import ERRORS
from .sentences_findings import FINDINGS
from .sentences_folders import FOLDERS
from .sentences_import import IMPORTS
from .sentences_office import OFFICE
from .sentences_print import PRINT
from .sentences_reasons import REASONS
from .sentences_station import STATION
from .sentences_verbs import VERBS
from .typography import elided

SENTENCES: dict[str, str] = {
    **INTAKE,
    **REFUSALS,
    **VERBS,
    **IMPORTS,
    **STATION,
    **OFFICE,
    **PRINT,
    **FOLDERS,
    **FINDINGS,
    **ALARMS,
    **CLAIMS,
    **REASONS,
    **ERRORS,
    **BUILD,
    **CLICKS,
    **BLANKS,
}

_COUNTED = re.compile(r"\{(\w+)\}|\(s\)")
LISTED = 20  # debtors that a sentence names; their count is told beside them
_NAMES = ("file", "name", "document", "field")  # on one line: two names are not to be seen in one
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_STEPS = ("step", "last_step", "steps", "skipped")  # facts that are steps: shown by their names

# Facts that are codes of a family: shown by their label.
_FAMILIES = {
    "kind": "procedure",
    "method": "payment_method",
    "channel": "channel",
    "profile": "profile",
    "kind_": "policy_document",
}
_BLANK: tuple[object, ...] = (None, "", (), [])

# Facts that are sums of money: shown in their currency, euros where none is named.
_SUMS = {
    *("amount", "paid", "total", "minimum", "open", "limit", "credits", "difference"),
    *("file_total", "noted", "owed", "read", "extras", "taken"),
}

# Facts that are kinds of documents: shown with what a sentence needs of them.
_DOCUMENTS = {"the_document": THE_DOCUMENT, "a_document": A_DOCUMENT, "to_do": TO_DO}


class _Facts(dict[str, str]):
    """Facts as text; a missing one shows as "?" instead of breaking a sentence."""

    def __missing__(self, key: str) -> str:
        """Stand in for a fact that was not given."""
        return "?"


def shown(name: str, value: object) -> str:
    """Return a fact as a French reader expects it."""
    if value is None or value == "":
        return "utilisateur sans nom" if name == "holder" else "non renseigné"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, Decimal):
        return f"{value:,.2f}".replace(",", "\u00a0").replace(".", ",")
    if name == "lines" and isinstance(value, tuple):
        return runs(value)
    if name == "filled" and isinstance(value, Mapping):
        return cells(value)
    if isinstance(value, list | tuple):
        return _listed(name, value)
    if name in _STEPS:
        return steps.name(str(value))
    if name in _DOCUMENTS:
        return _DOCUMENTS[name][str(value)]
    family = _FAMILIES.get(name)
    if family and str(value) in LABELS[family]:
        return LABELS[family][str(value)]
    return _BREAKS.sub("↵", str(value)) if name in _NAMES else str(value)


def _listed(name: str, values: Sequence[object]) -> str:
    """Return a list as text; of many debtors the first ones are named."""
    if name == "debtors" and len(values) > LISTED + 1:
        return f"{', '.join(map(str, values[:LISTED]))} et {len(values) - LISTED} autres"
    return ", ".join(shown(name, one) for one in values)


def _agreed(template: str, facts: Mapping[str, object]) -> str:
    """Settle each "(s)" by the count named before it: 0 and 1 are singular in French."""
    count: object = None

    def settled(found: re.Match[str]) -> str:
        nonlocal count
        if found[0] != "(s)":
            count = facts.get(found[1], count)
            return found[0]
        return "" if isinstance(count, int) and count <= 1 else "s"

    return _COUNTED.sub(settled, template)


def runs(numbers: Iterable[int]) -> str:
    """Return rising numbers with their runs cut short, as a command takes them: "3 7-12"."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1] = [found[-1][0], number]
        else:
            found.append([number])
    return " ".join("-".join(map(str, run)) for run in found)


def _template(sentences: Mapping[str, str], code: str, facts: Mapping[str, object]) -> str | None:
    """Return the most precise sentence of a code: by its reason, by what is blank, else its own."""
    blank = (f"no_{name}" for name, value in facts.items() if value in _BLANK)
    told = (*blank, facts.get("reason", facts.get("argument", "")))
    precise = (sentences.get(f"{code}.{one}") for one in told)
    return next((one for one in precise if one), sentences.get(code))


def quoted(path: str) -> str:
    """Return a path as a command takes it: between quotes where it has a blank."""
    return f'"{path}"' if " " in path else path


def sentence(
    code: str,
    facts: Mapping[str, object] | None = None,
    wins: Mapping[str, str] | None = None,
) -> str:
    """Return the French sentence of a code.

    Args:
        code: the code of an error, a finding or a reason.
        facts: what the sentence names; `reason`, `argument` or a blank fact (`code.no_fact`)
            choose a more precise sentence, `where` comes first, and {typed} is the path as a
            command takes it. Unknown codes give the code and the facts themselves.
        wins: sentences of one door, which win over those of the same code.
    """
    given = facts or {}
    known = _Facts({name: shown(name, value) for name, value in given.items()})
    known["typed"] = quoted(known["path"])
    sentences = {**SENTENCES, **wins} if wins else SENTENCES
    template = _template(sentences, code, given)
    if template:
        known |= {
            name: amounts.money(value, str(given.get("currency") or "EUR"))
            for name, value in given.items()
            if name in _SUMS and isinstance(value, Decimal)
        }
        place = f"{known['where']} : " if "where" in known and "{where}" not in template else ""
        template = elided(template, "debtor", known["debtor"], "'")
        return place + _agreed(template, given).format_map(known)
    detail = ", ".join(f"{name} = {shown(name, value)}" for name, value in given.items())
    return f"{code} ({detail})" if detail else code
