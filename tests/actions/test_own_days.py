"""Days that are facts of their own, and a day of the journal that was typed wrong."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

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

from relance.core.journal import check, fingerprint
from relance.core.records import Event
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


@pytest.fixture
def noticed(make: Make, out: Path) -> Path:
    """Return a workbook whose notice was posted on Monday 2 November."""
    late = invoice(
        "F-1", "C1", date(2026, 9, 10), "3000.00",
        last_step="letter-2", last_step_date=date(2026, 10, 20),
    )  # fmt: skip
    path = make([debtor("C1")], [late])
    posted = date(2026, 11, 2)
    assert run(path, out, posted).code == 0
    assert record(path, "sent", "--tracking", "1A 234", day=posted).code == 0
    return path


# --- value dates


def test_interest_stops_on_the_value_date(book: Path) -> None:
    words = ("payment", "C1", "--amount", "18250", "--invoice", "F-1")
    answer = record(book, *words, "--value-date", "2026-11-13", "--json")
    (event,) = answer.json["events"]
    assert (event["day"], event["value_date"]) == ("2026-11-23", "2026-11-13")
    assert column(book, "tReglements", "value_date") == [date(2026, 11, 13)]
    # 36 500 from 10 to 13 November, 4 x 12.40, then the half for 10 days, 10 x 6.20.
    assert agenda(book)["C1"]["interest"] == "111.60"


def test_the_value_date_is_that_of_the_entry_when_none_is_given(book: Path) -> None:
    (event,) = record(book, "payment", "C1", "--amount", "5", "--json").json["events"]
    assert event["value_date"] == "2026-11-23"
    assert column(book, "tReglements", "value_date") == [MONDAY]


def test_a_value_date_may_be_before_the_journal_s_last_day(book: Path) -> None:
    record(book, "call", "C1", "--outcome", "reached")
    words = ("payment", "C1", "--amount", "5", "--value-date", FRIDAY)
    assert record(book, *words).code == 0
    assert column(book, "tJournal", "day") == [MONDAY, MONDAY]


def test_a_value_date_after_the_entry_is_refused(book: Path) -> None:
    words = ("payment", "C1", "--amount", "5", "--json")
    answer = record(book, *words, "--value-date", TUESDAY)
    assert (answer.code, answer.error[0]) == (1, "bad_argument")
    assert "La date de valeur (24/11/2026) est après" in answer.error[1]
    assert journal(book) == []
    assert record(book, *words, "--value-date", MONDAY).code == 0


def test_the_value_date_is_under_the_hash(book: Path) -> None:
    record(book, "payment", "C1", "--amount", "5", "--value-date", FRIDAY)
    (event,) = desk_of(book).ledger.events
    assert event.document == "5.00 EUR@2026-11-20"
    assert fingerprint(event) == event.hash


def test_a_summary_tells_the_value_date_where_it_is_another_day(book: Path) -> None:
    words = ("payment", "C1", "--amount", "5")
    assert "date de valeur 20/11/2026" in record(book, *words, "--value-date", FRIDAY).out
    assert "date de valeur" not in record(book, *words).out


@pytest.mark.parametrize("amount", ["100", "40000"])
def test_a_payment_of_another_value_date_is_the_one_taken_back(book: Path, amount: str) -> None:
    words = ("payment", "C1", "--invoice", "F-1", "--amount")
    record(book, *words, "250")
    record(book, *words, amount, "--value-date", FRIDAY)
    assert record(book, "reverse", "2").code == 0
    assert column(book, "tReglements", "amount") == [250]
    assert column(book, "tFactures", "paid") == [250]


def test_a_payment_of_an_older_journal_is_taken_back_too(make: Make) -> None:
    path = make([debtor("C1")], [invoice("F-1", "C1", date(2026, 11, 9), "900")])
    record(path, "payment", "C1", "--amount", "100", "--invoice", "F-1")
    (told,) = desk_of(path).ledger.events
    old = told.document.partition("@")[0]  # as lines were before they told a value date
    for document in (old, ""):
        rewrite(path, document)
        copy = path.with_name(f"copy{len(document)}.xlsx")
        copy.write_bytes(path.read_bytes())
        assert record(copy, "reverse", "1").code == 0
        assert column(copy, "tReglements", "amount") == []
        assert column(copy, "tFactures", "paid") == [0]


def rewrite(path: Path, document: str) -> None:
    """Give the only line of a journal another document, and the hash that goes with it."""
    with FileBook(path) as opened:
        (row,) = opened.read("tJournal").rows
        (event,) = desk_of(path).ledger.events
        hash_ = fingerprint(Event(**{**vars_of(event), "document": document}))
        opened.write("tJournal", "Document", {row.number: document or None})
        opened.write("tJournal", "Empreinte", {row.number: hash_})
        opened.save()


def vars_of(event: Event) -> dict[str, Any]:
    return {name: getattr(event, name) for name in Event.__dataclass_fields__}


# --- presentations


def test_the_wait_counts_from_the_presentation(noticed: Path) -> None:
    words = ("delivered", "C1", "--presented-on", "2026-11-05", "--json")
    answer = record(noticed, *words, day=date(2026, 11, 10))
    (event,) = answer.json["events"]
    assert (event["day"], event["presented_on"]) == ("2026-11-10", "2026-11-05")
    # Presented Thursday 5: 5 + 8 = 13, 3 bank days on: Wednesday 18.
    assert agenda(noticed, date(2026, 11, 10))["C1"]["next_date"] == "2026-11-18"


def test_a_consumer_owes_interest_from_the_presentation(make: Make, out: Path) -> None:
    late = invoice(
        "F-1", "C1", date(2025, 11, 10), "36500.00",
        last_step="letter-2", last_step_date=date(2026, 1, 12),
    )  # fmt: skip
    path = make([debtor("C1", kind="consumer")], [late])
    posted = date(2026, 2, 9)
    assert run(path, out, posted, "--json").json["documents"][0]["kind"] == "formal_notice"
    record(path, "sent", "--tracking", "1A 234", day=posted)
    words = ("delivered", "C1", "--presented-on", "2026-02-12")
    assert record(path, *words, day=date(2026, 2, 20)).code == 0
    # 36 500 at 2.62 %: 2.62 a day from 13 February on, 10 days until the 22nd.
    found = agenda(path, date(2026, 2, 22))["C1"]["items"][0]
    assert found["interest"] == "26.20"


@pytest.mark.parametrize(
    ("presented", "text"),
    [
        ("2026-11-11", "La présentation (11/11/2026) est après"),
        ("2026-11-01", "est avant l'envoi de la lettre (02/11/2026)"),
    ],
)
def test_a_presentation_is_between_the_posting_and_the_entry(
    noticed: Path, presented: str, text: str
) -> None:
    words = ("delivered", "C1", "--presented-on", presented, "--json")
    answer = record(noticed, *words, day=date(2026, 11, 10))
    assert (answer.code, answer.error[0]) == (1, "bad_argument")
    assert text in answer.error[1]
    assert [line[2] for line in journal(noticed)] == ["draft", "sent"]


@pytest.mark.parametrize("presented", ["2026-11-02", "2026-11-10"])
def test_both_ends_are_accepted(noticed: Path, presented: str) -> None:
    words = ("delivered", "C1", "--presented-on", presented)
    assert record(noticed, *words, day=date(2026, 11, 10)).code == 0


def test_a_summary_tells_the_presentation(noticed: Path) -> None:
    words = ("delivered", "C1", "--presented-on", "2026-11-05")
    answer = record(noticed, *words, day=date(2026, 11, 10))
    assert "présenté le 05/11/2026" in answer.out


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
    assert whys == ["draft_reversed"] * 3 + ["file_set_aside"] * 3  # they must not be sent
    assert not [path for path in out.iterdir() if path.suffix in (".eml", ".docx")]
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
    assert "n° 5" in answer.error[1]
    assert (out / "relances.jsonl").read_bytes() == lines


@pytest.mark.parametrize("lines", ["4-2", "2-", "-2", "2,3", ""])
def test_lines_that_are_none_are_refused(book: Path, lines: str) -> None:
    answer = relance("record", book, "reverse", "--", lines)
    assert answer.code == 2
    assert "un nombre entier" in answer.err


def test_payments_reversed_together_are_all_owed_again(book: Path) -> None:
    for amount in ("100", "250"):
        record(book, "payment", "C1", "--amount", amount, "--invoice", "F-1")
        record(book, "promise", "C1", "--amount", "50", "--by", "2026-12-15", "--again")
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
    assert "2 lignes remises" in relance("agenda", book, "--as-of", MONDAY).err
    assert journal(book) == whole
    kept = [json.loads(line)["day"] for line in (out / "relances.jsonl").open()]
    assert kept == ["2026-11-23", "2027-11-23", "2026-11-23"]
    assert record(book, "payment", "C1", "--amount", "5", day=MONDAY).code == 0
