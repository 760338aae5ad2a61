"""Help: what works, the version of the workbook, the guide."""

from pathlib import Path

import pytest
from tests.actions.clicks.person import Person, click

from relance.actions.clicks import support
from relance.actions.create import copy_template
from relance.hosts.file.book import FileBook
from relance.workbook import schema


def test_the_installation_is_looked_over(book: Path) -> None:
    lines = click(book, "doctor").last.splitlines()
    assert lines[0].startswith("! Taux connus jusqu'au 30/06/2026 seulement")  # faults first
    assert any(line.startswith("✓ Python 3.") for line in lines)
    assert any(line.startswith("✓ xlwings 0.37.8") for line in lines)


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        (None, ""),
        ((0, 0), "0 appel de Python depuis l'ouverture, 0 au dernier calcul."),
        ((132, 12), "132 appels de Python depuis l'ouverture, 12 au dernier calcul."),
    ],
)
def test_it_tells_how_often_the_cells_called_python(
    book: Path, counted: tuple[int, int] | None, said: str
) -> None:
    told = click(book, "doctor", person=Person(counted=counted)).last
    assert ("✓ Fonctions dans les cellules : " + said in told) is bool(said)
    assert ("dans les cellules" in told) is bool(said)


def test_the_workbook_is_looked_over_too(book: Path) -> None:
    assert "✓ Journal cohérent" in click(book, "doctor").last
    with FileBook(book) as opened:
        opened.set("CreancierNom", None)
        opened.save()
    person = click(book, "doctor")
    assert person.last.startswith("✗ Rien n'est écrit")
    assert person.writes == 0


def test_a_workbook_of_this_version_needs_no_upgrade(book: Path) -> None:
    person = click(book, "upgrade")
    assert person.last.endswith("le classeur est au niveau de cette version de Relance.")


def test_one_with_macros_is_also_told_how_these_are_renewed(tmp_path: Path) -> None:
    """They can't be looked at while Excel has the workbook open."""
    path = tmp_path / "relances.xlsm"
    copy_template(path)
    told = click(path, "upgrade").last
    assert "le classeur est au niveau" in told
    assert told.endswith(f'relance upgrade "{path}"')


def test_one_that_lacks_only_what_is_optional_is_told_so(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command would add it, so the button must not say that nothing is to do."""
    monkeypatch.setattr(support, "missing_options", lambda _: ["Paramètres.Pays"])
    assert click(book, "upgrade").last.endswith(f'relance upgrade "{book}"')


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
