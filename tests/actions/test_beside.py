"""Documents beside the policy from a workbook: who gets one, and what it leaves as it was."""

import re
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from tests.actions.world import (
    MONDAY,
    debtor,
    desk_of,
    invoice,
    journal,
    make_book,
    relance,
    type_in,
)

from relance.core.decide import decide
from relance.core.journal import chained, document_key
from relance.core.records import Address, Contact, Debtor, Event, Payment, Procedure, Receivable

LATE = date(2026, 11, 2)
SENT = Event(
    1, date(2026, 11, 10), "C1", ("F1",), "mail-1", "email", "out", "sent", "d1", "0" * 64
)  # fmt: skip


def book(path: Path, **more: Any) -> Path:
    """A book of one firm that owes F1 (late), F2 (not due) and has a credit note."""
    given: dict[str, Any] = {
        "debtors": [debtor("C1")],
        "items": [
            invoice("F1", "C1", LATE, "1000"),
            invoice("F2", "C1", date(2026, 12, 31), "500"),
            invoice("A1", "C1", date(2026, 11, 2), "-50", "credit_note"),
        ],
    }
    return make_book(path / "r.xlsx", **(given | more))


def written(path: Path, verb: str, *words: object, ok: int | None = None) -> Any:
    """Write, and expect the exit code of what came of it: 1 when all were left out."""
    answer = relance(
        verb, path, *words, "--as-of", MONDAY, "--out", path.parent / "out", "--json"
    )  # fmt: skip
    said = answer.json
    usual = 1 if said.get("skipped") and not said["documents"] else 0
    assert answer.code == (usual if ok is None else ok), answer
    return said


def test_the_exit_code_tells_that_nothing_could_be_written(tmp_path: Path) -> None:
    path = make_book(tmp_path / "r.xlsx", [debtor("C1")], [invoice("F1", "C1", MONDAY, "100")])
    words = ("--as-of", MONDAY, "--out", tmp_path / "out")
    settle = ("settlement", path, "C1", "--amount", 50, "--by", date(2026, 12, 31))
    assert relance("thanks", path, "C1", *words).code == 1
    assert relance("penalty-note", path, "C1", *words).code == 1
    assert relance("plan-letter", path, "C1", *words).code == 1
    assert relance(*settle, *words).code == 1  # it is due on the day: not late
    assert relance("thanks", path, *words).code == 0  # nobody was due one
    assert relance("statement", path, "C1", *words).code == 0


def words_of(path: Path) -> str:
    """Return the words of a Word file, a paragraph a line."""
    with zipfile.ZipFile(path) as package:
        xml = package.read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", xml.replace("</w:p>", "\n")).replace("\u00a0", " ")


def why(answer: Any) -> list[tuple[str, str]]:
    return [(left["debtor"], left["why"][0]["code"]) for left in answer["skipped"]]


# --- statement -------------------------------------------------------------------------------


def test_a_statement_is_a_mail_of_all_that_is_open(tmp_path: Path) -> None:
    answer = written(book(tmp_path), "statement")
    ((document,),) = (answer["documents"],)
    assert document["kind"] == "statement"
    assert document["channel"] == "email"
    assert document["items"] == ["F1", "F2"]
    assert Path(document["path"]).is_file()


def test_a_statement_moves_nothing_and_counts_for_nothing(tmp_path: Path) -> None:
    path = book(tmp_path)
    before = decide(desk_of(path).case("C1"), desk_of(path).setting, MONDAY)
    written(path, "statement")
    desk = desk_of(path)
    assert journal(path) == [("C1", "statement", "prepared")]
    assert desk.drafts() == ()
    assert decide(desk.case("C1"), desk.setting, MONDAY) == before
    tomorrow = MONDAY + timedelta(days=1)
    assert decide(desk.case("C1"), desk.setting, tomorrow).blocked_by == ()  # no interval runs


def reference(path: Path) -> str:
    """Return the reference of an e-mail."""
    mail = message_from_bytes(path.read_bytes(), policy=default)
    body = mail.get_body(("plain",))
    assert body is not None
    text = body.get_content().replace("\u00a0", " ")
    return str(text.rpartition("Nos références : ")[2].split()[0])


