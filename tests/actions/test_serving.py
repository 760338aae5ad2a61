"""An output folder serves one workbook: a copy of it is told apart, one that was moved is not.

A reminder noted in a copy, or a payment of the original that lands in a backup, is a reminder too
many or too few. Whoever opens a copy may look; nothing is written to the folder or taken from it.
"""

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.actions.clicks.person import click
from tests.actions.world import (
    MONDAY,
    Answer,
    agenda,
    column,
    debtor,
    invoice,
    make_book,
    relance,
    run,
)

from relance.actions.create import copy_template
from relance.actions.served import FILE_NAME, Served, serve
from relance.actions.serving import CHUNK, is_kin, served, standing_of
from relance.hosts.file.book import FileBook
from relance.workbook import write

Make = Callable[..., Path]
LATE = MONDAY.replace(day=19)
IDENTIFIER = "0123456789abcdef" * 2


@pytest.fixture
def book(make: Make) -> Path:
    """Return a workbook with two debtors who are four days late."""
    return make(
        [debtor("C1"), debtor("C2")],
        [invoice("F-1", "C1", LATE, "1200.00"), invoice("F-2", "C2", LATE, "700.00")],
    )


@pytest.fixture
def original(book: Path, out: Path) -> Path:
    """Return it once it has written its first document to its folder."""
    assert run(book, out, MONDAY, "--debtor", "C1").code == 0
    return book


@pytest.fixture
def backup(original: Path) -> Path:
    """Return a copy beside it, as the Explorer names one."""
    return Path(shutil.copy2(original, original.with_name("relances - Copie.xlsx")))


def pay(path: Path, code: str = "C2") -> Answer:
    return relance("record", path, "payment", code, "--amount", "100", "--day", MONDAY)


def state(*places: Path) -> dict[str, bytes]:
    """Return what is in files and folders, to the byte."""
    files = [file for place in places for file in (place, *place.rglob("*")) if file.is_file()]
    return {str(file): file.read_bytes() for file in files}


def lines(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / FILE_NAME).read_text("utf-8").splitlines()]


WRITING: tuple[tuple[str, ...], ...] = (
    ("run", "BOOK", "--as-of", "2026-11-23"),
    ("record", "BOOK", "payment", "C2", "--amount", "100", "--day", "2026-11-23"),
    ("record", "BOOK", "promise", "C2", "--amount", "100", "--by", "2026-11-30"),
    ("record", "BOOK", "sent", "--day", "2026-11-23"),
    ("takeover", "BOOK", "--by-age"),
    ("pdf", "BOOK"),
    ("statement", "BOOK", "C2"),
    ("slip", "BOOK"),
)


@pytest.mark.parametrize("words", WRITING, ids=lambda words: words[0])
def test_a_copy_writes_nothing_and_names_the_original(
    original: Path, backup: Path, out: Path, words: tuple[str, ...]
) -> None:
    assert pay(original).code == 0
    before = state(original, backup, out)
    answer = relance(*(str(backup) if word == "BOOK" else word for word in words))
    assert answer.code == 1
    assert f"tient le journal de {original}, qui existe toujours" in answer.err
    assert "relance folder CLASSEUR --out DOSSIER" in answer.err
    assert "relance folder CLASSEUR --replace" in answer.err
    assert state(original, backup, out) == before


READING: tuple[tuple[str, ...], ...] = (
    ("agenda", "BOOK", "--as-of", "2026-11-23"),
    ("run", "BOOK", "--as-of", "2026-11-23", "--dry-run"),
    ("statement", "BOOK", "C2", "--dry-run"),
    ("doctor", "BOOK"),
    ("takeover", "BOOK"),
    ("folder", "BOOK"),
)


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_a_copy_may_be_looked_at(
    original: Path, backup: Path, out: Path, words: tuple[str, ...]
) -> None:
    assert pay(original).code == 0
    before = state(original, backup, out)
    answer = relance(*(str(backup) if word == "BOOK" else word for word in words))
    assert answer.code == 0, answer
    assert f"Copie de {original}" in answer.err + answer.out
    assert state(original, backup, out) == before


def test_printing_only_reads_a_copy(original: Path, backup: Path, out: Path) -> None:
    before = state(original, backup, out)
    answer = relance("print", backup, "--as-of", MONDAY, "--out", backup.with_suffix(".pdf"))
    assert "Aucune lettre à imprimer" in answer.out  # its one draft is an e-mail
    assert f"Copie de {original}" in answer.err
    assert state(original, backup, out) == before


def test_the_agenda_of_a_copy_is_that_of_its_own_sheets(original: Path, backup: Path) -> None:
    assert agenda(backup)["C2"]["claim"] == "700.00"
    assert pay(original).code == 0
    assert agenda(original)["C2"]["claim"] == "600.00"
    assert agenda(backup)["C2"]["claim"] == "700.00"


