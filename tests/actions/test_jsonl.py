"""Lines of a file of lines that are not ours."""

import pytest

from relance.actions.jsonl import _parsed


@pytest.mark.parametrize("line", ["{", "9" * 5000, "[" * 100_000], ids=["cut", "long", "deep"])
def test_a_line_that_is_not_one_of_ours_is_passed_over(line: str) -> None:
    assert _parsed(line) is None