def test_documents_of_one_day_have_a_reference_each(tmp_path: Path) -> None:
    path = book(tmp_path)
    assert relance("run", path, "--as-of", MONDAY, "--out", tmp_path / "out").code == 0
    (reminder,) = (tmp_path / "out").glob("*.eml")
    told = [reference(reminder)]
    for verb, *words in (
        ("statement",), ("penalty-note",), ("settlement", "--amount", "700", "--by", "2026-12-15"),
    ):  # fmt: skip
        told.append(reference(Path(written(path, verb, "C1", *words)["documents"][0]["path"])))
    assert relance("record", path, "release", "C1", "--reason", "x", "--day", MONDAY).code == 0
    plan = ("plan", "C1", "--instalments", "2", "--first", "2026-12-01", "--day", MONDAY)
    assert relance("record", path, *plan).code == 0
    told.append(reference(Path(written(path, "plan-letter", "C1")["documents"][0]["path"])))
    assert told == [
        "C1-20261123", "RC-C1-20261123", "NP-C1-20261123", "AR-C1-20261123", "EC-C1-20261123",
    ]  # fmt: skip


def test_two_settlements_of_one_day_have_a_reference_each(tmp_path: Path) -> None:
    path = book(tmp_path, items=[
        invoice("F1", "C1", LATE, "1000"), invoice("F2", "C1", LATE, "500"),
    ])  # fmt: skip

    def agreed(number: str, amount: str) -> tuple[Path, bytes]:
        words = ("C1", "--invoice", number, "--amount", amount, "--by", "2026-12-15")
        file = Path(written(path, "settlement", *words)["documents"][0]["path"])
        return file, file.read_bytes()

    first, second = agreed("F1", "700"), agreed("F2", "400")
    assert [reference(one) for one, _ in (first, second)] == ["AR-C1-20261123", "AR-C1-20261123-2"]
    for number, amount, (file, content) in (("F1", "700", first), ("F2", "400", second)):
        assert agreed(number, amount) == (file, content)  # nothing is written
        file.unlink()
        again, _ = agreed(number, amount)  # its line is a new one, its reference is not
        assert reference(again) == ("AR-C1-20261123" if number == "F1" else "AR-C1-20261123-2")
    # another sum takes the place of the first, and is another document
    assert reference(agreed("F1", "650")[0]) == "AR-C1-20261123-3"


def test_two_plans_of_one_day_have_a_reference_each(tmp_path: Path) -> None:
    path = book(tmp_path)

    def record(*words: object) -> None:
        assert relance("record", path, *words, "--day", MONDAY).code == 0

    def letter() -> tuple[Path, bytes]:
        file = Path(written(path, "plan-letter", "C1")["documents"][0]["path"])
        return file, file.read_bytes()

    plan = ("plan", "C1", "--first", "2026-12-01", "--instalments")
    record(*plan, 2)
    first, _ = letter()
    assert reference(first) == "EC-C1-20261123"
    record(*plan, 3)  # takes the place of the first
    second, content = letter()
    assert reference(second) == "EC-C1-20261123-2"
    assert letter() == (second, content)  # nothing is written
    second.unlink()
    assert reference(letter()[0]) == "EC-C1-20261123-2"  # its line is a new one
    number = next(one.number for one in reversed(desk_of(path).ledger.events) if one.step == "plan")
    record("reverse", number)  # the first runs again, and is the same document
    assert reference(letter()[0]) == "EC-C1-20261123"
    # no line tells a plan whose day a person has typed anew: it has a reference of its own
    for row in (2, 3):
        type_in(path, "tEcheanciers", "agreed_on", row, MONDAY - timedelta(days=1))
    assert reference(letter()[0]) == "EC-C1-20261123-3"


def test_a_statement_leaves_the_draft_of_a_reminder_alone(tmp_path: Path) -> None:
    path = book(tmp_path)
    assert relance("run", path, "--as-of", MONDAY, "--out", tmp_path / "out").code == 0
    waiting = [draft.document for draft in desk_of(path).drafts()]
    written(path, "statement")
    assert [draft.document for draft in desk_of(path).drafts()] == waiting
    assert len(waiting) == 1


def test_the_same_statement_is_written_once_while_it_is_there(tmp_path: Path) -> None:
    path = book(tmp_path)
    first = written(path, "statement")["documents"]
    assert written(path, "statement")["documents"] == first
    assert [line[1] for line in journal(path)] == ["statement"]
    Path(first[0]["path"]).unlink()
    assert Path(written(path, "statement")["documents"][0]["path"]).is_file()
    assert [line[1] for line in journal(path)] == ["statement", "statement"]


