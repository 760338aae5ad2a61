"""The sheets of the macro workbook: those of every workbook of ours, computing in their cells.

What only Excel needs is added: code names for the VBA project, the sheet that tells xlwings where
Python is, and no recalculation at opening, since that would start Python by surprise.
"""

from io import BytesIO

from ....actions.create import policy_rows, shown_rates
from ....wording.macros import text_rows
from ....workbook import schema
from ....workbook.build import book_bytes
from ....workbook.build_parameters import families
from ....workbook.formulas import invoice_formulas
from ....workbook.xlsx import Workbook, define, letters
from .module import SHEET, WORKBOOK, Module
from .wrappers import help_rows

CONF_SHEET = "xlwings.conf"
# A blank interpreter is the one on the path. USE UDF SERVER keeps one Python for functions and
# buttons. Texts where xlwings compares texts: a French Excel writes its booleans "Vrai", "Faux".
CONFIGURATION: tuple[tuple[str, object], ...] = (
    ("INTERPRETER_WIN", None),
    ("ADD_WORKBOOK_TO_PYTHONPATH", "False"),
    ("USE UDF SERVER", True),
    ("UDF MODULES", "relance.hosts.excel.functions"),
    ("SHOW_ERROR_POPUPS", "True"),
)
# The calculation engine of Excel since 2019: an older number makes Excel compute all at opening.
CALCULATION_ID = 191029
WORKBOOK_CODE = "ThisWorkbook"
SHEET_CODE = "Feuil{}"


def computing_book(project: bytes) -> bytes:
    """Return the workbook with formulas, code names and the VBA project.

    Args:
        project: `vbaProject.bin`; its documents must be `documents()`.
    """

    def finish(workbook: Workbook) -> None:
        _add_texts(workbook)
        _add_configuration(workbook)
        workbook.set_vba_name(WORKBOOK_CODE)
        for place, worksheet in enumerate(workbook.worksheets(), 1):
            worksheet.set_vba_name(SHEET_CODE.format(place))
        workbook.add_vba_project(BytesIO(project), is_stream=True)
        workbook.set_calc_mode("auto", CALCULATION_ID)
        workbook.calc_on_load = False

    rows = {schema.POLICY.table: policy_rows(), schema.RATES.table: shown_rates()}
    formulas = {schema.INVOICES.table: invoice_formulas()}
    return book_bytes(rows=rows, formulas=formulas, finish=finish)


def documents(workbook_code: str) -> list[Module]:
    """Return the modules of the workbook and of each of its sheets, in their order.

    Args:
        workbook_code: the source of ThisWorkbook; sheets have no code.
    """
    count = len(schema.TABLES) + 4  # Accueil, Paramètres, Textes, xlwings.conf
    sheets = [
        Module(SHEET_CODE.format(place), "Option Explicit\n", "document", SHEET)
        for place in range(1, count + 1)
    ]
    return [Module(WORKBOOK_CODE, workbook_code, "document", WORKBOOK), *sheets]


def _add_texts(workbook: Workbook) -> None:
    """Put what the macros say, and the help of the functions, beside the lists of `Textes`."""
    worksheet = workbook.get_worksheet_by_name(schema.TEXTS_SHEET)
    left = len(families()) + 1
    for name, rows in (("TextesMacros", text_rows()), ("AideFonctions", help_rows())):
        width = len(rows[0])
        for row, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                worksheet.write_string(row, left + place, cell)
        first, last = letters(left), letters(left + width - 1)
        area = f"'{schema.TEXTS_SHEET}'!${first}$1:${last}${len(rows)}"
        workbook.define_name(name, f"={area}")
        left += width + 1


def _add_configuration(workbook: Workbook) -> None:
    worksheet = workbook.add_worksheet(CONF_SHEET)
    worksheet.set_column(0, 0, 30)
    worksheet.set_column(1, 1, 60)
    for row, (key, value) in enumerate(CONFIGURATION):
        worksheet.write_string(row, 0, key)
        if isinstance(value, bool):
            worksheet.write_boolean(row, 1, value)
        elif value is None:
            worksheet.write_blank(row, 1, None)
        else:
            worksheet.write_string(row, 1, str(value))
    define(workbook, schema.INTERPRETER, CONF_SHEET, 0, 1)
    worksheet.hide()
