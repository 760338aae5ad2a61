"""Each verb, clicked in a running office, does to a workbook what it does to a closed one."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.actions.clicks.person import DEFAULT, click
from tests.actions.world import MONDAY, debtor, invoice, make_book
from tests.tools import office
from tests.tools.office import Office

from relance.core.records import Receivable
from relance.hosts.file.book import FileBook
from relance.wording.clicks import said
from relance.workbook import schema

SHEETS = {"tFactures": "Factures", "tClients": "Clients", "tAgenda": "Agenda"}
ACCEPT = "="  # what a script answers where a person leaves what stands in the box


@dataclass(frozen=True)
class Story:
    """One click: the verb, the rows that are selected, and what the person answers."""

    verb: str
    rows: tuple[tuple[str, int], ...] = ()
    answers: tuple[Any, ...] = ()

    @property
    def addresses(self) -> list[str]:
        """The rows as areas of their sheet."""
        return [f"A{row}:B{row}" for _, row in self.rows]


C1, C3, F1, F4 = ("tClients", 2), ("tClients", 4), ("tFactures", 2), ("tFactures", 5)
STORIES = [
    [Story("check")],
    [Story("stamp", answers=("30/11/2026",))],
    [Story("agenda")],
    [Story("aged_balance")],
    [Story("preview")],
    [Story("run", answers=(True, DEFAULT)), Story("run")],
    [Story("email", (C1, C3), (True, DEFAULT))],
    [Story("letter", (F1, F4), (True, DEFAULT)), Story("letter", (F1, F4))],
    [Story("notice", (C1,), (True, "départ à l'étranger", DEFAULT))],
    [Story("call_sheet", (C1,), (True, "absent lundi", DEFAULT))],
    [Story("run", answers=(True, DEFAULT)), Story("sent", answers=(DEFAULT,))],
    [Story("payment", (F1,), (DEFAULT, "100", DEFAULT))],
    [Story("call", (C3,), ("messagerie", "répondeur"))],
    [Story("promise", (F1,), ("1000", "30/11/2026"))],
    [Story("dispute", (F1,), (DEFAULT, "livraison incomplète"))],
    [Story("hold", (F1,), ("avoir à venir",)), Story("release", (F1,), ("avoir reçu",))],
    [Story("payment", (F1,), (DEFAULT, "100", DEFAULT)), Story("reverse", answers=("1", "erreur"))],
    [Story("upgrade")],
]


EXPORT = """N° pièce;Code client;Client;Date pièce;Échéance;Montant TTC;Solde
F-9;C3;Client C3;10/10/2026;09/11/2026;640,00;640,00
F-4;C3;Client C3;11/10/2026;10/11/2026;900,00;900,00
"""


def firm(path: Path) -> Path:
    """C1 was called (letter-1 is due) over F-1 and F-2; C2 is in dispute; C3 is new."""

    def called(number: str, amount: str) -> Receivable:
        return invoice(number, "C1", date(2026, 10, 30), amount, last_step="call-1",
                       last_step_date=date(2026, 11, 9))  # fmt: skip

    return make_book(
        path,
        [debtor("C1", "L'Étoile & fils"), debtor("C2"), debtor("C3")],
        [
            called("F-1", "3000.00"),
            called("F-2", "500.00"),
            invoice("F-3", "C2", date(2026, 10, 30), "700.00", status="disputed"),
            invoice("F-4", "C3", date(2026, 11, 10), "900.00"),
        ],
        Identifiant="essai",
    )


def told(path: Path) -> dict[str, Any]:
    """Return all that a workbook says, without the folder that it names."""
    book = FileBook(path)
    names = [one.name for one in (*schema.PARAMETERS, *schema.FIGURES)]
    cells: dict[str, Any] = {name: book.get(name) for name in names}
    cells["DossierSortie"] = Path(str(cells["DossierSortie"] or "")).name
    tables = {sheet.table: book.read(sheet.table).rows for sheet in schema.TABLES}
    return cells | {
        name: [(row.number, dict(row.cells)) for row in rows] for name, rows in tables.items()
    }


def documents(folder: Path) -> dict[str, bytes]:
    """Return the documents by name; the outbox's lines hold the moment of their entry."""
    kinds = (".docx", ".eml")
    found = sorted(path for path in folder.rglob("*") if path.suffix in kinds)
    return {path.name: path.read_bytes() for path in found}


def without_moments(cells: dict[str, Any]) -> dict[str, Any]:
    heading = schema.JOURNAL.heading("entered_at")
    for _, row in cells["tJournal"]:
        row.pop(heading)
    return cells


@pytest.mark.parametrize("story", STORIES, ids=lambda story: "+".join(one.verb for one in story))
def test_a_click_does_the_same_as_on_a_closed_workbook(
    story: list[Story], calc: Office, place: Path, tmp_path: Path
) -> None:
    closed = firm(tmp_path / "relances.xlsx")
    opened = place / "relances.xlsx"
    shutil.copy(closed, opened)
    office.give_away(place)
    calc.set_day(MONDAY)
    calc.open(str(opened))
    for one in story:
        person = click(closed, one.verb, *one.answers, rows=one.rows)
        calc.select(SHEETS[one.rows[0][0]] if one.rows else "Accueil", *one.addresses or ["A1"])
        calc.answer(*(ACCEPT if answer is DEFAULT else answer for answer in one.answers))
        calc.click(one.verb)
        boxes = calc.shown("ask", "ask_text", "choose", "pick_files")
        assert [text.replace(str(place), str(tmp_path)) for text in boxes] == person.asked
        said = [text.replace(str(place), str(tmp_path)) for text in calc.shown("tell")]
        assert said == person.told
    calc.close()
    assert documents(place / "relances") == documents(tmp_path / "relances")
    assert without_moments(told(opened)) == without_moments(told(closed))


def test_an_import_does_the_same_as_on_a_closed_workbook(
    calc: Office, place: Path, tmp_path: Path
) -> None:
    """The file is picked, shown, agreed to be a part, and read."""
    closed, opened, export = (
        firm(tmp_path / "relances.xlsx"),
        place / "relances.xlsx",
        place / "e.csv",
    )
    shutil.copy(closed, opened)
    export.write_text(EXPORT, "utf-8")
    office.give_away(place)
    part = said("ask_whole_no")
    person = click(closed, "import", (str(export),), part)
    calc.set_day(MONDAY)
    calc.open(str(opened))
    calc.answer([export.as_uri()], part)
    calc.click("import")
    assert calc.shown("pick_files", "choose") == person.asked
    assert calc.shown("tell") == person.told
    calc.close()
    assert without_moments(told(opened)) == without_moments(told(closed))
    assert "F-9" in {cells["N° facture"] for _, cells in told(opened)["tFactures"]}
