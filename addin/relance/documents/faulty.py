"""What is wrong with one part of a template: its tags, its fields, its words, what it carries."""

from collections.abc import Iterator
from itertools import islice

from jinja2 import nodes

from ..core.findings import Finding
from ..wording.template_places import construct
from . import sample
from .as_typed import as_typed
from .blocks import broken, tags_of, unbalanced
from .by_hand import accounts, amounts, rates
from .carried import carried
from .logos import megabytes, overwide, silent, unshown
from .repeated import repeated
from .shipped import parted
from .sources import Source, parts_of
from .template import Fault, constants, faults, parse
from .unseen import unseen, unseen_html
from .words import (
    active_html,
    claimed_as_costs,
    claimed_as_invoice,
    early_court,
    fetched_html,
    is_threat,
    not_to_pay,
    refused,
    said,
    served,
)

CODE, ADVICE = "template_fault", "template_advice"
MOST_SAID = 20  # places of one kind that are told; who mends them finds the others next time


def finding_of(
    file: str, part: Source | None, row: int, field: str, reason: str, near: str = "",
    code: str = CODE, said: str = "",
) -> Finding:  # fmt: skip
    """Return a fault of a template, in a part of it or in the whole file.

    Args:
        file: the template.
        part: the part that it stands in, None for the whole file.
        row: its paragraph, 0 for the whole file.
        field: the field or the words that it is about.
        reason: what is wrong.
        near: what was probably meant, or why it must be there.
        code: a fault or only advice.
        said: the sentence to quote, where it is not the paragraph's first words.
    """
    if reason == "unknown_field" and not near:
        reason = "no_such_field"
    facts = {"file": file, "paragraph": row, "field": field, "reason": reason, "near": near}
    place = part.where(row, said) if part else ""
    return Finding(row, field, code, facts | ({"where": place} if place else {}))


def taken_along(name: str, content: bytes, read: tuple[Source, ...]) -> Iterator[Finding]:
    """Yield what a file carries beside its words."""
    if not read[0].part:
        if read[0].env.autoescape:
            for row, tag in active_html(read[0].raw):
                yield finding_of(name, read[0], row, tag, "active")
            for row, address in islice(fetched_html(read[0].raw), MOST_SAID):
                yield finding_of(name, read[0], row, address, "fetched")
        return
    parts = parts_of(name, content)
    by_name = {part.part: part for part in read}
    shown = {part.part: part.raw.encode() for part in read}
    for one in carried(parts | shown, list(by_name)):
        yield finding_of(name, by_name.get(one.part), one.row, one.text, one.reason)
    for picture in unshown(parts):
        yield finding_of(name, None, 0, picture, "picture")


def advised_pictures(name: str, content: bytes, read: tuple[Source, ...]) -> Iterator[Finding]:
    """Yield what is only advice about pictures: weight, width, words for who can't see them."""
    if not read[0].part:
        return
    weight = megabytes(parts_of(name, content))
    if weight:
        yield finding_of(name, None, 0, str(weight), "picture_heavy", code=ADVICE)
    wide = next(filter(None, (overwide(part.raw, read[0].raw) for part in read)), None)
    if wide:
        yield finding_of(name, None, 0, wide[0], "picture_wide", wide[1], ADVICE)
    if any(silent(part.raw) for part in read):
        yield finding_of(name, None, 0, "", "picture_silent", code=ADVICE)


def not_seen(name: str, read: tuple[Source, ...]) -> Iterator[Finding]:
    """Yield what a file says and nobody reads."""
    for part in read:
        if part.part:
            for row, text in unseen(part.raw, part.styles).items():
                yield finding_of(name, part, row, " ".join(text.split())[:60], "unseen")
        elif part.env.autoescape:
            for row in unseen_html(part.raw):
                yield finding_of(name, part, row, "", "unseen_html")


def faults_of(file: str, part: Source) -> list[Finding]:
    """Return the faults of one part: of its tags, of its fields, of its words."""
    tree, wrong = _read(part)
    found = [
        finding_of(file, part, fault.line - part.first + 1, _told(fault), fault.reason, fault.near)
        for fault in wrong
    ]
    found += _words(file, part, list(enumerate(part.paragraphs, start=1)), part.paragraphs)
    if tree is not None:
        for line, text in constants(tree):
            found += _words(file, part, [(line - part.first + 1, text)], [text])
    return sorted(found, key=lambda finding: finding.row)


def _told(fault: Fault) -> str:
    return construct(fault.field) if fault.reason == "construct" else fault.field


def _read(part: Source) -> tuple[nodes.Template | None, list[Fault]]:
    """Return the tree of a part, None when it has none, and what is wrong with its tags."""
    found = [*part.found] or [*unbalanced(part.text)] or [*_broken(part)]
    if found:
        return None, found
    tree = parse(part.env, part.text)
    if isinstance(tree, Fault):
        row = min(max(tree.line - part.first, 0), len(part.paragraphs) - 1)
        words = " ".join(part.paragraphs[row].split())
        return None, [Fault(row + part.first, tags_of(words) or words[:60], tree.reason)]
    return tree, faults(tree, sample.full()) or [*repeated(tree)]


def _broken(part: Source) -> Iterator[Fault]:
    """Yield what is left of tags that lack a brace or have a blank between two."""
    page = not part.part and part.env.autoescape
    lines = said(part.raw).split("\n") if page else part.paragraphs  # a style has braces too
    for row, text in islice(broken(lines), MOST_SAID):
        if page:
            row = next((at for at, one in enumerate(part.paragraphs, 1) if text in one), 1)
        yield Fault(row - 1 + part.first, text, "broken_tag")


def _words(
    file: str, part: Source, rows: list[tuple[int, str]], texts: tuple[str, ...] | list[str]
) -> Iterator[Finding]:  # fmt: skip
    """What a template says in its own words and no letter may say."""
    letter = letter_of(file)
    for found, reason in (
        (refused(texts, *letter), "word"),
        (early_court(texts, *letter), "court"),
        (served(texts, *letter), "notice"),
        (claimed_as_invoice(texts, letter[1]), "invoice"),
        (claimed_as_costs(texts, letter[1]), "costs"),
        (not_to_pay(texts, *letter), "negated"),
        (accounts(texts), "account"),
        (rates(texts), "rate"),
        (amounts(texts), "amount"),
    ):
        for place, word in islice(found, MOST_SAID):
            told = "threat" if reason == "word" and is_threat(word) else reason
            words, sentence = as_typed(texts, place, word)
            yield finding_of(file, part, rows[place - 1][0], words, told, said=sentence)


def letter_of(name: str) -> tuple[str, str]:
    """Return the letter that a template says, and its language."""
    return parted(name.lower().rpartition(".")[0])
