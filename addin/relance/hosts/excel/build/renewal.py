"""The macros of a workbook of ours, made again from those of a template.

The documents of a project stand for the workbook and its sheets, and a user adds sheets: so the
project is written for the workbook's own list, and not copied.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ....core.errors import BuildError
from .fingerprint import fingerprint, is_blank, ribbon_fingerprint
from .known import RIBBON_NAME, shipped
from .module import NAME, SHEET, WORKBOOK, Module
from .project import vba_project
from .project_reader import Project

CHART = "00020821-0000-0000-C000-000000000046"  # the class that a chart sheet's module extends
BASES = {"workbook": WORKBOOK, "worksheet": SHEET, "chartsheet": CHART}

_BLANK = "Option Explicit\n"


@dataclass(frozen=True, slots=True)
class Renewal:
    """The macros to put into a workbook.

    Attributes:
        project: `vbaProject.bin`.
        ribbon: the part of the ribbon.
        names: the modules with code that are new, other or gone.
    """

    project: bytes
    ribbon: bytes
    names: tuple[str, ...]


def renewed(
    project: Project, ribbon: bytes | None, codes: Mapping[str, str], template: bytes
) -> Renewal | None:
    """Return what replaces the macros of a workbook, all of them ours; None when it has them.

    Args:
        project: its VBA project.
        ribbon: the part of its ribbon, None without one.
        codes: its code name and those of its sheets, in their order, each with what it names:
            "workbook", "worksheet", "chartsheet".
        template: the one that is shipped.

    Raises:
        BuildError: a code name is none that we can write, or the template is not whole.
    """
    new = shipped(template)
    documents = [*_documents(project.modules, codes, new.modules)]
    modules = [*documents, *(one for one in new.modules if one.kind != "document")]
    names = _differing(project.modules, modules)
    if ribbon is None or ribbon_fingerprint(ribbon) != ribbon_fingerprint(new.ribbon):
        names += (RIBBON_NAME,)
    if not names and _names(project.modules) == _names(modules):
        return None
    for document in documents:
        if not NAME.fullmatch(document.name):
            raise BuildError(reason="code_name", module=document.name)
    return Renewal(vba_project(modules), new.ribbon, names)


def _documents(
    old: Iterable[Module], codes: Mapping[str, str], new: Iterable[Module]
) -> Iterator[Module]:
    """Give the modules of the workbook, which has our code, and of its sheets, which have none."""
    code = next((module.source for module in new if module.base == WORKBOOK), _BLANK)
    _, _, without_name = code.partition("\n")
    # Those of the project stay, even where a program has lost the code names of the sheets.
    coded = {name.lower(): (name, BASES.get(what, SHEET)) for name, what in codes.items()}
    kept = {module.name.lower(): (module.name, module.base) for module in old if module.base}
    for name, base in (coded | kept).values():
        yield Module(name, without_name if base == WORKBOOK else _BLANK, "document", base)


def _differing(old: Iterable[Module], new: Iterable[Module]) -> tuple[str, ...]:
    """Return the names of the modules with code that the two have not alike."""
    before, after = _texts(old), _texts(new)
    names = {module.name.lower(): module.name for module in (*old, *new)}
    return tuple(name for key, name in names.items() if before.get(key) != after.get(key))


def _texts(modules: Iterable[Module]) -> dict[str, str]:
    coded = (module for module in modules if not is_blank(module))
    return {module.name.lower(): fingerprint(module.source) for module in coded}


def _names(modules: Iterable[Module]) -> set[str]:
    return {module.name.lower() for module in modules}
