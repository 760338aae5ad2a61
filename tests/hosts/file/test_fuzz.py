"""Whatever the bytes of a file, a user gets a reason and never a traceback."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relance.core.errors import RelanceError
from relance.hosts.file.book import FileBook

AGAIN = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
PARTS = [
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
    "xl/tables/table1.xml",
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
    "xl/worksheets/_rels/sheet1.xml.rels",
]
SPOILS = st.one_of(
    st.binary(max_size=12),
    st.sampled_from([b"<", b">", b'"', b"<row>", b"</row>", b"<c>", b"&x;", b"\xff", b"0", b"-"]),
)


def try_everything(path: Path) -> None:
    try:
        with FileBook(path) as book:
            book.read("tFactures")
            book.get("AsOf")
            book.write("tFactures", "Note", {2: "x"})
            book.append("tFactures", [{"Note": "y"}])
            book.set("AsOf", 1)
            book.save()
            book.read("tFactures")
    except RelanceError:
        pass


@AGAIN
@given(st.binary(max_size=300))
def test_any_bytes_are_answered(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.xlsx"
    for start in (b"", b"PK\3\4", b"PK\5\6"):
        path.write_bytes(start + data)
        with pytest.raises(RelanceError):
            FileBook(path)


@AGAIN
@given(st.data())
def test_a_spoilt_archive_is_answered(simple_book: Path, data: st.DataObject) -> None:
    whole = simple_book.read_bytes()
    path = simple_book.with_name("x.xlsx")
    at = data.draw(st.integers(0, len(whole)))
    cut = data.draw(st.integers(0, 8))
    path.write_bytes(whole[:at] + data.draw(SPOILS) + whole[at + cut :])
    try_everything(path)


@AGAIN
@given(st.data())
def test_a_spoilt_part_is_answered(simple_book: Path, data: st.DataObject) -> None:
    path = simple_book.with_name("x.xlsx")
    spoilt = data.draw(st.sampled_from(PARTS))
    with zipfile.ZipFile(simple_book) as old, zipfile.ZipFile(path, "w") as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename == spoilt:
                at = data.draw(st.integers(0, len(part)))
                cut = data.draw(st.integers(0, 40))
                part = part[:at] + data.draw(SPOILS) + part[at + cut :]
            new.writestr(info.filename, part)
    try_everything(path)
