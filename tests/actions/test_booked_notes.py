"""A penalty note that the accounts list too: no invoice, and what was paid on it ends letters."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.actions.exports import TUESDAY, WEDNESDAY, bring
from tests.actions.test_beside import SENT, book
from tests.actions.world import MONDAY, agenda, column, desk_of, invoice, journal, relance

from relance.actions.absence import absent_from
from relance.actions.importing import import_files, read_files
from relance.core.journal import chained
from relance.core.records import Payment
from relance.hosts.file.book import FileBook
from relance.workbook import schema, write

NUMBER = "NP-C1-20261123"
HEADINGS = "Code client;Nom;N° facture;Date;Échéance;Montant TTC;Payé;Solde"
OPEN = "C1;Client C1;F1;01/07/2026;03/08/2026;1000,00;0,00;1000,00"


@pytest.fixture
def claimed(tmp_path: Path) -> Path:
    """F1, 1,000 due on 3 August, on a note that was sent and in a letter that waits."""
    called = replace(SENT, day=date(2026, 10, 1), step="call-2", channel="phone", outcome="done",
                     document="")  # fmt: skip
    items = [invoice("F1", "C1", date(2026, 8, 3), "1000")]
    path = book(tmp_path, items=items, events=[chained(called, None)], DossierSortie="out")
    relance("penalty-note", path, "C1", "--as-of", MONDAY)
    relance("record", path, "sent", "C1", "--day", MONDAY)
    relance("run", path, "--as-of", MONDAY)
    assert journal(path)[-1] == ("C1", "letter-2", "draft")
    return path


def listed(paid: str, rest: str) -> str:
    return f"C1;Client C1;{NUMBER};23/11/2026;08/12/2026;78,39;{paid};{rest}"


def invoice_of(path: Path) -> Any:
    (found,) = [one for one in agenda(path, TUESDAY)["C1"]["items"] if one["number"] == "F1"]
    return found


def test_a_note_that_an_export_lists_is_no_invoice(claimed: Path) -> None:
    answer = bring(claimed, OPEN, listed("0,00", "78,39"), headings=HEADINGS, day=TUESDAY)
    assert column(claimed, "tFactures", "number") == ["F1"]
    assert "note_booked" in [one["code"] for one in answer.json["findings"]]
    assert journal(claimed)[-1] == ("C1", "letter-2", "draft")  # nothing was paid


def test_what_an_export_says_was_paid_on_it_is_deducted_and_ends_the_letter(
    claimed: Path,
) -> None:
    before = invoice_of(claimed)
    bring(claimed, OPEN, listed("40,00", "38,39"), headings=HEADINGS, day=TUESDAY)
    (paid,) = desk_of(claimed).payments
    assert (paid.invoice, str(paid.amount)) == (NUMBER, "40")
    assert [line[1:] for line in journal(claimed)[-2:]] == [
        ("received", "done"),
        ("letter-2", "cancelled"),
    ]
    after = invoice_of(claimed)
    assert (after["fee"], after["interest"]) == ("0.00", before["interest"])
    # the same file again, then one that says more: each sum once
    bring(claimed, OPEN, listed("40,00", "38,39"), headings=HEADINGS, day=WEDNESDAY)
    bring(claimed, OPEN, listed("50,00", "28,39"), headings=HEADINGS, day=WEDNESDAY)
    assert [one.amount for one in desk_of(claimed).payments] == [40, 10]


def type_payment(path: Path, amount: str) -> None:
    """Type a payment of the note into the sheet, as a person does, without a verb."""
    row = write.payment(Payment("C1", Decimal(amount), TUESDAY, NUMBER))
    with FileBook(path) as sheet:
        sheet.append(schema.PAYMENTS.table, [row])
        sheet.save()


def first_why(path: Path, day: date) -> str:
    return str(agenda(path, day)["C1"]["why"][0]["code"])


def test_what_a_person_types_as_paid_on_it_ends_the_letter_and_is_told_once(claimed: Path) -> None:
    type_payment(claimed, "40")
    assert first_why(claimed, MONDAY) == "draft_waiting"  # it came on Tuesday
    assert first_why(claimed, TUESDAY) == "draft_void"
    relance("run", claimed, "--as-of", TUESDAY)  # was Monday's letter posted?
    relance("run", claimed, "--as-of", TUESDAY, "--redo")
    lines = journal(claimed)
    assert [line[1:] for line in lines[-3:]] == [
        ("received", "done"),
        ("letter-2", "cancelled"),
        ("letter-2", "draft"),
    ]  # the new letter knows of it, and waits
    assert first_why(claimed, TUESDAY) == "draft_waiting"
    relance("run", claimed, "--as-of", TUESDAY)
    bring(claimed, OPEN, listed("40,00", "38,39"), headings=HEADINGS, day=TUESDAY)
    assert journal(claimed) == lines


def test_a_line_of_it_that_a_person_reverses_is_not_written_again(claimed: Path) -> None:
    type_payment(claimed, "40")
    relance("run", claimed, "--as-of", TUESDAY)
    (line,) = [one.number for one in desk_of(claimed).ledger.events if one.step == "received"]
    relance("record", claimed, "reverse", line, "--day", TUESDAY)
    relance("run", claimed, "--as-of", TUESDAY)
    assert [one[1:] for one in journal(claimed)].count(("received", "done")) == 1


def test_a_file_with_a_note_alone_holds_no_invoice_and_the_question_before_says_so(
    claimed: Path,
) -> None:
    desk = desk_of(claimed)
    path = claimed.parent / "note.csv"
    path.write_text(f"{HEADINGS}\n{listed('40,00', '38,39')}\n", "utf-8")
    files = read_files([path], TUESDAY)
    assert absent_from(desk, files, TUESDAY) == ()
    assert import_files(desk, files, TUESDAY, "")[-1].held == ()
