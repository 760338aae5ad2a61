"""A VBA project as Excel leaves it: what our writer writes and Excel then saves.

Compiled code stands before each source and beside it, names have another case, blanks and
attributes were added, and the streams are in another order.
"""

import re
import struct
from collections.abc import Callable

from tests.tools.cfb_reader import streams
from tests.tools.vba_reader import decompress

from relance.hosts.excel.build.cfb import compound_file
from relance.hosts.excel.build.ovba import compress

COMPILED = bytes(range(256)) * 20  # what Excel made of a module, before its source
_OFFSET = b"\x31\x00\x04\x00\x00\x00"
_CODE = re.compile(r'("[^"\n]*")')


def recased(source: str) -> str:
    """Return a source whose words have another case and other blanks; texts and notes stay."""
    lines = source.split("\r\n")
    kept = ("Attribute", "'")
    return "\r\n".join(line if line.lstrip().startswith(kept) else _recased(line) for line in lines)


def _recased(line: str) -> str:
    pieces = _CODE.split(line)
    pieces[::2] = [piece.swapcase().replace(" ", "  ") for piece in pieces[::2]]
    return "".join(pieces) + ("" if line.endswith("_") else " ")


def saved_by_excel(project: bytes, change: Callable[[str], str] = recased) -> bytes:
    """Return a project that Excel has compiled and saved.

    Args:
        project: as we write it.
        change: what becomes of each module's source.
    """
    found = streams(project)
    offset = _OFFSET + struct.pack("<I", len(COMPILED))
    directory = decompress(found["VBA/dir"]).replace(_OFFSET + bytes(4), offset)
    kept = ("VBA/dir", "VBA/_VBA_PROJECT", "PROJECT", "PROJECTwm")
    sources = {
        path: COMPILED + compress(_noted(change(decompress(found[path]).decode("cp1252"))))
        for path in reversed(found)
        if path not in kept
    }
    return compound_file(
        {
            "PROJECT": found["PROJECT"].replace(b"C\r\n", b"Z\r\n"),
            "PROJECTwm": found["PROJECTwm"],
            **sources,
            "VBA/__SRP_0": COMPILED,
            "VBA/_VBA_PROJECT": bytes.fromhex("cc61b500000300ff") + COMPILED,
            "VBA/dir": compress(directory),
        }
    )


def _noted(source: str) -> bytes:
    """Return a source with an attribute as `Application.MacroOptions` leaves them."""
    first, end, rest = source.partition("\r\n")
    note = 'Attribute Noted.VB_ProcData.VB_Invoke_Func = " \\n14"'
    return f"{first}{end}{note}\r\n{rest}".encode("cp1252")
