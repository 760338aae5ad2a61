"""LibreOffice of this machine: found, asked its version, given our extension or relieved of it."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ...core.errors import OfficeError
from .names import EXTENSION

LOWEST = (25, 2)  # below it names of functions are lost on the way to and from Excel's files
PATIENCE = 180  # seconds; the package manager waits without end for an office that is open
_USUAL = (
    Path(r"C:\Program Files\LibreOffice\program"),
    Path("/Applications/LibreOffice.app/Contents/MacOS"),
    Path("/usr/lib/libreoffice/program"),
)
_VERSION = re.compile(r"(?m)^ProductKey=\D*(\d+)\.(\d+)")
_SETTINGS = ("bootstraprc", "bootstrap.ini", "../Resources/bootstraprc")
_ENTRY = re.compile(rf"Identifier: {re.escape(EXTENSION)}\s+Version: (\S+)")


@dataclass(frozen=True, slots=True)
class Installed:
    """An office: its package manager, and its version, (0, 0) when it does not tell."""

    manager: Path
    version: tuple[int, int]

    @property
    def is_recent(self) -> bool:
        """Tell whether the extension can be installed in it."""
        return self.version >= LOWEST

    @property
    def name(self) -> str:
        """The version as its users know it."""
        return ".".join(map(str, self.version))


def find(places: tuple[Path, ...] = _USUAL) -> Installed | None:
    """Return the office of this machine: that of the path, else of a usual place; None if none."""
    called = shutil.which("soffice") or shutil.which("libreoffice")
    first = [Path(called).resolve().parent] if called else []
    for folder in (*first, *places):
        manager = _manager(folder)
        if manager is not None:
            return Installed(manager, _version(folder))
    return None


def checked() -> Installed:
    """Return the office in which the extension can be installed.

    Raises:
        OfficeError: there is none, it is too old, or we are root, which it refuses.
    """
    office = find()
    if office is None:
        raise OfficeError(reason="missing", wanted=_wanted())
    if not office.is_recent:
        raise OfficeError(reason="too_old", version=office.name, wanted=_wanted())
    if sys.platform != "win32" and os.geteuid() == 0:
        raise OfficeError(reason="root")
    return office


def install(office: Installed, extension: bytes) -> None:
    """Put the extension into the user's profile, in the place of an older one.

    Raises:
        OfficeError: the office refuses it, or is open.
    """
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "relance.oxt"
        path.write_bytes(extension)
        _managed(office, "add", "--force", "--suppress-license", str(path))


def remove(office: Installed) -> None:
    """Take the extension out of the user's profile. Raises OfficeError as `install` does."""
    _managed(office, "remove", EXTENSION)


def present(office: Installed) -> str:
    """Return the version of the extension in the user's profile, "" when it is not there.

    Raises:
        OfficeError: the office does not answer.
    """
    found = _ENTRY.search(_managed(office, "list"))
    return found[1] if found else ""


def _managed(office: Installed, *arguments: str) -> str:
    """Run the office's package manager and return what it prints."""
    try:
        done = subprocess.run(  # noqa: S603  a program of the office, no shell
            [str(office.manager), *arguments], capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as fault:
        raise OfficeError(reason="open") from fault
    except OSError as fault:
        raise OfficeError(reason="refused", detail=str(fault)) from fault
    told = done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")
    if done.returncode:
        last = next((line for line in reversed(told.splitlines()) if line.strip()), "")
        raise OfficeError(reason="refused", detail=last.strip().rstrip("."))
    return told


def _manager(folder: Path) -> Path | None:
    names = ("unopkg.com", "unopkg.exe", "unopkg")
    return next((folder / name for name in names if (folder / name).is_file()), None)


def _version(folder: Path) -> tuple[int, int]:
    for name in _SETTINGS:
        try:
            found = _VERSION.search((folder / name).read_text("utf-8", errors="replace"))
        except OSError:
            continue
        if found:
            return int(found[1]), int(found[2])
    return 0, 0


def _wanted() -> str:
    return ".".join(map(str, LOWEST))
