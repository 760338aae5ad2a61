"""The formulas of `Factures` say what `refresh` writes: cell, agenda and letter agree.

No spreadsheet runs here: the few native functions that the formulas use are played in Python, and
each DUNNING_* is the real one.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.actions.world import FIRM, MONDAY, debtor, invoice, relance

from relance.actions.book import Row
from relance.actions.create import copy_template, fill
from relance.actions.desk import open_desk
from relance.actions.refresh import refresh
from relance.core.records import Debtor, Payment, Promise, Receivable
from relance.hosts import functions
from relance.hosts.file.book import FileBook
from relance.workbook import schema, write
from relance.workbook.formulas import invoice_formulas

LONG_AGO = date(2026, 8, 3)
DEBTORS: tuple[Debtor, ...] = (
    debtor("C1"),
    debtor("C2", kind="consumer"),
    debtor("C3", kind=""),
    debtor("C4", profile="delays"),
    debtor("C5", policy="fr-pub"),
    debtor("C6", kind="consumer", country="BE"),
)
ITEMS: tuple[Receivable, ...] = (
    invoice("late", "C1", date(2026, 9, 30), "3000.00"),
    invoice("recent", "C1", date(2026, 11, 20), "1000.00"),
    invoice("due today", "C1", MONDAY, "80.00"),
    invoice("to come", "C1", date(2026, 12, 31), "80.00"),
    invoice("part paid", "C1", date(2026, 9, 30), "3000.00", paid=Decimal(2000)),
    invoice("settled", "C1", date(2026, 9, 30), "300.00", paid=Decimal(300)),
    invoice("credit", "C1", date(2026, 9, 30), "-50.00", kind="credit_note"),
    invoice("deposit", "C1", date(2026, 9, 30), "500.00", kind="down_payment"),
    invoice("estimated", "C1", date(2026, 9, 30), "500.00", due_is_estimated=True),
    invoice("extended", "C1", date(2026, 6, 30), "900.00", extended_to=date(2026, 12, 15)),
    invoice("was extended", "C1", date(2026, 6, 30), "900.00", extended_to=date(2026, 10, 15)),
    invoice("suspended", "C1", date(2026, 6, 30), "900.00", extended_to=date(2026, 10, 15),
            extension_suspends=True),
    invoice("disputed", "C1", date(2026, 9, 30), "500.00", status="disputed"),
    invoice("called", "C1", date(2026, 10, 15), "700.00", last_step="call-1",
            last_step_date=date(2026, 11, 9)),
    invoice("dollars", "C1", date(2026, 9, 30), "500.00", currency="USD"),
    invoice("consumer", "C2", date(2026, 9, 30), "600.00"),
    invoice("unknown", "C3", date(2026, 9, 30), "600.00"),
    invoice("slow payer", "C4", date(2026, 10, 30), "600.00", last_step="mail-1",
            last_step_date=date(2026, 11, 18)),
    invoice("as a public buyer", "C5", date(2026, 10, 1), "600.00"),
    invoice("Belgian", "C6", date(2026, 10, 1), "600.00"),
)  # fmt: skip


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a macro book with all of these, brought to Monday."""
    path = tmp_path_factory.mktemp("formules") / "relances.xlsm"
    copy_template(path)
    names = {one.code: one.name for one in DEBTORS}
    paid = Payment("C1", Decimal(2000), date(2026, 10, 31), "part paid")
    promise = Promise("C4", Decimal(100), date(2026, 12, 4), date(2026, 11, 20), ("slow payer",))
    with FileBook(path) as opened:
        fill(opened, {**FIRM, "TauxContractuel": Decimal("0.15")})
        opened.append("tClients", [write.debtor(one) for one in DEBTORS])
        opened.append("tFactures", [write.receivable(one, names[one.debtor]) for one in ITEMS])
        opened.append("tReglements", [write.payment(paid)])
        opened.append("tPromesses", [write.promise(promise)])
        refresh(open_desk(opened), MONDAY, stamp=True)
        opened.save()
    return path


def _if(test: object, then: object, other: object) -> object:
    return then if test else other


def _number(value: object) -> object:
    if isinstance(value, str) and value.startswith("#"):
        return value
    return value if isinstance(value, int | float) else 0


NATIVE: Mapping[str, Callable[..., Any]] = {
    "IF": _if,
    "OR": lambda *tests: any(tests),
    "N": _number,
    "ABS": lambda value: abs(value) if isinstance(value, int | float) else 0,
    "ROUND": lambda value, digits: value if isinstance(value, str) else round(value, digits),
}
OURS = {name: getattr(functions, name) for name in dir(functions) if name.startswith("DUNNING_")}
AMOUNTS = ("DUNNING_INTEREST", "DUNNING_FEE")


