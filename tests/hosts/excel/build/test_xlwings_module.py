"""xlwings' own VBA module, as its installed version brings it."""

import importlib.metadata
import subprocess
import sys
from pathlib import Path

import pytest

from relance.core.errors import BuildError
from relance.hosts.excel.build import xlwings_module as ours
from relance.hosts.excel.build.module import Module, module_text


def test_the_module_is_that_of_the_installed_version_with_its_licence() -> None:
    module = ours.xlwings_module()
    version = importlib.metadata.version("xlwings")
    assert (module.name, module.kind) == ("xlwings", "standard")
    assert module.source.startswith('Attribute VB_Name = "xlwings"\n')
    assert f"xlwings64-{version}.dll" in module.source
    assert "Redistributions in binary form must reproduce" in module.source
    assert module_text(module)


def test_the_library_itself_is_not_imported() -> None:
    source = """
import sys
from relance.hosts.excel.build.xlwings_module import xlwings_module
xlwings_module()
sys.exit("xlwings" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", source], check=False).returncode == 0


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('XLWINGS_VERSION As String = "', 'XLWINGS_VERSION As String = "9', "xlwings_version"),
        ('"xlwings64-', '"xlwings64-9', "xlwings_version"),
        ("Copyright (C)", "", "xlwings_notice"),
        ("Redistribution and use", "Use", "xlwings_notice"),
    ],
)
def test_a_module_that_is_not_the_right_one_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, old: str, new: str, reason: str
) -> None:
    source = ours.xlwings_module().source
    assert old in source
    (tmp_path / "xlwings.bas").write_text(source.replace(old, new), "cp1252")
    version = importlib.metadata.version("xlwings")
    monkeypatch.setattr(ours, "_library", lambda: (tmp_path, version))
    with pytest.raises(BuildError) as refused:
        ours.xlwings_module()
    assert refused.value.facts["reason"] == reason


def test_no_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ours, "NAME", "a_library_that_nobody_has")
    with pytest.raises(BuildError) as refused:
        ours.xlwings_module()
    assert refused.value.facts == {"reason": "no_xlwings"}


def test_a_library_of_unknown_version_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(ours, "version", unknown)
    with pytest.raises(BuildError) as refused:
        ours.xlwings_module()
    assert refused.value.facts == {"reason": "no_xlwings"}


def test_the_installed_version_is_told_and_nothing_without_a_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert ours.installed_version() == ours.version_in(ours.xlwings_module())
    monkeypatch.setattr(ours, "NAME", "a_library_that_nobody_has")
    assert ours.installed_version() == ""


def test_a_module_that_names_no_version_asks_for_none() -> None:
    assert ours.version_in(Module("xlwings", "Option Explicit\n", "standard")) == ""
