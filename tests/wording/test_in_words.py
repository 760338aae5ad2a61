"""Amounts written out: the numbers where French stumbles, in France and in Belgium."""

from decimal import Decimal

import pytest

from relance.wording.in_words import amount_in_words, number_in_words


@pytest.mark.parametrize(
    ("value", "france", "belgium"),
    [
        (0, "zéro", "zéro"),
        (1, "un", "un"),
        (16, "seize", "seize"),
        (17, "dix-sept", "dix-sept"),
        (20, "vingt", "vingt"),
        (21, "vingt et un", "vingt et un"),
        (22, "vingt-deux", "vingt-deux"),
        (61, "soixante et un", "soixante et un"),
        (70, "soixante-dix", "septante"),
        (71, "soixante et onze", "septante et un"),
        (72, "soixante-douze", "septante-deux"),
        (77, "soixante-dix-sept", "septante-sept"),
        (80, "quatre-vingts", "quatre-vingts"),
        (81, "quatre-vingt-un", "quatre-vingt-un"),
        (90, "quatre-vingt-dix", "nonante"),
        (91, "quatre-vingt-onze", "nonante et un"),
        (99, "quatre-vingt-dix-neuf", "nonante-neuf"),
        (100, "cent", "cent"),
        (101, "cent un", "cent un"),
        (180, "cent quatre-vingts", "cent quatre-vingts"),
        (200, "deux cents", "deux cents"),
        (201, "deux cent un", "deux cent un"),
        (1000, "mille", "mille"),
        (1001, "mille un", "mille un"),
        (2000, "deux mille", "deux mille"),
        (80_000, "quatre-vingt mille", "quatre-vingt mille"),
        (200_000, "deux cent mille", "deux cent mille"),
        (71_080, "soixante et onze mille quatre-vingts", "septante et un mille quatre-vingts"),
        (1_000_000, "un million", "un million"),
        (80_000_000, "quatre-vingts millions", "quatre-vingts millions"),
        (2_000_001, "deux millions un", "deux millions un"),
        (1_000_000_000, "un milliard", "un milliard"),
    ],
)  # fmt: skip
def test_numbers_are_said_as_each_country_says_them(value: int, france: str, belgium: str) -> None:
    assert number_in_words(value) == france
    assert number_in_words(value, "BE") == belgium


def test_no_two_numbers_are_said_alike() -> None:
    for country in ("FR", "BE"):
        assert len({number_in_words(value, country) for value in range(20_000)}) == 20_000


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        ("0", "EUR", "zéro euro"),
        ("1", "EUR", "un euro"),
        ("1.01", "EUR", "un euro et un centime"),
        ("1739.02", "EUR", "mille sept cent trente-neuf euros et deux centimes"),
        ("0.80", "EUR", "zéro euro et quatre-vingts centimes"),
        ("1000000", "EUR", "un million d'euros"),
        ("2000000.5", "USD", "deux millions de dollars américains et cinquante cents"),
        ("1000001", "EUR", "un million un euros"),
        ("21", "GBP", "vingt et une livres sterling"),
        ("3.02", "GBP", "trois livres sterling et deux pence"),
        ("2.50", "CHF", "deux francs suisses et cinquante centimes"),
        ("2.50", "SEK", "deux SEK et cinquante centièmes"),
        ("-5", "EUR", "moins cinq euros"),
        ("0.005", "EUR", "zéro euro et un centime"),
    ],
)
def test_an_amount_has_its_currency_and_its_cents(amount: str, currency: str, said: str) -> None:
    assert amount_in_words(Decimal(amount), currency) == said
