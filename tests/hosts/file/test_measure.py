"""How many lines a text takes, estimated a little to the wide side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.hosts.file.measure import line_count, text_width


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("0123", 4.0),
        ("il", 1.2),  # 2 x 0.6
        ("Abc", 3.25),  # 1.25 + 2
        ("mW", 3.2),  # 2 x 1.6
        ("日本", 4.0),  # 2 x 2
    ],
)
def test_letters_are_wide_or_narrow(text: str, width: float) -> None:
    assert text_width(text) == pytest.approx(width)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("abcde", 1),
        ("abcdeabcde", 1),  # exactly the room
        ("abcdeabcdea", 2),
        ("abcd abcd", 1),  # 4 + 0.6 + 4
        ("abcde abcde", 2),  # 10.6
        ("abcd abcd     ", 1),  # blanks hang over the edge
        ("abcd abcd          a", 2),
        ("a\nb", 2),
        ("a\n\nb\n", 4),
        ("abcde-abcde", 2),  # 10.6, broken after the hyphen
        ("a " + "b" * 25, 4),  # the long word starts a line and fills three
        ("b" * 25 + " abcd", 3),  # 5 of it are left: 5 + 0.6 + 4 fit
        ("b" * 25 + " abcde", 4),
        ("abcd abcd\u00a0ab abcdefg", 3),  # such a blank never breaks: 4, then 7, then 7
    ],
)
def test_lines_of_ten_digits(text: str, lines: int) -> None:
    assert line_count(text, 10) == lines


def test_a_column_too_narrow_for_anything_is_taken_as_one_digit() -> None:
    assert line_count("0123", -5) == 4


@given(st.text(max_size=60), st.floats(1, 200))
def test_more_room_never_takes_more_lines_than_letters(text: str, room: float) -> None:
    lines = line_count(text, room)
    assert lines >= 1 + text.count("\n")
    assert lines <= 1 + 2 * len(text)  # a letter as wide as two digits fills two lines of one
    assert line_count(text, 4 * room + 4) <= lines
