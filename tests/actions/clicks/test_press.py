"""Letters as PDF: those that wait, beside their Word files, and none that must not be posted."""

import shutil
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from tests.actions.clicks.person import DEFAULT, Person, click
from tests.actions.world import MONDAY, relance, run, type_in

from relance.actions import press
from relance.cli import press as command
from relance.hosts.file.book import FileBook
from relance.workbook import schema

C1, C2, C3 = ("tClients", 2), ("tClients", 3), ("tClients", 4)
F4 = ("tFactures", 5)


@pytest.fixture
def letters(book: Path, out: Path) -> list[Path]:
    """Letters to C1 and C3, written by hand on Monday; C2 is in dispute."""
    click(book, "letter", True, DEFAULT, rows=[C1, C3])
    return sorted(out.glob("*.docx"))


def pdfs(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.pdf"))


def test_each_waiting_letter_has_its_pdf_beside_it(
    book: Path, out: Path, letters: list[Path]
) -> None:
    person = click(book, "pdf", True)
    assert person.asked[0].endswith("Faire 2 PDF ? Rien n'est envoyé.")
    assert pdfs(out) == [f"{path.stem}.pdf" for path in letters]
    assert (out / pdfs(out)[0]).read_bytes() == b"%PDF " + letters[0].name.encode()
    assert person.last.startswith("2 PDF faits, à côté des lettres.")
    assert person.last.endswith("Imprimez, postez, puis « Confirmer l'envoi ».")
    assert person.opened == [str(out)]


def test_a_selection_names_the_debtors(book: Path, out: Path, letters: list[Path]) -> None:
    person = click(book, "pdf", True, rows=[C3])
    assert pdfs(out) == [path.with_suffix(".pdf").name for path in letters if "c3" in path.name]
    assert person.last.startswith("1 PDF fait")


@pytest.mark.parametrize(
    ("rows", "said"), [([], "Aucune lettre n'attend : rien"), ([C2], "pour la sélection")]
)
def test_nothing_waits(book: Path, rows: list[tuple[str, int]], said: str, out: Path) -> None:
    click(book, "email", True, DEFAULT, rows=[C3])  # an e-mail is no letter
    assert said in click(book, "pdf", rows=rows).last
    assert pdfs(out) == []


def test_a_letter_for_a_paid_invoice_has_no_pdf_and_goes(
    book: Path, out: Path, letters: list[Path]
) -> None:
    """Its PDF of before goes with it: it would be posted."""
    click(book, "pdf", True)
    click(book, "payment", DEFAULT, "900", DEFAULT, rows=[F4])
    assert pdfs(out) == [path.with_suffix(".pdf").name for path in letters if "c1" in path.name]
    assert sorted(path.suffix for path in (out / "perimes").iterdir()) == [".docx", ".pdf"]


def test_one_that_became_void_by_hand_is_left_out_and_ended(
    book: Path, out: Path, letters: list[Path]
) -> None:
    """Whoever writes in the sheet tells no verb: the letter is found out here."""
    with FileBook(book) as sheet:
        sheet.write(schema.INVOICES.table, schema.INVOICES.heading("paid"), {5: 900})
        sheet.save()
    person = click(book, "pdf", True)
    (void,) = [path.name for path in letters if "c3" in path.name]
    assert f"Client C3 (C3) : {void} n'est plus à envoyer : pas de PDF." in person.asked[0]
    assert [name for name in pdfs(out) if "c3" in name] == []
    assert (out / "perimes" / void).is_file()


def test_one_whose_file_is_gone_or_unreadable_is_named(
    book: Path, out: Path, letters: list[Path]
) -> None:
    one, other = letters
    one.unlink()
    person = click(book, "pdf", True, person=Person(unreadable=(other.name,)))
    assert f"{one.name} n'est plus dans le dossier" in person.asked[0]
    assert person.last.startswith("0 PDF fait")
    assert f"{other.name} ne peut pas être lu" in person.last
    assert pdfs(out) == []


def test_what_is_no_word_file_any_more_is_named(book: Path, out: Path, letters: list[Path]) -> None:
    """LibreOffice would print its bytes as a text."""
    click(book, "pdf", True)
    letters[0].write_bytes(b"PK none")
    person = click(book, "pdf", True)
    assert f"{letters[0].name} ne peut pas être lu" in person.last
    assert pdfs(out) == [letters[1].with_suffix(".pdf").name]


def test_a_stop_between_two_handfuls_leaves_the_rest(
    book: Path, out: Path, letters: list[Path]
) -> None:
    with patch.object(press, "AT_ONCE", 1):
        person = click(book, "pdf", True, person=Person(stops_after=1))
    assert len(pdfs(out)) == 1
    assert "Arrêté : 1 lettre sans PDF" in person.last
    assert person.steps[-1] == (1, 2)


def test_a_pdf_that_cannot_be_written_leaves_the_others(
    book: Path, out: Path, letters: list[Path]
) -> None:
    """A folder of that name stands for a file that is open in another program."""
    letters[0].with_suffix(".pdf").mkdir()
    person = click(book, "pdf", True)
    assert person.last.startswith("1 PDF fait")
    assert [path.is_file() for path in sorted(out.glob("*.pdf"))] == [False, True]


def test_a_letter_has_no_pdf_of_another_one_of_its_name(book: Path, out: Path) -> None:
    """A folder copied from an older state of the workbook holds one."""
    spare = shutil.copy(book, book.with_name("spare.xlsx"))
    click(book, "letter", True, DEFAULT, rows=[C1])
    (letter,) = out.glob("*.docx")
    shutil.rmtree(out)
    out.mkdir()
    letter.with_suffix(".pdf").write_bytes(b"old")
    shutil.copy(spare, book)
    click(book, "letter", True, DEFAULT, rows=[C1])
    assert [path.name for path in out.glob(f"{letter.stem}*")] == [letter.name]


@pytest.fixture
def posted(book: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Letters of the command line's run, and what its program was asked."""
    asked: list[list[str]] = []

    def make(documents: list[str], folder: str) -> None:
        asked.append([Path(one).name for one in documents])
        Person().to_pdf(documents, folder)

    monkeypatch.setattr(command, "with_libreoffice", make)
    monkeypatch.setattr(command, "today", lambda: MONDAY)
    assert run(book, out).code == 0
    return asked


def test_the_command_names_what_it_made(book: Path, out: Path, posted: list[list[str]]) -> None:
    answer = relance("pdf", book)
    (letter,) = out.glob("*relance-1*.docx")
    assert posted == [[letter.name]]
    assert answer.out.splitlines() == [
        "1 PDF fait, à côté des lettres.",
        f"  C1 : {letter.with_suffix('.pdf')}",
    ]
    assert answer.code == 0


def test_the_command_takes_debtors_and_answers_in_json(
    book: Path, out: Path, posted: list[list[str]]
) -> None:
    assert relance("pdf", book, "C3").code == 1
    assert relance("pdf", book, "C9").code == 1
    (letter,) = out.glob("*relance-1*.docx")
    answer = relance("pdf", book, "C1", "--json")
    pdf = str(letter.with_suffix(".pdf"))
    assert answer.json == {
        "documents": [{"debtor": "C1", "path": pdf}], "skipped": [], "ended": [],
    }  # fmt: skip
    letter.unlink()
    answer = relance("pdf", book, "--json")
    assert answer.code == 1
    assert [why["code"] for one in answer.json["skipped"] for why in one["why"]] == ["letter_lost"]


def test_a_letter_whose_delays_are_over_is_left_out_and_waits(
    book: Path, out: Path, posted: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    later = MONDAY + timedelta(days=7)
    monkeypatch.setattr(command, "today", lambda: later)
    answer = relance("pdf", book)
    assert (answer.code, posted, pdfs(out)) == (1, [], [])
    assert "refaites-la : relance run CLASSEUR --redo --pdf" in answer.out
    said = click(book, "pdf", day=later).last
    assert "« Préparer les relances » propose de la refaire" in said
    assert list(out.glob("*relance-1*.docx"))  # it may have gone


def test_the_answer_in_json_tells_the_letters_that_it_ended(
    book: Path, out: Path, posted: list[list[str]]
) -> None:
    (letter,) = out.glob("*relance-1*.docx")
    type_in(book, "tFactures", "status", 2, "litige")  # nobody used a verb
    ended = relance("pdf", book, "--json").json["ended"]
    told = [(one["debtor"], why["code"]) for one in ended for why in one["why"]]
    assert told[:1] == [("C1", "draft_ended")]
    assert not letter.exists()
