"""Rows emptied in place: a row is never deleted, as a user's formula may look at it."""

from collections.abc import Iterable

from ..workbook import schema
from .book import Book


def clear(book: Book, sheet: schema.Sheet, rows: Iterable[int]) -> None:
    """Empty every column of some rows of a table."""
    numbers = list(rows)
    for column in sheet.columns:
        book.write(sheet.table, column.heading, dict.fromkeys(numbers, None))
