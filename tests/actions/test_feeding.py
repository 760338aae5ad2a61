"""What the formulas of a row are given, on Monday 23 November 2026."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.core.test_decide import CLIENT, CREDITOR, MONDAY, SETTING, case, done, item

from relance.actions.feeding import feeding
from relance.core.decide import decide
from relance.core.question import policy_of
from relance.core.records import Case, Dispute, Payment, Promise, Receivable
from relance.core.setting import Setting

LATE = item("A", "2026-09-30", "3000")


def fed(question: Case, setting: Setting = SETTING) -> dict[str, object]:
    """Return the filled cells of the first line."""
    line = decide(question, setting, MONDAY).lines[0]
    cells = feeding(line, question, setting, policy_of(question, setting), MONDAY)
    return {key: value for key, value in cells.items() if value is not None}


def test_an_invoice_between_firms_needs_its_regime_only() -> None:
    assert fed(case(LATE)) == {"bears": "FR-B2B", "follows": "FR-B2B"}


def test_a_debtor_of_unknown_kind_follows_a_policy_and_bears_nothing() -> None:
    unknown = replace(case(LATE), debtor=replace(CLIENT, kind=""))
    assert fed(unknown) == {"follows": "FR-B2B"}


def test_a_policy_of_the_debtor_s_own_is_followed() -> None:
    own = replace(case(LATE), debtor=replace(CLIENT, policy="fr-pub", profile="delays"))
    assert fed(own) == {
        "bears": "FR-B2B", "follows": "FR-PUB", "applied_profile": "retardataire",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("more", "situation"),
    [
        ({"disputes": (Dispute("C1", "A", "prix", date(2026, 11, 2)),)}, "litige"),
        (
            {"promises": (Promise("C1", Decimal(100), date(2026, 12, 4), date(2026, 11, 20)),)},
            "promesse",
        ),
        ({"debtor": replace(CLIENT, do_not_contact=True)}, None),  # the debtor, not the item
    ],
)
def test_what_holds_an_item_is_said_as_a_status(more: dict[str, object], situation: object) -> None:
    found = fed(replace(case(LATE), **more))  # type: ignore[arg-type]
    assert found.get("situation") == situation


def test_any_other_hold_looks_like_a_suspension() -> None:
    extended = replace(LATE, extended_to=date(2026, 12, 31))
    assert fed(case(extended))["situation"] == "suspendue"
    notice = tuple(
        done(n, f"2026-10-{n:02}", step)
        for n, step in enumerate(["mail-1", "call-1", "letter-1", "call-2", "letter-2"], 1)
    )
    unchecked = replace(CLIENT, procedure=replace(CLIENT.procedure, verified_on=None))
    held = replace(case(LATE, events=notice), debtor=unchecked)
    assert fed(held)["situation"] == "suspendue"


def test_a_contract_s_rate_and_a_consumer_s_first_day_are_given() -> None:
    agreed = replace(SETTING, creditor=replace(CREDITOR, contract_rate=Decimal("0.15")))
    assert fed(case(LATE), agreed)["agreed_rate"] == Decimal("0.15")
    notice = (
        replace(done(1, "2026-05-02", "notice"), day=date(2026, 5, 2)),
        replace(done(2, "2026-05-04", "notice"), outcome="delivered"),
    )
    consumer = replace(
        case(item("A", "2026-03-31", "1200"), events=notice),
        debtor=replace(CLIENT, kind="consumer"),
    )
    assert fed(consumer)["claim_from"] == date(2026, 5, 5)  # the day after the presentation


def test_a_part_payment_leaves_the_interest_that_its_part_had_borne() -> None:
    # 3 000 owed 1-31 October, 1 000 from 1 November: 3000 x 12.4 % x 31 / 365 + 1000 x 12.4 % x
    # 23 / 365 = 31.595 + 7.814 = 39.41; 1 000 alone over 54 days: 18.345 -> 18.35; gap 21.06.
    paid = replace(LATE, paid=Decimal(2000))
    payment = Payment("C1", Decimal(2000), date(2026, 10, 31), "A")
    found = fed(replace(case(paid), payments=(payment,)))
    assert found["interest_gap"] == Decimal("21.06")
    assert "fee_gap" not in found


def test_a_penalty_clause_is_more_than_the_fixed_sum() -> None:
    clause = replace(CREDITOR, country="BE", penalty_clause_percent=Decimal("0.10"))
    belgian = replace(case(LATE), debtor=replace(CLIENT, country="BE"))
    found = fed(belgian, Setting(clause))
    assert found["fee_gap"] == Decimal(260)  # 10 % of 3 000, less the 40 that the row gives


def test_a_consumer_s_clause_is_less_than_the_tier_that_the_row_gives() -> None:
    # 1 000: 65 + 5 % of 500 = 90 by the tier; 5 %, at most 25, by the contract
    clause = replace(
        CREDITOR, country="BE", consumer_clause=True,
        penalty_clause_percent=Decimal("0.05"), penalty_clause_max=Decimal(25),
    )  # fmt: skip
    owed = case(item("A", "2026-09-30", "1000"), events=(done(1, "2026-10-05", "mail-1"),))
    belgian = replace(owed, debtor=replace(CLIENT, kind="consumer", country="BE"))
    assert fed(belgian, Setting(clause))["fee_gap"] == Decimal(-65)


@pytest.mark.parametrize(
    "one",
    [
        replace(LATE, kind="down_payment"),
        replace(LATE, due_is_estimated=True),
        replace(LATE, due=None),
        replace(LATE, amount=Decimal(-50), kind="credit_note"),
    ],
)
def test_what_bears_nothing_by_nature_has_no_regime(one: Receivable) -> None:
    assert "bears" not in fed(case(one))


def test_beyond_the_record_the_cell_is_left_to_say_that_the_rate_is_not_known() -> None:
    line_day = date(2027, 1, 15)
    question = case(LATE)
    line = decide(question, SETTING, line_day).lines[0]
    cells = feeding(line, question, SETTING, policy_of(question, SETTING), line_day)
    assert cells["interest_gap"] is None
