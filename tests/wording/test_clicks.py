"""Dialogs: buttons rather than commands, and never more than a dialog can show."""

import ast
import re

from tests.tools import tree

from relance.wording.clicks import LONGEST_LINE, MOST_LINES, MOST_SIGNS, counted, dialog, said
from relance.wording.sentences import SENTENCES
from relance.wording.sentences_clicks import IN_A_SPREADSHEET

COMMANDS = "run|print|record|takeover|import|new|upgrade|templates|agenda|doctor|demo|folder"
COMMAND = re.compile(rf"--[a-z]|\brelance ({COMMANDS})\b|CLASSEUR")
# What a click never says, or says because no button can do it: another version, a new workbook.
OF_THE_COMMAND_LINE = {
    *("agenda_summary", "run_next", "only_unknown", "dispute_reason", "takeover_preview"),
    "takeover_more",
    *("new_done", "bad_argument.rate_of_law", "bad_argument.plan_insured"),
    *("nothing_to_record.delivered", "book.missing", "click_upgrade"),
    *("book.no_such_name", "book.incomplete", "missing_table", "doctor_missing", "book.newer"),
    "click_upgrade_macros",
    *("book.xlwings", "book.no_macro", "upgrade_options", "more_alarms"),
    *("bad_argument.presented_too_early", "doctor_macros_xlwings", "doctor_macros_no_xlwings"),
    *("doctor_no_com", "doctor_no_library", "doctor_macros_no_ribbon"),
    *("doctor_sheet_lost", "missing_table.rebuilt"),
    "folder_one",
    # A click asks whether a draft that was withdrawn had gone.
    *("draft_withdrawn", "nothing_to_record.withdrawn", "nothing_to_record.withdrawn_agreed"),
    *(
        "print_simple",
        "print_tracking",
        "pdf_waiting",
        "pdf_written",
        "own_template",
        "copy_of_another",
        "not_printed.too_old",
    ),
    *("not_printed.no_copy", "not_printed.edited", "not_printed.damaged"),
    # No button agrees on a settlement.
    *(
        "bad_argument.settlement",
        "bad_argument.settlement_with_extras",
        "settlement_noted",
        "note_rest",
    ),
    *("bad_argument.settlement_past", "bad_argument.settlement_far"),
    *("bad_argument.settlement_insured", "bad_argument.settlement_sum_in"),
    *("bad_argument.settlement_currency", "bad_argument.settlement_planned"),
    "bad_argument.settlement_stands",
    "bad_argument.settlement_held",
    # No button checks a folder of templates.
    "output_folder.empty_templates",
    # A click asks where a command refuses.
    *("already_noted", "already_noted.row", "bad_argument.currency_needed"),
    # A click asks in one currency.
    "bad_argument.sum_in",
}


def test_a_dialog_names_buttons_where_the_command_line_names_commands() -> None:
    spoken = {**SENTENCES, **IN_A_SPREADSHEET}
    commands = {code for code, text in spoken.items() if COMMAND.search(text)}
    assert commands == OF_THE_COMMAND_LINE


def test_what_is_worded_anew_exists() -> None:
    assert set(IN_A_SPREADSHEET) <= set(SENTENCES)


def test_every_sentence_that_a_click_says_exists() -> None:
    used: set[str] = set()
    for path in (tree.PACKAGE / "actions" / "clicks").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                used.add(node.value)
    words = {
        code.partition(".")[0]
        for code in SENTENCES
        if code.startswith(("click_", "ask_", "confirmed"))
    }
    assert words <= used | {"click_more"}  # said by `dialog`
    said_there = {one for one in used if one.startswith(("click_", "ask_", "confirmed"))}
    assert said_there <= set(SENTENCES)


def test_a_sentence_of_buttons_wins_and_the_others_are_those_of_everyone() -> None:
    facts = {"document": "a.docx", "day": "x"}
    assert "--tracking" not in said("tracking_missing", facts)
    assert said("bad_amount", {"value": "x"}).startswith("Montant illisible")


# --- dialogs


def test_details_stand_between_the_count_and_the_question() -> None:
    assert dialog(["2 clients"], ["C1", "C2"], ["Écrire ?"]) == "2 clients\n- C1\n- C2\n\nÉcrire ?"
    assert dialog([], ["C1"], mark="") == "C1"
    assert dialog(["rien"]) == "rien"


def test_a_few_long_details_are_shown_whole() -> None:
    long = "x" * (LONGEST_LINE * 3)
    assert dialog(["a"], [long]) == f"a\n- {long}"


def test_many_details_are_cut_and_counted() -> None:
    lines = dialog(["a"], ["y" * 200] * 50, ["b ?"]).splitlines()
    assert lines[-1] == "b ?"
    shown = lines[1:-3]
    assert all(len(line) == LONGEST_LINE and line.endswith("…") for line in shown)
    # 850 signs: "a", "", "b ?" and their ends leave 844; less the last line's 110, 734 / 111 = 6.
    assert len(shown) == 6
    assert lines[-3] == "... et 44 autres lignes."


def test_no_word_is_cut() -> None:
    details = ["facture " * 30] * 50
    lines = dialog(["a"], details, ["b ?"]).splitlines()
    assert {line for line in lines if line.endswith("…")} == {"- " + "facture " * 12 + "facture…"}
    assert dialog(["mot " * 300]).endswith(" mot…")


def test_short_details_stop_at_ten() -> None:
    lines = dialog([], [str(i) for i in range(11)]).splitlines()
    assert (len(lines), lines[-1]) == (MOST_LINES + 1, "... et 1 autre ligne.")


def test_no_dialog_is_longer_than_what_is_shown() -> None:
    assert len(dialog(["z" * 2000], ["y"] * 5, ["?"])) == MOST_SIGNS


def test_a_count_agrees_in_number() -> None:
    assert counted(2, 1, 1) == "2 clients, 1 facture, 1 bloqué"
    assert counted(1, 2, 0) == "1 client, 2 factures"
