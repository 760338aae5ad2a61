"""Word files: what is packed, what is refused, and the same bytes twice."""

import io
import struct
import tracemalloc
import zipfile

import pytest

from relance.core.errors import TemplateFaultError
from relance.documents import docx
from relance.documents.docx import MAIN, is_as_packed, pack, tagged, unpack
from relance.documents.shipped import shipped

BODY = b"<w:document xmlns:w='w'><w:body/></w:document>"


def test_the_same_parts_make_the_same_bytes_without_a_date() -> None:
    made = pack({"a.xml": b"<a/>", MAIN: BODY})
    assert made == pack({"a.xml": b"<a/>", MAIN: BODY})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist() == ["a.xml", MAIN]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {0}


def test_a_shipped_template_opens_with_its_content_types_first() -> None:
    with zipfile.ZipFile(io.BytesIO(shipped("relance-1.docx"))) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert archive.testzip() is None
        assert b'w:lang w:val="fr-FR"' in archive.read("word/styles.xml")


def test_tags_are_looked_for_in_the_document_its_heads_and_feet() -> None:
    parts = {"word/footer1.xml": b"", "word/styles.xml": b"", MAIN: b"", "word/header2.xml": b""}
    assert tagged(parts) == [MAIN, "word/footer1.xml", "word/header2.xml"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a zip",
        pack({"other.xml": b"<a/>"}),
        pack({MAIN: b"<w:document"}),
        pack({MAIN: b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
        pack({MAIN: "<a>é</a>".encode("latin-1")}),
    ],
)
def test_what_is_no_word_document_is_refused(content: bytes) -> None:
    with pytest.raises(TemplateFaultError) as refused:
        unpack("relance-1.docx", content)
    assert refused.value.facts["reason"] == "not_docx"
    assert refused.value.facts["file"] == "relance-1.docx"


def test_a_damaged_part_is_refused() -> None:
    damaged = bytearray(pack({MAIN: BODY * 50}))
    damaged[60:70] = b"\xff" * 10
    with pytest.raises(TemplateFaultError):
        unpack("relance-1.docx", bytes(damaged))


def test_a_file_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "MAX_BYTES", 10)
    with pytest.raises(TemplateFaultError):
        unpack("relance-1.docx", pack({MAIN: BODY}))


def test_a_part_longer_than_it_says_is_refused_before_it_is_read() -> None:
    """A part of 50 MB whose header tells 100 bytes: no more than those is unpacked."""
    packed = bytearray(pack({MAIN: BODY, "word/media/x.png": b"\0" * 50_000_000}))
    said = struct.pack("<I", 50_000_000)
    packed = packed.replace(said, struct.pack("<I", 100))
    tracemalloc.start()
    with pytest.raises(TemplateFaultError):
        unpack("relance-1.docx", bytes(packed))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


def test_a_file_that_unpacks_to_too_much_is_none_of_ours_and_is_not_read() -> None:
    """Fifty megabytes of zeros in a file of 50 kB, where a posting slip was written."""
    packed = pack({MAIN: BODY, "word/media/x.png": b"\0" * 50_000_000})
    tracemalloc.start()
    assert not is_as_packed(packed)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000
