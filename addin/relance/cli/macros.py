"""The macros of a closed workbook: read by the file's host, judged and renewed by Excel's."""

from collections.abc import Iterator
from pathlib import Path

from .. import data
from ..actions.doctor import PINNED_XLWINGS, Check
from ..core.errors import BookError, RelanceError
from ..hosts.excel.build.ownership import judge
from ..hosts.excel.build.project_reader import Project, read_project
from ..hosts.excel.build.renewal import renewed
from ..hosts.excel.build.xlwings_module import installed_version
from ..hosts.file.upgrade.book import GrowingBook
from ..hosts.file.upgrade.macros import Macros, macros_of


def project_to_renew(path: Path, macros: Macros | None) -> Project | None:
    """Return the VBA project of a workbook, None where no macro is ours.

    Raises:
        BookError: it holds somebody's work, which replacing it would lose.
        BuildError: it can't be read.
    """
    if macros is None:
        return None
    project = read_project(macros.project)
    verdict = judge(project, macros.ribbon)
    if not verdict.are_ours:
        return None
    names = {"foreign": verdict.foreign, "changed": verdict.changed}
    if verdict.foreign or verdict.changed:
        reason = "macros_" + "_".join(name for name, found in names.items() if found)
        raise BookError(path=str(path), reason=reason, **names)
    if macros.is_signed or project.is_protected:
        reason = "macros_signed" if macros.is_signed else "macros_protected"
        raise BookError(path=str(path), reason=reason)
    return project


def renew(book: GrowingBook, project: Project) -> tuple[str, ...] | None:
    """Put this version's macros into a workbook; nothing is saved.

    Args:
        book: the workbook, with the sheets that it was just given.
        project: its VBA project, all of it ours.

    Returns:
        The modules that change (perhaps none, where only a sheet is new); None when it has them.

    Raises:
        BuildError: a sheet's name in the VBA project is none that we can write.
    """
    macros = book.macros()
    if macros is None:
        return None
    new = renewed(project, macros.ribbon, macros.codes, data.workbook_template())
    if new is None:
        return None
    book.put_macros(new.project, new.ribbon)
    return new.names


def macro_checks(path: Path) -> Iterator[Check]:
    """Give the checks of a workbook's macros; none when it has none of ours."""
    macros = macros_of(path)
    if macros is None:
        return
    try:
        verdict = judge(read_project(macros.project), macros.ribbon)
    except RelanceError as fault:
        yield Check("fault", fault.code, dict(fault.facts))
        return
    if not verdict.are_ours:
        return
    yield _xlwings(path, verdict.xlwings)
    if macros.ribbon is None:
        yield Check("fault", "doctor_macros_no_ribbon", {"path": str(path)})
    if verdict.foreign:
        yield Check("warning", "doctor_macros_foreign", {"names": verdict.foreign})
    if verdict.changed:
        yield Check("warning", "doctor_macros_changed", {"names": verdict.changed})


def _xlwings(path: Path, wanted: str) -> Check:
    """The name of the library's DLL stands in the macros, so the versions must be the same."""
    installed = installed_version()
    facts: dict[str, object] = {"path": str(path), "wanted": wanted, "version": installed}
    if wanted == installed:
        return Check("ok", "doctor_macros", facts)
    if installed != PINNED_XLWINGS:
        return Check("fault", "doctor_xlwings_wrong", facts | {"wanted": PINNED_XLWINGS})
    code = "doctor_macros_xlwings" if wanted else "doctor_macros_no_xlwings"
    return Check("fault", code, facts)
