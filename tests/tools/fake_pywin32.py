"""pywin32 as xlwings uses it, so that its real `udfs` and `com_server` run without Windows.

`install` puts stand-ins into `sys.modules`: call it first, in a process of its own (`apart`).
"""

import atexit
import ctypes
import datetime as dt
import sys
from types import MethodType, ModuleType, SimpleNamespace
from typing import Any

from tests.tools.fake_excel import ComObject, Range, TimeType

DISPATCH, RANGE = "{00020400-0000-0000-C000-000000000046}", "{00020846-0000-0000-C000-000000000046}"


class ComError(Exception):
    """pywintypes.com_error."""

    def __init__(self, hresult: int = -2147352567, text: str = "") -> None:
        """Tell an error as COM does."""
        super().__init__(hresult, text, None, None)
        self.hresult, self.strerror, self.excepinfo = hresult, text, None


class PyIDispatch:
    """A bare pointer to an object, as pythoncom hands it over."""

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
        """Know no name: xlwings then lets AttributeError out."""
        raise ComError(-2147352570, name)


class CDispatch:
    """win32com.client.CDispatch: an object by its names."""

    CLSID = RANGE
    __hash__ = object.__hash__

    def __init__(self, pointer: PyIDispatch) -> None:
        """Wrap a pointer."""
        self._oleobj_ = pointer

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _wrapped(getattr(self._oleobj_.target, name))

    def __iter__(self) -> Any:
        return (_wrapped(one) for one in self._oleobj_.target)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CDispatch) and self._oleobj_.target is other._oleobj_.target


class ServerObject:
    """win32com.server.util.wrap: a Python object that COM may hold."""

    def __init__(self, inner: Any) -> None:
        """Wrap an object."""
        self.inner, self.obj = inner, getattr(inner, "obj", None)


class Anything:
    """ctypes.windll: answers to every name, does nothing."""

    def __getattr__(self, name: str) -> "Anything":
        return Anything()

    def __call__(self, *_: Any, **__: Any) -> "Anything":
        return Anything()


def dispatch(one: Any, *_: Any, **__: Any) -> CDispatch:
    """win32com.client.Dispatch."""
    if isinstance(one, CDispatch):
        return one
    return CDispatch(one if isinstance(one, PyIDispatch) else PyIDispatch(one))


def _wrapped(one: Any) -> Any:
    if isinstance(one, ComObject):
        return dispatch(one)
    if isinstance(one, list):
        return [_wrapped(item) for item in one]
    if isinstance(one, MethodType):
        return lambda *given: _wrapped(one(*given))
    return one


def _unwrapped(one: Any) -> ServerObject:
    if isinstance(one, ServerObject):
        return one
    raise TypeError("not an object of a Python server")


def _module(name: str, **names: Any) -> None:
    module = sys.modules.setdefault(name, ModuleType(name))
    module.__dict__.update(names)
    parent, _, leaf = name.rpartition(".")
    if parent:
        _module(parent)
        setattr(sys.modules[parent], leaf, module)


def install() -> None:
    """Stand in for pywin32, load the real parts of xlwings, and publish functions as on Windows."""
    _stand_in()
    ctypes.windll = ctypes.oledll = Anything()  # type: ignore[attr-defined]
    real, ctypes.PyDLL = ctypes.PyDLL, lambda _: Anything()  # type: ignore[assignment,misc]
    try:
        from xlwings import _xlwindows, com_server, udfs  # noqa: F401
    finally:
        ctypes.PyDLL = real  # type: ignore[misc]
    atexit.unregister(_xlwindows.cleanup)  # it would list the tasks of Windows
    xlwings: Any = sys.modules["xlwings"]
    xlwings.engines.add(xlwings.Engine(impl=_xlwindows.engine))
    xlwings.engines.active = xlwings.engines["excel"]
    xlwings.func, xlwings.arg, xlwings.ret = udfs.xlfunc, udfs.xlarg, udfs.xlret


def _stand_in() -> None:
    _module("pywintypes", com_error=ComError, error=ComError, IID=str, TimeType=TimeType)
    _module(
        "pythoncom",
        CoInitialize=lambda *_: None,
        com_error=ComError,
        ole_error=ComError,
        IID_IDispatch=DISPATCH,
        IID_IEnumVARIANT="enum",
        TypeIIDs={DISPATCH: PyIDispatch},
        __file__="pythoncom",
    )
    for name in ("win32api", "win32con", "win32gui", "win32event"):
        _module(name)
    for name in ("dispatcher", "policy", "exception"):
        _module(f"win32com.server.{name}")
    _module("win32com.server.util", wrap=lambda one, iid=None: ServerObject(one), unwrap=_unwrapped)
    _module("win32process", GetWindowThreadProcessId=lambda window: (1, window))
    _module("win32timezone", TimeZoneInfo=SimpleNamespace(utc=lambda: dt.UTC))
    bases = {name: type(name, (), {}) for name in ("CoClassBaseClass", "DispatchBaseClass")}
    _module("win32com.client", CDispatch=CDispatch, Dispatch=dispatch, DispatchEx=dispatch, **bases)


def pointer(value: Any) -> Any:
    """Return a value as pythoncom hands it to a server: objects as bare pointers."""
    return PyIDispatch(value) if isinstance(value, ComObject) else value


def call(name: str, *arguments: Any) -> Any:
    """Call one of our functions as the macros do: XLPy.CallUDF(module, name, Array(...))."""
    from xlwings.com_server import XLPython

    server: Any = XLPython()
    return server.CallUDF("relance.hosts.excel.functions", name, tuple(map(pointer, arguments)))
