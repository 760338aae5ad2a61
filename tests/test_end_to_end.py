"""From two accounting programs' exports to the day's documents, counted by hand."""

import hashlib
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.actions.world import FIRM, MONDAY, agenda, journal, relance, run

from relance.actions.book import Cell
from relance.hosts.file.book import FileBook

# The same truth in both files. Open items: 1 440.00 + 700.00 + 3 000.00 - 500.00 + 8 250.10
# + 48.00 = 12 938.10.
OPEN = {
    "F-501": "1440.00",
    "F-512": "700.00",  # 960.50 less 260.50 paid
    "F-470": "3000.00",
    "A-033": "-500.00",
    "F-530": "8250.10",
    "F-410": "48.00",
}
TOTAL = "12938.10"

SAGE = """ATELIERS BRUNEL;;;;;;;;
Echéancier clients;;;;;;;;
Arrêté au 22/11/26;;;;;;Edité le 22/11/26 18:02;;

Compte tiers;Intitulé;Date;Jnl;N° pièce;Libellé;Echéance;Débit;Crédit;Solde
D01;MENUISERIE ABEL;;;;;;;;
;;05/10/26;VE;F-501;Facture F-501;04/11/26;1 440,00;;1 440,00
;;19/10/26;VE;F-512;Facture F-512;18/11/26;960,50;260,50;700,00
;Total D01;;;;;;;;2 140,00
D02;Hôtel des Îles;;;;;;;;
;;31/08/26;VE;F-470;Facture F-470;30/09/26;3 000,00;;3 000,00
;;15/09/26;VE;A-033;Avoir A-033;15/09/26;;500,00;-500,00
;Total D02;;;;;;;;2 500,00

ATELIERS BRUNEL;;;;;;Page 2;;
Compte tiers;Intitulé;Date;Jnl;N° pièce;Libellé;Echéance;Débit;Crédit;Solde
D03;GARAGE NOËL & FILS;;;;;;;;
;;16/11/26;VE;F-530;Facture F-530;16/12/26;8 250,10;;8 250,10
;Total D03;;;;;;;;8 250,10
D04;Épicerie Vauban;;;;;;;;
;;15/04/26;VE;F-410;Facture F-410;15/05/26;48,00;;48,00
;Total D04;;;;;;;;48,00
;TOTAL GENERAL;;;;;;;;12 938,10
"""

EBP_HEADINGS = (
    "Code tiers", "Nom", "N° document", "Type", "Date document", "Date échéance", "Montant TTC",
    "Montant réglé", "Solde dû", "E-mail contact facturation", "Mode de règlement",
)  # fmt: skip
EBP_ROWS: tuple[tuple[Any, ...], ...] = (
    ("D01", "MENUISERIE ABEL", "F-501", "Facture", (2026, 10, 5), (2026, 11, 4), 1440, 0),
    ("D01", "MENUISERIE ABEL", "F-512", "Facture", (2026, 10, 19), (2026, 11, 18), 960.5, 260.5),
    ("D02", "Hôtel des Îles", "F-470", "Facture", (2026, 8, 31), (2026, 9, 30), 3000, 0),
    ("D02", "Hôtel des Îles", "A-033", "Avoir", (2026, 9, 15), (2026, 9, 15), -500, 0),
    ("D03", "GARAGE NOËL & FILS", "F-530", "Facture", (2026, 11, 16), (2026, 12, 16), 8250.1, 0),
    ("D04", "Épicerie Vauban", "F-410", "Facture", (2026, 4, 15), (2026, 5, 15), 48, 0),
)


def sage_export(folder: Path) -> Path:
    path = folder / "echeancier.csv"
    path.write_bytes(SAGE.replace("\n", "\r\n").encode("cp1252"))
    return path


