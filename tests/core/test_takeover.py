"""Taking over a backlog: what was done before Relance, and what may come next."""

from dataclasses import replace
from datetime import date

import pytest

from relance.core.policy import load
from relance.core.records import Debtor, Receivable
from relance.core.takeover import proposed_position, proposed_step

AS_OF = date(2026, 11, 23)
FIRM = Debtor("C1", kind="business")
FR = load("fr-b2b")
BE = load("be-b2c")
OLD = Receivable("A", "C1", due=date(2026, 6, 1))


def test_the_step_of_the_export_wins_with_its_day() -> None:
    told = replace(OLD, last_step="letter-1", last_step_date=date(2026, 10, 5))
    assert proposed_position(told, FIRM, FR, AS_OF) == ("letter-1", date(2026, 10, 5))


@pytest.mark.parametrize(
    ("level", "step"),
    [("1", "mail-1"), ("2", "letter-2"), ("3", "letter-2"), ("9", "letter-2"), ("²", "letter-2")],
)
def test_a_level_of_the_export_is_a_phase_wholly_done_but_never_our_notice(
    level: str, step: str
) -> None:
    told = replace(OLD, last_step=level, last_step_date=date(2026, 10, 5))
    assert proposed_position(told, FIRM, FR, AS_OF) == (step, date(2026, 10, 5))


def test_the_age_proposes_a_step_and_the_day_on_which_it_would_have_come() -> None:
    # 1 June + 28 days: J+1, +5, +8, +6, +8 = letter-2 on 29 June
    assert proposed_position(OLD, FIRM, FR, AS_OF) == ("letter-2", date(2026, 6, 29))


def test_the_theoretical_day_is_never_after_the_take_over() -> None:
    # 7 days late: phase 2 has begun, so mail-1 counts as done, on 17 November
    young = replace(OLD, due=date(2026, 11, 16))
    assert proposed_position(young, FIRM, FR, AS_OF) == ("mail-1", date(2026, 11, 17))


def test_without_a_due_date_or_when_it_is_young_nothing_counts_as_done() -> None:
    assert proposed_position(replace(OLD, due=None), FIRM, FR, AS_OF) == ("", None)
    assert proposed_position(replace(OLD, due=None, last_step="2"), FIRM, FR, AS_OF) == ("", None)
    assert proposed_position(replace(OLD, due=AS_OF), FIRM, FR, AS_OF) == ("", None)


def test_a_debtor_of_unknown_kind_gets_no_notice_next() -> None:
    assert proposed_position(OLD, Debtor("C1"), FR, AS_OF)[0] == "mail-1"


def test_a_belgian_consumer_always_gets_the_free_first_reminder() -> None:
    person = Debtor("C1", kind="consumer", country="BE")
    assert proposed_position(OLD, person, BE, AS_OF) == ("", None)


@pytest.mark.parametrize(
    ("fields", "step"),
    [
        ({}, ""),  # nothing owed
        ({"amount": 100}, "notice"),
        ({"amount": 100, "due": AS_OF}, ""),
        ({"amount": 100, "due": None}, ""),
        ({"amount": 100, "last_step": "mail-1"}, "call-1"),
        ({"amount": 100, "last_step": "handover"}, ""),
        ({"amount": 100, "due": date(2026, 11, 22)}, "mail-1"),  # not the reminder before the day
    ],
)
def test_the_step_that_would_come_next(fields: dict[str, object], step: str) -> None:
    item = replace(OLD, **fields)  # type: ignore[arg-type]
    assert proposed_step(item, FIRM, FR, AS_OF) == step
