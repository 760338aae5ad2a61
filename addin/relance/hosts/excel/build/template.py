"""`workbook_template.xlsm`, made from text: sheets, VBA project and ribbon.

The same sources give the same bytes, so the committed file can be checked against them.
"""

from pathlib import Path

from ....core.errors import BuildError
from .module import Module
from .package import parts, with_blank_texts, with_ribbon
from .project import vba_project
from .sheets import WORKBOOK_CODE, computing_book, documents
from .xlwings_module import xlwings_module

RIBBON = "ribbon/customUI14.xml"


def template_bytes(macros: Path) -> bytes:
    """Return the template.

    Args:
        macros: the folder of VBA sources and of the ribbon.

    Raises:
        BuildError: a source is missing, or Excel would not read it.
    """
    package = computing_book(vba_project([*_documents(macros), *_modules(macros)]))
    return with_ribbon(with_blank_texts(package), _source(macros / RIBBON).encode())


def differing_parts(first: bytes, second: bytes) -> tuple[str, ...]:
    """Return the names of the parts in which two packages differ."""
    ours, theirs = parts(first), parts(second)
    names = sorted({*ours, *theirs})
    return tuple(name for name in names if ours.get(name) != theirs.get(name))


def _documents(macros: Path) -> list[Module]:
    return documents(_source(macros / f"{WORKBOOK_CODE}.cls"))


def _modules(macros: Path) -> list[Module]:
    ours = [Module(path.stem, _source(path), "standard") for path in sorted(macros.glob("*.bas"))]
    return [*ours, xlwings_module()]


def _source(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise BuildError(reason="no_source", value=path.name) from error
