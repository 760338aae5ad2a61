"""One debt, one plan: a new one replaces that which runs, until its line is reversed."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.actions.test_beside import words_of
from tests.actions.world import (
    MONDAY,
    Answer,
    agenda,
    column,
    debtor,
    invoice,
    journal,
    relance,
    type_in,
)

from relance.core.records import Payment
from relance.hosts.file.book import FileBook
from relance.workbook import write

Make = Callable[..., Path]
SHORT = ("plan", "C1", "--instalments", "2", "--first", "2026-11-30")
LONG = ("plan", "C1", "--instalments", "4", "--first", "2026-12-15")
AGREED = "L'échéancier du 23/11/2026, qui avait été remplacé, court de nouveau"


def record(book: Path, *words: object, day: date = MONDAY, code: int = 0) -> Answer:
    answer = relance("record", book, *words, "--day", day)
    assert answer.code == code, answer
    return answer


def letter(book: Path, day: date = MONDAY) -> list[Path]:
    out = book.parent / "out"
    words = ("--letter", "--as-of", day, "--out", out)
    assert relance("plan-letter", book, "C1", *words).code == 0
    return sorted(out.glob("*.docx"))


def states(book: Path) -> list[tuple[object, object, object]]:
    keys = ("amount", "paid", "state")
    return list(zip(*(column(book, "tEcheanciers", key) for key in keys), strict=True))


@pytest.fixture
def book(make: Make) -> Path:
    """Return a workbook with one debtor, late by 19 days for 1 200.00, and another invoice."""
    late = date(2026, 11, 4)
    items = [invoice("F-1", "C1", late, "900.00"), invoice("F-2", "C1", late, "300.00")]
    return make([debtor("C1")], items)


@pytest.mark.parametrize("day", [MONDAY, date(2026, 11, 26)])
def test_a_plan_replaces_the_one_that_runs_on_its_invoices(day: date, book: Path) -> None:
    record(book, *SHORT)
    record(book, "payment", "C1", "--amount", "200", "--invoice", "F-1")
    (old,) = letter(book)
    said = record(book, *LONG, day=day).out
    assert "échéancier noté, remplace l'échéancier du 23/11/2026" in said
    assert "Échéancier du 23/11/2026 remplacé" in said
    assert (old.parent / "perimes" / old.name).is_file()
    record(book, "payment", "C1", "--amount", "250", "--invoice", "F-1", day=day)
    ended, due = [(600, 200, "annulée"), (600, 0, "annulée")], [(250, 0, "à venir")] * 3
    assert states(book) == [*ended, (250, 250, "réglée"), *due]
    (new,) = letter(book, day)
    shown = words_of(new)
    assert "15/03/2027" in shown
    assert "30/11/2026" not in shown
    said_so = "Cet échéancier remplace l'échéancier convenu le 23 novembre 2026."
    assert (said_so in shown.replace("’", "'")) is (day > MONDAY)  # of another day
    # The first plan would have been missed by then; the one that holds is kept.
    (held,) = agenda(book, date(2026, 12, 14))["C1"]["blocked_by"]
    assert held["code"] == "planned"


def test_the_same_plan_is_noted_once(book: Path) -> None:
    record(book, *SHORT)
    assert "ligne n° 1" in record(book, *SHORT, code=1).err
    record(book, *SHORT, "--again")
    assert [state for *_, state in states(book)] == ["annulée", "annulée", "à venir", "à venir"]
    assert len(letter(book)) == 1
    record(book, "reverse", "1")  # the rows of the first, though the second says the same
    assert states(book) == [(600, 0, "à venir")] * 2


def test_a_plan_that_was_replaced_may_be_noted_anew(book: Path) -> None:
    record(book, *SHORT)
    record(book, *LONG)
    assert "remplace l'échéancier" in record(book, *SHORT).out  # that of four instalments


def test_what_a_plan_had_replaced_runs_again_once_it_is_reversed(book: Path) -> None:
    """Nobody is reminded of a debt that they pay as they had agreed to."""
    record(book, *SHORT)
    record(book, *LONG)
    record(book, "payment", "C1", "--amount", "600", "--invoice", "F-1")
    assert AGREED in record(book, "reverse", "2").out
    assert states(book) == [(600, 600, "réglée"), (600, 0, "à venir")]
    (held,) = agenda(book, date(2026, 12, 14))["C1"]["blocked_by"]
    assert held["code"] == "planned"
    assert journal(book)[-1] == ("C1", "plan", "reversed")


def test_a_plan_replaced_in_its_turn_leaves_the_last_one_alone(book: Path) -> None:
    record(book, *SHORT)
    record(book, *LONG)
    record(book, "plan", "C1", "--instalments", "3", "--first", "2026-12-01")
    assert AGREED not in record(book, "reverse", "2").out
    assert [state for *_, state in states(book)] == ["annulée"] * 2 + ["à venir"] * 3
    assert AGREED in record(book, "reverse", "3").out
    assert states(book) == [(600, 0, "à venir")] * 2


# -- credits count once --------------------------------------------------------


@pytest.fixture
def netted(make: Make) -> Path:
    """Return a workbook with a plan on F-1 and a credit note, and F-2 beside it.

    F-1 1 000.00 - AV-1 200.00 = 800.00 in two instalments of 400.00, from 15 December.
    """
    late = date(2026, 11, 4)
    items = [
        invoice("F-1", "C1", late, "1000.00"),
        invoice("F-2", "C1", late, "500.00", status="on_hold"),
        invoice("AV-1", "C1", late, "-200.00", "credit_note", issued=date(2026, 11, 2)),
    ]
    book = make([debtor("C1")], items)
    record(book, "plan", "C1", "--instalments", "2", "--first", "2026-12-15")
    assert states(book) == [(400, 0, "à venir")] * 2
    record(book, "release", "C1", "--invoice", "F-2")
    return book


def claimed(book: Path, day: date = MONDAY) -> tuple[list[str], str]:
    found = agenda(book, day)["C1"]
    return [one["number"] for one in found["items"] if one["demanded"]], found["claim"]


def test_a_credit_that_a_plan_nets_lowers_no_reminder_of_another_invoice(netted: Path) -> None:
    assert claimed(netted) == (["F-2"], "500.00")
    # 300.00 that are matched with no invoice pay the instalment, and F-2 no cent of it
    record(netted, "payment", "C1", "--amount", "300")
    assert states(netted) == [(400, 300, "à venir"), (400, 0, "à venir")]
    assert claimed(netted) == (["F-2"], "500.00")
    # missed on Wednesday 16: 1000 + 500 - 200 - 300 = 1000
    assert claimed(netted, date(2026, 12, 16)) == (["F-1", "F-2"], "1000.00")


def test_a_credit_of_after_the_plan_is_free_for_other_invoices(netted: Path) -> None:
    record(netted, "payment", "C1", "--amount", "900")
    # 800 pay the plan, which is over: 1000 + 500 - 200 - 900 = 400
    assert states(netted) == [(400, 400, "réglée")] * 2
    assert claimed(netted) == (["F-1", "F-2"], "400.00")


def test_a_plan_that_is_reversed_gives_its_credits_back(netted: Path) -> None:
    record(netted, "reverse", "1")
    assert claimed(netted) == (["F-1", "F-2"], "1300.00")  # 1000 + 500 - 200


def test_a_new_plan_nets_what_the_one_that_it_replaces_had_taken(netted: Path) -> None:
    record(netted, "payment", "C1", "--amount", "300")
    record(netted, "plan", "C1", "--instalments", "2", "--first", "2026-12-15")
    # F-1 and F-2: 1000 + 500 - 200 - 300 = 1000
    assert states(netted)[2:] == [(500, 0, "à venir")] * 2


def test_a_second_plan_beside_the_first_is_net_of_no_credit_of_that(netted: Path) -> None:
    record(netted, "dispute", "C1", "--invoice", "F-1", "--reason", "prix")
    record(netted, "plan", "C1", "--instalments", "2", "--first", "2026-12-15")
    assert states(netted) == [(400, 0, "à venir")] * 2 + [(250, 0, "à venir")] * 2


def test_a_settlement_of_another_invoice_is_not_net_of_what_a_plan_nets(netted: Path) -> None:
    words = ("--amount", "400", "--by", "2026-12-11", "--invoice", "F-2", "--as-of", MONDAY)
    out = netted.parent / "out"
    answer = relance("settlement", netted, "C1", *words, "--letter", "--out", out)
    assert answer.code == 0, answer  # 400 of 500, and not of 500 - 200 = 300
    (letter,) = out.glob("*.docx")
    assert "500,00 €" in words_of(letter)
    assert "200,00 €" not in words_of(letter)


def test_a_statement_asks_for_what_is_in_no_instalment(netted: Path) -> None:
    out = netted.parent / "out"
    answer = relance("statement", netted, "C1", "--as-of", MONDAY, "--letter", "--out", out)
    assert answer.code == 0, answer
    (letter,) = out.glob("*.docx")
    said = " ".join(words_of(letter).replace("\u00a0", " ").split())
    assert "Solde du compte 1 300,00 €" in said  # 1000 + 500 - 200
    assert "Somme à virer 500,00 €" in said  # the plan asks for 800 of it


# -- money counts once -----------------------------------------------------------


def test_money_without_an_invoice_pays_what_is_due_first_in_two_plans(netted: Path) -> None:
    record(netted, "dispute", "C1", "--invoice", "F-1", "--reason", "prix")  # stays out of this one
    record(netted, "plan", "C1", "--instalments", "2", "--first", "2026-12-01")
    record(netted, "payment", "C1", "--amount", "300")
    # 250 on 1 December, the rest on the 15th; then 250 on 1 January
    first, second = [(400, 50, "à venir"), (400, 0, "à venir")], [(250, 0, "à venir")]
    assert states(netted) == [*first, (250, 250, "réglée"), *second]
    record(netted, "payment", "C1", "--amount", "360")
    first, second = [(400, 400, "réglée"), (400, 0, "à venir")], [(250, 10, "à venir")]
    assert states(netted) == [*first, (250, 250, "réglée"), *second]
    record(netted, "reverse", "6")
    first, second = [(400, 50, "à venir"), (400, 0, "à venir")], [(250, 0, "à venir")]
    assert states(netted) == [*first, (250, 250, "réglée"), *second]


def test_money_that_a_settlement_takes_pays_no_instalment(netted: Path) -> None:
    words = ("--amount", "400", "--by", "2026-12-11", "--invoice", "F-2", "--as-of", MONDAY)
    relance("settlement", netted, "C1", *words, "--letter", "--out", netted.parent / "out")
    said = " ".join(record(netted, "payment", "C1", "--amount", "450").out.split())
    assert "400,00 € sont comptés pour l'accord de règlement" in said.replace("\u00a0", " ")
    # 450 - 400 = 50 of the instalment
    assert states(netted) == [(400, 50, "à venir"), (400, 0, "à venir")]
    assert "accord" not in record(netted, "payment", "C1", "--amount", "100").out
    assert states(netted) == [(400, 150, "à venir"), (400, 0, "à venir")]
    held = [one["code"] for one in agenda(netted, date(2026, 12, 15))["C1"]["blocked_by"]]
    assert held == ["planned", "settlement_kept"]


def test_the_reversal_of_such_money_empties_what_it_had_paid(netted: Path) -> None:
    """Money of before a settlement is all the plan's, whatever was agreed on since."""
    record(netted, "payment", "C1", "--amount", "300")
    words = ("--amount", "400", "--by", "2026-12-11", "--invoice", "F-2", "--as-of", MONDAY)
    relance("settlement", netted, "C1", *words, "--letter", "--out", netted.parent / "out")
    record(netted, "payment", "C1", "--amount", "450")
    assert states(netted)[0] == (400, 350, "à venir")  # 300 + 450 - 400
    record(netted, "reverse", "6")
    assert states(netted)[0] == (400, 300, "à venir")
    record(netted, "reverse", "3")
    assert states(netted)[0] == (400, 0, "à venir")


