"""The parts of a template that can hold tags, read for jinja and for people."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..core.errors import TemplateFaultError
from .carried import other_main, without_traces, words_alone
from .docx import MAIN, tagged, unpack
from .pictures import guarded
from .repair import source, tags_in
from .template import MARKED, PLAIN, Fault
from .where import Cell, cells, where
from .words import without_markup

STYLES = "word/styles.xml"
MAX_TAGS = 10_000  # jinja takes a second for them; the longest of ours has a hundred
LONGEST_TAG = 2_000  # characters; the longest of ours has eighty
LONGEST_PARAGRAPH = 8_000  # characters: three pages; what a letter says is searched many times
MOST_PARAGRAPHS = 10_000
LONGEST_PART = 100_000  # characters: thirty pages, general conditions on the back included
# A tag alone on its line takes its line break inside: it leaves no blank line, and the lines of
# the file keep their numbers.
LONE_TAG = re.compile(r"^[ \t]*(\{%(?:(?!%\}).)*)%\}[ \t]*\n", re.MULTILINE)


@dataclass(frozen=True)
class Source:
    """One part of a template with tags: its text for jinja and its paragraphs for people.

    `first` is the line of the first paragraph in `text`; `raw` is the part as the file has it,
    and `styles` are those of a Word template.
    """

    part: str
    env: ImmutableSandboxedEnvironment
    text: str
    paragraphs: tuple[str, ...]
    first: int
    found: tuple[Fault, ...] = ()
    styles: str = ""
    raw: str = ""

    @cached_property
    def _cells(self) -> list[Cell | None]:
        return cells(self.raw) if self.part else []

    def where(self, row: int, said: str = "") -> str:
        """Return where a paragraph stands, for a person; `said` is the sentence to quote of it."""
        return where(self.part, self.paragraphs, self._cells, row, said)


def parts_of(name: str, content: bytes) -> dict[str, bytes]:
    """Return the parts of a Word template as its letters have them, without its traces.

    Raises:
        TemplateFaultError: it is no Word document, or shows another part than its document.
    """
    parts = without_traces(unpack(name, content))
    if other_main(parts, MAIN):
        raise TemplateFaultError(file=name, paragraph=0, field="", reason="other_main")
    return parts


def sources(name: str, content: bytes) -> tuple[Source, ...]:
    """Read the parts of a template that can hold tags, its body first.

    Raises:
        TemplateFaultError: it can't be read, or has more tags than a letter needs.
    """
    if not name.lower().endswith(".docx"):
        return (_text_source(name, content),)
    return word_sources(name, parts_of(name, content))


def word_sources(name: str, parts: Mapping[str, bytes]) -> tuple[Source, ...]:
    """Read the parts of a Word template that can hold tags."""
    styles = parts.get(STYLES, b"").decode("utf-8-sig", "replace")
    shown = tagged(parts)
    _check_size(name, sum(parts[part].count(b"{") for part in shown))
    return tuple(_word_source(part, parts[part], styles) for part in shown)


def overlong(part: Source) -> Iterator[tuple[int, str]]:
    """Yield (paragraph, code) where a part is longer than any letter needs, its tags apart."""
    whole = "\n".join(part.paragraphs)
    starts = [*accumulate((len(words) + 1 for words in part.paragraphs), initial=0)]
    words = [len(paragraph) for paragraph in part.paragraphs]
    for first, last in tags_in(whole):
        row = bisect_right(starts, first)
        if last - first > LONGEST_TAG:
            yield row, "long_tag"
        words[row - 1] -= last - first
    yield from (
        (row, "long_paragraph") for row, count in enumerate(words, 1) if count > LONGEST_PARAGRAPH
    )
    if sum(words) > LONGEST_PART or len(words) > MOST_PARAGRAPHS:
        yield 0, "long_part"


def _check_size(name: str, braces: int) -> None:
    """Refuse what would take long to read even before jinja sees it."""
    if braces > 4 * MAX_TAGS:
        raise TemplateFaultError(file=name, paragraph=0, field="", reason="too_deep")


def _word_source(part: str, content: bytes, styles: str) -> Source:
    raw = words_alone(content.decode("utf-8-sig"))
    text, paragraphs, found = source(guarded(raw))
    return Source(part, MARKED, text, tuple(paragraphs), 2, tuple(found), styles, raw)


def _text_source(name: str, content: bytes) -> Source:
    _check_size(name, content.count(b"{"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")  # what Windows' Notepad wrote for long
    text = text.replace("\r\n", "\n")
    lines, ready = text.split("\n"), LONE_TAG.sub(r"\1\n%}", text)
    if name.lower().endswith(".html"):
        return Source("", MARKED, ready, tuple(without_markup(lines)), 1, raw=text)
    return Source("", PLAIN, ready, tuple(lines), 1, raw=text)
