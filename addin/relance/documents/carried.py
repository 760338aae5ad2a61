"""What a Word file carries beside its words: what no letter may take along, and what is dropped.

A letter goes to a debtor: nothing in it may run, call another file, change by itself, or show what
only the office should see. What is harmless to leave out (comments, the authors of a change of
format, the path of an attached template) is left out; what could change what is read is refused.
docxtpl takes all of it along, deleted text too: here the two differ on purpose.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .docx import read_as_xml
from .relations import RELATION, as_word_writes, attributes, relations

CONTENT_TYPES = "[Content_Types].xml"
SETTINGS = "word/settings.xml"
PARAGRAPH = re.compile(r"<w:p[ />]")
REVISION = re.compile(r"<w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge)[ />]")
FOREIGN = re.compile(r"<w:(?:altChunk|subDoc|object|control)[ />]")
PLACEHOLDER = re.compile(r"<w:showingPlcHdr(?: w:val=\"(?:1|true|on)\")?\s*/>")
INSTRUCTION = re.compile(r"<w:instrText[^>]*>([^<]*)<|<w:fldSimple [^>]*w:instr=\"([^\"]*)\"")
FIELD_BEGIN = re.compile(r'w:fldCharType="(begin|separate|end)"')
EMBEDDED = re.compile(r"word/(?:embeddings|activeX|charts|diagrams)/", re.IGNORECASE)
SAFE_LINK = re.compile(r"(?:https?://|mailto:|tel:|#)", re.IGNORECASE)
ROOT = re.compile(r"officeDocument$")
# Fields of Word that say the same whenever the letter is opened, or where a person fills in.
KEPT_FIELDS = (
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "SEQ",
    "LISTNUM", "SYMBOL", "HYPERLINK", "FORMCHECKBOX", "FORMTEXT", "FORMDROPDOWN", "EQ", "ADVANCE",
)  # fmt: skip

# What is left out of every letter.
TRACES = re.compile(r"word/(?:comments\w*|people)\.xml")
ANCHORS = re.compile(r"<w:comment(?:RangeStart|RangeEnd|Reference)\s[^>]*/>")
FORMATS = re.compile(
    r"<w:(rPrChange|pPrChange|sectPrChange|tblPrChange|tblPrExChange|trPrChange|tcPrChange"
    r"|tblGridChange|numberingChange)[ />](?:(?<=/>)|.*?</w:\1>)",
    re.DOTALL,
)
BINDINGS = re.compile(r"<w:dataBinding\s[^>]*/>")
SET_UP = re.compile(r"<w:(?:attachedTemplate|trackRevisions|mailMerge)[ />](?:[^>]*?/>)?")
MERGE = re.compile(r"<w:mailMerge>.*?</w:mailMerge>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Carried:
    """What a Word file may not carry: its part, its paragraph (0: the file), a word, a code."""

    part: str
    row: int
    text: str
    reason: str


def carried(parts: Mapping[str, bytes], tagged: list[str]) -> Iterator[Carried]:
    """Yield what a template carries that no letter may.

    Args:
        parts: the parts of the template, without their traces.
        tagged: the names of those that are shown.
    """
    yield from _package(parts)
    for name in tagged:
        xml = parts[name].decode("utf-8", "replace")
        for shape, reason in (
            (REVISION, "revisions"), (FOREIGN, "embedded"), (PLACEHOLDER, "placeholder"),
        ):  # fmt: skip
            found = shape.search(xml)
            if found:
                yield Carried(name, _row(xml, found.start()), "", reason)
        yield from _instructions(name, xml)


def _package(parts: Mapping[str, bytes]) -> Iterator[Carried]:
    for name in parts:
        if EMBEDDED.match(name):
            yield Carried("", 0, posixpath.basename(name), "embedded")
        if name.lower().endswith((".rels",)):
            yield from _links(parts[name].decode("utf-8", "replace"))


def _links(rels: str) -> Iterator[Carried]:
    """Relations to the outside, but for the links that a reader clicks."""
    for one in relations(rels):
        kind, target = one.get("Type", ""), one.get("Target", "")
        if one.get("TargetMode") != "External":
            continue
        if not (kind.endswith("/hyperlink") and SAFE_LINK.match(target)):
            yield Carried("", 0, target[-60:], "linked")


def _instructions(part: str, xml: str) -> Iterator[Carried]:
    """Fields of Word that change by themselves, or fetch what nobody has read."""
    for place, said in _fields(xml):
        name = (said.split() or [""])[0].strip("\\").upper()
        if name and name not in KEPT_FIELDS:
            yield Carried(part, _row(xml, place), name, "word_field")
            return


def _fields(xml: str) -> Iterator[tuple[int, str]]:
    """Yield the instruction of each field, whatever runs Word cut it into."""
    said, start = "", -1
    marks = re.compile(f"{FIELD_BEGIN.pattern}|{INSTRUCTION.pattern}")
    for found in marks.finditer(xml):
        _, piece, simple = found.groups()
        if simple is not None:
            yield found.start(), simple
        elif piece is not None:
            said, start = said + piece, start if said else found.start()
        elif said:
            yield start, said
            said = ""
    if said:
        yield start, said


def _row(xml: str, place: int) -> int:
    """Return the paragraph that holds a place of a part, counted from 1."""
    return len(PARAGRAPH.findall(xml[:place])) or 1


def other_main(parts: Mapping[str, bytes], main: str) -> bool:
    """Tell whether the package shows another part than the one that is read here."""
    listed = parts.get("_rels/.rels", b"").decode("utf-8", "replace")
    shown = [one for one in relations(listed) if ROOT.search(one.get("Type", ""))]
    return any(one.get("Target", "").lstrip("/") != main for one in shown)


def without_traces(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts without comments, authors of formats, and what ties the file to others."""
    kept = {name: content for name, content in parts.items() if not TRACES.fullmatch(name)}
    for name in read_as_xml(kept):
        kept[name] = as_word_writes(kept[name].decode("utf-8", "replace")).encode()
    for name, content in tuple(kept.items()):
        if name.endswith(".rels"):
            kept[name] = RELATION.sub(_relation, content.decode("utf-8", "replace")).encode()
        elif name == CONTENT_TYPES:
            kept[name] = re.sub(
                rb'<Override\s[^>]*PartName="/word/(?:comments\w*|people)\.xml"[^>]*/>',
                b"",
                content,
            )
        elif name == SETTINGS:
            said = MERGE.sub("", content.decode("utf-8", "replace"))
            kept[name] = SET_UP.sub("", said).encode()
    return kept


def _relation(found: re.Match[str]) -> str:
    said = attributes(found[0])
    kind, target = said.get("Type", ""), posixpath.basename(said.get("Target", ""))
    trace = TRACES.fullmatch(f"word/{target}") and said.get("TargetMode") != "External"
    merge = kind.endswith(("/attachedTemplate", "/mailMergeSource", "/mailMergeHeaderSource"))
    return "" if trace or merge else found[0]


def words_alone(xml: str) -> str:
    """Return a part without what is no word of the letter: comments, old formats, bindings."""
    for shape in (ANCHORS, FORMATS, BINDINGS):
        xml = shape.sub("", xml)
    return xml
