"""What a workbook file holds: its sheets, tables and names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from .faults import reading, refusal
from .package import CONTENT_TYPES, Package, Relationship
from .ranges import LAST_ROW, parse_reference
from .tables import TablePart, read_table

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_ID = re.compile(r"\{[^}]*/relationships\}id")
_XLSB = "application/vnd.ms-excel.sheet.binary"
_SIGNED = "application/vnd.openxmlformats-package.digital-signature"
_TRUE = {"1", "true"}


@dataclass(frozen=True, slots=True)
class Place:
    """A single cell of a sheet part."""

    sheet: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Workbook:
    """The map of a workbook; parts are named, not held. Names and tables go by lower case."""

    part: str
    arrows: Mapping[str, Relationship]  # from the workbook part, by kind
    sheets: Mapping[str, str]  # sheet name -> part
    tables: Mapping[str, TablePart]
    names: Mapping[str, Place]  # those that stand for one cell
    references: Mapping[str, str]  # name -> what it refers to, all of them

    def next_table(self, table: TablePart) -> int:
        """Return the row where the nearest table below another starts."""
        tops = (
            other.data.top - 1
            for other in self.tables.values()
            if other.sheet == table.sheet and other.data.shares_columns(table.data)
        )
        return min((top for top in tops if top > table.data.bottom), default=LAST_ROW + 1)


def read_workbook(package: Package) -> Workbook:
    """Return the map of a workbook. Raises BookError for one that can't be edited safely."""
    part = _workbook_part(package)
    with reading(package.path, part):
        root = package.xml(part)
        _check_root(package, root)
        arrows = package.relationships(part)
        sheets = _sheets(root, arrows)
        references = _references(root)
    return Workbook(
        part=part,
        arrows={arrow.kind: arrow for arrow in arrows.values()},
        sheets=sheets,
        tables=_tables(package, sheets),
        names=_places(references, sheets),
        references=references,
    )


def _workbook_part(package: Package) -> str:
    if package.find(CONTENT_TYPES) is None:
        raise refusal(package.path, "not_a_workbook")
    types = package.content_types()
    if any(kind.startswith(_SIGNED) for kind in types.values()):
        raise refusal(package.path, "signed")
    arrows = package.relationships("")
    part = next((a.target for a in arrows.values() if a.kind == "officeDocument"), "")
    kind = types.get(part.lower(), types.get(".xml", ""))
    if kind.startswith(_XLSB):
        raise refusal(package.path, "xlsb")
    if package.find(part) is None or not kind.endswith("main+xml"):
        raise refusal(package.path, "not_a_workbook")
    return part


def _check_root(package: Package, root: Element) -> None:
    if root.tag == f"{{{_STRICT}}}workbook":
        raise refusal(package.path, "strict_ooxml")
    if root.tag != f"{{{_MAIN}}}workbook":
        raise refusal(package.path, "not_a_workbook")
    for settings in root.findall(f"{{{_MAIN}}}workbookPr"):
        if settings.get("date1904", "0") in _TRUE:
            raise refusal(package.path, "date1904")


def _sheets(root: Element, arrows: Mapping[str, Relationship]) -> dict[str, str]:
    sheets = {}
    for sheet in root.iterfind(f"{{{_MAIN}}}sheets/{{{_MAIN}}}sheet"):
        id_ = next((value for key, value in sheet.items() if _ID.fullmatch(key)), "")
        arrow = arrows[id_]
        if arrow.kind == "worksheet":
            sheets[sheet.attrib["name"]] = arrow.target
    return sheets


def _references(root: Element) -> dict[str, str]:
    """Return names and what they refer to; a name of the whole book wins over a sheet's own."""
    references: dict[str, str] = {}
    entries = root.findall(f"{{{_MAIN}}}definedNames/{{{_MAIN}}}definedName")
    for entry in sorted(entries, key=lambda entry: "localSheetId" in entry.attrib):
        references.setdefault(entry.attrib["name"], entry.text or "")
    return references


def _places(references: Mapping[str, str], sheets: Mapping[str, str]) -> dict[str, Place]:
    places = {}
    parts = {name.lower(): part for name, part in sheets.items()}
    for name, reference in references.items():
        found = parse_reference(reference)
        if found and found[0].lower() in parts and found[1].top == found[1].bottom:
            area = found[1]
            if area.left == area.right:
                places[name.lower()] = Place(parts[found[0].lower()], area.top, area.left)
    return places


def _tables(package: Package, sheets: Mapping[str, str]) -> dict[str, TablePart]:
    tables = {}
    for sheet_name, sheet in sheets.items():
        for arrow in package.relationships(sheet).values():
            if arrow.kind == "table":
                with reading(package.path, arrow.target):
                    table = read_table(package, arrow.target, sheet, sheet_name)
                tables[table.name.lower()] = table
    return tables
