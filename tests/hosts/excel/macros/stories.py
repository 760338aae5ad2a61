"""What happens in a workbook, told as figures; they run apart, with pywin32 stood in for.

`calls` are those that reached Python, as (function, rows asked for).
"""

import random
import sys
from collections.abc import Callable, Iterable
from datetime import timedelta
from math import nextafter
from typing import Any

from pyopenvba.interpreter import EMPTY, MISSING, VBAArray, VBADate, VBAErrorValue
from tests.tools.vba_excel import WAITING
from tests.tools.vba_lab import NOON, Lab
from tests.tools.vba_table import AS_OF, COLUMNS, NA, Table, invoices
from tests.tools.vba_values import told

from relance.core.policy import load
from relance.core.policy_text import to_text
from relance.hosts.excel.build.wrappers import help_rows
from relance.wording.macros import text_rows

Story = dict[str, Any]
LARGEST = sys.float_info.max  # CStr rounds it up to what is no number any more


def table(rows: int) -> Table:
    """Return a table of invoices that nothing has calculated yet."""
    return Table(Lab(), invoices(rows))


def taken(lab: Lab) -> list[tuple[str, int]]:
    """Return the calls since the last time."""
    calls, lab.server.calls = lab.server.calls, []
    return calls


def calculated(sheet: Table, cells: list[tuple[str, int]]) -> Story:
    """Calculate cells; tell what it took, what changed, and what a cell shows and should not."""
    before = {name: dict(column) for name, column in sheet.cells.items()}
    sheet.calculate(cells)
    changed = sum(
        told(sheet.cells[name][row]) != told(before[name].get(row)) for name, row in cells
    )
    return {
        "calls": taken(sheet.lab),
        "changed": changed,
        "differences": sheet.differences(),
    }


def unique(values: Iterable[Any]) -> list[Any]:
    """Return the different values that some cells show."""
    return [list(one) for one in sorted({tuple(told(value)) for value in values})]


def a_whole_table(rows: int) -> Story:
    """Every cell, column after column."""
    sheet = table(rows)
    return calculated(sheet, sheet.cells_of())


def in_any_order(rows: int) -> Story:
    """Every cell, in an order that means nothing."""
    sheet = table(rows)
    cells = sheet.cells_of()
    random.Random(1).shuffle(cells)  # noqa: S311  an order, not a secret
    return calculated(sheet, cells)


def edits(rows: int) -> Story:
    """After the first calculation: one row, the rules, the rates, the day; then a broken cell."""
    sheet = table(rows)
    sheet.calculate(sheet.cells_of())
    taken(sheet.lab)
    found: Story = {}
    sheet.put("due", 7, AS_OF - 400)
    found["row"] = calculated(sheet, [(name, 7) for name in COLUMNS])
    later = to_text([load("fr-b2b")]).replace("mail-1,1,1,due,5,", "mail-1,1,3,due,5,")
    sheet.set("Regles", later)
    found["rules"] = calculated(sheet, sheet.cells_of("Regles"))
    sheet.set("TauxLocaux", "fr_b2b_rate@2026-07-01=0.15")
    found["rates"] = calculated(sheet, sheet.cells_of("TauxLocaux"))
    sheet.set("AsOf", AS_OF + 30)
    found["day"] = calculated(sheet, sheet.cells_of("AsOf"))
    sheet.set("Regles", VBAErrorValue(2023))  # 2023: #REF!
    found["error"] = calculated(sheet, sheet.cells_of("Regles"))
    sheet.set("Regles", later)
    found["mended"] = calculated(sheet, sheet.cells_of("Regles"))
    return found


