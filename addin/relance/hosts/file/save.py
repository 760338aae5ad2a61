"""A changed package put on disk: written beside the old file, checked, then swapped in."""

import os
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from xml.parsers.expat import ParserCreate

from ...core.errors import BookChangedError
from .archive import ArchiveWriter
from .faults import disk_refusal, reading, refusal
from .guards import Snapshot, snapshot
from .package import CHUNK, Package

WAITS = (0.1, 0.2, 0.4, 0.8, 1.6)  # seconds, while a cloud client or antivirus holds the file

Maker = Callable[[], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a save changes.

    Attributes:
        parts: new content by part, made when its turn comes.
        late: the same, for parts known only once the others are made; None leaves them as they are.
        dropped: parts left out.
        whole: parts put in as they are, in place of those of their name or new; they may be no XML.
    """

    parts: Mapping[str, Maker]
    late: Mapping[str, Callable[[], bytes | None]]
    dropped: frozenset[str]
    whole: Mapping[str, bytes] = field(default_factory=dict)


def save(package: Package, plan: Plan, before: Snapshot) -> None:
    """Replace the file of a package; a kill or a failure at any point leaves the old one.

    Raises:
        BookError: the disk is full, the folder can't be written, the file is held or damaged.
        BookChangedError: someone else changed the file since it was read.
    """
    path = package.path
    try:
        with _temporary(path) as (file, temporary):
            _write(package, plan, file)
            file.flush()
            os.fsync(file.fileno())
            _check(path, file)
            os.chmod(temporary, before.mode)
            file.close()
            check_unchanged(path, before)
            _swap(temporary, path)
    except OSError as error:
        raise disk_refusal(path, error) from error


def check_unchanged(path: Path, before: Snapshot) -> None:
    """Raise BookChangedError when the file is not the one that was read."""
    if not path.exists() or snapshot(path).sha256 != before.sha256:
        raise BookChangedError(path=str(path))


def clear_remains(path: Path) -> None:
    """Remove what a killed save left beside the file; our lock must be held."""
    for remains in path.parent.glob(f".{_literal(path.name)}.*.tmp"):
        with suppress(OSError):
            remains.unlink()


def _literal(name: str) -> str:
    return "".join(f"[{sign}]" if sign in "[*?" else sign for sign in name)


@contextmanager
def _temporary(path: Path) -> Iterator[tuple[BinaryIO, Path]]:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with open(temporary, "w+b", opener=_private) as file:
            yield file, temporary
    finally:
        temporary.unlink(missing_ok=True)


def _private(name: str, flags: int) -> int:
    """Open a file that nobody else reads before it has the mode of the old one."""
    return os.open(name, flags, 0o600)


def _write(package: Package, plan: Plan, file: BinaryIO) -> None:
    archive = ArchiveWriter(file)
    late = []
    for info in package.parts:
        name = info.filename
        if name in plan.whole:
            archive.add(info, _checked(package.path, name, plan.whole[name]))
        elif name in plan.late:
            late.append(info)
        elif name in plan.parts:
            archive.add(info, _well_formed(package.path, name, plan.parts[name]()))
        elif name not in plan.dropped:
            _copy(package, info, archive)
    for name, part in plan.whole.items():
        if package.find(name) is None:
            archive.add(_new_entry(name), _checked(package.path, name, part))
    for info in late:
        content = plan.late[info.filename]()
        if content is None:
            _copy(package, info, archive)
        else:
            archive.add(info, _well_formed(package.path, info.filename, [content]))
    archive.finish()


def _copy(package: Package, info: zipfile.ZipInfo, archive: ArchiveWriter) -> None:
    for _ in package.stream(info.filename):  # copied bytes are not looked at: check their sum here
        pass
    archive.copy(info, package.compressed(info))


def _well_formed(path: Path, name: str, chunks: Iterable[bytes]) -> Iterator[bytes]:
    parser = ParserCreate("utf-8")
    for chunk in chunks:
        with reading(path, name):
            parser.Parse(chunk, False)
        yield chunk
    with reading(path, name):
        parser.Parse(b"", True)


def _new_entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)  # dated 1980, the earliest that a zip can tell
    info.create_system = 0
    return info


def _checked(path: Path, name: str, content: bytes) -> Iterable[bytes]:
    is_xml = name.endswith((".xml", ".rels"))
    return _well_formed(path, name, [content]) if is_xml else [content]


def _check(path: Path, file: BinaryIO) -> None:
    """Read the new file again, as the next program will."""
    file.seek(0)
    with reading(path, "re-read"), zipfile.ZipFile(file) as archive:
        for info in archive.infolist():
            with archive.open(info) as part:
                while part.read(CHUNK):
                    pass


def _swap(temporary: Path, path: Path) -> None:
    for wait in WAITS:
        try:
            os.replace(temporary, path)
            break
        except PermissionError:
            time.sleep(wait)
    else:
        try:
            os.replace(temporary, path)
        except PermissionError as error:
            raise refusal(path, "held") from error
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # Windows opens no folder
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
