"""One row that holds an amount, read as an entry; what can't be read is a finding."""

from collections.abc import Sequence
from datetime import date

from ..core.errors import BadAmountError
from ..core.parse import parse_text
from ..core.records import CREDITS, Status
from .entry import Entry, Scan
from .evidence import cell
from .figures import BUCKET, Figures
from .kinds import as_status, is_no_claim, is_part_paid, is_settled, is_ticked, status_of
from .layout import DEFAULT_CURRENCY, Layout
from .parties import Party
from .reader import UNKNOWN, Money, Reader
from .settlement import settle_by_day
from .vocabulary import is_blank_word


class Items:
    """Reads the items of one table into a scan."""

    def __init__(self, layout: Layout, reader: Reader, out: Scan, today: date | None) -> None:
        """Keep what every row needs."""
        self._today = today
        self._layout = layout
        self._reader = reader
        self._out = out
        self._balances = any(layout.at(key) >= 0 for key in ("open", "paid", "debit", "credit"))
        self._balances |= bool(layout.header.buckets)

    def read(self, row: int, cells: Sequence[object], party: Party, number: str) -> Entry | None:
        """Return the entry of a row, None when it is left out (counted, or a finding)."""
        self._out.rows += 1
        read = self._money(row, cells, number)
        if read is None:
            return None
        money, figures = read
        entry = Entry(row, party, number, amount=figures.amount, paid=figures.paid)
        entry.open, entry.agree = figures.open, figures.agree
        entry.buckets, entry.cells = money.buckets, cells
        told = self._reader.currency(self._out, row, cells, money.currency)
        entry.currency = told or DEFAULT_CURRENCY
        entry.said = self._reader.kind(cells, number)
        self._reader.words(entry, cells)
        self._method(entry, cells)
        self._reader.days(self._out, entry, cells)
        entry.payment = self._reader.optional(self._out, row, cells, "payment")
        entry.vat = self._reader.optional(self._out, row, cells, "vat")
        if self._is_no_claim(entry, cells) or not self._status(entry, cells, money):
            return None
        unsure = self._is_unknown(entry, cells) or told == UNKNOWN
        if unsure and entry.status == "open":
            entry.status = "on_hold"  # nobody asks for what nobody knows, or in which currency
        entry.balanced = _shows_a_balance(money)
        entry.shown = entry.balanced or "paid" in money.found
        entry.whole = "amount" in money.found and self._layout.at("paid") >= 0
        settle_by_day(self._out, entry, self._layout, self._today)
        return None if self._open_is_blank(entry, money) else entry

    def _money(
        self, row: int, cells: Sequence[object], number: str
    ) -> tuple[Money, Figures] | None:
        width = self._layout.width
        if len(cells) > width:
            self._out.find(row, "", "shifted_row", number=number, fields=len(cells), expected=width)
            return None
        try:
            money = self._reader.money(cells)
        except BadAmountError as fault:
            value, column = fault.facts["value"], str(fault.facts["column"])
            self._out.find(row, column, "bad_amount", value=value, number=number)
            return None
        figures = self._reader.figures(money, cells)
        if figures is None:
            self._out.find(row, "", "no_amount", number=number)
            return None
        return money, figures

    def _open_is_blank(self, entry: Entry, money: Money) -> bool:
        """Leave out an item whose balance is blank where the file has a column for it."""
        known = ("open", "paid", "debit", "credit", BUCKET)
        if self._layout.at("open") < 0 or any(key in money.found for key in known) or entry.closed:
            return False
        self._out.find(
            entry.row, self._layout.heading("open"), "open_blank",
            number=entry.number, amount=entry.amount,
        )  # fmt: skip
        self._out.set_aside += entry.amount
        return True

    def _method(self, entry: Entry, cells: Sequence[object]) -> None:
        """Tell of a mode of payment that is none of ours: its cell stays blank."""
        said = self._layout.text(cells, "payment_method")
        if said and entry.open and not entry.method and not is_blank_word(said):
            column = self._layout.heading("payment_method")
            self._out.note("unlisted_method", column, said, entry.row)

    def _is_no_claim(self, entry: Entry, cells: Sequence[object]) -> bool:
        """Leave out what its nature says that nobody owes."""
        said = self._layout.text(cells, "kind")
        if not is_no_claim(said):
            return False
        self._out.note("no_claim", self._layout.heading("kind"), said, entry.row, entry.number)
        self._out.skipped["left_out"] += 1
        return True

    def _is_unknown(self, entry: Entry, cells: Sequence[object]) -> bool:
        """Tell whether nothing says what a claim is, and its nature is a word of its own."""
        said = self._layout.text(cells, "kind")
        if entry.said or entry.open <= 0 or not said or is_blank_word(said):
            return False
        self._out.note("unlisted_kind", self._layout.heading("kind"), said, entry.row)
        return True

    def _status(self, entry: Entry, cells: Sequence[object], money: Money) -> bool:
        """Read where an item stands; False when the file says it is no claim."""
        said = self._layout.text(cells, "status")
        meaning = status_of(said)
        if meaning is None:
            self._out.note("unlisted_status", self._layout.heading("status"), said, entry.row)
        if meaning == "left_out":
            column = self._layout.heading("status")
            self._out.note("status_left_out", column, said, entry.row, entry.number)
            self._out.skipped["left_out"] += 1
            return False
        at = self._layout.at("settled")
        flag = parse_text(cell(cells, at)) if at >= 0 else ""
        if meaning == "paid" or (at >= 0 and is_settled(cell(cells, at))):
            self._paid(entry, said or flag)
        else:
            entry.status = self._flagged(cells) or as_status(meaning or "open")
            self._part_paid(entry, money, said if is_part_paid(said) else flag)
        return True

    def _part_paid(self, entry: Entry, money: Money, said: str) -> None:
        """Hold an invoice that is said to be paid in part when no figure tells how much."""
        if not is_part_paid(said) or entry.open <= 0 or entry.said in CREDITS:
            return
        whole = "amount" in money.found or "debit" in money.found
        if entry.payment or entry.open != entry.amount or not whole:
            return
        if entry.status == "open":
            entry.status = "on_hold"
        self._out.find(
            entry.row, self._status_column(), "part_paid",
            number=entry.number, status=said, amount=entry.amount,
        )  # fmt: skip

    def _status_column(self) -> str:
        return self._layout.heading("status") or self._layout.heading("settled")

    def _flagged(self, cells: Sequence[object]) -> Status | None:
        """Return the status that a column of its own gives: "Litige", "Ne pas relancer"."""
        flags: tuple[Status, ...] = ("disputed", "on_hold")
        return next((flag for flag in flags if is_ticked(self._layout.text(cells, flag))), None)

    def _paid(self, entry: Entry, said: str) -> None:
        """An item said to be paid is closed; when its balance says otherwise, it is on hold."""
        if not self._balances:
            entry.close()
        elif entry.open:
            entry.status = "on_hold"
            self._out.find(
                entry.row, self._status_column(), "status_disagrees",
                number=entry.number, status=said, open=entry.open,
            )  # fmt: skip


def _shows_a_balance(money: Money) -> bool:
    """Tell whether a row says itself what is left of its amount."""
    found = money.found
    both_sides = bool(found.get("debit")) and bool(found.get("credit"))
    return both_sides or any(key in found for key in ("open", BUCKET))
