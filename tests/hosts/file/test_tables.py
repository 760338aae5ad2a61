"""Table parts, and the pattern of their new rows."""

from collections.abc import Mapping

import pytest

from relance.hosts.file.models import Model, model_of
from relance.hosts.file.ranges import Area
from relance.hosts.file.tables import TablePart, distinct, grown, without_insert_row
from relance.hosts.file.xmltext import attributes, retag, with_attribute, without_attribute
from relance.hosts.values import UnwritableError


def table(**formulas: str) -> TablePart:
    """Return a table B2:E9 with calculated columns by letter."""
    return TablePart(
        part="xl/tables/table1.xml",
        sheet="xl/worksheets/sheet1.xml",
        sheet_name="F",
        name="tF",
        headings=("B", "C", "D", "E"),
        formulas={"BCDE".index(letter): formula for letter, formula in formulas.items()},
        data=Area(2, 1, 9, 4),
        has_totals=False,
    )


def row(number: int, **cells: str) -> tuple[int, bytes]:
    inside = "".join(
        f'<c r="{letter}{number}" s="3"><f>{formula}</f><v>1</v></c>'
        for letter, formula in cells.items()
    )
    return number, f'<row r="{number}" ht="20" hidden="1">{inside}</row>'.encode()


def formulas(model: Model) -> Mapping[int, str]:
    return dict(model.formulas)


@pytest.mark.parametrize(
    ("headings", "told_apart"),
    [
        (["Note", "Date", "Note"], ("Note", "Date", "Note2")),
        (["Note", "Note2", "Note"], ("Note", "Note2", "Note3")),
        (["", ""], ("", "2")),
    ],
)
def test_twins_of_a_heading_are_told_apart(headings: list[str], told_apart: object) -> None:
    assert distinct(headings) == told_apart


def test_every_range_that_ends_with_the_table_follows_it() -> None:
    part = (
        b'<table ref="A1:C9" comment="ref=&quot;A1:C9&quot; a > b"><autoFilter ref="A1:C9"/>'
        b"<sortState ref='A2:C9'><sortCondition ref=\"B2:B9\"/></sortState>"
        b'<tableColumns count="1"><tableColumn id="1" name="ref"/></tableColumns></table>'
    )
    longer = grown(part, 9, 12)
    assert longer.count(b":C12") == 3
    assert b"B2:B12" in longer
    assert b'comment="ref=&quot;A1:C9&quot; a > b"' in longer
    assert grown(part, 8, 12) == part
    assert without_insert_row(b'<table insertRow="1" ref="A1">') == b'<table ref="A1">'


def test_an_attribute_is_changed_where_it_stands() -> None:
    tag = b"<a b='1' c=\"x > 'y'\"/>"
    assert attributes(tag) == {"b": b"1", "c": b"x > 'y'"}
    assert with_attribute(tag, "b", "2") == b'<a b="2" c="x > \'y\'"/>'
    assert with_attribute(tag, "d", "2").endswith(b'" d="2"/>')
    assert with_attribute(b"<a>", "d", "2") == b'<a d="2">'
    assert without_attribute(tag, "b") == b"<a c=\"x > 'y'\"/>"
    assert without_attribute(tag, "z") == tag
    assert retag(b"<p:a><b></b></p:a>", {"a"}, lambda _: b"<p:c>") == b"<p:c><b></b></p:a>"


def test_a_calculated_column_is_taken_from_the_table_part() -> None:
    model = model_of(table(D="[@B]*2"), [row(9, D="[@B]*3")])
    assert formulas(model) == {3: "[@B]*2"}
    assert model.formula(3, 10) == b"<f>[@B]*2</f>"
    assert model.formula(1, 10) == b""
    assert model.styles == {3: 3}
    assert model.attributes == b""  # the height was not set by hand


def test_a_formula_with_plain_references_comes_from_the_last_row() -> None:
    model = model_of(table(D="B2*2"), [row(8, D="B8*2"), row(9, D="B9*2")])
    assert model.formula(3, 11) == b"<f>B11*2</f>"
    assert model_of(table(D="B2*2"), [row(9, D="B9*2")]).formula(3, 10) == b"<f>B10*2</f>"


def test_a_column_filled_down_is_followed_though_the_table_part_is_silent() -> None:
    model = model_of(table(), [row(8, D="B8&amp;$A$1", E="1+1"), row(9, D="B9&amp;$A$1", E="2+2")])
    assert formulas(model) == {3: "B9&$A$1"}
    assert model.formula(3, 10) == b"<f>B10&amp;$A$1</f>"


def test_a_single_row_is_followed_when_its_formula_speaks_of_the_table() -> None:
    assert formulas(model_of(table(), [row(9, D="tF[[#This Row],[B]]", E="B9*1.2")])) == {
        3: "tF[[#This Row],[B]]"
    }


def test_a_formula_typed_in_one_cell_is_not_followed() -> None:
    assert formulas(model_of(table(), [row(8), row(9, D="100+20", E="SUM(9:9)")])) == {}
    assert formulas(model_of(table(), [row(8, E="SUM(8:8)"), row(9, E="SUM(9:9)")])) == {}


def test_cells_beside_the_table_are_not_followed() -> None:
    assert formulas(model_of(table(), [row(8, G="B8"), row(9, G="B9")])) == {}


def test_a_table_without_rows_gives_nothing() -> None:
    model = model_of(table(), [])
    assert (model.styles, model.formulas, model.row) == ({}, {}, 9)


@pytest.mark.parametrize(
    "last",
    [
        (9, b'<row r="9"><c r="D9"><f t="shared" si="0"/><v>1</v></c></row>'),
        (9, b'<row r="9"><c r="D9"><v>1</v></c></row>'),
    ],
)
def test_a_calculated_column_that_only_excel_can_follow_is_refused(
    last: tuple[int, bytes],
) -> None:
    with pytest.raises(UnwritableError, match="formula"):
        model_of(table(D="B2*2"), [last])


def test_a_formula_over_whole_rows_can_not_be_moved() -> None:
    model = Model(range(1, 5), {}, {3: "SUM(9:9)"}, 9, b"")
    with pytest.raises(UnwritableError, match="formula"):
        model.formula(3, 10)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (
            b' spans="1:2" s="4" customFormat="1" ht="30" customHeight="true"',
            b' s="4" customFormat="1"',
        ),
        (b' s="4" customFormat="false" ht="15" hidden="1" customHeight="false"', b""),
        (b"", b""),
    ],
)
def test_a_new_row_takes_a_format_set_by_hand_and_no_height(written: bytes, kept: bytes) -> None:
    assert model_of(table(), [(9, b'<row r="9"' + written + b"></row>")]).attributes == kept
