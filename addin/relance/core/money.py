"""Money: exact decimals at the edges, integer cents inside, rounded half away from zero once.

>>> to_cents(Decimal("12.345"))
1235
>>> round_half_away(-5, 10)
-1
"""

from decimal import ROUND_HALF_UP, Decimal

ZERO = Decimal(0)
CENT = Decimal("0.01")
NOISE = Decimal("0.0000001")  # what a number of a workbook is off by, and no sum
MILLION = 1_000_000
DAYS_A_YEAR = 365  # leap years included: service-public F783


def round_cents(amount: Decimal) -> Decimal:
    """Round an amount to two decimals, half away from zero."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def is_in_cents(amount: Decimal) -> bool:
    """Tell whether an amount has two decimals, but for the noise of a number of a workbook.

    >>> is_in_cents(Decimal("0.30000000000000004")), is_in_cents(Decimal("100.005"))
    (True, False)
    """
    return abs(round_cents(amount) - amount) <= NOISE


def to_cents(amount: Decimal) -> int:
    """Return an amount in whole cents, half away from zero."""
    return int(round_cents(amount) * 100)


def from_cents(cents: int) -> Decimal:
    """Return whole cents as a decimal with two decimals."""
    return Decimal(cents).scaleb(-2)


def to_millionths(rate: Decimal) -> int:
    """Return a yearly rate (a fraction: 0.124) in integer millionths, half away from zero."""
    return int((rate * MILLION).quantize(Decimal(1), ROUND_HALF_UP))


def round_half_away(numerator: int, denominator: int) -> int:
    """Divide two integers (`denominator` > 0) and round half away from zero."""
    if numerator < 0:
        return -((-2 * numerator + denominator) // (2 * denominator))
    return (2 * numerator + denominator) // (2 * denominator)
