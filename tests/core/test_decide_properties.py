"""What holds for any debtor, however odd their items and history are."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from relance.core.decide import decide
from relance.core.history import read
from relance.core.records import (
    CHANNELS,
    DEBTOR_KINDS,
    ITEM_KINDS,
    OUTCOMES,
    PAYMENT_METHODS,
    PROFILES,
    STATUSES,
    Address,
    Case,
    Contact,
    Creditor,
    Debtor,
    Decision,
    Direction,
    Dispute,
    Event,
    Instalment,
    Payment,
    PaymentPlan,
    Procedure,
    Promise,
    Receivable,
)
from relance.core.regimes import REGIMES
from relance.core.setting import Setting
from relance.core.standing import claim_of

NUMBERS = ("A", "B", "C", "D")
STEPS = (
    "", "pre", "check", "mail-1", "call-1", "letter-1", "call-2", "letter-2", "notice", "handover",
    "confirmation", "takeover", "promise", "unknown",
)  # fmt: skip
DOCUMENTS = ("", "d1", "d2", "#1", "#2", "#²", "letter-1@2026-09-01", "mail-1@never", "@")
LAST_STEPS = (*STEPS, "1", "2", "4", "²")
DAY_ONE = date(2026, 6, 1)
DAYS = st.dates(DAY_ONE, date(2027, 2, 28))
WORKDAYS = DAYS.filter(lambda day: day.weekday() < 5)
AMOUNTS = st.integers(-2_000_00, 9_000_00).map(lambda cents: Decimal(cents).scaleb(-2))
POSITIVE = st.integers(1, 9_000_00).map(lambda cents: Decimal(cents).scaleb(-2))
SOME_NUMBERS = st.lists(st.sampled_from(NUMBERS), max_size=3, unique=True).map(tuple)


def of(codes: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Any of some codes, mostly the first of them."""
    return st.sampled_from((codes[0],) * 2 * len(codes) + codes)


def no_or(values: st.SearchStrategy[date]) -> st.SearchStrategy[date | None]:
    return st.one_of(st.none(), values)


ITEMS = st.builds(
    Receivable,
    number=st.sampled_from(NUMBERS),
    debtor=st.just("C1"),
    kind=of(ITEM_KINDS),
    issued=no_or(DAYS),
    performed_on=no_or(DAYS),
    due=st.one_of(DAYS, DAYS, no_or(DAYS)),
    extended_to=st.one_of(st.none(), st.none(), no_or(DAYS)),
    extension_suspends=st.booleans(),
    due_is_estimated=st.sampled_from([False] * 9 + [True]),
    amount=st.one_of(POSITIVE, AMOUNTS),
    paid=st.one_of(st.just(Decimal(0)), AMOUNTS),
    currency=st.sampled_from(["EUR", "EUR", "EUR", "USD"]),
    payment_method=of(PAYMENT_METHODS),
    status=of(STATUSES),
    regime=of(("", *REGIMES, "XX")),
    last_step=of(LAST_STEPS),
    last_step_date=no_or(DAYS),
)
DEBTORS = st.builds(
    Debtor,
    st.just("C1"),
    kind=st.sampled_from(DEBTOR_KINDS),
    country=of(("FR", "BE", "DE", "CH", "PT", "")),
    payables=st.sampled_from([Contact("J", "j@client.example", "03"), Contact()]),
    phone=st.sampled_from(["", "03 20"]),
    address=st.sampled_from([Address("1 rue", "", "59000", "Lille"), Address()]),
    procedure=st.one_of(
        st.just(Procedure(verified_on=date(2026, 11, 16))),
        st.builds(
            Procedure,
            st.sampled_from(["", "redressement", "conciliation"]),
            opened_on=no_or(DAYS),
            verified_on=no_or(DAYS),
        ),
    ),
    profile=of(PROFILES),
    policy=of(("", "fr-pub", "be-b2c", "unknown")),
    first_channel=of(CHANNELS),
    minimum_interval=st.sampled_from([None, None, 0, 10]),
    do_not_contact=st.sampled_from([False] * 9 + [True]),
    evasion_confirmed=st.booleans(),
)
EVENTS = st.builds(
    Event,
    st.integers(1, 9),
    DAYS,
    st.just("C1"),
    SOME_NUMBERS,
    st.sampled_from(STEPS),
    st.sampled_from(CHANNELS),
    st.sampled_from(get_args(Direction)),
    st.sampled_from(OUTCOMES),
    st.sampled_from(DOCUMENTS),
)
PAYMENTS = st.builds(
    Payment, st.just("C1"), POSITIVE, DAYS, st.sampled_from(("", *NUMBERS)),
    st.sampled_from(["EUR", "USD"]),
)  # fmt: skip
PROMISES = st.builds(
    Promise, st.just("C1"), POSITIVE, DAYS, DAYS, SOME_NUMBERS,
    st.sampled_from([None, True, False]),
)  # fmt: skip
DISPUTES = st.builds(
    Dispute, st.just("C1"), st.sampled_from(NUMBERS), st.just("?"), DAYS, no_or(DAYS)
)
PLANS = st.builds(
    PaymentPlan,
    st.just("C1"),
    DAYS,
    st.lists(st.builds(Instalment, st.just(1), DAYS, POSITIVE, POSITIVE), max_size=2).map(tuple),
    SOME_NUMBERS,
    st.booleans(),
)


