"""One pass over the rows of a table: each is an item, a sum, a debtor's name, or left out."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ..core.errors import BadAmountError
from ..core.money import ZERO
from .entry import Entry, Scan, Sum
from .evidence import cell
from .grid import Grid, filled, is_empty
from .items import Items
from .layout import ITEM_DAYS, Layout, shape
from .owners import above_header, above_items, group_party, is_detail, own_party
from .parties import NOBODY, Party
from .reader import Reader, identifier
from .sums import is_repeated_header, is_title, total_level
from .values import looks_like_day
from .vocabulary import fold, is_bucket

_COUNTED = re.compile(r"(.*\D) \(\d+\)")  # a group and how many rows it holds


def scan(grid: Grid, layout: Layout, today: date | None = None) -> Scan:
    """Read every row below the header of a table; `today` is the day of the import."""
    work = _Pass(grid, layout, today)
    for row, cells in grid.rows[layout.header.at + layout.header.height :]:
        work.row(row, cells)
    work.name_first()
    return work.out


def _is_no_number(text: str) -> bool:
    return total_level([text], ()) != "" or _COUNTED.fullmatch(text) is not None


class _Pass:
    """Where the reading stands: the debtor of the rows, and the sums since the last total."""

    def __init__(self, grid: Grid, layout: Layout, today: date | None) -> None:
        self.out = Scan()
        self._layout = layout
        self._reader = Reader(layout)
        self._items = Items(layout, self._reader, self.out, today)
        self._days = [layout.columns[key] for key in ITEM_DAYS if key in layout.columns]
        self._above = above_items(grid, layout)
        self._party = above_header(grid, layout)
        self._last: Party = NOBODY  # owner of the last item
        self._named = False  # a row has named a debtor, and no item came since
        self._own_headers = False  # each debtor has a header of its own
        self._first: list[Entry] = []  # items before any row named a debtor
        self._since = ZERO  # sum of the items since the last row of sums
        self._items_since = False

    def row(self, row: int, cells: Sequence[object]) -> None:
        """Read one row."""
        at = self._layout.number
        number = identifier(cell(cells, at)) if at >= 0 else ""
        if number and self._is_item(cells, number):
            self._item(row, cells, number)
        elif filled(cells):
            self._other(row, cells)

    def _has_day(self, cells: Sequence[object]) -> bool:
        return any(looks_like_day(cell(cells, at)) for at in self._days)

    def _is_item(self, cells: Sequence[object], number: str) -> bool:
        day = self._has_day(cells)
        if self._layout.mixed and not day and shape(number) not in self._layout.shapes - {""}:
            return False
        if not day and (not self._reader.has_money(cells) or _is_no_number(number)):
            return False
        headings = self._layout.header.texts
        again = any(cell(cells, at) == headings[at] for at in (self._layout.number, *self._days))
        return not (again and is_repeated_header(self._layout, cells))

    def _other(self, row: int, cells: Sequence[object]) -> None:
        if is_repeated_header(self._layout, cells):
            self._own_headers |= self._named
            self.out.skipped["header"] += 1
        elif not self._has_day(cells) and self._is_sum(cells):
            self._sum(row, cells)
        elif found := self._counted(cells):
            self._group([found[1]])
        elif self._reader.has_money(cells):
            self._without_number(row, cells)
        else:
            self._words(cells)

    def _counted(self, cells: Sequence[object]) -> re.Match[str] | None:
        """Match a row such as "Azur (2)" with the sums of the two rows below (Odoo's groups)."""
        first = next((str(one) for one in cells if not is_empty(one)), "")
        if self._has_day(cells) or not self._layout.has_items:
            return None
        return _COUNTED.fullmatch(first.strip())

    def _item(self, row: int, cells: Sequence[object], number: str) -> None:
        own = own_party(self._layout, cells)
        follows = self._layout.carried or not self._layout.own_debtor
        party = own if own != NOBODY or not follows else self._party
        entry = self._items.read(row, cells, party, number)
        self._last, self._named, self._items_since = party, False, True
        if own != NOBODY:
            self._party = own
        self._facts(party, cells)
        if entry is not None:
            self.out.entries.append(entry)
            self._since += entry.open + entry.closed
            if party == NOBODY:
                self._first.append(entry)

    def _facts(self, party: Party, cells: Sequence[object]) -> None:
        found = self._reader.facts(cells)
        if found:
            self.out.facts[party] = found | self.out.facts.get(party, {})

    def _level(self, cells: Sequence[object]) -> str:
        texts = [one for one in cells if isinstance(one, str)]
        return total_level(texts, (*self._last, *self._party))

    def _is_sum(self, cells: Sequence[object]) -> bool:
        """Tell whether a row without day is a row of sums, by its words then by its figure."""
        level = self._level(cells)
        if level in ("grand", "carried", "group"):
            return True
        if level == "":
            return self._only_amounts(cells) and self._value(cells) == self._since != ZERO
        code = own_party(self._layout, cells)[0]
        another = code and code != self._last[0] and not total_level([code], ())
        if level == "bare" or self._layout.own_debtor:
            return not another
        return self._value(cells) == self._since

    def _only_amounts(self, cells: Sequence[object]) -> bool:
        try:
            return all(self._layout.amounts.read(cells[at])[0] is not None for at in filled(cells))
        except BadAmountError:
            return False

    def _value(self, cells: Sequence[object]) -> Decimal | None:
        """Return what a row of sums says, None when it says nothing readable."""
        try:
            money = self._reader.money(cells)
            figures = self._reader.figures(money, cells)
        except BadAmountError:
            figures = None
        return figures.open if figures else self._last_amount(cells)

    def _last_amount(self, cells: Sequence[object]) -> Decimal | None:
        """Return the last amount of a row whose sums stand under other columns."""
        for at in reversed(filled(cells)):
            try:
                return self._layout.amounts.read(cells[at])[0]
            except BadAmountError:
                continue
        return None

    def _sum(self, row: int, cells: Sequence[object]) -> None:
        self.out.skipped["sum"] += 1
        level, value = self._level(cells), self._value(cells)
        if level == "carried" or value is None:
            return
        level = level if level in ("grand", "group") else "bare"
        self.out.sums.append(Sum(row, level, value, self._last, self._items_since))
        self._since, self._items_since, self._named = ZERO, False, False
        if not self._layout.own_debtor:
            self._party = NOBODY

    def _without_number(self, row: int, cells: Sequence[object]) -> None:
        """A row with an amount only: an item, a balance, or a debtor with the sum of its items."""
        of_items = self._layout.has_items and not self._layout.own_debtor
        said = self._has_day(cells) or self._reader.kind(cells, "") is not None
        if said or not of_items:
            self._item(row, cells, "")
        else:
            self._words(cells)

    def _words(self, cells: Sequence[object]) -> None:
        """A row of words: a page head, a section, a debtor's name or a note."""
        first = next((str(one) for one in cells if not is_empty(one)), "")
        if is_title(self._layout, cells):
            self.out.skipped["title"] += 1
        elif is_bucket(fold(first)):
            self.out.skipped["section"] += 1
            if not self._layout.own_debtor:
                self._party = NOBODY
        else:
            self._group(cells)

    def _group(self, cells: Sequence[object]) -> None:
        party = NOBODY if self._layout.own_debtor else group_party(self._layout, cells)
        if self._named and is_detail(party, self._party):
            party = NOBODY
        self.out.skipped["note" if party == NOBODY else "group"] += 1
        if party != NOBODY:
            self._party, self._named, self._since = party, True, ZERO
            self._facts(party, cells)

    def name_first(self) -> None:
        """Give the items under the first header the debtor named just above it."""
        if self._own_headers:
            for entry in self._first:
                if entry.party == NOBODY:
                    entry.party = self._above
