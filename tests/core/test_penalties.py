"""What a penalty note lists on Monday 23 November 2026, for an invoice due on 2 November."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from tests.core.test_settlements import AGREED, CLIENT, MONDAY, SETTING, item

from relance.core import standing
from relance.core.beside import beside
from relance.core.blocks import waited_for
from relance.core.claim import claim
from relance.core.decide import decide
from relance.core.notes import notes_of
from relance.core.question import policy_of
from relance.core.records import Case, Claim, Decision, Event, Outcome, Payment, Receivable
from relance.wording.letter_accounts import beside_balance
from relance.wording.tongues import TONGUES

TUESDAY = MONDAY + timedelta(days=1)


def line(number: int, outcome: Outcome, document: str = "note.docx", day: date = MONDAY) -> Event:
    return Event(number, day, "C1", ("F1",), "penalty_note", "email", "out", outcome, document)


def note(*events: Event, day: date = MONDAY, regime: str = "") -> Decision:
    case = Case(CLIENT, (item(regime=regime),), events)
    return beside("penalty_note", case, SETTING, day)


def test_an_open_invoice_is_claimed_for_to_the_day() -> None:
    # 1,000 x 12.40 % x 21 days / 365 = 7.13, and 40
    (one,) = note().lines
    assert (one.claim.interest, one.claim.fee) == (Decimal("7.13"), Decimal(40))


def test_a_note_that_left_today_has_claimed_it_all() -> None:
    sent = (line(1, "prepared"), line(2, "sent"))
    decision = note(*sent)
    assert decision.demanded == ()
    assert [reason.code for reason in decision.blocked_by] == ["no_penalties"]


def test_the_day_after_an_open_invoice_bears_more() -> None:
    # 1,000 x 12.40 % x 22 days / 365 = 7.47
    (one,) = note(line(1, "prepared"), line(2, "sent"), day=TUESDAY).lines
    assert one.claim.interest == Decimal("7.47")


@pytest.mark.parametrize("issued", [None, date(2026, 11, 2), date(2026, 11, 3)])
def test_what_was_paid_late_is_not_claimed_for_from_a_wrong_day(issued: date | None) -> None:
    """Due on 2 November: an invoice of the 3rd has one day wrong, whichever it is."""
    paid = item(paid=Decimal(1000), issued=issued, status="closed")
    payments = (Payment("C1", Decimal(1000), MONDAY, "F1"),)
    case = Case(CLIENT, (), payments=payments)
    found = beside("penalty_note", case, SETTING, MONDAY, (paid,))
    assert len(found.lines) == (0 if issued == date(2026, 11, 3) else 1)


def test_a_note_that_waits_is_written_again() -> None:
    assert len(note(line(1, "prepared")).lines) == 1


def test_what_is_left_of_a_note_is_not_changed_by_what_is_agreed_on_after_it() -> None:
    """A credit of 700 lowered the interest of F0, then a settlement about F1 takes it."""
    items = (
        item("F0", due=MONDAY - timedelta(days=60)), item(),
        item("A1", "-700", kind="credit_note", issued=MONDAY - timedelta(days=60)),
    )  # fmt: skip
    both = [replace(line(1, "prepared"), items=("F0",)), replace(line(2, "sent"), items=("F0",))]
    terms, letter = (replace(one, number=one.number + 2, day=TUESDAY) for one in AGREED)
    since = [replace(terms, document="200.00 / 300.00 EUR 2026-12-15"), letter]
    before, after = (
        beside("statement", Case(CLIENT, items, tuple(events)), SETTING, TUESDAY).why
        for events in (both, both + since)
    )
    assert [one.code for one in before] == ["note_left"]
    assert before[0] in after


@pytest.mark.parametrize(
    ("step", "items", "day", "amount", "told"),
    [
        ("notice", ("F1",), TUESDAY, "1000", TUESDAY),
        ("notice", ("F1",), TUESDAY, "20", TUESDAY),  # the path of small totals has no notice
        ("letter-1", ("F1",), TUESDAY, "1000", None),  # it announces, and claims nothing
        ("notice", ("F2",), TUESDAY, "1000", None),
        ("notice", ("F1",), MONDAY - timedelta(days=1), "1000", None),  # before the note
    ],
)
def test_a_statement_says_of_a_note_which_letter_has_claimed_it_since(
    step: str, items: tuple[str, ...], day: date, amount: str, told: date | None
) -> None:
    letter = Event(3, day, "C1", items, step, "letter", "out", "sent", "l.docx")
    events = (line(1, "prepared"), line(2, "sent"), letter)
    wednesday = TUESDAY + timedelta(days=1)
    (left,) = beside(
        "statement", Case(CLIENT, (item(amount=amount),), events), SETTING, wednesday
    ).why
    assert left.facts.get("claimed_on") == told
    said = beside_balance(TONGUES["fr"], left)
    assert ("Notre lettre du 24" in said and "due qu’une fois" in said) is bool(told)


def test_a_statement_tells_what_payments_put_on_interest_first() -> None:
    # 36,500 from 31 January to 10 February, 10 days at 12.15 %: 121.50 of interest. The 1,100 of
    # that day pay it first: 978.50 of principal, 35,521.50 stay due where the books say 35,400.
    owed = item(amount="36500", due=date(2026, 1, 31), paid=Decimal(1100))
    came = Payment("C1", Decimal(1100), date(2026, 2, 10), owed.number)
    case = Case(CLIENT, (owed,), payments=(came,))
    creditor = replace(SETTING.creditor, allocation="interest")
    found = beside("statement", case, replace(SETTING, creditor=creditor), MONDAY)
    assert found.totals[0].open == Decimal(35400)
    (told,) = found.why
    assert told.facts == {"amount": Decimal("121.50"), "currency": "EUR"}
    assert "121,50\u00a0€" in beside_balance(TONGUES["fr"], told)
    assert beside("statement", case, SETTING, MONDAY).why == ()  # principal first


@pytest.mark.parametrize(
    ("written", "told"),
    [(TUESDAY, TUESDAY), (MONDAY - timedelta(days=1), None)],  # of the note's eve: it is not in it
)
def test_the_letter_that_has_claimed_a_note_is_told_by_the_day_that_it_bears(
    written: date, told: date | None
) -> None:
    name, wednesday = f"{written}_relance-2_hotel-abcdef.docx", TUESDAY + timedelta(days=1)
    letter = Event(3, wednesday, "C1", ("F1",), "notice", "letter", "out", "sent", name)
    events = (line(1, "prepared"), line(2, "sent"), letter)
    (left,) = beside("statement", Case(CLIENT, (item(),), events), SETTING, wednesday).why
    assert left.facts.get("claimed_on") == told


def test_what_nobody_has_ticked_is_on_no_note() -> None:
    """Luxembourg's law is indicative: shown, claimed once a person has ticked it."""
    assert note(regime="LU-B2B").demanded == ()


