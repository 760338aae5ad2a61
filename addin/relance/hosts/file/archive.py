"""A zip archive written part by part, so that untouched parts keep their compressed bytes.

`zipfile` can't copy a compressed entry, and its internals change between Python versions; the
format does not.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

LEVEL = 4  # nearly as small as the usual 6 in little more than half its time

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION = 20
_UTF8 = 0x800


@dataclass(frozen=True, slots=True)
class _Entry:
    info: zipfile.ZipInfo
    method: int
    crc: int
    compressed: int
    size: int
    offset: int

    def name(self) -> bytes:
        return self.info.orig_filename.encode("utf-8" if self.flags() & _UTF8 else "cp437")

    def flags(self) -> int:
        return self.info.flag_bits & _UTF8  # sizes stand in the header: no other bit is needed

    def moment(self) -> tuple[int, int]:
        year, month, day, hour, minute, second = self.info.date_time
        return (
            hour << 11 | minute << 5 | second // 2,
            (year - 1980) << 9 | month << 5 | day,
        )


class ArchiveWriter:
    """Writes entries in order, then the directory."""

    def __init__(self, file: BinaryIO) -> None:
        """Write into an empty seekable file."""
        self._file = file
        self._entries: list[_Entry] = []

    def copy(self, info: zipfile.ZipInfo, compressed: memoryview) -> None:
        """Add an entry whose bytes are compressed already."""
        entry = _Entry(
            info,
            info.compress_type,
            info.CRC,
            info.compress_size,
            info.file_size,
            self._file.tell(),
        )
        self._file.write(_local_header(entry))
        self._file.write(compressed)
        self._entries.append(entry)

    def add(self, info: zipfile.ZipInfo, chunks: Iterable[bytes]) -> None:
        """Add an entry under the name and date of `info`; its sizes are filled in afterwards."""
        offset = self._file.tell()
        self._file.write(_local_header(_Entry(info, zipfile.ZIP_DEFLATED, 0, 0, 0, offset)))
        press = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        crc = size = compressed = 0
        for chunk in chunks:
            crc = zlib.crc32(chunk, crc)
            size += len(chunk)
            compressed += self._file.write(press.compress(chunk))
        compressed += self._file.write(press.flush())
        entry = _Entry(info, zipfile.ZIP_DEFLATED, crc, compressed, size, offset)
        end = self._file.tell()
        self._file.seek(offset)
        self._file.write(_local_header(entry))
        self._file.seek(end)
        self._entries.append(entry)

    def finish(self) -> None:
        """Write the directory."""
        start = self._file.tell()
        for entry in self._entries:
            self._file.write(_central_header(entry))
        count, size = len(self._entries), self._file.tell() - start
        self._file.write(_END.pack(b"PK\5\6", 0, 0, count, count, size, start, 0))


def _local_header(entry: _Entry) -> bytes:
    name = entry.name()
    return (
        _LOCAL.pack(
            b"PK\3\4",
            _VERSION,
            entry.flags(),
            entry.method,
            *entry.moment(),
            entry.crc,
            entry.compressed,
            entry.size,
            len(name),
            0,
        )
        + name
    )


def _central_header(entry: _Entry) -> bytes:
    name, info = entry.name(), entry.info
    return (
        _CENTRAL.pack(
            b"PK\1\2",
            info.create_system << 8 | _VERSION,
            _VERSION,
            entry.flags(),
            entry.method,
            *entry.moment(),
            entry.crc,
            entry.compressed,
            entry.size,
            len(name),
            0,
            0,
            0,
            info.internal_attr,
            info.external_attr,
            entry.offset,
        )
        + name
    )
