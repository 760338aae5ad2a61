"""Workbooks of ours that lack something, to be given it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import openpyxl
import pytest

from relance.actions.create import policy_rows, shown_rates
from relance.hosts.excel.build.package import with_blank_texts
from relance.workbook import schema
from relance.workbook.build import book_bytes
from relance.workbook.formulas import invoice_formulas
from relance.workbook.xlsx import Workbook

Lacking = Mapping[str, Sequence[str]]  # keys by table; none: the whole sheet
Make = Callable[..., Path]

ROWS: list[Mapping[str, object]] = [
    {"N° facture": "F-1", "Code client": "C1", "Montant TTC": 1200.5},
    {"N° facture": "F-2", "Code client": "C2", "Montant TTC": 80},
]


def _shape(sheet: schema.Sheet, lacking: Lacking) -> schema.Sheet:
    kept = [one for one in sheet.columns if one.key not in lacking.get(sheet.table, ())]
    return replace(sheet, columns=tuple(kept))


def _without_calculation(workbook: Workbook) -> None:
    workbook.calc_on_load = False


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a maker of `relances.xlsx` that lacks columns (by table), sheets or parameters."""

    def made(
        columns: Lacking | None = None,
        sheets: Sequence[str] = (),
        parameters: Sequence[str] = (),
        *,
        computing: bool = False,
    ) -> Path:
        lacking = columns or {}
        tables = tuple(_shape(one, lacking) for one in schema.TABLES if one.table not in sheets)
        settings = tuple(one for one in schema.PARAMETERS if one.name not in parameters)
        shown = {one.heading for one in tables[0].columns}
        formulas = {key: text for key, text in invoice_formulas().items() if key in shown}
        with (
            patch("relance.workbook.build.TABLES", tables),
            patch("relance.workbook.build_parameters.PARAMETERS", settings),
        ):
            package = book_bytes(
                rows={
                    "tFactures": ROWS, "tScenario": policy_rows(), "tTaux": shown_rates(),
                },
                formulas={"tFactures": formulas} if computing else None,
                finish=_without_calculation,
            )  # fmt: skip
        path = tmp_path / "relances.xlsx"
        path.write_bytes(with_blank_texts(package))
        return path

    return made


@pytest.fixture
def sheet_of() -> Callable[[Path, str], Any]:
    """Return a function that opens a sheet with openpyxl."""

    def opened(path: Path, name: str) -> Any:
        return openpyxl.load_workbook(path)[name]

    return opened
