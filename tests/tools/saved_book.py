"""A macro workbook that Excel has saved, read strictly: `python -m tests.tools.saved_book FILE`.

`vba_reader` is for what our writer writes; Excel saves more: compiled code, caches, modules of the
user's. So the project is read by the package's own reader, and the package around it is checked
for what makes Excel repair a workbook, drop its macros or hide its ribbon. It prints what it
looked at, and ends with 1 when something is wrong.
"""

import io
import posixpath
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from tests.tools.ooxml_parts import MAIN, VBA, Parts, twice
from tests.tools.ooxml_ribbon import RIBBON, element_faults, twice_in, unanswered
from tests.tools.vba_reader import Project as Texts
from tests.tools.vba_reader import Stored

from relance.core.errors import BuildError
from relance.hosts.excel.build.ownership import Verdict, judge
from relance.hosts.excel.build.project_reader import Project, read_project
from relance.hosts.excel.build.xlwings_module import installed_version
from relance.wording.sentences import sentence

TYPES, ARROWS, WORKBOOK = "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"
NEEDED_ARROWS = (
    (ARROWS, "officeDocument", WORKBOOK),
    ("xl/_rels/workbook.xml.rels", "vbaProject", VBA),
    (ARROWS, "ui/extensibility", RIBBON),
)
NEEDED = {
    WORKBOOK: "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    VBA: "application/vnd.ms-office.vbaProject",
}
SHEETS = ("worksheet", "chartsheet", "dialogsheet", "xlMacrosheet")


class Wrong(Exception):  # noqa: N818 - a finding
    """Something without which nothing more can be looked at."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A relationship: its kind, and the part that it leads to."""

    id: str
    kind: str
    target: str
    is_external: bool


def looked_at(package: bytes) -> Iterator[tuple[str, list[str]]]:
    """Give what was looked at, each with what is wrong there.

    Raises:
        Wrong: no more can be looked at.
    """
    parts = opened(package)
    yield f"{len(parts.contents)} parts, none damaged", []
    yield "content types", [*type_faults(parts)]
    yield "relationships", [*arrow_faults(parts)]
    project = project_of(parts)
    names = ", ".join(module.name for module in project.modules if module.kind != "document")
    yield f"VBA project, modules {names}", [*protection(project)]
    verdict = judge(project, parts.contents.get(RIBBON))
    yield f"modules of Relance as shipped{others(verdict)}", [*module_faults(verdict)]
    yield "code names", [*code_name_faults(parts, project)]
    yield "ribbon", [*ribbon_faults(parts, project)]


def opened(package: bytes) -> Parts:
    """Return the parts of a package that can be read whole.

    Raises:
        Wrong: it is no workbook.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as file:
            damaged, names = file.testzip(), file.namelist()
        if damaged is not None:
            raise Wrong(f"{damaged} is damaged")
        if repeated := twice(names):
            raise Wrong(f"{repeated[0]} is there twice")
        if lacking := [name for name in (TYPES, ARROWS, WORKBOOK) if name not in names]:
            raise Wrong(f"{lacking[0]} is missing: this is not a workbook")
        if VBA not in names:
            raise Wrong(f"{VBA} is missing: the workbook has no macros")
        parts = Parts(package)
        for name in names:
            if name.endswith((".xml", ".rels")):
                parts.xml(name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise Wrong(f"this is not a workbook, or it is damaged: {error}") from error
    except ParseError as error:
        raise Wrong(f"a part is not XML: {error}") from error
    return parts


def type_faults(parts: Parts) -> Iterator[str]:
    """Give the parts that have no content type or another one, and types of parts that are gone."""
    root = parts.xml(TYPES)
    endings = {
        one.get("Extension", "").lower(): one.get("ContentType") for one in _named(root, "Default")
    }
    own = {
        one.get("PartName", "").lstrip("/").lower(): one.get("ContentType")
        for one in _named(root, "Override")
    }
    lower = {name.lower() for name in parts.contents}
    yield from (f"a content type for {name}, which is not there" for name in own.keys() - lower)
    for name in parts.contents:
        found = own.get(name.lower()) or endings.get(name.rpartition(".")[2].lower())
        if found is None and name != TYPES and not name.endswith("/"):
            yield f"{name} has no content type"
        elif name in NEEDED and found != NEEDED[name]:
            yield f"{name} has the content type {found}"


def arrow_faults(parts: Parts) -> Iterator[str]:
    """Give the relationships that lead nowhere, and those that macros and ribbon need."""
    for name in parts.contents:
        if name.endswith(".rels"):
            arrows = _arrows(parts, name)
            yield from (f"{name}: {one} twice" for one in twice(arrow.id for arrow in arrows))
            for arrow in arrows:
                if not arrow.is_external and arrow.target not in parts.contents:
                    yield f"{name}: {arrow.target} is not there"
    for name, kind, target in NEEDED_ARROWS:
        found = [one.target for one in _arrows(parts, name) if one.kind.endswith(f"/{kind}")]
        if found != [target]:
            yield f"{name}: no relationship of the kind {kind} to {target}"


def _arrows(parts: Parts, name: str) -> list[Arrow]:
    folder = posixpath.dirname(posixpath.dirname(name))
    return [
        Arrow(
            one.get("Id", ""),
            one.get("Type", ""),
            posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
            one.get("TargetMode") == "External",
        )
        for one in (parts.xml(name) if name in parts.contents else ())
    ]


def project_of(parts: Parts) -> Project:
    """Return the VBA project.

    Raises:
        Wrong: it can't be read.
    """
    try:
        return read_project(parts.contents[VBA])
    except BuildError as error:
        raise Wrong(f"{VBA}: {sentence(error.code, error.facts)}") from error


def protection(project: Project) -> Iterator[str]:
    """Give that a password keeps the project from being upgraded."""
    if project.is_protected:
        yield "the VBA project has a password"


def others(verdict: Verdict) -> str:
    """Return the modules that are the user's, which is nothing wrong."""
    return f"; the user's: {', '.join(verdict.foreign)}" if verdict.foreign else ""