def few(values: st.SearchStrategy[object], most: int) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=most).map(tuple)


ODD_CASES = st.builds(
    Case,
    DEBTORS,
    st.lists(ITEMS, max_size=4, unique_by=lambda item: item.number).map(tuple),
    events=few(EVENTS, 5),
    payments=few(PAYMENTS, 2),
    promises=st.one_of(st.just(()), few(PROMISES, 1)),
    disputes=st.one_of(st.just(()), few(DISPUTES, 1)),
    plans=st.one_of(st.just(()), few(PLANS, 1)),
    settled=st.integers(0, 1),
)


@st.composite
def usual_cases(draw: st.DrawFn) -> Case:
    """A debtor who can be reached, late items, and the first steps of a policy done in order."""
    kinds = st.sampled_from(["business", "business", "consumer", "public", "other", ""])
    debtor = Debtor(
        "C1",
        kind=draw(kinds),  # type: ignore[arg-type]
        country=draw(st.sampled_from(["FR", "BE"])),
        payables=Contact("J", "j@client.example", "03"),
        address=Address("1 rue", "", "59000", "Lille"),
        procedure=Procedure(verified_on=date(2026, 11, 16)),
        profile=draw(of(PROFILES)),  # type: ignore[arg-type]
        evasion_confirmed=draw(st.booleans()),
    )
    days = st.dates(date(2026, 6, 1), date(2026, 12, 20))
    items = [
        Receivable(number, "C1", due=draw(days), amount=draw(POSITIVE))
        for number in NUMBERS[: draw(st.integers(1, 4))]
    ]
    if draw(st.booleans()):
        items.append(Receivable("N", "C1", "payment", issued=draw(days), amount=-draw(POSITIVE)))
    return Case(debtor, tuple(items), draw(usual_events()))


@st.composite
def usual_events(draw: st.DrawFn) -> tuple[Event, ...]:
    events: list[Event] = []
    day = draw(st.dates(date(2026, 8, 1), date(2026, 11, 15)))
    steps = ("mail-1", "call-1", "letter-1", "call-2", "letter-2", "notice", "handover")
    for number, step in enumerate(steps[: draw(st.integers(0, 7))], 1):
        is_call = step.startswith("call")
        items = draw(st.sampled_from([("A",), ("A", "B"), NUMBERS]))
        events.append(
            Event(
                number,
                day,
                "C1",
                items,
                step,
                "phone" if is_call else "email",
                "out",
                "done" if is_call else "sent",
                f"d{number}",
            )
        )
        day += timedelta(days=draw(st.integers(1, 12)))
    return tuple(events)


