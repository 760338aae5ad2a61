"""What refuses a table or a heading that is not there: its sheet, and a few that look like it."""

from collections.abc import Iterable
from difflib import get_close_matches

from ..core.errors import MissingColumnError, MissingTableError
from ..workbook.schema import REBUILT, TABLES

MOST = 5  # a table has forty headings: naming them all would hide the one that is wrong


def missing_column(table: str, heading: str, headings: Iterable[str]) -> MissingColumnError:
    """Return the refusal, which names the sheet of a table of ours.

    Args:
        table: its name in the workbook.
        heading: the one that is not there.
        headings: those that are.
    """
    near = get_close_matches(heading, list(headings), n=MOST, cutoff=0.5)
    return MissingColumnError(table=_sheet(table), column=heading, found=tuple(near))


def missing_table(table: str, path: str) -> MissingTableError:
    """Return the refusal of a table, which tells what can be made anew."""
    lost = {"reason": "rebuilt"} if any(one.table == table for one in REBUILT) else {}
    return MissingTableError(table=table, sheet=_sheet(table), path=path, **lost)


def _sheet(table: str) -> str:
    return next((sheet.name for sheet in TABLES if sheet.table == table), table)
