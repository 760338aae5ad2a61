"""Fixtures of the verbs: a folder with a workbook of our firm."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.actions.world import make_book

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a maker of `relances.xlsx` in a folder of its own."""

    def made(*tables: Any, **parameters: Any) -> Path:
        return make_book(tmp_path / "relances.xlsx", *tables, **parameters)

    return made


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return the folder of the documents; it is not there yet."""
    return tmp_path / "documents"
