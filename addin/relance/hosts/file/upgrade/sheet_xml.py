"""A new sheet with its table: headings and one blank row, in the looks of the workbook."""

from collections.abc import Sequence

from ....workbook.build_tables import FROZEN, heading_height
from ....workbook.schema import Sheet
from ..cells import cell, formula_tag
from ..ranges import Area, cell_name
from ..styles import Styles
from .cols import with_columns
from .entries import RELATIONSHIPS
from .looks import Looks
from .wider import Addition, column_entries

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_END = (
    b'<pageMargins left="0.4" right="0.4" top="0.75" bottom="0.6" header="0.3" footer="0.3"/>'
    b'<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>'
    b'<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>'
)


def sheet_part(
    sheet: Sheet, added: Sequence[Addition], looks: Looks, styles: Styles, code_name: str
) -> bytes:
    """Return the part of a new sheet; its table is its relationship `rId1`.

    Args:
        sheet: what the schema says of it.
        added: all of its columns, in their order.
        looks: of the workbook's tables.
        styles: of the workbook.
        code_name: its name in the VBA project, "" in a workbook without macros.
    """
    found = [looks.of(sheet, one.column) for one in added]
    facts = {at: look.facts(added[at].column) for at, look in enumerate(found)}
    head = with_columns(_head(sheet, len(added), code_name), facts)
    headings = blanks = b""
    for at, (look, one) in enumerate(zip(found, added, strict=True)):
        name, blank = cell_name(1, at).encode(), cell_name(2, at).encode()
        headings += cell(name, one.column.heading, look.heading, b"", styles)
        value = "" if one.formula else None
        blanks += cell(blank, value, look.body, formula_tag(one.formula), styles)
    rows = b'<row r="1" ht="%g" customHeight="1">%b</row><row r="2">%b</row></sheetData>'
    return head + rows % (heading_height(sheet), headings, blanks) + _END


def table_part(sheet: Sheet, added: Sequence[Addition], number: int) -> bytes:
    """Return the part of a new table; `number` is its id in the workbook."""
    area, name = _area(len(added)), sheet.table
    start = (
        f'{_DECLARATION}<table xmlns="{MAIN}" id="{number}" name="{name}" displayName="{name}"'
        f' ref="{area}" totalsRowShown="0"><autoFilter ref="{area}"/>'
        f'<tableColumns count="{len(added)}">'
    )
    end = (
        '</tableColumns><tableStyleInfo showFirstColumn="0" showLastColumn="0"'
        ' showRowStripes="1" showColumnStripes="0"/></table>'
    )
    return start.encode() + column_entries(added) + end.encode()


def _head(sheet: Sheet, count: int, code_name: str) -> bytes:
    code = f' codeName="{code_name}"' if code_name else ""
    return (
        f'{_DECLARATION}<worksheet xmlns="{MAIN}" xmlns:r="{RELATIONSHIPS}">'
        f'<sheetPr{code}><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="{_area(count)}"/>'
        f'<sheetViews><sheetView workbookViewId="0">{_pane(sheet)}</sheetView></sheetViews>'
        '<sheetFormatPr defaultRowHeight="15"/><sheetData>'
    ).encode()


def _area(columns: int) -> Area:
    return Area(1, 0, 2, columns - 1)


def _pane(sheet: Sheet) -> str:
    """Headings stay in sight, and the first columns where they name the row."""
    columns = FROZEN.get(sheet.table, 0)
    first, split = cell_name(2, columns), f' xSplit="{columns}"' if columns else ""
    active = "bottomRight" if columns else "bottomLeft"
    return f'<pane{split} ySplit="1" topLeftCell="{first}" activePane="{active}" state="frozen"/>'
