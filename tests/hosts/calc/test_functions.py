"""The functions in a real office give what the Python callables give, in workbooks of Excel too."""

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from inspect import Parameter, signature
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from tests.tools import office
from tests.tools.office import Office

from relance.hosts.functions import DUNNING_PHASE, FUNCTIONS
from relance.hosts.functions_answers import BLOCKS, NUMBERS

ROWS = 10_000
EXCEL = "Calc MS Excel 2007 XML"
AT = 13  # column of the formulas: no function has so many arguments
ELEMENTWISE = [function for function in FUNCTIONS if function.__name__ not in BLOCKS]
DAYS = [date(2024, 1, 1) + timedelta(place) for place in range(1200)]
# What users type, with what they mistype. Left out is what Calc does not tell apart: TRUE is 1,
# and 0 is blank, so that no amount is blank beside a due date, nor 0 without one.
CELLS: dict[str, Sequence[object]] = {
    "amount": ["1 234,50 €", "abc", 0.01, -120.5, 1200.55, 99.999, 20_000, 3.5, 1e6],
    "due_date": ["30/09/2026", "2026-02-31", *DAYS[::7]],
    "invoice_date": [None, "15/01/2026", *DAYS[::9]],
    "on_date": [None, "demain", *DAYS[::9]],
    "sent_on": [None, *DAYS[::9]],
    "performed_on": [None, *DAYS[::9]],
    "as_of": [date(2026, 11, 23), date(2026, 11, 30), "23/11/2026", None, *DAYS[900:904]],
    "paid_on": [None, None, "", *DAYS[900:910]],
    "last_date": [None, *DAYS[900:910]],
    "claim_from": [None, None, *DAYS[900:910]],
    "claim_until": [None, None, *DAYS[900:910]],
    "acknowledged_on": [None, None, *DAYS[900:910]],
    "terms": ["30", "45 fin de mois", "fin de mois 45", "comptant", 30, 60, None, "un jour"],
    "country": ["FR", "BE", None, "XX"],
    "limits": ["30;60;90", "15;45", None],
    "regime": ["FR-B2B", "FR-B2C", "FR-PUB", "BE-B2B", "BE-B2C", "LU-B2B", None, "zz", "fr-b2b "],
    "rules": [None],
    "rates": [None],
    "last_phase": [None, 0, 1, 2, 3, "mail-1", "", 5, 2.5],
    "last_step": [None, "mail-1", "call-1", 1, 2, "", "zzz"],
    "last_channel": [None, "e-mail", "lettre", "téléphone", "zzz"],
    "channel": ["e-mail", "lettre", "recommandé (LRAR)", None],
    "status": [None, None, "à régler", "litige", "promesse", "suspendue", "zzz"],
    "profile": [None, "oubli", "difficulté", "retardataire", "à vérifier"],
    "rate": [None, None, 0.12, "12 %", 0.08, "abc"],
    "nature": [None, "transport", "general", "periodic"],
    "number": [None, "F-2026-0001", "000123", 12345, "FA 99", 987654321],
    "kind": ["RF", "OGM", None],
}


def questions(function: Callable[..., object]) -> Iterator[dict[str, object]]:
    """Give rows of arguments by name; some of the optional ones are omitted."""
    chance = random.Random(function.__name__)  # noqa: S311  the same rows each time
    parameters = signature(function).parameters.values()
    for number in range(ROWS):
        row: dict[str, object] = {}
        for one in parameters:
            is_optional = one.default is not Parameter.empty
            if is_optional and number % 3 == 0 and chance.random() < 0.3:
                continue
            row[one.name] = chance.choice(CELLS[one.name])
        yield row


def formula(function: Callable[..., object], row: dict[str, object], number: int) -> str:
    """Return a call on the cells of a row, as Excel writes it; omitted ones stay between commas."""
    names = list(signature(function).parameters)
    places = [
        f"{get_column_letter(at)}{number}" if name in row else ""
        for at, name in enumerate(names, 1)
    ]
    while places and not places[-1]:
        places.pop()
    return f"={function.__name__}({','.join(places)})"


def expected(name: str, answer: object) -> object:
    """Return what a cell shows of an answer."""
    if isinstance(answer, str) and name in NUMBERS and answer.startswith("#"):
        return "#N/A"
    if isinstance(answer, date):
        return float(answer.toordinal() - date(1899, 12, 30).toordinal())
    return float(answer) if isinstance(answer, int | float | Decimal) else answer


def shown(cell: object) -> object:
    if cell is None:
        return ""
    return float(cell) if isinstance(cell, int | float) else cell


