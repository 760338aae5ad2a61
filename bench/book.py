"""A closed workbook of 100,000 rows read and four of its columns written, beside openpyxl.

What a user feels: `relance run` on a full book. The anchor opens and saves the same book with
openpyxl, which changes nothing and still loses the ribbon, the sparklines and the slicers.
"""

import json
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

ROWS = 100_000
HEADINGS = (
    "N° facture", "Code client", "Client", "Nature", "Date facture", "Échéance", "Montant TTC",
    "Payé", "Devise", "Mode de règlement", "Statut", "Référence", "Note",
    "Reste dû TTC", "Jours de retard", "Étape à faire", "Pénalités de retard",
)  # fmt: skip
FIRST_DAY = date(2024, 1, 1)
OPAQUE = bytes(range(256)) * 200

# Each runs in a process of its own and prints seconds and the peak of its memory (Linux tells it).
PEAK = """
def peak():
    import pathlib
    status = pathlib.Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0)
import json, sys, time
start = time.perf_counter()
"""
OURS = """
from relance.hosts.file.book import FileBook
with FileBook(sys.argv[1]) as book:
    rows = book.read("tFactures").rows
    numbers = [row.number for row in rows]
    book.write("tFactures", "Reste dû TTC", {number: number / 100 for number in numbers})
    book.write("tFactures", "Jours de retard", {number: number % 400 for number in numbers})
    book.write("tFactures", "Étape à faire", dict.fromkeys(numbers, "letter-1"))
    book.write("tFactures", "Pénalités de retard", {number: 12.5 for number in numbers})
    book.save()
"""
OPENPYXL = """
import openpyxl
openpyxl.load_workbook(sys.argv[1], keep_vba=True).save(sys.argv[1])
"""
TOLD = """
print(json.dumps([time.perf_counter() - start, peak()]))
"""


def results() -> list[dict[str, Any]]:
    """Compare seconds and megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsm"
        build(path)
        content = path.read_bytes()
        ours = measured(OURS, path)
        path.write_bytes(content)
        anchor = measured(OPENPYXL, path)
    found = [compared("book read, 4 columns written, 100,000 x 17", ours[0], anchor[0], "s")]
    if ours[1]:
        found.append(compared("book read and written, peak memory", ours[1], anchor[1], "MB"))
    return found


def compared(name: str, ours: float, anchor: float, unit: str) -> dict[str, Any]:
    """Return one measure."""
    return {"name": name, "ours": ours, "anchor": anchor, "ratio": ours / anchor, "unit": unit}


def measured(work: str, path: Path) -> tuple[float, float]:
    """Return seconds and megabytes of a work in a new process."""
    command = [sys.executable, "-c", PEAK + work + TOLD, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, megabytes = json.loads(done.stdout)
    return seconds, megabytes


def build(path: Path) -> None:
    """Write the book with all that a user may add to one."""
    macros, picture = path.with_name("vba.bin"), path.with_name("picture.png")
    macros.write_bytes(OPAQUE)
    picture.write_bytes(png())
    with xlsxwriter.Workbook(path) as book:
        book.add_vba_project(str(macros))
        sheet = book.add_worksheet("Factures")
        fill(book, sheet)
        decorate(book, sheet)
        sheet.insert_image("Z2", str(picture))
    add_parts(path)


def fill(book: Any, sheet: Any) -> None:  # noqa: ANN401 - XlsxWriter has no types
    """Write the rows and their table; the last four columns are formulas with cached values."""
    dates = book.add_format({"num_format": "dd/mm/yyyy"})
    money = book.add_format({"num_format": "#,##0.00"})
    for at in range(ROWS):
        day = FIRST_DAY + timedelta(days=at % 900)
        texts = (f"F2026-{at:06}", f"{at % 997:06}", f"Client & Fils {at % 997}", "facture")
        for column, text in enumerate(texts):
            sheet.write_string(at + 1, column, text)
        sheet.write_datetime(at + 1, 4, day, dates)
        sheet.write_datetime(at + 1, 5, day + timedelta(days=30), dates)
        sheet.write_number(at + 1, 6, (at % 99_991) / 7, money)
        sheet.write_number(at + 1, 7, at % 3, money)
        for column, text in enumerate(("EUR", "virement", "à régler", f"RF{at:08}", ""), 8):
            sheet.write_string(at + 1, column, text)
    columns: list[dict[str, Any]] = [{"header": heading} for heading in HEADINGS]
    for computed in columns[-4:]:
        computed["formula"] = "=tFactures[@[Montant TTC]]-tFactures[@[Payé]]"
    sheet.add_table(0, 0, ROWS, len(HEADINGS) - 1, {"name": "tFactures", "columns": columns})


def decorate(book: Any, sheet: Any) -> None:  # noqa: ANN401 - XlsxWriter has no types
    """Add validation, formats, sparkline, chart, button and comment."""
    sheet.data_validation(1, 10, ROWS, 10, {"validate": "list", "source": ["à régler", "litige"]})
    sheet.conditional_format(1, 6, ROWS, 6, {"type": "cell", "criteria": ">", "value": 100})
    sheet.conditional_format(1, 13, ROWS, 13, {"type": "data_bar", "data_bar_2010": True})
    sheet.add_sparkline("T2", {"range": f"Factures!G2:G{ROWS + 1}"})
    sheet.insert_button("U2", {"caption": "Relancer", "macro": "Relancer"})
    sheet.write_comment("A2", "note")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": f"=Factures!$G$2:$G${ROWS + 1}"})
    sheet.insert_chart("V2", chart)


def add_parts(path: Path) -> None:
    """Add a ribbon, a slicer and custom XML, as parts that nobody else knows."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("customUI/customUI14.xml", b"<customUI/>")
        archive.writestr("customXml/item1.xml", b"<item/>")
        archive.writestr("xl/slicers/slicer1.xml", b"<slicers/>")


def png() -> bytes:
    """Return a picture of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = chunk(b"IHDR", struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    )
