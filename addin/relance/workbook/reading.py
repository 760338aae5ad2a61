"""A table -> its rows as values by key, with a finding for each cell that can't be read.

What a row means is in `rows_items`, `rows_history` and `rows_settings`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, Protocol, TypeVar

from ..core.errors import (
    BadAmountError,
    BadArgumentError,
    BadDateError,
    MissingColumnError,
    RelanceError,
    UnknownStatusError,
)
from ..core.findings import Finding
from ..core.parse import is_blank
from .schema import Column, Sheet
from .values import Parser, parser

T = TypeVar("T")
Found = tuple[tuple[T, ...], tuple[Finding, ...]]
Made = tuple[T | None, list[Finding]]
Plan = tuple[tuple[str, str, Parser], ...]  # key, heading, reader

FAULTS: dict[type[RelanceError], str] = {
    BadAmountError: "bad_amount",
    BadDateError: "bad_date",
    UnknownStatusError: "unknown_status",
    BadArgumentError: "bad_choice",
}


class RowLike(Protocol):
    """A row as a book gives it: its number in the sheet and its cells by heading."""

    @property
    def number(self) -> int:
        """Row number as the user sees it."""
        ...

    @property
    def cells(self) -> Mapping[str, object]:
        """Cells by heading; a blank one may be absent."""
        ...


class TableLike(Protocol):
    """A table as a book gives it."""

    @property
    def name(self) -> str:
        """The table's name."""
        ...

    @property
    def headings(self) -> Sequence[str]:
        """Its headings, in order."""
        ...

    @property
    def rows(self) -> Sequence[RowLike]:
        """Its rows."""
        ...


@dataclass(frozen=True, slots=True)
class Read:
    """What one row says: `values` has the cells that are filled and readable, by key."""

    sheet: Sheet
    row: int
    values: dict[str, Any]
    faults: tuple[Finding, ...] = ()

    def finding(self, key: str, code: str, **facts: object) -> Finding:
        """Return a finding about one of the row's cells."""
        return Finding(self.row, self.sheet.heading(key), code, {**self.context, **facts})

    def bad(self, *keys: str) -> bool:
        """Tell whether one of these cells can't be read; any cell when none is named."""
        if not keys:
            return bool(self.faults)
        headings = {self.sheet.heading(key) for key in keys}
        return any(fault.column in headings for fault in self.faults)

    def missing(self, *keys: str) -> list[Finding]:
        """Return a finding for each of these cells that is blank."""
        blank = [key for key in keys if key not in self.values and not self.bad(key)]
        return [self.finding(key, "missing_value") for key in blank]

    @property
    def where(self) -> str:
        """Where the row stands, as an error names it."""
        return f"{self.sheet.name}, ligne {self.row}"

    @property
    def context(self) -> dict[str, str]:
        """Facts of every finding: the table, and the debtor when the row names one."""
        named = {"debtor": self.values["debtor"]} if "debtor" in self.values else {}
        return {"table": self.sheet.table, **named}


def read(sheet: Sheet, table: TableLike) -> Iterator[Read]:
    """Read the rows of a table; a row whose own cells are all blank is left out.

    Raises:
        MissingColumnError: a heading of ours is not there (facts: table, column, found).
    """
    check_headings(sheet, table)
    plan = tuple((column.key, column.heading, parser(column)) for column in sheet.inputs)
    return (found for row in table.rows if (found := _read_row(sheet, plan, row)))


def check_headings(sheet: Sheet, table: TableLike, columns: Iterable[Column] | None = None) -> None:
    """Refuse a table that lacks a heading: a renamed `Statut` would make every invoice due.

    Args:
        sheet: ours.
        table: the one that is there.
        columns: those that are needed, None for those that are read.

    Raises:
        MissingColumnError: facts `table`, `column`, and the nearest heading `found`.
    """
    known = {column.heading for column in sheet.columns}
    for column in sheet.inputs if columns is None else columns:
        if column.heading not in table.headings and not column.optional:
            strangers = [heading for heading in table.headings if heading not in known]
            near = get_close_matches(column.heading, strangers, n=1, cutoff=0.5)
            raise MissingColumnError(
                table=sheet.name, column=column.heading, found=near[0] if near else ""
            )


def _read_row(sheet: Sheet, plan: Plan, row: RowLike) -> Read | None:
    cells = row.cells
    values: dict[str, Any] = {}
    faults: list[tuple[str, str, object]] = []
    for key, heading, parse in plan:
        cell = cells.get(heading)
        if cell is None or is_blank(cell):
            continue
        try:
            values[key] = parse(cell)
        except RelanceError as error:
            faults.append((heading, FAULTS[type(error)], cell))
    if not values and not faults:
        return None
    found = Read(sheet, row.number, values)
    if not faults:
        return found
    return replace(
        found,
        faults=tuple(
            Finding(row.number, heading, code, {**found.context, "value": cell})
            for heading, code, cell in faults
        ),
    )


def collect(
    sheet: Sheet, table: TableLike, make: Callable[[Read], Made[T]]
) -> tuple[list[T], list[Finding]]:
    """Read a table and make a record of each row; `make` answers None for a row to leave out."""
    records: list[T] = []
    findings: list[Finding] = []
    for row in read(sheet, table):
        record, own = make(row)
        findings.extend(row.faults)
        findings.extend(own)
        if record is not None:
            records.append(record)
    return records, findings
