"""Whole cases with figures computed by hand: what is claimed, from whom, on which day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from relance.core.claim import claim
from relance.core.index import index_of, interest_cents
from relance.core.law import series
from relance.core.records import (
    Claim,
    Creditor,
    Debtor,
    Event,
    Payment,
    Procedure,
    Receivable,
)
from relance.core.regimes import get

FIRM = Debtor("C1", kind="business")
PERSON = Debtor("C1", kind="consumer", country="FR")
BELGIAN_PERSON = Debtor("C1", kind="consumer", country="BE")
FRENCH = Creditor(country="FR")
BELGIAN = Creditor(country="BE", consumer_clause=True, is_sme=False)


def invoice(amount: str, due: date, paid: str = "0") -> Receivable:
    return Receivable("FA1", "C1", due=due, amount=Decimal(amount), paid=Decimal(paid))


def asked(found: Claim) -> tuple[str, str, str]:
    """Interest, fee and total as a letter prints them."""
    return f"{found.interest:.2f}", f"{found.fee:.2f}", f"{found.total:.2f}"


def reminder(day: date, channel: str = "email") -> Event:
    return Event(1, day, "C1", ("FA1",), "mail-1", channel, "out", "sent")  # type: ignore[arg-type]


# France, between firms ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "due", "as_of", "expected"),
    [
        # SC01: 12,000 x 12.15 % x 74 / 365 = 295.594521
        ("12000", "2026-01-31", "2026-04-15", ("295.59", "40.00", "12335.59")),
        # SC03: 118.904110 + 723.013699 + 718.356164 + 652.095890 + 306.246575 = 2518.616438
        ("10000", "2023-11-30", "2025-09-30", ("2518.62", "40.00", "12558.62")),
        # SC05: 10,000 x 13.15 % x 2 / 365 = 7.205479; both days are in 2025
        ("10000", "2024-12-31", "2025-01-02", ("7.21", "40.00", "10047.21")),
        # SC07: not late
        ("5000", "2026-03-31", "2026-03-31", ("0.00", "0.00", "5000.00")),
        # SC09: 25,000 x 12.4 % x 83 / 365 = 704.931507
        ("25000", "2026-08-31", "2026-11-22", ("704.93", "40.00", "25744.93")),
    ],
)
def test_a_french_firm_owes_the_rate_of_each_semester(
    amount: str, due: str, as_of: str, expected: tuple[str, str, str]
) -> None:
    item = invoice(amount, date.fromisoformat(due))
    found = claim(item, FIRM, FRENCH, (), date.fromisoformat(as_of))
    assert asked(found) == expected


def test_one_day_over_a_semester_bears_the_new_rate() -> None:
    # Due 30 June, paid 1 July: one day at 12.40 %: 36,500 x 12.4 % / 365 = 12.40.
    found = claim(invoice("36500", date(2026, 6, 30)), FIRM, FRENCH, (), date(2026, 7, 1))
    assert found.interest == Decimal("12.40")


def test_an_invoice_paid_two_days_late_still_owes_a_penalty_note() -> None:
    # SC05 once the money has come: the interest of two days and the 40 euros, no principal.
    item = invoice("10000", date(2024, 12, 31), paid="10000")
    payments = (Payment("C1", Decimal(10000), date(2025, 1, 2), "FA1"),)
    found = claim(item, FIRM, FRENCH, (), date(2026, 11, 22), payments)
    assert asked(found) == ("7.21", "40.00", "47.21")


def test_an_invoice_paid_on_its_due_date_owes_nothing_whatever_the_pages_say() -> None:
    # SC07, and the published error "40 EUR added although not late".
    item = invoice("5000", date(2026, 3, 31), paid="5000")
    payments = (Payment("C1", Decimal(5000), date(2026, 3, 31), "FA1"),)
    assert asked(claim(item, FIRM, FRENCH, (), date(2026, 11, 22), payments)) == (
        "0.00", "0.00", "0.00",
    )  # fmt: skip


def test_a_part_payment_goes_to_the_principal_by_default() -> None:
    # SC10: 10,000 x 12.15 % x 59 / 365 = 196.397260; 6,000 x 12.15 % x 61 / 365 = 121.832877.
    item = invoice("10000", date(2026, 1, 31), paid="4000")
    payments = (Payment("C1", Decimal(4000), date(2026, 3, 31), "FA1"),)
    found = claim(item, FIRM, FRENCH, (), date(2026, 5, 31), payments)
    assert found.principal == Decimal(6000)
    assert asked(found) == ("318.23", "40.00", "6358.23")


def test_a_part_payment_goes_to_the_interest_first_when_so_chosen() -> None:
    # SC11: 4,000 - 196.40 = 3,803.60; 6,196.40 x 12.15 % x 61 / 365 = 125.820873.
    creditor = replace(FRENCH, allocation="interest")
    item = invoice("10000", date(2026, 1, 31), paid="4000")
    payments = (Payment("C1", Decimal(4000), date(2026, 3, 31), "FA1"),)
    found = claim(item, FIRM, creditor, (), date(2026, 5, 31), payments)
    assert found.principal == Decimal("6196.40")
    assert asked(found) == ("125.82", "40.00", "6362.22")


def test_forty_euros_an_invoice_and_none_for_what_insolvency_forbade_to_pay() -> None:
    # SC13: three invoices; the opening comes before their due date in the second case.
    items = [invoice("1000", date(2026, 3, 31)) for _ in range(3)]
    opened = replace(FIRM, procedure=Procedure("redressement", date(2026, 3, 15)))
    as_of = date(2026, 6, 30)
    assert sum(claim(item, FIRM, FRENCH, (), as_of).fee for item in items) == 120
    assert sum(claim(item, opened, FRENCH, (), as_of).fee for item in items) == 0


def test_a_contract_rate_of_five_percent_is_under_the_floor() -> None:
    # SC15: 3 x 2.62 = 7.86 % in the first semester of 2026.
    creditor = replace(FRENCH, contract_rate=Decimal("0.05"))
    found = claim(invoice("1000", date(2026, 1, 31)), FIRM, creditor, (), date(2026, 6, 30))
    (reason,) = found.withheld
    assert (reason.code, reason.facts["floor"]) == ("contract_rate_below_floor", Decimal("0.0786"))


def test_the_floor_never_raises_the_rate_of_the_law() -> None:
    # SC17: in the second semester of 2024 the floor (14.76 %) is over the default (14.25 %).
    found = claim(invoice("36500", date(2024, 7, 31)), FIRM, FRENCH, (), date(2024, 8, 1))
    assert found.interest == Decimal("14.25")
    assert found.withheld == ()


def test_a_private_creditor_has_the_other_column_of_the_legal_rate() -> None:
    # SC19: 1,500 x 7.21 % x 121 / 365 + 1,500 x 6.65 % x 123 / 365 = 35.852466 + 33.614384.
    weights = index_of(series("fr_legal_individual"))
    weight = weights.weight(date(2025, 3, 2).toordinal(), date(2025, 10, 31).toordinal())
    assert interest_cents(150_000, weight) == 6947


def test_a_letter_of_the_new_year_says_until_when_its_interest_runs() -> None:
    # End of the record: 10,000 x 12.4 % x 31 / 365 = 105.315068, to 31 December 2026.
    found = claim(invoice("10000", date(2026, 11, 30)), FIRM, FRENCH, (), date(2027, 1, 1))
    assert asked(found) == ("105.32", "40.00", "10145.32")
    assert found.last_day == date(2026, 12, 31)
    (reason,) = found.withheld
    assert reason.code == "rate_unknown"
    assert reason.facts["name"] == "fr_b2b_rate"
    assert reason.facts["known_until"] == date(2026, 12, 31)


def test_mixed_levels_each_item_has_its_own_amounts() -> None:
    # Mon 23 Nov 2026: 3,000 x 12.4 % x 54 / 365 = 55.035616. B, due on the 20th, is late too;
    # whether it is demanded is the decision's business.
    late = claim(invoice("3000", date(2026, 9, 30)), FIRM, FRENCH, (), date(2026, 11, 23))
    assert asked(late) == ("55.04", "40.00", "3095.04")


@pytest.mark.parametrize(("suspends", "interest"), [(False, "121.17"), (True, "39.95")])
def test_an_extension_says_whether_interest_runs_meanwhile(suspends: bool, interest: str) -> None:
    # 4,000 x 12.15 % x 91 / 365 = 121.167123; from 1 June, 30 days: 39.945205.
    item = replace(
        invoice("4000", date(2026, 3, 31)),
        extended_to=date(2026, 5, 31),
        extension_suspends=suspends,
    )
    found = claim(item, FIRM, FRENCH, (), date(2026, 6, 30))
    assert f"{found.interest:.2f}" == interest
    assert found.fee == 40


# France, consumers -------------------------------------------------------------------------------


PRESENTED = Event(
    1, date(2026, 5, 4), "C1", ("FA1",), "notice", "registered_letter", "out", "delivered"
)


def test_a_french_consumer_owes_57_days_after_the_presentation() -> None:
    # 1,200 x 2.62 % x 57 / 365 = 4.909808; not 7.84 (from the due date) nor 12.50 (6.67 %).
    item = invoice("1200", date(2026, 3, 31))
    found = claim(item, PERSON, FRENCH, (PRESENTED,), date(2026, 6, 30))
    assert asked(found) == ("4.91", "0.00", "1204.91")
    assert found.withheld == ()


def test_a_french_consumer_owes_the_principal_alone_before_the_notice() -> None:
    item = invoice("1200", date(2026, 3, 31))
    found = claim(item, PERSON, FRENCH, (PRESENTED,), date(2026, 5, 3))
    assert asked(found) == ("0.00", "0.00", "1200.00")
    assert [reason.code for reason in found.withheld] == ["no_notice"]


def test_a_notice_under_an_unknown_legal_rate_is_written_without_a_figure() -> None:
    presented = replace(PRESENTED, day=date(2026, 11, 12))
    item = invoice("1200", date(2026, 3, 31))
    found = claim(item, PERSON, FRENCH, (presented,), date(2026, 11, 23))
    assert asked(found) == ("0.00", "0.00", "1200.00")
    (reason,) = found.withheld
    assert reason.facts["name"] == "fr_legal_other"
    assert (reason.code, reason.facts["known_until"]) == ("rate_unknown", None)


# Belgium, consumers ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("posted", "day_one", "last_day", "from_"),
    [
        # Mon 9 Nov 2026: Tue 10, Wed 11 is a holiday, Thu 12, Fri 13 = third worked day.
        ("2026-11-09", "2026-11-13", "2026-11-26", "2026-11-27"),
        # Fri 30 Oct 2026: Mon 2, Tue 3, Wed 4.
        ("2026-10-30", "2026-11-04", "2026-11-17", "2026-11-18"),
    ],
)
def test_a_posted_reminder_opens_14_days_from_the_third_worked_day(
    posted: str, day_one: str, last_day: str, from_: str
) -> None:
    assert (date.fromisoformat(last_day) - date.fromisoformat(day_one)).days == 13
    item = invoice("820", date(2026, 9, 30))
    events = (reminder(date.fromisoformat(posted), "letter"),)
    waiting = claim(item, BELGIAN_PERSON, BELGIAN, events, date.fromisoformat(last_day))
    assert asked(waiting) == ("0.00", "0.00", "820.00")
    over = claim(item, BELGIAN_PERSON, BELGIAN, events, date.fromisoformat(from_))
    assert over.fee == Decimal("81.00")  # 65 + 5 % x (820 - 500)
    assert over.first_day == date.fromisoformat(from_)


def test_an_e_mail_opens_14_days_from_the_day_after() -> None:
    # SC25: sent 2 November, day 1 = 3 November, last day 16, claims from 17.
    regime = get("BE-B2C")
    assert regime.fee_from(date(2026, 11, 2), "email") == date(2026, 11, 17)
    item = invoice("400", date(2026, 9, 30))
    events = (reminder(date(2026, 11, 2)),)
    waiting = claim(item, BELGIAN_PERSON, BELGIAN, events, date(2026, 11, 16))
    assert waiting.withheld[0].facts["free"] == date(2026, 11, 17)


def test_without_a_clause_a_belgian_consumer_owes_no_indemnity_for_ever() -> None:
    creditor = replace(BELGIAN, consumer_clause=False)
    events = (reminder(date(2026, 11, 9), "letter"),)
    found = claim(invoice("820", date(2026, 9, 30)), BELGIAN_PERSON, creditor, events,
                  date(2027, 6, 30))  # fmt: skip
    assert asked(found) == ("0.00", "0.00", "820.00")


@pytest.mark.parametrize(
    ("is_sme", "first_day", "interest"),
    [
        (True, date(2026, 11, 3), "6.79"),  # 400 x 10.5 % x 59 / 365 = 6.789041
        (False, date(2026, 11, 17), "5.18"),  # 400 x 10.5 % x 45 / 365 = 5.178082
    ],
)
def test_an_sme_starts_earlier_than_a_large_company(
    is_sme: bool, first_day: date, interest: str
) -> None:
    # SC27: the clause is at the legal cap, 10.5 %; indemnity 30 + 10 % x (400 - 150) = 55.
    creditor = replace(BELGIAN, is_sme=is_sme, contract_rate=Decimal("0.105"))
    events = (reminder(date(2026, 11, 2)),)
    item = invoice("400", date(2026, 9, 30))
    found = claim(item, BELGIAN_PERSON, creditor, events, date(2026, 12, 31))
    assert (found.first_day, f"{found.interest:.2f}") == (first_day, interest)
    assert found.fee == 55


@pytest.mark.parametrize(
    ("balance", "indemnity"),
    [
        ("0.01", "20.00"),
        ("150.00", "20.00"),
        ("150.01", "30.00"),
        ("215.00", "36.50"),  # TP13: 30 + 10 % x 65
        ("500.00", "65.00"),
        ("500.01", "65.00"),
        ("820.00", "81.00"),
        ("39200.00", "2000.00"),
        ("100000.00", "2000.00"),  # capped
    ],
)
def test_the_indemnity_of_a_belgian_consumer_has_three_tiers(balance: str, indemnity: str) -> None:
    events = (reminder(date(2026, 10, 5)),)
    item = invoice(balance, date(2026, 9, 30))
    found = claim(item, BELGIAN_PERSON, BELGIAN, events, date(2026, 11, 23))
    assert f"{found.fee:.2f}" == indemnity


def test_late_interest_is_outside_the_base_of_belgian_vat() -> None:
    # TP29: works 100.00, VAT 21.00: the claim is 121.00 + interest + 40, with no VAT on either.
    item = replace(invoice("121", date(2026, 1, 31)), vat=Decimal(21))
    found = claim(item, FIRM, BELGIAN, (), date(2026, 6, 30))
    # 121 x 10.5 % x 150 / 365 = 5.221233
    assert asked(found) == ("5.22", "40.00", "166.22")


def test_a_belgian_firm_owes_the_rate_of_the_semester_in_a_leap_year_too() -> None:
    # SC23: 7,300 x 12.5 % x 60 / 365 = 150.00.
    found = claim(invoice("7300", date(2024, 1, 31)), FIRM, BELGIAN, (), date(2024, 3, 31))
    assert asked(found) == ("150.00", "40.00", "7490.00")
