"""The DUNNING_* functions over a column of plain cells, beside one call a cell.

What a user feels: 100,000 rows of a figure in half a second, of a step in one second. The import
is that of the add-in's server, beside the library that it can't do without.
"""

import random
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from relance.hosts import functions

ROWS = 100_000
FEW = 1000  # rows called one by one
TRIES = 5  # the best counts: the others met something else on the machine
AS_OF = date(2026, 11, 23)
EPOCH = date(1899, 12, 30)  # day 0 of Excel

TAKEN: dict[str, tuple[str, ...]] = {
    "DUNNING_INTEREST": ("amount", "due_date"),
    "DUNNING_FEE": ("amount", "due_date"),
    "DUNNING_TOTAL": ("amount", "due_date"),
    "DUNNING_DAYS": ("due_date",),
    "DUNNING_STEP": ("due_date", "last_step", "last_date"),
    "DUNNING_ACTION": ("due_date", "last_step", "last_date"),
    "DUNNING_WHY": ("due_date", "last_step", "last_date"),
}


def results() -> list[dict[str, Any]]:
    """Compare columns with their cells one by one, and our import with that of xlwings."""
    columns = invoices()
    return [of_function(name, columns) for name in TAKEN] + [of_table(columns), of_import()]


def invoices() -> dict[str, list[list[object]]]:
    """Two years of invoices as cells: dates are serials, as in an array formula."""
    rng = random.Random(0)  # noqa: S311  figures to time, not secrets
    days = [AS_OF - timedelta(days=rng.randrange(-30, 700)) for _ in range(ROWS)]
    steps = ("", "mail-1", "call-1", "letter-1", "letter-2")
    return {
        "amount": [[rng.randrange(100, 10**7) / 100] for _ in range(ROWS)],
        "due_date": [[float((day - EPOCH).days)] for day in days],
        "last_step": [[rng.choice(steps)] for _ in range(ROWS)],
        "last_date": [[float((day - EPOCH).days + 20)] for day in days],
    }


def of_function(name: str, columns: dict[str, list[list[object]]]) -> dict[str, Any]:
    """Return microseconds a row: one call a column beside one call a cell."""
    function = getattr(functions, name)
    given = {key: columns[key] for key in TAKEN[name]}
    rows = [dict(zip(given, cells, strict=True)) for cells in zip(*given.values(), strict=True)]
    column = seconds(lambda: function(**given, as_of=AS_OF)) / ROWS
    cell = seconds(lambda: [function(**row, as_of=AS_OF) for row in rows[:FEW]]) / FEW
    return measure(f"{name}, column of {ROWS} / cell by cell", column * 1e6, cell * 1e6, "us/row")


def of_table(columns: dict[str, list[list[object]]]) -> dict[str, Any]:
    """Return microseconds a row of DUNNING_TABLE: one call a table beside one call a row."""
    head: list[object] = ["Montant TTC", "Échéance", "Dernière étape", "Date dernière étape"]
    rows = [[cell for (cell,) in cells] for cells in zip(*columns.values(), strict=True)]
    table = seconds(lambda: functions.DUNNING_TABLE([head, *rows], AS_OF)) / ROWS
    few = rows[:FEW]
    row = seconds(lambda: [functions.DUNNING_TABLE([head, one], AS_OF) for one in few]) / FEW
    return measure(f"DUNNING_TABLE of {ROWS} rows / row by row", table * 1e6, row * 1e6, "us/row")


def seconds(call: Callable[[], object]) -> float:
    """Return the shortest time of a call."""
    times = []
    for _ in range(TRIES):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


def of_import() -> dict[str, Any]:
    """Return processor seconds of the add-in's import beside that of xlwings alone."""
    ours, anchor = imported("relance.hosts.excel.functions"), imported("xlwings")
    return measure("import of the Excel functions / of xlwings", ours, anchor, "s")


def imported(module: str) -> float:
    """Return the shortest time of an import in a fresh interpreter."""
    code = f"import time; start = time.process_time(); import {module}; "
    code += "print(time.process_time() - start)"
    command = [sys.executable, "-c", code]
    runs = (subprocess.run(command, capture_output=True, check=True) for _ in range(2 * TRIES))
    return min(float(run.stdout) for run in runs)


def measure(name: str, ours: float, anchor: float, unit: str) -> dict[str, Any]:
    """Return one line of the bench."""
    return {"name": name, "ours": ours, "anchor": anchor, "ratio": ours / anchor, "unit": unit}
