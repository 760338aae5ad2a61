"""Messages that have everything, to try a template on: together they fill every list."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

from ..core.findings import Reason
from ..core.records import (
    Address,
    Claim,
    Contact,
    Creditor,
    Debtor,
    Decision,
    Event,
    Instalment,
    Line,
    Message,
    PaymentPlan,
    Promise,
    Receivable,
    Segment,
    Totals,
)
from .context import Fields, fields

DAY = date(2026, 11, 23)
NOTES = (("NP-C0012-20261102", date(2026, 11, 2)),)
PACKET = ("rang", "nom", "adresse", "reference")


@cache
def full() -> Fields:
    """Return fields that all stand for something, every flag up."""
    return {name: value is not False and value for name, value in _flagged(up=True).items()}


@cache
def bare() -> Fields:
    """Return the same fields with nothing in them, every flag down."""
    empty: Fields = {}
    for name, value in _flagged(up=False).items():
        empty[name] = type(value)() if isinstance(value, str | list) else value
    return empty


def _flagged(*, up: bool) -> Fields:
    found: Fields = {}
    for one in (message(), _before_due(), *_beside()):
        found |= {name: value for name, value in fields(one).items() if not found.get(name)}
    found |= {"nombre_plis": "1", "plis": [dict.fromkeys(PACKET, "1")]}  # of the posting slip
    return {name: up if isinstance(value, bool) else value for name, value in found.items()}


def message() -> Message:
    """Return a formal notice with credits, other sums, history, promises and an extension."""
    address = Address("12 rue des Tilleuls", "Bâtiment B", "69003", "Lyon", "FR")
    creditor = Creditor(
        name="Atelier du Rhône", legal_form="SARL au capital de 10 000 €",
        registration="123456789", vat_number="FR32123456789", address=address,
        email="compta@example.org", phone="04 78 00 00 00", bic="AGRIFRPP", payment_link="https://paiement.example/{reference}",
        ibans=(("EUR", "FR7630006000011234567890189"),), clause_article="article 7",
        consumer_clause=True, sender="third_party", mandate_reference="M-1",
        mandate_date=DAY, sender_name="Cabinet Martin", sender_registration="987654321",
        sender_address=Address("8 rue du Palais", "", "69001", "Lyon", "FR"),
        signatory="Jeanne Martin", signatory_role="Responsable", caller="Jeanne Martin",
    )  # fmt: skip
    contact = Contact("Paul Durand", "paul@example.org", "04 72 00 00 00")
    debtor = Debtor(
        code="C0012", name="Menuiserie Durand", kind="business", country="FR", payables=contact,
        phone="04 72 00 00 01", address=address, registration="111222333",
    )  # fmt: skip
    return Message(
        kind="formal_notice", creditor=creditor, decision=_decision(debtor), policy="fr-b2b",
        contact=contact, claims="claimed", reply_by=DAY, deadline_days=8, claim_from=DAY,
        indemnity=Decimal(20), rate=Decimal("0.124"), offer_plan=True, offer_discount=True,
        warn_court=True, bank_stale_since=DAY,
        history=(Event(1, DAY, "C0012", ("F1",), "letter-1", "letter", "out", "sent"),),
        credits=(_line("A1", "-50", kind="credit_note"),),
        promises=(Promise("C0012", Decimal(100), DAY, DAY, ("F1",)),),
        noted=("F1",), notes=NOTES, asked_before=(("F2", DAY, False),),
        attachments=("F1.pdf",), head="0123456789ab", payer=replace(debtor, name="Groupe Durand"),
        circumstance=Reason("after_call", {"day": DAY}),
    )  # fmt: skip


def _before_due() -> Message:
    """Return an announcement of a direct debit."""
    whole = message()
    debited = replace(_line("F3", "80"), demanded=True)
    item = replace(debited.item, payment_method="direct_debit")
    early = replace(
        whole.decision, step="pre", phase=0, channel="email", document="email",
        lines=(replace(debited, item=item),),
    )  # fmt: skip
    return replace(whole, kind="email", decision=early)


def _beside() -> tuple[Message, ...]:
    """Return what is written beside the policy: a penalty note, a plan, a settlement."""
    whole = message()
    plan = PaymentPlan("C0012", DAY, (Instalment(1, DAY, Decimal(100)),))
    return (
        replace(
            whole,
            kind="penalty_note",
            number="NP-C0012-20261123",
            claimed_on=DAY,
            thanked_on=DAY,
            notes=NOTES,
            decision=_paid_late(whole.decision),
        ),
        replace(
            whole,
            kind="thanks",
            notes=NOTES,
            claimed_on=DAY,
            left_claimed=(("EUR", Decimal(46)),),
            in_favour=(("EUR", Decimal(50)),),
        ),
        replace(whole, kind="plan", plan=plan, plans_replaced=(DAY,)),
        replace(whole, kind="statement", decision=replace(whole.decision, why=(_PLANNED,))),
        replace(whole, kind="settlement", settled_for=Decimal(100), replaces=DAY),
    )


_PLANNED = Reason("planned", {"numbers": ("F1",), "agreed_on": DAY})


def _paid_late(decision: Decision) -> Decision:
    """Return a decision with an invoice that is open, and one that was paid late."""
    first, *others = decision.lines
    paid = replace(first, item=replace(first.item, number="F0", paid=first.item.amount))
    return replace(decision, lines=(paid, first, *others))


def _decision(debtor: Debtor) -> Decision:
    first = _line("F1", "1200")
    demanded = replace(
        first, item=replace(first.item, payment_method="direct_debit"), demanded=True
    )
    other = replace(_line("F2", "300"), informed=True, blocked=(Reason("kind_missing"),))
    totals = (Totals("EUR", Decimal(1450), Decimal(1150), Decimal("15.23"), Decimal(40)),)
    return Decision(
        debtor, DAY, "notice", 3, channel="registered_letter", document="formal_notice",
        lines=(demanded, other), totals=totals,
    )  # fmt: skip


def _line(number: str, amount: str, kind: str = "invoice") -> Line:
    due = date(2026, 10, 16)
    item = Receivable(
        number, "C0012", kind=kind, issued=date(2026, 9, 16), due=due,  # type: ignore[arg-type]
        extended_to=due, amount=Decimal(amount), order_number="4500", copy="F1.pdf",
    )  # fmt: skip
    part = Segment(
        date(2026, 10, 17), DAY, 38, Decimal(amount), Decimal("0.124"), Decimal("15.49"), "L441-10"
    )
    claim = Claim(item.amount, Decimal("15.49"), Decimal(40), "FR-B2B", (part,))
    return Line(item, claim, 38)
