"""What counts as an e-mail address: one rule for decisions, drafts and sheets."""

import re

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+[A-Za-z]{{2,63}}")
_LONGEST, _LONGEST_LOCAL = 254, 64  # RFC 5321


def valid_address(text: str) -> bool:
    r"""Tell whether a text is one plain e-mail address, fit for a header.

    >>> valid_address("compta@example.org"), valid_address("compta@example.org\nBcc: a@b.fr")
    (True, False)
    """
    fits = len(text) <= _LONGEST and len(text.partition("@")[0]) <= _LONGEST_LOCAL
    return fits and _ADDRESS.fullmatch(text) is not None
