"""Sentences of letters that depend on the law, the sender or one item."""

from datetime import date
from decimal import Decimal

import pytest

from relance.wording import letter_rates, letters
from relance.wording.tongues import FRENCH

SPACE = "\u00a0"


def typed(text: str) -> str:
    """A text with the spaces and the apostrophes of a keyboard."""
    return text.replace(SPACE, " ").replace("’", "'")


@pytest.mark.parametrize(
    ("rate", "shown"), [("0.124", "12,40 %"), ("0.1", "10,00 %"), ("0.12375", "12,375 %")]
)
def test_a_rate_has_two_decimals_at_least(rate: str, shown: str) -> None:
    assert letter_rates.rate(FRENCH, Decimal(rate)).replace(SPACE, " ") == shown


@pytest.mark.parametrize(
    ("rate", "legal", "contract", "shown"),
    [
        ("0.124", False, False, "au taux annuel de 12,40 %"),
        ("0.15", False, True, "au taux contractuel annuel de 15,00 %"),
        ("0.0262", True, False, "au taux d'intérêt légal (2,62 % l'an)"),
        (None, True, False, "au taux d'intérêt légal"),
        (None, False, False, "au taux prévu par la loi"),
    ],
)
def test_a_rate_is_said_with_its_kind_and_without_a_figure_when_unknown(
    rate: str | None, legal: bool, contract: bool, shown: str
) -> None:
    values = [Decimal(rate)] if rate else []
    said = letter_rates.rate_phrase(FRENCH, values, legal=legal, contract=contract)
    assert typed(said) == shown


@pytest.mark.parametrize(
    ("rates", "shown"),
    [
        (["0.1215", "0.124"], "aux taux annuels de 12,15 % et 12,40 %"),
        (["0.145", "0.1215", "0.124"], "aux taux annuels de 14,50 %, 12,15 % et 12,40 %"),
        (
            ["0.145", "0.1365", "0.1215", "0.124"],
            "à des taux annuels de 12,15 % à 14,50 %, selon le décompte",
        ),
    ],
)
def test_several_rates_are_all_told_or_their_bounds(rates: list[str], shown: str) -> None:
    values = [Decimal(rate) for rate in rates]
    assert typed(letter_rates.rate_phrase(FRENCH, values, legal=False, contract=False)) == shown


@pytest.mark.parametrize(
    ("value", "country", "shown"),
    [
        ("823456789", "FR", "SIREN 823 456 789"),
        ("823 456 789 00012", "FR", "SIRET 823 456 789 00012"),
        ("0123456749", "BE", "N° d'entreprise 0123.456.749"),
        ("BE 123.456.749", "BE", "N° d'entreprise 0123.456.749"),
        ("RCS Lyon", "FR", "RCS Lyon"),
        ("12", "FR", "12"),
        ("", "FR", ""),
    ],
)
def test_a_registration_is_printed_with_its_name(value: str, country: str, shown: str) -> None:
    assert typed(letters.registration(FRENCH, value, country)) == shown


def test_several_regimes_name_each_law_once() -> None:
    said = letters.basis(FRENCH, ("FR-B2B", "FR-B2B", "BE-B2B", "CH", ""))
    assert typed(said).startswith(
        "articles L441-10, II et D441-5 du code de commerce ; articles 5 et 6"
    )
    assert letters.basis(FRENCH, ("CH",)) == ""


@pytest.mark.parametrize(
    ("article", "said"),
    [
        ("", ""),
        ("7.2", "article 7.2 de nos conditions générales"),
        ("Art. 9", "article 9 de nos conditions générales"),
        ("articles 9 et 10", "articles 9 et 10 de nos conditions générales"),
    ],
)
def test_an_article_of_the_terms_is_quoted(article: str, said: str) -> None:
    assert letters.clause(FRENCH, article) == said


def test_the_creditor_needs_no_word_about_who_writes() -> None:
    assert letters.intervention(FRENCH, "creditor", "X", "M", "") == ""


def test_a_subject_names_no_debt() -> None:
    said = letters.subject(FRENCH, "ACME", "C1")
    assert said == "ACME – votre compte client C1"


def test_copies_are_named() -> None:
    assert letters.copies(FRENCH, []) == ""
    assert letters.copies(FRENCH, ["F1"]) == "copie de la facture F1"
    assert letters.copies(FRENCH, ["F1", "F2"]) == "copies des factures F1, F2"


def test_a_consumer_s_extension_says_nothing_of_interest() -> None:
    said = letters.extension(FRENCH, "F1", date(2026, 10, 31), suspends=False, interest="")
    assert typed(said) == "F1 : un délai vous a été accordé jusqu'au 31 octobre 2026."


def test_days_are_counted_in_words() -> None:
    assert letters.days(FRENCH, 1) == f"1{SPACE}jour"
    assert letters.days(FRENCH, 14, calendar=True) == f"14{SPACE}jours calendrier"
