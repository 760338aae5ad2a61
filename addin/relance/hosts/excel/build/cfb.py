"""A compound file, the format that holds a VBA project ([MS-CFB], version 3).

The file is cut into sectors of 512 bytes after a header of the same size. A table (FAT) gives
for each sector the one that follows it. Streams under 4096 bytes share sectors: they stand in
mini sectors of 64 bytes inside the root's stream, chained by a table of their own. All times
and class identifiers are zero, so that the same streams give the same bytes.
"""

import struct
from collections.abc import Iterable, Mapping

from ....core.errors import BuildError
from .cfb_directory import END_OF_CHAIN, FREE, Place, directory

SECTOR = 512
MINI_SECTOR = 64
CUTOFF = 4096  # bytes; a stream of fewer stands in mini sectors (2.2)

_FAT_SECTOR = 0xFFFFFFFD  # 2.1
_LINKS = SECTOR // 4  # sectors that one sector of the FAT tells of
_HEADER_LINKS = 109  # sectors of the FAT that the header itself can name (2.2)
_SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")


class _Sectors:
    """Sectors of one size, and the table that chains them (2.3, 2.4)."""

    def __init__(self, size: int) -> None:
        self._size = size
        self.data = bytearray()
        self.links: list[int] = []

    def store(self, stream: bytes) -> int:
        """Add a stream at the end; return its first sector."""
        if not stream:
            return END_OF_CHAIN
        first = len(self.links)
        count = -(-len(stream) // self._size)
        self.data += stream.ljust(count * self._size, b"\0")
        self.links += [*range(first + 1, first + count), END_OF_CHAIN]
        return first


def compound_file(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file.

    Args:
        streams: content by path, as in "VBA/dir"; the folders are made, in order of appearance.
            A name has 31 characters at most, and no other in its folder, whatever the case.

    Raises:
        BuildError: the streams take more than the 7 MB that a plain header can tell of.
    """
    sectors, mini = _Sectors(SECTOR), _Sectors(MINI_SECTOR)
    places = {
        path: Place((mini if len(data) < CUTOFF else sectors).store(data), len(data))
        for path, data in streams.items()
    }
    root = Place(sectors.store(bytes(mini.data)), len(mini.data))
    mini_table = _table(mini.links)
    first_mini_table = sectors.store(mini_table)
    first_directory = sectors.store(_whole(directory(places, root)))
    tables = _close(sectors)
    header = _header(first_directory, first_mini_table, len(mini_table) // SECTOR, tables)
    return header + bytes(sectors.data)


def _close(sectors: _Sectors) -> range:
    """Add the FAT, which tells of its own sectors too, and return where it stands (2.3)."""
    first = len(sectors.links)
    count = -(-first // (_LINKS - 1))
    if count > _HEADER_LINKS:
        raise BuildError(reason="too_large", value=len(sectors.data))
    sectors.links += [_FAT_SECTOR] * count
    sectors.data += _table(sectors.links)
    return range(first, first + count)


def _header(directory_at: int, mini_table_at: int, mini_tables: int, tables: range) -> bytes:
    """Return the header (2.2)."""
    return struct.pack(
        f"<8s16x5H6x9I{_HEADER_LINKS}I",
        _SIGNATURE,
        *(0x3E, 3),  # minor and major version
        0xFFFE,  # little endian
        *(9, 6),  # powers of two of the sectors' sizes
        *(0, len(tables)),  # sectors of the directory (always 0 in version 3) and of the FAT
        directory_at,
        0,  # no transactions
        CUTOFF,
        *(mini_table_at, mini_tables),
        *(END_OF_CHAIN, 0),  # the header's own list of FAT sectors is enough
        *tables,
        *[FREE] * (_HEADER_LINKS - len(tables)),
    )


def _table(links: Iterable[int]) -> bytes:
    """Return a table of sectors, filled up to whole sectors with free ones."""
    table = b"".join(struct.pack("<I", link) for link in links)
    return table.ljust(-(-len(table) // SECTOR) * SECTOR, b"\xff")


def _whole(entries: list[bytes]) -> bytes:
    """Return the directory's entries, filled up to whole sectors with unused ones (2.6.1)."""
    unused = struct.pack("<68x3I48x", FREE, FREE, FREE)
    return b"".join(entries) + unused * (-len(entries) % (SECTOR // len(unused)))
