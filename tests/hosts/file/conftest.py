"""Workbooks to try: small ones, and one with everything that a user may put in."""

import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]

Change = Callable[[bytes], bytes]
Rewrite = Callable[[Path, Mapping[str, Change]], None]

HEADINGS = ("N° facture", "Client", "Échéance", "Montant TTC", "Payé", "Reste dû TTC", "Note")
ROWS = (
    ("000123", "Dupont & Fils", date(2026, 1, 31), 1200.5, 0, "relancer <vite>"),
    ("12E5", "Élan", date(2026, 2, 28), 99.99, 99.99, ""),
    ("F-3", "Dupont & Fils", date(2026, 3, 31), 10, 5, "=texte"),
)
CUSTOM_UI = b'<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui"/>'
OPAQUE = bytes(range(256)) * 40
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        sum_ = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", sum_)

    header = struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def _rewrite(path: Path, changes: Mapping[str, Change]) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    for name, change in changes.items():
        parts[name] = change(parts.get(name, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


@pytest.fixture
def rewrite() -> Rewrite:
    """Return a function that changes parts of a file by name."""
    return _rewrite


def _fill(sheet: Any, date_format: Any, rows: int) -> None:
    for at in range(rows):
        number, client, due, amount, paid, note = ROWS[at % len(ROWS)]
        cells = (number if at < len(ROWS) else f"F-{at + 1}", client, due, amount, paid, None, note)
        for column, value in enumerate(cells):
            if isinstance(value, str):
                sheet.write_string(at + 1, column, value)
            elif isinstance(value, date):
                sheet.write_datetime(at + 1, column, value, date_format)
            elif value is not None:
                sheet.write_number(at + 1, column, value)


def _columns() -> list[dict[str, str]]:
    columns = [{"header": heading} for heading in HEADINGS]
    columns[5]["formula"] = "=tFactures[@[Montant TTC]]-tFactures[@[Payé]]"
    return columns


@pytest.fixture
def simple_book(tmp_path: Path) -> Path:
    """Return a book with one table of three rows (2 to 4) and two names."""
    path = tmp_path / "simple.xlsx"
    with xlsxwriter.Workbook(path) as book:
        dates = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("Factures")
        _fill(sheet, dates, len(ROWS))
        sheet.add_table(0, 0, len(ROWS), 6, {"name": "tFactures", "columns": _columns()})
        settings = book.add_worksheet("Paramètres d'usage")
        settings.write("A1", "Arrêté au")
        settings.write_datetime("B1", date(2026, 1, 15), dates)
        settings.write("B2", "texte")
        settings.write_blank("B3", None, dates)
        for row, name in enumerate(("AsOf", "Regles", "Vide"), 1):
            book.define_name(name, f"='Paramètres d''usage'!$B${row}")
        book.define_name("Plage", "=Factures!$A$1:$B$2")
    return path


def _decorate(book: Any, sheet: Any, last: int) -> None:
    sheet.data_validation(1, 1, last, 1, {"validate": "list", "source": ["Élan", "Dupont & Fils"]})
    sheet.conditional_format(1, 3, last, 4, {"type": "cell", "criteria": ">", "value": 100})
    sheet.conditional_format(
        1, 3, last, 3, {"type": "data_bar", "data_bar_2010": True, "bar_only": True}
    )
    sheet.ignore_errors({"number_stored_as_text": f"A2:A{last + 1}"})
    sheet.add_sparkline("J2", {"range": f"Factures!D2:D{last + 1}"})
    sheet.write_comment("A2", "à vérifier")
    sheet.insert_button("K2", {"caption": "Relancer", "macro": "Relancer"})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": f"=Factures!$D$2:$D${last + 1}"})
    sheet.insert_chart("L2", chart)
    sheet.freeze_panes(1, 0)


def _add_opaque_parts(path: Path) -> None:
    types = (
        b'<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.spreadsheetml.calcChain+xml"/><Override PartName="/xl/slicers/slicer1.xml"'
        b' ContentType="application/vnd.ms-excel.slicer+xml"/></Types>'
    )
    ribbon = (
        b'<Relationship Id="rIdRibbon" Type="http://schemas.microsoft.com/office/2007/'
        b'relationships/ui/extensibility" Target="customUI/customUI14.xml"/></Relationships>'
    )
    chain = (
        f'<Relationship Id="rIdChain" Type="{OFFICE}/calcChain" Target="calcChain.xml"/>'
        "</Relationships>"
    ).encode()
    _rewrite(
        path,
        {
            "[Content_Types].xml": lambda part: part.replace(b"</Types>", types),
            "_rels/.rels": lambda part: part.replace(b"</Relationships>", ribbon),
            "xl/_rels/workbook.xml.rels": lambda part: part.replace(b"</Relationships>", chain),
            "xl/calcChain.xml": lambda _: (
                b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                b'<c r="F2" i="1"/></calcChain>'
            ),
            "customUI/customUI14.xml": lambda _: CUSTOM_UI,
            "customXml/item1.xml": lambda _: b"<donnees xmlns='urn:x'>\xc3\xa9</donnees>",
            "xl/slicers/slicer1.xml": lambda _: b"<slicers xmlns='urn:slicer'/>",
            "xl/opaque.bin": lambda _: OPAQUE,
        },
    )


@pytest.fixture
def rich_book(tmp_path: Path) -> Path:
    """Return an .xlsm with a table of six rows (2 to 7) and all that a user may add to it."""
    path, macros, picture = tmp_path / "riche.xlsm", tmp_path / "vba.bin", tmp_path / "p.png"
    macros.write_bytes(OPAQUE)
    picture.write_bytes(_png())
    with xlsxwriter.Workbook(path) as book:
        book.add_vba_project(str(macros))
        dates = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("Factures")
        _fill(sheet, dates, 6)
        sheet.add_table(0, 0, 6, 6, {"name": "tFactures", "columns": _columns()})
        _decorate(book, sheet, 6)
        sheet.insert_image("P2", str(picture))
        other = book.add_worksheet("Notes")
        other.write("A1", "à garder")
        book.define_name("Tout", "=Factures!$A$2:$G$7")
    _add_opaque_parts(path)
    return path


@pytest.fixture
def parts_of() -> Callable[[Path], dict[str, bytes]]:
    """Return a function that reads every part of a file."""

    def read(path: Path) -> dict[str, bytes]:
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            return {name: archive.read(name) for name in archive.namelist()}

    return read
