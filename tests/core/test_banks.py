"""A BIC goes with the account of its bank."""

import pytest

from relance.core.banks import bic_of
from relance.core.records import Creditor

FRENCH, ELSEWHERE = "FR7630006000011234567890189", "FR1420041010050500013M02606"
SAME_BANK, BELGIAN = "FR7630006000019876543210187", "BE68539007547034"


@pytest.mark.parametrize(
    ("bic", "dollars", "told"),
    [
        ("AGRIFRPP", BELGIAN, ("AGRIFRPP", "")),  # one BIC is not another bank's
        ("AGRIFRPP", ELSEWHERE, ("AGRIFRPP", "")),
        ("AGRIFRPP", SAME_BANK, ("AGRIFRPP", "AGRIFRPP")),
        ("GKCCBEBB", BELGIAN, ("", "GKCCBEBB")),  # its country tells whose it is
        ("EUR:AGRIFRPP ; USD: GKCCBEBB", BELGIAN, ("AGRIFRPP", "GKCCBEBB")),
        ("usd:GKCCBEBB", BELGIAN, ("", "GKCCBEBB")),
        ("AGRIFRPP ; USD:GKCCBEBB", BELGIAN, ("AGRIFRPP", "GKCCBEBB")),
        ("", BELGIAN, ("", "")),
    ],
)
def test_a_bic_is_told_with_the_accounts_of_its_bank(
    bic: str, dollars: str, told: tuple[str, str]
) -> None:
    creditor = Creditor(name="Rhône", ibans=(("EUR", FRENCH), ("USD", dollars)), bic=bic)
    assert (bic_of(creditor, "EUR"), bic_of(creditor, "USD")) == told
    assert bic_of(creditor, "CHF") == ""  # no account, no bank