def test_a_statement_goes_by_post_when_asked_or_without_a_mail_address(tmp_path: Path) -> None:
    path = book(tmp_path)
    assert written(path, "statement", "--letter")["documents"][0]["channel"] == "letter"
    (tmp_path / "b").mkdir()
    path = book(tmp_path / "b", debtors=[debtor("C1", payables=Contact("Mme Petit"))])
    assert written(path, "statement")["documents"][0]["channel"] == "letter"


@pytest.mark.parametrize(
    ("silent", "code"),
    [
        (debtor("C1", do_not_contact=True), "do_not_contact"),
        (debtor("C1", payables=Contact(), address=Address()), "no_address"),
        (debtor("C1", procedure=Procedure("conciliation", date(2026, 9, 1))), "held"),
    ],
)
def test_who_is_not_written_to_gets_no_statement(tmp_path: Path, silent: Debtor, code: str) -> None:
    answer = written(book(tmp_path, debtors=[silent]), "statement", "C1")
    assert answer["documents"] == []
    assert why(answer) == [("C1", code)]


@pytest.mark.parametrize("status", ["assigned", "handed_over", "closed"])
def test_what_is_another_s_or_settled_is_not_on_the_statement(tmp_path: Path, status: str) -> None:
    items = [invoice("F1", "C1", LATE, "1000", status=status), invoice("F2", "C1", LATE, "5")]
    answer = written(book(tmp_path, items=items), "statement")
    assert answer["documents"][0]["items"] == ["F2"]


def stated(path: Path) -> str:
    """Return the words of the statement of C1, by post."""
    return words_of(Path(written(path, "statement", "C1", "--letter")["documents"][0]["path"]))


@pytest.mark.parametrize(
    "held",
    [
        invoice("F3", "C1", LATE, "300", status="disputed"),
        invoice("F3", "C1", LATE, "300", status="refused"),
        invoice("F3", "C1", LATE, "300", status="on_hold"),
        invoice("F3", "C1", date(2027, 11, 2), "300", kind="retention"),
    ],
)
def test_a_statement_lists_what_is_held_and_asks_for_the_rest(
    tmp_path: Path, held: Receivable
) -> None:
    text = stated(book(tmp_path, items=[invoice("F1", "C1", LATE, "1000"), held]))
    assert "1 300,00 €" in text  # the balance
    assert "Somme à virer\n1 000,00 €" in text
    (tmp_path / "alone").mkdir()
    alone = stated(book(tmp_path / "alone", items=[held]))
    assert "300,00 €" in alone
    assert "IBAN" not in alone


def test_a_statement_leaves_out_what_an_import_no_longer_had_and_says_so(tmp_path: Path) -> None:
    """It is probably paid; released, or held by a person since, it is listed."""
    events = [chained(Event(1, LATE, "C1", ("F3", "A1"), "absent", direction="in"), None)]
    items = [
        invoice("F1", "C1", LATE, "1000"),
        invoice("F3", "C1", LATE, "300", status="on_hold"),
        invoice("A1", "C1", LATE, "-50", "credit_note", status="on_hold"),
    ]
    path = book(tmp_path, items=items, events=events)
    answer = written(path, "statement", "C1", "--letter")
    (document,) = answer["documents"]
    assert document["items"] == ["F1"]
    assert "unstated" in [one["code"] for one in answer["findings"]]
    text = words_of(Path(document["path"]))
    assert "F3" not in text
    assert "950,00 €" in text  # 1 000 - 50: what lowers a sum stays
    (tmp_path / "alone").mkdir()
    alone = book(tmp_path / "alone", items=items[1:2], events=events)
    assert why(written(alone, "statement", "C1")) == [("C1", "unstated")]
    relance("record", path, "release", "C1", "--invoice", "F3", "--day", MONDAY)
    assert "1 250,00 €" in stated(path)  # 1 000 + 300 - 50


