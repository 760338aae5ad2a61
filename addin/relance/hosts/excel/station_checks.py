"""Whether Excel can call Python: one check a cause that users meet, with its remedy."""

from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

from ...actions.book import Book
from ...actions.doctor import Check
from ...workbook.schema import INTERPRETER
from .station import Station, expanded, is_from_internet, python_bits

_STORE = "WindowsApps"  # the folder of programs that come from the Microsoft Store
_BLOCKS, _WARNS = "1", "6"


def station_checks(here: Station) -> Iterator[Check]:
    """Give the checks of a machine, the first cause first."""
    if not here.is_windows:
        yield Check("ok", "doctor_no_excel", {})
        return
    yield _python(here)
    yield _com(here)
    yield _library(here)
    yield _excel(here)
    yield _children(here)


def workbook_checks(here: Station, book: Book) -> Iterator[Check]:
    """Give the checks of a workbook with macros, where Excel is to open it."""
    path = Path(book.path)
    if here.is_windows:
        if is_from_internet(path):
            yield Check("fault", "doctor_from_internet", {"path": str(path)})
        yield from _interpreter(book)


def _comes_from_store(path: str) -> bool:
    return _STORE.lower() in (part.lower() for part in PureWindowsPath(path).parts)


def _python(here: Station) -> Check:
    facts: dict[str, object] = {"path": here.python, "bits": python_bits()}
    if _comes_from_store(here.python):
        return Check("fault", "doctor_python_store", facts)
    return Check("ok", "doctor_python_place", facts)


def _com(here: Station) -> Check:
    return Check("ok", "doctor_com", {}) if here.has_com else Check("fault", "doctor_no_com", {})


def _library(here: Station) -> Check:
    facts: dict[str, object] = {"library": here.library, "folder": _folder(here.python)}
    if here.has_library:
        return Check("ok", "doctor_library", facts)
    return Check("fault", "doctor_no_library", facts)


def _folder(python: str) -> str:
    return str(PureWindowsPath(python).parent)


def _excel(here: Station) -> Check:
    if not here.excel:
        return Check("warning", "doctor_excel_absent", {})
    if _comes_from_store(here.excel):
        return Check("fault", "doctor_excel_store", {"path": here.excel})
    if here.excel_bits is None:
        return Check("ok", "doctor_excel", {"path": here.excel})
    return Check("ok", "doctor_excel_bits", {"path": here.excel, "bits": here.excel_bits})


def _children(here: Station) -> Check:
    if here.child_rule == _BLOCKS:
        return Check("fault", "doctor_children_blocked", {})
    if here.child_rule == _WARNS:
        return Check("warning", "doctor_children_warned", {})
    return Check("ok", "doctor_children", {})


def _interpreter(book: Book) -> Iterator[Check]:
    """The Python that the workbook names; where it names none, Excel takes the first found."""
    named = str(book.get(INTERPRETER) or "").strip()
    if not named:
        return
    is_there = Path(expanded(named)).is_file()
    code = "doctor_interpreter" if is_there else "doctor_interpreter_absent"
    yield Check("ok" if is_there else "fault", code, {"path": named})