# -- one agreement an invoice --------------------------------------------------


def test_no_promise_is_noted_on_an_invoice_of_a_plan_that_runs(netted: Path) -> None:
    words = ("promise", "C1", "--amount", "500", "--by", "2026-12-11")
    refused = record(netted, *words, "--invoice", "F-1", code=1)
    assert "La facture F-1 est dans l'échéancier du 23/11/2026" in " ".join(refused.err.split())
    record(netted, *words)  # all that is late, but what the plan is about
    assert column(netted, "tPromesses", "items") == ["F-2"]
    # missed on Wednesday 16 December: the plan holds no invoice any more
    record(netted, *words[:-1], "2026-12-18", "--invoice", "F-1", day=date(2026, 12, 16))
    assert column(netted, "tPromesses", "items") == ["F-2", "F-1"]


def test_where_a_plan_is_about_all_no_promise_is_noted(book: Path) -> None:
    record(book, *SHORT)
    words = ("promise", "C1", "--amount", "500", "--by", "2026-12-11")
    refused = " ".join(record(book, *words, code=1).err.split())
    assert "La facture F-1 est dans l'échéancier du 23/11/2026" in refused
    assert column(book, "tPromesses", "items") == []


def test_no_promise_is_noted_on_an_invoice_of_a_settlement(make: Make) -> None:
    """F-1 and F-2 of 500.00 each; F-1 ends for 400.00, to be paid by 10 December."""
    late = date(2026, 11, 4)
    items = [invoice(number, "C1", late, "500.00") for number in ("F-1", "F-2")]
    book = make([debtor("C1")], items)
    terms = ("--amount", "400", "--by", "2026-12-10", "--invoice", "F-1", "--as-of", MONDAY)
    assert relance("settlement", book, "C1", *terms, "--out", book.parent / "out").code == 0
    words = ("promise", "C1", "--amount", "500", "--by", "2026-12-20")
    running = record(book, *words, "--invoice", "F-1", code=1)
    assert "La facture F-1 est dans l'accord de règlement du 23/11/2026" in " ".join(
        running.err.split()
    )
    record(book, *words)  # all that is late, but what the settlement is about
    assert column(book, "tPromesses", "items") == ["F-2"]
    # kept: nothing is left of the 100.00 that are open
    paid = date(2026, 11, 25)
    record(book, "payment", "C1", "--amount", "400", "--invoice", "F-1", day=paid)
    record(book, *words, "--invoice", "F-1", day=paid, code=1)
    assert column(book, "tPromesses", "items") == ["F-2"]


