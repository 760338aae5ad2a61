"""Tags of an XML part changed as text, so that every other byte of the part stays.

>>> retag(b'<a ref="A1"><b ref="A1"/></a>', {"b"}, lambda tag: with_attribute(tag, "ref", "A2"))
b'<a ref="A1"><b ref="A2"/></a>'
"""

import re
from collections.abc import Callable, Collection

TAG = re.compile(rb"<([A-Za-z_][\w.:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(rb"\s([\w.:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def local(name: bytes) -> str:
    """Return a tag's name without its prefix."""
    return name.rpartition(b":")[2].decode()


def attributes(tag: bytes) -> dict[str, bytes]:
    """Return the attributes of a tag as they are written."""
    return {
        found[1].decode(): found[2] if found[2] is not None else found[3]
        for found in _ATTRIBUTE.finditer(tag)
    }


def with_attribute(tag: bytes, name: str, value: str) -> bytes:
    """Return the tag with the attribute set; `value` is written as it is."""
    written = f' {name}="{value}"'.encode()
    for found in _ATTRIBUTE.finditer(tag):
        if found[1] == name.encode():
            return tag[: found.start()] + written + tag[found.end() :]
    end = len(tag) - (2 if tag.endswith(b"/>") else 1)
    return tag[:end].rstrip() + written + tag[end:]


def without_attribute(tag: bytes, name: str) -> bytes:
    """Return the tag without the attribute."""
    for found in _ATTRIBUTE.finditer(tag):
        if found[1] == name.encode():
            return tag[: found.start()] + tag[found.end() :]
    return tag


def retag(xml: bytes, names: Collection[str], change: Callable[[bytes], bytes]) -> bytes:
    """Return the part with each opening tag of these names changed."""
    return TAG.sub(lambda found: change(found[0]) if local(found[1]) in names else found[0], xml)
