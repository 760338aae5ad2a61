"""Rows that are not items: totals, sums carried over pages, page heads, repeated headers."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from .evidence import cell
from .grid import is_empty
from .layout import Layout, title_key
from .vocabulary import fold, is_bucket, meanings, words

_TOKEN = re.compile(r"[^\W\d_]+|\S*\d\S*")


@cache
def _starts(name: str) -> re.Pattern[str]:
    known = sorted(words("rows", name), key=len, reverse=True)
    return re.compile(rf"({'|'.join(map(re.escape, known))})(?![^\W_])[\s.:/-]*(.*)")


def total_level(texts: Iterable[str], known: Iterable[str]) -> str:
    """Return what sum a row without number and date holds, by its texts.

    Args:
        texts: the texts of the row.
        known: texts that name the debtor of the rows above.

    Returns:
        "" (no sum), "carried" (from page to page), "grand" (the file's), "group" (names the
        debtor above or a bucket), "bare" (only "Total") or "other" (names something else).
    """
    for text in texts:
        folded = fold(text).strip(" .:*-")
        if (found := _starts("carried").fullmatch(folded)) and not _weighty(found[2]):
            return "carried"
        if _starts("grand_total").fullmatch(folded):
            return "grand"
        if found := _starts("total").fullmatch(folded):
            return _level(found[2], known)
    return ""


def _level(rest: str, known: Iterable[str]) -> str:
    named = _weighty(rest)
    if not named:
        return "bare"
    if all(word in words("rows", "grand") for word in named):
        return "grand"
    about = {word for text in known for word in _TOKEN.findall(fold(text))}
    return "group" if all(word in about for word in named) or is_bucket(_bare(rest)) else "other"


def _bare(rest: str) -> str:
    """Return what is summed without the small word before it: "pour 1 - 30 jours"."""
    first, _, after = rest.partition(" ")
    return after if first in words("rows", "neutral") else rest


def _weighty(rest: str) -> list[str]:
    """Return the words of a text that name something."""
    return [
        word
        for word in _TOKEN.findall(rest)
        if word not in words("rows", "neutral")
        and word not in meanings("currencies")
        and not _is_figure(word)
    ]


def _is_figure(word: str) -> bool:
    return all(char.isdigit() or char in "/.,:-" for char in word)


def is_repeated_header(layout: Layout, cells: Sequence[object]) -> bool:
    """Tell whether a row is the header again (page breaks)."""
    same = other = 0
    for at, heading in enumerate(layout.header.texts):
        one = cell(cells, at)
        if not is_empty(one) and heading:
            said = " ".join(str(one).split())
            same += said == heading or (layout.header.height > 1 and said in heading)
            other += said != heading
    return same >= 2 and same > other


def is_title(layout: Layout, cells: Sequence[object]) -> bool:
    """Tell whether a row without amounts is a page's head or foot."""
    key = title_key(cells)
    if key and key in layout.titles:
        return True
    found = _starts("title").fullmatch(key)
    if found:
        return not _weighty(found[2])
    return _starts("title_led").fullmatch(key) is not None
