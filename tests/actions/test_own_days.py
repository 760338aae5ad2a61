"""A day of the journal that was typed wrong, and how it is mended."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.actions.world import (
    MONDAY,
    Answer,
    agenda,
    column,
    debtor,
    desk_of,
    invoice,
    journal,
    relance,
    run,
)

from relance.core.journal import check
from relance.hosts.file.book import FileBook

Make = Callable[..., Path]
FRIDAY = date(2026, 11, 20)
TUESDAY = date(2026, 11, 24)
WRONG = date(2027, 11, 23)  # Monday's day in the year after


def record(book: Path, *words: object, day: date | None = MONDAY) -> Answer:
    return relance("record", book, *words, *(("--day", day) if day else ()))


@pytest.fixture
def book(make: Make) -> Path:
    """Return a workbook with one debtor, 14 days late on Monday for 36 500.00: 12.40 a day."""
    return make([debtor("C1")], [invoice("F-1", "C1", date(2026, 11, 9), "36500.00")])


# --- a day of the journal that was typed wrong


def test_the_line_that_blocks_is_named_with_its_remedy(book: Path) -> None:
    record(book, "call", "C1", "--outcome", "voicemail", day=WRONG)
    answer = record(book, "payment", "C1", "--amount", "5", "--json")
    assert answer.error[0] == "day_before_journal"
    assert "23/11/2027, ligne n° 1" in answer.error[1]
    assert "relance record CLASSEUR reverse 1 --day 23/11/2026" in answer.error[1]
    assert answer.json["error"]["facts"]["lines"] == [1]


def test_its_reversal_of_today_mends_the_journal(book: Path) -> None:
    record(book, "call", "C1", "--outcome", "voicemail", day=FRIDAY)
    record(book, "call", "C1", "--outcome", "voicemail", day=WRONG)
    assert record(book, "reverse", "2", day=MONDAY).code == 0
    assert record(book, "payment", "C1", "--amount", "5", day=MONDAY).code == 0
    assert column(book, "tJournal", "day") == [FRIDAY, WRONG, MONDAY, MONDAY]
    check(desk_of(book).ledger.events)
    assert relance("doctor", book).code == 0


def test_its_reversal_is_not_before_the_lines_that_hold(book: Path) -> None:
    record(book, "call", "C1", "--outcome", "voicemail", day=MONDAY)
    record(book, "call", "C1", "--outcome", "voicemail", day=WRONG)
    answer = record(book, "reverse", "2", "--json", day=FRIDAY)
    assert answer.error[0] == "day_before_journal"
    assert "ligne n° 1)" in answer.error[1]


def wrong_run(make: Make, out: Path) -> Path:
    """Return a workbook with a whole run of a wrong day: lines 2 to 4."""
    late = date(2026, 11, 4)
    codes = ("C1", "C2", "C3")
    debtors = [debtor(code) for code in codes]
    items = [invoice(f"F-{code}", code, late, "900.00") for code in codes]
    path = make(debtors, items, BanqueJusquau=date(2027, 12, 31))
    record(path, "payment", "C1", "--amount", "5", day=FRIDAY)
    assert run(path, out, WRONG).code == 0
    assert len(journal(path)) == 4
    return path


def test_a_whole_run_of_a_wrong_day_is_told_and_mended_at_once(make: Make, out: Path) -> None:
    path = wrong_run(make, out)
    answer = run(path, out, MONDAY, "--json")
    assert answer.error[0] == "day_before_journal"
    assert "reverse 2-4 --day 23/11/2026" in answer.error[1]
    answer = record(path, "reverse", "2-4", "--json")
    assert answer.code == 0
    assert [one["document"] for one in answer.json["events"]] == ["#4", "#3", "#2"]
    whys = [one["why"][0]["code"] for one in answer.json["left_out"]]
    assert whys == ["draft_reversed"] * 3  # their files must not be sent
    with FileBook(path) as opened:
        assert opened.get("AsOf") == MONDAY  # and the sheets are those of Monday again
    assert run(path, out, MONDAY).code == 0
    assert [line[2] for line in journal(path)][7:] == ["draft"] * 3


def test_it_is_mended_line_by_line_too_from_the_first_on(make: Make, out: Path) -> None:
    path = wrong_run(make, out)
    answer = record(path, "reverse", "4", "--json")
    assert answer.error[0] == "day_before_journal"
    assert "reverse 2-3 --day" in answer.error[1]
    for number in (2, 3, 4):
        assert record(path, "reverse", number).code == 0
    assert run(path, out, MONDAY).code == 0


def test_nothing_is_reversed_when_one_of_the_lines_can_t_be(make: Make, out: Path) -> None:
    path = wrong_run(make, out)
    lines = (out / "relances.jsonl").read_bytes()
    answer = record(path, "reverse", "2-5", "--json")
    assert (answer.code, answer.error[0]) == (1, "nothing_to_record")
    assert "#5" in answer.error[1]
    assert (out / "relances.jsonl").read_bytes() == lines


@pytest.mark.parametrize("lines", ["4-2", "2-", "-2", "2,3", ""])
def test_lines_that_are_none_are_refused(book: Path, lines: str) -> None:
    answer = relance("record", book, "reverse", "--", lines)
    assert answer.code == 2
    assert "un nombre entier" in answer.err


def test_payments_reversed_together_are_all_owed_again(book: Path) -> None:
    for amount in ("100", "250"):
        record(book, "payment", "C1", "--amount", amount, "--invoice", "F-1")
        record(book, "promise", "C1", "--amount", "50", "--by", "2026-12-15")
    assert record(book, "reverse", "1", "2-4").code == 0
    assert column(book, "tFactures", "paid") == [0]
    assert column(book, "tReglements", "amount") == []
    assert column(book, "tPromesses", "amount") == []


def taken(path: Path) -> list[tuple[str, str]]:
    return [line[1:] for line in journal(path)]


def test_a_takeover_of_a_wrong_day_is_confirmed_again(make: Make) -> None:
    headings = "Code client;Nom;N° facture;Date;Échéance;Montant TTC;Payé;Solde"
    path = make([debtor("C1"), debtor("C2")])
    export = path.parent / "postes.csv"
    lines = [f"C{n};Client;F-{n};01/08/2026;31/08/2026;900,00;0,00;900,00" for n in (1, 2)]
    export.write_text("\n".join([headings, *lines]), "utf-8")
    assert relance("import", path, export, "--by-age", "--as-of", WRONG).code == 0
    assert taken(path) == [("takeover", "done")] * 2
    # One of the two is no day typed wrong: the other still stands, and nothing is asked again.
    record(path, "reverse", "1")
    assert relance("takeover", path, "--as-of", WRONG, "--json").error[0] == "nothing_to_record"
    record(path, "reverse", "2")
    assert agenda(path)["C1"]["blocked_by"][0]["code"] == "takeover"
    proposed = relance("takeover", path, "--by-age", "--as-of", MONDAY, "--json").json
    assert [(one["debtor"], one["step"]) for one in proposed] == [
        ("C1", "letter-2"), ("C2", "letter-2"),
    ]  # fmt: skip
    assert taken(path)[4:] == [("takeover", "done")] * 2


def test_a_draft_is_confirmed_on_the_last_day_that_holds(book: Path, out: Path) -> None:
    assert run(book, out, MONDAY).code == 0
    record(book, "call", "C1", "--outcome", "voicemail", day=WRONG)
    record(book, "reverse", "2", day=MONDAY)
    assert record(book, "sent", day=None).code == 0
    assert column(book, "tJournal", "day") == [MONDAY, WRONG, MONDAY, MONDAY]


def test_a_mended_journal_is_restored_from_the_output_folder(book: Path, out: Path) -> None:
    assert run(book, out, MONDAY).code == 0
    before = book.read_bytes()
    record(book, "call", "C1", "--outcome", "voicemail", day=WRONG)
    record(book, "reverse", "2", day=MONDAY)
    whole = journal(book)
    book.write_bytes(before)  # the workbook was closed without saving
    assert "2 ligne(s) remise(s)" in relance("agenda", book, "--as-of", MONDAY).err
    assert journal(book) == whole
    kept = [json.loads(line)["day"] for line in (out / "relances.jsonl").open()]
    assert kept == ["2026-11-23", "2027-11-23", "2026-11-23"]
    assert record(book, "payment", "C1", "--amount", "5", day=MONDAY).code == 0
