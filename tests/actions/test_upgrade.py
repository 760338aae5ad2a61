"""What an upgrade adds, what it refuses, and the copy that it keeps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from tests.actions.older import first_release
from tests.actions.world import MONDAY, debtor, invoice, relance, run

from relance.actions.fitting import version_of
from relance.actions.upgrade import add_missing, dated_copy, missing_parts
from relance.core.errors import BookError, OutputFolderError
from relance.hosts.file.book import FileBook
from relance.hosts.file.upgrade.book import GrowingBook
from relance.workbook import schema

Make = Callable[..., Path]


@pytest.fixture
def old(make: Make) -> Path:
    with first_release():
        return make([debtor("C1")], [invoice("F-1", "C1", MONDAY.replace(day=19), "1200.00")])


def added(path: Path, *, computing: bool = False) -> tuple[str, ...]:
    """Add what a workbook lacks and return what it was."""
    with GrowingBook(path) as book:
        found = add_missing(book, computing)
        book.save()
        return found


def test_what_came_later_is_added_once(old: Path) -> None:
    found = added(old)
    label = "Paramètres.Expéditeur mandaté : ville"  # as the sheet has it
    assert {"Factures.Objet", "Clients.Caution", label} <= set(found)
    with FileBook(old) as book:
        assert version_of(book) == schema.SCHEMA_VERSION
        assert book.read("tFactures").headings[-1] == "Objet"
        assert book.get("ReservePropriete") == "non"
    assert added(old) == ()


def test_columns_that_feed_formulas_are_for_workbooks_that_compute(old: Path) -> None:
    feeds = {f"Factures.{one.heading}" for one in schema.INVOICES.columns if one.feeds}
    copy = old.with_name("calcule.xlsx")
    copy.write_bytes(old.read_bytes())
    assert not feeds & set(added(old))
    assert feeds <= set(added(copy, computing=True))


def test_what_a_user_took_out_of_a_workbook_of_today_comes_back(make: Make) -> None:
    with first_release():
        path = make()
    with FileBook(path) as book:
        book.set("SchemaVersion", schema.SCHEMA_VERSION)
        book.save()
    answer = relance("upgrade", path)
    assert "Factures.Objet" in answer.out
    assert relance("upgrade", path).out.startswith("Le classeur est déjà")


def test_a_sheet_of_a_later_version_is_added_and_an_old_one_is_missed(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make()
    new = replace(schema.DISPUTES, name="Neuf", table="tNeuf")
    monkeypatch.setattr(schema, "TABLES", (*schema.TABLES, new))
    with FileBook(path) as book:
        assert missing_parts(book) == ("Neuf (table tNeuf)",)
    monkeypatch.setattr(schema, "TABLES", (*schema.TABLES[:-1], replace(new, since=2)))
    with FileBook(path) as book:
        assert missing_parts(book) == ()
    assert added(path) == ("Neuf",)
    with FileBook(path) as book:
        assert book.read("tNeuf").headings == tuple(one.heading for one in new.columns)


def test_a_column_that_was_always_there_is_missed_and_not_made_again(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make()
    more = replace(
        schema.DISPUTES, columns=(*schema.DISPUTES.columns, schema.Column("x", "Motif 2"))
    )
    tables = [more if one is schema.DISPUTES else one for one in schema.TABLES]
    monkeypatch.setattr(schema, "TABLES", tuple(tables))
    with FileBook(path) as book:
        assert missing_parts(book) == ("Litiges.Motif 2",)
    before = path.read_bytes()
    answer = relance("upgrade", path)
    assert (answer.code, path.read_bytes()) == (1, before)
    assert "Litiges.Motif 2" in answer.err
    assert list(path.parent.glob("*.xlsx")) == [path]


LOST = ("Agenda", "Scénario", "Taux")


@pytest.mark.parametrize("lost", [*((name,) for name in LOST), LOST])
def test_a_sheet_of_ours_that_was_deleted_comes_back_with_what_it_holds(
    make: Make, lost: tuple[str, ...]
) -> None:
    path = make([debtor("C1")], [invoice("F-1", "C1", MONDAY.replace(day=19), "1200.00")])
    before = {name: rows(path, name) for name in ("Scénario", "Taux")}
    book = openpyxl.load_workbook(path)
    for name in lost:
        del book[name]
    book.save(path)
    shown = relance("doctor", path)
    assert shown.code == (1 if "Agenda" in lost else 0)
    assert "relance upgrade" in shown.out
    answer = relance("upgrade", path)
    assert answer.code == 0, answer
    assert f"Ajouté : {', '.join(lost)}." in answer.out
    assert {name: rows(path, name) for name in before} == before
    assert run(path, path.parent / "documents").code == 0
    assert len(rows(path, "Agenda")) == 1
    assert "✗" not in relance("doctor", path).out


def test_a_verb_that_misses_one_says_what_brings_it_back(make: Make) -> None:
    path = make([debtor("C1")], [invoice("F-1", "C1", MONDAY.replace(day=19), "1200.00")])
    book = openpyxl.load_workbook(path)
    del book["Agenda"]
    book.save(path)
    assert f"relance upgrade {path}" in run(path, path.parent / "documents").err


def rows(path: Path, name: str) -> list[dict[str, object]]:
    table = next(sheet.table for sheet in schema.TABLES if sheet.name == name)
    with FileBook(path) as book:
        return [
            {heading: cell for heading, cell in row.cells.items() if cell is not None}
            for row in book.read(table).rows
        ]


def test_a_column_of_the_user_s_keeps_its_place_and_ours_comes_after_it(old: Path) -> None:
    with GrowingBook(old) as book:
        book.add_columns(schema.INVOICES, [schema.Column("note", "Ma colonne")], {})
        book.save()
    added(old)
    with FileBook(old) as book:
        assert book.read("tFactures").headings[-2:] == ("Ma colonne", "Objet")


def test_an_obstacle_is_told_and_no_copy_is_made(old: Path) -> None:
    book = openpyxl.load_workbook(old)
    sheet = book["Clients"]
    place = sheet.cell(1, sheet.max_column + 1)
    place.value = "à moi"
    book.save(old)
    before = old.read_bytes()
    answer = relance("upgrade", old)
    assert (answer.code, answer.out, old.read_bytes()) == (1, "", before)
    assert f"Clients!{place.coordinate}" in answer.err
    assert list(old.parent.glob("*.xlsx")) == [old]


def test_a_workbook_without_its_version_says_how_to_mend_it(make: Make) -> None:
    parameters = tuple(one for one in schema.PARAMETERS if one.name != "SchemaVersion")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("relance.workbook.build_parameters.PARAMETERS", parameters)
        path = make()
    with pytest.raises(BookError) as refused, GrowingBook(path) as book:
        add_missing(book, computing=False)
    assert refused.value.facts["reason"] == "no_such_name"


def test_copies_of_a_day_are_numbered(tmp_path: Path) -> None:
    path = tmp_path / "relances.xlsx"
    path.write_bytes(b"x")
    names = [dated_copy(path, date(2026, 11, 28)).name for _ in range(3)]
    assert names == [f"relances.2026-11-28{one}.xlsx" for one in ("", "-2", "-3")]


def test_a_copy_that_can_t_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputFolderError):
        dated_copy(tmp_path / "absent.xlsx", date(2026, 11, 28))
