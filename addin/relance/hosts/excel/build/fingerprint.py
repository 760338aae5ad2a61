"""What tells the text of a macro from another's, after Excel has saved it.

Excel keeps what a module does, not every sign of it: it sets the case of a name everywhere as it
was typed last, the blanks between words, the line ends, and attributes of its own.
"""

import hashlib

from .module import Module

_ATTRIBUTE = "attribute "
_CONTROL = "Attribute VB_Control"  # a button on the sheet: its module is not blank
_NOTHING = ("", "optionexplicit")


def fingerprint(source: str) -> str:
    r"""Return the SHA-256 of a module's text, whatever Excel may have changed in it.

    >>> fingerprint('Sub f( due )\r\n  X = "A b" \r\n') == fingerprint('Sub F(Due)\nx = "A b"')
    True
    """
    return hashlib.sha256(_code(source).encode()).hexdigest()


def ribbon_fingerprint(part: bytes) -> str:
    """Return the SHA-256 of a ribbon; Excel changes nothing in it, git its line ends."""
    return hashlib.sha256(part.replace(b"\r\n", b"\n").strip()).hexdigest()


def is_blank(module: Module) -> bool:
    """Tell whether a module holds no code: nobody's, then."""
    return _code(module.source) in _NOTHING and _CONTROL not in module.source


def _code(source: str) -> str:
    lines = (line for line in source.splitlines() if not line.lower().startswith(_ATTRIBUTE))
    return "\n".join(map(_plain, lines)).strip("\n")


def _plain(line: str) -> str:
    """Return a line without blanks and in lower case, except inside its texts."""
    pieces = line.split('"')
    pieces[::2] = ["".join(piece.split()).lower() for piece in pieces[::2]]
    return '"'.join(pieces)
