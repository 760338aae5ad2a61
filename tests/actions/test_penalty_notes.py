"""Penalty notes in a workbook: nothing is asked for twice, and a newer note replaces an older."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from tests.actions.test_beside import LATE, SENT, book, late_payment, why, written
from tests.actions.world import (
    MONDAY,
    agenda,
    debtor,
    desk_of,
    invoice,
    journal,
    relance,
    type_in,
)

from relance.actions.desk import open_desk
from relance.core.journal import chained
from relance.core.notes import numbers_of, standing_notes
from relance.core.records import Payment
from relance.hosts.file.book import FileBook

TUESDAY = MONDAY + timedelta(days=1)
NUMBER = "NP-C1-20261123"


def stated(path: Path, day: date) -> str:
    """The words of the statement of a day."""
    out = path.parent / "out"
    assert relance("statement", path, "C1", "--as-of", day, "--out", out).code == 0
    return body_of(path, f"{day}_releve")


def body_of(path: Path, name: str) -> str:
    """The words of the one e-mail whose name begins so."""
    (mail,) = (path.parent / "out").glob(f"{name}*.eml")
    body = message_from_bytes(mail.read_bytes(), policy=default).get_body(("plain",))
    assert body is not None
    return " ".join(str(body.get_content()).replace("\u00a0", " ").split())


def note(path: Path, *words: object, day: date = MONDAY) -> Any:
    answer = relance(
        "penalty-note", path, *words, "--as-of", day, "--out", path.parent / "out", "--json"
    )  # fmt: skip
    said = answer.json
    assert answer.code == (1 if said["skipped"] and not said["documents"] else 0), answer
    return said


def record(path: Path, *words: object, day: date = TUESDAY) -> None:
    answer = relance("record", path, *words, "--day", day)
    assert answer.code == 0, answer


def test_who_owes_a_note_alone_has_a_statement_with_the_account(tmp_path: Path) -> None:
    items = [invoice("F0", "C1", date(2026, 10, 1), "1000", paid=Decimal(1000))]
    paid = [Payment("C1", Decimal(1000), date(2026, 11, 2), "F0")]
    path = book(tmp_path, items=items, payments=paid)
    note(path)
    out = tmp_path / "out"
    words = ("statement", path, "--as-of", MONDAY, "--out", out)
    assert "Rien" in relance(*words).out  # nobody has sent the note
    record(path, "sent", "C1", day=MONDAY)
    assert relance(*words).code == 0
    said = body_of(path, "2026-11-23_releve").replace("\u202f", " ")
    assert "aucune facture n’est ouverte sur votre compte : son solde est de 0,00 €." in said
    assert "Solde du compte" not in said  # nor a table of no rows
    assert f"n° {NUMBER} du 23 novembre 2026 reste à régler, à hauteur de 50,87 €" in said
    assert "Somme à virer : 50,87 € IBAN : FR76 3000 6000 0112 3456 7890 189 R" in said
    assert f"Référence à rappeler : {NUMBER}" in said
    record(path, "payment", "C1", "--amount", "50.87", "--invoice", NUMBER, day=MONDAY)
    assert why(written(path, "statement", "C1")) == [("C1", "nothing_open")]


def test_a_note_of_before_the_opening_of_a_procedure_is_listed_to_no_debtor(
    tmp_path: Path,
) -> None:
    items = [invoice("F0", "C1", date(2026, 10, 1), "1000", paid=Decimal(1000))]
    paid = [Payment("C1", Decimal(1000), date(2026, 11, 2), "F0")]
    path = book(tmp_path, items=items, payments=paid)
    note(path)
    record(path, "sent", "C1", day=MONDAY)
    type_in(path, "tClients", "procedure", 2, "redressement judiciaire")
    type_in(path, "tClients", "procedure_opened_on", 2, date(2026, 11, 20))
    assert why(written(path, "statement", "C1")) == [("C1", "procedure")]


def two_debts(path: Path) -> Path:
    """F0 was paid late, F1 is late and open; each owes 40 euros and interest."""
    items = [
        invoice("F0", "C1", date(2026, 10, 1), "1000", paid=Decimal(1000)),
        invoice("F1", "C1", LATE, "2000"),
    ]
    payments = [Payment("C1", Decimal(1000), date(2026, 11, 2), "F0")]
    return book(path, items=items, payments=payments)


def claimed(path: Path, number: str, day: date) -> Decimal:
    """Interest and fixed sum of an open invoice, as the agenda knows them."""
    (found,) = [one for one in agenda(path, day)["C1"]["items"] if one["number"] == number]
    return Decimal(found["interest"]) + Decimal(found["fee"])


# --- replaced, or left alone -----------------------------------------------------------------


def test_a_newer_note_replaces_one_that_nobody_confirmed(tmp_path: Path) -> None:
    path = two_debts(tmp_path)
    first = Path(note(path, "C1")["documents"][0]["path"])
    second = note(path, "C1", day=TUESDAY)
    assert second["documents"][0]["items"] == ["F0", "F1"]  # what was paid late is not lost
    assert not first.exists()
    assert (tmp_path / "out" / "perimes" / first.name).is_file()
    assert [line[1:] for line in journal(path)] == [
        ("penalty_note", "prepared"),
        ("penalty_note", "prepared"),
        ("penalty_note", "replaced"),
    ]
    events = desk_of(path).ledger.events
    assert [one.number for one in standing_notes(events)] == ["NP-C1-20261124"]


def test_the_same_sums_on_another_day_are_another_note_that_replaces_it(tmp_path: Path) -> None:
    """5 euros bear the same on Monday and on Tuesday: 40, and 4 cents."""
    path = book(tmp_path, items=[invoice("F1", "C1", LATE, "5")])
    first = Path(note(path, "C1")["documents"][0]["path"])
    second = Path(note(path, "C1", day=TUESDAY)["documents"][0]["path"])
    assert first.name[10:] == second.name[10:]  # their days apart
    assert NUMBER in second.read_text("utf-8")
    assert names_of_notes(path) == ["NP-C1-20261124"]
    # in another form it is the same note, which goes out once
    letter = note(path, "C1", "--letter", day=TUESDAY)["documents"][0]
    assert names_of_notes(path) == ["NP-C1-20261124"]
    assert "NP-C1-20261124-2" not in words_of(Path(letter["path"]))
    told = relance("record", path, "sent", "--day", TUESDAY).out
    assert told.count("note de pénalités : envoyé") == 1


def names_of_notes(path: Path) -> list[str]:
    return [one.number for one in standing_notes(desk_of(path).ledger.events)]


def test_the_new_note_names_the_one_that_it_replaces(tmp_path: Path) -> None:
    path = two_debts(tmp_path)
    note(path, "C1")
    mail = Path(note(path, "C1", day=TUESDAY)["documents"][0]["path"]).read_bytes()
    assert NUMBER.encode() in mail


def test_a_note_that_was_sent_stays_where_it_is(tmp_path: Path) -> None:
    path = two_debts(tmp_path)
    first = Path(note(path, "C1")["documents"][0]["path"])
    record(path, "sent", "C1", day=MONDAY)
    assert journal(path)[-1] == ("C1", "penalty_note", "sent")
    note(path, "C1", day=TUESDAY)
    assert first.is_file()
    assert [line[2] for line in journal(path)] == ["prepared", "sent", "prepared"]


def test_what_is_confirmed_with_all_the_others_is_a_note_too(tmp_path: Path) -> None:
    path = two_debts(tmp_path)
    note(path, "C1")
    told = relance("record", path, "sent", "--day", TUESDAY)
    assert "C1 : note de pénalités : envoyé (F0, F1)" in told.out
    assert journal(path)[-1] == ("C1", "penalty_note", "sent")
    event = desk_of(path).ledger.events[-1]
    assert event.note == f"n° {NUMBER}"


def test_a_note_of_a_disputed_invoice_is_not_confirmed_with_the_others(tmp_path: Path) -> None:
    path = two_debts(tmp_path)
    note(path, "C1")
    record(path, "dispute", "C1", "--invoice", "F1", "--reason", "qualité", day=MONDAY)
    answer = relance("record", path, "sent", "--day", TUESDAY, "--json")
    assert [one["why"][0]["code"] for one in answer.json["left_out"]] == ["draft_held"]


def test_a_note_that_would_leave_too_late_is_to_be_written_again(tmp_path: Path) -> None:
    path = two_debts(tmp_path)
    note(path, "C1")
    answer = relance("record", path, "sent", "--day", date(2026, 12, 21))
    assert "relance penalty-note CLASSEUR C1 la remplace" in " ".join(answer.out.split())
    record(path, "sent", "C1", day=date(2026, 12, 21))


def test_a_note_that_was_sent_is_no_contact_and_no_step(tmp_path: Path) -> None:
    path = two_debts(tmp_path)
    before = agenda(path)["C1"]
    note(path, "C1")
    record(path, "sent", "C1", day=MONDAY)
    assert agenda(path)["C1"] == before


def test_a_trial_replaces_nothing_and_takes_no_number(tmp_path: Path) -> None:
    path = two_debts(tmp_path)
    first = Path(note(path, "C1")["documents"][0]["path"])
    told = relance("penalty-note", path, "C1", "--as-of", TUESDAY, "--dry-run",
                   "--out", tmp_path / "out")  # fmt: skip
    assert f"{NUMBER} du 23/11/2026 serait remplacée" in " ".join(told.out.split())
    assert first.is_file()
    assert len(journal(path)) == 1


def test_a_note_that_was_reversed_claims_nothing(tmp_path: Path) -> None:
    path = late_payment(tmp_path, date(2026, 11, 20))
    note(path, "C1")
    assert why(note(path, "C1")) == [("C1", "no_penalties")]
    record(path, "reverse", "1", day=MONDAY)
    (document,) = note(path, "C1")["documents"]
    assert document["items"] == ["F1"]


def test_what_a_settlement_has_waived_is_no_reason_for_another_note(tmp_path: Path) -> None:
    """F0 is on a note that waits; F1 was settled for 1,900, and the rest is written off."""
    path = two_debts(tmp_path)
    written(path, "settlement", "C1", "--by", "2026-12-15", "--amount", "1900")
    (document,) = note(path)["documents"]
    assert document["items"] == ["F0"]
    record(path, "payment", "C1", "--amount", "1900", "--invoice", "F1", day=MONDAY)
    type_in(path, "tFactures", "paid", 3, 2000)
    assert note(path, day=TUESDAY)["documents"] == []


# --- what was paid by the day of the note, and what was not -------------------------------------


@pytest.mark.parametrize(
    ("came", "invoice_of", "said"),
    [
        (date(2026, 11, 20), "F1", "La facture suivante a été réglée après son échéance."),
        (date(2026, 11, 20), "", "La facture suivante a été réglée après son échéance."),
        (TUESDAY, "F1", "La facture suivante est échue et reste à régler."),
        (TUESDAY, "", "La facture suivante est échue et reste à régler."),
    ],
)
def test_a_note_says_what_was_paid_by_its_day_and_matched_or_not(
    tmp_path: Path, came: date, invoice_of: str, said: str
) -> None:
    paid = Decimal(1000 if invoice_of else 0)
    items = [invoice("F1", "C1", LATE, "1000", paid=paid)]
    payments = [Payment("C1", Decimal(1000), came, invoice_of)]
    path = book(tmp_path, items=items, payments=payments)
    assert note(path, "C1")["documents"][0]["items"] == ["F1"]
    text = body_of(path, "2026-11-23_note").replace("\u202f", " ")
    assert said in text
    assert ("principal encore dû" in text) == (came == TUESDAY)
    # 1,000 x 12.40 % x 18 days (to 20 November) or 21 (to the 23rd) / 365 = 6.12 or 7.13, and 40
    assert ("47,13 €" if came == TUESDAY else "46,12 €") in text


def test_money_without_an_invoice_that_covers_the_oldest_leaves_the_others(tmp_path: Path) -> None:
    items = [invoice("F1", "C1", LATE, "1000"), invoice("F2", "C1", LATE, "500")]
    payments = [Payment("C1", Decimal(1000), date(2026, 11, 20))]
    path = book(tmp_path, items=items, payments=payments)
    note(path, "C1")
    assert (
        "Les factures suivantes ont été réglées après leur échéance, ou sont échues et restent à"
        " régler."
    ) in body_of(path, "2026-11-23_note")


def test_what_money_without_an_invoice_has_settled_is_claimed_once(tmp_path: Path) -> None:
    items = [invoice("F1", "C1", LATE, "1000"), invoice("F2", "C1", date(2026, 12, 31), "500")]
    payments = [Payment("C1", Decimal(1000), date(2026, 11, 20))]
    path = book(tmp_path, items=items, payments=payments)
    assert why(note(path)) == []
    assert note(path)["documents"] == []  # of nobody named, only what was matched is a reason
    note(path, "C1")
    record(path, "sent", "C1", day=MONDAY)
    assert why(note(path, "C1", day=TUESDAY)) == [("C1", "no_penalties")]


def test_what_is_paid_after_the_day_is_no_reason_for_a_note_of_what_was_paid(
    tmp_path: Path,
) -> None:
    items = [invoice("F1", "C1", LATE, "1000", paid=Decimal(1000))]
    path = book(tmp_path, items=items, payments=[Payment("C1", Decimal(1000), TUESDAY, "F1")])
    assert note(path)["documents"] == []
    assert note(path, day=TUESDAY)["documents"][0]["items"] == ["F1"]


# --- numbers ---------------------------------------------------------------------------------


def test_the_same_note_keeps_its_number_and_another_of_the_day_has_its_own(tmp_path: Path) -> None:
    path = two_debts(tmp_path)
    one = Path(note(path, "C1")["documents"][0]["path"])
    content = one.read_bytes()
    one.unlink()
    again = Path(note(path, "C1")["documents"][0]["path"])
    assert again == one
    assert NUMBER.encode() in content
    assert f"{NUMBER}-2".encode() not in again.read_bytes()
    record(path, "payment", "C1", "--amount", "500", "--invoice", "F1", day=MONDAY)
    other = Path(note(path, "C1")["documents"][0]["path"])
    assert other != one
    assert f"{NUMBER}-2".encode() in other.read_bytes()
    numbers = list(numbers_of(desk_of(path).ledger.events).values())
    assert numbers == [NUMBER, f"{NUMBER}-2"]


# --- nothing twice ---------------------------------------------------------------------------


def test_what_was_paid_late_is_claimed_once_though_its_note_was_sent(tmp_path: Path) -> None:
    path = late_payment(tmp_path, date(2026, 11, 20))
    note(path, "C1")
    record(path, "sent", "C1", day=MONDAY)
    assert why(note(path, "C1", day=TUESDAY)) == [("C1", "no_penalties")]


def test_an_invoice_paid_after_its_note_is_brought_to_its_end_and_no_farther(
    tmp_path: Path,
) -> None:
    path = book(tmp_path, items=[invoice("F1", "C1", LATE, "1000")])
    note(path, "C1")
    record(path, "sent", "C1", day=MONDAY)
    record(path, "payment", "C1", "--amount", "1000", "--invoice", "F1")
    later = date(2026, 12, 1)
    assert note(path, "C1", day=later)["documents"][0]["items"] == ["F1"]
    assert why(note(path, "C1", day=date(2026, 12, 2))) == [("C1", "no_penalties")]


def test_what_is_paid_on_a_note_is_deducted_everywhere(tmp_path: Path) -> None:
    path = book(tmp_path, items=[invoice("F1", "C1", LATE, "1000")])
    note(path, "C1")
    owed = claimed(path, "F1", MONDAY)
    assert owed > 40
    record(path, "payment", "C1", "--amount", owed, "--invoice", NUMBER, day=MONDAY)
    assert claimed(path, "F1", MONDAY) == 0
    later = MONDAY + timedelta(days=30)
    fresh = claimed(path, "F1", later)
    assert 0 < fresh < 40  # the interest of thirty days, never the fixed sum again
    mail = Path(note(path, "C1", day=later)["documents"][0]["path"]).read_text("utf-8")
    assert "d=C3=A9duit" in mail


def test_a_payment_of_a_note_settles_what_it_lists_and_nothing_else(tmp_path: Path) -> None:
    path = two_debts(tmp_path)
    note(path, "C1")
    before = {one: claimed(path, one, MONDAY) for one in ("F1",)}
    record(path, "payment", "C1", "--amount", "10", "--invoice", NUMBER, day=MONDAY)
    assert claimed(path, "F1", MONDAY) == before["F1"] - 10
    row = [one for one in desk_of(path).receivables if one.number == "F1"]
    assert row[0].open == 2000  # its principal is as it was


def test_a_letter_that_claims_says_that_the_note_is_part_of_it(tmp_path: Path) -> None:
    path = book(tmp_path, items=[invoice("F1", "C1", date(2026, 8, 3), "1000")], events=[
        chained(replace(SENT, day=date(2026, 10, 1), step="call-2", channel="phone",
                        outcome="done", document=""), None),
    ])  # fmt: skip
    note(path, "C1")
    found = agenda(path)["C1"]
    assert found["step"] == "letter-2"
    assert "note_included" in [one["code"] for one in found["why"]]
    answer = relance("run", path, "--as-of", MONDAY, "--out", tmp_path / "out", "--json")
    text = words_of(Path(answer.json["documents"][0]["path"]))
    assert f"la note de pénalités n° {NUMBER} du 23 novembre 2026 est compris" in text


def test_a_letter_does_not_announce_what_a_note_has_claimed(tmp_path: Path) -> None:
    called = replace(SENT, step="call-1", channel="phone", outcome="done", document="")
    items = [invoice("F1", "C1", date(2026, 10, 12), "1000")]
    path = book(tmp_path, items=items, events=[chained(called, None)])
    before = letter_of(path, tmp_path / "one")
    assert "Ces sommes s’ajouteront à la présente demande" in before
    path.unlink()
    path = book(tmp_path, items=items, events=[chained(called, None)])
    note(path, "C1")
    text = letter_of(path, tmp_path / "two")
    assert (
        "ces sommes ont déjà été demandées par la note de pénalités n° NP-C1-20261123 du"
        " 23 novembre 2026 : elles ne s’y ajoutent pas."
    ) in text
    assert "s’ajouteront" not in text


def test_other_sums_say_which_message_demanded_them(tmp_path: Path) -> None:
    """F1 waits for its next step; F0 is farther, and its letter lists F1 for information."""
    called = replace(SENT, items=("F0",), step="call-1", channel="phone", outcome="done",
                     document="")  # fmt: skip
    first = chained(called, None)
    items = [invoice("F0", "C1", date(2026, 10, 12), "2000"), invoice("F1", "C1", LATE, "1000")]
    asked = replace(SENT, number=0, day=date(2026, 11, 12))
    path = book(tmp_path, items=items, events=[first, chained(asked, first)])
    text = letter_of(path, tmp_path / "out")
    assert "Déjà demandé par notre message du 12 novembre 2026 : F1." in text


@pytest.mark.parametrize("sent", [True, False])
def test_a_letter_names_no_note_of_before_that_nobody_has_confirmed(
    tmp_path: Path, sent: bool
) -> None:
    called = replace(SENT, step="call-1", channel="phone", outcome="done", document="")
    items = [invoice("F1", "C1", date(2026, 10, 12), "1000")]
    path = book(tmp_path, items=items, events=[chained(called, None)])
    friday = MONDAY - timedelta(days=3)
    note(path, "C1", day=friday)
    if sent:
        record(path, "sent", "C1", day=friday)
    text = letter_of(path, tmp_path / "out")
    assert ("par la note de pénalités n° NP-C1-20261120" in text) is sent
    assert ("Ces sommes s’ajouteront à la présente demande" in text) is not sent


def letter_of(path: Path, out: Path) -> str:
    answer = relance("run", path, "--as-of", MONDAY, "--out", out, "--json")
    assert answer.json["documents"], answer
    return words_of(Path(answer.json["documents"][0]["path"]))


def test_a_letter_that_waits_ends_when_the_note_in_it_is_paid(tmp_path: Path) -> None:
    """1,000 due on 3 August: its 40 euros are paid on the note, and asked for no more."""
    path = book(tmp_path, items=[invoice("F1", "C1", date(2026, 8, 3), "1000")], events=[
        chained(replace(SENT, day=date(2026, 10, 1), step="call-2", channel="phone",
                        outcome="done", document=""), None),
    ])  # fmt: skip
    note(path, "C1")
    record(path, "sent", "C1", day=MONDAY)
    folder = tmp_path / "out"
    run = ("run", path, "--out", folder, "--json", "--as-of")
    letter = Path(relance(*run, MONDAY).json["documents"][0]["path"])
    record(path, "payment", "C1", "--amount", "40", "--invoice", NUMBER)
    assert not letter.exists()
    assert (folder / "perimes" / letter.name).is_file()
    assert relance(*run, TUESDAY).json["documents"] == []  # was the first one posted?
    (again,) = relance(*run, TUESDAY, "--redo").json["documents"]
    # 1,000 x 12.40 % x 113 days / 365 = 38.39, and no fixed sum any more
    text = words_of(Path(again["path"]))
    assert "1 038,39 €" in text.replace("\u202f", " ")


@pytest.mark.parametrize("amount", ["1000", "20"])
def test_a_note_after_a_letter_says_that_it_is_not_added(tmp_path: Path, amount: str) -> None:
    claimed_by = replace(SENT, step="letter-2", channel="letter", document="d2")
    items = [invoice("F1", "C1", LATE, amount)]
    path = book(tmp_path, items=items, events=[chained(claimed_by, None)])
    answer = written(path, "penalty-note", "C1", "--letter")
    text = words_of(Path(answer["documents"][0]["path"]))
    assert "notre message du 10 novembre 2026 demandait en plus du principal est compris" in text


def words_of(path: Path) -> str:
    import re
    import zipfile

    with zipfile.ZipFile(path) as package:
        xml = package.read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", xml.replace("</w:p>", "\n")).replace("\u00a0", " ")


def test_a_note_waits_while_we_hold_money_of_the_debtor(tmp_path: Path) -> None:
    """The letter claimed principal and interest, and all of it was paid: the rest is unmatched."""
    path = late_payment(tmp_path, date(2026, 11, 20))
    record(path, "payment", "C1", "--amount", "50", day=MONDAY)
    assert why(note(path, "C1")) == [("C1", "note_surplus")]


# --- thanks ----------------------------------------------------------------------------------


def test_nobody_is_told_that_all_is_done_while_a_note_is_unpaid(tmp_path: Path) -> None:
    items = [invoice("F1", "C1", LATE, "1000", paid=Decimal(1000))]
    payments = [Payment("C1", Decimal(1000), date(2026, 11, 20), "F1")]
    path = book(tmp_path, items=items, payments=payments, events=[chained(SENT, None)])
    note(path, "C1")
    answer = written(path, "thanks", "C1", "--letter")
    text = words_of(Path(answer["documents"][0]["path"]))
    assert f"Reste à régler : la note de pénalités n° {NUMBER}" in text
    assert "vous n’avez rien à faire" not in text


def thanked(path: Path) -> str:
    return words_of(Path(written(path, "thanks", "C1", "--letter")["documents"][0]["path"]))


def paid_in_time_for_thanks(tmp_path: Path, step: str, **more: Any) -> Path:
    """F1, 1,000 due on 2 November, was paid on the 20th: 18 days, 6.12, and 40."""
    claimed_by = replace(SENT, step=step, channel="letter", document="d2")
    items = [invoice("F1", "C1", LATE, "1000", paid=Decimal(1000)), *more.pop("items", [])]
    payments = [Payment("C1", Decimal(1000), date(2026, 11, 20), "F1"), *more.pop("payments", [])]
    events = [chained(claimed_by, None)]
    return book(tmp_path, items=items, payments=payments, events=events, **more)


@pytest.mark.parametrize("step", ["letter-2", "notice"])
def test_nobody_is_told_that_all_is_done_while_a_letter_s_penalties_are_unpaid(
    tmp_path: Path, step: str
) -> None:
    text = thanked(paid_in_time_for_thanks(tmp_path, step))
    assert (
        "Reste à régler : 46,12 € au titre du retard (pénalités de retard et indemnité"
        " forfaitaire, jusqu’au règlement), à la suite de notre courrier du 10 novembre 2026."
    ) in text.replace("\u202f", " ")
    assert "rien à faire" not in text
    assert "sans objet" not in text


@pytest.mark.parametrize("step", ["letter-2", "notice"])
def test_what_a_letter_has_claimed_stays_claimed_though_little_is_open_since(
    tmp_path: Path, step: str
) -> None:
    """With 10 euros open, the small path has neither step."""
    other = invoice("F9", "C1", date(2027, 1, 15), "10")
    path = paid_in_time_for_thanks(tmp_path, step, items=[other])
    assert "Reste à régler : 46,12 € au titre du retard" in thanked(path).replace("\u202f", " ")


POSTED = "2026-11-09_relance-2_hotel-abcdef.docx"  # its sending was noted the day after


def test_a_note_and_thanks_name_a_letter_by_the_day_that_it_bears(tmp_path: Path) -> None:
    claimed_by = replace(SENT, step="letter-2", channel="letter", document=POSTED)
    paid = invoice("F1", "C1", LATE, "1000", paid=Decimal(1000))
    came = Payment("C1", Decimal(1000), date(2026, 11, 20), "F1")
    path = book(tmp_path, items=[paid], payments=[came], events=[chained(claimed_by, None)])
    assert ", à la suite de notre courrier du 9 novembre 2026." in thanked(path)
    note(path, "C1")
    assert "notre message du 9 novembre" in body_of(path, f"{MONDAY}_note")


def test_a_note_names_posted_thanks_by_the_day_that_they_bear(tmp_path: Path) -> None:
    items = [invoice("F1", "C1", LATE, "1000", paid=Decimal(1000))]
    payments = [Payment("C1", Decimal(1000), date(2026, 11, 20), "F1")]
    first = chained(SENT, None)
    name = "2026-11-20_remerciement_hotel-abcdef.docx"
    thanks = replace(
        SENT, number=0, day=date(2026, 11, 21), step="thanks", channel="letter", document=name
    )  # fmt: skip
    events = [first, chained(thanks, first)]
    path = book(tmp_path, items=items, payments=payments, events=events)
    note(path, "C1")
    assert "Notre message du 20 novembre 2026 vous remerciait" in body_of(path, f"{MONDAY}_note")


WITH_PAYER = [debtor("C1", payer="P1"), debtor("P1")]


@pytest.mark.parametrize(("step", "after"), [
    ("letter-2", ", à la suite de notre courrier du 10 novembre 2026."),
    ("notice", "."),
])  # fmt: skip
def test_thanks_to_a_payer_name_no_notice_to_the_debtor(
    tmp_path: Path, step: str, after: str
) -> None:
    """The letter went to the payer, the notice to the debtor; either has claimed the sums."""
    text = thanked(paid_in_time_for_thanks(tmp_path, step, debtors=WITH_PAYER))
    assert "Reste à régler : 46,12 € au titre du retard (pénalités de retard et indemnité" in text
    assert f"forfaitaire, jusqu’au règlement){after}" in text
    assert ("notre courrier" in text) == (step == "letter-2")


@pytest.mark.parametrize("step", ["letter-2", "notice"])
def test_nor_do_a_note_and_a_statement_to_a_payer(tmp_path: Path, step: str) -> None:
    path = paid_in_time_for_thanks(tmp_path, step, debtors=WITH_PAYER)
    note(path, "C1", day=SENT.day + timedelta(days=10))
    day = SENT.day + timedelta(days=11)
    assert ("notre message du 10" in body_of(path, "2026-11-20_note")) == (step == "letter-2")
    record(path, "sent", "C1", day=day)
    # a letter of after the note
    claimed_by = replace(SENT, number=0, day=day, step=step, channel="letter", document="d3")
    with FileBook(path) as kept:
        desk = open_desk(kept)
        desk.ledger.log(claimed_by)
        kept.save()
    assert ("Notre lettre du 21" in stated(path, MONDAY)) == (step == "letter-2")


def test_nor_is_it_said_when_the_money_was_matched_with_no_invoice(tmp_path: Path) -> None:
    """1,000 came on 20 November: 18 days, 6.12, and 40, which letter-2 has claimed."""
    claimed_by = replace(SENT, step="letter-2", channel="letter", document="d2")
    path = book(
        tmp_path, items=[invoice("F1", "C1", LATE, "1000")], events=[chained(claimed_by, None)],
        payments=[Payment("C1", Decimal(1000), date(2026, 11, 20))],
    )  # fmt: skip
    text = thanked(path).replace("\u202f", " ")
    assert "Reste à régler : 46,12 € au titre du retard" in text
    assert "Un crédit" not in text


def test_what_a_letter_only_announced_is_not_left_to_be_paid(tmp_path: Path) -> None:
    assert "vous n’avez rien à faire" in thanked(paid_in_time_for_thanks(tmp_path, "letter-1"))


def test_thanks_tell_a_credit_that_we_hold(tmp_path: Path) -> None:
    credit = [Payment("C1", Decimal(50), date(2026, 11, 20))]
    path = paid_in_time_for_thanks(tmp_path, "letter-1", payments=credit)
    text = thanked(path)
    assert "vous n’avez rien à faire. Un crédit de 50,00 €" in text
    path.unlink()
    text = thanked(paid_in_time_for_thanks(tmp_path, "letter-2", payments=credit))
    assert "Un crédit de 50,00 €" in text
    assert "il n’en est pas déduit" in text


def test_the_rest_of_a_note_that_was_paid_in_part_is_told(tmp_path: Path) -> None:
    path = paid_in_time_for_thanks(tmp_path, "mail-1")
    note(path, "C1")
    record(path, "payment", "C1", "--amount", "10", "--invoice", NUMBER, day=MONDAY)
    assert f"la note de pénalités n° {NUMBER} du 23 novembre 2026 (solde : 36,12 €)" in thanked(
        path
    )


def test_thanks_say_that_all_is_done_once_the_note_is_paid(tmp_path: Path) -> None:
    items = [invoice("F1", "C1", LATE, "1000", paid=Decimal(1000))]
    payments = [Payment("C1", Decimal(1000), date(2026, 11, 20), "F1")]
    path = book(tmp_path, items=items, payments=payments, events=[chained(SENT, None)])
    note(path, "C1")
    record(path, "payment", "C1", "--amount", "46.12", "--invoice", NUMBER, day=MONDAY)
    answer = written(path, "thanks", "C1", "--letter")
    assert "vous n’avez rien à faire" in words_of(Path(answer["documents"][0]["path"]))


def rows(path: Path) -> list[tuple[str, Decimal]]:
    """The invoice or note and the amount of the payments noted since the invoice was paid."""
    return [(one.invoice, one.amount) for one in desk_of(path).payments[1:]]


def test_what_exceeds_a_note_is_money_of_its_own(tmp_path: Path) -> None:
    """The note asks 46.12: of 60.00 the rest, 13.88, is taken off the next demand of 500.00."""
    items = [
        invoice("F1", "C1", LATE, "1000", paid=Decimal(1000)),
        invoice("G1", "C1", date(2026, 11, 27), "500"),
    ]
    payments = [Payment("C1", Decimal(1000), date(2026, 11, 20), "F1")]
    path = book(tmp_path, items=items, payments=payments, events=[chained(SENT, None)])
    note(path, "C1")
    words = ("record", path, "payment", "C1", "--amount", "60", "--invoice", NUMBER)
    answer = relance(*words, "--day", MONDAY)
    assert f"La note de pénalités {NUMBER} est réglée. Ce qui la dépasse, 13,88" in answer.out
    assert rows(path) == [(NUMBER, Decimal("46.12")), ("", Decimal("13.88"))]
    assert agenda(path, date(2026, 11, 30))["C1"]["claim"] == "486.12"


def test_what_is_paid_on_a_note_twice_is_money_of_its_own(tmp_path: Path) -> None:
    path = paid_in_time_for_thanks(tmp_path, "mail-1")
    note(path, "C1")
    for amount in ("46.12", "20"):
        record(path, "payment", "C1", "--amount", amount, "--invoice", NUMBER, day=MONDAY)
    assert rows(path) == [(NUMBER, Decimal("46.12")), ("", Decimal(20))]


@pytest.mark.parametrize("amounts", [("60",), ("46.12", "20")])
def test_a_payment_beyond_a_note_is_taken_back_whole(
    tmp_path: Path, amounts: tuple[str, ...]
) -> None:
    path = paid_in_time_for_thanks(tmp_path, "mail-1")
    note(path, "C1")
    before = rows(path)
    for amount in amounts:
        before = rows(path)
        record(path, "payment", "C1", "--amount", amount, "--invoice", NUMBER, day=MONDAY)
    last = desk_of(path).ledger.events[-1].number
    record(path, "reverse", last, day=MONDAY)
    assert rows(path) == before


def test_thanks_ask_for_no_note_that_a_later_one_includes(tmp_path: Path) -> None:
    path = book(tmp_path, items=[invoice("F1", "C1", LATE, "1000")], events=[chained(SENT, None)])
    for day in (MONDAY - timedelta(days=3), MONDAY):
        note(path, "C1", day=day)
        record(path, "sent", "C1", day=day)
    record(path, "payment", "C1", "--amount", "1000", "--invoice", "F1", day=MONDAY)
    text = thanked(path)
    assert f"Reste à régler : la note de pénalités n° {NUMBER} du 23 novembre 2026." in text


def test_thanks_ask_for_no_note_that_a_settlement_has_waived(tmp_path: Path) -> None:
    path = book(tmp_path, items=[invoice("F1", "C1", LATE, "1000")], events=[chained(SENT, None)])
    note(path, "C1", day=MONDAY - timedelta(days=3))
    record(path, "sent", "C1", day=MONDAY - timedelta(days=3))
    written(path, "settlement", "C1", "--by", "2026-12-15", "--amount", "900")
    record(path, "payment", "C1", "--amount", "900", "--invoice", "F1", day=MONDAY)
    type_in(path, "tFactures", "paid", 2, 1000)  # the rest is written off
    text = thanked(path)
    assert "vous n’avez rien à faire" in text
    assert "900,00 €" in text  # what came, and not the 1 000.00 of the books
    assert "1 000,00 €" not in text


def test_what_a_note_claims_of_an_assigned_invoice_is_not_to_be_paid_to_us(tmp_path: Path) -> None:
    """F1 and F2 of 1 000.00: 21 days at 12.4 % are 7.13, and 40.00 each; F2 is another's since."""
    items = [invoice("F1", "C1", LATE, "1000"), invoice("F2", "C1", LATE, "1000")]
    path = book(tmp_path, items=items)
    note(path, "C1")
    record(path, "sent", "C1", day=MONDAY)
    type_in(path, "tFactures", "status", 3, "cédée")
    answer = written(path, "statement", "C1", "--letter")
    text = words_of(Path(answer["documents"][0]["path"]))
    assert "reste à régler, à hauteur de 47,13 €" in text


