"""Where a finding stands, in words: its sheet, row and column; or its parameter."""

from ..core.findings import Finding
from ..wording.sentences import sentence
from ..workbook.schema import PARAMETERS_SHEET, sheet
from .parameters import parameter


def place(finding: Finding) -> str:
    """Return where a finding stands, "" when it is about the whole: sheet (or file), row, column.

    A finding of an import names no table: its row is the file's.
    """
    if parameter(finding):
        return sentence("place_parameter", {"sheet": PARAMETERS_SHEET, "column": finding.column})
    if not finding.row:
        return ""
    table = str(finding.facts.get("table", ""))
    facts = {"row": finding.row, "column": finding.column}
    if not table:
        return sentence("place", facts)
    return sentence("place_in", {"sheet": sheet(table).name, **facts})
