"""Who holds a workbook: our own lock, and those of Excel and LibreOffice."""

import json
import os
import platform
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...core.errors import BookLockedError
from .faults import disk_refusal

_EXCEL_NAME = slice(1, 55)  # after one byte of length; UTF-16 name from 55 on
_EXCEL_WIDE = 55


@dataclass(frozen=True, slots=True)
class Lock:
    """Our lock on a workbook, held until `release`."""

    path: Path
    content: bytes

    def release(self) -> None:
        """Remove the lock if it is still ours."""
        with suppress(OSError):
            if self.path.read_bytes() == self.content:
                self.path.unlink()


def lock_path(book: Path) -> Path:
    """Return where our lock on a workbook stands: `BOOK.xlsx.lock`."""
    return book.with_name(book.name + ".lock")


def take(book: Path) -> Lock:
    """Take our lock, replacing that of a dead process. Raises BookLockedError, BookError."""
    check_others(book)
    lock = Lock(lock_path(book), _content())
    try:
        if not _created(lock):
            _clear_stale(book, lock.path)
            if not _created(lock):
                raise _held(book, lock.path, _facts(lock.path), "wait")
    except OSError as error:
        raise disk_refusal(book, error) from error
    return lock


def check_others(book: Path) -> None:
    """Refuse a workbook that Excel or LibreOffice has open. Raises BookLockedError."""
    excel = book.with_name("~$" + book.name)
    if excel.exists():
        raise _held(book, excel, {"user": _excel_holder(excel)}, "close_excel")
    calc = book.with_name(f".~lock.{book.name}#")
    if calc.exists():
        raise _held(book, calc, {"user": _calc_holder(calc)}, "close_calc")


def _content() -> bytes:
    names = (os.environ.get(name, "") for name in ("LOGNAME", "USER", "USERNAME"))
    facts = {
        "pid": os.getpid(),
        "host": platform.node(),
        "day": date.today().isoformat(),
        "user": next(filter(None, names), ""),
    }
    return json.dumps(facts).encode()


def _created(lock: Lock) -> bool:
    try:
        handle = os.open(lock.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    except FileExistsError:
        return False
    with os.fdopen(handle, "wb") as file:
        file.write(lock.content)
    return True


def _facts(path: Path) -> dict[str, object]:
    try:
        facts = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return facts if isinstance(facts, dict) else {}


def _clear_stale(book: Path, path: Path) -> None:
    """Remove the lock of a process of this computer that is no more; refuse any other."""
    facts = _facts(path)
    pid = facts.get("pid")
    if facts.get("host") != platform.node() or not isinstance(pid, int):
        raise _held(book, path, facts, "delete_lock")
    if is_alive(pid):
        raise _held(book, path, facts, "wait")
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(FileNotFoundError):
        path.rename(aside)
        if _facts(aside) != facts:  # another process was faster: what we moved is its new lock
            aside.rename(path)
            raise _held(book, path, _facts(path), "wait")
        aside.unlink()


def _held(book: Path, lock: Path, facts: dict[str, object], remedy: str) -> BookLockedError:
    """Return the error: `remedy` is wait, delete_lock, close_excel or close_calc."""
    return BookLockedError(
        path=str(book),
        holder=str(facts.get("user") or ""),
        remedy=remedy,
        reason=remedy,
        lock=str(lock),
        pid=facts.get("pid", ""),
        host=facts.get("host", ""),
        day=_day(facts.get("day")),
    )


def _day(text: object) -> date | str:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return ""


def _excel_holder(path: Path) -> str:
    """Return the user name in Excel's owner file; "" when Excel lets nobody read it."""
    try:
        data = path.read_bytes()
    except OSError:
        return ""
    if len(data) > _EXCEL_WIDE + 2:
        units = int.from_bytes(data[_EXCEL_WIDE : _EXCEL_WIDE + 2], "little")
        wide = data[_EXCEL_WIDE + 2 : _EXCEL_WIDE + 2 + 2 * units].decode("utf-16-le", "replace")
        if wide.strip("\0 "):
            return wide.strip("\0 ")
    return data[_EXCEL_NAME].decode("cp1252", "replace").strip("\0 ")


def _calc_holder(path: Path) -> str:
    """Return the user in LibreOffice's lock: its name there, else the account."""
    try:
        fields = path.read_text("utf-8", "replace").split(",")
    except OSError:
        return ""
    return next((field.strip() for field in fields[:3] if field.strip()), "")


if sys.platform == "win32":
    import ctypes

    _QUERY, _STILL_ACTIVE = 0x1000, 259

    def is_alive(pid: int) -> bool:
        """Tell whether a process of this computer runs."""
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_QUERY, False, pid)
        if not handle:
            return False
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == _STILL_ACTIVE

else:

    def is_alive(pid: int) -> bool:
        """Tell whether a process of this computer runs."""
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return pid > 0
