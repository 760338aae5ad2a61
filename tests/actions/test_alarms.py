"""The alarms where a user works: agenda, Accueil, run and doctor say the same."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.actions.older import first_release
from tests.actions.world import MONDAY, debtor, desk_of, invoice, relance, run

from relance.actions.alarms import COLUMNS, alarms
from relance.actions.doctor import check_book
from relance.actions.figures import alarm_lines
from relance.core.findings import Finding
from relance.core.records import Procedure
from relance.hosts.file.book import FileBook
from relance.wording.sentences import sentence

Make = Callable[..., Path]
LATE = date(2026, 10, 1)  # 53 days before Monday 23 November
LIMITED = debtor("C1", "Toitures Lemaire", credit_limit=Decimal(1000), insurance="Coface")
LIMIT = (
    "Toitures Lemaire : 1\u00a0200,00\u00a0€ ouverts, plafond de crédit de 1\u00a0000,00\u00a0€"
    " dépassé."
)
INSURER = (
    "Toitures Lemaire : 53 jours de retard (facture F-1), déclarez l'impayé à l'assureur (Coface)"
    " dans le délai de la police."
)
RATES = (
    "Taux connus jusqu'au 31/12/2026, à compléter bientôt dans la feuille Taux : Pénalités de"
    " retard entre professionnels (BCE + 10 points)."
)


@pytest.fixture
def book(make: Make) -> Path:
    return make([debtor("C0"), LIMITED], [invoice("F-1", "C1", LATE, "1200.00")])


def test_an_alarm_names_its_row_and_column_the_gravest_first(book: Path) -> None:
    found = [(one.row, one.column, one.code) for one in alarms(desk_of(book), MONDAY)]
    assert found == [
        (3, "Assurance-crédit", "insurer_deadline"),
        (3, "Plafond de crédit", "over_limit"),
        (0, "Taux annuel", "rate_ends"),
    ]


def test_the_gravest_of_all_debtors_comes_first(make: Make) -> None:
    insolvent = debtor("C9", procedure=Procedure("liquidation", MONDAY, MONDAY))
    book = make(
        [LIMITED, insolvent],
        [invoice("F-1", "C1", LATE, "1200.00"), invoice("F-2", "C9", LATE, "50.00")],
    )
    codes = [one.code for one in alarms(desk_of(book), MONDAY)]
    assert codes == ["claim_to_declare", "insurer_deadline", "over_limit", "rate_ends"]


def test_the_agenda_tells_them_as_text_and_as_findings(book: Path) -> None:
    said = relance("agenda", book, "--as-of", MONDAY).out
    assert f"! {INSURER}\n! {LIMIT}\n! {RATES}\n" in said
    told = relance("agenda", book, "--as-of", MONDAY, "--json").json["alarms"]
    assert [one["text"] for one in told[:3]] == [INSURER, LIMIT, RATES]
    # 45 days before the end of the record is 16 November; the invoice is then 46 days late.
    early = relance("agenda", book, "--as-of", date(2026, 11, 13)).out
    assert "43 jours de retard" in early
    assert "Taux connus" not in early


def test_a_run_tells_them_and_writes_them_on_the_home_sheet(book: Path, out: Path) -> None:
    said = run(book, out).out
    assert f"! {INSURER}\n! {LIMIT}\n! {RATES}\n" in said
    with FileBook(book) as opened:
        lines = [opened.get(f"Alerte{n}") for n in range(1, 5)]
    assert lines == [INSURER, LIMIT, RATES, None]
    told = run(book, out, MONDAY, "--json").json["alarms"]
    assert [one["code"] for one in told[:3]] == ["insurer_deadline", "over_limit", "rate_ends"]


def test_the_doctor_says_the_same(book: Path) -> None:
    with FileBook(book) as opened:
        told = [check.text for check in check_book(opened, MONDAY) if check.state == "warning"]
    assert told[:3] == [INSURER, LIMIT, RATES]


def finding(number: int) -> Finding:
    facts: dict[str, Any] = {"titles": f"taux-{number}", "until": MONDAY}
    return Finding(0, "", "rate_ends", facts)


def test_a_quiet_day_says_so_and_a_bad_one_counts_what_is_left() -> None:
    assert list(alarm_lines([]).values()) == ["Aucune alerte.", None, None, None]
    four, five = ([finding(n) for n in range(count)] for count in (4, 5))
    texts = [sentence(one.code, one.facts) for one in five]
    assert list(alarm_lines(four).values()) == texts[:4]
    assert list(alarm_lines(five).values()) == [
        *texts[:3], "... et 2 autres : relance doctor CLASSEUR",
    ]  # fmt: skip


def test_yesterday_s_alarms_leave_the_home_sheet(book: Path, out: Path) -> None:
    run(book, out)
    relance("record", book, "payment", "C1", "--amount", "1200", "--invoice", "F-1",
            "--day", MONDAY)  # fmt: skip
    with FileBook(book) as opened:
        assert [opened.get(f"Alerte{n}") for n in (1, 2)] == ["Aucune alerte.", None]


def test_a_workbook_of_the_first_release_has_them_elsewhere(make: Make, out: Path) -> None:
    with first_release():
        old = make([LIMITED], [invoice("F-1", "C1", LATE, "1200.00")])
    answer = run(old, out)
    assert answer.code == 0
    assert LIMIT in answer.out


def test_each_alarm_of_a_debtor_has_its_sentence() -> None:
    assert all(sentence(code, {}) != code for code in COLUMNS)
