"""The functions in a running LibreOffice, beside its own formulas: 100,000 cells, calculated anew.

Everything runs on the office's main thread, as it does for a user: a call from another thread pays
for that thread's Python each time, several times what the function costs.
"""

import random
from datetime import date
from pathlib import Path
from typing import Any

from tests.tools import office
from tests.tools.office import Office

from relance.actions.create import copy_template
from relance.hosts.calc.build.package import extension

ROWS = 100_000
TRIES = 3
SHEET = "Sheet1"
DAY_ZERO = date(1899, 12, 30)
AS_OF = float((date(2026, 11, 23) - DAY_ZERO).days)
IF = '=IF($B1<$D$1-90;"4";IF($B1<$D$1-60;"3";IF($B1<$D$1-30;"2";IF($B1<$D$1;"1";"0"))))'
TEXTS = {
    "DUNNING_BUCKET": "=DUNNING_BUCKET($B1;$D$1)",
    "DUNNING_STEP": "=DUNNING_STEP($B1;$D$1;$C1)",
}
NUMBERS = {
    "DUNNING_DAYS": "=DUNNING_DAYS($B1;$D$1)",
    "DUNNING_INTEREST": "=DUNNING_INTEREST($A1;$B1;$D$1)",
}
ARRAY, ARRAY_IF = f"=DUNNING_DAYS(B1:B{ROWS};D1)", f"=IF(B1:B{ROWS}<D1;D1-B1:B{ROWS};0)"


def results() -> list[dict[str, Any]]:
    """Compare each function with a nested IF, an array with an array, and time the template."""
    if office.installed_version() < (25, 2):
        return []
    with office.open_folder() as folder:
        packed, profile = folder / "relance.oxt", folder / "profile"
        packed.write_bytes(extension())
        office.installed(packed, profile)
        running = Office(folder / "session", profile)
        try:
            return [*_columns(running), _array(running), _template(running, folder)]
        finally:
            running.stop()


def _columns(running: Office) -> list[dict[str, Any]]:
    nested = _recalculated(running, IF)[1]
    found = []
    for name, formula in {**TEXTS, **NUMBERS}.items():
        cold, warm = _recalculated(running, formula)
        found += [
            _measure(f"Calc, {name}, {ROWS} cells again / nested IF", warm, nested),
            _measure(f"Calc, {name}, {ROWS} cells at first / nested IF", cold, nested),
        ]
    return found


def _array(running: Office) -> dict[str, Any]:
    times = []
    for formula in (ARRAY, ARRAY_IF):
        _filled(running)
        running.set_array(SHEET, f"E1:E{ROWS}", formula)
        times.append(min(running.recalculate() for _ in range(TRIES)))
        running.close()
    return _measure(f"Calc, array of {ROWS} / array IF", *times)


def _template(running: Office, folder: Path) -> dict[str, Any]:
    path = folder / "relances.xlsm"
    copy_template(path)
    office.give_away(folder)
    times = [running.open_warm(str(path), "Accueil", "B2") for _ in range(TRIES + 1)][1:]
    running.close()
    return _measure("Calc, template opened, computed and read / 0.4 s", min(times), 0.4)


def _recalculated(running: Office, formula: str) -> tuple[float, float]:
    """Return the seconds of the first calculation, and of the best one after it."""
    _filled(running)
    cold = running.fill_down(SHEET, "E", formula, ROWS) + running.recalculate()
    warm = min(running.recalculate() for _ in range(TRIES))
    running.close()
    return cold, warm


def _filled(running: Office) -> None:
    """A new document with amounts, due dates and steps, all different."""
    chance = random.Random(0)  # noqa: S311  figures to time, not secrets
    rows = [
        [
            chance.randrange(100, 10**7) / 100,
            AS_OF - chance.randrange(-30, 700),
            chance.choice(("", "mail-1", "call-1")),
            AS_OF if place == 0 else "",
        ]
        for place in range(ROWS)
    ]
    running.new()
    running.put_rows(SHEET, rows)


def _measure(name: str, ours: float, anchor: float) -> dict[str, Any]:
    return {"name": name, "ours": ours, "anchor": anchor, "ratio": ours / anchor, "unit": "s"}
