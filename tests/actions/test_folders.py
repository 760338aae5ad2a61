"""The folders of `Paramètres`: beside the workbook, on a disk, never an address of the web."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest

from relance.actions.book import Book
from relance.actions.folders import folder_in, output_folder, proposed_folder
from relance.core.errors import OutputFolderError
from relance.wording.sentences import sentence

ONLINE = "https://d.docs.live.net/a1b2/Relances/relances.xlsm"


@dataclass
class Named:
    """A workbook that has a path and named values."""

    path: str
    values: dict[str, object] = field(default_factory=dict)

    def get(self, name: str) -> object:
        return self.values.get(name)


def book(path: str, **values: Any) -> Book:
    return cast(Book, Named(path, values))


def test_a_folder_without_a_root_stands_beside_the_workbook(tmp_path: Path) -> None:
    found = output_folder(book(str(tmp_path / "r.xlsx"), DossierSortie=" sortie "))
    assert found == tmp_path / "sortie"


def test_a_whole_path_is_taken_as_it_is(tmp_path: Path) -> None:
    whole = tmp_path / "ailleurs"
    for path in ("r.xlsx", ONLINE):
        assert folder_in(book(path, DossierModeles=str(whole)), "DossierModeles") == whole


@pytest.mark.parametrize("blank", [None, "", "  "])
def test_a_blank_one_is_none(blank: object) -> None:
    assert output_folder(book(ONLINE, DossierSortie=blank)) is None


def test_beside_a_workbook_on_the_web_there_is_no_folder() -> None:
    with pytest.raises(OutputFolderError) as refused:
        output_folder(book(ONLINE, DossierSortie="sortie"))
    assert refused.value.facts == {
        "path": "sortie", "reason": "online", "detail": "DossierSortie",
    }  # fmt: skip
    told = sentence(refused.value.code, refused.value.facts)
    assert all(word in told for word in ("OneDrive", "« sortie »", "DossierSortie"))


def test_an_address_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(OutputFolderError) as refused:
        output_folder(book(str(tmp_path / "r.xlsx"), DossierSortie=ONLINE))
    assert refused.value.facts["reason"] == "address"


def test_the_folder_proposed_is_on_a_disk(tmp_path: Path) -> None:
    assert proposed_folder(book(str(tmp_path / "r.xlsx"))) == tmp_path / "relances"
    assert proposed_folder(book(ONLINE)) == Path.home() / "relances"
