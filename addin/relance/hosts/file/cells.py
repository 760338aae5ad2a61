"""Cells of a sheet part written as XML; a formula cell keeps its formula and gets a new value."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from ...actions.book import Cell
from ..dates import is_moment, to_serial
from ..values import UnwritableError, number_text
from .styles import Styles
from .texts import encode, is_spaced, to_xml

_STYLE = re.compile(rb"\ss=[\"'](\d+)[\"']")
_FORMULA = re.compile(rb"<f\b([^>]*?)(?:/>|>[^<]*</f>)")
_PLAIN_FORMULA = re.compile(rb"\st=[\"'](?!normal)")


Written = tuple[bytes, bytes]  # a value as XML: the type attribute, what stands inside the cell


def plain(value: Cell) -> Written:
    """Return a value for a cell without a formula: text is text, whatever its first sign."""
    if value is None or value == "":
        return b"", b""
    return _inline_text(value) if isinstance(value, str) else _figure(value)


def result(value: Cell) -> Written:
    """Return a value for a cell with a formula."""
    if value is None or isinstance(value, str):
        return _result_text(value or "")
    return _figure(value)


@lru_cache(1024)  # a column says the same few words on every row
def _inline_text(text: str) -> Written:
    tag = b'<is><t xml:space="preserve">' if is_spaced(text) else b"<is><t>"
    return b' t="inlineStr"', tag + encode(text) + b"</t></is>"


@lru_cache(1024)
def _result_text(text: str) -> Written:
    return b' t="str"', b"<v>" + encode(text) + b"</v>"


def _figure(value: bool | float | Decimal | date) -> Written:
    if isinstance(value, bool):
        return b' t="b"', b"<v>1</v>" if value else b"<v>0</v>"
    text = to_serial(value) if isinstance(value, date) else number_text(value)
    return b"", b"<v>" + text.encode() + b"</v>"


def style_of(tag: bytes) -> int | None:
    """Return the style that a cell's opening tag names."""
    found = _STYLE.search(tag)
    return int(found[1]) if found else None


def formula_of(cell: bytes) -> bytes:
    """Return a cell's `<f>` as it is, b"" without one. Raises UnwritableError if it is shared.

    A shared, array or spilled formula answers for several cells.
    """
    start = cell.find(b"<f")
    if start < 0:
        return b""
    if cell.startswith(b"<f>", start):
        return cell[start : cell.index(b"</f>") + len(b"</f>")]
    found = _FORMULA.search(cell)
    if found is None or _PLAIN_FORMULA.search(found[1]):
        raise UnwritableError("formula")
    return found[0]


def formula_tag(text: str) -> bytes:
    """Return a formula as XML, b"" for none."""
    return b"<f>" + to_xml(text) + b"</f>" if text else b""


def cell(name: bytes, value: Cell, style: int, formula: bytes, styles: Styles) -> bytes:
    """Return a cell; a date under another style gets that style's date twin."""
    if isinstance(value, date):
        style = _dated(style, value, styles)
    kind, inside = result(value) if formula and value is not None else plain(value)
    attribute = b' s="%d"' % style if style else b""
    start = b'<c r="' + name + b'"' + attribute + kind
    if not formula and not inside:
        return start + b"/>"
    return start + b">" + formula + inside + b"</c>"


def rewritten(
    old: bytes, name: bytes, value: Cell, style: int, formula: bytes, styles: Styles
) -> bytes:
    """Return a cell of the file with another value.

    Args:
        old: the cell as it is; its own style and formula win.
        name: its reference.
        value: what it shall hold.
        style: for a cell that names none.
        formula: for a cell without one, b"" for none.
        styles: where a date twin may be added.

    Raises:
        UnwritableError: the formula answers for several cells.
    """
    own = formula_of(old)
    tag_style = style_of(old[: old.index(b">")])
    if own and value is None:
        value = ""
    return cell(name, value, style if tag_style is None else tag_style, own or formula, styles)


def _dated(style: int, value: date, styles: Styles) -> int:
    try:
        return styles.dated(style, is_moment(value))
    except LookupError:
        raise UnwritableError("no_styles") from None
