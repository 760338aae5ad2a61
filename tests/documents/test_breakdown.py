"""The breakdown of interest reconciles: its rows less what was paid make its total."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.test_settlements import CLIENT, MONDAY, SETTING, item

from relance.core.beside import beside
from relance.core.findings import Reason
from relance.core.money import ZERO
from relance.core.notes import notes_of
from relance.core.records import (
    Allocation,
    Case,
    Decision,
    Event,
    Line,
    Message,
    Outcome,
    Payment,
)
from relance.documents.tables import NIL, table

LineMaker = Callable[..., Line]
MessageMaker = Callable[..., Message]


def shown(message: Message) -> tuple[list[object], object, object]:
    """The amounts of the breakdown's rows, what was paid of them, and its total."""
    said = table(message, "EUR", claimed=True)
    rows = said["decompte"]
    assert isinstance(rows, list)
    amounts = [row["interets"] for row in rows]
    return amounts, said["interets_regles"], said["penalites"]


def test_nothing_is_deducted_when_nothing_was_paid(line: LineMaker, message: MessageMaker) -> None:
    asked = message([line("F1", "1000", interest="9.51", fee="40")])
    assert shown(asked) == (["9,51\u00a0€"], "", "9,51\u00a0€")


def test_what_payments_brought_before_the_principal_is_a_row(
    line: LineMaker, message: MessageMaker
) -> None:
    # 100 came when 6.12 had run: 6.12 is interest and 93.88 principal, so that 906.12 is left of
    # it; 3.00 has run since. 6.12 + 3.00 - 6.12 = 3.00
    one = line("F1", "1000", paid="100", interest="9.12")
    claim = replace(one.claim, principal=Decimal("906.12"), interest=Decimal("3.00"))
    asked = message([replace(one, claim=claim), line("F2", "500")])
    assert shown(asked) == (["9,12\u00a0€"], "-6,12\u00a0€", "3,00\u00a0€")


def test_what_a_note_brought_of_the_interest_is_a_row_without_its_fixed_sum(
    line: LineMaker, message: MessageMaker
) -> None:
    facts = {"amount": Decimal("44.00"), "interest": Decimal("4.00"), "currency": "EUR"}
    one = line("F1", "1000", interest="9.51")
    claim = replace(one.claim, interest=Decimal("5.51"), withheld=(Reason("paid_on_note", facts),))
    asked = message([replace(one, claim=claim)])
    assert shown(asked) == (["9,51\u00a0€"], "-4,00\u00a0€", "5,51\u00a0€")


@pytest.mark.parametrize("kind", ["letter", "statement"])
def test_a_message_that_claims_no_interest_breaks_none_down(
    line: LineMaker, message: MessageMaker, kind: str
) -> None:
    said = table(message([line("F1", interest="9.51")], kind=kind), "EUR", claimed=False)
    assert (said["decompte"], said["interets_regles"], said["sources"]) == ([], "", "")


# --- the breakdown of a penalty note of Monday 23 November 2026 -----------------------------------

DUE = date(2026, 9, 1)
NOTED = date(2026, 10, 5)  # the day of an earlier note
Paid = list[tuple[str, int, date]]  # invoice, euros, value date


def note_of(invoices: dict[str, int], paid: Paid, loose: Paid, allocation: Allocation) -> Decision:
    """A note about invoices due on 1 September; `loose` is money that is matched with none."""
    came = {
        one: sum((Decimal(euros) for number, euros, _ in paid if number == one), ZERO)
        for one in invoices
    }
    known = [item(one, str(invoices[one]), due=DUE, paid=came[one]) for one in invoices]
    money = [
        item(one, str(-euros), kind="payment", issued=day, due=None) for one, euros, day in loose
    ]
    payments = [Payment("C1", Decimal(euros), day, one) for one, euros, day in paid]
    outcomes: tuple[Outcome, ...] = ("prepared", "sent")
    events = tuple(
        Event(i, NOTED, "C1", tuple(invoices), "penalty_note", "email", "out", outcome, "n.eml")
        for i, outcome in enumerate(outcomes, 1)
    )
    (earlier,) = notes_of(events)
    payments = [replace(one, invoice=one.invoice or earlier.number) for one in payments]
    unpaid = tuple(one for one in known if one.open)
    case = Case(CLIENT, (*unpaid, *money), events, tuple(payments))
    setting = replace(SETTING, creditor=replace(SETTING.creditor, allocation=allocation))
    closed = tuple(replace(one, status="closed") for one in known if not one.open)
    return beside("penalty_note", case, setting, MONDAY, closed)


