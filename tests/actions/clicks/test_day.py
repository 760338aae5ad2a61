"""The day of a workbook: stamped, asked at its first opening, shown."""

from datetime import date
from pathlib import Path

import pytest
from tests.actions.clicks.person import DEFAULT, click
from tests.actions.world import MONDAY, column, debtor, desk_of, invoice, make_book, type_in

TUESDAY = date(2026, 11, 24)


def as_of(book: Path) -> object:
    return desk_of(book).book.get("AsOf")


def test_the_figures_stop_at_the_day_that_is_given(book: Path) -> None:
    person = click(book, "stamp", "30/11/2026")
    assert person.defaults == ["23/11/2026"]
    assert as_of(book) == date(2026, 11, 30)
    # F-1 was due on 30 October: 31 days late on 30 November.
    assert column(book, "tFactures", "days")[0] == 31
    assert person.last.startswith("Situation arrêtée au 30/11/2026 : 2 clients à relancer.")


def test_a_day_that_is_not_worked_says_so_and_which_one_is_next(book: Path) -> None:
    person = click(book, "stamp", "28/11/2026")
    assert person.last.startswith("Situation arrêtée au 28/11/2026 : 0 client à relancer.")
    assert person.last.endswith("Le 28/11/2026 n'est pas un jour ouvré : report au 30/11/2026.")
    assert "ouvré" not in click(book, "stamp", "30/11/2026").last


def test_a_day_that_can_not_be_read_is_asked_again(book: Path) -> None:
    person = click(book, "stamp", "31/11/2026", DEFAULT, "2026-11-24")
    assert person.asked[1].startswith("Date illisible ou hors limites : « 31/11/2026 »")
    assert person.defaults[1] == "31/11/2026"  # what was typed stands, to be mended
    assert as_of(book) == TUESDAY


def test_the_queue_of_a_new_workbook_is_today_s(book: Path) -> None:
    person = click(book, "agenda")
    assert (person.asked, person.sheets, as_of(book)) == ([], ["Agenda"], MONDAY)
    assert column(book, "tAgenda", "debtor") == ["C1", "C3", "C2"]
    assert click(book, "agenda").asked == []


def test_the_first_opening_of_a_day_asks_whether_to_go_on_to_it(book: Path) -> None:
    click(book, "agenda")
    person = click(book, "agenda", True, day=TUESDAY)
    assert person.asked == ["La situation est arrêtée au 23/11/2026. L'actualiser au 24/11/2026 ?"]
    assert as_of(book) == TUESDAY
    assert click(book, "agenda", day=TUESDAY).asked == []


@pytest.mark.parametrize("name", ["agenda", "aged_balance"])
def test_what_is_in_no_figure_because_it_can_not_be_read_is_said(book: Path, name: str) -> None:
    type_in(book, "tFactures", "amount", 2, "trois mille")
    told = (
        "Factures : 1 ligne illisible, absente des totaux et de l'Agenda :"
        " voyez la colonne Anomalie (n° 2)."
    )
    assert click(book, name).told == [told]
    assert desk_of(book).book.get("Alerte1") == told
    assert click(book, "stamp", DEFAULT).last.endswith(told)


def test_rows_that_can_be_read_are_no_alarm_whatever_their_remarks(book: Path) -> None:
    type_in(book, "tFactures", "debtor", 2, "C9")  # not in Clients: told in its row
    assert click(book, "agenda").told == []


def test_many_rows_that_can_not_be_read_are_counted(tmp_path: Path) -> None:
    book = make_book(
        tmp_path / "relances.xlsx", [debtor("C1")],
        [invoice(f"F-{n}", "C1", MONDAY, "10") for n in range(6)],
    )  # fmt: skip
    for row in range(2, 8):
        type_in(book, "tFactures", "amount", row, "?")
    assert click(book, "agenda").last.startswith("Factures : 6 lignes illisibles, absentes des")


def test_a_day_that_was_chosen_stays_when_the_person_says_so(book: Path) -> None:
    click(book, "stamp", "30/11/2026")
    person = click(book, "aged_balance", False)
    assert person.sheets == ["Balance âgée"]
    assert as_of(book) == date(2026, 11, 30)
    # F-1, 31 days late; F-4, due on the 10th, 20 days late.
    rows = dict(
        zip(column(book, "tBalance", "debtor"), column(book, "tBalance", "to_30"), strict=True)
    )
    assert (rows["C1"], rows["C3"]) == (0, 900)
