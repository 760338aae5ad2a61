"""What a machine says of Excel and Python: looked at for `relance doctor`, never changed."""

import ctypes
import importlib.util
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ...actions.doctor import PINNED_XLWINGS

# Reads the registry: path, name ("" for the default value) -> what it holds, None when absent.
Registry = Callable[[str, str], object]

_EXCEL = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
_OFFICE = r"SOFTWARE\Microsoft\Office\ClickToRun\Configuration"
_DEFENDER = r"Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
_RULES = (rf"SOFTWARE\Policies\Microsoft\{_DEFENDER}", rf"SOFTWARE\Microsoft\{_DEFENDER}")
_MANAGED_RULES = (r"SOFTWARE\Policies\Microsoft\Windows Defender\Policy Manager", "ASRRules")
# "Block all Office applications from creating child processes": 1 blocks, 6 warns.
CHILD_RULE = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
_BITS = {"x64": 64, "x86": 32}
_FROM_INTERNET = ("ZoneId=3", "ZoneId=4")


@dataclass(frozen=True, slots=True)
class Station:
    """One machine.

    Args:
        is_windows: whether Excel can call Python at all here.
        python: the interpreter that runs us.
        has_com: whether pywin32 is there.
        library: the xlwings library that Excel loads, and whether it lies where it is looked for.
        excel: the path of Excel, "" when none is registered.
        excel_bits: 32 or 64, None when the registry does not tell.
        child_rule: what Windows does when Office starts a program: "1" it blocks, "6" it warns.
    """

    is_windows: bool
    python: str
    has_com: bool = False
    library: str = ""
    has_library: bool = False
    excel: str = ""
    excel_bits: int | None = None
    child_rule: str = ""


def this_station(registry: Registry | None = None) -> Station:
    """Look at this machine; `registry` replaces Windows' own."""
    if sys.platform != "win32":
        return Station(is_windows=False, python=sys.executable)
    return station(registry or _read, sys.executable)


def station(registry: Registry, python: str) -> Station:
    """Return a Windows machine as its registry and the interpreter's folders describe it."""
    bits = _BITS.get(str(registry(_OFFICE, "Platform") or ""))
    library = f"xlwings{bits or 64}-{PINNED_XLWINGS}.dll"
    # The macros look beside the interpreter, then one folder up (virtual environment).
    folders = (Path(python).parent, Path(python).parent.parent)
    return Station(
        is_windows=True,
        python=python,
        has_com=importlib.util.find_spec("pythoncom") is not None,
        library=library,
        has_library=any((folder / library).exists() for folder in folders),
        excel=str(registry(_EXCEL, "") or "").strip('"'),
        excel_bits=bits,
        child_rule=_child_rule(registry),
    )


def _child_rule(registry: Registry) -> str:
    """The action of the rule, where any of the places that may set it names it; "" elsewhere."""
    managed = str(registry(*_MANAGED_RULES) or "").lower()
    named = dict(part.split("=", 1) for part in managed.split("|") if "=" in part)
    if CHILD_RULE in named:
        return named[CHILD_RULE]
    found = (registry(place, CHILD_RULE) for place in _RULES)
    return next((str(value) for value in found if value is not None), "")


def _read(path: str, name: str) -> object:
    """Read the user's part of the registry, then the machine's."""
    if sys.platform != "win32":
        return None
    import winreg

    for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
        try:
            with winreg.OpenKey(root, path, access=winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as key:
                value: object = winreg.QueryValueEx(key, name)[0]
                return value
        except OSError:
            continue
    return None


def is_from_internet(book: Path) -> bool:
    """Tell whether Windows marks a file as come from the Internet: Excel then blocks its macros."""
    try:
        mark = Path(f"{book}:Zone.Identifier").read_text("ascii", errors="replace")
    except OSError:
        return False
    return any(zone in mark for zone in _FROM_INTERNET)


def expanded(path: str) -> str:
    """Return a path of `xlwings.conf` with its %VARIABLES% replaced, as the macros do."""
    return os.path.expandvars(path)


def python_bits() -> int:
    """Return 32 or 64: this Python's."""
    return ctypes.sizeof(ctypes.c_void_p) * 8
