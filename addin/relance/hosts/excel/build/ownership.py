"""Whose the macros of a workbook are: ours, judged by their text, or somebody's."""

from dataclasses import dataclass

from .fingerprint import fingerprint, is_blank, ribbon_fingerprint
from .known import RIBBON_NAME, known
from .project_reader import Project
from .xlwings_module import is_xlwings, version_in


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found.

    Attributes:
        are_ours: some macros are of ours, changed or not: the workbook works with them.
        foreign: names of the modules that are not.
        changed: names of those of ours that somebody changed.
        xlwings: the version of the library that they are made for, "" when they need none.
    """

    are_ours: bool
    foreign: tuple[str, ...]
    changed: tuple[str, ...]
    xlwings: str


def judge(project: Project, ribbon: bytes | None) -> Verdict:
    """Return whose the macros of a workbook are.

    Blank modules of sheets are nobody's, and xlwings' is ours whatever its version.

    Args:
        project: its VBA project.
        ribbon: the part of its ribbon, None without one.
    """
    fingerprints, are_ours, xlwings = known(), False, ""
    foreign: list[str] = []
    changed: list[str] = []
    for module in project.modules:
        shipped = fingerprints.get(module.name.lower(), frozenset())
        if is_xlwings(module):
            xlwings = version_in(module)
        elif fingerprint(module.source) in shipped:
            are_ours = True
        elif not (module.kind == "document" and is_blank(module)):
            are_ours |= bool(shipped) and module.kind != "document"
            (changed if shipped else foreign).append(module.name)
    if ribbon is not None:
        is_shipped = ribbon_fingerprint(ribbon) in fingerprints.get(RIBBON_NAME.lower(), ())
        are_ours |= is_shipped
        changed += [] if is_shipped else [RIBBON_NAME]
    return Verdict(are_ours, tuple(foreign), tuple(changed), xlwings)
