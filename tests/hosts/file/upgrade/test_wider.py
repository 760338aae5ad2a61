"""The part of a table that gets columns, and the marks of its sheet."""

from relance.hosts.file.ranges import Area
from relance.hosts.file.tables import TablePart
from relance.hosts.file.upgrade.wider import (
    Addition,
    widened_table,
    widened_tail,
    with_validations,
)
from relance.workbook.schema import Column

DATA = Area(3, 1, 9, 3)  # B3:D9
TABLE = TablePart("t", "s", "Factures", "t", ("a", "b", "c"), {}, DATA, has_totals=False)
ADDED = [
    Addition(Column("x", 'L\'objet "& co"')),
    Addition(Column("y", "Total"), 'IF(t[[#This Row],[a]]="",1,2)'),
]


def test_ranges_count_and_columns_of_a_table_that_excel_wrote() -> None:
    part = (
        b'<table xmlns="m" id="4" xr:uid="{1}" name="t" displayName="t" ref="B2:D9">'
        b'<autoFilter ref="B2:D9" xr:uid="{2}"/><sortState ref="B3:D9"><sortCondition ref="C3:C9"/>'
        b'</sortState><tableColumns count="3"><tableColumn id="1" xr3:uid="{3}" name="a"/>'
        b'<tableColumn id="9" name="b"><calculatedColumnFormula>1</calculatedColumnFormula>'
        b'</tableColumn><tableColumn id="2" name="c"/></tableColumns></table>'
    )
    # Ids are never given twice: the next one is 10.
    assert widened_table(part, TABLE, ADDED) == (
        part.replace(b':D9">', b':F9">')
        .replace(b':D9" xr', b':F9" xr')
        .replace(b'count="3"', b'count="5"')
        .replace(
            b"</tableColumns>",
            b'<tableColumn id="10" name="L\'objet &quot;&amp; co&quot;"/>'
            b'<tableColumn id="11" name="Total"><calculatedColumnFormula>'
            b"IF(t[[#This Row],[a]]=&quot;&quot;,1,2)</calculatedColumnFormula></tableColumn>"
            b"</tableColumns>",
        )
    )


def test_a_table_under_a_prefix_gets_columns_under_it() -> None:
    part = (
        b'<x:table ref="B2:D9"><x:tableColumns count="1"><x:tableColumn id="1" name="a"/>'
        b"</x:tableColumns></x:table>"
    )
    assert b'<x:tableColumn id="2" name="L' in widened_table(part, TABLE, ADDED)
    assert b"</x:calculatedColumnFormula></x:tableColumn></x:tableColumns>" in widened_table(
        part, TABLE, ADDED
    )


def test_only_marks_as_wide_as_the_table_follow_it() -> None:
    def marked(ranges: str) -> bytes:
        return b'<conditionalFormatting sqref="%b"/>' % ranges.encode()

    before = "B3:D9 A1:D1048576 D3:D9 B3:C9 B3:E9 B10:D12 B:D"
    after = "B3:F9 A1:F1048576 D3:D9 B3:C9 B3:E9 B10:D12 B:D"
    assert widened_tail(marked(before), DATA, 2) == marked(after)


def test_a_validation_reaches_as_far_down_for_new_cells() -> None:
    tail = b'<dataValidation type="list" sqref="B3:C9 D1"/><dataValidation sqref="E3"/>'
    # From B3 (row 3, column 1) the first range reaches down by 6 rows.
    assert with_validations(tail, {(3, 5): (3, 1), (20, 0): (3, 4)}) == (
        b'<dataValidation type="list" sqref="B3:C9 D1 F3:F9"/><dataValidation sqref="E3 A20"/>'
    )
    assert with_validations(tail, {}) == tail
