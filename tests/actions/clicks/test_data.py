"""Exports read, shown and brought in; the workbook looked over."""

from datetime import date
from pathlib import Path

import pytest
from tests.actions.clicks.person import GIVE_UP, Person, click
from tests.actions.world import MONDAY, column, debtor, desk_of, journal, make_book

from relance.hosts.file.book import FileBook

HEADINGS = "Code client;Nom;N° facture;Date;Échéance;Montant TTC;Payé;Solde"
ABEL = "D01;MENUISERIE ABEL;F-501;05/10/2026;04/11/2026;1440,00;0,00;1440,00"
VAUBAN = "D02;Épicerie Vauban;F-410;05/10/2026;04/11/2026;648,00;0,00;648,00"
WHOLE = "Oui : la facture qui n'y est plus sera suspendue"
PART = "Non : extrait, rien d'absent n'est suspendu"
TUESDAY = date(2026, 11, 24)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """No item yet; the kinds of the debtors to come are given."""
    return make_book(tmp_path / "relances.xlsx", [debtor("D01"), debtor("D02")])


def export(book: Path, *lines: str, name: str = "postes.csv") -> tuple[str, ...]:
    path = book.parent / name
    path.write_text("\n".join([HEADINGS, *lines]) + "\n", "utf-8")
    return (str(path),)


def first(book: Path) -> Person:
    """Import both invoices and confirm the take-over."""
    return click(book, "import", export(book, ABEL, VAUBAN), True, True)


def statuses(book: Path) -> list[object]:
    return column(book, "tFactures", "status")


def test_what_was_understood_is_shown_before_anything_is_written(empty: Path) -> None:
    person = first(empty)
    seen = person.asked[1]
    assert seen.startswith("postes.csv : 2 lignes, 2 factures, 0 règlement, 0 anomalie.")
    assert "Compris : postes ouverts" in seen
    assert "2 088,00" in seen.replace("\u00a0", " ")  # 1 440 + 648
    assert seen.endswith("Importer ?")
    assert column(empty, "tFactures", "number") == ["F-501", "F-410"]
    assert "2 factures ajoutées" in person.last
    assert "Reprise d'antériorité confirmée." in person.last
    assert desk_of(empty).book.get("AsOf") == MONDAY


def test_a_take_over_that_is_not_confirmed_keeps_the_import_and_waits(empty: Path) -> None:
    person = click(empty, "import", export(empty, ABEL), True, False)
    assert column(empty, "tFactures", "number") == ["F-501"]
    assert journal(empty) == []
    assert "Reprise d'antériorité non confirmée" in person.last


def test_a_take_over_is_not_offered_before_the_kinds_are_given(tmp_path: Path) -> None:
    """It is confirmed once, and without them it proposes less."""
    bare = make_book(tmp_path / "relances.xlsx")
    person = click(bare, "import", export(bare, ABEL, VAUBAN), True)
    assert "Reste à faire : 2 clients sans type" in person.last
    assert "(D01, D02)" in person.last
    assert "« Préparer les relances » propose la reprise" in person.last
    assert desk_of(bare).setting.takeover_pending
    with FileBook(bare) as opened:
        opened.write("tClients", "Type", {2: "professionnel"})
        opened.save()
    person = click(bare, "run", False)
    assert "1 client sans type" in person.asked[0]
    assert person.asked[0].count("D02") == 1


def test_the_same_files_again_change_nothing_and_it_says_so(empty: Path) -> None:
    first(empty)
    rows = journal(empty)
    person = click(
        empty, "import", export(empty, ABEL, VAUBAN), "Oui : aucune facture ouverte n'y manque"
    )
    assert "0 facture ajoutée, 0 mise à jour, 2 inchangées" in person.last
    assert journal(empty) == rows
    assert len(statuses(empty)) == 2


@pytest.mark.parametrize(("answer", "status"), [(WHOLE, "suspendue"), (PART, "à régler")])
def test_what_left_a_whole_export_is_suspended_and_of_an_extract_is_not(
    empty: Path, answer: str, status: str
) -> None:
    first(empty)
    person = click(empty, "import", export(empty, VAUBAN), answer, day=TUESDAY)
    assert statuses(empty) == [status, "à régler"]
    assert ("« Règlement reçu »" in person.last) is (answer == WHOLE)
    assert "relance " not in person.last


