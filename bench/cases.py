"""The decision for a whole book: twenty thousand debtors, beside reading their rows from CSV.

The anchor does what no tool can do without: it reads the items and events of the same debtors as
text with the csv module and makes the records of them.
"""

import csv
import io
import random
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from relance.core.decide import decide
from relance.core.records import (
    Address,
    Case,
    Contact,
    Creditor,
    Debtor,
    Event,
    Procedure,
    Receivable,
)
from relance.core.setting import Setting

DEBTORS = 20_000
ITEMS = 3
TRIES = 5  # the best counts: the others met something else on the machine
AS_OF = date(2026, 11, 23)
SETTING = Setting(Creditor(name="Atelier", country="FR", bank_data_until=AS_OF))
KINDS = ("business", "business", "business", "consumer")
STEPS = (("mail-1", "email", "sent"), ("call-1", "phone", "done"), ("letter-1", "letter", "sent"))


def item_rows() -> list[list[str]]:
    """The items of every debtor: number, debtor, issued, due, amount."""
    rng = random.Random(0)  # noqa: S311  figures to time, not secrets
    rows = []
    for n in range(DEBTORS * ITEMS):
        due = AS_OF - timedelta(days=rng.randrange(-20, 150))
        issued = due - timedelta(days=30)
        amount = f"{rng.randrange(1000, 5_000_000) / 100:.2f}"
        rows.append([f"F{n}", f"C{n // ITEMS}", issued.isoformat(), due.isoformat(), amount])
    return rows


def event_rows() -> list[list[str]]:
    """No event to three for each debtor: number, day, debtor, items, step, channel, outcome."""
    rows = []
    for n in range(DEBTORS):
        items = f"F{ITEMS * n} F{ITEMS * n + 1}"
        for place, step in enumerate(STEPS[: n % 4]):
            day = AS_OF - timedelta(days=30 - 9 * place)
            rows.append([str(place + 1), day.isoformat(), f"C{n}", items, *step])
    return rows


def records(items: str, events: str) -> tuple[list[Receivable], list[Event]]:
    """Read the two texts into records."""
    day, amount = date.fromisoformat, Decimal
    return (
        [
            Receivable(number, debtor, issued=day(issued), due=day(due), amount=amount(owed))
            for number, debtor, issued, due, owed in csv.reader(io.StringIO(items))
        ],
        [
            Event(
                int(number), day(on), debtor, tuple(names.split()), step, channel,  # type: ignore[arg-type]
                "out", outcome, f"d{number}",  # type: ignore[arg-type]
            )
            for number, on, debtor, names, step, channel, outcome in csv.reader(io.StringIO(events))
        ],
    )  # fmt: skip


def cases(items: list[Receivable], events: list[Event]) -> list[Case]:
    """Group the records by debtor."""
    told: dict[str, list[Event]] = {}
    for event in events:
        told.setdefault(event.debtor, []).append(event)
    found = []
    for n in range(DEBTORS):
        debtor = Debtor(
            f"C{n}", f"Client {n}", KINDS[n % len(KINDS)], "FR",  # type: ignore[arg-type]
            payables=Contact("Julie", "compta@client.example", "03 20 00 00 00"),
            address=Address("1 rue", "", "59000", "Lille"),
            procedure=Procedure(verified_on=AS_OF),
        )  # fmt: skip
        own = tuple(items[n * ITEMS : (n + 1) * ITEMS])
        found.append(Case(debtor, own, tuple(told.get(debtor.code, ()))))
    return found


def text(rows: list[list[str]]) -> str:
    """Write rows as CSV."""
    kept = io.StringIO()
    csv.writer(kept).writerows(rows)
    return kept.getvalue()


def a_second(run: Callable[[], object]) -> float:
    """Return debtors a second of this process, the best of some tries."""
    times = []
    for _ in range(TRIES):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return DEBTORS / min(times)


def results() -> list[dict[str, Any]]:
    """Compare the decisions for all debtors with reading their rows."""
    items, events = text(item_rows()), text(event_rows())
    found = cases(*records(items, events))

    def decided() -> None:
        for case in found:
            decide(case, SETTING, AS_OF)

    ours, anchor = a_second(decided), a_second(lambda: records(items, events))
    return [
        {
            "name": f"decide, {DEBTORS} debtors of {ITEMS} items / read their rows from CSV",
            "ours": ours,
            "anchor": anchor,
            "ratio": ours / anchor,
            "unit": "debtors/s",
        }
    ]
