"""`upgrade`: a workbook of an older release gets what came later.

What came later is added; what is lacking and was always there is refused, since a heading that
somebody renamed would else come back empty, beside the values.
"""

import shutil
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from ..workbook import schema
from ..workbook.formulas import invoice_formulas
from .book import Book
from .create import policy_rows, shown_rates
from .files import refused
from .fitting import VERSION, lacking, lacking_parameters, version_of

INVOICES = schema.INVOICES.table  # the one that computes in its cells
Formulas = Mapping[str, str]


class GrowingBook(Book, Protocol):
    """A workbook to which sheets, columns and lines of `Paramètres` can be added."""

    def add_columns(
        self, sheet: schema.Sheet, columns: Sequence[schema.Column], formulas: Formulas
    ) -> None:
        """Add columns at the right end of a table. Raises BookError."""
        ...

    def add_sheet(self, sheet: schema.Sheet, formulas: Formulas) -> None:
        """Add a sheet with its table after the last one. Raises BookError."""
        ...

    def add_parameters(self, parameters: Sequence[schema.Parameter]) -> None:
        """Add named cells under the last line of `Paramètres`. Raises BookError."""
        ...


def missing_parts(book: Book) -> tuple[str, ...]:
    """Return the tables and columns that a workbook lacks and can't do without."""
    missing: list[str] = []
    for sheet in schema.TABLES:
        if book.has(sheet.table):
            found = book.read(sheet.table).headings
            missing += [
                f"{sheet.name}.{column.heading}"
                for column in sheet.columns
                if column.heading not in found and not column.optional
            ]
        elif sheet.since == 1 and sheet not in schema.REBUILT:
            missing.append(f"{sheet.name} (table {sheet.table})")
    return tuple(missing)


def fill_rebuilt(book: Book, added: Collection[str]) -> bool:
    """Give the sheets that were made anew what they are shipped with; nothing is saved.

    Args:
        book: the workbook, read again with its new sheets.
        added: what `add_missing` returned.

    Returns:
        Whether anything was written; `Agenda` is filled by the next verb.
    """
    shipped = {schema.POLICY: policy_rows, schema.RATES: shown_rates}
    lost = [sheet for sheet in shipped if sheet.name in added]
    for sheet in lost:
        book.append(sheet.table, shipped[sheet]())
    return bool(lost)


def add_missing(book: GrowingBook, computing: bool) -> tuple[str, ...]:
    """Mark the version of a workbook, and add what came later and it lacks; nothing is saved.

    Args:
        book: the workbook; one that lacks what was always there is not for this.
        computing: its cells compute, so that it gets formulas and what feeds them.

    Returns:
        What was added, by the names that a user knows; the version is no part of it.

    Raises:
        BookError: it is newer than this program, or something stands in the way.
    """
    added: list[str] = []
    if version_of(book) < schema.SCHEMA_VERSION:
        book.set(VERSION, schema.SCHEMA_VERSION)
    for sheet in schema.TABLES:
        formulas = invoice_formulas() if computing and sheet.table == INVOICES else {}
        if not book.has(sheet.table):
            book.add_sheet(sheet.shown(computing), formulas)
            added.append(sheet.name)
        elif columns := lacking(book, sheet.shown(computing)):
            book.add_columns(sheet, columns, formulas)
            added += [f"{sheet.name}.{column.heading}" for column in columns]
    if parameters := lacking_parameters(book):
        book.add_parameters(parameters)
        added += [f"{schema.PARAMETERS_SHEET}.{one.label}" for one in parameters]
    return tuple(added)


def dated_copy(path: Path, day: date) -> Path:
    """Keep a dated copy beside a workbook and return its path. Raises OutputFolderError."""
    copy = path.with_name(f"{path.stem}.{day:%Y-%m-%d}{path.suffix}")
    number = 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.stem}.{day:%Y-%m-%d}-{number}{path.suffix}")
    try:
        shutil.copy2(path, copy)
    except OSError as fault:
        raise refused(copy, fault) from None
    return copy
