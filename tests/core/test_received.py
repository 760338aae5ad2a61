"""Which line of the journal tells a payment, a promise or a plan of the sheet."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.core.test_settlements import AGREED as SETTLEMENT
from tests.core.test_settlements import CLIENT, MONDAY, SETTING, paid
from tests.core.test_settlements import line as settled_line

from relance.core.allocation import Money
from relance.core.received import NOW, instalments_of, lines_of, promised, received
from relance.core.records import Case, Event, Instalment, Payment, PaymentPlan, Promise

TUESDAY = date(2026, 11, 24)


def noted(number: int, words: str, *items: str, day: date = MONDAY, debtor: str = "C1") -> Event:
    """A payment's line."""
    return Event(number, day, debtor, items, "payment", "", "in", "done", words)


def free(amount: str, day: date = MONDAY) -> Payment:
    return paid(amount, day, "")


def said(one: Money) -> tuple[int, str, int]:
    return int(one.amount), one.invoice, one.line


def test_a_payment_is_told_by_its_value_date_amount_and_invoice() -> None:
    lines = [
        noted(1, "300.00 EUR"), noted(2, "500.00 EUR"), noted(3, "300.00 EUR", "F1"),
        noted(4, "300.00 EUR@2026-11-20", day=TUESDAY), noted(5, ""),
        replace(noted(6, "80.00 EUR"), direction="out"), noted(7, "80.00 USD"),
        noted(8, "80.00 EUR", debtor="C2"),
    ]  # fmt: skip
    rows = [
        free("500"), paid("300", MONDAY), free("300"), free("300", date(2026, 11, 20)), free("80"),
    ]  # fmt: skip
    assert lines_of(rows, lines) == [2, 3, 1, 4, 0]


def test_what_a_payment_was_split_into_has_its_line() -> None:
    # 500.00 on F1, of which 200.00 exceed it; 400.00 that an import has found on F2 and F3
    lines = [noted(1, "500.00 EUR", "F1"), noted(2, "400.00 EUR")]
    rows = [
        paid("300", MONDAY), free("200"), paid("250", MONDAY, "F2"), paid("150", MONDAY, "F3"),
        free("1"),
    ]  # fmt: skip
    assert lines_of(rows, lines) == [1, 1, 2, 2, 0]


def test_what_settlements_take_is_not_there() -> None:
    # 800.00 are agreed on for F1: of 900.00 without an invoice 100.00 are left
    case = Case(CLIENT, (), payments=(free("900", TUESDAY), paid("50", TUESDAY, "F2")))
    lines = (*SETTLEMENT, noted(3, "900.00 EUR", day=TUESDAY))
    one, two = received(case, SETTING, lines)
    assert said(one) == (100, "", 3)
    assert said(two) == (50, "F2", 0)


def test_what_an_import_has_just_brought_is_of_now() -> None:
    row = replace(paid("500", MONDAY), row=7)
    old, new = received(Case(CLIENT, (), payments=(row,)), SETTING, (), {7: Decimal(200)})
    assert said(old) == (300, "F1", 0)
    assert said(new) == (200, "F1", NOW)


def test_an_import_tells_what_it_has_brought_but_for_penalty_notes() -> None:
    brought = [
        replace(noted(1, "70.00 EUR", "F1"), step="received"),
        replace(noted(2, "70.00 EUR", "NP-2026-0001"), step="received"),
        replace(noted(3, "70.00 EUR", "F1"), step="received", direction="out"),
    ]
    (only,) = received(Case(CLIENT, ()), SETTING, brought)
    assert (*said(only), only.day) == (70, "F1", 1, MONDAY)


def test_of_promises_alike_each_has_its_line() -> None:
    line = Event(4, MONDAY, "C1", ("F1",), "promise", "", "in", "done", "500.00 EUR 2026-12-10")
    other = replace(line, number=5, document="400.00 EUR 2026-12-10")
    one = Promise("C1", Decimal(500), date(2026, 12, 10), MONDAY, ("F1",))
    found = promised([one, one, one], [line, other, replace(line, number=6)], SETTING)
    assert [each.line for each in found] == [4, 6, 0]
    assert {each.day for each in found} == {date(2026, 12, 10)}


def test_the_day_of_what_is_agreed_on_is_the_last_on_which_banks_move_its_money() -> None:
    # Sunday 29 November: Monday 30 is in time; so is it for an instalment of Saturday 28
    promise = Promise("C1", Decimal(500), date(2026, 11, 29), MONDAY, ("F1",))
    plan = PaymentPlan("C1", MONDAY, (Instalment(1, date(2026, 11, 28), Decimal(600)),), ("F2",))
    ours = (*promised([promise], (), SETTING), *instalments_of(plan, "EUR", (), SETTING))
    assert [each.day for each in ours] == [date(2026, 11, 30)] * 2


def test_a_settlement_of_a_sunday_takes_what_comes_on_the_monday() -> None:
    # of 900.00 on Monday 30 the settlement takes its 800.00, due on Sunday 29
    sunday = replace(SETTLEMENT[0], document="800.00 / 1000.00 EUR 2026-11-29")
    case = Case(CLIENT, (), payments=(free("900", date(2026, 11, 30)),))
    (left,) = received(case, SETTING, (sunday, SETTLEMENT[1]))
    assert said(left)[0] == 100


def test_a_plan_has_the_line_that_says_it_or_the_last_one_of_its_day() -> None:
    lines = [
        Event(n, MONDAY, "C1", ("F1", "F2"), "plan", "", "in", "done", words)
        for n, words in enumerate(("600.00 EUR 1 2026-12-15", "500.00 EUR 1 2026-12-15"), 1)
    ]
    only = Instalment(1, date(2026, 12, 15), Decimal(600))
    plan = PaymentPlan("C1", MONDAY, (only,), ("F1",))
    assert [one.line for one in instalments_of(plan, "EUR", lines, SETTING)] == [1]
    edited = replace(plan, instalments=(replace(only, amount=Decimal(610)),))
    assert [one.line for one in instalments_of(edited, "EUR", lines, SETTING)] == [2]
    typed = replace(plan, items=("F3",))
    assert [one.line for one in instalments_of(typed, "EUR", lines, SETTING)] == [0]
    assert [one.line for one in instalments_of(plan, "EUR", [settled_line(1)], SETTING)] == [0]
