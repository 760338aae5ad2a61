"""The interface of the functions in UNOIDL, the language in which LibreOffice knows types.

A number or a text comes back as one `any`, which a cell shows as it is; a block as rows. Every
argument is an `any`: a cell, a range, a constant or nothing.
"""

from collections.abc import Callable
from inspect import signature

from ...functions import FUNCTIONS
from ...functions_answers import BLOCKS
from ..names import INTERFACE

_ROWS = "sequence< sequence< any > >"


def interface() -> str:
    """Return the text of the interface."""
    *modules, name = INTERFACE.split(".")
    opening = " ".join(f"module {module} {{" for module in modules)
    methods = "\n".join(f"    {_method(function)}" for function in FUNCTIONS)
    return f"{opening}\ninterface {name} {{\n{methods}\n}};\n{'}; ' * len(modules)}\n"


def _method(function: Callable[..., object]) -> str:
    name = function.__name__
    given = ", ".join(f"[in] any {_identifier(one)}" for one in signature(function).parameters)
    return f"{_ROWS if name in BLOCKS else 'any'} {name}({given});"


def _identifier(argument: str) -> str:
    """UNO's identifiers of arguments hold no underscore: due_date -> dueDate."""
    first, *others = argument.split("_")
    return first + "".join(word.capitalize() for word in others)
