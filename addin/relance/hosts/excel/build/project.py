"""`xl/vbaProject.bin`, a VBA project made of source text alone ([MS-OVBA] 2.2).

Excel keeps compiled code beside the source. A project that holds none is compiled when it is
opened; the version in its `_VBA_PROJECT` stream says that there is none.
"""

from collections.abc import Iterable, Sequence

from ....core.errors import BuildError
from .cfb import compound_file
from .module import PLAIN_CLASS, SHEET, WORKBOOK, Module, module_text
from .ovba import compress
from .project_dir import REFERENCES, dir_stream
from .project_text import names_stream, project_stream

__all__ = ["PLAIN_CLASS", "SHEET", "WORKBOOK", "Module", "vba_project"]

_NOT_COMPILED = bytes.fromhex("cc61ffff000100")  # 2.3.4.1
# Names that a module can't have: libraries in reach, and the stream beside the modules.
_TAKEN = {"vba", "excel", "dir", *(name.lower() for name in REFERENCES)}


def vba_project(modules: Sequence[Module], name: str = "Relance") -> bytes:
    """Return `vbaProject.bin`; the same modules give the same bytes.

    Args:
        modules: in the order in which the editor lists them, documents first. The workbook's
            and the sheets' `codeName` must be the names of the documents.
        name: of the project; no module may have it.

    Raises:
        BuildError: Excel would not read a module, or two have the same name.
    """
    _check_names(modules, name)
    texts = {f"VBA/{module.name}": compress(module_text(module)) for module in modules}
    return compound_file(
        {
            **texts,
            "VBA/dir": compress(dir_stream(name, modules)),
            "VBA/_VBA_PROJECT": _NOT_COMPILED,
            "PROJECT": project_stream(name, modules),
            "PROJECTwm": names_stream(modules),
        }
    )


def _check_names(modules: Iterable[Module], project: str) -> None:
    taken = {*_TAKEN, project.lower()}
    for module in modules:
        if module.name.lower() in taken:
            raise BuildError(reason="name_taken", module=module.name)
        taken.add(module.name.lower())
