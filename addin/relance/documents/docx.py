"""Word files: a zip of XML parts, of which those with tags are rendered again for each letter.

All other parts are deflated once and copied. Same fields, same bytes.
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
from .holding import held
from .pictures import picture
from .template import Compiled, Fields
from .zipped import Entry, archive, entry

MAIN = "word/document.xml"
WITH_TAGS = re.compile(r"word/(document|(header|footer)\d*|footnotes|endnotes)\.xml")
MAX_BYTES = 30_000_000  # of a template, unpacked
MAX_PARTS = 1_000
BEST = 9  # level of deflation
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, NotImplementedError, EOFError
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A template ready to render: `shared` are the parts without tags, as each letter has them.

    `codes` are the pictures that the letter's QR code replaces.
    """

    shared: tuple[Entry, ...]
    parts: tuple[tuple[str, Compiled], ...]
    codes: tuple[tuple[str, bytes], ...] = ()

    def render(self, fields: Fields) -> bytes:
        """Return the document. Raises TemplateFaultError."""
        own = [
            entry(name, held(part.render(fields).replace("\n", "")).encode())
            for name, part in self.parts
        ]
        drawn = picture(fields.get("qr")) if self.codes else b""
        codes = [entry(name, drawn or template) for name, template in self.codes]
        return archive([*self.shared, *codes, *own])


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of these parts, in their order, without a date."""
    return archive(shared(parts))


def shared(parts: Mapping[str, bytes]) -> tuple[Entry, ...]:
    """Return the parts that no letter changes, deflated once and well."""
    return tuple(entry(name, content, BEST) for name, content in parts.items())


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
