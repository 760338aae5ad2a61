"""Modules as the macro workbook has them."""

from collections.abc import Callable

import pytest

from relance.hosts.excel.build.project import SHEET, WORKBOOK, Module

CODE = "Option Explicit\n\nPublic Sub Rien()\nEnd Sub\n"


def _standard(name: str, code: str = CODE) -> Module:
    return Module(name, f'Attribute VB_Name = "{name}"\n{code}', "standard")


def _modules(count: int) -> list[Module]:
    """The workbook's module, a sheet's, a class, then standard ones; as many as asked."""
    first = [
        Module("ThisWorkbook", CODE, "document", WORKBOOK),
        Module("Feuil1", "", "document", SHEET),
        Module("Cache", CODE, "class"),
    ]
    return [*first, *(_standard(f"Module{at}") for at in range(count))][:count]


@pytest.fixture(scope="session")
def standard() -> Callable[..., Module]:
    return _standard


@pytest.fixture(scope="session")
def modules() -> Callable[[int], list[Module]]:
    return _modules
