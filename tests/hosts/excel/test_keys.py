"""The Escape key: what stops a verb, and what only closes a box."""

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.hosts.excel.world import SERIES, Open
from tests.tools.xlwings_engine import Excel

from relance.hosts.excel.book import ExcelBook
from relance.hosts.excel.desktop import ExcelDesktop
from relance.hosts.excel.keys import Escape

EXCEL, ELSEWHERE = 7, 8


class Keyboard:
    """Windows' keyboard, and the window in front; it keeps a press until it is asked."""

    def __init__(self) -> None:
        self.is_down = self.was_pressed = False
        self.front = EXCEL

    def hold(self) -> None:
        self.is_down = self.was_pressed = True

    def release(self) -> None:
        self.is_down = False

    def press(self) -> None:
        self.hold()
        self.release()

    def GetAsyncKeyState(self, key: int) -> int:  # noqa: N802
        assert key == 0x1B
        pressed, self.was_pressed = self.was_pressed, self.is_down  # a key that is held repeats
        return (-32768 if self.is_down else 0) | int(pressed)  # a signed short

    def GetForegroundWindow(self) -> int:  # noqa: N802
        return self.front


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    """Return the keyboard of this Windows."""
    keyboard = Keyboard()
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=keyboard), raising=False)
    return keyboard


@dataclass
class Screen:
    """An Excel, a workbook in it and the person in front of it."""

    excel: Excel
    book: ExcelBook
    desktop: ExcelDesktop


@pytest.fixture
def screen(opened: Open, path: Path, keyboard: Keyboard) -> Screen:
    """Return what a click works with."""
    excel, _ = opened(SERIES)
    escape = Escape(EXCEL)
    workbook = excel.open(path)
    return Screen(excel, ExcelBook(workbook, escape), ExcelDesktop(workbook, escape))


def test_a_press_stops_once(keyboard: Keyboard, screen: Screen) -> None:
    assert not screen.desktop.stopped()
    keyboard.press()
    assert screen.desktop.stopped()
    assert not screen.desktop.stopped()


def test_a_key_that_is_down_stops(keyboard: Keyboard, screen: Screen) -> None:
    keyboard.hold()
    assert screen.desktop.stopped()


def test_what_is_pressed_in_another_program_stops_nothing(
    keyboard: Keyboard, screen: Screen
) -> None:
    keyboard.front = ELSEWHERE
    keyboard.press()
    assert not screen.desktop.stopped()
    keyboard.front = EXCEL
    assert not screen.desktop.stopped()


def test_what_was_pressed_before_the_verb_stops_nothing(keyboard: Keyboard) -> None:
    keyboard.press()
    assert not Escape(EXCEL).pressed()


BOXES: dict[str, Callable[[Screen], object]] = {
    "a word": lambda screen: screen.book.tell("Le dossier est prêt."),
    "a question": lambda screen: screen.book.ask("Continuer ?"),
    "a text": lambda screen: screen.desktop.ask_text("Motif ?"),
    "a choice": lambda screen: screen.desktop.choose("Résultat ?", ["Absent"]),
    "files": lambda screen: screen.desktop.pick_files("Postes ouverts"),
}


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("is_held", [False, True])
def test_closing_a_box_stops_nothing_and_a_later_press_does(
    keyboard: Keyboard, screen: Screen, box: str, is_held: bool
) -> None:
    def closed(asked: str) -> None:
        if asked in ("alert", "run"):
            keyboard.hold()
            if not is_held:  # let go before or after the box is gone
                keyboard.release()

    screen.excel.fault = closed
    screen.excel.macros = {
        f"RelanceRuban.{name}": lambda *asked: None for name in ("Saisir", "Choisir", "Fichiers")
    }
    BOXES[box](screen)
    assert [screen.desktop.stopped(), screen.desktop.stopped()] == [False, False]
    keyboard.release()
    assert not screen.desktop.stopped()
    keyboard.press()
    assert screen.desktop.stopped()


def test_what_is_pressed_before_the_first_document_stops_nothing(
    keyboard: Keyboard, screen: Screen
) -> None:
    keyboard.press()
    screen.book.progress(0, 3, "Dupont SARL")
    assert not screen.desktop.stopped()
    keyboard.press()
    screen.book.progress(1, 3, "Durand SA")
    assert screen.desktop.stopped()


def test_off_windows_nothing_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(ctypes, "windll", raising=False)
    assert not Escape(EXCEL).pressed()
