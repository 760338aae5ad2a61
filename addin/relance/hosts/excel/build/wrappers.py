"""The VBA module of the DUNNING_* functions, and their help, from the Python signatures.

Each wrapper hands its arguments to the call cache. The module is committed as `macros/
RelanceFonctions.bas`, ASCII: there a description has no accents. Excel shows the accented help
once the macro `RelanceAide` has read it from the workbook (`help_rows`).
"""

import re
import sys
import unicodedata
from collections.abc import Callable
from inspect import Parameter, signature

from ....wording import macros
from ....wording.functions import SUMMARIES
from ... import functions
from ...functions_answers import BLOCKS, NUMBERS

NAME = "RelanceFonctions"
_QUOTE = re.compile(r"«\s*|\s*»")
_OTHERS = str.maketrans({"’": "'", "œ": "oe", "Œ": "OE"})

_HEAD = """\
Attribute VB_Name = "{name}"
Option Explicit
' The functions of the workbook's cells, each handed to the call cache. Written from the functions
' of Python by relance.hosts.excel.build.wrappers: change those instead.
"""
_WRAPPER = """
Public Function {name}({parameters}) As Variant
Attribute {name}.VB_Description = "{description}"
    {name} = RelanceCache.{entry}("{name}", {kind}, Array({arguments}))
End Function
"""


def functions_module() -> str:
    """Return the source of the module, ASCII with LF."""
    wrappers = (_wrapper(function) for function in functions.FUNCTIONS)
    return _HEAD.format(name=NAME) + "".join(wrappers)


def help_rows() -> list[tuple[str, str, str]]:
    """Return the rows of the named range `AideFonctions`: function, argument, text."""
    return macros.help_rows(
        (function.__name__, list(signature(function).parameters))
        for function in functions.FUNCTIONS
    )


def _wrapper(function: Callable[..., object]) -> str:
    name = function.__name__
    parameters = signature(function).parameters
    return _WRAPPER.format(
        name=name,
        parameters=", ".join(map(_declared, parameters.values())),
        description=plain(SUMMARIES[name]).replace('"', '""'),
        entry="EnBloc" if name in BLOCKS else "ParLigne",
        kind="UN_NOMBRE" if name in NUMBERS else "UN_TEXTE",
        arguments=", ".join(parameters),
    )


def _declared(parameter: Parameter) -> str:
    optional = "" if parameter.default is parameter.empty else "Optional "
    return f"{optional}{parameter.name} As Variant"


def plain(text: str) -> str:
    """Return a text in ASCII: without accents, with straight quotes.

    >>> plain("Échéance « à jour »…")
    'Echeance "a jour"...'
    """
    decomposed = unicodedata.normalize("NFKD", _QUOTE.sub('"', text).translate(_OTHERS))
    return decomposed.encode("ascii", "ignore").decode("ascii")


if __name__ == "__main__":
    sys.stdout.buffer.write(functions_module().encode("ascii"))
