"""A whole day: 10,000 open items of 2,000 debtors, from the workbook to documents and journal.

What a user feels: the command `relance run`, with its start, its summary and the book saved. The
anchor is docxtpl writing one letter a debtor, no more: timed on a few letters and multiplied.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.actions.world import debtor, invoice, make_book

from relance.core.journal import chained
from relance.core.records import Event, Receivable

from .documents import by_docxtpl, letter

DEBTORS = 2000
ITEMS = 5
SAMPLE = 30  # letters of the anchor
AS_OF = date(2026, 11, 23)
STEPS = (("mail-1", "email", "sent"), ("call-1", "phone", "done"), ("letter-1", "letter", "sent"))


def results() -> list[dict[str, Any]]:
    """Compare seconds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        debtors = [debtor(code(number), f"Client & Fils n° {number}") for number in range(DEBTORS)]
        book = make_book(folder / "book.xlsx", debtors, items(), events())
        ours = run(book, folder / "out")
        written = sum(1 for path in (folder / "out").iterdir() if path.suffix in (".docx", ".eml"))
    if written != DEBTORS:
        raise ArithmeticError(f"{written} documents of {DEBTORS}")
    name = f"a day of {DEBTORS * ITEMS} items, queue, documents, journal / letters by docxtpl"
    anchor = alone() * DEBTORS
    return [{"name": name, "ours": ours, "anchor": anchor, "ratio": ours / anchor, "unit": "s"}]


def run(book: Path, out: Path) -> float:
    """Return the seconds of `relance run`, its modules compiled as they are after a first use."""
    relance("run", "--help")
    start = time.perf_counter()
    relance("run", book, "--as-of", AS_OF, "--out", out)
    return time.perf_counter() - start


def relance(*words: object) -> None:
    """Run the command, with the modules that Python has compiled kept."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "relance", *map(str, words)]
    subprocess.run(command, capture_output=True, check=True, env=kept)


def alone() -> float:
    """Return the seconds of one letter by docxtpl."""
    content, fields = letter()
    start = time.perf_counter()
    for _ in range(SAMPLE):
        by_docxtpl(content, fields)
    return (time.perf_counter() - start) / SAMPLE


def code(number: int) -> str:
    """Return the code of a debtor."""
    return f"C{number:04}"


def items() -> Iterator[Receivable]:
    """Five items a debtor, of about the same age."""
    for number in range(DEBTORS * ITEMS):
        due = AS_OF - timedelta(days=30 + number % 23)
        yield invoice(
            f"F2026-{number:05}", code(number // ITEMS), due, f"{100 + number % 900}.50",
            issued=due - timedelta(days=30),
        )  # fmt: skip


def events() -> Iterator[Event]:
    """No earlier contact to three, in turn, as the journal chains them."""
    last: Event | None = None
    for place in range(DEBTORS):
        names = tuple(f"F2026-{ITEMS * place + one:05}" for one in range(ITEMS))
        for age, (step, channel, outcome) in zip((28, 19, 10), STEPS[: place % 4], strict=False):
            told = Event(
                0, AS_OF - timedelta(days=age), code(place), names, step,
                channel, "out", outcome, f"d{place}",  # type: ignore[arg-type]
            )  # fmt: skip
            last = chained(told, last)
            yield last
