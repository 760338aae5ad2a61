"""Workbooks of every version, filled and used, then upgraded: nothing is lost, nothing lacks."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.actions.older import first_release, macro_book
from tests.actions.world import (
    FIRM,
    MONDAY,
    debtor,
    desk_of,
    invoice,
    journal,
    make_book,
    relance,
    run,
)
from tests.tools import ooxml

from relance.actions.desk import open_desk
from relance.actions.fitting import append
from relance.actions.refresh import refresh
from relance.hosts.excel.build.package import parts
from relance.hosts.file.book import FileBook
from relance.workbook import schema, write

MACROS = ".xlsm"
RELEASED = sorted(
    path for path in Path(__file__).parent.iterdir() if path.suffix in (".xlsx", MACROS)
)
FIRST = ("schéma 1.xlsx", "schéma 1.xlsm")
VBA = {"xl/vbaProject.bin", "customUI/customUI14.xml", "_rels/.rels"}


@pytest.fixture(params=[*FIRST, *RELEASED], ids=lambda one: getattr(one, "name", one))
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a workbook of a version, with a late invoice, a reminder of it and a note."""
    given = Path(request.param)
    path = tmp_path / f"relances{given.suffix}"
    if given in RELEASED:
        path.write_bytes(given.read_bytes())
    elif given.suffix == MACROS:
        path.write_bytes(macro_book())
    else:
        with first_release():
            make_book(path)
    _fill(path)
    answer = run(path, tmp_path / "documents")
    assert answer.code == 0, answer
    return path


def _fill(path: Path) -> None:
    with FileBook(path) as book:
        for name, value in FIRM.items():
            book.set(name, value)
        append(book, schema.DEBTORS, [write.debtor(debtor("C1"))])
        late = (invoice(f"F-{at}", "C1", date(2026, 11, 19), "1200.00") for at in range(1, 4))
        append(book, schema.INVOICES, [write.receivable(one) for one in late])
        refresh(open_desk(book), MONDAY, stamp=True)
        book.set("Reprise", None)
        book.save()


def values(path: Path) -> Iterator[tuple[str, str, Any]]:
    """Give every cell that holds something: sheet, cell, formula or value."""
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            yield from (
                (sheet.title, cell.coordinate, cell.value) for cell in row if cell.value is not None
            )


def test_an_upgrade_adds_and_changes_nothing_else(book: Path, tmp_path: Path) -> None:
    before, cells = parts(book.read_bytes()), dict(_by_place(book))
    events = journal(book)
    assert len(events) > 0
    answer = relance("upgrade", book)
    assert (answer.code, answer.err) == (0, ""), answer
    after = parts(book.read_bytes())
    touched = {name for name in after if after[name] != before.get(name)}
    assert touched <= _allowed(book, before)
    assert set(before) <= set(after)
    version = ("Paramètres", _place(book, "SchemaVersion"))
    now = dict(_by_place(book))
    kept = {place: value for place, value in cells.items() if place != version}
    assert {place: now.get(place) for place in kept} == kept
    assert now[version] == schema.SCHEMA_VERSION
    assert journal(book) == events
    assert ooxml.faults(book.read_bytes(), tmp_path / f"verdict{book.suffix}") == []


def _by_place(path: Path) -> Iterator[tuple[tuple[str, str], Any]]:
    return (((sheet, cell), value) for sheet, cell, value in values(path))


def _place(path: Path, name: str) -> str:
    text = openpyxl.load_workbook(path).defined_names[name].attr_text
    return str(text).rpartition("!")[2].replace("$", "")


def _allowed(path: Path, before: Mapping[str, bytes]) -> set[str]:
    """Return the parts that may change: names, sheets with tables and their tables, macros."""
    sheets = {name for name in before if name.startswith("xl/worksheets/sheet")}
    plain = {"xl/worksheets/sheet1.xml"}  # Accueil
    tables = {name for name in before if name.startswith("xl/tables/")}
    macros = VBA if path.suffix == MACROS else set()
    return {"xl/workbook.xml"} | (sheets - plain) | tables | macros


def test_all_that_came_later_is_there(book: Path) -> None:
    assert relance("upgrade", book).code == 0
    with FileBook(book) as upgraded:
        for sheet in schema.TABLES:
            wanted = {one.heading for one in sheet.shown(book.suffix == MACROS).columns}
            assert wanted <= set(upgraded.read(sheet.table).headings)
        assert all(upgraded.has(one.name) for one in schema.PARAMETERS)
    assert "Facultatif" not in relance("doctor", book).out


def test_the_old_workbook_is_kept_and_a_second_upgrade_does_nothing(book: Path) -> None:
    before = book.read_bytes()
    answer = relance("upgrade", book)
    day = datetime.now().astimezone().date()
    (copy,) = book.parent.glob(f"relances.{day:%Y}*{book.suffix}")
    assert copy.read_bytes() == before
    assert str(copy) in answer.out
    once = book.read_bytes()
    assert relance("upgrade", book).out.startswith("Le classeur est déjà au niveau")
    assert book.read_bytes() == once
    assert len(list(book.parent.glob(f"*{book.suffix}"))) == 2


def test_the_work_goes_on(book: Path, tmp_path: Path) -> None:
    assert relance("upgrade", book).code == 0
    events = journal(book)
    assert run(book, tmp_path / "documents").code == 0
    assert journal(book) == events  # nothing is written twice
    with FileBook(book) as upgraded:
        upgraded.write("tFactures", "Objet", {2: "Sommier"})
        upgraded.save()
    described = {item.number: item.description for item in desk_of(book).receivables}
    assert described["F-1"] == "Sommier"


def test_an_upgrade_that_is_cut_short_leaves_the_old_workbook(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = book.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    answer = relance("upgrade", book)
    assert answer.code == 1
    assert "disque est plein" in answer.err
    assert book.read_bytes() == before
    monkeypatch.undo()
    assert relance("upgrade", book).code == 0
