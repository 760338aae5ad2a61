"""What tells a macro from another, once Excel has saved it."""

import zipfile
from pathlib import Path

import pytest
import xlwings
from tests.tools.excel_saved import recased

from relance.hosts.excel.build.fingerprint import fingerprint, is_blank, ribbon_fingerprint
from relance.hosts.excel.build.module import SHEET, Module
from relance.hosts.excel.build.project_reader import read_project
from relance.hosts.excel.build.xlwings_module import xlwings_module

SOURCE = """Attribute VB_Name = "RelanceCache"
Option Explicit

' One dictionary a function.
Public Function Ask(ByVal name As String, due As Variant) As Variant
    If name = "DUNNING_DAYS" And _
       due > 0 Then Ask = "Non échu"
End Function
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n", "\r\n"),
        ("\n", "\r"),
        ("name", "Name"),
        ("Option Explicit", "option  explicit"),
        ("    If", "If"),
        ("Then Ask", "Then  Ask"),
        ("due > 0", "due>0"),
        ("End Function\n", "End Function   \n\n\n"),
        ("Attribute VB_Name", 'Attribute Ask.VB_Description = "x"\nAttribute VB_Name'),
    ],
)
def test_what_excel_changes_by_itself_does_not_count(old: str, new: str) -> None:
    assert old in SOURCE
    assert fingerprint(SOURCE.replace(old, new)) == fingerprint(SOURCE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("due > 0", "due > 1"),
        ('"Non échu"', '"non échu"'),  # a text is shown as it is
        ('"Non échu"', '"Nonéchu"'),
        ("One dictionary", "Two dictionaries"),  # a comment is somebody's work too
        ("\nEnd Function", "\n    Ask = 1\nEnd Function"),
        ("\n\n", "\n\n\n"),
    ],
)
def test_what_a_person_changes_counts(old: str, new: str) -> None:
    assert old in SOURCE
    assert fingerprint(SOURCE.replace(old, new)) != fingerprint(SOURCE)


def test_a_long_module_keeps_its_fingerprint_in_another_case() -> None:
    source = xlwings_module().source.replace("\n", "\r\n")
    assert fingerprint(recased(source)) == fingerprint(source)


@pytest.mark.parametrize("name", ["Config", "RibbonXlwings", "Remote", "Utils", "WebHelpers"])
def test_modules_that_excel_has_saved_are_known_by_their_source(name: str) -> None:
    # The add-in of xlwings comes as Excel saved it, with the sources that it was made of.
    folder = Path(xlwings.__file__).parent / "addin"
    with zipfile.ZipFile(folder / "xlwings.xlam") as archive:
        project = read_project(archive.read("xl/vbaProject.bin"))
    (saved,) = (one.source for one in project.modules if one.name == name)
    assert fingerprint(saved) == fingerprint((folder / f"{name}.bas").read_text("cp1252"))


@pytest.mark.parametrize(
    ("source", "blank"),
    [
        ("", True),
        ('Attribute VB_Name = "Feuil1"\nAttribute VB_Exposed = True\n', True),
        ("\n\noption explicit \n\n", True),
        ("Option Explicit\nSub Rien()\nEnd Sub\n", False),
        ("' mes notes\n", False),
        ('Attribute VB_Control = "Bouton, 1, 0, MSForms, CommandButton"\n', False),
    ],
)
def test_a_module_without_code_is_blank(source: str, blank: bool) -> None:
    assert is_blank(Module("Feuil1", source, "document", SHEET)) is blank


def test_a_ribbon_differs_by_anything_but_line_ends() -> None:
    assert ribbon_fingerprint(b"<a>\r\n</a>\r\n") == ribbon_fingerprint(b"<a>\n</a>")
    assert ribbon_fingerprint(b'<a b="C"/>') != ribbon_fingerprint(b'<a b="c"/>')