def test_a_settlement_that_has_lapsed_leaves_its_invoices_to_a_promise(make: Make) -> None:
    book = make([debtor("C1")], [invoice("F-1", "C1", date(2026, 11, 4), "500.00")])
    terms = ("--amount", "400", "--by", "2026-11-24", "--as-of", MONDAY)
    assert relance("settlement", book, "C1", *terms, "--out", book.parent / "out").code == 0
    later = date(2026, 12, 1)
    record(book, "promise", "C1", "--amount", "500", "--by", "2026-12-20", day=later)
    assert column(book, "tPromesses", "items") == ["F-1"]


# -- one euro, one agreement -----------------------------------------------------

DUE = date(2026, 12, 15)
MISSED = date(2026, 12, 17)


@pytest.fixture
def beside(make: Make) -> Path:
    """Return a workbook with a plan on F-1, 400.00 + 400.00 from 15 December, and F-2 of 500.00."""
    late = date(2026, 11, 4)
    items = [invoice("F-1", "C1", late, "800"), invoice("F-2", "C1", late, "500", status="on_hold")]
    book = make([debtor("C1")], items)
    record(book, "plan", "C1", "--instalments", "2", "--first", DUE)
    record(book, "release", "C1", "--invoice", "F-2")
    return book


def settle(book: Path) -> None:
    """Agree on 400.00 for F-2, to be paid until 10 December."""
    words = ("--amount", "400", "--by", "2026-12-10", "--invoice", "F-2", "--as-of", MONDAY)
    answer = relance("settlement", book, "C1", *words, "--out", book.parent / "out")
    assert answer.code == 0, answer


