"""What a letter must say: looked for in the letter as it comes out, not in its tags.

The letter is rendered with marks in the place of its values: once with every flag up and every
field filled, once with those alone that a statement names. What is said in one case only, because
an edit put it inside the wrong `if`, is missing in the other. Every list has several elements: a
loop that shows the first alone does not print them all, and one that is there twice prints more.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ..data import tables
from ..wording.tongues import TONGUES
from . import sample
from .shipped import SHEETS
from .template import Fields
from .words import folded

DATA = "templates/mandatory"
ALL = "*"
SEVERAL = 3  # elements in each list of a letter that is tried
Said = Callable[[Fields], str]


@dataclass(frozen=True, slots=True)
class Statement:
    """What some letters must say, when some flags are up and others down, and why.

    `paper` is what only a letter on paper must say: an e-mail has it elsewhere; `advice` is what a
    firm may leave out knowingly.
    """

    letters: tuple[str, ...]
    besides: tuple[str, ...]
    when: frozenset[str]
    fields: tuple[str, ...]
    phrases: Mapping[str, tuple[str, ...]]
    because: str
    unless: frozenset[str] = frozenset()
    paper: bool = False
    advice: bool = False

    def holds_for(self, letter: str) -> bool:
        """Tell whether a letter must say it."""
        named = letter in self.letters or (ALL in self.letters and letter not in SHEETS)
        return named and letter not in self.besides


@dataclass(frozen=True, slots=True)
class Missing:
    """What a letter does not say: a field or a phrase, and why it must."""

    text: str
    reason: str
    because: str
    advice: bool


@cache
def statements() -> tuple[Statement, ...]:
    """Return every statement on record."""
    return tuple(
        Statement(
            tuple(one["letters"]), tuple(one.get("except", ())), frozenset(one.get("when", ())),
            tuple(one.get("fields", ())),
            {code: tuple(one[code]) for code in TONGUES if code in one}, one["because"],
            frozenset(one.get("unless", ())), one.get("paper", False), one.get("advice", False),
        )
        for one in tables(DATA)["statement"]
    )  # fmt: skip


def several(what: str) -> frozenset[str]:
    """Return the letters that may have more than one action or date (`actions`, `dates`)."""
    return frozenset(tables(DATA)["several"][what])


def decisive() -> tuple[str, ...]:
    """Return the fields that both bodies of an e-mail print, or neither."""
    return tuple(tables(DATA)["bodies"]["same"])


def missing(letter: str, language: str, said: Said, *, paper: bool) -> Iterator[Missing]:
    """Yield what a letter lacks.

    Args:
        letter: its template, without language nor ending.
        language: the language that it is in.
        said: what the letter says with some fields.
        paper: it is a Word file, not the body of an e-mail.
    """
    for one in statements():
        if one.holds_for(letter) and (paper or not one.paper):
            yield from _lacking(one, one.phrases.get(language, ()), said)


def doubled(said: Said) -> Iterator[str]:
    """Yield the sums of a line that a letter prints more than once: they would be paid twice."""
    texts = [text.lower() for text in outcomes(said)]
    for name in tables(DATA)["once"]["fields"]:
        if any(text.count(_mark(name)) > _times(name) for text in texts):
            yield name


def printed(said: Said) -> frozenset[str]:
    """Return the decisive fields that a letter prints, in one case or another."""
    texts = tuple(outcomes(said))
    return frozenset(name for name in decisive() if any(prints(text, name) for text in texts))


def _lacking(one: Statement, phrases: tuple[str, ...], said: Said) -> Iterator[Missing]:
    texts = (said(_whole(one.unless)), said(_marked(one.when, one.fields)))
    for name in one.fields:
        if not all(prints(text, name) for text in texts):
            yield Missing(name, "missing_field", one.because, one.advice)
    told = [folded(text) for text in texts] if phrases else []
    if not all(any(folded(phrase) in text for phrase in phrases) for text in told):
        yield Missing(phrases[0], "missing_words", one.because, one.advice)


def prints(text: str, field: str) -> bool:
    """Tell whether a letter rendered with marks prints a field, in whatever case, for each row."""
    return text.lower().count(_mark(field)) >= _times(field)


def outcomes(said: Said) -> Iterator[str]:
    """Yield what a letter says with every flag up, then down; every field is filled."""
    names = tuple(_texts("", sample.full()))
    return (said(fields) for fields in (_whole(), _marked(frozenset(), names)))


def with_flags(*flags: str) -> Fields:
    """Return some flags up, all others down, and every field filled with its name."""
    return _marked(frozenset(flags), tuple(_texts("", sample.full())))


@cache
def _whole(unless: frozenset[str] = frozenset()) -> Fields:
    """Every flag up but some, and every field filled with its name."""
    flags = frozenset(name for name, value in sample.full().items() if value is True)
    return _marked(flags - unless, tuple(_texts("", sample.full())))


@cache
def _marked(when: frozenset[str], names: tuple[str, ...]) -> Fields:
    """Some flags up and some fields filled with their names; several elements in each list."""
    return {
        name: name in when if isinstance(value, bool) else _with_marks(name, value, names)
        for name, value in sample.full().items()
    }


def _with_marks(path: str, value: object, names: tuple[str, ...]) -> object:
    if isinstance(value, list):
        return [_with_marks(path, one, names) for one in value[:1] * SEVERAL]
    if isinstance(value, Mapping):
        return {name: _with_marks(f"{path}.{name}", one, names) for name, one in value.items()}
    return _mark(path) if path in names else ""


def _texts(path: str, value: object) -> Iterator[str]:
    """Yield the paths of the texts in a value."""
    if isinstance(value, list):
        yield from _texts(path, value[0])
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield from _texts(f"{path}.{name}".lstrip("."), one)
    else:
        yield path


@cache
def _times(path: str) -> int:
    """Return how often a letter prints a field: once for each element of the lists around it."""
    value: object = sample.full()
    times = 1
    for name in path.split("."):
        value = value[0] if isinstance(value, list) else value
        value = value[name] if isinstance(value, Mapping) else None
        times *= SEVERAL if isinstance(value, list) else 1
    return times


def _mark(path: str) -> str:
    return f"⟦{path}⟧"
