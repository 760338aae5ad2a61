"""A table of invoices in cells: its columns by key, and the computed columns that spill.

Headings are those of the sheet `Factures`, accents, case and order aside; columns that are not
there are blank. What can't be computed leaves its cell blank and says so in *Anomalie*.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..core.dated import ONE_DAY
from ..core.errors import MissingColumnError, RelanceError
from ..core.parse import is_blank
from ..core.records import CREDITS
from ..wording.functions import REFUSAL, shapes_differ
from ..wording.labels import fold
from ..workbook.schema import INVOICES
from .cells import read_cents, read_code, read_day
from .functions_rows import Cells, Shape, ShapeError, caught, flatten

COMPUTED = tuple(column for column in INVOICES.columns if column.computed and not column.feeds)
DEFAULTS = {"regime": "FR-B2B"}  # when the whole column is not there
HELD = "on_hold"
FINDING = "finding"
REASON_SEPARATOR = " · "

_kind = read_code("item_kind")
_flag = read_code("yes_no")


@dataclass(frozen=True)
class Invoices:
    """Columns of cells by the keys of the schema, all of `count` rows."""

    columns: Mapping[str, list[object]]
    count: int

    def column(self, name: str) -> list[object]:
        """Return a column, blank when the table has none."""
        return self.columns.get(name) or [DEFAULTS.get(name)] * self.count

    @cached_property
    def open(self) -> list[object]:
        """Amount - paid, signed; the cell itself where they can't be read."""
        if "amount" not in self.columns:
            return self.column("open")
        cells = (self.column("amount"), self.column("paid"), self.column("kind"))
        return [_open(*row) for row in zip(*cells, strict=True)]

    @cached_property
    def payable_on(self) -> list[object]:
        """The extension, else the due date; blank on a row that nothing is owed for."""
        all_three = zip(self.column("extended_to"), self.column("due"), self.open, strict=True)
        return [
            None if _is_credit(owed) else due if is_blank(extended) else extended
            for extended, due, owed in all_three
        ]

    def totals(self, interest: Cells, fee: Cells) -> list[object]:
        """Return what is owed with its interest and fixed sum."""
        columns = (self.open, _column(interest, self.count), _column(fee, self.count))
        return [_total(*row) for row in zip(*columns, strict=True)]

    def statuses(self, as_of: Cells) -> list[object]:
        """Return the statuses; an item waits on hold until its extension has passed."""
        both = zip(self.column("status"), self.column("extended_to"), strict=True)
        return [HELD if _is_ahead(extended, as_of) else status for status, extended in both]

    @property
    def claim_from(self) -> list[object]:
        """The day after an extension that suspends interest, else blank."""
        both = zip(self.column("extended_to"), self.column("extension_suspends"), strict=True)
        return [_after_extension(*row) for row in both]


def spilled(receivables: Cells, compute: Callable[[Invoices], Mapping[str, Cells]]) -> Cells:
    """Return the computed columns of a table under their headings.

    Args:
        receivables: the table's cells, headings first.
        compute: gives the answers of the computed columns but *Anomalie*, by key.
    """
    headings: list[object] = [column.heading for column in COMPUTED]
    try:
        invoices = _invoices(receivables)
        answers = compute(invoices)
    except ShapeError:
        return shapes_differ()
    except Exception as error:
        return caught(error)
    keys = [column.key for column in COMPUTED if column.key != FINDING]
    rows = zip(*(_column(answers[name], invoices.count) for name in keys), strict=True)
    return [headings, *([*map(_clean, row), _finding(row)] for row in rows)]


def _invoices(receivables: Cells) -> Invoices:
    shape, flat = flatten(receivables)
    if shape is None:
        shape = Shape(1, 1)
    keys = {fold(column.heading): column.key for column in INVOICES.columns}
    titles = [keys.get(fold(str(cell))) for cell in flat[: shape.columns]]
    if not {"due", "amount"} <= set(titles) and not {"due", "open"} <= set(titles):
        raise _no_headings()
    body = flat[shape.columns :]
    columns = {title: body[place :: shape.columns] for place, title in enumerate(titles) if title}
    return Invoices(columns, shape.rows - 1)


def _no_headings() -> MissingColumnError:
    wanted = f"{INVOICES.heading('due')}, {INVOICES.heading('amount')}"
    return MissingColumnError(table=INVOICES.name, column=wanted, found="")


def _column(cells: Cells, count: int) -> list[object]:
    """Return one answer a row; a range where `as_of` should be a cell answers another shape."""
    if not isinstance(cells, list):
        return [cells] * count
    return cells if len(cells) == count else [shapes_differ()] * count


def _open(amount: object, paid: object, kind: object) -> object:
    try:
        cents, paid_cents = read_cents(amount), read_cents(paid) or 0
        if cents is None:
            return ""
        if _kind(kind) in CREDITS:
            cents, paid_cents = -abs(cents), -abs(paid_cents)
    except RelanceError as error:
        return caught(error)
    return (cents - paid_cents) / 100


def _is_credit(owed: object) -> bool:
    return isinstance(owed, int | float) and owed <= 0


def _is_ahead(extended: object, as_of: Cells) -> bool:
    """Tell whether an extension runs; a day that can't be read is told by other columns."""
    try:
        until, today = read_day(extended), read_day(as_of)
    except RelanceError:
        return False
    return until is not None and today is not None and today <= until


def _after_extension(extended: object, suspends: object) -> object:
    try:
        day = read_day(extended)
        return day + ONE_DAY if day and _flag(suspends) == "yes" else ""
    except RelanceError as error:
        return caught(error)


def _total(*amounts: object) -> object:
    """Add up amounts as cells have them; what can't be added passes on its reason."""
    texts = [amount for amount in amounts if isinstance(amount, str)]
    if texts:
        return max(texts)  # a refusal before a blank
    return sum(read_cents(amount) or 0 for amount in amounts) / 100


def _clean(cell: object) -> object:
    """A number column holds no text: what can't be computed is told in *Anomalie*."""
    return "" if isinstance(cell, str) and cell.startswith(REFUSAL) else cell


def _finding(row: Sequence[object]) -> str:
    said = (str(cell).removeprefix(REFUSAL) for cell in row if _clean(cell) != cell)
    return REASON_SEPARATOR.join(dict.fromkeys(said))
