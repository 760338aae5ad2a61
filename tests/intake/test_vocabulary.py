"""The words of exports: nothing said twice, every code with its sentence."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from relance import intake
from relance.data import text
from relance.intake.vocabulary import headings, is_bucket, meanings, phrase
from relance.wording.findings_intake import FINDINGS, REFUSALS
from relance.wording.sentences import SENTENCES

SOURCES = sorted(Path(str(intake.__file__)).parent.glob("*.py"))


def test_no_heading_means_two_things() -> None:
    meant: dict[str, str] = {}
    for key, table in tomllib.loads(text("intake/headings.toml")).items():
        for word in (one for tongue in ("fr", "nl", "en") for one in table.get(tongue, [])):
            assert phrase(word), f"{key}: {word} says nothing"
            assert meant.setdefault(phrase(word), key) == key, word


@pytest.mark.parametrize("section", ["kinds", "statuses", "methods", "currencies", "countries"])
def test_no_word_means_two_things(section: str) -> None:
    table = tomllib.loads(text("intake/words.toml"))[section]
    assert all(table.values())
    assert len(meanings(section)) == len(
        {word.lower() for known in table.values() for word in known}
    )


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("N° de facture", "number"),
        ("Nº facture", "number"),
        ("Numéro de pièce", "number"),
        ("NumFacture", "number"),
        ("Factuurnr.", "number"),
        ("Invoice no.", "number"),
        ("Date d’échéance", "due"),
        ("Vervaldatum", "due"),
        ("Solde dû au 30/11/2026 (EUR)", "open"),
        ("Reste à payer", "open"),
        ("OPENSTAAND BEDRAG", "open"),
        ("Total T.T.C.", None),  # letters apart: too little to be sure
        ("Montant TTC €", "amount"),
        ("Payé le", "payment_date"),
        ("Payé", "paid"),
        ("Solde progressif", "running"),
        ("Date pce", "issued"),
        ("Dt fact.", "issued"),
        ("Date éch.", "due"),
        ("Dt éch.", "due"),
        ("Éch.", "due"),
        ("N° pce", "number"),
        ("Mt TTC", "amount"),
        ("Mt fact.", "amount"),
        ("Rest. dû", "open"),
        ("Sld dû", "open"),
    ],
)
def test_a_heading_is_understood_in_three_languages(heading: str, key: str | None) -> None:
    found = headings().strong.get(phrase(heading))
    assert (found[0] if found else None) == key


@pytest.mark.parametrize(
    "heading",
    ["0-30", "1 – 30", "31 à 60 jours", "> 90", "+90 j", "Plus de 90 jours", "Non échu", "Older",
     "< 1 Month", "91 jours ou plus en souffrance", "120+", "Niet vervallen", "À échoir"],
)  # fmt: skip
def test_an_ageing_bucket_is_told_by_its_figures(heading: str) -> None:
    assert is_bucket(heading)


@pytest.mark.parametrize("heading", ["Échéance", "Total", "2026-11-30", "Facture 30", "F-31-60"])
def test_other_headings_are_no_bucket(heading: str) -> None:
    assert not is_bucket(heading)


def constants(node: ast.AST) -> set[str]:
    return {
        one.value
        for one in ast.walk(node)
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    }


def nodes() -> Iterator[ast.AST]:
    for path in SOURCES:
        yield from ast.walk(ast.parse(path.read_text("utf-8")))


def findings() -> Iterator[tuple[str, set[str]]]:
    """Give the codes of the findings that the readers make, each with the names of its facts."""
    chosen = {"instalments", "same_number"}  # the one code chosen before its call
    calls = [one for one in nodes() if isinstance(one, ast.Call) and len(one.args) == 3]
    for call in calls:
        if isinstance(call.func, ast.Attribute) and call.func.attr == "find":
            for code in constants(call.args[2]) or chosen:
                yield code, {str(word.arg) for word in call.keywords}
    for call in (one for one in nodes() if isinstance(one, ast.Call)):
        if isinstance(call.func, ast.Attribute) and call.func.attr == "note":
            facts = {"value", "count", *(["numbers"] if len(call.args) > 4 else [])}
            yield from ((code, facts) for code in constants(call.args[0]))


def test_every_finding_has_its_sentence_and_every_sentence_its_finding() -> None:
    made = {code for code, _ in findings()}
    assert made - {*FINDINGS, *SENTENCES} == set()
    assert set(FINDINGS) <= made


def test_a_sentence_names_only_facts_that_its_finding_has() -> None:
    for code, given in findings():
        named = {field for _, field, _, _ in Formatter().parse(FINDINGS.get(code, "")) if field}
        assert named <= given, code


def test_every_refusal_has_its_sentence() -> None:
    words = [one for one in nodes() if isinstance(one, ast.keyword) and one.arg == "reason"]
    made = {reason for one in words for reason in constants(one.value)}
    assert {f"intake.{reason}" for reason in made} <= set(REFUSALS)
