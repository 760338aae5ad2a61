"""What is looked at before a file is trusted: what it is, how big it unfolds, what it hides."""

import hashlib
import os
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from .faults import DAMAGE, disk_refusal, refusal

MOST_BYTES = 256 * 2**20  # a file on disk
MOST_UNFOLDED = 2 * 2**30  # all its parts together
MOST_PARTS = 10_000
BIG_PART, BIG_RATIO = 16 * 2**20, 300  # a sheet of blank styled cells stays under 100

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_READABLE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes of a file at one moment, and what tells them from others."""

    data: bytes
    sha256: str
    mode: int


def snapshot(path: Path) -> Snapshot:
    """Read the whole file at once, so that all answers come from the same moment."""
    try:
        with path.open("rb") as file:
            facts = os.fstat(file.fileno())
            if facts.st_size > MOST_BYTES:
                raise refusal(path, "too_large", f"> {MOST_BYTES >> 20} MiB")
            data = file.read()
    except FileNotFoundError:
        raise refusal(path, "missing") from None
    except (IsADirectoryError, NotADirectoryError):
        raise refusal(path, "not_a_workbook") from None
    except OSError as error:
        raise disk_refusal(path, error) from error
    digest = hashlib.sha256(data).hexdigest()
    return Snapshot(data, digest, facts.st_mode & 0o7777)


def unfold(path: Path, data: bytes) -> zipfile.ZipFile:
    """Return the archive in the bytes, its directory checked."""
    if not data:
        raise refusal(path, "empty")
    if data.startswith(_OLE):
        raise refusal(path, "encrypted" if _ENCRYPTED in data else "old_xls")
    if not data.startswith(b"PK"):
        raise refusal(path, "not_a_workbook")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except zipfile.BadZipFile as error:
        raise refusal(path, "truncated") from error
    except DAMAGE as error:
        raise refusal(path, "damaged", "zip") from error
    _check_parts(path, archive.infolist())
    return archive


def _check_parts(path: Path, parts: Sequence[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNFOLDED:
        raise refusal(path, "too_large", "zip")
    names = {part.filename.lower() for part in parts}
    if len(names) < len(parts):
        raise refusal(path, "duplicate_parts")
    for part in parts:
        if part.flag_bits & 1:
            raise refusal(path, "encrypted", part.filename)
        if part.compress_type not in _READABLE:
            raise refusal(path, "damaged", part.filename)
        if part.file_size > BIG_PART and part.file_size > BIG_RATIO * part.compress_size:
            raise refusal(path, "zip_bomb", part.filename)
    _check_overlap(path, parts)


def _check_overlap(path: Path, parts: Sequence[zipfile.ZipInfo]) -> None:
    end = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        if part.header_offset < end:
            raise refusal(path, "zip_bomb", part.filename)
        end = part.header_offset + part.compress_size
