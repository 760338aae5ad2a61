"""Which payments noted by hand an import has brought: equal sums only, a doubt is left alone."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.matching import Fall, Matching, match
from relance.core.records import Payment

Tied = list[tuple[int, str, int]]  # row of the payment, number, amount


def paid(*amounts: int) -> list[Payment]:
    """Return payments of rows 1, 2, 3..., each a day after the one before."""
    return [
        Payment("C1", Decimal(amount), date(2026, 11, row), row=row)
        for row, amount in enumerate(amounts, 1)
    ]


def fallen(*amounts: int) -> list[Fall]:
    """Return falls of F-1, F-2, F-3..."""
    return [Fall(f"F-{n}", Decimal(amount)) for n, amount in enumerate(amounts, 1)]


def tied(found: Matching) -> Tied:
    return [(part.payment.row, part.number, int(part.amount)) for part in found.parts]


@pytest.mark.parametrize(
    ("payments", "falls", "expected"),
    [
        ([500], [], []),
        ([500], [500], [(1, "F-1", 500)]),
        ([500], [200, 500], [(1, "F-2", 500)]),  # the 200 are another payment
        ([500], [499], []),
        ([500], [700], []),
        ([500], [300, 200], [(1, "F-1", 300), (1, "F-2", 200)]),
        ([500], [300, 200, 100], []),
        ([500, 500], [500], [(1, "F-1", 500)]),  # the older one
        ([500, 500], [500, 500], [(1, "F-1", 500), (2, "F-2", 500)]),
        ([500], [500, 500], []),  # which of the two?
        ([500, 1000], [500, 500], []),  # the one, or the other, and not both
        ([500, 300], [800], [(1, "F-1", 500), (2, "F-1", 300)]),
        ([500, 300], [200, 600], [(1, "F-1", 200), (1, "F-2", 300), (2, "F-2", 300)]),
        ([500, 300], [900], []),
        ([500, 700], [300, 400], [(2, "F-1", 300), (2, "F-2", 400)]),  # not the older one
        ([400, 700], [400, 300, 400], []),  # two falls of 400, one payment of it
        ([500, 700], [500, 300, 400], [(1, "F-1", 500), (2, "F-2", 300), (2, "F-3", 400)]),
    ],
)  # fmt: skip
def test_what_is_tied(payments: Sequence[int], falls: Sequence[int], expected: Tied) -> None:
    assert tied(match(paid(*payments), fallen(*falls))) == expected


def test_what_nothing_explains_is_told() -> None:
    found = match(paid(500, 90), fallen(500, 20))
    assert [payment.row for payment in found.payments] == [2]
    assert found.falls == (Fall("F-2", Decimal(20)),)


def test_payments_are_taken_in_the_order_of_their_value_dates() -> None:
    late = Payment("C1", Decimal(500), date(2026, 11, 9), row=1)
    early = Payment("C1", Decimal(500), date(2026, 11, 2), row=2)
    assert [part.payment for part in match([late, early], fallen(500)).parts] == [early]


few = st.lists(st.integers(1, 6), max_size=5)


@given(few, few)
def test_never_is_more_tied_than_what_fell(amounts: list[int], falls: list[int]) -> None:
    payments, dropped = paid(*amounts), fallen(*falls)
    found = match(payments, dropped)
    by_item = {fall.number: Decimal(0) for fall in dropped}
    for part in found.parts:
        assert part.amount > 0
        by_item[part.number] += part.amount
    assert all(by_item[fall.number] in (0, fall.amount) for fall in dropped)
    # What is still netted and what fell cover all that was noted: nothing is asked for twice.
    netted = sum(one.amount for one in found.payments)
    assert netted + sum(by_item.values()) == sum(amounts)
    assert netted >= sum(amounts) - sum(falls)


@given(few, few)
def test_a_payment_is_tied_as_a_whole_or_not_at_all(amounts: list[int], falls: list[int]) -> None:
    payments = paid(*amounts)
    found = match(payments, fallen(*falls))
    for payment in payments:
        parts = [part.amount for part in found.parts if part.payment == payment]
        assert sum(parts) == (0 if payment in found.payments else payment.amount)


@given(few, few)
def test_what_is_left_ties_nothing_more(amounts: list[int], falls: list[int]) -> None:
    found = match(paid(*amounts), fallen(*falls))
    again = match(found.payments, found.falls)
    assert again.parts == ()
