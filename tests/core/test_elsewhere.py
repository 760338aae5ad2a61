"""The same invoice under two debtors, and invoices that only look alike."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from relance.core.elsewhere import Elsewhere
from relance.core.records import Receivable

OURS = Receivable("A102", "D01", due=date(2026, 7, 15), amount=Decimal("3456.78"))
THEIRS = replace(OURS, debtor="D02")


@pytest.mark.parametrize(
    ("item", "found"),
    [
        (THEIRS, True),
        (replace(THEIRS, number="a 102"), True),
        (replace(THEIRS, due=None), True),
        (replace(THEIRS, amount=Decimal("1.00")), False),
        (replace(THEIRS, due=date(2026, 8, 15)), False),
        (replace(THEIRS, currency="USD"), False),
        (replace(THEIRS, kind="payment"), False),
        (OURS, False),
    ],
)
def test_number_day_and_sum_make_one_invoice(item: Receivable, found: bool) -> None:
    assert (Elsewhere([OURS]).other(item) == OURS) is found


def test_what_is_left_after_a_payment_is_the_same_invoice() -> None:
    paid = replace(OURS, paid=Decimal("456.78"))
    left = replace(THEIRS, amount=Decimal("3000.00"))
    assert Elsewhere([paid]).other(left) == paid
