"""Two writings of one firm's name, and two firms."""

import pytest

from relance.intake.parties import Parties
from relance.intake.same_name import is_same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Menuiserie Dupré & Fils", "Menuiserie Dupre et Fils", True),
        ("Menuiserie Dupré & Fils", "MENUISERIE DUPRE ET FILS S.A.R.L.", True),
        ("Dupré-Martin", "DUPRE MARTIN", True),
        ("Dupré SARL", "Dupré SAS", False),
        ("Dupré", "Dupré & Fils", False),
        ("SARL", "SAS", False),
        ("Garage 1", "Garage 2", False),
    ],
)
def test_a_name_is_told_by_its_words_alone(one: str, other: str, same: bool) -> None:
    assert is_same(one, other) is same
    assert is_same(other, one) is same


def test_a_file_that_writes_a_name_in_two_ways_has_one_debtor() -> None:
    parties = Parties([("C7", "Dupré & Fils")])
    assert parties.code(("", "DUPRE ET FILS")) == "C7"
