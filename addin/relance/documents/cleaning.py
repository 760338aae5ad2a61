"""Values made fit for a document, whatever a cell holds."""

import re

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BREAKS = re.compile("[\r\n\u2028\u2029\x0b\x0c\x85]+")


def clean(value: object) -> object:
    """Make a value fit for a document: one line, no character that XML refuses."""
    if isinstance(value, str):
        if value.isascii() and value.isprintable():
            return value  # most values are: dates, numbers
        return ILLEGAL.sub("", BREAKS.sub(" ", value))
    return value
