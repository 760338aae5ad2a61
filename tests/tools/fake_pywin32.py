"""pywin32 as xlwings uses it, so that its real `udfs` and `com_server` run without Windows.

`install` puts stand-ins into `sys.modules`: call it first, in a process of its own (`apart`).
"""

import atexit
import ctypes
import datetime as dt
import sys
from types import ModuleType, SimpleNamespace
from typing import Any

from tests.tools.fake_dynamic import DISPATCH, CDispatch, ComError, PyIDispatch, dispatch
from tests.tools.fake_excel import ComObject, TimeType


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
