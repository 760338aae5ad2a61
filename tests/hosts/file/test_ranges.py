"""Cell references."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.hosts.file.ranges import (
    Area,
    column_index,
    column_letters,
    parse_area,
    parse_reference,
)


@given(st.integers(0, 16_383))
def test_every_column_comes_back(index: int) -> None:
    assert column_index(column_letters(index)) == index


@pytest.mark.parametrize(("letters", "index"), [("A", 0), ("Z", 25), ("AA", 26), ("XFD", 16_383)])
def test_columns_count_from_zero(letters: str, index: int) -> None:
    assert column_index(letters) == index


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("B2", Area(2, 1, 2, 1)),
        ("$A$1:C9", Area(1, 0, 9, 2)),
        ("C9:A1", Area(1, 0, 9, 2)),
        ("A:A", None),
        ("1:2", None),
        ("", None),
        ("#REF!", None),
        ("tF[Client]", None),
    ],
)
def test_areas_are_read_or_left(text: str, area: Area | None) -> None:
    assert parse_area(text) == area


def test_an_area_is_written_short() -> None:
    assert str(Area(1, 0, 9, 2)) == "A1:C9"
    assert str(Area(2, 1, 2, 1)) == "B2"


@pytest.mark.parametrize(
    ("text", "sheet"),
    [
        ("Factures!$A$1", "Factures"),
        ("'Balance âgée'!$A$1", "Balance âgée"),
        ("'L''été'!A1:B2", "L'été"),
    ],
)
def test_the_sheet_of_a_reference_loses_its_quotes(text: str, sheet: str) -> None:
    found = parse_reference(text)
    assert found
    assert found[0] == sheet


@pytest.mark.parametrize("text", ["A1", "!A1", "Factures!#REF!", "Factures!A:A", "46000", '"x"'])
def test_what_is_no_reference_is_left(text: str) -> None:
    assert parse_reference(text) is None


def test_areas_that_share_a_column_are_seen() -> None:
    area = Area(1, 2, 9, 4)
    assert area.shares_columns(Area(20, 4, 21, 8))
    assert not area.shares_columns(Area(1, 5, 9, 8))
    assert area.holds(9, 2)
    assert not area.holds(10, 2)
