"""Documents of the user's own choice, on Monday 23 November 2026."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.core.test_decide import CLIENT, CREDITOR, MONDAY, SETTING, case, codes, demanded, done
from tests.core.test_decide import item as late

from relance.core.manual import ByHand, ManualKind, decide_by_hand
from relance.core.policy import load
from relance.core.records import Address, Case, Contact, Debtor, Dispute, Event, Receivable
from relance.core.setting import Setting

# Reminded on 2 November, called on 9: letter-1 is due 8 days later, on 17.
CALLED = (done(1, "2026-11-02", "mail-1"), done(2, "2026-11-09", "call-1", outcome="done"))
OLD = late("A", "2026-10-30", "3000")
BELGIAN = Setting(replace(CREDITOR, country="BE", bank_data_until=MONDAY))


def by_hand(kind: ManualKind, question: Case, *numbers: str, setting: Setting = SETTING) -> ByHand:
    return decide_by_hand(question, setting, MONDAY, kind, numbers)


def told(found: ByHand) -> tuple[str, str, tuple[str, ...], date | None]:
    decision = found.decision
    return decision.step, decision.channel, found.skipped, found.early


def consumer(*items: Receivable, events: tuple[Event, ...] = ()) -> Case:
    return replace(
        case(*items, events=events), debtor=replace(CLIENT, kind="consumer", country="BE")
    )


# -- which step --------------------------------------------------------------


def test_the_letter_that_the_policy_would_write_needs_no_reason() -> None:
    found = by_hand("letter", case(OLD, events=CALLED))
    assert told(found) == ("letter-1", "letter", (), None)
    assert not found.needs_reason
    assert found.decision.document == "letter"
    assert [reason.code for reason in found.decision.why] == ["by_hand"]


def test_the_same_step_may_go_by_e_mail() -> None:
    found = by_hand("email", case(OLD, events=CALLED))
    assert (told(found)[:2], found.decision.document) == (("letter-1", "email"), "email")


def test_a_letter_before_its_day_needs_a_reason() -> None:
    # Called on 16: letter-1 on 24, tomorrow; the message of 16 is 7 days old.
    events = (CALLED[0], done(2, "2026-11-16", "call-1", outcome="done"))
    found = by_hand("letter", case(OLD, events=events))
    assert told(found) == ("letter-1", "letter", (), date(2026, 11, 24))
    assert found.needs_reason


def test_a_notice_that_skips_steps_needs_a_reason_and_names_them() -> None:
    found = by_hand("formal_notice", case(OLD, events=CALLED))
    assert told(found) == ("notice", "registered_letter", ("letter-1", "call-2", "letter-2"), None)
    assert found.needs_reason
    assert found.decision.totals[0].fee == Decimal(40)


def test_the_least_advanced_item_tells_what_is_skipped() -> None:
    both = case(OLD, late("B", "2026-11-10"), events=CALLED)
    found = by_hand("letter", both)
    assert demanded(found.decision) == ["A", "B"]
    assert told(found) == ("letter-1", "letter", ("mail-1", "call-1"), None)


def test_after_the_last_letter_it_is_written_again() -> None:
    steps = [step.code for step in load("fr-b2b").steps[1:6]]  # mail-1 to letter-2
    events = tuple(
        done(n, f"2026-10-{n:02}", code, outcome="done" if code.startswith("call") else "sent")
        for n, code in enumerate(steps, 1)
    )
    found = by_hand("letter", case(late("A", "2026-09-01"), events=events))
    assert told(found) == ("letter-2", "letter", (), None)


def test_a_call_is_the_next_one_of_the_policy() -> None:
    assert told(by_hand("call_sheet", case(OLD, events=CALLED)))[:3] == (
        "call-2", "phone", ("letter-1",),
    )  # fmt: skip
    assert told(by_hand("call_sheet", case(late("A", "2026-11-01"))))[:3] == (
        "call-1", "phone", ("mail-1",),
    )  # fmt: skip


def test_a_policy_without_a_notice_has_none_to_offer() -> None:
    policy = load("be-b2b")
    without = replace(policy, steps=tuple(s for s in policy.steps if s.phase < 3))
    setting = replace(BELGIAN, policies={**BELGIAN.policies, "be-b2b": without})
    belgian = replace(case(OLD, events=CALLED), debtor=replace(CLIENT, country="BE"))
    assert codes(by_hand("formal_notice", belgian, setting=setting).decision) == ["no_such_step"]


# -- what may be asked for ---------------------------------------------------


def test_only_the_chosen_items_are_demanded_the_others_are_listed() -> None:
    both = case(OLD, late("B", "2026-10-30", "500"), events=CALLED)
    found = by_hand("letter", both, "A")
    assert demanded(found.decision) == ["A"]
    assert [line.informed for line in found.decision.lines] == [False, True]


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (late("A", "2026-11-23"), "not_late"),
        (late("A", "2026-12-31"), "not_late"),
        (late("A", "2026-10-01", status="assigned"), "assigned"),
        (late("A", "", kind="retention"), "retention"),
        (late("A", "2026-10-01", "-50"), "nothing_open"),
    ],
)
def test_what_may_not_be_asked_for_is_refused_with_its_reason(one: Receivable, code: str) -> None:
    found = by_hand("letter", case(one))
    assert codes(found.decision) == [code]
    assert not found.needs_reason
    assert demanded(found.decision) == []


def test_a_held_item_is_left_out_and_the_other_goes_on() -> None:
    held = case(
        OLD, late("B", "2026-10-30"), events=CALLED,
        disputes=(Dispute("C1", "A", "qualité", date(2026, 11, 2)),),
    )  # fmt: skip
    assert demanded(by_hand("letter", held).decision) == ["B"]
    assert codes(by_hand("letter", held, "A").decision) == ["disputed"]


def test_credits_that_cover_the_demand_leave_nothing_to_send() -> None:
    covered = case(OLD, late("R", "", "-3000", kind="payment"), events=CALLED)
    assert codes(by_hand("letter", covered).decision) == ["covered_by_credits"]


def test_what_credits_cover_chooses_no_step_for_another_currency() -> None:
    # A: 3000 - 3000 = 0 EUR asked for, and after letter-1; B has had nothing yet.
    events = (*CALLED, done(3, "2026-11-16", "letter-1"))
    credit = late("R", "", "-3000", kind="payment")
    mixed = case(OLD, late("B", "2026-11-02", "700", currency="USD"), credit, events=events)
    found = by_hand("letter", mixed)
    assert (found.decision.step, demanded(found.decision)) == ("mail-1", ["B"])


def test_a_balance_without_invoices_is_spoken_of_and_not_written_about() -> None:
    balance = case(Receivable("SOLDE", "C1", amount=Decimal(1000)))
    assert told(by_hand("call_sheet", balance))[:2] == ("call-1", "phone")
    assert codes(by_hand("letter", balance).decision) == ["balance_only"]


def test_the_budget_of_contacts_holds_by_hand_too() -> None:
    events = (done(1, "2026-11-20", "mail-1"),)
    assert codes(by_hand("letter", case(OLD, events=events)).decision) == ["interval"]


def test_nothing_is_written_without_an_address() -> None:
    nowhere = replace(
        CLIENT, payables=Contact("Julie"), emails=(), address=Address(city=""), phone=""
    )
    without = replace(case(OLD, events=CALLED), debtor=nowhere)
    assert codes(by_hand("email", without).decision) == ["email_missing"]
    assert codes(by_hand("letter", without).decision) == ["no_address"]


def test_the_days_granted_by_a_notice_are_left_to_the_debtor() -> None:
    # Sent on 16 November, presentation not recorded: 16 + 15 days, then 3 bank days, 4 December.
    events = (done(1, "2026-11-16", "notice"),)
    found = by_hand("letter", case(late("A", "2026-09-01"), events=events))
    assert codes(found.decision) == ["delay_runs"]
    assert found.decision.blocked_by[0].facts["until"] == date(2026, 12, 4)


def test_a_debtor_of_unknown_kind_gets_no_notice() -> None:
    unknown: Debtor = replace(CLIENT, kind="")
    found = by_hand("formal_notice", replace(case(OLD, events=CALLED), debtor=unknown))
    assert codes(found.decision) == ["kind_missing"]


def test_nothing_is_chosen_before_the_take_over() -> None:
    found = by_hand("letter", case(OLD), setting=replace(SETTING, takeover_pending=True))
    assert codes(found.decision) == ["takeover"]


# -- Belgian consumers -------------------------------------------------------


@pytest.mark.parametrize("kind", ["formal_notice", "call_sheet"])
def test_a_belgian_consumer_gets_nothing_before_the_free_reminder(kind: ManualKind) -> None:
    found = by_hand(kind, consumer(OLD), setting=BELGIAN)
    assert codes(found.decision) == ["first_reminder_missing"]


@pytest.mark.parametrize("kind", ["email", "letter"])
def test_no_free_reminder_is_chosen_before_it_can_say_what_was_sold(kind: ManualKind) -> None:
    found = by_hand(kind, consumer(replace(OLD, description="")), setting=BELGIAN)
    assert codes(found.decision) == ["undescribed"]


@pytest.mark.parametrize("kind", ["email", "letter"])
def test_what_is_written_to_them_first_is_the_free_reminder(kind: ManualKind) -> None:
    taken = replace(OLD, last_step="letter-1", last_step_date=date(2026, 11, 2))
    for first in (OLD, taken):
        found = by_hand(kind, consumer(first), setting=BELGIAN)
        assert told(found) == ("mail-1", kind, (), None)
        assert found.decision.totals[0].fee == 0


def test_an_item_without_its_free_reminder_does_not_go_with_another() -> None:
    both = consumer(OLD, late("B", "2026-11-10"), events=CALLED)
    found = by_hand("letter", both, setting=BELGIAN)
    # B is late since 10 November and was never reminded: only A may go to letter-1.
    assert (found.decision.step, demanded(found.decision)) == ("letter-1", ["A"])


@pytest.mark.parametrize("order", [1, -1])
def test_a_free_reminder_by_hand_demands_no_debt_of_another_law(order: int) -> None:
    trade = late("B", "2026-10-30", regime="BE-B2B")
    found = by_hand("letter", consumer(*(OLD, trade)[::order]), setting=BELGIAN)
    assert (found.decision.step, demanded(found.decision)) == ("mail-1", ["A"])


def test_credits_that_cover_a_free_first_reminder_leave_the_other_currency_to_it() -> None:
    # Of 3000 + 500 - 3200 = 300 EUR the reminder asks for A alone: 3000 - 3200 is nothing.
    trade = late("B", "2026-10-30", "500", regime="BE-B2B")
    credit = late("R", "", "-3200", kind="payment")
    euros = (OLD, trade, credit)
    covered = by_hand("letter", consumer(*euros), setting=BELGIAN)
    assert codes(covered.decision) == ["covered_by_credits"]
    dollars = late("D", "2026-10-30", "700", currency="USD")
    found = by_hand("letter", consumer(*euros, dollars), setting=BELGIAN)
    assert (found.decision.step, demanded(found.decision)) == ("mail-1", ["D"])


# -- before the due date -----------------------------------------------------


def test_an_e_mail_about_a_debit_to_come_announces_it() -> None:
    debit = replace(late("A", "2026-11-30", "80"), payment_method="direct_debit")
    found = by_hand("email", case(debit), "A")
    assert told(found) == ("pre", "email", (), None)
    assert (found.decision.phase, found.decision.blocked_by) == (0, ())
    assert demanded(found.decision) == ["A"]


@pytest.mark.parametrize(
    ("due", "step"), [("2026-11-24", "pre"), ("2026-11-23", ""), ("2026-11-22", "mail-1")]
)
def test_only_what_is_not_due_yet_is_announced(due: str, step: str) -> None:
    assert by_hand("email", case(late("A", due)), "A").decision.step == step


def test_a_whole_account_is_not_announced_and_a_letter_announces_nothing() -> None:
    early = case(late("A", "2026-12-31"))
    assert codes(by_hand("email", early).decision) == ["not_late"]
    assert codes(by_hand("letter", early, "A").decision) == ["not_late"]


def test_a_suspended_invoice_is_not_announced() -> None:
    suspended = replace(late("A", "2026-11-30"), status="on_hold")
    assert codes(by_hand("email", case(suspended), "A").decision) == ["on_hold"]


def test_a_debit_disputed_on_the_telephone_is_not_announced() -> None:
    debit = replace(late("A", "2026-11-30"), payment_method="direct_debit")
    other = replace(debit, number="B")
    told = done(1, "2026-11-20", "said_dispute", outcome="done")
    said = replace(told, direction="in", channel="")
    found = by_hand("email", case(debit, other, events=(said,)), "A", "B")
    assert demanded(found.decision) == ["B"]
    assert [reason.code for reason in found.left_out] == ["said_dispute"]


def test_what_a_credit_covers_is_not_announced() -> None:
    early, credit = late("A", "2026-11-30", "80"), late("C", "2026-10-30", "-80")
    assert codes(by_hand("email", case(early, credit), "A").decision) == ["covered_by_credits"]


def test_nothing_is_announced_to_who_has_no_e_mail_address() -> None:
    silent = replace(case(late("A", "2026-11-30")), debtor=replace(CLIENT, payables=Contact()))
    assert codes(by_hand("email", silent, "A").decision) == ["email_missing"]


def test_beside_a_late_item_what_is_not_due_is_left_out() -> None:
    found = by_hand("email", case(late("A", "2026-11-10"), late("B", "2026-12-31")), "A", "B")
    assert found.decision.step == "mail-1"
    assert [reason.code for reason in found.left_out] == ["not_late"]
