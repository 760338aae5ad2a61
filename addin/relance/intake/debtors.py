"""The debtors of an export, with what the file says of how to reach them."""

import re
from collections.abc import Iterable
from typing import cast

from ..core.addresses import valid_address
from ..core.errors import BadDateError
from ..core.records import Address, Contact, Debtor, DebtorKind, Procedure
from ..wording.intake import DEBTOR_COLUMNS
from .entry import Scan
from .kinds import is_ticked
from .parties import Parties
from .values import Days
from .vocabulary import fold, is_blank_word, meanings

MEANT = {"debtor_kind": "debtor_kinds", "language": "languages", "procedure": "procedures"}
NO_WORDS = ("aucune", "a preciser", "non", "geen", "none")  # as our own sheets say nothing
_APART = re.compile(r"[\s;,<>]+")


def debtors(scan: Scan, owners: Iterable[tuple[str, int]], parties: Parties) -> tuple[Debtor, ...]:
    """Return the debtors that own something, in the file's order.

    Args:
        scan: what the rows said; a bad e-mail address or two names of one code are findings.
        owners: code and first row of each debtor.
        parties: codes and names of the file.
    """
    facts: dict[str, dict[str, str]] = {}
    for party, found in scan.facts.items():
        code = parties.code(party)
        facts[code] = found | facts.get(code, {})
    rows: dict[str, int] = {}
    for code, row in owners:
        rows.setdefault(code, row)
    for code, names in parties.clashes.items():
        if code in rows:
            scan.find(rows[code], "", "two_names", debtor=code, names=names)
    return tuple(
        _debtor(scan, code, parties.name(code), facts.get(code, {}), row)
        for code, row in rows.items()
    )


def _debtor(scan: Scan, code: str, name: str, facts: dict[str, str], row: int) -> Debtor:
    said = [text for text in _APART.split(facts.get("email", "")) if text]
    mails = [text for text in said if valid_address(text)]
    if len(mails) < len(said):
        scan.find(row, "", "bad_email", debtor=code, value=facts["email"])
    country = facts.get("country", "")
    known = meanings("countries").get(fold(country), "")
    told = {key: _meant(scan, code, row, key, facts.get(key, "")) for key in MEANT}
    return Debtor(
        code=code,
        name=name,
        kind=cast(DebtorKind, told["debtor_kind"]),
        language=told["language"],
        country=known,
        payables=Contact(facts.get("payables_name", ""), mails[0] if mails else ""),
        emails=tuple(mails[1:]),
        phone=facts.get("phone", ""),
        address=Address(
            facts.get("street", ""), facts.get("extra", ""), facts.get("postcode", ""),
            facts.get("city", ""), known or country,
        ),
        registration=facts.get("registration", ""),
        procedure=_procedure(scan, code, row, told["procedure"], facts),
        payer=facts.get("payer", ""),
        do_not_contact=is_ticked(facts.get("do_not_contact", "")),
        row=row,
    )  # fmt: skip


def _meant(scan: Scan, code: str, row: int, key: str, said: str) -> str:
    """Return what a cell of a debtor means, "" when it says nothing; unknown words are told."""
    folded = fold(said)
    if not folded or folded in NO_WORDS or is_blank_word(said):
        return ""
    meaning = meanings(MEANT[key]).get(folded, "")
    if not meaning:
        _unknown(scan, code, row, key, said)
    return meaning


def _unknown(scan: Scan, code: str, row: int, key: str, said: str) -> None:
    column = DEBTOR_COLUMNS[key]
    scan.find(row, "", "unknown_of_debtor", debtor=code, heading=column, value=said)


def _procedure(scan: Scan, code: str, row: int, kind: str, facts: dict[str, str]) -> Procedure:
    """Return the procedure of a debtor, with the day on which it was opened."""
    said = facts.get("procedure_opened_on", "")
    try:
        opened = Days().read(said) if said else None
    except BadDateError:
        _unknown(scan, code, row, "procedure_opened_on", said)
        opened = None
    return Procedure(kind, opened if kind else None)