def look_alikes() -> Story:
    """Values that look alike, one by one in a cell outside any table: the calls each one took."""
    long_text = "x" * 50
    lab = Lab()
    cell = lab.range("Sheet1", "C3")
    values: dict[str, Any] = {
        "0.3": 0.3,
        "0.1 + 0.2": 0.1 + 0.2,
        "1": 1.0,
        "text 1": "1",
        "true": True,
        "false": False,
        "0": 0.0,
        "blank": EMPTY,
        "empty text": "",
        "omitted": MISSING,
        "#N/A": NA,
        "#DIV/0!": VBAErrorValue(2007),
        "2042": 2042.0,
        "text #N/A": "#N/A",
        "mail-1": "mail-1",
        "MAIL-1": "MAIL-1",
        "end a": long_text + "a",
        "end b": long_text + "b",
        "end A": long_text + "A",
        "a day": VBADate(46349.0),
        "the largest number": LARGEST,
        "the one before": nextafter(LARGEST, 0),
        "minus the largest": -LARGEST,
        "its number": 46349.0,
    }
    found: dict[str, int] = {}
    for _ in range(2):
        for name, value in values.items():
            lab.call(cell, "DUNNING_LIMITATION", 46200.0, "FR-B2B", value, "")
            found[name] = found.get(name, 0) + len(taken(lab))
    for left, right in (("a\nt", "b"), ("a", "\ntb")):  # keys are parts joined by a new line
        lab.call(cell, "DUNNING_LIMITATION", 46200.0, "FR-B2B", left, right)
    return {"by value": found, "texts with the separator": len(taken(lab))}


def waiting(rows: int = 60) -> Story:
    """Excel calculates row by row: `open`, a formula, waits on every row below."""
    sheet = table(rows)
    WAITING.update(("Factures", row + 2, 10) for row in range(rows))
    caller = sheet.range_of("DUNNING_INTEREST", 0)
    early = sheet.lab.call(caller, "DUNNING_INTEREST", *sheet.arguments("DUNNING_INTEREST", 0))
    asked_early = taken(sheet.lab)
    for row in range(rows):
        WAITING.remove(("Factures", row + 2, 10))
        sheet.calculate([("DUNNING_INTEREST", row)], tell=False)
    return {
        "early": told(early),
        "asked early": asked_early,
        "calls": taken(sheet.lab),
        "differences": sheet.differences(),
    }


def half_ready(rows: int = 60) -> Story:
    """`open` waits on every other row when the column is asked for; then those are calculated."""
    sheet = table(rows)
    late = {("Factures", row + 2, 10) for row in range(1, rows, 2)}
    WAITING.update(late)
    sheet.calculate([("DUNNING_INTEREST", row) for row in range(0, rows, 2)], tell=False)
    WAITING.difference_update(late)
    first = taken(sheet.lab)
    sheet.calculate([("DUNNING_INTEREST", row) for row in range(1, rows, 2)])
    return {"first": first, "then": taken(sheet.lab), "differences": sheet.differences()}


def no_column() -> Story:
    """Formulas that no column explains: an expression, cells of another row, no table."""
    sheet = table(16)
    lab, found = sheet.lab, {}

    def ten(*arguments: Callable[[int], Any]) -> list[tuple[str, int]]:
        for row in range(10):
            given = [argument(row) for argument in arguments]
            lab.call(sheet.range_of("DUNNING_DAYS", row), "DUNNING_DAYS", *given)
        lab.after_calculate()
        return taken(lab)

    def due(row: int) -> Any:
        return lab.range("Factures", f"A{row + 2}")

    found["an expression"] = ten(lambda row: AS_OF - row, lambda _: AS_OF)
    found["a cell and an expression"] = ten(due, lambda row: AS_OF - row)
    found["the row below"] = ten(lambda row: due(row + 1), lambda _: AS_OF)
    found["one cell for all"] = ten(lambda _: due(9), lambda _: AS_OF)
    for row in range(10):
        lab.call(lab.range("Parametres", f"D{row + 2}"), "DUNNING_DAYS", AS_OF - row, AS_OF)
    found["no table"] = taken(lab)
    for row in range(10):
        lab.call(lab.range("Factures", f"Z{row + 2}"), "DUNNING_DAYS", due(row), AS_OF)
    found["beside the table"] = taken(lab)
    return found


def a_row_alone() -> Story:
    """A table of one row, calculated twice."""
    single = Table(Lab(), [{"due": 46200.0, "amount": 100.0, "regime": "FR-B2B"}])
    return calculated(single, single.cells_of() * 2)


