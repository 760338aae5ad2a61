"""Refused words: found in what a template says, whatever the accents, the case or the runs."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from ..wording.letter_costs import COSTS
from ..wording.letter_invoice import AS_INVOICE
from ..wording.letter_negated import CONDITION, NEGATED
from ..wording.letter_notice import DENIED, NOTICES, SERVED, TITLE
from ..wording.letter_pressure import PRESSURE
from ..wording.letter_threats import THREATS
from ..wording.letter_words import COURT, EARLY, FIRST_REMINDER, OFFICERS, REFUSED
from ..wording.tongues import FRENCH
from .names import plain
from .repair import TAG

FAMILIES = {
    "invoice": AS_INVOICE, "court": COURT, "costs": COSTS, "negated": NEGATED, "notice": SERVED,
}  # fmt: skip
DEMANDING = (  # the letters that ask for money, and say nothing else
    "rappel", "rappel-2", "relance-1", "relance-2", "mise-en-demeure",
    "mise-en-demeure-consommateur", "reclamation-acheteur-public", "premier-rappel-belgique",
    "note-de-penalites",
)  # fmt: skip
CLAUSE = re.compile(r"[,:|]")
AROUND = 200  # letters that are read before and after some words
SENTENCE = re.compile(r"[.;!?](?=\s)")
FIRST_REMINDER_TEMPLATE = "premier-rappel-belgique"
MARKUP = re.compile(r"<[^<>]*>")
SPLIT = re.compile(rf"{TAG.pattern}|\t", re.DOTALL)  # a tag, or where Word breaks a line
DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
# What is no word of a letter's body: drawn boxes, codes of fields, what HTML keeps to itself.
ASIDE = re.compile(
    r"<(w:txbxContent|w:instrText)[ >]|<(!--)|<(head|style|script|template|title)[\s>]",
    re.IGNORECASE,
)
ACTIVE = re.compile(
    r"<\s*(script|iframe|object|embed|form|input|button|base|link|meta\s+http-equiv|svg)\b"
    r"|\s(on[a-z]{3,})\s*=(?=[^<>]*>)|(javascript|vbscript|data)\s*:(?!image/)(?=[^<>]*>)",
    re.IGNORECASE,
)
# What the reader's program fetches by itself, unless the e-mail holds it.
FETCHED = re.compile(
    r"(?:[\s/\"'](?:src|srcset|background|poster)\s*=|\burl\(|@import\b)\s*[\"']?\s*"
    r"(?!data:image/|cid:)(?P<from>[^\s\"'<>)]{1,60})",
    re.IGNORECASE,
)
BLOCK_END = re.compile(r"</(?:w:)?(?:p|t[dhr]|div|li|h\d)>")


@cache
def _refused_shapes(language: str, *, first: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words refused in a language, and the French ones: letters in two languages exist."""
    always = (REFUSED, THREATS, PRESSURE)
    families = always if first else (*always, FIRST_REMINDER)
    tongues = dict.fromkeys((FRENCH.code, language))
    words = (family[code] for family in families for code in tongues)
    return tuple(shape for said in words for shape in _shapes(said))


def _shapes(words: Mapping[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"(?<!\w)(?:{shape})(?!\w)")) for name, shape in words.items())


@cache
def shapes_named(name: str) -> tuple[re.Pattern[str], ...]:
    """Return the shapes of a name, in whatever family and language."""
    families = (REFUSED, THREATS, PRESSURE, FIRST_REMINDER, *FAMILIES.values())
    known = (words for family in families for words in family.values() if name in words)
    return tuple(shape for words in known for _, shape in _shapes({name: words[name]}))


def is_threat(name: str) -> bool:
    """Tell whether a refused word is pressure on a person, and not only out of place."""
    return any(name in words for family in (THREATS, PRESSURE) for words in family.values())


OFFICER_SHAPES = _shapes(OFFICERS)


def refused(
    paragraphs: Sequence[str], template: str, language: str = FRENCH.code
) -> Iterator[tuple[int, str]]:
    """Yield (paragraph, word) for each refused word of a template, paragraphs counted from 1.

    Args:
        paragraphs: the template's own words, tags included.
        template: its stem; the Belgian first reminder has a word of its own.
        language: the language that it is in.
    """
    first = template == FIRST_REMINDER_TEMPLATE
    yield from _seen(paragraphs, _refused_shapes(language, first=first))


