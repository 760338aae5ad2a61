"""Documents that can't be written: each is told in a sentence, and the others are written."""

import errno
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.actions.world import MONDAY, column, debtor, desk_of, invoice, journal, run

from relance.actions import made
from relance.actions.files import TEMPORARY
from relance.core.records import Address, Contact, Debtor
from relance.documents.docx import MAIN, pack, unpack
from relance.documents.render import render
from relance.documents.shipped import shipped

Make = Callable[..., Path]
LATE = date(2026, 11, 19)
BY_POST = Contact("Mme Petit", "", "01 40 00 00 00")


def book_of(make: Make, *debtors: Debtor, **parameters: object) -> Path:
    """Return a workbook in which each debtor is four days late."""
    items = [invoice(f"F-{one.code}", one.code, LATE, "1200.00") for one in debtors]
    return make(debtors, items, **parameters)


@pytest.fixture
def three(make: Make, tmp_path: Path) -> Path:
    """Return a workbook with an e-mail due between two letters, and a folder of templates."""
    (tmp_path / "modeles").mkdir()
    return book_of(
        make, debtor("C1", payables=BY_POST), debtor("C2"), debtor("C3", payables=BY_POST),
        DossierModeles="modeles",
    )  # fmt: skip


def template(book: Path) -> Path:
    return book.parent / "modeles" / "rappel.docx"


def endless(loops: int) -> bytes:
    """The template of the reminder with loops in loops over a list of the letter."""
    parts = unpack("rappel.docx", shipped("rappel.docx"))
    opening = "".join("{% for l in destinataire %}" for _ in range(loops))
    tag = f"<w:p><w:r><w:t>{opening}{'{% endfor %}' * loops}</w:t></w:r></w:p>"
    return pack(parts | {MAIN: parts[MAIN].replace(b"<w:body>", f"<w:body>{tag}".encode())})


