"""What a message says of fixed sums that its law gives and that its currency leaves out."""

from collections.abc import Iterable
from typing import Literal

from .findings import Reason
from .records import Line

OTHER_CURRENCY = "fee_other_currency"  # in `Claim.withheld`


def fees_left_out(
    claims: Literal["none", "announced", "claimed"], lines: Iterable[Line]
) -> tuple[Reason, ...]:
    """Return why a message claims no fixed sum for some of its items, a reason a currency.

    Args:
        claims: what the message does with interest and fixed sums.
        lines: what it demands.
    """
    numbers: dict[tuple[object, object], list[str]] = {}
    for line in lines if claims != "none" else ():
        for one in line.claim.withheld:
            if one.code == OTHER_CURRENCY:
                key = one.facts["currency"], one.facts["fee_in"]
                numbers.setdefault(key, []).append(line.item.number)
    return tuple(
        Reason("fees_left_out", {"numbers": tuple(named), "currency": owed, "fee_in": given})
        for (owed, given), named in numbers.items()
    )
