"""A BIC goes with the account of its bank."""

import pytest

from relance.core.banks import bic_of, may_hold, unfit
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
        ("XX", BELGIAN, ("", "")),  # no BIC
        ("agri fr pp", BELGIAN, ("AGRIFRPP", "")),
        ("UBSWCHZH80A", BELGIAN, ("", "")),  # of a country where no account is
        ("EUR:GKCCBEBB ; USD:AGRIFRPP", BELGIAN, ("", "")),  # the other way round
        ("EUR:AGRIFRPP ; EUR:BNPAFRPP", BELGIAN, ("AGRIFRPP", "")),  # the first counts
    ],
)
def test_a_bic_is_told_with_the_accounts_of_its_bank(
    bic: str, dollars: str, told: tuple[str, str]
) -> None:
    creditor = Creditor(name="Rhône", ibans=(("EUR", FRENCH), ("USD", dollars)), bic=bic)
    assert (bic_of(creditor, "EUR"), bic_of(creditor, "USD")) == told
    assert bic_of(creditor, "CHF") == ""  # no account, no bank


@pytest.mark.parametrize(
    ("bic", "iban", "fits"),
    [
        ("AGRIFRPP878", FRENCH, True),
        ("BRMCMCM1", FRENCH, True),  # Monaco and the territories have French account numbers
        ("SOGEGPGX", FRENCH, True),
        ("BRMCFRPP", "MC5811222000010123456789030", True),
        ("BARCGGSP", "GB29NWBK60161331926819", True),
        ("BARCGB22", "GB29NWBK60161331926819", True),
        ("GKCCBEBB", FRENCH, False),
        ("AGRIFRPP", BELGIAN, False),
        ("AGRIFRP", FRENCH, False),  # seven signs
        ("AGRIFRPP87", FRENCH, False),  # ten
        ("AGRI12PP", FRENCH, False),  # no country
    ],
)
def test_a_bic_is_of_the_country_of_its_account(bic: str, iban: str, *, fits: bool) -> None:
    assert may_hold(bic, iban) is fits


@pytest.mark.parametrize(
    ("bic", "told"),
    [
        ("AGRIFRPP ; USD:GKCCBEBB", []),
        ("GKCCBEBB", []),  # of the dollars' bank
        ("CHF:UBSWCHZH80A", []),  # no such account: nothing to compare with
        ("XX", [("XX", "")]),
        ("CHF:XX", [("XX", "")]),
        ("UBSWCHZH80A", [("UBSWCHZH80A", FRENCH)]),
        ("EUR:GKCCBEBB", [("GKCCBEBB", FRENCH)]),
        ("AGRIFRPP ; EUR:AGRIFRPP", [("AGRIFRPP", BELGIAN)]),  # the account that is left
    ],
)
def test_a_bic_that_is_not_told_is_named_with_the_account(
    bic: str, told: list[tuple[str, str]]
) -> None:
    creditor = Creditor(name="Rhône", ibans=(("EUR", FRENCH), ("USD", BELGIAN)), bic=bic)
    assert list(unfit(creditor)) == told
