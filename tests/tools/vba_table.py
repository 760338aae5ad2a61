"""A table of invoices whose computed columns are our functions, calculated as Excel does.

Excel calls a function once a cell, in an order that nobody knows, with the calling cell and the
cells that the formula names; it tells when it has finished. `Table.calculate` does the same.
"""

import random
from collections.abc import Iterable, Sequence
from inspect import signature
from typing import Any

from pyopenvba.interpreter import EMPTY, MISSING, VBAArray, VBAErrorValue, VBAInt
from tests.tools import fake_pywin32
from tests.tools.vba_lab import Lab
from tests.tools.vba_values import to_python, to_vba, told

from relance.hosts import functions
from relance.hosts.functions_answers import NUMBERS

INPUTS = ("due", "amount", "paid", "last_step", "last_date", "status", "regime", "rate", "claim")
OPEN = "open"  # a formula of Excel: amount - paid
LETTERS = dict(zip((*INPUTS, OPEN), "ABCDEFGHIJ", strict=True))
NAMED = ("AsOf", "Regles", "TauxLocaux", "UdfActives", "CacheActif")
AS_OF = 46349.0  # 2026-11-23
NA = VBAErrorValue(2042)

# What each computed column asks: a heading is the cell of the row, a name a fixed cell; "=x" is
# the constant x of the formula, None an argument that it leaves out.
COLUMNS: dict[str, tuple[str | None, ...]] = {
    "DUNNING_DAYS": ("due", "AsOf"),
    "DUNNING_BUCKET": ("due", "AsOf"),
    "DUNNING_STEP": (
        "due",
        "AsOf",
        "last_step",
        "last_date",
        "=",
        "status",
        "=",
        "regime",
        "Regles",
    ),
    "DUNNING_NEXT_DATE": (
        *("due", "AsOf", "last_step", "last_date", "=", "status", "=", "regime", "Regles"),
    ),
    "DUNNING_INTEREST": ("open", "due", "AsOf", "regime", "rate", "claim", "=", "TauxLocaux"),
    "DUNNING_FEE": ("amount", "due", "AsOf", "regime", None, "claim"),
}

# Rows that a user may leave: blank, text, boolean, an error, neighbouring numbers, other cases.
ODD: list[dict[str, Any]] = [
    {},
    {"due": "bientôt", "amount": 100.0},
    {"due": "30/09/2026", "amount": "1 234,50 €", "regime": "BE-B2B"},
    {"due": True, "amount": False, "paid": 1.0},
    {"due": NA, "amount": 100.0, "regime": "FR-B2B"},
    {"due": 46200.0, "amount": NA, "regime": "FR-B2B"},
    {"due": 46200.0, "amount": 0.3, "regime": "FR-B2B"},
    {"due": 46200.0, "amount": 0.1 + 0.2, "regime": "FR-B2B"},
    {
        "due": 46200.0,
        "amount": 100.0,
        "regime": "fr-b2b",
        "last_step": "MAIL-1",
        "last_date": 46210.0,
    },
    {
        "due": 46200.0,
        "amount": 100.0,
        "regime": "FR-B2B",
        "last_step": "mail-1",
        "last_date": 46210.0,
    },
    {"due": 46200.0, "amount": 100.0, "regime": "FR-B2B", "last_step": 1.0, "last_date": 46210.0},
    {"due": 46200.0, "amount": 100.0, "regime": "FR-B2B", "last_step": "1", "last_date": 46210.0},
    {"due": 46200.0, "amount": 100.0, "regime": "XX"},
    {"due": 46200.0, "amount": 100.0, "regime": ""},
    {"due": 46200.0, "amount": 0.0, "regime": "FR-B2B", "rate": 0.12},
    {"due": 46200.0, "amount": -50.0, "regime": "FR-B2B", "status": "litige"},
]


