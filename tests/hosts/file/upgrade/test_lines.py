"""New lines of `Paramètres`: where they come, what they show, what they are called."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.tools import ooxml

from relance.core.errors import BookError
from relance.hosts.file.upgrade.book import GrowingBook
from relance.wording import workbook as words
from relance.wording.sentences import sentence
from relance.workbook import schema

Make = Callable[..., Path]
Open = Callable[[Path, str], Any]
Parts = Callable[[Path], dict[str, bytes]]
Rewrite = Callable[[Path, Mapping[str, Callable[[bytes], bytes]]], None]

KNOWN = {one.name: one for one in schema.PARAMETERS}
LATER = ("ReservePropriete", "MandatDate", "ExpediteurVille")
WORKBOOK = "xl/workbook.xml"


def add(path: Path, *names: str) -> None:
    """Add parameters to a workbook."""
    with GrowingBook(path) as book:
        book.add_parameters([KNOWN[name] for name in names])
        book.save()


def refused(path: Path, *names: str) -> tuple[object, object]:
    """Return why parameters are refused."""
    with pytest.raises(BookError) as error:
        add(path, *names)
    assert str(path) in sentence(error.value.code, error.value.facts)
    return error.value.facts["reason"], error.value.facts["detail"]


def test_new_lines_come_under_the_last_one_with_a_title(make: Make, sheet_of: Open) -> None:
    path = make(parameters=LATER)
    last = sheet_of(path, "Paramètres").max_row
    assert sheet_of(path, "Paramètres").cell(last, 2).value == KNOWN["SchemaVersion"].label
    add(path, *LATER)
    sheet = sheet_of(path, "Paramètres")
    shown = [[sheet.cell(last + 1 + at, column).value for column in (2, 3, 4)] for at in range(5)]
    assert shown == [
        [None, None, None],
        [words.PARAMETERS_ADDED, None, None],
        ["Clause de réserve de propriété", "non", words.PARAMETER_HELP["ReservePropriete"]],
        ["Mandat : date", None, None],
        ["Expéditeur mandaté : ville", None, None],
    ]


def test_each_has_its_name(make: Make) -> None:
    path = make(parameters=LATER)
    add(path, *LATER)
    names = openpyxl.load_workbook(path).defined_names
    with GrowingBook(path) as book:
        assert [book.get(name) for name in LATER] == ["non", None, None]
        assert book.has("MandatDate")
        book.set("ExpediteurVille", "Lyon")
        book.save()
        place = names["ExpediteurVille"].attr_text.rpartition("$")[2]
        assert openpyxl.load_workbook(path)["Paramètres"][f"C{place}"].value == "Lyon"


def test_they_look_like_lines_of_their_kind(make: Make, sheet_of: Open) -> None:
    path = make(parameters=LATER)
    add(path, *LATER)
    sheet = sheet_of(path, "Paramètres")
    rows = {sheet.cell(row, 2).value: row for row in range(1, sheet.max_row + 1)}
    for new, like in (
        (KNOWN["ReservePropriete"].label, KNOWN["Pme"].label),
        (KNOWN["MandatDate"].label, KNOWN["BanqueJusquau"].label),
        (KNOWN["ExpediteurVille"].label, KNOWN["CreancierNom"].label),
        (words.PARAMETERS_ADDED, "Tenu par Relance"),
    ):
        for column in (2, 3, 4):
            new_cell = sheet.cell(rows[new], column)
            assert new_cell.style_id == sheet.cell(rows[like], column).style_id
    # A help of more than the 72 signs that its column holds needs two lines; a city needs one.
    helps = [words.PARAMETER_HELP.get(name, "") for name in LATER]
    heights = [sheet.row_dimensions[rows[KNOWN[name].label]].height for name in LATER]
    assert heights == [33 if len(text) > 72 else 20 for text in helps]


def test_they_take_the_validation_of_their_kind(make: Make, sheet_of: Open) -> None:
    path = make(parameters=LATER)
    add(path, *LATER)
    sheet = sheet_of(path, "Paramètres")
    rows = {sheet.cell(row, 2).value: row for row in range(1, sheet.max_row + 1)}
    lists = {
        str(area): rule.formula1
        for rule in sheet.data_validations.dataValidation
        for area in rule.sqref.ranges
    }
    assert lists[f"C{rows[KNOWN['ReservePropriete'].label]}"] == "Liste_yes_no"
    assert f"C{rows[KNOWN['ExpediteurVille'].label]}" not in lists


def test_a_second_time_they_join_the_first_without_another_title(
    make: Make, sheet_of: Open
) -> None:
    path = make(parameters=LATER)
    add(path, *LATER[:2])
    add(path, LATER[2])
    sheet = sheet_of(path, "Paramètres")
    texts = [sheet.cell(row, 2).value for row in range(1, sheet.max_row + 1)]
    assert texts[-4:] == [words.PARAMETERS_ADDED, *(KNOWN[name].label for name in LATER)]


def test_what_a_user_wrote_below_stays_above(make: Make, sheet_of: Open) -> None:
    path = make(parameters=LATER)
    book = openpyxl.load_workbook(path)
    book["Paramètres"]["F90"] = "ma note"
    book.save(path)
    add(path, *LATER)
    assert sheet_of(path, "Paramètres")["B92"].value == words.PARAMETERS_ADDED


def test_only_the_sheet_and_the_names_change(make: Make, parts_of: Parts, tmp_path: Path) -> None:
    path = make(parameters=LATER)
    before = parts_of(path)
    add(path, *LATER)
    after = parts_of(path)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {WORKBOOK, "xl/worksheets/sheet13.xml"}
    assert ooxml.faults(path.read_bytes(), tmp_path / "verdict.xlsx") == []


def test_a_name_that_is_taken_is_told(make: Make, rewrite: Rewrite) -> None:
    path = make(parameters=LATER)
    lost = b'<definedName name="mandatdate">#REF!</definedName></definedNames>'
    rewrite(path, {WORKBOOK: lambda part: part.replace(b"</definedNames>", lost)})
    assert refused(path, *LATER) == ("name_taken", "MandatDate")


def test_values_without_room_for_labels_are_told(make: Make, rewrite: Rewrite) -> None:
    path = make(parameters=LATER)
    moved = b"'Param\xc3\xa8tres'!$A$"
    rewrite(path, {WORKBOOK: lambda part: part.replace(b"'Param\xc3\xa8tres'!$C$", moved)})
    assert refused(path, *LATER)[0] == "no_labels"
