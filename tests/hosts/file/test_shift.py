"""Formulas moved down."""

import pytest

from relance.hosts.file.shift import is_fixed, moved


@pytest.mark.parametrize(
    ("formula", "below"),
    [
        ("A2", "A5"),
        ("$A2+A$2+$A$2", "$A5+A$2+$A$2"),
        ("SUM(A2:B10)", "SUM(A5:B13)"),
        ("Feuille!A2", "Feuille!A5"),
        ("'N° A2'!A2", "'N° A2'!A5"),
        ("'l''A2'!A2", "'l''A2'!A5"),
        ('"A2"&A2', '"A2"&A5'),
        ('"dit ""A2"""', '"dit ""A2"""'),
        ("LOG10(A2)", "LOG10(A5)"),
        ("AB12C+TVA20", "AB12C+TVA23"),  # TVA20 is a cell
        ("tF[[#This Row],[A2]]", "tF[[#This Row],[A2]]"),
        ("tF[A2]", "tF[A2]"),
        ("tF[l'[A2]", "tF[l'[A2]"),
        ("1E5+2.5", "1E5+2.5"),
    ],
)
def test_relative_rows_follow_and_all_else_stays(formula: str, below: str) -> None:
    assert moved(formula, 3) == below


@pytest.mark.parametrize("formula", ["SUM(2:2)", "SUM($2:5)"])
def test_whole_rows_are_refused(formula: str) -> None:
    with pytest.raises(ValueError, match="SUM"):
        moved(formula, 1)
    assert not is_fixed(formula)


def test_a_formula_that_reads_the_same_everywhere_is_known() -> None:
    assert is_fixed("[@[Montant TTC]]-[@Payé]+$A$1")
    assert not is_fixed("A2")
