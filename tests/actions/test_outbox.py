"""The outbox: what was about to be written, and how the next verb brings it back."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.actions.world import (
    MONDAY,
    column,
    debtor,
    desk_of,
    invoice,
    journal,
    make_book,
    relance,
    run,
)

from relance.actions.outbox import Outbox
from relance.core.errors import OutputFolderError
from relance.core.journal import chained
from relance.core.records import Event
from relance.hosts.file.book import FileBook

Make = Callable[..., Path]
LATE = date(2026, 11, 19)
NOTE = "déjà relancé"


@pytest.fixture
def book(make: Make) -> Path:
    """Return a workbook with two debtors who are four days late."""
    return make(
        [debtor("C1"), debtor("C2")],
        [invoice("F-1", "C1", LATE, "1200.00"), invoice("F-2", "C2", LATE, "700.00")],
    )


@pytest.fixture
def unsaved(book: Path, out: Path) -> Path:
    """Return the workbook as if Excel had been closed without saving after a run."""
    relance("run", book, "--out", out, "--as-of", "2026-11-20", "--only", "letter")
    before = book.read_bytes()
    assert run(book, out).code == 0
    book.write_bytes(before)
    return book


def lines(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "relances.jsonl").read_text("utf-8").splitlines()]


def test_a_workbook_closed_without_saving_loses_nothing(unsaved: Path, out: Path) -> None:
    assert column(unsaved, "tJournal", "number") == []
    files = {path.name for path in out.iterdir()}
    answer = run(unsaved, out)
    assert "2 lignes remises au journal" in answer.err
    assert journal(unsaved) == [("C1", "mail-1", "draft"), ("C2", "mail-1", "draft")]
    assert {path.name for path in out.iterdir()} == files
    assert len(lines(out)) == 2


@pytest.mark.parametrize("cut", [1, 40, 300])
def test_a_last_line_cut_by_a_power_cut_is_passed_over(cut: int, unsaved: Path, out: Path) -> None:
    path = out / "relances.jsonl"
    path.write_bytes(path.read_bytes()[:-cut])
    (out / next(line["document"] for line in lines_of(path) if line["debtor"] == "C1")).stat()
    assert run(unsaved, out).code == 0
    assert journal(unsaved) == [("C1", "mail-1", "draft"), ("C2", "mail-1", "draft")]
    assert relance("doctor", unsaved).code == 0


def lines_of(path: Path) -> list[dict[str, Any]]:
    """Return the lines that are whole."""
    found = []
    for line in path.read_bytes().decode("utf-8", "replace").splitlines():
        try:
            found.append(json.loads(line))
        except ValueError:
            continue
    return found


def test_a_cut_in_the_middle_of_a_letter_is_passed_over_too(tmp_path: Path) -> None:
    event = chained(Event(0, MONDAY, "Élagage", ("F-1",), note=NOTE), None)
    box = Outbox(tmp_path, "b")
    box.append(event)
    box.append(chained(Event(0, MONDAY, "C2", ("F-2",)), event))
    content = box.path.read_bytes()
    first, rest = content.split(b"\n", 1)
    place = first.index("É".encode()) + 1
    box.path.write_bytes(first + b"\n" + rest + first[:place])
    assert [entry.event.debtor for entry in box.entries()] == ["Élagage", "C2"]
    box.append(chained(Event(0, MONDAY, "C3", ("F-3",)), event))
    assert [entry.event.debtor for entry in box.entries()] == ["Élagage", "C2", "C3"]


@pytest.mark.parametrize("mark", ["\u2028", "\x85", "\x0b", "\x1c"])
def test_a_note_may_hold_what_some_take_for_the_end_of_a_line(mark: str, tmp_path: Path) -> None:
    outbox = Outbox(tmp_path, "b")
    event = chained(Event(0, MONDAY, "C1", ("F-1",), note=f"avant{mark}après"), None)
    outbox.append(event)
    (found,) = outbox.entries()
    assert found.event.note == event.note


@pytest.mark.parametrize(
    "line",
    [
        "[]", "12", "{}", '{"book": "b"}', '{"book": "b", "day": "hier", "hash": "0"}',
        '{"book": "b", "day": "2026-11-23", "items": 3, "hash": "0"}',
        '{"book": "b", "day": "2026-11-23", "items": [], "number": 1, "debtor": "C9",'
        ' "hash": "0000"}',
        '{"book": "b", "day": 5, "items": null}',
    ],
)  # fmt: skip
def test_a_line_that_is_not_ours_is_passed_over(line: str, tmp_path: Path) -> None:
    (tmp_path / "relances.jsonl").write_text(line + "\n", "utf-8")
    assert Outbox(tmp_path, "b").entries() == ()


def test_a_last_document_that_is_gone_is_made_again(unsaved: Path, out: Path) -> None:
    last = next(line["document"] for line in lines(out) if line["debtor"] == "C2")
    (out / last).unlink()
    answer = run(unsaved, out)
    assert "1 ligne remise" in answer.err
    assert "1 document non écrit" in answer.err
    assert journal(unsaved) == [("C1", "mail-1", "draft"), ("C2", "mail-1", "draft")]
    assert (out / last).is_file()


def test_a_sheet_that_went_on_without_the_outbox_chains_it_anew(unsaved: Path, out: Path) -> None:
    # Someone notes a call on a computer that does not see the output folder.
    with FileBook(unsaved) as opened:
        opened.set("DossierSortie", None)
        opened.save()
    words = ("call", "C1", "--outcome", "reached", "--day", "2026-11-23")
    assert relance("record", unsaved, *words).code == 0
    answer = run(unsaved, out)
    assert "2 lignes remises" in answer.err
    rows = journal(unsaved)
    assert rows[:3] == [("C1", "", "done"), ("C1", "mail-1", "draft"), ("C2", "mail-1", "draft")]
    assert relance("doctor", unsaved).code == 0
    before = lines(out)
    run(unsaved, out)
    assert (journal(unsaved), lines(out)) == (rows, before)


def test_two_workbooks_share_a_folder_without_mixing(book: Path, out: Path) -> None:
    folder = book.parent / "autre"
    folder.mkdir()
    # The same file name, the same debtor, another workbook.
    other = make_book(
        folder / book.name, [debtor("C1", "Autre")], [invoice("G-1", "C1", LATE, "90")]
    )
    assert run(book, out).code == 0
    assert run(other, out).code == 0
    assert journal(other) == [("C1", "mail-1", "draft")]
    assert len(journal(book)) == 2
    assert len({line["book"] for line in lines(out)}) == 2
    assert desk_of(book).recovery.restored == desk_of(other).recovery.restored == ()


def test_a_workbook_from_a_template_is_given_an_identifier(make: Make, out: Path) -> None:
    book = make([debtor("C1")], [invoice("F-1", "C1", LATE, "1200.00")], Identifiant="")
    assert run(book, out).code == 0
    with FileBook(book) as opened:
        assert opened.get("Identifiant") == lines(out)[0]["book"] != "relances.xlsx"


def test_another_folder_does_not_lose_what_the_remembered_one_holds(
    unsaved: Path, out: Path
) -> None:
    elsewhere = unsaved.parent / "ailleurs"
    answer = run(unsaved, elsewhere)
    assert "2 lignes remises" in answer.err
    assert journal(unsaved) == [("C1", "mail-1", "draft"), ("C2", "mail-1", "draft")]
    assert not list(elsewhere.glob("*.eml"))


def test_a_remembered_folder_that_is_gone_stops_nobody(book: Path, out: Path) -> None:
    run(book, out)
    shutil.rmtree(out)
    assert relance("record", book, "sent", "--day", MONDAY).code == 0
    assert out.is_dir()


def test_a_remembered_folder_that_became_a_file_is_told_when_it_is_written(
    book: Path, out: Path
) -> None:
    run(book, out)
    shutil.rmtree(out)
    out.write_text("", "utf-8")
    assert relance("agenda", book).code == 0
    answer = relance("record", book, "sent", "--day", MONDAY, "--json")
    assert (answer.code, answer.error[0]) == (1, "output_folder")


def test_an_outbox_that_can_t_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "relances.jsonl").mkdir()
    with pytest.raises(OutputFolderError):
        Outbox(tmp_path, "b").entries()


@pytest.mark.parametrize("verb", ["takeover", "run --dry-run", "record"])
def test_what_is_recovered_is_saved_though_nothing_else_is(
    verb: str, unsaved: Path, out: Path
) -> None:
    # The folder is remembered, as a run that was killed leaves it.
    with FileBook(unsaved) as opened:
        opened.set("DossierSortie", str(out))
        opened.save()
    words: dict[str, tuple[object, ...]] = {
        "takeover": ("takeover", unsaved, "--as-of", MONDAY),
        "run --dry-run": ("run", unsaved, "--out", out, "--as-of", MONDAY, "--dry-run"),
        "record": ("record", unsaved, "call", "C9", "--outcome", "reached", "--day", MONDAY),
    }
    assert "Repris" in relance(*words[verb]).err
    assert column(unsaved, "tJournal", "number") == [1, 2]
