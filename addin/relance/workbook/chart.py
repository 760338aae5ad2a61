"""The aged balance as a native chart, fed by the named figures of `Accueil`."""

from ..wording import workbook as words
from .styles import ACCENT, FONT, INK, INK_SOFT, RULE
from .xlsx import Chart, Workbook

# From not due to more than 90 days: the accent, then warmer as the debt grows old.
BARS = (ACCENT, "#7FA8BA", "#E3B964", "#D98E5F", "#BF5B62")


def aged_chart(
    workbook: Workbook, sheet: str, first: int, last: int, labels: int, amounts: int
) -> Chart:
    """Return a column chart of the five age buckets.

    Args:
        workbook: being written.
        sheet: the sheet of the figures.
        first: first row of the figures, from 0.
        last: last row of the figures, from 0.
        labels: their column of labels, from 0.
        amounts: their column of amounts, from 0.
    """
    chart = workbook.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": words.BALANCE_AXIS,
            "categories": [sheet, first, labels, last, labels],
            "values": [sheet, first, amounts, last, amounts],
            "points": [{"fill": {"color": color}, "border": {"none": True}} for color in BARS],
            "gap": 55,
            "data_labels": {
                "value": True,
                "num_format": "#,##0",
                "font": {"name": FONT, "size": 9, "color": INK},
            },
        }
    )
    chart.set_title({"none": True})
    chart.set_legend({"none": True})
    font = {"name": FONT, "size": 9, "color": INK_SOFT}
    chart.set_x_axis({"num_font": font, "line": {"color": RULE}, "major_tick_mark": "none"})
    chart.set_y_axis(
        {
            "num_font": font,
            "num_format": "#,##0",
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": RULE, "width": 0.75}},
            "major_tick_mark": "none",
        }
    )
    chart.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    return chart
