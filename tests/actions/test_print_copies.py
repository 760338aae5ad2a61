"""`run --pdf` and `print`: a copy beside each letter, and one file of those that wait."""

import errno
import os
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from tests.actions.world import (
    MONDAY,
    debtor,
    desk_of,
    invoice,
    journal,
    make_book,
    relance,
    run,
    type_in,
)
from tests.tools.pdf_reader import blocks

from relance.core.records import Address
from relance.documents import pdf_joined, typesetting
from relance.documents.shipped import shipped
from relance.hosts.file.book import FileBook

TUESDAY = date(2026, 11, 24)
NOTICE_DUE: dict[str, Any] = {"last_step": "letter-2", "last_step_date": date(2026, 10, 20)}
LETTER_DUE: dict[str, Any] = {"last_step": "call-1", "last_step_date": date(2026, 11, 9)}


def town(postcode: str, city: str) -> Address:
    return Address("1 rue du Port", "", postcode, city)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "documents"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """C1 and C3 get a notice, C2 and C4 a letter, C5 an e-mail."""
    places = {"C1": ("75002", "Paris"), "C2": ("69001", "Lyon"), "C3": ("13001", "Marseille"),
              "C4": ("01000", "Bourg"), "C5": ("59000", "Lille")}  # fmt: skip
    debtors = [debtor(code, address=town(*place)) for code, place in places.items()]
    due = date(2026, 9, 10)
    items = [
        invoice("F-1", "C1", due, "900.00", **NOTICE_DUE),
        invoice("F-2", "C2", due, "1200.00", **LETTER_DUE),
        invoice("F-3", "C3", due, "300.00", **NOTICE_DUE),
        invoice("F-4", "C4", due, "400.00", **LETTER_DUE),
        invoice("F-5", "C5", date(2026, 11, 19), "500.00"),
    ]
    return make_book(tmp_path / "relances.xlsx", debtors, items)


def stems(out: Path, ending: str) -> list[str]:
    return sorted(path.stem for path in out.glob(f"*.{ending}"))


def of(code: str, out: Path, ending: str = "docx") -> Path:
    (path,) = out.glob(f"*client-{code.lower()}-*.{ending}")
    return path


def printed(book: Path, file: Path, day: date = MONDAY) -> Any:
    return relance("print", book, "--as-of", day, "--out", file, "--json")


def pages_of(file: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(file).pages]


# --- beside each letter ----------------------------------------------------------------------


def test_each_letter_has_its_copy_and_an_e_mail_has_none(book: Path, out: Path) -> None:
    answer = run(book, out, MONDAY, "--pdf")
    assert answer.code == 0
    assert len(stems(out, "pdf")) == 4
    assert stems(out, "pdf") == stems(out, "docx")
    assert len(stems(out, "eml")) == 1
    assert "4 PDF à côté des documents Word." in answer.out
    assert ("/H1", "Objet : mise en demeure de payer – compte client C1") in blocks(
        of("C1", out, "pdf").read_bytes()
    )