@cache
def _family_shapes(name: str, language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    codes = dict.fromkeys((FRENCH.code, language))
    return tuple(shape for code in codes for shape in _shapes(FAMILIES[name][code]))


def claimed_as_invoice(paragraphs: Sequence[str], language: str) -> Iterator[tuple[int, str]]:
    """Yield (paragraph, words) where a letter passes for an invoice, or adds VAT to its sums."""
    yield from _seen(paragraphs, _family_shapes("invoice", language))


def early_court(
    paragraphs: Sequence[str], template: str, language: str
) -> Iterator[tuple[int, str]]:  # fmt: skip
    """Yield (paragraph, words) where a letter speaks of a court before its time."""
    if template in EARLY:
        yield from _seen(paragraphs, _family_shapes("court", language))


def claimed_as_costs(paragraphs: Sequence[str], language: str) -> Iterator[tuple[int, str]]:
    """Yield (paragraph, words) where a letter lays costs on its reader."""
    yield from _seen(paragraphs, _family_shapes("costs", language))


def not_to_pay(
    paragraphs: Sequence[str], template: str, language: str
) -> Iterator[tuple[int, str]]:  # fmt: skip
    """Yield (paragraph, words) where a letter that asks for money says not to pay."""
    if template in DEMANDING:
        shapes = _family_shapes("negated", language)
        seen = {
            (row, name) for row, name, *said in _all(paragraphs, shapes) if not _other_case(*said)
        }
        yield from sorted(seen)


def served(
    paragraphs: Sequence[str], template: str, language: str
) -> Iterator[tuple[int, str]]:  # fmt: skip
    """Yield (paragraph, words) where a letter that is no formal notice says that it is one."""
    if template not in NOTICES:
        shapes = _family_shapes("notice", language)
        seen = {
            (row, name)
            for row, name, before, _ in _all(paragraphs, shapes)
            if not DENIED.search(before)
        }
        if template in DEMANDING:
            titles = (TITLE.fullmatch(folded(SPLIT.sub(" ", text))) for text in paragraphs)
            seen |= {(row, one["notice"]) for row, one in enumerate(titles, start=1) if one}
        yield from sorted(seen)


def _other_case(before: str, after: str) -> bool:
    """Tell whether the sentence around some words says that they are about another case."""
    clauses = CLAUSE.split(SENTENCE.split(before)[-1].strip())
    named = [
        *(CONDITION.match(clause.strip()) for clause in clauses),
        CONDITION.search(clauses[-1]),
    ]
    return any(named) or CONDITION.search(SENTENCE.split(after)[0]) is not None


def _seen(
    paragraphs: Sequence[str], shapes: Sequence[tuple[str, re.Pattern[str]]]
) -> Iterator[tuple[int, str]]:  # fmt: skip
    """Yield (paragraph, name) for each shape that the paragraphs say, over their breaks too."""
    yield from sorted({(row, name) for row, name, *_ in _all(paragraphs, shapes)})


def _all(
    paragraphs: Sequence[str], shapes: Sequence[tuple[str, re.Pattern[str]]]
) -> Iterator[tuple[int, str, str, str]]:  # fmt: skip
    """Yield (paragraph, name, what comes before and after) for each place of a shape."""
    for gap in ("", " "):
        whole, starts = _joined(tuple(paragraphs), gap)
        for name, shape in shapes:
            for found in shape.finditer(whole):
                start, end = found.span()
                around = whole[max(0, start - AROUND) : start], whole[end : end + AROUND]
                yield bisect_right(starts, start), name, *around


@lru_cache(maxsize=4)  # a part is read for one family of words after another
def _joined(paragraphs: tuple[str, ...], gap: str) -> tuple[str, tuple[int, ...]]:
    """Return what paragraphs say as one text, and where each of them begins."""
    texts = [folded(html.unescape(SPLIT.sub(gap, text))) for text in paragraphs]
    return " ".join(texts), tuple(accumulate((len(text) + 1 for text in texts), initial=0))


def officer(text: str) -> str:
    """Return the word by which a sender would pass for an officer of the law, "" when none."""
    said = folded(text)
    return next((name for name, shape in OFFICER_SHAPES if shape.search(said)), "")


def folded(text: str) -> str:
    """Return a text without accents, capitals nor the kinds of blanks and apostrophes."""
    return " ".join(plain(text.replace("\u2019", "'").translate(DASHES)).lower().split())


def without_markup(lines: Sequence[str]) -> list[str]:
    """Return the words of an HTML text, line by line."""
    return [MARKUP.sub("", line) for line in lines]


def active_html(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, tag) for what acts by itself in an HTML text."""
    for found in ACTIVE.finditer(text):
        yield text.count("\n", 0, found.start()) + 1, next(filter(None, found.groups())).lower()


def fetched_html(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, address) for each picture that an HTML text has elsewhere than in itself."""
    for found in FETCHED.finditer(text):
        yield text.count("\n", 0, found.start()) + 1, found["from"]


def said(text: str) -> str:
    """Return what the body of a letter says to its reader, a block a line."""
    return unmarked(_without_aside(text))


def _without_aside(text: str) -> str:
    """Return a text without what stands aside; of many that have no end, in no time."""
    kept, at, endless = [], 0, set[str]()
    for opening in ASIDE.finditer(text):
        kind = next(filter(None, opening.groups())).lower()
        if opening.start() < at or kind in endless:
            continue
        closing = _closing(kind).search(text, opening.end() - 1)
        if closing is None:
            endless.add(kind)
            continue
        kept.append(text[at : opening.start()])
        at = closing.end()
    return "".join([*kept, text[at:]])


@cache
def _closing(kind: str) -> re.Pattern[str]:
    return re.compile("-->" if kind == "!--" else rf"</{kind}\s*>", re.IGNORECASE)


def unmarked(text: str) -> str:
    """Return the words of a Word part or an HTML text, a block a line; a plain text as it is."""
    return html.unescape(MARKUP.sub("", BLOCK_END.sub("\n", text)))
