"""pywin32's objects by name, raising what `win32com.client.dynamic` raises (release 312).

- It asks for the number of a name before it gets, sets or calls it. Whatever COM answers to that
  question, a name that is unknown or a call that is rejected, becomes AttributeError.
- What COM answers to the getting or the call itself comes out as it is; to the setting, as
  AttributeError where the type of the object could not be asked.
- What can't be called or counted through, be it for the moment, is a TypeError.
"""

from types import MethodType, SimpleNamespace
from typing import Any, NoReturn

from tests.tools.fake_excel import ComObject, Range

__name__ = "win32com.client.dynamic"  # errors are told by the module that raises them

DISPATCH, RANGE = "{00020400-0000-0000-C000-000000000046}", "{00020846-0000-0000-C000-000000000046}"
REJECTED, UNKNOWN_NAME, RAISED = -2147418111, -2147352570, -2147352567


class ComError(Exception):
    """pywintypes.com_error."""

    def __init__(self, hresult: int = RAISED, text: str = "") -> None:
        """Tell an error as COM does."""
        super().__init__(hresult, text, None, None)
        self.hresult, self.strerror, self.excepinfo = hresult, text, None


def no_member(name: str) -> NoReturn:
    """Refuse a name that COM did not number."""
    raise AttributeError(f"<unknown>.{name}")


class PyIDispatch:
    """A bare pointer to an object, as pythoncom hands it over."""

    rejections = 0  # how many of the next calls the program rejects

    def __init__(self, target: Any) -> None:
        """Point at an object."""
        self.target = target
        self.iid = RANGE if isinstance(target, Range) else DISPATCH

    def GetTypeInfo(self) -> Any:  # noqa: N802  COM's name
        """Tell the class of the object."""
        return SimpleNamespace(
            GetTypeAttr=lambda: SimpleNamespace(iid=self.iid),
            GetDocumentation=lambda _: (type(self.target).__name__, None, 0, None),
        )

    def GetIDsOfNames(self, _: int, name: str) -> None:  # noqa: N802  COM's name
        """Number a name."""
        if PyIDispatch.rejections:
            PyIDispatch.rejections -= 1
            raise ComError(REJECTED, name)
        if not hasattr(type(self.target), name) and name not in vars(self.target):
            raise ComError(UNKNOWN_NAME, name)


class CDispatch:
    """win32com.client.CDispatch: an object by its names."""

    CLSID = RANGE
    __hash__ = object.__hash__

    def __init__(self, pointer: PyIDispatch) -> None:
        """Wrap a pointer."""
        self.__dict__["_oleobj_"] = pointer

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        self._number(name)
        return wrapped(getattr(self._oleobj_.target, name))

    def __setattr__(self, name: str, value: Any) -> None:
        self._number(name)
        setattr(self._oleobj_.target, name, value)

    def __call__(self, *given: Any) -> Any:
        try:
            self._oleobj_.GetIDsOfNames(0, "Item")
        except ComError:
            raise TypeError("This dispatch object does not define a default method") from None
        return wrapped(self._oleobj_.target.Item(*given))

    def __iter__(self) -> Any:
        return (wrapped(one) for one in self._oleobj_.target)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CDispatch) and self._oleobj_.target is other._oleobj_.target

    def _number(self, name: str) -> None:
        try:
            self._oleobj_.GetIDsOfNames(0, name)
        except ComError:
            no_member(name)


def dispatch(one: Any, *_: Any, **__: Any) -> CDispatch:
    """win32com.client.Dispatch."""
    if isinstance(one, CDispatch):
        return one
    return CDispatch(one if isinstance(one, PyIDispatch) else PyIDispatch(one))


def wrapped(one: Any) -> Any:
    """Return what a client is given: objects by their names."""
    if isinstance(one, ComObject):
        return dispatch(one)
    if isinstance(one, list):
        return [wrapped(item) for item in one]
    if isinstance(one, MethodType):
        return lambda *given: wrapped(one(*given))
    return one
