"""The other body of an e-mail, made from the one that the user wrote.

Who edits the text of an e-mail alone, or its HTML alone, gets an e-mail with two bodies that say
the same: the shipped one beside the edited one would say something else.
"""

import html
import re
from collections.abc import Mapping

from ..data import text as file
from .shipped import BODY, LOCALE, shipped
from .words import said

BODIES = ("txt", "html")
STYLE = "margin:0 0 12px"
LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")
ANCHOR = re.compile(r"<a\s[^>]*href=[\"']([^\"']+)[\"'][^>]*>(.*?)</a>", re.DOTALL | re.IGNORECASE)
CELL_END = re.compile(r"</t[dh]>\s*(?=<t[dh])", re.IGNORECASE)
LAST_CELL = re.compile(r"</t[dh]>", re.IGNORECASE)
BREAK = re.compile(r"<br\s*/?>|</tr>", re.IGNORECASE)
PARAGRAPH_END = re.compile(r"</(?:p|div|table|h\d)>", re.IGNORECASE)


def rewritten(stem: str, own: Mapping[str, bytes | None]) -> list[str]:
    """Return which bodies of an e-mail are the user's: one left as it was exported is not.

    Args:
        stem: the name of their templates, without ending.
        own: the user's templates by name, in small letters; None for one that can't be read.
    """
    names = (f"{stem}.{ending}" for ending in BODIES)
    return [name for name in names if name in own and own[name] != shipped(name)]


def html_of(body: str, locale: str) -> str:
    """Return the HTML of a text: its paragraphs, its lines and its links."""
    paragraphs = (one for one in re.split(r"\n\s*\n", body.strip()) if one.strip())
    made = "\n".join(f'<p style="{STYLE}">{_lines(one)}</p>' for one in paragraphs)
    page = file("templates/message.html").replace(LOCALE, locale)
    return page.replace(BODY, made)


def _lines(paragraph: str) -> str:
    lines = (html.escape(line, quote=False) for line in paragraph.strip("\n").split("\n"))
    return "<br>\n".join(
        LINK.sub(lambda link: f'<a href="{link[0]}">{link[0]}</a>', one) for one in lines
    )


def text_of(page: str) -> str:
    """Return the text of an HTML body: a row is a line, a link has its address."""
    flat = " ".join(page.split())
    flat = ANCHOR.sub(_anchor, flat)
    rows = LAST_CELL.sub("", CELL_END.sub(" | ", flat))
    flat = PARAGRAPH_END.sub("\n\n", BREAK.sub("\n", rows))
    lines = (" ".join(line.split(" ")).strip() for line in said(flat).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _anchor(found: re.Match[str]) -> str:
    address, words = found[1], found[2]
    return words if address.startswith("mailto:") or address in words else f"{words} ({address})"
