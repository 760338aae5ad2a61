"""Word files: a zip of XML parts, of which those with tags are rendered again for each letter.

All other parts are kept in a zip made once, to which the rendered parts are added. Same fields,
same bytes: no date, a fixed order.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from ..core.errors import TemplateFaultError
from .template import Compiled, Fields

MAIN = "word/document.xml"
WITH_TAGS = re.compile(r"word/(document|(header|footer)\d*|footnotes|endnotes)\.xml")
MAX_BYTES = 30_000_000  # of a template, unpacked
MAX_PARTS = 1_000
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold
DOS = 0  # "made on" in a zip: the same on every system
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, NotImplementedError, EOFError
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A template ready to render: `base` is the zip of the parts without tags."""

    base: bytes
    parts: tuple[tuple[str, Compiled], ...]

    def render(self, fields: Fields) -> bytes:
        """Return the document. Raises TemplateFaultError."""
        written = io.BytesIO()
        written.write(self.base)
        with zipfile.ZipFile(written, "a") as archive:
            for name, part in self.parts:
                _add(archive, name, part.render(fields).replace("\n", "").encode())
        return written.getvalue()


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of these parts, in their order, without a date."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in parts.items():
            _add(archive, name, content)
    return written.getvalue()


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, FIRST_DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = DOS
    archive.writestr(entry, content)


def unpack(file: str, content: bytes) -> dict[str, bytes]:
    """Return the parts of a .docx file by name.

    Raises:
        TemplateFaultError: not a Word document, or an unreasonable one (reason `not_docx`).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            size = sum(entry.file_size for entry in entries)
            if len(entries) > MAX_PARTS or size > MAX_BYTES:
                raise _not_docx(file)
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except UNREADABLE as error:
        raise _not_docx(file) from error
    if MAIN not in parts or not all(is_well_formed(parts[name]) for name in tagged(parts)):
        raise _not_docx(file)
    return parts


def is_word(path: Path) -> bool:
    """Tell whether a file is a Word document: programs print anything else as if it were a text."""
    try:
        unpack(path.name, path.read_bytes())
    except (TemplateFaultError, OSError):
        return False
    return True


def tagged(parts: Mapping[str, bytes]) -> list[str]:
    """Return the names of the parts in which tags are looked for, the document first."""
    return [MAIN, *sorted(name for name in parts if WITH_TAGS.fullmatch(name) and name != MAIN)]


def _not_docx(file: str) -> TemplateFaultError:
    return TemplateFaultError(file=file, paragraph=0, field="", reason="not_docx")


def is_well_formed(xml: bytes) -> bool:
    """Tell whether a part is UTF-8 XML without a document type of its own."""
    reader = expat.ParserCreate("UTF-8")
    reader.StartDoctypeDeclHandler = _refuse
    try:
        reader.Parse(xml, True)
    except (expat.ExpatError, ValueError):
        return False
    return True


def _refuse(*_: object) -> None:
    raise ValueError("a part of a Word file has no document type")
