"""The VBA of the functions, written from their Python signatures."""

import re
import sys
from collections.abc import Callable
from inspect import signature

import pytest
from tests.tools.apart import apart
from tests.tools.tree import ROOT

from relance.hosts import functions
from relance.hosts.excel.build.wrappers import functions_module, help_rows, plain
from relance.wording.functions import SUMMARIES

COMMITTED = ROOT / "macros" / "RelanceFonctions.bas"
NAMES = [function.__name__ for function in functions.FUNCTIONS]
DECLARED = re.compile(r"^(?:Public )?Function (DUNNING_\w+)\((.*?)\)", re.MULTILINE)


def declared(text: str) -> dict[str, str]:
    """The arguments of each function of a module, by name."""
    return {name: given.replace(" As Variant", "") for name, given in DECLARED.findall(text)}


def xlwings_wrappers() -> str:
    """What xlwings itself writes for our functions; runs apart."""
    from io import StringIO
    from types import SimpleNamespace

    from xlwings.udfs import generate_vba_wrapper

    from relance.hosts.excel import functions as published

    text = StringIO()
    book = SimpleNamespace(Name="workbook_template.xlsm")
    generate: Callable[..., None] = generate_vba_wrapper
    generate("relance.hosts.excel.functions", published, text, book)
    return text.getvalue()


def test_the_committed_module_is_the_one_written() -> None:
    # To write it: python -m relance.hosts.excel.build.wrappers > macros/RelanceFonctions.bas
    assert COMMITTED.read_bytes().decode("ascii") == functions_module()


def test_each_function_has_its_wrapper() -> None:
    assert list(declared(functions_module())) == NAMES


@pytest.mark.skipif(sys.platform == "win32", reason="stands in for pywin32, which is there")
def test_the_arguments_are_those_that_xlwings_declares() -> None:
    theirs = declared(apart("tests.hosts.excel.build.test_wrappers", "xlwings_wrappers"))
    assert declared(functions_module()) == theirs


@pytest.mark.parametrize(
    ("name", "handed"),
    [
        ("DUNNING_DAYS", 'ParLigne("DUNNING_DAYS", UN_NOMBRE, Array(due_date, as_of, paid_on))'),
        ("DUNNING_BUCKET", 'ParLigne("DUNNING_BUCKET", UN_TEXTE, Array(due_date, as_of, limits))'),
        ("DUNNING_HOLIDAYS", 'EnBloc("DUNNING_HOLIDAYS", UN_NOMBRE, Array(year, country))'),
        (
            "DUNNING_PLAN",
            'EnBloc("DUNNING_PLAN", UN_TEXTE,'
            " Array(amount, instalments, first_date, rate, payment))",
        ),
    ],
)
def test_a_wrapper_hands_its_arguments_to_the_cache(name: str, handed: str) -> None:
    assert f"    {name} = RelanceCache.{handed}\n" in functions_module()


@pytest.mark.parametrize("name", NAMES)
def test_a_description_is_the_summary_without_accents(name: str) -> None:
    (text,) = re.findall(
        rf'^Attribute {name}\.VB_Description = "(.*)"$', functions_module(), re.MULTILINE
    )
    shown = text.replace('""', '"')
    assert '"' not in text.replace('""', "")
    assert shown == plain(SUMMARIES[name])
    assert len(shown) <= 255


@pytest.mark.parametrize(
    ("text", "ascii_"),
    [
        ("Échéance", "Echeance"),
        ("l’étape « à faire »", 'l\'etape "a faire"'),
        ("cœur… 3 %", "coeur... 3 %"),
    ],
)
def test_a_text_becomes_ascii(text: str, ascii_: str) -> None:
    assert plain(text) == ascii_


def test_the_help_has_each_function_then_its_arguments_in_order() -> None:
    rows = help_rows()
    for function in functions.FUNCTIONS:
        own = [(argument, text) for name, argument, text in rows if name == function.__name__]
        assert [argument for argument, _ in own] == ["", *signature(function).parameters]
        assert own[0][1] == SUMMARIES[function.__name__]
        assert all(0 < len(text) <= 255 for _, text in own)  # what Excel takes
    assert [name for name, argument, _ in rows if not argument] == NAMES
