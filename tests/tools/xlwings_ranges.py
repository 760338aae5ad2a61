"""Cells of the Excel for tests: as awkward with values as Excel is.

- A text that looks like a formula, a number, a date or a truth value becomes one, unless its cell
  is formatted as text ("@") or it begins with an apostrophe, which is swallowed.
- In a cell formatted as text a number becomes text.
- An array written over filtered rows is scrambled: each visible cell gets its first element and
  the hidden ones keep theirs (xlwings issue 747).
- A Decimal would turn the cell into currency (xlwings issue 2634); a currency cell is read as a
  Decimal of four digits.
- Excel knows floats only; integers are what error values arrive as.
- No visible cell is an error in the user's language, not an empty list.
- More cells than a long integer counts are an error when they are counted.
- On a protected sheet no table grows, and no cell that is locked is written.
What nobody has measured in Excel fails the test, so that code stays away from it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.datetime import from_excel, to_excel
from openpyxl.worksheet.formula import ArrayFormula

if TYPE_CHECKING:
    from tests.tools.xlwings_engine import Sheet
    from tests.tools.xlwings_tables import Table

Cell = Any  # of openpyxl
Area = tuple[int, int, int, int]  # row, column, height, width
ERRORS = {
    "#DIV/0!": -2146826281, "#N/A": -2146826246, "#NAME?": -2146826259, "#NULL!": -2146826288,
    "#NUM!": -2146826252, "#REF!": -2146826265, "#VALUE!": -2146826273,
}  # fmt: skip
_CODES = {code: text for text, code in ERRORS.items()}
_PARSED = re.compile(
    r"\s*[-+(]?[\d\s.,]+(?:E[-+]?\d+)?\s*[)%€$]?\s*|\d+[-/:]\d+(?:[-/:]\d+)?|VRAI|FAUX|TRUE|FALSE",
    re.IGNORECASE,
)
LAST_ROW = 1_048_576
_DAY = date.fromisoformat("2026-01-01")


class ComError(Exception):
    """What pywin32 raises: a number, and Excel's own number and words behind it."""

    def __init__(self, number: int, words: str, *, top: bool = False) -> None:
        outer = number if top else -2147352567
        inner = None if top else (0, "Microsoft Excel", words, None, 0, number)
        super().__init__(outer, words, inner, None)
        self.hresult, self.strerror, self.excepinfo, self.argerror = outer, words, inner, None


REFUSED = ComError(-2146827284, "Erreur définie par l'application ou par l'objet")
NO_CELLS = ComError(-2146827284, "Aucune cellule trouvée.")
OVERFLOW = ComError(-2146828282, "Dépassement de capacité")
LONG = 2**31


def no_fault(asked: str) -> None:
    """Refuse nothing."""


class CleanedEngine:
    """The conversions that xlwings asks of its engine, as those for Excel do them."""

    name, type = "tests", "desktop"

    @staticmethod
    def prepare_xl_data_element(value: Any, options: object) -> Any:
        return "" if value is None or value != value else value

    @staticmethod
    def clean_value_data(
        data: Sequence[Sequence[Any]], days: Callable[..., Any], empty: object, numbers: Any,
        err_to_str: bool,
    ) -> list[list[Any]]:  # fmt: skip
        def cleaned(value: Any) -> Any:
            if value in ("", None):
                return empty
            if type(value) is int and value in _CODES:
                return _CODES[value] if err_to_str else None
            return value

        return [[cleaned(value) for value in row] for row in data]


def parse_areas(address: str) -> list[Area]:
    """Return the areas of "A2:B3,A6"."""
    areas = []
    for part in address.split(","):
        left, top, right, bottom = (side or 0 for side in range_boundaries(part))
        top, bottom = top or 1, bottom or LAST_ROW
        areas.append((top, left, bottom - top + 1, right - left + 1))
    return areas


def take(cell: Cell, value: Any) -> None:
    """Put a value into a cell as Excel does when it is assigned."""
    if isinstance(value, Decimal):
        raise AssertionError("a Decimal turns the cell into currency: write a float")
    cell.quotePrefix = False
    if value in ("", None):
        cell.value = None
    elif isinstance(value, str):
        _take_text(cell, value)
    elif cell.number_format == "@":
        _put_text(cell, str(value))
    elif isinstance(value, date):
        if cell.number_format == "General":
            cell.number_format = "dd/mm/yyyy"
        cell.value = value if _kind(cell.number_format) == "day" else _serial(value)
    else:
        cell.value = value


