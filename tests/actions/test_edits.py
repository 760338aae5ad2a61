"""A document beside the policy that is there: made anew when it would say something else, and
left as it is when a person has edited it."""

import errno
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.actions.test_beside import SENT, book, why, words_of, written
from tests.actions.test_refused_documents import held
from tests.actions.world import MONDAY, debtor, invoice, journal, make_book, relance

from relance.actions.document_files import pdf_of
from relance.core.journal import chained, document_key
from relance.documents.shipped import shipped
from relance.hosts.file.book import FileBook
from relance.workbook import schema

LETTER = ("C1", "--letter")


def bank_with(path: Path, iban: str) -> None:
    """Give the creditor another bank account."""
    with FileBook(path) as one:
        one.set("Ibans", f"EUR:{iban}")
        one.save()


def retyped(path: Path) -> bytes:
    """Change a word of a Word file, and pack it as another program does."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content.replace(b"Objet", b"Sujet"))
    return path.read_bytes()


def plan_noted(path: Path) -> Path:
    made = book(path)
    words = ("--instalments", "3", "--first", "2026-12-10", "--day", MONDAY)
    assert relance("record", made, "plan", "C1", *words).code == 0
    return made


OTHER_IBAN = "BE68539007547034"
KINDS: dict[str, tuple[Callable[[Path], Path], str, tuple[str, ...]]] = {
    "statement": (book, "statement", LETTER),
    "plan": (plan_noted, "plan-letter", LETTER),
    "note": (book, "penalty-note", LETTER),
    "settlement": (book, "settlement", (*LETTER, "--amount", "800", "--by", "2026-12-15")),
}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_document_is_made_anew_when_something_else_than_its_sums_has_changed(
    kind: str, tmp_path: Path
) -> None:
    make, verb, words = KINDS[kind]
    path = make(tmp_path)
    (first,) = written(path, verb, *words)["documents"]
    before = len(journal(path))
    (again,) = written(path, verb, *words)["documents"]
    assert (again["sha256"], len(journal(path))) == (first["sha256"], before)
    bank_with(path, OTHER_IBAN)
    (changed,) = written(path, verb, *words)["documents"]
    assert changed["path"] == first["path"]
    assert "BE68 5390 0754 7034" in words_of(Path(changed["path"]))
    assert len(journal(path)) == before + 1


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_document_that_a_person_has_edited_is_left_and_told(kind: str, tmp_path: Path) -> None:
    make, verb, words = KINDS[kind]
    path = make(tmp_path)
    (first,) = written(path, verb, *words)["documents"]
    edited = retyped(Path(first["path"]))
    bank_with(path, OTHER_IBAN)
    before = journal(path)
    answer = written(path, verb, *words)
    told = [one["code"] for one in answer["findings"]] + [code for _, code in why(answer)]
    assert "edited_by_hand" in told
    assert Path(first["path"]).read_bytes() == edited
    assert journal(path) == before


def test_the_print_copy_of_an_edited_letter_is_not_made_of_what_we_wrote(tmp_path: Path) -> None:
    path = book(tmp_path)
    (first,) = written(path, "statement", *LETTER)["documents"]
    retyped(Path(first["path"]))
    pdf_of(Path(first["path"])).write_bytes(b"of before")
    (left,) = written(path, "statement", *LETTER, "--pdf")["skipped"]
    assert "le PDF à côté ne dit pas la même chose" in left["why"][0]["text"]
    assert pdf_of(Path(first["path"])).read_bytes() == b"of before"


def test_an_unchanged_statement_is_written_to_everybody_again_for_another_account_of_ours(
    tmp_path: Path,
) -> None:
    path = book(tmp_path)
    out = ("--out", tmp_path / "out", "--json")
    relance("statement", path, "--as-of", MONDAY, *out)
    week = MONDAY + timedelta(days=7)
    answer = relance("statement", path, "--as-of", week, "--dry-run", *out).json
    assert why(answer) == [("C1", "statement_unchanged")]
    bank_with(path, OTHER_IBAN)
    assert len(relance("statement", path, "--as-of", week, *out).json["documents"]) == 1


def test_a_statement_of_the_same_day_with_other_sums_takes_the_place_of_the_first(
    tmp_path: Path,
) -> None:
    path = book(tmp_path)
    (first,) = written(path, "statement")["documents"]
    (by_post,) = written(path, "statement", *LETTER)["documents"]
    assert Path(first["path"]).is_file()  # the same, by e-mail and by post
    paid = ("payment", "C1", "--amount", "400", "--invoice", "F1", "--day", MONDAY)
    assert relance("record", path, *paid).code == 0
    answer = written(path, "statement")
    there = [one.name for one in (tmp_path / "out").glob("*releve*")]
    assert there == [Path(answer["documents"][0]["path"]).name]
    assert {one["code"] for one in answer["findings"]} == {"file_set_aside"}
    assert (tmp_path / "out" / "perimes" / Path(by_post["path"]).name).is_file()


def test_a_note_made_anew_still_says_which_one_it_takes_the_place_of(tmp_path: Path) -> None:
    path = book(tmp_path)
    written(path, "penalty-note", *LETTER)
    paid = ("payment", "C1", "--amount", "400", "--invoice", "F1", "--day", MONDAY)
    assert relance("record", path, *paid, "--value-date", "2026-11-10").code == 0
    (second,) = written(path, "penalty-note", *LETTER)["documents"]
    said = words_of(Path(second["path"]))
    assert "NP-C1-20261123" in said.replace("NP-C1-20261123-2", "")
    (again,) = written(path, "penalty-note", *LETTER)["documents"]
    assert again["sha256"] == second["sha256"]


def test_a_letter_of_a_settlement_made_anew_on_another_day_is_the_only_one(tmp_path: Path) -> None:
    make, verb, words = KINDS["settlement"]
    path = make(tmp_path)
    (first,) = written(path, verb, *words)["documents"]
    bank_with(path, OTHER_IBAN)
    out = ("--as-of", MONDAY + timedelta(days=1), "--out", tmp_path / "out", "--json")
    (second,) = relance(verb, path, *words, *out).json["documents"]
    assert sorted(one.name for one in (tmp_path / "out").glob("*.docx")) == [
        Path(second["path"]).name
    ]
    assert (tmp_path / "out" / "perimes" / Path(first["path"]).name).is_file()
    assert [line[2] for line in journal(path)].count("done") == 1


# --- one that can't be written -------------------------------------------------------------------


def three(path: Path, **more: Any) -> Path:
    return make_book(
        path / "r.xlsx", [debtor(code) for code in ("C1", "C2", "C3")],
        [invoice(f"F-{code}", code, date(2026, 11, 2), "100") for code in ("C1", "C2", "C3")],
        **more,
    )  # fmt: skip


def test_a_file_that_is_refused_leaves_the_other_statements_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = three(tmp_path)
    with monkeypatch.context() as patch:
        held(patch, "client-c2-")
        answer = written(path, "statement", ok=3)
    assert [one["debtor"] for one in answer["documents"]] == ["C1", "C3"]
    assert why(answer) == [("C2", "output_folder")]
    assert [line[0] for line in journal(path)] == ["C1", "C3"]


def test_a_template_that_fails_leaves_the_other_statements_written(tmp_path: Path) -> None:
    own = tmp_path / "modeles"
    own.mkdir()
    (own / "releve-de-compte.docx").write_bytes(b"no Word file")
    path = three(tmp_path, DossierModeles=str(own))
    with FileBook(path) as one:
        one.write(schema.DEBTORS.table, schema.DEBTORS.heading("payables_email"), {2: None})
        one.save()
    answer = written(path, "statement", ok=3)
    assert [one["debtor"] for one in answer["documents"]] == ["C2", "C3"]
    assert why(answer) == [("C1", "template_fault")]


def test_an_edited_statement_that_another_program_keeps_is_left_out_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = three(tmp_path)
    kept = Path(written(path, "statement")["documents"][0]["path"])
    real = Path.read_bytes

    def read(self: Path) -> bytes:
        if self == kept:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", read)
    answer = written(path, "statement", ok=3)
    assert [one["debtor"] for one in answer["documents"]] == ["C2", "C3"]
    assert "ouvert dans un autre programme" in answer["skipped"][0]["why"][0]["text"]


# --- the slip ------------------------------------------------------------------------------------


def test_a_slip_in_which_a_person_has_typed_the_numbers_is_left_as_it_is(tmp_path: Path) -> None:
    key = document_key("C1", "notice", [("F1", "1000.00"), ("- EUR", "-50.00")])
    notice = replace(
        SENT, day=MONDAY, step="notice", channel="registered_letter", outcome="draft",
        document=f"2026-11-23_mise-en-demeure_c1-{key[:6]}.docx",
    )  # fmt: skip
    path = book(tmp_path, events=[chained(notice, None)])
    (document,) = written(path, "slip")["documents"]
    (tmp_path / "modeles").mkdir()
    file = Path(document["path"])
    file.write_bytes(shipped("remerciement.nl.docx"))  # ours, of another template
    assert written(path, "slip")["documents"][0]["sha256"] == document["sha256"]
    assert "Bordereau" in words_of(file)
    edited = retyped(file)
    answer = relance("slip", path, "--as-of", MONDAY, "--out", tmp_path / "out", "--json")
    assert answer.code == 1
    assert answer.error[1].startswith(f"{file.name} a été modifié à la main")
    assert file.read_bytes() == edited
