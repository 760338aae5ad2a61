"""Rows of a delimited text, whatever its quotes."""

from hypothesis import given
from hypothesis import strategies as st

from relance.intake.text_grid import text_grid


def rows(text: str) -> list[tuple[int, list[object]]]:
    return [(line, list(cells)) for line, cells in text_grid(text, ";").rows if any(cells)]


def test_each_row_keeps_the_number_of_its_line() -> None:
    assert rows("a;b\n\nc;d") == [(1, ["a", "b"]), (3, ["c", "d"])]


def test_the_three_line_ends_of_real_files_are_one() -> None:
    for end in ("\n", "\r\n", "\r\r\n", "\r"):
        assert rows(f"a;b{end}c;d") == [(1, ["a", "b"]), (2, ["c", "d"])]


def test_a_quoted_field_holds_separators_quotes_and_lines() -> None:
    text = '1;"a;b"\n2;"say ""yes"""\n3;"two\nlines"\n4;end'
    assert rows(text) == [
        (1, ["1", "a;b"]),
        (2, ["2", 'say "yes"']),
        (3, ["3", "two\nlines"]),
        (5, ["4", "end"]),
    ]


def test_a_stray_quote_does_not_swallow_the_rows_below() -> None:
    text = 'C1;"LE COIN;10\nC2;"BON COIN";20\nC3;tube 12";30\nC4;"A" SARL;40'
    assert rows(text) == [
        (1, ["C1", '"LE COIN', "10"]),
        (2, ["C2", "BON COIN", "20"]),
        (3, ["C3", 'tube 12"', "30"]),
        (4, ["C4", "A SARL", "40"]),
    ]


def test_only_the_first_lines_are_read_when_asked() -> None:
    assert len(text_grid("a;b\n" * 50, ";", 10).rows) == 10


@given(st.text(alphabet='ab;"\n', max_size=80))
def test_no_text_is_lost_whatever_the_quotes(text: str) -> None:
    kept = "".join(str(cell) for _, cells in text_grid(text, ";").rows for cell in cells)
    assert kept.count("a") == text.count("a")
    assert kept.count("b") == text.count("b")
