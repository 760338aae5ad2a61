"""Files of the output folder: checked first, written whole, never half there."""

import errno
import os
import uuid
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..core.errors import FileRefusedError, OutputFolderError

TEMPORARY = ".relance-tmp"
PATH_LENGTH = 240  # programs of Windows stop at 260, some before
SHORTEST_ROOM = 80  # for the name of a document, its debtor cut to a few letters
LARGEST = 40_000_000  # bytes of a template that is read
SET_ASIDE = "perimes"  # in the output folder: drafts that were replaced or cancelled

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


@dataclass(frozen=True, slots=True)
class Filed:
    """Names of files that were set aside, and of those that could not be (open in Word...)."""

    moved: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def set_aside(folder: Path, names: Iterable[str]) -> Filed:
    """Move files that nobody must send any more to a folder of their own; copies are kept.

    The PDF of a letter goes first: left behind, it would be printed and posted.

    Args:
        folder: the output folder.
        names: names of documents; those that are not there any more are passed over.
    """
    moved, left = [], []
    for name in names:
        path = folder / name
        try:
            for file in (pdf_of(path), path):
                if file.is_file():
                    (folder / SET_ASIDE).mkdir(exist_ok=True)
                    file.replace(folder / SET_ASIDE / file.name)
                    moved.append(name)
        except OSError:
            left.append(name)
    return Filed(tuple(dict.fromkeys(name for name in moved if name not in left)), tuple(left))


def pdf_of(document: Path) -> Path:
    """Return where the PDF of a document is, made or not; an e-mail has none."""
    return document.with_suffix(".pdf") if document.suffix == ".docx" else document


def forget_pdf(document: Path) -> None:
    """Remove the PDF of an earlier state of a document.

    Raises:
        FileRefusedError: it is open in another program.
        OutputFolderError: it can't be removed.
    """
    if document.suffix == ".docx":
        try:
            pdf_of(document).unlink(missing_ok=True)
        except OSError as fault:
            raise refused_alone(pdf_of(document), fault) from None


def is_there(path: Path) -> bool:
    """Tell whether a file is there. Raises OutputFolderError when the disk does not tell."""
    try:
        return path.is_file()
    except OSError as fault:
        raise refused(path, fault) from None


def is_lost(folder: Path | None, name: str) -> bool:
    """Tell whether a document left the folder that it was written to; unknown means no."""
    try:
        return folder is not None and folder.is_dir() and not (folder / name).is_file()
    except OSError:
        return False


def templates(folder: Path | None) -> dict[str, bytes | None]:
    """Return the user's own templates by file name; none when no folder is given.

    One that can't be read, since Word has it open, is None: the letters that it says are refused,
    the others are written. Files that Word or the system leaves beside them (`~$rappel.docx`,
    `.DS_Store`) are not ours.

    Raises:
        OutputFolderError: the folder is not there, or can't be read.
    """
    if folder is None:
        return {}
    if not folder.is_dir():
        raise OutputFolderError(path=str(folder), reason="no_templates")
    try:
        names = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as fault:
        raise refused(folder, fault) from None
    return {path.name: _read(path) for path in names if not path.name.startswith(("~", "."))}


def _read(path: Path) -> bytes | None:
    """Return a file's content, None when another program keeps it to itself.

    Of one that no letter could be (a film that lies there) the beginning is enough to refuse it.
    """
    try:
        if path.stat().st_size <= LARGEST:
            return path.read_bytes()
        with path.open("rb") as stream:
            return stream.read(LARGEST)
    except OSError:
        return None
