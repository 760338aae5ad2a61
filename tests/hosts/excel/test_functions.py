"""The functions as Excel calls them, and as plain callables everywhere else."""

import inspect
import json
import subprocess
import sys
from datetime import datetime

import pytest

from relance.hosts import functions
from relance.hosts.excel import functions as excel
from relance.hosts.excel.functions import DUNNING_HOLIDAYS, DUNNING_INTEREST, DUNNING_NEXT_DATE
from relance.wording.functions import SUMMARIES

NAMES = [function.__name__ for function in functions.FUNCTIONS]

# Off Windows xlwings publishes nothing; with four modules stood in for, it publishes as there.
PUBLISH = """
import json, sys, types
for name in ("win32com", "win32com.client", "pythoncom", "pywintypes", "win32api", "win32con",
             "win32gui", "win32process", "win32com.server", "win32com.server.policy",
             "win32com.server.util", "win32com.server.dispatcher", "winerror", "winreg",
             "xlwings._xlwindows"):
    sys.modules[name] = type("Stub", (types.ModuleType,), {
        "__getattr__": lambda self, key: type(key, (Exception,), {})})(name)
    sys.modules[name].__path__ = []
import xlwings
from xlwings import udfs
xlwings.func, xlwings.arg, xlwings.ret = udfs.xlfunc, udfs.xlarg, udfs.xlret
from relance.hosts.excel import functions
found = {name: getattr(functions, name).__xlfunc__ for name in dir(functions)
         if hasattr(getattr(functions, name), "__xlfunc__")}
print(json.dumps(found, default=str))
"""


@pytest.mark.parametrize("name", NAMES)
def test_each_function_is_a_plain_callable_of_the_same_arguments(name: str) -> None:
    plain = getattr(functions, name)
    assert inspect.signature(getattr(excel, name)) == inspect.signature(plain)
    assert getattr(excel, name).__doc__ == SUMMARIES[name]


def test_a_figure_is_the_one_of_the_body() -> None:
    assert DUNNING_INTEREST(10000, "2023-11-30", "2025-09-30") == 2518.62
    assert DUNNING_INTEREST(amount=[[3000.0], [None]], due_date="2026-09-30", as_of=46349.0) == [
        [55.04],
        ["#RELANCE : il manque le montant."],
    ]  # 46349 is 2026-11-23


def test_a_day_is_written_as_excel_takes_it() -> None:
    first = datetime(2026, 11, 2)  # noqa: DTZ001  a civil day
    assert DUNNING_NEXT_DATE("2026-11-01", "2026-12-25") == first
    assert type(DUNNING_NEXT_DATE([["2026-11-01"]], "2026-12-25")) is datetime
    assert DUNNING_HOLIDAYS(2026)[0] == [datetime(2026, 1, 1)]  # type: ignore[index]  # noqa: DTZ001


@pytest.fixture(scope="module")
def published() -> dict[str, dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-c", PUBLISH], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, dict[str, object]] = json.loads(done.stdout)
    return found


def test_xlwings_publishes_every_function(published: dict[str, dict[str, object]]) -> None:
    assert sorted(published) == sorted(NAMES)
    assert {one["category"] for one in published.values()} == {"Relance"}
    assert not any(one["volatile"] or one["sub"] for one in published.values())


@pytest.mark.parametrize("name", NAMES)
def test_each_argument_crosses_as_cells_with_its_help(
    published: dict[str, dict[str, object]], name: str
) -> None:
    expected = list(inspect.signature(getattr(functions, name)).parameters.values())
    arguments: list[dict[str, object]] = published[name]["args"]  # type: ignore[assignment]
    assert [argument["name"] for argument in arguments] == [p.name for p in expected]
    for argument, parameter in zip(arguments, expected, strict=True):
        assert argument["options"] == {"ndim": 2, "err_to_str": True}
        assert 0 < len(str(argument["doc"])) <= 255
        has_default = parameter.default is not parameter.empty
        assert argument.get("optional", "none") == (parameter.default if has_default else "none")
    answer: dict[str, object] = published[name]["ret"]  # type: ignore[assignment]
    assert answer == {"doc": SUMMARIES[name], "options": {}}
