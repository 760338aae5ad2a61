"""A payment noted by hand without an invoice, then the export that has it too: deducted once."""

import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.actions.exports import HEADINGS, TUESDAY, VAUBAN, WEDNESDAY, bring
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
)

from relance.actions.book import Cell
from relance.actions.desk import open_desk
from relance.actions.importing import import_files
from relance.actions.record import Entry
from relance.actions.record_payment import payment
from relance.core.money import ZERO
from relance.core.records import Payment
from relance.hosts.file.book import FileBook
from relance.intake.exports import read_export

Make = Callable[..., Path]


def line(number: str, amount: int, paid: int, due: str = "04/11/2026") -> str:
    """Return a line of an export: what was invoiced, what is paid and what is left."""
    return f"D01;ABEL;{number};05/10/2026;{due};{amount},00;{paid},00;{amount - paid},00"


def owed(paid_1: int = 0, paid_2: int = 0) -> tuple[str, ...]:
    """Return the export: F-501 of 1 440.00, F-502 of 900.00 due later, and another debtor's."""
    return line("F-501", 1440, paid_1), line("F-502", 900, paid_2, "11/11/2026"), VAUBAN


@pytest.fixture
def book(make: Make) -> Path:
    """Return a workbook after a first import: D01 owes 1 440 + 900 = 2 340."""
    path = make([debtor("D01"), debtor("D02")])
    answer = bring(path, *owed(), more=("--by-age",))
    assert answer.code == 0, answer
    return path


def note(book: Path, amount: int, day: date = MONDAY, *more: object) -> None:
    answer = relance("record", book, "payment", "D01", "--amount", amount, "--day", day, *more)
    assert answer.code == 0, answer


def said(answer: Answer) -> list[tuple[str, list[str]]]:
    """Return what the import says of payments: code and numbers."""
    assert answer.code == 0, answer
    return [
        (one["code"], one["facts"]["numbers"])
        for one in answer.json["findings"]
        if one["code"].startswith("payment_")
    ]


def rows(book: Path) -> list[tuple[Any, ...]]:
    """Return the invoice, the amount and the value date of each row of Règlements."""
    keys = ("invoice", "amount", "value_date")
    return list(zip(*(column(book, "tReglements", key) for key in keys), strict=True))


def open_of(book: Path, day: date = TUESDAY) -> Decimal:
    """Return what D01 owes in all, credits deducted."""
    return Decimal(agenda(book, day)["D01"]["open"])


def type_in(book: Path, table: str, heading: str, place: int, value: Cell) -> None:
    """Type a value in a row of a table, as a user does."""
    with FileBook(book) as opened:
        row = opened.read(table).rows[place].number
        opened.write(table, heading, {row: value})
        opened.save()


# --- the export has the payment, on one invoice or on several


def test_the_amount_of_one_invoice_is_tied_to_it(book: Path) -> None:
    note(book, 500)
    assert open_of(book, MONDAY) == 1840  # 2 340 - 500
    answer = bring(book, *owed(500), day=TUESDAY)
    assert said(answer) == [("payment_found", ["F-501"])]
    assert rows(book) == [("F-501", 500, MONDAY)]
    assert open_of(book) == 1840
    assert journal(book)[-1] == ("D01", "matched", "done")
    assert column(book, "tJournal", "document")[-1] == "500.00 EUR@2026-11-23"


def test_its_interest_stops_on_its_value_date(book: Path) -> None:
    note(book, 500)
    bring(book, *owed(500), day=WEDNESDAY)
    (late,) = [one for one in agenda(book, WEDNESDAY)["D01"]["items"] if one["number"] == "F-501"]
    # 1 440 from 5 to 23 November, 19 days, then 940 for 2 days, at 12.40 %:
    # (1 440 x 19 + 940 x 2) x 0.124 / 365 = 9.9336
    assert (late["open"], late["interest"]) == ("940.00", "9.93")


def test_the_sum_of_several_invoices_becomes_one_row_for_each(book: Path) -> None:
    note(book, 500, MONDAY, "--note", "virement")
    answer = bring(book, *owed(300, 200), day=TUESDAY)
    assert said(answer) == [("payment_found", ["F-501", "F-502"])]
    assert rows(book) == [("F-501", 300, MONDAY), ("F-502", 200, MONDAY)]
    assert column(book, "tReglements", "note") == ["virement", "virement"]
    assert open_of(book) == 1840
    assert column(book, "tJournal", "document")[-1] == "300.00 + 200.00 EUR@2026-11-23"


