"""What a selection says of the rows that get nothing, and of the day of the documents."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.actions.clicks.person import DEFAULT, click
from tests.actions.world import MONDAY, debtor, desk_of, invoice, journal, make_book

from relance.hosts.file.book import FileBook

LATE = date(2026, 11, 10)
ROWS = "tFactures"
Maker = Callable[..., Path]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """2: unread amount. 3: free. 4: in dispute. 5: unread day. 6: paid. 7: a credit note."""
    path = make_book(
        tmp_path / "relances.xlsx",
        [debtor("C1"), debtor("C2")],
        [
            invoice("F-0", "C1", LATE, "1200.00"),
            invoice("F-1", "C1", LATE, "5000.00"),
            invoice("F-2", "C1", LATE, "700.00", status="disputed"),
            invoice("F-3", "C2", LATE, "300.00"),
            invoice("F-4", "C1", LATE, "90.00", paid=Decimal("90.00")),
            invoice("A-1", "C1", LATE, "-50.00", kind="credit_note"),
        ],
    )
    with FileBook(path) as opened:
        opened.write(ROWS, "Montant TTC", {2: "douze cents", 5: "hier"})
        opened.save()
    return path


def rows(*numbers: int) -> list[tuple[str, int]]:
    return [(ROWS, number) for number in numbers]


def test_the_count_names_the_rows_that_can_t_be_read_and_what_is_left_out(book: Path) -> None:
    lines = click(book, "letter", False, rows=rows(2, 3, 4, 5, 6, 7)).asked[0].splitlines()
    assert lines[0] == "Lettre au 23/11/2026 : 1 client, 1 facture"
    assert lines[2] == (
        "- 2 lignes illisibles, laissées de côté (Factures : 2, 5) : voyez la colonne Anomalie."
    )
    assert lines[3] == (
        "- Client C1 (C1) : Facture F-4 soldée. A-1 vient en déduction de ce que doit le client :"
        " rien à demander dessus. Facture F-2 en litige."
    )


def test_of_a_whole_account_what_is_held_is_said_and_what_is_not_due_is_not(
    tmp_path: Path,
) -> None:
    path = make_book(
        tmp_path / "relances.xlsx",
        [debtor("C1")],
        [
            invoice("F-1", "C1", LATE, "500.00"),
            invoice("F-2", "C1", LATE, "700.00", status="disputed"),
            invoice("F-3", "C1", date(2027, 1, 31), "700.00"),
        ],
    )
    lines = click(path, "letter", False, rows=[("tClients", 2)]).asked[0].splitlines()
    assert lines[2] == "- Client C1 (C1) : Facture F-2 en litige."


@pytest.mark.parametrize("name", ["letter", "call", "payment", "hold"])
def test_rows_that_can_t_be_read_are_no_missing_selection(book: Path, name: str) -> None:
    person = click(book, name, rows=rows(2, 5))
    assert person.last == (
        "2 lignes sélectionnées, illisibles (Factures : 2, 5) : corrigez ce que dit leur colonne"
        " Anomalie."
    )
    assert (person.asked, person.writes) == ([], 0)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (6, "Client C1 (C1) : Facture F-4 soldée."),
        (
            7,
            "Client C1 (C1) : A-1 vient en déduction de ce que doit le client : rien à demander"
            " dessus.",
        ),
    ],
)
def test_what_nothing_is_owed_on_is_named_though_the_debtor_owes_more(
    book: Path, row: int, why: str
) -> None:
    person = click(book, "letter", rows=rows(row))
    assert person.last.splitlines()[1] == f"- {why}"
    assert "Rien n'est dû" not in person.last
    assert journal(book) == []


def test_a_debtor_who_owes_nothing_at_all_is_told_by_the_invoice(tmp_path: Path) -> None:
    paid = invoice("F-7", "C1", LATE, "90.00", paid=Decimal("90.00"))
    path = make_book(tmp_path / "relances.xlsx", [debtor("C1")], [paid])
    assert (
        click(path, "letter", rows=rows(2)).last.splitlines()[1]
        == "- Client C1 (C1) : Facture F-7 soldée."
    )


# --- the day


@pytest.mark.parametrize("name", ["run", "letter", "preview"])
def test_the_day_is_shown_and_that_the_sheets_show_another(book: Path, name: str) -> None:
    click(book, "stamp", "31/10/2026")
    answers = [] if name == "preview" else [True, DEFAULT]
    person = click(book, name, *answers, rows=rows(3))
    shown = [*person.asked[:1], person.last]
    for text in shown:
        first, second = text.splitlines()[:2]
        assert " au 23/11/2026 : " in first
        assert second == (
            "La situation est arrêtée au 31/10/2026 ; les documents sont datés d'aujourd'hui,"
            " 23/11/2026."
        )


def test_a_year_that_was_mistyped_is_asked_again(book: Path) -> None:
    person = click(book, "stamp", "23/11/2028", "24/11/2027")
    assert person.asked[1].startswith("Le 23/11/2028 est dans plus d'un an")
    assert desk_of(book).book.get("AsOf") == MONDAY.replace(year=2027, day=24)