def failures() -> Story:
    """Python that can't be started, then can; a server that was stopped meanwhile."""
    sheet = table(16)
    lab, found = sheet.lab, Story()
    lab.unreachable = "Could not load xlwings64-0.37.8.dll"
    cells = sheet.cells_of("due")
    sheet.calculate(cells)
    found["started"] = lab.started
    found["shown"] = {name: unique(column.values()) for name, column in sheet.cells.items()}
    found["boxes"] = [list(box) for box in lab.dialogs]
    sheet.calculate(cells)
    found["started again"], found["boxes again"] = lab.started, len(lab.dialogs)
    lab.unreachable = ""
    found["mended"] = calculated(sheet, cells)
    lab.server.fault, lab.server.tried = "the server has gone", 0
    sheet.calculate(cells)
    found["tried"], found["starts"] = lab.server.tried, lab.started
    return found


def stopped_once() -> Story:
    """The server that was kept answers no more; a new one does."""
    sheet = table(16)
    lab = sheet.lab
    sheet.calculate(sheet.cells_of("due"))
    taken(lab)
    old, lab.server = lab.server, type(lab.server)()
    old.fault = "the RPC server is unavailable"
    told_ = calculated(sheet, sheet.cells_of("due"))
    return told_ | {"starts": lab.started, "boxes": len(lab.dialogs)}


def switched_off() -> Story:
    """`UdfActives` says no: cells keep what they show, and Python is not started."""
    sheet = table(16)
    lab, found = sheet.lab, {}
    shown: dict[str, tuple[Any, str]] = {
        "number": (1250.5, "0.00"),
        "rate": (0.124, "0.0%"),
        "day": (46349.0, "yyyy-mm-dd"),
        "text": ("mail-1", "@"),
        "blank": (EMPTY, "General"),
        "error": (NA, "General"),
    }
    lab.open()
    found["calculated when on"] = sheet.sheet.vba_get("EnableCalculation")
    sheet.set("UdfActives", "non")
    lab.changed(sheet.named["UdfActives"])
    found["calculated when off"] = sheet.sheet.vba_get("EnableCalculation")
    for name, (value, number_format) in shown.items():
        cell = lab.range("Parametres", "F9")
        cell.vba_set("NumberFormat", number_format)
        cell.vba_set("Value2", value)
        function = "DUNNING_STEP" if name == "text" else "DUNNING_INTEREST"
        found[name] = told(lab.call(cell, function, 1.0, 2.0, 3.0))
    found["block"] = told(lab.call(lab.range("Parametres", "F9"), "DUNNING_HOLIDAYS", 2026.0))
    sheet.calculate(sheet.cells_of())
    found["started"] = lab.started
    lab.changed(sheet.named["CacheActif"])
    found["full calculations when off"] = lab.application.full_calculations
    for moment in ("when on again", "at the next change"):
        sheet.set("UdfActives", "oui")
        lab.changed(sheet.named["UdfActives"])
        found[f"calculated {moment}"] = sheet.sheet.vba_get("EnableCalculation")
        found[f"full calculations {moment}"] = lab.application.full_calculations
    found["then"] = calculated(sheet, sheet.cells_of())
    return found


def opened() -> Story:
    """What opening calculates: nothing, whatever the switch says."""
    found: Story = {}
    for state in ("oui", "non"):
        sheet = table(16)
        sheet.set("UdfActives", state)
        sheet.lab.open()
        found[state] = [
            sheet.lab.application.full_calculations,
            sheet.lab.started,
            sheet.sheet.vba_get("EnableCalculation"),
        ]
    return found


def from_1904() -> Story:
    """A workbook that counts its days from 1904: ours, then another one that is open beside it."""
    sheet = table(16)
    lab, ours, cell = sheet.lab, sheet.book, sheet.lab.range("Parametres", "F9")
    sheet.name_block("TextesMacros", "L1", text_rows())

    def asked(given: Any) -> Story:
        lab.after_calculate()
        return {
            name: told(lab.call(caller, name, *before, given, AS_OF))
            for name, before in (
                ("DUNNING_DAYS", []), ("DUNNING_BUCKET", []), ("DUNNING_EXPLAIN", [100.0]),
            )
        } | {"calls": taken(lab)}  # fmt: skip

    caller = cell
    ours.from_1904 = True
    found: Story = {"a constant": asked(46200.0), "a cell": asked(sheet.named["AsOf"])}
    ours.from_1904 = False
    other: Any = lab.add_workbook()
    other.from_1904 = True
    theirs = other.active_sheet.vba_get("Range", ["A1"])
    theirs.vba_set("Value2", 44738.0)
    ours.vba_get("Activate")
    found["a cell of the other"] = asked(theirs)
    found["beside the other"] = asked(46200.0)
    caller = theirs
    found["called from the other"] = asked(46200.0)
    return found


