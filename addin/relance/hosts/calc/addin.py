"""The service of the functions: what LibreOffice asks for a cell's answer."""

from functools import cache, partial

import uno
import unohelper
from com.sun.star.lang import XServiceInfo
from com.sun.star.sheet import ResultEvent, XVolatileResult
from org.relance import XFunctions

from .answers import Rows
from .functions import Body, called
from .names import FUNCTION_SERVICE, PREFIX
from .office import Listener


class Functions(unohelper.Base, XFunctions, XServiceInfo):
    """Answers each function by a method of its name, made when a cell first asks for it."""

    def __init__(self, context: object, *_: object) -> None:
        """Take the office's context, which no function needs."""

    def __getattr__(self, name: str) -> Body:
        """Make the method of a function, and keep it.

        Raises:
            AttributeError: it is none of ours.
        """
        if not name.startswith(PREFIX):
            raise AttributeError(name)
        method = called(name, partial(_body, name), Block)
        setattr(self, name, method)
        return method

    def getImplementationName(self) -> str:
        """Return the name of the service."""
        return FUNCTION_SERVICE

    def supportsService(self, name: str) -> bool:
        """Tell whether the service is of that name."""
        return name == FUNCTION_SERVICE

    def getSupportedServiceNames(self) -> tuple[str, ...]:
        """Return the names of the service."""
        return (FUNCTION_SERVICE,)


class Block(unohelper.Base, XVolatileResult):
    """Rows for an array formula: the one way for a function of single cells to give many."""

    def __init__(self, rows: Rows) -> None:
        """Hold the rows, which will not change."""
        self._rows = rows

    def addResultListener(self, listener: Listener) -> None:
        """Give the rows at once."""
        event = ResultEvent()
        event.Source, event.Value = self, uno.Any("[][]any", self._rows)
        listener.modified(event)

    def removeResultListener(self, listener: object) -> None:
        """Forget nothing: the rows were given."""


@cache
def _body(name: str) -> Body:
    from .. import functions  # slow to load, and no cell may ever ask

    body: Body = getattr(functions, name)
    return body
