"""What a claim to a French public buyer is called: as the letter itself says, never a notice."""

import re
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.actions.world import (
    MONDAY,
    column,
    debtor,
    desk_of,
    invoice,
    make_book,
    relance,
    run,
    type_in,
)

from relance.actions.agenda_rows import agenda_rows
from relance.actions.run import decided_on
from relance.core.records import Address
from relance.workbook import schema

TUESDAY = date(2026, 11, 24)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """C1, a town, and C2, a firm, both due for the registered letter of phase 3."""
    debtors = [
        debtor("C1", "Ville de Bron", "public", address=Address("1 place Weingarten", "", "69500",
               "Bron")),
        debtor("C2", address=Address("4 rue Neuve", "", "69001", "Lyon")),
    ]  # fmt: skip
    due, sent = date(2026, 8, 10), date(2026, 10, 20)
    items = [
        invoice("F-1", "C1", due, "900.00", last_step="letter-1", last_step_date=sent),
        invoice("F-2", "C2", due, "800.00", last_step="letter-2", last_step_date=sent),
    ]
    return make_book(tmp_path / "relances.xlsx", debtors, items)


def test_the_agenda_names_the_claim_and_the_notice_each_by_its_name(book: Path) -> None:
    desk = desk_of(book)
    rows = agenda_rows(desk, decided_on(desk, MONDAY))
    assert [row[schema.AGENDA.heading("action")] for row in rows] == [
        "Réclamation à l'ordonnateur en recommandé (LRAR)", "Mise en demeure en recommandé (LRAR)",
    ]  # fmt: skip
    whys = [str(row[schema.AGENDA.heading("why")]) for row in rows]
    assert "l'étape « réclamation »" in whys[0]
    assert "mise en demeure" not in whys[0]
    assert "l'étape « mise en demeure »" in whys[1]
    shown = " ".join(relance("agenda", book, "--as-of", MONDAY).out.split())
    assert "Réclamation à" in shown
    assert "« réclamation »" in shown


def test_what_a_run_wrote_is_counted_by_what_it_is_called(book: Path, tmp_path: Path) -> None:
    said = run(book, tmp_path / "out").out
    assert "1 réclamation, 1 mise en demeure en brouillon" in said


def test_the_draft_that_waits_is_called_a_claim(book: Path, tmp_path: Path) -> None:
    run(book, tmp_path / "out")
    whys = column(book, schema.AGENDA.table, "why")
    assert whys[0].startswith("La réclamation du 23/11/2026 attend")
    assert whys[1].startswith("La mise en demeure du 23/11/2026 attend")
    again = run(book, tmp_path / "out", TUESDAY).out
    assert "Une réclamation du 23/11/2026" in " ".join(again.split())


def test_the_list_to_print_names_the_claim(book: Path, tmp_path: Path) -> None:
    run(book, tmp_path / "out", MONDAY, "--pdf")
    file = tmp_path / "impression.pdf"
    relance("print", book, "--as-of", MONDAY, "--out", file)
    listed = PdfReader(file).pages[0].extract_text().replace("\n", " ")
    assert re.search(r"Ville de Bron \(C1\) 69500 réclamation \(recommandé\)", listed)
    assert re.search(r"Client C2 \(C2\) 69001 mise en demeure \(recommandé\)", listed)


def test_the_slip_that_leaves_a_claim_out_calls_it_so(book: Path, tmp_path: Path) -> None:
    run(book, tmp_path / "out")
    type_in(book, schema.INVOICES.table, "paid", 2, 900)
    slip = relance("slip", book, "--as-of", MONDAY, "--out", tmp_path / "out")
    assert "La réclamation du 23/11/2026" in " ".join((slip.out + slip.err).split())


def test_the_summary_of_what_was_sent_calls_it_so(book: Path, tmp_path: Path) -> None:
    run(book, tmp_path / "out")
    sent = relance("record", book, "sent", "C1", "--tracking", "2C12345678901")
    assert "Réclamation à l'ordonnateur en recommandé (LRAR) : envoyé" in sent.out, sent
