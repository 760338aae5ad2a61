"""How to read one table: its columns once corrected, and how it writes money and days."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..core.parse import parse_text
from .evidence import Columns, cell, corrected, holds, values
from .grid import Grid, Row, is_empty
from .header import Header
from .kinds import credit_prefix
from .ledger import is_ledger, unread
from .values import Amounts, Days, looks_like_day
from .vocabulary import fold, meanings, phrase, words

MONEY_KEYS = ("open", "amount", "paid", "debit", "credit", "payment")
DAY_KEYS = ("issued", "due", "extended_to", "performed_on", "payment_date", "last_step_date")
ITEM_DAYS = ("issued", "due")
HALF = 0.5
DEFAULT_CURRENCY = "EUR"
Reminders = tuple[tuple[str, int], ...]
_WORD = re.compile(r"[^\W\d_]{2,}|[€$£]")
_DIGITS = re.compile(r"[0-9]+")
_FIGURES = re.compile(r"[\d/.:\-\s]+")


@dataclass(frozen=True, slots=True)
class Layout:
    """All that the rows of one table share.

    `number` is the place of the invoice numbers, -1 without; `mixed` tells that the same column
    holds debtors and numbers in turn; `carried` that a debtor stands on a row above its items,
    or on its first item only; `own_debtor` that most items name theirs; `shapes` tells how the
    numbers of a mixed column are written; `reminders` the columns of reminders sent, by level;
    `ignored` the headings over cells that nothing is read from; `width` counts the fields of a
    sound row.
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
    shapes: frozenset[str]
    reminders: Reminders
    ignored: tuple[str, ...]
    width: int

    @property
    def has_items(self) -> bool:
        """Tell whether the table lists invoices, not only balances."""
        return self.number >= 0

    def at(self, key: str) -> int:
        """Return the place of a key's column, -1 without."""
        return self.columns.get(key, -1)

    def mapping(self) -> dict[str, str]:
        """Return what was understood, in the file's order: our key -> the file's heading."""
        buckets = enumerate(self.header.buckets, start=1)
        found = {
            key: self.heading(key) for key in sorted(self.columns, key=self.columns.__getitem__)
        }
        return found | {f"bucket_{place}": self.header.texts[at] for place, at in buckets}

    def heading(self, key: str) -> str:
        """Return the heading of a key as the user sees it, "" when the file has none."""
        texts = self.header.texts[: self.columns.get(key, -1) + 1]
        return next((text for text in reversed(texts) if text), "")  # on the left when merged

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
    if mixed:  # one column tells debtors and numbers: an account beside it tells nothing
        columns = {key: at for key, at in columns.items() if key not in ("debtor", "name")}
    columns = columns | ({"number": number} if number >= 0 else {})
    items = _item_rows(columns, number, mixed, rows)
    owners = [_owner(columns, cells, mixed) for cells in items]
    reminders = _reminders(header) if "last_step" not in columns else ()
    each = is_ledger(columns)  # each line of a ledger names its own debtor, or nobody
    return Layout(
        header=header,
        columns=columns,
        number=number,
        mixed=mixed,
        carried=not each and (mixed or not _repeats(owners)),
        own_debtor=each or sum(map(bool, owners)) > HALF * len(items),
        amounts=amounts,
        days=_days(columns, rows),
        currency=_heading_currency(header),
        titles=frozenset(title_key(cells) for _, cells in grid.rows[: header.at]) - {""},
        prefixes=_credit_prefixes(items, number),
        shapes=frozenset(shape(parse_text(cell(cells, number))) for cells in items)
        if mixed
        else frozenset(),
        reminders=reminders,
        ignored=_ignored(header, columns, reminders, rows),
        width=max([len(header.texts), *_usual_width(items)]),
    )


def title_key(cells: Sequence[object]) -> str:
    """Return the first text of a row without figures: page heads differ by their figures only."""
    first = next((one for one in cells if not is_empty(one)), "")
    return _FIGURES.sub(" ", fold(first)).strip() if isinstance(first, str) else ""


def shape(number: str) -> str:
    """Return how a number is written, "" without letters: F-2026-311 and F-2026-9 are alike."""
    alike = _DIGITS.sub("9", fold(number))
    return alike if "9" in alike and any(map(str.isalpha, alike)) else ""


def _reminders(header: Header) -> Reminders:
    """Return level and place of columns such as "Date relance 2", the highest level first."""
    found = []
    for at, heading in enumerate(header.texts):
        said = set(phrase(heading).split()) - {"date", "n"}
        levels = [word for word in said if len(word) == 1 and word.isdigit()]
        if len(levels) == 1 and len(said) == 2 and said & words("levels", "reminder"):
            found.append((levels[0], at))
    return tuple(sorted(found, reverse=True))


def _ignored(
    header: Header, columns: Columns, reminders: Reminders, rows: Sequence[Row]
) -> tuple[str, ...]:
    """Return the headings, over cells that hold something, from which nothing is read."""
    used = {*columns.values(), *header.buckets, *(at for _, at in reminders)}
    used -= {columns.get("other", -1)}
    if is_ledger(columns):
        used |= {at for at, text in enumerate(header.texts) if unread(phrase(text))}
    return tuple(
        text for at, text in enumerate(header.texts) if text and at not in used and holds(rows, at)
    )


def _number_column(columns: Columns, header: Header, rows: Sequence[Row]) -> tuple[int, bool]:
    """Return the place of the invoice numbers, and whether debtors stand there too.

    Some reports (Odoo) put the debtor's name, then its invoices, in one first column: rows
    with a day are invoices.
    """
    number = columns.get("number", -1)
    owners = [columns[key] for key in ("name", "debtor") if key in columns]
    if number >= 0 and holds(rows, number):
        return number, not any(holds(rows, at) for at in owners) and _shared(columns, rows, number)
    unnamed = [at for at, heading in enumerate(header.texts) if not heading]
    for first in (*unnamed, *owners):
        if _shared(columns, rows, first):
            return first, True
    return -1, False


def _shared(columns: Columns, rows: Sequence[Row], at: int) -> bool:
    """Tell whether a column holds numbers on rows with a day and names on the others."""
    days = [columns[key] for key in ITEM_DAYS if key in columns]
    dated = named = numbered = 0
    for _, cells in rows:
        text = parse_text(cell(cells, at))
        if any(looks_like_day(cell(cells, place)) for place in days):
            dated += 1
            numbered += any(map(str.isdigit, text))
        else:
            named += bool(text)
    return named > 0 and numbered > HALF * dated


def _item_rows(
    columns: Columns, number: int, mixed: bool, rows: Sequence[Row]
) -> list[Sequence[object]]:
    if number < 0:
        return [cells for _, cells in rows]
    days = [columns[key] for key in ITEM_DAYS if key in columns]
    if mixed:
        return [cells for _, cells in rows if any(looks_like_day(cell(cells, at)) for at in days)]
    return [cells for _, cells in rows if not is_empty(cell(cells, number))]


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
