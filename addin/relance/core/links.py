"""What counts as a link to a page where a debtor pays: one rule, and only encrypted pages."""

from urllib.parse import quote, urlsplit

REFERENCE = "{reference}"
LONGEST = 300


def is_payment_link(text: str) -> bool:
    """Tell whether a text is the address of a page over https, with or without `{reference}`.

    >>> is_payment_link("https://pay.example/f?ref={reference}"), is_payment_link("pay.example")
    (True, False)
    """
    bare = text.replace(REFERENCE, "1")
    if len(text) > LONGEST or not bare.isascii() or not bare.isprintable():
        return False
    if set(bare) & set(" <>\"'`{}|\\^"):
        return False
    try:
        parts = urlsplit(bare)
        host = parts.hostname or ""
        return parts.scheme == "https" and "." in host and "@" not in parts.netloc
    except ValueError:  # not an address at all
        return False


def payment_link(link: str, reference: str) -> str:
    """Return the page for a reference, "" when there is none.

    >>> payment_link("https://pay.example/{reference}", "C0012 F/1")
    'https://pay.example/C0012%20F%2F1'
    """
    return link.replace(REFERENCE, quote(reference, safe=""))
