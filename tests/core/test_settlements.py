"""Settlements: the terms in the journal, what was paid in time, and what each day makes of them.

Agreed on Monday 23 November 2026: 800 in the place of 1,000, by Tuesday 15 December.
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from relance.core.alarms import of_case
from relance.core.beside import beside
from relance.core.decide import decide
from relance.core.history import read
from relance.core.letters_of import rank_of
from relance.core.notes import notes_of
from relance.core.question import policy_of
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
from relance.core.settlements import LETTER, SETTLEMENT, Agreement, agreed, agreements
from relance.core.standing import paid_on_notes

MONDAY, BY = date(2026, 11, 23), date(2026, 12, 15)
AFTER = BY + timedelta(days=1)
SETTING = Setting(
    Creditor(country="FR", ibans=(("EUR", "FR76"),), bank_data_until=date(2026, 12, 31))
)
CLIENT = Debtor(
    "C1", "Client", "business", "FR",
    payables=Contact("Julie", "compta@client.example", "03 20 00 00 00"),
    address=Address("1 rue", "", "59000", "Lille"),
    procedure=Procedure(verified_on=date(2026, 11, 16)),
)  # fmt: skip
TERMS = "800.00 / 1000.00 EUR 2026-12-15"


def item(number: str = "F1", amount: str = "1000", **fields: object) -> Receivable:
    bare = Receivable(number, "C1", due=date(2026, 11, 2), amount=Decimal(amount))
    return replace(bare, **fields)  # type: ignore[arg-type]


def line(
    number: int, step: str = SETTLEMENT, *items: str, document: str = TERMS,
    outcome: Outcome = "done", day: date = MONDAY,
) -> Event:  # fmt: skip
    out = step == LETTER
    return Event(
        number, day, "C1", items or ("F1",), step, "letter" if out else "",
        "out" if out else "in", "prepared" if out else outcome, "a.docx" if out else document,
    )  # fmt: skip


AGREED = (line(1), line(2, LETTER))


def case(*items: Receivable, events: tuple[Event, ...] = AGREED, **more: object) -> Case:
    bare = Case(CLIENT, items or (item(),), events)
    return replace(bare, **more)  # type: ignore[arg-type]


def paid(amount: str, day: date, invoice: str = "F1", currency: str = "EUR") -> Payment:
    return Payment("C1", Decimal(amount), day, invoice, currency)


def found(one: Case, day: date, setting: Setting = SETTING) -> list[Agreement]:
    history = read(event for event in one.events if event.day <= day)
    return list(agreements(one, setting, policy_of(one, setting), history, day))


def state(one: Case, day: date, setting: Setting = SETTING) -> str:
    (only,) = found(one, day, setting)
    return only.state


def held(decision: Decision) -> list[str]:
    return [reason.code for reason in decision.blocked_by]


def on(one: Case, day: date) -> Decision:
    return decide(one, SETTING, day)


# --- the journal ---------------------------------------------------------------------------------


def test_the_terms_come_back_from_the_line_alone() -> None:
    (one,) = agreed(read(AGREED))
    assert (one.amount, one.owed, one.currency) == (Decimal(800), Decimal(1000), "EUR")
    assert (one.agreed_on, one.by, one.items, one.number) == (MONDAY, BY, ("F1",), 1)


@pytest.mark.parametrize("wrong", [1, 2])
def test_reversing_either_of_its_lines_ends_it(wrong: int) -> None:
    back = replace(AGREED[wrong - 1], number=3, outcome="reversed", document=f"#{wrong}")
    assert agreed(read((*AGREED, back))) == ()


@pytest.mark.parametrize("outcome", ["replaced", "cancelled"])
def test_it_ends_when_it_is_replaced_or_cancelled(outcome: Outcome) -> None:
    assert agreed(read((*AGREED, line(3, outcome=outcome)))) == ()
    other = line(3, SETTLEMENT, "F2", outcome=outcome)
    assert len(agreed(read((*AGREED, other)))) == 1


def test_the_last_one_about_an_item_counts() -> None:
    newer = line(3, SETTLEMENT, "F2", "F1", document="900.00 / 1500.00 EUR 2026-12-20")
    letter = line(4, LETTER, "F2", "F1")
    (one,) = agreed(read((*AGREED, newer, letter)))
    assert one.amount == Decimal(900)


def test_a_settlement_keeps_its_rank_among_those_of_a_day() -> None:
    """A letter of another day is of another series; one that was reversed keeps its rank."""
    other = (line(3, SETTLEMENT, "F2"), line(4, LETTER, "F2"))
    lines = (*AGREED, *other)
    ranks = [rank_of(one, lines, SETTLEMENT, LETTER, MONDAY) for one in (1, 3, 0)]
    assert ranks == [1, 2, 3]
    assert rank_of(1, lines, SETTLEMENT, LETTER, AFTER) == 1
    back = replace(AGREED[0], number=5, outcome="reversed", document="#1")
    assert rank_of(0, (*lines, back), SETTLEMENT, LETTER, MONDAY) == 3
    again = replace(other[1], number=6)  # its letter, once more
    assert rank_of(3, (*lines, back, again), SETTLEMENT, LETTER, MONDAY) == 2
    assert rank_of(0, (*lines, back, again), SETTLEMENT, LETTER, MONDAY) == 3


def test_one_that_is_corrected_keeps_its_place_before_money_without_an_invoice() -> None:
    other = (line(3, SETTLEMENT, "F2"), line(4, LETTER, "F2"))
    again = (line(5, outcome="replaced"), line(6), line(7, LETTER))
    live = agreed(read((*AGREED, *other, *again)))
    assert [one.items for one in live] == [("F1",), ("F2",)]


def test_a_reversed_one_does_not_come_back_with_the_letter_of_another() -> None:
    """The first by its letter, then the second by its terms; and a letter that was made again."""
    back = replace(AGREED[1], number=3, outcome="reversed", document="#2")
    other = (line(4, document="900.00 / 1000.00 EUR 2026-12-20"), line(5, LETTER))
    both = (*AGREED, back, *other)
    assert [one.number for one in agreed(read(both))] == [4]
    gone = replace(back, number=6, document="#4")
    assert agreed(read((*both, gone))) == ()
    again = line(3, LETTER)
    first = replace(back, number=4)
    assert [one.number for one in agreed(read((*AGREED, again, first)))] == [1]


@pytest.mark.parametrize(("wrong", "holds"), [((5,), False), ((4, 5), True)])
def test_reversing_the_letter_that_took_the_place_of_the_first_ends_it(
    wrong: tuple[int, ...], holds: bool
) -> None:
    """Whoever takes back that a letter was replaced has the first one again."""
    anew = replace(line(5, LETTER), document="b.docx")
    lines = (line(1), line(2, LETTER), replace(line(4, LETTER), outcome="replaced"), anew)
    assert len(agreed(read(lines))) == 1
    back = [
        replace(anew, number=number + 5, outcome="reversed", document=f"#{number}")
        for number in wrong
    ]
    assert bool(agreed(read((*lines, *back)))) == holds


def test_the_letters_of_older_journals_bind_nothing() -> None:
    old = replace(line(1, LETTER), step="settlement")
    assert agreed(read((old,))) == ()


# --- while it runs -------------------------------------------------------------------------------


def test_it_holds_its_invoices_until_its_day_and_then_the_policy_resumes() -> None:
    before = on(case(events=()), MONDAY)
    assert (before.step, held(before)) == ("mail-1", [])
    for day in (MONDAY, BY):
        assert (on(case(), day).step, held(on(case(), day))) == ("", ["settlement"])
    after = on(case(), AFTER)
    assert (after.step, after.blocked_by) == ("mail-1", ())
    assert after.totals[0].claim == Decimal(1000)


def test_it_waits_for_the_bank_data_as_a_promise_does() -> None:
    short = replace(SETTING, creditor=replace(SETTING.creditor, bank_data_until=date(2026, 12, 14)))
    last = BY + timedelta(days=4)  # five days for the bank data, as a promise has
    one = case(promises=(Promise("C1", Decimal(800), BY, MONDAY, ("F9",)),))
    assert state(one, last, short) == "running"
    assert state(one, last + timedelta(days=1), short) == "lapsed"


def test_other_invoices_go_on_and_the_agenda_says_what_is_left_alone() -> None:
    decision = on(case(item(), item("F2", "500")), MONDAY)
    assert [one.item.number for one in decision.demanded] == ["F2"]
    assert decision.totals[0].claim == Decimal(500)
    assert [reason.code for reason in decision.why][-1] == "settlement"


def test_it_is_unknown_the_day_before() -> None:
    day = MONDAY - timedelta(days=3)
    assert found(case(), day) == []
    assert held(on(case(), day)) == []


# --- paid, or not --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("payments", "expected"),
    [
        ([paid("800", BY)], "kept"),
        ([paid("800", MONDAY)], "kept"),
        ([paid("500", MONDAY), paid("300", BY)], "kept"),
        ([paid("800", BY, "")], "kept"),  # nobody has matched it yet
        ([paid("500", BY), paid("300", BY, "")], "kept"),
        ([paid("799.99", BY)], "lapsed"),
        ([paid("800", AFTER)], "lapsed"),
        ([paid("500", BY), paid("300", AFTER)], "lapsed"),
        ([paid("800", BY, "F2")], "lapsed"),  # another invoice
        ([paid("800", BY, "", "USD")], "lapsed"),
        ([paid("800", MONDAY - timedelta(days=1))], "lapsed"),  # before it was agreed on
    ],
)
def test_it_is_kept_when_its_sum_came_by_its_day(payments: list[Payment], expected: str) -> None:
    ours = sum((one.amount for one in payments if one.invoice == "F1"), Decimal(0))
    before = any(one.value_date < MONDAY for one in payments)
    owed = item(paid=Decimal(0) if before else ours)
    assert state(case(owed, payments=tuple(payments)), AFTER) == expected


@pytest.mark.parametrize(
    ("day", "came", "expected"),
    [
        (28, 30, "kept"), (29, 30, "kept"),  # Saturday and Sunday: banks move it on the Monday
        (28, 31, "lapsed"), (29, 31, "lapsed"),  # Tuesday, 1 December
        (27, 30, "lapsed"),  # a Friday: Monday is too late
    ],
)  # fmt: skip
@pytest.mark.parametrize("invoice", ["F1", ""])
def test_one_of_a_day_without_banks_is_kept_by_what_comes_on_the_next_one(
    day: int, came: int, expected: str, invoice: str
) -> None:
    last, money = (date(2026, 11, 1) + timedelta(days=n - 1) for n in (day, came))
    said = line(1, document=f"800.00 / 1000.00 EUR {last}")
    owed = item(paid=Decimal(800) if invoice else Decimal(0))
    one = case(owed, events=(said, line(2, LETTER)), payments=(paid("800", money, invoice),))
    assert state(one, date(2026, 12, 2)) == expected


def test_a_message_of_the_last_day_in_time_has_not_said_that_it_lapsed() -> None:
    # until Sunday 29 November: on Monday 30 nobody can tell; what goes on Tuesday 1 tells it
    said = (line(1, document="800.00 / 1000.00 EUR 2026-11-29"), line(2, LETTER))
    for day, alarms in ((date(2026, 11, 30), ["settlement_lapsed"]), (date(2026, 12, 1), [])):
        mail = Event(3, day, "C1", ("F1",), "mail-1", "email", "out", "sent", "m.eml")
        told = of_case(case(events=(*said, mail)), SETTING, date(2026, 12, 2))
        assert [one.code for one in told if one.code.startswith("settlement")] == alarms


def test_one_payment_without_an_invoice_keeps_one_of_two() -> None:
    second = (line(3, SETTLEMENT, "F2"), line(4, LETTER, "F2"))
    one = case(
        item(), item("F2"), events=(*AGREED, *second), payments=(paid("900", BY, ""),)
    )  # fmt: skip
    assert [agreement.state for agreement in found(one, AFTER)] == ["kept", "lapsed"]


def test_what_was_noted_before_on_the_same_day_is_in_what_was_owed() -> None:
    noted = Event(1, MONDAY, "C1", ("F1",), "payment", "", "in", "done", "200.00 EUR")
    ours = (replace(line(2), document="600.00 / 800.00 EUR 2026-12-15"), line(3, LETTER))
    payments = (paid("200", MONDAY), paid("400", BY))
    one = case(item(paid=Decimal(600)), events=(noted, *ours), payments=payments)
    assert state(one, AFTER) == "lapsed"
    later = replace(noted, number=4)
    assert state(replace(one, events=(*ours, later)), AFTER) == "kept"


def test_a_statement_leaves_out_what_a_kept_settlement_waives() -> None:
    """800 of 1,000 came, and 200 stay open in the books until the credit note."""
    rest = item("F1", "1000", paid=Decimal(800))
    other = item("F2", "300")
    both = case(rest, other, payments=(paid("800", BY),))
    assert [line.item.number for line in beside("statement", both, SETTING, AFTER).demanded] == [
        "F2"
    ]
    alone = beside("statement", case(rest, payments=(paid("800", BY),)), SETTING, AFTER)
    assert held(alone) == ["settlement_kept"]


HELD_SO = ("on_hold", "disputed", "doubtful")


@pytest.mark.parametrize("status", HELD_SO)
def test_nothing_is_agreed_again_on_what_one_has_ended_behind_a_suspension(status: str) -> None:
    one = case(item(paid=Decimal(800), status=status), payments=(paid("800", BY),))
    assert held(beside("settlement", one, SETTING, AFTER)) == ["settlement_kept"]


@pytest.mark.parametrize("status", HELD_SO)
def test_nothing_is_agreed_on_what_a_debit_will_pay_behind_a_suspension(status: str) -> None:
    """Due on Friday 20 November: the bank may tell until the 27th at least."""
    debited = item(due=date(2026, 11, 20), payment_method="direct_debit", status=status)
    one = case(debited, events=())
    assert held(beside("settlement", one, SETTING, MONDAY)) == ["by_debit"]


@pytest.mark.parametrize("status", ["open", *HELD_SO])
def test_nothing_is_agreed_on_with_a_debtor_in_a_procedure(status: str) -> None:
    opened = replace(CLIENT, procedure=Procedure("redressement", date(2026, 11, 10)))
    one = replace(case(item(status=status), events=()), debtor=opened)
    assert held(beside("settlement", one, SETTING, MONDAY)) == ["procedure"]
    assert held(beside("statement", one, SETTING, MONDAY)) == ["procedure"]


@pytest.mark.parametrize(("amount", "balance"), [("800", "300"), ("900", "200")])
def test_the_payment_that_kept_it_is_no_credit_on_the_statement(amount: str, balance: str) -> None:
    came, unmatched = money(amount)
    one = case(item(row=1), item("F2", "300", row=2), unmatched, payments=(came,))
    stated = beside("statement", one, SETTING, AFTER)
    assert [line.item.number for line in stated.demanded] == ["F2"]
    assert stated.totals[0].open == Decimal(balance)


def test_a_credit_that_it_netted_is_no_credit_on_the_statement() -> None:
    events = (line(1, document="800.00 / 950.00 EUR 2026-12-15"), line(2, LETTER))
    owed = (item(paid=Decimal(800)), CREDIT, item("F2", "300"))
    one = case(*owed, events=events, payments=(paid("800", BY),))
    assert beside("statement", one, SETTING, AFTER).totals[0].open == Decimal(300)


def test_a_statement_still_lists_what_a_running_settlement_is_about() -> None:
    (one,) = beside("statement", case(), SETTING, MONDAY).demanded
    assert one.item.number == "F1"


def test_once_kept_nothing_asks_for_the_rest() -> None:
    one = case(item(paid=Decimal(800)), payments=(paid("800", BY),))
    for day in (AFTER, date(2027, 6, 1)):
        decision = on(one, day)
        assert (decision.step, held(decision)) == ("", ["settlement_kept"])
    (alarm,) = of_case(one, SETTING, AFTER)
    assert (alarm.code, alarm.facts["open"]) == ("settlement_to_write_off", Decimal(200))
    assert alarm.facts["paid"] == Decimal(800)


@pytest.mark.parametrize("matched", ["F1", ""])
def test_thanks_tell_what_came_and_not_what_was_written_off(matched: str) -> None:
    """800 came for 1,000; the books have written 200 off, as paid."""
    asked = Event(3, date(2026, 11, 20), "C1", ("F1",), "mail-1", "email", "out", "sent", "d")
    gone = item(paid=Decimal(1000))
    one = case(item("F9", due=date(2027, 3, 1)), events=(*AGREED, asked))
    one = replace(one, payments=(paid("800", BY, matched),))
    (line_,) = beside("thanks", one, SETTING, AFTER, (gone,)).demanded
    assert (line_.item.number, line_.item.paid) == ("F1", Decimal(800))


def test_an_invoice_at_zero_leaves_nothing_to_write_off() -> None:
    one = case(item(paid=Decimal(1000)), item("F2", "10"), payments=(paid("800", BY),))
    assert list(of_case(one, SETTING, AFTER)) == []


def test_paid_in_part_the_whole_is_owed_again_and_it_is_said_until_it_is_asked_for() -> None:
    one = case(item(paid=Decimal(300)), payments=(paid("300", BY),))
    assert list(of_case(one, SETTING, BY)) == []
    (alarm,) = of_case(one, SETTING, AFTER)
    assert (alarm.code, alarm.facts["paid"]) == ("settlement_lapsed", Decimal(300))
    assert on(one, AFTER).totals[0].claim == Decimal(700)
    asked = Event(3, AFTER, "C1", ("F1",), "mail-1", "email", "out", "sent", "d")
    assert list(of_case(replace(one, events=(*one.events, asked)), SETTING, AFTER)) == []


def test_a_payment_without_a_day_holds_and_asks_a_person() -> None:
    """A hand has typed it into the sheet, or an import after the day has brought it."""
    typed = case(item(paid=Decimal(800)))
    assert state(typed, BY) == "running"
    assert (state(typed, AFTER), held(on(typed, AFTER))) == ("unsure", ["settlement_unsure"])
    assert [reason.code for reason in of_case(typed, SETTING, AFTER)] == ["settlement_to_check"]
    late = replace(typed, payments=(paid("800", AFTER),))
    assert state(late, AFTER) == "lapsed"
    assert state(case(item(paid=Decimal(799))), AFTER) == "lapsed"


def test_an_import_tells_that_the_money_was_there_on_its_day() -> None:
    brought = Event(3, BY, "C1", ("F1",), "received", "", "in", "done", "800.00 EUR")
    one = case(item(paid=Decimal(800)), events=(*AGREED, brought))
    assert state(one, AFTER) == "kept"
    next_day = replace(brought, day=AFTER)
    assert state(replace(one, events=(*AGREED, next_day)), AFTER) == "unsure"


def test_a_credit_note_of_later_is_no_payment() -> None:
    credit = item("A1", "-800", kind="credit_note", issued=BY)
    assert state(case(item(), credit), AFTER) == "lapsed"


# --- money counts once ----------------------------------------------------------------------------

CREDIT = Receivable("A1", "C1", "credit_note", date(2026, 11, 1), amount=Decimal(-50))
NET = (line(1, document="800.00 / 950.00 EUR 2026-12-15"), line(2, LETTER))


def money(amount: str, day: date = BY) -> tuple[Payment, Receivable]:
    """A payment without an invoice, and the credit that it is of the account."""
    came = replace(paid(amount, day, ""), row=7)
    return came, Receivable("REG-7", "C1", "payment", day, amount=-came.amount, row=7)


@pytest.mark.parametrize(
    ("amount", "day", "claim"),
    [("800", BY, "500"), ("900", BY, "400"), ("300", BY, "500"), ("800", AFTER, "700")],
)
def test_money_that_keeps_it_pays_no_other_invoice(amount: str, day: date, claim: str) -> None:
    """Of 300 nothing is free while it may still be kept; what came late keeps nothing."""
    came, unmatched = money(amount, day)
    one = case(item(), item("F2", "500"), unmatched, payments=(came,))
    assert on(one, max(day, BY)).totals[0].claim == Decimal(claim)


def test_once_lapsed_what_came_is_a_payment_on_account_of_all() -> None:
    came, unmatched = money("300")
    one = case(item(), item("F2", "500"), unmatched, payments=(came,))
    assert on(one, AFTER).totals[0].claim == Decimal(1200)


def test_a_credit_that_it_netted_lowers_no_reminder_of_another_invoice() -> None:
    one = case(item(), CREDIT, item("F2", "500"), events=NET)
    assert on(one, MONDAY).totals[0].claim == Decimal(500)
    assert on(one, AFTER).totals[0].claim == Decimal(1450)  # lapsed: all is owed, and netted


def test_a_credit_that_came_to_be_known_since_is_free() -> None:
    """Dated before the agreement, and not in its 1,000: an export told it later."""
    one = case(item(), CREDIT, item("F2", "500"))
    assert on(one, MONDAY).totals[0].claim == Decimal(450)


def test_money_that_an_export_tells_keeps_it_and_pays_no_other_invoice() -> None:
    told = Receivable("R1", "C1", "payment", BY, amount=Decimal(-900), row=3)
    one = case(item(), item("F2", "500"), told)
    assert state(one, AFTER) == "unsure"
    assert on(one, AFTER).totals[0].claim == Decimal(400)


def test_interest_on_another_invoice_runs_on_what_it_netted() -> None:
    """A credit lowers the base of the oldest invoice, unless a settlement about another has it."""
    old = item("F0", "500", due=date(2026, 10, 1))
    alone = on(case(old, events=()), BY)
    beside_it = on(case(old, item(), CREDIT, events=NET), BY)
    assert beside_it.totals[0].interest == alone.totals[0].interest > 0
    netted = on(case(old, CREDIT, events=()), BY)
    assert netted.totals[0].interest < alone.totals[0].interest


@pytest.mark.parametrize("day", [MONDAY - timedelta(days=3), BY])
def test_what_a_note_has_brought_is_what_it_asked_for_on_its_day(day: date) -> None:
    """It asked on the base of its day: before the settlement took the credit, or since."""
    old = item("F0", "500", due=date(2026, 10, 1))
    owed = on(case(old, item(), CREDIT, events=NET), day).lines[0].claim
    number = 0 if day < MONDAY else 3
    note = line(number, "penalty_note", "F0", outcome="prepared", day=day)
    events = tuple(sorted((*NET, replace(note, direction="out")), key=lambda one: one.number))
    much = paid("600", BY, notes_of(events)[0].number)
    one = case(old, item(), CREDIT, events=events, payments=(much,))
    assert paid_on_notes(one, SETTING, read(events), BY) == {"F0": owed.interest + owed.fee}


def test_what_two_settlements_take_of_one_payment_is_no_more_than_it() -> None:
    second = (line(3, SETTLEMENT, "F2"), line(4, LETTER, "F2"))
    came, unmatched = money("1700")
    one = case(
        item(), item("F2"), item("F3", "500"), unmatched, events=(*AGREED, *second),
        payments=(came,),
    )  # fmt: skip
    assert [agreement.state for agreement in found(one, AFTER)] == ["kept", "kept"]
    assert on(one, AFTER).totals[0].claim == Decimal(400)


# --- what else happens ---------------------------------------------------------------------------


def test_a_procedure_that_opens_wins() -> None:
    opened = replace(CLIENT, procedure=Procedure("redressement", date(2026, 12, 1)))
    one = replace(case(), debtor=opened)
    assert held(on(one, BY)) == ["procedure"]
    again = beside("settlement", one, SETTING, date(2026, 12, 2))
    assert held(again) == ["procedure"]


def test_a_dispute_on_another_invoice_does_not_end_it() -> None:
    other = Dispute("C1", "F2", "prix", MONDAY)
    one = case(item(), item("F2", "500"), disputes=(other,))
    assert set(held(on(one, BY))) == {"settlement", "disputed"}


def test_penalties_that_were_waived_are_on_no_note() -> None:
    """The rest was written off: nothing is open, and the payment came late."""
    closed, payments = item(paid=Decimal(1000)), (paid("800", BY),)
    kept = replace(case(), items=(), payments=payments)
    assert held(beside("penalty_note", kept, SETTING, AFTER, [closed])) == ["no_penalties"]
    late = replace(kept, payments=(paid("800", AFTER),))
    for one in (late, replace(kept, events=())):
        note = beside("penalty_note", one, SETTING, AFTER, [closed])
        assert [line_.item.number for line_ in note.demanded] == ["F1"]


def test_a_statement_says_which_agreements_run_and_which_was_kept() -> None:
    plan = PaymentPlan("C1", MONDAY, (Instalment(1, BY, Decimal(300)),), ("F2",))
    one = case(item(), item("F2", "300"), plans=(plan,))
    why = beside("statement", one, SETTING, MONDAY).why
    assert [reason.code for reason in why] == ["settlement", "planned"]
    assert why[1].facts["numbers"] == ("F2",)
    kept = replace(one, payments=(paid("800", BY),), plans=())
    assert [one.code for one in beside("statement", kept, SETTING, AFTER).why] == [
        "settlement_kept"
    ]
