"""Rows that name no client or invoice of ours: what each may be about is held until it is mended.

Money on « F4 » where the invoice is « F-4 » counts nowhere, so a reminder would ask for what is
paid. Nobody can tell what was meant: it is held, and the row is told.
"""

import re
from datetime import date

from .blocks import holds, runs
from .findings import Reason
from .policy import Policy
from .records import Case, Dispute, Payment, Promise, Receivable, Stray
from .setting import Setting

MONEY = (
    "stray_payment",
    "unread_payment",
    "payment_currency",
)  # codes of what may have paid an item
_LEADING = re.compile(r"(?<![0-9])0+(?=[0-9])")


def near_key(text: str) -> str:
    """Return what two numbers that a hand may have meant as one have in common.

    >>> near_key("F 004") == near_key("f-4"), near_key("F-4") == near_key("F-40")
    (True, False)
    """
    return "".join(filter(str.isalnum, _LEADING.sub("", text.casefold())))


def strays(
    item: Receivable, case: Case, setting: Setting, policy: Policy, as_of: date
) -> tuple[Reason, ...]:
    """Return the rows that may be about an item and still count on a day."""
    return tuple(
        Reason(one.code, {"number": item.number, **one.facts})
        for one in case.strays
        if one.may_mean(item) and _counts(one, setting, policy, as_of)
    )


def _counts(stray: Stray, setting: Setting, policy: Policy, as_of: date) -> bool:
    """Tell whether a row would hold its invoice that day, had it named one."""
    row = stray.about
    if row is None or isinstance(row, Payment):
        return True
    if isinstance(row, Dispute):
        over = row.resolved_on is not None and as_of >= row.resolved_on
        return row.opened_on <= as_of and not over
    if isinstance(row, Promise):
        return runs(row, setting, policy, as_of)
    return not row.cancelled and row.agreed_on <= as_of and holds(row, setting, policy, as_of)
