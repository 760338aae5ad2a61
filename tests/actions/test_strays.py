"""Rows typed in other sheets that name no client or invoice of ours: told, and nothing is asked.

MONDAY is 23/11/2026. C4 owes F-4 and G-4, C5 owes F-5; all were due on 02/11/2026.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.actions.world import MONDAY, agenda, debtor, desk_of, invoice, make_book, relance, run

from relance.actions.book import Cell
from relance.core.journal import chained
from relance.core.records import Event, Receivable
from relance.hosts.file.book import FileBook
from relance.workbook import schema, write

DUE = date(2026, 11, 2)
OCTOBER = date(2026, 10, 2)
ITEMS = [
    invoice("F-4", "C4", DUE, "1000", issued=OCTOBER),
    invoice("G-4", "C4", DUE, "500", issued=OCTOBER),
    invoice("F-5", "C5", DUE, "800", issued=OCTOBER),
]
Row = Mapping[str, Cell]
PAID: Row = {"value_date": date(2026, 11, 16), "debtor": "C4", "amount": 1000, "invoice": "F-4"}
DISPUTED: Row = {"debtor": "C4", "invoice": "F-4", "opened_on": date(2026, 11, 16)}
PROMISED: Row = {
    "debtor": "C4", "amount": 1000, "by": date(2026, 11, 30), "made_on": date(2026, 11, 16),
    "items": "F-4", "state": "en attente",
}  # fmt: skip
PLANNED: Row = {
    "debtor": "C4", "agreed_on": date(2026, 11, 16), "number": 1, "day": date(2026, 11, 30),
    "amount": 1000, "items": "F-4", "state": "à venir",
}  # fmt: skip
SHEETS = {
    "tReglements": (PAID, "invoice"), "tLitiges": (DISPUTED, "invoice"),
    "tPromesses": (PROMISED, "items"), "tEcheanciers": (PLANNED, "items"),
}  # fmt: skip


def book(
    path: Path, table: str, *rows: Row, items: Sequence[Receivable] = ITEMS
) -> Path:  # fmt: skip
    """Return a workbook with rows that a person has typed into a sheet."""
    made = make_book(path / "r.xlsx", [debtor("C4", "Menuiserie Abel"), debtor("C5")], items)
    sheet = schema.sheet(table)
    with FileBook(made) as opened:
        opened.append(
            table, [{sheet.heading(key): one for key, one in row.items()} for row in rows]
        )
        opened.save()
    return made


def asked(path: Path, day: date = MONDAY) -> dict[str, list[str]]:
    """Return the numbers that each client is asked for."""
    return {
        code: [item["number"] for item in one["items"] if item["demanded"]]
        for code, one in agenda(path, day).items()
    }


def told(path: Path) -> list[tuple[str, str, int, Any]]:
    """Return the findings: code, table, row and what is near."""
    return [
        (one.code, str(one.facts["table"]), one.row, one.facts["near"])
        for one in desk_of(path).findings
    ]


def test_rows_that_name_their_invoice_are_no_strays(tmp_path: Path) -> None:
    """A blank around a number is none of it: ordinary ones, and those that do not break."""
    path = book(tmp_path, "tReglements", {**PAID, "invoice": "\u00a0F-4 ", "debtor": "C4\u00a0"})
    assert asked(path) == {"C4": ["G-4"], "C5": ["F-5"]}
    assert [one.code for one in desk_of(path).findings] == ["paid_behind"]


@pytest.mark.parametrize("table", SHEETS)
@pytest.mark.parametrize("written", ["F4", "f-4", "F 004", "F\u00a04"])
def test_a_number_that_is_nearly_right_holds_the_client(
    tmp_path: Path, table: str, written: str
) -> None:
    row, key = SHEETS[table]
    path = book(tmp_path, table, {**row, key: written})
    assert asked(path) == {"C4": [], "C5": ["F-5"]}
    assert told(path) == [("stray_invoice", table, 2, ["F-4"])]


@pytest.mark.parametrize("table", SHEETS)
@pytest.mark.parametrize("written", ["c4", "C04", "menuiserie ABEL"])
def test_a_code_that_is_nearly_right_or_a_name_holds_the_client(
    tmp_path: Path, table: str, written: str
) -> None:
    row, _ = SHEETS[table]
    path = book(tmp_path, table, {**row, "debtor": written})
    assert asked(path) == {"C4": [], "C5": ["F-5"]}
    assert told(path) == [("stray_debtor", table, 2, ["C4"])]


@pytest.mark.parametrize("table", SHEETS)
def test_the_invoice_of_another_holds_both(tmp_path: Path, table: str) -> None:
    """Nobody can tell whether the client is wrong or the number: C5's F-4, or C4's."""
    row, _ = SHEETS[table]
    path = book(tmp_path, table, {**row, "debtor": "C5"})
    assert asked(path) == {"C4": ["G-4"], "C5": []}
    assert told(path) == [("stray_invoice", table, 2, ["F-4 (C4)"])]


def test_a_number_like_none_of_ours_holds_what_was_there_that_day(tmp_path: Path) -> None:
    """G-4 was made on 20/10, after the money of 12/10: it can't be what was paid."""
    later = invoice("G-4", "C4", DUE, "500", issued=date(2026, 10, 20))
    row = {**PAID, "invoice": "X-99", "value_date": date(2026, 10, 12)}
    path = book(tmp_path, "tReglements", row, items=[ITEMS[0], later])
    assert asked(path) == {"C4": ["G-4"]}
    assert told(path) == [("stray_invoice", "tReglements", 2, [])]


