"""The directory of a compound file: its entries and the trees that order them ([MS-CFB] 2.6)."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

END_OF_CHAIN = 0xFFFFFFFE  # 2.1
FREE = 0xFFFFFFFF  # a free sector; in the directory, no entry

_STORAGE, _STREAM, _ROOT = 1, 2, 5  # types of entries, 2.6.1
_RED, _BLACK = 0, 1
_ENTRY = struct.Struct("<64sHBBIII36xIQ")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stream stands: its first sector and its size in bytes."""

    first: int
    size: int


_NOWHERE = Place(0, 0)  # a folder has no stream


@dataclass(frozen=True, slots=True)
class _Branch:
    """What an entry knows of its siblings' tree: colour, entries before and after it."""

    colour: int
    left: int
    right: int


_ALONE = _Branch(_BLACK, FREE, FREE)


def directory(streams: Mapping[str, Place], root: Place) -> list[bytes]:
    """Return the entries: the root, then folders and streams in order of appearance.

    Args:
        streams: where each stands, by its path ("VBA/dir").
        root: where the mini sectors stand.
    """
    paths = list(dict.fromkeys(step for path in streams for step in _steps(path)))
    ids = {path: number for number, path in enumerate(paths, 1)}
    members: dict[str, list[int]] = {}
    for path in sorted(paths, key=_order):
        members.setdefault(_folder(path), []).append(ids[path])
    branches = {
        number: branch
        for ordered in members.values()
        for number, branch in _branches(ordered, _complete_levels(len(ordered)))
    }
    entries = [_entry("Root Entry", _ROOT, _ALONE, _top(members.get("", [])), root)]
    for path, number in ids.items():
        kind = _STORAGE if path in members else _STREAM
        child = _top(members.get(path, []))
        place = streams.get(path, _NOWHERE)
        entries.append(_entry(_name(path), kind, branches[number], child, place))
    return entries


def _steps(path: str) -> list[str]:
    """Return the paths that lead to a path, itself the last: "VBA", "VBA/dir"."""
    folder = _folder(path)
    return [*(_steps(folder) if folder else ()), path]


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _order(path: str) -> tuple[int, str]:
    """Return what siblings are sorted by: length, then upper case (2.6.4)."""
    name = _name(path)
    return len(name), name.upper()


def _complete_levels(count: int) -> int:
    """Return how many levels of a balanced tree of `count` entries lack none."""
    return (count + 1).bit_length() - 1


def _top(ordered: Sequence[int]) -> int:
    """Return the entry at the top of its siblings' tree."""
    return ordered[len(ordered) // 2] if ordered else FREE


def _branches(ordered: Sequence[int], black_levels: int) -> Iterator[tuple[int, _Branch]]:
    """Give the branch of each sibling in a balanced red-black tree (2.6.4).

    Only the last level may lack entries. Those there are red and all others black, so that
    every way down meets the same number of black ones, and never two red ones in a row.
    """
    if ordered:
        middle = len(ordered) // 2
        before, after = ordered[:middle], ordered[middle + 1 :]
        colour = _BLACK if black_levels > 0 else _RED
        yield ordered[middle], _Branch(colour, _top(before), _top(after))
        yield from _branches(before, black_levels - 1)
        yield from _branches(after, black_levels - 1)


def _entry(name: str, kind: int, branch: _Branch, child: int, place: Place) -> bytes:
    """Return one entry of 128 bytes (2.6.1); names end with a zero, which counts."""
    text = name.encode("utf-16-le")
    return _ENTRY.pack(
        text,
        len(text) + 2,
        kind,
        branch.colour,
        branch.left,
        branch.right,
        child,
        place.first,
        place.size,
    )