def test_the_journal_is_the_same_with_and_without_copies(
    book: Path, out: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.xlsx"
    other.write_bytes(book.read_bytes())
    run(book, out, MONDAY, "--pdf")
    run(other, tmp_path / "elsewhere")
    assert journal(book) == journal(other)
    words = [[event.document for event in desk_of(one).ledger.events] for one in (book, other)]
    assert words[0] == words[1]


def test_nothing_is_asked_nothing_is_printed(book: Path, out: Path) -> None:
    run(book, out)
    assert stems(out, "pdf") == []


def test_a_dry_run_makes_no_copy(book: Path, out: Path) -> None:
    plain = run(book, out, MONDAY, "--dry-run")
    assert run(book, out, MONDAY, "--dry-run", "--pdf").out == plain.out
    assert not out.exists()


def test_without_the_extra_nothing_is_written_and_it_is_said(
    book: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    typesetting._compiler.cache_clear()
    answer = run(book, out, MONDAY, "--pdf")
    typesetting._compiler.cache_clear()
    assert answer.code == 1
    assert 'pip install "relance[pdf]"' in answer.err
    assert stems(out, "docx") == []
    assert journal(book) == []


def test_a_name_that_can_not_be_set_leaves_its_letter_without_a_copy(
    tmp_path: Path, out: Path
) -> None:
    items = [invoice(f"F-{code}", code, date(2026, 9, 10), "900.00", **LETTER_DUE) for code in
             ("C1", "C2")]  # fmt: skip
    book = make_book(tmp_path / "r.xlsx", [debtor("C1", "東 SARL"), debtor("C2")], items)
    answer = run(book, out, MONDAY, "--pdf")
    assert len(stems(out, "docx")) == 2
    assert len(stems(out, "pdf")) == 1
    assert "Pas de PDF : la police n'a pas ces signes : 東." in answer.out


def test_a_letter_that_must_not_go_takes_its_copy_aside(book: Path, out: Path) -> None:
    run(book, out, MONDAY, "--pdf")
    copy = of("C2", out, "pdf")
    relance("record", book, "payment", "C2", "--amount", "1200", "--invoice", "F-2", "--day",
            TUESDAY)  # fmt: skip
    assert not copy.exists()
    assert (out / "perimes" / copy.name).is_file()


def test_a_letter_made_again_without_a_copy_leaves_no_older_one(book: Path, out: Path) -> None:
    run(book, out, MONDAY, "--pdf")
    copy = of("C2", out, "pdf")
    (number,) = [event.number for event in desk_of(book).ledger.events if event.debtor == "C2"]
    relance("record", book, "reverse", number, "--day", MONDAY)
    copy.write_bytes(b"older")
    run(book, out)
    assert of("C2", out).with_suffix(".docx").is_file()
    assert not copy.exists()


# --- the user's own templates ----------------------------------------------------------------


def own_template(book: Path, tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    (folder / "Relance-1.docx").write_bytes(content)
    with FileBook(book) as opened:
        opened.set("DossierModeles", str(folder))
        opened.save()


def rewritten() -> bytes:
    from relance.documents.docx import MAIN, pack, unpack

    parts = unpack("relance-1.docx", shipped("relance-1.docx"))
    text = parts[MAIN].decode().replace("Madame, Monsieur,", "Chers amis,")
    return pack(parts | {MAIN: text.encode()})


def test_an_exported_template_that_nobody_changed_is_the_shipped_one(
    book: Path, out: Path, tmp_path: Path
) -> None:
    own_template(book, tmp_path, shipped("relance-1.docx"))
    run(book, out, MONDAY, "--pdf")
    assert len(stems(out, "pdf")) == 4


def test_letters_of_the_users_own_template_are_left_to_relance_pdf(
    book: Path, out: Path, tmp_path: Path
) -> None:
    own_template(book, tmp_path, rewritten())
    answer = run(book, out, MONDAY, "--pdf")
    assert len(stems(out, "pdf")) == 2
    name = of("C2", out).name
    assert f"{name} : modèle personnel : relance pdf CLASSEUR" in answer.out
    again = run(book, out, MONDAY, "--pdf", "--json")
    assert again.json["documents"] == []


# --- one file for the printer ----------------------------------------------------------------


def test_registered_letters_come_first_then_by_postcode(
    book: Path, out: Path, tmp_path: Path
) -> None:
    run(book, out, MONDAY, "--pdf")
    file = tmp_path / "impression.pdf"
    answer = printed(book, file)
    assert answer.code == 0
    found = answer.json["letters"]
    assert [(one["debtor"], one["registered"]) for one in found] == [
        ("C3", True), ("C1", True), ("C4", False), ("C2", False),
    ]  # fmt: skip
    assert found[0]["principal"] == [{"currency": "EUR", "amount": "300.00"}]
    assert answer.json["left_out"] == []


def test_the_own_country_comes_first_and_the_posting_slip_has_the_same_order(
    tmp_path: Path, out: Path
) -> None:
    places = {"C1": ("1000", "BE"), "C2": ("75002", ""), "C3": ("L-1855", "LU"),
              "C4": ("13001", "FR"), "C5": ("5000", "BE")}  # fmt: skip
    debtors = [
        debtor(code, country=country, address=town(postcode, "Port"))
        for code, (postcode, country) in places.items()
    ]
    due = date(2026, 9, 10)
    items = [invoice(f"F-{code}", code, due, "900.00", **NOTICE_DUE) for code in places]
    book = make_book(tmp_path / "relances.xlsx", debtors, items)
    run(book, out, MONDAY, "--pdf")
    file = tmp_path / "impression.pdf"
    found = [one["debtor"] for one in printed(book, file).json["letters"]]
    assert found == ["C4", "C2", "C1", "C5", "C3"]  # France by postcode, then BE, then LU
    assert "BE 1000" in pages_of(file)[0]
    slip = relance("slip", book, "--as-of", MONDAY, "--out", out, "--pdf", "--json")
    (document,) = slip.json["documents"]
    rows = pages_of(Path(document["path"]).with_suffix(".pdf"))[0]
    assert re.findall(r"Client (C\d)", rows) == found


def test_a_list_of_what_is_inside_comes_first_and_each_letter_on_a_sheet_of_its_own(
    book: Path, out: Path, tmp_path: Path
) -> None:
    run(book, out, MONDAY, "--pdf")
    file = tmp_path / "impression.pdf"
    found = printed(book, file).json["letters"]
    pages = pages_of(file)
    assert "Lettres à imprimer" in pages[0]
    assert "4 lettres, dont 2 recommandées" in pages[0].replace("\n", " ")
    assert pages[1] == ""
    at = 2
    for letter in found:
        assert f"compte client {letter['debtor']}" in pages[at]
        at += letter["pages"] + letter["pages"] % 2
    assert at == len(pages)
    (row,) = re.findall(r"Client C3 \(C3\).*?300,00", pages[0].replace("\n", " "))
    assert "13001" in row
    assert "mise en demeure (recommandé)" in row


def test_the_same_letters_give_the_same_file(book: Path, out: Path, tmp_path: Path) -> None:
    run(book, out, MONDAY, "--pdf")
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    printed(book, first)
    printed(book, second)
    assert first.read_bytes() == second.read_bytes()


def test_what_can_not_be_printed_is_left_out_and_said(
    book: Path, out: Path, tmp_path: Path
) -> None:
    run(book, out, MONDAY, "--pdf")
    of("C1", out, "pdf").unlink()
    of("C2", out, "pdf").write_bytes(b"%PDF cut")
    of("C3", out).unlink()
    of("C4", out).write_bytes(b"edited in Word")
    os.utime(of("C4", out), (2e9, 2e9))
    file = tmp_path / "impression.pdf"
    answer = printed(book, file)
    told = {one["debtor"]: one["why"]["facts"]["reason"] for one in answer.json["left_out"]}
    assert told == {"C1": "no_copy", "C2": "damaged", "C3": "lost", "C4": "edited"}
    assert (answer.code, file.exists()) == (1, False)
    said = relance("print", book, "--as-of", MONDAY, "--out", file)
    assert "Aucune lettre à imprimer : rien n'est écrit." in said.out
    assert "n'a pas de PDF à côté de lui. Faites-le : relance pdf CLASSEUR C1" in said.out


def test_a_disk_that_does_not_tell_is_a_sentence(
    book: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(book, out, MONDAY, "--pdf")
    real, letter = Path.stat, of("C4", out)

    def stat(self: Path, **more: bool) -> os.stat_result:
        if self.name == letter.name:
            raise OSError(errno.EIO, "Input/output error", str(self))
        return real(self, **more)

    monkeypatch.setattr(Path, "stat", stat)
    answer = printed(book, tmp_path / "impression.pdf")
    assert answer.code == 1
    assert answer.error[1] == f"Le disque refuse {letter} (Input/output error)."


def test_a_letter_edited_in_word_is_printed_once_its_pdf_is_made_again(
    book: Path, out: Path, tmp_path: Path
) -> None:
    run(book, out, MONDAY, "--pdf")
    letter, copy = of("C4", out), of("C4", out, "pdf")
    letter.write_bytes(b"edited in Word")
    os.utime(letter, (copy.stat().st_mtime + 60,) * 2)
    told = printed(book, tmp_path / "1.pdf").json["left_out"]
    assert [one["why"]["facts"]["reason"] for one in told] == ["edited"]
    os.utime(copy, (letter.stat().st_mtime + 60,) * 2)
    assert printed(book, tmp_path / "2.pdf").json["left_out"] == []


def test_part_of_the_letters_is_part_of_the_work(book: Path, out: Path, tmp_path: Path) -> None:
    run(book, out, MONDAY, "--pdf")
    of("C1", out, "pdf").unlink()
    answer = printed(book, tmp_path / "impression.pdf")
    assert answer.code == 3
    assert [one["debtor"] for one in answer.json["letters"]] == ["C3", "C4", "C2"]


def test_a_letter_that_was_paid_meanwhile_is_not_printed(
    book: Path, out: Path, tmp_path: Path
) -> None:
    run(book, out, MONDAY, "--pdf")
    type_in(book, "tFactures", "paid", 3, 1200)  # F-2, of C2
    answer = printed(book, tmp_path / "impression.pdf")
    (left,) = answer.json["left_out"]
    assert (left["debtor"], left["why"]["facts"]["reason"]) == ("C2", "void")


def test_a_letter_whose_delays_no_longer_hold_is_not_printed(
    book: Path, out: Path, tmp_path: Path
) -> None:
    run(book, out, MONDAY, "--pdf")
    answer = printed(book, tmp_path / "late.pdf", date(2026, 12, 21))
    assert {one["why"]["facts"]["reason"] for one in answer.json["left_out"]} == {"too_old"}
    assert answer.json["letters"] == []


def test_a_letter_that_was_sent_is_not_printed_again(book: Path, out: Path, tmp_path: Path) -> None:
    run(book, out, MONDAY, "--pdf")
    relance("record", book, "sent", "C2", "--day", MONDAY)
    found = printed(book, tmp_path / "impression.pdf").json
    assert "C2" not in [one["debtor"] for one in found["letters"]]
    assert found["left_out"] == []


def test_only_a_pdf_is_written_over(book: Path, out: Path, tmp_path: Path) -> None:
    run(book, out, MONDAY, "--pdf")
    letter = of("C2", out)
    before = letter.read_bytes()
    answer = relance("print", book, "--as-of", MONDAY, "--out", letter)
    assert (answer.code, letter.read_bytes()) == (2, before)


def test_the_workbook_is_not_changed_by_printing(book: Path, out: Path, tmp_path: Path) -> None:
    run(book, out, MONDAY, "--pdf")
    before = book.read_bytes()
    printed(book, tmp_path / "impression.pdf")
    assert book.read_bytes() == before


def test_without_the_extra_printing_says_what_to_install(
    book: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(book, out, MONDAY, "--pdf")
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    pdf_joined._library.cache_clear()
    answer = relance("print", book, "--as-of", MONDAY, "--out", tmp_path / "x.pdf")
    pdf_joined._library.cache_clear()
    assert answer.code == 1
    assert "relance[pdf]" in answer.err


# --- letters written before ------------------------------------------------------------------


def test_letters_that_were_written_without_a_pdf_are_named_with_the_command_that_makes_it(
    book: Path, out: Path
) -> None:
    run(book, out, MONDAY, "--debtor", "C2")
    answer = run(book, out, MONDAY, "--pdf")
    assert "3 PDF à côté des documents Word." in answer.out
    assert f"1 lettre écrite avant, sans PDF : {of('C2', out).name}." in answer.out
    assert "relance pdf CLASSEUR" in answer.out
    again = run(book, out, MONDAY, "--pdf")
    assert f"1 lettre écrite avant, sans PDF : {of('C2', out).name}." in again.out
    of("C2", out).with_suffix(".pdf").write_bytes(b"%PDF")
    assert "sans PDF" not in run(book, out, MONDAY, "--pdf").out


def test_after_printing_the_commands_that_confirm_are_those_that_work(
    book: Path, out: Path, tmp_path: Path
) -> None:
    run(book, out, MONDAY, "--pdf")
    file = tmp_path / "impression.pdf"
    said = relance("print", book, "--as-of", MONDAY, "--out", file).out
    assert "relance record CLASSEUR sent CLIENT" in said
    for code in ("C1", "C3"):
        assert f"  relance record CLASSEUR sent {code} --tracking NUMERO" in said
        words = ("sent", code, "--tracking", f"1A{code}", "--day", MONDAY)
        assert relance("record", book, *words).code == 0
    assert relance("record", book, "sent", "C2", "--day", MONDAY).code == 0
    said = relance("print", book, "--as-of", MONDAY, "--out", file).out
    assert "--tracking" not in said  # C4 alone is left, a plain letter


def test_a_registered_letter_without_its_number_says_which_command_gives_it(
    book: Path, out: Path
) -> None:
    run(book, out)
    answer = relance("record", book, "sent", "C1", "--day", MONDAY)
    assert "relance record CLASSEUR sent C1 --tracking NUMERO" in answer.out
