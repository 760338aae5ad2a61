"""Objects of the office: they have no types, so each name says what it is; and its constants."""

from typing import Any, TypeAlias

Address: TypeAlias = Any  # com.sun.star.table.CellRangeAddress: rows and columns from 0, inclusive
Component: TypeAlias = Any  # any other object of the office
Context: TypeAlias = Any  # com.sun.star.uno.XComponentContext
Document: TypeAlias = Any  # com.sun.star.sheet.SpreadsheetDocument
Frame: TypeAlias = Any  # com.sun.star.frame.XFrame, a window
Listener: TypeAlias = Any
Range: TypeAlias = Any  # com.sun.star.sheet.SheetCellRange
Sheet: TypeAlias = Any  # com.sun.star.sheet.Spreadsheet
Url: TypeAlias = Any  # com.sun.star.util.URL

# com.sun.star.sheet.CellFlags
VALUES, DAYS, TEXTS, FORMULAS = 1, 2, 4, 16
CONTENT = VALUES | DAYS | TEXTS | FORMULAS
ERRORS = 4  # com.sun.star.sheet.FormulaResult
DATE, LOGICAL = 2, 1024  # com.sun.star.util.NumberFormat


def service(context: Context, name: str) -> Component:
    """Return a new object of a service."""
    return context.ServiceManager.createInstanceWithContext(name, context)
