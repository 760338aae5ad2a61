"""A strict reader of VBA projects ([MS-OVBA]), written apart from our writer.

It takes `vbaProject.bin` as Excel would and says what it holds; whatever the specification
forbids, and the few things that Excel is known to refuse, are a `Deviation`.
"""

import re
import struct
from dataclasses import dataclass, field

from tests.tools.cfb_reader import Deviation, need, streams

__all__ = ["Deviation", "Project", "Stored", "decompress", "read_project"]

CHUNK = 4096
LIBID = re.compile(r"\*\\G\{[0-9A-F-]{36}\}#\d+\.\d+#\d+#[^#]+#[^#]+")
ID_LINE = re.compile(r'ID="(\{[0-9A-F-]{36}\})"')
ITEM = re.compile(r"(Document|Module|Class)=(\w+)(/&H00000000)?")
STATES = {"CMG": bytes(4), "DPB": b"\0", "GC": b"\xff"}  # not protected, no password, shown


@dataclass(frozen=True)
class Stored:
    """A module as the project holds it: "Document", "Module" or "Class", and its text."""

    name: str
    kind: str
    text: str


@dataclass(frozen=True)
class Project:
    """What a project holds."""

    name: str
    references: dict[str, str]
    modules: list[Stored]

    def texts(self) -> dict[str, str]:
        """Return the text of each module by name."""
        return {module.name: module.text for module in self.modules}


def decompress(container: bytes) -> bytes:
    """Return the source of a compressed container (2.4.1.3.1); every chunk but the last is full."""
    need(container[:1] == b"\x01", "signature of a container")
    out, at = b"", 1
    while at < len(container):
        need(len(out) % CHUNK == 0, "a chunk that is not the last is full")
        (header,) = struct.unpack("<H", container[at : at + 2])
        end = at + (header & 0x0FFF) + 3
        need(header >> 12 & 0b111 == 0b011, "signature of a chunk")
        need(end <= len(container), "a chunk ends inside")
        body = container[at + 2 : end]
        if header >> 15:
            out += _tokens(body)
        else:
            need(len(body) == CHUNK, "a plain chunk is whole")
            out += body
        at = end
    return out


def _tokens(body: bytes) -> bytes:
    out, at = bytearray(), 0
    while at < len(body):
        flags, at = body[at], at + 1
        need(at < len(body), "a group has a token")
        for bit in range(8):
            if at >= len(body):
                need(flags >> bit == 0, "flags without token")
                break
            if flags >> bit & 1:
                need(at + 2 <= len(body), "a copy has two bytes")
                _copy(out, *struct.unpack("<H", body[at : at + 2]))
                at += 2
            else:
                out.append(body[at])
                at += 1
    need(0 < len(out) <= CHUNK, "a chunk has up to 4096 bytes")
    return bytes(out)


def _copy(out: bytearray, token: int) -> None:
    need(len(out) > 0, "a copy has something before it")
    bits = 4
    while 1 << bits < len(out):
        bits += 1
    back, length = (token >> 16 - bits) + 1, (token & 0xFFFF >> bits) + 3
    need(back <= len(out), "a copy starts inside the chunk")
    for _ in range(length):
        out.append(out[-back])


@dataclass
class Records:
    """The records of the `dir` stream, taken one after the other."""

    data: bytes
    at: int = field(default=0)

    def next_is(self, number: int) -> bool:
        """Tell whether the next record has this number."""
        return self.data[self.at : self.at + 2] == struct.pack("<H", number)

    def take(self, number: int, size: int | None = None) -> bytes:
        """Return the data of the next record, which must have this number (and size)."""
        found, length = struct.unpack("<HI", self.raw(6))
        need(found == number, f"record {found:#06x} instead of {number:#06x}")
        need(size in (None, length), f"record {number:#06x} has {length} bytes")
        return self.raw(length)

    def raw(self, count: int) -> bytes:
        """Return the next bytes."""
        self.at += count
        need(self.at <= len(self.data), "the dir stream is too short")
        return self.data[self.at - count : self.at]

    def text(self, number: int, wide: int) -> str:
        """Return a text that stands twice, in the code page and in UTF-16."""
        narrow = self.take(number).decode("cp1252")
        need(narrow == self.take(wide).decode("utf-16-le"), f"both texts of {number:#06x}")
        return narrow


def read_dir(data: bytes) -> tuple[str, dict[str, str], dict[str, bool]]:
    """Return the project's name, its references, and whether each module is a standard one."""
    records = Records(data)
    need(records.take(0x01, 4) == struct.pack("<I", 3), "64-bit Windows")
    need(records.take(0x02, 4) == struct.pack("<I", 0x409), "LCID")
    need(records.take(0x14, 4) == struct.pack("<I", 0x409), "LCID of invocation")
    need(records.take(0x03, 2) == struct.pack("<H", 1252), "code page")
    name = records.take(0x04).decode("ascii")
    need(1 <= len(name) <= 128, "name of the project")
    need(records.text(0x05, 0x40) == "", "description")
    need(records.take(0x06) == records.take(0x3D) == b"", "help file")
    need(records.take(0x07, 4) == records.take(0x08, 4) == bytes(4), "help context and flags")
    need(records.raw(6) == struct.pack("<HI", 9, 4), "version")
    records.raw(6)
    need(records.text(0x0C, 0x3C) == "", "constants")
    references = {}
    while records.next_is(0x16):
        short = records.text(0x16, 0x3E)
        references[short] = _libid(records.take(0x0D))
    (count,) = struct.unpack("<H", records.take(0x0F, 2))
    need(records.take(0x13, 2) == b"\xff\xff", "cookie")
    modules = dict(_module(records) for _ in range(count))
    need(len(modules) == count, "module names are unique")
    records.take(0x10, 0)
    need(records.at == len(data), "nothing after the end")
    return name, references, modules


