"""The call cache of the Excel workbook: how often it calls Python, and what a hit costs.

The macros run in an interpreter of VBA, hundreds of times slower than Excel's: the calls and the
differences are what they would be there, the time of a hit is only good to compare two versions.
"""

import time
from typing import Any

from tests.tools.apart import apart

ROWS = 10_000


def results() -> list[dict[str, Any]]:
    """Compare the calls with the cells, and a hit with a call of Python."""
    found = apart("bench.cache", "figures", ROWS)
    cells, table = found["cells"], f"call cache, {ROWS} rows x {found['columns']} columns"
    return [
        measure(f"{table}: calls of Python / cells", found["calls"], cells, "calls"),
        measure(f"{table}: cells that differ / cells", found["differences"], cells, "cells"),
        measure("call cache: a hit, interpreted / a call_udf", found["hit"], found["call"], "us"),
    ]


def figures(rows: int) -> dict[str, float]:
    """Calculate a table; runs apart, where pywin32 is stood in for."""
    from tests.tools.vba_lab import Lab
    from tests.tools.vba_table import COLUMNS, Table, invoices

    table = Table(Lab(), invoices(rows))
    for name in COLUMNS:  # the first two cells of a column bring all of it
        table.calculate([(name, 0), (name, 1)], tell=False)
    hits = [cell for cell in table.cells_of() if cell[1] > 1]
    start = time.process_time()
    table.calculate(hits, tell=False)
    hit = (time.process_time() - start) / len(hits)
    start = time.process_time()
    differences = table.differences()  # calls Python for each cell
    return {
        "columns": len(COLUMNS),
        "cells": len(table.cells_of()),
        "calls": len(table.lab.server.calls),
        "differences": len(differences),
        "hit": hit * 1e6,
        "call": (time.process_time() - start) / len(table.cells_of()) * 1e6,
    }


def measure(name: str, ours: float, anchor: float, unit: str) -> dict[str, Any]:
    """Return one line of the bench."""
    return {"name": name, "ours": ours, "anchor": anchor, "ratio": ours / anchor, "unit": unit}