def test_two_payments_booked_together_are_both_tied(book: Path) -> None:
    note(book, 500)
    note(book, 300)
    answer = bring(book, *owed(800), day=TUESDAY)
    assert said(answer) == [("payment_found", ["F-501"])] * 2
    assert [row[0] for row in rows(book)] == ["F-501", "F-501"]
    assert open_of(book) == 1540  # 2 340 - 800


def test_what_exceeded_an_invoice_is_tied_like_any_other(book: Path) -> None:
    note(book, 1640, MONDAY, "--invoice", "F-501")
    assert rows(book) == [("F-501", 1440, MONDAY), (None, 200, MONDAY)]
    bring(book, line("F-502", 900, 200, "11/11/2026"), VAUBAN, day=TUESDAY)
    assert rows(book) == [("F-501", 1440, MONDAY), ("F-502", 200, MONDAY)]
    assert open_of(book) == 700  # 900 - 200


def test_the_same_export_again_changes_nothing_more(book: Path) -> None:
    note(book, 500)
    bring(book, *owed(500), day=TUESDAY)
    before = (rows(book), journal(book))
    answer = bring(book, *owed(500), day=WEDNESDAY)
    assert said(answer) == []
    assert (rows(book), journal(book)) == before
    assert open_of(book, WEDNESDAY) == 1840


def test_an_export_without_the_payment_leaves_it_netted(book: Path) -> None:
    note(book, 500)
    answer = bring(book, *owed(), day=TUESDAY)
    assert said(answer) == []
    assert rows(book) == [(None, 500, MONDAY)]
    assert open_of(book) == 1840


def test_a_payment_that_the_export_has_not_matched_either_is_the_same_one(book: Path) -> None:
    headings = "Code client;Nom;N° facture;Type;Date;Échéance;Solde"
    items = (
        "D01;ABEL;F-501;Facture;05/10/2026;04/11/2026;1440,00",
        "D01;ABEL;F-502;Facture;05/10/2026;11/11/2026;900,00",
        "D02;Épicerie Vauban;F-410;Facture;05/10/2026;04/11/2026;648,00",
        "D01;ABEL;RG-77;Règlement;23/11/2026;;-500,00",
    )
    note(book, 500)
    for day in (TUESDAY, WEDNESDAY):
        answer = bring(book, *items, headings=headings, day=day)
        assert said(answer) == ([("payment_found", ["RG-77"])] if day == TUESDAY else [])
        assert rows(book) == [("RG-77", 500, MONDAY)]
        assert open_of(book, day) == 1840


def test_a_payment_that_the_export_tells_with_its_date_takes_the_place_of_ours(book: Path) -> None:
    headings = f"{HEADINGS};Montant règlement;Date paiement"
    first, second, other = owed(500)
    lines = (f"{first};500,00;20/11/2026", f"{second};;", f"{other};;")
    note(book, 500)
    for day in (TUESDAY, WEDNESDAY):
        bring(book, *lines, headings=headings, day=day)
        assert rows(book) == [("F-501", 500, date(2026, 11, 20))]
        assert open_of(book, day) == 1840
    assert journal(book)[-1] == ("D01", "known", "done")


def test_a_dated_payment_noted_here_on_another_day_is_the_same_one(book: Path) -> None:
    headings = f"{HEADINGS};Montant règlement;Date paiement"
    first, second, other = owed(500)
    note(book, 500, MONDAY, "--invoice", "F-501")
    bring(book, f"{first};500,00;20/11/2026", f"{second};;", f"{other};;", headings=headings,
          day=TUESDAY)  # fmt: skip
    assert rows(book) == [("F-501", 500, MONDAY)]
    assert open_of(book) == 1840


def test_a_balance_that_fell_has_the_payment_in_it(make: Make) -> None:
    headings = "Code client;Nom;Non échu;0-30;31-60;60+;Total"
    path = make([debtor("D01")])
    bring(path, "D01;ABEL;0,00;500,00;0,00;940,00;1440,00", headings=headings, more=("--by-age",))
    note(path, 500)
    bring(path, "D01;ABEL;0,00;0,00;0,00;940,00;940,00", headings=headings, day=TUESDAY)
    assert rows(path) == []
    assert open_of(path) == 940
    # The balance of the day after, with a new invoice of 100: nothing of the past is deducted.
    bring(path, "D01;ABEL;0,00;100,00;0,00;940,00;1040,00", headings=headings, day=WEDNESDAY)
    assert open_of(path, WEDNESDAY) == 1040


