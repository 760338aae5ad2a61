"""What a person did or heard, and what the agenda says after it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
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
    type_in,
)

from relance.actions.book import Cell
from relance.core.records import Address, Contact
from relance.hosts.file.book import FileBook
from relance.workbook import schema

Make = Callable[..., Path]
LATE = date(2026, 11, 19)  # 4 days late on Monday: mail-1
TUESDAY = date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)
WEDNESDAY = date(2026, 11, 25)


def record(book: Path, *words: object, day: date | None = MONDAY) -> Answer:
    return relance("record", book, *words, *(("--day", day) if day else ()))


def codes(found: dict[str, Any], key: str) -> list[str]:
    return [one["code"] for one in found[key]]


@pytest.fixture
def book(make: Make) -> Path:
    """Return a workbook with one debtor, late by 4 days on Monday for 1 200.00."""
    return make([debtor("C1")], [invoice("F-1", "C1", LATE, "1200.00")])


@pytest.fixture
def called(make: Make) -> Path:
    """Return a workbook whose debtor is to be called on Monday."""
    late = invoice(
        "F-1", "C1", date(2026, 11, 4), "900.00",
        last_step="mail-1", last_step_date=date(2026, 11, 6),
    )  # fmt: skip
    return make([debtor("C1")], [late])


def noticed(make: Make, out: Path) -> Path:
    """Return a workbook whose notice was written on Monday 2 November."""
    late = invoice(
        "F-1", "C1", date(2026, 9, 10), "3000.00",
        last_step="letter-2", last_step_date=date(2026, 10, 20),
    )  # fmt: skip
    book = make([debtor("C1")], [late])
    assert run(book, out, date(2026, 11, 2)).code == 0
    return book


# --- sent


def test_a_draft_that_was_sent_is_the_step_done(book: Path, out: Path) -> None:
    run(book, out)
    assert codes(agenda(book)["C1"], "why")[0] == "draft_waiting"
    answer = record(book, "sent", day=None)
    assert answer.code == 0
    assert journal(book) == [("C1", "mail-1", "draft"), ("C1", "mail-1", "sent")]
    # call-1 comes 5 days after Monday 23: Saturday 28, so Monday 30.
    after = agenda(book)["C1"]
    assert (after["step"], after["next_date"]) == (None, "2026-11-30")
    assert agenda(book, date(2026, 11, 30))["C1"]["step"] == "call-1"


def test_a_draft_that_was_not_sent_does_not_escalate(book: Path, out: Path) -> None:
    run(book, out)
    assert agenda(book, date(2026, 12, 14))["C1"]["step"] == "mail-1"


def test_the_day_of_sending_defaults_to_the_draft_s_own(book: Path, out: Path) -> None:
    run(book, out)
    record(book, "sent", day=None)
    assert column(book, "tJournal", "day") == [MONDAY, MONDAY]


def test_nothing_was_sent_before_it_was_written(book: Path, out: Path) -> None:
    run(book, out)
    answer = record(book, "sent", "--json", day=date(2026, 11, 20))
    assert answer.code == 1
    assert answer.error[0] == "day_before_journal"


def test_only_the_debtor_s_drafts_are_confirmed(make: Make, out: Path) -> None:
    book = make(
        [debtor("C1"), debtor("C2")],
        [invoice("F-1", "C1", LATE, "100"), invoice("F-2", "C2", LATE, "200")],
    )
    run(book, out)
    assert record(book, "sent", "C2").code == 0
    assert [line for line in journal(book) if line[2] == "sent"] == [("C2", "mail-1", "sent")]
    assert record(book, "sent").code == 0
    assert [line[0] for line in journal(book) if line[2] == "sent"] == ["C2", "C1"]
    nothing = ("nothing_to_record", "Aucun brouillon n'attend d'être confirmé.")
    assert record(book, "sent", "--json").error == nothing


def test_a_client_whose_code_was_changed_stops_no_confirmation_of_the_others(
    make: Make, out: Path
) -> None:
    """Nobody knows any more to whom C1's draft goes: it is named, and C2's is confirmed."""
    items = [invoice(f"F-{code}", code, LATE, "1200.00") for code in ("C1", "C2")]
    book = make([debtor("C1"), debtor("C2")], items)
    run(book, out)
    type_in(book, "tClients", "code", 2, "C11")
    type_in(book, "tFactures", "debtor", 2, "C11")
    answer = record(book, "sent", "--json")
    assert answer.code == 3, answer
    assert [one["debtor"] for one in answer.json["events"]] == ["C2"]
    left = [(one["debtor"], *codes(one, "why")) for one in answer.json["left_out"]]
    assert left == [("C1", "draft_stale"), ("C1", "draft_ended")]


def test_a_draft_that_is_held_since_is_not_confirmed_with_the_others(make: Make, out: Path) -> None:
    book = make(
        [debtor("C1"), debtor("C2")],
        [invoice("F-1", "C1", LATE, "100"), invoice("F-2", "C2", LATE, "200")],
    )
    run(book, out)
    type_in(book, "tFactures", "status", 2, "litige")  # nobody used a verb
    answer = record(book, "sent", "--json", day=TUESDAY)
    assert answer.code == 3
    assert [one["debtor"] for one in answer.json["events"]] == ["C2"]
    left = answer.json["left_out"][0]
    assert (left["debtor"], left["why"][0]["code"]) == ("C1", "draft_held")
    # It was withdrawn: naming the debtor is no word that it had gone.
    assert record(book, "sent", "C1", "--json", day=TUESDAY).error[0] == "nothing_to_record"
    assert record(book, "sent", "C1", "--gone", day=TUESDAY).code == 0


def test_a_draft_that_waits_held_is_not_confirmed_by_naming_its_debtor(
    make: Make, out: Path
) -> None:
    book = make([debtor("C1")], [invoice("F-1", "C1", LATE, "100")])
    run(book, out)
    type_in(book, "tFactures", "status", 2, "litige")
    answer = record(book, "sent", "C1", day=TUESDAY)
    assert answer.code == 1
    assert "relance record CLASSEUR sent C1 --gone" in " ".join(answer.out.split())
    assert record(book, "sent", "C1", "--gone", day=TUESDAY).code == 0
    assert record(book, "sent", "--gone", day=TUESDAY).code == 2  # of whom?


@pytest.mark.parametrize("ended", ["replaced", "cancelled"])
def test_the_file_of_a_draft_that_ended_leaves_the_folder(
    book: Path, out: Path, ended: str
) -> None:
    run(book, out)
    first = next(out.glob("*.eml"))
    type_in(book, "tFactures", "paid", 2, 200 if ended == "replaced" else 1200)
    assert run(book, out, TUESDAY).code == 0
    assert [line[2] for line in journal(book)][-1] == ended
    assert not first.exists()
    assert (out / "perimes" / first.name).is_file()
    assert len(list(out.glob("*.eml"))) == (1 if ended == "replaced" else 0)


def test_a_file_that_can_not_be_set_aside_is_named(book: Path, out: Path) -> None:
    run(book, out)
    first = next(out.glob("*.eml"))
    type_in(book, "tFactures", "paid", 2, 1200)
    (out / "perimes").write_text("not a folder", "utf-8")
    answer = run(book, out, TUESDAY)
    assert answer.code == 0
    assert first.exists()
    assert first.name in "".join(answer.out.split())
    assert "supprimez son" in answer.out
    again = run(book, out, TUESDAY)
    assert "à supprimer" in again.out


def test_a_registered_letter_waits_for_its_number(make: Make, out: Path) -> None:
    book = noticed(make, out)
    day = date(2026, 11, 3)
    answer = record(book, "sent", day=day)
    assert answer.code == 1
    assert "--tracking" in answer.out
    assert record(book, "sent", "C1", "--tracking", "1A 234", day=day).code == 0
    assert column(book, "tJournal", "note") == [None, "1A 234"]


def test_confirming_all_but_a_registered_letter_is_part_done(make: Make, out: Path) -> None:
    noticed_one = invoice(
        "F-1", "C1", date(2026, 9, 10), "3000.00",
        last_step="letter-2", last_step_date=date(2026, 10, 20),
    )  # fmt: skip
    book = make([debtor("C1"), debtor("C2")], [noticed_one, invoice("F-2", "C2", LATE, "200")])
    run(book, out)
    assert record(book, "sent").code == 3
    assert [line[0] for line in journal(book) if line[2] == "sent"] == ["C2"]


def test_a_number_that_may_be_of_several_letters_confirms_none_and_no_e_mail(
    make: Make, out: Path
) -> None:
    def item(number: str, code: str, step: str, due: date, done: date) -> Any:
        return invoice(number, code, due, "900", last_step=step, last_step_date=done)

    noticed_on = date(2026, 10, 20)
    book = make(
        [debtor("C1"), debtor("C2"), debtor("C3")],
        [
            item("F-1", "C1", "letter-2", date(2026, 9, 10), noticed_on),
            item("F-2", "C2", "letter-2", date(2026, 9, 10), noticed_on),
            invoice("F-3", "C3", date(2026, 10, 29), "900"),
        ],
    )
    day = date(2026, 11, 2)
    assert run(book, out, day).code == 0
    answer = record(book, "sent", "--tracking", "1A 234", day=day)
    assert (answer.code, "plusieurs recommandés" in answer.out) == (1, True)
    assert all(line[2] != "sent" for line in journal(book))


# --- a payment after the draft


def test_a_paid_draft_can_t_be_confirmed_and_the_next_run_cancels_it(book: Path, out: Path) -> None:
    run(book, out)
    type_in(book, "tFactures", "paid", 2, 1200)
    answer = record(book, "sent", "--json")
    assert answer.code == 1
    assert answer.json["left_out"][0]["why"][0]["code"] == "draft_stale"
    answer = run(book, out)
    assert "n'est plus à envoyer" in answer.out
    assert journal(book)[-1] == ("C1", "mail-1", "cancelled")
    assert record(book, "sent", "--json").error[0] == "nothing_to_record"
    assert agenda(book) == {}


def test_a_draft_paid_in_part_is_replaced(book: Path, out: Path) -> None:
    run(book, out)
    type_in(book, "tFactures", "paid", 2, 200)
    assert record(book, "sent").code == 1
    run(book, out)
    assert [line[2] for line in journal(book)] == ["draft", "draft", "replaced"]
    assert agenda(book)["C1"]["claim"] == "1000.00"
    assert record(book, "sent").code == 0


def test_an_unmatched_payment_too_makes_a_draft_stale(book: Path, out: Path) -> None:
    run(book, out)
    record(book, "payment", "C1", "--amount", "500")
    assert record(book, "sent").code == 1
    run(book, out)
    assert [line[2] for line in journal(book)] == ["draft", "done", "cancelled", "draft"]
    assert agenda(book)["C1"]["claim"] == "700.00"  # 1 200 - 500


def test_a_draft_of_which_one_invoice_was_paid_is_never_left_to_be_sent(
    make: Make, out: Path
) -> None:
    # F-1 has been reminded of, and its call is due; F-2, 4 days late, is at mail-1.
    called_one = invoice(
        "F-1", "C1", date(2026, 11, 4), "900.00",
        last_step="mail-1", last_step_date=date(2026, 11, 6),
    )  # fmt: skip
    again = invoice(
        "F-3", "C1", date(2026, 11, 5), "80.00",
        last_step="mail-1", last_step_date=date(2026, 11, 6),
    )  # fmt: skip
    book = make([debtor("C1")], [called_one, again, invoice("F-2", "C1", LATE, "200.00")])
    run(book, out)
    assert column(book, "tJournal", "items") == ["F-1; F-3"]
    type_in(book, "tFactures", "paid", 2, 900)
    record(book, "promise", "C1", "--amount", "80", "--by", "2026-11-27")
    assert journal(book)[-1] == ("C1", "call-1", "cancelled")


def test_a_dispute_after_the_draft_cancels_it(book: Path, out: Path) -> None:
    run(book, out)
    type_in(book, "tFactures", "status", 2, "litige")
    run(book, out)
    assert journal(book)[-1] == ("C1", "mail-1", "cancelled")
    assert codes(agenda(book)["C1"], "blocked_by") == ["disputed"]


def silence(book: Path, code: str) -> None:
    """Tick *Ne pas contacter* for a debtor."""
    heading = schema.DEBTORS.heading
    with FileBook(book) as opened:
        rows = opened.read(schema.DEBTORS.table).rows
        ticked: dict[int, Cell] = {
            row.number: "oui" for row in rows if row.cells[heading("code")] == code
        }
        opened.write(schema.DEBTORS.table, heading("do_not_contact"), ticked)
        opened.save()


def test_a_debtor_who_must_not_be_contacted_any_more_has_no_draft_left(
    book: Path, out: Path
) -> None:
    run(book, out)
    silence(book, "C1")
    answer = record(book, "sent", "--json", day=TUESDAY)
    assert codes(answer.json["left_out"][0], "why") == ["draft_held"]
    run(book, out, TUESDAY)
    assert journal(book) == [("C1", "mail-1", "draft"), ("C1", "mail-1", "cancelled")]


def test_a_payer_who_must_not_be_contacted_any_more_has_no_draft_left_but_notices_are_not_theirs(
    make: Make, out: Path
) -> None:
    # C1 is at mail-1, C2 at the notice: it goes to C2, not to the payer P1.
    served = invoice(
        "F-2", "C2", date(2026, 9, 10), "3000.00",
        last_step="letter-2", last_step_date=date(2026, 10, 20),
    )  # fmt: skip
    debtors = [debtor("C1", payer="P1"), debtor("C2", payer="P1"), debtor("P1")]
    book = make(debtors, [invoice("F-1", "C1", LATE, "1200.00"), served])
    run(book, out)
    silence(book, "P1")
    run(book, out)
    assert journal(book) == [
        ("C2", "notice", "draft"), ("C1", "mail-1", "draft"), ("C1", "mail-1", "cancelled"),
    ]  # fmt: skip


def test_a_sunday_cancels_no_draft(book: Path, out: Path) -> None:
    run(book, out)
    run(book, out, date(2026, 11, 29))
    assert journal(book) == [("C1", "mail-1", "draft")]


def test_a_draft_cancelled_by_mistake_is_written_again_and_waits(book: Path, out: Path) -> None:
    run(book, out)
    record(book, "dispute", "C1", "--invoice", "F-1", "--reason", "erreur")
    run(book, out)
    record(book, "dispute", "C1", "--invoice", "F-1", "--resolve")
    run(book, out)
    rows = journal(book)
    assert rows[-1] == ("C1", "mail-1", "draft")
    run(book, out)
    assert journal(book) == rows


# --- calls


def test_a_call_that_reached_someone_is_done_and_confirmed_in_writing(
    called: Path, out: Path
) -> None:
    assert agenda(called)["C1"]["step"] == "call-1"
    assert record(called, "call", "C1", "--outcome", "reached").code == 0
    assert journal(called) == [("C1", "call-1", "done")]
    after = agenda(called)["C1"]
    assert (after["step"], codes(after, "why")) == ("confirmation", ["call_unconfirmed"])
    answer = run(called, out, MONDAY, "--json")
    assert [one["kind"] for one in answer.json["documents"]] == ["confirmation"]


def test_a_second_call_without_an_answer_is_a_step_done_that_nobody_confirms(
    called: Path,
) -> None:
    record(called, "call", "C1", "--outcome", "voicemail")
    assert journal(called) == [("C1", "call-1", "bounced")]
    assert codes(agenda(called)["C1"], "blocked_by") == ["call_today"]
    assert agenda(called, TUESDAY)["C1"]["step"] == "call-1"
    answer = record(called, "call", "C1", "--outcome", "no_answer", day=TUESDAY)
    assert journal(called)[1:] == [("C1", "call-1", "bounced"), ("C1", "call-1", "done")]
    first, second = answer.out.splitlines()
    assert first.startswith("24/11/2026  C1 : Appeler la comptabilité")
    assert "non abouti" in first
    assert "sans réponse, étape tenue pour faite (F-1)" in second
    # letter-1 comes 8 days after Tuesday 24: Wednesday 2 December. Nobody spoke: no confirmation.
    after = agenda(called, WEDNESDAY)["C1"]
    assert (after["step"], after["next_date"]) == (None, "2026-12-02")
    assert agenda(called, date(2026, 12, 2))["C1"]["step"] == "letter-1"


def test_a_call_of_the_user_s_own_is_no_step(book: Path) -> None:
    assert record(book, "call", "C1", "--outcome", "reached").code == 0
    assert journal(book) == [("C1", "", "done")]
    assert agenda(book, date(2026, 11, 30))["C1"]["step"] == "mail-1"


def test_a_call_is_done_for_the_invoices_that_were_due_for_it_alone(make: Make, out: Path) -> None:
    # F-1 is due for call-1; F-2 is 4 days late and was never reminded of; F-3 is the factor's.
    due_for_it = invoice(
        "F-1", "C1", date(2026, 11, 4), "900.00",
        last_step="mail-1", last_step_date=date(2026, 11, 6),
    )  # fmt: skip
    assigned = replace(due_for_it, number="F-3", status="assigned")
    book = make([debtor("C1")], [due_for_it, invoice("F-2", "C1", LATE, "200.00"), assigned])
    record(book, "call", "C1", "--outcome", "reached")
    assert [(line[1], line[2]) for line in journal(book)] == [("call-1", "done")]
    assert column(book, "tJournal", "items") == ["F-1"]
    # The confirmation demands 900.00 alone and lists F-2, which is its first reminder: 5 days
    # later, on Saturday 28, so on Monday, F-2 is due for its call, which speaks of F-1 too.
    assert agenda(book)["C1"]["claim"] == "900.00"
    run(book, out)
    record(book, "sent", day=None)
    after = agenda(book, date(2026, 11, 30))["C1"]
    assert (after["step"], after["claim"]) == ("call-1", "1100.00")


def test_a_call_of_the_user_s_own_names_what_is_late_and_free(make: Make) -> None:
    # F-1 is at mail-1 and no call is due; F-2 is assigned; F-3 falls due tomorrow.
    items = [
        invoice("F-1", "C1", LATE, "900.00"),
        invoice("F-2", "C1", LATE, "200.00", status="assigned"),
        invoice("F-3", "C1", TUESDAY, "100.00"),
    ]
    book = make([debtor("C1")], items)
    record(book, "call", "C1", "--outcome", "reached")
    assert journal(book) == [("C1", "", "done")]
    assert column(book, "tJournal", "items") == ["F-1"]


def test_a_call_of_the_user_s_own_about_a_balance_names_it(make: Make) -> None:
    # It was spoken of last Friday: the next call is not due yet.
    book = make([debtor("C1")], [invoice("SOLDE", "C1", None, "500.00")])
    record(book, "call", "C1", "--outcome", "reached", day=date(2026, 11, 20))
    record(book, "call", "C1", "--outcome", "voicemail")
    assert journal(book)[-1] == ("C1", "", "bounced")
    assert column(book, "tJournal", "items")[-1] == "SOLDE"


@pytest.mark.parametrize(
    ("outcome", "step", "words"),
    [
        ("dispute", "said_dispute", ("dispute", "C1", "--invoice", "F-1", "--reason", "prix")),
        ("promise", "said_promise", ("promise", "C1", "--amount", "900", "--by", "2026-12-11")),
    ],
)
def test_what_was_announced_on_the_telephone_holds_until_it_is_noted(
    called: Path, outcome: str, step: str, words: tuple[str, ...]
) -> None:
    answer = record(called, "call", "C1", "--outcome", outcome)
    assert "à noter" in answer.out
    assert journal(called) == [("C1", "call-1", "done"), ("C1", step, "done")]
    for later in (date(2026, 11, 24), date(2027, 2, 1)):  # nobody noted it: nothing goes out
        found = agenda(called, later)["C1"]
        assert (found["step"], codes(found, "blocked_by")) == (None, [step])
    record(called, *words, day=TUESDAY)
    found = agenda(called, TUESDAY)["C1"]
    if outcome == "promise":  # confirmed in writing, then waited for
        assert (found["step"], codes(found, "blocked_by")) == ("confirmation", [])
        found = agenda(called, date(2026, 12, 3))["C1"]
    assert codes(found, "blocked_by") == ["disputed" if outcome == "dispute" else "promised"]


def test_money_ends_no_dispute_that_was_said_on_the_telephone(make: Make) -> None:
    items = [invoice("F-1", "C1", LATE, "900.00"), invoice("F-2", "C1", LATE, "200.00")]
    book = make([debtor("C1")], items)
    record(book, "call", "C1", "--outcome", "dispute")
    record(book, "payment", "C1", "--amount", "200", "--invoice", "F-2")
    record(book, "payment", "C1", "--amount", "100", "--invoice", "F-1")
    record(book, "payment", "C1", "--amount", "50")
    week = date(2026, 11, 30)
    assert codes(agenda(book, week)["C1"], "blocked_by") == ["said_dispute"]
    words = ("promise", "C1", "--amount", "800", "--by", "2026-12-11")
    refused = record(book, *words, day=TUESDAY)  # which of the two is promised nobody has said
    assert (refused.code, "(F-1)" in refused.err) == (1, True)
    record(book, *words, "--invoice", "F-1", day=TUESDAY)
    assert codes(agenda(book, week)["C1"], "blocked_by") == ["promised"]


@pytest.mark.parametrize("is_noted", [True, False])
def test_a_promise_that_names_no_invoice_leaves_out_what_is_in_dispute(
    make: Make, is_noted: bool
) -> None:
    items = [invoice("F-1", "C1", LATE, "900.00"), invoice("F-2", "C1", LATE, "200.00")]
    book = make([debtor("C1")], items)
    if is_noted:
        record(book, "dispute", "C1", "--invoice", "F-1", "--reason", "prix")
    else:
        record(book, "call", "C1", "--outcome", "dispute")
        record(book, "promise", "C1", "--amount", "9", "--by", "2026-11-23", "--invoice", "F-2")
    said = record(book, "promise", "C1", "--amount", "200", "--by", "2026-12-11", day=TUESDAY)
    assert "ne porte pas sur ce qui est en litige ou refusé (F-1)" in " ".join(said.out.split())
    assert column(book, "tPromesses", "items")[-1] == "F-2"
    lapsed = agenda(book, date(2026, 12, 14))["C1"]  # of F-2 alone
    assert [one["number"] for one in lapsed["items"] if one["demanded"]] == ["F-2"]


def test_what_is_disputed_is_promised_where_it_is_named(make: Make) -> None:
    book = make([debtor("C1")], [invoice("F-1", "C1", LATE, "900.00", status="refused")])
    words = ("promise", "C1", "--amount", "900", "--by", "2026-12-11")
    refused = record(book, *words)
    assert "nommez-la : --invoice" in " ".join(refused.err.split())
    assert column(book, "tPromesses", "items") == []
    assert record(book, *words, "--invoice", "F-1").code == 0


def test_a_promise_ends_the_dispute_of_its_own_invoice_alone(make: Make) -> None:
    items = [invoice("F-1", "C1", LATE, "900.00"), invoice("F-2", "C1", LATE, "200.00")]
    book = make([debtor("C1")], items)
    record(book, "call", "C1", "--outcome", "dispute")
    words = ("promise", "C1", "--amount", "200", "--by", "2026-12-11", "--invoice", "F-2")
    record(book, *words, day=TUESDAY)
    week = date(2026, 11, 30)
    assert codes(agenda(book, week)["C1"], "blocked_by") == ["said_dispute", "promised"]
    record(book, "dispute", "C1", "--invoice", "F-2", "--reason", "prix", day=TUESDAY)  # not F-1
    assert agenda(book, date(2026, 12, 1))["C1"]["step"] == "mail-1"


def test_a_payment_said_to_be_on_its_way_is_waited_for_five_days(called: Path) -> None:
    record(called, "call", "C1", "--outcome", "payment_sent")
    assert codes(agenda(called, date(2026, 11, 27))["C1"], "blocked_by") == ["said_payment"]
    # Monday 23 + 5 days = Saturday 28: free, and letter-1 comes 8 days after the call.
    assert codes(agenda(called, date(2026, 11, 30))["C1"], "blocked_by") == []
    assert agenda(called, date(2026, 12, 1))["C1"]["step"] == "letter-1"


def test_an_announcement_by_mistake_is_reversed(called: Path) -> None:
    record(called, "call", "C1", "--outcome", "dispute")
    record(called, "reverse", 2)
    assert codes(agenda(called, date(2026, 12, 1))["C1"], "blocked_by") == []


def test_a_draft_whose_days_would_be_cut_short_is_not_confirmed_with_the_others(
    make: Make, out: Path
) -> None:
    consumer = debtor("C2", kind="consumer", country="BE")
    book = make(
        [debtor("C1"), consumer],
        [invoice("F-1", "C1", LATE, "100"), invoice("F-2", "C2", LATE, "200", description="Table")],
        CreancierPays="BE",
    )
    run(book, out)
    answer = record(book, "sent", "--json", day=TUESDAY)
    # The free reminder says which day ends its fourteen days: it left on Monday or not at all.
    assert [one["debtor"] for one in answer.json["events"]] == ["C1"]
    assert answer.json["left_out"][0]["why"][0]["code"] == "draft_old"
    assert answer.code == 3
    assert record(book, "sent", "C2", day=TUESDAY).code == 0  # a person says that it did


def test_a_free_reminder_of_yesterday_is_written_anew_when_somebody_says_so(
    make: Make, out: Path
) -> None:
    consumer = debtor("C2", kind="consumer", country="BE")
    book = make(
        [consumer], [invoice("F-2", "C2", LATE, "200", description="Table")], CreancierPays="BE"
    )
    run(book, out)
    answer = run(book, out, TUESDAY, "--json")
    assert answer.json["skipped"][0]["why"][0]["code"] == "not_confirmed"
    run(book, out, TUESDAY, "--redo")
    assert [line[2] for line in journal(book)] == ["draft", "draft", "replaced"]


def test_a_draft_of_a_week_ago_is_written_anew_when_somebody_says_so(book: Path, out: Path) -> None:
    run(book, out)
    run(book, out, date(2026, 11, 27), "--redo")  # 4 days: it waits
    assert [line[2] for line in journal(book)] == ["draft"]
    answer = run(book, out, date(2026, 11, 30))  # 7 days: its date to act is over; was it posted?
    assert (answer.code, [line[2] for line in journal(book)]) == (0, ["draft"])
    said = " ".join(answer.out.replace("│", " ").split())
    assert "attend une confirmation" in said
    assert "relance record CLASSEUR sent C1" in said
    assert "--redo" in said
    run(book, out, date(2026, 11, 30), "--redo")
    assert [line[2] for line in journal(book)] == ["draft", "draft", "replaced"]
    assert len(list(out.glob("*.eml"))) == 1


def test_a_call_that_reached_nobody_is_to_be_made_again_not_to_be_noted(
    called: Path, out: Path
) -> None:
    run(called, out)
    assert "notez l'appel" in agenda(called, TUESDAY)["C1"]["why"][0]["text"]
    record(called, "call", "C1", "--outcome", "voicemail")
    why = agenda(called, FRIDAY)["C1"]["why"][0]
    assert why["text"].endswith(
        "l'appel du 23/11/2026 n'a pas abouti. Rappelez, puis notez l'appel, ou annulez la saisie."
    )
    answer = run(called, out, FRIDAY, "--json")
    (why,) = answer.json["skipped"][0]["why"]
    assert (why["code"], why["facts"]["tried"]) == ("already_written", "2026-11-23")
    assert "l'appel du 23/11/2026 n'a pas abouti. Rappelez, puis notez-le" in why["text"]
    record(called, "call", "C1", "--outcome", "reached", day=FRIDAY)
    assert journal(called)[-1] == ("C1", "call-1", "done")


def test_a_call_that_the_budget_holds_was_made_all_the_same(called: Path) -> None:
    record(called, "call", "C1", "--outcome", "voicemail")
    assert codes(agenda(called)["C1"], "blocked_by") == ["call_today"]
    record(called, "call", "C1", "--outcome", "reached")
    assert [line[1] for line in journal(called)] == ["call-1", "call-1"]


# --- promises, disputes, plans


def test_a_promise_holds_to_its_day_then_lapses(called: Path) -> None:
    answer = record(called, "promise", "C1", "--amount", "900", "--by", "2026-11-27")
    assert answer.code == 0
    assert codes(agenda(called)["C1"], "blocked_by") == ["promised"]
    assert codes(agenda(called, date(2026, 11, 27))["C1"], "blocked_by") == ["promised"]
    # Friday 27 passed without a payment: the call resumes on the next worked day.
    assert agenda(called, date(2026, 11, 30))["C1"]["step"] == "call-1"


def test_a_promise_is_kept_once_it_is_paid(called: Path) -> None:
    record(called, "promise", "C1", "--amount", "500", "--by", "2026-12-15")
    record(called, "payment", "C1", "--amount", "500", "--invoice", "F-1", day=TUESDAY)
    assert column(called, "tPromesses", "state") == ["tenue"]
    assert agenda(called, TUESDAY)["C1"]["blocked_by"] == []


def test_a_promise_for_yesterday_is_refused(called: Path) -> None:
    answer = record(called, "promise", "C1", "--amount", "9", "--by", "2026-11-20", "--json")
    assert (answer.code, answer.error[0]) == (1, "bad_argument")
    assert journal(called) == []


def test_a_payment_keeps_one_promise_and_dollars_keep_none(make: Make) -> None:
    items = [invoice("F-1", "C1", LATE, "900"), invoice("F-2", "C1", LATE, "900", currency="USD")]
    book = make([debtor("C1")], items)
    for _ in range(2):
        words = ("--amount", "300", "--by", "2026-12-15", "--currency", "EUR", "--again")
        assert record(book, "promise", "C1", *words).code == 0
    record(book, "payment", "C1", "--amount", "300", "--invoice", "F-2")
    assert column(book, "tPromesses", "state") == ["en attente", "en attente"]
    record(book, "payment", "C1", "--amount", "300", "--invoice", "F-1")
    assert column(book, "tPromesses", "state") == ["tenue", "en attente"]


@pytest.mark.parametrize("amount", ["0", "-5"])
@pytest.mark.parametrize("verb", [("promise", "--by", "2026-12-01"), ("payment",)])
def test_an_amount_is_more_than_nothing(called: Path, verb: tuple[str, ...], amount: str) -> None:
    answer = record(called, verb[0], "C1", f"--amount={amount}", *verb[1:], "--json")
    assert (answer.code, answer.error[0]) == (1, "bad_argument")
    assert journal(called) == []


@pytest.mark.parametrize("verb", [("promise", "--by", "2026-12-01"), ("payment",)])
def test_an_amount_stops_at_the_cents(called: Path, verb: tuple[str, ...]) -> None:
    def answered(amount: str) -> Answer:
        return record(called, verb[0], "C1", "--amount", amount, *verb[1:], "--json")

    assert answered("0,005").error == (
        "bad_argument", "Le montant s'arrête aux centimes : deux décimales au plus."
    )  # fmt: skip
    assert answered("12,3456").error[0] == "bad_argument"
    assert journal(called) == []
    assert answered("12,3400").code == 0
    assert answered("0,01").code == 0


def test_a_dispute_holds_its_invoice_alone_until_it_is_resolved(make: Make) -> None:
    book = make(
        [debtor("C1")],
        [invoice("F-1", "C1", LATE, "1200.00"), invoice("F-2", "C1", LATE, "300.00")],
    )
    record(book, "dispute", "C1", "--invoice", "F-1", "--reason", "prix")
    assert agenda(book)["C1"]["claim"] == "300.00"
    assert record(book, "dispute", "C1", "--invoice", "F-1", "--resolve").code == 0
    assert agenda(book)["C1"]["claim"] == "1500.00"
    answer = record(book, "dispute", "C1", "--invoice", "F-1", "--resolve", "--json")
    assert answer.error[0] == "nothing_to_record"


def test_a_dispute_says_why(book: Path) -> None:
    assert record(book, "dispute", "C1", "--invoice", "F-1").code == 2


def test_a_plan_holds_while_it_is_kept_and_payments_fill_it(called: Path) -> None:
    answer = record(called, "plan", "C1", "--instalments", "3", "--first", "2026-11-30")
    assert answer.code == 0
    assert column(called, "tEcheanciers", "amount") == [300, 300, 300]
    assert codes(agenda(called)["C1"], "blocked_by") == ["planned"]
    record(called, "payment", "C1", "--amount", "450", "--invoice", "F-1", day=date(2026, 11, 30))
    assert column(called, "tEcheanciers", "paid") == [300, 150, 0]
    assert column(called, "tEcheanciers", "state") == ["réglée", "à venir", "à venir"]
    # The second instalment, of 30 December, lacks 150: late from the 31st (bank data reach it).
    assert codes(agenda(called, date(2026, 12, 30))["C1"], "blocked_by") == ["planned"]
    assert agenda(called, date(2026, 12, 31))["C1"]["step"] == "call-1"


def test_a_plan_is_not_filled_by_the_payment_of_another_invoice(called: Path) -> None:
    record(called, "plan", "C1", "--instalments", "2", "--first", "2026-11-30")
    with FileBook(called) as open_book:
        open_book.append(
            "tFactures", [{"N° facture": "F-9", "Code client": "C1", "Montant TTC": Decimal(50)}]
        )
        open_book.save()
    record(called, "payment", "C1", "--amount", "50", "--invoice", "F-9")
    assert column(called, "tEcheanciers", "paid") == [0, 0]


def test_a_plan_is_filled_by_payments_of_its_own_currency_alone(make: Make) -> None:
    # 600.00 dollars in two instalments of 300.00; euros that nobody has matched are no dollars.
    dollars = invoice("F-1", "C1", LATE, "600.00", currency="USD")
    book = make([debtor("C1")], [dollars])
    record(book, "plan", "C1", "--instalments", "2", "--first", "2026-11-30")
    record(book, "payment", "C1", "--amount", "300", "--currency", "EUR")
    assert column(book, "tEcheanciers", "paid") == [0, 0]
    # 650.00 dollars on the invoice: 600.00 fill the plan, 50.00 more have nothing to fill.
    record(book, "payment", "C1", "--amount", "650", "--invoice", "F-1")
    assert column(book, "tEcheanciers", "paid") == [300, 300]
    record(book, "reverse", "2")  # the euros were in no instalment
    assert column(book, "tEcheanciers", "paid") == [300, 300]
    record(book, "reverse", "3")
    assert column(book, "tEcheanciers", "paid") == [0, 0]


# --- payments


def test_a_payment_is_noted_on_the_invoice_and_apart(book: Path) -> None:
    answer = record(book, "payment", "C1", "--amount", "1 000,00", "--invoice", "F-1")
    assert answer.code == 0
    assert column(book, "tFactures", "paid") == [1000]
    assert column(book, "tReglements", "amount") == [1000]
    assert column(book, "tReglements", "value_date") == [MONDAY]
    assert agenda(book)["C1"]["open"] == "200.00"


def test_what_exceeds_the_invoice_is_netted_elsewhere(make: Make) -> None:
    book = make(
        [debtor("C1")],
        [invoice("F-1", "C1", LATE, "1200.00"), invoice("F-2", "C1", LATE, "700.00")],
    )
    answer = record(book, "payment", "C1", "--amount", "1500", "--invoice", "F-1", "--json")
    assert answer.json["left_out"][0]["why"][0]["facts"]["amount"] == "300.00"
    assert column(book, "tReglements", "amount") == [1200, 300]
    assert agenda(book)["C1"]["claim"] == "400.00"  # 700 - 300


def test_an_unmatched_payment_is_netted_and_its_invoice_is_guessed(book: Path) -> None:
    answer = record(book, "payment", "C1", "--amount", "1200")
    assert "F-1" in answer.out
    found = agenda(book)["C1"]
    assert codes(found, "blocked_by") == ["covered_by_credits"]
    assert [item["open"] for item in found["items"]] == ["1200.00", "-1200.00"]


def test_a_payment_of_an_invoice_in_dollars_is_in_dollars(make: Make) -> None:
    book = make([debtor("C1")], [invoice("F-1", "C1", LATE, "1200.00", currency="USD")])
    record(book, "payment", "C1", "--amount", "200", "--invoice", "F-1")
    assert column(book, "tReglements", "currency") == ["USD"]


# --- letters


def test_a_presentation_gives_the_day_of_hand_over(make: Make, out: Path) -> None:
    book = noticed(make, out)
    posted = date(2026, 11, 2)
    record(book, "sent", "--tracking", "1A 234", day=posted)
    # Posted Monday 2, no presentation known: 2 + 15 = 17, 3 bank days on: Friday 20.
    assert agenda(book, posted)["C1"]["next_date"] == "2026-11-20"
    assert record(book, "delivered", "C1", day=date(2026, 11, 5)).code == 0
    # Presented Thursday 5: 5 + 8 = 13, 3 bank days on: Wednesday 18.
    assert agenda(book, date(2026, 11, 5))["C1"]["next_date"] == "2026-11-18"
    assert agenda(book, date(2026, 11, 18))["C1"]["step"] == "handover"


def test_a_presentation_is_that_of_the_letter_with_its_number(make: Make, out: Path) -> None:
    book = noticed(make, out)
    record(book, "sent", "--tracking", "1A 234", day=date(2026, 11, 2))
    answer = record(
        book, "delivered", "C1", "--tracking", "9Z 999", "--json", day=date(2026, 11, 5)
    )
    assert answer.error[0] == "nothing_to_record"
    answer = record(book, "delivered", "C1", "--tracking", "1A 234", day=date(2026, 11, 5))
    assert answer.code == 0


def test_a_message_that_did_not_arrive_is_not_done(book: Path, out: Path) -> None:
    run(book, out)
    record(book, "sent")
    assert record(book, "bounced", "C1", day=TUESDAY).code == 0
    after = agenda(book, TUESDAY)["C1"]
    assert (after["step"], after["blocked_by"]) == ("mail-1", [])
    assert (after["channel"], codes(after, "why")[-1]) == ("letter", "email_returned")
    assert record(book, "bounced", "C1", "--json", day=TUESDAY).error[0] == "nothing_to_record"


def test_nothing_is_presented_that_was_not_sent(book: Path) -> None:
    assert record(book, "delivered", "C1", "--json").error[0] == "nothing_to_record"


# --- reversals


def test_a_reversed_sending_is_a_draft_again(book: Path, out: Path) -> None:
    run(book, out)
    record(book, "sent")
    assert record(book, "reverse", "2").code == 0
    assert journal(book)[-1] == ("C1", "mail-1", "reversed")
    assert codes(agenda(book)["C1"], "why")[0] == "draft_waiting"
    assert record(book, "reverse", "2", "--json").error[0] == "nothing_to_record"
    assert record(book, "reverse", "99", "--json").error[0] == "nothing_to_record"


def test_a_reversed_promise_holds_nothing(called: Path) -> None:
    record(called, "promise", "C1", "--amount", "900", "--by", "2026-12-15")
    assert record(called, "reverse", "1").code == 0
    assert column(called, "tPromesses", "debtor") == []
    assert agenda(called)["C1"]["blocked_by"] == []


def test_a_reversed_dispute_was_never_open(book: Path) -> None:
    record(book, "dispute", "C1", "--invoice", "F-1", "--reason", "prix")
    record(book, "reverse", "1")
    assert agenda(book)["C1"]["step"] == "mail-1"


def test_a_reversed_resolution_opens_the_dispute_again(book: Path) -> None:
    record(book, "dispute", "C1", "--invoice", "F-1", "--reason", "prix")
    record(book, "dispute", "C1", "--invoice", "F-1", "--resolve")
    record(book, "reverse", "2")
    assert codes(agenda(book)["C1"], "blocked_by") == ["disputed"]


def test_a_reversed_plan_is_gone(called: Path) -> None:
    record(called, "plan", "C1", "--instalments", "3", "--first", "2026-11-30")
    record(called, "reverse", "1")
    assert column(called, "tEcheanciers", "amount") == []
    assert agenda(called)["C1"]["step"] == "call-1"


def test_a_reversed_payment_is_owed_again(book: Path) -> None:
    record(book, "payment", "C1", "--amount", "1500", "--invoice", "F-1")
    assert record(book, "reverse", "1").code == 0
    assert column(book, "tReglements", "amount") == []
    assert column(book, "tFactures", "paid") == [0]
    assert agenda(book)["C1"]["claim"] == "1200.00"


def test_the_payment_reversed_is_the_one_taken_back(book: Path) -> None:
    record(book, "payment", "C1", "--amount", "100", "--invoice", "F-1")
    record(book, "payment", "C1", "--amount", "250", "--invoice", "F-1")
    record(book, "reverse", "1")
    assert column(book, "tReglements", "amount") == [250]
    assert column(book, "tFactures", "paid") == [250]


def test_the_promise_reversed_is_the_one_taken_back(called: Path) -> None:
    for amount in ("100", "250"):
        record(called, "promise", "C1", "--amount", amount, "--by", "2026-12-15")
    record(called, "reverse", "1")
    assert column(called, "tPromesses", "amount") == [250]


def test_a_plan_holds_free_items_of_one_currency(make: Make) -> None:
    items = [
        invoice("F-1", "C1", LATE, "900"),
        invoice("F-2", "C1", LATE, "5000", currency="USD"),
        invoice("F-3", "C1", LATE, "400", status="on_hold"),
        invoice("F-4", "C1", LATE, "300", kind="retention"),
        invoice("F-5", "C1", LATE, "200"),
    ]
    book = make([debtor("C1")], items)
    record(book, "dispute", "C1", "--invoice", "F-5", "--reason", "prix")
    record(book, "plan", "C1", "--instalments", "2", "--first", "2026-11-30")
    assert column(book, "tEcheanciers", "amount") == [450, 450]
    assert column(book, "tEcheanciers", "items") == ["F-1", "F-1"]


def test_a_plan_leaves_out_what_a_call_said_to_be_in_dispute(make: Make) -> None:
    book = make(
        [debtor("C1")], [invoice("F-1", "C1", LATE, "900"), invoice("F-2", "C1", LATE, "200")]
    )
    record(book, "call", "C1", "--outcome", "dispute")
    words = ("plan", "C1", "--instalments", "2", "--first", "2026-11-30")
    assert record(book, *words, "--json").error[0] == "nothing_to_record"
    record(book, "dispute", "C1", "--invoice", "F-2", "--reason", "prix")  # says which one
    assert record(book, *words).code == 0
    assert column(book, "tEcheanciers", "amount") == [450, 450]
    assert column(book, "tEcheanciers", "items") == ["F-1", "F-1"]


def test_a_plan_needs_an_item_that_is_free(make: Make) -> None:
    book = make([debtor("C1")], [invoice("F-3", "C1", LATE, "400", status="on_hold")])
    words = ("plan", "C1", "--instalments", "2", "--first", "2026-11-30")
    answer = record(book, *words, "--json")
    assert answer.error[0] == "nothing_to_record"
    assert "Rien à étaler" in answer.error[1]


def test_a_plan_of_an_insured_debtor_needs_the_insurer(make: Make) -> None:
    book = make([debtor("C1", insurance="Coface")], [invoice("F-1", "C1", LATE, "900")])
    words = ("plan", "C1", "--instalments", "2", "--first", "2026-11-30")
    assert "assureur" in record(book, *words, "--json").error[1]
    assert record(book, *words, "--insurer-agreed").code == 0


# --- who and what


@pytest.mark.parametrize(
    "words",
    [
        ("call", "C9", "--outcome", "reached"),
        ("payment", "C9", "--amount", "5"),
        ("promise", "C9", "--amount", "5", "--by", "2026-12-01"),
        ("dispute", "C9", "--invoice", "F-1", "--reason", "x"),
        ("plan", "C9", "--instalments", "2", "--first", "2026-12-01"),
        ("delivered", "C9"),
        ("bounced", "C9"),
        ("sent", "C9"),
    ],
)
def test_an_unknown_debtor_is_named_with_those_that_are_near(
    book: Path, words: tuple[str, ...]
) -> None:
    answer = record(book, *words)
    assert answer.code == 1
    assert "« C9 »" in answer.err
    assert "C1" in answer.err
    assert journal(book) == []


@pytest.mark.parametrize("verb", ["payment --amount 5", "dispute --reason x"])
def test_an_unknown_invoice_is_named(book: Path, verb: str) -> None:
    name, *more = verb.split()
    answer = record(book, name, "C1", "--invoice", "F-9", *more)
    assert answer.code == 1
    assert "« F-9 »" in answer.err


@pytest.mark.parametrize(
    "words",
    [
        ("payment", "C1", "--amount", "5"),
        ("promise", "C1", "--amount", "5", "--by", "2026-11-30"),
        ("hold", "C1", "--reason", "x"),
    ],
)
@pytest.mark.parametrize(
    ("typed", "hint"), [("f1", "Est-ce F-1 ?"), ("F 01", "Est-ce F-1 ?"), ("F-9", "client C1.")]
)
def test_a_number_that_is_nearly_right_is_hinted_at(
    book: Path, words: tuple[str, ...], typed: str, hint: str
) -> None:
    answer = record(book, *words, "--invoice", typed)
    assert (answer.code, journal(book)) == (1, [])
    assert f"« {typed} » pour le client C1" in answer.err
    assert hint in answer.err


def test_a_day_before_the_journal_s_last_is_refused_and_the_same_day_is_not(called: Path) -> None:
    record(called, "call", "C1", "--outcome", "voicemail", day=TUESDAY)
    answer = record(called, "payment", "C1", "--amount", "5", "--json", day=MONDAY)
    assert answer.error[0] == "day_before_journal"
    assert column(called, "tReglements", "amount") == []
    assert record(called, "payment", "C1", "--amount", "5", day=TUESDAY).code == 0


def test_a_debtor_who_owes_nothing_has_nothing_to_promise(make: Make) -> None:
    book = make([debtor("C1")])
    for words in (
        ("promise", "C1", "--amount", "5", "--by", "2026-12-01"),
        ("plan", "C1", "--instalments", "2", "--first", "2026-12-01"),
        ("call", "C1", "--outcome", "reached"),
    ):
        assert record(book, *words, "--json").error[0] == "nothing_to_record"


def test_a_debtor_without_e_mail_gets_a_letter_and_without_address_a_reason(make: Make) -> None:
    silent = debtor("C1", payables=Contact())
    nowhere = debtor("C2", payables=Contact(), address=Address())
    book = make(
        [silent, nowhere],
        [invoice("F-1", "C1", LATE, "100"), invoice("F-2", "C2", LATE, "100")],
    )
    found = agenda(book)
    assert found["C1"]["channel"] == "letter"
    assert codes(found["C2"], "blocked_by") == ["no_address"]


def test_the_journal_s_chain_holds_after_all_of_it(called: Path, out: Path) -> None:
    record(called, "call", "C1", "--outcome", "reached", "--note", "rappelle jeudi")
    run(called, out)
    record(called, "sent")
    record(called, "payment", "C1", "--amount", "100")
    assert [event.number for event in desk_of(called).ledger.events] == [1, 2, 3, 4]
    assert relance("doctor", called).code == 0
