"""A workbook with one late invoice, and the folder of its documents."""

from datetime import date
from pathlib import Path

import pytest
from tests.actions.world import debtor, invoice, make_book


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a workbook: C1 owes 1 200.00, four days late on Monday 23 November 2026."""
    late = invoice("F-1", "C1", date(2026, 11, 19), "1200.00")
    return make_book(tmp_path / "relances.xlsx", [debtor("C1")], [late])


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return the folder of the documents; it is not there yet."""
    return tmp_path / "documents"
