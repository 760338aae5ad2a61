"""Taking over a backlog: what was done before Relance, and what may come next."""

from dataclasses import replace
from datetime import date

import pytest

from relance.core.policy import Policy, load
from relance.core.records import Creditor, Debtor, Receivable
from relance.core.setting import Setting
from relance.core.takeover import bound, proposed_position, proposed_step

AS_OF = date(2026, 11, 23)
FIRM = Debtor("C1", kind="business")
FR = load("fr-b2b")
BE = load("be-b2c")
OLD = Receivable("A", "C1", due=date(2026, 6, 1))
SETTING = Setting(Creditor(country="FR"))
BELGIAN = Setting(Creditor(country="BE"))


def position(
    item: Receivable, debtor: Debtor, policy: Policy, as_of: date, setting: Setting = SETTING
) -> tuple[str, date | None]:
    return proposed_position(item, debtor, policy, setting, as_of)


def test_the_step_of_the_export_wins_with_its_day() -> None:
    told = replace(OLD, last_step="letter-1", last_step_date=date(2026, 10, 5))
    assert position(told, FIRM, FR, AS_OF) == ("letter-1", date(2026, 10, 5))


@pytest.mark.parametrize(
    ("level", "step"),
    [("1", "mail-1"), ("2", "letter-2"), ("3", "letter-2"), ("9", "letter-2"), ("²", "letter-2")],
)
def test_a_level_of_the_export_is_a_phase_wholly_done_but_never_our_notice(
    level: str, step: str
) -> None:
    told = replace(OLD, last_step=level, last_step_date=date(2026, 10, 5))
    assert position(told, FIRM, FR, AS_OF) == (step, date(2026, 10, 5))


def test_the_age_proposes_a_step_and_the_day_on_which_it_would_have_come() -> None:
    # 1 June + 28 days: J+1, +5, +8, +6, +8 = letter-2 on 29 June
    assert position(OLD, FIRM, FR, AS_OF) == ("letter-2", date(2026, 6, 29))


def test_the_theoretical_day_is_never_after_the_take_over() -> None:
    # 7 days late: phase 2 has begun, so mail-1 counts as done, on 17 November
    young = replace(OLD, due=date(2026, 11, 16))
    assert position(young, FIRM, FR, AS_OF) == ("mail-1", date(2026, 11, 17))


def test_without_a_due_date_or_when_it_is_young_nothing_counts_as_done() -> None:
    assert position(replace(OLD, due=None), FIRM, FR, AS_OF) == ("", None)
    assert position(replace(OLD, due=None, last_step="2"), FIRM, FR, AS_OF) == ("", None)
    assert position(replace(OLD, due=AS_OF), FIRM, FR, AS_OF) == ("", None)


def test_a_debtor_of_unknown_kind_gets_no_notice_next() -> None:
    assert position(OLD, Debtor("C1"), FR, AS_OF)[0] == "mail-1"


PERSON = Debtor("C1", kind="consumer", country="BE")


@pytest.mark.parametrize("last_step", ["", "1", "3", "mail-1", "letter-1"])
@pytest.mark.parametrize("policy", ["be-b2c", "be-b2b", "fr-b2b"])
def test_a_belgian_consumer_always_gets_the_free_first_reminder(
    last_step: str, policy: str
) -> None:
    told = replace(OLD, last_step=last_step, last_step_date=date(2026, 10, 5))
    assert position(told, PERSON, load(policy), AS_OF) == ("", None)


def test_what_was_handed_over_stays_so_even_for_a_belgian_consumer() -> None:
    told = replace(OLD, last_step="handover", last_step_date=date(2026, 10, 5))
    assert position(told, PERSON, BE, AS_OF) == ("handover", date(2026, 10, 5))


@pytest.mark.parametrize("last_step", ["", "1", "3"])
@pytest.mark.parametrize(
    ("country", "setting"), [("BE", SETTING), ("", BELGIAN), ("FR", BELGIAN), ("BE", BELGIAN)]
)
def test_who_may_be_a_belgian_consumer_gets_it_too(
    country: str, setting: Setting, last_step: str
) -> None:
    unknown = Debtor("C1", country=country)
    told = replace(OLD, last_step=last_step, last_step_date=date(2026, 10, 5))
    assert position(told, unknown, load("be-b2b"), AS_OF, setting) == ("", None)


def test_a_step_that_the_file_names_is_believed_for_a_debtor_of_unknown_kind() -> None:
    told = replace(OLD, last_step="letter-1", last_step_date=date(2026, 10, 5))
    found = position(told, Debtor("C1", country="BE"), load("be-b2b"), AS_OF, BELGIAN)
    assert found == ("letter-1", date(2026, 10, 5))


def test_a_regime_on_the_invoice_tells_that_nobody_is_a_consumer() -> None:
    sure = replace(OLD, regime="BE-B2B")
    assert position(sure, Debtor("C1"), load("be-b2b"), AS_OF, BELGIAN)[0] == "mail-1"


def test_an_association_in_belgium_is_no_consumer() -> None:
    club = Debtor("C1", kind="other", country="BE")
    assert position(OLD, club, load("be-b2b"), AS_OF, BELGIAN)[0] == "call-2"


@pytest.mark.parametrize(
    ("debtor", "due", "code"),
    [
        (FIRM, date(2026, 6, 1), ""),
        (Debtor("C1"), date(2026, 6, 1), "takeover_kind"),  # a notice next, were it a business
        (Debtor("C1"), date(2026, 11, 20), ""),  # three days late: nothing would be deemed done
        (Debtor("C1", country="BE"), date(2026, 11, 3), "takeover_kind"),
        (PERSON, date(2026, 6, 1), "takeover_reminder"),
        (PERSON, date(2026, 11, 20), ""),
        (Debtor("C1", kind="public"), date(2026, 6, 1), ""),
    ],
)
def test_what_makes_the_take_over_propose_less(debtor: Debtor, due: date, code: str) -> None:
    assert bound(replace(OLD, due=due), debtor, FR, SETTING, AS_OF) == code


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
    assert proposed_step(item, FIRM, FR, SETTING, AS_OF) == step
