"""Names of files, and of attached files."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from relance.documents.names import attachment_names, file_name, slug

DAY = date(2026, 11, 22)


def test_a_name_says_day_document_debtor_and_key() -> None:
    name = file_name(DAY, "mise-en-demeure", "Établissements Œuvré & Cie", "1F2E3D4C", "docx")
    assert name == "2026-11-22_mise-en-demeure_etablissements-oeuvre-cie-1f2e3d.docx"


def test_a_name_of_no_latin_letter_still_makes_a_file() -> None:
    assert (
        file_name(DAY, "rappel", "北京", "abcdef", "eml") == "2026-11-22_rappel_client-abcdef.eml"
    )


@given(st.text())
def test_any_name_is_safe_on_windows(name: str) -> None:
    made = file_name(DAY, "rappel", name, "abcdef", "eml")
    assert re.fullmatch(r"2026-11-22_rappel_[a-z0-9-]+-abcdef\.eml", made)
    assert len(made) < 80


def test_two_names_that_differ_by_case_have_one_slug() -> None:
    assert slug("DURAND") == slug("durand") == "durand"


def test_attached_files_have_ascii_names_each_once_whatever_the_case() -> None:
    given_names = ("Facture n°12 é.PDF", r"C:\factures\f1.pdf", "F1.pdf", "f1", "..")
    assert attachment_names(given_names) == (
        "Facture-n12-e.PDF", "f1.pdf", "F1-2.pdf", "f1", "piece",
    )  # fmt: skip


@given(st.lists(st.text(), max_size=5))
def test_any_attached_names_are_ascii_and_distinct(names: list[str]) -> None:
    made = attachment_names(tuple(names))
    assert len({name.lower() for name in made}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+", name) for name in made)
