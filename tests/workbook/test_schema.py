"""The workbook's names are unique, and each list that it names exists."""

import pytest

from relance.wording import workbook as words
from relance.wording.labels import LABELS
from relance.workbook import schema

SHEETS = pytest.mark.parametrize("sheet", schema.TABLES, ids=lambda sheet: sheet.name)


@SHEETS
def test_no_two_headings_of_a_table_are_the_same(sheet: schema.Sheet) -> None:
    headings = [column.heading.casefold() for column in sheet.columns]
    assert len(set(headings)) == len(headings)
    assert len({column.key for column in sheet.columns}) == len(headings)


@SHEETS
def test_each_list_of_a_table_exists_in_the_labels(sheet: schema.Sheet) -> None:
    listed = [column for column in sheet.columns if column.kind in ("choice", "flag")]
    assert all(column.family in LABELS for column in listed)
    assert not any(column.family for column in sheet.columns if column not in listed)


@SHEETS
def test_a_sheet_is_found_by_its_table(sheet: schema.Sheet) -> None:
    assert schema.sheet(sheet.table) is sheet
    assert [sheet.column(column.key) for column in sheet.columns] == list(sheet.columns)


def test_sheets_and_tables_have_names_that_excel_takes() -> None:
    assert len({sheet.name for sheet in schema.TABLES}) == len(schema.TABLES)
    assert len({sheet.table for sheet in schema.TABLES}) == len(schema.TABLES)
    assert all(len(sheet.name) <= 31 and sheet.table.isascii() for sheet in schema.TABLES)


def test_each_parameter_has_one_name_and_its_list_exists() -> None:
    names = [parameter.name for parameter in (*schema.PARAMETERS, *schema.FIGURES)]
    assert len(set(names)) == len(names)
    assert all(name.isascii() and name.isalnum() for name in names)
    listed = [p for p in schema.PARAMETERS if p.kind in ("choice", "flag")]
    assert all(parameter.family in LABELS for parameter in listed)


def test_parameters_begin_with_a_section() -> None:
    assert schema.PARAMETERS[0].section


def test_each_sheet_is_presented_on_the_home_sheet() -> None:
    assert set(words.SHEETS) == {sheet.name for sheet in schema.TABLES} | {schema.PARAMETERS_SHEET}


def test_each_help_is_about_a_parameter() -> None:
    assert set(words.PARAMETER_HELP) <= {parameter.name for parameter in schema.PARAMETERS}


def test_messages_of_validation_fit_in_excels_box() -> None:
    texts = [words.CHOOSE_FROM_LIST, words.COUNTRY_HINT, words.DATE_EXPECTED, words.RATE_EXPECTED]
    assert all(len(text) <= 255 for text in texts)
    assert len(words.VALIDATION_TITLE) <= 32
