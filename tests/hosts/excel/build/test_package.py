"""Parts added to a workbook, and a package that is the same each time."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from tests.tools import macro_book

from relance.core.errors import BuildError
from relance.hosts.excel.build.package import (
    RIBBON,
    archive,
    parts,
    with_blank_texts,
    with_ribbon,
)
from relance.wording.sentences import sentence

UNFINISHED = macro_book.unfinished()
SHEET = "xl/worksheets/sheet2.xml"


def without(name: str) -> bytes:
    """Return the workbook without one of its parts."""
    return archive({part: data for part, data in parts(UNFINISHED).items() if part != name})


def test_a_ribbon_is_one_part_and_one_arrow() -> None:
    before, after = parts(UNFINISHED), parts(with_ribbon(UNFINISHED, b"<customUI/>"))
    assert after.pop(RIBBON) == b"<customUI/>"
    arrow = (
        b'<Relationship Id="rIdRibbon" Type="http://schemas.microsoft.com/office/2007/'
        b'relationships/ui/extensibility" Target="customUI/customUI14.xml"/></Relationships>'
    )
    assert after.pop("_rels/.rels") == before.pop("_rels/.rels").replace(b"</Relationships>", arrow)
    assert after == before


def test_a_blank_result_is_a_text() -> None:
    before, after = parts(UNFINISHED), parts(with_blank_texts(UNFINISHED))
    formula = f"<f>{macro_book.DAYS}</f>".encode()
    was, now = (one.pop(SHEET).split(b"<c ") for one in (before, after))
    changed = [(old, new) for old, new in zip(was, now, strict=True) if old != new]
    ((old, new),) = changed
    assert formula + b"<v></v>" in old
    assert new == old.replace(b"><f>", b' t="str"><f>')
    assert sum(formula + b"<v>27</v>" in cell for cell in now) == 1
    # The only other blank result of this workbook: the name of the creditor on the first sheet.
    assert [name for name in before if before[name] != after[name]] == ["xl/worksheets/sheet1.xml"]


def test_the_package_has_a_fixed_order_date_and_system() -> None:
    with zipfile.ZipFile(io.BytesIO(macro_book.macro_book())) as file:
        entries = file.infolist()
    names = [entry.filename for entry in entries]
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr) for entry in entries} == {(0, 0o600 << 16)}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_DEFLATED}


def test_the_order_of_the_parts_given_does_not_matter() -> None:
    found = parts(UNFINISHED)
    assert archive(dict(reversed(found.items()))) == archive(found)


def test_the_same_workbook_has_the_same_bytes_in_another_process_and_place() -> None:
    source = "import sys; from tests.tools import macro_book as m\n"
    source += "sys.stdout.buffer.write(m.macro_book())"
    told = subprocess.run(
        [sys.executable, "-c", source],
        cwd=Path(__file__).parents[4],
        env=os.environ | {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7"},
        capture_output=True,
        check=True,
    )
    assert told.stdout == macro_book.macro_book()


def test_another_reader_opens_it() -> None:
    file = io.BytesIO(macro_book.macro_book())
    book = openpyxl.load_workbook(file, keep_vba=True, data_only=True)
    assert [cell.value for cell in book["Factures"]["A"][1:]] == ["000123", "000124"]


@pytest.mark.parametrize(
    ("package", "reason", "value"),
    [
        (b"no zip", "broken_package", "File is not a zip file"),
        (without("_rels/.rels"), "broken_package", "_rels/.rels"),
        (without("[Content_Types].xml"), "broken_package", "[Content_Types].xml"),
        (with_ribbon(UNFINISHED, b"<customUI/>"), "ribbon_twice", None),
    ],
)
def test_what_can_take_no_ribbon_is_refused(package: bytes, reason: str, value: object) -> None:
    with pytest.raises(BuildError) as refused:
        with_ribbon(package, b"<customUI/>")
    error = refused.value
    assert (error.facts["reason"], error.facts.get("value")) == (reason, value)
    assert "ne peut pas être construit" not in sentence(error.code, error.facts)
