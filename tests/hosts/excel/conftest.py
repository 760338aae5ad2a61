"""Fixtures of the workbooks that are open in Excel."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName
from tests.hosts.excel.world import DAY, Change, Open, Opened, book_of, filled
from tests.tools.xlwings_engine import Excel


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the workbook is."""
    return tmp_path / "classeur.xlsx"


@pytest.fixture
def opened(path: Path) -> Open:
    """Return a function that writes a workbook, changes it and opens it.

    Its arguments are the rows of tFactures (from row 2), and what openpyxl changes.
    """

    def made(rows: Sequence[Sequence[Any]], change: Change | None = None) -> Opened:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        filled(book.create_sheet("Factures"), rows, "tFactures")
        filled(book.create_sheet("Journal"), [[None] * 6], "tJournal")
        settings = book.create_sheet("Paramètres")
        for at, (name, value, code) in enumerate(
            (("AsOf", DAY, "dd/mm/yyyy"), ("Regles", "a;b", "@"), ("KpiOuvert", 1, "0.00")), 1
        ):
            settings.cell(at, 2).value = value
            settings.cell(at, 2).number_format = code
            book.defined_names[name] = DefinedName(name, attr_text=f"'Paramètres'!$B${at}")
        if change:
            change(book)
        book.save(path)
        excel = Excel()
        return excel, book_of(excel.open(path))

    return made
