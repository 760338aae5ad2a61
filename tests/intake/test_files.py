"""What a file is, by its bytes; a wrong file is refused with the reason."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from relance.core.errors import IntakeError
from relance.intake.exports import read_export
from relance.intake.files import ENCRYPTED, OLE, load, tables

Workbook = Callable[..., bytes]


def reason(content: bytes) -> object:
    with pytest.raises(IntakeError) as refused:
        tables("f", content)
    assert refused.value.facts["path"] == "f"
    return refused.value.facts["reason"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"<html><table><tr><td>1;2</td></tr></table></html>", "html"),
        (b"<?xml version='1.0'?><Workbook/>", "html"),
        (OLE + b"\x00" * 100, "old_xls"),
        (OLE + ENCRYPTED + b"\x00" * 100, "encrypted"),
        (b"PK\x03\x04 and then nothing", "truncated"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (b"a;b\n" + bytes(range(1, 9)) * 9, "binary"),
        (b"a sentence alone", "not_a_table"),
    ],
)
def test_a_wrong_file_is_refused_with_its_reason(content: bytes, expected: str) -> None:
    assert reason(content) == expected


def test_a_workbook_cut_short_is_told_from_another_package(workbook: Workbook) -> None:
    content = workbook([["Code", "Solde"], ["C1", 1]])
    assert reason(content[: len(content) // 2]) == "truncated"
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("hello.txt", "hello")
    assert reason(buffer.getvalue()) == "not_a_table"


def test_a_stray_cell_far_away_does_not_fill_the_memory() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", '<c r="XFD1048576"><v>1</v></c>')
    assert reason(buffer.getvalue()) == "too_large"


def test_a_package_with_a_password_is_refused() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    content = bytearray(buffer.getvalue())
    content[6] |= 1  # flags of the part, then of its entry in the directory
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert reason(bytes(content)) == "encrypted"


def test_an_empty_sheet_is_no_table(workbook: Workbook) -> None:
    with pytest.raises(IntakeError) as refused:
        read_export("f", workbook([]))
    assert refused.value.facts["reason"] == "empty"


def test_a_missing_file_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(IntakeError) as refused:
        load(tmp_path / "absent.csv")
    assert refused.value.facts["reason"] == "missing"
    with pytest.raises(IntakeError) as refused:
        load(tmp_path)
    assert refused.value.facts["reason"] == "unreadable"
    (tmp_path / "a.csv").write_bytes(b"a;b")
    assert load(tmp_path / "a.csv") == b"a;b"


def test_the_declared_separator_is_no_row() -> None:
    (table,) = tables("f", b"sep=;\nCode;Solde\nC1;1\n")
    assert next(row for row in table.whole().rows if any(row[1])) == (2, ["Code", "Solde"])