def pay(book: Path, amount: int, day: date, *named: str) -> int:
    """Note a payment, and return the number of its line."""
    words = ("--invoice", *named) if named else ()
    record(book, "payment", "C1", "--amount", amount, *words, day=day)
    return len(journal(book))


def filled(book: Path) -> list[object]:
    return column(book, "tEcheanciers", "paid")


def why(book: Path, day: date) -> list[str]:
    return [one["code"] for one in agenda(book, day)["C1"]["blocked_by"]]


def test_money_keeps_a_promise_or_pays_an_instalment_of_later_and_not_both(beside: Path) -> None:
    promise = ("--amount", "500", "--by", "2026-12-10", "--invoice", "F-2")
    record(beside, "promise", "C1", *promise)
    # 500 for the promise of 10 December, which comes before the instalment of the 15th
    paid = pay(beside, 500, date(2026, 11, 25))
    assert (column(beside, "tPromesses", "state"), filled(beside)) == (["tenue"], [0, 0])
    assert claimed(beside, date(2026, 11, 26))[0] == []  # F-2 is covered
    # 150 more are the plan's; once the first is reversed they are the promise's
    pay(beside, 150, date(2026, 11, 26))
    assert filled(beside) == [150, 0]
    record(beside, "reverse", paid, day=date(2026, 11, 27))
    assert (column(beside, "tPromesses", "state"), filled(beside)) == (["en attente"], [0, 0])
    assert why(beside, date(2026, 11, 27)) == ["planned", "promised"]


