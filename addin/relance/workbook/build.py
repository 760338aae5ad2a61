"""A fresh workbook: every sheet, table, list and name of the schema, with the rows given."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

from ..wording import workbook as words
from .build_home import add_home, balance_cells
from .build_parameters import add_lists, add_parameters
from .build_tables import Row, add_table
from .chart import aged_chart
from .schema import AGED_BALANCE, FIGURES, HOME_SHEET, TABLES
from .styles import Styles
from .xlsx import Workbook, Worksheet, define, new_workbook

CREATED = datetime(2026, 1, 1)  # noqa: DTZ001 (fixed, so that the same input gives the same bytes)
NOTHING: Mapping[str, object] = {}


def build_book(
    path: str | Path,
    parameters: Mapping[str, object] = NOTHING,
    rows: Mapping[str, Sequence[Row]] | None = None,
    figures: Mapping[str, object] = NOTHING,
) -> None:
    """Write a fresh .xlsx with values only; an existing file is replaced.

    Args:
        path: where.
        parameters: values by defined name (`schema.PARAMETERS`); the others take their default.
        rows: by table name, cells by heading, as `write` makes them.
        figures: values of `Accueil` by defined name (`schema.FIGURES`, `File1Client`, ...).
    """
    Path(path).write_bytes(book_bytes(parameters, rows, figures))


def book_bytes(
    parameters: Mapping[str, object] = NOTHING,
    rows: Mapping[str, Sequence[Row]] | None = None,
    figures: Mapping[str, object] = NOTHING,
    formulas: Mapping[str, Mapping[str, str]] | None = None,
    finish: Callable[[Workbook], None] | None = None,
) -> bytes:
    """Return a fresh workbook; the same input gives the same bytes.

    Args:
        parameters: as in `build_book`.
        rows: as in `build_book`.
        figures: as in `build_book`.
        formulas: by table name, then by heading: columns that compute; `rows` cache their values.
        finish: called before the workbook is closed, to add what only a host knows.
    """
    target = BytesIO()
    workbook = new_workbook(target)
    workbook.set_properties({"title": words.TITLE, "author": words.TITLE, "created": CREATED})
    workbook.set_calc_mode("auto")
    styles = Styles(workbook)
    add_home(workbook, figures, parameters.get("CreancierNom"), styles)
    for sheet in TABLES:
        given = (rows or {}).get(sheet.table, ())
        computing = (formulas or {}).get(sheet.table, {})
        worksheet = add_table(workbook, sheet.shown(bool(computing)), given, styles, computing)
        if sheet.table == AGED_BALANCE.table:
            _add_balance_chart(workbook, worksheet, figures, styles)
    add_parameters(workbook, parameters, styles)
    add_lists(workbook, styles)
    if finish is not None:
        finish(workbook)
    workbook.close()
    return target.getvalue()


def _add_balance_chart(
    workbook: Workbook, worksheet: Worksheet, figures: Mapping[str, object], styles: Styles
) -> None:
    """Put the chart and the DSO beside the table of the aged balance."""
    beside = len(AGED_BALANCE.columns) + 1
    name = "BalanceDso"
    label = next(figure.label for figure in FIGURES if figure.name == name)
    worksheet.write_string(0, beside, label, styles.of(bold=True, valign="vcenter"))
    style = styles.of(bold=True, font_size=14, align="left", num_format="0", valign="vcenter")
    worksheet.write(0, beside + 1, figures.get(name), style)
    define(workbook, name, AGED_BALANCE.name, 0, beside + 1)
    chart = aged_chart(workbook, HOME_SHEET, *balance_cells())
    chart.set_size({"width": 520, "height": 300})
    worksheet.insert_chart(1, beside, chart, {"object_position": 2})
