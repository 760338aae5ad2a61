"""The day of a workbook: stamped, asked at its first opening, shown."""

from datetime import date
from pathlib import Path

from tests.actions.clicks.person import DEFAULT, click
from tests.actions.world import MONDAY, column, desk_of

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
