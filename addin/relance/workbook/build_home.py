"""`Accueil`: key figures, the day's work, the aged balance and the top of the queue."""

from collections.abc import Mapping

from ..wording import workbook as words
from ..wording.labels import LABELS
from .build_cells import put, put_formula
from .build_tables import set_print
from .chart import aged_chart
from .schema import ALARM_LINES, ALARM_NAME, FIGURES, HOME_SHEET, QUEUE, QUEUE_LINES
from .styles import ACCENT, ACCENT_TINT, COMPUTED, INK, INK_SOFT, RULE, TAB_USER, WHITE, Styles
from .xlsx import Format, Workbook, Worksheet, define

# The grid: a margin, then twelve equal columns. Rows and columns count from 0.
MARGIN, CELL_WIDTH, LAST = 2, 11.5, 12
CARDS = ("KpiOuvert", "KpiEchu", "KpiDemande", "KpiARelancer", "KpiBloques", "KpiDso")
CARD_ROW, DAY_ROW, BALANCE_ROW, ALARMS_ROW = 4, 8, 13, 23
QUEUE_ROW = ALARMS_ROW + ALARM_LINES + 2
SHEETS_ROW = QUEUE_ROW + QUEUE_LINES + 3
BUCKETS = len(LABELS["bucket"])
TOTAL = "KpiTotal"  # of the ages and the credits: the first figure of the sheet
AGES = (
    *(f"KpiTranche{code}" for code in LABELS["bucket"]), "KpiNonVentile", "KpiCredits", TOTAL,
)  # fmt: skip
LEFT_END, AMOUNTS, RIGHT = 5, 4, 7
QUEUE_SPANS = ((1, 4), (5, 8), (9, 10), (11, 12))
CARD_FORMATS = {"money": '#,##0\\ "€"', "integer": "0"}
STEP_HEIGHT = 48
LINE_HEIGHT = 19
CHART_SIZE = (512, 288)  # pixels: six columns, from the day's title to the last bucket


class Home:
    """The sheet while it is being written."""

    def __init__(self, workbook: Workbook, styles: Styles, figures: Mapping[str, object]) -> None:
        """Add the sheet and its grid.

        Args:
            workbook: being written.
            styles: the workbook's formats.
            figures: by defined name (`schema.FIGURES`, `File1Client`, ...).
        """
        self.workbook = workbook
        self.styles = styles
        self.figures = figures
        self.sheet: Worksheet = workbook.add_worksheet(HOME_SHEET)
        self.sheet.hide_gridlines(2)
        self.sheet.set_column(0, 0, MARGIN, styles.of())
        self.sheet.set_column(1, LAST, CELL_WIDTH, styles.of())
        self.sheet.set_tab_color(TAB_USER)
        set_print(self.sheet, HOME_SHEET, tall=1)
        self.sheet.center_horizontally()

    def span(self, row: int, first: int, last: int, value: object, style: Format) -> None:
        """Write a value over merged columns."""
        self.sheet.merge_range(row, first, row, last, None, style)
        put(self.sheet, row, first, value, style)

    def named(self, name: str, row: int, first: int, last: int, style: Format) -> None:
        """Write a figure over merged columns and define its name."""
        if first == last:
            put(self.sheet, row, first, self.figures.get(name), style)
        else:
            self.span(row, first, last, self.figures.get(name), style)
        define(self.workbook, name, HOME_SHEET, row, first)

    def section(self, row: int, first: int, last: int, title: str) -> None:
        """Write a section title with its rule."""
        style = self.styles.of(
            bold=True, font_size=12, font_color=ACCENT, bottom=2, bottom_color=ACCENT
        )
        self.sheet.set_row(row, 22)
        self.span(row, first, last, title, style)


def add_home(
    workbook: Workbook, figures: Mapping[str, object], creditor: object, styles: Styles
) -> None:
    """Add `Accueil`, the first sheet, and the names of its figures.

    Args:
        workbook: being written.
        figures: by defined name; blank ones stay blank until `Actualiser`.
        creditor: the creditor's name, shown by a formula that follows `Paramètres`.
        styles: the workbook's formats.
    """
    home = Home(workbook, styles, figures)
    _add_title(home, creditor)
    _add_cards(home)
    _add_day(home)
    _add_balance(home)
    _add_alarms(home)
    _add_queue(home)
    _add_sheets(home)
    home.sheet.activate()
    home.sheet.set_first_sheet()


def _add_title(home: Home, creditor: object) -> None:
    of = home.styles.of
    home.sheet.set_row(0, 10)
    home.sheet.set_row(1, 36)
    home.span(1, 1, 6, words.TITLE, of(bold=True, font_size=26, font_color=ACCENT))
    name = of(font_size=14, align="right", valign="vcenter", bold=True)
    home.sheet.merge_range(1, 7, 1, LAST, None, name)
    put_formula(home.sheet, 1, 7, '=IF(CreancierNom="","",CreancierNom)', creditor or "", name)
    soft = of(font_color=INK_SOFT)
    home.span(2, 1, 2, words.AS_OF, soft)
    day = of(num_format="dd/mm/yyyy", align="left", bold=True)
    home.named("KpiArrete", 2, 3, 4, day)


