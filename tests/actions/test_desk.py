"""Where documents are written: what `Paramètres` says, beside the workbook or not."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from relance.actions.book import Book
from relance.actions.desk import folder_in
from relance.core.errors import OutputFolderError
from relance.wording.sentences import sentence

ONLINE = "https://d.docs.live.net/1234/Clients/relances.xlsm"


def book(path: Path | str, folder: str | None) -> Book:
    """Return a workbook that knows where it is and its output folder only."""
    known: Any = SimpleNamespace(path=str(path), get={"DossierSortie": folder}.get)
    return cast(Book, known)


def test_a_folder_without_a_root_stands_beside_the_workbook(tmp_path: Path) -> None:
    found = folder_in(book(tmp_path / "relances.xlsx", " documents "), "DossierSortie")
    assert found == tmp_path.resolve() / "documents"


def test_a_folder_with_a_root_stands_where_it_says(tmp_path: Path) -> None:
    for path in (tmp_path / "relances.xlsx", ONLINE):
        assert folder_in(book(path, str(tmp_path / "out")), "DossierSortie") == tmp_path / "out"


@pytest.mark.parametrize("blank", [None, "", " "])
def test_no_folder_is_none(blank: str | None) -> None:
    assert folder_in(book(ONLINE, blank), "DossierSortie") is None


def test_nothing_stands_beside_a_workbook_on_onedrive() -> None:
    with pytest.raises(OutputFolderError) as refused:
        folder_in(book(ONLINE, "documents"), "DossierSortie")
    told = sentence(refused.value.code, refused.value.facts)
    assert "OneDrive" in told
    assert "« documents »" in told
    assert "DossierSortie" in told
