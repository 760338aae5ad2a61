"""One value -> one cell of a worksheet that is being written."""

from datetime import date, datetime
from decimal import Decimal

from .xlsx import Format, Worksheet

LONGEST_TEXT = 32_767  # characters that Excel takes in a cell


def put(worksheet: Worksheet, row: int, column: int, value: object, style: Format) -> None:
    """Write a value as what it is: text is never taken for a formula, a number or a link.

    Args:
        worksheet: the sheet.
        row: from 0.
        column: from 0.
        value: None, text, number, amount, day or yes/no.
        style: the cell's format.
    """
    if value is None or value == "":
        worksheet.write_blank(row, column, None, style)
    elif isinstance(value, bool):
        worksheet.write_boolean(row, column, value, style)
    elif isinstance(value, int | float | Decimal):
        worksheet.write_number(row, column, float(value), style)
    elif isinstance(value, datetime | date):
        worksheet.write_datetime(row, column, value, style)
    else:
        worksheet.write_string(row, column, str(value)[:LONGEST_TEXT], style)


def put_formula(
    worksheet: Worksheet, row: int, column: int, formula: str, value: object, style: Format
) -> None:
    """Write a formula with the value that it shows before the first recalculation."""
    shown = float(value) if isinstance(value, Decimal) else value
    if isinstance(shown, date):
        shown = (shown - date(1899, 12, 30)).days
    worksheet.write_formula(row, column, formula, style, "" if shown is None else shown)