def _add_cards(home: Home) -> None:
    kinds = {figure.name: figure for figure in FIGURES}
    top = {"bg_color": ACCENT_TINT, "indent": 1}
    home.sheet.set_row(CARD_ROW, 24)
    home.sheet.set_row(CARD_ROW + 1, 34)
    for place, name in enumerate(CARDS):
        first = 1 + 2 * place
        edges = {"left": 5, "left_color": WHITE} if place else {}
        label = home.styles.of(
            **top, **edges, font_color=INK_SOFT, top=5, top_color=ACCENT, valign="vcenter"
        )
        value = home.styles.of(
            **top, **edges, bold=True, font_size=17, align="left", valign="top",
            num_format=CARD_FORMATS[kinds[name].kind],
        )  # fmt: skip
        home.span(CARD_ROW, first, first + 1, kinds[name].label, label)
        home.named(name, CARD_ROW + 1, first, first + 1, value)
    note = home.styles.of(font_color=INK_SOFT, font_size=9)
    others = home.styles.of(
        font_color=INK_SOFT, font_size=9, num_format=f'"{words.OTHER_CURRENCIES}"@'
    )
    home.span(CARD_ROW + 2, 1, 2, words.FIGURES_NOTE, note)
    home.named("KpiAutresDevises", CARD_ROW + 2, 3, LAST, others)


def _add_day(home: Home) -> None:
    home.section(DAY_ROW, 1, LEFT_END, words.DAY_TITLE)
    bold = home.workbook.add_format({"bold": True, "font_color": INK, "font_name": "Calibri"})
    text = home.styles.of(text_wrap=True, valign="vcenter")
    number = home.styles.of(
        bold=True, font_size=16, font_color=ACCENT, align="center", valign="vcenter"
    )
    for place, (title, detail) in enumerate(words.DAY, 1):
        row = DAY_ROW + place
        home.sheet.set_row(row, STEP_HEIGHT)
        put(home.sheet, row, 1, place, number)
        home.sheet.merge_range(row, 2, row, LEFT_END, None, text)
        home.sheet.write_rich_string(row, 2, bold, f"{title}. ", detail, text)


def _add_balance(home: Home) -> None:
    home.section(BALANCE_ROW, 1, LEFT_END, words.BALANCE_TITLE)
    line = {"bottom": 1, "bottom_color": RULE, "valign": "vcenter"}
    buckets = [figure for figure in FIGURES if figure.name in AGES]
    for place, figure in enumerate(buckets, 1):
        row = BALANCE_ROW + place
        home.sheet.set_row(row, LINE_HEIGHT)
        look = {**line, "bold": figure.name == TOTAL}
        home.span(row, 1, 3, figure.label, home.styles.of(**look))
        money = home.styles.of(**look, num_format="#,##0.00", align="right")
        home.named(figure.name, row, AMOUNTS, LEFT_END, money)
    home.section(DAY_ROW, RIGHT, LAST, words.BALANCE_AXIS)
    chart = aged_chart(home.workbook, HOME_SHEET, *balance_cells())
    chart.set_size({"width": CHART_SIZE[0], "height": CHART_SIZE[1]})
    home.sheet.insert_chart(DAY_ROW + 1, RIGHT, chart, {"object_position": 2, "y_offset": 6})


def balance_cells() -> tuple[int, int, int, int]:
    """Return first row, last row, column of labels and column of amounts of the age buckets."""
    return BALANCE_ROW + 1, BALANCE_ROW + BUCKETS, 1, AMOUNTS


def _add_alarms(home: Home) -> None:
    home.section(ALARMS_ROW, 1, LAST, words.ALARMS_TITLE)
    style = home.styles.of(bottom=1, bottom_color=RULE, valign="vcenter", shrink=True)
    for place in range(1, ALARM_LINES + 1):
        row = ALARMS_ROW + place
        home.sheet.set_row(row, LINE_HEIGHT)
        home.named(ALARM_NAME.format(place), row, 1, LAST, style)


def _add_queue(home: Home) -> None:
    home.section(QUEUE_ROW, 1, LAST, words.QUEUE_TITLE)
    head = {"bold": True, "font_color": INK_SOFT, "bottom": 1, "bottom_color": RULE}
    line = {"bottom": 1, "bottom_color": RULE, "valign": "vcenter"}
    looks = {"money": {"num_format": "#,##0.00", "align": "right"}}
    looks["date"] = {"num_format": "dd/mm/yyyy", "align": "right"}
    for field, (first, last) in zip(QUEUE, QUEUE_SPANS, strict=True):
        look = looks.get(field.kind, {"align": "left"})
        home.span(QUEUE_ROW + 1, first, last, field.label, home.styles.of(**head, **_only(look)))
        for place in range(1, QUEUE_LINES + 1):
            row = QUEUE_ROW + 1 + place
            home.sheet.set_row(row, LINE_HEIGHT)
            home.named(f"File{place}{field.name}", row, first, last, home.styles.of(**line, **look))


def _only(look: Mapping[str, object]) -> dict[str, object]:
    return {"align": look["align"]}


def _add_sheets(home: Home) -> None:
    """Links to the sheets, in two columns, and what the two shades of headings mean."""
    home.section(SHEETS_ROW, 1, LAST, words.SHEETS_TITLE)
    link = home.styles.of(font_color=ACCENT, underline=1)
    soft = home.styles.of(font_color=INK_SOFT)
    half = -(-len(words.SHEETS) // 2)
    for place, (name, text) in enumerate(words.SHEETS.items()):
        row, first = SHEETS_ROW + 1 + place % half, 1 if place < half else RIGHT
        home.sheet.write_url(row, first, f"internal:'{name}'!A1", link, name)
        home.span(row, first + 2, first + 5, text, soft)
    row = SHEETS_ROW + half + 2
    home.span(row, 1, 3, words.LEGEND_INPUT, home.styles.of(bg_color=ACCENT, font_color=WHITE))
    home.span(
        row, 5, 7, words.LEGEND_COMPUTED, home.styles.of(bg_color=COMPUTED, font_color=ACCENT)
    )