def asked(function: Callable[..., object], rows: list[dict[str, object]], path: Path) -> None:
    """Write a workbook of Excel that calls a function on rows of arguments."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(function.__name__)
    for number, row in enumerate(rows, 1):
        cells = [row.get(name) for name in signature(function).parameters]
        blank = [None] * (AT - 1 - len(cells))
        sheet.append([*cells, *blank, formula(function, row, number)])
    book.save(path)


def answered(calc: Office, path: Path) -> list[tuple[object, object]]:
    """Have the office compute a workbook and save it for Excel; return formulas and answers."""
    office.give_away(path.parent)
    calc.open(str(path))
    calc.recalculate()
    saved = path.with_name("answers.xlsx")
    calc.save_as(str(saved), EXCEL)
    calc.close()
    columns = []
    for data_only in (False, True):
        book = openpyxl.load_workbook(saved, data_only=data_only, read_only=True)
        rows = book.worksheets[0].iter_rows(min_col=AT, max_col=AT, values_only=True)
        columns.append([cell for (cell,) in rows])
    return list(zip(*columns, strict=True))


@pytest.mark.parametrize("function", ELEMENTWISE, ids=lambda function: function.__name__)
def test_every_cell_is_what_python_answers(
    calc: Office, place: Path, function: Callable[..., object]
) -> None:
    name = function.__name__
    rows = list(questions(function))
    asked(function, rows, place / "questions.xlsx")
    cells = answered(calc, place / "questions.xlsx")
    assert len(cells) == len(rows) == ROWS
    assert all(str(call).startswith(f"={name}(") for call, _ in cells)
    differing = [
        (row, cell, answer)
        for row, (_, cell) in zip(rows, cells, strict=True)
        for answer in [expected(name, function(**row))]
        if shown(cell) != answer
    ]
    assert differing[:3] == []


def test_a_text_answer_can_be_compared_counted_and_looked_up(calc: Office) -> None:
    calc.new()
    sheet = "Sheet1"
    for row, due in enumerate(("2026-11-30", "2026-10-31", "2026-08-01"), 1):
        calc.set_formula(sheet, f"A{row}", f'=DUNNING_BUCKET("{due}";"2026-11-23")')
        calc.set_formula(sheet, f"B{row}", str(row))
    for cell, asked_, answer in (
        ("D1", '=A1="0 Non échu"', 1.0),
        ("D2", '=COUNTIF(A1:A3;"1 De 1 à 30 j")', 1.0),
        ("D3", '=SUMIFS(B1:B3;A1:A3;"4 Plus de 90 j")', 3.0),
        ("D4", '=MATCH("1 De 1 à 30 j";A1:A3;0)', 2.0),
    ):
        calc.set_formula(sheet, cell, asked_)
        assert calc.values(sheet, cell) == ((answer,),), asked_
    calc.close()


def test_an_empty_cell_is_nothing_done(calc: Office) -> None:
    """Phase 1 on 25 December for what was due on 1 November, as in Python."""
    calc.new()
    calc.set_formula("Sheet1", "A1", '=DUNNING_PHASE("2026-11-01";"2026-12-25";B1;B2;B3)')
    assert calc.values("Sheet1", "A1") == ((1.0,),)
    assert DUNNING_PHASE("2026-11-01", "2026-12-25", None, None, None) == 1
    calc.close()


def test_a_blank_row_answers_a_blank(calc: Office) -> None:
    calc.new()
    for row, call in enumerate(("DUNNING_INTEREST(B1;B2;C1)", "DUNNING_PHASE(B1;C1)"), 1):
        calc.set_formula("Sheet1", "C1", "2026-11-23")
        calc.set_formula("Sheet1", f"A{row}", f"={call}")
        calc.set_formula("Sheet1", f"D{row}", f'=A{row}=""')
        assert calc.values("Sheet1", f"D{row}") == ((1.0,),), call
    calc.close()


def test_a_number_function_answers_an_array_formula(calc: Office) -> None:
    """Days of 23 November after the three due dates, and their sum."""
    calc.new()
    for row, due in enumerate(("2026-11-30", "2026-10-31", "2026-08-01"), 1):
        calc.set_formula("Sheet1", f"A{row}", due)
    calc.set_array("Sheet1", "B1:B3", '=DUNNING_DAYS(A1:A3;"2026-11-23")')
    assert calc.values("Sheet1", "B1:B3") == ((-7.0,), (23.0,), (114.0,))
    calc.set_formula("Sheet1", "C1", '=SUMPRODUCT(DUNNING_DAYS(A1:A3;"2026-11-23"))')
    assert calc.values("Sheet1", "C1") == ((130.0,),)
    calc.close()


def test_a_plan_fills_its_block(calc: Office) -> None:
    """900 euros in three payments of 300."""
    calc.new()
    calc.set_array("Sheet1", "A1:D4", '=DUNNING_PLAN(900;3;"2026-12-01")')
    rows = calc.values("Sheet1", "A1:D4")
    assert rows[0] == ("N°", "Date", "Montant", "Solde")
    assert [row[2:] for row in rows[1:]] == [(300.0, 600.0), (300.0, 300.0), (300.0, 0.0)]
    calc.close()


def test_a_refusal_is_an_error_among_numbers_and_a_sentence_among_texts(calc: Office) -> None:
    calc.new()
    calc.set_formula("Sheet1", "A1", '=DUNNING_INTEREST(1000;"2026-01-01";"2026-11-23";"zz")')
    calc.set_formula("Sheet1", "A2", '=DUNNING_STEP("2026-01-01";"2026-11-23";"zzz";"2026-11-01")')
    assert calc.text("Sheet1", "A1") == "#N/A"
    assert calc.text("Sheet1", "A2").startswith("#RELANCE : ")
    calc.close()
