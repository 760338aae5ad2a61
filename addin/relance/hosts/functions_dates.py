"""Bodies of the functions that need days and calendars only."""

from datetime import date
from functools import lru_cache

from ..core import ageing, limitation, reference, terms
from ..core.calendar import holidays as public_holidays
from ..core.errors import BadArgumentError
from ..core.parse import FIRST_YEAR, LAST_YEAR, parse_text
from ..wording.buckets import bucket_label
from .cells import MEMO, read_text

CALENDARS = ("FR", "BE")
KINDS = ("RF", "OGM")

due_date = terms.due_date
days = ageing.days_overdue
last_day_to_sue = limitation.last_day
payment_reference = reference.make


def bucket(due: date, as_of: date, limits: tuple[int, ...]) -> str:
    """Return the label of the ageing bucket."""
    return bucket_label(ageing.bucket(due, as_of, limits), limits)


def read_limits(cell: object) -> tuple[int, ...] | None:
    """Return the limits of the buckets in days; None for a blank. Raises BadArgumentError."""
    text = read_text(cell)
    return None if text is None else _limits(text)


@lru_cache(MEMO)
def _limits(text: str) -> tuple[int, ...]:
    return ageing.limits_from_text(text)


def read_country(cell: object) -> str | None:
    """Return the code of a country that has a calendar here. Raises BadArgumentError."""
    code = parse_text(cell).upper()
    if code and code not in CALENDARS:
        raise BadArgumentError(argument="country", value=cell)
    return code or None


def read_kind(cell: object) -> str:
    """Return a kind of reference, RF for a blank. Raises BadArgumentError."""
    kind = parse_text(cell).upper() or "RF"
    if kind not in KINDS:
        raise BadArgumentError(argument="kind", value=cell)
    return kind


def holidays(year: int, country: str) -> list[list[date]]:
    """Return the public holidays of a year, one a row. Raises BadArgumentError."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadArgumentError(argument="year", value=year)
    return [[day] for day in public_holidays(year, country)]
