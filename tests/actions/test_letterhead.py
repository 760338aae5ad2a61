"""What a document needs of `Paramètres`: who claims, and settings that can be read."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.actions.clicks.person import DEFAULT, click
from tests.actions.world import MONDAY, debtor, desk_of, invoice, journal, relance, run

from relance.actions.book import Cell
from relance.documents.docx import unpack
from relance.hosts.file.book import FileBook

Make = Callable[..., Path]
LATE = date(2026, 11, 10)
NAMED = {
    "CreancierNom": "Dénomination",
    "CreancierAdresse": "Adresse",
    "CreancierCodePostal": "Code postal",
    "CreancierVille": "Ville",
}
C1 = ("tClients", 2)
BUTTONS = ("run", "preview", "letter", "email", "notice", "call_sheet")


@pytest.fixture
def book(make: Make) -> Path:
    return make([debtor("C1")], [invoice("F-1", "C1", LATE, "1200.00")])


def put(path: Path, **parameters: Cell) -> None:
    """Type into `Paramètres`; None empties a cell."""
    with FileBook(path) as book:
        for name, value in parameters.items():
            book.set(name, value)
        book.save()


# --- the creditor


@pytest.mark.parametrize("name", sorted(NAMED))
@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_no_document_goes_without_its_creditor(
    book: Path, out: Path, name: str, more: tuple[str, ...]
) -> None:
    put(book, **{name: None})
    answer = run(book, out, MONDAY, *more)
    assert answer.code == 1
    assert answer.err.strip().endswith(f"Paramètres : {NAMED[name]}.")
    assert journal(book) == []
    assert not out.exists()


@pytest.mark.parametrize("button", BUTTONS)
def test_a_button_says_all_that_is_to_be_filled_in(book: Path, button: str) -> None:
    put(book, **dict.fromkeys(NAMED))
    person = click(book, button, rows=[C1])
    assert person.last.endswith("Paramètres : Dénomination, Adresse, Code postal, Ville.")
    assert (person.asked, person.writes) == ([], 0)


def test_the_check_tells_it_as_a_fault_once_something_is_owed(make: Make) -> None:
    blank: Mapping[str, Cell] = dict.fromkeys(NAMED)
    owed = make([debtor("C1")], [invoice("F-1", "C1", LATE, "1200.00")])
    put(owed, **blank)
    assert "\n✗ Rien n'est écrit" in f"\n{click(owed, 'check').last}"
    answer = relance("doctor", owed)
    assert answer.code == 1
    assert "✗ Rien n'est écrit" in answer.out


def test_a_new_workbook_is_not_at_fault_yet(tmp_path: Path) -> None:
    path = tmp_path / "neuf.xlsx"
    relance("new", path)
    answer = relance("doctor", path)
    assert answer.code == 0
    assert "! Rien n'est écrit : un document doit dire qui réclame." in answer.out


def test_a_belgian_consumer_hears_the_creditor_s_number_or_nothing(make: Make, out: Path) -> None:
    path = make(
        [debtor("B1", kind="consumer", country="BE"), debtor("C1", country="BE")],
        [
            invoice("F-1", "B1", LATE, "900.00", description="Table"),
            invoice("F-2", "C1", LATE, "900.00"),
        ],
        CreancierPays="BE",
        CreancierImmatriculation=None,
    )
    answer = run(path, out)
    assert "Consommateur belge B1 : la loi veut le numéro d'entreprise" in " ".join(
        answer.out.split()
    ).replace("│ ", "")
    assert [line[0] for line in journal(path)] == ["C1"]
    put(path, CreancierImmatriculation="0123456749")
    run(path, out)
    assert {line[0] for line in journal(path)} == {"B1", "C1"}


# --- what a letter can be worded without


def letter(book: Path) -> str:
    """Return the letter in the folder that is proposed beside a workbook."""
    (path,) = (book.parent / "relances").glob("*.docx")
    return unpack(path.name, path.read_bytes())["word/document.xml"].decode()


def test_a_missing_account_and_signatory_are_told_before_and_after(book: Path) -> None:
    put(book, Ibans=None, Signataire=None, SignataireQualite=None)
    person = click(book, "letter", True, DEFAULT, rows=[C1])
    for text in (person.asked[0], person.last):
        assert "- Paramètres, IBAN : Aucun IBAN en EUR" in text
        assert "- Paramètres, Signataire : Vide" in text
    assert "! Paramètres, Signataire : Vide" in click(book, "check").last
    assert "coordonnées bancaires sur nos factures" in letter(book).replace("\u202f", " ")


def test_a_letter_without_signatory_has_no_lone_comma(book: Path) -> None:
    put(book, Signataire=None)
    click(book, "letter", True, DEFAULT, rows=[C1])
    assert ">gérante<" in letter(book)
    assert ">, gérante<" not in letter(book)


def test_a_wrong_account_is_told_by_its_label_once(book: Path) -> None:
    put(book, Ibans="FR76 3000 6000 0112 3456 7890 188")
    findings = [one for one in desk_of(book).findings if one.column == "IBAN"]
    assert [one.code for one in findings] == ["bad_iban"]
    person = click(book, "letter", False, rows=[C1])
    assert "- Paramètres, IBAN : IBAN refusé" in person.asked[0]
    assert "Paramètres, IBAN : IBAN refusé" in relance("agenda", book, "--as-of", MONDAY).out


# --- settings that can't be read


@pytest.mark.parametrize(
    ("name", "value", "label"),
    [
        ("TauxContractuel", "douze", "Taux contractuel de pénalités"),
        ("TauxContractuel", 12, "Taux contractuel de pénalités"),
        ("ClausePenale", "dix", "Clause pénale (% du montant)"),
        ("Expediteur", "un mandataire", "Qui envoie ?"),
        ("MandatDate", "hier", "Mandat : date"),
        ("Imputation", "au hasard", "Imputation des paiements"),
    ],
)
def test_a_setting_that_changes_the_claim_refuses_every_document(
    book: Path, out: Path, name: str, value: Cell, label: str
) -> None:
    put(book, **{name: value})
    answer = run(book, out)
    assert (answer.code, out.exists()) == (1, False)
    assert answer.err.strip().endswith(f"Corrigez ou videz : {label} : {value}.")
    person = click(book, "letter", rows=[C1])
    assert (person.asked, person.writes) == ([], 0)
    assert f"{label} : {value}." in person.last
    assert f"Paramètres, {label} : " in click(book, "check").last


def test_a_setting_that_changes_no_claim_is_only_told(book: Path) -> None:
    put(book, SeuilMinimum="beaucoup")
    person = click(book, "letter", False, rows=[C1])
    label = "Total minimum d'un client pour le parcours complet"
    assert f"- Paramètres, {label} : Montant illisible" in person.asked[0]