CASES = st.one_of(ODD_CASES, usual_cases(), usual_cases())
SETTINGS = st.builds(
    Setting,
    st.builds(
        Creditor,
        country=of(("FR", "BE", "DE", "CH", "PT", "")),
        contract_rate=st.sampled_from([None, Decimal("0.05"), Decimal("0.15")]),
        consumer_clause=st.booleans(),
        is_sme=st.booleans(),
        allocation=st.sampled_from(["principal", "interest"]),
        bank_data_until=st.sampled_from([date(2027, 2, 28), date(2026, 11, 1), None]),
        confirmed_facts=st.sampled_from([(), REGIMES]),
    ),
    minimum_total=st.sampled_from([None, Decimal(0), Decimal(500)]),
    takeover_pending=st.sampled_from([False] * 9 + [True]),
)
MANY = settings(deadline=None, max_examples=150)


def is_to_do(decision: Decision) -> bool:
    return bool(decision.step) and not decision.blocked_by


@MANY
@given(CASES, SETTINGS, DAYS)
def test_a_decision_never_raises_and_says_the_same_twice(
    case: Case, setting: Setting, as_of: date
) -> None:
    decision = decide(case, setting, as_of)
    assert decision == decide(case, setting, as_of)
    assert len(decision.lines) == sum(item.open != 0 for item in case.items)


@MANY
@given(CASES, SETTINGS, WORKDAYS)
def test_without_a_block_there_is_a_step_to_do_or_nothing_is_due(
    case: Case, setting: Setting, as_of: date
) -> None:
    decision = decide(case, setting, as_of)
    if decision.blocked_by:
        return
    assert bool(decision.step) == bool(decision.demanded)
    if decision.step:
        assert decision.why
        assert decision.phase is not None
        return
    due = [line for line in decision.lines if line.next_date and line.next_date <= as_of]
    assert all(line.blocked for line in due) or setting.takeover_pending


@MANY
@given(CASES, SETTINGS, DAYS)
def test_what_is_demanded_is_owed_late_undisputed_and_ours(
    case: Case, setting: Setting, as_of: date
) -> None:
    decision = decide(case, setting, as_of)
    for line in decision.demanded:
        assert line.item.open > 0
        assert line.item.status == "open"
        assert line.blocked == () or decision.step != line.next_step
        assert not any(
            found.invoice == line.item.number
            and found.opened_on <= as_of
            and (found.resolved_on is None or as_of < found.resolved_on)
            for found in case.disputes
        )
        assert decision.step == "confirmation" or decision.phase == 0 or line.days_overdue > 0


@MANY
@given(CASES, SETTINGS, DAYS)
def test_nobody_of_unknown_kind_gets_a_notice_or_is_handed_over(
    case: Case, setting: Setting, as_of: date
) -> None:
    decision = decide(replace(case, debtor=replace(case.debtor, kind="")), setting, as_of)
    severe = decision.step == "letter-2" or (decision.phase or 0) >= 3
    assert not (severe and is_to_do(decision)) or decision.step == "confirmation"


@MANY
@given(CASES, SETTINGS, DAYS)
def test_the_sums_are_those_of_the_lines(case: Case, setting: Setting, as_of: date) -> None:
    decision = decide(case, setting, as_of)
    currencies = {line.item.currency for line in decision.lines}
    assert sorted(sums.currency for sums in decision.totals) == sorted(currencies)
    for sums in decision.totals:
        lines = [line for line in decision.lines if line.item.currency == sums.currency]
        asked = [line.claim for line in lines if line.demanded]
        credits_ = [line.item.open for line in lines if line.item.open < 0]
        assert sums.open == sum(line.item.open for line in lines)
        assert sums.claim == sum(claim.principal for claim in asked) + sum(credits_)
        assert sums.interest == sum(claim.interest for claim in asked)
        assert sums.fee == sum(claim.fee for claim in asked)
        assert not asked or sums.claim > 0


