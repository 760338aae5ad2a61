"""A strict reader of compound files ([MS-CFB] version 3), written apart from our writer.

Readers in use forgive; Excel's own decides whether a user's macros open. So everything that the
specification asks for is checked, and anything else is a `Deviation`.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

SECTOR, MINI = 512, 64
CUTOFF = 4096
MOST_REGULAR = 0xFFFFFFFA
FAT_SECTOR, END, FREE = 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFF
RED = 0
UNUSED, STORAGE, STREAM, ROOT = 0, 1, 2, 5
NONE = 0xFFFFFFFF
ALL = ((0, ""), (99, ""))  # before and after every name


class Deviation(Exception):  # noqa: N818 - it names what the specification forbids
    """The file is not as the specification says."""


def need(held: bool, what: str) -> None:
    """Raise a deviation unless something holds."""
    if not held:
        raise Deviation(what)


@dataclass(frozen=True)
class Header:
    """The numbers of the header (2.2) that differ between files."""

    fat: tuple[int, ...]
    directory: int
    mini_fat: int
    mini_fat_sectors: int


@dataclass(frozen=True)
class Entry:
    """One entry of the directory (2.6.1)."""

    name: str
    kind: int
    colour: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Table:
    """Sectors of one size and their chains; a sector has one owner at most."""

    def __init__(self, data: bytes, size: int, links: Sequence[int]) -> None:
        self.data, self.size, self.links = data, size, links
        self.owners: dict[int, str] = {}

    def read(self, start: int, owner: str) -> bytes:
        """Return the bytes of a chain, whole sectors."""
        found = []
        while start != END:
            need(start <= MOST_REGULAR, f"{owner}: sector {start:#x} in a chain")
            need((start + 1) * self.size <= len(self.data), f"{owner}: sector {start} is outside")
            need(start not in self.owners, f"{owner}: sector {start} has an owner already")
            self.owners[start] = owner
            found.append(self.data[start * self.size : (start + 1) * self.size])
            start = self.links[start]
        return b"".join(found)

    def stream(self, entry: Entry) -> bytes:
        """Return a stream; its chain has just the sectors that its size asks for."""
        data = self.read(entry.start, entry.name)
        need(len(data) == -(-entry.size // self.size) * self.size, f"{entry.name}: size and chain")
        return data[: entry.size]


def streams(raw: bytes) -> dict[str, bytes]:
    """Return the streams of a compound file by path."""
    header = read_header(raw)
    body = raw[SECTOR:]
    fat = read_fat(body, header)
    sectors = Table(body, SECTOR, fat)
    sectors.owners = dict.fromkeys(header.fat, "FAT")
    entries = read_entries(sectors.read(header.directory, "directory"))
    root = entries[0]
    need((root.name, root.kind) == ("Root Entry", ROOT), "the first entry is the root")
    mini_fat = sectors.read(header.mini_fat, "mini FAT")
    need(len(mini_fat) == header.mini_fat_sectors * SECTOR, "sectors of the mini FAT")
    links = struct.unpack(f"<{len(mini_fat) // 4}I", mini_fat)
    mini = Table(sectors.stream(root), MINI, links)
    found = {
        path: (sectors if entry.size >= CUTOFF else mini).stream(entry)
        for path, entry in walk(entries).items()
        if entry.kind == STREAM
    }
    check_owned(sectors, len(body) // SECTOR, "sector")
    check_owned(mini, len(mini.data) // MINI, "mini sector")
    return found


def read_header(raw: bytes) -> Header:
    """Return what the header says (2.2)."""
    need(len(raw) % SECTOR == 0 and len(raw) > SECTOR, "whole sectors")
    need(raw[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "signature")
    need(raw[8:24] == bytes(16), "class of the header")
    need(struct.unpack("<5H", raw[24:34]) == (0x3E, 3, 0xFFFE, 9, 6), "versions and sizes")
    need(raw[34:40] == bytes(6), "reserved")
    (directories, fat_sectors, directory, transaction, cutoff, mini_fat, mini_fat_sectors, difat,
     difat_sectors) = struct.unpack("<9I", raw[40:76])  # fmt: skip
    need(directories == 0, "version 3 does not count directory sectors")
    need((transaction, cutoff) == (0, CUTOFF), "transaction and cutoff")
    need((difat, difat_sectors) == (END, 0), "no further list of FAT sectors")
    listed = struct.unpack("<109I", raw[76:512])
    need(set(listed[fat_sectors:]) <= {FREE}, "FAT sectors beyond their number")
    need(mini_fat_sectors > 0 or mini_fat == END, "no mini FAT")
    return Header(listed[:fat_sectors], directory, mini_fat, mini_fat_sectors)


def read_fat(body: bytes, header: Header) -> list[int]:
    """Return the FAT (2.3): it marks its own sectors and knows none past the end."""
    sectors = len(body) // SECTOR
    need(all(at < sectors for at in header.fat), "FAT outside the file")
    tables = [struct.unpack("<128I", body[at * SECTOR : (at + 1) * SECTOR]) for at in header.fat]
    fat = [link for table in tables for link in table]
    marked = {at for at, link in enumerate(fat) if link == FAT_SECTOR}
    need(marked == set(header.fat), "the FAT marks its own sectors")
    need(len(fat) >= sectors and set(fat[sectors:]) <= {FREE}, "the FAT and the file's length")
    return fat


def read_entries(data: bytes) -> list[Entry]:
    """Return the directory's entries, the unused ones too so that numbers hold."""
    return [read_entry(data[at : at + 128]) for at in range(0, len(data), 128)]


