"""The columns of a sheet's head, split where one of them changes."""

import pytest

from relance.hosts.file.upgrade.cols import FOLDED, style_of_column, with_columns

FORMAT = b'<sheetFormatPr defaultRowHeight="15"/>'
ROWS = b"<sheetData>"
WIDE = {"width": "20"}


def cols(inside: bytes) -> bytes:
    """Return a head with these columns."""
    return FORMAT + (b"<cols>" + inside + b"</cols>" if inside else b"") + ROWS


def test_a_sheet_without_columns_gets_them_before_its_rows() -> None:
    assert with_columns(cols(b""), {2: WIDE, 3: WIDE}) == cols(
        b'<col min="3" max="3" width="20"/><col min="4" max="4" width="20"/>'
    )


@pytest.mark.parametrize(
    ("span", "rest"),
    [
        ((1, 2), b'<col min="1" max="2" a="b"/>{new}'),
        ((3, 4), b"{new}"),
        ((4, 9), b'{new}<col min="5" max="9" a="b"/>'),
        ((1, 3), b'<col min="1" max="2" a="b"/>{new}'),
        ((5, 9), b'{new}<col min="5" max="9" a="b"/>'),
        ((1, 9), b'<col min="1" max="2" a="b"/>{new}<col min="5" max="9" a="b"/>'),
    ],
)
def test_a_span_keeps_what_lies_beside_the_new_columns(span: tuple[int, int], rest: bytes) -> None:
    head = cols(b'<col min="%d" max="%d" a="b"></col>' % span)
    new = b'<col min="3" max="3" width="20"/><col min="4" max="4" width="20"/>'
    assert with_columns(head, {2: WIDE, 3: WIDE}) == cols(rest.replace(b"{new}", new))


def test_the_sign_of_folded_columns_moves_behind_the_last_of_them() -> None:
    sign = b'<col min="3" max="3" width="9" collapsed="1"/>'
    folded = with_columns(cols(sign), {2: {**WIDE, **FOLDED}})
    assert folded == cols(
        b'<col min="3" max="3" width="20" hidden="1" outlineLevel="1"/>'
        b'<col min="4" max="4" width="9.140625" collapsed="1"/>'
    ).replace(b'"15"', b'"15" outlineLevelCol="1"')
    shown = with_columns(cols(sign), {2: WIDE})
    assert shown == cols(b'<col min="3" max="3" width="20" collapsed="1"/>')


def test_the_last_column_of_a_sheet_has_none_behind_it() -> None:
    folded = with_columns(cols(b""), {16_383: FOLDED})
    assert folded == cols(b'<col min="16384" max="16384" hidden="1" outlineLevel="1"/>')


def test_the_style_of_a_column_is_that_of_its_span() -> None:
    head = cols(b'<col min="2" max="4" style="7"/>')
    assert [style_of_column(head, at) for at in (0, 1, 3, 4)] == [0, 7, 7, 0]
    assert style_of_column(cols(b""), 0) == 0
