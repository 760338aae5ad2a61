"""What is wrong with a template: found before a letter is made, with its place and its field.

A template that `check_template` finds fault with is refused by `load` as well, so that a letter
never leaves with a hole, a refused word, an error in the middle or less than the law wants. What
is only advice (`template_advice`) stops nothing.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from xml.parsers.expat import ExpatError

from ..core.errors import TemplateFaultError
from ..core.findings import Finding
from ..wording.template_places import LANGUAGE_NAMES, in_part
from . import sample
from .asked import added_to, altered, asked_twice, asking
from .by_hand import actions, dates
from .consumer import not_owed
from .docx import WordTemplate, is_well_formed, shared, tagged
from .faulty import (
    ADVICE,
    CODE,
    advised_pictures,
    faults_of,
    finding_of,
    letter_of,
    not_seen,
    taken_along,
)
from .mandatory import Said, doubled, missing, printed
from .misnamed import resembling
from .mixed import other_language
from .pictures import places
from .repair import OPENING
from .shipped import FIELD_LIST, NAMES
from .sources import MAX_TAGS, Source, overlong, parts_of, sources, word_sources
from .template import Compiled, Fault, Fields, compiled, parse
from .twin import BODIES, rewritten
from .words import said


def check_template(name: str, content: bytes | None) -> tuple[Finding, ...]:
    """Return what is wrong with a template, in the order of its paragraphs.

    Args:
        name: its file name, e.g. `relance-1.docx`.
        content: the file; None when it can't be read.

    Returns:
        Findings `template_fault` and `template_advice`: `row` is the paragraph (0: the whole
        file), `column` the field or word; the facts are those of TemplateFaultError: file,
        paragraph, where, field, reason, near.
    """
    if content is None:
        return (finding_of(name, None, 0, "", "locked"),)
    return _checked(name, bytes(content))


@lru_cache(maxsize=128)
def _checked(name: str, content: bytes) -> tuple[Finding, ...]:
    if name.lower() == FIELD_LIST:
        return ()
    if name.lower() not in NAMES:
        near = resembling(name)
        reason = "misnamed" if near else "unknown_name"
        return (finding_of(name, None, 0, name, reason, near),)
    try:
        return tuple(_found(name, content))
    except TemplateFaultError as error:
        facts = error.facts
        return (finding_of(name, None, 0, str(facts["field"]), str(facts["reason"])),)
    except (RecursionError, SyntaxError):  # of jinja, of the Python that it makes
        return (finding_of(name, None, 0, "", "too_deep"),)
    except (ExpatError, LookupError, ValueError):  # a file like none seen: the others are read
        return (finding_of(name, None, 0, "", "other_writing"),)


def _found(name: str, content: bytes) -> list[Finding]:
    read = sources(name, content)
    if sum(len(OPENING.findall(part.text)) for part in read) > MAX_TAGS:
        return [finding_of(name, None, 0, "", "too_deep")]
    long = ((part, *place) for part in read for place in overlong(part))
    for part, row, reason in long:
        return [finding_of(name, part if row else None, row, "", reason)]
    found = [*taken_along(name, content, read), *not_seen(name, read)]
    found += [finding for part in read for finding in faults_of(name, part)]
    found = found or [finding for part in read for finding in _tried(name, part)]
    body = read[0]  # what the head and the foot say too is not said to a reader of the letter
    advice = (*_advised(name, body), *advised_pictures(name, content, read)) if not found else ()
    return found or [*_lacking(name, body), *advice]


def _tried(file: str, part: Source) -> Iterator[Finding]:
    """Render a part with everything and with nothing: a Word part must stay well formed."""
    ready = _compiled(file, part)
    for fields in (sample.full(), sample.bare()):
        try:
            text = ready.render(fields)
        except TemplateFaultError as error:
            yield finding_of(file, None, 0, str(error.facts["field"]), str(error.facts["reason"]))
            return
        if part.part and not is_well_formed(text.encode()):
            yield finding_of(file, None, 0, in_part(part.part, 0), "structure")
            return


def _lacking(name: str, part: Source) -> Iterator[Finding]:
    """What a letter must say and does not, or says twice."""
    letter, language = letter_of(name)
    told = _saying(name, part)
    for one in missing(letter, language, told, paper=bool(part.part)):
        code = ADVICE if one.advice else CODE
        yield finding_of(name, None, 0, one.text, one.reason, one.because, code)
    for field in doubled(told):
        yield finding_of(name, None, 0, field, "doubled")
    plain = not part.part and not part.env.autoescape
    for row, field in asked_twice(part.paragraphs, language, told, plain=plain):
        yield finding_of(name, part, row, field, "asked_twice")
    for row, text, reason in not_owed(part.paragraphs, letter, language, told, plain=plain):
        yield finding_of(name, part if row else None, row, text, reason)
    for row, text in asking(part.paragraphs, letter, language):
        yield finding_of(name, part, row, text, "asks")
    for row, field in added_to(part.paragraphs):
        yield finding_of(name, part, row, field, "added_to")
    for row, text in altered(part.paragraphs):
        yield finding_of(name, part, row, text, "altered")


def _advised(name: str, part: Source) -> Iterator[Finding]:
    """What a letter asks for twice, and words of another language."""
    letter, language = letter_of(name)
    ready = _compiled(name, part)
    for row, text in dates(part.paragraphs, letter, _saying(name, part)):
        yield finding_of(name, part, row, text, "two_dates", code=ADVICE)
    for row, text in actions(part.styles, part.text, letter, ready.render):
        yield finding_of(name, part, row, text, "two_actions", code=ADVICE)
    other = other_language(part.paragraphs, language)
    if other:
        yield finding_of(name, None, 0, LANGUAGE_NAMES[other], "other_language", code=ADVICE)


@lru_cache(maxsize=8)
def _saying(name: str, part: Source) -> Said:
    """Return what a part says with some fields; those that it is tried on are made once."""
    ready = _compiled(name, part)
    told: dict[int, str] = {}

    def say(fields: Fields) -> str:
        if id(fields) not in told:
            told[id(fields)] = said(ready.render(fields))
        return told[id(fields)]

    return say


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


def clash(first: str, second: str) -> Finding:
    """Return what is wrong with two templates whose names differ by their capitals alone."""
    return finding_of(first, None, 0, second, "two_names", second)


def check_bodies(stem: str, own: Mapping[str, bytes | None]) -> Iterator[Finding]:
    """Yield what the two bodies of an e-mail do not both say.

    Args:
        stem: the name of their templates, without ending.
        own: the user's templates by name, in small letters.
    """
    names = rewritten(stem, own)
    contents = [own[name] for name in names]
    faults = (one for name in names for one in check_template(name, own[name]))
    if len(names) < len(BODIES) or any(one.code == CODE for one in faults):
        return
    text, page = (
        printed(_saying(name, sources(name, content or b"")[0]))
        for name, content in zip(names, contents, strict=True)
    )
    for field in sorted(text ^ page)[:1]:
        yield finding_of(names[0], None, 0, field, "bodies_differ", names[1])


@lru_cache(maxsize=128)
def load_word(name: str, content: bytes) -> WordTemplate:
    """Return a Word template ready to render; read, checked and compiled once.

    Raises:
        TemplateFaultError: the first of its faults.
    """
    _refuse(name, content)
    parts = parts_of(name, content)
    ready = tuple((part.part, _compiled(name, part)) for part in word_sources(name, parts))
    codes = tuple((place, parts[place]) for place in places(parts, tagged(parts)))
    own = {**dict(ready), **dict(codes)}
    static = {part: parts[part] for part in parts if part not in own}
    return WordTemplate(shared(static), ready, codes)


@lru_cache(maxsize=128)
def load_text(name: str, content: bytes) -> Compiled:
    """Return a plain text or HTML template ready to render. Raises TemplateFaultError."""
    _refuse(name, content)
    return _compiled(name, sources(name, content)[0])
