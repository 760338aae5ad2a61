"""French regimes: between businesses, from consumers, from public buyers."""

from datetime import date
from decimal import Decimal

import pytest

from relance.core.errors import UnknownValueError
from relance.core.law import rates_from_text
from relance.core.regimes import get

B2B, B2C, PUB = get("FR-B2B"), get("FR-B2C"), get("FR-PUB")


@pytest.mark.parametrize(
    ("day", "rate"),
    [
        ("2013-01-01", "0.1075"),
        ("2024-02-29", "0.145"),
        ("2026-06-30", "0.1215"),
        ("2026-07-01", "0.124"),
        ("2026-12-31", "0.124"),
    ],
)
def test_between_businesses_the_rate_is_that_of_the_semester(day: str, rate: str) -> None:
    assert B2B.rate(date.fromisoformat(day)) == Decimal(rate)


@pytest.mark.parametrize("day", [date(2012, 12, 31), date(2027, 1, 1)])
def test_between_businesses_no_rate_is_guessed_outside_the_record(day: date) -> None:
    with pytest.raises(UnknownValueError):
        B2B.rate(day)
    with pytest.raises(UnknownValueError):
        B2B.interest_cents(1_000_00, day, day)


def test_a_delay_over_a_change_of_semester_bears_both_rates() -> None:
    # 36,500.00 a day: at 12.15 % 12.15, at 12.40 % 12.40
    assert B2B.interest_cents(3_650_000, date(2026, 6, 30), date(2026, 6, 30)) == 12_15
    assert B2B.interest_cents(3_650_000, date(2026, 7, 1), date(2026, 7, 1)) == 12_40
    assert B2B.interest_cents(3_650_000, date(2026, 6, 30), date(2026, 7, 1)) == 24_55


def test_29_february_bears_interest_over_365() -> None:
    # 3,650.00 at 14.5 % = 1.45 a day: 28 and 29 February, 1 March
    assert B2B.interest_cents(365_000, date(2024, 2, 28), date(2024, 3, 1)) == 4_35


def test_until_the_end_of_the_record() -> None:
    # 10,000 due 30 Nov 2026: 31 days at 12.40 % = 105.3151
    assert B2B.interest_cents(1_000_000, date(2026, 12, 1), date(2026, 12, 31)) == 105_32
    assert B2B.known_until == date(2026, 12, 31)


def test_with_the_users_rate_the_delay_goes_on() -> None:
    own = get("FR-B2B", rates_from_text("eu_semester_mro@2027-01-01=0.0265"))
    # 36,500.00: 12.40 on 31 December, 12.65 on 1 January
    assert own.interest_cents(3_650_000, date(2026, 12, 31), date(2027, 1, 1)) == 25_05


def test_an_extension_does_not_stop_interest_unless_the_letter_said_so() -> None:
    # 4,000 due 31 Mar, as of 30 Jun 2026 at 12.15 %: 91 days 121.167; from 1 June 30 days 39.945
    assert B2B.interest_cents(400_000, date(2026, 4, 1), date(2026, 6, 30)) == 121_17
    assert B2B.interest_cents(400_000, date(2026, 6, 1), date(2026, 6, 30)) == 39_95


def test_a_notice_at_mixed_levels() -> None:
    # 3,000 due 30 Sep 2026, as of 23 Nov: 54 days at 12.40 % = 55.0356
    assert B2B.interest_cents(300_000, date(2026, 10, 1), date(2026, 11, 23)) == 55_04


def test_between_businesses_40_euros_an_invoice_whatever_its_amount() -> None:
    assert [B2B.fee_cents(cents, clause=False) for cents in (1, 100_00, 9_999_99)] == [40_00] * 3


def test_between_businesses_nothing_waits_for_a_message() -> None:
    assert B2B.claim_from(date(2026, 5, 4), "letter") is None
    assert B2B.fee_from(date(2026, 5, 4), "letter") is None


def test_the_floor_of_contracts_is_unknown_when_the_legal_rate_is() -> None:
    assert B2B.floor_rate(date(2026, 6, 30)) == Decimal("0.0786")
    with pytest.raises(UnknownValueError) as refused:
        B2B.floor_rate(date(2026, 7, 1))
    assert refused.value.facts["name"] == "fr_legal_other"
    own = get("FR-B2B", rates_from_text("fr_legal_other@2026-07-01=0.0275"))
    assert own.floor_rate(date(2026, 7, 1)) == Decimal("0.0825")


# Consumers


def test_a_consumer_owes_interest_from_the_day_after_the_presentation_of_the_notice() -> None:
    # presented 4 May 2026, as of 30 June: 57 days at 2.62 % on 1,200 = 4.9099
    first = B2C.claim_from(date(2026, 5, 4), "registered_letter")
    assert first == date(2026, 5, 5)
    assert B2C.interest_cents(120_000, first, date(2026, 6, 30)) == 4_91


def test_a_consumer_owes_the_rate_of_a_business_creditor_not_that_of_an_individual() -> None:
    assert B2C.rate(date(2026, 6, 30)) == Decimal("0.0262")


def test_a_consumer_never_owes_a_fixed_sum() -> None:
    assert B2C.fee_cents(120_000, clause=True) == 0
    assert B2C.fee_from(date(2026, 5, 4), "registered_letter") is None


def test_the_legal_rate_of_the_second_semester_of_2026_is_unknown() -> None:
    with pytest.raises(UnknownValueError) as refused:
        B2C.interest_cents(120_000, date(2026, 5, 5), date(2026, 11, 23))
    assert refused.value.facts == {"name": "fr_legal_other", "day": date(2026, 7, 1)}
    assert B2C.known_until == date(2026, 6, 30)


# Public buyers


def test_a_public_buyer_owes_the_rate_of_the_semester_in_which_interest_began() -> None:
    # from 30 June 2026: 10.15 % for both days; from 1 July: 10.40 %. On 36,500.00 a day
    assert PUB.interest_cents(3_650_000, date(2026, 6, 30), date(2026, 7, 1)) == 20_30
    assert PUB.interest_cents(3_650_000, date(2026, 7, 1), date(2026, 7, 2)) == 20_80
    (part,) = PUB.segments(3_650_000, date(2026, 6, 30), date(2026, 7, 1))
    assert (part.days, part.rate) == (2, Decimal("0.1015"))


def test_a_public_buyers_frozen_rate_goes_beyond_the_record() -> None:
    # 36,500.00 at 10.40 %: 10.40 a day, 31 December and 1 January
    assert PUB.interest_cents(3_650_000, date(2026, 12, 31), date(2027, 1, 1)) == 20_80
    with pytest.raises(UnknownValueError):
        PUB.interest_cents(3_650_000, date(2027, 1, 1), date(2027, 1, 1))


def test_a_public_buyers_part_payment_does_not_change_the_rate() -> None:
    # 36,500.00 on 30 June (10.15), half on 1 July at the same 10.15 %: 5.075
    pieces = [
        (3_650_000, date(2026, 6, 30), date(2026, 6, 30)),
        (1_825_000, date(2026, 7, 1), date(2026, 7, 1)),
    ]
    assert PUB.interest_of(pieces) == 15_23
    assert [part.rate for part in PUB.segments_of(pieces)] == [Decimal("0.1015")] * 2


def test_a_public_buyer_owes_40_euros() -> None:
    assert PUB.fee_cents(100_00, clause=False) == 40_00
    assert PUB.index is None  # the weight of a day depends on the first