# --- doubts: still netted, in favour of the debtor, and a finding


def test_another_amount_that_was_paid_is_a_doubt(book: Path) -> None:
    note(book, 500)
    answer = bring(book, *owed(700), day=TUESDAY)
    assert said(answer) == [("payment_doubt", ["F-501"])]
    assert rows(book) == [(None, 500, MONDAY)]
    assert open_of(book) == 1140  # 2 340 - 700 - 500
    (finding,) = [one for one in answer.json["findings"] if one["code"] == "payment_doubt"]
    assert "feuille Règlements, ligne 2" in finding["text"].replace("\u00a0", " ")
    assert finding["facts"]["line"] == 2
    # What the sentence says to do: the invoice's number, typed in the row.
    type_in(book, "tReglements", "N° facture", 0, "F-501")
    assert open_of(book) == 1640  # 2 340 - 700


def test_two_invoices_of_which_each_may_be_the_one_are_a_doubt(book: Path) -> None:
    note(book, 500)
    answer = bring(book, *owed(500, 500), day=TUESDAY)
    assert said(answer) == [("payment_doubt", ["F-501", "F-502"])]
    assert rows(book) == [(None, 500, MONDAY)]


def test_a_payment_of_a_later_value_date_than_the_import_can_t_be_in_it(make: Make) -> None:
    path = make([debtor("D01")], [invoice("F-501", "D01", date(2026, 11, 4), "1440")], (),
                [Payment("D01", Decimal(500), WEDNESDAY)])  # fmt: skip
    assert said(bring(path, line("F-501", 1440, 500), day=TUESDAY)) == []
    assert rows(path) == [(None, 500, WEDNESDAY)]


def test_dollars_are_not_euros(make: Make) -> None:
    path = make([debtor("D01")], [invoice("F-501", "D01", date(2026, 11, 4), "1440")], (),
                [Payment("D01", Decimal(500), MONDAY, currency="USD")])  # fmt: skip
    assert said(bring(path, line("F-501", 1440, 500), day=TUESDAY)) == []
    assert rows(path) == [(None, 500, MONDAY)]


def test_an_invoice_of_that_amount_that_left_is_held_and_the_payment_stays_netted(
    book: Path,
) -> None:
    note(book, 900)
    answer = bring(book, line("F-501", 1440, 0), VAUBAN, day=TUESDAY)
    assert said(answer) == [("payment_like_absent", ["F-502"])]
    assert column(book, "tFactures", "status") == ["à régler", "suspendue", "à régler"]
    assert rows(book) == [(None, 900, MONDAY)]
    assert agenda(book, TUESDAY)["D01"]["claim"] == "540.00"  # 1 440 - 900
    # What the sentence says to do.
    type_in(book, "tReglements", "N° facture", 0, "F-502")
    assert agenda(book, TUESDAY)["D01"]["claim"] == "1440.00"


def test_all_that_left_may_be_one_payment(make: Make) -> None:
    path = make([debtor("D01")])
    bring(path, *owed(), line("F-503", 60, 0), more=("--by-age",))
    note(path, 1500)
    answer = bring(path, line("F-502", 900, 0), VAUBAN, day=TUESDAY)
    assert said(answer) == [("payment_like_absent", ["F-501", "F-503"])]  # 1 440 + 60


def test_an_invoice_of_another_amount_that_left_is_a_doubt_too(book: Path) -> None:
    note(book, 1000)
    answer = bring(book, line("F-501", 1440, 0), VAUBAN, day=TUESDAY)
    assert said(answer) == [("payment_doubt", ["F-502"])]


@pytest.mark.parametrize(
    ("new", "number"),
    [
        ("D01;ABEL;A-9;20/11/2026;20/11/2026;-500,00;0,00;-500,00", "A-9"),
        ("D01;ABEL;F-600;20/11/2026;20/12/2026;800,00;500,00;300,00", "F-600"),
    ],
)
def test_a_new_item_of_that_amount_may_be_the_payment(book: Path, new: str, number: str) -> None:
    note(book, 500)
    assert said(bring(book, *owed(), new, day=TUESDAY)) == [("payment_doubt", [number])]
    assert rows(book) == [(None, 500, MONDAY)]