def test_the_original_goes_on_beside_its_copies(original: Path, backup: Path) -> None:
    relance("agenda", backup)
    pay(backup)
    assert pay(original).code == 0
    assert column(original, "tReglements", "amount") == [100]


def test_a_copy_in_a_folder_of_its_own_works_apart(
    original: Path, backup: Path, out: Path, tmp_path: Path
) -> None:
    before = state(out)
    answer = relance("folder", backup, "--out", tmp_path / "essais")
    assert (answer.code, "essais" in answer.out) == (0, True)
    assert pay(backup).code == 0
    assert pay(original).code == 0
    assert column(backup, "tReglements", "amount") == [100]
    assert column(original, "tReglements", "amount") == [100]
    assert set(state(out)) == set(before)


def test_a_run_may_name_the_folder_of_the_copy(
    original: Path, backup: Path, out: Path, tmp_path: Path
) -> None:
    before = state(out)
    answer = run(backup, tmp_path / "essais")
    assert answer.code == 0
    assert f"Copie de {original}" in answer.err
    assert pay(backup).code == 0  # from now on that folder is its own
    assert state(out) == before


def test_a_copy_can_t_be_given_the_folder_of_its_original_again(
    original: Path, backup: Path, out: Path, tmp_path: Path
) -> None:
    assert relance("folder", backup, "--out", tmp_path / "essais").code == 0
    assert relance("folder", backup, "--out", out).code == 1
    assert run(backup, out).code == 1
    assert original.is_file()


def test_a_workbook_that_replaces_the_other_gets_its_lines(original: Path, backup: Path) -> None:
    """As after « Enregistrer sous », or when a backup takes the place of a damaged workbook."""
    assert pay(original).code == 0
    answer = relance("folder", backup, "--replace")
    assert (answer.code, f"N'utilisez plus {original}" in answer.out) == (0, True)
    assert "1 ligne remise au journal" in answer.err
    assert column(backup, "tReglements", "amount") == [100]
    refused = pay(original)
    assert refused.code == 1
    assert str(backup) in refused.err


def test_a_workbook_that_was_renamed_goes_on(original: Path, out: Path) -> None:
    moved = original.rename(original.with_name("Relances 2026.xlsx"))
    copy = Path(shutil.copy2(moved, moved.with_name("copie.xlsx")))
    assert pay(moved).code == 0
    assert lines(out)[-1]["path"] == str(moved)
    assert pay(copy).code == 1  # the memory has followed


def test_the_memory_follows_though_nothing_is_noted(original: Path) -> None:
    """Else a copy made the day after would be taken for the workbook."""
    moved = original.rename(original.with_name("Relances 2026.xlsx"))
    assert relance("record", moved, "sent", "C2", "--day", MONDAY).code == 1  # nothing to confirm
    copy = Path(shutil.copy2(moved, moved.with_name("copie.xlsx")))
    assert pay(copy).code == 1


def test_an_old_backup_does_not_follow_a_workbook_that_moved(original: Path, backup: Path) -> None:
    assert pay(original).code == 0
    original.rename(original.with_name("Relances 2026.xlsx"))
    answer = pay(backup)
    assert answer.code == 1
    assert "n'a pas les dernières lignes" in answer.err
    looked = relance("agenda", backup)
    assert (looked.code, "Peut-être une ancienne copie" in looked.err) == (0, True)


def test_a_whole_folder_that_is_moved_goes_on(make: Make, tmp_path: Path) -> None:
    home = tmp_path / "Client A"
    home.mkdir()
    book = make_book(home / "relances.xlsx", [debtor("C2")], [invoice("F", "C2", LATE, "700.00")])
    assert run(book, home / "relances").code == 0
    moved = home.rename(tmp_path / "Client A (2027)")
    answer = run(moved / "relances.xlsx", moved / "relances", MONDAY, "--redo")
    assert answer.code == 0


def test_a_whole_folder_that_is_copied_leaves_the_original_alone(tmp_path: Path) -> None:
    home = tmp_path / "Client A"
    home.mkdir()
    path = home / "relances.xlsx"
    make_book(path, [debtor("C2")], [invoice("F", "C2", LATE, "700.00")], DossierSortie="documents")
    assert pay(path).code == 0
    copied = Path(shutil.copytree(home, tmp_path / "Sauvegarde"))
    before = state(home)
    assert pay(copied / "relances.xlsx", "C2").code == 1  # noted already: it has the line
    again = relance("record", copied / "relances.xlsx", "bounced", "C2", "--day", MONDAY)
    assert "copie" not in again.err
    assert state(home) == before


