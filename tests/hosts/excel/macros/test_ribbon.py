"""The ribbon's macros, run as committed: what can be clicked, what a click does, dialogs."""

from collections.abc import Iterable

import pytest
from pyopenvba.interpreter import NULL, VBAInt
from tests.tools.vba_excel import ENGLISH, Chart
from tests.tools.vba_lab import source
from tests.tools.vba_ribbon import PYTHON, Control, Screen, paths

from relance.hosts.excel.build.ribbon_xml import ribbon_xml
from relance.hosts.verbs import VERBS

OUTSIDE, ROWS = ("Factures", "Z1"), ("Factures", "B3")
REMEDY = "Installez Relance de nouveau"


@pytest.fixture
def screen() -> Screen:
    """A workbook in front of somebody; a cell beside the table is selected."""
    return Screen()


# --- Which buttons can be clicked ---


@pytest.mark.parametrize(
    ("address", "enabled"),
    [
        ("B3", True),
        ("Z1", False),
        ("A1:P1", False),  # headings
        ("A1:Z100", True),
        ("A:XFD", True),  # the whole sheet
        ("3:3", True),
        ("Z1,Z5,B3", True),  # with Ctrl, our row last
        ("Z1,Z5", False),
    ],
)
def test_rows_must_be_selected_for_some_buttons(
    screen: Screen, address: str, enabled: bool
) -> None:
    screen.shown(("Factures", address))
    assert screen.is_enabled("rows") is enabled
    assert screen.is_enabled("book")
    assert screen.is_enabled("nothing")


def test_excel_is_told_when_a_state_changes_and_only_then(screen: Screen) -> None:
    before = screen.ribbon.invalidated
    for selected in (("Factures", "B3"), ("Factures", "B4"), ("Factures", "C9"), OUTSIDE, OUTSIDE):
        screen.shown(selected)
    assert screen.ribbon.invalidated - before == 2


def test_another_sheet_in_front_is_another_selection(screen: Screen) -> None:
    screen.shown(ROWS)
    screen.lab.sheet("Parametres").sheet.vba_get("Activate")
    assert not screen.is_enabled("rows")
    screen.lab.sheet("Factures").sheet.vba_get("Activate")  # its rows are still selected
    assert screen.is_enabled("rows")


def test_the_workbook_that_comes_back_to_the_front_is_looked_at(screen: Screen) -> None:
    screen.shown(ROWS)
    screen.program.chart = Chart()  # nothing tells of it
    screen.lab.activate()
    assert not screen.is_enabled("rows")


def test_a_chart_is_found_at_the_next_click(screen: Screen) -> None:
    screen.shown(ROWS)
    screen.program.chart = Chart()
    assert screen.is_enabled("rows")
    assert screen.click() == []  # Python says what to select
    assert not screen.is_enabled("rows")


@pytest.mark.parametrize("needs", ["rows", "book"])
def test_nothing_is_written_from_a_read_only_workbook(screen: Screen, needs: str) -> None:
    screen.shown(ROWS)
    screen.book.is_read_only = True
    assert not screen.is_enabled(needs)
    assert screen.is_enabled("nothing")


def test_a_ribbon_that_was_lost_leaves_its_buttons_to_python() -> None:
    screen = Screen(loaded=False)
    for selected in (OUTSIDE, ROWS, OUTSIDE, ("Parametres", "A1")):
        screen.shown(selected)
        assert screen.is_enabled("rows")
    screen.lab.activate()
    assert screen.click() == []
    assert screen.machine.ran


def test_rows_selected_before_the_ribbon_is_there_are_seen() -> None:
    screen = Screen(loaded=False)
    screen.shown(ROWS)
    screen.run("Charger", screen.ribbon)
    assert screen.is_enabled("rows")
    screen.shown(OUTSIDE)
    assert not screen.is_enabled("rows")


# --- Words ---


@pytest.mark.parametrize(("language", "words"), [(None, "a|c|e"), (ENGLISH, "b|d|f")])
def test_words_follow_the_language_of_the_menus(
    screen: Screen, language: int | None, words: str
) -> None:
    if language:
        screen.program.languages.menus = language
    assert screen.run("Mots", Control("x", "rows|a|b|c|d|e|f")) == words


# --- A click ---


def test_a_click_hands_its_verb_to_python(screen: Screen) -> None:
    assert screen.click("letter") == []
    assert screen.machine.ran == ["import relance.hosts.excel.ribbon as r; r.dispatch('letter')"]


def test_escape_is_for_python_meanwhile_and_for_excel_afterwards(screen: Screen) -> None:
    screen.click()
    assert screen.program.cancel_keys == [0, 1]  # xlDisabled, xlInterrupt


def test_buttons_are_looked_at_after_a_click(screen: Screen) -> None:
    before = screen.ribbon.invalidated
    screen.click()
    assert screen.ribbon.invalidated == before + 1


def refused(screen: Screen) -> str:
    """Click; return the one box that says why nothing was done."""
    (text,) = screen.click()
    assert screen.program.cancel_key == 1
    return text


def test_a_cell_that_is_being_edited_comes_first(screen: Screen) -> None:
    screen.program.is_ready = False
    assert refused(screen).startswith("Terminez d'abord la saisie")
    assert screen.machine.ran == []


def test_a_workbook_is_saved_before_anything(screen: Screen) -> None:
    screen.book.path = ""
    assert refused(screen).startswith("Enregistrez d'abord ce classeur")
    assert screen.machine.ran == []


