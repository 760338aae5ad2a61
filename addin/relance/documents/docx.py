"""Word files: a zip of XML parts, of which those with tags are rendered again for each letter.

All other parts are deflated once and copied. Same fields, same bytes.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
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
OLE = b"\xd0\xcf\x11\xe0"  # an old Word file, or one with a password
PASSWORD = "EncryptedPackage".encode("utf-16-le")
TYPES = "[Content_Types].xml"
# What else a package may be -> how that is told.
OTHERS = (
    (b"macroEnabled", "macros"),
    (b"wordprocessingml.template.main", "word_template"),
)
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
        TemplateFaultError: not a Word document (reason `not_docx`, or what it is instead:
            old_word, password, other_office, macros, word_template), one that Word did not
            write (`other_writing`), one of which a part is broken (`broken_part`, its name in
            `field`), or an unreasonable one (`too_big`).
    """
    if content.startswith(OLE):
        raise _refused(file, "password" if PASSWORD in content else "old_word")
    if len(content) > MAX_BYTES:
        raise _refused(file, "too_big")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            size = sum(one.file_size for one in entries)
            if len(entries) > MAX_PARTS or size > MAX_BYTES:
                raise _refused(file, "too_big")
            parts = {one.filename: _read(package, one) for one in entries}
    except UNREADABLE as error:
        raise _refused(file, "not_docx") from error
    reason = _other(parts) or ("" if len(parts) == len(entries) else "not_docx")
    if reason:
        raise _refused(file, reason)
    broken = next(_broken(parts), "")
    if broken:
        raise _refused(file, "not_docx" if broken == MAIN else "broken_part", broken)
    if not all(_is_as_word_writes(parts[name]) for name in read_as_xml(parts)):
        raise _refused(file, "other_writing")
    return parts


def _broken(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the parts at which Word would stumble, those that letters have as they are too.

    These may have an encoding of their own. What programs keep for themselves (customXml) no
    letter shows.
    """
    read = read_as_xml(parts)
    for name, part in parts.items():
        own = name.lower().endswith(".xml") and not name.startswith("customXml/")
        encoding = "UTF-8" if name in read else None
        if (encoding or own) and not is_well_formed(part, encoding):
            yield name


def _read(package: zipfile.ZipFile, one: zipfile.ZipInfo) -> bytes:
    """Read a part; what is longer than it says fails its check before it fills the memory."""
    with package.open(one) as part:
        return part.read(one.file_size + 1)


def _other(parts: Mapping[str, bytes]) -> str:
    """Return what a package is when it is no Word document, "" when it is one."""
    if b"opendocument" in parts.get("mimetype", b""):
        return "other_office"
    types = parts.get(TYPES, b"")
    found = next((reason for mark, reason in OTHERS if mark in types), "")
    if not found and any(name.lower().endswith("vbaproject.bin") for name in parts):
        return "macros"
    return found or ("" if MAIN in parts else "not_docx")


def read_as_xml(parts: Mapping[str, bytes]) -> list[str]:
    """Return the names of the parts that are read here: those with tags, and those around them."""
    around = [name for name in parts if name.endswith(".rels")]
    known = [name for name in (TYPES, "word/styles.xml", "word/settings.xml") if name in parts]
    return [*tagged(parts), *around, *known]


def is_word(path: Path) -> bool:
    """Tell whether a file is a Word document: programs print anything else as if it were a text."""
    try:
        unpack(path.name, path.read_bytes())
    except (TemplateFaultError, OSError):
        return False
    return True


def is_as_packed(content: bytes) -> bool:
    """Tell whether a file is one of ours as it was written: other programs pack it otherwise."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            if sum(one.file_size for one in entries) > MAX_BYTES:
                return False
            parts = [(one.filename, _read(package, one)) for one in entries]
    except UNREADABLE:
        return False
    both = ((entry(*part), entry(*part, BEST)) for part in parts)
    return archive(few if few.deflated in content else best for few, best in both) == content


def tagged(parts: Mapping[str, bytes]) -> list[str]:
    """Return the names of the parts in which tags are looked for, the document first."""
    return [MAIN, *sorted(name for name in parts if WITH_TAGS.fullmatch(name) and name != MAIN)]


def _refused(file: str, reason: str, field: str = "") -> TemplateFaultError:
    return TemplateFaultError(file=file, paragraph=0, field=field, reason=reason)


def is_well_formed(xml: bytes, encoding: str | None = "UTF-8") -> bool:
    """Tell whether a part is XML without a document type of its own.

    Args:
        xml: the part.
        encoding: that of the part, None for the one that it says itself.
    """
    reader = expat.ParserCreate(encoding)
    reader.StartDoctypeDeclHandler = _not_here
    return _is_read(reader, xml)


def _is_as_word_writes(xml: bytes) -> bool:
    """Tell whether a part is written as it is read: in UTF-8, with nothing between its elements.

    Expat knows UTF-16 by its first bytes, whatever it is told; a comment may hold half an element.
    """
    reader = expat.ParserCreate("UTF-8")
    reader.XmlDeclHandler = _in_utf_8
    reader.CommentHandler = reader.ProcessingInstructionHandler = _not_here
    reader.StartCdataSectionHandler = _not_here
    return b"\0" not in xml and _is_read(reader, xml)


def _is_read(reader: expat.XMLParserType, xml: bytes) -> bool:
    try:
        reader.Parse(xml, True)
    except (expat.ExpatError, LookupError, ValueError):
        return False
    return True


def _not_here(*_: object) -> None:
    raise ValueError("no part that Word writes has this")


def _in_utf_8(_version: str, encoding: str | None, _standalone: int) -> None:
    if (encoding or "utf-8").lower() != "utf-8":
        raise ValueError(encoding)
