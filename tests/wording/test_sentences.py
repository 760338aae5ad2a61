"""Facts in sentences: numbers of lines as a command takes them."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from string import Formatter

import pytest

from relance.wording.sentences import SENTENCES, runs, sentence
from relance.wording.sentences_blank import BLANKS
from relance.workbook.schema import PARAMETERS


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([], ""),
        ([3], "3"),
        ([3, 4], "3-4"),
        ([3, 5], "3 5"),
        ([3, 7, 8, 9, 12, 13], "3 7-9 12-13"),
    ],
)
def test_lines_that_follow_each_other_are_told_by_their_ends(
    numbers: Sequence[int], text: str
) -> None:
    assert runs(numbers) == text


@pytest.mark.parametrize(("lines", "reason"), [((12,), "line"), ((3, 12, 13), "lines")])
def test_a_day_that_is_refused_says_what_to_type(lines: tuple[int, ...], reason: str) -> None:
    facts = {
        "day": date(2026, 11, 23), "last": date(2027, 11, 23), "lines": lines, "reason": reason,
    }  # fmt: skip
    text = sentence("day_before_journal", facts)
    assert text.endswith(f"relance record CLASSEUR reverse {runs(lines)} --day 23/11/2026")
    assert "(23/11/2027" in text


@pytest.mark.parametrize("code", sorted(BLANKS))
def test_a_blank_fact_has_a_sentence_of_its_own(code: str) -> None:
    """The gap is not filled with a word: the sentence is another one."""
    whole, name = code.split(".no_")
    assert whole in SENTENCES
    named = {field for _, field, _, _ in Formatter().parse(SENTENCES[whole]) if field}
    blank: dict[str, object] = {**dict.fromkeys(named, "x"), name: ""}
    assert sentence(whole, blank) != sentence(whole, blank | {name: "x"})
    assert sentence(whole, {**blank, name: None}) == sentence(whole, blank)
    assert not {"?", "non renseigné"} & set(sentence(whole, blank).split())


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_parameter_is_called_by_the_label_of_its_sheet(code: str) -> None:
    """Its name in the workbook is nowhere on the screen."""
    inner = {one.name for one in PARAMETERS if re.search("[a-z][A-Z]", one.name)}
    assert not inner & set(re.findall(r"\w+", SENTENCES[code]))


def test_the_end_of_a_rate_tells_what_the_letters_do() -> None:
    facts: dict[str, object] = {"until": date(2026, 6, 30), "titles": "T"}
    assert "les lettres diront « à parfaire »" in sentence("rate_ended", facts)
    unsaid = sentence("rate_ended", facts | {"reason": "unsaid"})
    assert "« au taux d'intérêt légal » sans le chiffre" in unsaid
    assert "à parfaire" not in unsaid


@pytest.mark.parametrize(
    ("debtor", "said"),
    [
        ("Ateliers Brunel (C1)", "d'Ateliers Brunel (C1)"),
        ("École {x} (s)", "d'École {x} (s)"),
        ("Hôtel du Parc", "de Hôtel du Parc"),  # an "h" may be aspirated
        ("Boulangerie", "de Boulangerie"),
    ],
)
def test_de_is_elided_before_a_vowel(debtor: str, said: str) -> None:
    assert sentence("no_address", {"debtor": debtor}).startswith(f"L'adresse postale {said} est")


def test_a_total_that_a_file_does_not_give_is_not_said_to_be_unknown() -> None:
    facts = {"file": None, "read": Decimal("35.00"), "difference": Decimal("5.00")}
    assert sentence("total_differs", facts) == (
        "Le fichier ne donne pas de total ; lu : 35,00\u00a0€ ; lignes laissées de côté :"
        " 5,00\u00a0€."
    )
    assert sentence("place", {"row": 2, "column": ""}) == "ligne 2 : "


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 facture absente du fichier, suspendue : F1. Réglée ?"),
        (1, "1 facture absente du fichier, suspendue : F1. Réglée ?"),
        (2, "2 factures absentes du fichier, suspendues : F1. Réglées ?"),
    ],
)
def test_words_agree_with_the_count_before_them(count: int, text: str) -> None:
    """French takes the plural from 2 on."""
    facts = {"count": count, "numbers": "F1"}
    assert sentence("import_held", facts).startswith(text.split(" Réglée")[0])


def test_each_count_of_a_sentence_rules_its_own_words_and_facts_are_left_alone() -> None:
    """A file may be named with "(s)"."""
    facts = {"file": "poste(s).csv", "rows": 3, "items": 1, "payments": 0, "findings": 2}
    assert sentence("import_seen", facts).startswith(
        "poste(s).csv : 3 lignes, 1 facture, 0 règlement, 2 anomalies."
    )


# --- what is blank, sums, paths


@pytest.mark.parametrize(
    ("code", "facts", "text"),
    [
        ("missing_column", {"table": "Factures", "column": "Statut", "found": ()}, "copie du"),
        ("missing_column", {"table": "Factures", "column": "Statut", "found": "Etat"}, "(Etat)"),
        ("procedure_unverified", {"number": "F", "verified_on": None, "days": 90}, "jamais"),
        ("procedure", {"number": "F", "kind": "faillite", "opened_on": None}, "sans date"),
        ("call_unconfirmed", {"day": date(2026, 1, 2), "step": ""}, "02/01/2026 doit être"),
        (
            "by_delay",
            {
                "number": "F",
                "last_step": "mail-1",
                "last_date": None,
                "step": "call-1",
                "day": date(2026, 1, 2),
                "offset": 5,
            },
            "de date inconnue",
        ),
        ("unknown_debtor", {"debtor": "C9", "near": []}, "la feuille Clients est vide"),
        ("ask_resolve", {"invoice": "F", "since": date(2026, 1, 2), "motive": ""}, "02/01/2026."),
    ],
)
def test_what_is_blank_has_a_sentence_of_its_own(
    code: str, facts: dict[str, object], text: str
) -> None:
    said = sentence(code, facts)
    assert text in said
    assert "non renseigné" not in said


def test_a_sum_is_told_in_its_currency() -> None:
    facts = {"credits": Decimal("1234.5")}
    assert sentence("covered_by_credits", facts).endswith("(1\u00a0234,50\u00a0€).")
    other = sentence("covered_by_credits", facts | {"currency": "USD"})
    assert other.endswith("(1\u00a0234,50\u00a0USD).")


@pytest.mark.parametrize(
    ("path", "typed"), [("a.xlsx", "a.xlsx"), ("mes clients.xlsx", '"mes clients.xlsx"')]
)
def test_a_path_is_told_as_a_command_takes_it(path: str, typed: str) -> None:
    assert sentence("takeover_needed", {"path": path}).endswith(
        f"relance takeover {typed} --by-age"
    )


@pytest.mark.parametrize(("days", "text"), [(1, "1 jour de retard"), (2, "2 jours de retard")])
def test_days_agree_with_their_count(days: int, text: str) -> None:
    facts = {"number": "F", "due": date(2026, 1, 1), "days": days, "step": "mail-1"}
    assert text in sentence("first_step", facts)


def test_a_kind_of_document_is_told_in_french() -> None:
    assert "(mise en demeure)" in sentence("no_such_step", {"kind_": "formal_notice"})


def test_the_refusal_of_a_name_tells_both_kinds_of_workbook() -> None:
    text = sentence("book", {"reason": "suffix", "path": "x.xls", "detail": ".xls"})
    assert ".xlsx, ou en .xlsm" in text


def test_a_line_break_in_a_name_is_one_sign_that_is_seen() -> None:
    facts = {"file": "a\r\nb.docx", "reason": "unknown_name"}
    assert "un modèle nommé a↵b.docx." in sentence("template_fault", facts)


@pytest.mark.parametrize(
    ("count", "end"), [(21, "D19, D20, D21."), (22, "D19, D20 et 2 autres."), (60, "et 40 autres.")]
)
def test_of_many_debtors_the_first_are_named(count: int, end: str) -> None:
    codes = tuple(f"D{number:02}" for number in range(1, count + 1))
    facts = {"count": count, "debtors": codes}
    assert sentence("takeover_kind_done", facts).endswith(end)


@pytest.mark.parametrize("code", ["notice_not_to_payer", "after_presentation", "after_posting"])
def test_what_is_said_of_every_registered_letter_names_no_kind_of_it(code: str) -> None:
    """A claim to a public buyer is none of the formal notices."""
    assert "ecommandé" in SENTENCES[code]
    assert "mise en demeure" not in SENTENCES[code].lower()
