"""Invoices that a file lists as settled: not imported, said, and settled in the workbook."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.actions.exports import ABEL, HEADINGS, TUESDAY, VAUBAN, WEDNESDAY, bring
from tests.actions.world import agenda, column, journal, relance

Make = Callable[..., Path]
DATED = "Code client;Nom;N° facture;Date;Échéance;Montant TTC;Réglée le"
ABEL_PAID = "D01;MENUISERIE ABEL;F-501;05/10/2026;04/11/2026;1440,00;20/11/2026"
VAUBAN_OPEN = "D02;Épicerie Vauban;F-410;05/10/2026;04/11/2026;648,00;"


@pytest.fixture
def book(make: Make) -> Path:
    """Return a workbook after a first import of two open invoices."""
    path = make()
    assert bring(path, ABEL, VAUBAN, more=("--by-age",)).code == 0
    return path


def found(answer: Any, code: str) -> list[str]:
    return [one["text"] for one in answer.json["findings"] if one["code"] == code]


def test_settled_invoices_are_not_imported_and_it_is_said(make: Make) -> None:
    path = make()
    answer = bring(path, ABEL_PAID, VAUBAN_OPEN, headings=DATED)
    assert column(path, "tFactures", "number") == ["F-410"]
    assert answer.json["files"][0]["receivables"] == ["F-410"]
    assert found(answer, "settled_left") == [
        "1 facture réglée dans le fichier, non importée."
    ]  # fmt: skip


def test_an_invoice_that_was_open_here_is_settled_and_not_held(book: Path) -> None:
    answer = bring(book, ABEL_PAID, VAUBAN_OPEN, headings=DATED, day=TUESDAY)
    assert answer.code == 0
    assert column(book, "tFactures", "paid") == [1440, 0]
    assert column(book, "tFactures", "status") == ["à régler", "à régler"]
    assert not [line for line in journal(book) if line[1] == "absent"]
    assert "D01" not in agenda(book, TUESDAY)
    before = column(book, "tFactures", "paid")
    bring(book, ABEL_PAID, VAUBAN_OPEN, headings=DATED, day=WEDNESDAY)
    assert column(book, "tFactures", "paid") == before


def test_nothing_left_in_the_file_settles_it_too(book: Path) -> None:
    bring(book, ABEL.replace("0,00;1440,00", "1440,00;0,00"), VAUBAN, day=TUESDAY)
    assert column(book, "tFactures", "paid") == [1440, 0]
    assert set(column(book, "tFactures", "status")) == {"à régler"}


def test_a_balance_of_zero_alone_settles_it_too(book: Path) -> None:
    headings = "Code client;Nom;N° facture;Échéance;Solde"
    lines = ["D01;A;F-501;04/11/2026;0,00", "D02;B;F-410;04/11/2026;648,00"]
    bring(book, *lines, headings=headings, day=TUESDAY)
    assert column(book, "tFactures", "amount") == [1440, 648]
    assert column(book, "tFactures", "paid") == [1440, 0]


def test_a_number_that_is_open_on_another_line_is_not_settled(book: Path) -> None:
    headings = "Code client;Nom;N° facture;Échéance;Débit;Crédit;Lettrage"
    lines = [
        "D01;A;F-501;04/11/2026;40,00;;A",
        "D01;A;V1;;;40,00;A",
        "D01;A;F-501;04/11/2026;1440,00;;",
        "D02;B;F-410;04/11/2026;648,00;;",
    ]
    bring(book, *lines, headings=headings, day=TUESDAY)
    assert column(book, "tFactures", "paid") == [0, 0]


def test_columns_that_are_not_read_are_named(book: Path) -> None:
    path = book.parent / "postes.csv"
    path.write_text(f"{HEADINGS};Zone;Vide\n{ABEL};Nord;\n{VAUBAN};Sud;\n", "utf-8")
    answer = relance("import", book, path, "--as-of", TUESDAY)
    assert "\n  1 colonne non lue : Zone.\n" in answer.out
    assert "anomalie" not in answer.out


def test_a_ledger_says_its_sums_and_what_it_left(make: Make) -> None:
    head = (
        "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib"
        "|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate"
    )
    sale = "VE||1|20261005|411000|CLIENTS|C1|Hermier|F1|20261005|Vente|120,00|0,00|||20261031"
    other = "VE||1|20261005|706000|VENTES|||F1|20261005|Vente|0,00|120,00|||20261031"
    book = make()
    path = book.parent / "fec.txt"
    path.write_text(f"{head}\n{sale}\n{other}\n", "utf-8")
    answer = relance("import", book, path, "--as-of", TUESDAY)
    assert (
        "\n  Grand livre : débits 120,00, crédits 120,00 ; 1 ligne d'autres comptes que les"
        " clients, laissée de côté.\n"
    ) in answer.out
    answer = bring(book, sale, other, headings=head, day=TUESDAY)
    (file,) = answer.json["files"]
    assert file["ledger"] == {"debit": "120.00", "credit": "120.00"}
    assert (file["file_total"], file["difference"]) == ("120.00", "0.00")
