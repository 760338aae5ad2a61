"""A richer export after a poorer one: blank cells are filled, what is there stays."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.actions.exports import ABEL, TUESDAY, VAUBAN, WEDNESDAY, bring
from tests.actions.world import column, relance

from relance.actions.book import Cell
from relance.hosts.file.book import FileBook

Make = Callable[..., Path]
RICH = (
    "Code client;Nom;N° facture;Échéance;Solde;E-mail;Mode de règlement;Adresse;Code postal;Ville"
)
ABEL_RICH = (
    "D01;MENUISERIE ABEL;F-501;04/11/2026;1440,00;compta@abel.example, chef@abel.example;Virement;"
    "1 rue Haute;75001;Paris"
)
VAUBAN_RICH = "D02;Épicerie Vauban;F-410;04/11/2026;648,00;compta@vauban.example;;;;"


@pytest.fixture
def book(make: Make) -> Path:
    """Return a workbook after an export without e-mails."""
    path = make()
    assert bring(path, ABEL, VAUBAN, more=("--by-age",)).code == 0
    return path


def fill(book: Path, heading: str, cells: dict[int, Cell], table: str = "tClients") -> None:
    with FileBook(book) as opened:
        opened.write(table, heading, cells)
        opened.save()


def rows(book: Path, table: str = "tClients") -> list[int]:
    with FileBook(book) as opened:
        return [row.number for row in opened.read(table).rows]


def clients(book: Path, key: str) -> list[Any]:
    return column(book, "tClients", key)


def test_blank_cells_are_filled_and_counted(book: Path) -> None:
    answer = bring(book, ABEL_RICH, VAUBAN_RICH, headings=RICH, day=TUESDAY)
    assert clients(book, "payables_email") == ["compta@abel.example", "compta@vauban.example"]
    assert clients(book, "emails") == ["chef@abel.example", None]
    assert clients(book, "street") == ["1 rue Haute", None]
    assert column(book, "tFactures", "payment_method") == ["virement", None]
    (told,) = [one for one in answer.json["findings"] if one["code"] == "cells_filled"]
    assert told["text"] == (
        "Ajouté dans les cellules vides : 2 e-mails, 1 e-mail en copie, 1 adresse,"
        " 1 mode de règlement."
    )
    again = bring(book, ABEL_RICH, VAUBAN_RICH, headings=RICH, day=WEDNESDAY)
    assert "cells_filled" not in [one["code"] for one in again.json["findings"]]


def test_the_summary_says_what_was_filled(book: Path) -> None:
    path = book.parent / "riche.csv"
    path.write_text(f"{RICH}\n{ABEL_RICH}\n{VAUBAN_RICH}\n", "utf-8")
    answer = relance("import", book, path, "--as-of", TUESDAY)
    assert "\n  Ajouté dans les cellules vides : 2 e-mails, " in answer.out
    assert "anomalie" not in answer.out


def test_what_a_person_typed_is_never_written_over(book: Path) -> None:
    first = rows(book)[0]
    fill(book, "E-mail comptabilité", {first: "moi@abel.example"})
    fill(book, "Ville", {first: "Lyon"})  # half of another address would be no address
    bring(book, ABEL_RICH, VAUBAN_RICH, headings=RICH, day=TUESDAY)
    assert clients(book, "payables_email")[0] == "moi@abel.example"
    assert clients(book, "emails")[0] is None  # the export's other address goes with its first
    assert (clients(book, "street")[0], clients(book, "city")[0]) == (None, "Lyon")


def test_a_cell_that_can_t_be_read_is_not_blank(book: Path) -> None:
    row = rows(book, "tFactures")[0]
    fill(book, "Échéance", {row: "fin du mois"}, "tFactures")
    fill(book, "E-mail comptabilité", {rows(book)[0]: "à demander"})
    bring(book, ABEL_RICH, VAUBAN_RICH, headings=RICH, day=TUESDAY)
    assert column(book, "tFactures", "due")[0] == "fin du mois"
    assert clients(book, "payables_email")[0] == "à demander"


def test_a_name_that_was_only_a_code_takes_the_name(make: Make) -> None:
    path = make()
    line = "D01;F-501;04/11/2026;1440,00"
    bring(path, line, headings="Code client;N° facture;Échéance;Solde", more=("--by-age",))
    assert clients(path, "name") == ["D01"]
    bring(path, line, headings="Code client;N° facture;Échéance;Solde", day=TUESDAY)
    assert clients(path, "name") == ["D01"]
    bring(path, ABEL_RICH, headings=RICH, day=TUESDAY)
    assert clients(path, "name") == ["MENUISERIE ABEL"]


def test_an_invoice_s_blank_cells_are_filled_too(make: Make) -> None:
    path = make()
    poor = "Code client;Nom;N° facture;Solde"
    bring(path, "D01;MENUISERIE ABEL;F-501;1440,00", headings=poor, more=("--by-age",))
    bring(path, ABEL, day=TUESDAY)
    assert column(path, "tFactures", "due") == [date(2026, 11, 4)]
    assert column(path, "tFactures", "issued") == [date(2026, 10, 5)]
