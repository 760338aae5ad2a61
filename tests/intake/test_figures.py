"""Amount, paid and open from whichever figures a row gives."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.intake.figures import settle


@pytest.mark.parametrize(
    ("found", "amount", "paid", "open_"),
    [
        ({"amount": "100"}, 100, 0, 100),
        ({"open": "100"}, 100, 0, 100),
        ({"bucket": "100"}, 100, 0, 100),
        ({"amount": "100", "paid": "40"}, 100, 40, 60),
        ({"amount": "100", "open": "60"}, 100, 40, 60),
        ({"paid": "40", "open": "60"}, 100, 40, 60),
        ({"amount": "100", "paid": "40", "open": "60"}, 100, 40, 60),
        ({"amount": "100", "paid": "-40", "open": "60"}, 100, 40, 60),  # payments shown negative
        ({"amount": "100", "open": "60", "bucket": "60"}, 100, 40, 60),
        ({"debit": "100"}, 100, 0, 100),
        ({"credit": "100"}, -100, 0, -100),
        ({"debit": "0", "credit": "100"}, -100, 0, -100),
        ({"debit": "100", "credit": "40"}, 100, 40, 60),  # an invoice and what was paid of it
        ({"debit": "100", "credit": "40", "open": "60"}, 100, 40, 60),
        ({"debit": "100", "open": "60"}, 100, 40, 60),  # paid elsewhere
        ({"credit": "100", "open": "100"}, -100, 0, -100),  # a balance without its sign
        ({"credit": "100", "open": "-100"}, -100, 0, -100),
        ({"amount": "-100", "paid": "40"}, -100, -40, -60),
        ({"amount": "100", "open": "-100"}, -100, 0, -100),
        ({"amount": "100", "paid": "120"}, 100, 120, -20),  # overpaid
    ],
)
def test_the_figures_of_a_row_add_up(
    found: dict[str, str], amount: int, paid: int, open_: int
) -> None:
    figures = settle({key: Decimal(text) for key, text in found.items()})
    assert figures is not None
    expected = Decimal(amount), Decimal(paid), Decimal(open_)
    assert (figures.amount, figures.paid, figures.open) == expected
    assert figures.agree


@pytest.mark.parametrize(
    "found",
    [
        {"amount": "100", "paid": "40", "open": "70"},
        {"amount": "100", "open": "130"},
        {"debit": "100", "credit": "40", "open": "100"},
    ],
)
def test_the_balance_of_the_file_is_believed_and_the_clash_told(found: dict[str, str]) -> None:
    figures = settle({key: Decimal(text) for key, text in found.items()})
    assert figures is not None
    assert figures.open == Decimal(found["open"])
    assert not figures.agree


@pytest.mark.parametrize("found", [{}, {"paid": Decimal(3)}])
def test_a_row_without_amount_has_no_figures(found: dict[str, Decimal]) -> None:
    assert settle(found) is None


_CENTS = st.integers(-(10**9), 10**9).map(lambda cents: Decimal(cents).scaleb(-2))
_KEYS = st.sampled_from(["amount", "paid", "open", "debit", "credit", "bucket"])


@given(st.dictionaries(_KEYS, _CENTS))
def test_amount_less_paid_is_always_open(found: dict[str, Decimal]) -> None:
    figures = settle(found)
    assert figures is None or figures.amount - figures.paid == figures.open
