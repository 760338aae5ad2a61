"""From a Word part to a template's source: tags that Word split are joined, block tags lifted.

Word cuts `{{ name }}` into several runs as people type and correct it. Each tag is put back in
one run here, once, when the template is loaded. A tag that stands for a whole paragraph or row
(`{%p`, `{%tr`, `{%tc`, `{%r`, as in docxtpl) takes that element's place.

Line n + 1 of the source is paragraph n of the part, so that a fault can name its paragraph.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from .template import Fault

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
LIFTED = re.compile(r"\{([%#])(p|tr|tc|r)(?=[\s-])(.*)[%#]\}", re.DOTALL)
OPENING = re.compile(r"\{(?=([{%#]))")
CLOSINGS = {"{": "}}", "%": "%}", "#": "#}"}
INSERTED = re.compile(r"\{\{(p|tr|tc|r)\s")
LEFT_OPEN = re.compile(r"\{[{%#]|[}%#]\}")
PIECES = re.compile(r"(<[^>]*>)")
ELEMENT = re.compile(r"<(/?)w:(p|tr|tc|r|t)(?=[\s/>])[^>]*?(/?)>")
BLANK = re.compile(r"<w:(tab|br|cr)(\s[^>]*)?/>")
STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})
ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


@dataclass(slots=True)
class Paragraph:
    """The pieces of one paragraph that hold its text, and the piece that opens each of them."""

    texts: list[int] = field(default_factory=list)
    opens: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Part:
    """A part as pieces (elements' marks and texts), and where its elements begin and end."""

    pieces: list[str]
    paragraphs: list[Paragraph] = field(default_factory=list)
    ends: dict[int, int] = field(default_factory=dict)
    around: dict[int, dict[str, int]] = field(default_factory=dict)


def source(xml: str) -> tuple[str, list[str], list[Fault]]:
    """Return a part's template source, the words of its paragraphs, and its faults."""
    part = _scan(xml.replace("\r", " ").replace("\n", " "))
    found: list[Fault] = []
    written = []
    for number, paragraph in enumerate(part.paragraphs, start=1):
        text = "".join(part.pieces[place] for place in paragraph.texts)
        written.append(_unescaped(_said(part, paragraph)))
        if "{" in text or "}" in text:
            found += _join(part, paragraph, number + 1)
    return _lift(part, found), written, found


def _said(part: Part, paragraph: Paragraph) -> str:
    """Return the words of a paragraph; a tab stands for each break between them, none in a tag."""
    texts = [part.pieces[place] for place in paragraph.texts]
    starts = [0, *accumulate(map(len, texts))]
    tags = tags_in("".join(texts))
    firsts = [first for first, _ in tags]
    said, before = [], -1
    for place, text, start in zip(paragraph.texts, texts, starts, strict=False):
        between = part.pieces[before:place] if before >= 0 else []
        tag = bisect_left(firsts, start) - 1
        if tag < 0 or start >= tags[tag][1]:
            said += ["-" for piece in between if piece.startswith("<w:noBreakHyphen")]
            said += ["\t"] if any(BLANK.fullmatch(piece) for piece in between) else []
        said.append(text)
        before = place
    return "".join(said)


def _scan(xml: str) -> Part:
    """Cut a part into pieces and find its paragraphs."""
    part = Part(PIECES.split(xml))
    stack: list[tuple[str, int]] = []
    inside: list[Paragraph] = []
    for place, piece in enumerate(part.pieces):
        mark = ELEMENT.fullmatch(piece) if piece.startswith("<") else None
        if mark is None:
            if piece and stack and stack[-1][0] == "t" and inside:
                inside[-1].texts.append(place)
                inside[-1].opens.append(stack[-1][1])
                part.around[place] = dict(stack)
            continue
        closing, name, alone = mark.groups()
        if closing:
            part.ends[stack.pop()[1]] = place
            if name == "p":
                inside.pop()
            continue
        if name == "p":
            part.paragraphs.append(Paragraph())
        if not alone:
            stack.append((name, place))
            if name == "p":
                inside.append(part.paragraphs[-1])
    return part


def _join(part: Part, paragraph: Paragraph, line: int) -> list[Fault]:
    """Put each tag of a paragraph wholly in the piece where it begins."""
    whole = "".join(part.pieces[place] for place in paragraph.texts)
    tags = tags_in(whole)
    bounds = [0, *(place for tag in tags for place in tag), len(whole)]
    outside = "".join(whole[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True))
    if LEFT_OPEN.search(outside):
        return [Fault(line, _unescaped(outside.strip())[:60], "unclosed")]
    ends = list(accumulate(len(part.pieces[place]) for place in paragraph.texts))
    for first, last in tags:
        _without_blanks(part, paragraph, bisect_right(ends, first), bisect_left(ends, last))
    start = 0
    for place, opening, end in zip(paragraph.texts, paragraph.opens, ends, strict=True):
        part.pieces[place] = _owned(whole, start, end, tags)
        part.pieces[opening] = '<w:t xml:space="preserve">'
        start = end
    return [Fault(line, tag.group(), "unsupported") for tag in INSERTED.finditer(whole)]


def tags_in(text: str) -> list[tuple[int, int]]:
    """Return where each match of `TAG` begins and ends; of many tags without end, in no time."""
    found, at, endless = [], 0, set()
    for opening in OPENING.finditer(text):
        kind = opening.group(1)
        if opening.start() < at or kind in endless:
            continue
        end = text.find(CLOSINGS[kind], opening.start() + 2)
        if end < 0:
            endless.add(kind)  # none of its kind that follows has an end either
            continue
        at = end + len(CLOSINGS[kind])
        found.append((opening.start(), at))
    return found


def _without_blanks(part: Part, paragraph: Paragraph, first: int, last: int) -> None:
    """Leave out the tabs and line breaks inside a tag, between two of its paragraph's texts."""
    for place in range(paragraph.texts[first], paragraph.texts[last]):
        if BLANK.fullmatch(part.pieces[place]):
            part.pieces[place] = ""


def _owned(whole: str, start: int, end: int, tags: list[tuple[int, int]]) -> str:
    """Return the text from start to end, with the whole of the tags that begin there."""
    kept, at = [], start
    for first, last in tags:
        if last <= start or first >= end:
            continue
        kept.append(whole[at:first] if first > at else "")
        if first >= start:
            kept.append(_straight(whole[first:last]))
        at = last
    kept.append(whole[at:end])
    return "".join(kept)


def _straight(tag: str) -> str:
    """Return a tag as typed: no entity, no curly quote."""
    return _unescaped(tag).translate(STRAIGHT)


def _unescaped(text: str) -> str:
    for entity, character in ENTITIES:
        text = text.replace(entity, character)
    return text


def _lift(part: Part, found: list[Fault]) -> str:
    """Return the source: lifted tags in the place of their elements, a line a paragraph."""
    elements: dict[int, int] = {}  # element left out -> its last piece
    tags: dict[int, str] = {}  # where its tag is written: the paragraph or run that held it
    for line, paragraph in enumerate(part.paragraphs, start=2):
        for place, tag in _lifted(part, paragraph):
            kind, name, inner = tag.groups()
            around = part.around[place]
            start = around.get(name)
            if start is None or start in elements:
                found.append(Fault(line, tag.group(), "misplaced"))
                continue
            elements[start] = part.ends[start]
            tags[start if name == "r" else around["p"]] = "{" + kind + inner + kind + "}"
    return _written(part.pieces, elements, tags)


def _lifted(part: Part, paragraph: Paragraph) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the tags of a paragraph that stand for an element, with their pieces."""
    for place in paragraph.texts:
        piece = part.pieces[place]
        for first, last in tags_in(piece):
            found = LIFTED.fullmatch(piece[first:last])
            if found:
                yield place, found


def _written(pieces: list[str], elements: dict[int, int], tags: dict[int, str]) -> str:
    """Join the pieces again; every paragraph, kept or not, begins a new line."""
    out, last = [], -1
    for place, piece in enumerate(pieces):
        if piece.startswith(("<w:p>", "<w:p ", "<w:p/")):
            out.append("\n")
        out.append(tags.get(place, ""))
        last = max(last, elements.get(place, -1))
        if place > last:
            out.append(piece)
    return "".join(out)