def test_a_credit_that_left_is_no_payment(make: Make) -> None:
    path = make([debtor("D01")])
    credit = "D01;ABEL;A-9;20/10/2026;20/10/2026;-500,00;0,00;-500,00"
    bring(path, *owed(), credit, more=("--by-age",))
    note(path, 500)
    assert said(bring(path, *owed(), day=TUESDAY)) == []
    assert rows(path) == [(None, 500, MONDAY)]


def test_a_new_item_of_another_amount_is_no_doubt(book: Path) -> None:
    note(book, 400)
    new = "D01;ABEL;F-600;20/11/2026;20/12/2026;800,00;500,00;300,00"
    assert said(bring(book, *owed(), new, day=TUESDAY)) == []


def test_the_summary_tells_people_what_was_found(book: Path) -> None:
    note(book, 500)
    path = book.parent / "postes.csv"
    path.write_text("\n".join([HEADINGS, *owed(500)]), "utf-8")
    answer = relance("import", book, path, "--as-of", TUESDAY)
    assert "Règlement de 500,00\u00a0€ du 23/11/2026, client D01" in answer.out
    assert "retrouvé dans l'export (F-501)" in answer.out
    assert "anomalie" not in answer.out


# --- promises and plans


def test_a_payment_found_in_an_export_fills_a_plan_and_keeps_a_promise_once(book: Path) -> None:
    for _ in range(2):
        relance("record", book, "promise", "D01", "--amount", "780", "--by", "2026-12-15",
                "--day", MONDAY, "--again")  # fmt: skip
    plan = ("plan", "D01", "--instalments", "3", "--first", "2026-11-30", "--day", MONDAY)
    assert relance("record", book, *plan).code == 0
    note(book, 780)
    for day in (TUESDAY, WEDNESDAY):
        bring(book, *owed(500, 280), day=day)
        assert column(book, "tEcheanciers", "paid") == [780, 0, 0]  # 2 340 / 3
        assert column(book, "tPromesses", "state") == ["tenue", "en attente"]
    assert not [one for one in journal(book) if one[1] == "received"]


def test_what_the_export_has_beyond_it_still_counts(book: Path) -> None:
    plan = ("plan", "D01", "--instalments", "3", "--first", "2026-11-30", "--day", MONDAY)
    assert relance("record", book, *plan).code == 0
    note(book, 500)
    bring(book, *owed(500, 100), day=TUESDAY)  # 500 is ours, 100 another payment
    assert column(book, "tEcheanciers", "paid") == [600, 0, 0]


def plan_on(book: Path, held: str) -> None:
    """Agree to a plan in two instalments from 15 December, about all but one invoice."""
    for words in (
        ("hold", "D01", "--invoice", held, "--reason", "x"),
        ("plan", "D01", "--instalments", "2", "--first", "2026-12-15"),
        ("release", "D01", "--invoice", held),
    ):
        assert relance("record", book, *words, "--day", MONDAY).code == 0


def test_what_a_settlement_had_is_the_plan_s_once_the_export_says_so(book: Path) -> None:
    plan_on(book, "F-502")  # 1 440 in two
    words = ("--amount", "500", "--by", "2026-12-10", "--invoice", "F-502", "--as-of", MONDAY)
    out = book.parent / "out"
    assert relance("settlement", book, "D01", *words, "--out", out).code == 0
    note(book, 500)
    assert column(book, "tEcheanciers", "paid") == [0, 0]
    bring(book, *owed(500), day=TUESDAY)  # it was for F-501
    assert column(book, "tEcheanciers", "paid") == [500, 0]
    # 100 more on F-501, which nobody had noted
    bring(book, *owed(600), day=WEDNESDAY)
    assert column(book, "tEcheanciers", "paid") == [600, 0]


def test_what_a_plan_had_is_none_of_it_once_the_export_says_so(book: Path) -> None:
    plan_on(book, "F-502")
    note(book, 500)
    assert column(book, "tEcheanciers", "paid") == [500, 0]
    bring(book, *owed(0, 500), day=TUESDAY)  # it was for F-502
    assert column(book, "tEcheanciers", "paid") == [0, 0]
    assert reverse(book, of_step(book, "matched")).code == 0
    assert column(book, "tEcheanciers", "paid") == [500, 0]


