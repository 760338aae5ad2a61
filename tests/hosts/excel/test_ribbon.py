"""The ribbon's door: the calling workbook, what Excel may refuse, and how it is said."""

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
import xlwings
from tests.actions.clicks.person import Person, Sheet
from tests.actions.world import MONDAY, desk_of

from relance.hosts.excel.ribbon import dispatch


class Excel:
    """A workbook as xlwings gives it, and what its boxes have shown."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.path = path
        self.boxes: list[str] = []
        self.api = SimpleNamespace(ReadOnly=False)
        self.app = SimpleNamespace(alert=lambda text, title: self.boxes.append(text))


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.fixture
def excel(book: Path, person: Person, monkeypatch: pytest.MonkeyPatch) -> Excel:
    """Return the calling workbook; its book is the file, its desktop answers from a script."""
    calling = Excel(book)
    monkeypatch.setattr(xlwings.Book, "caller", lambda: calling)
    fakes: dict[str, dict[str, Any]] = {
        "book": {"ExcelBook": lambda found: Sheet(found.path, person)},
        "desktop": {"ExcelDesktop": lambda found: person},
    }
    for name, content in fakes.items():
        module = ModuleType(f"relance.hosts.excel.{name}")
        module.__dict__.update(content)
        monkeypatch.setitem(sys.modules, module.__name__, module)
    return calling


def test_a_button_carries_out_its_verb(excel: Excel, person: Person) -> None:
    person.answers = ["23/11/2026"]
    dispatch("stamp")
    assert person.last.startswith("Situation arrêtée au 23/11/2026")
    assert desk_of(excel.path).book.get("AsOf") == MONDAY
    assert excel.boxes == []


def test_a_workbook_that_is_read_only_is_told_before_any_question(
    excel: Excel, person: Person
) -> None:
    excel.api.ReadOnly = True
    dispatch("stamp")
    assert excel.boxes[0].startswith("Le classeur relances.xlsx est ouvert en lecture seule")
    assert person.asked == []
    dispatch("doctor")  # writes nothing
    assert person.last.startswith("✓ Python")


def test_another_xlwings_than_the_macros_expect_is_told(
    excel: Excel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlwings, "__version__", "0.30.0")
    dispatch("stamp")
    assert "attendent xlwings 0.37.8, et xlwings 0.30.0 est installé" in excel.boxes[0]


def test_what_no_box_can_say_goes_to_the_macros(excel: Excel) -> None:
    def busy(text: str, title: str) -> None:
        raise OSError(text, title)

    excel.api.ReadOnly = True
    excel.app.alert = busy
    with pytest.raises(RuntimeError, match="lecture seule"):
        dispatch("stamp")


def test_without_a_calling_workbook_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> None:
        raise OSError

    monkeypatch.setattr(xlwings.Book, "caller", nobody)
    with pytest.raises(RuntimeError, match="ne trouve pas le classeur"):
        dispatch("stamp")


def test_the_status_bar_is_given_back_whatever_happens(
    excel: Excel, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[Sheet] = []
    real = Sheet.close

    def close(sheet: Sheet) -> None:
        closed.append(sheet)
        real(sheet)
        raise OSError("Excel is gone")

    monkeypatch.setattr(Sheet, "close", close)
    person.answers = ["23/11/2026"]
    dispatch("stamp")
    assert len(closed) == 1
