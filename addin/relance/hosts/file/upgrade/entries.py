"""Entries added to the lists of a package: content types, relationships, sheets, names.

Each list is changed as text: what stands in it keeps its bytes.
"""

import re
from collections.abc import Iterable, Mapping

from ..ranges import column_letters
from ..texts import to_xml
from ..workbook import Place

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml."
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*?\s((?:\w+:)?id)=[\"'][^\"']*[\"']")
_SHEET_ID = re.compile(rb"\ssheetId=[\"'](\d+)[\"']")


def inserted(part: bytes, list_: str, entry: bytes) -> bytes:
    """Return a part with an entry at the end of a list, under the prefix that the list has.

    Args:
        part: the text.
        list_: the local name of the element that holds the entries.
        entry: with `{p}` where a prefix may stand.

    Raises:
        ValueError: there is no such list.
    """
    end = re.search(rb"</((?:\w+:)?)" + list_.encode() + rb"\s*>", part)
    if end is None:
        raise ValueError(list_)
    new = entry.replace(b"{p}", end[1])
    return part[: end.start()] + new + part[end.start() :]


def with_type(part: bytes, name: str, content_type: str) -> bytes:
    """Return the content types with that of a part."""
    entry = f'<{{p}}Override PartName="/{name}" ContentType="{content_type}"/>'
    return inserted(part, "Types", entry.encode())


def with_relationship(part: bytes, id_: str, kind: str, target: str) -> bytes:
    """Return relationships with one more; `kind` is its whole type."""
    entry = f'<{{p}}Relationship Id="{id_}" Type="{kind}" Target="{target}"/>'
    return inserted(part, "Relationships", entry.encode())


def with_sheet(part: bytes, name: str, id_: str) -> bytes:
    """Return the workbook part with a sheet at the end, by the id of its relationship."""
    of_relationship = _SHEET.search(part)
    if of_relationship is None:
        raise ValueError(name)
    number = 1 + max(int(found) for found in _SHEET_ID.findall(part))
    entry = b'<{p}sheet name="%b" sheetId="%d"%b %b="%b"/>'
    named = of_relationship[1]
    facts = (to_xml(name), number, _declared(part, named), named, id_.encode())
    return inserted(part, "sheets", entry % facts)


def _declared(part: bytes, name: bytes) -> bytes:
    """What declares a name's prefix where each sheet does it for itself, "" where the list does."""
    prefix, colon, _ = name.partition(b":")
    head = part[: part.index(b">", part.index(b"sheets"))]
    if not colon or b"xmlns:" + prefix + b"=" in head:
        return b""
    return b' xmlns:%b="%b"' % (prefix, RELATIONSHIPS.encode())


def with_names(part: bytes, sheet: str, places: Mapping[str, Place]) -> bytes:
    """Return the workbook part with names that each stand for one cell of a sheet."""
    quoted = sheet.replace("'", "''")
    for name, place in places.items():
        cell = f"'{quoted}'!${column_letters(place.column)}${place.row}"
        entry = b'<{p}definedName name="%b">%b</{p}definedName>'
        part = inserted(part, "definedNames", entry % (name.encode(), to_xml(cell)))
    return part


def free(taken: Iterable[str], pattern: str) -> str:
    """Return the first name of a pattern that is not taken, whatever the case; from 1 on.

    >>> free(["rId1", "RID2"], "rId{}")
    'rId3'
    """
    used, number = {name.lower() for name in taken}, 1
    while pattern.format(number).lower() in used:
        number += 1
    return pattern.format(number)