def invoices(count: int) -> list[dict[str, Any]]:
    """Return so many rows, the odd ones among them; the same each time."""
    rng = random.Random(0)  # noqa: S311  figures to compute, not secrets
    steps = ((None, None), ("mail-1", -40), ("call-1", -30), ("letter-1", -20), ("letter-2", -9))
    rows = []
    for _ in range(count):
        step, ago = rng.choice(steps)
        rows.append(
            {
                "due": AS_OF - rng.randrange(-30, 700),
                "amount": rng.randrange(100, 10**7) / 100,
                "paid": rng.choice((None, None, 50.0)),
                "last_step": step,
                "last_date": None if ago is None else AS_OF + ago,
                "status": rng.choice((None, None, None, "litige")),
                "regime": rng.choice(("FR-B2B", "FR-B2B", "BE-B2B", "FR-B2C")),
                "rate": rng.choice((None, None, 0.12)),
                "claim": None,
            }
        )
    for place, row in enumerate(ODD):
        rows[place * count // len(ODD)] = row
    return rows


def array(rows: Sequence[Sequence[Any]]) -> VBAArray:
    """Return rows as Visual Basic writes them to cells; None is a blank."""
    block = VBAArray([(1, len(rows)), (1, len(rows[0]))])
    for line, row in enumerate(rows, 1):
        for place, value in enumerate(row, 1):
            block.set([line, place], EMPTY if value is None else value)
    return block


class Table:
    """The sheets `Factures` (the table) and `Parametres` (the named cells) of a lab."""

    def __init__(self, lab: Lab, rows: list[dict[str, Any]]) -> None:
        """Write the rows and the settings."""
        self.lab, self.count = lab, len(rows)
        self.cells: dict[str, dict[int, Any]] = {name: {} for name in COLUMNS}
        self.sheet: Any = lab.sheet(1).sheet
        self.book: Any = lab.workbook
        self.sheet.vba_set("Name", "Factures")
        self._write(rows)
        self._add_settings()
        self.named = {
            name: self.name_block(name, f"B{line}", [[EMPTY]]) for line, name in enumerate(NAMED, 1)
        }
        self.set("AsOf", AS_OF)

    def _write(self, rows: list[dict[str, Any]]) -> None:
        headings = [*INPUTS, OPEN, *COLUMNS]
        block = [[row.get(name) for name in INPUTS] for row in rows]
        for place, heading in enumerate(headings):
            self.lab.sheet("Factures").set_value(f"{chr(65 + place)}1", heading)
        self._range(f"A2:I{self.count + 1}").vba_set("Value2", array(block))
        self._range(f"J2:J{self.count + 1}").vba_set("Formula", "=B2-C2")
        whole = self._range(f"A1:{chr(64 + len(headings))}{self.count + 1}")
        self.sheet.vba_get("ListObjects").vba_get("Add", [VBAInt(1), whole, MISSING, VBAInt(1)])
        self.sheet.vba_get("ListObjects").vba_get("Item", [VBAInt(1)]).vba_set("Name", "tFactures")

    def _add_settings(self) -> None:
        self.book.vba_get("Worksheets").vba_get("Add")
        self.book.vba_get("ActiveSheet").vba_set("Name", "Parametres")

    def _range(self, address: str) -> Any:
        return self.sheet.vba_get("Range", [address])

    def name_block(self, name: str, corner: str, rows: Sequence[Sequence[Any]]) -> Any:
        """Write rows on the second sheet and name them; return their range."""
        cells: Any = self.lab.range("Parametres", corner).vba_get(
            "Resize", [len(rows), len(rows[0])]
        )
        cells.vba_set("Value2", array(rows))
        refers = {"Name": name, "RefersTo": f"=Parametres!{cells.vba_get('Address')}"}
        self.book.vba_get("Names").vba_get("Add", [], refers)
        return cells

    def set(self, name: str, value: Any) -> None:
        """Give a named cell a value."""
        self.named[name].vba_set("Value2", value)

    def put(self, heading: str, row: int, value: Any) -> None:
        """Give a cell of the table a value; rows count from 0."""
        self._range(f"{LETTERS[heading]}{row + 2}").vba_set("Value2", value)

    def cells_of(self, *asked: str) -> list[tuple[str, int]]:
        """Return the computed cells (function, row), those that ask some headings or names."""
        names = [name for name in COLUMNS if not asked or set(asked) & set(COLUMNS[name])]
        return [(name, row) for name in names for row in range(self.count)]

    def calculate(self, cells: Iterable[tuple[str, int]], *, tell: bool = True) -> None:
        """Calculate cells in the order given, then tell that it is done."""
        for name, row in cells:
            caller = self.range_of(name, row)
            self.cells[name][row] = self.lab.call(caller, name, *self.arguments(name, row))
        if tell:
            self.lab.after_calculate()

    def range_of(self, name: str, row: int) -> Any:
        """Return the cell of a computed column."""
        return self._range(f"{chr(75 + list(COLUMNS).index(name))}{row + 2}")

    def arguments(self, name: str, row: int) -> list[Any]:
        """Return what Excel hands to a function in a row: ranges and constants."""
        return [self._argument(one, row) for one in COLUMNS[name]]

    def _argument(self, told_by: str | None, row: int) -> Any:
        if told_by is None:
            return MISSING
        if told_by in LETTERS:
            return self._range(f"{LETTERS[told_by]}{row + 2}")
        return self.named[told_by] if told_by in NAMED else told_by.removeprefix("=")

    def differences(self) -> list[Any]:
        """Return the cells that differ, in value or kind, from a call of Python alone."""
        return [
            [name, row, told(kept), told(direct)]
            for name, column in self.cells.items()
            for row, kept in column.items()
            if told(kept) != told(direct := self.direct(name, row))
        ]

    def direct(self, name: str, row: int) -> Any:
        """Return what a cell must show."""
        given = [
            one if one is MISSING or isinstance(one, str) else one.vba_get("Value2")
            for one in self.arguments(name, row)
        ]
        omitted = len(signature(getattr(functions, name)).parameters) - len(given)
        answer = fake_pywin32.call(name, *map(to_python, given + [MISSING] * omitted))
        return NA if name in NUMBERS and isinstance(answer, str) and answer else to_vba(answer)
