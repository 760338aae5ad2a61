"""The shapes of the JSON answers and the exit codes, as the contract has them."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.actions.world import MONDAY, agenda, debtor, invoice, make_book, relance, run

AMOUNT = re.compile(r"-?\d+\.\d\d")
DEBTOR = [
    "book", "debtor", "name", "phase", "step", "proposed_step", "channel", "items", "open",
    "claim", "interest", "fee", "total", "next_date", "why", "blocked_by",
]  # fmt: skip
ITEM = [
    "number", "kind", "due", "open", "currency", "days_overdue", "demanded", "interest", "fee",
]  # fmt: skip


def test_interest_is_the_hand_computation() -> None:
    # 1 000.00 due 30/09/2026, until 23/11: 54 days at ECB 2.40 + 10 = 12.40 %:
    # 1 000 x 54 x 0.124 / 365 = 18.345 -> 18.35 (18.3452).
    answer = relance("interest", "1 000,00", "30/09/2026", "--until", "2026-11-23", "--json")
    found = answer.json
    (segment,) = found.pop("segments")
    assert found == {
        "amount": "1000.00",
        "due": "2026-09-30",
        "until": "2026-11-23",
        "days": 54,
        "interest": "18.35",
        "fee": "40.00",
        "total": "1058.35",
        "regime": "FR-B2B",
    }
    source = segment.pop("source")
    assert segment == {
        "from": "2026-10-01",
        "to": "2026-11-23",
        "days": 54,
        "rate": "0.124",
        "interest": "18.35",
    }
    assert source


def test_interest_of_an_invoice_that_is_not_late_is_nothing() -> None:
    found = relance("interest", "100", "2026-11-23", "--until", "2026-11-23", "--json").json
    assert (found["days"], found["segments"], found["total"]) == (0, [], "100.00")


def test_interest_of_a_consumer_needs_a_notice() -> None:
    words = ("interest", "100", "2026-01-23", "--until", "2026-06-30", "--regime", "FR-B2C")
    found = relance(*words, "--json").json
    assert (found["interest"], found["fee"], found["days"]) == ("0.00", "0.00", 158)


def test_interest_at_the_contract_s_rate() -> None:
    # 1 000 x 100 days x 15 % / 365 = 41.0959 -> 41.10; 1 January to 10 April are 100 days.
    found = relance(
        "interest", "1000", "2025-12-31", "--until", "2026-04-10", "--rate", "15 %", "--json"
    ).json
    assert (found["days"], found["interest"]) == (100, "41.10")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--regime", "XX"), "unknown_regime"),
        (("--regime", ""), "unknown_regime"),
        (("--rate", "beaucoup"), "bad_argument"),
        (("--rate", "250 %"), "bad_argument"),
    ],
)
def test_interest_that_can_t_be_computed_says_why(words: tuple[str, ...], code: str) -> None:
    answer = relance("interest", "100", "2026-01-01", "--until", "2026-06-30", *words, "--json")
    assert (answer.code, answer.error[0]) == (1, code)


def test_interest_is_readable_too() -> None:
    answer = relance("interest", "1000", "2026-09-30", "--until", "2026-11-23")
    assert answer.code == 0
    assert "54 jours de retard" in answer.out
    assert "18,35" in answer.out


def test_the_agenda_is_the_contract_s(book: Path) -> None:
    answer = relance("agenda", book, "--as-of", MONDAY, "--json")
    assert list(answer.json) == ["as_of", "debtors", "findings", "alarms"]
    assert answer.json["as_of"] == "2026-11-23"
    (one,) = answer.json["debtors"]
    assert list(one) == DEBTOR
    # 1 200 x 4 days x 12.40 % / 365 = 1.6307 -> 1.63
    assert one | {"why": [], "items": []} == {
        "book": str(book),
        "debtor": "C1",
        "name": "Client C1",
        "phase": 1,
        "step": "mail-1",
        "proposed_step": None,
        "channel": "email",
        "items": [],
        "open": "1200.00",
        "claim": "1200.00",
        "interest": "1.63",
        "fee": "40.00",
        "total": "1241.63",
        "next_date": "2026-11-23",
        "why": [],
        "blocked_by": [],
    }
    (item,) = one["items"]
    assert list(item) == ITEM
    assert item["due"] == "2026-11-19"
    assert [list(why) for why in one["why"]] == [["code", "facts", "text"]]


def test_every_open_item_is_there_and_only_the_demand_is_summed(tmp_path: Path) -> None:
    book = make_book(
        tmp_path / "relances.xlsx",
        [debtor("C1"), debtor("C2")],
        [
            invoice("F-1", "C1", date(2026, 11, 19), "1200.00"),
            invoice("F-2", "C1", date(2026, 12, 31), "5000.00"),
            invoice("F-3", "C1", date(2026, 10, 31), "300.00", paid=300),
            invoice("A-1", "C1", None, "-200.00", "credit_note"),
            invoice("F-4", "C2", date(2026, 12, 31), "1000.00"),
        ],
    )
    found = agenda(book)
    assert [(item["number"], item["demanded"]) for item in found["C1"]["items"]] == [
        ("F-1", True),
        ("F-2", False),
        ("A-1", False),
    ]
    assert (found["C1"]["open"], found["C1"]["claim"]) == ("6000.00", "1000.00")
    assert (found["C2"]["step"], found["C2"]["channel"], found["C2"]["next_date"]) == (
        None,
        None,
        "2026-12-24",
    )


def test_all_amounts_have_two_decimals(book: Path, out: Path) -> None:
    (one,) = run(book, out, MONDAY, "--json").json["debtors"]
    amounts = [one[key] for key in ("open", "claim", "interest", "fee", "total")]
    amounts += [item[key] for item in one["items"] for key in ("open", "interest", "fee")]
    assert all(AMOUNT.fullmatch(amount) for amount in amounts)


def test_the_run_is_the_agenda_s_shape_and_what_was_written(book: Path, out: Path) -> None:
    answer = run(book, out, MONDAY, "--json")
    assert list(answer.json) == ["as_of", "debtors", "findings", "alarms", "documents", "skipped"]
    (document,) = answer.json["documents"]
    assert {key: document[key] for key in ("debtor", "kind", "channel", "items")} == {
        "debtor": "C1",
        "kind": "email",
        "channel": "email",
        "items": ["F-1"],
    }
    assert list(document) == ["debtor", "kind", "channel", "path", "sha256", "items"]
    again = run(book, out, MONDAY, "--json").json
    (skipped,) = again["skipped"]
    assert list(skipped) == ["debtor", "why"]
    assert skipped["why"][0]["code"] == "already_written"


def test_a_dry_run_writes_nothing(book: Path, out: Path) -> None:
    before = book.read_bytes()
    answer = run(book, out, MONDAY, "--dry-run", "--json")
    assert len(answer.json["documents"]) == 1
    assert not out.exists()
    assert book.read_bytes() == before
    assert "essai" in run(book, out, MONDAY, "--dry-run").out


def test_only_some_kinds_and_some_debtors(book: Path, out: Path) -> None:
    answer = run(book, out, MONDAY, "--only", "letter, call_sheet", "--json")
    assert answer.json["documents"] == []
    assert answer.json["skipped"][0]["why"][0]["code"] == "not_selected"
    assert run(book, out, MONDAY, "--only", "carte").code == 2
    assert run(book, out, MONDAY, "--debtor", "C9", "--json").error[0] == "unknown_debtor"
    answer = run(book, out, MONDAY, "--debtor", "C1", "--json")
    assert len(answer.json["documents"]) == 1


def test_several_workbooks_are_one_queue(book: Path, tmp_path: Path) -> None:
    other = make_book(
        tmp_path / "autre.xlsx", [debtor("D1")], [invoice("G-1", "D1", date(2026, 11, 18), "90")]
    )
    answer = relance("agenda", book, other, "--as-of", MONDAY, "--json")
    assert [(Path(one["book"]).name, one["debtor"]) for one in answer.json["debtors"]] == [
        ("relances.xlsx", "C1"),
        ("autre.xlsx", "D1"),
    ]
    assert "autre.xlsx" in relance("agenda", book, other, "--as-of", MONDAY).out


def test_a_failure_has_a_code_facts_and_a_text(tmp_path: Path) -> None:
    answer = relance("agenda", tmp_path / "absent.xlsx", "--json")
    assert answer.code == 1
    (error,) = answer.json.values()
    assert list(error) == ["code", "facts", "text"]
    assert error["code"] == "book"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("run", "--xyz"), "Option inconnue : --xyz."),
        (("courir",), "Commande inconnue : courir."),
        (("interest", "100"), "Il manque : ECHEANCE."),
        (("interest", "12 34,5O", "2026-01-01"), "« 12 34,5O »"),
        (("interest", "100", "31/02/2026"), "« 31/02/2026 »"),
        (("interest", "100", "00/01/1900"), "« 00/01/1900 »"),
        (("interest", "100", "2026-01-01", "de", "trop"), "Argument en trop : de trop."),
        (("record", "b.xlsx", "call", "C1", "--outcome", "x"), "choisissez parmi reached"),
        (("record", "b.xlsx", "reverse", "x"), "un nombre entier."),
        (("agenda", "b.xlsx", "--as-of"), "L'option --as-of attend une valeur."),
        (
            ("record", "b.xlsx", "plan", "C1", "--instalments", "1", "--first", "2026-01-01"),
            "un nombre entier de 2 à 60.",
        ),
    ],
)
def test_a_wrong_command_line_is_told_in_french(words: tuple[str, ...], text: str) -> None:
    answer = relance(*words)
    assert answer.code == 2
    assert text in answer.err
    assert "Error" not in answer.err
    answer = relance(*words, "--json")
    assert (answer.code, answer.error[0]) == (2, "usage")


def test_without_a_command_the_help_is_shown() -> None:
    answer = relance()
    assert answer.code == 2
    assert "Commandes" in answer.out
    assert relance("--version").code == 0


LOADED = """
import sys
from relance.cli import main
sys.argv = ["relance", "--help"]
try:
    main()
