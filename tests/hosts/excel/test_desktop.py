"""The person in front of Excel: our dialogs, sheets, folders."""

import sys
from pathlib import Path
from typing import Any

import pytest
from tests.hosts.excel.world import SERIES, Open
from tests.tools.xlwings_engine import Excel

from relance.core.errors import BookError, OutputFolderError
from relance.hosts.excel.desktop import ExcelDesktop
from relance.hosts.excel.keys import Escape

Opener = list[str]


@pytest.fixture
def excel(opened: Open) -> Excel:
    """Return an Excel with a workbook."""
    return opened(SERIES)[0]


@pytest.fixture
def shown() -> Opener:
    """Return the list of what was opened."""
    return []


@pytest.fixture
def desktop(excel: Excel, path: Path, shown: Opener) -> ExcelDesktop:
    """Return the desktop of the workbook."""
    return ExcelDesktop(excel.open(path), Escape(None), shown.append)


@pytest.mark.parametrize(
    ("answer", "text"), [("12,50", "12,50"), ("", ""), (None, None), (False, None)]
)
def test_a_text_is_asked_and_a_cancelled_box_is_not_a_blank_one(
    excel: Excel, desktop: ExcelDesktop, answer: object, text: str | None
) -> None:
    excel.macros["RelanceRuban.Saisir"] = lambda *asked: answer
    assert desktop.ask_text("Montant promis ?", "100") == text
    assert excel.ran == [
        ("'classeur.xlsx'!RelanceRuban.Saisir", ("Montant promis ?", "Relance", "100"))
    ]


@pytest.mark.parametrize(
    ("answer", "place"), [(1, 0), (2.0, 1), (0, None), (3, None), (None, None), (False, None)]
)
def test_a_choice_is_counted_from_nought(
    excel: Excel, desktop: ExcelDesktop, answer: object, place: int | None
) -> None:
    excel.macros["RelanceRuban.Choisir"] = lambda *asked: answer
    assert desktop.choose("Résultat ?", ["Absent", "Promesse"]) == place
    assert excel.ran[0][1] == ("Résultat ?", "Relance", "Absent\nPromesse")


@pytest.mark.parametrize(
    ("answer", "paths"),
    [("C:\\a b.csv\nD:\\c.xlsx", ("C:\\a b.csv", "D:\\c.xlsx")), ("", ()), (None, ())],
)
def test_files_are_picked(
    excel: Excel, desktop: ExcelDesktop, answer: object, paths: tuple[str, ...]
) -> None:
    excel.macros["RelanceRuban.Fichiers"] = lambda title: answer
    assert desktop.pick_files("Postes ouverts") == paths


@pytest.mark.parametrize(("answer", "counted"), [("132\n12", (132, 12)), (None, None)])
def test_the_macros_tell_how_often_they_called_python(
    excel: Excel, desktop: ExcelDesktop, answer: object, counted: tuple[int, int] | None
) -> None:
    excel.macros["RelanceRuban.Appels"] = lambda: answer
    assert desktop.calls() == counted


def test_macros_that_do_not_count_are_not_a_fault(desktop: ExcelDesktop) -> None:
    assert desktop.calls() is None


def test_an_apostrophe_in_the_name_of_the_workbook_is_doubled(excel: Excel, path: Path) -> None:
    odd = path.rename(path.with_name("L'atelier.xlsx"))
    excel.macros["RelanceRuban.Saisir"] = lambda *asked: "oui"
    assert ExcelDesktop(excel.open(odd), Escape(None)).ask_text("Motif ?") == "oui"
    assert excel.ran[0][0] == "'L''atelier.xlsx'!RelanceRuban.Saisir"


def test_a_workbook_without_our_macros_is_told(desktop: ExcelDesktop) -> None:
    with pytest.raises(BookError) as refused:
        desktop.ask_text("Montant ?")
    assert refused.value.facts["reason"] == "no_macro"
    assert refused.value.facts["detail"] == "RelanceRuban.Saisir"


def test_a_sheet_is_shown_and_one_that_is_gone_is_not(excel: Excel, desktop: ExcelDesktop) -> None:
    for sheet in ("Journal", "Agenda"):
        desktop.show(sheet)
        assert excel.opened[-1].sheets.active.name == "Journal"


def test_a_folder_and_a_document_are_opened(
    desktop: ExcelDesktop, shown: Opener, tmp_path: Path
) -> None:
    letter = tmp_path / "lettre.DOCX"
    letter.write_bytes(b"")
    desktop.open_path(str(tmp_path))
    desktop.open_path(str(letter))
    assert shown == [str(tmp_path), str(letter)]


def test_a_file_that_could_run_is_shown_in_its_folder(
    desktop: ExcelDesktop, shown: Opener, tmp_path: Path
) -> None:
    for name in ("a.bat", "b.exe", "c.lnk", "d"):
        (tmp_path / name).write_bytes(b"")
        desktop.open_path(str(tmp_path / name))
    assert shown == [str(tmp_path)] * 4


def test_a_folder_that_is_not_there_is_told(desktop: ExcelDesktop, tmp_path: Path) -> None:
    with pytest.raises(OutputFolderError) as refused:
        desktop.open_path(str(tmp_path / "absent"))
    assert refused.value.facts["reason"] == "missing"


def test_a_folder_that_the_system_does_not_open_is_told(
    excel: Excel, path: Path, tmp_path: Path
) -> None:
    def refuse(target: str) -> None:
        raise OSError(1155, "no program")

    with pytest.raises(OutputFolderError) as refused:
        ExcelDesktop(excel.open(path), Escape(None), refuse).open_path(str(tmp_path))
    assert refused.value.facts["reason"] == "not_shown"


@pytest.mark.parametrize(("platform", "command"), [("linux", "xdg-open"), ("darwin", "open")])
def test_elsewhere_the_desktops_own_command_opens_without_a_shell(
    excel: Excel, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    platform: str, command: str,
) -> None:  # fmt: skip
    ran: list[tuple[Any, Any]] = []
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr("subprocess.run", lambda *a, **k: ran.append((a, k)))
    ExcelDesktop(excel.open(path), Escape(None)).open_path(str(tmp_path))
    assert ran == [(([command, str(tmp_path)],), {"check": False})]


def test_windows_opens_by_itself(
    excel: Excel, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("os.startfile", started.append, raising=False)
    ExcelDesktop(excel.open(path), Escape(None)).open_path(str(tmp_path))
    assert started == [str(tmp_path)]
