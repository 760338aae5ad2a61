"""The sheets that Relance rewrites: agenda, balance, figures; no gap, no leftover."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.actions.world import MONDAY, column, debtor, desk_of, invoice, relance, run

from relance.actions.book import Cell
from relance.actions.desk import open_desk
from relance.actions.parameters import LABELS
from relance.actions.refresh import refresh, replace_rows
from relance.core.records import Payment
from relance.hosts.file.book import FileBook
from relance.wording.sentences import sentence
from relance.workbook import schema

Make = Callable[..., Path]
LATE = date(2026, 11, 19)


def rows_of(book: Path) -> list[int]:
    with FileBook(book) as opened:
        return [row.number for row in opened.read("tAgenda").rows]


def amount(book: FileBook, name: str) -> float:
    found = book.get(name)
    assert isinstance(found, int | float)
    return found


def fill(book: Path, codes: list[str]) -> None:
    with FileBook(book) as opened:
        heading = schema.AGENDA.heading("debtor")
        rows: list[dict[str, Cell]] = [{heading: code} for code in codes]
        replace_rows(opened, schema.AGENDA, rows)
        opened.save()


def test_a_table_that_shrinks_then_grows_has_no_gap_and_no_leftover(make: Make) -> None:
    book = make()
    for codes in (["A", "B", "C", "D"], ["E"], ["F", "G", "H", "I", "J", "K"], [], ["L", "M"]):
        fill(book, codes)
        assert column(book, "tAgenda", "debtor") == codes
        first = 1 + min(rows_of(book), default=2)
        assert rows_of(book) == list(range(first - 1, first - 1 + len(codes)))


def test_a_hole_that_a_user_made_is_closed(make: Make) -> None:
    book = make()
    fill(book, ["A", "B", "C"])
    with FileBook(book) as opened:
        middle = opened.read("tAgenda").rows[1].number
        opened.write("tAgenda", schema.AGENDA.heading("debtor"), {middle: None})
        opened.save()
    fill(book, ["X", "Y", "Z", "W"])
    assert column(book, "tAgenda", "debtor") == ["X", "Y", "Z", "W"]
    numbers = rows_of(book)
    assert numbers == list(range(numbers[0], numbers[0] + 4))


def test_the_figures_are_the_hand_count(make: Make, out: Path) -> None:
    book = make(
        [debtor("C1"), debtor("C2")],
        [
            invoice("F-1", "C1", LATE, "1200.00"),
            invoice("F-2", "C1", date(2026, 12, 31), "300.00"),
            invoice("F-3", "C2", date(2026, 10, 1), "100.00", last_step="mail-1",
                    last_step_date=date(2026, 11, 20)),
            invoice("A-1", "C2", None, "-40.00", "credit_note"),
            invoice("F-4", "C2", date(2026, 11, 1), "50.00", currency="USD"),
        ],
        payments=[Payment("C1", Decimal("200.00"), date(2026, 11, 20))],
    )  # fmt: skip
    run(book, out)
    with FileBook(book) as opened:
        assert opened.get("KpiArrete") == MONDAY
        assert opened.get("AsOf") == MONDAY
        # 1 200 + 300 + 100 - 40 - 200 = 1 360; late: 1 200 + 100.
        assert opened.get("KpiOuvert") == 1360
        assert opened.get("KpiEchu") == 1300
        # Credits stand apart, so that the ages and they make what is owed: 1 600 - 240.
        assert opened.get("KpiCredits") == -240
        ages = [f"KpiTranche{i}" for i in range(5)] + ["KpiNonVentile", "KpiCredits"]
        assert sum(amount(opened, name) for name in ages) == opened.get("KpiOuvert")
        assert opened.get("KpiAutresDevises") == "USD"
        assert opened.get("File1Client") == "Client C1"
        assert opened.get("File3Client") is None
    assert column(book, "tBalance", "credits") == [-200, -40, 0]
    # F-3, due 1 October, is 53 days late.
    assert column(book, "tBalance", "to_60") == [0, 100, 0]
    assert column(book, "tBalance", "total") == [1300, 60, 50]
    assert column(book, "tFactures", "days") == [4, -38, 53, None, 22]
    assert column(book, "tAgenda", "debtor") == ["C1", "C2", "C2"]  # in euros, in dollars


def test_a_credit_in_another_currency_lowers_no_sum_that_is_asked_for(make: Make) -> None:
    book = make(
        [debtor("C1"), debtor("C2")],
        [
            invoice("F-1", "C1", LATE, "1000.00"),
            invoice("F-2", "C2", LATE, "500.00", currency="USD"),
            invoice("A-2", "C2", None, "-300.00", "credit_note"),
        ],
    )
    refreshed(book)
    # 4 days at 12.40 %: 1 000 x 0.124 x 4 / 365 = 1.36, and 40; 500 dollars: 0.68, without a fee.
    with FileBook(book) as opened:
        assert opened.get("KpiDemande") == 1041.36
        lines = {opened.get(f"File{n}Client"): opened.get(f"File{n}Montant") for n in (1, 2)}
    assert lines == {"Client C1": 1041.36, "Client C2": 500.68}


def test_a_draft_that_waits_is_told_first_in_the_sheet_too(make: Make, out: Path) -> None:
    book = make([debtor("C1")], [invoice("F-1", "C1", LATE, "1200.00")])
    run(book, out)
    (why,) = column(book, "tAgenda", "why")
    (written,) = out.glob("2026-11-23_rappel_client-c1-*.eml")
    assert f"attend ({written.name}) : confirmez l'envoi" in why


def test_the_agenda_has_a_row_for_each_currency_that_is_asked_for(make: Make) -> None:
    book = make(
        [debtor("C1")],
        [
            invoice("F-1", "C1", LATE, "1200.00"),
            invoice("F-2", "C1", LATE, "4000.00", currency="USD"),
        ],
    )
    refreshed(book)
    shown = zip(*(column(book, "tAgenda", key) for key in ("debtor", "currency", "claim")),
                strict=True)  # fmt: skip
    assert sorted(shown) == [("C1", "EUR", 1200), ("C1", "USD", 4000)]
    assert len({*column(book, "tAgenda", "step")}) == 1


def test_what_a_debtor_has_to_their_credit_is_no_sum_to_ask_for(make: Make) -> None:
    book = make(
        [debtor("C1")],
        [
            invoice("F-1", "C1", LATE, "100.00"),
            invoice("A-1", "C1", LATE, "-400.00", kind="credit_note"),
        ],
    )
    refreshed(book)
    assert column(book, "tAgenda", "blocked_by") != [None]
    assert column(book, "tAgenda", "claim") == [None]
    assert column(book, "tAgenda", "total") == [None]


def refreshed(book: Path) -> None:
    with FileBook(book) as opened:
        refresh(open_desk(opened), MONDAY, stamp=True)
        opened.save()


def test_the_last_step_is_shown_once_the_journal_tells_it(make: Make, out: Path) -> None:
    book = make([debtor("C1")], [invoice("F-1", "C1", LATE, "1200.00")])
    run(book, out)
    assert column(book, "tFactures", "last_step") == [None]
    relance("record", book, "sent", "--day", MONDAY)
    assert column(book, "tFactures", "last_step") == ["mail-1"]
    assert column(book, "tFactures", "last_step_date") == [MONDAY]


def test_a_number_that_two_debtors_share_is_told_to_each_by_their_own_journal(
    make: Make, out: Path
) -> None:
    # The journal tells the step of C1's invoice 1; that of C2's is what the user wrote, phase 2.
    reminded = date(2026, 11, 20)
    theirs = invoice("1", "C2", LATE, "80.00", last_step="2", last_step_date=reminded)
    book = make([debtor("C1"), debtor("C2")], [invoice("1", "C1", LATE, "1200.00"), theirs])
    run(book, out)
    relance("record", book, "sent", "C1", "--day", MONDAY)
    assert column(book, "tFactures", "last_step") == ["mail-1", "2"]
    assert column(book, "tFactures", "last_step_date") == [MONDAY, reminded]


def test_a_settled_invoice_shows_nothing_to_do(make: Make) -> None:
    book = make([debtor("C1")], [invoice("F-1", "C1", LATE, "1200.00")])
    relance("record", book, "payment", "C1", "--amount", "1200", "--invoice", "F-1",
            "--day", MONDAY)  # fmt: skip
    assert column(book, "tFactures", "open") == [0]
    assert column(book, "tFactures", "step") == [None]
    assert column(book, "tAgenda", "debtor") == []


def test_days_of_sales_need_a_settled_invoice(make: Make) -> None:
    # Issued in the last 90 days: 1 000 of which 250 is owed: 250 / 1 000 x 90 = 22.5 -> 22.
    book = make(
        [debtor("C1")],
        [
            invoice("F-1", "C1", LATE, "250.00", issued=date(2026, 10, 19)),
            invoice("F-2", "C1", LATE, "750.00", issued=date(2026, 10, 19), paid=Decimal(750)),
        ],
    )
    with FileBook(book) as opened:
        refresh(open_desk(opened), MONDAY, stamp=False)
        assert opened.get("KpiDso") == 22
        assert opened.get("AsOf") is None


def test_an_anomaly_does_not_hide_what_holds_the_invoice(make: Make) -> None:
    # 10 March + 60 days = 9 May.
    book = make(
        [debtor("C1")],
        [
            invoice("F-1", "C1", date(2026, 5, 11), "100.00", issued=date(2026, 3, 10),
                    status="disputed"),
        ],
    )  # fmt: skip
    with FileBook(book) as opened:
        refresh(open_desk(opened), MONDAY, stamp=False)
        opened.save()
    (told,) = column(book, "tFactures", "finding")
    assert "le 09/05/2026 au plus tard" in told
    assert "Facture F-1 en litige." in told


def test_a_language_that_no_document_has_is_told(make: Make) -> None:
    languages = ("nl", "de", "en", "fr", "")
    rows = [debtor(f"C{code}", language=code) for code in languages]
    book = make([*rows, debtor("C1", language="es")], [invoice("F-1", "C1", LATE, "1200.00")])
    told = [one for one in desk_of(book).findings if one.column == "Langue"]
    assert [(one.row, one.code, one.facts["value"]) for one in told] == [(7, "bad_choice", "es")]


def test_a_belgian_consumer_s_invoice_says_what_was_sold(make: Make) -> None:
    book = make(
        [debtor("C1", kind="consumer", country="BE"), debtor("C2")],
        [
            invoice("F-1", "C1", LATE, "100.00"),
            invoice("F-2", "C1", LATE, "100.00", description="Poêle à bois"),
            invoice("A-1", "C1", LATE, "-10.00", "credit_note"),
            invoice("F-3", "C2", LATE, "100.00"),
        ],
    )
    found = [one for one in desk_of(book).findings if one.code == "description_missing"]
    assert [(one.row, one.column, one.facts["number"]) for one in found] == [(2, "Objet", "F-1")]


@pytest.mark.parametrize("name", ["ClausePenale", "ClausePenaleMinimum"])
def test_a_penalty_clause_of_a_french_firm_is_told_as_unused(make: Make, name: str) -> None:
    figure = {"ClausePenale": 0.1, "ClausePenaleMinimum": 50}[name]
    book = make([debtor("C1")], [invoice("F-1", "C1", LATE, "1200.00")], **{name: figure})
    (told,) = [one for one in desk_of(book).findings if one.code == "clause_unused"]
    assert (told.row, told.column) == (0, LABELS[name])
    assert "n'est réclamée à aucun client" in sentence(told.code, told.facts)


@pytest.mark.parametrize(
    ("firm", "customer"),
    [
        ({"CreancierPays": "BE"}, {"country": "BE"}),  # between Belgian firms
        ({}, {"kind": "consumer", "country": "BE"}),  # a Belgian consumer of a French firm
        ({"ClausePenale": None}, {}),
        ({"ClausePenale": 0}, {}),
    ],
)
def test_a_penalty_clause_that_is_used_or_is_none_is_not_told(
    make: Make, firm: dict[str, Any], customer: dict[str, Any]
) -> None:
    items = [invoice("F-1", "C1", LATE, "1200.00", description="Poêle à bois")]
    book = make([debtor("C1", **customer)], items, **({"ClausePenale": 0.1} | firm))
    assert [one for one in desk_of(book).findings if one.code == "clause_unused"] == []


def test_an_accountant_without_an_address_is_told(make: Make) -> None:
    items = [invoice("F-1", "C1", LATE, "1200.00")]
    held = {"Expediteur": "accountant", "MandatReference": "M-1", "MandatDate": LATE}
    book = make([debtor("C1")], items, **held)
    told = [one for one in desk_of(book).findings if one.code == "sender_address_blank"]
    assert [(one.row, one.column) for one in told] == [(0, "Expéditeur mandaté : adresse")]
    with FileBook(book) as opened:
        opened.set("ExpediteurAdresse", "8 rue du Palais")
        opened.set("ExpediteurVille", "Lyon")
        opened.save()
    assert [one for one in desk_of(book).findings if one.code == "sender_address_blank"] == []


def test_what_is_wrong_with_an_invoice_is_told_once(make: Make, out: Path) -> None:
    """It has no due date, which the reader of the sheet and the policy both find."""
    book = make([debtor("C1")], [invoice("F-4", "C1", None, "100", issued=LATE)])
    run(book, out)
    (told,) = column(book, "tFactures", "finding")
    assert told.count("Facture F-4 sans échéance.") == 1
