"""What makes Excel repair a workbook and no validator sees: tables, names, the VBA project."""

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, fromstring

from tests.tools.vba_reader import read_project

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
VBA = "xl/vbaProject.bin"

# [MS-XLSX] 2.2.2.5: what a name may be, and the two ways of writing a cell that it may not.
NAME = re.compile(r"[^\W\d][\w.?\\]{0,254}|\\[\w.?\\]{0,254}")
CELL = re.compile(r"[A-Za-z]{1,3}[0-9]{1,7}|[Rr][0-9]*([Cc][0-9]*)?|[Cc][0-9]*")
THIS_ROW_ALONE = re.compile(r"(?<![\w\[\].\\])\[\[?(@|#This Row)")


def faults(package: bytes) -> list[str]:
    """Return what these rules find in a workbook's package."""
    parts = Parts(package)
    rules = (table_faults, cell_faults, name_faults, code_name_faults)
    return [fault for rule in rules for fault in rule(parts)]


class Parts:
    """The parts of a package, and what the workbook says of them."""

    def __init__(self, package: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(package)) as file:
            self.contents = {name: file.read(name) for name in file.namelist()}
        self.workbook = self.xml("xl/workbook.xml")

    def xml(self, name: str) -> Element:
        """Return a part as a tree."""
        return fromstring(self.contents[name])  # noqa: S314 - our own file

    def targets(self, name: str, kind: str) -> list[str]:
        """Return the parts that a part refers to, of one kind, e.g. "table"."""
        folder, base = posixpath.split(name)
        arrows = f"{folder}/_rels/{base}.rels"
        found = list(self.xml(arrows)) if arrows in self.contents else []
        return [
            posixpath.normpath(posixpath.join(folder, arrow.attrib["Target"]))
            for arrow in found
            if arrow.attrib["Type"].endswith(f"/{kind}")
        ]

    def sheets(self) -> list[str]:
        """Return the parts of the worksheets."""
        return self.targets("xl/workbook.xml", "worksheet")

    def tables(self) -> Iterator[tuple[str, Element]]:
        """Give the tables, each with the part of its sheet."""
        for sheet in self.sheets():
            for table in self.targets(sheet, "table"):
                yield sheet, self.xml(table)

    def row(self, sheet: str, first: str) -> list[str]:
        """Return the texts of a row's cells, from a cell on."""
        strings = [_joined(one) for one in self.xml("xl/sharedStrings.xml")]
        cells = {cell.attrib["r"]: cell for cell in self.xml(sheet).iter(f"{MAIN}c")}
        row = re.sub("[A-Z]+", "", first)
        here = [place for place in cells if re.sub("[A-Z]+", "", place) == row]
        start = here.index(first) if first in here else len(here)
        return [_text(cells[place], strings) for place in here[start:]]


def _text(cell: Element, strings: list[str]) -> str:
    text = _joined(cell)
    return strings[int(text)] if cell.get("t") == "s" else text


def _joined(element: Element) -> str:
    return "".join(element.itertext())


def table_faults(parts: Parts) -> Iterator[str]:
    """Give the tables whose columns are not as their cells."""
    names = []
    for sheet, table in parts.tables():
        name = table.attrib["displayName"]
        names.append(name)
        columns = next(table.iter(f"{MAIN}tableColumns"))
        headings = [column.attrib["name"] for column in columns]
        if int(columns.attrib["count"]) != len(headings):
            yield f"{name}: number of columns"
        yield from (f"{name}: heading {one} twice" for one in twice(headings))
        first = table.attrib["ref"].partition(":")[0]
        if parts.row(sheet, first)[: len(headings)] != headings:
            yield f"{name}: headings and cells differ"
    defined = [one.attrib["name"] for one in parts.workbook.iter(f"{MAIN}definedName")]
    yield from (f"table {name} twice, or a name" for name in twice([*names, *set(defined)]))


def cell_faults(parts: Parts) -> Iterator[str]:
    """Give the formulas that name the row of no table, and those that show a number without digits.

    The latter does no harm where everything is calculated again when the workbook is opened.
    """
    calculation = parts.workbook.find(f"{MAIN}calcPr")
    shown = calculation is None or calculation.get("fullCalcOnLoad") != "1"
    for sheet in parts.sheets():
        for cell in parts.xml(sheet).iter(f"{MAIN}c"):
            value = cell.find(f"{MAIN}v")
            if THIS_ROW_ALONE.search(cell.findtext(f"{MAIN}f", "")):
                yield f"{sheet} {cell.attrib['r']}: row of no table"
            if shown and value is not None and not value.text and cell.get("t", "n") == "n":
                yield f"{sheet} {cell.attrib['r']}: number without digits"
    for _, table in parts.tables():
        for formula in table.iter(f"{MAIN}calculatedColumnFormula"):
            if THIS_ROW_ALONE.search(formula.text or ""):
                yield f"{table.attrib['displayName']}: row of no table"


def name_faults(parts: Parts) -> Iterator[str]:
    """Give the defined names that are none, or are there twice in their scope."""
    scopes = []
    for defined in parts.workbook.iter(f"{MAIN}definedName"):
        name = defined.attrib["name"]
        scopes.append(f"{defined.get('localSheetId', '')} {name}")
        plain = name.removeprefix("_xlnm.")
        if not NAME.fullmatch(plain) or CELL.fullmatch(plain):
            yield f"defined name {name}"
    yield from (f"defined name {name.partition(' ')[2]} twice" for name in twice(scopes))


def code_name_faults(parts: Parts) -> Iterator[str]:
    """Give what differs between code names and the documents of the VBA project."""
    if VBA not in parts.contents:
        return
    properties = parts.workbook.find(f"{MAIN}workbookPr")
    found = [properties] + [parts.xml(sheet).find(f"{MAIN}sheetPr") for sheet in parts.sheets()]
    names = ["" if one is None else one.get("codeName", "") for one in found]
    modules = read_project(parts.contents[VBA]).modules
    documents = [module.name for module in modules if module.kind == "Document"]
    if sorted(names) != sorted(documents):
        yield f"code names {names}, documents of the VBA project {documents}"


def twice(names: Iterable[str]) -> list[str]:
    """Return what is there twice, whatever the case."""
    return [name for name, count in Counter(map(str.casefold, names)).items() if count > 1]