def test_a_statement_tells_what_was_promised_and_asks_for_the_rest(tmp_path: Path) -> None:
    items = [invoice("F1", "C1", LATE, "1000"), invoice("F3", "C1", LATE, "300")]
    path = book(tmp_path, items=items)
    promise = ("promise", "C1", "--amount", "600", "--by", "2026-12-01", "--invoice", "F1")
    assert relance("record", path, *promise, "--day", MONDAY).code == 0
    text = stated(path)
    assert "1 300,00 €" in text  # the balance
    assert (
        "Un règlement de 600,00 € est annoncé pour le 1er décembre 2026, au titre de F1 : ce"
        " relevé ne demande rien d’autre à ce titre."
    ) in text
    assert "Somme à virer\n300,00 €" in text
    # the bank tells until 31 December: on 2 December it has not come
    words = ("statement", path, "C1", "--letter", "--as-of", "2026-12-02")
    (later,) = relance(*words, "--out", tmp_path / "out", "--json").json["documents"]
    text = words_of(Path(later["path"]))
    assert "est annoncé" not in text
    assert "1 300,00 €" in text
    assert "IBAN" in text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Een betaling van € 1.000,00 is aangekondigd tegen 1 december 2026, voor F1"),
        ("de", "Eine Zahlung von 1.000,00 € ist zum 1. Dezember 2026 angekündigt, für F1"),
        ("en", "A payment of €1,000.00 has been announced for 1 December 2026, for F1"),
    ],
)
def test_a_statement_of_what_is_promised_alone_asks_for_nothing(
    tmp_path: Path, language: str, said: str
) -> None:
    given = debtor("C1", language=language)
    path = book(tmp_path, items=[invoice("F1", "C1", LATE, "1000")], debtors=[given])
    promise = ("promise", "C1", "--amount", "1000", "--by", "2026-12-01")
    assert relance("record", path, *promise, "--day", MONDAY).code == 0
    text = stated(path)
    assert said in text
    assert "IBAN" not in text


def promised(path: Path, amount: str, by: str, *numbers: str) -> None:
    named = [word for number in numbers for word in ("--invoice", number)]
    words = ("promise", "C1", "--amount", amount, "--by", by, *named, "--day", MONDAY)
    assert relance("record", path, *words).code == 0


def test_a_statement_tells_what_is_left_of_a_promise(tmp_path: Path) -> None:
    """800.00 of 1 000.00 are promised, 300.00 have come."""
    path = book(tmp_path, items=[invoice("F1", "C1", LATE, "1000")])
    promised(path, "800", "2026-12-01", "F1")
    words = ("payment", "C1", "--amount", "300", "--invoice", "F1", "--day", MONDAY)
    assert relance("record", path, *words).code == 0
    assert "Un règlement de 500,00 € est annoncé pour le 1er décembre" in stated(path)


def test_a_promise_whose_money_has_come_announces_nothing(tmp_path: Path) -> None:
    """The payment was typed into the sheet: nothing there says that the promise is kept."""
    paid = Payment("C1", Decimal(800), MONDAY, "F1")
    items = [invoice("F1", "C1", LATE, "1000", paid=Decimal(800))]
    path = book(tmp_path, items=items, payments=[paid])
    promised(path, "800", "2026-12-01", "F1")
    text = stated(path)
    assert "est annoncé" not in text
    assert "IBAN" in text  # 200.00, all that is open


def test_each_promise_is_told_and_what_is_promised_twice_is_in_the_balance_once(
    tmp_path: Path,
) -> None:
    items = [invoice("F1", "C1", LATE, "1000"), invoice("F3", "C1", LATE, "300")]
    path = book(tmp_path, items=[*items, invoice("F4", "C1", LATE, "50")])
    promised(path, "300", "2026-12-01", "F1")
    promised(path, "300", "2026-12-01", "F3")  # the same terms
    promised(path, "700", "2026-12-20", "F1")
    text = stated(path)
    for said in (
        "300,00 € est annoncé pour le 1er décembre 2026, au titre de F1 ",
        "300,00 € est annoncé pour le 1er décembre 2026, au titre de F3 ",
        "700,00 € est annoncé pour le 20 décembre 2026, au titre de F1 ",
    ):
        assert text.count(said) == 1
    assert "Somme à virer\n50,00 €" in text  # F4


def test_a_promise_is_told_for_what_no_plan_holds_of_it(tmp_path: Path) -> None:
    """1 300.00 were promised, then 1 000.00 of it are in a plan: 300.00 are left of the promise."""
    items = [invoice("F1", "C1", LATE, "1000"), invoice("F3", "C1", LATE, "300")]
    path = book(tmp_path, items=items)
    promised(path, "1300", "2026-12-01")
    words = ("plan", "C1", "--instalments", "2", "--first", "2026-12-01", "--day", MONDAY)
    assert relance("record", path, *words).code == 0
    for row in (2, 3):
        type_in(path, "tEcheanciers", "items", row, "F1")
    assert "300,00 € est annoncé pour le 1er décembre 2026, au titre de F3 " in stated(path)


LATER = invoice("F2", "C1", date(2026, 12, 31), "500")


