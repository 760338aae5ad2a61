"""What the cells under the headings say about the columns, when a heading alone misleads.

Each function takes the columns as understood and the rows below the header, and returns the
columns as they must be read.
"""

from collections.abc import Sequence
from decimal import Decimal

from ..core.errors import BadAmountError, BadDateError
from ..core.parse import parse_text
from .figures import settle
from .grid import Row, is_empty
from .header import MONEY, Header
from .values import Amounts, Days
from .vocabulary import fold, headings, meanings, phrase, words

Columns = dict[str, int]
MOSTLY = 0.5
ALMOST = 0.8
COLLECTIVE = "4"  # first figure of the accounts of third parties, in France and Belgium
FAR = 1 << 20  # the place of a column that no file has
SAMPLE = 3000  # rows that show what a column of balances is


def cell(cells: Sequence[object], at: int) -> object:
    """Return a cell of a row that may be shorter than the header."""
    return cells[at] if at < len(cells) else None


def values(rows: Sequence[Row], at: int) -> list[object]:
    """Return the cells of a column that hold something."""
    found = [cells[at] for _, cells in rows if at < len(cells)]
    return [one for one in found if one != "" and not is_empty(one)]


def holds(rows: Sequence[Row], at: int) -> bool:
    """Tell whether a column holds anything."""
    return any(at < len(cells) and not is_empty(cells[at]) for _, cells in rows)


def corrected(header: Header, rows: Sequence[Row], amounts: Amounts) -> Columns:
    """Return the columns of a header, corrected by what the rows below it hold."""
    columns = dict(header.columns)
    _slide(columns, header, rows)
    _pair(columns, header, rows)
    _flags(columns, rows)
    _levels(columns, rows)
    _types(columns, header, rows)
    _estimates(columns)
    _shared_account(columns, rows)
    _balances(columns, rows, amounts)
    return columns


def _slide(columns: Columns, header: Header, rows: Sequence[Row]) -> None:
    """Follow a merged heading to the column, on its right, where its cells are."""
    used = set(columns.values()) | set(header.buckets)
    for key, at in list(columns.items()):
        right = at + 1
        if holds(rows, at):
            continue
        while right < len(header.texts) and not header.texts[right] and right not in used:
            if holds(rows, right):
                columns[key] = right
                used.add(right)
                break
            right += 1


def _pair(columns: Columns, header: Header, rows: Sequence[Row]) -> None:
    """Read one heading "Client" over two columns as the code, then the name."""
    if "name" not in columns or "debtor" in columns:
        return
    right = columns["name"] + 1
    unnamed = right >= len(header.texts) or not header.texts[right]
    if not unnamed or right in columns.values() or right in header.buckets:
        return
    beside = [one for one in values(rows, right) if isinstance(one, str)]
    if beside and len(beside) >= MOSTLY * len(values(rows, columns["name"])):
        columns["debtor"], columns["name"] = columns["name"], right


def _flags(columns: Columns, rows: Sequence[Row]) -> None:
    """Read a column "Payé" that answers yes or no as a flag, not as an amount."""
    at = columns.get("paid")
    if at is None or "settled" in columns:
        return
    yes_no = frozenset().union(*(words("statuses", one) for one in ("paid", "part_paid", "open")))
    found = values(rows, at)
    if found and all(isinstance(one, bool) or fold(str(one)) in yes_no - {"0"} for one in found):
        columns["settled"] = columns.pop("paid")


def _levels(columns: Columns, rows: Sequence[Row]) -> None:
    """Read "Dernière relance" as a level or as a day, by what it holds."""
    found = [key for key in ("last_step_date", "last_step") if key in columns]
    if len(found) != 1:
        return
    said = values(rows, columns[found[0]])
    days = Days.of(said)
    dated = sum(_is_day(days, one) for one in said)
    key = "last_step_date" if dated > MOSTLY * len(said) else "last_step"
    if said:
        columns[key] = columns.pop(found[0])


