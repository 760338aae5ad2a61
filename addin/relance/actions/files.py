"""Files of the output folder: checked first, written whole, never half there."""

import errno
import os
import uuid
from contextlib import suppress
from pathlib import Path

from ..core.errors import FileRefusedError, OutputFolderError

TEMPORARY = ".relance-tmp"
PATH_LENGTH = 240  # programs of Windows stop at 260, some before
SHORTEST_ROOM = 80  # for the name of a document, its debtor cut to a few letters

_REASONS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "disk_full"),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "permission"),
    **dict.fromkeys((errno.ENOTDIR, errno.EEXIST), "not_a_folder"),
    errno.ENOENT: "missing",
    errno.ENAMETOOLONG: "too_long",
}


def refused(path: Path, fault: OSError) -> OutputFolderError:
    """Return the error of a folder or file that the disk refuses; its reason is a code."""
    reason = _REASONS.get(fault.errno or 0, "io")
    return OutputFolderError(path=str(path), reason=reason, detail=fault.strerror or str(fault))


def check_folder(folder: Path) -> None:
    """Make the folder and prove that it can be written. Raises OutputFolderError."""
    probe = folder / f"{uuid.uuid4().hex}{TEMPORARY}"
    if room(folder) < SHORTEST_ROOM:
        raise OutputFolderError(path=str(folder), reason="too_long")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as fault:
        raise refused(folder, fault) from None


def room(folder: Path) -> int:
    """Return how long the name of a file in a folder may be."""
    return PATH_LENGTH - len(str(folder.absolute())) - 1


def remove_leftovers(folder: Path) -> None:
    """Remove the temporary files of an interrupted run."""
    for path in folder.glob(f"*{TEMPORARY}"):
        with suppress(OSError):  # another program holds it: it is no letter, and hurts nobody
            path.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file by temporary, fsync and replace: it is whole or not there.

    Raises:
        OutputFolderError: facts `path`, `reason` (disk_full, permission...), `detail`.
        FileRefusedError: this file alone, which is open in another program (reason `held`).
    """
    temporary = path.with_name(path.name + TEMPORARY)
    try:
        with temporary.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError as fault:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise refused_alone(path, fault) from None


def refused_alone(path: Path, fault: OSError) -> OutputFolderError:
    """Return the error of a file: a FileRefusedError when another program holds that one alone."""
    if isinstance(fault, PermissionError) and path.is_file():
        return FileRefusedError(path=str(path), reason="held")
    return refused(path, fault)


def is_there(path: Path) -> bool:
    """Tell whether a file is there. Raises OutputFolderError when the disk does not tell."""
    try:
        return path.is_file()
    except OSError as fault:
        raise refused(path, fault) from None
