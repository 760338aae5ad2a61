"""One debt, one plan: a new one replaces that which runs, until its line is reversed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.actions.test_beside import words_of
from tests.actions.world import MONDAY, Answer, agenda, column, debtor, invoice, journal, relance

Make = Callable[..., Path]
SHORT = ("plan", "C1", "--instalments", "2", "--first", "2026-11-30")
LONG = ("plan", "C1", "--instalments", "4", "--first", "2026-12-15")
AGREED = "L'échéancier du 23/11/2026, qui avait été remplacé, court de nouveau"


def record(book: Path, *words: object, day: date = MONDAY, code: int = 0) -> Answer:
    answer = relance("record", book, *words, "--day", day)
    assert answer.code == code, answer
    return answer


def letter(book: Path, day: date = MONDAY) -> list[Path]:
    out = book.parent / "out"
    words = ("--letter", "--as-of", day, "--out", out)
    assert relance("plan-letter", book, "C1", *words).code == 0
    return sorted(out.glob("*.docx"))


def states(book: Path) -> list[tuple[object, object, object]]:
    keys = ("amount", "paid", "state")
    return list(zip(*(column(book, "tEcheanciers", key) for key in keys), strict=True))


@pytest.fixture
def book(make: Make) -> Path:
    """Return a workbook with one debtor, late by 19 days for 1 200.00, and another invoice."""
    late = date(2026, 11, 4)
    items = [invoice("F-1", "C1", late, "900.00"), invoice("F-2", "C1", late, "300.00")]
    return make([debtor("C1")], items)


@pytest.mark.parametrize("day", [MONDAY, date(2026, 11, 26)])
def test_a_plan_replaces_the_one_that_runs_on_its_invoices(day: date, book: Path) -> None:
    record(book, *SHORT)
    record(book, "payment", "C1", "--amount", "200", "--invoice", "F-1")
    (old,) = letter(book)
    said = record(book, *LONG, day=day).out
    assert "échéancier noté, remplace l'échéancier du 23/11/2026" in said
    assert "Échéancier du 23/11/2026 remplacé" in said
    assert (old.parent / "perimes" / old.name).is_file()
    record(book, "payment", "C1", "--amount", "250", "--invoice", "F-1", day=day)
    ended, due = [(600, 200, "annulée"), (600, 0, "annulée")], [(250, 0, "à venir")] * 3
    assert states(book) == [*ended, (250, 250, "réglée"), *due]
    (new,) = letter(book, day)
    shown = words_of(new)
    assert "15/03/2027" in shown
    assert "30/11/2026" not in shown
    said_so = "Cet échéancier remplace l'échéancier convenu le 23 novembre 2026."
    assert (said_so in shown.replace("’", "'")) is (day > MONDAY)  # of another day
    # The first plan would have been missed by then; the one that holds is kept.
    (held,) = agenda(book, date(2026, 12, 14))["C1"]["blocked_by"]
    assert held["code"] == "planned"


def test_the_same_plan_is_noted_once(book: Path) -> None:
    record(book, *SHORT)
    assert "ligne n° 1" in record(book, *SHORT, code=1).err
    record(book, *SHORT, "--again")
    assert [state for *_, state in states(book)] == ["annulée", "annulée", "à venir", "à venir"]
    assert len(letter(book)) == 1
    record(book, "reverse", "1")  # the rows of the first, though the second says the same
    assert states(book) == [(600, 0, "à venir")] * 2


def test_a_plan_that_was_replaced_may_be_noted_anew(book: Path) -> None:
    record(book, *SHORT)
    record(book, *LONG)
    assert "remplace l'échéancier" in record(book, *SHORT).out  # that of four instalments


def test_what_a_plan_had_replaced_runs_again_once_it_is_reversed(book: Path) -> None:
    """Nobody is reminded of a debt that they pay as they had agreed to."""
    record(book, *SHORT)
    record(book, *LONG)
    record(book, "payment", "C1", "--amount", "600", "--invoice", "F-1")
    assert AGREED in record(book, "reverse", "2").out
    assert states(book) == [(600, 600, "réglée"), (600, 0, "à venir")]
    (held,) = agenda(book, date(2026, 12, 14))["C1"]["blocked_by"]
    assert held["code"] == "planned"
    assert journal(book)[-1] == ("C1", "plan", "reversed")


def test_a_plan_replaced_in_its_turn_leaves_the_last_one_alone(book: Path) -> None:
    record(book, *SHORT)
    record(book, *LONG)
    record(book, "plan", "C1", "--instalments", "3", "--first", "2026-12-01")
    assert AGREED not in record(book, "reverse", "2").out
    assert [state for *_, state in states(book)] == ["annulée"] * 2 + ["à venir"] * 3
    assert AGREED in record(book, "reverse", "3").out
    assert states(book) == [(600, 0, "à venir")] * 2