def test_an_instalment_that_is_due_before_a_promise_is_paid_first(beside: Path) -> None:
    promise = ("--amount", "500", "--by", "2026-12-18", "--invoice", "F-2")
    record(beside, "promise", "C1", *promise)
    pay(beside, 500, date(2026, 11, 25))  # 400 for the 15th, 100 of 500 for the 18th
    assert (column(beside, "tPromesses", "state"), filled(beside)) == (["en attente"], [400, 0])
    assert why(beside, MISSED) == ["planned", "promised"]


def test_money_that_a_settlement_takes_keeps_no_promise_too(make: Make) -> None:
    late = date(2026, 11, 4)
    book = make([debtor("C1")], [invoice(f"F-{n}", "C1", late, "500") for n in (1, 2)])
    words = ("--amount", "500", "--by", "2026-12-10", "--invoice", "F-1")
    record(book, "promise", "C1", *words)
    settle(book)
    pay(book, 400, date(2026, 11, 25))
    assert column(book, "tPromesses", "state") == ["en attente"]
    assert why(book, date(2026, 11, 26)) == ["promised", "settlement_kept"]


def test_a_reversal_leaves_the_plan_what_other_money_had_paid(beside: Path) -> None:
    settle(beside)
    first = pay(beside, 400, date(2026, 11, 24))  # the settlement's
    pay(beside, 400, date(2026, 11, 25), "F-1")
    assert filled(beside) == [400, 0]
    pay(beside, 400, date(2026, 11, 26), "F-2")  # keeps the settlement, and the first is free
    assert filled(beside) == [400, 400]
    record(beside, "reverse", first, day=date(2026, 11, 27))
    assert filled(beside) == [400, 0]
    assert why(beside, MISSED) == ["planned", "settlement_kept"]