def test_a_row_of_before_all_that_is_open_holds_nothing(tmp_path: Path) -> None:
    """Whoever deletes what is settled keeps the rows of its money: they are about no invoice."""
    row = {**PAID, "invoice": "X-99", "value_date": date(2026, 9, 14)}
    path = book(tmp_path, "tReglements", row)
    assert asked(path) == {"C4": ["F-4", "G-4"], "C5": ["F-5"]}
    assert told(path) == []


def test_an_unknown_client_whose_invoice_is_ours_holds_that_invoice(tmp_path: Path) -> None:
    path = book(tmp_path, "tReglements", {**PAID, "debtor": "Z9"})
    assert asked(path) == {"C4": ["G-4"], "C5": ["F-5"]}
    assert told(path) == [("stray_debtor", "tReglements", 2, ["C4"])]


def test_an_unknown_client_like_none_of_ours_is_told_and_holds_nobody(tmp_path: Path) -> None:
    path = book(tmp_path, "tReglements", {**PAID, "debtor": "Z9", "invoice": "X-99"})
    assert asked(path) == {"C4": ["F-4", "G-4"], "C5": ["F-5"]}
    assert told(path) == [("stray_debtor", "tReglements", 2, [])]


def sent(code: str, number: str) -> Event:
    """Return the line of a reminder of long ago."""
    return Event(
        1, date(2026, 3, 2), code, (number,), "mail-1", "email", "out", "sent", "rappel.eml"
    )


@pytest.mark.parametrize(("code", "number"), [("C4", "A-1"), ("Z9", "A-1")])
@pytest.mark.parametrize("table", SHEETS)
def test_what_the_journal_knows_has_had_its_time(
    tmp_path: Path, table: str, code: str, number: str
) -> None:
    """An invoice or a client that has left the workbook holds nobody, and nobody is told."""
    row, key = SHEETS[table]
    path = tmp_path / "r.xlsx"
    book(tmp_path, table, {**row, "debtor": code, key: number})
    with FileBook(path) as opened:
        opened.append("tJournal", [write.event(chained(sent(code, number), None))])
        opened.save()
    assert asked(path) == {"C4": ["F-4", "G-4"], "C5": ["F-5"]}
    assert told(path) == []


@pytest.mark.parametrize(
    ("table", "over"),
    [
        ("tLitiges", {"resolved_on": date(2026, 11, 20)}),
        ("tPromesses", {"state": "tenue"}),
        ("tEcheanciers", {"state": "annulée"}),
        ("tEcheanciers", {"paid": 1000, "state": "réglée"}),
    ],
)
def test_a_row_that_is_over_holds_nothing(tmp_path: Path, table: str, over: Row) -> None:
    row, key = SHEETS[table]
    path = book(tmp_path, table, {**row, key: "F4", **over})
    assert asked(path) == {"C4": ["F-4", "G-4"], "C5": ["F-5"]}
    assert told(path) == []