def _serial(day: date) -> float:
    return float(to_excel(day))  # type: ignore[no-untyped-call]


@cache
def _kind(code: str) -> str:
    """Tell what a number format shows."""
    letters = re.sub(r'"[^"]*"|\[[^]]*\]', "", code.lower())
    if code not in ("General", "@") and re.search("[dy]", letters):
        return "day"
    return "currency" if "€" in code or "$" in code else "number"


def _take_text(cell: Cell, text: str) -> None:
    if cell.number_format == "@":
        if text.startswith("'"):
            raise AssertionError("nobody has measured an apostrophe in a cell formatted as text")
        _put_text(cell, text)
    elif text.startswith("'"):
        _put_text(cell, text[1:])
        cell.quotePrefix = True
    elif text.startswith(("=", "+", "-", "@")):
        cell.value = f"={text.lstrip('=')}"
    elif _PARSED.fullmatch(text):
        cell.value = _parsed(text)
    else:
        _put_text(cell, text)


def _parsed(text: str) -> float | bool | datetime:
    if text.upper() in ("VRAI", "FAUX", "TRUE", "FALSE"):
        return text.upper() in ("VRAI", "TRUE")
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return datetime(_DAY.year, _DAY.month, _DAY.day)  # noqa: DTZ001  some day or other


def _put_text(cell: Cell, text: str) -> None:
    cell.value = text
    cell.data_type = "s"


