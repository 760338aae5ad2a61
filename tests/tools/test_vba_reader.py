"""The strict reader sees what is planted: a reader that forgives would prove nothing."""

import struct

import pytest
from tests.tools.cfb_reader import Deviation, read_header, streams
from tests.tools.vba_reader import decompress, read_project

from relance.hosts.excel.build.cfb import compound_file
from relance.hosts.excel.build.ovba import compress
from relance.hosts.excel.build.project import SHEET, WORKBOOK, Module, vba_project
from relance.hosts.excel.build.project_text import PROJECT_ID, encrypted

LONG = "' une ligne\n" * 9 + "".join(f"'{at * 7919 % 9973}\n" for at in range(2000))
MODULES = [
    Module("ThisWorkbook", "", "document", WORKBOOK),
    Module("Feuil1", "", "document", SHEET),
    Module("Classe", "", "class"),
    Module("Long", f'Attribute VB_Name = "Long"\n{LONG}', "standard"),
]
GOOD = vba_project(MODULES)
STREAMS = streams(GOOD)
DIRECTORY = 512 * (1 + read_header(GOOD).directory)
FAT = 512 * (1 + read_header(GOOD).fat[0])
MINI_FAT = 512 * (1 + read_header(GOOD).mini_fat)
# The entries and their numbers; members of VBA hang from Feuil1: (dir, Long, Classe) before it,
# (_VBA_PROJECT, ThisWorkbook) after it.
(ROOT, VBA, BOOK, FEUIL1, CLASSE, LONG_, DIR, COMPILED, PROJECT, NAMES, UNUSED) = range(11)
LEFT, RIGHT, CHILD, COLOUR, START, SIZE = 68, 72, 76, 67, 116, 120  # places in an entry


def edited(at: int, data: bytes) -> bytes:
    """Return the project with some bytes replaced; they must differ."""
    assert GOOD[at : at + len(data)] != data
    return GOOD[:at] + data + GOOD[at + len(data) :]


def entry(number: int, at: int, data: bytes) -> bytes:
    """Return the project with an entry of its directory edited."""
    return edited(DIRECTORY + 128 * number + at, data)


def with_stream(path: str, data: bytes) -> bytes:
    """Return the project with another content of a stream."""
    assert STREAMS.get(path) != data
    return compound_file({**STREAMS, path: data})


def with_dir(old: bytes, new: bytes) -> bytes:
    """Return the project with an edited `dir` stream."""
    data = decompress(STREAMS["VBA/dir"])
    assert old in data
    return with_stream("VBA/dir", compress(data.replace(old, new, 1)))


def with_text(old: bytes, new: bytes) -> bytes:
    """Return the project with an edited `PROJECT` stream."""
    assert old in STREAMS["PROJECT"]
    return with_stream("PROJECT", STREAMS["PROJECT"].replace(old, new))


def with_source(name: str, old: bytes, new: bytes) -> bytes:
    """Return the project with an edited module."""
    source = decompress(STREAMS[f"VBA/{name}"])
    assert old in source
    return with_stream(f"VBA/{name}", compress(source.replace(old, new, 1)))


def hidden(data: bytes) -> bytes:
    """Return a state of the project as its `CMG` hides it."""
    return encrypted(data, sum(PROJECT_ID.encode()) & 0xFF, 0x08).encode()


def test_the_good_one_is_read() -> None:
    assert read_project(GOOD).texts()["Long"].startswith('Attribute VB_Name = "Long"\r\n')


def number(value: int) -> bytes:
    """Return a number of four bytes."""
    return struct.pack("<I", value)


LONG_SOURCE = decompress(STREAMS["VBA/Long"])
END, FREE = number(0xFFFFFFFE), number(0xFFFFFFFF)
CONTAINER = [
    ("whole sectors", GOOD + b"\0"),
    ("signature", edited(0, b"\0")),
    ("class of the header", edited(8, b"\1")),
    ("versions and sizes", edited(24, b"\x21")),
    ("reserved", edited(34, b"\1")),
    ("version 3 does not count", edited(40, b"\1")),
    ("transaction and cutoff", edited(56, number(512))),
    ("sectors of the mini FAT", edited(64, number(2))),
    ("no further list", edited(68, FREE)),
    ("FAT sectors beyond", edited(80, number(1))),
    ("FAT outside", edited(76, number(99))),
    ("marks its own sectors", edited(FAT, number(0xFFFFFFFD))),
    ("the file's length", edited(FAT + 4 * 60, END)),
    ("each sector in use", edited(FAT + 4 * 24, END) + bytes(512)),  # one more, that nobody owns
    ("has an owner already", edited(FAT, number(0))),  # a chain that bites its tail
    ("outside", edited(FAT, number(60))),
    ("in a chain", edited(FAT, FREE)),
    ("size and chain", edited(FAT, END)),
    ("each mini sector in use", entry(COMPILED, START, END + bytes(8))),
    ("no mini sector past", edited(MINI_FAT + 4 * 29, END)),
    ("has an owner already", entry(CLASSE, START, number(3))),
    ("the first entry is the root", entry(ROOT, 0, b"r")),
    ("the root has no sibling", entry(ROOT, LEFT, number(1))),
    ("class, state and times", entry(LONG_, 100, b"\1")),
    ("class, state and times", entry(VBA, 108, b"\1")),
    ("type and colour", entry(LONG_, COLOUR, b"\2")),
    ("type and colour", entry(LONG_, 66, b"\3")),
    ("length of a name", entry(LONG_, 64, b"\x0b")),
    ("ends with zeros", entry(LONG_, 64, b"\x08")),
    ("ends with zeros", entry(LONG_, 40, b"x")),
    ("characters of a name", entry(LONG_, 0, b"/")),
    ("a stream has no members", entry(LONG_, CHILD, number(2))),
    ("a folder has no stream", entry(VBA, START, number(1))),
    ("an unused entry is blank", entry(UNUSED, 0, b"x")),
    ("an unused entry has no relation", entry(UNUSED, CHILD, number(0))),
    ("size and chain", entry(LONG_, SIZE, number(7230 + 512))),
    ("size and chain", entry(DIR, SIZE, number(512))),
    ("or at the top", entry(FEUIL1, COLOUR, b"\0")),
    ("red under red", entry(LONG_, COLOUR, b"\0")),
    ("black ones on each side", entry(CLASSE, COLOUR, b"\1")),
    ("order of siblings", entry(FEUIL1, LEFT, number(COMPILED) + number(LONG_))),
    ("order of siblings", entry(CLASSE, 0, "FEUIL1".encode("utf-16-le"))),
    ("met twice", entry(CLASSE, LEFT, number(DIR))),
    ("met twice or not there", entry(CLASSE, LEFT, number(99))),
    ("is a member", entry(CLASSE, LEFT, number(UNUSED))),
    ("every entry has a place", entry(LONG_, RIGHT, FREE)),
]


