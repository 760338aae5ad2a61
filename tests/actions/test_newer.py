"""A workbook that a newer release made: no verb writes to what it may not understand."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.actions.clicks.person import click
from tests.actions.world import MONDAY, debtor, invoice, relance

from relance.hosts.file.book import FileBook
from relance.hosts.verbs import VERBS
from relance.workbook import schema

Make = Callable[..., Path]
DAY = ("--as-of", str(MONDAY))
ON = ("--day", str(MONDAY))
COMMANDS: dict[str, Sequence[str]] = {
    "import": ("import", "BOOK", "EXPORT", *DAY),
    "takeover": ("takeover", "BOOK", "--by-age", *DAY),
    "agenda": ("agenda", "BOOK", *DAY),
    "run": ("run", "BOOK", "--out", "OUT", *DAY),
    "pdf": ("pdf", "BOOK"),
    "payment": ("record", "BOOK", "payment", "C1", "--amount", "10", *ON),
    "hold": ("record", "BOOK", "hold", "C1", "--reason", "vu", *ON),
    "doctor": ("doctor", "BOOK"),
    "upgrade": ("upgrade", "BOOK"),
}
LOOK_NOWHERE = {"guide", "import"}  # `import` picks its files first: see below


@pytest.fixture
def newer(make: Make) -> Path:
    late = invoice("F-1", "C1", MONDAY.replace(day=10), "1200.00")
    path = make([debtor("C1")], [late])
    with FileBook(path) as book:
        book.set("SchemaVersion", schema.SCHEMA_VERSION + 1)
        book.save()
    return path


def export(folder: Path) -> Path:
    path = folder / "postes.csv"
    path.write_text(
        "Code client;Nom;N° facture;Échéance;Solde dû\nC1;A;F-2;01/11/2026;5\n", "utf-8"
    )
    return path


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_refuses_it_and_leaves_it_alone(
    newer: Path, out: Path, tmp_path: Path, name: str
) -> None:
    places = {"BOOK": newer, "OUT": out, "EXPORT": export(tmp_path)}
    before = newer.read_bytes()
    answer = relance(*(places.get(word, word) for word in COMMANDS[name]))
    assert answer.code == 1
    assert "version plus récente de Relance" in answer.out + answer.err
    assert newer.read_bytes() == before
    assert not out.exists()


@pytest.mark.parametrize("name", sorted(verb.id for verb in VERBS if verb.id not in LOOK_NOWHERE))
def test_every_button_refuses_it_and_leaves_it_alone(newer: Path, name: str) -> None:
    before = newer.read_bytes()
    person = click(newer, name, rows=[("tClients", 2)])
    assert "version plus récente de Relance" in person.last
    assert (person.asked, person.writes) == ([], 0)
    assert newer.read_bytes() == before


def test_an_import_refuses_it_before_anything_is_read_into_it(newer: Path, tmp_path: Path) -> None:
    before = newer.read_bytes()
    person = click(newer, "import", (str(export(tmp_path)),))
    assert "version plus récente de Relance" in person.last
    assert newer.read_bytes() == before


def test_the_check_marks_it_as_a_fault(newer: Path) -> None:
    assert click(newer, "check").last.startswith("✗ ")
