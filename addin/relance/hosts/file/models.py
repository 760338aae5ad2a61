"""What an appended row takes from the table's last rows: styles and formulas."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..values import UnwritableError
from .cells import formula_of, formula_tag, style_of
from .ranges import column_index
from .reader import any_cells
from .shift import is_fixed, moved
from .tables import TablePart
from .texts import from_xml
from .xmltext import TAG, attributes

_TRUE = (b"1", b"true")

RawRow = tuple[int, bytes]  # number, XML


@dataclass(frozen=True, slots=True)
class Model:
    """The pattern of a table's new rows, by sheet column."""

    columns: range
    styles: Mapping[int, int]
    formulas: Mapping[int, str]
    row: int  # where the formulas come from
    attributes: bytes

    def formula(self, column: int, row: int) -> bytes:
        """Return the formula of a new cell as XML, b"" for none. Raises UnwritableError."""
        formula = self.formulas.get(column, "")
        try:
            return formula_tag(moved(formula, row - self.row))
        except ValueError:
            raise UnwritableError("formula") from None


def model_of(table: TablePart, last_rows: Sequence[RawRow]) -> Model:
    """Return the pattern that a table's last rows give.

    Args:
        table: the table, whose calculated columns come first.
        last_rows: up to two rows of its data, the last one last.

    Raises:
        UnwritableError: a column repeats a formula that only Excel can carry on.
    """
    number, row = last_rows[-1] if last_rows else (table.data.bottom, b"")
    cells = _cells(table, row)
    above = _cells(table, last_rows[-2][1]) if len(last_rows) > 1 else None
    left = table.data.left
    formulas = {left + at: text for at, text in table.formulas.items() if is_fixed(text)}
    for column, cell in cells.items():
        if column not in formulas and (formula := _text(cell)):
            is_calculated = column - left in table.formulas
            if is_calculated or _is_filled_down(formula, above, column):
                formulas[column] = formula
    if not {left + at for at in table.formulas} <= set(formulas):
        raise UnwritableError("formula")
    styles = {column: style_of(cell[: cell.index(b">")]) or 0 for column, cell in cells.items()}
    columns = range(left, table.data.right + 1)
    return Model(columns, styles, formulas, number, _row_attributes(row))


def _cells(table: TablePart, row: bytes) -> dict[int, bytes]:
    cells = {column_index(letters.decode()): cell for letters, cell in any_cells(row)}
    return {at: cell for at, cell in cells.items() if table.data.left <= at <= table.data.right}


def _text(cell: bytes) -> str:
    formula = formula_of(cell)
    return from_xml(formula[formula.index(b">") + 1 : -len(b"</f>")]) if formula else ""


def _is_filled_down(formula: str, above: Mapping[int, bytes] | None, column: int) -> bool:
    """Tell a column of formulas from one that a user typed in a single cell.

    Some programs save a calculated column without saying so in the table part.
    """
    if above is None:
        return "[" in formula
    try:
        return moved(_text(above.get(column, b"<c>")), 1) == formula
    except ValueError:
        return False


def _row_attributes(row: bytes) -> bytes:
    """Return the format that a user set on a whole row.

    Its height stays behind: a row whose height was set is never fitted to its text again.
    """
    tag = TAG.search(row)
    facts = attributes(tag[0]) if tag else {}
    if facts.get("customFormat") not in _TRUE:
        return b""
    return b' s="%b" customFormat="1"' % facts.get("s", b"0")