def test_one_file_by_two_names_is_one_workbook(original: Path, tmp_path: Path) -> None:
    """As a network drive has a letter here and none there."""
    link = tmp_path / "lien"
    link.symlink_to(original.parent, target_is_directory=True)
    assert pay(link / original.name).code == 0
    assert pay(original, "C1").code == 0
    hard = tmp_path / "RELANCES.xlsx"
    os.link(original, hard)
    assert relance("agenda", hard).err == ""


def test_an_original_that_can_t_be_reached_is_not_replaced_in_silence(
    original: Path, backup: Path, out: Path, tmp_path: Path
) -> None:
    """The drive is not plugged in: where it stood there is an empty folder, or none at all."""
    for place in (tmp_path / "media" / "relances.xlsx", tmp_path / "absent" / "relances.xlsx"):
        (tmp_path / "media").mkdir(exist_ok=True)
        serve(out, identifier(original), Served(str(place)))
        answer = pay(backup)
        assert answer.code == 1
        assert "que l'on ne peut pas joindre d'ici" in answer.err
        assert str(place) in answer.err
    assert relance("folder", original, "--replace").code == 0
    assert pay(original).code == 0


def test_a_stranger_in_the_place_of_the_original_does_not_count(original: Path, out: Path) -> None:
    """The year's workbook is put away under another name, and a new one takes its place."""
    old = original.rename(original.with_name("relances 2026.xlsx"))
    make_book(original, [debtor("C2")], [invoice("F-9", "C2", LATE, "90.00")])
    assert pay(old).code == 0
    assert pay(original).code == 0
    assert column(old, "tReglements", "amount") == column(original, "tReglements", "amount")


def test_a_copy_of_before_the_first_reminder_is_not_taken_for_a_new_workbook(
    book: Path, out: Path
) -> None:
    """Put back in the place of the workbook, it knows of no reminder: all would go once more."""
    with FileBook(book) as opened:
        opened.set("Identifiant", "")
        opened.save()
    before = shutil.copy2(book, book.with_name("avant.xlsx"))
    assert run(book, out).code == 0
    assert relance("record", book, "sent", "--day", MONDAY).code == 0
    shutil.copy2(before, book)
    known = state(book, out)
    answer = run(book, out, MONDAY.replace(day=24))
    assert (answer.code, state(book, out)) == (1, known)
    assert "copie d'avant la première relance" in answer.err
    assert "relance folder CLASSEUR --replace" in answer.err


def test_a_new_workbook_in_the_place_of_another_is_told_once(original: Path, out: Path) -> None:
    original.rename(original.with_name("relances 2026.xlsx"))
    items = [invoice("F-9", "C2", LATE, "90.00")]
    make_book(original, [debtor("C2")], items, DossierSortie=str(out))
    assert pay(original).code == 1
    assert relance("folder", original, "--replace").code == 0
    assert pay(original).code == 0


def test_saved_under_another_format_it_says_so_first(
    original: Path, out: Path, tmp_path: Path
) -> None:
    """« Enregistrer sous » leaves the old file, and the new one has its identifier."""
    new = Path(shutil.copy2(original, original.with_suffix(".xlsm")))
    assert pay(new).code == 1
    original.rename(tmp_path / "archives.xlsx")
    assert pay(new).code == 0


def test_an_upgrade_and_its_dated_copy_leave_the_workbook_what_it_was(
    original: Path, out: Path
) -> None:
    copy = shutil.copy2(original, original.with_name("relances.2026-11-23.xlsx"))
    assert relance("upgrade", original).code == 0
    assert pay(original).code == 0
    assert pay(Path(copy)).code == 1


def test_two_clients_in_one_folder_are_told_once_and_kept_apart(
    original: Path, out: Path, tmp_path: Path
) -> None:
    other = make_book(
        tmp_path / "client-b.xlsx",
        [debtor("C1"), debtor("C2")],
        [invoice("F-1", "C1", LATE, "50.00"), invoice("F-2", "C2", LATE, "60.00")],
    )
    answer = run(other, out)
    assert f"sert aussi à {original}" in answer.err
    assert answer.code == 0
    assert run(other, out).err == ""
    assert pay(other).code == 0
    names = set(column(original, "tJournal", "document"))
    assert relance("agenda", original).err == ""
    assert set(column(original, "tJournal", "document")) == names
    assert column(original, "tReglements", "amount") == []
    assert all((out / name).is_file() for name in names if name)


def test_workbooks_without_identifier_do_not_share_lines(tmp_path: Path, out: Path) -> None:
    """Two copies of the template, by the same name in two folders, and one output folder."""
    clients = {client: tmp_path / client / "relances.xlsm" for client in ("a", "b")}
    for client, path in clients.items():
        path.parent.mkdir()
        copy_template(path)
        item = write.receivable(invoice(f"F-{client}", client, LATE, "100.00"), "")
        with FileBook(path) as opened:
            opened.set("DossierSortie", str(out))
            opened.append("tFactures", [item])
            opened.save()
        words = ("dispute", client, "--invoice", f"F-{client}", "--reason", "x", "--day", MONDAY)
        assert relance("record", path, *words).code == 0
    assert len({identifier(path) for path in clients.values()} - {""}) == 2
    assert column(clients["a"], "tJournal", "debtor") == ["a"]
    assert relance("agenda", clients["a"]).err == ""
    assert column(clients["a"], "tJournal", "debtor") == ["a"]


