"""The parts of a workbook file: their bytes, their relationships, their content types."""

import posixpath
import re
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from .faults import reading, refusal
from .guards import unfold

CONTENT_TYPES = "[Content_Types].xml"
CHUNK = 2**20
MOST_WHOLE = 256 * 2**20  # of a part read at once

_ENCODING = re.compile(rb"<\?xml[^>]*\sencoding\s*=\s*[\"']([\w.-]+)[\"']")
_LOCAL_HEADER = struct.Struct("<26x2H")


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow between parts: `kind` is the last word of its type, `target` a part's name."""

    id: str
    kind: str
    target: str


class Package:
    """A workbook file as it was read, its directory checked."""

    def __init__(self, path: Path, data: bytes) -> None:
        """Unfold the file. Raises BookError."""
        self.path = path
        self._data = data
        self._archive = unfold(path, data)
        self.parts = tuple(self._archive.infolist())
        self._by_name = {part.filename.lower(): part for part in self.parts}

    def find(self, name: str) -> str | None:
        """Return a part's name as it is written in the file, or None."""
        part = self._by_name.get(name.lower())
        return part.filename if part else None

    def read(self, name: str) -> bytes:
        """Return a part, checked against its sum."""
        info = self._info(name)
        if info.file_size > MOST_WHOLE:
            raise refusal(self.path, "too_large", name)
        with reading(self.path, name):
            return self._archive.read(info)

    def stream(self, name: str) -> Iterator[bytes]:
        """Yield a part piece by piece, checked against its sum at the end."""
        with reading(self.path, name), self._archive.open(self._info(name)) as file:
            while chunk := file.read(CHUNK):
                yield chunk

    def compressed(self, info: zipfile.ZipInfo) -> memoryview:
        """Return a part's bytes as they are stored."""
        names = _LOCAL_HEADER.unpack_from(self._data, info.header_offset)
        start = info.header_offset + 30 + sum(names)
        return memoryview(self._data)[start : start + info.compress_size]

    def xml(self, name: str) -> Element:
        """Return a small part as a tree."""
        return parse(self.path, name, self.read(name))

    def relationships(self, name: str) -> dict[str, Relationship]:
        """Return a part's relationships inside the package, by id."""
        found = self.find(relationships_part(name))
        if found is None:
            return {}
        base = posixpath.dirname(name)
        arrows = [arrow for arrow in self.xml(found) if arrow.get("TargetMode") != "External"]
        with reading(self.path, found):
            return {arrow.attrib["Id"]: self._arrow(base, arrow) for arrow in arrows}

    def content_types(self) -> dict[str, str]:
        """Return content types by lower-case part name, and by `.suffix`."""
        types = {}
        with reading(self.path, CONTENT_TYPES):
            for entry in self.xml(CONTENT_TYPES):
                if part := entry.get("PartName"):
                    types[part.lstrip("/").lower()] = entry.attrib["ContentType"]
                elif suffix := entry.get("Extension"):
                    types["." + suffix.lower()] = entry.attrib["ContentType"]
        return types

    def _arrow(self, base: str, arrow: Element) -> Relationship:
        target = posixpath.normpath(posixpath.join("/" + base, arrow.attrib["Target"])).lstrip("/")
        kind = arrow.attrib["Type"].rpartition("/")[2]
        return Relationship(arrow.attrib["Id"], kind, self.find(target) or target)

    def _info(self, name: str) -> zipfile.ZipInfo:
        info = self._by_name.get(name.lower())
        if info is None:
            raise refusal(self.path, "damaged", name)
        return info


def relationships_part(name: str) -> str:
    """Return the part that holds another part's relationships ("" is the package itself)."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", base + ".rels")


def parse(path: Path, name: str, part: bytes) -> Element:
    """Return a part as a tree; UTF-8 only, no document type."""
    check_encoding(path, name, part)
    if b"<!DOCTYPE" in part:
        raise refusal(path, "dtd", name)
    with reading(path, name):
        return fromstring(part)  # noqa: S314 - nothing can be declared without a document type


def check_encoding(path: Path, name: str, start: bytes) -> None:
    """Refuse a part that is not UTF-8: text is found in it byte by byte."""
    if start[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in start[:4]:
        raise refusal(path, "utf16", name)
    declared = _ENCODING.match(start.removeprefix(b"\xef\xbb\xbf"))
    if declared and declared[1].lower() not in (b"utf-8", b"us-ascii"):
        raise refusal(path, "encoding", name)
