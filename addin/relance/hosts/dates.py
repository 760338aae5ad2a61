"""Serial day numbers of the 1900 date system, and formats that show a day.

>>> from_serial(46022.0), to_serial(date(2025, 12, 31))
(datetime.date(2025, 12, 31), '46022')
>>> from_serial(46022.5)
datetime.datetime(2025, 12, 31, 12, 0)
"""

import re
from datetime import date, datetime, time, timedelta

_EPOCH = datetime.fromisoformat("1899-12-30")
_FIRST_TRUE = 61  # Lotus's 29 February 1900 is serial 60: days before it are shifted by one
_LAST = 2_958_466  # the day after 31 December 9999
_DAY_MS = 86_400_000
_NOT_LETTERS = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]')


def from_serial(serial: float) -> date | datetime | float:
    """Return the day of a serial, with its time when it has one, to the millisecond.

    A number that is no day (a bare time, the false 29 February 1900, out of range) comes back.
    """
    if not 1 <= serial < _LAST or 60 <= serial < _FIRST_TRUE:
        return serial
    whole = int(serial)
    ms = round((serial - whole) * _DAY_MS)
    try:
        moment = _EPOCH + timedelta(days=whole + (whole < _FIRST_TRUE), milliseconds=ms)
    except OverflowError:
        return serial
    return moment if ms % _DAY_MS else moment.date()


def to_serial(day: date) -> str:
    """Return the serial of a day (or of a moment) as number text; ValueError before 1900."""
    moment = day if isinstance(day, datetime) else datetime.combine(day, time())
    since = moment.replace(tzinfo=None) - _EPOCH
    days = since.days - (since.days < _FIRST_TRUE)
    if days < 1:
        raise ValueError(day)
    seconds = since.seconds + since.microseconds / 1_000_000
    return repr(days + seconds / 86_400) if seconds else str(days)


def is_moment(day: date) -> bool:
    """Tell whether the value has a time of day."""
    return isinstance(day, datetime) and day.time() != time()


def shows_a_date(format_code: str) -> bool:
    """Tell whether a format shows a day, not a bare time or a duration."""
    letters = _NOT_LETTERS.sub("", format_code.partition(";")[0]).lower()
    if "d" in letters or "y" in letters:
        return True
    return "m" in letters and not set(letters) & set("hs0#")
