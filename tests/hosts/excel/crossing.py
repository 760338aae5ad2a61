"""Values that cross from cells to our functions and back, through xlwings as it is; runs apart."""

from datetime import datetime
from typing import Any

from tests.tools.fake_excel import ERRORS, OMITTED, Excel, currency, day
from tests.tools.fake_pywin32 import call

DUE, TODAY = 46295.0, 46349.0  # 2026-09-30 and 2026-11-23: 54 days
TABLE = (("Échéance", "Montant TTC"), (DUE, 3000.0))


def answers() -> dict[str, Any]:
    """Return what functions answer, by what crosses."""
    sheet = Excel().book.sheet
    money = sheet.put("A1", [currency("3000.00004")])
    dates = sheet.put("B1", [day(2026, 9, 30)], [DUE], ["30/09/2026"], [None], ["#N/A"], [True])
    one_row = sheet.put("D1", [DUE, TODAY, None])
    empty = sheet.put("E9", [None])
    omitted = (OMITTED,) * 5
    found = {
        "serial": call("DUNNING_DAYS", DUE, TODAY, OMITTED),
        "day": call("DUNNING_DAYS", sheet.put("H1", [day(2026, 9, 30)]), TODAY, OMITTED),
        "text": call("DUNNING_DAYS", "30/09/2026", TODAY, OMITTED),
        "currency": call("DUNNING_INTEREST", money, DUE, TODAY, *omitted),
        "number": call("DUNNING_INTEREST", 3000.0, DUE, TODAY, *omitted),
        "blank": call("DUNNING_DAYS", None, TODAY, OMITTED),
        "blank cell": call("DUNNING_DAYS", empty, TODAY, OMITTED),
        "omitted": call("DUNNING_RATE", TODAY, OMITTED, OMITTED),
        "passed blank": call("DUNNING_RATE", TODAY, None, None),
        "range": call("DUNNING_DAYS", dates, TODAY, OMITTED),
        "range by Value2": call("DUNNING_DAYS", dates.Value2, TODAY, OMITTED),
        "row": call("DUNNING_DAYS", one_row, TODAY, OMITTED),
        "sizes": call("DUNNING_DAYS", dates, one_row, OMITTED),
        "day out": call("DUNNING_NEXT_DATE", DUE, TODAY, *(OMITTED,) * 7),
        "days out": call("DUNNING_HOLIDAYS", 2026.0, "FR"),
        "refused": call("DUNNING_DAYS", "31/02/2026", TODAY, OMITTED),
        "refused block": call("DUNNING_PLAN", 100.0, 0.0, TODAY, OMITTED, OMITTED),
        "table": call("DUNNING_TABLE", TABLE, TODAY, OMITTED, OMITTED),
    } | {name: call("DUNNING_DAYS", code, TODAY, OMITTED) for name, code in ERRORS.items()}
    return {name: _told(answer) for name, answer in found.items()}


def _told(answer: Any) -> Any:
    if isinstance(answer, list | tuple):
        return [_told(one) for one in answer]
    return f"{answer:%Y-%m-%d}" if isinstance(answer, datetime) else answer
