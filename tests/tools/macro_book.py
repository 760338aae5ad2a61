"""A small macro workbook, put together from our own parts, to try the checks on."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO

from relance.hosts.excel.build.package import with_blank_texts, with_ribbon
from relance.hosts.excel.build.project import SHEET, WORKBOOK, Module, vba_project
from relance.hosts.excel.build.xlwings_module import xlwings_module
from relance.workbook.build import book_bytes
from relance.workbook.xlsx import Workbook

DAYS = "DUNNING_DAYS(tFactures[[#This Row],[Échéance]],AsOf)"
ROWS: list[Mapping[str, object]] = [
    {"N° facture": "000123", "Échéance": date(2026, 11, 1), "Jours de retard": 27},
    {"N° facture": "000124"},
]
CODE = """Attribute VB_Name = "RelanceRuban"
Option Explicit

Public Sub AuChargement(ruban As IRibbonUI)
End Sub

Public Sub Cliquer(control As IRibbonControl)
End Sub

Public Sub Actif(control As IRibbonControl, ByRef enabled As Variant)
    enabled = True
End Sub
"""
RIBBON = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui"
 onLoad="RelanceRuban.AuChargement"><ribbon><tabs><tab id="tab" label="Relance" keytip="Z">
<group id="jour" label="Journée"><button id="agenda" label="Actualiser" keytip="A" size="large"
 imageMso="RefreshAll" onAction="RelanceRuban.Cliquer" getEnabled="RelanceRuban.Actif"/>
</group></tab></tabs></ribbon></customUI>
"""


def unfinished() -> bytes:
    """Return the workbook as XlsxWriter leaves it, without ribbon."""
    formulas = {"tFactures": {"Jours de retard": DAYS}}
    return book_bytes(rows={"tFactures": ROWS}, formulas=formulas, finish=_finish)


def macro_book() -> bytes:
    """Return the workbook."""
    return with_ribbon(with_blank_texts(unfinished()), RIBBON.encode())


def _finish(workbook: Workbook) -> None:
    sheets = workbook.worksheets()
    names = [f"Feuil{at}" for at in range(1, len(sheets) + 1)]
    modules = [
        Module("ThisWorkbook", "", "document", WORKBOOK),
        *(Module(name, "", "document", SHEET) for name in names),
        Module("RelanceRuban", CODE, "standard"),
        xlwings_module(),
    ]
    workbook.calc_on_load = False
    workbook.add_vba_project(BytesIO(vba_project(modules)), is_stream=True)
    workbook.set_vba_name("ThisWorkbook")
    for sheet, name in zip(sheets, names, strict=True):
        sheet.set_vba_name(name)
