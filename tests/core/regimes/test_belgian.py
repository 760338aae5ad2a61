"""Belgian and Luxembourg regimes; the waiting period of consumers."""

from datetime import date
from decimal import Decimal

import pytest

from relance.core.errors import BadArgumentError, UnknownValueError
from relance.core.law import rates_from_text
from relance.core.regimes import get

B2B, B2C, PUB, LUX = get("BE-B2B"), get("BE-B2C"), get("BE-PUB"), get("LU-B2B")


@pytest.mark.parametrize(
    ("day", "rate"),
    [("2013-01-01", "0.09"), ("2024-02-29", "0.125"), ("2025-06-30", "0.115"),
     ("2026-07-01", "0.105")],
)  # fmt: skip
def test_between_undertakings_the_rate_of_the_semester(day: str, rate: str) -> None:
    assert B2B.rate(date.fromisoformat(day)) == Decimal(rate)
    assert B2B.fee_cents(100_00, clause=False) == 40_00


# Consumers: when


@pytest.mark.parametrize(
    ("sent_on", "channel", "first"),
    [
        ("2026-11-09", "letter", "2026-11-27"),  # 10, 12, 13 Nov (the 11th is a holiday); + 14
        ("2026-11-09", "registered_letter", "2026-11-27"),
        ("2026-11-09", "", "2026-11-27"),  # not said: the longer way
        ("2026-10-30", "letter", "2026-11-18"),  # a Friday: 2, 3, 4 Nov; last day 17
        ("2026-11-02", "email", "2026-11-17"),  # day 1 = 3 Nov, last day 16
        ("2028-02-28", "email", "2028-03-14"),  # day 1 = 29 February
    ],
)
def test_nothing_may_be_claimed_before_the_14_days_are_over(
    sent_on: str, channel: str, first: str
) -> None:
    day = date.fromisoformat(sent_on)
    assert B2C.fee_from(day, channel) == date.fromisoformat(first)
    assert B2C.claim_from(day, channel) == date.fromisoformat(first)


def test_an_sme_may_date_interest_from_the_day_after_the_reminder() -> None:
    assert B2C.claim_from(date(2026, 11, 9), "letter", is_sme=True) == date(2026, 11, 10)
    assert B2C.fee_from(date(2026, 11, 9), "letter") == date(2026, 11, 27)


@pytest.mark.parametrize("channel", ["phone", "visit"])
def test_a_call_is_no_reminder(channel: str) -> None:
    with pytest.raises(BadArgumentError):
        B2C.claim_from(date(2026, 11, 9), channel)
    with pytest.raises(BadArgumentError):
        B2C.claim_from(date(2026, 11, 9), channel, is_sme=True)


# Consumers: how much


def test_a_consumer_owes_the_civil_legal_rate_unless_the_contract_gives_one() -> None:
    assert B2C.rate(date(2026, 11, 3)) == Decimal("0.045")
    assert B2C.with_rate(Decimal("0.08")).rate(date(2026, 11, 3)) == Decimal("0.08")


def test_a_contract_gives_at_most_the_rate_between_undertakings_of_each_day() -> None:
    contract = B2C.with_rate(Decimal("0.12"))
    assert contract.rate(date(2024, 6, 1)) == Decimal("0.12")  # under 12.5
    assert contract.rate(date(2025, 3, 1)) == Decimal("0.115")  # capped
    assert contract.rate(date(2026, 11, 3)) == Decimal("0.105")
    # 36,500.00: 31 Dec 2024 12.00 (capped at 12.5), 1 Jan 2025 11.50
    assert contract.interest_cents(3_650_000, date(2024, 12, 31), date(2025, 1, 1)) == 23_50


def test_what_the_contract_gives_rests_on_it_and_what_the_cap_leaves_on_the_law() -> None:
    contract = B2C.with_rate(Decimal("0.12"))
    under, capped = contract.segments(3_650_000, date(2024, 12, 31), date(2025, 1, 1))
    assert (under.rate, under.source) == (Decimal("0.12"), "(contrat)")
    assert capped.rate == Decimal("0.115")
    assert capped.source.startswith("Loi du 2 août 2002, art. 5")


def test_the_same_contract_is_capped_once() -> None:
    rate = Decimal("0.12")
    assert B2C.with_rate(rate).index is B2C.with_rate(rate).index


def test_no_clause_no_indemnity_for_ever() -> None:
    assert B2C.fee_cents(820_00, clause=False) == 0
    assert B2C.fee_cents(820_00, clause=True) == 81_00  # 65 + 5 % of 320


# Public buyers


def test_public_buyers_get_reminders_only() -> None:
    assert PUB.fee_cents(100_00, clause=True) == 0
    assert (PUB.known_until, PUB.status) == (None, "unknown")
    for ask in (PUB.rate, lambda day: PUB.interest_cents(100_00, day, day)):
        with pytest.raises(UnknownValueError):
            ask(date(2026, 3, 1))


def test_public_buyers_bear_interest_once_the_user_gives_a_rate() -> None:
    own = get("BE-PUB", rates_from_text("be_pub_rate@2026-01-01=0.10"))
    assert own.interest_cents(365_000, date(2026, 3, 1), date(2026, 3, 2)) == 2_00


# Luxembourg


def test_luxembourg_is_the_ecb_rate_and_8_points() -> None:
    assert LUX.rate(date(2026, 7, 1)) == Decimal("0.104")
    # 36,500.00 at 10.15 and 10.40 %
    assert LUX.interest_cents(3_650_000, date(2026, 6, 30), date(2026, 7, 1)) == 20_55


def test_the_40_euros_of_luxembourg_wait_for_a_tick() -> None:
    assert LUX.fee_cents(100_00, clause=False) == 40_00
    assert (LUX.unconfirmed, LUX.status) == (("lu_recovery_fee",), "from_memory")
    for name in ("lu_recovery_fee", "LU-B2B"):
        assert get("LU-B2B", rates_from_text(f"confirm:{name}")).unconfirmed == ()
