"""`demo`: an invented firm with a history, in a workbook that `run` can work on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from .. import data
from ..core.journal import chained, document_key
from ..core.meaning import FREE_REMINDER
from ..core.money import ZERO
from ..core.months import add_months
from ..core.parse import parse_amount
from ..core.records import (
    Address,
    Contact,
    Debtor,
    Dispute,
    Event,
    Instalment,
    Payment,
    PaymentPlan,
    Procedure,
    Promise,
    Receivable,
)
from ..documents.names import file_name
from ..workbook import schema, write
from .book import Book, Cell
from .create import create, fill
from .demo_copy import one_page

SOURCE = "demo"
# What the document of a step is called in its file's name.
_FILES = {
    "mail-1": "rappel", "letter-1": "relance-1", "letter-2": "relance-2",
    "notice": "mise-en-demeure", "confirmation": "confirmation-appel",
}  # fmt: skip


@dataclass
class Story:
    """The records of the demonstration, before they become rows."""

    receivables: list[Receivable] = field(default_factory=list)
    debtors: list[Debtor] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    plans: list[PaymentPlan] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)


def demo_day() -> date:
    """Return the day on which the demonstration plays."""
    day: date = data.tables(SOURCE)["as_of"]
    return day


def make_demo(path: Path) -> None:
    """Write the demonstration's workbook of values. Raises BookError when the file exists."""
    story, parameters = _story(path)
    create(path, parameters, _tables(story))
    _write_copies(Path(parameters["DossierFactures"]), story.receivables)


def fill_demo(book: Book) -> None:
    """Put the demonstration into a copy of the template with macros; nothing is saved."""
    story, parameters = _story(Path(book.path))
    fill(book, parameters)
    for table, rows in _tables(story).items():
        book.append(table, rows)
    _write_copies(Path(parameters["DossierFactures"]), story.receivables)


def _story(path: Path) -> tuple[Story, dict[str, Any]]:
    """The records, and the parameters of the workbook that is to stand there."""
    source = data.tables(SOURCE)
    story = Story()
    for cells in source["debtors"]:
        _tell(story, cells)
    folder = path.resolve().parent / "factures"
    return story, {**source["creditor"], "DossierFactures": str(folder)}


def _write_copies(folder: Path, items: Iterable[Receivable]) -> None:
    folder.mkdir(exist_ok=True)
    for item in items:
        if item.copy:
            (folder / item.copy).write_bytes(one_page(f"Facture {item.number}"))


def _tell(story: Story, cells: Mapping[str, Any]) -> None:
    debtor = _debtor(cells)
    items = [_item(debtor.code, item) for item in cells.get("items", ())]
    story.debtors.append(debtor)
    story.receivables += items
    story.events += [_event(debtor, items, event) for event in cells.get("events", ())]
    _heard(story, debtor.code, items, cells)


def _debtor(cells: Mapping[str, Any]) -> Debtor:
    given = cells.get
    return Debtor(
        code=cells["code"],
        name=cells["name"],
        kind=given("kind", ""),
        country=given("country", ""),
        payables=Contact(given("payables_name", ""), given("payables_email", "")),
        decision_maker=Contact(
            given("decision_name", ""), given("decision_email", ""), given("decision_phone", "")
        ),
        phone=given("phone", ""),
        address=Address(cells["street"], "", cells["postcode"], cells["city"]),
        registration=given("registration", ""),
        profile=given("profile", ""),
        credit_limit=parse_amount(cells["credit_limit"]) if "credit_limit" in cells else None,
        procedure=Procedure(
            given("procedure", ""),
            given("procedure_opened_on"),
            given("procedure_published_on"),
            given("procedure_officer", ""),
            given("procedure_verified_on"),
        ),
    )


def _item(debtor: str, cells: Mapping[str, Any]) -> Receivable:
    fields = dict(cells)
    for key in ("amount", "paid"):
        if key in fields:
            fields[key] = parse_amount(fields[key])
    return Receivable(debtor=debtor, performed_on=cells["issued"], **fields)


def _event(debtor: Debtor, items: Iterable[Receivable], cells: Mapping[str, Any]) -> Event:
    named = [item for item in items if item.number in cells.get("items", _late(items, cells))]
    return Event(
        number=0,
        day=cells["day"],
        debtor=debtor.code,
        items=tuple(item.number for item in named),
        step=cells["step"],
        channel=cells["channel"],
        direction="out",
        outcome=cells["outcome"],
        document=_document(debtor, named, cells),
        note=cells.get("note", ""),
        entered_at=f"{cells['day']}T09:00:00+01:00",
    )


def _late(items: Iterable[Receivable], cells: Mapping[str, Any]) -> list[str]:
    return [
        item.number
        for item in items
        if item.open > 0 and item.due is not None and item.due < cells["day"]
    ]


def _document(debtor: Debtor, items: Iterable[Receivable], cells: Mapping[str, Any]) -> str:
    """The name that `run` would have given; a call has no document."""
    if cells["channel"] == "phone":
        return ""
    key = document_key(
        debtor.code, cells["step"], ((item.number, f"{item.open:.2f}") for item in items)
    )
    ending = "eml" if cells["channel"] == "email" else "docx"
    is_free = cells["step"] == "mail-1" and (debtor.kind, debtor.country) == ("consumer", "BE")
    label = FREE_REMINDER if is_free else _FILES[cells["step"]]
    return file_name(cells["day"], label, debtor.name, key, ending)


def _heard(story: Story, code: str, items: list[Receivable], cells: Mapping[str, Any]) -> None:
    if "promise_amount" in cells:
        amount = parse_amount(cells["promise_amount"])
        story.promises.append(Promise(code, amount, cells["promise_by"], cells["promise_made"]))
    if "dispute_reason" in cells:
        number = items[cells["dispute_item"]].number
        story.disputes.append(Dispute(code, number, cells["dispute_reason"], cells["dispute_on"]))
    if "plan_amounts" in cells:
        story.plans.append(PaymentPlan(code, cells["plan_on"], tuple(_instalments(cells))))
    if "payment_amount" in cells:
        amount = parse_amount(cells["payment_amount"])
        story.payments.append(Payment(code, amount, cells["payment_on"]))


def _instalments(cells: Mapping[str, Any]) -> Iterator[Instalment]:
    for place, text in enumerate(cells["plan_amounts"]):
        amount = parse_amount(text)
        paid: Decimal = amount if place < cells["plan_paid"] else ZERO
        yield Instalment(place + 1, add_months(cells["plan_first"], place), amount, paid)


def _tables(story: Story) -> dict[str, list[Mapping[str, Cell]]]:
    names = {debtor.code: debtor.name for debtor in story.debtors}
    return {
        schema.INVOICES.table: [
            write.receivable(item, names[item.debtor]) for item in story.receivables
        ],
        schema.DEBTORS.table: [write.debtor(debtor) for debtor in story.debtors],
        schema.JOURNAL.table: [write.event(event) for event in _chain(story.events)],
        schema.PROMISES.table: [write.promise(one) for one in story.promises],
        schema.DISPUTES.table: [write.dispute(one) for one in story.disputes],
        schema.PLANS.table: [row for one in story.plans for row in write.plan(one)],
        schema.PAYMENTS.table: [write.payment(one) for one in story.payments],
    }


def _chain(events: Iterable[Event]) -> list[Event]:
    """The journal in the order of days, as if each line had been written on its day."""
    linked: list[Event] = []
    for event in sorted(events, key=lambda one: (one.day, one.debtor)):
        linked.append(chained(event, linked[-1] if linked else None))
    return linked
