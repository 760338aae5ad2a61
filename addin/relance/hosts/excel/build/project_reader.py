"""A VBA project read back, ours or one that Excel has saved ([MS-OVBA] 2.3).

Excel puts compiled code before the source in each module's stream; `VBA/dir` says where the
source starts. Only the source is read: what was compiled follows from it.
"""

import codecs
import re
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

import olefile  # type: ignore[import-untyped]

from ....core.errors import BuildError
from .module import Module
from .ovba import decompress

LARGEST = 16 * 2**20  # bytes of a project, and of its sources; ours has some 100,000

# Records of `VBA/dir` (2.3.4.2), those that are looked at.
_CODE_PAGE, _VERSION, _NAME, _WIDE_NAME = 0x0003, 0x0009, 0x0019, 0x0047
_WIDE_STREAM, _OFFSET, _END = 0x0032, 0x0031, 0x002B
_VERSION_SIZE = 6  # bytes; its field of size says 4

_ITEM = re.compile(r"^(Document|Module|Class|BaseClass)=([^/\r\n]+)", re.MULTILINE)
_BASE = re.compile(r'^Attribute VB_Base = "0\{([0-9A-Fa-f-]{36})\}', re.MULTILINE)
_PASSWORD = re.compile(r'^DPB="([0-9A-F]*)"', re.MULTILINE)
_NO_PASSWORD = 22  # digits at most when there is none (2.3.1.16, 2.4.3.2)
_MAC_ROMAN = 10_000
_KINDS: dict[str, Literal["standard", "document", "class"]] = {
    "Module": "standard",
    "Document": "document",
}  # a form is a class with a design


@dataclass(frozen=True, slots=True)
class Project:
    """What a project holds; texts have LF line ends, and their attributes."""

    modules: tuple[Module, ...]
    is_protected: bool  # by a password


def read_project(project: bytes) -> Project:
    """Return the modules of a `vbaProject.bin`, in their order.

    Raises:
        BuildError: it can't be read.
    """
    if len(project) > LARGEST:
        raise BuildError(reason="too_large", value=len(project))
    try:
        with olefile.OleFileIO(BytesIO(project)) as file:
            return _read(file)
    except (OSError, ValueError, LookupError, struct.error, TypeError, AttributeError) as error:
        raise BuildError(reason="broken_project") from error


def _read(file: olefile.OleFileIO) -> Project:
    records = list(_records(decompress(file.openstream(["VBA", "dir"]).read(), LARGEST)))
    encoding = _encoding(dict(records)[_CODE_PAGE])
    text = file.openstream(["PROJECT"]).read().decode(encoding, "replace")
    kinds = {name.lower(): kind for kind, name in _ITEM.findall(text)}
    modules, room = [], LARGEST
    for found in _modules(records):
        name = found[_WIDE_NAME].decode("utf-16-le")
        stream = file.openstream(["VBA", found[_WIDE_STREAM].decode("utf-16-le")]).read()
        (offset,) = struct.unpack("<I", found[_OFFSET])
        source = decompress(stream[offset:], room).decode(encoding, "replace")
        room -= len(source)
        modules.append(_module(name, kinds[name.lower()], source.replace("\r\n", "\n")))
    password = _PASSWORD.search(text)
    return Project(tuple(modules), password is not None and len(password[1]) > _NO_PASSWORD)


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the records of `VBA/dir`: an identifier, the data's size, the data."""
    at = 0
    while at < len(data):
        number, size = struct.unpack_from("<HI", data, at)
        size = _VERSION_SIZE if number == _VERSION else size
        yield number, data[at + 6 : at + 6 + size]
        at += 6 + size


def _modules(records: Iterable[tuple[int, bytes]]) -> Iterator[Mapping[int, bytes]]:
    """Give the records of each module (2.3.4.2.3.2)."""
    found: dict[int, bytes] = {}
    for number, data in records:
        if number == _NAME:
            found = {}
        found[number] = data
        if number == _END:
            yield found


def _encoding(code_page: bytes) -> str:
    """Return Python's name of the project's code page, Windows' western one when it has none."""
    number = int.from_bytes(code_page, "little")
    name = "mac_roman" if number == _MAC_ROMAN else f"cp{number}"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def _module(name: str, item: str, source: str) -> Module:
    base = _BASE.search(source)
    kind = _KINDS.get(item, "class")
    return Module(name, source, kind, base[1].upper() if base and kind == "document" else "")