def test_what_a_settlement_has_once_more_is_no_instalment_s(beside: Path) -> None:
    settle(beside)
    first = pay(beside, 400, date(2026, 11, 24))
    pay(beside, 400, date(2026, 11, 25))
    assert filled(beside) == [400, 0]
    record(beside, "reverse", first, day=date(2026, 11, 27))  # the second is the settlement's
    assert filled(beside) == [0, 0]


@pytest.mark.parametrize("named", [(), ("F-1",)])
def test_money_of_before_a_plan_empties_none_of_it(named: tuple[str, ...], make: Make) -> None:
    book = make([debtor("C1")], [invoice("F-1", "C1", date(2026, 11, 4), "800")])
    early = pay(book, 300, date(2026, 11, 20), *named)
    record(book, "plan", "C1", "--instalments", "2", "--first", DUE)
    pay(book, 250, date(2026, 12, 14), "F-1")  # (800 - 300) / 2
    assert filled(book) == [250, 0]
    record(book, "reverse", early, day=DUE)
    assert filled(book) == [250, 0]
    assert why(book, MISSED) == ["planned"]


def test_what_is_noted_after_a_plan_pays_it_though_it_came_before(make: Make) -> None:
    book = make([debtor("C1")], [invoice("F-1", "C1", date(2026, 11, 4), "800")])
    record(book, "plan", "C1", "--instalments", "2", "--first", DUE)
    words = ("--amount", "400", "--value-date", "2026-11-20")
    record(book, "payment", "C1", *words, day=date(2026, 11, 24))
    assert filled(book) == [400, 0]
    record(book, "reverse", "2", day=date(2026, 11, 25))
    assert filled(book) == [0, 0]


def test_a_reversal_empties_the_plan_that_the_money_had_paid(make: Make) -> None:
    late = date(2026, 11, 4)
    items = [invoice("F-1", "C1", late, "400"), invoice("F-2", "C1", late, "600", status="on_hold")]
    book = make([debtor("C1")], items)
    record(book, "plan", "C1", "--instalments", "2", "--first", DUE)
    record(book, "release", "C1", "--invoice", "F-2")
    record(book, "hold", "C1", "--invoice", "F-1", "--reason", "x")
    record(book, "plan", "C1", "--instalments", "2", "--first", "2026-12-01")
    record(book, "release", "C1", "--invoice", "F-1")
    free = pay(book, 300, MONDAY)  # 1 December, the plan of F-2
    pay(book, 200, MONDAY, "F-1")
    assert filled(book) == [200, 0, 300, 0]
    record(book, "reverse", free)
    assert filled(book) == [200, 0, 0, 0]


def test_what_was_typed_of_an_instalment_stays(beside: Path) -> None:
    type_in(beside, "tEcheanciers", "paid", 2, 150)
    paid = pay(beside, 300, date(2026, 11, 24))
    assert filled(beside) == [400, 50]  # 150 + 250, and 50
    record(beside, "reverse", paid, day=date(2026, 11, 25))
    assert filled(beside) == [150, 0]


def test_money_of_the_settlement_s_day_that_a_plan_had_is_not_taken_again(beside: Path) -> None:
    pay(beside, 100, MONDAY)  # the plan's; the settlement is about all of F-2
    settle(beside)
    pay(beside, 600, date(2026, 11, 25))  # 400 for the settlement, 200 for the plan
    pay(beside, 500, date(2026, 11, 26), "F-1")  # 100 + 200 + 500 = 800
    assert filled(beside) == [400, 400]
    # F-1: 800 - 500 = 300, which 100 + 200 cover
    assert why(beside, date(2026, 11, 27)) == ["covered_by_credits"]
    assert claimed(beside, date(2026, 11, 27))[0] == []


