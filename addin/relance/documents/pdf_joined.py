"""PDF files joined into one for the printer: each begins on the front of a sheet.

Tags and the archive's marks are the letters' own; a file to be printed has neither. pikepdf comes
with the extra `pdf` and is imported here alone.
"""

import io
import tempfile
from collections.abc import Iterable
from functools import cache
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from ..core.errors import MissingExtraError

if TYPE_CHECKING:
    import pikepdf

CHUNK = 20  # letters open at a time
OF_TAGS = ("/StructParents", "/Tabs")


def page_count(content: bytes) -> int:
    """Return how many pages a PDF has; 0 when it is not a PDF that can be read.

    Raises:
        MissingExtraError: pikepdf is not installed.
    """
    library = _library()
    try:
        with library.open(io.BytesIO(content)) as letter:
            return len(letter.pages)
    except library.PdfError:
        return 0


def join(letters: Iterable[bytes], target: Path) -> None:
    """Write one PDF of all letters in their order, each with an even number of pages.

    Args:
        letters: whole PDF files, at least one; each is asked for when its turn comes.
        target: the file; nothing of it is held in memory as a whole.

    Raises:
        MissingExtraError: pikepdf is not installed.
        OSError: the disk refuses the file.
    """
    coming = iter(letters)
    with tempfile.TemporaryDirectory() as name:
        chunks: list[Path] = []
        for chunk in iter(lambda: [*islice(coming, CHUNK)], []):
            path = Path(name) / f"{len(chunks)}.pdf"
            _write(_padded(chunk), path)
            chunks.append(path)
        _write(_bare(chunks), target)


def _padded(letters: Iterable[bytes]) -> "pikepdf.Pdf":
    """Join letters that fit in memory together; each ends on the back of a sheet."""
    library = _library()
    whole: pikepdf.Pdf = library.new()
    for content in letters:
        letter = library.open(io.BytesIO(content))
        whole.pages.extend(letter.pages)
        if len(letter.pages) % 2:
            whole.add_blank_page().mediabox = library.Array([*letter.pages[-1].mediabox])
    return whole


def _bare(chunks: Iterable[Path]) -> "pikepdf.Pdf":
    """Join files, without what refers to tags that are not there any more."""
    library = _library()
    whole: pikepdf.Pdf = library.new()
    for path in chunks:
        whole.pages.extend(library.open(path, access_mode=library.AccessMode.stream).pages)
    for page in whole.pages:
        for key in OF_TAGS:
            if key in page:
                del page[key]
    return whole


def _write(whole: "pikepdf.Pdf", path: Path) -> None:
    with whole, path.open("wb") as stream:
        whole.save(stream, deterministic_id=True)


@cache
def _library() -> ModuleType:
    try:
        import pikepdf
    except ImportError:
        raise MissingExtraError(extra="pdf") from None
    return pikepdf
