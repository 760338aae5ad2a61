"""The text of a module, and what is refused before Excel would."""

from collections.abc import Callable

import pytest

from relance.core.errors import BuildError
from relance.hosts.excel.build.module import SHEET, WORKBOOK, Module, module_text
from relance.wording.sentences import sentence

Standard = Callable[..., Module]
EXPORTED = """VERSION 1.0 CLASS
BEGIN
  MultiUse = -1  'True
END
Attribute VB_Name = "ThisWorkbook"
Attribute VB_GlobalNameSpace = False
Attribute VB_PredeclaredId = True
Option Explicit
"""


def refusal(module: Module) -> dict[str, object]:
    """Return the facts of a refused module, whose sentence must be one of its own."""
    with pytest.raises(BuildError) as refused:
        module_text(module)
    error = refused.value
    told = sentence(error.code, error.facts)
    assert "?" not in told
    assert "ne peut pas être construit" not in told
    return error.facts


def test_a_standard_module_is_its_source_with_the_line_ends_of_windows() -> None:
    source = 'Attribute VB_Name = "M"\nOption Explicit\n\tx = "a"\n'
    expected = b'Attribute VB_Name = "M"\r\nOption Explicit\r\n\tx = "a"\r\n'
    assert module_text(Module("M", source, "standard")) == expected
    assert module_text(Module("M", source.replace("\n", "\r\n"), "standard")) == expected
    assert module_text(Module("M", source.rstrip(), "standard")) == expected


def test_a_sheet_has_the_attributes_that_excel_writes() -> None:
    assert module_text(Module("Feuil1", "", "document", SHEET)).decode().splitlines() == [
        'Attribute VB_Name = "Feuil1"',
        'Attribute VB_Base = "0{00020820-0000-0000-C000-000000000046}"',
        "Attribute VB_GlobalNameSpace = False",
        "Attribute VB_Creatable = False",
        "Attribute VB_PredeclaredId = True",
        "Attribute VB_Exposed = True",
        "Attribute VB_TemplateDerived = False",
        "Attribute VB_Customizable = True",
    ]


def test_a_class_is_neither_predeclared_nor_exposed() -> None:
    assert module_text(Module("Cache", "Option Explicit\n", "class")).decode().splitlines() == [
        'Attribute VB_Name = "Cache"',
        'Attribute VB_Base = "0{FCFB3D2A-A0FA-1068-A738-08002B3371B5}"',
        "Attribute VB_GlobalNameSpace = False",
        "Attribute VB_Creatable = False",
        "Attribute VB_PredeclaredId = False",
        "Attribute VB_Exposed = False",
        "Attribute VB_TemplateDerived = False",
        "Attribute VB_Customizable = False",
        "Option Explicit",
    ]


def test_the_head_of_an_exported_file_is_replaced() -> None:
    exported = module_text(Module("ThisWorkbook", EXPORTED, "document", WORKBOOK))
    assert exported == module_text(
        Module("ThisWorkbook", "Option Explicit\n", "document", WORKBOOK)
    )


def test_an_exported_file_of_another_name_is_refused() -> None:
    assert refusal(Module("Feuil1", EXPORTED, "document", SHEET)) == {
        "reason": "first_line",
        "module": "Feuil1",
        "value": 'Attribute VB_Name = "ThisWorkbook"',
    }


@pytest.mark.parametrize("first", ["Option Explicit", 'Attribute VB_Name = "N"', " "])
def test_a_standard_module_starts_with_its_name(first: str) -> None:
    assert refusal(Module("M", f"{first}\n", "standard"))["reason"] == "first_line"


def test_a_document_says_what_it_extends() -> None:
    assert refusal(Module("Feuil1", "", "document"))["reason"] == "base"


@pytest.mark.parametrize(
    ("character", "shown"),
    [("é", "é"), ("\N{NO-BREAK SPACE}", "U+00A0"), ("\0", "U+0000"), ("\r", "U+000D")],
)
def test_only_ascii_is_taken(standard: Standard, character: str, shown: str) -> None:
    assert refusal(standard("M", f"a\n' b{character} c\n")) == {
        "reason": "character",
        "module": "M",
        "line": 3,
        "value": shown,
    }


def test_a_line_has_1023_characters_at_most(standard: Standard) -> None:
    module_text(standard("M", "'" * 1023 + "\n"))
    facts = refusal(standard("M", "'" * 1024 + "\n"))
    assert facts == {"reason": "long_line", "module": "M", "line": 2, "value": 1024}


def test_24_lines_in_a_row_go_on_at_most(standard: Standard) -> None:
    module_text(standard("M", "x = 1 _\n" * 24 + "+ 1\n" + "y = 1 _\n" * 24 + "+ 1\n"))
    facts = refusal(standard("M", "x = 1 _\n" * 25 + "+ 1\n"))
    assert facts == {"reason": "continuations", "module": "M", "line": 26, "value": 24}


@pytest.mark.parametrize("name", ["A", "A" * 31, "Feuil1", "x_1"])
def test_names_of_modules(standard: Standard, name: str) -> None:
    assert module_text(standard(name))


@pytest.mark.parametrize("name", ["", "A" * 32, "1A", "_A", "A B", "Échéance", "A.B", "A\n"])
def test_what_is_not_a_name(standard: Standard, name: str) -> None:
    assert refusal(standard(name)) == {"reason": "module_name", "module": name}
