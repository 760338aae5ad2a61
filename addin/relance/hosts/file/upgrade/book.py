"""A closed workbook that gets sheets, columns, parameters and macros of a later release.

All of it is put on disk by one `save`, with the values that were written; until then the workbook
reads as it was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ....workbook.schema import PARAMETERS_SHEET, Column, Parameter, Sheet
from ..book import FileBook
from ..faults import reading
from .columns import add_columns
from .lines import add_lines
from .macros import Macros, put_macros, read_macros
from .sheets import add_sheet
from .site import Site
from .wider import Addition

CODE = "Feuil_"  # then the table: the name of a new sheet in the VBA project
Formulas = Mapping[str, str]  # by heading, with their "="


class GrowingBook(FileBook):
    """A `FileBook` that can grow; implements `actions.upgrade.GrowingBook`."""

    def add_columns(self, sheet: Sheet, columns: Sequence[Column], formulas: Formulas) -> None:
        """Add columns at the right end of a table.

        Args:
            sheet: the table that gets them; it has none of their headings.
            columns: what the schema says of them.
            formulas: of those that compute.

        Raises:
            MissingTableError: there is no such table.
            BookError: something stands in their place, or a heading is taken.
            BookLockedError: someone else holds the workbook.
        """
        table = self._view(sheet.table).part
        self._hold()
        with reading(self._path, table.part):
            add_columns(self._site(), table, sheet, _additions(columns, formulas))

    def add_parameters(self, parameters: Sequence[Parameter]) -> None:
        """Add lines to `Paramètres`, with their names, under the last one.

        Raises:
            BookError: a name is taken, or the values have no column for labels on their left.
            BookLockedError: someone else holds the workbook.
        """
        self._hold()
        with reading(self._path, PARAMETERS_SHEET):
            add_lines(self._site(), parameters)

    def add_sheet(self, sheet: Sheet, formulas: Formulas) -> None:
        """Add a sheet with its table after the last one.

        Raises:
            BookError: the workbook has a sheet or a name that is called so.
            BookLockedError: someone else holds the workbook.
        """
        self._hold()
        with reading(self._path, sheet.name):
            code = CODE + sheet.table if "vbaProject" in self._workbook.arrows else ""
            add_sheet(self._site(), sheet, _additions(sheet.columns, formulas), code)
            self._codes |= {code: "worksheet"} if code else {}

    def macros(self) -> Macros | None:
        """Return the macros of the workbook, added sheets included; None without any."""
        found = read_macros(self._package, self._workbook)
        return replace(found, codes={**found.codes, **self._codes}) if found else None

    def put_macros(self, project: bytes, ribbon: bytes) -> None:
        """Put another VBA project and another ribbon in place of those that are there.

        Raises:
            BookLockedError: someone else holds the workbook.
        """
        self._hold()
        with reading(self._path, "xl/vbaProject.bin"):
            put_macros(self._site(), project, ribbon)

    def _load(self) -> None:
        super()._load()
        self._codes: dict[str, str] = {}  # of the sheets that were added

    def _site(self) -> Site:
        return Site(
            self._package, self._workbook, self._styles, self._cell_values(), self._changes_of,
            self._structure,
        )  # fmt: skip


def _additions(columns: Sequence[Column], formulas: Formulas) -> list[Addition]:
    return [Addition(one, formulas.get(one.heading, "").removeprefix("=")) for one in columns]
