"""Letters joined for the printer: all of them, in order, each on a sheet of its own."""

import io
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from relance.core.errors import MissingExtraError
from relance.core.records import Line, Message
from relance.documents import pdf_joined
from relance.documents.pdf import letter_pdf
from relance.documents.pdf_joined import join, page_count

Joiner = Callable[[Iterable[bytes]], bytes]
A5 = (419.53, 595.28)


def letter(pages: int, width: float = 595.28, height: float = 841.89) -> bytes:
    """A PDF of blank pages."""
    written = io.BytesIO()
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width, height)
    writer.write(written)
    return written.getvalue()


@pytest.fixture
def joined(tmp_path: Path) -> Joiner:
    """Join letters and read the file."""

    def read(letters: Iterable[bytes]) -> bytes:
        join(letters, tmp_path / "all.pdf")
        return (tmp_path / "all.pdf").read_bytes()

    return read


def pages_of(content: bytes) -> list[tuple[float, float]]:
    pages = PdfReader(io.BytesIO(content)).pages
    return [(float(page.mediabox.width), float(page.mediabox.height)) for page in pages]


def test_each_letter_begins_on_the_front_of_a_sheet(joined: Joiner) -> None:
    sizes = pages_of(joined([letter(1), letter(2, *A5), letter(3)]))
    a4 = (595.28, 841.89)
    assert sizes == [a4, a4, A5, A5, a4, a4, a4, a4]


def test_more_letters_than_are_open_at_a_time_keep_their_order(joined: Joiner) -> None:
    widths = [100.0 + number for number in range(pdf_joined.CHUNK * 2 + 1)]
    sizes = pages_of(joined(letter(2, width, 300) for width in widths))
    assert [width for width, _ in sizes[::2]] == widths


def test_what_is_joined_says_what_the_letters_say(
    line: Callable[..., Line], message: Callable[..., Message], joined: Joiner
) -> None:
    letters = [letter_pdf(message([line(number)])) for number in ("F-ONE", "F-TWO")]
    content = joined(letters)
    pages = PdfReader(io.BytesIO(content)).pages
    assert "F-ONE" in pages[0].extract_text()
    assert "F-TWO" in pages[2].extract_text()
    assert not any("/StructParents" in page for page in pages)
    assert joined(letters) == content


def test_pages_are_counted_and_a_damaged_file_has_none() -> None:
    assert page_count(letter(3)) == 3
    assert page_count(b"no PDF") == 0
    assert page_count(letter(3)[:100]) == 0


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    pdf_joined._library.cache_clear()
    with pytest.raises(MissingExtraError):
        page_count(b"")
    pdf_joined._library.cache_clear()
