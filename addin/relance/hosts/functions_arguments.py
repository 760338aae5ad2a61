"""How each argument of a DUNNING_* function is read: one name, one meaning, everywhere."""

from typing import NamedTuple

from . import functions_dates as dates
from . import functions_money as money
from . import functions_policy as policy
from .cells import (
    read_cents,
    read_code,
    read_day,
    read_rate,
    read_regime,
    read_status,
    read_step,
    read_text,
    read_whole,
    read_word,
)
from .functions_rows import Argument, Cells, Reader


class Role(NamedTuple):
    """A row whose `key` arguments are all blank is blank; a blank `needed` one is an error."""

    read: Reader
    key: bool = False
    needed: bool = False


ROLES: dict[str, Role] = {
    "amount": Role(read_cents, key=True, needed=True),
    "due_date": Role(read_day, key=True),  # a credit note may have none
    "invoice_date": Role(read_day, key=True),
    "on_date": Role(read_day, key=True),
    "sent_on": Role(read_day, key=True),
    "performed_on": Role(read_day, key=True),
    "number": Role(read_text, key=True),
    "year": Role(read_whole, key=True),
    "as_of": Role(read_day, needed=True),
    "first_date": Role(read_day, needed=True),
    "terms": Role(read_text, needed=True),
    "country": Role(dates.read_country, needed=True),
    "limits": Role(dates.read_limits, needed=True),
    "regime": Role(read_regime),  # refuses a blank itself
    "paid_on": Role(read_day),
    "acknowledged_on": Role(read_day),
    "last_phase": Role(read_step),
    "last_step": Role(read_step),
    "last_date": Role(read_day),
    "last_channel": Role(read_code("channel")),
    "channel": Role(read_code("channel")),
    "status": Role(read_status),
    "profile": Role(read_code("profile")),
    "rules": Role(policy.read_rules),
    "rates": Role(money.read_rates),
    "rate": Role(read_rate),
    "claim_from": Role(read_day),
    "claim_until": Role(read_day),
    "instalments": Role(read_whole),
    "payment": Role(read_cents),
    "nature": Role(read_word),
    "kind": Role(dates.read_kind),
}


def given(**cells: Cells) -> tuple[Argument, ...]:
    """Return the arguments of a call, in the order of the body's parameters."""
    return tuple(Argument(name, value, *ROLES[name]) for name, value in cells.items())
