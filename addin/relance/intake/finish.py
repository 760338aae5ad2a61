"""Entries once the whole file is known: an owner, a kind, a sign and a number for each."""

from ..core.money import ZERO, to_cents
from ..core.records import CREDITS, ItemKind
from .entry import Entry, Scan
from .layout import Layout
from .parties import NOBODY, Parties
from .vocabulary import fold, words


def finish(scan: Scan, layout: Layout, parties: Parties) -> list[Entry]:
    """Return the entries that have all they need; the others become findings.

    Their amounts go to `scan.set_aside`, so that the file's total still explains itself.
    """
    trusted = _signs_are_trusted(scan.entries, layout)
    kept = []
    for entry in scan.entries:
        entry.party = (parties.code(entry.party), "")
        if _has_owner(scan, entry) and _is_signed(scan, entry, trusted):
            if not layout.has_items or _is_numbered(scan, entry):
                kept.append(entry)
                _compare(scan, entry, layout)
            else:
                scan.set_aside += entry.open
        else:
            scan.set_aside += entry.open
    scan.tell_words()
    return kept


def _signs_are_trusted(entries: list[Entry], layout: Layout) -> bool:
    """Tell whether the file shows credits as negative amounts, or has a column for them."""
    if any(layout.at(key) >= 0 for key in ("debit", "credit", "side")):
        return True
    return any(entry.said in CREDITS and entry.amount < 0 for entry in entries)


def _has_owner(scan: Scan, entry: Entry) -> bool:
    if entry.party == NOBODY:
        scan.find(entry.row, "", "no_debtor", number=entry.number, open=entry.open)
        return False
    return True


def _is_signed(scan: Scan, entry: Entry, trusted: bool) -> bool:
    """Settle the kind of an entry and its sign: credits are negative, claims positive."""
    credit = entry.said in CREDITS
    if credit and entry.amount > 0:
        if trusted:  # a payment that came back, a credit note taken back: a person must look
            scan.find(entry.row, "", "odd_sign", number=entry.number, open=entry.open)
            return False
        entry.negate()
    entry.kind = _kind(entry, credit)
    return True


def _kind(entry: Entry, credit: bool) -> ItemKind:
    if credit or entry.amount >= 0:
        return entry.said or "invoice"
    if entry.said in ("down_payment", "retention") or not entry.number:
        return "payment"
    return "credit_note"


def _is_numbered(scan: Scan, entry: Entry) -> bool:
    """Give a credit without number one that tells it apart; a claim without number is refused."""
    if entry.number and not _is_placeholder(entry.number):
        return True
    if entry.open >= ZERO and entry.kind != "payment":
        scan.find(entry.row, "", "no_number", label=entry.label or entry.number, open=entry.open)
        return False
    day = entry.issued or entry.payment_date or entry.due
    stamp = f"{day:%Y%m%d}" if day else "0"
    entry.kind = "payment"
    entry.number = f"PAY-{stamp}-{to_cents(abs(entry.amount))}"
    entry.cells = (*entry.cells, entry.row)  # two payments alike are two payments
    return True


def _is_placeholder(number: str) -> bool:
    """Tell whether a text only holds the place of a number: "RAN", "à nouveau", "0"."""
    told = any(map(str.isdigit, number.strip("0")))
    return not told and fold(number) in words("rows", "no_number")


def _compare(scan: Scan, entry: Entry, layout: Layout) -> None:
    if not entry.agree:
        scan.find(
            entry.row, layout.heading("open"), "amounts_disagree",
            number=entry.number, amount=entry.amount, open=entry.open,
        )  # fmt: skip