except SystemExit:
    pass
heavy = {"xlwings", "numpy", "openpyxl", "jinja2", "rich", "xlsxwriter", "python_calamine"}
sys.stderr.write(",".join(sorted(heavy & set(sys.modules))))
"""


def test_the_help_answers_at_once_as_it_loads_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert "agenda" in done.stdout


def test_the_module_runs_as_the_command_does() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "relance", "interest", "100", "2026-01-01", "--until",
         "2026-01-02", "--json"], capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert b'"days": 1' in done.stdout


def test_a_bug_becomes_a_number_and_a_line_of_the_log(
    book: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*given: Any, **named: Any) -> None:
        raise ZeroDivisionError(given, named)

    monkeypatch.setattr("relance.cli.day.agenda", broken)
    monkeypatch.setattr("relance.hosts.log.log_path", lambda: tmp_path / "log" / "relance.log")
    with pytest.raises(ZeroDivisionError):
        relance("agenda", book)
    answer = relance("agenda", book, "--json", strict=False)
    assert (answer.code, answer.error[0]) == (1, "unexpected")
    assert "Erreur inattendue n°" in answer.error[1]
    log = (tmp_path / "log" / "relance.log").read_text("utf-8")
    assert "ZeroDivisionError" in log
    assert "Client C1" not in log


@pytest.mark.parametrize("regime", ["FR-PUB", "FR-B2C"])
def test_a_debtor_who_owes_the_rate_of_the_law_takes_no_other(regime: str) -> None:
    answer = relance(
        "interest", "1000", "2026-01-31", "--until", "2026-04-10", "--regime", regime,
        "--rate", "15 %", "--json",
    )  # fmt: skip
    assert (answer.code, answer.error[0]) == (1, "bad_argument")
    assert "le taux de la loi" in answer.error[1]
