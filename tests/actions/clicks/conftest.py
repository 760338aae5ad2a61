"""A workbook in front of a person: what is due on Monday 23 November 2026, row by row."""

from datetime import date
from pathlib import Path

import pytest
from tests.actions.world import debtor, invoice, make_book

from relance.core.records import Receivable

LATE = date(2026, 10, 30)


def after(step: str, number: str, code: str, amount: str, done: date) -> Receivable:
    """Return an item whose last step was done on a day."""
    return invoice(number, code, LATE, amount, last_step=step, last_step_date=done)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Rows 2 and 3, C1: called on 9 November, letter-1 is due. 4, C2: in dispute. 5, C3: new."""
    return make_book(
        tmp_path / "relances.xlsx",
        [debtor("C1"), debtor("C2"), debtor("C3")],
        [
            after("call-1", "F-1", "C1", "3000.00", date(2026, 11, 9)),
            after("call-1", "F-2", "C1", "500.00", date(2026, 11, 9)),
            invoice("F-3", "C2", LATE, "700.00", status="disputed"),
            invoice("F-4", "C3", date(2026, 11, 10), "900.00"),
        ],
    )


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return the folder proposed for the documents, beside the workbook; it is not there yet."""
    return tmp_path / "relances"
