"""Which regime applies, and what all regimes have in common."""

from datetime import date
from decimal import Decimal

import pytest

from relance.core import regimes
from relance.core.errors import UnknownRegimeError, UnknownValueError
from relance.core.index import FlatIndex
from relance.core.law import rates_from_text
from relance.core.records import DEBTOR_KINDS
from relance.core.regimes import REGIMES, get, regime_for

DUE_TOMORROW, DUE = date(2026, 3, 2), date(2026, 3, 1)


def test_the_regimes_are_those_of_the_plan_in_its_order() -> None:
    assert REGIMES == (
        "FR-B2B", "FR-B2C", "FR-PUB", "BE-B2B", "BE-B2C", "BE-PUB", "LU-B2B",
        "DE-B2B", "DE-B2C", "NL-B2B", "ES-B2B", "IT-B2B", "UK-B2B", "CH",
    )  # fmt: skip


@pytest.mark.parametrize("code", ["", " ", "FR", "FR-B2X", "XX-B2B"])
def test_a_regime_blank_or_unknown_is_refused(code: str) -> None:
    with pytest.raises(UnknownRegimeError):
        get(code)


def test_a_code_is_read_whatever_its_case() -> None:
    assert get(" fr-b2b ") is get("FR-B2B")


def test_the_same_rates_give_the_same_regime() -> None:
    own = rates_from_text("fr_legal_other@2026-07-01=0.0275")
    assert get("FR-B2C", own) is get("FR-B2C", own)
    assert get("FR-B2C", own) is not get("FR-B2C")


@pytest.mark.parametrize("code", REGIMES)
def test_each_regime_knows_its_code_country_and_law(code: str) -> None:
    regime = get(code)
    assert regime.code == code
    assert regime.country == ("GB" if code == "UK-B2B" else code[:2])
    assert regime.law
    assert regime.consumer == code.endswith("B2C")


@pytest.mark.parametrize("code", REGIMES)
def test_only_other_countries_are_indicative_and_wait_for_a_tick(code: str) -> None:
    regime = get(code)
    assert regime.indicative == (code[:2] not in ("FR", "BE", "LU"))
    if regime.indicative:
        assert regime.unconfirmed == (code,)
        assert get(code, rates_from_text(f"confirm:{code}")).unconfirmed == ()


@pytest.mark.parametrize("code", [code for code in REGIMES if code != "BE-PUB"])
def test_paid_on_the_due_date_bears_nothing(code: str) -> None:
    regime = get(code)
    assert regime.interest_cents(100_000, DUE_TOMORROW, DUE) == 0
    assert regime.segments(100_000, DUE_TOMORROW, DUE) == ()
    assert regime.interest_of([]) == 0


@pytest.mark.parametrize("code", [code for code in REGIMES if code != "BE-PUB"])
def test_a_credit_note_bears_neither_interest_nor_fee(code: str) -> None:
    regime = get(code)
    for cents in (0, -100_000):
        assert regime.interest_cents(cents, DUE, DUE_TOMORROW) == 0
        assert regime.segments(cents, DUE, DUE_TOMORROW) == ()
        assert regime.fee_cents(cents, clause=True) == 0


@pytest.mark.parametrize("code", [code for code in REGIMES if code != "BE-PUB"])
def test_a_contracts_rate_counts_the_same_everywhere(code: str) -> None:
    # 3,650.00 at 5 % = 0.50 a day; 5 % is under every cap; 30 days = 15.00
    regime = get(code).with_rate(Decimal("0.05"))
    first, last = date(2026, 3, 1), date(2026, 3, 30)
    assert regime.rate(first) == Decimal("0.05")
    assert regime.interest_cents(365_000, first, last) == 15_00
    assert {part.rate for part in regime.segments(365_000, first, last)} == {Decimal("0.05")}


def test_a_contracts_rate_has_no_end_of_record() -> None:
    regime = get("FR-B2B").with_rate(Decimal("0.10"))
    assert isinstance(regime.index, FlatIndex)
    assert regime.interest_cents(365_000, date(2030, 1, 1), date(2030, 1, 2)) == 2_00
    assert regime.known_until == date.max