def _libid(data: bytes) -> str:
    (length,) = struct.unpack("<I", data[:4])
    libid = data[4 : 4 + length].decode("cp1252")
    need(data[4 + length :] == bytes(6), "reserved bytes of a reference")
    need(LIBID.fullmatch(libid) is not None, f"reference {libid}")
    return libid


def _module(records: Records) -> tuple[str, bool]:
    name = records.text(0x19, 0x47)
    need(records.text(0x1A, 0x32) == name, f"{name}: stream")
    need(records.text(0x1C, 0x48) == "", f"{name}: description")
    need(records.take(0x31, 4) == bytes(4), f"{name}: offset of the source")
    need(records.take(0x1E, 4) == bytes(4), f"{name}: help context")
    need(records.take(0x2C, 2) == b"\xff\xff", f"{name}: cookie")
    standard = records.next_is(0x21)
    records.take(0x21 if standard else 0x22, 0)
    records.take(0x2B, 0)
    return name, standard


def read_project_text(data: bytes) -> tuple[str, dict[str, str]]:
    """Return the project's name and the kind of each module (2.3.1)."""
    text = data.decode("ascii")
    need(text.endswith("\r\n") and text.count("\r\n") == text.count("\n"), "PROJECT has CRLF")
    properties, host, workspace = (part.split("\r\n") for part in text[:-2].split("\r\n\r\n"))
    found = ID_LINE.fullmatch(properties[0])
    need(found is not None, "PROJECT starts with its ID")
    kinds, rest = {}, []
    for line in properties[1:]:
        if item := ITEM.fullmatch(line):
            need((item[1] == "Document") == bool(item[3]), line)
            need(item[2] not in kinds, f"{item[2]} is there twice")
            kinds[item[2]] = item[1]
        else:
            rest.append(line)
    values = dict(line.split("=", 1) for line in rest)
    need(list(values) == ["Name", "HelpContextID", "VersionCompatible32", *STATES], "properties")
    need(values["VersionCompatible32"] == '"393222000"', "version of the project file")
    key = sum(found[1].encode()) % 256 if found else 0
    for state, plain in STATES.items():
        need(_decrypted(bytes.fromhex(values[state].strip('"')), key) == plain, state)
    need(host[0] == "[Host Extender Info]" and len(host) == 2, "host extender")
    need(workspace[0] == "[Workspace]", "workspace")
    windows = [line.partition("=")[0] for line in workspace[1:]]
    need(windows == list(kinds), "a window for each module")
    return values["Name"].strip('"'), kinds


def _decrypted(data: bytes, key: int) -> bytes:
    """Return what was hidden (2.4.3.3); the key of the project must be its own."""
    seed = data[0]
    need(data[1] ^ seed == 2, "version of the encryption")
    need(data[2] ^ seed == key, "key of the project")
    before_last, last, plain, out = data[1], data[2], key, bytearray()
    for byte in data[3:]:
        plain = byte ^ (before_last + plain) % 256
        before_last, last = last, byte
        out.append(plain)
    filling = (seed & 6) // 2
    (length,) = struct.unpack("<I", out[filling : filling + 4])
    need(len(out) == filling + 4 + length, "length of what was hidden")
    return bytes(out[filling + 4 :])


def read_names(data: bytes) -> list[str]:
    """Return the names of `PROJECTwm`, each there in the code page and in UTF-16 (2.3.3)."""
    names = []
    while data != b"\0\0":
        narrow, _, rest = data.partition(b"\0")
        wide = narrow.decode("ascii").encode("utf-16-le")
        need(len(narrow) > 0 and rest.startswith(wide + b"\0\0"), "a name in PROJECTwm")
        names.append(narrow.decode("ascii"))
        data = rest[len(wide) + 2 :]
    return names


def read_project(raw: bytes) -> Project:
    """Return what a `vbaProject.bin` holds."""
    found = streams(raw)
    need(found.pop("VBA/_VBA_PROJECT", b"") == b"\xcc\x61\xff\xff\0\1\0", "no compiled code")
    name, references, standard = read_dir(decompress(found.pop("VBA/dir")))
    written, kinds = read_project_text(found.pop("PROJECT"))
    need(written == name, "one name for the project")
    need(list(kinds) == list(standard), "the same modules in PROJECT and dir")
    need(read_names(found.pop("PROJECTwm")) == list(standard), "the same modules in PROJECTwm")
    need(set(found) == {f"VBA/{module}" for module in standard}, "one stream a module, no other")
    modules = []
    for module, kind in kinds.items():
        need(standard[module] == (kind == "Module"), f"{module}: type in dir and PROJECT")
        text = decompress(found[f"VBA/{module}"]).decode("cp1252")
        check_text(module, kind, text)
        modules.append(Stored(module, kind, text))
    return Project(name, references, modules)


def check_text(name: str, kind: str, text: str) -> None:
    """Check what the editor asks of a module's text."""
    need(text.isascii() and "\0" not in text, f"{name}: ASCII")
    need(text.endswith("\r\n"), f"{name}: the last line is ended")
    need(text.count("\r") == text.count("\n") == text.count("\r\n"), f"{name}: CRLF")
    lines = text.split("\r\n")
    need(lines[0] == f'Attribute VB_Name = "{name}"', f"{name}: first line")
    need(max(map(len, lines)) <= 1023, f"{name}: length of lines")
    need(re.search(r"(?: _\r\n[^\r]*){25}", text) is None, f"{name}: continuations")
    bases = [line for line in lines if line.startswith("Attribute VB_Base = ")]
    need(len(bases) == (kind != "Module"), f"{name}: base class")