def test_what_is_promised_in_a_plan_is_told_as_planned(tmp_path: Path) -> None:
    """F1 was promised in part, then a plan was agreed on for it."""
    path = book(tmp_path, items=[invoice("F1", "C1", LATE, "1000"), LATER])
    for words in (
        ("promise", "C1", "--amount", "750", "--by", "2026-12-01", "--invoice", "F1"),
        ("plan", "C1", "--instalments", "2", "--first", "2026-12-01"),
    ):
        assert relance("record", path, *words, "--day", MONDAY).code == 0
    type_in(path, "tEcheanciers", "items", 2, "F1")
    type_in(path, "tEcheanciers", "items", 3, "F1")
    text = stated(path)
    assert "Un échéancier convenu le 23 novembre 2026 est en cours, pour F1 :" in text
    assert "est annoncé" not in text
    assert "Somme à virer\n500,00 €" in text  # F2


def test_the_ages_of_a_statement_add_up_to_what_it_lists(tmp_path: Path) -> None:
    """1 000.00 late by 21 days, and 50.00 without a due date, which is not due."""
    items = [invoice("F1", "C1", LATE, "1000"), invoice("F9", "C1", None, "50")]
    text = stated(book(tmp_path, items=items))
    assert "Non échu\n50,00 €" in text
    assert "De 1 à 30 jours\n1 000,00 €" in text


def test_everybody_has_one_statement_a_month_and_another_when_something_changed(
    tmp_path: Path,
) -> None:
    path = book(tmp_path)
    out = ("--out", tmp_path / "out", "--json")
    first = relance("statement", path, "--as-of", "2026-11-23", *out).json
    assert len(first["documents"]) == 1
    again = relance("statement", path, "--as-of", "2026-11-30", *out).json
    assert again["documents"] == []
    assert why(again) == [("C1", "statement_unchanged")]
    assert (
        len(relance("statement", path, "C1", "--as-of", "2026-11-30", *out).json["documents"]) == 1
    )
    paid = ("payment", "C1", "--amount", "100", "--invoice", "F1", "--day", "2026-11-30")
    assert relance("record", path, *paid).code == 0
    changed = relance("statement", path, "--as-of", "2026-11-30", *out).json
    assert len(changed["documents"]) == 1
    next_month = relance("statement", path, "--as-of", "2026-12-31", *out).json
    assert len(next_month["documents"]) == 1


def test_a_statement_that_tells_a_note_on_what_was_paid_is_unchanged_too(tmp_path: Path) -> None:
    items = [
        invoice("F0", "C1", date(2026, 8, 1), "2000", paid=Decimal(2000)),
        invoice("F1", "C1", date(2026, 11, 19), "1000"),
    ]
    came = Payment("C1", Decimal(2000), date(2026, 11, 1), "F0")
    path = book(tmp_path, items=items, payments=[came])
    written(path, "penalty-note", "C1", "--letter")
    relance("record", path, "sent", "C1", "--day", MONDAY)
    assert len(written(path, "statement", "--letter")["documents"]) == 1
    later = ("--as-of", "2026-11-25", "--out", tmp_path / "out", "--json")
    answer = relance("statement", path, "--letter", *later).json
    assert why(answer) == [("C1", "statement_unchanged")]


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_a_balance_of_credits_alone_is_in_the_debtor_s_favour(
    tmp_path: Path, language: str
) -> None:
    items = [invoice("A1", "C1", LATE, "-50", "credit_note")]
    path = book(tmp_path, items=items, debtors=[debtor("C1", language=language)])
    answer = written(path, "statement", "--letter")
    text = words_of(Path(answer["documents"][0]["path"]))
    said = {
        "fr": "en votre faveur", "nl": "in uw voordeel", "de": "zu Ihren Gunsten",
        "en": "in your favour",
    }  # fmt: skip
    assert said[language] in text
    assert "IBAN" not in text


def test_an_unknown_debtor_is_refused(tmp_path: Path) -> None:
    answer = relance("statement", book(tmp_path), "C9", "--out", tmp_path, "--json")
    assert answer.code == 1
    assert answer.error[0] == "unknown_debtor"


def test_a_trial_writes_nothing(tmp_path: Path) -> None:
    path = book(tmp_path)
    answer = written(path, "statement", "--dry-run")
    assert not Path(answer["documents"][0]["path"]).exists()
    assert journal(path) == []


# --- thanks ----------------------------------------------------------------------------------


