"""What a message mentions first: a part payment, a promise, a talk, a first delay."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.core.test_meaning import setting

from relance.core.circumstances import circumstance
from relance.core.findings import Reason
from relance.core.history import read
from relance.core.policy import load
from relance.core.records import (
    Case,
    Claim,
    Debtor,
    Decision,
    DocumentKind,
    Event,
    Instalment,
    Line,
    Payment,
    PaymentPlan,
    Profile,
    Promise,
    Receivable,
)
from relance.wording.letter_opening import opening
from relance.wording.tongues import FRENCH

TODAY = date(2026, 11, 23)
FIRM = Debtor("C1", "Client", "business", "FR")
ITEM = Receivable("F1", "C1", due=date(2026, 11, 10), amount=Decimal(1000))
REMINDED = Event(1, date(2026, 11, 11), "C1", ("F1",), "mail-1", "email", "out", "sent", "d1")


def paid(number: int, said: str, *items: str) -> Event:
    return Event(number, date(2026, 11, 20), "C1", items, "payment", "", "in", "done", said)


def found(
    *events: Event, item: Receivable = ITEM, phase: int = 2, debtor: Debtor = FIRM,
    promises: tuple[Promise, ...] = (), plans: tuple[PaymentPlan, ...] = (), settled: int = 0,
    document: DocumentKind = "email", beside: tuple[Receivable, ...] = (),
    payments: tuple[Payment, ...] = (), others: tuple[Receivable, ...] = (),
) -> Reason | None:  # fmt: skip
    due = item.payable_on
    assert due is not None
    nothing = Decimal(0)
    items = (item, *beside)
    lines = tuple(
        Line(one, Claim(one.open, nothing, nothing, "FR-B2B"), (TODAY - due).days, demanded=True)
        for one in items
    )
    decision = Decision(debtor, TODAY, "mail-1", phase, document=document, lines=lines)
    case = Case(
        debtor,
        (*items, *others),
        events,
        promises=promises,
        plans=plans,
        settled=settled,
        payments=payments,
    )
    return circumstance(case, decision, setting(), load("fr-b2b"), read(events))


def said(*events: Event, **more: object) -> str:
    reason = found(*events, **more)  # type: ignore[arg-type]
    return opening(FRENCH, reason.code, reason.facts).replace("\u00a0", " ") if reason else ""


def test_nothing_is_said_when_nothing_is_particular() -> None:
    assert said() == ""
    assert said(REMINDED) == ""


def test_a_part_payment_since_the_last_message_is_thanked_for() -> None:
    text = said(REMINDED, paid(2, "400.00 EUR@2026-11-18", "F1"))
    assert text == (
        "Nous vous remercions de votre règlement de 400,00 € reçu le 18 novembre 2026 ; il reste un"
        " solde à régler."
    )


def test_several_payments_are_thanked_for_together() -> None:
    both = paid(2, "400.00 EUR@2026-11-18", "F1"), paid(3, "50.00 + 25.00 EUR@2026-11-19", "F1")
    assert "de vos règlements (475,00 € au total, le dernier reçu le 19 novembre 2026)" in said(
        REMINDED, *both
    )


def test_a_payment_that_an_import_brought_has_no_day_of_its_own() -> None:
    brought = replace(paid(2, "400.00 EUR", "F1"), step="received")
    assert "de votre règlement de 400,00 € ; il reste" in said(REMINDED, brought)


@pytest.mark.parametrize(
    "events",
    [
        (paid(1, "400.00 EUR", "F1"),),  # we had not written before
        (paid(1, "400.00 EUR", "F1"), replace(REMINDED, number=2)),  # known when we wrote
        (REMINDED, paid(2, "400.00 EUR", "F9")),  # for another invoice
        (REMINDED, paid(2, "400.00 EUR", "F1"), paid(3, "1.00 USD", "F1")),  # no one sentence
        (REMINDED, replace(paid(2, "", "F1"))),  # a line without a sum
        (REMINDED, replace(paid(2, "400.00 EUR", "F1"), direction="out")),
    ],
)
def test_other_money_is_not_thanked_for(events: tuple[Event, ...]) -> None:
    assert said(*events) == ""


@pytest.mark.parametrize(("amount", "told"), [("800", False), ("900", True)])
def test_money_that_another_agreement_has_is_not_thanked_for(amount: str, told: bool) -> None:
    # 800 for F9 by Monday 30 November: it has 800 of what came, 100 of 900 are left for F1
    words = "800.00 / 1000.00 EUR 2026-11-30"
    agreed = (replace(LAPSED[0], items=("F9",), document=words), replace(LAPSED[1], items=("F9",)))
    other, day = Receivable("F9", "C1", due=TODAY, amount=Decimal(1000)), date(2026, 11, 20)
    sum_ = Decimal(amount)
    credit = Receivable("REG", "C1", "payment", issued=day, due=day, amount=-sum_)
    settled = said(REMINDED, *agreed, paid(4, f"{amount}.00 EUR"), others=(other, credit),
                      payments=(Payment("C1", sum_, day),))  # fmt: skip
    assert ("remercions" in settled) is told


def test_money_of_another_currency_without_an_invoice_is_not_thanked_for() -> None:
    assert said(REMINDED, paid(2, "200.00 USD")) == ""
    assert "200,00 €" in said(REMINDED, paid(2, "200.00 EUR"))


def promise(by: date, kept: bool | None = None, *items: str) -> Promise:
    return Promise("C1", Decimal(500), by, date(2026, 11, 12), items, kept)


@pytest.mark.parametrize(
    ("by", "kept", "told"),
    [
        (date(2026, 11, 20), None, True),  # Friday; the bank data are not given
        (date(2026, 11, 22), None, False),  # Sunday: it may come on Monday
        (date(2026, 11, 23), None, False),  # today: it may still come
        (date(2026, 11, 20), False, True),
        (date(2026, 11, 20), True, False),
    ],
)
def test_a_promise_that_did_not_come_true_is_told_without_reproach(
    by: date, kept: bool | None, told: bool
) -> None:
    text = said(REMINDED, promises=(promise(by, kept, "F1"),))
    assert ("nous aviez annoncé un règlement de 500,00 € pour le" in text) is told
    assert ("sauf erreur de notre part, il ne nous est pas parvenu" in text) is told


@pytest.mark.parametrize(
    ("came", "told"),
    [
        ("200", "Du règlement de 500,00 € que vous nous aviez annoncé pour le 20 novembre 2026,"
         " 300,00 € ne nous sont pas parvenus, sauf erreur de notre part."),  # 500 - 200
        ("500", ""),
    ],
)  # fmt: skip
def test_of_a_promise_only_what_has_not_come_is_missed(came: str, told: str) -> None:
    # 200 came for F9, which is paid; the promise was about both, and F1 is demanded
    late = promise(date(2026, 11, 20), None, "F1", "F9")
    money = Payment("C1", Decimal(came), date(2026, 11, 18), "F9")
    assert said(REMINDED, promises=(late,), payments=(money,)) == told


def test_a_broken_promise_is_told_once_and_of_what_is_demanded() -> None:
    before = promise(date(2026, 11, 10))
    assert said(REMINDED, promises=(before,)) == ""  # we have written since
    assert said(REMINDED, promises=(promise(date(2026, 11, 20), None, "F9"),)) == ""


def test_the_confirmation_of_a_call_tells_the_broken_promise_and_nothing_else() -> None:
    call = Event(2, TODAY, "C1", ("F1",), "", "phone", "out", "done")
    broken = promise(date(2026, 11, 20), None, "F1")
    text = said(REMINDED, call, promises=(broken,), document="confirmation")
    assert text.startswith("Vous nous aviez annoncé un règlement de 500,00 €")
    again = replace(broken, by=date(2026, 11, 30), made_on=TODAY)  # in the call: written down
    assert said(REMINDED, call, promises=(broken, again), document="confirmation") == ""
    since = replace(REMINDED, number=2, day=date(2026, 11, 21))  # we have written of it
    after = replace(call, number=3)
    assert said(REMINDED, since, after, promises=(broken,), document="confirmation") == ""


def plan(*paid_: int, **fields: object) -> PaymentPlan:
    """Two instalments of 300 on Friday 20 November and a month later, agreed on the 12th."""
    days = (date(2026, 11, 20), date(2026, 12, 20))
    parts = tuple(
        Instalment(number, day, Decimal(300), Decimal(sum_))
        for number, day, sum_ in zip((1, 2), days, paid_, strict=True)
    )
    return replace(PaymentPlan("C1", date(2026, 11, 12), parts, ("F1",)), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "part"),
    [
        (
            plan(0, 0),
            "L’échéancier convenu le 12 novembre 2026 n’a pas pu être suivi : il a pris fin",
        ),
        (plan(100, 0), "Nous vous remercions de vos versements. L’échéancier convenu"),
        (plan(0, 0, items=()), "L’échéancier convenu le 12"),
        (plan(300, 0), ""),  # kept so far
        (plan(0, 0, cancelled=True), ""),
        (plan(0, 0, items=("F9",)), ""),
    ],
)
def test_a_plan_that_was_missed_is_told_to_who_had_agreed_on_it(
    one: PaymentPlan, part: str
) -> None:
    text = said(REMINDED, plans=(one,))
    assert (part in text) if part else (text == "")
    since = replace(REMINDED, number=2, day=date(2026, 11, 21))  # we have written of it
    assert said(REMINDED, since, plans=(one,)) == ""


def test_a_letter_about_another_invoice_has_told_nothing_of_an_agreement() -> None:
    # A plan on F9, missed on Friday 20; on the 21st a letter went about F1 alone. Now both are
    # demanded, and F9 has not been written about since its plan has ended.
    other = Event(2, date(2026, 11, 21), "C1", ("F1",), "letter-1", "letter", "out", "sent", "d2")
    both = Receivable("F9", "C1", due=date(2026, 11, 10), amount=Decimal(600))
    one = plan(0, 0, items=("F9",))
    assert "il a pris fin" in said(REMINDED, other, plans=(one,), beside=(both,))
    about = replace(other, number=3, items=("F9",))
    assert said(REMINDED, other, about, plans=(one,), beside=(both,)) == ""
    late = promise(date(2026, 11, 20), None, "F9")
    assert "nous aviez annoncé" in said(REMINDED, other, promises=(late,), beside=(both,))
    assert said(REMINDED, other, about, promises=(late,), beside=(both,)) == ""


def test_a_message_of_the_last_day_in_time_has_told_nothing_of_an_agreement() -> None:
    # Until Sunday 15 November: Monday 16 is in time, so what went on that day told nothing.
    on_monday = replace(REMINDED, number=9, day=date(2026, 11, 16))
    since = replace(on_monday, day=date(2026, 11, 17))
    late = promise(date(2026, 11, 15), None, "F1")
    sunday = replace(LAPSED[0], document="800.00 / 1000.00 EUR 2026-11-15")
    assert "nous aviez annoncé" in said(on_monday, promises=(late,))
    assert said(since, promises=(late,)) == ""
    assert "est caduc" in said(sunday, LAPSED[1], on_monday)
    assert said(sunday, LAPSED[1], since) == ""


AGREED_ON = date(2026, 11, 12)
LAPSED = (
    Event(
        2,
        AGREED_ON,
        "C1",
        ("F1",),
        "settlement",
        "",
        "in",
        "done",
        "800.00 / 1000.00 EUR 2026-11-20",
    ),
    Event(3, AGREED_ON, "C1", ("F1",), "settlement_letter", "email", "out", "prepared", "a"),
)


def test_a_settlement_that_lapsed_is_told_before_the_whole_is_asked_for() -> None:
    text = said(REMINDED, *LAPSED)
    assert "Le règlement de 800,00 € prévu par notre accord du 12 novembre 2026" in text
    assert "l’accord est caduc, et la totalité de la facture concernée reste due." in text
    call = Event(4, TODAY, "C1", ("F1",), "", "phone", "out", "done")
    assert said(REMINDED, *LAPSED, call, document="confirmation") == text
    assert "échange" in said(REMINDED, *LAPSED, call)  # the talk was about it
    since = replace(REMINDED, number=4, day=date(2026, 11, 21))
    assert said(REMINDED, *LAPSED, since) == ""


def test_a_letter_of_before_the_lapse_has_not_told_it_though_it_left_after() -> None:
    """The accord lapsed on the 21st; the letter bears the 20th and was posted on the 23rd."""
    posted = replace(
        REMINDED, number=4, channel="letter", day=date(2026, 11, 23),
        document="2026-11-20_relance-1_hotel-abcdef.docx",
    )  # fmt: skip
    assert said(REMINDED, *LAPSED, posted).startswith("Le règlement de 800,00 €")


def test_what_came_of_a_lapsed_settlement_is_thanked_for_with_it() -> None:
    text = said(REMINDED, *LAPSED, paid(4, "300.00 EUR@2026-11-22", "F1"))
    assert text.startswith("Nous vous remercions de votre règlement. Les 800,00 €")


def test_what_came_late_for_a_settlement_is_thanked_for_though_nobody_had_written() -> None:
    # Until Friday 20 November; 800 on Sunday 22. Without a message before, no part payment is told.
    late = Payment("C1", Decimal(800), date(2026, 11, 22), "F1")
    assert said(*LAPSED, payments=(late,)).startswith("Nous vous remercions de votre règlement.")
    other = replace(late, invoice="F9")
    assert said(*LAPSED, payments=(other,)).startswith("Le règlement de 800,00 €")


def test_what_is_written_after_a_talk_follows_on_from_it() -> None:
    call = Event(2, date(2026, 11, 18), "C1", ("F1",), "call-1", "phone", "out", "done")
    assert said(REMINDED, call) == "Nous faisons suite à notre échange du 18 novembre 2026."
    assert said(REMINDED, replace(call, outcome="bounced")) == ""  # nobody was reached


def test_money_is_mentioned_before_a_promise_and_a_promise_before_a_talk() -> None:
    call = Event(2, date(2026, 11, 18), "C1", ("F1",), "call-1", "phone", "out", "done")
    late = (promise(date(2026, 11, 20)),)
    assert said(REMINDED, call, promises=late).startswith("Vous nous aviez annoncé")
    assert said(REMINDED, call, paid(3, "400.00 EUR@2026-11-18", "F1"), promises=late).startswith(
        "Nous vous remercions"
    )


@pytest.mark.parametrize(
    ("settled", "phase", "due", "told"),
    [
        (3, 1, date(2026, 11, 10), True),
        (2, 1, date(2026, 11, 10), False),  # too few to speak of habits
        (3, 2, date(2026, 11, 10), False),
        (3, 1, date(2026, 10, 24), True),  # 30 days late
        (3, 1, date(2026, 10, 23), False),  # 31
    ],
)
def test_the_first_delay_of_who_pays_is_taken_for_an_oversight(
    settled: int, phase: int, due: date, told: bool
) -> None:
    text = said(item=replace(ITEM, due=due), settled=settled, phase=phase)
    assert ("sans doute d’un simple oubli" in text) is told


@pytest.mark.parametrize("profile", ["cannot", "delays", "evades"])
def test_a_profile_is_never_said(profile: Profile) -> None:
    assert said(settled=9, phase=1, debtor=replace(FIRM, profile=profile)) == ""


def test_the_first_delay_is_not_one_when_we_have_written_before() -> None:
    assert said(REMINDED, settled=9, phase=1) == ""
    taken = replace(ITEM, last_step="mail-1", last_step_date=date(2026, 11, 11))
    assert said(item=taken, settled=9, phase=1) == ""


@pytest.mark.parametrize("document", ["call_sheet", "confirmation", "statement", "thanks"])
def test_documents_that_say_it_themselves_have_no_such_sentence(document: DocumentKind) -> None:
    came = paid(2, "400.00 EUR@2026-11-18", "F1")
    assert said(REMINDED, came, document=document) == ""
