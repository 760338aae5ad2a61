"""Every language of the documents says the same things, with its own marks."""

import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal

import pytest

from relance.core import regimes
from relance.wording import letter_rates, letters
from relance.wording.labels import LABELS
from relance.wording.letter_words import FIRST_REMINDER, REFUSED
from relance.wording.tongues import FRENCH, TONGUES, Tongue, tongue

OTHERS = [one for one in TONGUES.values() if one is not FRENCH]
# What other languages need not say: French tells penalties from interest, and records its laws.
OWN = re.compile(r"law\.(records|interest_of|interest_short_of)\.")
FRENCH_WORDS = re.compile(r"\b(du|de la|le|la|les|et|ou|au|aux|loi|arrêté|modifiée)\b")


def sentences(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every sentence of a language with its place, e.g. `parties.phone`."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, text in value.items():
            yield f"{path}.{key}", text
    elif is_dataclass(value):
        for one in fields(value):
            place = f"{path}.{one.name}" if path else one.name
            if place != "figures":
                yield from sentences(getattr(value, one.name), place)


def holes(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("other", OTHERS, ids=lambda one: one.code)
def test_each_language_fills_in_the_same_sentences(other: Tongue) -> None:
    ours = {place: holes(text) for place, text in sentences(FRENCH) if not OWN.match(place)}
    theirs = {place: holes(text) for place, text in sentences(other) if not OWN.match(place)}
    assert theirs == ours


@pytest.mark.parametrize("other", OTHERS, ids=lambda one: one.code)
def test_no_sentence_was_left_in_french(other: Tongue) -> None:
    alike = {"article"}  # French and English alike
    ours = dict(sentences(FRENCH))
    copied = {
        place for place, text in sentences(other)
        if ours.get(place) == text and not text.isupper() and place not in alike
    }  # fmt: skip
    assert copied == set()


@pytest.mark.parametrize("other", OTHERS, ids=lambda one: one.code)
def test_the_law_of_every_rate_is_named_in_the_language(other: Tongue) -> None:
    laws = {regimes.get(code).law for code in regimes.REGIMES}
    said = {letters.records(other, [f"{law} (SRC, SRC2)"]) for law in laws}
    assert [text for text in said if FRENCH_WORDS.search(text)] == []
    assert letters.records(other, ["(contrat)"]) not in ("(contrat)", "contrat")


def test_the_sources_of_the_record_are_not_shown_nor_the_sheet_of_the_user_s_rates() -> None:
    given = ["L441-10 II du code de commerce (BDF, ECB)", "L441-10 II du code de commerce (Taux)"]
    assert letters.records(FRENCH, given) == "L441-10 II du code de commerce"
    assert letters.records(FRENCH, ["(contrat)"]) == "contrat"


def test_a_list_offers_the_languages_that_documents_have() -> None:
    assert set(LABELS["language"]) == set(TONGUES) == set(REFUSED) == set(FIRST_REMINDER)


def test_the_first_code_that_is_given_decides_and_an_unknown_one_is_french() -> None:
    assert tongue("nl", "en").code == "nl"
    assert tongue("", "en").code == "en"
    assert tongue("", "").code == "fr"
    assert tongue("es", "en").code == "fr"


@pytest.mark.parametrize(
    ("code", "amount", "minus", "dollars"),
    [
        ("fr", "1 234,56 €", "-1 234,56 €", "1 234,56 USD"),
        ("nl", "€ 1.234,56", "€ -1.234,56", "USD 1.234,56"),
        ("de", "1.234,56 €", "-1.234,56 €", "1.234,56 USD"),
        ("en", "€1,234.56", "-€1,234.56", "USD 1,234.56"),
    ],
)
def test_an_amount_is_written_as_its_reader_expects(
    code: str, amount: str, minus: str, dollars: str
) -> None:
    figures = TONGUES[code].figures
    value = Decimal("1234.56")
    shown = (figures.money(value), figures.money(-value), figures.money(value, "USD"))
    assert [text.replace("\u00a0", " ") for text in shown] == [amount, minus, dollars]
    assert not any(" " in text for text in shown)  # an amount never breaks over two lines


@pytest.mark.parametrize(
    ("code", "day", "words"),
    [
        ("fr", "01/05/2026", "1er mai 2026"),
        ("nl", "01/05/2026", "1 mei 2026"),
        ("de", "01.05.2026", "1. Mai 2026"),
        ("en", "1 May 2026", "1 May 2026"),
    ],
)
def test_a_day_is_written_as_its_reader_expects(code: str, day: str, words: str) -> None:
    figures, first = TONGUES[code].figures, date(2026, 5, 1)
    assert figures.day(first).replace("\u00a0", " ") == day
    assert figures.long_day(first).replace("\u00a0", " ") == words


@pytest.mark.parametrize("one", TONGUES.values(), ids=lambda one: one.code)
def test_each_month_has_its_own_name(one: Tongue) -> None:
    assert len(set(one.figures.months)) == 12
    assert len(set(one.figures.short_months)) in (0, 12)
    days = {one.figures.day(date(2026, month, 1)) for month in range(1, 13)}
    assert len(days) == 12


@pytest.mark.parametrize(
    ("code", "shown"),
    [("fr", "12,40 %"), ("nl", "12,40 %"), ("de", "12,40 %"), ("en", "12.40%")],
)
def test_a_rate_is_written_as_its_reader_expects(code: str, shown: str) -> None:
    said = letter_rates.rate(TONGUES[code], Decimal("0.124"))
    assert said.replace("\u00a0", " ") == shown


def test_german_nouns_keep_their_capital_within_a_sentence() -> None:
    assert letters.interest_inside(TONGUES["de"], "FR-B2B") == "Verzugszinsen"
    assert letters.interest_inside(TONGUES["nl"], "FR-B2B") == "nalatigheidsinteresten"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nl", "artikel 9 van onze algemene voorwaarden"),
        ("de", "Artikel 9 unserer Allgemeinen Geschäftsbedingungen"),
        ("en", "article 9 of our general terms and conditions"),
    ],
)
def test_an_article_typed_in_french_is_quoted_in_the_language(code: str, said: str) -> None:
    for typed in ("9", "Art. 9", "article 9"):
        assert letters.clause(TONGUES[code], typed) == said
