"""The debtors of an export, with what the file says of how to reach them."""

import re
from collections.abc import Iterable

from ..core.records import Address, Contact, Debtor
from .entry import Scan
from .parties import Parties
from .vocabulary import fold, meanings

_MAIL = re.compile(r"[^\s;,<>@]+@[^\s;,<>@]+\.[^\s;,<>@]+")
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
    mails = [text for text in said if _MAIL.fullmatch(text)]
    if len(mails) < len(said):
        scan.find(row, "", "bad_email", debtor=code, value=facts["email"])
    country = facts.get("country", "")
    known = meanings("countries").get(fold(country), "")
    return Debtor(
        code=code,
        name=name,
        country=known,
        payables=Contact(email=mails[0] if mails else ""),
        emails=tuple(mails[1:]),
        phone=facts.get("phone", ""),
        address=Address(
            facts.get("street", ""), facts.get("extra", ""), facts.get("postcode", ""),
            facts.get("city", ""), known or country,
        ),
        registration=facts.get("registration", ""),
        row=row,
    )  # fmt: skip