def test_a_click_in_a_copy_asks_and_writes_nothing_unless_told(
    original: Path, backup: Path, out: Path
) -> None:
    before = state(original, backup, out)
    person = click(backup, "run", None)
    assert f"tient le journal de {original}" in person.asked[0]
    assert "Non : rien n'est écrit" in person.asked[0]
    assert click(backup, "sent", "Non : rien n'est écrit").told == []
    assert state(original, backup, out) == before
    person = click(backup, "pdf", "Oui : l'autre ne sert plus")
    assert "Aucune lettre n'attend" in person.last
    assert "tient le journal de" in click(original, "pdf", None).asked[0]


def test_clicks_that_only_show_work_in_a_copy(original: Path, backup: Path, out: Path) -> None:
    assert pay(original).code == 0
    before = state(original, out)
    for name, answers in (("agenda", ()), ("aged_balance", ()), ("check", ()), ("doctor", ())):
        person = click(backup, name, *answers)
        assert any("Copie de " in text for text in person.told), name
    assert state(original, out) == before
    assert column(backup, "tReglements", "amount") == []


def test_a_folder_that_serves_the_original_is_not_taken_by_hand(
    original: Path, backup: Path, out: Path, tmp_path: Path
) -> None:
    with FileBook(backup) as opened:
        opened.set("DossierSortie", None)
        opened.save()
    rows = [("tFactures", 3)]
    person = click(
        backup, "email", True, str(out), str(tmp_path / "essais"), rows=rows
    )  # the first folder is refused above the question, asked again
    assert "tient le journal de" in person.asked[-1]
    assert (tmp_path / "essais").is_dir()


def test_folder_says_what_it_is(original: Path, out: Path, make: Make, tmp_path: Path) -> None:
    assert str(out) in relance("folder", original).out
    new = make_book(tmp_path / "neuf.xlsx")
    assert "n'a pas encore de dossier" in relance("folder", new).out
    assert relance("folder", new, "--replace").code == 1
    assert relance("folder", new, "--replace", "--out", out).code == 2


def test_the_identifier_is_found_in_any_part_even_across_pieces(tmp_path: Path) -> None:
    path = tmp_path / "x.ods"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("content.xml", b"x" * (CHUNK - 5) + IDENTIFIER.encode())
        parts.writestr("picture.png", b"")
    assert is_kin(path, IDENTIFIER)
    assert not is_kin(path, IDENTIFIER[::-1])
    assert is_kin(path, "1")  # too short to tell
    path.write_bytes(b"\xd0\xcf\x11\xe0")  # encrypted: nobody can tell
    assert is_kin(path, IDENTIFIER)


def test_of_a_workbook_whose_parts_are_broken_nobody_can_tell(tmp_path: Path) -> None:
    path = tmp_path / "x.ods"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("content.xml", bytes(range(256)) * 40)
    whole, start = path.read_bytes(), 30 + len("content.xml")
    path.write_bytes(whole[:start] + b"\xff" * 40 + whole[start + 40 :])
    assert is_kin(path, IDENTIFIER)


def test_another_folder_is_given_after_the_lines_that_the_first_alone_has(
    original: Path, out: Path, tmp_path: Path
) -> None:
    before = original.read_bytes()
    assert pay(original).code == 0
    original.write_bytes(before)  # as Excel leaves it when it is closed without saving
    assert relance("folder", original, "--out", tmp_path / "autre").code == 0
    assert column(original, "tReglements", "amount")
    assert str(tmp_path / "autre") in relance("folder", original).out


ONLINE = "https://d.docs.live.net/42/Clients/Du%20Bac/relances.xlsm"


@pytest.mark.parametrize(
    ("path", "standing"),
    [
        (ONLINE, "same"),
        ("D:\\OneDrive\\Clients\\Du Bac\\relances.xlsm", "same"),
        ("D:\\Bureau\\relances.xlsm", "unknown"),
        ("https://d.docs.live.net/42/Clients/Du%20Bac/relances-2.xlsm", "unknown"),
    ],
)
def test_an_address_of_onedrive_and_its_path_are_one_workbook(
    out: Path, path: str, standing: str
) -> None:
    assert standing_of(path, IDENTIFIER, out) == "new"
    serve(out, IDENTIFIER, served(ONLINE, out))
    assert standing_of(path, IDENTIFIER, out) == standing


def identifier(path: Path) -> str:
    with FileBook(path) as opened:
        return str(opened.get("Identifiant"))
