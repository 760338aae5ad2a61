"""LibreOffice of this machine: where it is, and of which version."""

import os
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

LOWEST = (25, 2)  # below it names of functions are lost on the way to and from Excel's files
_USUAL = (
    Path(r"C:\Program Files\LibreOffice\program"),
    Path("/Applications/LibreOffice.app/Contents/MacOS"),
    Path("/usr/lib/libreoffice/program"),
    Path("/opt/libreoffice*/program"),  # libreoffice.org's own packages
)
_VERSION = re.compile(r"(?m)^ProductKey=\D*(\d+)\.(\d+)")
_SETTINGS = ("bootstraprc", "bootstrap.ini", "../Resources/bootstraprc")


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
    """Return the office of this machine, None if none: of several the newest.

    One that the system brought may be older than the one that its user put beside it.
    """
    called = shutil.which("soffice") or shutil.which("libreoffice")
    folders = [Path(called).resolve().parent] if called else []
    folders += [found for place in places for found in _folders(place)]
    here = [Installed(manager, _version(folder)) for folder in folders
            if (manager := _manager(folder)) is not None]  # fmt: skip
    return max(here, key=lambda one: one.version, default=None)


def _folders(place: Path) -> list[Path]:
    """The folders that a place stands for: a star stands for any version."""
    if "*" not in str(place):
        return [place]
    root = Path(place.anchor)
    return sorted(root.glob(str(place.relative_to(root)))) if place.anchor else []


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


def environment() -> dict[str, str]:
    """Return the environment of a program of the office: without any trace of our own Python.

    The office has a Python of its own, and ends when it meets that of a virtual environment.
    """
    ours = Path(sys.prefix).resolve()
    kept = {name: value for name, value in os.environ.items() if not _is_of_python(name)}
    places = kept.get("PATH", "").split(os.pathsep)
    others = [place for place in places if place and ours not in Path(place).resolve().parents]
    return kept | {"PATH": os.pathsep.join(others)}


def _is_of_python(name: str) -> bool:
    return name.startswith("PYTHON") or name == "VIRTUAL_ENV"
