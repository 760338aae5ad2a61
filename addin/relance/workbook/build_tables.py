"""One sheet with its table: headings, cells, widths, validations and print setup."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import NamedTuple

from ..wording import workbook as words
from .build_cells import put, put_formula
from .build_rules import LAST_ROW, add_tints, add_validation
from .schema import Column, Sheet
from .styles import TAB_OURS, TAB_SETTINGS, TAB_USER, WRAPPED, Styles
from .xlsx import Format, Workbook, Worksheet, letters

Row = Mapping[str, object]

FROZEN = {
    "tFactures": 3,
    "tClients": 2,
    "tJournal": 1,
    "tAgenda": 2,
    "tBalance": 2,
    "tScenario": 2,
    "tTaux": 1,
}
SETTINGS = ("tScenario", "tTaux")
A4 = 9
THIS_ROW = "[#This Row],"  # what "@" stands for in a table's formula, as files have it
PAGE_CHARACTERS = 190  # widest print that stays readable on one landscape page
BUTTON_ROOM = 4  # characters that the filter button and the indent take
PADDING = 2  # characters that the indent takes
LINE_HEIGHT = 13.5  # points, of a line of text
HEADING_LINES = 2  # at least
TEXT_DENSITY = 1.25  # characters of running text in the room of one figure
ROW_ROOM = 2  # points, around the lines of a row


def add_table(
    workbook: Workbook,
    sheet: Sheet,
    rows: Sequence[Row],
    styles: Styles,
    formulas: Mapping[str, str],
) -> Worksheet:
    """Add a sheet with its table; a table without rows has one blank row, ready to be filled.

    Args:
        workbook: being written.
        sheet: what the schema says of it.
        rows: cells by heading.
        styles: the workbook's formats.
        formulas: by heading, for books that compute; the rows hold the cached values.
    """
    worksheet = workbook.add_worksheet(sheet.name)
    shown = rows or [{}]
    _set_columns(worksheet, sheet, rows, styles)
    last = len(sheet.columns) - 1
    worksheet.add_table(0, 0, len(shown), last, _options(sheet, styles, formulas))
    places = [_place(sheet, column, styles, formulas) for column in sheet.columns]
    for number, row in enumerate(shown, 1):
        _write_row(worksheet, number, places, row)
    worksheet.ignore_errors({"number_stored_as_text": f"A2:{letters(last)}{LAST_ROW + 1}"})
    worksheet.set_row(0, heading_height(sheet))
    worksheet.freeze_panes(1, FROZEN.get(sheet.table, 0))
    worksheet.set_tab_color(_tab(sheet))
    add_tints(worksheet, sheet, styles)
    _set_print(worksheet, sheet, rows)
    return worksheet


def _set_columns(worksheet: Worksheet, sheet: Sheet, rows: Sequence[Row], styles: Styles) -> None:
    for place, column in enumerate(sheet.columns):
        # They close the sheet, folded, and nobody pastes beside them.
        folded = {"level": 1, "hidden": True} if column.folded else {}
        style = styles.column(column.kind, _soft(sheet, column))
        worksheet.set_column(place, place, width_of(column, rows), style, folded)
        if not (sheet.ours or column.computed):
            add_validation(worksheet, place, column)
    if sheet.columns[-1].folded:  # Excel keeps the [+] on the column after the folded ones
        after = len(sheet.columns)
        worksheet.set_column(after, after, None, None, {"collapsed": True})


def _soft(sheet: Sheet, column: Column) -> bool:
    """Computed beside what the user types: shown paler. A sheet of ours is read, so it is not."""
    return column.computed and not sheet.ours


def _options(sheet: Sheet, styles: Styles, formulas: Mapping[str, str]) -> dict[str, object]:
    return {
        "name": sheet.table,
        "style": None,
        "columns": [
            {
                "header": column.heading,
                "header_format": styles.header(column.kind, sheet.ours or column.computed),
                "format": styles.body(column.kind, _soft(sheet, column)),
                **({"formula": formulas[column.heading]} if column.heading in formulas else {}),
            }
            for column in sheet.columns
        ],
    }


class _Place(NamedTuple):
    """How the cells of one column are written; `room` is the characters of a line, 0: no wrap."""

    heading: str
    style: Format
    room: int
    formula: str


def _place(sheet: Sheet, column: Column, styles: Styles, formulas: Mapping[str, str]) -> _Place:
    room = int((width_of(column, ()) - PADDING) * TEXT_DENSITY) if column.kind in WRAPPED else 0
    formula = formulas.get(column.heading, "").replace("@", THIS_ROW)
    style = styles.body(column.kind, _soft(sheet, column))
    return _Place(column.heading, style, room, formula)


def _write_row(worksheet: Worksheet, number: int, places: Sequence[_Place], row: Row) -> None:
    lines = 1
    for column, place in enumerate(places):
        value = row.get(place.heading)
        if place.formula:
            put_formula(worksheet, number, column, place.formula, value, place.style)
        else:
            put(worksheet, number, column, value, place.style)
        lines = max(lines, _lines(value, place.room))
    if lines > 1:  # Excel fits such a row by itself, LibreOffice only when it is edited
        worksheet.set_row(number, LINE_HEIGHT * lines + ROW_ROOM)


def _lines(value: object, room: int) -> int:
    if not room or not isinstance(value, str) or (len(value) <= room and "\n" not in value):
        return 1
    return sum(max(1, len(wrap(line, room))) for line in value.split("\n"))


def width_of(column: Column, rows: Sequence[Row]) -> float:
    """Return a width, in characters, that shows heading and amounts whole; texts wrap."""
    word = max(len(part) for part in column.heading.split())
    floor = max(column.width, word + BUTTON_ROOM)
    if column.kind != "money":
        return floor
    largest = max((len(_amount(row.get(column.heading))) for row in rows), default=0)
    return max(floor, largest + PADDING)


def _amount(value: object) -> str:
    return f"{value:,.2f}" if isinstance(value, int | float) else f"{value or 0:,.2f}"


def heading_height(sheet: Sheet) -> float:
    """Return a height, in points, that shows each heading whole beside its filter button."""
    lines = [
        len(wrap(column.heading, int(width_of(column, ())) - BUTTON_ROOM))
        for column in sheet.columns
    ]
    return LINE_HEIGHT * max(HEADING_LINES, *lines) + 3 * ROW_ROOM


def _tab(sheet: Sheet) -> str:
    if sheet.table in SETTINGS:
        return TAB_SETTINGS
    return TAB_OURS if sheet.ours else TAB_USER


def _set_print(worksheet: Worksheet, sheet: Sheet, rows: Sequence[Row]) -> None:
    total = sum(width_of(column, rows) for column in sheet.columns if not column.folded)
    pages = max(1, round(total / PAGE_CHARACTERS))
    set_print(worksheet, sheet.name, pages)
    worksheet.repeat_rows(0)


def set_print(worksheet: Worksheet, name: str, pages_wide: int = 1, tall: int = 0) -> None:
    """Set A4 landscape, so many pages wide and tall (0: as needed), with name and page numbers."""
    worksheet.set_landscape()
    worksheet.set_paper(A4)
    worksheet.fit_to_pages(pages_wide, tall)
    worksheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
    worksheet.set_header(f'&L&"Calibri,Bold"&12{name}')
    worksheet.set_footer(f"&L&8{words.PRINT_FOOTER} · &F&R&8{words.PAGE} &P / &N")
