"""Sheets added at the end of a workbook, each with its table."""

import posixpath
from collections.abc import Sequence

from ....workbook.schema import Sheet
from ..faults import refusal
from ..package import CONTENT_TYPES, relationships_part
from ..structure import note
from .entries import (
    RELATIONSHIPS,
    SPREADSHEET,
    free,
    with_relationship,
    with_sheet,
    with_type,
)
from .looks import Looks
from .sheet_xml import MAIN, sheet_part, table_part
from .site import Site
from .wider import Addition

_SHEET = f"{SPREADSHEET}worksheet+xml"
_TABLE = f"{SPREADSHEET}table+xml"
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships'
    ' xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship'
    f' Id="rId1" Type="{RELATIONSHIPS}/table" Target="{{}}"/></Relationships>'
)


def add_sheet(site: Site, sheet: Sheet, added: Sequence[Addition], code_name: str) -> None:
    """Note a sheet at the end of the workbook.

    Args:
        site: the workbook.
        sheet: what the schema says of it.
        added: headings and formulas of its columns.
        code_name: its name in the VBA project, "" in a workbook without macros.

    Raises:
        BookError: the workbook has a sheet or a name that is called so.
    """
    _check(site, sheet)
    package, structure, book = site.package, site.structure, site.workbook.part
    folder = posixpath.dirname(book)
    taken = [*(part.filename for part in package.parts), *structure.whole]
    part = free(taken, f"{folder}/worksheets/sheet{{}}.xml")
    table = free(taken, f"{folder}/tables/table{{}}.xml")
    looks = Looks(package, site.workbook)
    structure.whole[part] = sheet_part(sheet, added, looks, site.styles, code_name)
    beside = posixpath.relpath(table, posixpath.dirname(part))
    structure.whole[relationships_part(part)] = _RELATIONS.format(beside).encode()
    number = _next_table(site)
    structure.whole[table] = table_part(sheet, added, number)
    relations = package.find(relationships_part(book)) or ""
    target = posixpath.relpath(part, folder)
    id_ = free(package.relationships(book), f"rIdRelance{number}_{{}}")
    kind = f"{RELATIONSHIPS}/worksheet"
    note(structure.parts, relations, lambda text: with_relationship(text, id_, kind, target))
    note(structure.parts, book, lambda text: with_sheet(text, sheet.name, id_))
    note(structure.parts, CONTENT_TYPES, lambda text: with_type(text, part, _SHEET))
    note(structure.parts, CONTENT_TYPES, lambda text: with_type(text, table, _TABLE))


def _check(site: Site, sheet: Sheet) -> None:
    path, book = site.package.path, site.package.xml(site.workbook.part)
    names = (one.attrib["name"] for one in book.iterfind(f"{{{MAIN}}}sheets/{{{MAIN}}}sheet"))
    if sheet.name.lower() in map(str.lower, names):
        raise refusal(path, "sheet_taken", sheet.name)
    if sheet.table.lower() in map(str.lower, site.workbook.references):
        raise refusal(path, "name_taken", sheet.table)


def _next_table(site: Site) -> int:
    """Return the id of a table that no other has, noted ones included."""
    parts = [table.part for table in site.workbook.tables.values()]
    old = [int(site.package.xml(part).attrib["id"]) for part in parts]
    new = [part for part in site.structure.whole.values() if b"<table " in part]
    return max(old, default=0) + len(new) + 1