def test_the_first_answer_suspends_nothing_and_the_other_counts_what_it_would(
    empty: Path,
) -> None:
    click(empty, "import", export(empty, ABEL, ABEL.replace("501", "502"), VAUBAN), True, True)
    person = click(empty, "import", export(empty, VAUBAN), GIVE_UP, day=TUESDAY)
    assert person.asked[1].splitlines()[-2:] == [
        PART, "Oui : les 2 factures qui n'y sont plus seront suspendues",
    ]  # fmt: skip
    assert person.writes == 0


def test_the_findings_of_a_file_are_told(empty: Path) -> None:
    bad = "D03;Sans montant;F-9;05/10/2026;04/11/2026;beaucoup;0;beaucoup"
    person = click(empty, "import", export(empty, ABEL, bad), True, True)
    assert "1 anomalie" in person.asked[1]
    assert "ligne 3" in person.last


def test_the_first_findings_stand_before_the_question_and_the_others_are_counted(
    empty: Path,
) -> None:
    bad = [f"D03;X;F-{n};05/10/2026;04/11/2026;beaucoup;0;beaucoup" for n in range(5)]
    seen = click(empty, "import", export(empty, ABEL, *bad), True, True).asked[1]
    assert [line.split(",")[0] for line in seen.splitlines() if "« beaucoup »" in line] == [
        "ligne 3", "ligne 4", "ligne 5",
    ]  # fmt: skip
    assert "\n... et 2 autres lignes.\n" in seen


def test_what_is_left_in_the_file_is_said_before_the_question(empty: Path) -> None:
    paid = "D01;MENUISERIE ABEL;F-10;05/10/2026;04/11/2026;100,00;100,00;0,00"
    path = empty.parent / "postes.csv"
    path.write_text(f"{HEADINGS};Zone\n{ABEL};N\n{paid};S\n", "utf-8")
    seen = click(empty, "import", (str(path),), True, True).asked[1]
    assert "\n1 facture réglée dans le fichier, non importée.\n" in seen
    assert "\n1 colonne non lue : Zone.\n" in seen


@pytest.mark.parametrize("answer", [(), GIVE_UP])
def test_no_file_is_no_import(empty: Path, answer: tuple[str, ...] | None) -> None:
    person = click(empty, "import", answer)
    assert (person.told, person.writes) == ([], 0)


def test_a_file_that_can_not_be_read_is_told_and_nothing_is_written(empty: Path) -> None:
    path = empty.parent / "photo.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    person = click(empty, "import", (str(path),))
    assert len(person.told) == 1
    assert "photo.csv" in person.last
    assert person.writes == 0


# --- the check


def test_a_sound_workbook_has_ticks(book: Path) -> None:
    person = click(book, "check")
    # The rates end in less than 45 days: an alarm, before what is well.
    assert person.last.splitlines() == [
        "! Taux connus jusqu'au 31/12/2026, à compléter bientôt dans la feuille Taux : Pénalités"
        " de retard entre professionnels (BCE + 10 points).",
        "✓ Journal cohérent : 0 ligne. Tables et colonnes complètes.",
    ]


def test_a_row_that_is_wrong_is_told_with_the_others_and_on_itself(book: Path) -> None:
    with FileBook(book) as opened:
        opened.write("tFactures", "Échéance", {2: "bientôt"})
        opened.save()
    person = click(book, "check")
    assert "\n! Factures, ligne 2, Échéance : " in person.last
    assert "bientôt" in str(column(book, "tFactures", "finding")[0])


def test_a_journal_that_was_edited_is_a_cross_and_nothing_is_written(book: Path) -> None:
    click(book, "hold", "avoir", rows=[("tFactures", 2)])
    with FileBook(book) as opened:
        opened.write("tJournal", "Étape", {2: "autre"})
        opened.save()
    person = click(book, "check")
    assert person.last.startswith("✗ La ligne n° 1 du journal a été modifiée à la main.")
    assert person.writes == 0


def test_many_findings_fit_in_a_dialog(book: Path) -> None:
    with FileBook(book) as opened:
        opened.append(
            "tFactures", [{"N° facture": f"X-{i}", "Code client": "C9"} for i in range(60)]
        )
        opened.save()
    told = click(book, "check").last
    assert "autres anomalies de même nature." in told
    assert told.splitlines()[-1] == "✓ Journal cohérent : 0 ligne. Tables et colonnes complètes."
