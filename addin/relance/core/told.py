"""A day of its own that a line of the journal tells in its document field, inside the hash.

The journal's day is that of the entry, and never goes back. What the entry tells may be older: the
value date of a payment, the first presentation of a letter, a step done before Relance. A document
of ours has its own day in front of its name.

>>> dated("500.00 EUR", date(2026, 11, 18))
'500.00 EUR@2026-11-18'
>>> told("500.00 EUR@2026-11-18")
('500.00 EUR', datetime.date(2026, 11, 18))
"""

from datetime import date

from .records import WRITTEN, Event

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


def drafted_on(document: str) -> date | None:
    """Return the day in the name of a document of ours, None in any other text.

    >>> drafted_on("2026-11-16_relance-2_client-c1-d9aab869d2.docx")
    datetime.date(2026, 11, 16)
    """
    try:
        return date.fromisoformat(document.partition("_")[0])
    except ValueError:
        return None


def written_on(event: Event) -> date:
    """Return the day by which its reader knows a message: the one a letter bears, else it went."""
    by_post = event.channel in WRITTEN and event.channel != "email"
    return (drafted_on(event.document) if by_post else None) or event.day