def test_a_note_after_thanks_says_what_they_were_for(tmp_path: Path) -> None:
    items = [invoice("F1", "C1", LATE, "1000", paid=Decimal(1000))]
    payments = [Payment("C1", Decimal(1000), date(2026, 11, 20), "F1")]
    path = book(tmp_path, items=items, payments=payments, events=[chained(SENT, None)])
    written(path, "thanks", "C1")
    answer = written(path, "penalty-note", "C1", "--letter")
    text = words_of(Path(answer["documents"][0]["path"]))
    assert "Notre message du 23 novembre 2026 vous remerciait du règlement du principal" in text


# --- the contract's rate ---------------------------------------------------------------------


@pytest.mark.parametrize(("rate", "told"), [("0.05", True), ("0.15", False)])
def test_a_rate_under_the_floor_of_the_law_is_told_wherever_it_is_claimed(
    tmp_path: Path, rate: str, told: bool
) -> None:
    late = [invoice("F1", "C1", date(2026, 3, 2), "1000")]
    path = book(tmp_path, items=late, TauxContractuel=Decimal(rate))
    shown = relance("agenda", path, "--as-of", MONDAY).out
    assert ("sous le plancher légal" in " ".join(shown.split())) is told
    answer = relance("penalty-note", path, "C1", "--as-of", MONDAY, "--out", tmp_path / "out")
    assert ("sous le plancher légal" in " ".join(answer.out.split())) is told
    said = relance("doctor", path).out
    assert ("sous le plancher légal" in " ".join(said.split())) is told


