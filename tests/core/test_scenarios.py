"""Whole stories, day by day, with the figures that a person would work out.

Those about one amount only are in test_claim_scenarios.py; the hand-over day, the waiting period
of Belgian consumers and the mixed levels are in test_decide.py; the order of the journal is in
test_journal.py.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from relance.core.ageing import bucket
from relance.core.decide import decide
from relance.core.records import (
    Address,
    Case,
    Channel,
    Contact,
    Creditor,
    Debtor,
    Decision,
    Event,
    Outcome,
    Procedure,
    Receivable,
)
from relance.core.setting import Setting

CREDITOR = Creditor(country="FR", bank_data_until=date(2027, 6, 30))
SETTING = Setting(CREDITOR)
CLIENT = Debtor(
    "C1", "Client", "business", "FR",
    payables=Contact("Julie", "compta@client.example", "03 20 00 00 00"),
    address=Address("1 rue", "", "59000", "Lille"),
    procedure=Procedure(verified_on=date(2026, 12, 15)),
)  # fmt: skip


def item(number: str, due: str, amount: str, **fields: object) -> Receivable:
    bare = Receivable(number, "C1", due=date.fromisoformat(due), amount=Decimal(amount))
    return replace(bare, **fields)  # type: ignore[arg-type]


def event(
    number: int, day: str, step: str, *items: str, channel: Channel = "email",
    outcome: Outcome = "sent",
) -> Event:  # fmt: skip
    on = date.fromisoformat(day)
    return Event(
        number, on, "C1", items or ("A",), step, channel, "out", outcome, f"d{number}"
    )  # fmt: skip


def on(
    day: str, *items: Receivable, events: tuple[Event, ...] = (), debtor: Debtor = CLIENT,
    setting: Setting = SETTING,
) -> Decision:  # fmt: skip
    return decide(Case(debtor, items, events), setting, date.fromisoformat(day))


def demanded(decision: Decision) -> list[str]:
    return [line.item.number for line in decision.demanded]


def codes(decision: Decision) -> list[str]:
    return [reason.code for reason in decision.blocked_by]


# -- threshold and interval --------------------------------------------------


def test_three_items_of_thirty_are_one_message_of_ninety() -> None:
    found = on("2026-11-23", *(item(name, "2026-11-20", "30.00") for name in "ABC"))
    assert (found.step, codes(found), demanded(found)) == ("mail-1", [], ["A", "B", "C"])
    assert found.totals[0].claim == Decimal("90.00")
    assert found.totals[0].total == Decimal("210.09")  # 90 + 3 x (0.03 + 40)


@pytest.mark.parametrize(("amount", "step"), [("49.99", "letter-1"), ("50.00", "call-1")])
def test_the_threshold_looks_at_the_debtors_sum_and_fifty_is_not_under_it(
    amount: str, step: str
) -> None:
    reminded = (event(1, "2026-11-02", "mail-1"),)
    assert on("2026-11-23", item("A", "2026-10-30", amount), events=reminded).step == step


def test_an_item_that_becomes_late_in_the_interval_is_in_the_next_message() -> None:
    # A reminded on Mon 16; B is late from the 18th: nothing before Mon 23 (16 + 5 is a Saturday)
    reminded = (event(1, "2026-11-16", "mail-1"),)
    items = (item("A", "2026-11-13", "30.00"), item("B", "2026-11-17", "30.00"))
    waiting = on("2026-11-18", *items, events=reminded)
    assert (waiting.step, codes(waiting)) == ("mail-1", ["interval"])
    assert waiting.next_date == date(2026, 11, 23)
    found = on("2026-11-23", *items, events=reminded)
    assert codes(found) == []
    assert {line.item.number for line in found.lines if line.days_overdue > 0} == {"A", "B"}
    # A is due for its call, so B is told for information; five days later B has its own reminder
    assert (found.step, demanded(found)) == ("call-1", ["A"])
    called = (
        *reminded,
        event(2, "2026-11-23", "call-1", channel="phone", outcome="done"),
        event(3, "2026-11-23", "confirmation"),
    )
    after = on("2026-11-30", *items, events=called)  # 23 + 5 = Sat 28
    assert (after.step, codes(after), demanded(after)) == ("mail-1", [], ["A", "B"])


def test_a_first_reminder_comes_within_five_days_of_being_late() -> None:
    # due Tue 10 November (the 11th is a holiday): Thu 12 when the bank data are there
    late = item("A", "2026-11-10", "400")
    assert codes(on("2026-11-10", late)) == ["prevention_small"]  # not late yet
    assert codes(on("2026-11-11", late)) == ["not_worked"]
    assert (on("2026-11-12", late).step, codes(on("2026-11-12", late))) == ("mail-1", [])
    behind = Setting(replace(CREDITOR, bank_data_until=date(2026, 11, 9)))
    assert codes(on("2026-11-13", late, setting=behind)) == ["bank_data"]
    assert on("2026-11-16", late, setting=behind).step == "mail-1"  # 10 + 5 is a Sunday


# -- extension ---------------------------------------------------------------


@pytest.mark.parametrize(("suspends", "interest"), [(False, "121.17"), (True, "39.95")])
def test_an_extension_holds_the_reminders_and_the_letter_says_whether_interest_ran(
    suspends: bool, interest: str
) -> None:
    # 4,000 x 12.15 % x 91 / 365 = 121.167; from 1 June only, 30 days: 39.945
    extended = item(
        "A", "2026-03-31", "4000", extended_to=date(2026, 5, 31), extension_suspends=suspends
    )
    held = on("2026-05-29", extended)
    assert (demanded(held), [line.blocked[0].code for line in held.lines]) == ([], ["extended"])
    assert on("2026-06-01", extended).step == "mail-1"  # a Monday
    found = on("2026-06-30", extended)
    assert (demanded(found), found.totals[0].interest) == (["A"], Decimal(interest))
    assert found.lines[0].item.due == date(2026, 3, 31)  # never overwritten


# -- end of the record -------------------------------------------------------


def test_after_the_end_of_the_record_the_reminder_goes_out_with_the_interest_so_far() -> None:
    # 10,000 x 12.4 % x 31 / 365 = 105.315, to 31 December 2026; read on Mon 4 January 2027
    found = on("2027-01-04", item("A", "2026-11-30", "10000"))
    assert (found.step, codes(found)) == ("mail-1", [])
    (line,) = found.lines
    assert (line.claim.interest, line.claim.last_day) == (Decimal("105.32"), date(2026, 12, 31))
    (reason,) = line.claim.withheld
    assert (reason.code, reason.facts["name"]) == ("rate_unknown", "fr_b2b_rate")


def test_a_consumers_notice_under_an_unknown_rate_goes_out_without_a_figure() -> None:
    person = replace(CLIENT, kind="consumer")
    events = (
        event(1, "2026-09-01", "mail-1"),
        event(2, "2026-09-14", "letter-1", channel="letter"),
        event(3, "2026-10-05", "letter-2", channel="letter"),
    )
    late = item("A", "2026-03-31", "1200")
    found = on("2026-11-23", late, events=events, debtor=person)
    assert (found.step, codes(found)) == ("notice", [])
    assert (found.totals[0].interest, found.totals[0].total) == (Decimal(0), Decimal(1200))


# -- days --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reminded", "day", "moved_to"),
    [
        ("2026-11-17", "2026-11-22", "2026-11-23"),  # a Sunday
        ("2026-11-06", "2026-11-11", "2026-11-12"),  # Armistice
    ],
)
def test_no_call_is_due_on_a_sunday_or_a_holiday(reminded: str, day: str, moved_to: str) -> None:
    late = item("A", "2026-11-05", "500")
    events = (event(1, reminded, "mail-1"),)
    held = on(day, late, events=events)
    assert (held.step, codes(held)) == ("call-1", ["not_worked"])
    assert held.next_date == date.fromisoformat(moved_to)
    assert codes(on(moved_to, late, events=events)) == []


# -- sums and order ----------------------------------------------------------


def test_sums_by_bucket_are_exact() -> None:
    # not due 100; 1 and 30 days 200 + 400; 31 days 800; 91 days 1,600
    as_of = date(2026, 11, 23)
    dues = ("2026-11-23", "2026-11-22", "2026-10-24", "2026-10-23", "2026-08-24")
    amounts = ("100", "200", "400", "800", "1600")
    found = on("2026-11-23", *map(item, "ABCDE", dues, amounts))
    sums: dict[int, Decimal] = {}
    for line in found.lines:
        assert line.item.due is not None
        place = bucket(line.item.due, as_of)
        sums[place] = sums.get(place, Decimal(0)) + line.item.open
    assert sums == {0: Decimal(100), 1: Decimal(600), 2: Decimal(800), 4: Decimal(1600)}
    assert found.totals[0].open == Decimal(3100)
    assert found.totals[0].claim == Decimal(3000)  # what is not due is not demanded
