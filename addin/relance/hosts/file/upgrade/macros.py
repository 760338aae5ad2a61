"""The macros of a closed workbook: its VBA project, its ribbon, the code names of its sheets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..faults import reading
from ..guards import snapshot
from ..package import CONTENT_TYPES, Package, relationships_part
from ..structure import note
from ..texts import from_xml
from ..workbook import Workbook, read_workbook
from ..xmltext import TAG, attributes, local
from .entries import free, with_relationship, with_type
from .sheet_xml import MAIN
from .site import Site

RIBBON = "customUI/customUI14.xml"

_NAMESPACE = b"http://schemas.microsoft.com/office/2009/07/customui"  # not that of Office 2007
_EXTENSIBILITY = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
_START = 2**16  # bytes


@dataclass(frozen=True, slots=True)
class Macros:
    """What a workbook has of macros.

    Attributes:
        project: `vbaProject.bin`.
        ribbon: the part of its ribbon, None without one.
        codes: its code name and those of its sheets, in their order, each with what it names.
        is_signed: the project has a digital signature, that a change would break.
    """

    project: bytes
    ribbon: bytes | None
    codes: Mapping[str, str]
    is_signed: bool


def macros_of(path: Path) -> Macros | None:
    """Return the macros of a workbook on disk, None without any. Raises BookError."""
    package = Package(path, snapshot(path).data)
    return read_macros(package, read_workbook(package))


def read_macros(package: Package, workbook: Workbook) -> Macros | None:
    """Return the macros of a workbook, None without any. Raises BookError."""
    arrow = workbook.arrows.get("vbaProject")
    if arrow is None:
        return None
    ribbon = _ribbon(package)
    with reading(package.path, workbook.part):
        codes = dict(_codes(package, workbook))
    return Macros(
        project=package.read(arrow.target),
        ribbon=package.read(ribbon) if ribbon else None,
        codes=codes,
        is_signed=bool(package.relationships(arrow.target)),
    )


def put_macros(site: Site, project: bytes, ribbon: bytes) -> None:
    """Note another VBA project and another ribbon in place of those that are there."""
    package, structure = site.package, site.structure
    structure.whole[site.workbook.arrows["vbaProject"].target] = project
    part = _ribbon(package)
    structure.whole[part or RIBBON] = ribbon
    if part:
        return
    root = package.find(relationships_part("")) or ""
    id_ = free(package.relationships(""), "rIdRibbon{}")
    note(structure.parts, root, lambda text: with_relationship(text, id_, _EXTENSIBILITY, RIBBON))
    if ".xml" not in package.content_types():
        xml = "application/xml"
        note(structure.parts, CONTENT_TYPES, lambda text: with_type(text, RIBBON, xml))


def _ribbon(package: Package) -> str | None:
    """Return the part of the ribbon, of Office 2010 and later."""
    for arrow in package.relationships("").values():
        if arrow.kind == "extensibility" and _NAMESPACE in package.read(arrow.target):
            return arrow.target
    return None


def _codes(package: Package, workbook: Workbook) -> Iterator[tuple[str, str]]:
    """Give the code names; a sheet without one gets it from Excel, when it is opened."""
    if code := _code(package, workbook.part, "workbookPr"):
        yield code, "workbook"
    arrows = package.relationships(workbook.part)
    for sheet in package.xml(workbook.part).iterfind(f"{{{MAIN}}}sheets/{{{MAIN}}}sheet"):
        id_ = next(value for key, value in sheet.items() if key.endswith("/relationships}id"))
        if code := _code(package, arrows[id_].target, "sheetPr"):
            yield code, arrows[id_].kind


def _code(package: Package, part: str, name: str) -> str:
    """Return the code name in the first tag of a name, which stands at the start of its part."""
    start = next(package.stream(part))[:_START]
    tags = (found[0] for found in TAG.finditer(start) if local(found[1]) == name)
    return from_xml(attributes(next(tags, b"")).get("codeName", b""))