def module_faults(verdict: Verdict) -> Iterator[str]:
    """Give the modules of ours that the editor has changed, and xlwings' when it does not fit."""
    if not verdict.are_ours:
        yield "no module is ours"
    yield from (f"{name} is not as shipped" for name in verdict.changed)
    if verdict.xlwings != installed_version():
        yield f"module of xlwings {verdict.xlwings or 'missing'}, installed {installed_version()}"


def code_name_faults(parts: Parts, project: Project) -> Iterator[str]:
    """Give what differs between code names and the documents of the VBA project, but the case."""
    sheets = [name for kind in SHEETS for name in parts.targets(WORKBOOK, kind)]
    owners = [parts.workbook.find(f"{MAIN}workbookPr")]
    owners += [parts.xml(name).find(f"{MAIN}sheetPr") for name in sheets if name in parts.contents]
    named = {one.get("codeName", "").lower() for one in owners if one is not None} - {""}
    documents = {one.name.lower() for one in project.modules if one.kind == "document"}
    yield from (f"no module for the code name {name}" for name in sorted(named - documents))
    yield from (f"no sheet for the module {name}" for name in sorted(documents - named))


def ribbon_faults(parts: Parts, project: Project) -> Iterator[str]:
    """Give what makes Excel drop the ribbon, or leave its buttons without an answer."""
    if RIBBON not in parts.contents:
        yield f"{RIBBON} is missing"
        return
    root = parts.xml(RIBBON)
    texts = Texts("", {}, [Stored(one.name, one.kind, one.source) for one in project.modules])
    yield from (f"id {name} twice" for name in twice_in(root))
    yield from (fault for element in root.iter() for fault in element_faults(element))
    yield from (f"nobody answers {name}" for name in unanswered(root, texts))


def _named(root: Element, name: str) -> Iterator[Element]:
    return (one for one in root if one.tag.rpartition("}")[2] == name)


def main(arguments: list[str]) -> int:
    """Check one workbook; return 0 when nothing is wrong."""
    if len(arguments) != 1:
        print("usage: python -m tests.tools.saved_book FILE")
        return 2
    wrong = 0
    try:
        for what, faults in looked_at(Path(arguments[0]).read_bytes()):
            print(f"{'wrong' if faults else 'ok':5}  {what}")
            for fault in faults:
                print(f"       - {fault}")
            wrong += len(faults)
    except (Wrong, OSError) as error:
        print(f"wrong  {error}")
        wrong += 1
    print(f"{arguments[0]}: {'nothing wrong' if not wrong else f'{wrong} wrong'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
