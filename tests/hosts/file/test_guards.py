"""Files that are refused before anything is trusted."""

import errno
import os
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from relance.core.errors import BookError
from relance.hosts.file import guards
from relance.hosts.file.book import FileBook

Change = Callable[[bytes], bytes]
Rewrite = Callable[[Path, Mapping[str, Change]], None]

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
TYPES = "[Content_Types].xml"
WORKBOOK = "xl/workbook.xml"
SHEET = "xl/worksheets/sheet1.xml"


def reason(path: Path) -> object:
    with pytest.raises(BookError) as error:
        FileBook(path).read("tFactures")
    assert error.value.facts["path"] == str(path)
    return error.value.facts["reason"]


def replacing(old: bytes, new: bytes) -> Change:
    def change(part: bytes) -> bytes:
        assert old in part
        return part.replace(old, new)

    return change


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty"),
        (b"N;Client\r\n", "not_a_workbook"),
        (b"PK", "truncated"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), "old_xls"),
    ],
)
def test_what_is_no_archive_is_named_for_what_it_is(
    tmp_path: Path, content: bytes, expected: str
) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    assert reason(path) == expected


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert reason(tmp_path / "absent.xlsx") == "missing"
    assert reason(tmp_path) == "not_a_workbook"
    with pytest.raises(BookError):
        FileBook(tmp_path / "absent.xlsx", writing=True)


def test_a_file_cut_short_is_refused_wherever_it_is_cut(simple_book: Path) -> None:
    whole = simple_book.read_bytes()
    for length in range(4, len(whole), len(whole) // 25):
        simple_book.write_bytes(whole[:length])
        assert reason(simple_book) == "truncated"


def test_an_archive_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert reason(path) == "not_a_workbook"


@pytest.mark.parametrize(
    ("part", "change", "expected"),
    [
        (TYPES, replacing(b"sheet.main+xml", b"document.main"), "not_a_workbook"),
        (
            TYPES,
            replacing(
                b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                b"application/vnd.ms-excel.sheet.binary.macroEnabled.main",
            ),
            "xlsb",
        ),
        (
            TYPES,
            replacing(
                b"</Types>",
                b'<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.'
                b'digital-signature-origin"/></Types>',
            ),
            "signed",
        ),
        (
            WORKBOOK,
            replacing(
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            ),
            "strict_ooxml",
        ),
        (WORKBOOK, replacing(b"<workbookPr ", b'<workbookPr date1904="1" '), "date1904"),
        (WORKBOOK, replacing(b"<workbook ", b"<!DOCTYPE x><workbook "), "dtd"),
        (SHEET, replacing(b"<worksheet ", b"<!DOCTYPE x><worksheet "), "dtd"),
        (WORKBOOK, lambda part: part.decode().encode("utf-16"), "utf16"),
        (SHEET, lambda part: part.decode().encode("utf-16"), "utf16"),
        (WORKBOOK, replacing(b'encoding="UTF-8"', b'encoding="iso-8859-1"'), "encoding"),
        (SHEET, replacing(b"</sheetData>", b"<!-- x --></sheetData>"), "unusual_xml"),
        (SHEET, replacing(b"<sheetData>", b"<!-- x --><sheetData>"), "unusual_xml"),
        (SHEET, replacing(b"<v>1200.5</v>", b"<v><![CDATA[1200.5]]></v>"), "unusual_xml"),
        (SHEET, replacing(b"sheetData>", b"x:sheetData>"), "unusual_xml"),
        (SHEET, replacing(b"</sheetData>", b"</x>"), "damaged"),
        (SHEET, replacing(b"<v>1200.5</v>", b"<v>douze</v>"), "damaged"),
        (SHEET, replacing(b'<row r="3"', b'<row r="1"'), "damaged"),
        (SHEET, lambda _: b"", "damaged"),
        (WORKBOOK, lambda part: part[:-20], "damaged"),
    ],
)
def test_a_workbook_that_can_not_be_edited_safely_is_refused(
    simple_book: Path, rewrite: Rewrite, part: str, change: Change, expected: str
) -> None:
    rewrite(simple_book, {part: change})
    assert reason(simple_book) == expected


def test_a_part_named_twice_is_refused(simple_book: Path) -> None:
    with zipfile.ZipFile(simple_book, "a") as archive:
        archive.writestr("XL/WORKBOOK.XML", b"<x/>")
    assert reason(simple_book) == "duplicate_parts"


def test_a_part_that_unfolds_beyond_reason_is_refused(simple_book: Path) -> None:
    with zipfile.ZipFile(simple_book, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/bombe.xml", b"\0" * (guards.BIG_PART + 1))
    assert reason(simple_book) == "zip_bomb"


def test_parts_that_share_their_bytes_are_refused(simple_book: Path) -> None:
    data = bytearray(simple_book.read_bytes())
    entries = [at for at in range(len(data)) if data.startswith(b"PK\1\2", at)]
    first = data[entries[0] + 42 : entries[0] + 46]
    data[entries[1] + 42 : entries[1] + 46] = first
    simple_book.write_bytes(data)
    assert reason(simple_book) == "zip_bomb"


@pytest.mark.parametrize(
    ("limit", "most"), [("MOST_BYTES", 100), ("MOST_UNFOLDED", 1000), ("MOST_PARTS", 3)]
)
def test_a_file_beyond_the_limits_is_refused(
    simple_book: Path, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    monkeypatch.setattr(guards, limit, most)
    assert reason(simple_book) == "too_large"


def test_an_encrypted_or_oddly_packed_part_is_refused(simple_book: Path) -> None:
    whole = simple_book.read_bytes()
    entry = whole.index(b"PK\1\2")
    for at, value, expected in ((8, 1, "encrypted"), (10, 93, "damaged")):
        data = bytearray(whole)
        data[entry + at : entry + at + 2] = struct.pack("<H", value)
        simple_book.write_bytes(data)
        assert reason(simple_book) == expected


def test_a_part_whose_sum_is_wrong_is_not_copied(rich_book: Path) -> None:
    with zipfile.ZipFile(rich_book) as archive:
        info = archive.getinfo("xl/opaque.bin")
    data = bytearray(rich_book.read_bytes())
    data[info.header_offset + 30 + len(info.filename) + 20] ^= 0xFF
    rich_book.write_bytes(data)
    with FileBook(rich_book) as book:
        book.write("tFactures", "Note", {2: "x"})
        with pytest.raises(BookError) as error:
            book.save()
    assert error.value.facts["reason"] == "damaged"
    assert error.value.facts["detail"] == "xl/opaque.bin"
    assert rich_book.read_bytes() == data


@pytest.mark.parametrize(("number", "expected"), [(errno.EACCES, "permission"), (errno.EIO, "io")])
def test_a_file_that_can_not_be_read_is_refused(
    simple_book: Path, monkeypatch: pytest.MonkeyPatch, number: int, expected: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "open", refuse)
    assert reason(simple_book) == expected
