"""`--pdf` of the documents beside the policy, of the posting slip and of call sheets."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from tests.actions.test_beside import LATE, SENT, book, paid_book
from tests.actions.world import MONDAY, debtor, invoice, make_book, relance, run

from relance.actions.document_files import pdf_of
from relance.core.journal import chained, document_key
from relance.core.records import Payment
from relance.documents.shipped import shipped

TUESDAY = MONDAY + timedelta(days=1)


def written(path: Path, verb: str, *words: object) -> Any:
    answer = relance(
        verb, path, *words, "--as-of", MONDAY, "--out", path.parent / "out", "--pdf", "--json"
    )  # fmt: skip
    assert answer.code == 0, answer
    return answer.json["documents"]


def pdf(document: Any) -> str:
    """Return the words of the print copy of a document; it is an archive for everybody."""
    reader = PdfReader(pdf_of(Path(document["path"])))
    metadata = reader.xmp_metadata
    assert metadata is not None
    raw = metadata.stream.get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in raw
    assert "<pdfuaid:part>1</pdfuaid:part>" in raw
    return "\n".join(page.extract_text() for page in reader.pages).replace("\u00a0", " ")


def noted(path: Path) -> Path:
    """A book of a debtor who paid late and was reminded before."""
    items = [invoice("F1", "C1", LATE, "1000", paid=Decimal(1000))]
    payments = [Payment("C1", Decimal(1000), date(2026, 11, 20), "F1")]
    return book(path, items=items, payments=payments, events=[chained(SENT, None)])


@pytest.mark.parametrize(
    ("verb", "words", "made", "said"),
    [
        ("statement", ("--letter",), book, "relevé de compte"),
        ("thanks", ("--letter",), paid_book, "Nous avons bien reçu"),
        ("penalty-note", ("C1", "--letter"), noted, "NP-C1-20261123"),
        ("settlement", ("C1", "--letter", "--amount", "800", "--by", "2026-12-15"), book, "800"),
    ],
)
def test_each_letter_beside_the_policy_has_its_print_copy(
    tmp_path: Path, verb: str, words: tuple[object, ...], made: Any, said: str
) -> None:
    (document,) = written(made(tmp_path), verb, *words)
    assert said in pdf(document)


def test_the_letter_of_a_settlement_is_printed_when_it_is_asked_for_again(tmp_path: Path) -> None:
    """It says what it said on its own day; one that a person has edited is left to Word."""
    path = book(tmp_path)
    words = ("C1", "--letter", "--by", "2026-12-15", "--amount")
    out = ("--as-of", MONDAY, "--out", tmp_path / "out", "--json")
    assert relance("settlement", path, *words, "900", *out).code == 0
    tuesday = ("--as-of", TUESDAY, *out[2:])
    (document,) = relance("settlement", path, *words, "800", *tuesday, "--pdf").json["documents"]
    first = pdf(document)
    assert "Il remplace notre accord du 23 novembre 2026" in first
    pdf_of(Path(document["path"])).unlink()
    later = ("--as-of", TUESDAY + timedelta(days=2), *out[2:], "--pdf")
    (document,) = relance("settlement", path, *words, "800", *later).json["documents"]
    assert pdf(document) == first
    with Path(document["path"]).open("ab") as edited:
        edited.write(b" ")
    (document,) = relance("settlement", path, *words, "800", *later).json["documents"]
    assert document["no_pdf"]["code"] == "copy_of_another"


def test_a_plan_has_its_print_copy(tmp_path: Path) -> None:
    path = book(tmp_path)
    assert relance("record", path, "plan", "C1", "--instalments", "3", "--first", "2026-12-10",
                   "--day", MONDAY).code == 0  # fmt: skip
    (document,) = written(path, "plan-letter", "C1", "--letter")
    assert "échéancier" in pdf(document)


def test_a_print_copy_is_made_of_a_letter_that_was_there_already(tmp_path: Path) -> None:
    """Its reference to the journal is the one that the Word file has."""
    path = book(tmp_path)
    words = ("--as-of", MONDAY, "--out", tmp_path / "out", "--letter", "--json")
    assert relance("statement", path, *words).code == 0
    (document,) = written(path, "statement", "--letter")
    first = pdf(document)
    pdf_of(Path(document["path"])).unlink()
    (document,) = written(path, "statement", "--letter")
    assert pdf(document) == first


def test_an_email_has_no_print_copy(tmp_path: Path) -> None:
    (document,) = written(book(tmp_path), "statement")
    assert document["path"].endswith(".eml")
    assert not list((tmp_path / "out").glob("*.pdf"))


def test_a_trial_makes_no_print_copy(tmp_path: Path) -> None:
    written(book(tmp_path), "statement", "--letter", "--dry-run")
    assert not list(tmp_path.rglob("*.pdf"))


def test_a_letter_of_the_user_s_own_words_has_none_and_says_so(tmp_path: Path) -> None:
    own = tmp_path / "modeles"
    own.mkdir()
    (own / "remerciement.docx").write_bytes(shipped("remerciement.nl.docx"))
    path = paid_book(tmp_path, DossierModeles=str(own))
    (document,) = written(path, "thanks", "--letter")
    assert document["no_pdf"]["code"] == "own_template"


def test_the_slip_has_its_print_copy(tmp_path: Path) -> None:
    key = document_key("C1", "notice", [("F1", "1000.00"), ("- EUR", "-50.00")])
    notice = replace(
        SENT, day=MONDAY, step="notice", channel="registered_letter", outcome="draft",
        document=f"2026-11-23_mise-en-demeure_c1-{key[:6]}.docx",
    )  # fmt: skip
    (document,) = written(book(tmp_path, events=[chained(notice, None)]), "slip")
    assert "Bordereau de dépôt" in pdf(document)


def test_a_call_sheet_has_its_print_copy(tmp_path: Path) -> None:
    late = invoice("F1", "C1", date(2026, 10, 20), "900", last_step="mail-1",
                   last_step_date=date(2026, 11, 9))  # fmt: skip
    path = make_book(tmp_path / "r.xlsx", [debtor("C1")], [late])
    answer = run(path, tmp_path / "out", MONDAY, "--pdf", "--json")
    (document,) = answer.json["documents"]
    assert document["kind"] == "call_sheet"
    assert "F1" in pdf(document)