def counted() -> Story:
    """How often Python was called, as the macros tell it after each calculation."""
    sheet = table(20)
    lab = sheet.lab

    def told_now() -> list[int]:
        return [int(one) for one in str(lab.interpreter.run("Appels")).split("\n")]

    found: Story = {"at first": told_now()}
    sheet.calculate(sheet.cells_of())
    found["all"] = told_now()
    sheet.calculate([("DUNNING_DAYS", 3)])
    found["a cell"] = told_now()
    lab.after_calculate()  # nothing of ours
    found["nothing of ours"] = told_now()
    lab.server.fault = "the server has gone"
    sheet.calculate([("DUNNING_DAYS", 3)])
    found["no answer"] = told_now()
    return found


def without_cache() -> Story:
    """`CacheActif` says no: one call a cell, the same answers."""
    sheet = table(20)
    found: Story = {}
    for name, value in {"text": "Non", "boolean": False}.items():
        sheet.set("CacheActif", value)
        found[name] = calculated(sheet, sheet.cells_of())
    sheet.set("CacheActif", True)
    found["back"] = calculated(sheet, sheet.cells_of())
    return found


def idle() -> Story:
    """Nobody tells that Excel has calculated: answers are forgotten after two seconds."""
    lab, found = Lab(), {}
    clock = {
        "at once": NOON,
        "1.5 s later": NOON + timedelta(seconds=1.5),
        "2.5 s after that": NOON + timedelta(seconds=4),
        "past midnight": NOON + timedelta(hours=12),
    }
    for name, moment in clock.items():
        lab.freeze_clock(moment)
        lab.call(lab.range("Sheet1", "A1"), "DUNNING_DAYS", 46200.0, AS_OF)
        found[name] = len(taken(lab))
    return found


def blocks() -> Story:
    """Answers that are not one value: ranges as arguments, tables, refusals."""
    sheet = table(20)
    lab, cell = sheet.lab, sheet.lab.range("Parametres", "F9")
    column = lab.range("Factures", "A2:A4")
    two_areas = lab.range("Factures", "A2:A3,A5")
    row = VBAArray([(0, 1)], items=[46200.0, "x"])

    def asked(name: str, *arguments: Any) -> Any:
        return told(lab.call(cell, name, *arguments))

    return {
        "column": asked("DUNNING_DAYS", column, AS_OF),
        "texts of a column": asked("DUNNING_STEP", column, AS_OF),
        "row": asked("DUNNING_DAYS", row, AS_OF),
        "sizes that differ": asked("DUNNING_DAYS", column, lab.range("Factures", "A2:A6")),
        "two areas": asked("DUNNING_DAYS", two_areas, AS_OF),
        "two areas, text": asked("DUNNING_BUCKET", two_areas, AS_OF),
        "explained": asked("DUNNING_EXPLAIN", 100.0, 46200.0, AS_OF)[1][0],
        "not explained": asked("DUNNING_EXPLAIN", 100.0, "x", AS_OF),
        "holidays": asked("DUNNING_HOLIDAYS", 2026.0)[1][1][0],
        "no holidays": asked("DUNNING_HOLIDAYS", 1815.0),
        "table": asked("DUNNING_TABLE", lab.range("Factures", "A1:C4"), AS_OF),
    }


def described() -> Story:
    """Opening the workbook gives Excel's wizard the help of the hidden sheet."""
    sheet = table(20)
    lab = sheet.lab
    sheet.name_block("AideFonctions", "H1", help_rows())
    sheet.name_block("TextesMacros", "L1", text_rows())
    lab.workbook.vba_set("Saved", True)
    lab.open()
    lab.unreachable = "why"
    lab.call(lab.range("Parametres", "F9"), "DUNNING_DAYS", 1.0, 2.0)
    lab.after_calculate()
    return {
        "described": lab.application.described,
        "saved": lab.workbook.vba_get("Saved"),
        "boxes": [box[1] for box in lab.dialogs],
    }
