"""One message of every kind, from invented firms: what the pictures of the guide show.

Amounts, rates, days and offers are those of the package: only the cases are written here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from tests.tools.letter_firms import (
    ABROAD,
    ATELIER,
    BRASSEUR,
    HOTEL,
    LAMBERT,
    LEJEUNE,
    MAIRIE,
    PERRIN,
)

from relance.actions.compose import consumer_law, message, with_rates
from relance.core.beside import BesideKind, beside, plan_of
from relance.core.claim import claim
from relance.core.policy import Step, load
from relance.core.records import (
    Case,
    Channel,
    Creditor,
    Debtor,
    Decision,
    Event,
    Instalment,
    Line,
    Message,
    Outcome,
    Payment,
    PaymentPlan,
    Promise,
    Receivable,
    Totals,
)
from relance.core.setting import Setting
from relance.documents.render import Rendered, render
from relance.documents.slip import Packet, render_slip

DAY = date(2026, 11, 23)
KEY, HEAD = "5ca1ab1e00", "3fa9c04be1d2"


@dataclass(frozen=True)
class Sale:
    """An invoice: its number, its amount, how many days ago it was due, and more."""

    number: str
    amount: str
    late: int
    paid: str = "0"
    order: str = ""
    said: str = ""
    method: str = ""


def documents() -> dict[str, Rendered]:
    """Return every document of the guide by the name of its picture."""
    made = {name: render(one, key=KEY) for name, one in messages().items()}
    packets = [Packet(HOTEL, HOTEL.code, DAY), Packet(PERRIN, PERRIN.code, DAY)]
    packets += [Packet(MAIRIE, MAIRIE.code, DAY)]
    return made | {"bordereau": render_slip(ATELIER, packets, DAY, key=KEY)}


def messages() -> dict[str, Message]:
    """Return every message of the guide by the name of its picture."""
    return {**_e_mails(), **_letters(), **_notices(), **_beside(), **_in_other_languages()}


def _e_mails() -> dict[str, Message]:
    soon = [Sale("F-2026-0142", "2400.00", -7, order="BC 4512")]
    two = [Sale("F-2026-0102", "4875.60", 4, order="BC 4471"), Sale("F-2026-0103", "312.00", 3)]
    two_late = [replace(one, late=one.late + 14) for one in two]
    promise = Promise(HOTEL.code, Decimal("2000.00"), date(2026, 11, 27), DAY, ("F-2026-0102",))
    called = Event(2, DAY, HOTEL.code, ("F-2026-0102",), "call-1", "phone", "out", "done")
    confirmed = _asked("call-1", two_late, HOTEL, before=("mail-1",), promises=(promise,))
    return {
        "e-mail-avant-echeance": _asked("pre", soon, HOTEL),
        "e-mail": _asked("mail-1", two, HOTEL),
        "e-mail-2": _by_mail(_asked("letter-1", two_late, HOTEL, before=("mail-1",))),
        "confirmation-appel": replace(
            confirmed, kind="confirmation", history=(*confirmed.history, called),
            claims="none",
            decision=replace(confirmed.decision, document="confirmation", channel="email"),
        ),
        "fiche-appel": _asked("call-2", _late(), HOTEL, before=("mail-1", "call-1", "letter-1")),
    }  # fmt: skip


def _late(paid: str = "388.00") -> list[Sale]:
    return [
        Sale("F-2026-0113", "5604.00", 54, order="BC 4390"),
        Sale("F-2026-0114", "1188.00", 46, paid=paid),
    ]


def _letters() -> dict[str, Message]:
    return {
        "lettre": _asked("letter-1", _late(), HOTEL, before=("mail-1", "call-1"), copies=True),
        "lettre-2": _asked("letter-2", _late(), HOTEL, before=("mail-1", "call-1", "letter-1")),
        "premier-rappel-belgique": _asked(
            "mail-1", [Sale("2026/0127", "820.00", 7, said="Remplacement d'une chaudière")],
            LEJEUNE, by=LAMBERT, policy="be-b2c",
        ),
    }  # fmt: skip


def _notices() -> dict[str, Message]:
    before = ("mail-1", "call-1", "letter-1")
    works = [Sale("F-2026-0134", "1200.00", 84)]
    town = [Sale("F-2026-0129", "3480.00", 72, order="ENG-2026-0457")]
    beer = [Sale("2026/0098", "6240.00", 61), Sale("2026/0104", "945.50", 40)]
    boiler = [Sale("2026/0088", "820.00", 60)]
    return {
        "mise-en-demeure": _asked("notice", _late(paid="0"), HOTEL, before=(*before, "letter-2")),
        "mise-en-demeure-particulier": _asked(
            "notice", works, PERRIN, policy="fr-b2c", before=(*before, "letter-2")
        ),
        "reclamation-acheteur-public": _asked(
            "notice", town, MAIRIE, policy="fr-pub", before=before
        ),
        "mise-en-demeure-belgique": _asked(
            "notice", beer, BRASSEUR, by=LAMBERT, policy="be-b2b", before=before
        ),
        "mise-en-demeure-belgique-particulier": _asked(
            "notice", boiler, LEJEUNE, by=LAMBERT, policy="be-b2c", before=before
        ),
    }


def _beside() -> dict[str, Message]:
    account = [
        *_late(), Sale("F-2026-0138", "960.00", 12), Sale("F-2026-0142", "2400.00", -7),
        Sale("A-2026-0012", "-300.00", 21),
    ]  # fmt: skip
    plan = PaymentPlan(
        HOTEL.code, date(2026, 11, 16),
        (
            Instalment(1, date(2026, 12, 5), Decimal("2134.67")),
            Instalment(2, date(2027, 1, 5), Decimal("2134.67")),
            Instalment(3, date(2027, 2, 5), Decimal("2134.66")),
        ),
    )  # fmt: skip
    noted = [Sale("F-2026-0095", "3720.00", 68, paid="3720.00"), *_late()]
    thanked = [Sale("F-2026-0102", "4875.60", 18, paid="4875.60")]
    return {
        "releve-de-compte": _extra("statement", account),
        "remerciement": _extra("thanks", [], thanked, before=("mail-1",)),
        "note-de-penalites": _extra("penalty_note", noted[1:], noted[:1]),
        "echeancier": _extra("plan", _late(), plans=(plan,)),
        "accord-de-reglement": replace(
            _extra("settlement", _late()),
            settled_for=Decimal("5900.00"),
            reply_by=date(2026, 12, 4),
        ),
    }


def _in_other_languages() -> dict[str, Message]:
    boiler = [Sale("2026/0131", "820.00", 7, said="Plaatsing van een condensatieketel")]
    return {
        "premier-rappel-belgique-nl": _asked(
            "mail-1", boiler, ABROAD["nl"], by=LAMBERT, policy="be-b2c"
        ),
        "mise-en-demeure-de": _asked(
            "notice", _late(paid="0")[1:], ABROAD["de"], before=("mail-1", "letter-1", "letter-2")
        ),
        "lettre-en": _asked("letter-1", _late(), ABROAD["en"], before=("mail-1",)),
    }


# --- how one is made -------------------------------------------------------------------------


def _items(
    sales: Iterable[Sale], debtor: Debtor, *, copies: bool = False
) -> tuple[Receivable, ...]:
    return tuple(
        Receivable(
            one.number, debtor.code,
            kind="credit_note" if one.amount.startswith("-") else "invoice",
            issued=DAY - timedelta(days=one.late + 30), due=DAY - timedelta(days=one.late),
            amount=Decimal(one.amount), paid=Decimal(one.paid), order_number=one.order,
            description=one.said, copy=f"{one.number}.pdf" if copies else "",
        )
        for one in sales
    )  # fmt: skip


def _events(steps: Iterable[str], policy: str, items: tuple[Receivable, ...]) -> tuple[Event, ...]:
    """What was done before: each step eight days before the next, on a worked day."""
    done, day = [], DAY - timedelta(days=10)
    numbers = tuple(item.number for item in items)
    for code in reversed(tuple(steps)):
        step = load(policy).step(code)
        channel = _channel(step)
        outcome: Outcome = "done" if channel == "phone" else "sent"
        done.append(Event(0, day, items[0].debtor, numbers, code, channel, "out", outcome))
        day -= timedelta(days=7)
    return tuple(
        replace(one, number=number) for number, one in enumerate(reversed(done), start=1)
    )  # fmt: skip


def _channel(step: Step | None) -> Channel:
    return "phone" if step is None or step.channel in ("other", "none") else step.channel  # type: ignore[return-value]


def _asked(
    step: str, sales: list[Sale], debtor: Debtor, by: Creditor = ATELIER, policy: str = "fr-b2b",
    before: tuple[str, ...] = (), promises: tuple[Promise, ...] = (), *, copies: bool = False,
) -> Message:  # fmt: skip
    """A message of the policy about all of these invoices."""
    items = _items(sales, debtor, copies=copies)
    events = _events(before, policy, items)
    case = Case(debtor, items, events, promises=promises)
    setting = Setting(by)
    plan = load(policy).step(step) or Step(step, 2, 0)
    channel = _channel(plan)
    lines = tuple(_line(item, case, setting) for item in items)
    decision = Decision(
        debtor, DAY, step, plan.phase, channel=channel, document=plan.document, lines=lines,
        totals=_totals(lines),
    )  # fmt: skip
    written = message(decision, case, setting, load(policy), HEAD)
    if policy == "be-b2c" and step == "mail-1":
        letter = replace(decision, document="letter", channel="letter")
        written = replace(message(letter, case, setting, load(policy), HEAD), kind="letter")
    return replace(written, attachments=tuple(item.copy for item in items if item.copy))


def _by_mail(letter: Message) -> Message:
    """The same message by e-mail."""
    decision = replace(letter.decision, channel="email", document="email")
    return replace(letter, kind="email", decision=decision, contact=letter.decision.debtor.payables)


def _line(item: Receivable, case: Case, setting: Setting) -> Line:
    found = claim(item, case.debtor, setting.creditor, case.events, DAY, with_segments=True)
    late = (DAY - item.due).days if item.due else 0
    return Line(item, found, late, demanded=True)


def _totals(lines: tuple[Line, ...]) -> tuple[Totals, ...]:
    principal = sum((line.item.open for line in lines), Decimal(0))
    interest = sum((line.claim.interest for line in lines), Decimal(0))
    fee = sum((line.claim.fee for line in lines), Decimal(0))
    return (Totals("EUR", principal, principal, interest, fee),)


def _extra(
    kind: BesideKind, sales: list[Sale], settled: Iterable[Sale] = (),
    before: tuple[str, ...] = (), plans: tuple[PaymentPlan, ...] = (),
) -> Message:  # fmt: skip
    """A message beside the policy, by post."""
    items, paid = _items(sales, HOTEL), _items(settled, HOTEL)
    paid = tuple(replace(item, status="closed") for item in paid)
    payments = tuple(
        Payment(HOTEL.code, item.paid, DAY - timedelta(days=9), item.number)
        for item in (*items, *paid)
        if item.paid
    )
    events = _events(before, "fr-b2b", paid or items)
    case, setting = Case(HOTEL, items, events, payments, plans=plans), Setting(ATELIER)
    decision = beside(kind, case, setting, DAY, paid, by_post=True)
    assert not decision.blocked_by, decision.blocked_by
    bare = Message(
        kind=kind, creditor=ATELIER, decision=decision, policy="fr-b2b", contact=HOTEL.payables,
        claims="claimed" if kind == "penalty_note" else "none",
        consumer=consumer_law(decision, setting), reply_by=date(2026, 12, 2),
        history=events, credits=tuple(line for line in decision.lines if line.item.open < 0),
        plan=plan_of(case) if kind == "plan" else None, head=HEAD,
        number="NP-C006-20261123" if kind == "penalty_note" else "",
    )  # fmt: skip
    return with_rates(bare, setting) if kind == "penalty_note" else bare
