"""`vbaProject.bin`, read back by a strict reader of our own and by olevba."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from oletools.olevba import VBA_Parser  # type: ignore[import-untyped]
from tests.tools.vba_reader import read_project

from relance.core.errors import BuildError
from relance.hosts.excel.build.module import module_text
from relance.hosts.excel.build.project import Module, vba_project
from relance.hosts.excel.build.project_text import encrypted
from relance.hosts.excel.build.xlwings_module import xlwings_module

Modules = Callable[[int], list[Module]]
KINDS = {"document": "Document", "class": "Class", "standard": "Module"}


@pytest.mark.parametrize("count", range(1, 41))
def test_projects_of_any_number_of_modules_are_read_back(modules: Modules, count: int) -> None:
    given = modules(count)
    project = read_project(vba_project(given))
    assert project.name == "Relance"
    assert [(one.name, one.kind) for one in project.modules] == [
        (one.name, KINDS[one.kind]) for one in given
    ]
    assert project.texts() == {one.name: module_text(one).decode() for one in given}


def test_a_project_refers_only_to_libraries_that_come_with_office(modules: Modules) -> None:
    references = read_project(vba_project(modules(2))).references
    assert list(references) == ["stdole", "Office"]
    assert "{00020430-0000-0000-C000-000000000046}#2.0#0#" in references["stdole"]
    assert "{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}#2.0#0#" in references["Office"]


def test_another_reader_finds_the_same_sources(modules: Modules) -> None:
    given = [*modules(5), xlwings_module()]
    parser = VBA_Parser("vbaProject.bin", data=vba_project(given))
    found = {stream: code for _, stream, _, code in parser.extract_macros()}
    parser.close()
    assert found == {f"VBA/{one.name}": module_text(one).decode() for one in given}


def test_the_same_modules_give_the_same_bytes_in_another_process(modules: Modules) -> None:
    given = modules(7)
    source = f"""
import sys
from relance.hosts.excel.build.project import Module, vba_project
sys.stdout.buffer.write(vba_project({given!r}))
"""
    for seed in ("1", "2"):
        told = subprocess.run(
            [sys.executable, "-c", source],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": f"UTC-{seed}"},
            capture_output=True,
            check=True,
        )
        assert told.stdout == vba_project(given)


@pytest.mark.parametrize("name", ["relance", "VBA", "Excel", "stdole", "Office", "dir", "Module0"])
def test_a_name_in_reach_is_taken(modules: Modules, name: str) -> None:
    again = Module(name, f'Attribute VB_Name = "{name}"\n', "standard")
    with pytest.raises(BuildError) as refused:
        vba_project([*modules(4), again])
    assert refused.value.facts == {"reason": "name_taken", "module": name}


def test_names_differ_by_more_than_capitals(modules: Modules) -> None:
    with pytest.raises(BuildError):
        vba_project([*modules(4), Module("MODULE0", 'Attribute VB_Name = "MODULE0"', "standard")])


def test_what_is_hidden_by_hand() -> None:
    # Seed 0x10, key 0x5A: version 0x10 ^ 2 = 0x12, key 0x10 ^ 0x5A = 0x4A. Then 01 00 00 00, 07:
    # 01 ^ (12 + 5A = 6C) = 6D; 00 ^ (4A + 01 = 4B) = 4B; 00 ^ (6D + 00) = 6D;
    # 00 ^ (4B + 00) = 4B; 07 ^ (6D + 00) = 6A.
    assert encrypted(b"\x07", key=0x5A, seed=0x10) == "10124A6D4B6D4B6A"
