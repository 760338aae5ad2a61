"""Invoices suspended and let go by a selection; lines of the journal taken back."""

from pathlib import Path

import pytest
from tests.actions.clicks.person import click
from tests.actions.world import column, journal, relance

INVOICES, DEBTORS, JOURNAL = "tFactures", "tClients", "tJournal"
F1, F2, F3, F4 = ((INVOICES, row) for row in (2, 3, 4, 5))
C1, C2 = (DEBTORS, 2), (DEBTORS, 3)


def statuses(book: Path) -> list[object]:
    return column(book, "tFactures", "status")


def test_the_selected_invoices_of_several_debtors_are_suspended(book: Path) -> None:
    person = click(book, "hold", "avoir attendu", rows=[F1, F3, F4])
    # F-3 is in dispute: it keeps its status.
    assert person.asked == ["À suspendre : 2 clients, 2 factures. Motif, consigné au journal :"]
    assert statuses(book) == ["suspendue", "à régler", "litige", "suspendue"]
    assert journal(book) == [("C1", "hold", "done"), ("C3", "hold", "done")]
    assert column(book, JOURNAL, "note") == ["avoir attendu", "avoir attendu"]
    assert person.last.splitlines() == [
        "23/11/2026  C1 : suspendue (F-1)", "23/11/2026  C3 : suspendue (F-4)",
    ]  # fmt: skip


def test_a_suspension_wants_a_reason(book: Path) -> None:
    person = click(book, "hold", " ", "accord", rows=[C1])
    assert person.asked[1].startswith("Donnez le motif")
    assert statuses(book)[:2] == ["suspendue", "suspendue"]


def test_a_second_click_suspends_nothing_and_says_so(book: Path) -> None:
    click(book, "hold", "x", rows=[F1])
    person = click(book, "hold", rows=[F1])
    assert person.last.startswith("Rien à suspendre pour le client C1")
    assert (person.asked, person.writes) == ([], 0)


def test_what_is_suspended_is_let_go(book: Path) -> None:
    click(book, "hold", "x", rows=[F1, F4])
    person = click(book, "release", "", rows=[C1, F2, F4])
    assert person.asked[0].startswith("Suspension à lever : 2 clients, 2 factures.")
    assert statuses(book) == ["à régler", "à régler", "litige", "à régler"]
    assert click(book, "release", rows=[C1]).last.startswith("Aucune de ces factures")


def test_letting_go_ends_a_settlement_with_a_reason(book: Path) -> None:
    """Of invoices that nobody has suspended, a settlement is what holds them."""
    settled = relance(
        "settlement", book, "C1", "--amount", "700", "--by", "2026-12-15", "--invoice", "F-1",
        "--as-of", "2026-11-23", "--out", book.parent / "out",
    )  # fmt: skip
    assert settled.code == 0, settled
    person = click(book, "release", "", "refusé", rows=[F1, F2])
    assert person.asked[0].startswith("Accord de règlement à lever : 1 client, 1 facture.")
    assert person.asked[1].startswith("Donnez le motif")
    assert "accord de règlement levé, le tout redevient dû" in person.last
    assert journal(book)[-1] == ("C1", "settlement", "cancelled")
    assert column(book, JOURNAL, "note")[-1] == "refusé"
    assert click(book, "release", rows=[F1]).last.startswith("Aucune de ces factures")


def test_letting_go_what_was_suspended_before_a_settlement_says_that_it_ends(book: Path) -> None:
    click(book, "hold", "x", rows=[F1])
    words = ("--amount", "700", "--by", "2026-12-15", "--invoice", "F-1", "--as-of", "2026-11-23")
    assert relance("settlement", book, "C1", *words, "--out", book.parent / "out").code == 0
    person = click(book, "release", "", "refusé", rows=[F1])
    assert "il prend fin aussi, et le tout redevient dû" in person.asked[0]
    assert person.asked[1].startswith("Donnez le motif")
    assert "accord de règlement levé" in person.last


@pytest.mark.parametrize("name", ["hold", "release"])
def test_without_a_row_it_says_what_to_select(book: Path, name: str) -> None:
    assert click(book, name).last.startswith("Sélectionnez d'abord une ligne")


# --- reversals


def test_the_selected_line_is_reversed(book: Path) -> None:
    click(book, "hold", "x", rows=[F1])
    person = click(book, "reverse", "mauvais client", rows=[(JOURNAL, 2)])
    assert person.asked == [
        "- n° 1 : 23/11/2026  C1 : suspendue (F-1)\n\nMotif de l'annulation (facultatif) :"
    ]
    assert statuses(book)[0] == "à régler"
    assert journal(book)[-1] == ("C1", "hold", "reversed")
    assert column(book, JOURNAL, "note")[-1] == "mauvais client"
    again = click(book, "reverse", "", rows=[(JOURNAL, 2)])
    assert "déjà contre-passée" in again.last
    assert again.writes == 0


def test_else_its_number_is_asked_until_it_is_one(book: Path) -> None:
    click(book, "hold", "x", rows=[F1])
    person = click(book, "reverse", "deux", "9", "#1", "", rows=[F1])
    assert person.asked[1].startswith("Numéros de lignes illisibles : « deux »")
    assert person.asked[2].startswith("La ligne n° 9 n'est pas dans le journal")
    assert journal(book)[-1] == ("C1", "hold", "reversed")


@pytest.mark.parametrize(
    ("rows", "answers"), [([(JOURNAL, 3), (JOURNAL, 2)], [""]), ([], ["1-2", ""])]
)
def test_several_lines_are_reversed_together(
    book: Path, rows: list[tuple[str, int]], answers: list[str]
) -> None:
    click(book, "hold", "x", rows=[F1, F4])
    person = click(book, "reverse", *answers, rows=rows)
    assert "- n° 1 : " in person.asked[-1]
    assert "- n° 2 : " in person.asked[-1]
    assert statuses(book) == ["à régler", "à régler", "litige", "à régler"]
    assert [line[2] for line in journal(book)] == ["done", "done", "reversed", "reversed"]


def test_a_line_of_a_day_that_was_typed_wrong_is_reversed_before_that_day(book: Path) -> None:
    relance("record", book, "hold", "C1", "--reason", "x", "--day", "2026-12-23")
    person = click(book, "reverse", "mauvais mois", rows=[(JOURNAL, 2)])
    assert "contre-passée" in person.last
    assert statuses(book)[0] == "à régler"
