"""Files that name a debtor without a code: it is the one of ours that bears this name.

A file of names spells « Dupre et Fils » where `Clients` has « Dupré & Fils »; taken for another
debtor, their invoices would be reminded of twice. As for payers, a name that two of ours bear
points to neither. A legal form that only the file has makes no firm of a consumer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..core.records import Debtor
from ..intake.export import Export
from ..intake.same_name import is_same, name_key
from .desk import Desk


def with_known_names(
    desk: Desk, files: Iterable[tuple[str, Export]]
) -> list[tuple[str, Export]]:  # fmt: skip
    """Return the files, the codes of our debtors in the place of names that are theirs."""
    ours: dict[tuple[str, ...], list[Debtor]] = {}
    for one in desk.debtors.values():
        ours.setdefault(name_key(one.name or one.code)[0], []).append(one)
    return [(name, _with_codes(export, _codes(desk, export, ours))) for name, export in files]


def _codes(
    desk: Desk, export: Export, ours: Mapping[tuple[str, ...], list[Debtor]]
) -> dict[str, str]:  # fmt: skip
    """What a file calls a debtor -> the code of ours, where they differ."""
    found: dict[str, str] = {}
    for one in export.debtors:
        if one.code != one.name or desk.is_listed(one.code):
            continue
        alike = [our for our in ours.get(name_key(one.name)[0], ()) if _is_one(our, one.name)]
        if len(alike) == 1:
            found[one.code] = alike[0].code
    return found


def _is_one(ours: Debtor, named: str) -> bool:
    known = ours.name or ours.code
    firm = bool(name_key(named)[1] - name_key(known)[1])
    return is_same(known, named) and not (firm and ours.kind == "consumer")


def _with_codes(export: Export, codes: Mapping[str, str]) -> Export:
    if not codes:
        return export
    return replace(
        export,
        receivables=tuple(
            replace(one, debtor=_of(one.debtor, codes)) for one in export.receivables
        ),
        settled=tuple(replace(one, debtor=_of(one.debtor, codes)) for one in export.settled),
        payments=tuple(replace(one, debtor=_of(one.debtor, codes)) for one in export.payments),
        balances=tuple(replace(one, debtor=_of(one.debtor, codes)) for one in export.balances),
        debtors=tuple(replace(one, code=_of(one.code, codes)) for one in export.debtors),
    )


def _of(debtor: str, codes: Mapping[str, str]) -> str:
    return codes.get(debtor, debtor)
