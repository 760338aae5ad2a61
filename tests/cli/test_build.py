"""`relance build-template` writes the template and the list of its macros, or compares both."""

import shutil
import tomllib
from pathlib import Path

import pytest
from tests.actions.world import relance
from tests.tools import tree

from relance import __version__
from relance.cli import build
from relance.data import TEMPLATE
from relance.hosts.excel.build.known import module_hashes

MACRO = 'Attribute VB_Name = "RelanceEssai"\nSub Essai()\nEnd Sub\n'


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a checkout with one macro more, whose list knows of an older version."""
    shutil.copytree(tree.ROOT / "macros", tmp_path / "macros")
    (tmp_path / "macros/RelanceEssai.bas").write_text(MACRO, "ascii")
    (tmp_path / build.LIST).parent.mkdir(parents=True)
    (tmp_path / build.LIST).write_text('["0.0.9"]\n"RelanceEssai" = "x"\n', "utf-8")
    monkeypatch.setattr(build, "ROOT", tmp_path)
    return tmp_path


def test_one_command_writes_both(checkout: Path) -> None:
    assert relance("build-template", "--check").code == 1
    assert relance("build-template").code == 0
    hashes = tomllib.loads((checkout / build.LIST).read_text("utf-8"))
    template = (checkout / TEMPLATE).read_bytes()
    assert hashes == {"0.0.9": {"RelanceEssai": "x"}, __version__: module_hashes(template)}
    assert "RelanceEssai" in hashes[__version__]
    assert relance("build-template", "--check").code == 0


def test_a_list_that_lags_behind_is_named(checkout: Path) -> None:
    relance("build-template")
    (checkout / build.LIST).write_text("", "utf-8")
    answer = relance("build-template", "--check")
    assert answer.code == 1
    assert build.LIST in answer.out


def test_without_macros_it_is_no_checkout(checkout: Path) -> None:
    shutil.rmtree(checkout / "macros")
    assert relance("build-template").code == 1
