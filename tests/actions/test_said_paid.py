"""Invoices that an export says are paid, or partly, without a figure: they wait for a person."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.actions.exports import TUESDAY, WEDNESDAY, bring
from tests.actions.world import MONDAY, agenda, column, relance

Make = Callable[..., Path]
HEADINGS = "Code client;Nom;N° facture;Date;Échéance;Montant TTC;Statut"
OPEN = "D01;MENUISERIE ABEL;F-501;05/10/2026;04/11/2026;1440,00;À payer"
PART = OPEN.replace("À payer", "Gedeeltelijk betaald")


@pytest.fixture
def book(make: Make) -> Path:
    """Return a workbook after a first import of one open invoice."""
    path = make()
    assert bring(path, OPEN, headings=HEADINGS, more=("--by-age",)).code == 0
    return path


def status(book: Path) -> list[object]:
    return column(book, "tFactures", "status")


def test_it_is_imported_held(make: Make) -> None:
    path = make()
    answer = bring(path, PART, headings=HEADINGS, more=("--by-age",))
    assert status(path) == ["suspendue"]
    told = [one["text"] for one in answer.json["findings"]]
    assert any("« Gedeeltelijk betaald », sans dire combien : suspendue" in one for one in told)
    assert agenda(path, TUESDAY)["D01"]["step"] is None


@pytest.mark.parametrize("more", [(), ("--partial",)])
def test_one_that_we_have_is_held_and_let_go_when_the_file_is_clear(
    book: Path, more: tuple[str, ...]
) -> None:
    assert status(book) == ["à régler"]
    bring(book, PART, headings=HEADINGS, day=TUESDAY, more=more)
    assert status(book) == ["suspendue"]
    bring(book, PART, headings=HEADINGS, day=TUESDAY, more=more)
    assert status(book) == ["suspendue"]
    bring(book, OPEN, headings=HEADINGS, day=WEDNESDAY, more=more)
    assert status(book) == ["à régler"]


def test_what_a_person_typed_as_paid_stays(book: Path) -> None:
    assert relance(
        "record", book, "payment", "D01", "--amount", "400", "--invoice", "F-501",
        "--day", TUESDAY,
    ).code == 0  # fmt: skip
    bring(book, PART, headings=HEADINGS, day=WEDNESDAY)
    assert column(book, "tFactures", "paid") == [400]
    assert status(book) == ["à régler"]  # 1440 - 400 = 1040 are owed, and known


def test_every_row_of_the_file_is_accounted_for(make: Make) -> None:
    path = make()
    lines = [OPEN, *(OPEN.replace("F-501", f"F-{at}").replace("À payer", said)
                     for at, said in enumerate(["Annulée", "Brouillon", "Payée"]))]  # fmt: skip
    export = path.parent / "postes.csv"
    export.write_text("\n".join([HEADINGS, *lines]) + "\n", "utf-8")
    answer = relance("import", path, export, "--as-of", MONDAY)
    said = answer.out
    # 4 read = 1 added + 3 left out: one paid, one cancelled, one draft
    assert (
        "4 lignes lues, 1 facture ajoutée, 0 mise à jour, 0 inchangée, 3 laissées de côté" in said
    )
    assert "1 facture réglée dans le fichier, non importée" in said
    assert "Statut « Annulée » (1 ligne) : laissé de côté, ne sera pas relancé : F-0." in said
    assert "Statut « Brouillon » (1 ligne) : laissé de côté, ne sera pas relancé : F-1." in said