def paid_book(path: Path, *, left: str = "0", other: date | None = None, **more: Any) -> Path:
    paid = Decimal(1000) - Decimal(left)
    items = [invoice("F1", "C1", LATE, "1000", paid=paid)]
    if other:
        items.append(invoice("F2", "C1", other, "500"))
    return book(path, items=items, events=[chained(SENT, None)], **more)


def test_who_paid_what_was_asked_is_thanked_once(tmp_path: Path) -> None:
    path = paid_book(tmp_path)
    answer = written(path, "thanks")
    assert [(one["kind"], one["items"]) for one in answer["documents"]] == [("thanks", ["F1"])]
    assert written(path, "thanks")["documents"] == []
    assert why(written(path, "thanks", "C1")) == [("C1", "nothing_to_thank")]


@pytest.mark.parametrize(
    ("left", "other", "thanked"),
    [
        ("0", date(2026, 12, 31), True),  # nothing else is late
        ("0", MONDAY, True),  # due today
        ("0", MONDAY - timedelta(days=1), False),  # late since yesterday
        ("0.01", None, False),
    ],
)
def test_nobody_is_thanked_who_still_owes_something_late(
    tmp_path: Path, left: str, other: date | None, thanked: bool
) -> None:
    answer = written(paid_book(tmp_path, left=left, other=other), "thanks")
    assert bool(answer["documents"]) is thanked


def test_nobody_is_thanked_for_an_invoice_that_is_not_in_the_book_any_more(tmp_path: Path) -> None:
    """The last message asked for F1; only F2, not due, is there."""
    items = [invoice("F2", "C1", date(2026, 12, 31), "500")]
    path = book(tmp_path, items=items, events=[chained(SENT, None)])
    assert written(path, "thanks")["documents"] == []


def test_nobody_is_thanked_for_money_that_came_to_another(tmp_path: Path) -> None:
    paid = invoice("F1", "C1", LATE, "1000", paid=Decimal(1000), status="assigned")
    path = book(tmp_path, items=[paid], events=[chained(SENT, None)])
    assert why(written(path, "thanks", "C1")) == [("C1", "nothing_to_thank")]


def test_nobody_is_thanked_who_was_not_reminded(tmp_path: Path) -> None:
    items = [invoice("F1", "C1", LATE, "1000", paid=Decimal(1000))]
    assert written(book(tmp_path, items=items), "thanks")["documents"] == []


def test_nobody_is_thanked_for_money_that_is_to_come(tmp_path: Path) -> None:
    tomorrow = [Payment("C1", Decimal(1000), MONDAY + timedelta(days=1), "F1")]
    assert written(paid_book(tmp_path, payments=tomorrow), "thanks")["documents"] == []


CAME = Payment("C1", Decimal(1000), MONDAY)  # matched with no invoice


@pytest.mark.parametrize(
    ("others", "payments", "thanked"),
    [
        ([], [CAME], True),
        ([], [replace(CAME, amount=Decimal(600)), replace(CAME, amount=Decimal(400))], True),
        ([], [replace(CAME, amount=Decimal("1000.01"))], False),
        ([], [replace(CAME, amount=Decimal("999.99"))], False),
        ([], [replace(CAME, value_date=MONDAY + timedelta(days=1))], False),
        ([], [CAME, replace(CAME, currency="USD")], False),
        ([], [replace(CAME, currency="USD")], False),
        ([invoice("A1", "C1", LATE, "-50", "credit_note")], [CAME], False),
        ([invoice("F2", "C1", date(2026, 12, 31), "500")], [CAME], True),  # not late
        # of another late invoice, that the reminder did not ask for
        ([invoice("F2", "C1", LATE, "500")], [CAME], False),
        ([invoice("F2", "C1", LATE, "500")], [replace(CAME, amount=Decimal(1500))], False),
    ],
)
def test_money_without_an_invoice_is_thanked_for_when_it_is_clear_what_it_settles(
    tmp_path: Path, others: list[Receivable], payments: list[Payment], thanked: bool
) -> None:
    items = [invoice("F1", "C1", LATE, "1000"), *others]
    path = book(tmp_path, items=items, payments=payments, events=[chained(SENT, None)])
    documents = written(path, "thanks", "--letter")["documents"]
    assert [one["items"] for one in documents] == ([["F1"]] if thanked else [])
    if thanked:
        text = words_of(Path(documents[0]["path"]))
        assert "Nous avons bien reçu le règlement de la facture suivante" in text
        assert "1 000,00 €" in text
        assert "vous n’avez rien à faire" in text
        assert "Un crédit" not in text


