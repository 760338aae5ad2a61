"""Rows and figures fitted to workbooks of an older release, which lack what came later."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ..core.errors import BookError
from ..workbook import schema
from .book import Book, Cell

VERSION = "SchemaVersion"


def version_of(book: Book) -> int:
    """Return the version that a workbook says it has. Raises BookError when it is newer."""
    cell = book.get(VERSION)
    version = int(cell) if isinstance(cell, int | float | Decimal) else 0
    if version > schema.SCHEMA_VERSION:
        raise BookError(path=book.path, reason="newer", detail=version)
    return version


def append(book: Book, sheet: schema.Sheet, rows: Sequence[Mapping[str, Cell]]) -> tuple[int, ...]:
    """Append rows by heading and return their numbers; an optional column may be lacking.

    Raises:
        MissingColumnError: a heading that no workbook of ours may lack is not there.
    """
    absent = {column.heading for column in lacking(book, sheet)}
    fitted = [
        {heading: cell for heading, cell in row.items() if heading not in absent} for row in rows
    ]
    return book.append(sheet.table, fitted) if fitted else ()


def lacking(book: Book, sheet: schema.Sheet) -> tuple[schema.Column, ...]:
    """Return the optional columns that a table of a workbook has not."""
    found = book.read(sheet.table).headings
    return tuple(
        column for column in sheet.columns if column.optional and column.heading not in found
    )


def lacking_parameters(book: Book) -> tuple[schema.Parameter, ...]:
    """Return the parameters of later versions for which a workbook has no cell."""
    return tuple(one for one in schema.PARAMETERS if one.since > 1 and not book.has(one.name))


def missing_options(book: Book) -> Iterator[str]:
    """Yield what came later and a workbook lacks: sheets, columns, parameters by label."""
    for sheet in schema.TABLES:
        if not book.has(sheet.table):
            yield sheet.name
        else:
            wanted = (column for column in lacking(book, sheet) if not column.feeds)
            yield from (f"{sheet.name}.{column.heading}" for column in wanted)
    yield from (f"{schema.PARAMETERS_SHEET}.{one.label}" for one in lacking_parameters(book))
