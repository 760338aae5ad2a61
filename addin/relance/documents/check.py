"""What is wrong with a template: found before a letter is made, with its paragraph and field.

A template that `check_template` finds fault with is refused by `load` as well, so that a letter
never leaves with a hole, a refused word, an error in the middle or less than the law wants. What
is only advice (`template_advice`) stops nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..core.errors import TemplateFaultError
from ..core.findings import Finding
from . import sample
from .by_hand import actions, amounts, dates
from .docx import MAIN, WordTemplate, is_well_formed, shared, tagged, unpack
from .mandatory import missing
from .pictures import guarded, places
from .repair import source
from .shipped import FIELD_LIST, NAMES, parted
from .template import MARKED, PLAIN, Compiled, Fault, compiled, constants, faults, parse
from .words import refused, unmarked, without_markup

CODE, ADVICE = "template_fault", "template_advice"
STYLES = "word/styles.xml"
MAX_TAGS = 10_000  # jinja takes a second for them; the longest of ours has a hundred
# A tag alone on its line takes its line break inside: it leaves no blank line, and the lines of
# the file keep their numbers.
LONE_TAG = re.compile(r"^[ \t]*(\{%(?:(?!%\}).)*)%\}[ \t]*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """One part of a template with tags: its text for jinja and its paragraphs for people.

    `first` is the line of the first paragraph in `text`; `styles` are those of a Word template.
    """

    part: str
    env: ImmutableSandboxedEnvironment
    text: str
    paragraphs: tuple[str, ...]
    first: int
    found: tuple[Fault, ...] = ()
    styles: str = ""


def check_template(name: str, content: bytes | None) -> tuple[Finding, ...]:
    """Return what is wrong with a template, in the order of its paragraphs.

    Args:
        name: its file name, e.g. `relance-1.docx`.
        content: the file; None when it can't be read.

    Returns:
        Findings `template_fault` and `template_advice`: `row` is the paragraph (0: the whole
        file), `column` the field or word; the facts are those of TemplateFaultError: file,
        paragraph, field, reason, near.
    """
    if content is None:
        return (_finding(name, 0, "", "locked"),)
    return _checked(name, bytes(content))


@lru_cache(maxsize=128)
def _checked(name: str, content: bytes) -> tuple[Finding, ...]:
    if name.lower() == FIELD_LIST:
        return ()
    if name.lower() not in NAMES:
        return (_finding(name, 0, name, "unknown_name"),)
    try:
        return tuple(_found(name, _sources(name, content)))
    except TemplateFaultError as error:
        return (_finding(name, 0, "", str(error.facts["reason"])),)
    except (RecursionError, SyntaxError):  # of jinja, of the Python that it makes
        return (_finding(name, 0, "", "too_deep"),)


def _found(name: str, sources: tuple[Source, ...]) -> list[Finding]:
    if sum(part.text.count("{{") + part.text.count("{%") for part in sources) > MAX_TAGS:
        return [_finding(name, 0, "", "too_deep")]
    found = [finding for part in sources for finding in _faults_of(name, part)]
    found = found or [finding for part in sources for finding in _tried(name, part)]
    body = sources[0]  # what the head and the foot say too is not said to a reader of the letter
    return found or [*_lacking(name, body), *_advised(name, body)]


def _finding(
    file: str, row: int, field: str, reason: str, near: str = "", code: str = CODE
) -> Finding:  # fmt: skip
    facts = {"file": file, "paragraph": row, "field": field, "reason": reason, "near": near}
    return Finding(row, field, code, facts)


def _sources(name: str, content: bytes) -> tuple[Source, ...]:
    """Read the parts of a template that can hold tags. Raises TemplateFaultError."""
    if not name.lower().endswith(".docx"):
        return (_text_source(name, content),)
    parts = unpack(name, content)
    styles = parts.get(STYLES, b"").decode("utf-8-sig", "replace")
    return tuple(_word_source(part, parts[part], styles) for part in tagged(parts))


def _word_source(part: str, content: bytes, styles: str) -> Source:
    text, paragraphs, found = source(guarded(content.decode("utf-8-sig")))
    return Source(part, MARKED, text, tuple(paragraphs), 2, tuple(found), styles)


def _text_source(name: str, content: bytes) -> Source:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")  # what Windows' Notepad wrote for long
    text = text.replace("\r\n", "\n")
    lines, ready = text.split("\n"), LONE_TAG.sub(r"\1\n%}", text)
    if name.lower().endswith(".html"):
        return Source("", MARKED, ready, tuple(without_markup(lines)), 1)
    return Source("", PLAIN, ready, tuple(lines), 1)


def _faults_of(file: str, part: Source) -> list[Finding]:
    """The faults of one part: of its tags, of its fields, of its words."""
    template = _parted(file)
    if part.part not in ("", MAIN):
        file = f"{file} ({part.part.removeprefix('word/')})"
    tree = None if part.found else parse(part.env, part.text)
    if isinstance(tree, nodes.Template):
        wrong = faults(tree, sample.full())
    else:
        wrong = [tree] if tree else list(part.found)
    found = [
        _finding(file, fault.line - part.first + 1, fault.field, fault.reason, fault.near)
        for fault in wrong
    ]
    found += [
        _finding(file, row, word, "word") for row, word in refused(part.paragraphs, *template)
    ]
    if part.part in ("", MAIN):  # the foot of the page may tell the sender's capital
        found += [_finding(file, row, said, "amount") for row, said in amounts(part.paragraphs)]
    if isinstance(tree, nodes.Template):
        found += _words_in_tags(file, template, part, tree)
    return sorted(found, key=lambda finding: finding.row)


def _words_in_tags(
    file: str, template: tuple[str, str], part: Source, tree: nodes.Template
) -> Iterator[Finding]:  # fmt: skip
    for line, text in constants(tree):
        for _, word in refused([text], *template):
            yield _finding(file, line - part.first + 1, word, "word")
        for _, said in amounts([text]):
            yield _finding(file, line - part.first + 1, said, "amount")


def _tried(file: str, part: Source) -> Iterator[Finding]:
    """Render a part with everything and with nothing: a Word part must stay well formed."""
    ready = _compiled(file, part)
    for fields in (sample.full(), sample.bare()):
        try:
            text = ready.render(fields)
        except TemplateFaultError as error:
            yield _finding(file, 0, str(error.facts["field"]), str(error.facts["reason"]))
            return
        if part.part and not is_well_formed(text.encode()):
            yield _finding(file, 0, part.part, "structure")
            return


def _lacking(name: str, part: Source) -> Iterator[Finding]:
    """What a letter must say and does not."""
    ready = _compiled(name, part)
    for one in missing(*_parted(name), lambda fields: unmarked(ready.render(fields))):
        yield _finding(name, 0, one.text, one.reason, one.because)


def _advised(name: str, part: Source) -> Iterator[Finding]:
    """What a letter asks for twice."""
    letter, ready = _parted(name)[0], _compiled(name, part)
    second = dates(part.paragraphs, letter, lambda fields: unmarked(ready.render(fields)))
    for row, text in second:
        yield _finding(name, row, text, "two_dates", code=ADVICE)
    for row, text in actions(part.styles, part.text, letter, ready.render):
        yield _finding(name, row, text, "two_actions", code=ADVICE)


def _parted(name: str) -> tuple[str, str]:
    return parted(name.lower().rpartition(".")[0])


@lru_cache(maxsize=256)
def _compiled(file: str, part: Source) -> Compiled:
    tree = parse(part.env, part.text)
    if isinstance(tree, Fault):
        raise TemplateFaultError(file=file, paragraph=0, field=tree.field, reason=tree.reason)
    return compiled(part.env, tree, file)


def _refuse(name: str, content: bytes) -> None:
    for finding in check_template(name, content):
        if finding.code == CODE:
            raise TemplateFaultError(**finding.facts)


@lru_cache(maxsize=128)
def load_word(name: str, content: bytes) -> WordTemplate:
    """Return a Word template ready to render; read, checked and compiled once.

    Raises:
        TemplateFaultError: the first of its faults.
    """
    _refuse(name, content)
    parts = unpack(name, content)
    ready = tuple((part.part, _compiled(name, part)) for part in _sources(name, content))
    codes = tuple((place, parts[place]) for place in places(parts, tagged(parts)))
    own = {**dict(ready), **dict(codes)}
    static = {part: parts[part] for part in parts if part not in own}
    return WordTemplate(shared(static), ready, codes)


@lru_cache(maxsize=128)
def load_text(name: str, content: bytes) -> Compiled:
    """Return a plain text or HTML template ready to render. Raises TemplateFaultError."""
    _refuse(name, content)
    return _compiled(name, _text_source(name, content))