class Range:
    """Cells of a sheet; all but the address and the visible cells see its first area only."""

    max_cells_per_read = max_cells_per_write = None
    options: object = None

    def __init__(self, sheet: "Sheet", areas: Sequence[Area]) -> None:
        self.sheet, self.areas = sheet, list(areas)
        self.row, self.column, height, width = self.areas[0]
        self.shape = (height, width)

    @property
    def api(self) -> object:
        return self  # xlwings drops what is written to a range without one

    def __len__(self) -> int:
        count = sum(height * width for _, _, height, width in self.areas)
        if count >= LONG:
            raise OVERFLOW
        return count

    def __call__(self, row: int, column: int | None = None) -> "Range":
        if column is None:
            row, column = ((row - 1) // self.shape[1] + 1, (row - 1) % self.shape[1] + 1)
        return Range(self.sheet, [(self.row + row - 1, self.column + column - 1, 1, 1)])

    def holds(self, row: int, column: int) -> bool:
        """Tell whether a cell is in the first area."""
        height, width = self.shape
        return 0 <= row - self.row < height and 0 <= column - self.column < width

    @property
    def Address(self) -> str:  # noqa: N802  Excel's name
        return self.address

    @property
    def Locked(self) -> bool | None:  # noqa: N802  Excel's name
        """Tell whether its cells are locked; None when some are."""
        found = {bool(cell.protection.locked) for row in self.cells() for cell in row}
        return found.pop() if len(found) == 1 else None

    def _refuse_protected(self) -> None:
        if self.sheet.ws.protection.sheet and self.Locked is not False:
            raise REFUSED

    def cells(self) -> list[list[Cell]]:
        """Return its cells, row by row."""
        return [
            [self.sheet.ws.cell(self.row + i, self.column + j) for j in range(self.shape[1])]
            for i in range(self.shape[0])
        ]

    def _each(self, read: Callable[[Cell], object]) -> object:
        data = tuple(tuple(read(cell) for cell in row) for row in self.cells())
        return data[0][0] if self.shape == (1, 1) else data

    @property
    def raw_value(self) -> object:
        self.sheet.app.called("read")
        return self._each(self._value)

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        self.sheet.app.called("write")
        self._refuse_protected()
        address = self.get_address(False, False, False)
        self.sheet.app.written.append(f"{self.sheet.name}!{address}")
        is_array = isinstance(data, list | tuple)
        if self.shape[0] > 1 and any(self._hidden_rows()):
            if not is_array:
                raise AssertionError("nobody has measured one value for many filtered rows")
            self._scramble(data[0][0])
            return
        for i, row in enumerate(self.cells()):
            for j, cell in enumerate(row):
                take(cell, data[i][j] if is_array else data)

    def _scramble(self, first: Any) -> None:
        for row, hidden in zip(self.cells(), self._hidden_rows(), strict=True):
            for cell in row if not hidden else ():
                take(cell, first)

    def _value(self, cell: Cell) -> object:
        value = cell.value
        if cell.data_type == "f":
            value = self.sheet.book.result(self.sheet.name, cell.coordinate)
        if cell.data_type in ("e", "f") and value in ERRORS:
            return ERRORS[str(value)]
        if isinstance(value, bool) or not isinstance(value, int | float):
            return value
        kind = _kind(cell.number_format)
        if kind == "day":
            return from_excel(value)
        if kind == "currency":
            return Decimal(str(value)).quantize(Decimal("0.0001"))
        return float(value)

    @property
    def formula(self) -> object:
        self.sheet.app.called("formula")
        return self._each(_formula)

    @formula.setter
    def formula(self, text: str) -> None:
        self.sheet.app.called("write")
        self._refuse_protected()
        for row in self.cells():
            for cell in row:
                cell.value = text

    @property
    def number_format(self) -> str | None:
        self.sheet.app.called("format")
        found = {cell.number_format for row in self.cells() for cell in row}
        return found.pop() if len(found) == 1 else None

    @number_format.setter
    def number_format(self, code: str) -> None:
        self.sheet.app.called("set format")
        if self.sheet.ws.protection.sheet and self.sheet.ws.protection.formatCells:
            raise REFUSED
        if self.shape[0] > 1 and any(self._hidden_rows()):
            raise AssertionError("nobody has measured a format over filtered rows")
        for row in self.cells():
            for cell in row:
                cell.number_format = code

    @property
    def merge_cells(self) -> bool | None:
        found = {cell.coordinate in self.sheet.ws.merged_cells for row in self.cells()
                 for cell in row}  # fmt: skip
        return found.pop() if len(found) == 1 else None

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:
        def name(row: int, column: int) -> str:
            letters = get_column_letter(column)
            return f"{'$' * col_absolute}{letters}{'$' * row_absolute}{row}"

        return ",".join(
            name(row, column)
            + (
                ""
                if (height, width) == (1, 1)
                else f":{name(row + height - 1, column + width - 1)}"
            )
            for row, column, height, width in self.areas
        )

    @property
    def address(self) -> str:
        return self.get_address(True, True, False)

    @property
    def table(self) -> "Table | None":
        return self.sheet.table_at(self.row, self.column)

    def _hidden_rows(self) -> list[bool]:
        return [self._is_hidden(self.row + i) for i in range(self.shape[0])]

    def _is_hidden(self, row: int) -> bool:
        known = self.sheet.ws.row_dimensions
        return row in known and bool(known[row].hidden)

    def _is_column_hidden(self, column: int) -> bool:
        known = self.sheet.ws.column_dimensions
        letters = get_column_letter(column)
        return letters in known and bool(known[letters].hidden)

    def get_special_cells(self, kind: str, values: object) -> "list[Range]":
        """Return the visible areas; Excel looks no further than what is used."""
        self.sheet.app.called("visible cells")
        if kind != "visible":
            raise NotImplementedError(kind)
        limit = self.sheet.ws.max_row + 1000
        found = [
            Range(self.sheet, [(rows[0], columns[0], len(rows), len(columns))])
            for row, column, height, width in self.areas
            for rows in _runs(row, min(row + height, limit), self._is_hidden)
            for columns in _runs(column, column + width, self._is_column_hidden)
        ]
        if not found:
            raise NO_CELLS
        return found

    def select(self) -> None:
        self.sheet.app._selection = self


def _formula(cell: Cell) -> str:
    value = cell.value.text if isinstance(cell.value, ArrayFormula) else cell.value
    if value is None:
        return ""
    if isinstance(value, date):
        value = _serial(value)
    return str(value)


def _runs(first: int, end: int, is_hidden: Callable[[int], bool]) -> Iterator[list[int]]:
    """Give the stretches that are not hidden."""
    run: list[int] = []
    for at in range(first, end):
        if not is_hidden(at):
            run.append(at)
        elif run:
            yield run
            run = []
    if run:
        yield run