def _amount(function: Callable[..., object]) -> Callable[..., object]:
    """A number function answers #N/A where the callable answers a sentence."""

    def called(*cells: object) -> object:
        found = function(*cells)
        return found if isinstance(found, int | float) else float("nan")

    return called


def computed(formula: str, row: Row, named: Mapping[str, object]) -> object:
    """Return what a formula answers in a row."""
    text = re.sub(r"tFactures\[\[#This Row\],\[([^]]+)\]\]", r'cell("\1")', formula[1:])
    text = re.sub(r"(?<![<>=])=(?!=)", "==", text)
    # Both branches of an IF run here, so a sum must stand a blank that Excel never meets.
    text = re.sub(r'(cell\("(?:Montant|Reste dû) TTC"\))([-+])', r"N(\1)\2", text)
    scope = {
        **NATIVE, **OURS, **{name: _amount(OURS[name]) for name in AMOUNTS},
        **{name: "" if value is None else value for name, value in named.items()},
        "cell": lambda heading: "" if row.cells[heading] is None else row.cells[heading],
    }  # fmt: skip
    return eval(text, {"__builtins__": {}}, scope)  # noqa: S307 - our own formulas


def rows(book: Path) -> Iterator[tuple[Row, dict[str, object]]]:
    with FileBook(book) as opened:
        named = {name: opened.get(name) for name in ("AsOf", "Regles", "TauxLocaux")}
        for row in opened.read("tFactures").rows:
            yield row, dict(named)


FORMULAS = invoice_formulas()


@pytest.mark.parametrize("key", ["open", "days", "bucket", "phase", "step", "next_date",
                                 "interest", "fee", "total"])  # fmt: skip
def test_a_formula_answers_what_was_written(book: Path, key: str) -> None:
    heading = schema.INVOICES.heading(key)
    seen = {}
    for row, named in rows(book):
        found = computed(FORMULAS[heading], row, named)
        written = row.cells[heading]
        seen[str(row.cells["N° facture"])] = ("" if written is None else written, found)
    assert len(seen) == len(ITEMS)
    assert {name: pair for name, pair in seen.items() if pair[0] != pair[1]} == {}


def test_each_computed_column_but_the_anomaly_has_its_formula() -> None:
    shown = schema.INVOICES.shown(computing=False).columns
    wanted = {c.heading for c in shown if c.computed and c.key != "finding"}
    assert set(FORMULAS) == wanted


def test_arguments_are_cells_names_or_constants() -> None:
    # The call cache prefetches a column only when it can see which cells were asked for.
    argument = r'(?:tFactures\[\[#This Row\],\[[^]]+\]\]|AsOf|Regles|TauxLocaux|""|\d+)'
    for formula in FORMULAS.values():
        for call in re.findall(r"DUNNING_[A-Z_]+\(([^()]*)\)", formula):
            assert re.fullmatch(f"{argument}(?:,{argument})*", call), call


def test_a_day_later_only_what_depends_on_the_day_moves(book: Path) -> None:
    heading = schema.INVOICES.heading("interest")
    for row, named in rows(book):
        if row.cells["N° facture"] == "part paid":
            later = dict(named, AsOf=MONDAY + timedelta(days=1))
            # 1 000 bear 0.41 a day at 15 %; what the paid part had borne stays.
            grown = computed(FORMULAS[heading], row, later)
            assert isinstance(grown, float)
            assert grown - float(str(row.cells[heading])) == pytest.approx(0.41)


def test_a_row_typed_by_hand_shows_days_and_waits_for_the_rest(book: Path) -> None:
    row = Row(2, {c.heading: None for c in schema.INVOICES.columns})
    typed = Row(2, {**row.cells, "Montant TTC": 100, "Échéance": date(2026, 11, 1),
                    "Reste dû TTC": 100})  # fmt: skip
    named: dict[str, object] = {"AsOf": MONDAY, "Regles": None, "TauxLocaux": None}
    shown = {key: computed(FORMULAS[schema.INVOICES.heading(key)], typed, named)
             for key in ("open", "days", "step", "interest")}  # fmt: skip
    assert shown == {"open": 100, "days": 22, "step": "", "interest": 0}
    blank = {key: computed(formula, row, named) for key, formula in FORMULAS.items()}
    assert set(blank.values()) == {""}


def test_new_refuses_to_write_over_a_workbook(book: Path) -> None:
    answer = relance("new", book, "--json")
    assert answer.code in (1, 2)
    assert book.stat().st_size > 1000