def test_a_payment_of_a_note_costs_a_look_at_each_invoice_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    numbers = tuple(f"F{i}" for i in range(50))
    events = [replace(line(1, "prepared"), items=numbers), replace(line(2, "sent"), items=numbers)]
    paid = Payment("C1", Decimal(100), MONDAY, notes_of(events)[0].number)
    items = tuple(replace(item(), number=number) for number in numbers)
    asked: list[str] = []

    def counted(one: Receivable, *more: Any, **named: Any) -> Claim:
        asked.append(one.number)
        return claim(one, *more, **named)

    monkeypatch.setattr(standing, "claim", counted)
    lines = decide(Case(CLIENT, items, tuple(events), (paid,)), SETTING, MONDAY).lines
    assert len(asked) <= 2 * len(numbers)  # as it stands, and as it stood on the day of the note
    # each bears 40 and 7.13: two are paid in full, the third in part
    owed = [one.claim.interest + one.claim.fee for one in lines]
    assert owed[:4] == [0, 0, Decimal("41.39"), Decimal("47.13")]


def test_a_line_about_a_note_that_was_never_written_is_no_note() -> None:
    assert notes_of([line(1, "prepared"), line(2, "sent", "autre.docx")])[0].is_sent is False


def test_no_money_is_waited_for_before_a_day_that_is_not_known() -> None:
    undated = replace(item(), due=None)
    case = Case(CLIENT, (undated,))
    assert waited_for(undated, case, SETTING, policy_of(case, SETTING), MONDAY) == ()
