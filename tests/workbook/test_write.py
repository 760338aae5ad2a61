"""A record written to a row reads back unchanged."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from relance.core.records import (
    Address,
    Contact,
    Debtor,
    Dispute,
    Event,
    Instalment,
    Payment,
    PaymentPlan,
    Procedure,
    Promise,
    Receivable,
)
from relance.wording.labels import LABELS
from relance.workbook import rows, schema, write

Table = Callable[..., Any]

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2061, 12, 31))
AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=2)
POSITIVE = st.decimals(min_value=Decimal("0.01"), max_value=10**9, places=2)
WORDS = st.from_regex(r"[0-9A-Za-zé'=+/.-]{1,8}( [0-9A-Za-z]{1,4})?", fullmatch=True)
TEXTS = st.one_of(st.just(""), WORDS)
LISTS = st.lists(WORDS, max_size=3).map(tuple)
MAILS = st.sampled_from(["", "compta@exemple.fr", "a.b@exemple.be"])

FEW = settings(max_examples=30)  # many fields an example: thirty rows are enough


def family(name: str) -> st.SearchStrategy[Any]:
    return st.sampled_from(sorted(LABELS[name]))


RECEIVABLES = st.builds(
    Receivable,
    number=WORDS,
    debtor=WORDS,
    kind=st.sampled_from(["invoice", "down_payment", "retention"]),
    issued=st.none() | DAYS,
    performed_on=st.none() | DAYS,
    due=DAYS,
    extended_to=st.none() | DAYS,
    amount=POSITIVE,
    paid=st.just(Decimal(0)),
    currency=st.sampled_from(["EUR", "USD"]),
    vat=st.none() | AMOUNTS,
    payment_method=family("payment_method"),
    status=family("status"),
    regime=family("regime"),
    last_step=TEXTS,
    last_step_date=st.none() | DAYS,
    reference=TEXTS,
    order_number=TEXTS,
    terms=TEXTS,
    description=TEXTS,
    copy=TEXTS,
    row=st.just(2),
).filter(lambda item: not item.is_due_before_issue)  # which is read as suspended
CONTACTS = st.builds(Contact, name=TEXTS, email=MAILS, phone=TEXTS)
DEBTORS = st.builds(
    Debtor,
    code=WORDS,
    name=TEXTS,
    kind=family("debtor_kind"),
    country=st.sampled_from(["", "FR", "PT"]),
    language=family("language"),
    payables=CONTACTS,
    decision_maker=CONTACTS,
    emails=st.lists(MAILS.filter(bool), max_size=2).map(tuple),
    phone=TEXTS,
    address=st.builds(Address, street=TEXTS, extra=TEXTS, postcode=TEXTS, city=TEXTS),
    registration=TEXTS,
    payer=TEXTS,
    procedure=st.builds(
        Procedure, kind=family("procedure"), opened_on=st.none() | DAYS, officer=TEXTS
    ),
    profile=family("profile"),
    policy=st.just("") | family("policy"),
    first_channel=st.just("") | family("channel"),
    minimum_interval=st.none() | st.integers(0, 90),
    insurance=TEXTS,
    surety=TEXTS,
    credit_limit=st.none() | AMOUNTS,
    row=st.just(2),
)
EVENTS = st.builds(
    Event,
    number=st.integers(1, 10**6),
    day=DAYS,
    debtor=WORDS,
    items=LISTS,
    step=TEXTS,
    channel=st.just("") | family("channel"),
    direction=st.just("") | family("direction"),
    outcome=family("outcome"),
    document=TEXTS,
    note=TEXTS,
    entered_at=TEXTS,
    previous=st.just("0" * 64),
    hash=st.just("12e5" * 16),
)
PROMISES = st.builds(
    Promise, debtor=WORDS, amount=AMOUNTS, by=DAYS, made_on=DAYS, items=LISTS,
    currency=st.sampled_from(["EUR", "USD"]), row=st.just(2),
)  # fmt: skip
DISPUTES = st.builds(
    Dispute, debtor=WORDS, invoice=WORDS, reason=TEXTS, opened_on=DAYS, row=st.just(2)
)
PAYMENTS = st.builds(
    Payment, debtor=WORDS, amount=POSITIVE, value_date=DAYS, invoice=TEXTS, row=st.just(2)
)


@FEW
@given(item=RECEIVABLES)
def test_a_receivable_reads_back(table: Table, item: Receivable) -> None:
    assert rows.receivables(table(schema.INVOICES, write.receivable(item)))[0] == (item,)


@FEW
@given(debtor=DEBTORS)
def test_a_debtor_reads_back(table: Table, debtor: Debtor) -> None:
    read, findings = rows.debtors(table(schema.DEBTORS, write.debtor(debtor)))
    address = replace(debtor.address, country=debtor.country)
    assert (read, findings) == ((replace(debtor, address=address),), ())


@FEW
@given(event=EVENTS)
def test_an_event_reads_back(table: Table, event: Event) -> None:
    assert rows.events(table(schema.JOURNAL, write.event(event))) == ((event,), ())


@FEW
@given(promise=PROMISES)
def test_a_promise_reads_back(table: Table, promise: Promise) -> None:
    assert rows.promises(table(schema.PROMISES, write.promise(promise))) == ((promise,), ())


@FEW
@given(dispute=DISPUTES)
def test_a_dispute_reads_back(table: Table, dispute: Dispute) -> None:
    assert rows.disputes(table(schema.DISPUTES, write.dispute(dispute))) == ((dispute,), ())


@FEW
@given(payment=PAYMENTS)
def test_a_payment_reads_back(table: Table, payment: Payment) -> None:
    assert rows.payments(table(schema.PAYMENTS, write.payment(payment))) == ((payment,), ())


def test_a_plan_reads_back(table: Table) -> None:
    lines = (
        Instalment(1, date(2026, 12, 5), Decimal(40), Decimal(40), row=2),
        Instalment(2, date(2027, 1, 5), Decimal(60), Decimal(10), row=3),
    )
    for cancelled in (False, True):
        plan = PaymentPlan("C1", date(2026, 11, 2), lines, ("F1", "F 2"), cancelled)
        assert rows.plans(table(schema.PLANS, *write.plan(plan))) == ((plan,), ())


def test_codes_show_as_labels_and_flags_as_a_word_or_nothing() -> None:
    cells = write.receivable(Receivable("F1", "C1", extension_suspends=True), "Dupont")
    assert cells["Statut"] == "à régler"
    assert cells["Intérêts suspendus jusqu'au report"] == "oui"
    assert cells["Échéance estimée"] is None
    assert cells["Client"] == "Dupont"
    assert "Reste dû TTC" not in cells


def test_a_debtor_whose_kind_is_not_given_says_so() -> None:
    assert write.debtor(Debtor("C1"))["Type"] == "à préciser"
