"""The names of documents in the journal: a journal from other hands reaches no other file."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.actions.world import MONDAY, debtor, invoice, journal, make_book, run

from relance.actions.document_files import SET_ASIDE, document_path, forget_pdf, is_lost, set_aside
from relance.actions.files import TEMPORARY
from relance.core.journal import chained
from relance.core.records import Event

LETTER = "2026-11-23_relance-1_Client-C1-aaaaaaaaaa.docx"


def test_a_name_as_they_are_made_is_a_file_of_the_folder(tmp_path: Path) -> None:
    assert document_path(tmp_path, LETTER) == tmp_path / LETTER


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "../2026-11-23_x.docx", "/etc/2026-11-23_x.docx", "perimes/2026-11-23_x.eml",
        "C:2026-11-23_x.docx", r"\\serveur\part\2026-11-23_x.docx", "2026-11-23_x/../../y.docx",
        "2026-11-23_x.docx\0.eml", "relances.xlsx", "contrat.docx", "900.00 EUR",
    ],
)  # fmt: skip
def test_any_other_name_is_a_file_that_nobody_has(tmp_path: Path, name: str) -> None:
    found = document_path(tmp_path, name)
    assert found.parent == tmp_path
    assert found.name.endswith(TEMPORARY)


@pytest.mark.parametrize("name", ["../{}", "{}/../../{}", "/{}"])
def test_no_file_of_another_folder_is_moved_removed_or_seen(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "courriers"
    folder.mkdir()
    outside = tmp_path / LETTER
    outside.write_bytes(b"kept")
    outside.with_suffix(".pdf").write_bytes(b"kept")
    said = str(outside) if name == "/{}" else name.format(LETTER, LETTER)
    assert set_aside(folder, [said]).moved == ()
    forget_pdf(document_path(folder, said))
    assert is_lost(folder, said)
    assert outside.with_suffix(".pdf").read_bytes() == outside.read_bytes() == b"kept"


def test_a_file_set_aside_takes_the_place_of_no_other(tmp_path: Path) -> None:
    for content in (b"Monday", b"Tuesday", b"Wednesday"):
        (tmp_path / LETTER).write_bytes(content)
        assert set_aside(tmp_path, [LETTER]).moved == (LETTER,)
    kept = {path.name: path.read_bytes() for path in (tmp_path / SET_ASIDE).iterdir()}
    stem = LETTER.removesuffix(".docx")
    assert kept == {
        LETTER: b"Monday", f"{stem} (2).docx": b"Tuesday", f"{stem} (3).docx": b"Wednesday",
    }  # fmt: skip


def test_a_letter_and_its_pdf_are_set_aside_under_one_name(tmp_path: Path) -> None:
    pdf = LETTER.replace(".docx", ".pdf")
    for name in (LETTER, pdf, LETTER):
        (tmp_path / name).write_bytes(b"x")
    set_aside(tmp_path, [LETTER])
    (tmp_path / LETTER).write_bytes(b"y")
    set_aside(tmp_path, [LETTER])
    (tmp_path / SET_ASIDE / LETTER).unlink()  # its PDF is still there
    for name in (LETTER, pdf):
        (tmp_path / name).write_bytes(b"z")
    set_aside(tmp_path, [LETTER])
    kept = {path.name for path in (tmp_path / SET_ASIDE).iterdir() if path.read_bytes() == b"z"}
    stem = LETTER.removesuffix(".docx")
    assert kept == {f"{stem} (3).docx", f"{stem} (3).pdf"}


@pytest.mark.parametrize("absolute", [True, False])
def test_a_crafted_journal_has_nothing_moved_from_elsewhere(
    tmp_path: Path, *, absolute: bool
) -> None:
    # the hashes of a journal are no secret: anybody can chain a line of their own
    outside = tmp_path / LETTER
    outside.write_bytes(b"of someone else")
    folder, book = tmp_path / "courriers", tmp_path / "relances.xlsx"
    draft = Event(
        1, MONDAY, "C1", ("F-1",), "letter-1", "letter", "out", "draft",
        str(outside) if absolute else f"../{LETTER}", "0" * 64,
    )  # fmt: skip
    paid = invoice("F-1", "C1", date(2026, 9, 1), "900.00", paid=Decimal(900))
    owed = invoice("F-2", "C1", date(2026, 11, 19), "900.00")
    make_book(book, [debtor("C1")], [paid, owed], [chained(draft, None)])
    answer = run(book, folder)
    assert answer.code == 0
    assert ("C1", "letter-1", "replaced") in journal(book)
    assert outside.read_bytes() == b"of someone else"
    assert not (folder / SET_ASIDE).exists()
