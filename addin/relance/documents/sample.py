"""A message that has everything, to try a template on: every list has an element."""

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
    Line,
    Message,
    Promise,
    Receivable,
    Segment,
    Totals,
)
from .context import Fields, fields

DAY = date(2026, 11, 23)


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
    found = fields(message())
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
        attachments=("F1.pdf",), head="0123456789ab", payer=replace(debtor, name="Groupe Durand"),
    )  # fmt: skip


def _decision(debtor: Debtor) -> Decision:
    demanded = replace(_line("F1", "1200"), demanded=True)
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
