"""Cells written and read back; a formula cell keeps its formula."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.actions.book import Cell
from relance.hosts.file.cells import (
    cell,
    formula_of,
    plain,
    result,
    rewritten,
)
from relance.hosts.file.reader import Values, raw_cells
from relance.hosts.file.styles import Styles
from relance.hosts.values import UnwritableError, as_read, checked

STYLES = (
    b'<styleSheet><cellXfs count="2"><xf numFmtId="0" borderId="3"/>'
    b'<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)
FORMULA = b"<f>A1&amp;B1</f>"

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
DIGITS = st.text("0123456789", min_size=1, max_size=40)  # long identifiers stay text
LEADING = st.builds(lambda sign, text: sign + text, st.sampled_from("=+-@'\t "), TEXTS)
DECIMALS = st.decimals(-(10**12), 10**12, places=4) | st.decimals(
    allow_nan=False, allow_infinity=False, min_value=Decimal("-1e250"), max_value=Decimal("1e250")
)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
DAYS = st.dates(date(1900, 1, 1))
MOMENTS = st.datetimes(
    datetime.fromisoformat("1900-01-01"), datetime.fromisoformat("9999-12-31")
).map(lambda moment: moment.replace(microsecond=0))
ANY: st.SearchStrategy[Cell] = st.one_of(
    TEXTS, DIGITS, LEADING, DECIMALS, FLOATS, st.integers(-(10**20), 10**20), DAYS, MOMENTS,
    st.booleans(), st.none(),
)  # fmt: skip


def back(raw: bytes, styles: Styles) -> Cell:
    ((_, attributes, text),) = raw_cells(raw)
    return Values([], styles.dates)[attributes](text) if text else None


@given(ANY)
def test_every_value_comes_back_from_a_plain_cell(value: Cell) -> None:
    styles = Styles(STYLES)
    written = cell(b"B2", checked(value), 0, b"", styles)
    found = back(written, styles)
    assert found == as_read(value)
    assert type(found) is type(as_read(value))


@given(ANY)
def test_every_value_comes_back_from_a_formula_cell_which_keeps_its_formula(value: Cell) -> None:
    styles = Styles(STYLES)
    old = b'<c r="B2" s="0" t="e"><f ca="1">A1&amp;B1</f><v>#N/A</v></c>'
    written = rewritten(old, b"B2", checked(value), 1, b"", styles)
    assert b'<f ca="1">A1&amp;B1</f>' in written
    assert back(written, styles) == as_read(value)


@pytest.mark.parametrize(
    ("value", "kind", "inside"),
    [
        (Decimal("1234.50"), b"", b"<v>1234.50</v>"),
        (Decimal("1E+3"), b"", b"<v>1000</v>"),
        (Decimal("1E-40"), b"", b"<v>1E-40</v>"),
        (0.1, b"", b"<v>0.1</v>"),
        (12.0, b"", b"<v>12</v>"),
        (-7, b"", b"<v>-7</v>"),
        (True, b' t="b"', b"<v>1</v>"),
        (False, b' t="b"', b"<v>0</v>"),
        (date(2025, 12, 31), b"", b"<v>46022</v>"),
        ("=A1", b' t="inlineStr"', b"<is><t>=A1</t></is>"),
        (" a", b' t="inlineStr"', b'<is><t xml:space="preserve"> a</t></is>'),
        ("", b"", b""),
        (None, b"", b""),
    ],
)
def test_a_plain_value_as_xml(value: Cell, kind: bytes, inside: bytes) -> None:
    assert plain(value) == (kind, inside)


@pytest.mark.parametrize(
    ("value", "kind", "inside"),
    [
        ("a<", b' t="str"', b"<v>a&lt;</v>"),
        ("", b' t="str"', b"<v></v>"),
        (None, b' t="str"', b"<v></v>"),
        (False, b' t="b"', b"<v>0</v>"),
        (1.5, b"", b"<v>1.5</v>"),
    ],
)
def test_a_result_as_xml(value: Cell, kind: bytes, inside: bytes) -> None:
    assert result(value) == (kind, inside)


def test_a_new_cell_with_a_formula_and_no_value_has_no_value() -> None:
    assert cell(b"A1", None, 3, FORMULA, Styles(b"")) == b'<c r="A1" s="3">' + FORMULA + b"</c>"
    assert cell(b"A1", None, 0, b"", Styles(b"")) == b'<c r="A1"/>'


def test_a_rewritten_cell_keeps_its_style_and_forgets_its_type() -> None:
    old = b'<c r="A1" s="1" t="s" vm="2"><v>12</v></c>'
    assert rewritten(old, b"A1", 5, 0, b"", Styles(STYLES)) == b'<c r="A1" s="1"><v>5</v></c>'
    bare = b'<c r="A1"/>'
    assert rewritten(bare, b"A1", 5, 1, b"", Styles(STYLES)) == b'<c r="A1" s="1"><v>5</v></c>'


@pytest.mark.parametrize(
    "formula", [b'<f t="shared" si="0"/>', b'<f t="array" ref="A1">B1</f>', b'<f x="1"><b/></f>']
)
def test_a_formula_of_several_cells_is_refused(formula: bytes) -> None:
    with pytest.raises(UnwritableError, match="formula"):
        formula_of(b'<c r="A1">' + formula + b"<v>1</v></c>")


def test_a_plain_formula_is_found_whatever_libreoffice_adds() -> None:
    assert formula_of(b'<c r="A1"><f aca="false">B1</f><v>1</v></c>') == b'<f aca="false">B1</f>'
    assert formula_of(b'<c r="A1"><v>1</v></c>') == b""


def test_a_book_without_styles_takes_no_date() -> None:
    with pytest.raises(UnwritableError, match="no_styles"):
        cell(b"A1", date(2026, 1, 1), 0, b"", Styles(b""))
