"""A day of its own that a line of the journal tells in its document field, inside the hash.

The journal's day is that of the entry, and never goes back. What the entry tells may be older: the
value date of a payment, the first presentation of a letter, a step done before Relance.

>>> dated("500.00 EUR", date(2026, 11, 18))
'500.00 EUR@2026-11-18'
>>> told("500.00 EUR@2026-11-18")
('500.00 EUR', datetime.date(2026, 11, 18))
"""

from datetime import date

from .records import Event

SEPARATOR = "@"


def dated(text: str, day: date) -> str:
    """Return a text of the document field with the day that it tells."""
    return f"{text}{SEPARATOR}{day.isoformat()}"


def told(document: str) -> tuple[str, date | None]:
    """Return what a document field says and the day that it tells, None when it tells none."""
    text, separator, day = document.rpartition(SEPARATOR)
    try:
        return (text, date.fromisoformat(day)) if separator else (document, None)
    except ValueError:  # an address in a name, or a day that somebody has edited
        return document, None


def happened_on(event: Event) -> date:
    """Return the day of what an event tells: its own when it tells one, else the journal's."""
    return told(event.document)[1] or event.day