def read_entry(raw: bytes) -> Entry:
    """Return one entry (2.6.1); times, classes and state are zero here."""
    length, kind, colour, left, right, child = struct.unpack("<HBBIII", raw[64:80])
    start, size = struct.unpack("<IQ", raw[116:128])
    need(raw[80:116] == bytes(36), "class, state and times")
    if kind == UNUSED:
        need(raw[:68] == bytes(68) and (start, size) == (0, 0), "an unused entry is blank")
        need((left, right, child) == (NONE, NONE, NONE), "an unused entry has no relation")
        return Entry("", kind, colour, left, right, child, start, size)
    need(kind in (STORAGE, STREAM, ROOT) and colour in (0, 1), "type and colour")
    need(length % 2 == 0 and 2 < length <= 64, "length of a name")
    need(raw[length - 2 : 64] == bytes(66 - length), "a name ends with zeros")
    name = raw[: length - 2].decode("utf-16-le")
    need(not set(name) & set("/\\:!\0"), "characters of a name")
    need(kind != STREAM or child == NONE, f"{name}: a stream has no members")
    need(kind != STORAGE or (start, size) == (0, 0), f"{name}: a folder has no stream")
    need(kind != STREAM or size > 0 or start == END, f"{name}: an empty stream has no sector")
    return Entry(name, kind, colour, left, right, child, start, size)


def walk(entries: Sequence[Entry]) -> dict[str, Entry]:
    """Return the entries by path; each is met once, its siblings in a red-black tree (2.6.4)."""
    met: set[int] = {0}
    found: dict[str, Entry] = {}

    def branch(
        at: int, path: str, low: tuple[int, str], high: tuple[int, str], under_red: bool
    ) -> int:
        """Check one sibling and those below it; return how many black ones a way down meets."""
        if at == NONE:
            return 1
        need(at < len(entries) and at not in met, f"entry {at} is met twice or not there")
        met.add(at)
        entry = entries[at]
        need(entry.kind in (STORAGE, STREAM), f"entry {at} is a member")
        key = (len(entry.name), entry.name.upper())
        need(low < key < high, f"{entry.name}: order of siblings")
        is_red = entry.colour == RED
        need(not (is_red and under_red), f"{entry.name}: red under red, or at the top")
        left = branch(entry.left, path, low, key, is_red)
        right = branch(entry.right, path, key, high, is_red)
        need(left == right, f"{entry.name}: black ones on each side")
        found[path + entry.name] = entry
        if entry.kind == STORAGE:
            branch(entry.child, f"{path}{entry.name}/", *ALL, under_red=True)
        return left + (not is_red)

    branch(entries[0].child, "", *ALL, under_red=True)
    need((entries[0].left, entries[0].right) == (NONE, NONE), "the root has no sibling")
    used = {at for at, entry in enumerate(entries) if entry.kind != UNUSED}
    need(met == used, "every entry has a place in the tree")
    return found


def check_owned(table: Table, count: int, what: str) -> None:
    """Check that what the table gives out is owned, and what is free is not."""
    given = {at for at, link in enumerate(table.links[:count]) if link != FREE}
    need(given == set(table.owners), f"each {what} in use has an owner")
    need(set(table.links[count:]) <= {FREE}, f"no {what} past the end")
