"""A folder of templates as a whole: each file, and what they say beside one another."""

from collections.abc import Iterator, Mapping

from ..core.findings import Finding
from .check import check_bodies, check_template, clash
from .shipped import NAMES


def check_folder_of(own: Mapping[str, bytes | None]) -> list[Finding]:
    """Return what is wrong in the user's templates, file by file.

    Args:
        own: the files by name; None for one that can't be read.
    """
    return [*_of_each(own), *_of_names(own), *_of_bodies(own)]


def _of_each(own: Mapping[str, bytes | None]) -> Iterator[Finding]:
    for name, content in own.items():
        yield from check_template(name, content)


def _of_names(own: Mapping[str, bytes | None]) -> Iterator[Finding]:
    """Names that differ by their capitals alone: one of the two files would serve, by chance."""
    taken: dict[str, str] = {}
    for name in own:
        if name.lower() in taken:
            yield clash(taken[name.lower()], name)
        taken[name.lower()] = name


def _of_bodies(own: Mapping[str, bytes | None]) -> Iterator[Finding]:
    small = {name.lower(): content for name, content in own.items()}
    for name in NAMES:
        if name.endswith(".txt"):
            yield from check_bodies(name.removesuffix(".txt"), small)