@pytest.mark.parametrize(("what", "raw"), CONTAINER, ids=[what for what, _ in CONTAINER])
def test_a_container_that_deviates_is_seen(what: str, raw: bytes) -> None:
    with pytest.raises(Deviation, match=what):
        streams(raw)


PROJECTS = [
    ("no compiled code", with_stream("VBA/_VBA_PROJECT", bytes.fromhex("cc61b500000300"))),
    ("one stream a module", with_stream("VBA/__SRP_0", b"x")),
    ("the same modules in PROJECTwm", with_stream("PROJECTwm", b"\0\0")),
    ("a name in PROJECTwm", with_stream("PROJECTwm", b"A\0B\0\0\0\0\0")),
    ("64-bit Windows", with_dir(b"\1\0\4\0\0\0\3", b"\1\0\4\0\0\0\1")),
    ("LCID", with_dir(b"\x09\x04", b"\x0c\x04")),
    ("code page", with_dir(b"\xe4\x04", b"\xe9\xfd")),
    ("version", with_dir(b"\x09\0\4\0\0\0", b"\x09\0\6\0\0\0")),
    ("both texts", with_dir("Long".encode("utf-16-le"), "Lung".encode("utf-16-le"))),
    ("reference", with_dir(b"#2.0#0#C:", b"#2,0#0#C:")),
    ("record 0x0017 instead of 0x000f", with_dir(b"\x16\0\6\0\0\0", b"\x17\0\6\0\0\0")),
    ("record 0x0023 instead of 0x0022", with_dir(b"\x21\0\0\0\0\0", b"\x23\0\0\0\0\0")),
    ("instead of 0x0010", with_dir(b"\x0f\0\2\0\0\0\4", b"\x0f\0\2\0\0\0\3")),
    ("nothing after the end", with_dir(b"\x10\0\0\0\0\0", b"\x10\0\0\0\0\0\0")),
    ("Long: type", with_dir(b"\x21\0\0\0\0\0", b"\x22\0\0\0\0\0")),
    ("PROJECT has CRLF", with_text(b"\r\n", b"\n")),
    ("starts with its ID", with_text(b'ID="', b'Id="')),
    ("one name for the project", with_text(b'"Relance"', b'"Autre"')),
    ("the same modules in PROJECT and dir", with_text(b"Classe", b"Klasse")),
    ("Classe: type", with_text(b"Class=Classe", b"Module=Classe")),
    ("a window", with_text(b"Long=0, 0", b"Lang=0, 0")),
    ("properties", with_text(b"HelpContextID", b"HelpFile")),
    ("key of the project", with_text(b"{5", b"{6")),
    ("CMG", with_text(hidden(bytes(4)), hidden(b"\1\0\0\0"))),
    ("Long: CRLF", with_source("Long", b"\r\n", b"\n")),
    ("Long: ASCII", with_source("Long", b"ligne", b"\xe9")),
    ("Long: first line", with_source("Long", b'"Long"', b'"Lang"')),
    ("Long: length of lines", with_source("Long", b"ligne", b"x" * 1024)),
    ("Long: continuations", with_source("Long", b"ligne", b"x _\r\n" * 25)),
    ("Long: the last line", with_stream("VBA/Long", compress(LONG_SOURCE[:-2]))),
    ("Feuil1: base", with_source("Feuil1", b"Attribute VB_Base", b"'")),
]


@pytest.mark.parametrize(("what", "raw"), PROJECTS, ids=[what for what, _ in PROJECTS])
def test_a_project_that_deviates_is_seen(what: str, raw: bytes) -> None:
    with pytest.raises(Deviation, match=what):
        read_project(raw)


@pytest.mark.parametrize(
    ("what", "container"),
    [
        ("signature of a container", "02"),
        ("signature of a chunk", "01 01 80 00 61"),
        ("a chunk ends inside", "01 03 b0 00 61"),
        ("a group has a token", "01 00 b0 00"),
        ("flags without token", "01 01 b0 02 61"),
        ("a copy has two bytes", "01 02 b0 02 61 00"),
        ("something before it", "01 02 b0 01 00 00"),
        ("starts inside the chunk", "01 03 b0 02 61 00 f0"),
        ("up to 4096 bytes", "01 03 b0 02 61 fd 0f"),
        ("a plain chunk is whole", "01 01 30 00 61"),
        ("not the last is full", "01 01 b0 00 61 01 b0 00 61"),
    ],
)
def test_a_container_of_tokens_that_deviates_is_seen(what: str, container: str) -> None:
    with pytest.raises(Deviation, match=what):
        decompress(bytes.fromhex(container))
