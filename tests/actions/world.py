"""A small invented world for the verbs: one firm, its debtors, and the command line in process."""

import contextlib
import io
import json
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest.mock import patch

from relance.actions.book import Cell
from relance.actions.create import create
from relance.actions.desk import Desk, open_desk
from relance.cli import cli
from relance.cli.guard import guarded
from relance.core.records import (
    Address,
    Contact,
    Debtor,
    DebtorKind,
    Event,
    ItemKind,
    Payment,
    Procedure,
    Receivable,
)
from relance.hosts.file.book import FileBook
from relance.workbook import schema, write

MONDAY = date(2026, 11, 23)
FIRM: Mapping[str, Cell] = {
    "CreancierNom": "Ateliers Brunel SARL",
    "CreancierForme": "SARL au capital de 10 000 euros",
    "CreancierImmatriculation": "732829320",
    "CreancierPays": "FR",
    "CreancierAdresse": "3 rue des Forges",
    "CreancierCodePostal": "69007",
    "CreancierVille": "Lyon",
    "CreancierEmail": "compta@brunel.example",
    "CreancierTelephone": "04 72 00 00 00",
    "Ibans": "EUR:FR7630006000011234567890189",
    "BanqueJusquau": date(2026, 12, 31),
    "Signataire": "Claire Brunel",
    "SignataireQualite": "gérante",
    "Appelant": "Marc Vidal",
}


def debtor(code: str, name: str = "", kind: DebtorKind = "business", **more: Any) -> Debtor:
    """Return a debtor who can be reached by e-mail, by telephone and by post."""
    given: dict[str, Any] = {
        "country": "FR",
        "payables": Contact("Mme Petit", f"compta@{code.lower()}.example", "01 40 00 00 00"),
        "address": Address("12 rue du Bac", "", "75007", "Paris"),
        "procedure": Procedure(verified_on=date(2026, 11, 16)),
    }
    return Debtor(code, name or f"Client {code}", kind, **(given | more))


def invoice(
    number: str, code: str, due: date | None, amount: str, kind: ItemKind = "invoice", **more: Any
) -> Receivable:
    """Return an item of a debtor's account."""
    return Receivable(number, code, kind, due=due, amount=Decimal(amount), **more)


def make_book(
    path: Path,
    debtors: Iterable[Debtor] = (),
    items: Iterable[Receivable] = (),
    events: Iterable[Event] = (),
    payments: Iterable[Payment] = (),
    **parameters: object,
) -> Path:
    """Write a workbook of our firm and return its path."""
    known = list(debtors)
    names = {one.code: one.name for one in known}
    tables = {
        schema.DEBTORS.table: [write.debtor(one) for one in known],
        schema.INVOICES.table: [write.receivable(one, names.get(one.debtor, "")) for one in items],
        schema.JOURNAL.table: [write.event(one) for one in events],
        schema.PAYMENTS.table: [write.payment(one) for one in payments],
    }
    create(path, {**FIRM, **parameters}, tables)
    return path


def desk_of(path: Path) -> Desk:
    """Return a workbook as records."""
    return open_desk(FileBook(path))


def journal(path: Path) -> list[tuple[str, str, str]]:
    """Return debtor, step and outcome of each line of the journal, in their order."""
    events = sorted(desk_of(path).ledger.events, key=lambda event: event.number)
    return [(event.debtor, event.step, event.outcome) for event in events]


def column(path: Path, table: str, key: str) -> list[Any]:
    """Return the cells of one column of a table."""
    sheet = schema.sheet(table)
    with FileBook(path) as book:
        return [row.cells[sheet.heading(key)] for row in book.read(table).rows]


def type_in(path: Path, table: str, key: str, row: int, value: Cell) -> None:
    """Type into a cell, as a person does in the sheet and without a verb."""
    with FileBook(path) as book:
        book.write(table, schema.sheet(table).heading(key), {row: value})
        book.save()


@dataclass(frozen=True)
class Answer:
    """What the command line answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer as JSON."""
        return json.loads(self.out)

    @property
    def error(self) -> tuple[str, str]:
        """Code and text of the error in a JSON answer."""
        found = json.loads(self.out)["error"]
        return found["code"], found["text"]


def relance(*words: object, strict: bool = True) -> Answer:
    """Run a command as `relance WORDS...` does, in this process; `strict` lets bugs through."""
    out, err = io.StringIO(), io.StringIO()
    argv = ["relance", *map(str, words)]
    with (
        patch.object(sys, "argv", argv),
        patch.dict(os.environ, {"RELANCE_STRICT": "1" if strict else ""}),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = guarded(cli)
    return Answer(code, out.getvalue(), err.getvalue())


def agenda(path: Path, day: date = MONDAY) -> dict[str, Any]:
    """Return the agenda's debtors by code."""
    answer = relance("agenda", path, "--as-of", day, "--json")
    assert answer.code == 0, answer
    return {one["debtor"]: one for one in answer.json["debtors"]}


def run(path: Path, out: Path, day: date = MONDAY, *more: object) -> Answer:
    """Write the documents of a day."""
    return relance("run", path, "--as-of", day, "--out", out, *more)
