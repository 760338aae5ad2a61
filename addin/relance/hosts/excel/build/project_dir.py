"""The stream `VBA/dir`: what a project is, what it refers to, its modules ([MS-OVBA] 2.3.4.2).

A sequence of records: an identifier of two bytes, the data's size in four, the data.
"""

import struct
from collections.abc import Sequence

from .module import Module

CODE_PAGE = 1252

_WINDOWS_64 = 3
_ENGLISH_US = 0x409
_COOKIE = struct.pack("<H", 0xFFFF)  # "MUST be 0xFFFF on write"
_ZERO = bytes(4)
_VERSION = (1, 1)

# Only what is on every machine with Excel; VBA's own library and Excel's go without saying.
REFERENCES = {
    "stdole": (
        r"*\G{00020430-0000-0000-C000-000000000046}#2.0#0"
        r"#C:\Windows\System32\stdole2.tlb#OLE Automation"
    ),
    "Office": (
        r"*\G{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}#2.0#0"
        r"#C:\Program Files\Common Files\Microsoft Shared\OFFICE16\MSO.DLL"
        r"#Microsoft Office 16.0 Object Library"
    ),
}


def dir_stream(name: str, modules: Sequence[Module]) -> bytes:
    """Return the stream, uncompressed.

    Args:
        name: of the project.
        modules: in the order in which the editor lists them.
    """
    return b"".join(
        [
            _information(name),
            *(_reference(short, libid) for short, libid in REFERENCES.items()),
            _record(0x000F, struct.pack("<H", len(modules))),  # PROJECTMODULES, 2.3.4.2.3
            _record(0x0013, _COOKIE),
            *map(_module, modules),
            _record(0x0010),  # the end
        ]
    )


def _information(name: str) -> bytes:
    """Return PROJECTINFORMATION (2.3.4.2.1): texts that we do without are empty."""
    locale = struct.pack("<I", _ENGLISH_US)
    return b"".join(
        [
            _record(0x0001, struct.pack("<I", _WINDOWS_64)),  # PROJECTSYSKIND
            _record(0x0002, locale),  # PROJECTLCID
            _record(0x0014, locale),  # PROJECTLCIDINVOKE
            _record(0x0003, struct.pack("<H", CODE_PAGE)),  # PROJECTCODEPAGE
            _record(0x0004, name.encode("ascii")),  # PROJECTNAME
            _twice(0x0005, 0x0040, ""),  # PROJECTDOCSTRING
            _record(0x0006) + _record(0x003D),  # PROJECTHELPFILEPATH
            _record(0x0007, _ZERO),  # PROJECTHELPCONTEXT
            _record(0x0008, _ZERO),  # PROJECTLIBFLAGS
            struct.pack("<HIIH", 0x0009, 4, *_VERSION),  # PROJECTVERSION, its 4 is no size
            _twice(0x000C, 0x003C, ""),  # PROJECTCONSTANTS
        ]
    )


def _reference(name: str, libid: str) -> bytes:
    """Return REFERENCENAME and REFERENCEREGISTERED (2.3.4.2.2.2, 2.3.4.2.2.5)."""
    text = libid.encode("ascii")
    return _twice(0x0016, 0x003E, name) + _record(
        0x000D, struct.pack("<I", len(text)) + text + bytes(6)
    )


def _module(module: Module) -> bytes:
    """Return one MODULE (2.3.4.2.3.2); its source starts its stream, which has its name."""
    standard = module.kind == "standard"
    return b"".join(
        [
            _twice(0x0019, 0x0047, module.name),  # MODULENAME
            _twice(0x001A, 0x0032, module.name),  # MODULESTREAMNAME
            _twice(0x001C, 0x0048, ""),  # MODULEDOCSTRING
            _record(0x0031, _ZERO),  # MODULEOFFSET
            _record(0x001E, _ZERO),  # MODULEHELPCONTEXT
            _record(0x002C, _COOKIE),  # MODULECOOKIE
            _record(0x0021 if standard else 0x0022),  # MODULETYPE
            _record(0x002B),  # the end
        ]
    )


def _record(number: int, data: bytes = b"") -> bytes:
    return struct.pack("<HI", number, len(data)) + data


def _twice(number: int, wide: int, text: str) -> bytes:
    """Return a text in the project's code page, then in UTF-16."""
    return _record(number, text.encode("ascii")) + _record(wide, text.encode("utf-16-le"))
