"""A workbook for the doors."""

from pathlib import Path

import pytest
from tests.actions.world import make_book


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a workbook of our firm, without debtors."""
    return make_book(tmp_path / "relances.xlsx")
