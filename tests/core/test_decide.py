"""The decision for one debtor: what is demanded, what holds it, what comes next.

Monday 23 November 2026 unless said otherwise; 11 November is a holiday in France and Belgium.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from relance.core.decide import decide
from relance.core.findings import Reason
from relance.core.records import (
    Address,
    Case,
    Contact,
    Creditor,
    Debtor,
    Decision,
    Dispute,
    Event,
    Instalment,
    Outcome,
    Payment,
    PaymentPlan,
    Procedure,
    Promise,
    Receivable,
)
from relance.core.setting import Setting
from relance.wording.sentences import sentence

MONDAY = date(2026, 11, 23)
CREDITOR = Creditor(name="Atelier", country="FR", bank_data_until=date(2026, 11, 22))
SETTING = Setting(CREDITOR)
CLIENT = Debtor(
    "C1", "Client", "business", "FR",
    payables=Contact("Julie", "compta@client.example"),
    phone="03 20 00 00 00",
    address=Address("1 rue", "", "59000", "Lille"),
    procedure=Procedure(verified_on=date(2026, 11, 16)),
)  # fmt: skip


def item(number: str, due: str, amount: str = "1000", **fields: object) -> Receivable:
    day = date.fromisoformat(due) if due else None
    bare = Receivable(number, "C1", due=day, amount=Decimal(amount), description="Table")
    return replace(bare, **fields)  # type: ignore[arg-type]


def done(
    number: int, day: str, step: str, *items: str, channel: str = "", outcome: Outcome = "sent"
) -> Event:
    channels = {"call-1": "phone", "call-2": "phone", "notice": "registered_letter"}
    default = "letter" if step.startswith("letter") else "email"
    return Event(
        number, date.fromisoformat(day), "C1", items or ("A",), step,
        channel or channels.get(step, default),  # type: ignore[arg-type]
        "out", outcome, f"d{number}",
    )  # fmt: skip


def case(*items: Receivable, events: tuple[Event, ...] = (), **fields: object) -> Case:
    return replace(Case(CLIENT, items, events), **fields)  # type: ignore[arg-type]


def codes(decision: Decision) -> list[str]:
    return [reason.code for reason in decision.blocked_by]


def demanded(decision: Decision) -> list[str]:
    return [line.item.number for line in decision.demanded]


# -- the first message -------------------------------------------------------


def test_the_first_reminder_goes_out_the_day_after_when_bank_data_cover_the_due_date() -> None:
    late = case(item("A", "2026-11-22"))
    found = decide(late, SETTING, MONDAY)
    assert (found.step, found.phase, found.channel, found.document) == (
        "mail-1", 1, "email", "email",
    )  # fmt: skip
    assert found.blocked_by == ()
    assert [reason.code for reason in found.why] == ["first_step"]


@pytest.mark.parametrize(
    ("bank", "as_of", "code"),
    [
        (None, "2026-11-24", "bank_data_unknown"),  # due Sun 22: J+3 is Wed 25
        (None, "2026-11-25", None),
        ("2026-11-20", "2026-11-26", "bank_data"),  # the data stop before the 22nd: J+5 is Fri 27
        ("2026-11-20", "2026-11-27", None),
        ("2026-11-22", "2026-11-23", None),
    ],
)
def test_bank_data_that_stop_before_the_due_date_hold_the_reminder(
    bank: str | None, as_of: str, code: str | None
) -> None:
    until = date.fromisoformat(bank) if bank else None
    setting = Setting(replace(CREDITOR, bank_data_until=until))
    found = decide(case(item("A", "2026-11-22")), setting, date.fromisoformat(as_of))
    assert codes(found) == ([code] if code else [])
    assert bool(found.step) == (code is None)


def test_nothing_goes_out_on_a_sunday_or_a_holiday_and_the_next_worked_day_is_named() -> None:
    late = case(item("A", "2026-11-01"))
    sunday = decide(late, SETTING, date(2026, 11, 22))
    holiday = decide(case(item("A", "2026-11-09")), SETTING, date(2026, 11, 11))
    assert (codes(sunday), sunday.next_date) == (["not_worked"], date(2026, 11, 23))
    assert (codes(holiday), holiday.next_date) == (["not_worked"], date(2026, 11, 12))


def test_without_an_address_for_mail_the_reminder_is_a_letter_and_says_so() -> None:
    poor = replace(CLIENT, payables=Contact(), emails=())
    found = decide(case(item("A", "2026-11-10"), debtor=poor), SETTING, MONDAY)
    assert (found.channel, found.document) == ("letter", "letter")
    assert "no_email" in [reason.code for reason in found.why]


@pytest.mark.parametrize("wrong", ["compta", "a b@c.fr", "a@b", "a@b.fr,c@d.fr", "<a@b.fr>"])
def test_an_address_that_no_mail_program_takes_counts_as_none(wrong: str) -> None:
    odd = replace(CLIENT, payables=Contact("Julie", wrong))
    found = decide(case(item("A", "2026-11-10"), debtor=odd), SETTING, MONDAY)
    assert found.channel == "letter"


def test_without_any_postal_address_the_letter_is_held() -> None:
    poor = replace(CLIENT, payables=Contact(), address=Address())
    found = decide(case(item("A", "2026-11-10"), debtor=poor), SETTING, MONDAY)
    assert codes(found) == ["no_address"]


def test_a_debtor_may_prefer_another_first_channel() -> None:
    by_post = replace(CLIENT, first_channel="letter")
    found = decide(case(item("A", "2026-11-10"), debtor=by_post), SETTING, MONDAY)
    assert found.channel == "letter"


# -- escalation --------------------------------------------------------------


def test_a_draft_that_was_not_sent_does_not_escalate() -> None:
    draft = done(1, "2026-11-02", "mail-1", outcome="draft")
    found = decide(case(item("A", "2026-10-20"), events=(draft,)), SETTING, MONDAY)
    assert found.step == "mail-1"


def test_after_a_written_reminder_comes_the_other_channel() -> None:
    mail = done(1, "2026-11-16", "mail-1")
    found = decide(case(item("A", "2026-11-10"), events=(mail,)), SETTING, MONDAY)
    assert (found.step, found.channel, found.document) == ("call-1", "phone", "call_sheet")


def test_after_a_first_contact_by_phone_the_other_channel_is_written() -> None:
    call = done(1, "2026-11-16", "mail-1", channel="phone", outcome="done")
    mail = done(2, "2026-11-16", "confirmation")
    shy = case(item("A", "2026-11-10"), events=(call,))
    confirmed = case(item("A", "2026-11-10"), events=(call, replace(mail, channel="phone")))
    assert decide(shy, SETTING, date(2026, 11, 16)).document == "confirmation"
    assert decide(confirmed, SETTING, MONDAY).channel == "email"


def test_a_call_without_a_number_stays_a_call_and_says_so() -> None:
    mute = replace(CLIENT, phone="")
    mail = done(1, "2026-11-16", "mail-1")
    found = decide(case(item("A", "2026-11-10"), events=(mail,), debtor=mute), SETTING, MONDAY)
    assert (found.channel, found.document) == ("phone", "call_sheet")
    assert "no_phone" in [reason.code for reason in found.why]


def test_a_missed_day_is_caught_up_one_step_at_a_time() -> None:
    mail = done(1, "2026-06-01", "mail-1")
    old = case(item("A", "2026-05-10"), events=(mail,))
    assert decide(old, SETTING, MONDAY).step == "call-1"


def test_a_call_that_reached_someone_is_confirmed_in_writing_the_same_day() -> None:
    events = (done(1, "2026-11-16", "mail-1"), done(2, "2026-11-23", "call-1", outcome="done"))
    found = decide(case(item("A", "2026-11-10"), events=events), SETTING, MONDAY)
    assert (found.step, found.document, found.channel) == ("confirmation", "confirmation", "email")
    assert demanded(found) == ["A"]
    # a week later it is too late to confirm: the next step speaks
    assert decide(
        case(item("A", "2026-11-10"), events=events), SETTING, date(2026, 12, 1)
    ).step == ("letter-1")


@pytest.mark.parametrize(
    ("as_of", "step"),
    [
        ("2026-11-24", "confirmation"),  # forgotten on its day: the next one
        ("2026-11-27", "confirmation"),  # Fri, 4 days
        ("2026-11-30", ""),  # Mon, 7 days: over the five in which a call is confirmed
        ("2026-12-01", "letter-1"),  # 23 + 8
    ],
)
def test_a_call_is_confirmed_late_but_no_more_than_five_days(as_of: str, step: str) -> None:
    events = (done(1, "2026-11-16", "mail-1"), done(2, "2026-11-23", "call-1", outcome="done"))
    found = decide(case(item("A", "2026-11-10"), events=events), SETTING, date.fromisoformat(as_of))
    assert found.step == step


@pytest.mark.parametrize(("as_of", "step"), [("2026-11-23", "confirmation"), ("2026-11-24", "")])
def test_the_fifth_day_is_the_last_to_confirm_a_call(as_of: str, step: str) -> None:
    # called on Wed 18: Mon 23 is the fifth day
    events = (done(1, "2026-11-11", "mail-1"), done(2, "2026-11-18", "call-1", outcome="done"))
    found = decide(case(item("A", "2026-11-05"), events=events), SETTING, date.fromisoformat(as_of))
    assert found.step == step


def test_a_step_that_is_due_takes_the_place_of_a_late_confirmation() -> None:
    # A was called on Friday 20; B is due for its first reminder: one message, and it is B's
    events = (done(1, "2026-11-13", "mail-1"), done(2, "2026-11-20", "call-1", outcome="done"))
    both = case(item("A", "2026-11-05"), item("B", "2026-11-19"), events=events)
    assert decide(both, SETTING, date(2026, 11, 20)).step == "confirmation"  # on the same day, A's
    assert decide(both, SETTING, MONDAY).step == "mail-1"


def test_an_unanswered_call_may_be_tried_again_the_next_day_but_not_the_same() -> None:
    mail = done(1, "2026-11-16", "mail-1")
    missed = done(2, "2026-11-23", "call-1", outcome="bounced")
    late = case(item("A", "2026-11-10"), events=(mail, missed))
    assert codes(decide(late, SETTING, MONDAY)) == ["call_today"]
    again = decide(late, SETTING, date(2026, 11, 24))
    assert (again.step, again.blocked_by) == ("call-1", ())


def test_five_days_pass_between_two_messages_inclusive() -> None:
    # AKRETION-01: last reminder T-4 -> wait, T-5 -> go
    late = item("B", "2026-11-10")
    for last, held in (("2026-11-19", ["interval"]), ("2026-11-18", [])):
        events = (done(1, last, "mail-1", "A"),)
        found = decide(case(item("A", "2026-11-12"), late, events=events), SETTING, MONDAY)
        assert codes(found) == held, last


def test_a_debtors_own_interval_wins() -> None:
    slow = replace(CLIENT, minimum_interval=10)
    events = (done(1, "2026-11-16", "mail-1"),)
    found = decide(case(item("A", "2026-11-10"), events=events, debtor=slow), SETTING, MONDAY)
    assert (codes(found), found.next_date) == (["interval"], date(2026, 11, 26))  # 16 + 10


def test_two_attempts_a_week_are_the_most() -> None:
    # the mail and the call; the confirmation belongs to its call
    eager = replace(CLIENT, minimum_interval=1)
    events = (
        done(1, "2026-11-18", "mail-1", "B"),
        done(2, "2026-11-20", "call-1", "B", outcome="done"),
        done(3, "2026-11-20", "confirmation", "B"),
    )
    late = case(item("A", "2026-11-10"), item("B", "2026-11-10"), events=events, debtor=eager)
    found = decide(late, SETTING, MONDAY)
    assert (codes(found), found.next_date) == (["weekly_budget"], date(2026, 11, 25))  # 18 + 7


# -- mixed levels----------------------------------------------

HISTORY = (
    done(1, "2026-10-05", "mail-1"),
    done(2, "2026-10-12", "call-1", outcome="done"),
    done(3, "2026-10-21", "letter-1"),
    done(4, "2026-10-28", "call-2", outcome="done"),
    done(5, "2026-11-06", "letter-2"),
)


def test_a_fixed_sum_that_a_currency_leaves_out_is_said_when_it_would_be_claimed() -> None:
    old = [item("A", "2026-09-01"), item("B", "2026-09-01", currency="USD")]
    called = done(1, "2026-11-02", "call-2", "A", "B", channel="phone", outcome="done")
    found = decide(case(*old, events=(called,)), SETTING, MONDAY)
    assert found.step == "letter-2"
    assert [int(totals.fee) for totals in found.totals] == [40, 0]
    assert found.why[-1] == Reason(
        "fees_left_out", {"numbers": ("B",), "currency": "USD", "fee_in": "EUR"}
    )
    said = sentence("fees_left_out", found.why[-1].facts)
    assert said.startswith("Sans indemnité forfaitaire : B. La loi la fixe en EUR")
    first = decide(case(item("B", "2026-11-20", currency="USD")), SETTING, MONDAY)
    assert [reason.code for reason in first.why] == ["first_step"]  # a courteous mail claims none


def test_the_notice_demands_only_items_past_the_step_before() -> None:
    mixed = case(item("A", "2026-09-30", "3000"), item("B", "2026-11-20"), events=HISTORY)
    found = decide(mixed, SETTING, MONDAY)
    assert (found.step, found.channel, found.document) == (
        "notice", "registered_letter", "formal_notice",
    )  # fmt: skip
    assert demanded(found) == ["A"]
    sums = found.totals[0]
    # 3000 x 12.40 % x 54 / 365 = 55.0356 -> 55.04; 3000 + 55.04 + 40 = 3095.04
    assert (sums.claim, sums.interest, sums.fee, sums.total) == (
        Decimal(3000), Decimal("55.04"), Decimal(40), Decimal("3095.04"),
    )  # fmt: skip
    assert sums.open == Decimal(4000)
    other = next(line for line in found.lines if line.item.number == "B")
    assert (other.demanded, other.next_step) == (False, "mail-1")


def test_a_notice_needs_a_recent_check_of_the_insolvency_registers() -> None:
    unverified = replace(CLIENT, procedure=Procedure(verified_on=date(2026, 10, 23)))  # 31 days
    found = decide(
        case(item("A", "2026-09-30"), events=HISTORY, debtor=unverified), SETTING, MONDAY
    )
    assert (found.step, codes(found), demanded(found)) == ("notice", ["procedure_unverified"], [])
    recent = replace(CLIENT, procedure=Procedure(verified_on=date(2026, 10, 24)))  # 30 days
    found = decide(case(item("A", "2026-09-30"), events=HISTORY, debtor=recent), SETTING, MONDAY)
    assert codes(found) == []


@pytest.mark.parametrize(
    ("day", "step", "asked", "told"),
    [
        ("2026-11-16", "letter-1", ["B"], ["A"]),
        ("2026-11-23", "notice", ["A"], ["B"]),  # the 9th + 8, and 5 days after the letter
    ],
)
def test_an_item_of_which_penalties_were_claimed_is_not_asked_for_by_a_softer_letter(
    day: str, step: str, asked: list[str], told: list[str]
) -> None:
    # letter-2 claimed A's penalties and spoke of the court; B was called about on the 2nd
    events = (
        done(1, "2026-10-01", "mail-1"), done(2, "2026-10-08", "call-1", outcome="done"),
        done(3, "2026-10-19", "letter-1"), done(4, "2026-10-27", "call-2", outcome="done"),
        done(5, "2026-10-12", "mail-1", "B"), done(6, "2026-11-02", "call-1", "B", outcome="done"),
        done(7, "2026-11-02", "confirmation", "B"), done(8, "2026-11-09", "letter-2"),
    )  # fmt: skip
    both = case(item("A", "2026-09-15"), item("B", "2026-10-05", "700"), events=events)
    found = decide(both, SETTING, date.fromisoformat(day))
    assert (found.step, demanded(found)) == (step, asked)
    assert [line.item.number for line in found.lines if line.informed] == told
    (totals,) = found.totals
    assert totals.claim == (700 if step == "letter-1" else 1000)


def test_an_item_that_was_warned_of_the_court_is_not_asked_for_without_the_warning() -> None:
    # a consumer's letters claim the principal only; the second one is urgent
    person = replace(CLIENT, kind="consumer")
    events = (
        done(1, "2026-10-12", "mail-1", "B"), done(2, "2026-11-02", "call-1", "B", outcome="done"),
        done(3, "2026-11-02", "confirmation", "B"), done(4, "2026-11-09", "letter-2"),
    )  # fmt: skip
    both = case(item("A", "2026-09-15"), item("B", "2026-10-05"), events=events, debtor=person)
    found = decide(both, SETTING, date(2026, 11, 16))
    assert (found.step, demanded(found)) == ("letter-1", ["B"])


def test_when_the_highest_step_is_held_the_others_still_go_out() -> None:
    unverified = replace(CLIENT, procedure=Procedure())
    both = case(item("A", "2026-09-30"), item("B", "2026-11-10"), events=HISTORY, debtor=unverified)
    found = decide(both, SETTING, MONDAY)
    # of A, penalties were claimed in the last letter: a courteous e-mail does not ask for less
    assert (found.step, demanded(found)) == ("mail-1", ["B"])
    assert [line.item.number for line in found.lines if line.informed] == ["A"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"due_is_estimated": True}, "due_estimated"),
        ({"kind": "down_payment"}, "down_payment"),
    ],
)
def test_some_items_never_reach_a_notice(fields: dict[str, object], code: str) -> None:
    late = replace(item("A", "2026-09-30"), **fields)  # type: ignore[arg-type]
    found = decide(case(late, events=HISTORY), SETTING, MONDAY)
    assert codes(found) == [code]


def test_a_debtor_whose_kind_is_not_given_stops_before_the_second_letter() -> None:
    unknown = replace(CLIENT, kind="")
    found = decide(
        case(item("A", "2026-09-30"), events=HISTORY[:4], debtor=unknown), SETTING, MONDAY
    )
    assert (found.step, codes(found)) == ("letter-2", ["kind_missing"])


@pytest.mark.parametrize(
    ("presented", "first_day", "rule"),
    [
        # 5 + 8 = Fri 13; 3 bank days: 16, 17, 18
        ("2026-11-05", "2026-11-18", ("after_presentation", date(2026, 11, 5), 8, 3)),
        # 2 + 15 = Tue 17; 3 bank days: 18, 19, 20
        ("", "2026-11-20", ("after_posting", date(2026, 11, 2), 15, 3)),
    ],
)
def test_the_day_of_the_hand_over_and_the_rule_behind_it(
    presented: str, first_day: str, rule: tuple[object, ...]
) -> None:
    notice = done(6, "2026-11-02", "notice")
    seen = (done(7, presented, "notice", outcome="delivered"),) if presented else ()
    earlier = tuple(replace(one, day=date(2026, 9, n)) for n, one in enumerate(HISTORY, 1))
    late = case(item("A", "2026-08-01"), events=(*earlier, notice, *seen))
    day = date.fromisoformat(first_day)
    assert decide(late, SETTING, day).step == "handover"
    assert decide(late, SETTING, date.fromordinal(day.toordinal() - 1)).step == ""
    found = decide(late, SETTING, day)
    assert found.document == ""  # a person decides
    (why,) = found.why
    assert (why.code, *(why.facts[name] for name in ("since", "granted", "bank_days"))) == rule
    assert why.facts["day"] == day


def test_the_bank_days_after_a_notice_leave_good_friday_out() -> None:
    # presented on 24 March 2026 + 8 = Wed 1 April; bank days: 2, then after Easter 7, 8
    events = (
        *(replace(one, day=date(2026, 1, n)) for n, one in enumerate(HISTORY, 1)),
        done(6, "2026-03-20", "notice"),
        done(7, "2026-03-24", "notice", outcome="delivered"),
    )
    late = case(item("A", "2025-12-01"), events=events)
    assert decide(late, SETTING, date(2026, 4, 7)).step == ""
    assert decide(late, SETTING, date(2026, 4, 8)).step == "handover"


def test_a_hand_over_that_waits_for_its_age_says_so() -> None:
    # presented on 2 November: + 8 days + 3 bank days = 13 November, but the item is young
    events = (
        *(replace(one, day=date(2026, 10, 20 + n)) for n, one in enumerate(HISTORY, 1)),
        done(6, "2026-10-29", "notice"),
        done(7, "2026-11-02", "notice", outcome="delivered"),
    )
    verified = replace(CLIENT, procedure=Procedure(verified_on=date(2026, 12, 10)))
    late = case(item("A", "2026-10-19"), events=events, debtor=verified)
    # phase 4 begins at 54 days: 19 October + 54 = 12 December, a Saturday; Monday 14
    found = decide(late, SETTING, date(2026, 12, 14))
    assert (found.step, [reason.code for reason in found.why]) == ("handover", ["by_age"])


def test_a_belgian_letter_after_the_free_reminder_names_its_delay() -> None:
    # e-mail of Mon 2 November: 14 days from the 3rd, claims from the 17th; call + 8 = the 17th too
    events = (
        done(1, "2026-11-02", "mail-1"), done(2, "2026-11-09", "call-1", outcome="done"),
        done(3, "2026-11-09", "confirmation"),
    )  # fmt: skip
    late = case(item("A", "2026-10-30", "820"), events=events, debtor=CONSUMER)
    found = decide(late, SETTING, date(2026, 11, 17))
    why = found.why[0]
    assert (found.step, why.code) == ("letter-1", "after_free_reminder")
    assert (why.facts["since"], why.facts["granted"]) == (date(2026, 11, 2), 14)


def test_after_the_hand_over_nothing_is_demanded_any_more() -> None:
    over = done(6, "2026-11-02", "handover", channel="letter")
    found = decide(case(item("A", "2026-08-01"), events=(*HISTORY, over)), SETTING, MONDAY)
    assert (found.step, demanded(found)) == ("", [])


# -- holds -------------------------------------------------------------------


@pytest.mark.parametrize(
    "status",
    ["disputed", "on_hold", "refused", "assigned", "doubtful", "closed", "handed_over"],
)
def test_only_an_open_item_is_demanded(status: str) -> None:
    found = decide(case(item("A", "2026-10-01", status=status)), SETTING, MONDAY)
    assert (found.step, codes(found)) == ("", [status])


def test_a_retention_and_an_item_without_due_date_are_never_demanded() -> None:
    retained = decide(case(item("A", "2026-10-01", kind="retention")), SETTING, MONDAY)
    undated = decide(case(item("A", "")), SETTING, MONDAY)
    assert codes(retained) == ["retention"]
    assert (undated.step, [line.blocked[0].code for line in undated.lines]) == ("", ["no_due"])


def test_an_extension_holds_until_its_day_inclusive() -> None:
    extended = item("A", "2026-03-31", "4000", extended_to=date(2026, 5, 31))
    setting = Setting(replace(CREDITOR, bank_data_until=date(2026, 12, 31)))
    assert decide(case(extended), setting, date(2026, 5, 29)).step == ""  # no prevention either
    assert decide(case(extended), setting, date(2026, 6, 1)).step == "mail-1"


@pytest.mark.parametrize("as_of", ["2026-11-23", "2026-11-27", "2026-11-30"])
def test_nobody_is_reminded_before_the_end_of_a_delay_that_we_have_granted(as_of: str) -> None:
    # J-7 of the extension to Monday 30 November, J-3, and the day itself
    extended = item("A", "2026-10-31", "2000", extended_to=date(2026, 11, 30))
    found = decide(case(extended), SETTING, date.fromisoformat(as_of))
    assert (found.step, demanded(found)) == ("", [])
    assert [reason.code for reason in found.lines[0].blocked] == ["extended"]
    # nor by the way of an item that is due then, and not extended
    soon = item("B", "2026-11-30", "2000")
    assert demanded(decide(case(extended, soon), SETTING, date.fromisoformat(as_of))) == ["B"]


def test_a_dispute_holds_its_invoice_until_it_is_resolved() -> None:
    open_ = Dispute("C1", "A", "qualité", date(2026, 11, 16))
    closed = replace(open_, resolved_on=date(2026, 11, 20))
    late = item("A", "2026-10-01")
    assert codes(decide(case(late, disputes=(open_,)), SETTING, MONDAY)) == ["disputed"]
    assert decide(case(late, disputes=(closed,)), SETTING, MONDAY).step == "mail-1"
    assert decide(case(late, disputes=(open_,)), SETTING, date(2026, 11, 13)).step == "mail-1"
    other = Dispute("C1", "B", "", date(2026, 11, 1))
    assert decide(case(late, disputes=(other,)), SETTING, MONDAY).step == "mail-1"


def test_a_promise_that_names_no_invoice_holds_its_currency_alone() -> None:
    promise = Promise("C1", Decimal(1000), date(2026, 11, 30), date(2026, 11, 20))
    dollars = replace(item("F2", "2026-11-02", "500"), currency="USD")
    found = decide(case(item("F1", "2026-11-02"), dollars, promises=(promise,)), SETTING, MONDAY)
    assert demanded(found) == ["F2"]


def test_a_promise_holds_until_its_day_then_the_dunning_goes_on_where_it_stopped() -> None:
    events = (done(1, "2026-11-03", "mail-1"),)
    promise = Promise("C1", Decimal(1000), date(2026, 11, 20), date(2026, 11, 4))
    late = case(item("A", "2026-10-20"), events=events, promises=(promise,))
    assert codes(decide(late, SETTING, date(2026, 11, 20))) == ["promised"]
    assert decide(late, SETTING, MONDAY).step == "call-1"  # where it stopped
    kept = replace(late, promises=(replace(promise, kept=True),))
    assert decide(kept, SETTING, date(2026, 11, 20)).step == "call-1"
    other = replace(late, promises=(replace(promise, items=("B",)),))
    assert decide(other, SETTING, date(2026, 11, 20)).step == "call-1"


def test_a_promise_beyond_the_bank_data_holds_five_days_more() -> None:
    setting = Setting(replace(CREDITOR, bank_data_until=date(2026, 11, 17)))
    promise = Promise("C1", Decimal(1000), date(2026, 11, 18), date(2026, 11, 4))
    late = case(item("A", "2026-10-20"), promises=(promise,))
    assert codes(decide(late, setting, date(2026, 11, 20))) == ["promised"]
    assert decide(late, setting, MONDAY).step == "mail-1"  # 18 + 5 = 23


@pytest.mark.parametrize("known", [None, date(2027, 12, 31)])  # how far the bank data go
@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 11, 20), date(2026, 11, 20)),  # a Friday
        (date(2026, 11, 21), date(2026, 11, 23)),  # Saturday and Sunday: paid on the Monday
        (date(2026, 11, 22), date(2026, 11, 23)),
        (date(2026, 11, 11), date(2026, 11, 12)),  # Armistice, a Wednesday
        (date(2027, 3, 26), date(2027, 3, 30)),  # Good Friday, worked in France: after Easter
    ],
)
def test_what_is_to_be_paid_on_a_day_without_banks_may_come_on_the_next_one(
    day: date, last: date, known: date | None
) -> None:
    setting = Setting(replace(CREDITOR, bank_data_until=known))
    after = date.fromordinal(last.toordinal() + 1)
    late = item("A", "2026-10-01")
    promise = Promise("C1", Decimal(1000), day, date(2026, 11, 4))
    plan = PaymentPlan("C1", date(2026, 10, 20), (Instalment(1, day, Decimal(1000)),))
    said = case(late, promises=(promise,))
    assert codes(decide(said, setting, last)) == ["promised"]
    assert "promised" not in codes(decide(said, setting, after))
    agreed = case(late, plans=(plan,))
    assert codes(decide(agreed, setting, last)) == ["planned"]
    assert "planned" not in codes(decide(agreed, setting, after))


def test_a_plan_holds_while_it_is_kept() -> None:
    paid = Instalment(1, date(2026, 11, 5), Decimal(500), Decimal(500))
    missed = Instalment(1, date(2026, 11, 5), Decimal(500))
    later = Instalment(2, date(2026, 12, 5), Decimal(500))
    late = item("A", "2026-10-01")

    def under(*lines: Instalment, **fields: object) -> Decision:
        plan = PaymentPlan("C1", date(2026, 10, 20), lines)
        return decide(case(late, plans=(replace(plan, **fields),)), SETTING, MONDAY)  # type: ignore[arg-type]

    assert codes(under(paid, later)) == ["planned"]
    assert under(missed, later).step == "mail-1"
    assert under(paid, later, cancelled=True).step == "mail-1"
    assert under(paid, later, items=("B",)).step == "mail-1"
    assert under(paid, later, agreed_on=date(2026, 12, 1)).step == "mail-1"


def test_an_insolvency_holds_older_debts_and_not_later_ones() -> None:
    insolvent = replace(
        CLIENT, procedure=Procedure("redressement", date(2026, 10, 15), verified_on=MONDAY)
    )
    old = item("A", "2026-10-30", issued=date(2026, 9, 30))
    new = item("B", "2026-11-16", issued=date(2026, 10, 16))
    found = decide(case(old, new, debtor=insolvent), SETTING, MONDAY)
    assert (found.step, demanded(found)) == ("mail-1", ["B"])
    assert codes(decide(case(old, debtor=insolvent), SETTING, MONDAY)) == ["procedure"]


def test_a_confidential_procedure_holds_without_its_name() -> None:
    quiet = replace(CLIENT, procedure=Procedure("conciliation", date(2026, 10, 15)))
    found = decide(case(item("A", "2026-10-01"), debtor=quiet), SETTING, MONDAY)
    assert codes(found) == ["held"]
    assert "conciliation" not in str(found.blocked_by)


def test_a_direct_debit_waits_five_banking_days() -> None:
    # due Mon 16: banking days 17, 18, 19, 20, 23
    debit = item("A", "2026-11-16", payment_method="direct_debit")
    assert codes(decide(case(debit), SETTING, date(2026, 11, 20))) == ["by_debit"]
    assert decide(case(debit), SETTING, MONDAY).step == "mail-1"


def test_a_direct_debit_counts_no_day_without_banks() -> None:
    # due Mon 30 March 2026: 31, 1 April, 2, not Good Friday 3 nor Easter Monday 6, 7, 8
    debit = item("A", "2026-03-30", payment_method="direct_debit")
    assert codes(decide(case(debit), SETTING, date(2026, 4, 7))) == ["by_debit"]
    assert decide(case(debit), SETTING, date(2026, 4, 8)).step == "mail-1"


def test_a_debtor_not_to_be_contacted_is_not() -> None:
    silent = replace(CLIENT, do_not_contact=True)
    assert codes(decide(case(item("A", "2026-10-01"), debtor=silent), SETTING, MONDAY)) == [
        "do_not_contact"
    ]


# -- sums --------------------------------------------------------------------


def test_credits_and_unmatched_payments_are_netted() -> None:
    credit = item("N", "2026-11-02", "-300", kind="credit_note")
    found = decide(case(item("A", "2026-11-10", "1200"), credit), SETTING, MONDAY)
    assert (found.totals[0].open, found.totals[0].claim) == (Decimal(900), Decimal(900))
    assert demanded(found) == ["A"]


def test_nothing_is_sent_when_credits_cover_the_demand() -> None:
    payment = item("R", "", "-500", kind="payment")
    late = item("A", "2026-11-10", "500")
    young = item("B", "2026-12-10", "800")
    found = decide(case(late, young, payment), SETTING, MONDAY)
    assert (found.step, codes(found), demanded(found)) == ("", ["covered_by_credits"], [])


def test_totals_are_per_currency_and_credits_cover_only_their_own() -> None:
    euros = item("A", "2026-11-10", "1000")
    dollars = item("B", "2026-11-10", "700", currency="USD")
    credit = item("N", "2026-11-02", "-700", currency="USD", kind="credit_note")
    found = decide(case(euros, dollars, credit), SETTING, MONDAY)
    assert [totals.currency for totals in found.totals] == ["EUR", "USD"]
    assert demanded(found) == ["A"]


def test_an_item_in_another_currency_is_not_asked_again_for_one_that_credits_cover() -> None:
    euros = item("A", "2026-11-10", "1000")
    dollars = item("B", "2026-11-10", "700", currency="USD")
    credit = item("N", "2026-11-02", "-1000", kind="credit_note")
    mailed = (done(1, "2026-11-20", "mail-1", "B"),)  # the call is not due before ten days
    found = decide(case(euros, dollars, credit, events=mailed), SETTING, MONDAY)
    assert (found.step, codes(found), demanded(found)) == ("", ["covered_by_credits"], [])


def test_a_step_that_credits_cover_leaves_the_one_of_another_currency() -> None:
    euros = item("A", "2026-09-10", "1000")
    dollars = item("B", "2026-11-10", "700", currency="USD")
    credit = item("N", "2026-11-02", "-1000", kind="credit_note")
    events = (done(1, "2026-09-20", "mail-1", "A"), done(2, "2026-10-05", "call-1", "A"))
    found = decide(case(euros, dollars, credit, events=events), SETTING, MONDAY)
    assert (found.step, codes(found), demanded(found)) == ("mail-1", [], ["B"])


def test_three_small_items_make_one_message_of_ninety() -> None:
    three = [item(name, "2026-11-10", "30") for name in "ABC"]
    found = decide(case(*three), SETTING, MONDAY)
    assert (found.step, found.totals[0].claim) == ("mail-1", Decimal(90))


def test_below_the_minimum_the_path_is_short_then_yearly() -> None:
    events = (done(1, "2026-01-12", "mail-1"), done(2, "2026-01-22", "letter-1"))
    small = case(item("A", "2026-01-10", "30"), events=events)
    assert codes(decide(small, SETTING, date(2026, 6, 1))) == ["below_minimum"]
    assert decide(small, SETTING, date(2027, 1, 21)).step == ""
    assert decide(small, SETTING, date(2027, 1, 22)).step == "letter-1"
    own = Setting(CREDITOR, minimum_total=Decimal(10))
    assert decide(replace(small, events=events[:1]), own, MONDAY).step == "call-1"


@pytest.mark.parametrize(("amount", "held"), [("0.99", ["below_tolerance"]), ("1.00", [])])
def test_a_total_under_the_tolerance_is_not_worth_a_contact(amount: str, held: list[str]) -> None:
    # OCA-CC-05: equal is dunned
    assert codes(decide(case(item("A", "2026-11-10", amount)), SETTING, MONDAY)) == held


# -- prevention --------------------------------------------------------------


def test_prevention_is_for_large_sums_of_new_or_difficult_debtors() -> None:
    soon = item("A", "2026-11-30", "2000")  # J-7
    assert decide(case(soon), SETTING, MONDAY).step == "pre"
    assert codes(decide(case(item("A", "2026-11-30", "100")), SETTING, MONDAY)) == [
        "prevention_small"
    ]
    assert codes(decide(case(soon, settled=3), SETTING, MONDAY)) == ["prevention_known"]
    hard = replace(CLIENT, profile="cannot")
    assert decide(case(soon, settled=3, debtor=hard), SETTING, MONDAY).blocked_by == ()
    assert decide(case(soon), SETTING, date(2026, 11, 20)).step == ""
    assert [reason.code for reason in decide(case(soon), SETTING, MONDAY).why] == ["prevention"]


def test_a_public_buyers_invoice_is_checked_before_it_is_due() -> None:
    public = replace(CLIENT, kind="public")
    found = decide(case(item("A", "2026-12-03", "2000"), debtor=public), SETTING, MONDAY)
    assert (found.step, found.channel, found.document) == ("check", "", "")


# -- profiles ----------------------------------------------------------------


def test_a_good_payer_who_forgot_is_not_called_before_ten_days() -> None:
    forgot = replace(CLIENT, profile="forgot")
    events = (done(1, "2026-11-16", "mail-1"),)
    late = case(item("A", "2026-11-14"), events=events, debtor=forgot)
    assert decide(late, SETTING, MONDAY).step == ""
    assert decide(late, SETTING, date(2026, 11, 24)).step == "call-1"


# -- Belgian consumers -------------------------------------------------------

CONSUMER = replace(CLIENT, kind="consumer", country="BE", first_channel="phone")


def test_the_first_reminder_of_a_belgian_consumer_is_written_whatever_they_prefer() -> None:
    found = decide(case(item("A", "2026-11-10", "820"), debtor=CONSUMER), SETTING, MONDAY)
    assert (found.step, found.channel) == ("mail-1", "email")


def test_a_belgian_consumer_owes_nothing_more_before_the_fourteen_days_are_over() -> None:
    # posted Mon 9 Nov 2026, 11 Nov a holiday: day 1 = 13 Nov, last day 26, claims from 27
    posted = done(1, "2026-11-09", "mail-1", channel="letter")
    called = done(2, "2026-11-16", "call-1", outcome="done")
    written = done(3, "2026-11-16", "confirmation")
    late = case(item("A", "2026-10-30", "820"), events=(posted, called, written), debtor=CONSUMER)
    assert decide(late, SETTING, date(2026, 11, 26)).step == ""
    assert decide(late, SETTING, date(2026, 11, 27)).step == "letter-1"


def test_a_belgian_public_buyer_gets_reminders_only() -> None:
    belgian = Setting(replace(CREDITOR, country="BE"))
    public = replace(CLIENT, kind="public", country="BE")
    events = (
        done(1, "2026-06-01", "mail-1"),
        done(2, "2026-06-15", "call-1", outcome="done"),
        done(3, "2026-07-01", "letter-1"),
    )
    found = decide(case(item("A", "2026-05-01"), events=events, debtor=public), belgian, MONDAY)
    assert (found.step, codes(found)) == ("notice", ["reminders_only"])


def test_an_indicative_regime_writes_nothing_until_it_is_ticked() -> None:
    german = Setting(replace(CREDITOR, country="DE"))
    late = case(item("A", "2026-11-10"), debtor=replace(CLIENT, country="DE"))
    assert codes(decide(late, german, MONDAY)) == ["indicative"]
    ticked = Setting(replace(CREDITOR, country="DE", confirmed_facts=("DE-B2B",)))
    assert codes(decide(late, ticked, MONDAY)) == []


def test_one_indicative_item_holds_the_message_whatever_its_place() -> None:
    german = item("B", "2026-11-10", regime="DE-B2B")
    french = item("A", "2026-11-10")
    for pair in ((french, german), (german, french)):
        assert codes(decide(case(*pair), SETTING, MONDAY)) == ["indicative"]


def test_a_sum_from_memory_holds_only_what_claims_it() -> None:
    # the 40 euros of Luxembourg are from memory: the first reminder goes out, the letter waits
    setting = Setting(replace(CREDITOR, country="LU"))
    late = item("A", "2026-10-01")
    assert codes(decide(case(late), setting, MONDAY)) == []
    events = (done(1, "2026-10-05", "mail-1"), done(2, "2026-10-12", "call-1", outcome="done"))
    wrote = done(3, "2026-10-12", "confirmation")
    called = case(late, events=(*events, wrote))
    assert codes(decide(called, setting, MONDAY)) == ["unconfirmed"]
    ticked = Setting(replace(CREDITOR, country="LU", confirmed_facts=("lu_recovery_fee",)))
    assert codes(decide(called, ticked, MONDAY)) == []


def test_who_sends_for_another_needs_a_mandate() -> None:
    for_another = replace(CREDITOR, sender="accountant")
    late = case(item("A", "2026-11-10"))
    assert codes(decide(late, Setting(for_another), MONDAY)) == ["mandate_missing"]
    mandated = replace(for_another, mandate_reference="M-1", mandate_date=date(2026, 1, 2))
    assert codes(decide(late, Setting(mandated), MONDAY)) == []
    consumer = case(item("A", "2026-11-10"), debtor=replace(CONSUMER, first_channel=""))
    assert codes(decide(consumer, Setting(mandated), MONDAY)) == ["collector_unregistered"]


def test_a_third_party_in_france_says_where_it_is() -> None:
    # R124-4, 1°; an accountant under mandate writes without, and a finding says so.
    nowhere = replace(
        CREDITOR, sender="third_party", mandate_reference="M-1", mandate_date=date(2026, 1, 2)
    )
    late = case(item("A", "2026-11-10"))
    assert codes(decide(late, Setting(nowhere), MONDAY)) == ["sender_address_missing"]
    there = replace(nowhere, sender_address=Address("8 rue du Palais", "", "", "Lyon"))
    assert codes(decide(late, Setting(there), MONDAY)) == []
    accountant = replace(nowhere, sender="accountant")
    assert codes(decide(late, Setting(accountant), MONDAY)) == []
    # Another country has other rules.
    abroad = case(item("A", "2026-11-10"), debtor=replace(CLIENT, country="BE"))
    belgian = replace(nowhere, country="BE")
    assert codes(decide(abroad, Setting(belgian), MONDAY)) == []


def test_the_level_of_an_export_stands_for_the_steps_of_its_phases() -> None:
    levelled = item("A", "2026-10-01", last_step="1", last_step_date=date(2026, 11, 10))
    assert decide(case(levelled), SETTING, MONDAY).step == "call-1"
    high = item("A", "2026-10-01", last_step="9", last_step_date=date(2026, 11, 10))
    assert decide(case(high), SETTING, MONDAY).step == "notice"  # never beyond without a notice


# -- take-over ---------------------------------------------------------------


def test_before_the_take_over_the_agenda_proposes_and_does_nothing() -> None:
    pending = Setting(CREDITOR, takeover_pending=True)
    old = item("A", "2026-05-01")
    found = decide(case(old), pending, MONDAY)
    assert (found.step, found.proposed_step, codes(found)) == ("", "notice", ["takeover"])
    unknown = decide(case(old, debtor=replace(CLIENT, kind="")), pending, MONDAY)
    assert unknown.proposed_step == "call-1"
    consumer = decide(case(old, debtor=CONSUMER), pending, MONDAY)
    assert consumer.proposed_step == "mail-1"
    young = decide(case(item("A", "2026-12-01")), pending, MONDAY)
    assert (young.proposed_step, young.blocked_by) == ("", ())


def test_a_step_taken_over_in_the_sheet_counts_until_the_journal_speaks() -> None:
    taken = item("A", "2026-10-01", last_step="letter-1", last_step_date=date(2026, 11, 9))
    assert decide(case(taken), SETTING, MONDAY).step == "call-2"
    undated = item("A", "2026-10-01", last_step="letter-1")
    assert decide(case(undated), SETTING, MONDAY).step == "call-2"
    bounced = (done(1, "2026-11-16", "mail-1"), replace(
        done(2, "2026-11-17", "mail-1", outcome="bounced"), document="d1"
    ))  # fmt: skip
    assert decide(case(taken, events=bounced), SETTING, MONDAY).step == "mail-1"


def test_payments_noted_change_the_interest_not_the_step() -> None:
    paid = item("A", "2026-10-01", "1000", paid=Decimal(400))
    payments = (Payment("C1", Decimal(400), date(2026, 11, 2), "A"),)
    found = decide(case(paid, payments=payments), SETTING, MONDAY)
    # 1000 x 12.4 % x 32/365 + 600 x 12.4 % x 21/365 = 10.8712 + 4.2805 = 15.15
    assert found.totals[0].interest == Decimal("15.15")
    assert found.step == "mail-1"


def test_a_debtors_own_policy_and_regimes_without_one() -> None:
    assert SETTING.policy_code(replace(CLIENT, policy="fr-pub"), "FR-B2B") == "fr-pub"
    assert SETTING.policy_code(replace(CLIENT, kind="other"), "") == "fr-b2c"
    belgian = Setting(replace(CREDITOR, country="BE"))
    assert belgian.policy_code(replace(CLIENT, kind="other"), "") == "be-b2b"
    assert belgian.policy_code(replace(CLIENT, kind=""), "") == "be-b2b"
    assert SETTING.policy_code(replace(CLIENT, kind=""), "") == "fr-b2b"
    assert SETTING.worked_in(replace(CLIENT, country="BE")) == ("FR", "BE")


def test_an_empty_case_has_nothing_to_do() -> None:
    found = decide(Case(CLIENT, ()), SETTING, MONDAY)
    assert (found.step, found.totals, found.next_date) == ("", (), None)


# -- debits ahead ------------------------------------------------------------

DEBIT = item("A", "2026-11-30", "2000", payment_method="direct_debit")  # J-7
BELGIAN = replace(CLIENT, country="BE")
BE = Setting(replace(CREDITOR, country="BE"))


def test_a_debit_is_announced_before_it_is_due_where_the_policy_wants_it() -> None:
    found = decide(case(DEBIT, debtor=BELGIAN), BE, MONDAY)
    assert (found.step, found.channel, found.document) == ("pre", "email", "email")
    assert [reason.code for reason in found.why] == ["debit_announced"]
    for day in ("2026-11-20", "2026-11-30", "2026-12-04"):  # too early, the day itself, after it
        assert decide(case(DEBIT, debtor=BELGIAN), BE, date.fromisoformat(day)).step == ""


def test_the_announcement_of_a_debit_follows_the_habits_of_prevention() -> None:
    small = replace(DEBIT, amount=Decimal(100))
    assert codes(decide(case(small, debtor=BELGIAN), BE, MONDAY)) == ["prevention_small"]
    known = case(DEBIT, settled=3, debtor=BELGIAN)
    assert codes(decide(known, BE, MONDAY)) == ["prevention_known"]
    told = case(DEBIT, events=(done(1, "2026-11-23", "pre"),), debtor=BELGIAN)
    assert decide(told, BE, date(2026, 11, 26)).step == ""
    mute = replace(BELGIAN, payables=Contact())
    assert codes(decide(case(DEBIT, debtor=mute), BE, MONDAY)) == ["email_missing"]  # no letter


def test_transfers_and_debits_of_one_day_are_in_one_message() -> None:
    both = case(DEBIT, item("B", "2026-11-30", "700"), debtor=BELGIAN)
    found = decide(both, BE, MONDAY)
    assert {line.item.number for line in found.lines if line.demanded} == {"A", "B"}
    late = case(DEBIT, item("B", "2026-11-10", "700"), debtor=BELGIAN)
    found = decide(late, BE, MONDAY)
    assert {line.item.number for line in found.lines if line.demanded} == {"B"}


def test_a_debit_is_announced_beside_a_late_item_whose_step_is_refused() -> None:
    """The notice of B names a day that nobody has given: it waits, and the debit does not."""
    given = {"last_step": "call-2", "last_step_date": date(2026, 11, 2)}
    late = item("B", "2026-09-01", "700", due_is_estimated=True, **given)
    alone = decide(case(late, debtor=BELGIAN), BE, MONDAY)
    assert (alone.step, codes(alone)) == ("notice", ["due_estimated"])
    found = decide(case(late, DEBIT, debtor=BELGIAN), BE, MONDAY)
    assert (found.step, codes(found), demanded(found)) == ("pre", [], ["A"])
    # where there is nothing to be announced, the step that waits is told
    for more in ({"settled": 3}, {"debtor": replace(BELGIAN, payables=Contact())}):
        held = decide(case(late, DEBIT, **({"debtor": BELGIAN} | more)), BE, MONDAY)
        assert (held.step, codes(held)) == ("notice", ["due_estimated"])


@pytest.mark.parametrize(
    ("due", "interval", "told"),
    [
        # Announced seven days before: on 24, 27 and 28 November. Five days pass between messages,
        # so that after this one of the 23rd the next may go on the 28th.
        ("2026-12-01", None, {"A", "B"}),
        ("2026-12-04", None, {"A", "B"}),
        ("2026-12-05", None, {"A"}),
        ("2026-12-01", 1, {"A"}),  # the debtor's own interval
        ("2026-11-30", 0, {"A", "B"}),
    ],
)
def test_a_debit_whose_turn_comes_before_another_message_may_go_is_told_with_the_first(
    due: str, interval: int | None, told: set[str]
) -> None:
    client = replace(BELGIAN, minimum_interval=interval)
    other = replace(DEBIT, number="B", due=date.fromisoformat(due))
    both = decide(case(DEBIT, other, debtor=client), BE, MONDAY)
    assert {line.item.number for line in both.lines if line.demanded} == told
    transfer = item("C", "2026-11-30", "700")
    found = decide(case(transfer, other, debtor=client), BE, MONDAY)
    assert {line.item.number for line in found.lines if line.demanded} - {"C"} == told - {"A"}
    alone = decide(case(other, debtor=client), BE, MONDAY)
    assert alone.step == ("pre" if due == "2026-11-30" else "")  # nothing before its own day


def test_between_french_businesses_a_debit_is_not_announced_and_it_is_said() -> None:
    found = decide(case(DEBIT), SETTING, MONDAY)
    assert (found.step, codes(found)) == ("", ["debit_ahead"])
    assert found.blocked_by[0].facts["due"] == date(2026, 11, 30)


def test_nothing_announces_a_debit_that_something_holds() -> None:
    disputed = replace(DEBIT, status="disputed")
    assert decide(case(disputed, debtor=BELGIAN), BE, MONDAY).step == ""
    silent = replace(BELGIAN, do_not_contact=True)
    assert codes(decide(case(DEBIT, debtor=silent), BE, MONDAY)) == ["do_not_contact"]
    credit = item("C", "2026-11-01", "-2000", kind="credit_note")
    covered = case(DEBIT, credit, debtor=BELGIAN)
    assert codes(decide(covered, BE, MONDAY)) == ["covered_by_credits"]