def test_a_payment_of_before_a_plan_fills_none_once_an_export_has_it(book: Path) -> None:
    note(book, 500)
    plan = ("plan", "D01", "--instalments", "2", "--first", "2026-12-15", "--day", MONDAY)
    assert relance("record", book, *plan).code == 0  # (2 340 - 500) / 2
    bring(book, *owed(300, 200), day=TUESDAY)
    assert [one for one, *_ in rows(book)] == ["F-501", "F-502"]
    assert column(book, "tEcheanciers", "paid") == [0, 0]


@pytest.mark.parametrize("late", [True, False])
def test_a_dated_payment_of_an_export_fills_a_plan_once(book: Path, late: bool) -> None:
    headings = f"{HEADINGS};Montant règlement;Date paiement"
    first, second, other = owed(500)
    if not late:
        note(book, 500)
    plan = ("plan", "D01", "--instalments", "2", "--first", "2026-12-15", "--day", MONDAY)
    assert relance("record", book, *plan).code == 0
    if late:
        note(book, 500)
    had = column(book, "tEcheanciers", "paid")
    assert had == ([500, 0] if late else [0, 0])
    paid = (f"{first};500,00;20/11/2026", f"{second};;", f"{other};;")
    bring(book, *paid, headings=headings, day=TUESDAY)
    assert journal(book)[-1][1] == "known"
    assert column(book, "tEcheanciers", "paid") == had
    # 100 of another payment, which no row of the export had told before
    paid = (f"{owed(600)[0]};100,00;24/11/2026", *paid[1:])
    bring(book, *paid, headings=headings, day=WEDNESDAY)
    assert column(book, "tEcheanciers", "paid") == [had[0] + 100, 0]


def test_a_dated_payment_fills_a_plan_by_what_no_export_had_told(book: Path) -> None:
    plan = ("plan", "D01", "--instalments", "2", "--first", "2026-12-15", "--day", MONDAY)
    assert relance("record", book, *plan).code == 0
    bring(book, *owed(200), day=TUESDAY)
    first, second, other = owed(500)
    paid = (f"{first};500,00;24/11/2026", f"{second};;", f"{other};;")
    bring(book, *paid, headings=f"{HEADINGS};Montant règlement;Date paiement", day=WEDNESDAY)
    assert column(book, "tEcheanciers", "paid") == [500, 0]


LEDGER = "Compte;Intitulé;Date;Journal;Pièce;Libellé;Débit;Crédit;Lettrage;Échéance"
SALE = "D01;ABEL;04/10/2026;VE;F-501;Facture F-501;800,00;;;04/11/2026"
TRANSFER = "D01;ABEL;14/12/2026;BQ;VIR1;Virement ABEL;;400,00;;"
PAID = date(2026, 12, 14)


@pytest.fixture
def ledger(make: Make) -> Path:
    """Return a workbook after the import of a ledger: F-501 of 800.00, a plan in two."""
    path = make([debtor("D01")])
    assert bring(path, SALE, headings=LEDGER, more=("--by-age",)).code == 0
    plan = ("plan", "D01", "--instalments", "2", "--first", "2026-12-15", "--day", MONDAY)
    assert relance("record", path, *plan).code == 0
    return path


def test_a_payment_found_in_one_of_the_ledger_still_fills_its_plan(ledger: Path) -> None:
    note(ledger, 400, PAID)
    assert column(ledger, "tEcheanciers", "paid") == [400, 0]
    bring(ledger, SALE, TRANSFER, headings=LEDGER, day=PAID)
    assert [one for one, *_ in rows(ledger)] == ["VIR1"]
    assert column(ledger, "tEcheanciers", "paid") == [400, 0]


def test_a_payment_that_a_ledger_tells_pays_the_instalment(ledger: Path) -> None:
    bring(ledger, SALE, TRANSFER, headings=LEDGER, day=PAID)
    assert column(ledger, "tEcheanciers", "paid") == [400, 0]
    (held,) = agenda(ledger, date(2026, 12, 17))["D01"]["blocked_by"]
    assert held["code"] == "planned"
    # the same file again, then a payment noted by hand: 400 + 150
    bring(ledger, SALE, TRANSFER, headings=LEDGER, day=PAID)
    assert column(ledger, "tEcheanciers", "paid") == [400, 0]
    note(ledger, 150, date(2026, 12, 15))
    assert column(ledger, "tEcheanciers", "paid") == [400, 150]


