"""The streams `PROJECT` and `PROJECTwm`: the list of modules as text ([MS-OVBA] 2.3.1, 2.3.3)."""

import struct
from collections.abc import Iterable, Sequence

from .module import Module

# Any will do; it never changes, so that the same sources give the same bytes.
PROJECT_ID = "{5B1D1A51-32E3-4C6A-9C57-7A0C1D0F5E2B}"

_HOST = "&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000"
_CLOSED = "0, 0, 0, 0, C"  # a module's window in the editor

# Protection, password, visibility: none, none, shown (2.3.1.15 to 2.3.1.17). Each is encrypted
# from a seed of its own; these seeds call for no filling bytes.
_STATES = (("CMG", bytes(4), 0x08), ("DPB", b"\x00", 0x10), ("GC", b"\xff", 0x18))
_ENCRYPTION_VERSION = 2


def project_stream(name: str, modules: Sequence[Module]) -> bytes:
    """Return the stream `PROJECT`.

    Args:
        name: of the project.
        modules: in the order of `VBA/dir`.
    """
    key = sum(PROJECT_ID.encode()) & 0xFF  # 2.4.3.2
    return _lines(
        [
            f'ID="{PROJECT_ID}"',
            *map(_item, modules),
            f'Name="{name}"',
            'HelpContextID="0"',
            'VersionCompatible32="393222000"',
            *(f'{state}="{encrypted(data, key, seed)}"' for state, data, seed in _STATES),
            "",
            "[Host Extender Info]",
            _HOST,
            "",
            "[Workspace]",
            *(f"{module.name}={_CLOSED}" for module in modules),
        ]
    )


def names_stream(modules: Iterable[Module]) -> bytes:
    """Return the stream `PROJECTwm`: each name in the code page and in UTF-16 (2.3.3)."""
    names = (module.name for module in modules)
    pairs = (name.encode("ascii") + b"\0" + name.encode("utf-16-le") + b"\0\0" for name in names)
    return b"".join(pairs) + b"\0\0"


def encrypted(data: bytes, key: int, seed: int) -> str:
    """Return data as the project file hides it (2.4.3.2), in hexadecimal.

    Args:
        data: at most a few bytes.
        key: the project's, 0 to 255.
        seed: 0 to 255, with bits 1 and 2 clear, so that no filling bytes are called for.
    """
    version = seed ^ _ENCRYPTION_VERSION
    written = [seed, version, seed ^ key]
    before_last, last, plain = version, seed ^ key, key
    for byte in struct.pack("<I", len(data)) + data:
        before_last, last, plain = last, byte ^ ((before_last + plain) & 0xFF), byte
        written.append(last)
    return bytes(written).hex().upper()


def _item(module: Module) -> str:
    """Return the line of a module (2.3.1.3 to 2.3.1.6)."""
    if module.kind == "document":
        return f"Document={module.name}/&H00000000"
    return f"{'Module' if module.kind == 'standard' else 'Class'}={module.name}"


def _lines(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\r\n" for line in lines).encode("ascii")