def ebp_export(folder: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Échéances"
    sheet.append(EBP_HEADINGS)
    for code, name, number, kind, issued, due, amount, paid in EBP_ROWS:
        days = (datetime(*issued), datetime(*due))  # noqa: DTZ001 - a spreadsheet's day
        email = f"compta@{code.lower()}.example"
        sheet.append(
            (code, name, number, kind, *days, amount, paid, amount - paid, email, "Virement")
        )
    path = folder / "echeances.xlsx"
    book.save(path)
    return path


MAKERS = {"sage": sage_export, "ebp": ebp_export}
CLIENTS: Mapping[str, Cell] = {
    "Type": "professionnel",
    "Téléphone comptabilité": "01 40 00 00 00",
    "Adresse": "12 rue du Bac",
    "Code postal": "75007",
    "Ville": "Paris",
    "Procédures vérifiées le": date(2026, 11, 16),
}


def complete_the_debtors(path: Path) -> None:
    """Fill in what an export never has, as the accountant does in the sheet."""
    with FileBook(path) as book:
        rows = [row.number for row in book.read("tClients").rows]
        for heading, value in CLIENTS.items():
            book.write("tClients", heading, dict.fromkeys(rows, value))
        for name, value in FIRM.items():
            book.set(name, value)
        book.save()


@pytest.fixture(params=sorted(MAKERS))
def imported(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a new workbook after the import of one of the two exports."""
    book = tmp_path / "relances.xlsx"
    assert relance("new", book, "--name", "Ateliers Brunel").code == 0
    answer = relance("import", book, MAKERS[request.param](tmp_path), "--as-of", MONDAY)
    assert answer.code == 0, answer
    return book


@pytest.fixture
def taken_over(imported: Path) -> Path:
    """Return the workbook once its debtors are complete and its backlog is confirmed."""
    complete_the_debtors(imported)
    answer = relance("takeover", imported, "--by-age", "--as-of", MONDAY)
    assert answer.code == 0, answer
    return imported


@pytest.mark.parametrize("program", sorted(MAKERS))
def test_nothing_of_the_file_is_lost(program: str, tmp_path: Path) -> None:
    book = tmp_path / "relances.xlsx"
    relance("new", book)
    answer = relance("import", book, MAKERS[program](tmp_path), "--as-of", MONDAY, "--json")
    (file,) = answer.json["files"]
    assert file["total_open"] == TOTAL
    assert file["difference"] == "0.00"
    assert file["file_total"] == {"sage": TOTAL, "ebp": None}[program]
    assert file["rows"] == 6
    assert file["customers"] == 4
    assert file["receivables"] == list(OPEN)
    shown = agenda(book)
    assert {item["number"]: item["open"] for one in shown.values() for item in one["items"]} == OPEN


def test_both_programs_give_the_same_open_items(tmp_path: Path) -> None:
    seen = []
    for program, maker in MAKERS.items():
        book = tmp_path / f"{program}.xlsx"
        relance("new", book)
        relance("import", book, maker(tmp_path), "--as-of", MONDAY)
        shown = agenda(book)
        seen.append([
            (code, one["name"], item["number"], item["kind"], item["due"], item["open"])
            for code, one in shown.items()
            for item in one["items"]
        ])  # fmt: skip
    assert sorted(seen[0]) == sorted(seen[1])
    assert len(seen[0]) == 6


def test_a_first_import_waits_for_the_backlog_to_be_confirmed(imported: Path) -> None:
    shown = agenda(imported)
    # Kind not given: never further than phase 2. Late 19, 54 and 192 days; D03 is not due.
    assert {code: one["proposed_step"] for code, one in shown.items()} == {
        "D01": "call-1",
        "D02": "call-1",
        "D03": None,
        "D04": "letter-1",
    }
    assert [one["code"] for one in shown["D01"]["blocked_by"]] == ["takeover"]
    out = imported.parent / "documents"
    answer = run(imported, out)
    assert answer.code == 1
    assert f"relance takeover {imported} --by-age" in answer.err
    assert not out.exists()
    assert journal(imported) == []


def test_the_agenda_of_monday_is_the_hand_count(taken_over: Path) -> None:
    shown = agenda(taken_over)
    # D02: 54 days late, so letter-2 is taken over at 30/09 + 28 = 28/10, the notice is due from
    # 05/11. The credit note of 500 lowers the base from its date: 2 500 x 54 d x 12.40 % / 365
    # = 45.863 -> 45.86. Claim 3 000 - 500, fee 40.
    hotel = shown["D02"]
    assert (hotel["step"], hotel["channel"]) == ("notice", "registered_letter")
    assert (hotel["open"], hotel["claim"]) == ("2500.00", "2500.00")
    assert (hotel["interest"], hotel["fee"], hotel["total"]) == ("45.86", "40.00", "2585.86")
    # D01: F-501 is 19 days late: mail-1 taken over at 05/11, call-1 due from 10/11. F-512, 5 days
    # late, was never reminded: for information. 1 440 x 19 d x 12.40 % / 365 = 9.295 -> 9.29
    # (9.2949).
    carpenter = shown["D01"]
    assert (carpenter["step"], carpenter["channel"]) == ("call-1", "phone")
    assert {item["number"]: item["demanded"] for item in carpenter["items"]} == {
        "F-501": True,
        "F-512": False,
    }
    assert (carpenter["claim"], carpenter["interest"], carpenter["total"]) == (
        "1440.00",
        "9.29",
        "1489.29",
    )
    # D03: due 16/12; a reminder before the due date comes seven days before: 09/12.
    garage = shown["D03"]
    assert (garage["step"], garage["next_date"]) == (None, "2026-12-09")
    # D04: 48.00 is under the minimum of 50: mail-1, letter-1, then once a year.
    assert shown["D04"]["step"] == "letter-1"


def test_the_run_of_monday_writes_what_the_agenda_says(taken_over: Path) -> None:
    out = taken_over.parent / "documents"
    said = agenda(taken_over)
    answer = run(taken_over, out, MONDAY, "--json")
    assert answer.code == 0
    ready = {code: one["step"] for code, one in said.items() if one["step"]}
    written = {one["debtor"]: one["kind"] for one in answer.json["documents"]}
    assert written == {"D01": "call_sheet", "D02": "formal_notice", "D04": "letter"}
    assert set(written) == set(ready)
    for document in answer.json["documents"]:
        content = Path(document["path"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == document["sha256"]
    assert journal(taken_over)[-3:] == [
        ("D02", "notice", "draft"),  # the highest phase first, then the largest sum
        ("D01", "call-1", "draft"),
        ("D04", "letter-1", "draft"),
    ]


def journal_part(path: Path) -> bytes:
    """Return the bytes of the sheet `Journal`."""
    with zipfile.ZipFile(path) as package:
        names = openpyxl.load_workbook(path, read_only=True).sheetnames
        place = 1 + names.index("Journal")
        return package.read(f"xl/worksheets/sheet{place}.xml")


def test_a_second_run_writes_nothing(taken_over: Path) -> None:
    out = taken_over.parent / "documents"
    assert run(taken_over, out).code == 0
    files = {path.name: path.read_bytes() for path in out.iterdir()}
    before, rows = journal_part(taken_over), journal(taken_over)
    answer = run(taken_over, out, MONDAY, "--json")
    assert (answer.code, answer.json["documents"]) == (0, [])
    assert {path.name: path.read_bytes() for path in out.iterdir()} == files
    assert (journal_part(taken_over), journal(taken_over)) == (before, rows)


def test_an_import_again_changes_nothing(imported: Path, tmp_path: Path) -> None:
    before = agenda(imported)
    (file,) = [path for path in tmp_path.iterdir() if path.stem.startswith("echeanc")]
    answer = relance("import", imported, file, "--as-of", MONDAY)
    assert "0 facture" in answer.out
    assert agenda(imported) == before
    assert journal(imported) == []
