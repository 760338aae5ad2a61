"""The boxes of the office itself, answered on a keyboard: all other tests answer in their place."""

import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.actions.world import debtor, invoice, make_book
from tests.tools import office
from tests.tools.office import Office
from tests.tools.screen import Screen, screen

from relance.hosts.file.book import FileBook
from relance.workbook import schema

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the screen is one of X")
TITLE = "Relance"
STAMPED = date(2026, 11, 20)
YES = ("Left", "Return")  # No is chosen at first


@pytest.fixture
def shown() -> Iterator[Screen]:
    """Return a screen."""
    with screen() as one:
        yield one


@pytest.fixture
def seen(place: Path, profile: Path, shown: Screen) -> Iterator[Office]:
    """Return an office on that screen, whose boxes wait for a person.

    One for each test, killed at its end: a box that nobody closes would hold up all that follow.
    """
    own = place / "seen-profile"
    shutil.copytree(profile, own)
    office.give_away(place)
    running = Office(
        place / "seen", own, RELANCE_DIALOGS="", DISPLAY=shown.name, SAL_USE_VCLPLUGIN="gen"
    )
    yield running
    running.kill()


@pytest.fixture
def book(place: Path) -> Path:
    """Return a workbook with one invoice, whose figures stop at a day of the past."""
    item = invoice("F-1", "C1", date(2026, 10, 30), "1200.55")
    path = make_book(place / "relances.xlsx", [debtor("C1")], [item], AsOf=STAMPED)
    office.give_away(place)
    return path


def notes(path: Path) -> list[str]:
    rows = FileBook(path).read(schema.JOURNAL.table).rows
    return [str(row.cells[schema.JOURNAL.heading("note")]) for row in rows]


def start(seen: Office, book: Path, verb: str) -> None:
    seen.open(str(book))
    seen.select("Factures", "A2:B2")
    seen.click_aside(verb)


def answer(shown: Screen, *keys: str, text: str = "") -> None:
    """Answer the next box: a text, then keys."""
    shown.answer(shown.box(TITLE), *keys, text=text)


def test_a_call_is_chosen_told_and_summed_up(seen: Office, shown: Screen, book: Path) -> None:
    start(seen, book, "call")
    answer(shown, "Home", "Down", "Return")
    answer(shown, "Return", text="rappelle lundi")
    answer(shown, "Return")
    seen.end_click()
    seen.close()
    # The second option of the list, and the note.
    assert notes(book) == ["facture non reçue. rappelle lundi"]


@pytest.mark.parametrize("answered", [0, 1])
def test_escape_gives_up_at_any_box(seen: Office, shown: Screen, book: Path, answered: int) -> None:
    before = book.read_bytes()
    start(seen, book, "promise")
    for _ in range(answered):
        answer(shown, "Return", text="100")
    answer(shown, "Escape")
    seen.end_click()
    seen.close()
    assert book.read_bytes() == before


@pytest.mark.parametrize(("keys", "moves"), [(YES, True), (("Return",), False)])
def test_yes_must_be_chosen(
    seen: Office, shown: Screen, book: Path, keys: tuple[str, ...], moves: bool
) -> None:
    start(seen, book, "agenda")
    answer(shown, *keys)
    seen.end_click()
    seen.close()
    assert (FileBook(book).get("AsOf") != STAMPED) is moves


def test_a_file_is_picked_and_not_imported_before_yes(
    seen: Office, shown: Screen, book: Path
) -> None:
    export = book.with_name("export.csv")
    export.write_text(
        "N° pièce;Code client;Échéance;Montant TTC\nF-9;C1;01/11/2026;5,00\n", "utf-8"
    )
    office.give_away(book.parent)
    before = book.read_bytes()
    start(seen, book, "import")
    picker = shown.box("Exports de postes ouverts à importer")
    shown.answer(picker, "Return", text=str(export))
    answer(shown, "Escape")
    seen.end_click()
    seen.close()
    assert book.read_bytes() == before