@MANY
@given(CASES, SETTINGS, WORKDAYS)
def test_a_step_that_was_sent_is_not_asked_for_again_the_same_day(
    case: Case, setting: Setting, as_of: date
) -> None:
    # without an interval, which alone would hold everything back that day
    case = replace(case, debtor=replace(case.debtor, minimum_interval=0))
    decision = decide(case, setting, as_of)
    if not is_to_do(decision):
        return
    numbers = tuple(line.item.number for line in decision.demanded)
    sent = Event(
        99, as_of, "C1", numbers, decision.step, decision.channel, "out", "sent", "new"
    )  # fmt: skip
    again = decide(replace(case, events=(*case.events, sent)), setting, as_of)
    # a free first reminder is about its own items alone: the same step may come for the others
    others = {line.item.number for line in again.demanded} - set(numbers)
    assert not is_to_do(again) or again.step != decision.step or others


@MANY
@given(CASES, SETTINGS, DAYS, POSITIVE, DAYS)
def test_a_payment_never_makes_the_claim_for_an_item_dearer(
    case: Case, setting: Setting, as_of: date, amount: Decimal, day: date
) -> None:
    # without credits: one that covered the invoice in time would now cover another
    case = replace(case, items=tuple(item for item in case.items if item.open > 0))
    owing = [item for item in case.items if item.kind == "invoice"]
    history = read(case.events)
    for item in owing:
        part = min(amount, item.open)
        paid = replace(item, paid=item.paid + part)
        payment = Payment("C1", part, day, item.number, item.currency)
        after = replace(
            case,
            items=tuple(paid if one is item else one for one in case.items),
            payments=(*case.payments, payment),
        )
        before = claim_of(item, case, setting, history, as_of)
        assert claim_of(paid, after, setting, history, as_of).total <= before.total


@MANY
@given(CASES, SETTINGS, DAYS, POSITIVE, no_or(DAYS))
def test_a_credit_never_makes_the_claim_for_an_item_dearer(
    case: Case, setting: Setting, as_of: date, amount: Decimal, day: date | None
) -> None:
    credit = Receivable("N", "C1", "payment", issued=day, amount=-amount)
    history = read(case.events)
    after = replace(case, items=(*case.items, credit))
    for item in case.items:
        before = claim_of(item, case, setting, history, as_of)
        found = claim_of(item, after, setting, history, as_of)
        assert found.principal == before.principal
        assert found.total <= before.total


@MANY
@given(CASES, SETTINGS, DAYS, POSITIVE, DAYS, st.sampled_from(["BE-B2C", ""]))
def test_money_claims_the_same_beside_the_principal_matched_or_not(
    case: Case, setting: Setting, as_of: date, amount: Decimal, day: date, regime: str
) -> None:
    """Of one late invoice: money without an invoice pays several in an order of its own."""
    creditor = replace(setting.creditor, allocation="principal", consumer_clause=True)
    setting, day = replace(setting, creditor=creditor), min(day, as_of)
    first = Event(99, DAY_ONE, "C1", NUMBERS, "mail-1", "email", "out", "sent", "d9")
    history = read((*case.events, first))
    for item in case.items:
        one = replace(item, kind="invoice", status="open", currency="EUR", regime=regime)
        if one.open <= 0 or one.due is None or one.due >= as_of:
            continue
        part = min(amount, one.open)
        alone = replace(case, items=(one,), plans=(), promises=(), disputes=(), payments=())
        credit = Receivable("N", "C1", "payment", issued=day, amount=-part)
        unmatched = replace(alone, items=(one, credit))
        paid, money = replace(one, paid=one.paid + part), Payment("C1", part, day, one.number)
        matched = replace(alone, items=(paid,), payments=(money,))
        found = claim_of(one, unmatched, setting, history, as_of)
        expected = claim_of(paid, matched, setting, history, as_of)
        assert (found.interest, found.fee) == (expected.interest, expected.fee)


@MANY
@given(CASES, SETTINGS, DAYS)
def test_what_happens_later_changes_nothing_today(
    case: Case, setting: Setting, as_of: date
) -> None:
    later = Event(
        99, as_of + timedelta(days=1), "C1", NUMBERS, "mail-1", "email", "out", "sent", "new"
    )  # fmt: skip
    changed = replace(case, events=(*case.events, later))
    assert decide(changed, setting, as_of) == decide(case, setting, as_of)
