"""What may be claimed for one item: each rule, and why the rest is left out."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relance.core.claim import claim
from relance.core.law import rates_from_text
from relance.core.money import round_cents
from relance.core.records import (
    ITEM_KINDS,
    OUTCOMES,
    STATUSES,
    Claim,
    Creditor,
    Debtor,
    Event,
    Payment,
    Procedure,
    Receivable,
)
from relance.core.regimes import REGIMES

# At 12.15 % (first semester of 2026), 36,500.00 owe 12.15 a day.
FIRM = Debtor("C1", kind="business")
FRENCH = Creditor(country="FR")
BELGIAN = Creditor(country="BE", consumer_clause=True, is_sme=False)
DUE = date(2026, 1, 31)
INVOICE = Receivable("FA1", "C1", due=DUE, amount=Decimal("36500.00"))


def codes(found: Claim) -> list[str]:
    return [reason.code for reason in found.withheld]


def seen(*values: object) -> tuple[object, ...]:
    return values


def paid(amount: str, day: date, invoice: str = "FA1", currency: str = "EUR") -> Payment:
    return Payment("C1", Decimal(amount), day, invoice, currency)


def event(step: str, day: date, outcome: str, channel: str = "email", number: int = 1) -> Event:
    return Event(number, day, "C1", ("FA1",), step, channel, "out", outcome)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("as_of", "interest", "fee"),
    [
        (date(2026, 1, 30), "0.00", "0.00"),
        (date(2026, 1, 31), "0.00", "0.00"),  # the due date bears nothing
        (date(2026, 2, 1), "12.15", "40.00"),
        (date(2026, 2, 10), "121.50", "40.00"),
    ],
)
def test_interest_and_fee_run_from_the_day_after_the_due_date(
    as_of: date, interest: str, fee: str
) -> None:
    found = claim(INVOICE, FIRM, FRENCH, (), as_of)
    assert (str(found.interest), str(found.fee)) == (interest, fee)
    assert found.principal == Decimal("36500.00")
    assert found.regime == "FR-B2B"
    assert found.withheld == ()


def test_the_days_that_bear_interest_are_told() -> None:
    found = claim(INVOICE, FIRM, FRENCH, (), date(2026, 2, 10))
    assert seen(found.first_day, found.last_day) == (date(2026, 2, 1), date(2026, 2, 10))
    none = claim(INVOICE, FIRM, FRENCH, (), DUE)
    assert seen(none.first_day, none.last_day) == (None, None)


def test_segments_are_filled_only_when_asked() -> None:
    # 36,500 at 12.15 % until 30 June (150 days), then 12.40 % for 10 days: 12.40 a day.
    as_of = date(2026, 7, 10)
    assert claim(INVOICE, FIRM, FRENCH, (), as_of).segments == ()
    found = claim(INVOICE, FIRM, FRENCH, (), as_of, with_segments=True)
    assert [(part.days, str(part.interest)) for part in found.segments] == [
        (150, "1822.50"),
        (10, "124.00"),
    ]
    assert found.interest == Decimal("1946.50")


@pytest.mark.parametrize("kind", ["credit_note", "payment"])
def test_a_credit_bears_neither_interest_nor_fee(kind: str) -> None:
    item = replace(INVOICE, kind=kind, amount=Decimal(-100))  # type: ignore[arg-type]
    found = claim(item, FIRM, FRENCH, (), date(2026, 3, 1))
    assert seen(found.principal, found.interest, found.fee, found.withheld) == (-100, 0, 0, ())


def test_an_invoice_paid_twice_is_a_credit() -> None:
    item = replace(INVOICE, paid=Decimal(40000))
    found = claim(item, FIRM, FRENCH, (), date(2026, 3, 1), (paid("40000", date(2026, 2, 10)),))
    assert seen(found.principal, found.interest, found.fee) == (-3500, 0, 0)


@pytest.mark.parametrize("kind", ["down_payment", "retention"])
def test_a_down_payment_and_a_retention_bear_neither_interest_nor_fee(kind: str) -> None:
    item = replace(INVOICE, kind=kind)  # type: ignore[arg-type]
    found = claim(item, FIRM, FRENCH, (), date(2026, 3, 1))
    assert seen(found.principal, found.interest, found.fee) == (36500, 0, 0)
    assert codes(found) == [kind]


def test_without_a_due_date_nothing_runs() -> None:
    found = claim(replace(INVOICE, due=None), FIRM, FRENCH, (), date(2026, 3, 1))
    assert seen(found.interest, found.fee, codes(found)) == (0, 0, ["no_due"])


def test_an_estimated_due_date_lets_nothing_run() -> None:
    item = replace(INVOICE, due_is_estimated=True)
    found = claim(item, FIRM, FRENCH, (), date(2026, 3, 1))
    assert seen(found.interest, found.fee, codes(found)) == (0, 0, ["due_estimated"])


@pytest.mark.parametrize(
    ("debtor", "creditor", "code"),
    [
        (Debtor("C1"), FRENCH, "kind_missing"),
        (Debtor("C1", kind="other"), FRENCH, "kind_missing"),
        (FIRM, Creditor(country="PT"), "no_regime"),
        (Debtor("C1", kind="consumer", country="PT"), FRENCH, "no_regime"),
    ],
)
def test_without_a_regime_the_principal_only(debtor: Debtor, creditor: Creditor, code: str) -> None:
    found = claim(INVOICE, debtor, creditor, (), date(2026, 3, 1))
    assert seen(found.principal, found.interest, found.fee) == (36500, 0, 0)
    assert seen(found.regime, codes(found)) == ("", [code])


def test_the_item_s_own_regime_wins() -> None:
    item = replace(INVOICE, regime="BE-B2B")
    found = claim(item, Debtor("C1"), FRENCH, (), date(2026, 2, 10))
    # 10 days at 10.5 %: 10.50 a day.
    assert seen(found.regime, found.interest) == ("BE-B2B", Decimal("105.00"))


def test_a_firm_abroad_is_under_the_creditor_s_law() -> None:
    found = claim(INVOICE, Debtor("C1", kind="business", country="BE"), FRENCH, (), DUE)
    assert found.regime == "FR-B2B"


# Part payments -----------------------------------------------------------------------------------


def test_the_day_of_the_credit_still_bears_interest_on_the_whole() -> None:
    # 36,500 on 1..10 Feb: 121.50; 18,250 on 11..20 Feb: 10 x 6.075 = 60.75.
    item = replace(INVOICE, paid=Decimal(18250))
    payments = (paid("18250", date(2026, 2, 10)),)
    found = claim(item, FIRM, FRENCH, (), date(2026, 2, 20), payments)
    assert seen(found.principal, found.interest, found.fee) == (18250, Decimal("182.25"), 40)


def test_a_payment_without_a_date_counts_from_the_due_date() -> None:
    item = replace(INVOICE, paid=Decimal(18250))
    found = claim(item, FIRM, FRENCH, (), date(2026, 2, 20))
    assert found.interest == Decimal("121.50")  # 20 x 6.075


def test_only_the_part_without_a_date_counts_from_the_due_date() -> None:
    # Base 36,500 - 7,300 = 29,200 (9.72 a day) for 10 days, then 18,250 (6.075) for 10.
    item = replace(INVOICE, paid=Decimal(18250))
    payments = (paid("10950", date(2026, 2, 10)),)
    found = claim(item, FIRM, FRENCH, (), date(2026, 2, 20), payments)
    assert found.interest == Decimal("157.95")  # 97.20 + 60.75


def test_two_payments_on_one_day_count_together() -> None:
    item = replace(INVOICE, paid=Decimal(18250))
    day = date(2026, 2, 10)
    payments = (paid("10000", day), paid("8250", day))
    found = claim(item, FIRM, FRENCH, (), date(2026, 2, 20), payments)
    assert found.interest == Decimal("182.25")


def test_a_payment_before_the_due_date_reduces_the_base_from_the_start() -> None:
    item = replace(INVOICE, paid=Decimal(18250))
    payments = (paid("18250", date(2026, 1, 15)),)
    found = claim(item, FIRM, FRENCH, (), date(2026, 2, 20), payments)
    assert found.interest == Decimal("121.50")


def test_payments_of_other_invoices_or_currencies_are_left_out() -> None:
    payments = (
        paid("18250", date(2026, 2, 10), invoice="FA2"),
        paid("18250", date(2026, 2, 10), currency="CHF"),
        paid("18250", date(2026, 2, 10), invoice=""),
    )
    found = claim(INVOICE, FIRM, FRENCH, (), date(2026, 2, 20), payments)
    assert found.interest == Decimal("243.00")


def test_a_payment_after_the_day_of_the_question_is_not_known_yet() -> None:
    item = replace(INVOICE, paid=Decimal(18250))
    payments = (paid("18250", date(2026, 3, 10)),)
    found = claim(item, FIRM, FRENCH, (), date(2026, 2, 20), payments)
    assert found.interest == Decimal("243.00")  # 20 x 12.15


def test_an_invoice_paid_late_keeps_its_interest_and_its_fee() -> None:
    item = replace(INVOICE, paid=Decimal(36500))
    payments = (paid("36500", date(2026, 2, 10)),)
    found = claim(item, FIRM, FRENCH, (), date(2026, 6, 30), payments, with_segments=True)
    assert seen(found.principal, found.interest, found.fee) == (0, Decimal("121.50"), 40)
    assert seen(found.first_day, found.last_day) == (date(2026, 2, 1), date(2026, 2, 10))
    assert len(found.segments) == 1


@pytest.mark.parametrize("day", [date(2026, 1, 15), DUE])
def test_an_invoice_paid_in_time_owes_nothing(day: date) -> None:
    item = replace(INVOICE, paid=Decimal(36500))
    found = claim(item, FIRM, FRENCH, (), date(2026, 6, 30), (paid("36500", day),))
    assert seen(found.principal, found.interest, found.fee) == (0, 0, 0)
    assert found.first_day is None


def test_an_invoice_paid_on_a_day_that_nobody_knows_owes_nothing() -> None:
    item = replace(INVOICE, paid=Decimal(36500))
    found = claim(item, FIRM, FRENCH, (), date(2026, 6, 30))
    assert seen(found.principal, found.interest, found.fee, found.withheld) == (0, 0, 0, ())


def test_interest_first_keeps_a_second_payment_of_the_day_for_the_principal() -> None:
    # 10 days: 121.50 of interest. 100.00 pays interest only, 1,000.00 the 21.50 left, then
    # 978.50 of principal: 35,521.50 x 12.15 % x 10 / 365 = 118.2429.
    creditor = replace(FRENCH, allocation="interest")
    item = replace(INVOICE, paid=Decimal(1100))
    day = date(2026, 2, 10)
    payments = (paid("100", day), paid("1000", day))
    found = claim(item, FIRM, creditor, (), date(2026, 2, 20), payments)
    assert found.principal == Decimal("35521.50")
    assert found.interest == Decimal("118.24")


def test_interest_first_of_a_frozen_rate_keeps_the_first_rate() -> None:
    # FR-PUB, due 31 May 2026: 2.15 + 8 = 10.15 % for all days, in July too. 36,500: 10.15 a day.
    # 30 June: 304.50 owed; 304.50 paid; July: 31 x 10.15 = 314.65.
    creditor = replace(FRENCH, allocation="interest")
    item = replace(INVOICE, due=date(2026, 5, 31), paid=Decimal("304.50"))
    town = Debtor("C1", kind="public")
    payments = (paid("304.50", date(2026, 6, 30)),)
    found = claim(item, town, creditor, (), date(2026, 7, 31), payments)
    assert seen(found.principal, found.interest) == (36500, Decimal("314.65"))


# Public buyers -----------------------------------------------------------------------------------


def test_a_french_public_buyer_keeps_the_rate_of_the_first_day() -> None:
    # 30 days of June and 31 of July at 10.15 %: 61 x 10.15.
    item = replace(INVOICE, due=date(2026, 5, 31))
    found = claim(item, Debtor("C1", kind="public"), FRENCH, (), date(2026, 7, 31))
    assert seen(found.regime, found.interest, found.fee) == ("FR-PUB", Decimal("619.15"), 40)


def test_a_belgian_public_buyer_is_only_reminded() -> None:
    found = claim(INVOICE, Debtor("C1", kind="public"), BELGIAN, (), date(2026, 3, 1))
    assert seen(found.regime, found.interest, found.fee) == ("BE-PUB", 0, 0)
    assert codes(found) == ["reminders_only"]


def test_a_belgian_public_buyer_owes_the_rate_that_the_user_gives() -> None:
    rates = rates_from_text("be_pub_rate@2026-01-01=0.10")
    town = Debtor("C1", kind="public")
    found = claim(INVOICE, town, BELGIAN, (), date(2026, 2, 10), rates=rates)
    assert seen(found.interest, codes(found)) == (Decimal("100.00"), [])


# Consumers ---------------------------------------------------------------------------------------


PERSON = Debtor("C1", kind="consumer", country="FR")
BELGIAN_PERSON = Debtor("C1", kind="consumer", country="BE")


def test_a_french_consumer_owes_nothing_before_the_notice() -> None:
    sent = (event("notice", date(2026, 2, 10), "sent", "registered_letter"),)
    found = claim(INVOICE, PERSON, FRENCH, sent, date(2026, 3, 1))
    assert seen(found.interest, found.fee, codes(found)) == (0, 0, ["no_notice"])


def test_a_french_consumer_owes_the_legal_rate_from_the_day_after_the_presentation() -> None:
    # 36,500 at 2.62 %: 2.62 a day, from 13 February on.
    events = (event("notice", date(2026, 2, 12), "delivered", "registered_letter"),)
    found = claim(INVOICE, PERSON, FRENCH, events, date(2026, 2, 22))
    assert seen(found.first_day, found.interest, found.fee) == (
        date(2026, 2, 13), Decimal("26.20"), 0,
    )  # fmt: skip
    assert claim(INVOICE, PERSON, FRENCH, events, date(2026, 2, 12)).interest == 0


def test_a_presentation_typed_later_counts_from_its_own_day() -> None:
    # Typed on 20 February, presented on the 12th: from 13 February on, 10 days at 2.62.
    typed = event("notice", date(2026, 2, 20), "delivered", "registered_letter")
    events = (replace(typed, document="notice.docx@2026-02-12"),)
    found = claim(INVOICE, PERSON, FRENCH, events, date(2026, 2, 22))
    assert seen(found.first_day, found.interest) == (date(2026, 2, 13), Decimal("26.20"))
    early = claim(INVOICE, PERSON, FRENCH, events, date(2026, 2, 13))
    assert early.interest == Decimal("2.62")  # the law counts from the presentation


def test_the_notice_presented_first_counts_and_not_the_one_typed_first() -> None:
    first = event("notice", date(2026, 2, 17), "delivered", "registered_letter", 1)
    second = event("notice", date(2026, 2, 20), "delivered", "registered_letter", 2)
    events = (first, replace(second, document="notice.docx@2026-02-12"))
    assert claim(INVOICE, PERSON, FRENCH, events, date(2026, 2, 22)).interest == Decimal("26.20")


def test_the_first_of_two_notices_counts_and_a_reversed_one_does_not() -> None:
    first = event("notice", date(2026, 2, 12), "delivered", "registered_letter", 1)
    second = event("notice", date(2026, 2, 17), "delivered", "registered_letter", 2)
    as_of = date(2026, 2, 22)
    assert claim(INVOICE, PERSON, FRENCH, (first, second), as_of).interest == Decimal("26.20")
    reversal = replace(event("", date(2026, 2, 18), "reversed", "", 3), document="#1")
    found = claim(INVOICE, PERSON, FRENCH, (first, second, reversal), as_of)
    assert found.interest == Decimal("13.10")  # from 18 February: 5 days


def test_a_notice_that_is_reversed_bears_no_interest_by_its_presentation() -> None:
    # posted on 10 February, presented on the 12th: 10 days at 2.62 on the 22nd, from the 13th on
    sent = replace(event("notice", date(2026, 2, 10), "sent", "registered_letter"), document="n")
    presented = event("notice", date(2026, 2, 14), "delivered", "registered_letter", 2)
    events = (sent, replace(presented, document="n@2026-02-12"))
    as_of = date(2026, 2, 22)
    assert claim(INVOICE, PERSON, FRENCH, events, as_of).interest == Decimal("26.20")
    reversal = replace(event("notice", date(2026, 2, 15), "reversed", "", 3), document="#1")
    found = claim(INVOICE, PERSON, FRENCH, (*events, reversal), as_of)
    assert seen(found.interest, codes(found)) == (0, ["no_notice"])


def test_a_notice_that_was_presented_and_not_fetched_bears_interest() -> None:
    sent = replace(event("notice", date(2026, 2, 10), "sent", "registered_letter"), document="n")
    presented = event("notice", date(2026, 2, 14), "delivered", "registered_letter", 2)
    back = replace(sent, number=3, day=date(2026, 3, 2), outcome="bounced")
    events = (sent, replace(presented, document="n@2026-02-12"), back)
    found = claim(INVOICE, PERSON, FRENCH, events, date(2026, 2, 22))
    assert found.interest == Decimal("26.20")
    never = claim(INVOICE, PERSON, FRENCH, (sent, back), date(2026, 3, 22))
    assert seen(never.interest, codes(never)) == (0, ["no_notice"])


def test_the_notice_of_another_item_does_not_count() -> None:
    other = replace(event("notice", date(2026, 2, 12), "delivered"), items=("FA2",))
    found = claim(INVOICE, PERSON, FRENCH, (other,), date(2026, 3, 1))
    assert codes(found) == ["no_notice"]


def test_a_contract_rate_is_not_claimed_from_a_french_consumer() -> None:
    creditor = replace(FRENCH, contract_rate=Decimal("0.15"))
    events = (event("notice", date(2026, 2, 12), "delivered"),)
    found = claim(INVOICE, PERSON, creditor, events, date(2026, 2, 22))
    assert found.interest == Decimal("26.20")


def test_a_belgian_consumer_without_a_clause_owes_nothing_for_ever() -> None:
    creditor = replace(BELGIAN, consumer_clause=False)
    events = (event("mail-1", date(2026, 2, 1), "sent"),)
    found = claim(INVOICE, BELGIAN_PERSON, creditor, events, date(2028, 1, 1))
    assert seen(found.interest, found.fee, codes(found)) == (0, 0, ["no_clause"])


def test_a_belgian_consumer_owes_nothing_before_a_first_reminder() -> None:
    found = claim(INVOICE, BELGIAN_PERSON, BELGIAN, (), date(2026, 3, 1))
    assert seen(found.interest, found.fee, codes(found)) == (0, 0, ["no_first_reminder"])


def test_an_ordinary_reminder_is_not_the_free_one() -> None:
    # Sent while they were taken for a firm; the free one then begins the 14 days: 17 February.
    ordinary = replace(
        event("mail-1", date(2026, 2, 1), "sent"), document="2026-02-01_rappel_mme-un-1f2e3d.eml"
    )
    found = claim(INVOICE, BELGIAN_PERSON, BELGIAN, (ordinary,), date(2026, 3, 1))
    assert seen(found.interest, found.fee, codes(found)) == (0, 0, ["no_first_reminder"])
    free = replace(
        event("mail-1", date(2026, 2, 2), "sent", number=2),
        document="2026-02-02_premier-rappel_mme-un-1f2e3d.eml",
    )
    both = (ordinary, free)
    waiting = claim(INVOICE, BELGIAN_PERSON, BELGIAN, both, date(2026, 2, 16))
    assert waiting.withheld[0].facts["free"] == date(2026, 2, 17)
    # 17 February alone: 36,500 at 4.5 %, 4.50 a day
    assert claim(INVOICE, BELGIAN_PERSON, BELGIAN, both, date(2026, 2, 17)).interest == 4.5


def test_a_call_is_not_a_first_reminder() -> None:
    events = (event("mail-1", date(2026, 2, 1), "sent", "phone"),)
    found = claim(INVOICE, BELGIAN_PERSON, BELGIAN, events, date(2026, 3, 1))
    assert codes(found) == ["no_first_reminder"]


def test_the_waiting_period_ends_on_its_last_day() -> None:
    # E-mail of 2 February: day 1 = 3 Feb, last day 16 Feb. 36,500 at 4.5 %: 4.50 a day.
    events = (event("mail-1", date(2026, 2, 2), "sent"),)
    waiting = claim(INVOICE, BELGIAN_PERSON, BELGIAN, events, date(2026, 2, 16))
    assert seen(waiting.interest, waiting.fee, codes(waiting)) == (0, 0, ["waiting_period"])
    assert waiting.withheld[0].facts["free"] == date(2026, 2, 17)
    over = claim(INVOICE, BELGIAN_PERSON, BELGIAN, events, date(2026, 2, 17))
    # 65 + 5 % of (36,500 - 500) = 1,865.00
    assert seen(over.interest, over.fee) == (Decimal("4.50"), Decimal("1865.00"))


def test_an_sme_dates_interest_back_once_the_waiting_period_is_over() -> None:
    sme = replace(BELGIAN, is_sme=True)
    events = (event("mail-1", date(2026, 2, 2), "sent"),)
    assert claim(INVOICE, BELGIAN_PERSON, sme, events, date(2026, 2, 16)).interest == 0
    over = claim(INVOICE, BELGIAN_PERSON, sme, events, date(2026, 2, 17))
    assert over.interest == Decimal("67.50")  # 3..17 February: 15 x 4.50


def test_what_is_paid_within_the_waiting_period_bears_no_interest_for_an_sme() -> None:
    sme = replace(BELGIAN, is_sme=True)
    events = (event("mail-1", date(2026, 2, 2), "sent"),)
    item = replace(INVOICE, paid=Decimal(18250))
    inside = (paid("18250", date(2026, 2, 16)),)
    found = claim(item, BELGIAN_PERSON, sme, events, date(2026, 2, 17), inside)
    assert found.interest == Decimal("33.75")  # 15 x 2.25
    after = (paid("18250", date(2026, 2, 17)),)
    found = claim(item, BELGIAN_PERSON, sme, events, date(2026, 2, 17), after)
    assert found.interest == Decimal("67.50")


def test_a_belgian_contract_gives_its_rate_up_to_the_cap() -> None:
    events = (event("mail-1", date(2026, 2, 2), "sent"),)
    day = date(2026, 2, 17)
    seven = replace(BELGIAN, contract_rate=Decimal("0.07"))
    assert claim(INVOICE, BELGIAN_PERSON, seven, events, day).interest == Decimal("7.00")
    twelve = replace(BELGIAN, contract_rate=Decimal("0.12"))
    assert claim(INVOICE, BELGIAN_PERSON, twelve, events, day).interest == Decimal("10.50")


def test_a_belgian_consumer_who_has_paid_owes_no_indemnity_on_nothing() -> None:
    events = (event("mail-1", date(2026, 2, 2), "sent"),)
    item = replace(INVOICE, paid=Decimal(36500))
    payments = (paid("36500", date(2026, 2, 18)),)
    found = claim(item, BELGIAN_PERSON, BELGIAN, events, date(2026, 3, 1), payments)
    assert seen(found.interest, found.fee) == (Decimal("9.00"), 0)  # 17 and 18 February


# E-mail of 2 February: the indemnity is owed from the 17th. The contract's sum, and the tier:
@pytest.mark.parametrize(
    ("amount", "percent", "least", "most", "fee"),
    [
        ("1000", "0.05", None, "25", "25.00"),  # 5 % is 50, at most 25; tier 65 + 5 % of 500 = 90
        ("1400", "0.05", None, None, "70.00"),  # tier 65 + 5 % of 900 = 110
        ("90", "0.05", None, None, "4.50"),  # tier 20
        ("500", "0.10", "50", None, "50.00"),  # tier 30 + 10 % of 350 = 65
        ("90", "0.10", "50", None, "20.00"),  # at least 50, over the tier
        ("1000", "0.20", None, None, "90.00"),  # 20 % is 200, over the tier
        ("1000", "0", None, None, "0.00"),
        ("1000", "-0.05", None, None, "0.00"),
        ("1000", None, None, None, "90.00"),  # a clause without figures is taken to give the tier
        ("1000", None, None, "25", "25.00"),
        ("1000", None, None, "500", "90.00"),
        ("1000", None, "40", None, "40.00"),  # a least alone is all that is known to be owed
        ("1000", None, "40", "60", "40.00"),
        ("90.10", "0.05", None, None, "4.51"),  # 4.505 -> 4.51, once
    ],
)
@pytest.mark.parametrize("country", ["BE", "FR"])  # whose terms a Belgian buyer has signed
def test_a_belgian_consumer_owes_what_the_clause_gives_up_to_the_tier(
    amount: str, percent: str | None, least: str | None, most: str | None, fee: str, country: str
) -> None:
    creditor = replace(
        BELGIAN,
        country=country,
        penalty_clause_percent=Decimal(percent) if percent else None,
        penalty_clause_min=Decimal(least) if least else None,
        penalty_clause_max=Decimal(most) if most else None,
    )
    events = (event("mail-1", date(2026, 2, 2), "sent"),)
    item = replace(INVOICE, amount=Decimal(amount))
    found = claim(item, BELGIAN_PERSON, creditor, events, date(2026, 2, 17))
    assert (found.regime, str(found.fee)) == ("BE-B2C", fee)
    assert "clause_reducible" not in codes(found)


@pytest.mark.parametrize(
    ("amount", "came", "day", "fee"),
    [
        ("250", "150", date(2026, 2, 5), "20.00"),  # the tier of 100
        ("250", "150", date(2026, 2, 17), "20.00"),
        ("250", "150", date(2026, 2, 18), "40.00"),  # not yet: 30 + 10 % of 100
        ("100", "100", date(2026, 2, 5), "0.00"),
    ],
)
def test_money_without_an_invoice_lowers_the_indemnity_of_a_belgian_consumer(
    amount: str, came: str, day: date, fee: str
) -> None:
    events = (event("mail-1", date(2026, 2, 2), "sent"),)
    item, lent = replace(INVOICE, amount=Decimal(amount)), (paid(came, day),)
    as_of = date(2026, 2, 17)
    found = claim(item, BELGIAN_PERSON, BELGIAN, events, as_of, unmatched=lent)
    assert (str(found.principal), str(found.fee)) == (amount, fee)


def test_the_clause_of_a_belgian_consumer_is_a_share_of_what_is_left() -> None:
    # 1,000 owed, 600 paid without a date: 5 % of 400 = 20; tier 30 + 10 % of 250 = 55
    creditor = replace(BELGIAN, penalty_clause_percent=Decimal("0.05"))
    events = (event("mail-1", date(2026, 2, 2), "sent"),)
    item = replace(INVOICE, amount=Decimal(1000), paid=Decimal(600))
    found = claim(item, BELGIAN_PERSON, creditor, events, date(2026, 2, 17))
    assert str(found.fee) == "20.00"


# Contract rates ----------------------------------------------------------------------------------


def test_a_contract_rate_replaces_that_of_the_law() -> None:
    creditor = replace(FRENCH, contract_rate=Decimal("0.10"))
    found = claim(INVOICE, FIRM, creditor, (), date(2026, 2, 10))
    assert seen(found.interest, found.fee, codes(found)) == (Decimal("100.00"), 40, [])


def test_a_contract_rate_under_the_floor_is_kept_and_reported() -> None:
    # SC15: 3 x 2.62 = 7.86 %.
    creditor = replace(FRENCH, contract_rate=Decimal("0.05"))
    found = claim(INVOICE, FIRM, creditor, (), date(2026, 2, 10))
    assert found.interest == Decimal("50.00")
    assert codes(found) == ["contract_rate_below_floor"]
    assert found.withheld[0].facts == {
        "rate": Decimal("0.05"), "floor": Decimal("0.0786"), "day": date(2026, 1, 1),
    }  # fmt: skip


def test_a_contract_rate_is_tested_in_each_semester_of_the_delay() -> None:
    # Floor 3 x 4.92 = 14.76 % in the second semester of 2024, 3 x 3.71 = 11.13 % in the next.
    creditor = replace(FRENCH, contract_rate=Decimal("0.14"))
    item = replace(INVOICE, due=date(2024, 12, 30))
    assert codes(claim(item, FIRM, creditor, (), date(2025, 2, 1))) == ["contract_rate_below_floor"]
    item = replace(INVOICE, due=date(2024, 12, 31))
    assert codes(claim(item, FIRM, creditor, (), date(2025, 2, 1))) == []


def test_a_floor_that_is_not_on_record_is_said() -> None:
    creditor = replace(FRENCH, contract_rate=Decimal("0.15"))
    found = claim(INVOICE, FIRM, creditor, (), date(2026, 8, 1))
    assert codes(found) == ["floor_unknown"]
    # 150 days of the first semester and 32 of the second at 15.00 a day.
    assert found.interest == Decimal("2730.00")


@pytest.mark.parametrize(
    ("debtor", "regime", "interest"),
    [
        (Debtor("C1", kind="public"), "", "101.50"),  # 10.15 %
        (FIRM, "BE-B2B", "105.00"),  # 10.5 %: the contract is a French one
    ],
)
def test_a_contract_rate_holds_between_firms_of_its_own_law(
    debtor: Debtor, regime: str, interest: str
) -> None:
    creditor = replace(FRENCH, contract_rate=Decimal("0.20"))
    item = replace(INVOICE, regime=regime)
    found = claim(item, debtor, creditor, (), date(2026, 2, 10))
    assert found.interest == Decimal(interest)


def test_a_negative_contract_rate_is_no_rate() -> None:
    creditor = replace(FRENCH, contract_rate=Decimal("-0.10"))
    assert claim(INVOICE, FIRM, creditor, (), date(2026, 2, 10)).interest == Decimal("121.50")


# Unknown rates -----------------------------------------------------------------------------------


def test_interest_stops_where_the_record_ends() -> None:
    item = replace(INVOICE, due=date(2026, 12, 21))
    found = claim(item, FIRM, FRENCH, (), date(2027, 2, 1))
    assert found.interest == Decimal("124.00")  # 22..31 December: 10 x 12.40
    assert seen(found.last_day, found.fee) == (date(2026, 12, 31), 40)
    (reason,) = found.withheld
    assert reason.code == "rate_unknown"
    assert reason.facts["day"] == date(2027, 1, 1)
    assert reason.facts["known_until"] == date(2026, 12, 31)


def test_without_any_known_day_interest_is_nil_and_the_fee_stays() -> None:
    item = replace(INVOICE, due=date(2026, 12, 31))
    found = claim(item, FIRM, FRENCH, (), date(2027, 2, 1))
    assert seen(found.interest, found.fee, found.last_day) == (0, 40, None)
    assert found.withheld[0].facts["known_until"] is None


def test_a_part_payment_in_unknown_days_leaves_the_known_ones() -> None:
    # Interest first: the 124.00 that are known are settled, the other 876.00 are principal.
    item = replace(INVOICE, due=date(2026, 12, 21), paid=Decimal(1000))
    payments = (paid("1000", date(2027, 1, 15)),)
    creditor = replace(FRENCH, allocation="interest")
    found = claim(item, FIRM, creditor, (), date(2027, 2, 1), payments)
    assert seen(found.principal, found.interest) == (Decimal("35624.00"), 0)
    assert codes(found) == ["rate_unknown"]


def test_the_user_s_own_rate_goes_beyond_the_record() -> None:
    rates = rates_from_text("fr_b2b_rate@2027-01-01=0.12")
    item = replace(INVOICE, due=date(2026, 12, 31))
    found = claim(item, FIRM, FRENCH, (), date(2027, 1, 10), rates=rates)
    assert seen(found.interest, codes(found)) == (Decimal("120.00"), [])


# Insolvency --------------------------------------------------------------------------------------


def insolvent(opened: date | None, kind: str = "redressement") -> Debtor:
    return replace(FIRM, procedure=Procedure(kind, opened))


def test_interest_stops_on_the_eve_of_the_opening_and_a_late_item_keeps_its_fee() -> None:
    found = claim(INVOICE, insolvent(date(2026, 2, 11)), FRENCH, (), date(2026, 6, 1))
    assert seen(found.interest, found.fee) == (Decimal("121.50"), 40)  # 1..10 February
    assert found.last_day == date(2026, 2, 10)
    assert codes(found) == ["interest_stopped"]


@pytest.mark.parametrize(
    ("opened", "fee"),
    [
        (date(2026, 1, 15), "0.00"),
        (DUE, "0.00"),  # payment at the due date is forbidden
        (date(2026, 2, 1), "40.00"),  # the due date has passed
    ],
)
def test_the_fee_is_lost_when_the_opening_forbids_payment_at_the_due_date(
    opened: date, fee: str
) -> None:
    found = claim(INVOICE, insolvent(opened), FRENCH, (), date(2026, 6, 1))
    assert (str(found.interest), str(found.fee)) == ("0.00", fee)
    assert ("fee_lost" in codes(found)) is (fee == "0.00")


def test_a_procedure_that_opens_later_stops_nothing_yet() -> None:
    found = claim(INVOICE, insolvent(date(2026, 2, 11)), FRENCH, (), date(2026, 2, 10))
    assert seen(found.interest, codes(found)) == (Decimal("121.50"), [])


def test_a_debt_born_after_the_opening_is_payable() -> None:
    item = replace(INVOICE, performed_on=date(2026, 1, 10), issued=date(2026, 1, 5))
    assert codes(claim(item, insolvent(date(2026, 1, 10)), FRENCH, (), date(2026, 2, 10))) == []
    issued = replace(INVOICE, issued=date(2026, 1, 10))
    assert codes(claim(issued, insolvent(date(2026, 1, 10)), FRENCH, (), date(2026, 2, 10))) == []
    before = claim(issued, insolvent(date(2026, 1, 11)), FRENCH, (), date(2026, 2, 10))
    assert codes(before) == ["interest_stopped", "fee_lost"]


def test_a_procedure_without_a_day_lets_nothing_be_claimed() -> None:
    found = claim(INVOICE, insolvent(None), FRENCH, (), date(2026, 6, 1))
    assert seen(found.interest, found.fee, codes(found)) == (0, 0, ["procedure_undated"])
    item = replace(INVOICE, status="insolvent")
    found = claim(item, FIRM, FRENCH, (), date(2026, 6, 1))
    assert seen(found.interest, found.fee, codes(found)) == (0, 0, ["procedure_undated"])


@pytest.mark.parametrize("kind", ["conciliation", "mandat_ad_hoc"])
def test_a_confidential_procedure_shows_in_no_figure_and_no_reason(kind: str) -> None:
    debtor = insolvent(date(2026, 2, 5), kind)
    found = claim(INVOICE, debtor, FRENCH, (), date(2026, 2, 10))
    assert seen(found.interest, found.fee, found.withheld) == (Decimal("121.50"), 40, ())
    marked = claim(replace(INVOICE, status="insolvent"), debtor, FRENCH, (), date(2026, 2, 10))
    assert marked.withheld[0].facts["kind"] == ""


# Fees, extensions, indicative regimes ------------------------------------------------------------


def test_the_fee_is_never_claimed_in_another_currency() -> None:
    item = replace(INVOICE, currency="USD")
    found = claim(item, FIRM, FRENCH, (), date(2026, 2, 10))
    assert seen(found.interest, found.fee) == (Decimal("121.50"), 0)
    assert codes(found) == ["fee_other_currency"]
    assert found.withheld[0].facts["fee_in"] == "EUR"


def test_the_fee_is_whole_after_a_part_payment() -> None:
    item = replace(INVOICE, paid=Decimal("36499.99"))
    assert claim(item, FIRM, FRENCH, (), date(2026, 2, 10)).fee == 40


def test_an_extension_that_suspends_lets_interest_wait() -> None:
    item = replace(INVOICE, extended_to=date(2026, 2, 28), extension_suspends=True)
    waiting = claim(item, FIRM, FRENCH, (), date(2026, 2, 28))
    assert seen(waiting.interest, waiting.fee, codes(waiting)) == (0, 0, ["extended"])
    over = claim(item, FIRM, FRENCH, (), date(2026, 3, 1))
    assert seen(over.interest, over.fee) == (Decimal("12.15"), 40)


def test_an_extension_that_says_nothing_lets_interest_run_but_not_the_fee() -> None:
    item = replace(INVOICE, extended_to=date(2026, 2, 28))
    waiting = claim(item, FIRM, FRENCH, (), date(2026, 2, 28))
    assert seen(waiting.interest, waiting.fee) == (Decimal("340.20"), 0)  # 28 x 12.15
    assert claim(item, FIRM, FRENCH, (), date(2026, 3, 1)).fee == 40


def test_an_extension_moves_the_start_for_a_consumer() -> None:
    item = replace(INVOICE, extended_to=date(2026, 2, 28))
    events = (event("notice", date(2026, 2, 12), "delivered"),)
    found = claim(item, PERSON, FRENCH, events, date(2026, 3, 10))
    assert found.first_day == date(2026, 3, 1)


def test_an_indicative_regime_is_shown_and_marked_until_ticked() -> None:
    german = Creditor(country="DE")
    found = claim(INVOICE, FIRM, german, (), date(2026, 2, 10))
    assert found.interest > 0
    assert codes(found) == ["indicative"]
    ticked = replace(german, confirmed_facts=("DE-B2B",))
    assert codes(claim(INVOICE, FIRM, ticked, (), date(2026, 2, 10))) == []


def test_a_sum_from_memory_is_shown_and_marked_until_ticked() -> None:
    luxembourg = Creditor(country="LU")
    found = claim(INVOICE, FIRM, luxembourg, (), date(2026, 2, 10))
    assert seen(found.regime, found.fee, codes(found)) == ("LU-B2B", 40, ["unconfirmed"])
    for name in ("lu_recovery_fee", "LU-B2B"):
        ticked = replace(luxembourg, confirmed_facts=(name,))
        assert codes(claim(INVOICE, FIRM, ticked, (), date(2026, 2, 10))) == []


def test_a_fee_in_pounds_needs_a_claim_in_pounds() -> None:
    british = Creditor(country="GB", confirmed_facts=("UK-B2B",))
    pounds = claim(replace(INVOICE, currency="GBP"), FIRM, british, (), date(2026, 2, 10))
    assert seen(pounds.fee, codes(pounds)) == (100, [])
    euros = claim(INVOICE, FIRM, british, (), date(2026, 2, 10))
    assert seen(euros.fee, codes(euros)) == (0, ["fee_other_currency"])


def test_vat_is_never_computed_on_interest() -> None:
    # TP29: late interest is outside the VAT base.
    item = replace(INVOICE, vat=Decimal(6500))
    found = claim(item, FIRM, BELGIAN, (), date(2026, 2, 10))
    assert found.total == 36500 + Decimal("105.00") + 40


# Whatever the record says ------------------------------------------------------------------------

DAYS = st.dates(date(2000, 1, 1), date(2061, 12, 31))
CENTS = st.integers(-(10**10), 10**10).map(lambda cents: Decimal(cents).scaleb(-2))
COUNTRIES = st.sampled_from(["", "FR", "BE", "LU", "DE", "NL", "ES", "IT", "GB", "CH", "PT"])
ITEMS = st.builds(
    Receivable,
    number=st.just("FA1"),
    debtor=st.just("C1"),
    kind=st.sampled_from(ITEM_KINDS),
    issued=st.none() | DAYS,
    performed_on=st.none() | DAYS,
    due=st.none() | DAYS,
    extended_to=st.none() | DAYS,
    extension_suspends=st.booleans(),
    due_is_estimated=st.booleans(),
    amount=CENTS,
    paid=CENTS,
    currency=st.sampled_from(["EUR", "GBP", ""]),
    status=st.sampled_from(STATUSES),
    regime=st.sampled_from(["", "XX", *REGIMES]),
)
DEBTORS = st.builds(
    Debtor,
    code=st.just("C1"),
    kind=st.sampled_from(["", "business", "consumer", "public", "other"]),
    country=COUNTRIES,
    procedure=st.builds(
        Procedure,
        kind=st.sampled_from(["", "redressement", "faillite", "conciliation"]),
        opened_on=st.none() | DAYS,
    ),
)
CREDITORS = st.builds(
    Creditor,
    country=COUNTRIES,
    contract_rate=st.none() | st.decimals(-1, 1, places=3),
    consumer_clause=st.booleans(),
    is_sme=st.booleans(),
    allocation=st.sampled_from(["principal", "interest"]),
)
EVENTS = st.lists(
    st.builds(
        Event,
        number=st.integers(1, 9),
        day=DAYS,
        debtor=st.just("C1"),
        items=st.sampled_from([("FA1",), ()]),
        step=st.sampled_from(["mail-1", "notice", ""]),
        channel=st.sampled_from(["", "email", "letter", "phone"]),
        outcome=st.sampled_from(OUTCOMES),
        document=st.sampled_from(["", "#1", "d"]),
    ),
    max_size=3,
)
PAYMENTS = st.lists(
    st.builds(
        Payment,
        debtor=st.just("C1"),
        amount=CENTS,
        value_date=DAYS,
        invoice=st.sampled_from(["FA1", "FA2", ""]),
    ),
    max_size=4,
)


@settings(max_examples=300, deadline=None)
@given(ITEMS, DEBTORS, CREDITORS, EVENTS, DAYS, PAYMENTS)
def test_a_claim_always_answers_and_its_amounts_hold(
    item: Receivable,
    debtor: Debtor,
    creditor: Creditor,
    events: list[Event],
    as_of: date,
    payments: list[Payment],
) -> None:
    found = claim(item, debtor, creditor, events, as_of, payments, with_segments=True)
    assert found.interest >= 0
    assert found.fee >= 0
    assert seen(found.interest, found.fee) == (round_cents(found.interest), round_cents(found.fee))
    assert found.total == found.principal + found.interest + found.fee
    if creditor.allocation == "principal":
        assert found.principal == item.open
    if found.first_day and found.last_day:
        assert found.first_day <= found.last_day <= as_of
    again = claim(item, debtor, creditor, events, as_of, payments)
    assert again == replace(found, segments=())


@settings(deadline=None)
@given(st.integers(1, 10**9), st.dates(date(2016, 1, 1), date(2026, 11, 30)), st.integers(0, 900))
def test_one_more_day_never_owes_less(cents: int, due: date, days: int) -> None:
    item = Receivable("FA1", "C1", due=due, amount=Decimal(cents).scaleb(-2))
    as_of = due + timedelta(days=days)
    today = claim(item, FIRM, FRENCH, (), as_of)
    tomorrow = claim(item, FIRM, FRENCH, (), as_of + timedelta(days=1))
    assert tomorrow.total >= today.total


@settings(deadline=None)
@given(st.integers(2, 10**9), st.integers(0, 700), st.integers(1, 100))
def test_both_allocations_of_a_payment_leave_interest_first_the_dearer(
    cents: int, days: int, percent: int
) -> None:
    # Principal first: less is left to bear interest afterwards.
    due = date(2024, 1, 31)
    part = max(1, cents * percent // 101)
    item = Receivable("FA1", "C1", due=due, amount=Decimal(cents).scaleb(-2),
                      paid=Decimal(part).scaleb(-2))  # fmt: skip
    payments = (Payment("C1", item.paid, due + timedelta(days=days), "FA1"),)
    as_of = date(2026, 6, 30)
    plain = claim(item, FIRM, FRENCH, (), as_of, payments)
    first = claim(item, FIRM, replace(FRENCH, allocation="interest"), (), as_of, payments)
    assert first.total >= plain.total


@pytest.mark.parametrize(
    ("percent", "least", "most", "fee"),
    [
        (None, None, None, "40.00"),
        ("0.10", None, None, "3650.00"),  # 10 % of 36,500, instead of the 40 euros
        ("0.10", None, "2000", "2000.00"),
        ("0.0001", None, None, "40.00"),  # 3.65 is less than the law's own sum
        ("0.0001", "75", None, "75.00"),
    ],
)
def test_a_belgian_penalty_clause_stands_instead_of_the_fixed_sum(
    percent: str | None, least: str | None, most: str | None, fee: str
) -> None:
    creditor = replace(
        BELGIAN,
        penalty_clause_percent=Decimal(percent) if percent else None,
        penalty_clause_min=Decimal(least) if least else None,
        penalty_clause_max=Decimal(most) if most else None,
    )
    found = claim(INVOICE, FIRM, creditor, (), date(2026, 2, 10))
    assert str(found.fee) == fee
    assert ("clause_reducible" in codes(found)) == (fee != "40.00")


# 36,500.00 due on 31 January, clause of 10 %: 3,650.00 on the whole, 100.00 on 1,000.00.
@pytest.mark.parametrize(
    ("settled", "payments", "fee"),
    [
        ("35500", [paid("35500", date(2026, 1, 30))], "100.00"),
        ("35500", [paid("35500", DUE)], "100.00"),  # the due date itself is in time
        ("35500", [paid("35500", date(2026, 2, 1))], "3650.00"),  # it was unpaid when it fell due
        ("35500", [], "100.00"),  # a payment without a date counts from the start
        # 35,500 in time, 400 late, 600 still open: 10 % of 1,000
        ("35900", [paid("35500", DUE), paid("400", date(2026, 2, 5))], "100.00"),
        ("36500", [paid("35500", DUE), paid("1000", date(2026, 2, 5))], "100.00"),
        # 10 % of 300 is less than the law's own 40 euros
        ("36200", [paid("36200", DUE)], "40.00"),
        ("36500", [paid("36500", DUE)], "0.00"),
    ],
)
def test_a_belgian_penalty_clause_is_a_share_of_what_was_unpaid_when_it_fell_due(
    settled: str, payments: list[Payment], fee: str
) -> None:
    creditor = replace(BELGIAN, penalty_clause_percent=Decimal("0.10"))
    item = replace(INVOICE, paid=Decimal(settled))
    assert str(claim(item, FIRM, creditor, (), date(2026, 2, 10), payments).fee) == fee


def test_a_credit_that_came_by_the_due_date_lowers_the_clause_unmatched_too() -> None:
    creditor = replace(BELGIAN, penalty_clause_percent=Decimal("0.10"))

    def fee(day: date) -> str:
        lent = (paid("35500", day),)
        return str(claim(INVOICE, FIRM, creditor, (), date(2026, 2, 10), unmatched=lent).fee)

    # 10 % of 36,500 - 35,500; the day after, of the whole
    assert (fee(DUE), fee(date(2026, 2, 1))) == ("100.00", "3650.00")


def test_an_invoice_paid_late_in_part_is_not_saved_by_a_credit_for_the_rest() -> None:
    # 35,500 came on 5 February; the 1,000 of a credit were there in time.
    item = replace(INVOICE, paid=Decimal(35500))
    payments, lent = (paid("35500", date(2026, 2, 5)),), (paid("1000", date(2026, 1, 20)),)
    found = claim(item, FIRM, FRENCH, (), date(2026, 2, 10), payments, unmatched=lent)
    assert str(found.fee) == "40.00"


def test_a_french_firm_keeps_its_forty_euros_whatever_the_clause() -> None:
    creditor = replace(FRENCH, penalty_clause_percent=Decimal("0.10"))
    assert str(claim(INVOICE, FIRM, creditor, (), date(2026, 2, 10)).fee) == "40.00"