@pytest.mark.parametrize("table", ["tPromesses", "tEcheanciers"])
def test_a_day_that_has_passed_frees_what_it_held(tmp_path: Path, table: str) -> None:
    """The promise is for Monday 30/11 and the bank data go on until 31/12: free on 01/12."""
    row, key = SHEETS[table]
    path = book(tmp_path, table, {**row, key: "F4"})
    assert asked(path, date(2026, 11, 30))["C4"] == []
    assert asked(path, date(2026, 12, 1))["C4"] == ["F-4", "G-4"]


def test_a_statement_waits_for_money_that_counts_nowhere(tmp_path: Path) -> None:
    """It would list as due what is paid; a dispute changes no sum, and holds no statement."""
    paid = book(tmp_path, "tReglements", {**PAID, "invoice": "F4"})
    said = relance("statement", paid, "C4", "--as-of", MONDAY, "--out", tmp_path / "out")
    assert said.code == 1, said
    assert "ligne 2 de la feuille Règlements (« F4 »)" in said.out + said.err


def test_the_run_writes_nothing_and_says_which_row(tmp_path: Path, out: Path) -> None:
    path = book(tmp_path, "tReglements", {**PAID, "invoice": "F4"})
    answer = run(path, out)
    said = answer.out + answer.err
    assert "Le client C4 n'a pas de facture « F4 ». Est-ce F-4 ?" in said
    assert not [*out.rglob("*C4*")], said


def test_money_in_another_currency_pays_nothing_of_the_invoice(tmp_path: Path) -> None:
    """300 USD are not 300 euros of the 1 000: F-4 is open whole, and waits for who mends it."""
    path = book(tmp_path, "tReglements", {**PAID, "amount": 300, "currency": "USD"})
    assert [(one.number, one.open) for one in desk_of(path).cases[0].items] == [
        ("F-4", Decimal(1000)), ("G-4", Decimal(500)),
    ]  # fmt: skip
    assert asked(path) == {"C4": ["G-4"], "C5": ["F-5"]}
    (found,) = desk_of(path).findings
    assert (found.code, found.row, found.column) == ("payment_currency", 2, "Devise")
    said = relance("statement", path, "C4", "--as-of", MONDAY, "--out", tmp_path / "out")
    assert said.code == 1, said
    assert "Règlement de 300,00" in said.out + said.err
    assert "noté sur la facture F-4, qui est en EUR" in said.out + said.err


@pytest.mark.parametrize("written", ["EUR", "€", None])
def test_money_in_the_currency_of_the_invoice_or_in_none_pays_it(
    tmp_path: Path, written: str | None
) -> None:
    path = book(tmp_path, "tReglements", {**PAID, "amount": 300, "currency": written})
    assert [one.open for one in desk_of(path).cases[0].items] == [Decimal(700), Decimal(500)]
    assert asked(path) == {"C4": ["F-4", "G-4"], "C5": ["F-5"]}


def test_what_the_invoice_has_as_paid_needs_no_row(tmp_path: Path) -> None:
    """Whoever types 1 000 into Payé has said what the dollars were worth."""
    paid = invoice("F-4", "C4", DUE, "1000", issued=OCTOBER, paid=Decimal(1000))
    row = {**PAID, "currency": "USD"}
    path = book(tmp_path, "tReglements", row, items=[paid, *ITEMS[1:]])
    assert asked(path) == {"C4": ["G-4"], "C5": ["F-5"]}
    assert desk_of(path).findings == ()


def test_a_number_that_comes_near_what_is_paid_is_told_and_holds_nothing(tmp_path: Path) -> None:
    paid = [replace(ITEMS[0], paid=Decimal(1000)), *ITEMS[1:]]
    path = book(tmp_path, "tReglements", {**PAID, "invoice": "F4"}, items=paid)
    (told,) = desk_of(path).findings
    assert (told.code, told.facts["near"]) == ("stray_invoice", ["F-4"])
    assert asked(path) == {"C4": ["G-4"], "C5": ["F-5"]}
