"""Items that a file lists and says are settled: by a day of settlement, or by their letter.

What the row shows as open always wins. Small letters match in part, by French habit.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from .entry import Entry, Scan
from .kinds import is_settled
from .layout import Layout
from .vocabulary import phrase, words

Group = tuple[str, str]  # debtor, letter


def settle_by_day(scan: Scan, entry: Entry, layout: Layout, today: date | None) -> None:
    """Close an item that has a day of settlement and shows nothing left.

    It is held where only what was paid says that something is, and the day may be of the rest.

    Args:
        scan: where a day that settles nothing is told.
        entry: one row; its figures, days and words are read.
        layout: how to read the table.
        today: the day of the import; a later day is an instalment to come.
    """
    day = entry.payment_date
    if day is None or entry.payment is not None or _is_payment(entry, layout):
        return
    column = layout.heading("payment_date")
    if today and day > today:
        scan.find(entry.row, column, "settled_later", number=entry.number, value=day)
    elif not entry.shown:
        entry.close()
    elif entry.open and (entry.open == entry.amount or _is_of_the_rest(entry, layout)):
        held = entry.open > 0 and not entry.balanced
        if held and entry.status == "open":
            entry.status = "on_hold"
        scan.find(
            entry.row, column, "settled_held" if held else "settled_disagrees",
            number=entry.number, value=day, open=entry.open,
        )  # fmt: skip


def _is_of_the_rest(entry: Entry, layout: Layout) -> bool:
    """Tell whether the day may be that of the rest: a part payment has a day, a deposit none."""
    heading = phrase(layout.heading("paid")).split()
    return not entry.balanced and not words("marks", "deposits").isdisjoint(heading)


def _is_payment(entry: Entry, layout: Layout) -> bool:
    """Tell whether the day is the row's own: a payment, or a credit that may be one."""
    sides = any(layout.at(key) >= 0 for key in ("debit", "credit", "side"))
    unnamed_credit = sides and entry.amount < 0 and entry.said != "credit_note"
    return entry.said == "payment" or unnamed_credit


def settle_by_letter(
    scan: Scan, entries: list[Entry], layout: Layout
) -> tuple[list[Entry], list[Entry]]:
    """Return the rows that no letter cancels, and those that one does; closes what is settled.

    A sum of zero is believed before any letter. A full letter alone is believed where the file
    has no payment to add up; else what does not add up is held, for a person to look at.
    """
    sums = _sums(entries)
    both_sides = any(entry.letter and entry.open < 0 for entry in entries)
    left: list[Entry] = []
    cancelled: list[Entry] = []
    told: set[Group] = set()
    for entry in entries:
        group = (entry.party[0], entry.letter)
        if entry.letter and not sums[group]:
            entry.close()
            cancelled.append(entry)
            continue
        left.append(entry)
        if entry.letter and is_full(entry.letter) and not entry.shown and not both_sides:
            entry.close()
        elif entry.letter:
            _hold(entry)
            if group not in told:
                told.add(group)
                _tell(scan, entry, layout, sums[group])
    return left, cancelled


def _hold(entry: Entry) -> None:
    if is_full(entry.letter) and not entry.shown and entry.open > 0 and entry.status == "open":
        entry.status = "on_hold"


def _tell(scan: Scan, entry: Entry, layout: Layout, left: Decimal) -> None:
    scan.find(
        entry.row, layout.heading("letter"),
        "letter_partial" if not is_full(entry.letter)
        else "letter_unbalanced" if entry.shown else "letter_held",
        debtor=entry.party[0], letter=entry.letter, open=left,
    )  # fmt: skip


def is_full(letter: str) -> bool:
    """Tell whether a letter matches in full: capitals, figures, or a word that says so."""
    return letter == letter.upper() or is_settled(letter)


def _sums(entries: Iterable[Entry]) -> dict[Group, Decimal]:
    """What the rows of each letter add up to, those that a day has closed included."""
    sums: dict[Group, Decimal] = defaultdict(Decimal)
    for entry in entries:
        sums[entry.party[0], entry.letter] += entry.open + entry.closed
    return sums
