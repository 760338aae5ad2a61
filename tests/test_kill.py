"""A power cut at any point of a run, then a second run: nothing lost, nothing doubled."""

import random
import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.actions.killed import die
from tests.actions.world import MONDAY, debtor, desk_of, invoice, make_book, relance, run, type_in

from relance.core.journal import check
from relance.core.records import Debtor, Receivable

# Late 4 days: mail-1; taken over at letter-2: the notice; at mail-1: the call. One debtor has a
# draft of Friday that a payment typed into the sheet made stale, so that the run replaces it.
DEBTORS: tuple[Debtor, ...] = tuple(debtor(code) for code in ("C1", "C2", "C3", "C4"))
ITEMS: tuple[Receivable, ...] = (
    invoice("F-1", "C1", date(2026, 11, 19), "1200.00"),
    invoice(
        "F-2", "C2", date(2026, 9, 30), "3000.00",
        last_step="letter-2", last_step_date=date(2026, 11, 6),
    ),
    invoice(
        "F-3", "C3", date(2026, 11, 4), "900.00",
        last_step="mail-1", last_step_date=date(2026, 11, 6),
    ),
    invoice("F-4", "C4", date(2026, 11, 16), "700.00"),
)  # fmt: skip
FRIDAY = date(2026, 11, 20)
WRITTEN = 4  # documents of Monday
POINTS = ("outbox", "file", "row", "save")
RANDOM_KILLS = 20


@pytest.fixture(scope="module")
def friday(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a workbook and its documents, as they were left on Friday."""
    folder = tmp_path_factory.mktemp("friday")
    book = make_book(folder / "relances.xlsx", DEBTORS, ITEMS)
    assert run(book, folder / "documents", FRIDAY, "--debtor", "C4").code == 0
    type_in(book, "tFactures", "paid", 5, 100)
    return folder


@pytest.fixture
def place(friday: Path, tmp_path: Path) -> Path:
    """Return a copy of Friday's folder; the remembered output folder is the copy's."""
    folder = tmp_path / "cabinet"
    shutil.copytree(friday, folder)
    return folder


def outcome(folder: Path) -> list[tuple[object, ...]]:
    """Return the journal without what depends on the clock or on the order of hashes."""
    events = desk_of(folder / "relances.xlsx").ledger.events
    check(events)
    return sorted(
        (event.debtor, event.step, event.outcome, event.items, event.document) for event in events
    )


def documents(folder: Path) -> set[str]:
    return {path.name for path in (folder / "documents").iterdir()}


def kill(folder: Path, point: str, place: int) -> int:
    """Run Monday and die; returns the exit code, -9 when the process was killed."""
    words = ("run", "relances.xlsx", "--as-of", MONDAY.isoformat(), "--out", "documents")
    return die(folder, point, *words, place=place)


def again(folder: Path) -> None:
    answer = run(folder / "relances.xlsx", folder / "documents")
    assert answer.code == 0, answer


@pytest.fixture(scope="module")
def expected(friday: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[object, set[str]]:
    """Return journal and folder of a run that nothing interrupts."""
    folder = tmp_path_factory.mktemp("whole") / "cabinet"
    shutil.copytree(friday, folder)
    again(folder)
    return outcome(folder), documents(folder)


def whole(folder: Path, expected: tuple[object, set[str]]) -> None:
    """Check that a folder is what an uninterrupted run leaves."""
    assert (outcome(folder), documents(folder)) == expected
    assert not list(folder.rglob("*.relance-tmp"))
    assert not list(folder.glob("*.lock*"))
    events = desk_of(folder / "relances.xlsx").ledger.events
    for event in events:
        if event.outcome == "draft" and event.day == MONDAY:
            assert (folder / "documents" / event.document).is_file()


def test_monday_is_what_the_story_says(expected: tuple[object, set[str]]) -> None:
    rows, files = expected
    assert isinstance(rows, list)
    assert [row[:3] for row in rows] == [
        ("C1", "mail-1", "draft"),
        ("C2", "notice", "draft"),
        ("C3", "call-1", "draft"),
        ("C4", "mail-1", "draft"),
        ("C4", "mail-1", "draft"),
        ("C4", "mail-1", "replaced"),
    ]
    assert len(files) == WRITTEN + 3  # Friday's draft, the outbox and whose it is


@pytest.mark.parametrize("nth", [1, 2, WRITTEN])
@pytest.mark.parametrize("point", POINTS[:3])
def test_a_kill_in_a_document_then_a_run_is_one_run(
    point: str, nth: int, place: Path, expected: tuple[object, set[str]]
) -> None:
    assert kill(place, point, nth) == -9
    again(place)
    whole(place, expected)


@pytest.mark.parametrize("nth", [1, 2])
def test_a_kill_after_a_save_then_a_run_is_one_run(
    nth: int, place: Path, expected: tuple[object, set[str]]
) -> None:
    # The first save remembers the folder, the second holds the journal.
    assert kill(place, "save", nth) == -9
    again(place)
    whole(place, expected)


def test_the_lock_of_a_dead_process_is_replaced(place: Path) -> None:
    assert kill(place, "file", 1) == -9
    assert (place / "relances.xlsx.lock").exists()
    again(place)
    assert not (place / "relances.xlsx.lock").exists()


def test_the_agenda_too_brings_back_what_a_kill_left(place: Path) -> None:
    assert kill(place, "file", 2) == -9
    answer = relance("agenda", place / "relances.xlsx", "--as-of", MONDAY)
    # C4's draft, the end of the one that it replaces, and the notice.
    assert "3 lignes remises au journal" in answer.err
    assert "remises" not in relance("agenda", place / "relances.xlsx", "--as-of", MONDAY).err


@pytest.mark.slow
def test_twenty_random_kills_in_a_row(place: Path, expected: tuple[object, set[str]]) -> None:
    chance = random.Random(20261123)  # noqa: S311 - the same kills each time
    for _ in range(RANDOM_KILLS):
        kill(place, "any", chance.randint(1, 16))
    again(place)
    whole(place, expected)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_any_kill_of_a_fresh_run(seed: int, place: Path, expected: tuple[object, set[str]]) -> None:
    nth = random.Random(seed).randint(1, 15)  # noqa: S311 - the same kill each time
    kill(place, "any", nth)
    again(place)
    whole(place, expected)
