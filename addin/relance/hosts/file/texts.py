r"""Text between Python and a sheet part: XML entities and the `_x0041_` escapes of OOXML.

>>> encode("a<b\r_x0041_")
b'a&lt;b_x000D__x005F_x0041_'
>>> decode(b"a&lt;b_x000D__x005F_x0041_")
'a<b\r_x0041_'
"""

import re

_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ESCAPED = re.compile(r"_x([0-9a-fA-F]{4})_")
# An underscore that would read as an escape, and what XML 1.0 can't hold or would change.
_ESCAPABLE = re.compile("_(?=x[0-9a-fA-F]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACED = re.compile(r"^\s|\s$|[\n\t]|  ")
_PHONETIC = re.compile(rb"<rPh\b.*?</rPh>", re.DOTALL)
_RUN = re.compile(rb"<t(?:\s[^>]*)?>([^<]*)</t>")


def _entity(found: re.Match[str]) -> str:
    if found[3]:
        return _NAMED[found[3]]
    return chr(int(found[1], 16) if found[1] else int(found[2]))


def from_xml(raw: bytes) -> str:
    """Return XML character data as text; an unknown entity raises LookupError."""
    text = raw.decode()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ENTITY.sub(_entity, text) if "&" in text else text


def to_xml(text: str) -> bytes:
    """Return text as XML character data (and as an attribute in double quotes)."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").encode()


def decode(raw: bytes) -> str:
    """Return the text of a `<t>` or `<v>`: entities and `_x0041_` escapes undone."""
    text = from_xml(raw)
    if "_x" not in text:
        return text
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    # Two escapes may be the halves of one character; a half alone is no text.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def encode(text: str) -> bytes:
    """Return text for a `<t>` or `<v>`, so that `decode` gives it back."""
    text = _LONE_SURROGATE.sub("\ufffd", text)
    text = _ESCAPABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.encode()


def is_spaced(text: str) -> bool:
    """Tell whether a reader could drop blanks of the text, so that xml:space is due."""
    return _SPACED.search(text) is not None


def joined_runs(raw: bytes) -> str:
    """Return the text of an `<si>` or `<is>`: its runs joined, phonetic guides left out."""
    if b"<rPh" in raw:
        raw = _PHONETIC.sub(b"", raw)
    return "".join(decode(run) for run in _RUN.findall(raw))
