"""What refuses a heading that a table has not: the sheet, the heading, a few that look like it."""

from collections.abc import Iterable
from difflib import get_close_matches

from ..core.errors import MissingColumnError
from ..workbook.schema import TABLES

MOST = 5  # a table has forty headings: naming them all would hide the one that is wrong


def missing_column(table: str, heading: str, headings: Iterable[str]) -> MissingColumnError:
    """Return the refusal, which names the sheet of a table of ours.

    Args:
        table: its name in the workbook.
        heading: the one that is not there.
        headings: those that are.
    """
    name = next((sheet.name for sheet in TABLES if sheet.table == table), table)
    near = get_close_matches(heading, list(headings), n=MOST, cutoff=0.5)
    return MissingColumnError(table=name, column=heading, found=tuple(near))
