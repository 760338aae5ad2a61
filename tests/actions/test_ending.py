"""Drafts that a payment, a promise, a dispute... overtakes: ended at once, set aside, and told."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.actions.exports import HEADINGS
from tests.actions.world import (
    MONDAY,
    Answer,
    agenda,
    column,
    debtor,
    desk_of,
    invoice,
    journal,
    make_book,
    relance,
    run,
    type_in,
)

from relance.actions import ending
from relance.actions.around import keep
from relance.core.errors import OutputFolderError
from relance.hosts.file.book import FileBook

Make = Callable[..., Path]
TUESDAY = date(2026, 11, 24)
NOTICE = "La mise en demeure du 23/11/2026"


@pytest.fixture
def book(make: Make, out: Path) -> Path:
    """Return a workbook whose notice to C1 and e-mail to C2 were written on Monday."""
    pressed = invoice(
        "F-1", "C1", date(2026, 9, 10), "900.00",
        last_step="letter-2", last_step_date=date(2026, 10, 20),
    )  # fmt: skip
    path = make([debtor("C1"), debtor("C2")], [pressed, invoice("F-2", "C2", LATE, "200.00")])
    assert run(path, out).code == 0
    assert journal(path) == [("C1", "notice", "draft"), ("C2", "mail-1", "draft")]
    return path


LATE = date(2026, 11, 19)


def record(book: Path, *words: object, day: date = TUESDAY) -> Answer:
    return relance("record", book, *words, "--day", day)


def letters(out: Path) -> list[Path]:
    return list(out.glob("*.docx"))


def left(answer: Answer) -> list[tuple[str, str]]:
    return [(one["debtor"], one["why"][0]["code"]) for one in answer.json["left_out"]]


PAID = ("payment", "C1", "--amount", "900", "--invoice", "F-1")


@pytest.mark.parametrize(
    ("words", "may_have_gone"),
    [
        (PAID, False),
        (("payment", "C1", "--amount", "900"), False),
        (("promise", "C1", "--amount", "900", "--by", "2026-12-04"), True),
        (("dispute", "C1", "--invoice", "F-1", "--reason", "prix"), True),
        (("hold", "C1", "--reason", "avoir à venir"), True),
        (("plan", "C1", "--instalments", "2", "--first", "2026-12-04"), True),
        (("call", "C1", "--outcome", "dispute"), True),
    ],
    ids=lambda one: one[0] if isinstance(one, tuple) else "",
)
def test_a_letter_that_must_not_go_out_any_more_leaves_the_folder_and_it_is_said(
    book: Path, out: Path, words: tuple[str, ...], *, may_have_gone: bool
) -> None:
    (letter,) = letters(out)
    answer = record(book, *words)
    assert answer.code == 0
    told = f"{NOTICE} n'est plus à envoyer : fichier rangé dans perimes/ ({letter.name})."
    assert told in answer.out
    assert ("relance record CLASSEUR sent C1" in answer.out) is may_have_gone
    assert journal(book)[-1] == ("C1", "notice", "cancelled")
    assert column(book, "tJournal", "day")[-1] == TUESDAY
    assert desk_of(book).ledger.events[-1].entered_at
    assert not letters(out)
    assert (out / "perimes" / letter.name).is_file()
    assert len(list(out.glob("*.eml"))) == 1  # the other debtor's stays


def test_what_has_nothing_to_do_with_a_draft_leaves_it_alone(book: Path, out: Path) -> None:
    answer = record(book, "payment", "C2", "--amount", "200", "--invoice", "F-2", "--json")
    assert left(answer) == [("C2", "draft_ended")]
    assert len(letters(out)) == 1
    assert agenda(book, TUESDAY)["C1"]["why"][0]["code"] == "draft_waiting"


def test_a_call_sheet_is_no_letter(make: Make, out: Path) -> None:
    called = invoice(
        "F-1", "C1", date(2026, 11, 4), "900.00",
        last_step="mail-1", last_step_date=date(2026, 11, 6),
    )  # fmt: skip
    path = make([debtor("C1")], [called])
    run(path, out)
    assert "attend" in agenda(path)["C1"]["why"][0]["text"]
    assert "notez l'appel" in agenda(path)["C1"]["why"][0]["text"]
    answer = record(path, *PAID)
    assert "La fiche d'appel du 23/11/2026" in answer.out
    assert "n'est plus à suivre" in answer.out
    assert "Déjà parti" not in answer.out


def test_one_that_was_withdrawn_is_confirmed_by_the_word_that_it_had_gone(book: Path) -> None:
    record(book, "promise", "C1", "--amount", "900", "--by", "2026-12-04")
    assert record(book, "sent", "--json").json["left_out"] == []  # C2's alone
    answer = record(book, "sent", "C1", "--tracking", "1A 111")
    assert (answer.code, answer.out) == (1, "")  # never by the way
    assert "a été retiré, ne l'envoyez pas" in answer.err
    assert record(book, "sent", "C1", "--tracking", "1A 111", "--gone").code == 0
    assert journal(book)[-1] == ("C1", "notice", "sent")
    assert column(book, "tFactures", "last_step")[0] == "notice"
    again = record(book, "sent", "C1", "--tracking", "1A 111", "--gone", "--json")
    assert again.error[0] == "nothing_to_record"  # it is sent once


def test_one_that_was_paid_or_written_anew_is_past(book: Path, out: Path) -> None:
    record(book, *PAID)
    assert record(book, "sent", "C1", "--json").error[0] == "nothing_to_record"
    record(book, "reverse", 3)
    assert run(book, out, TUESDAY).code == 0
    assert record(book, "sent", "C1", "--tracking", "1A 111").code == 0
    sent = [event for event in desk_of(book).ledger.events if event.outcome == "sent"]
    assert [event.document[:10] for event in sent] == ["2026-11-24"]


def test_a_file_that_is_open_is_named(book: Path, out: Path) -> None:
    (out / "perimes").write_text("not a folder", "utf-8")
    (letter,) = letters(out)
    answer = record(book, *PAID)
    assert f"{NOTICE} n'est plus à envoyer : supprimez son fichier" in answer.out
    assert letter.name in answer.out
    assert journal(book)[-1] == ("C1", "notice", "cancelled")


def test_a_file_that_somebody_has_moved_is_to_be_taken_back(book: Path, out: Path) -> None:
    (letter,) = letters(out)
    letter.rename(out.parent / letter.name)
    answer = record(book, *PAID)
    assert "n'est plus à envoyer. Son fichier n'est pas dans le dossier" in answer.out


def test_without_an_output_folder_the_draft_is_ended_all_the_same(book: Path, out: Path) -> None:
    with FileBook(book) as opened:
        opened.set("DossierSortie", None)
        opened.save()
    answer = record(book, *PAID, "--json")
    assert left(answer) == [("C1", "draft_ended")]
    assert answer.json["left_out"][0]["why"][0]["facts"]["reason"] == "gone"
    assert journal(book)[-1] == ("C1", "notice", "cancelled")
    assert len(letters(out)) == 1


def test_a_folder_that_goes_away_meanwhile_loses_no_fact(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: Any) -> Any:
        raise OutputFolderError(path="Z:", reason="missing")

    monkeypatch.setattr(ending, "cancel_void", gone)
    assert record(book, *PAID).code == 0
    assert journal(book)[-1] == ("C1", "payment", "done")
    monkeypatch.undo()
    assert ("C1", "draft_ended") in left(record(book, "payment", "C2", "--amount", "5", "--json"))


def test_a_day_before_the_journal_s_last_ends_nothing(book: Path) -> None:
    type_in(book, "tFactures", "paid", 2, 900)
    with FileBook(book) as opened:
        assert keep(opened, date(2026, 11, 20), "now") == ()
    assert len(journal(book)) == 2


def test_the_file_of_a_draft_taken_back_is_set_aside(book: Path, out: Path) -> None:
    (letter,) = letters(out)
    answer = record(book, "reverse", 1, "--json")
    assert left(answer) == [("C1", "draft_reversed"), ("C1", "file_set_aside")]
    assert (out / "perimes" / letter.name).is_file()
    assert not letters(out)
    assert run(book, out, TUESDAY).code == 0
    assert len(letters(out)) == 1


def test_a_draft_taken_back_and_made_again_the_same_day_stays(book: Path, out: Path) -> None:
    record(book, "reverse", 1, day=MONDAY)
    run(book, out)
    assert len(letters(out)) == 1
    record(book, "payment", "C2", "--amount", "5", "--invoice", "F-2")
    assert len(letters(out)) == 1


def test_an_import_that_shows_a_payment_ends_the_draft_too(book: Path, out: Path) -> None:
    export = book.parent / "postes.csv"
    rows = ["C1;Client C1;F-1;10/08/2026;10/09/2026;900,00;900,00;0,00",
            "C2;Client C2;F-2;19/10/2026;19/11/2026;200,00;0,00;200,00"]  # fmt: skip
    export.write_text("\n".join([HEADINGS, *rows]) + "\n", "utf-8")
    answer = relance("import", book, export, "--as-of", TUESDAY)
    assert answer.code == 0, answer
    assert f"{NOTICE}" in answer.out
    assert journal(book)[-1] == ("C1", "notice", "cancelled")
    assert not letters(out)


# --- the queue


def test_the_queue_asks_nobody_to_confirm_what_is_paid(book: Path) -> None:
    type_in(book, "tFactures", "paid", 2, 900)
    with FileBook(book) as opened:  # a credit keeps the debtor in the queue
        opened.append(
            "tFactures",
            [{"N° facture": "A-1", "Code client": "C1", "Nature": "avoir", "Montant TTC": -50}],
        )
        opened.save()
    (why,) = [one for one in agenda(book)["C1"]["why"] if "notice" in str(one["facts"])][:1]
    assert why["code"] == "draft_void"
    assert "confirmez" not in why["text"]
    assert "n'est plus à envoyer" in why["text"]


def test_a_queue_without_work_says_what_comes_next(book: Path, out: Path) -> None:
    told = relance("agenda", book, "--as-of", MONDAY).out
    assert "2 clients à relancer, tout est préparé." in told
    assert "Suite : 2 brouillons à confirmer : relance record CLASSEUR sent" in told
    for code, words in (("C1", PAID), ("C2", ("hold", "C2", "--reason", "avoir"))):
        assert left(record(book, *words, "--json"))[0] == (code, "draft_ended")
    told = relance("agenda", book, "--as-of", TUESDAY).out
    assert "Aucun client à relancer." in told
    assert "Rien d'autre à faire." in told
    assert "relance run" not in told
    answer = run(make_book(out.parent / "vide.xlsx"), out, TUESDAY)
    assert "relance import CLASSEUR FICHIER" in answer.out


def test_the_run_leaves_a_draft_of_the_day_alone(book: Path, out: Path) -> None:
    """Another invoice falls due on the day: who wants both in one letter takes the first back."""
    with FileBook(book) as opened:
        opened.append(
            "tFactures",
            [{"N° facture": "F-3", "Code client": "C2", "Échéance": date(2026, 11, 18),
              "Montant TTC": 70}],
        )  # fmt: skip
        opened.save()
    answer = run(book, out, MONDAY, "--redo", "--json")
    assert [one["why"][0]["code"] for one in answer.json["skipped"]] == ["already_written"] * 2
    assert len(journal(book)) == 2