def test_money_without_an_invoice_is_not_thanked_for_beside_a_dispute(tmp_path: Path) -> None:
    items = [invoice("F1", "C1", LATE, "1000", status="disputed")]
    path = book(tmp_path, items=items, payments=[CAME], events=[chained(SENT, None)])
    assert written(path, "thanks")["documents"] == []


# --- penalty note ----------------------------------------------------------------------------


def late_payment(path: Path, day: date, **more: Any) -> Path:
    items = [invoice("F1", "C1", LATE, "1000", paid=Decimal(1000))]
    payments = [Payment("C1", Decimal(1000), day, "F1")]
    return book(path, items=items, payments=payments, **more)


@pytest.mark.parametrize(("day", "claimed"), [(LATE, False), (LATE + timedelta(days=1), True)])
def test_a_note_claims_on_what_was_paid_after_its_due_date(
    tmp_path: Path, day: date, claimed: bool
) -> None:
    answer = written(late_payment(tmp_path, day), "penalty-note")
    assert [one["items"] for one in answer["documents"]] == ([["F1"]] if claimed else [])


def test_what_was_paid_late_is_noted_once(tmp_path: Path) -> None:
    path = late_payment(tmp_path, date(2026, 11, 20))
    written(path, "penalty-note")
    assert why(written(path, "penalty-note", "C1")) == [("C1", "no_penalties")]


def test_open_invoices_are_noted_for_a_debtor_who_is_named_only(tmp_path: Path) -> None:
    path = book(tmp_path)
    assert written(path, "penalty-note")["documents"] == []
    assert written(path, "penalty-note", "C1")["documents"][0]["items"] == ["F1"]
    assert written(path, "penalty-note", "C1")["documents"][0]["items"] == ["F1"]  # to the day


def test_a_note_lists_its_invoices_by_due_date_paid_or_not(tmp_path: Path) -> None:
    items = [
        invoice("F1", "C1", LATE, "1000"),
        invoice("F0", "C1", LATE - timedelta(days=40), "1000", paid=Decimal(1000)),
    ]
    payments = [Payment("C1", Decimal(1000), LATE, "F0")]
    answer = written(book(tmp_path, items=items, payments=payments), "penalty-note", "C1")
    assert answer["documents"][0]["items"] == ["F0", "F1"]


@pytest.mark.parametrize(
    ("who", "more"),
    [
        (debtor("C1", kind="consumer"), {}),  # no notice yet
        (debtor("C1", kind=""), {}),
        (debtor("C1", kind="consumer", country="BE"), {}),  # no free reminder yet
    ],
)
def test_nothing_is_noted_that_the_law_does_not_give_yet(
    tmp_path: Path, who: Debtor, more: dict[str, Any]
) -> None:
    path = late_payment(tmp_path, date(2026, 11, 20), debtors=[who], **more)
    assert why(written(path, "penalty-note", "C1")) == [("C1", "no_penalties")]


def test_a_disputed_invoice_is_not_on_a_note(tmp_path: Path) -> None:
    items = [invoice("F1", "C1", LATE, "1000", status="disputed")]
    answer = written(book(tmp_path, items=items), "penalty-note", "C1")
    assert why(answer) == [("C1", "no_penalties")]


# --- plan, settlement, slip ------------------------------------------------------------------


def test_a_plan_is_confirmed_as_it_was_noted(tmp_path: Path) -> None:
    path = book(tmp_path)
    assert why(written(path, "plan-letter", "C1")) == [("C1", "no_plan")]
    noted = relance(
        "record", path, "plan", "C1", "--instalments", "3", "--first", "2026-12-10", "--day", MONDAY
    )
    assert noted.code == 0, noted
    answer = written(path, "plan-letter", "C1", "--letter")
    assert [one["kind"] for one in answer["documents"]] == ["plan"]
    assert journal(path)[-1] == ("C1", "plan_letter", "prepared")


def test_a_plan_that_was_missed_is_not_confirmed_again(tmp_path: Path) -> None:
    path = book(tmp_path)
    words = ("--instalments", "2", "--first", "2026-11-05", "--day", "2026-11-03")
    assert relance("record", path, "plan", "C1", *words).code == 0
    assert why(written(path, "plan-letter", "C1")) == [("C1", "plan_missed")]