@pytest.mark.parametrize("noted", [True, False])
def test_once_it_is_matched_with_the_invoice_it_is_counted_once(ledger: Path, noted: bool) -> None:
    if noted:
        note(ledger, 400, PAID)
    bring(ledger, SALE, TRANSFER, headings=LEDGER, day=PAID)
    paid = "D01;ABEL;F-501;04/10/2026;04/11/2026;800,00;400,00;400,00"
    bring(ledger, paid, day=date(2026, 12, 16))
    assert column(ledger, "tFactures", "paid")[0] == 400
    assert column(ledger, "tEcheanciers", "paid") == [400, 0]
    # 50 more, which were in no credit
    bring(ledger, paid.replace("400,00;400,00", "450,00;350,00"), day=date(2026, 12, 18))
    assert column(ledger, "tEcheanciers", "paid") == [400, 50]


def test_a_payment_of_a_ledger_that_a_plan_is_net_of_pays_none_of_it(make: Make) -> None:
    path = make([debtor("D01")])
    early = TRANSFER.replace("14/12/2026", "20/11/2026")
    bring(path, SALE, early, headings=LEDGER, more=("--by-age",))
    plan = ("plan", "D01", "--instalments", "2", "--first", "2026-12-15", "--day", MONDAY)
    assert relance("record", path, *plan).code == 0  # (800 - 400) / 2
    bring(path, SALE, early, TRANSFER.replace("VIR1", "VIR2").replace("400", "150"),
          headings=LEDGER, day=PAID)  # fmt: skip
    assert column(path, "tEcheanciers", "paid") == [150, 0]


def test_a_plan_typed_for_nobody_stops_no_import(ledger: Path) -> None:
    type_in(ledger, "tEcheanciers", "Code client", 1, "D99")
    bring(ledger, SALE, TRANSFER, headings=LEDGER, day=PAID)
    assert column(ledger, "tEcheanciers", "paid") == [400, 0]


# --- reversals


def reverse(book: Path, *numbers: object) -> Answer:
    return relance("record", book, "reverse", *numbers, "--day", TUESDAY, "--json")


def of_step(book: Path, step: str) -> int:
    (event,) = [one for one in desk_of(book).ledger.events if one.step == step]
    return event.number


@pytest.mark.parametrize("parts", [(500, 0), (300, 200)])
def test_a_tie_that_was_wrong_is_reversed_and_the_payment_netted_again(
    book: Path, parts: tuple[int, int]
) -> None:
    note(book, 500)
    bring(book, *owed(*parts), day=TUESDAY)
    assert reverse(book, of_step(book, "matched")).code == 0
    assert rows(book) == [(None, 500, MONDAY)]
    assert open_of(book) == 1340  # 2 340 - 500 of the export - 500 of ours


def test_a_tie_whose_row_somebody_changed_changes_nothing(book: Path) -> None:
    plan = ("plan", "D01", "--instalments", "3", "--first", "2026-11-30", "--day", MONDAY)
    assert relance("record", book, *plan).code == 0
    note(book, 500)
    bring(book, *owed(500), day=TUESDAY)
    type_in(book, "tReglements", "Montant", 0, 510)
    assert reverse(book, of_step(book, "matched")).code == 0
    assert rows(book) == [("F-501", 510, MONDAY)]
    assert column(book, "tEcheanciers", "paid") == [500, 0, 0]


def test_a_payment_whose_row_somebody_changed_is_reversed_in_the_journal_alone(book: Path) -> None:
    note(book, 500)
    type_in(book, "tReglements", "Montant", 0, 510)
    assert reverse(book, of_step(book, "payment")).code == 0
    assert rows(book) == [(None, 510, MONDAY)]


def test_a_payment_replaced_by_that_of_an_export_is_put_back_by_its_reversal(book: Path) -> None:
    headings = f"{HEADINGS};Montant règlement;Date paiement"
    first, second, other = owed(500)
    note(book, 500)
    bring(book, f"{first};500,00;20/11/2026", f"{second};;", f"{other};;", headings=headings,
          day=TUESDAY)  # fmt: skip
    assert reverse(book, of_step(book, "known")).code == 0
    assert sorted(rows(book), key=str) == [
        ("F-501", 500, date(2026, 11, 20)), (None, 500, MONDAY),
    ]  # fmt: skip


