"""A module of a VBA project: its name, and its text as the project stores it ([MS-OVBA] 2.3.4.3).

Sources are ASCII with LF in git; a project holds CRLF. What Excel would refuse only when a user
opens the workbook is refused here: an odd character, a line too long, a name that is not one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ....core.errors import BuildError

WORKBOOK = "00020819-0000-0000-C000-000000000046"  # the class that ThisWorkbook extends
SHEET = "00020820-0000-0000-C000-000000000046"  # the class that a sheet's module extends
PLAIN_CLASS = "FCFB3D2A-A0FA-1068-A738-08002B3371B5"  # the one that Excel gives class modules

LONGEST_LINE = 1023  # characters that the editor reads
MOST_CONTINUATIONS = 24  # lines in a row that end with an underscore
NAME = re.compile("[A-Za-z][A-Za-z0-9_]{0,30}")  # of a module, as we write it

_FIRST_LINE = 'Attribute VB_Name = "{name}"'
_FORBIDDEN = re.compile(r"[^\t -~]")
# What the editor writes before the code of a class, and does not keep in the project.
_EXPORT_HEAD = re.compile(r"\AVERSION .*\nBEGIN\n(?:.*\n)*?END\n")
_CLASS_ATTRIBUTES = re.compile(r"\A(?:Attribute VB_.*\n)*")


@dataclass(frozen=True, slots=True)
class Module:
    """One module.

    `source` of a standard module starts with its `Attribute VB_Name`. That of a class or of a
    document (the workbook, a sheet) is its code; the head of an exported file may stand before
    it, and is replaced. `base` is the class that a document extends: `WORKBOOK` or `SHEET`.
    """

    name: str
    source: str
    kind: Literal["standard", "class", "document"]
    base: str = ""


def module_text(module: Module) -> bytes:
    """Return a module's text as the project stores it, uncompressed.

    Raises:
        BuildError: Excel would not read the module.
    """
    if not NAME.fullmatch(module.name):
        raise BuildError(reason="module_name", module=module.name)
    source = module.source.replace("\r\n", "\n")
    text = source if module.kind == "standard" else _head(module) + _code(module, source)
    lines = text.rstrip("\n").split("\n")
    _check_first_line(module, lines[0])
    for number, line in enumerate(lines, 1):
        _check_line(module, number, line)
    _check_continuations(module, lines)
    return "".join(f"{line}\r\n" for line in lines).encode("ascii")


def _head(module: Module) -> str:
    """Return the attributes of a class or a document, in the order in which Excel writes them."""
    if module.kind == "document" and not module.base:
        raise BuildError(reason="base", module=module.name)
    document = module.kind == "document"
    return "\n".join(
        [
            _FIRST_LINE.format(name=module.name),
            f'Attribute VB_Base = "0{{{module.base or PLAIN_CLASS}}}"',
            "Attribute VB_GlobalNameSpace = False",
            "Attribute VB_Creatable = False",
            f"Attribute VB_PredeclaredId = {document}",
            f"Attribute VB_Exposed = {document}",
            "Attribute VB_TemplateDerived = False",
            f"Attribute VB_Customizable = {document}",
            "",
        ]
    )


def _code(module: Module, source: str) -> str:
    """Return the code of a class or a document without the head of an exported file."""
    source = _EXPORT_HEAD.sub("", source)
    if source.startswith("Attribute VB_Name"):
        _check_first_line(module, source.partition("\n")[0])
    return _CLASS_ATTRIBUTES.sub("", source)


def _check_first_line(module: Module, line: str) -> None:
    if line != _FIRST_LINE.format(name=module.name):
        raise BuildError(reason="first_line", module=module.name, value=line)


def _check_line(module: Module, number: int, line: str) -> None:
    if odd := _FORBIDDEN.search(line):
        value = odd[0] if odd[0].isprintable() else f"U+{ord(odd[0]):04X}"
        raise BuildError(reason="character", module=module.name, line=number, value=value)
    if len(line) > LONGEST_LINE:
        raise BuildError(reason="long_line", module=module.name, line=number, value=len(line))


def _check_continuations(module: Module, lines: Iterable[str]) -> None:
    run = 0
    for number, line in enumerate(lines, 1):
        run = run + 1 if line.endswith(" _") else 0
        if run > MOST_CONTINUATIONS:
            facts = {"module": module.name, "line": number, "value": MOST_CONTINUATIONS}
            raise BuildError(reason="continuations", **facts)