@pytest.mark.parametrize("code", [code for code in REGIMES if code != "BE-PUB"])
def test_a_part_payment_changes_the_base_and_the_sum_is_rounded_once(code: str) -> None:
    # at 5 %, 100.00 for a day and 40.00 for another: 0.013699 + 0.005479 = 0.019178
    regime = get(code).with_rate(Decimal("0.05"))
    one, two = date(2026, 3, 1), date(2026, 3, 2)
    assert regime.interest_of([(100_00, one, one), (40_00, two, two)]) == 2
    # 33.00 bears 0.004521 a day, 0.00 alone; three days 0.013562
    days = [(33_00, date(2026, 3, n), date(2026, 3, n)) for n in (1, 2, 3)]
    assert regime.interest_of(days) == 1
    assert [part.interest for part in regime.segments_of(days)] == [Decimal("0.00")] * 3


@pytest.mark.parametrize("code", [code for code in REGIMES if code != "BE-PUB"])
def test_one_piece_is_the_simple_case(code: str) -> None:
    regime = get(code)
    first, last = date(2025, 11, 15), date(2026, 6, 20)
    whole = regime.interest_cents(1_234_567, first, last)
    assert regime.interest_of([(1_234_567, first, last)]) == whole
    parts = regime.segments(1_234_567, first, last)
    shown = sum((part.interest for part in parts), Decimal(0))
    assert abs(int(shown * 100) - whole) <= len(parts)


@pytest.mark.parametrize(
    ("regime", "kind", "debtor", "creditor", "answer"),
    [
        ("", "business", "BE", "FR", ("FR-B2B", "")),  # the creditor's law
        ("", "business", "FR", "BE", ("BE-B2B", "")),
        ("", "business", "", "LU", ("LU-B2B", "")),
        ("", "business", "FR", "GB", ("UK-B2B", "")),
        ("", "business", "FR", "CH", ("CH", "")),
        ("", "consumer", "BE", "FR", ("BE-B2C", "")),  # the debtor's law
        ("", "consumer", "", "FR", ("FR-B2C", "")),  # no country: at home
        ("", "consumer", "DE", "FR", ("DE-B2C", "")),
        ("", "consumer", "LU", "FR", ("", "no_regime")),
        ("", "consumer", "CH", "FR", ("", "no_regime")),
        ("", "public", "BE", "FR", ("FR-PUB", "")),
        ("", "public", "FR", "BE", ("BE-PUB", "")),
        ("", "public", "FR", "LU", ("", "no_regime")),
        ("", "business", "FR", "US", ("", "no_regime")),
        ("", "", "FR", "FR", ("", "kind_missing")),
        ("", "other", "FR", "FR", ("", "kind_missing")),
        ("be-b2b", "", "FR", "FR", ("BE-B2B", "")),  # filled in on the item: it wins
        ("LU-B2B", "consumer", "BE", "FR", ("LU-B2B", "")),
        ("FR-XXX", "business", "FR", "FR", ("", "no_regime")),
    ],
)
def test_which_regime(
    regime: str, kind: str, debtor: str, creditor: str, answer: tuple[str, str]
) -> None:
    assert regime_for(regime, kind, debtor, creditor) == answer


def test_every_kind_of_debtor_has_an_answer() -> None:
    for kind in DEBTOR_KINDS:
        code, reason = regime_for("", kind, "FR", "FR")
        assert (code in REGIMES) != bool(reason)


def test_an_unknown_day_is_named_by_every_regime_that_floats() -> None:
    for code in ("FR-B2B", "BE-B2B", "LU-B2B", "NL-B2B"):
        with pytest.raises(UnknownValueError) as refused:
            regimes.get(code).interest_cents(100_00, date(2026, 12, 31), date(2027, 2, 1))
        assert refused.value.facts["day"] == date(2027, 1, 1)


@pytest.mark.parametrize("code", [code for code in REGIMES if code != "FR-B2B"])
def test_only_french_law_sets_a_floor_to_contracts_between_businesses(code: str) -> None:
    assert get(code).floor_rate(DUE) is None
