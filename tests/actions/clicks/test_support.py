"""Help: what works, the version of the workbook, the guide."""

from pathlib import Path

import pytest
from tests.actions.clicks.person import click

from relance.hosts.file.book import FileBook
from relance.workbook import schema


def test_the_installation_is_looked_over(book: Path) -> None:
    lines = click(book, "doctor").last.splitlines()
    assert lines[0].startswith("! Taux connus jusqu'au 30/06/2026 seulement")  # faults first
    assert any(line.startswith("✓ Python 3.") for line in lines)
    assert any(line.startswith("✓ xlwings 0.37.8") for line in lines)


def test_a_workbook_of_this_version_needs_no_upgrade(book: Path) -> None:
    person = click(book, "upgrade")
    assert person.last == "Le classeur est déjà au niveau de cette version de Relance."


def test_an_older_one_says_how(book: Path) -> None:
    with FileBook(book) as opened:
        opened.set("SchemaVersion", schema.SCHEMA_VERSION - 1)
        opened.save()
    person = click(book, "upgrade")
    assert person.last.endswith(f'relance upgrade "{book}"')
    assert person.writes == 0


def test_one_of_a_newer_version_is_refused(book: Path) -> None:
    with FileBook(book) as opened:
        opened.set("SchemaVersion", schema.SCHEMA_VERSION + 1)
        opened.save()
    assert "version plus récente" in click(book, "upgrade").last


@pytest.mark.parametrize("guide", ["", "ici/guide"])
def test_the_guide_is_opened_where_it_is(book: Path, guide: str) -> None:
    person = click(book, "guide", guide=guide)
    assert person.opened == ([guide] if guide else [])
    assert ("docs/guide" in "".join(person.told)) is not bool(guide)
