"""`relance doctor CLASSEUR`: what can be read of many anomalies that are alike."""

from datetime import date
from pathlib import Path

import pytest
from tests.actions.world import debtor, invoice, make_book, relance, type_in

from relance.actions.clicks.showing import checked
from relance.actions.doctor import check_book
from relance.hosts.file.book import FileBook

DUE = date(2026, 10, 1)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Ten invoices of C1."""
    items = [invoice(f"F-{number}", "C1", DUE, "100.00") for number in range(10)]
    return make_book(tmp_path / "relances.xlsx", [debtor("C1")], items)


def unreadable(book: Path, count: int) -> None:
    for row in range(2, 2 + count):  # under the headings
        type_in(book, "tFactures", "due", row, "31/02/2026")


def lines(book: Path) -> list[str]:
    """What is said of the due dates, and how many more there are."""
    told = relance("doctor", book).out.splitlines()
    return [line for line in told if "31/02/2026" in line or "de même nature" in line]


def test_of_many_anomalies_that_are_alike_the_first_are_told_and_the_others_counted(
    book: Path,
) -> None:
    unreadable(book, 8)
    found = lines(book)
    assert [line.split(" : ")[0] for line in found[:3]] == [
        f"! Factures, ligne {row}, Échéance" for row in (2, 3, 4)
    ]
    assert found[3:] == ["! ... et 5 autres anomalies de même nature."]  # 8 less 3


def test_one_more_than_those_that_are_told_is_told_too(book: Path) -> None:
    unreadable(book, 4)
    assert len(lines(book)) == 4
    assert "de même nature" not in lines(book)[-1]


def test_anomalies_of_another_kind_are_not_among_them(book: Path) -> None:
    unreadable(book, 8)
    type_in(book, "tFactures", "amount", 9, "cent")
    told = relance("doctor", book).out
    assert "« cent »" in told
    assert "et 5 autres" in told


def test_a_program_is_given_all_of_them_and_a_dialog_as_many_as_a_person_reads(
    book: Path,
) -> None:
    unreadable(book, 8)
    answer = relance("doctor", book, "--json").json["checks"]
    assert sum("31/02/2026" in one["text"] for one in answer) == 8
    with FileBook(book) as opened:
        assert "... et 5 autres anomalies de même nature." in checked(check_book(opened, DUE))
