"""Entries at the end of the lists of a package."""

import pytest

from relance.hosts.file.upgrade.entries import (
    inserted,
    with_names,
    with_relationship,
    with_sheet,
    with_type,
)
from relance.hosts.file.workbook import Place


def test_an_entry_comes_last_under_the_prefix_of_its_list() -> None:
    assert inserted(b"<l><a/></l>", "l", b"<{p}b/>") == b"<l><a/><b/></l>"
    assert inserted(b"<x:l><x:a/></x:l >", "l", b"<{p}b/>") == b"<x:l><x:a/><x:b/></x:l >"
    with pytest.raises(ValueError, match="names"):
        inserted(b"<l/>", "names", b"<b/>")


def test_a_part_is_declared_and_reached() -> None:
    assert with_type(b"<Types></Types>", "xl/a.xml", "text/a") == (
        b'<Types><Override PartName="/xl/a.xml" ContentType="text/a"/></Types>'
    )
    relations = b'<pr:Relationships xmlns:pr="r"></pr:Relationships>'
    assert with_relationship(relations, "rId7", "urn:k", "a.xml") == (
        b'<pr:Relationships xmlns:pr="r">'
        b'<pr:Relationship Id="rId7" Type="urn:k" Target="a.xml"/></pr:Relationships>'
    )


def test_a_sheet_takes_the_next_number_and_the_prefix_of_relationships() -> None:
    part = (
        b'<sheets xmlns:q="r"><sheet name="A" sheetId="12" q:id="rId1"/>'
        b'<sheet sheetId="3" q:id="x"/></sheets>'
    )
    new = b'<sheet name="R&amp;D" sheetId="13" q:id="rId9"/></sheets>'
    assert with_sheet(part, "R&D", "rId9") == part.replace(b"</sheets>", new)
    with pytest.raises(ValueError, match="R&D"):
        with_sheet(b"<sheets></sheets>", "R&D", "rId9")


def test_a_sheet_declares_its_prefix_where_each_one_does_it_for_itself() -> None:
    """As openpyxl writes them: a prefix that nobody declares would be a damaged workbook."""
    space = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    part = b'<sheets><sheet xmlns:r="%b" name="A" sheetId="1" r:id="rId1"/></sheets>' % space
    new = b'<sheet name="B" sheetId="2" xmlns:r="%b" r:id="rId9"/></sheets>' % space
    assert with_sheet(part, "B", "rId9") == part.replace(b"</sheets>", new)


def test_names_stand_for_cells_of_a_sheet_whose_name_is_quoted() -> None:
    part = b'<definedNames><definedName name="A">1</definedName></definedNames>'
    places = {"Signataire": Place("s", 62, 2), "Ville": Place("s", 63, 27)}
    assert with_names(part, "L'usage & co", places).endswith(
        b"<definedName name=\"Signataire\">'L''usage &amp; co'!$C$62</definedName>"
        b"<definedName name=\"Ville\">'L''usage &amp; co'!$AB$63</definedName></definedNames>"
    )
