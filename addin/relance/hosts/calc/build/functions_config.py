"""What Calc's function wizard shows, and the names under which files hold the functions."""

from collections.abc import Callable
from inspect import signature

from ....wording import functions as french
from ....wording import functions_en as english
from ...functions import FUNCTIONS
from ..names import FUNCTION_SERVICE
from . import configuration as xcu

_CATEGORY = "Add-In"  # Calc knows no category of ours


def functions_config() -> str:
    """Return CalcAddIns.xcu.

    Each function has one name, in every language: a translated one could not be typed any more
    in a workbook of the other. The same name as compatibility name maps it from and to Excel's
    files.
    """
    functions = (_function(function) for function in FUNCTIONS)
    added = xcu.node(FUNCTION_SERVICE, xcu.node("AddInFunctions", *functions), adds=True)
    return xcu.file("CalcAddIns", "org.openoffice.Office", xcu.node("AddInInfo", added))


def _function(function: Callable[..., object]) -> str:
    name = function.__name__
    return xcu.node(
        name,
        xcu.texts("DisplayName", {"en": name}),
        xcu.texts("Description", {"en": english.SUMMARIES[name], "fr": french.SUMMARIES[name]}),
        xcu.text("Category", _CATEGORY),
        xcu.texts("CompatibilityName", {"en": name}),
        xcu.node("Parameters", *(_argument(name, one) for one in signature(function).parameters)),
        adds=True,
    )


def _argument(function: str, name: str) -> str:
    helps = {
        "en": english.argument_help(function, name),
        "fr": french.argument_help(function, name),
    }
    return xcu.node(
        name, xcu.texts("DisplayName", {"en": name}), xcu.texts("Description", helps), adds=True
    )
