"""Speed of the DUNNING_* functions as a spreadsheet calls them: whole columns, plain Python cells.

Anchors: what the same work may cost at most. A column of 100,000 rows is half a second for a
figure and a second for a step; importing the functions at most 1.3 times importing xlwings.
"""

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

from relance.hosts import functions

ROWS = 100_000
AS_OF = date(2026, 11, 23)
FIGURE, STEP = 0.5, 1.0  # seconds
IMPORT_RATIO = 1.3
TIMES = 3

Column = list[list[object]]
LIMITS: dict[str, float] = {
    "DUNNING_INTEREST": FIGURE,
    "DUNNING_FEE": FIGURE,
    "DUNNING_DAYS": FIGURE,
    "DUNNING_STEP": STEP,
    "DUNNING_ACTION": STEP,
    "DUNNING_WHY": STEP,
}


def results() -> list[dict[str, object]]:
    """Return one line a measure: ours and the anchor in `unit`, and their ratio."""
    arguments = _columns()
    lines = [
        _line(f"{name}, {ROWS} rows", _seconds(_call(name, arguments)), limit, "s")
        for name, limit in LIMITS.items()
    ]
    return [*lines, _imports()]


def _columns() -> dict[str, Column]:
    """Two years of invoices, with dates as serials as in a formula's array."""
    rng = random.Random(0)  # noqa: S311  figures to time, not secrets
    days = [AS_OF - timedelta(days=rng.randrange(-30, 700)) for _ in range(ROWS)]
    steps = ("", "mail-1", "call-1", "letter-1", "letter-2")
    return {
        "amount": [[rng.randrange(100, 10**7) / 100] for _ in range(ROWS)],
        "due_date": [[float(day.toordinal() - date(1899, 12, 30).toordinal())] for day in days],
        "last_step": [[rng.choice(steps)] for _ in range(ROWS)],
        "last_date": [[day + timedelta(days=20)] for day in days],
    }


def _call(name: str, columns: dict[str, Column]) -> Callable[[], object]:
    function = getattr(functions, name)
    taken = ["due_date"] if name == "DUNNING_DAYS" else ["due_date", "last_step", "last_date"]
    if LIMITS[name] == FIGURE and name != "DUNNING_DAYS":
        taken = ["amount", "due_date"]
    given = {key: columns[key] for key in taken}
    return lambda: function(**given, as_of=AS_OF)


def _seconds(call: Callable[[], object]) -> float:
    times = []
    for _ in range(TIMES):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


def _imports() -> dict[str, object]:
    """Time each import in a fresh interpreter, xlwings alone and then with the functions."""
    code = "import time; a = time.perf_counter(); import {}; print(time.perf_counter() - a)"
    alone, ours = (
        statistics.median(
            float(
                subprocess.run(
                    [sys.executable, "-c", code.format(module)],
                    capture_output=True,
                    text=True,
                    check=True,
                ).stdout
            )
            for _ in range(2 * TIMES + 1)
        )
        for module in ("xlwings", "relance.hosts.excel.functions")
    )
    return _line("import of the functions, in imports of xlwings", ours / alone, IMPORT_RATIO, "x")


def _line(name: str, ours: float, anchor: float, unit: str) -> dict[str, object]:
    return {
        "name": name,
        "ours": round(ours, 3),
        "anchor": anchor,
        "ratio": round(ours / anchor, 3),
        "unit": unit,
    }


if __name__ == "__main__":
    for line in results():
        print(line)
