"""The extension in LibreOffice: put there, renewed, taken away, asked after."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from ...core.errors import OfficeError
from ..libreoffice import LOWEST, Installed, environment, find
from .names import EXTENSION

PATIENCE = 180  # seconds; the package manager waits without end for an office that is open
SHOWN = 3  # lines of the package manager's error: its last one only says that it failed
_ENTRY = re.compile(
    rf"Identifier: {re.escape(EXTENSION)}\s+Version: (\S+)"
    r"(?:(?!Identifier:)[\s\S])*?is registered: yes"
)


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
    """Return the version of the extension in the user's profile, "" when it does not work there.

    Raises:
        OfficeError: the office does not answer.
    """
    found = _ENTRY.search(_managed(office, "list"))
    return found[1] if found else ""


def _managed(office: Installed, *arguments: str) -> str:
    """Run the office's package manager and return what it prints."""
    try:
        done = subprocess.run(  # noqa: S603  a program of the office, no shell
            [str(office.manager), *arguments],
            env=environment(),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as fault:
        raise OfficeError(reason="open") from fault
    except OSError as fault:
        raise OfficeError(reason="refused", detail=str(fault)) from fault
    told = done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")
    if done.returncode:
        lines = [line.strip().rstrip(".") for line in told.splitlines() if line.strip()]
        raise OfficeError(reason="refused", detail=" ; ".join(lines[-SHOWN:]))
    return told


def _wanted() -> str:
    return ".".join(map(str, LOWEST))
