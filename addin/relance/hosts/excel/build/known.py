"""Which macros are ours: the fingerprints of each module that a version of Relance has shipped.

They are data, `macros.toml`: version -> module -> fingerprint, the ribbon under the name of its
part. The build of the template writes those of the current version.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from .... import __version__, data
from ....core.errors import BuildError
from .fingerprint import fingerprint, is_blank, ribbon_fingerprint
from .module import Module
from .package import RIBBON, parts
from .project_reader import read_project
from .xlwings_module import is_xlwings

LIST = "macros.toml"
RIBBON_NAME = RIBBON.rpartition("/")[2]

_VBA = "xl/vbaProject.bin"  # where the template has it
_HEAD = """\
# The macros of each version, by the fingerprint of their text: relance build-template writes those
# of the current version. The lines of a released version stay: `upgrade` knows our macros by them.
"""


@dataclass(frozen=True, slots=True)
class Shipped:
    """The macros of a template."""

    modules: tuple[Module, ...]
    ribbon: bytes


def shipped(template: bytes) -> Shipped:
    """Return the macros of a template.

    Raises:
        BuildError: it has no VBA project or no ribbon, or they can't be read.
    """
    found = parts(template)
    for name in (_VBA, RIBBON):
        if name not in found:
            raise BuildError(reason="broken_package", value=name)
    return Shipped(read_project(found[_VBA]).modules, found[RIBBON])


def module_hashes(template: bytes) -> dict[str, str]:
    """Return the fingerprints of a template's macros by name, as `macros.toml` lists them.

    Blank modules are nobody's, and xlwings' is known by its notice.

    Raises:
        BuildError: as `shipped`.
    """
    macros = shipped(template)
    hashes = {
        module.name: fingerprint(module.source)
        for module in macros.modules
        if not (is_blank(module) or is_xlwings(module))
    }
    return {**hashes, RIBBON_NAME: ribbon_fingerprint(macros.ribbon)}


def listed(text: str, template: bytes) -> str:
    """Return the text of the list with the macros of the current version.

    Args:
        text: the list so far.
        template: of the current version.
    """
    versions = {**tomllib.loads(text), __version__: module_hashes(template)}
    return _HEAD + "".join(_section(version, hashes) for version, hashes in versions.items())


def known() -> dict[str, frozenset[str]]:
    """Return the fingerprints that a module of ours may have, by its name in lower case."""
    found: dict[str, set[str]] = {}
    for hashes in data.tables(LIST.removesuffix(".toml")).values():
        for name, value in hashes.items():
            found.setdefault(name.lower(), set()).add(value)
    return {name: frozenset(values) for name, values in found.items()}


def _section(version: str, hashes: Mapping[str, str]) -> str:
    lines = (f'"{name}" = "{value}"\n' for name, value in sorted(hashes.items()))
    return f'\n["{version}"]\n{"".join(lines)}'