def test_money_of_the_settlement_s_day_that_lowered_it_is_in_it(make: Make) -> None:
    late = date(2026, 11, 4)
    items = [invoice("F-2", "C1", late, "500"), invoice("F-3", "C1", date(2026, 12, 1), "300")]
    book = make([debtor("C1")], items)
    pay(book, 100, MONDAY)  # 400 of F-2 are left, and 400 are agreed on
    settle(book)
    pay(book, 400, date(2026, 11, 25))
    # F-3 is owed whole: 100 + 400 are F-2's
    assert claimed(book, date(2026, 12, 4)) == (["F-3"], "300.00")


@pytest.mark.parametrize("invoice_", ["", "F-1"])
def test_a_payment_typed_by_hand_keeps_its_plan(invoice_: str, book: Path) -> None:
    record(book, *SHORT)
    # 600.00 by 30 November: typed on the day before, without `record payment`
    row = Payment("C1", Decimal(600), date(2026, 11, 27), invoice_)
    with FileBook(book) as file:
        file.append("tReglements", [write.payment(row)])
        file.save()
    (held,) = agenda(book, date(2026, 12, 7))["C1"]["blocked_by"]
    assert held["code"] == "planned"
    assert "compte tenu de 600,00\u00a0€" in held["text"]
    # told in the plan too it counts once, and the second instalment of 30 December is missed
    type_in(book, "tEcheanciers", "paid", 2, 600)
    assert agenda(book, date(2026, 12, 7))["C1"]["blocked_by"][0]["text"].endswith("respecté.")
    assert agenda(book, date(2027, 1, 4))["C1"]["step"] != ""


# --- its letter shows what makes the instalments ---------------------------------------------


def figures(letter: Path) -> list[str]:
    """Return what the letter shows of sums and days, their narrow spaces as wide ones."""
    shown = words_of(letter).replace("\u202f", " ")
    return [line.strip() for line in shown.splitlines() if line.strip()]


def test_a_credit_note_that_it_was_agreed_net_of_is_listed(make: Make) -> None:
    """1,200 - 100 = 1,100, in two of 550."""
    late, issued = date(2026, 11, 4), date(2026, 11, 9)
    items = [
        invoice("F-1", "C1", late, "1200.00"),
        invoice("A-1", "C1", issued, "-100.00", "credit_note", issued=issued),
    ]
    book = make([debtor("C1")], items)
    record(book, *SHORT)
    assert states(book) == [(550, 0, "à venir")] * 2
    lines = figures(letter(book)[0])
    assert any("A-1" in line for line in lines)
    assert "-100,00 €" in lines
    assert lines.count("1 100,00 €") == 2  # what is owed, and the sum of the instalments


@pytest.mark.parametrize("matched", [True, False])
def test_what_came_without_an_invoice_before_and_after_it_is_listed(
    book: Path, matched: bool
) -> None:
    """1,200 - 100 = 1,100 in two of 550; the first came: 550 are left, in each table."""
    record(book, "payment", "C1", "--amount", "100")
    record(book, *SHORT)
    words = ("--invoice", "F-1") if matched else ()
    record(book, "payment", "C1", "--amount", "550", *words, day=date(2026, 11, 30))
    lines = figures(letter(book, date(2026, 12, 1))[-1])
    assert "-100,00 €" in lines
    assert ("-550,00 €" in lines) is not matched  # F-1: 900 - 550 = 350 are left of it
    assert lines.count("550,00 €") >= 3  # two instalments and what is owed
    assert "1 200,00 €" not in lines


def test_a_credit_of_after_the_plan_is_not_its_own(book: Path) -> None:
    record(book, *SHORT)
    with FileBook(book) as opened:
        opened.append(
            "tFactures",
            [{"N° facture": "A-1", "Code client": "C1", "Nature": "avoir", "Montant TTC": -50,
              "Date facture": date(2026, 11, 24), "Échéance": date(2026, 11, 24)}],
        )  # fmt: skip
        opened.save()
    lines = figures(letter(book, date(2026, 11, 25))[0])
    assert not any("A-1" in line for line in lines)
    assert lines.count("1 200,00 €") == 2