def test_no_penalties_of_before_the_opening_are_noted(tmp_path: Path) -> None:
    """Paid late, and born before it: declared like the rest (C. com. L622-7)."""
    opened = debtor("C1", procedure=Procedure("liquidation", date(2026, 11, 21)))
    paid = invoice("F1", "C1", LATE, "1000", paid=Decimal(1000))
    payments = [Payment("C1", Decimal(1000), date(2026, 11, 20), "F1")]
    for name, firm, code in (("in", opened, "no_penalties"), ("out", debtor("C1"), "")):
        (tmp_path / name).mkdir()
        path = book(tmp_path / name, debtors=[firm], items=[paid], payments=payments)
        answer = written(path, "penalty-note", "C1")
        assert why(answer) == ([("C1", code)] if code else [])


def test_a_debtor_in_insolvency_is_asked_for_nothing_and_agrees_to_nothing(
    tmp_path: Path,
) -> None:
    """What was owed before the opening is declared to the officer (C. com. L622-7)."""
    opened = Procedure("redressement", date(2026, 11, 2))
    path = book(tmp_path, debtors=[debtor("C1", procedure=opened)])
    for verb, words in (("statement", ()), ("settlement", ("--amount", "1", "--by", MONDAY))):
        answer = written(path, verb, "C1", *words)
        assert answer["documents"] == []
        assert why(answer) == [("C1", "procedure")]


def test_the_slip_leaves_out_what_the_printer_does_and_says_what_it_is(tmp_path: Path) -> None:
    """C1's notice would leave too late, C2's registered letter was paid; C3's is to be posted."""
    firms = [debtor(code) for code in ("C1", "C2", "C3")]
    items = [invoice(f"F{n}", f"C{n}", LATE, "1000") for n in (1, 2, 3)]
    items[1] = replace(items[1], paid=Decimal(1000))
    last, events = None, []
    for n, day, step in ((1, date(2026, 11, 3), "notice"), (2, MONDAY, "letter-2"),
                         (3, MONDAY, "notice")):  # fmt: skip
        key = document_key(f"C{n}", step, [(f"F{n}", "1000.00")])[:6]
        last = chained(
            replace(SENT, number=0, debtor=f"C{n}", items=(f"F{n}",), day=day, step=step,
                    channel="registered_letter", outcome="draft", document=f"x-{key}.docx"),
            last,
        )  # fmt: skip
        events.append(last)
    path = book(tmp_path, debtors=firms, items=items, events=events)
    answer = relance("slip", path, "--as-of", MONDAY, "--out", tmp_path / "out")
    said = " ".join(answer.out.split())
    assert "La mise en demeure du 03/11/2026" in said
    assert "les délais accordés seraient écourtés" in said
    assert "La lettre du 23/11/2026" in said
    assert "facture réglée, modifiée ou suspendue" in said
    (document,) = written(path, "slip")["documents"]
    assert document["items"] == ["F3"]


def test_the_slip_lists_the_registered_letters_that_wait(tmp_path: Path) -> None:
    path = book(tmp_path)
    answer = relance("slip", path, "--as-of", MONDAY, "--out", tmp_path / "out", "--json")
    assert answer.error == ("nothing_to_record", "Aucun recommandé n'attend d'être posté.")
    # What a document is keyed by: debtor, step, what is demanded and the credit that it nets.
    key = document_key("C1", "notice", [("F1", "1000.00"), ("- EUR", "-50.00")])
    notice = replace(
        SENT, day=MONDAY, step="notice", channel="registered_letter", outcome="draft",
        document=f"2026-11-23_mise-en-demeure_c1-{key[:6]}.docx",
    )  # fmt: skip
    (tmp_path / "b").mkdir()
    path = book(tmp_path / "b", events=[chained(notice, None)])
    (document,) = written(path, "slip")["documents"]
    assert (document["kind"], document["debtor"], document["items"]) == ("slip", "", ["F1"])
    assert [line[1] for line in journal(path)] == ["notice"]  # a list is not logged
    late = ("slip", path, "--as-of", date(2027, 1, 4), "--out", tmp_path / "out", "--json")
    assert relance(*late).error == (
        "nothing_to_record",  # the printer refuses it too
        "Aucun recommandé à poster. Réglé, modifié, retenu ou écrit il y a trop longtemps :"
        f" {notice.document}.",
    )
    (tmp_path / "c").mkdir()
    paid = [invoice("F1", "C1", LATE, "1000", paid=Decimal(1000))]
    path = book(tmp_path / "c", items=paid, events=[chained(notice, None)])
    answer = relance("slip", path, "--as-of", MONDAY, "--out", tmp_path / "out", "--json")
    assert answer.error[0] == "nothing_to_record"  # it must not be posted any more