def open_in_word(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Word keeps a file to itself on Windows, and leaves its owner's name beside it."""
    path.write_bytes(shipped(path.name))
    path.with_name(f"~$ppel{path.suffix}").write_bytes(b"Claire")
    real = Path.read_bytes

    def read(self: Path) -> bytes:
        if self == path:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", read)


def not_word(path: Path, _: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"<html>un modele enregistre en page web</html>")


def loops_without_end(path: Path, _: pytest.MonkeyPatch) -> None:
    path.write_bytes(endless(9))


def in_utf_16(path: Path, _: pytest.MonkeyPatch) -> None:
    parts = unpack(path.name, shipped(path.name))
    path.write_bytes(pack(parts | {MAIN: parts[MAIN].decode().encode("utf-16")}))


FAULTS: dict[str, tuple[Callable[[Path, pytest.MonkeyPatch], None], str]] = {
    "open in Word": (open_in_word, "il est ouvert dans Word"),
    "another encoding": (in_utf_16, "est écrit autrement que Word ne le fait"),
    "no Word file": (not_word, "n'est pas un document Word"),
    "an endless loop": (
        loops_without_end,
        "est dans une boucle sur la même liste",
    ),
}


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_a_template_that_fails_stops_its_own_letters_alone(
    fault: str, three: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaking, words = FAULTS[fault]
    breaking(template(three), monkeypatch)
    answer = run(three, out, MONDAY, "--json")
    assert answer.code == 3
    assert answer.error[0] == "template_fault"
    assert "rappel.docx" in answer.error[1]
    assert words in answer.error[1]
    assert [one["debtor"] for one in answer.json["documents"]] == ["C2"]
    assert [(one["debtor"], one["why"][0]["code"]) for one in answer.json["skipped"]] == [
        ("C1", "template_fault"), ("C3", "template_fault"),
    ]  # fmt: skip
    assert journal(three) == [("C2", "mail-1", "draft")]


def test_the_summary_names_who_got_nothing_and_why(three: Path, out: Path) -> None:
    not_word(template(three), pytest.MonkeyPatch())
    answer = run(three, out)
    assert "C1" in answer.out
    assert "C3" in answer.out
    assert "1 e-mail en brouillon" in answer.out
    assert "n'est pas un document Word" in answer.err


def test_a_template_is_mended_and_its_letters_are_written(three: Path, out: Path) -> None:
    not_word(template(three), pytest.MonkeyPatch())
    run(three, out)
    template(three).unlink()  # the shipped one stands for it
    answer = run(three, out, MONDAY, "--json")
    assert answer.code == 0
    assert [one["debtor"] for one in answer.json["documents"]] == ["C1", "C3"]


def test_a_template_that_takes_long_to_refuse_is_refused_once(
    three: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counted(message: Any, *rest: Any, **more: Any) -> Any:
        asked.append(message.decision.debtor.code)
        return render(message, *rest, **more)

    monkeypatch.setattr(made, "render", counted)
    template(three).write_bytes(endless(9))
    assert run(three, out).code == 3
    assert asked == ["C1", "C2"]


# --- files and folders


def held(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A file of that name is there, and the program that has it open lets nobody replace it."""
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if name in target.name and target.suffix != ".xlsx":
            target.write_bytes(b"open elsewhere")
            raise PermissionError(errno.EACCES, "Permission denied", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)


def test_a_document_open_elsewhere_is_left_out_and_written_later(
    three: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        held(patch, "client-c1-")
        answer = run(three, out)
    assert answer.code == 3
    assert "ouvert dans un autre programme : fermez-le" in answer.err
    assert [line[0] for line in journal(three)] == ["C2", "C3"]
    assert not list(out.glob(f"*{TEMPORARY}"))
    answer = run(three, out)
    assert answer.code == 0
    assert sorted(line[0] for line in journal(three)) == ["C1", "C2", "C3"]
    assert desk_of(three).ledger.head  # its chain holds


def test_a_document_that_was_refused_does_not_come_back_with_those_that_were_not_saved(
    three: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = three.read_bytes()
    with monkeypatch.context() as patch:
        held(patch, "client-c1-")
        run(three, out)
    three.write_bytes(before)  # as Excel leaves it when it is closed without saving
    assert "C1" in [one["debtor"] for one in run(three, out, MONDAY, "--json").json["documents"]]
    assert sorted(line[0] for line in journal(three)) == ["C1", "C2", "C3"]


def test_a_full_disk_names_who_got_nothing(
    three: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if "client-c2-" in target.name:
            raise OSError(errno.ENOSPC, "No space left on device", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    answer = run(three, out, MONDAY, "--json")
    assert answer.code == 3
    assert "Le disque est plein" in answer.error[1]
    assert [one["debtor"] for one in answer.json["documents"]] == ["C1"]
    assert [(one["debtor"], one["why"][0]["code"]) for one in answer.json["skipped"]] == [
        ("C2", "output_folder"), ("C3", "not_reached"),
    ]  # fmt: skip
    assert column(three, "tJournal", "debtor") == ["C1"]


@pytest.mark.parametrize(
    "name",
    ['CON : <a> "b" | ? * / \\ . ', "Établissements " + "très " * 60 + "longs", "..", "株式会社"],
)
def test_any_name_makes_the_name_of_a_file(name: str, make: Make, out: Path) -> None:
    book = book_of(make, debtor("C1", name))
    (document,) = run(book, out, MONDAY, "--json").json["documents"]
    made = Path(document["path"])
    assert made.is_file()
    assert len(made.name) < 100
    assert made.name.isascii()
    assert not set('<>:"/\\|?* ') & set(made.name)


def test_a_deep_folder_cuts_the_name_so_that_windows_can_open_the_file(
    three: Path, tmp_path: Path
) -> None:
    out = tmp_path / ("d" * (150 - len(str(tmp_path))))
    documents = run(three, out, MONDAY, "--json").json["documents"]
    assert len(documents) == 3
    assert all(len(one["path"]) + len(TEMPORARY) <= 240 for one in documents)


def test_a_folder_too_deep_is_told_before_anything_is_written(three: Path, tmp_path: Path) -> None:
    out = tmp_path / "d" / ("e" * 200)
    answer = run(three, out)
    assert answer.code == 1
    assert "est trop long. Choisissez un dossier plus court" in answer.err
    assert journal(three) == []


# --- what a letter lacks


def test_a_wrong_iban_is_told_and_no_bank_details_are_printed(make: Make, out: Path) -> None:
    wrong = "EUR:FR7630006000011234567890188"
    book = book_of(make, debtor("C1", payables=BY_POST), Ibans=wrong)
    answer = run(book, out)
    assert answer.code == 0
    assert "IBAN refusé" in answer.out
    (letter,) = out.glob("*.docx")
    with zipfile.ZipFile(letter) as archive:
        text = archive.read(MAIN).decode()
    assert "FR76" not in text
    assert "<w:drawing>" not in text
    assert "nos coordonnées bancaires sur nos factures" in text.replace("\u00a0", " ")


def test_a_belgian_iban_that_some_libraries_refuse_is_printed(make: Make, out: Path) -> None:
    book = book_of(make, debtor("C1", payables=BY_POST), Ibans="BE68 5390 0754 7034")
    assert "IBAN refusé" not in run(book, out).out
    (letter,) = out.glob("*.docx")
    with zipfile.ZipFile(letter) as archive:
        text = archive.read(MAIN).decode()
    assert "BE68\u00a05390\u00a00754\u00a07034" in text
    assert "<w:drawing>" in text


def test_a_letter_without_an_address_is_not_written_and_the_others_are(
    make: Make, out: Path
) -> None:
    lost = debtor("C1", payables=BY_POST, address=Address())
    answer = run(book_of(make, lost, debtor("C2", payables=BY_POST)), out)
    assert answer.code == 0
    assert "L'adresse postale de" in answer.out
    assert [line[0] for line in journal(out.parent / "relances.xlsx")] == ["C2"]
