"""What other dunning systems are known to do, and where we do the same.

Each case was read in a public program, its tests or its documentation, and is told here in our
words: a level is a step of a policy, `T` is Monday 23 November 2026, and the figure expected was
worked out by hand. The four cases in which we decide otherwise are at the end, with the reason.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

import pytest

from relance.core.ageing import bucket, days_overdue
from relance.core.channels import emails
from relance.core.claim import claim
from relance.core.decide import decide
from relance.core.errors import DayBeforeJournalError
from relance.core.journal import check_day
from relance.core.policy import Policy, from_rows
from relance.core.records import (
    Address,
    Case,
    Contact,
    Creditor,
    Debtor,
    Decision,
    Event,
    Outcome,
    Payment,
    Receivable,
)
from relance.core.regimes import get
from relance.core.setting import Setting
from relance.core.steps import upcoming
from relance.core.terms import due_date

T = date(2026, 11, 23)
CLIENT = Debtor(
    "C1", "Customer", "business", "FR",
    payables=Contact("", "customer@example.com"),
    address=Address("1 rue", "", "59000", "Lille"),
    policy="peer",
)  # fmt: skip
CREDITOR = Creditor(country="FR", bank_data_until=T)
Test = TypeVar("Test", bound=Callable[..., None])
tested: list[str] = []


def peer(*names: str) -> Callable[[Test], Test]:
    """Note which cases a test tells."""

    def noted(test: Test) -> Test:
        tested.extend(names)
        return test

    return noted


def levels(*days: int, anchor: str = "due", **values: object) -> Policy:
    """A policy of e-mails, each some days after the due date (or after the level before)."""
    rows: list[tuple[str, dict[str, object]]] = [
        (
            f"line {n}",
            {
                "code": f"level-{n}",
                "phase": min(n, 2),
                "offset": offset,
                "anchor": anchor if n > 1 else "due",
            },
        )
        for n, offset in enumerate(days, 1)
    ]
    policy = from_rows("peer", rows)
    return replace(policy, values=replace(policy.values, **values))  # type: ignore[arg-type]


TRYTON = levels(5, 20, 40)


def item(days_late: int, amount: str = "100", number: str = "A", **fields: object) -> Receivable:
    bare = Receivable(number, "C1", due=T - timedelta(days=days_late), amount=Decimal(amount))
    return replace(bare, **fields)  # type: ignore[arg-type]


def event(
    step: str, days_ago: int, outcome: Outcome = "sent", number: int = 1, items: str = "A"
) -> Event:
    day = T - timedelta(days=days_ago)
    return Event(number, day, "C1", tuple(items), step, "email", "out", outcome, f"d{number}")


def decided(
    policy: Policy, *items: Receivable, events: tuple[Event, ...] = (), as_of: date = T
) -> Decision:
    setting = Setting(CREDITOR, policies={"peer": policy})
    return decide(Case(CLIENT, items, events), setting, as_of)


def to_do(decision: Decision) -> str:
    """The step to do now, "" when something holds it."""
    return "" if decision.blocked_by else decision.step


# -- levels ------------------------------------------------------------------


@peer("TRYTON-01")
def test_four_days_late_is_under_the_five_of_the_first_level() -> None:
    decision = decided(TRYTON, item(4))
    assert (decision.step, decision.demanded) == ("", ())


@peer("TRYTON-02")
def test_five_days_late_is_the_first_level_the_bound_included() -> None:
    decision = decided(TRYTON, item(5))
    assert (to_do(decision), decision.document, len(decision.demanded)) == ("level-1", "email", 1)


@peer("TRYTON-04")
def test_an_item_that_a_person_holds_does_not_climb() -> None:
    # 30 days late, level 1 sent, then blocked: it stays at level 1
    decision = decided(TRYTON, item(30, status="on_hold"), events=(event("level-1", 25),))
    assert (decision.step, decision.lines[0].position) == ("", "level-1")


@peer("TRYTON-05")
def test_an_item_that_nothing_holds_climbs_one_level() -> None:
    decision = decided(TRYTON, item(30), events=(event("level-1", 25),))
    assert to_do(decision) == "level-2"


@peer("TRYTON-06")
def test_an_item_that_was_paid_is_dunned_no_more_whatever_draft_waits() -> None:
    paid = item(50, paid=Decimal(100))
    drafts = (event("level-1", 40), event("level-2", 20, "draft", 2))
    decision = decided(TRYTON, paid, events=drafts)
    assert (decision.step, decision.lines, decision.totals) == ("", (), ())


@peer("TRYTON-07")
def test_after_the_last_level_was_sent_nothing_is_left() -> None:
    # their only level comes on the due date; ours the day after, the first day that is late
    policy = levels(1)
    assert to_do(decided(policy, item(1))) == "level-1"
    last = decided(policy, item(2), events=(event("level-1", 1),))
    assert (last.step, last.lines[0].position, last.lines[0].next_step) == ("", "level-1", "")


@peer("TRYTON-08b", "OCA-FEES-01")
def test_the_fixed_sum_is_due_once_an_invoice_however_often_it_is_reminded() -> None:
    # their 10.00 a level; ours the 40.00 of the law, in the currency of the invoice
    first = decided(TRYTON, item(5))
    again = decided(TRYTON, item(25), events=(event("level-1", 20), event("level-1", 6, number=2)))
    assert [d.totals[0].fee for d in (first, again)] == [40, 40]
    assert first.totals[0].claim + first.totals[0].fee == 140


@peer("TRYTON-09")
def test_a_payment_that_covers_half_is_shown_on_the_one_message() -> None:
    half = Receivable("R", "C1", "payment", issued=T, amount=Decimal(-50))
    decision = decided(TRYTON, item(5), half)
    assert (to_do(decision), decision.channel) == ("level-1", "email")
    assert emails(decision.debtor) == ("customer@example.com",)
    assert [(line.item.number, line.demanded) for line in decision.lines] == [
        ("A", True),
        ("R", False),
    ]
    assert decision.totals[0].open == decision.totals[0].claim == 50


@peer("OCA-CC-01")
def test_a_reminder_that_was_never_sent_is_proposed_again_and_does_not_climb() -> None:
    # due a year ago; runs of May, September and today leave one, two, three drafts of level 1
    policy = levels(10, 30, 10)
    drafts: tuple[Event, ...] = ()
    for run, ago in enumerate((181, 61, 0), 1):
        decision = decided(policy, item(365), events=drafts, as_of=T - timedelta(days=ago))
        assert to_do(decision) == "level-1"
        drafts += (event("level-1", ago, "draft", run),)
    assert len(drafts) == 3


@peer("METASFRESH-02")
@pytest.mark.parametrize(("run", "due"), [(5, False), (11, True), (20, True)])
def test_ten_days_between_two_levels_the_bound_included(run: int, due: bool) -> None:
    # level 1 on 1 February 2012
    last = date(2012, 2, 1).toordinal()
    as_of = date(2012, 2, run).toordinal()
    assert upcoming(levels(1, 10, anchor="previous"), 0, last - 1, last, as_of).is_due(as_of) is due


@peer("METASFRESH-03")
def test_a_level_comes_only_once_the_one_before_was_sent() -> None:
    # 25 days late, levels at 10, 20 and 30: none yet, one written, one sent 15 days ago
    policy = levels(10, 20, 30)
    late = item(25)
    assert to_do(decided(policy, late)) == "level-1"
    assert to_do(decided(policy, late, events=(event("level-1", 15, "draft"),))) == "level-1"
    assert to_do(decided(policy, late, events=(event("level-1", 15),))) == "level-2"


@peer("METASFRESH-05")
def test_a_level_that_was_sent_is_not_written_twice() -> None:
    decision = decided(levels(10, 20, 30), item(15), events=(event("level-1", 0),))
    assert (decision.step, decision.demanded) == ("", ())


@peer("KILLBILL-03")
@pytest.mark.parametrize(("days", "met"), [(None, False), (9, False), (10, True), (20, True)])
def test_the_oldest_unpaid_invoice_has_reached_ten_days(days: int | None, met: bool) -> None:
    late = item(0, due=None) if days is None else item(days)
    assert bool(decided(levels(10), late).step) is met


@peer("KILLBILL-04")
@pytest.mark.parametrize(("days", "state"), [(29, None), (30, 1), (40, 2), (50, 3)])
def test_age_alone_gives_the_highest_state_that_it_reaches(days: int, state: int | None) -> None:
    rows: list[tuple[str, dict[str, object]]] = [
        (f"OD{n}", {"code": f"od-{n}", "phase": n, "offset": 20 + 10 * n, "anchor": "due"})
        for n in (1, 2, 3)
    ]
    assert from_rows("overdue", rows).phase_by_age(days) == state


# -- when a message goes out -------------------------------------------------


@peer("AKRETION-01")
@pytest.mark.parametrize(("ago", "reminded"), [(4, False), (5, True), (6, True), (None, True)])
def test_a_customer_reminded_less_than_five_days_ago_is_left_alone(
    ago: int | None, reminded: bool
) -> None:
    events = () if ago is None else (event("level-1", ago, items="B"),)
    decision = decided(levels(5, 30), item(20), item(20, number="B"), events=events)
    assert bool(to_do(decision)) is reminded


@peer("AKRETION-04")
def test_one_invoice_starts_the_message_and_every_late_one_is_in_it() -> None:
    # more than 10 days start it; what is less late is there for information, not demanded
    decision = decided(levels(11), item(11), item(2, number="B"), item(0, number="C"))
    assert to_do(decision) == "level-1"
    assert [line.item.number for line in decision.lines if line.days_overdue > 0] == ["A", "B"]
    assert [line.item.number for line in decision.demanded] == ["A"]


@peer("AKRETION-05")
def test_exactly_ten_days_do_not_start_what_asks_for_more_than_ten() -> None:
    assert decided(levels(11), item(10), item(2, number="B")).step == ""


@peer("CONTACT-01")
@pytest.mark.parametrize(("days_ago", "goes_out"), [(3, False), (4, False), (5, True)])
def test_the_smallest_interval_wins_over_a_shorter_delay(days_ago: int, goes_out: bool) -> None:
    # the policy says 3 days after the first message, the contact budget 5
    policy = levels(1, 3, anchor="previous")
    wednesday = T + timedelta(days=2)  # so that none of the days is a Sunday
    sent = event("level-1", days_ago - 2)
    decision = decided(policy, item(30), events=(sent,), as_of=wednesday)
    assert (decision.step, not decision.blocked_by) == ("level-2", goes_out)


@peer("OCA-CC-02")
def test_a_run_dated_before_the_last_one_is_refused() -> None:
    with pytest.raises(DayBeforeJournalError):
        check_day((event("level-1", 0),), T - timedelta(days=15))
    check_day((event("level-1", 0),), T)


@peer("OCA-CC-05")
@pytest.mark.parametrize(("amount", "dunned"), [("0.09", False), ("0.10", True), ("0.11", True)])
def test_a_total_under_the_tolerance_is_skipped_an_equal_one_is_not(
    amount: str, dunned: bool
) -> None:
    policy = levels(5, tolerance=Decimal("0.10"), minimum_total=Decimal(0))
    assert bool(to_do(decided(policy, item(5, amount)))) is dunned


# -- days --------------------------------------------------------------------


@peer("OCA-CC-04")
def test_thirty_days_then_the_end_of_that_month() -> None:
    # 1 November 2024 + 30 days = 1 December; its month ends on the 31st
    assert due_date(date(2024, 11, 1), "30 fin de mois") == date(2024, 12, 31)


@peer("OCA-DAYS-01")
def test_an_invoice_of_sixteen_days_payable_at_fifteen_is_one_day_late() -> None:
    due = due_date(T - timedelta(days=16), "15")
    assert (days_overdue(due, T), bucket(due, T)) == (1, 1)


@peer("OCA-DAYS-02")
def test_what_is_not_due_undated_or_paid_is_not_late() -> None:
    # days before the due date are negative with us, so the bucket is what says "not due"
    young, undated, paid = item(-30), item(0, due=None), item(30, paid=Decimal(100))
    assert bucket(T + timedelta(days=30), T) == 0
    decision = decided(levels(1), young, replace(undated, number="B"), replace(paid, number="C"))
    assert [max(line.days_overdue, 0) for line in decision.lines] == [0, 0]
    assert (decision.step, decision.demanded) == ("", ())


# -- amounts -----------------------------------------------------------------


@peer("ERPNEXT-01")
def test_at_no_rate_and_no_fee_the_whole_is_the_principal() -> None:
    # 100.00 twenty days late: a French consumer owes neither before the notice
    found = claim(item(20), Debtor("C1", kind="consumer"), CREDITOR, (), T)
    assert (str(found.interest), str(found.fee), found.total) == ("0.00", "0.00", Decimal(100))
    free = claim(item(20), CLIENT, replace(CREDITOR, contract_rate=Decimal(0)), (), T)
    assert free.interest == 0


@peer("ERPNEXT-03")
def test_an_invoice_fully_paid_is_settled() -> None:
    assert decided(TRYTON, item(15, paid=Decimal(100))).lines == ()


@peer("ERPNEXT-04")
def test_two_late_invoices_are_one_message_each_with_its_own_sum() -> None:
    decision = decided(levels(5), item(6, "100"), item(6, "300", number="B"))
    assert [line.item.open for line in decision.demanded] == [100, 300]
    assert decision.totals[0].claim == 400


@peer("ERPNEXT-06")
def test_a_credit_note_matched_to_its_invoice_settles_it_until_it_is_cancelled() -> None:
    assert decided(levels(5), item(10, paid=Decimal(100))).step == ""
    assert to_do(decided(levels(5), item(10))) == "level-1"


@peer("KILLBILL-01")
def test_the_open_balances_add_up_and_the_oldest_is_told() -> None:
    # 0 + 10 + 100 = 110; an item of 0 is settled and not listed
    items = (item(9, "0", "Z"), item(8, "10"), item(7, "100", "B"))
    decision = decided(levels(5), *items)
    assert len(decision.lines) == 2
    assert decision.totals[0].open == 110
    assert decision.why[0].facts["number"] == "A"


@peer("CLEARING-01")
def test_a_part_payment_lowers_what_is_owed_by_its_amount_in_whatever_order() -> None:
    # 100.00 seven days late: 0.24 (100 x 12.4 % x 7 / 365) and 40.00; 50.00 paid that day
    owed = claim(item(7), CLIENT, CREDITOR, (), T)
    assert (owed.interest, owed.total) == (Decimal("0.24"), Decimal("140.24"))
    first = replace(CREDITOR, allocation="interest")
    payments = (Payment("C1", Decimal(50), T, "A"),)
    left = claim(item(7, paid=Decimal(50)), CLIENT, first, (), T, payments)
    assert (left.interest, left.principal) == (Decimal(0), Decimal("50.24"))  # interest first
    assert left.total == Decimal("90.24")
    plain = claim(item(7, paid=Decimal(50)), CLIENT, CREDITOR, (), T, payments)
    assert (plain.principal, plain.total) == (Decimal(50), Decimal("90.24"))


@peer("FR-RATE-02")
def test_the_least_rate_of_a_french_contract_is_three_times_the_legal_rate() -> None:
    # second semester of 2024: 3 x 4.92 %
    assert get("FR-B2B").floor_rate(date(2024, 9, 1)) == Decimal("0.1476")


@peer("BE-B2C-01")
@pytest.mark.parametrize(
    ("amount", "indemnity"),
    [(100, 20), (150, 20), (300, 45), (500, 65), (1000, 90), (50000, 2000)],
)
def test_a_belgian_consumers_indemnity_goes_by_tiers(amount: int, indemnity: int) -> None:
    # 30 + 10 % x 150 = 45; 30 + 10 % x 350 = 65; 65 + 5 % x 500 = 90; 65 + 2,475 is over the cap
    assert get("BE-B2C").fee_cents(amount * 100, clause=True) == indemnity * 100


# -- where we decide otherwise -----------------------------------------------

LEFT_OUT = {
    # A fee of 40.00 at the second level and 15 % at the third, over 200 sums. Ours are the fixed
    # sums of the law, the same at every level ("40 an invoice paid late"; a consumer's by tier).
    "TRYTON-10",
    # A stand-alone credit note of 100 leaves a claim of 100 standing. With us "unallocated
    # payments and credits are shown and netted, and if they cover the demand nothing is sent".
    "ERPNEXT-07",
    # 5.00 EUR turned into 7.65 USD. "Totals are per currency": a fixed sum that the law gives in
    # euros is withheld on an invoice in another currency, and the reason says so.
    "OCA-FEES-02",
    # One reminder number for the customer, the highest of the invoices plus one. With us "the
    # position is per item", a call is a step as well, and no letter prints a number.
    "AKRETION-02",
}


def test_a_credit_that_covers_the_demand_leaves_nothing_to_send() -> None:
    credit = Receivable("N", "C1", "credit_note", issued=T, amount=Decimal(-100))
    decision = decided(levels(5), item(10), credit)
    assert [reason.code for reason in decision.blocked_by] == ["covered_by_credits"]
    assert decision.lines[0].item.open == 100  # the invoice itself stays open


def test_a_fixed_sum_in_euros_is_not_claimed_in_dollars() -> None:
    found = claim(item(10, currency="USD"), CLIENT, CREDITOR, (), T)
    assert [reason.code for reason in found.withheld] == ["fee_other_currency"]
    assert found.fee == 0


def test_every_case_of_the_peers_is_told_or_left_out_on_purpose() -> None:
    assert len(set(tested)) == len(tested) == 32
    assert len(LEFT_OUT) == 4
    assert not LEFT_OUT & set(tested)
