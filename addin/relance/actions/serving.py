"""Which workbook an output folder serves: the one whose journal it keeps, told from a copy of it.

A copy has the identifier of its original, so the folder also remembers where the workbook stands.
Whoever opens a copy to look at it must not take the original's lines, nor write among them.
"""

import os
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Literal
from urllib.parse import unquote

from ..core.errors import OtherBookError
from .folders import is_online
from .outbox import Outbox
from .served import Served, served_by

Bond = Literal["new", "same", "moved", "other", "unknown"]

IDENTIFIER_LENGTH = 32  # of ours; a shorter one could stand in any workbook
CHUNK = 1 << 20
UNREADABLE = (
    OSError, EOFError, RuntimeError, NotImplementedError, ValueError, zipfile.BadZipFile, zlib.error
)  # fmt: skip


def bound(path: str, identifier: str, folder: Path) -> tuple[Outbox, Bond]:
    """Return the outbox of a workbook in a folder, and how the workbook stands to it.

    Args:
        path: where the workbook is.
        identifier: its own, which copies of it share.
        folder: the output folder.

    Raises:
        OtherBookError: the folder serves another workbook, or nobody can tell.
    """
    outbox = Outbox(folder, identifier)
    known = served_by(folder).get(identifier)
    standing = standing_of(path, identifier, folder)
    if standing in ("other", "unknown"):
        raise refused(path, identifier, folder, standing)
    if known is None or (standing == "same" and not _leads_to(known, path)):
        outbox.serves_next = served(path, folder)
    return outbox, standing


def refused(path: str, identifier: str, folder: Path, reason: str) -> OtherBookError:
    """Return the error of a workbook that a folder does not serve."""
    known = served_by(folder).get(identifier)
    other = known.path if known else ""
    return OtherBookError(path=path, folder=str(folder), other=other, reason=reason)


def served(path: str, folder: Path) -> Served:
    """Return what a folder remembers of a workbook: where it is, and where as seen from there."""
    if is_online(path):
        return Served(path)
    try:
        beside = os.path.relpath(os.path.realpath(path), os.path.realpath(folder))
    except ValueError:  # on another drive
        beside = ""
    return Served(str(Path(path).absolute()), beside.replace("\\", "/"))


def standing_of(path: str, identifier: str, folder: Path) -> Bond:
    """Tell how a workbook stands to a folder.

    Returns:
        `new`: the folder serves none of that identifier; `same`: this one; `moved`: one that is
        not there any more, so this one is it; `other`: one that is still there; `unknown`: one
        that can't be reached from here.
    """
    known = served_by(folder).get(identifier)
    if known is None:
        return "new"
    if is_online(path) or is_online(known.path):
        return "same" if _same_online(path, known.path) else "unknown"
    places = [*_places(known, folder)]
    if any(_is_same(place, Path(path)) for place in places):
        return "same"
    found = [_is_there(place) for place in places]
    if any(is_there and is_kin(at, identifier) for at, is_there in zip(places, found, strict=True)):
        return "other"
    is_gone = None not in found and any(_is_reached(place.parent) for place in places)
    return "moved" if is_gone else "unknown"


def others(identifier: str, folder: Path) -> tuple[str, ...]:
    """Return the other workbooks, copies aside, that a folder serves and that are still there."""
    return tuple(
        known.path
        for book, known in served_by(folder).items()
        if book != identifier
        and (is_online(known.path) or any(_is_there(at) for at in _places(known, folder)))
    )


def replaces(path: str, folder: Path) -> bool:
    """Tell whether another workbook, whose journal a folder keeps, stood where this one is now.

    A copy of before the first reminder has no identifier yet: put back, it knows of none of them.
    """
    return any(
        book and _leads_here(known, path, folder) and Outbox(folder, book).entries()
        for book, known in served_by(folder).items()
    )


def _leads_here(known: Served, path: str, folder: Path) -> bool:
    if is_online(path) or is_online(known.path):
        return _same_online(path, known.path)
    return any(_is_same(place, Path(path)) for place in _places(known, folder))


def is_kin(path: Path, identifier: str) -> bool:
    """Tell whether a workbook has an identifier; one that can't be read may have it.

    The identifier is looked for as text in the parts of the file, which is the same for `.xlsx`,
    `.xlsm` and `.ods`.
    """
    if len(identifier) < IDENTIFIER_LENGTH:
        return True
    try:
        with zipfile.ZipFile(path) as parts:
            return any(_holds(parts, name, identifier.encode()) for name in parts.namelist())
    except UNREADABLE:
        return True


def _holds(parts: zipfile.ZipFile, name: str, text: bytes) -> bool:
    if not name.endswith(".xml"):
        return False
    with parts.open(name) as stream:
        return any(text in chunk for chunk in _chunks(stream, len(text)))


def _chunks(stream: IO[bytes], overlap: int) -> Iterator[bytes]:
    end = b""
    while piece := stream.read(CHUNK):
        yield end + piece
        end = piece[-overlap:]


def _leads_to(known: Served, path: str) -> bool:
    """Tell whether the path in memory leads to a workbook from here, by whatever name."""
    if is_online(path) or is_online(known.path):
        return True
    return _is_same(Path(known.path), Path(path))


def _places(known: Served, folder: Path) -> Iterator[Path]:
    """Where the workbook may be: the same place has other names on another computer."""
    yield Path(known.path)
    if known.beside:
        yield Path(os.path.normpath(Path(os.path.realpath(folder)) / known.beside))


def _is_same(one: Path, other: Path) -> bool:
    """Tell whether two paths are one file: a link, a drive's letter, other capitals..."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return os.path.normcase(one.absolute()) == os.path.normcase(other.absolute())


def _same_online(one: str, other: str) -> bool:
    """Tell whether an address and a path are one file, as OneDrive has both: same folder, name."""
    return one == other or (is_online(one) != is_online(other) and _tail(one) == _tail(other))


def _tail(path: str) -> list[str]:
    return unquote(path).replace("\\", "/").casefold().split("/")[-2:]


def _is_there(path: Path) -> bool | None:
    """Tell whether a file is there; None when the disk does not say."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return None
    return True


def _is_reached(folder: Path) -> bool:
    """Tell whether a folder is there; an empty one may be where a drive is not plugged in."""
    try:
        with os.scandir(folder) as entries:
            return any(True for _ in entries)
    except OSError:
        return False