@pytest.mark.parametrize("drive", ["", "Device unavailable"])
def test_an_interpreter_that_is_not_there_is_named_with_the_remedy(
    screen: Screen, drive: str
) -> None:
    screen.machine.files, screen.machine.drive_fault = [], drive
    text = refused(screen)
    assert text.startswith(f"Python est introuvable :\n{PYTHON}\n")
    assert REMEDY in text
    assert screen.machine.ran == []


@pytest.mark.parametrize("interpreter", ["", "pythonw"])
def test_an_interpreter_on_the_path_is_left_to_windows(screen: Screen, interpreter: str) -> None:
    screen.machine.interpreter, screen.machine.files = interpreter, []
    assert screen.click() == []


def test_an_interpreter_on_the_path_without_its_library_is_told_with_the_remedy(
    screen: Screen,
) -> None:
    screen.machine.interpreter = ""
    screen.machine.fault = "File not found: xlwings64-0.37.8.dll"
    text = refused(screen)
    assert text.startswith("Relance ne s'est pas ouvert.")
    assert "File not found: xlwings64-0.37.8.dll" in text
    assert REMEDY in text


def test_settings_that_cannot_be_read_are_told_too(screen: Screen) -> None:
    screen.machine.config_fault = "Subscript out of range"
    text = refused(screen)
    assert "Subscript out of range" in text
    assert REMEDY in text


def test_an_error_that_python_has_told_is_followed_by_where_to_look(screen: Screen) -> None:
    screen.machine.answer = VBAInt(-1, "Long")
    assert refused(screen).endswith("relance doctor")


# --- Dialogs ---


@pytest.mark.parametrize("answer", ["100", "", NULL])
def test_a_text_that_is_left_blank_is_not_one_that_is_given_up(
    screen: Screen, answer: object
) -> None:
    screen.lab.answer_dialogs(answer)
    assert screen.run("Saisir", "Montant ?", "Relance", "50") == answer


def test_a_text_proposes_its_default(screen: Screen) -> None:
    assert screen.run("Saisir", "Montant ?", "Relance", "50") == "50"


@pytest.mark.parametrize(
    ("answers", "place", "wrong"),
    [
        (["2"], 2, 0),
        ([" 1 "], 1, 0),
        ([NULL], 0, 0),
        (["", "0", "3", "deux", "1,5", "-1", "2"], 2, 6),
        (["9", NULL], 0, 1),
    ],
)
def test_an_option_is_asked_until_it_is_one(
    screen: Screen, answers: Iterable[object], place: int, wrong: int
) -> None:
    screen.lab.answer_dialogs(*answers)

    def shown(prompt: str, style: int, title: str) -> None:  # takes no answer from the queue
        screen.lab.dialogs.append(("MsgBox", prompt, title, style))

    screen.lab.interpreter.show_message = shown  # type: ignore[method-assign]
    assert screen.run("Choisir", "Lequel ?", "Relance", "Absent\nPromesse") == place
    boxes = [box for box in screen.lab.dialogs if box[0] == "MsgBox"]
    assert len(boxes) == wrong
    assert {box[1] for box in boxes} <= {"Tapez un nombre de la liste."}


def test_options_are_shown_with_their_numbers(screen: Screen) -> None:
    screen.lab.answer_dialogs("1")
    screen.run("Choisir", "Lequel ?", "Relance", "Absent\nPromesse")
    assert screen.lab.dialogs[-1][1:3] == ("Lequel ?\n\n1. Absent\n2. Promesse", "Relance")


def test_files_come_one_a_line(screen: Screen) -> None:
    screen.program.picked = paths("a.csv", "b.xlsx")
    assert screen.run("Fichiers", "Exports à lire") == "a.csv\nb.xlsx"
    ((pattern, title, several),) = screen.program.asked_files
    assert (title, several) == ("Exports à lire", True)
    assert pattern.count(",") % 2 == 1  # pairs of a label and a pattern


def test_no_file_is_a_blank(screen: Screen) -> None:
    assert screen.run("Fichiers", "Exports") == ""


# --- What the user sees of the macros ---


def public(module: str) -> list[str]:
    """The public procedures of a module, as declared."""
    lines = source(module).splitlines()
    return [line for line in lines if line.startswith(("Public Sub", "Public Function"))]


@pytest.mark.parametrize("module", ["RelanceHote", "RelanceCache", "RelanceAide"])
def test_helpers_are_kept_from_the_wizard_and_the_list_of_macros(module: str) -> None:
    assert "\nOption Private Module" in source(module)


def test_the_list_of_macros_is_empty() -> None:
    shown = [*public("RelanceRuban"), *public("RelanceFonctions")]
    assert [line for line in shown if line.startswith("Public Sub") and line.endswith("()")] == []


def test_public_on_the_ribbon_is_what_excel_and_python_call_by_name() -> None:
    names = {line.split("(")[0].split()[-1] for line in public("RelanceRuban")}
    called = {"Charger", "Libelle", "Bulle", "Aide", "Actif", "Cliquer"}
    assert names == called | {"SuivreSelection", "Saisir", "Choisir", "Fichiers", "Appels"}
    assert all(f"RelanceRuban.{name}" in ribbon_xml() for name in called)


def test_every_need_of_a_verb_is_one_that_the_macros_know(screen: Screen) -> None:
    screen.shown(OUTSIDE)
    states = {verb.needs: screen.is_enabled(verb.needs) for verb in VERBS}
    assert states == {"book": True, "rows": False, "nothing": True}
