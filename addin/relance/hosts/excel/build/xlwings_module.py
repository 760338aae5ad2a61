"""The VBA module of xlwings, taken from the installed library.

It must be that of the very version that is installed, since the name of its DLL holds the
version; so it is never copied into our tree. Its licence stands in its first lines and stays.
"""

import re
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from ....core.errors import BuildError
from .module import Module

NAME = "xlwings"

_FILE = "xlwings.bas"
_VERSION_LINES = ('XLWINGS_VERSION As String = "{0}"', '"xlwings64-{0}.dll"')
_VERSION = re.compile(r'XLWINGS_VERSION\s+As\s+String\s*=\s*"([^"]*)"', re.IGNORECASE)
_NOTICE = ("Copyright (C)", "Redistribution and use in source and binary forms")


def xlwings_module() -> Module:
    """Return the module; the library itself is not imported.

    Raises:
        BuildError: it is not there, is of another version, or has lost its licence.
    """
    folder, installed = _library()
    source = (folder / _FILE).read_text("cp1252")
    if not all(line.format(installed) in source for line in _VERSION_LINES):
        raise BuildError(reason="xlwings_version", value=installed)
    if not all(line in source for line in _NOTICE):
        raise BuildError(reason="xlwings_notice")
    return Module(NAME, source, "standard")


def is_xlwings(module: Module) -> bool:
    """Tell whether a module of a workbook is that of xlwings, of any version."""
    return module.name.lower() == NAME and all(line in module.source for line in _NOTICE)


def version_in(module: Module) -> str:
    """Return the version of xlwings that a module is made for, "" when it does not say."""
    found = _VERSION.search(module.source)
    return found[1] if found else ""


def installed_version() -> str:
    """Return the version of xlwings that is installed, "" without one."""
    try:
        return version(NAME)
    except PackageNotFoundError:
        return ""


def _library() -> tuple[Path, str]:
    """Return the folder of the library and its version."""
    found = find_spec(NAME)
    if found is None or found.origin is None or not Path(found.origin).with_name(_FILE).exists():
        raise BuildError(reason="no_xlwings")
    try:
        return Path(found.origin).parent, version(NAME)
    except PackageNotFoundError as error:
        raise BuildError(reason="no_xlwings") from error
