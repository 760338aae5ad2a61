"""How to read one table: its columns once corrected, and how it writes money and days."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..core.parse import parse_text
from .evidence import Columns, cell, corrected, values
from .grid import Grid, Row, is_empty
from .header import Header
from .kinds import credit_prefix
from .values import Amounts, Days
from .vocabulary import fold, meanings

MONEY_KEYS = ("open", "amount", "paid", "debit", "credit", "payment")
DAY_KEYS = ("issued", "due", "performed_on", "payment_date", "last_step_date")
ITEM_DAYS = ("issued", "due")
HALF = 0.5
DEFAULT_CURRENCY = "EUR"
_WORD = re.compile(r"[^\W\d_]{2,}|[€$£]")
_FIGURES = re.compile(r"[\d/.:\-\s]+")


@dataclass(frozen=True, slots=True)
class Layout:
    """All that the rows of one table share.

    `number` is the place of the invoice numbers, -1 without; `mixed` tells that the same column
    holds debtors and numbers in turn; `carried` that a debtor stands on a row above its items,
    or on its first item only; `own_debtor` that most items name theirs; `width` counts the
    fields of a sound row.
    """

    header: Header
    columns: Columns
    number: int
    mixed: bool
    carried: bool
    own_debtor: bool
    amounts: Amounts
    days: dict[str, Days]
    currency: str
    titles: frozenset[str]
    prefixes: frozenset[str]
    width: int

    @property
    def has_items(self) -> bool:
        """Tell whether the table lists invoices, not only balances."""
        return self.number >= 0

    def at(self, key: str) -> int:
        """Return the place of a key's column, -1 without."""
        return self.columns.get(key, -1)

    def text(self, cells: Sequence[object], key: str) -> str:
        """Return a cell as text, "" when the file has no such column."""
        at = self.columns.get(key, -1)
        return parse_text(cell(cells, at)) if at >= 0 else ""


def layout_of(grid: Grid, header: Header) -> Layout:
    """Learn how to read a table from its header and its rows."""
    rows = grid.rows[header.at + header.height :]
    money = [header.columns[key] for key in MONEY_KEYS if key in header.columns]
    amounts = Amounts.of(one for at in (*money, *header.buckets) for one in values(rows, at))
    columns = corrected(header, rows, amounts)
    number, mixed = _number_column(columns, header, rows)
    items = _item_rows(columns, number, mixed, rows)
    owners = [_owner(columns, cells, mixed) for cells in items]
    return Layout(
        header=header,
        columns=columns,
        number=number,
        mixed=mixed,
        carried=mixed or not _repeats(owners),
        own_debtor=sum(map(bool, owners)) > HALF * len(items),
        amounts=amounts,
        days=_days(columns, rows),
        currency=_heading_currency(header),
        titles=frozenset(title_key(cells) for _, cells in grid.rows[: header.at]) - {""},
        prefixes=_credit_prefixes(items, number),
        width=max([len(header.texts), *_usual_width(items)]),
    )


def title_key(cells: Sequence[object]) -> str:
    """Return the first text of a row without figures: page heads differ by their figures only."""
    first = next((one for one in cells if not is_empty(one)), "")
    return _FIGURES.sub(" ", fold(first)).strip() if isinstance(first, str) else ""


def _number_column(columns: Columns, header: Header, rows: Sequence[Row]) -> tuple[int, bool]:
    """Return the place of the invoice numbers, and whether debtors stand there too.

    Some reports (Odoo) put the debtor's name, then its invoices, in one first column: rows
    with a day are invoices.
    """
    number = columns.get("number", -1)
    if number >= 0 and values(rows, number):
        return number, False
    days = [columns[key] for key in ITEM_DAYS if key in columns]
    if not days:
        return -1, False
    first = columns.get("name", columns.get("debtor", _first_texts(header, rows)))
    with_day = [cells for _, cells in rows if any(not is_empty(cell(cells, at)) for at in days)]
    without = [cells for _, cells in rows if all(is_empty(cell(cells, at)) for at in days)]
    numbers = [str(cell(cells, first)) for cells in with_day if not is_empty(cell(cells, first))]
    names = [cells for cells in without if not is_empty(cell(cells, first))]
    codes = sum(any(char.isdigit() for char in number) for number in numbers)
    if numbers and names and codes > HALF * len(with_day):
        return first, True
    return -1, False


def _first_texts(header: Header, rows: Sequence[Row]) -> int:
    """Return the first column without a heading that holds texts."""
    for at, heading in enumerate(header.texts):
        if not heading and any(isinstance(one, str) for one in values(rows, at)):
            return at
    return 0


def _item_rows(
    columns: Columns, number: int, mixed: bool, rows: Sequence[Row]
) -> list[Sequence[object]]:
    if number < 0:
        return [cells for _, cells in rows]
    days = [columns[key] for key in ITEM_DAYS if key in columns]
    wanted = days if mixed else [number]
    return [cells for _, cells in rows if any(not is_empty(cell(cells, at)) for at in wanted)]


def _usual_width(items: Sequence[Sequence[object]]) -> list[int]:
    return [width for width, _ in Counter(map(len, items)).most_common(1)]


def _owner(columns: Columns, cells: Sequence[object], mixed: bool) -> str:
    if mixed:
        return ""
    places = [columns[key] for key in ("debtor", "name") if key in columns]
    return " ".join(parse_text(cell(cells, at)) for at in places).strip()


def _repeats(owners: Sequence[str]) -> bool:
    """Tell whether items in a row repeat their debtor: then a blank is a blank."""
    return any(one and one == after for one, after in pairwise(owners))


def _days(columns: Columns, rows: Sequence[Row]) -> dict[str, Days]:
    """Learn the order of days column by column; a column that shows nothing follows the others."""
    found = {key: Days.of(values(rows, columns[key])) for key in DAY_KEYS if key in columns}
    shown = Counter(days.order for days in found.values() if days.order)
    order = shown.most_common(1)[0][0] if shown else ""
    return {
        key: Days(days.order or order, days.unsure and not order) for key, days in found.items()
    }


def _heading_currency(header: Header) -> str:
    """Return the currency written in a heading of money, "" without."""
    places = [header.columns[key] for key in MONEY_KEYS if key in header.columns]
    for at in (*places, *header.buckets):
        for word in _WORD.findall(header.texts[at]):
            if code := meanings("currencies").get(fold(word) or word):
                return code
    return ""


def _credit_prefixes(items: Sequence[Sequence[object]], number: int) -> frozenset[str]:
    """Return the prefixes of credit notes, when other numbers begin otherwise."""
    if number < 0:
        return frozenset()
    found = Counter(credit_prefix(parse_text(cell(cells, number))) for cells in items)
    del found[""]
    return frozenset(found) if sum(found.values()) < HALF * len(items) else frozenset()