def euros(said: object) -> Decimal:
    """Read an amount of a document back."""
    text = str(said).removesuffix("€").replace("\u202f", "").replace("\u00a0", "")
    return Decimal(text.replace(",", ".")) if text.strip(NIL) else ZERO


def told(decision: Decision, like: Message) -> tuple[list[Decimal], Decimal, Decimal]:
    """The rows of a note's breakdown, what it deducts from them, and its total."""
    note = replace(like, kind="penalty_note", decision=decision, claims="claimed")
    rows, paid, total = shown(note)
    return [euros(one) for one in rows], euros(paid), euros(total)


def test_principal_that_came_without_an_invoice_is_no_interest_paid(message: MessageMaker) -> None:
    # 1,000 x 12.40 % x 69 days / 365 = 23.44 until 9 November; 700 x 12.40 % x 14 / 365 = 3.33;
    # in one: 26.77
    note = note_of({"F1": 1000}, [], [("V1", 300, date(2026, 11, 9))], "principal")
    rows = [Decimal("23.44"), Decimal("3.33")]
    assert told(note, message([])) == (rows, ZERO, Decimal("26.77"))


def test_interest_paid_stays_deducted_beside_principal_that_comes_later(
    message: MessageMaker,
) -> None:
    # F0: 500 x 12.40 % x 83 days / 365 = 14.10. F1: 1,000 x 12.40 % x 44 / 365 = 14.95 until
    # 15 October, which the 200 pay first: 1,000 - 185.05 = 814.95 x 12.40 % x 39 / 365 = 10.80
    paid = [("F1", 200, date(2026, 10, 15)), ("F0", 500, date(2026, 11, 25))]
    note = note_of({"F0": 500, "F1": 1000}, paid, [], "interest")
    rows = [Decimal("14.10"), Decimal("14.95"), Decimal("10.80")]
    assert told(note, message([])) == (rows, Decimal("-14.95"), Decimal("24.90"))
    # what is left of the principal on the day of the note
    assert [line.claim.principal for line in note.demanded] == [500, Decimal("814.95")]


day = st.integers(1, 100).map(lambda days: DUE + timedelta(days))  # from before a note to after it
sums = st.integers(5, 1500)


@settings(max_examples=150, deadline=None)
@given(
    paid=st.lists(st.tuples(st.sampled_from(["F1", "F2", ""]), sums, day), max_size=4),
    loose=st.lists(st.tuples(st.sampled_from(["V1", "V2"]), sums, day), max_size=2),
    allocation=st.sampled_from(["principal", "interest"]),
)
def test_the_rows_of_a_note_less_what_was_paid_of_them_make_its_total(
    paid: Paid, loose: Paid, allocation: Allocation
) -> None:
    left = {"F1": 1000, "F2": 3000}
    came: Paid = []
    for one, amount, when in sorted(paid, key=lambda each: each[2]):
        fits = min(amount, left[one]) if one else amount  # no invoice is paid twice
        left = left | ({one: left[one] - fits} if one else {})
        came += [(one, fits, when)] if fits else []
    note = note_of({"F1": 1000, "F2": 3000}, came, loose, allocation)
    like = Message("penalty_note", SETTING.creditor, note, "fr-b2b", CLIENT.payables)
    rows, deducted, total = told(note, like)
    # each row is rounded on its own, to half a cent, and so is what is counted of each invoice
    half_cents = Decimal("0.005") * (len(rows) + 2 * len(note.demanded))
    assert abs(sum(rows, deducted) - total) <= half_cents
    assert deducted <= 0