def test_a_payment_that_was_tied_is_reversed_with_its_tie(book: Path) -> None:
    note(book, 500)
    bring(book, *owed(500), day=TUESDAY)
    paid, tied = of_step(book, "payment"), of_step(book, "matched")
    answer = reverse(book, paid)
    assert answer.error[0] == "nothing_to_record"
    assert f"reverse {paid} {tied}" in answer.error[1]
    assert rows(book) == [("F-501", 500, MONDAY)]
    assert reverse(book, paid, tied).code == 0
    assert rows(book) == []
    assert column(book, "tFactures", "paid")[0] == 500  # the export's word
    assert open_of(book) == 1840


def test_of_two_payments_alike_the_one_that_is_free_is_taken_back(book: Path) -> None:
    note(book, 500)
    note(book, 500, MONDAY, "--again")
    bring(book, *owed(500), day=TUESDAY)
    second = max(one.number for one in desk_of(book).ledger.events if one.step == "payment")
    assert reverse(book, second).code == 0
    assert rows(book) == [("F-501", 500, MONDAY)]


def test_what_exceeded_an_invoice_is_found_wherever_it_was_put_back(book: Path) -> None:
    headings = f"{HEADINGS};Montant règlement;Date paiement"
    note(book, 1640, MONDAY, "--invoice", "F-501")
    note(book, 30, MONDAY)
    left = line("F-502", 900, 200, "11/11/2026")
    bring(book, f"{left};200,00;20/11/2026", f"{VAUBAN};;", headings=headings, day=TUESDAY)
    first = min(one.number for one in desk_of(book).ledger.events if one.step == "payment")
    answer = reverse(book, first)
    assert answer.error[0] == "nothing_to_record"
    assert reverse(book, first, of_step(book, "known")).code == 0
    assert sorted(rows(book), key=str) == [
        ("F-502", 200, date(2026, 11, 20)), (None, 30, MONDAY),
    ]  # fmt: skip


def test_a_payment_on_a_plan_s_invoice_that_was_tied_by_mistake_counts_apart(book: Path) -> None:
    plan = ("plan", "D01", "--instalments", "3", "--first", "2026-11-30", "--day", MONDAY)
    assert relance("record", book, *plan).code == 0
    note(book, 500)
    bring(book, *owed(500), day=TUESDAY)
    reverse(book, of_step(book, "matched"))
    assert column(book, "tEcheanciers", "paid") == [780, 220, 0]  # 500 + 500


# --- whatever is paid, noted and booked

paid = st.lists(
    st.tuples(st.integers(0, 1), st.integers(1, 4), st.booleans()), min_size=1, max_size=4
)


def fresh(folder: str) -> FileBook:
    items = [invoice(f"F-{n}", "D01", date(2026, 11, 4 + n), "1000") for n in (0, 1)]
    return FileBook(make_book(Path(folder) / "relances.xlsx", [debtor("D01")], items))


def export(booked: Sequence[int]) -> bytes:
    lines = [line(f"F-{n}", 1000, amount, f"0{4 + n}/11/2026") for n, amount in enumerate(booked)]
    return "\n".join([HEADINGS, *lines]).encode()


def owes(book: FileBook) -> Decimal:
    (case,) = open_desk(book).cases
    return sum((item.open for item in case.items), ZERO)


@settings(max_examples=20, deadline=None)
@given(paid)
def test_never_is_more_asked_for_than_what_is_owed(payments: list[tuple[int, int, bool]]) -> None:
    # All are noted by hand; some are in the export too: (invoice, hundreds, booked).
    booked = [
        100 * sum(hundreds for place, hundreds, is_in in payments if is_in and place == n)
        for n in (0, 1)
    ]
    with tempfile.TemporaryDirectory() as folder, fresh(folder) as book:
        for _, hundreds, _ in payments:
            amount = Decimal(100 * hundreds)
            payment(open_desk(book), Entry(MONDAY, ""), "D01", amount, again=True)
        truth = 2000 - 100 * sum(hundreds for _, hundreds, _ in payments)
        assert owes(book) == truth
        import_files(open_desk(book), [("x", read_export("x", export(booked)))], TUESDAY, "")
        asked, found = owes(book), open_desk(book)
        assert asked <= truth
        if all(one.invoice for one in found.payments):
            assert asked == truth
        import_files(found, [("x", read_export("x", export(booked)))], TUESDAY, "")
        again = open_desk(book)
        assert (owes(book), again.payments) == (asked, found.payments)
        assert again.ledger.events == found.ledger.events
