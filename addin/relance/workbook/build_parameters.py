"""The sheet `Paramètres` (named cells under section titles) and the hidden lists of `Textes`."""

from collections.abc import Mapping

from ..core.parse import is_blank
from ..wording import workbook as words
from ..wording.labels import LABELS, choices
from .build_cells import put
from .build_rules import LIST_PREFIX, validation
from .build_tables import set_print
from .schema import PARAMETERS, PARAMETERS_SHEET, TABLES, TEXTS_SHEET, CellKind, Parameter
from .styles import ACCENT, COMPUTED, INK_SOFT, NUMBER_FORMATS, RULE, TAB_SETTINGS, WHITE, Styles
from .values import parser
from .write import parameter_cell
from .xlsx import Workbook, Worksheet, define

LABEL, VALUE, HELP = 1, 2, 3  # columns, from 0; the first is a margin
FIRST_LINE = 3
WIDTHS = (2, 46, 46, 72)
SECTION_HEIGHT, LINE_HEIGHT, TALL_HEIGHT = 28, 20, 33  # points: title, one line, two lines
TALL = ("Ibans", "RegimesValides")
OURS = ("AsOf", "Regles", "TauxLocaux", "Identifiant", "SchemaVersion")  # written by Relance


def add_parameters(workbook: Workbook, values: Mapping[str, object], styles: Styles) -> Worksheet:
    """Add the sheet of parameters and a defined name for each.

    Args:
        workbook: being written.
        values: by defined name; the others take their default.
        styles: the workbook's formats.
    """
    worksheet = workbook.add_worksheet(PARAMETERS_SHEET)
    worksheet.hide_gridlines(2)
    for place, width in enumerate(WIDTHS):
        worksheet.set_column(place, place, width, styles.of())
    worksheet.set_row(0, 34)
    title = styles.of(bold=True, font_size=18, font_color=ACCENT, valign="vcenter")
    put(worksheet, 0, LABEL, words.PARAMETERS_TITLE, title)
    put(worksheet, 1, LABEL, words.PARAMETERS_INTRO, styles.of(font_color=INK_SOFT))
    line = FIRST_LINE
    for parameter in PARAMETERS:
        if parameter.section:
            line = _section(worksheet, line, parameter.section, styles)
        _line(worksheet, line, parameter, values.get(parameter.name), styles)
        define(workbook, parameter.name, PARAMETERS_SHEET, line, VALUE)
        line += 1
    worksheet.freeze_panes(2, 0)
    worksheet.set_tab_color(TAB_SETTINGS)
    set_print(worksheet, PARAMETERS_SHEET, tall=1)
    worksheet.set_portrait()  # on one page, no section is parted from its title
    return worksheet


def _section(worksheet: Worksheet, line: int, title: str, styles: Styles) -> int:
    if line > FIRST_LINE:
        line += 1
    style = styles.of(
        bold=True, font_size=12, font_color=ACCENT, bottom=2, bottom_color=ACCENT, valign="bottom"
    )
    worksheet.set_row(line, SECTION_HEIGHT)
    for place in (LABEL, VALUE, HELP):
        put(worksheet, line, place, title if place == LABEL else None, style)
    return line + 1


def _line(
    worksheet: Worksheet, line: int, parameter: Parameter, value: object, styles: Styles
) -> None:
    plain = {"valign": "vcenter", "bottom": 1, "bottom_color": RULE}
    given = first_value(parameter) if is_blank(value) else value
    ours = parameter.name in OURS
    box = styles.of(
        num_format=_number_format(parameter.kind), align="left", valign="vcenter", indent=1,
        text_wrap=not ours, border=1, border_color="#B8C4CC",
        bg_color=COMPUTED if ours else WHITE,
    )  # fmt: skip
    help_style = styles.of(**plain, font_color=INK_SOFT, text_wrap=True, indent=1)
    put(worksheet, line, LABEL, parameter.label, styles.of(**plain))
    put(worksheet, line, VALUE, parameter_cell(parameter, given), box)
    put(worksheet, line, HELP, words.PARAMETER_HELP.get(parameter.name), help_style)
    worksheet.set_row(line, height_of(parameter))
    rule = validation(parameter)
    if rule is not None:
        worksheet.data_validation(line, VALUE, line, VALUE, rule)


def height_of(parameter: Parameter) -> int:
    """Return the height, in points, of the line of a parameter with its help."""
    is_long = len(words.PARAMETER_HELP.get(parameter.name, "")) > WIDTHS[HELP]
    return TALL_HEIGHT if is_long or parameter.name in TALL else LINE_HEIGHT


def _number_format(kind: CellKind) -> str:
    return NUMBER_FORMATS.get(kind, "General")


def first_value(parameter: Parameter) -> object:
    """Return what a fresh workbook says of a parameter; None when blank."""
    return parser(parameter)(parameter.default) if parameter.default else None


def add_lists(workbook: Workbook, styles: Styles) -> None:
    """Add the hidden sheet of lists, each with a defined name that the validations use."""
    worksheet = workbook.add_worksheet(TEXTS_SHEET)
    for place, family in enumerate(families()):
        put(worksheet, 0, place, family, styles.of(bold=True))
        for line, text in enumerate(choices(family), 1):
            put(worksheet, line, place, text, styles.of(num_format="@"))
        last = len(LABELS[family])
        define(workbook, LIST_PREFIX + family, TEXTS_SHEET, 1, place, last)
    worksheet.hide()


def families() -> tuple[str, ...]:
    """Return the lists that columns and parameters choose from, in a fixed order."""
    used = [column.family for sheet in TABLES for column in sheet.columns]
    used += [parameter.family for parameter in PARAMETERS]
    return tuple(sorted(set(filter(None, used))))
