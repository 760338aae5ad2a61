"""The cells of one row, read by the layout of its table: money, days and words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..core.errors import BadAmountError, BadDateError
from ..core.money import ZERO, is_in_cents, round_cents
from ..core.parse import parse_text
from ..core.records import CREDITS, ItemKind
from .entry import Entry, Scan
from .evidence import cell
from .figures import BUCKET, Figures, settle
from .grid import is_empty
from .kinds import (
    credit_prefix,
    is_opening_journal,
    is_payment_journal,
    is_ticked,
    leading_kind,
    letter_of,
    level_of,
    method_of,
    named_kind,
)
from .layout import DEFAULT_CURRENCY, Layout
from .values import Days, looks_like_day
from .vocabulary import fold, meanings, words

UNKNOWN = ""  # the currency of a row that names none that exists
MOST = Decimal(10**13)  # fifteen figures with the cents: a cell of a workbook keeps no more
FIGURE_KEYS = ("open", "amount", "paid", "debit", "credit")
FACT_KEYS = (
    "email", "phone", "street", "extra", "postcode", "city", "country", "registration",
    "debtor_kind", "language", "procedure", "procedure_opened_on",
    "do_not_contact", "payables_name", "payer",
)  # fmt: skip
# column -> field of the entry, and how its text is read
WORDS: dict[str, tuple[str, Callable[[str], str | bool]]] = {
    "label": ("label", str),
    "description": ("description", str),
    "payment_method": ("method", method_of),
    "terms": ("terms", str),
    "order_number": ("order_number", str),
    "last_step": ("last_step", level_of),
    "letter": ("letter", letter_of),
    "reference": ("reference", str),
    "copy": ("copy", str),
    "due_is_estimated": ("due_is_estimated", is_ticked),
    "extension_suspends": ("extension_suspends", is_ticked),
}
_STRUCTURED = re.compile(r"(\+\+\+|\*\*\*)\s*\d{3}\s*/\s*\d{4}\s*/\s*\d{5}\s*\1")
_PROTECTED = re.compile(r'="([^"]*)"')  # Excel's way to keep a number as text in a CSV


@dataclass(frozen=True, slots=True)
class Money:
    """The amounts of a row by key, its buckets by heading, and the currency beside them."""

    found: dict[str, Decimal]
    buckets: tuple[tuple[str, Decimal], ...] = ()
    currency: str = ""


def identifier(said: object) -> str:
    """Return a number or a code as text; `="000123"` is 000123, other formulas stay text."""
    text = parse_text(said)
    if text[:1] == "=" and (found := _PROTECTED.fullmatch(text)):
        return found[1].strip()
    return text[1:] if text[:1] == "'" and text[1:].isdigit() else text


class Reader:
    """Reads the rows of one table."""

    def __init__(self, layout: Layout) -> None:
        """Keep the places of the columns that every row needs."""
        self._layout = layout
        places = layout.columns
        self._figures = [(key, places[key]) for key in FIGURE_KEYS if key in places]
        self._facts = [(key, places[key]) for key in FACT_KEYS if key in places]
        self._words = [
            (name, places[key], read) for key, (name, read) in WORDS.items() if key in places
        ]
        self._days = [(key, places[key], days) for key, days in layout.days.items()]
        read_already = {*dict(self._figures).values(), *layout.header.buckets}
        read_already |= {
            places[key]
            for key in (*layout.days, "number", "debtor", "name", "email")
            if key in places
        }
        self._free = [at for at in range(layout.width) if at not in read_already]
        self._order = next(iter(layout.days.values()), Days())
        self._side = layout.at("side")

    def has_money(self, cells: Sequence[object]) -> bool:
        """Tell whether a row fills a column of money."""
        return any(not is_empty(cell(cells, at)) for _, at in self._figures) or any(
            not is_empty(cell(cells, at)) for at in self._layout.header.buckets
        )

    def money(self, cells: Sequence[object]) -> Money:
        """Return the amounts of a row.

        Raises:
            BadAmountError: a cell is not an amount (facts: value, column).
        """
        found: dict[str, Decimal] = {}
        currency = ""
        for key, at in self._figures:
            amount, beside = self._amount(cells, at)
            currency = currency or beside
            if amount is not None:
                found[key] = amount
        buckets = []
        for at in self._layout.header.buckets:
            amount, beside = self._amount(cells, at)
            currency = currency or beside
            if amount is not None:
                buckets.append((self._layout.header.texts[at], amount))
        if buckets:
            found[BUCKET] = sum((amount for _, amount in buckets), ZERO)
        return Money(found, tuple(one for one in buckets if one[1]), currency)

    def figures(self, money: Money, cells: Sequence[object]) -> Figures | None:
        """Return amount, paid and open of a row, turned round when its side is the credit."""
        figures = settle(money.found)
        if figures and figures.amount > 0 and self._is_credit(cells):
            return Figures(-figures.amount, -figures.paid, -figures.open, figures.agree)
        return figures

    def _is_credit(self, cells: Sequence[object]) -> bool:
        return self._side >= 0 and fold(parse_text(cell(cells, self._side))).startswith(("c", "-"))

    def _amount(self, cells: Sequence[object], at: int) -> tuple[Decimal | None, str]:
        try:
            amount, currency = self._layout.amounts.read(cell(cells, at))
        except BadAmountError as fault:
            raise self._bad(cells, at) from fault
        if amount is None:
            return None, currency
        rounded = round_cents(amount)
        if abs(rounded) >= MOST or (
            not is_in_cents(amount) and not self._has_thousandths(cells, currency)
        ):
            raise self._bad(cells, at)
        return rounded, currency

    def _bad(self, cells: Sequence[object], at: int) -> BadAmountError:
        column = self._layout.header.texts[at] if at < len(self._layout.header.texts) else ""
        return BadAmountError(value=cell(cells, at), column=column)

    def _has_thousandths(self, cells: Sequence[object], beside: str) -> bool:
        said = self._layout.text(cells, "currency") or beside or self._layout.currency
        return said.upper() in words("iso", "thousandths", as_written=True)

    def optional(self, out: Scan, row: int, cells: Sequence[object], key: str) -> Decimal | None:
        """Return an amount that the row can do without; a bad one is a finding."""
        at = self._layout.at(key)
        if at < 0:
            return None
        try:
            return self._amount(cells, at)[0]
        except BadAmountError as fault:
            out.find(row, self._layout.heading(key), "bad_amount", value=fault.facts["value"])
            return None

    def days(self, out: Scan, entry: Entry, cells: Sequence[object]) -> None:
        """Fill the days of an entry; a bad one is a finding and stays blank."""
        for key, at, days in self._days:
            try:
                setattr(entry, key, days.read(cell(cells, at)))
            except BadDateError as fault:
                entry.bad_due |= key == "due"
                out.find(entry.row, self._layout.heading(key), "bad_date", **fault.facts)
        if self._is_of_the_opening(entry, cells):
            entry.issued = None
        self._reminded(out, entry, cells)

    def _is_of_the_opening(self, entry: Entry, cells: Sequence[object]) -> bool:
        """Tell whether the day of a claim is that of a year's opening, and not the invoice's.

        Some ledgers keep the invoice's own day there. A year opens on the first of a month, and
        nothing is due before it is made.
        """
        day, due = entry.issued, entry.due
        if day is None or entry.amount <= 0 or entry.said in CREDITS:
            return False  # the day of a credit may be a part of its number
        opens = day.day == 1 or (due is not None and due < day)
        return opens and is_opening_journal(self._layout.text(cells, "journal"))

    def _reminded(self, out: Scan, entry: Entry, cells: Sequence[object]) -> None:
        """Take the highest reminder that has a cell of its own, and its day."""
        for level, at in self._layout.reminders:
            said = cell(cells, at)
            if not level_of(parse_text(said)):
                continue
            entry.last_step = level
            try:
                entry.last_step_date = self._order.read(said) if looks_like_day(said) else None
            except BadDateError as fault:
                out.find(entry.row, self._layout.header.texts[at], "bad_date", **fault.facts)
            return

    def kind(self, cells: Sequence[object], number: str) -> ItemKind | None:
        """Return the kind that the words of a row name, None when they name none."""
        text = self._layout.text
        return (
            named_kind(text(cells, "kind"))
            or leading_kind(text(cells, "label"))
            or leading_kind(text(cells, "description"))
            or ("payment" if is_payment_journal(text(cells, "journal")) else None)
            or ("credit_note" if credit_prefix(number) in self._layout.prefixes else None)
        )

    def facts(self, cells: Sequence[object]) -> dict[str, str]:
        """Return what a row says of its debtor."""
        found = {key: parse_text(cell(cells, at)) for key, at in self._facts}
        return {key: text for key, text in found.items() if text}

    def words(self, entry: Entry, cells: Sequence[object]) -> None:
        """Fill the texts of an entry."""
        for name, at, read in self._words:
            setattr(entry, name, read(parse_text(cell(cells, at))))
        entry.label = entry.label or entry.description
        entry.reference = entry.reference or self._structured(cells)

    def _structured(self, cells: Sequence[object]) -> str:
        """Return the Belgian structured communication that a text quotes, "" without."""
        for at in self._free:
            text = cell(cells, at)
            if isinstance(text, str) and (found := _STRUCTURED.search(text)):
                return found[0]
        return ""

    def currency(self, out: Scan, row: int, cells: Sequence[object], beside: str) -> str:
        """Return the currency of a row: its column, else the amount's, else the heading's."""
        fallback = beside or self._layout.currency or DEFAULT_CURRENCY
        said = self._layout.text(cells, "currency")
        out.names_currency |= bool(beside or self._layout.currency)
        if not said or self._layout.at("foreign") >= 0:
            return fallback
        code = meanings("currencies").get(fold(said) or said)
        if code is None and said.upper() not in words("iso", "currencies", as_written=True):
            out.find(row, self._layout.heading("currency"), "unknown_currency", value=said)
            return UNKNOWN
        out.names_currency = True
        return code or said.upper()
