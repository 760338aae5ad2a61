"""What promises and plans have of a debtor's money, on Monday 23 November 2026."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.core.test_decide import MONDAY, SETTING, case
from tests.core.test_decide import item as late

from relance.core.agreed_money import left_of_promises, with_money
from relance.core.beside import beside
from relance.core.circumstances import circumstance
from relance.core.decide import decide
from relance.core.history import read
from relance.core.question import policy_of
from relance.core.records import Case, Event, Instalment, Payment, PaymentPlan, Promise, Receivable
from relance.wording.sentences import sentence

F1, F2 = late("F-1", "2026-11-02", "1000"), late("F-2", "2026-11-02", "500")
FRIDAY = date(2026, 11, 20)
FIRST = Promise("C1", Decimal(800), date(2026, 12, 10), FRIDAY, ("F-1",), row=2)
SECOND = Promise("C1", Decimal(500), date(2026, 12, 10), FRIDAY, ("F-2",), row=3)


def paid(amount: str, invoice: str = "", day: date = MONDAY, currency: str = "EUR") -> Payment:
    return Payment("C1", Decimal(amount), day, invoice, currency)


def brought(number: int, invoice: str, amount: str, day: date = MONDAY) -> Event:
    """The line of what an import has brought."""
    return Event(number, day, "C1", (invoice,), "received", "", "in", "done", f"{amount} EUR")


def still(whole: Case, events: tuple[Event, ...] = ()) -> dict[Promise, Decimal]:
    policy = policy_of(whole, SETTING)
    return left_of_promises(whole, SETTING, policy, read(events), MONDAY)


def left(*payments: Payment, events: tuple[Event, ...] = (), **more: object) -> list[Decimal]:
    promises = (replace(FIRST, **more), SECOND)  # type: ignore[arg-type]
    whole = case(F1, F2, promises=promises, payments=payments)
    return list(still(whole, events).values())


def test_money_counts_once_the_oldest_promise_first() -> None:
    assert left() == [800, 500]
    assert left(paid("300", "F-1")) == [500, 500]
    # 900 of no invoice: 800 for the first promise, 100 are left for the second
    assert left(paid("900")) == [0, 400]
    # what is matched goes first, though it came later: 300 - 300, then 500 of the 600
    assert left(paid("600", day=FRIDAY), paid("300", "F-1")) == [0, 400]


@pytest.mark.parametrize(
    "other",
    [
        paid("300", "F-9"),
        paid("300", "F-1", currency="USD"),
        paid("300", "F-1", date(2026, 11, 19)),  # the day before the promise
        paid("300", "F-1", date(2026, 11, 24)),  # of tomorrow
    ],
)
def test_what_is_for_no_promise_leaves_them_as_they_were(other: Payment) -> None:
    assert left(other) == [800, 500]


def test_what_imports_have_brought_counts_but_not_the_payment_of_a_note() -> None:
    assert left(events=(brought(1, "F-1", "250.00"),)) == [550, 500]
    assert left(events=(brought(1, "NP-C1-20261101", "250.00"),), items=()) == [800, 500]


def test_a_promise_that_was_kept_has_had_its_money_and_a_broken_one_takes_none() -> None:
    # 900 of no invoice: 800 were for the one that was kept
    assert left(paid("900"), kept=True) == [400]
    assert left(paid("900"), kept=False) == [0]
    assert left(paid("900"), made_on=date(2026, 11, 24)) == [0]  # of tomorrow


def test_where_no_promise_is_waited_for_nothing_is_left() -> None:
    assert still(case(F1)) == {}


def test_what_a_settlement_takes_keeps_no_promise() -> None:
    # 800 of 1000 are agreed on for F-1; of 900 without an invoice 100 are left for F-2: 500 - 100
    terms = "800.00 / 1000.00 EUR 2026-12-15"
    agreed = (
        Event(1, FRIDAY, "C1", ("F-1",), "settlement", "", "in", "done", terms),
        Event(2, FRIDAY, "C1", ("F-1",), "settlement_letter", "letter", "out", "prepared", "a"),
    )
    whole = case(F1, F2, promises=(SECOND,), payments=(paid("900"),), events=agreed)
    assert still(whole, agreed) == {SECOND: 400}
    told = [one.facts.get("amount") for one in beside("statement", whole, SETTING, MONDAY).why]
    assert told == [800, 400]


def test_what_an_instalment_has_keeps_no_promise() -> None:
    # 400 that the journal tells are in the first instalment of F-1, due before the promised day
    lines = (Instalment(1, date(2026, 12, 1), Decimal(400), Decimal(400)),
             Instalment(2, date(2027, 1, 1), Decimal(600)))  # fmt: skip
    plan = PaymentPlan("C1", FRIDAY, lines, ("F-1",))
    events = (
        Event(1, FRIDAY, "C1", ("F-1",), "plan", "", "in", "done", "1000.00 EUR 2 2026-12-01"),
        Event(2, MONDAY, "C1", (), "payment", "", "in", "done", "400.00 EUR"),
    )
    whole = case(F1, F2, promises=(SECOND,), payments=(paid("400"),), plans=(plan,))
    assert still(whole, events) == {SECOND: 500}
    assert still(replace(whole, plans=()), events) == {SECOND: 100}
    over = replace(plan, cancelled=True)
    assert still(replace(whole, plans=(over,)), events) == {SECOND: 100}
    later = replace(plan, agreed_on=date(2026, 11, 24))
    assert still(replace(whole, plans=(later,)), events) == {SECOND: 100}


def test_a_payment_found_in_one_of_the_export_is_of_no_invoice_still() -> None:
    # the export tells it as REG-9; 300 of the 800 have come
    told = late("REG-9", "", "-300", kind="payment", issued=MONDAY, row=9)
    row = late("REG-2", "", "-200", kind="payment", issued=MONDAY, row=2)
    payments = (paid("300", "REG-9"), replace(paid("200"), row=2))
    whole = case(F1, told, row, promises=(FIRST,), payments=payments)
    assert still(whole) == {FIRST: 300}


# --- money that no line tells, on a plan of F-1: 500 by 15 November and 500 by 15 December

AGREED, FIRST_DAY, LAST_DAY = date(2026, 11, 6), date(2026, 11, 15), date(2026, 12, 15)
TYPED = paid("500", day=date(2026, 11, 13))


def plan(first: str = "0", *items: str, **more: object) -> PaymentPlan:
    lines = (
        Instalment(1, FIRST_DAY, Decimal(500), Decimal(first)),
        Instalment(2, LAST_DAY, Decimal(500)),
    )
    bare = PaymentPlan("C1", AGREED, lines, items or ("F-1",))
    return replace(bare, **more)  # type: ignore[arg-type]


def untold(*payments: Payment, plans: tuple[PaymentPlan, ...] = (), **more: Any) -> list[int]:
    """What the instalments have of money that the sheet says of none."""
    whole = with_money(case(F1, F2, payments=payments, plans=plans or (plan(),), **more), SETTING)
    return [int(line.untold) for one in whole.plans for line in one.instalments]


def test_a_plan_is_kept_by_money_that_a_person_typed_into_the_payments() -> None:
    credit = late("REG", "", "-500", kind="payment", issued=TYPED.value_date)
    bare = case(F1, credit, plans=(plan(),), payments=(TYPED,))
    assert decide(bare, SETTING, MONDAY).step == "mail-1"
    (why,) = decide(with_money(bare, SETTING), SETTING, MONDAY).blocked_by
    assert why.code == "planned"
    assert sentence(why.code, why.facts) == (
        "Facture F-1 comprise dans l'échéancier du 06/11/2026, compte tenu de 500,00\u00a0€ de la"
        " feuille Règlements : reportez-les en « Réglé » de la feuille Échéanciers s'ils n'y sont"
        " pas, ou annulez ses lignes s'il n'est pas tenu."
    )
    # the day of the first instalment, a Sunday, is not over before Monday 16 November
    (why,) = decide(with_money(bare, SETTING), SETTING, date(2026, 11, 16)).blocked_by
    assert (why.code, "amount" in why.facts) == ("planned", False)
    # of F-2 nothing is netted: the 500 are the plan's
    both = with_money(replace(bare, items=(F1, F2, credit)), SETTING)
    assert [one.claim for one in decide(both, SETTING, MONDAY).totals] == [500]


def test_what_is_typed_pays_the_first_instalments_that_the_sheet_leaves() -> None:
    assert untold(TYPED) == [500, 0]
    assert untold(paid("700", "F-1", day=FIRST_DAY)) == [500, 200]
    assert untold(paid("2000", day=FIRST_DAY)) == [500, 500]
    december = paid("300", day=date(2026, 12, 14))
    assert untold(december, plans=(plan("500"),)) == [0, 300]


def test_what_is_typed_as_paid_of_an_instalment_too_counts_once() -> None:
    assert untold(TYPED, plans=(plan("500"),)) == [0, 0]
    # 300 of the 500 are told: the others are not
    assert untold(TYPED, plans=(plan("300"),)) == [200, 0]
    # halfway between the two instalments it may be the second one's
    assert untold(paid("500", day=date(2026, 11, 30)), plans=(plan("500"),)) == [0, 500]
    assert untold(paid("500", day=date(2026, 11, 29)), plans=(plan("500"),)) == [0, 0]


@pytest.mark.parametrize(
    "other",
    [
        paid("500", day=date(2026, 11, 5)),  # of before the plan
        paid("500", "F-2", day=FIRST_DAY),
        paid("500", day=FIRST_DAY, currency="USD"),
    ],
)
def test_what_is_for_no_plan_leaves_it_as_it_was(other: Payment) -> None:
    assert untold(other) == [0, 0]
    assert untold(other, plans=(plan("500"),)) == [0, 0]


def test_a_plan_that_is_cancelled_has_nothing() -> None:
    assert untold(TYPED, plans=(plan(cancelled=True),)) == [0, 0]
    assert untold(TYPED, plans=(plan(cancelled=True), plan())) == [0, 0, 500, 0]
    assert untold() == [0, 0]


def test_what_the_journal_tells_is_in_the_sheet() -> None:
    lines = (
        Event(1, AGREED, "C1", ("F-1",), "plan", "", "in", "done", "1000.00 EUR 2 2026-11-15"),
        Event(2, TYPED.value_date, "C1", (), "payment", "", "in", "done", "500.00 EUR"),
    )
    assert untold(TYPED, plans=(plan("500"),), events=lines) == [0, 0]
    # the next one was typed: the 500 that the sheet tells are the first one's
    more = paid("400", day=date(2026, 11, 20))
    assert untold(TYPED, more, plans=(plan("500"),), events=lines) == [0, 400]


def test_typed_money_that_a_settlement_or_an_instalment_has_counts_once() -> None:
    # F-2 is settled for 400: 100 of the 500 are left
    terms = "400.00 / 500.00 EUR 2026-12-15"
    agreed = (
        Event(1, AGREED, "C1", ("F-2",), "settlement", "", "in", "done", terms),
        Event(2, AGREED, "C1", ("F-2",), "settlement_letter", "letter", "out", "prepared", "a"),
    )
    assert untold(TYPED, events=agreed) == [100, 0]
    # of 600 on 20 November the instalment of before has 500, the promise of 10 December 100
    whole = case(F1, F2, promises=(SECOND,), plans=(plan(),), payments=(paid("600", day=FRIDAY),))
    assert still(whole) == {SECOND: 400}
    (first, _) = with_money(whole, SETTING).plans[0].instalments
    assert first.untold == 500
    # typed as paid as well, the 500 are in the sheet, and still not the promise's
    both = replace(whole, plans=(plan("500"),), payments=(paid("600", day=FRIDAY),))
    assert still(both) == {SECOND: 400}


# --- payments that an export tells as items


def told(number: str = "VIR-1", day: date | None = MONDAY, amount: str = "-800") -> Receivable:
    return late(number, "", amount, kind="payment", issued=day, row=9)


def test_a_payment_of_the_export_keeps_a_promise_once() -> None:
    assert still(case(F1, told(), promises=(FIRST,))) == {FIRST: 0}
    assert still(case(F1, F2, told(), promises=(FIRST, SECOND))) == {FIRST: 0, SECOND: 500}
    # 300 of it are a row of the sheet: they count there
    row = paid("300", "VIR-1")
    assert still(case(F1, told(), promises=(FIRST,), payments=(row,))) == {FIRST: 0}
    whole = paid("800", "VIR-1")
    assert still(case(F1, told(), promises=(FIRST,), payments=(whole,))) == {FIRST: 0}
    # the plan has had the first 500 of it: an import has written them into the sheet
    under = case(F1, F2, told(day=AGREED), promises=(SECOND,), plans=(plan("500"),))
    assert still(replace(under, promises=(replace(SECOND, made_on=AGREED),))) == {
        replace(SECOND, made_on=AGREED): 200
    }
    assert untold(TYPED, plans=(plan("500"),)) == [0, 0]


@pytest.mark.parametrize("day", [None, date(2026, 11, 19), date(2026, 11, 24)])
def test_one_of_no_day_of_before_the_promise_or_of_tomorrow_keeps_none(day: date | None) -> None:
    assert still(case(F1, told(day=day), promises=(FIRST,))) == {FIRST: 800}


def test_a_promise_whose_money_is_in_the_export_is_not_said_to_be_broken() -> None:
    over = replace(FIRST, by=FRIDAY, made_on=date(2026, 11, 16))
    for items, said in (((F1,), "broken_promise"), ((F1, told(day=FRIDAY)), None)):
        whole = case(*items, promises=(over,))
        found, policy = decide(whole, SETTING, date(2026, 11, 24)), policy_of(whole, SETTING)
        why = circumstance(whole, found, SETTING, policy, read(()))
        assert (why.code if why else None) == said