def _types(columns: Columns, header: Header, rows: Sequence[Row]) -> None:
    """Read a column "Type" that says who the debtor is so, and the item's kind elsewhere."""
    at = columns.get("kind")
    if at is None or "debtor_kind" in columns:
        return
    said = {fold(parse_text(one)) for one in values(rows, at)} - words("rows", "blank")
    said -= {fold("à préciser")}  # so do ours that say nothing: another column tells the kind
    if said and (not said & meanings("debtor_kinds").keys() or said & meanings("kinds").keys()):
        return
    columns["debtor_kind"] = columns.pop("kind")
    used = {*columns.values(), *header.buckets}
    for place, text in enumerate(header.texts):
        if place not in used and headings().strong.get(phrase(text), ("", 0))[0] == "kind":
            columns["kind"] = place
            return


def _estimates(columns: Columns) -> None:
    """Take the due dates of a file that only estimates them, as estimated as they are."""
    if "due" not in columns and "due_is_estimated" in columns:
        columns["due"] = columns["due_is_estimated"]


def _is_day(days: Days, one: object) -> bool:
    try:
        return days.read(one) is not None and not (isinstance(one, int | float) and one < 100)
    except BadDateError:
        return False


def _shared_account(columns: Columns, rows: Sequence[Row]) -> None:
    """Leave out an account that all debtors share (411000): it tells none from another."""
    if "debtor" not in columns:
        return
    coded = [cells for _, cells in rows if not is_empty(cell(cells, columns["debtor"]))]
    codes = {parse_text(cell(cells, columns["debtor"])) for cells in coded}
    if len(codes) != 1:
        return
    names = {fold(parse_text(cell(cells, columns.get("name", FAR)))) for cells in coded}
    collective = codes.pop()[:1] == COLLECTIVE and _is_on_items(columns, coded)
    if len(names) > 1 or (collective and _has_group_rows(columns, rows)):
        del columns["debtor"]


def _is_on_items(columns: Columns, coded: Sequence[Sequence[object]]) -> bool:
    return any(not is_empty(cell(cells, columns.get("number", FAR))) for cells in coded)


def _has_group_rows(columns: Columns, rows: Sequence[Row]) -> bool:
    """Tell whether several rows without account hold a lone text, as those that name a debtor."""
    places = [at for key, at in columns.items() if key in ("debtor", "number", *MONEY)]
    lone = [
        [parse_text(one) for one in cells if not is_empty(one)]
        for _, cells in rows
        if all(is_empty(cell(cells, at)) for at in places)
    ]
    return len({texts[0] for texts in lone if texts and texts[0][:1].isalpha()}) > 1


def _balances(columns: Columns, rows: Sequence[Row], amounts: Amounts) -> None:
    """Leave out a balance that runs from line to line, or is filled on last lines only."""
    columns.pop("running", None)
    sides = {key: at for key, at in columns.items() if key in ("amount", "paid", "debit", "credit")}
    if "open" not in columns or not sides:
        return
    own = running = filled = blank = 0
    before: Decimal | None = None
    for _, cells in rows[:SAMPLE]:
        net, shown = _net(cells, sides, amounts), _amount(cells, columns["open"], amounts)
        if net is None:
            before = None
            continue
        filled, blank = filled + (shown is not None), blank + (shown is None)
        own += shown == net
        running += (
            shown is not None and shown != net and before is not None and (shown == before + net)
        )
        before = shown
    odd = filled - own
    if blank > filled or (running and running >= ALMOST * odd):
        del columns["open"]


def _net(cells: Sequence[object], sides: Columns, amounts: Amounts) -> Decimal | None:
    found = {key: _amount(cells, at, amounts) for key, at in sides.items()}
    figures = settle({key: one for key, one in found.items() if one is not None})
    return figures.open if figures else None


def _amount(cells: Sequence[object], at: int, amounts: Amounts) -> Decimal | None:
    try:
        return amounts.read(cell(cells, at))[0]
    except BadAmountError:
        return None
