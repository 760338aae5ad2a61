"""The user's own templates: read once, whatever else lies in their folder."""

from pathlib import Path

from ..core.errors import OutputFolderError
from .files import refused

LARGEST = 40_000_000  # bytes of a template that is read


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
