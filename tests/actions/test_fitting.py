"""A workbook of an older release: every verb works, and what it lacks is told once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.actions.older import first_release
from tests.actions.world import MONDAY, column, debtor, invoice, relance, run

from relance.actions.fitting import append, missing_options
from relance.core.errors import MissingColumnError
from relance.hosts.file.book import FileBook
from relance.workbook import schema

Make = Callable[..., Path]
HEADINGS = "Code client;Nom;N° facture;Échéance;Objet;Solde dû"


@pytest.fixture
def old(make: Make) -> Path:
    with first_release():
        return make([debtor("C1")], [invoice("F-1", "C1", MONDAY.replace(day=19), "1200.00")])


def bring(book: Path, *lines: str) -> None:
    path = book.parent / "postes.csv"
    path.write_text("\n".join([HEADINGS, *lines]) + "\n", "utf-8")
    answer = relance("import", book, path, "--as-of", MONDAY, "--partial", "--by-age")
    assert answer.code == 0, answer


def test_the_first_release_had_no_object(old: Path) -> None:
    with FileBook(old) as book:
        assert "Objet" not in book.read("tFactures").headings
        assert not book.has("ExpediteurAdresse")
        assert book.get("SchemaVersion") == 1


def test_an_import_leaves_out_what_the_workbook_can_t_hold(old: Path) -> None:
    bring(old, "C1;Abel;F-1;19/11/2026;Sommier;1100", "C2;Bon;F-2;19/11/2026;Matelas;50")
    assert column(old, "tFactures", "number") == ["F-1", "F-2"]
    # 1 200 less a payment of 100
    assert column(old, "tFactures", "open") == [1100, 50]


def test_a_workbook_of_today_takes_it_and_what_was_typed_stays(make: Make) -> None:
    book = make()
    bring(book, "C1;Abel;F-1;19/11/2026;Sommier;100", "C1;Abel;F-2;19/11/2026;;50")
    bring(book, "C1;Abel;F-1;19/11/2026;Lit;100", "C1;Abel;F-2;19/11/2026;Matelas;50")
    assert column(book, "tFactures", "description") == ["Sommier", "Matelas"]


def test_the_day_s_documents_are_written(old: Path, out: Path) -> None:
    answer = run(old, out)
    assert answer.code == 0, answer
    assert len(list(out.glob("*.eml"))) == 1


def test_the_aged_balance_does_without_what_has_no_age(old: Path) -> None:
    bring(old, "C2;Bon;F-2;;Matelas;50")
    assert column(old, "tBalance", "total") == [1200, 50]
    with FileBook(old) as book:
        assert "Non ventilé" not in book.read("tBalance").headings
        assert (book.has("KpiNonVentile"), book.get("KpiOuvert")) == (False, 1250)


def test_only_what_came_later_is_left_out(old: Path) -> None:
    with FileBook(old) as book, pytest.raises(MissingColumnError):
        append(book, schema.INVOICES, [{"Inconnue": "x"}])


def test_a_workbook_of_today_lacks_nothing(make: Make) -> None:
    with FileBook(make()) as book:
        assert list(missing_options(book)) == []


def test_the_doctor_names_what_is_lacking_without_calling_it_a_fault(old: Path) -> None:
    answer = relance("doctor", old)
    assert answer.code == 0
    assert "! Facultatif, absent de ce classeur : Factures.Objet" in answer.out
    assert "Paramètres.Expéditeur mandaté : ville" in answer.out
    assert "ExpediteurVille" not in answer.out