# --- beside a statement of account ---------------------------------------------------------------


def test_a_statement_tells_the_note_that_went_out_beside_its_balance(tmp_path: Path) -> None:
    """The last of those about the same invoices, less what was paid on it, until it is paid."""
    path, days = two_debts(tmp_path), [MONDAY + timedelta(days=i) for i in range(5)]
    note(path, "C1")
    assert "note de pénalités" not in stated(path, days[0])  # nobody has sent it
    record(path, "sent", "C1", day=days[0])
    said = stated(path, days[1])
    before, after = said.split(f"La note de pénalités n° {NUMBER} du 23 novembre 2026 reste à ")
    amount = after.removeprefix("régler, à hauteur de ").split(" :")[0]
    assert f"sans TVA : {amount}" in body_of(path, f"{MONDAY}_note")
    assert "Solde du compte | 2 000,00 €" in before
    note(path, "C1", day=days[2])
    record(path, "sent", "C1", day=days[2])
    said = stated(path, days[3])
    assert NUMBER not in said
    assert "La note de pénalités n° NP-C1-20261125 du 25 novembre 2026" in said
    record(path, "payment", "C1", "--amount", "200", "--invoice", "NP-C1-20261125", day=days[4])
    assert "note de pénalités" not in stated(path, days[4])


def test_the_breakdown_of_a_note_deducts_what_was_paid_on_an_earlier_note(tmp_path: Path) -> None:
    # 21 days of 12.4 % on 1,000 make 7.13, with 40 a note of 47.13; 44 of it are paid: 40, then
    # 4 of interest. On the 30th, 28 days make 9.51, of which 9.51 - 4.00 = 5.51 is left.
    path = book(tmp_path, items=[invoice("F1", "C1", LATE, "1000")], events=[chained(SENT, None)])
    note(path, "C1")
    record(path, "sent", "C1", day=MONDAY)
    record(path, "payment", "C1", "--amount", "44", "--invoice", NUMBER)
    answer = note(path, "C1", "--letter", day=MONDAY + timedelta(days=7))
    text = words_of(Path(answer["documents"][0]["path"])).replace("\u202f", " ")
    annex = text.replace("\u00a0", " ").partition("Annexe")[2]
    assert "9,51 €" in annex
    assert annex.index("9,51 €") < annex.index("Déjà réglé") < annex.index("-4,00 €")
    assert annex.index("-4,00 €") < annex.index("Total") < annex.index("5,51 €")
