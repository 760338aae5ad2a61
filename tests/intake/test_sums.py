"""Rows of sums, told from debtors whose name begins with "Total"."""

import pytest

from relance.intake.sums import total_level

HARDY = ("CL001", "BOULANGERIE HARDY")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Total", "bare"),
        ("TOTAL :", "bare"),
        ("Totaal EUR", "bare"),
        ("Sous-total", "bare"),
        ("Total du compte 411", "bare"),
        ("TOTAL GENERAL", "grand"),
        ("Total général au 30/11/2026", "grand"),
        ("Totaal algemeen", "grand"),
        ("Eindtotaal", "grand"),
        ("Grand total", "grand"),
        ("Total Comptes clients âgés", "grand"),
        ("Total CL001", "group"),
        ("Total client BOULANGERIE HARDY", "group"),
        ("Total pour 1 - 30 jours en souffrance", "group"),
        ("TOTAL ENERGIES", "other"),
        ("Report", "carried"),
        ("À reporter", "carried"),
        ("Report page 2", "carried"),
        ("Over te dragen", "carried"),
        ("Report à nouveau", ""),
        ("TOTALENERGIES", ""),
        ("Totalement", ""),
        ("Reportages Durand", ""),
        ("Transports Dupont", ""),
        ("BOULANGERIE HARDY", ""),
    ],
)
def test_a_sum_is_told_by_its_words(text: str, level: str) -> None:
    assert total_level(["", text, "12,00"], HARDY) == level
