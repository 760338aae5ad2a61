"""Letters as PDF, beside the same Word files turned into PDF by an office; and their memory."""

import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from relance.actions.press import AT_ONCE
from relance.documents.check import load_word
from relance.documents.context import Fields, fields
from relance.documents.pdf import template_pdf
from relance.documents.pdf_joined import join
from relance.documents.sample import DAY, message
from relance.documents.shipped import shipped
from relance.hosts.libreoffice import find
from relance.hosts.press import with_libreoffice

STEMS = ("rappel", "relance-1", "relance-2", "mise-en-demeure")
LETTERS = 40
PRINTED = 1000
ROOM = 400  # megabytes that a file of 1,000 letters may take
TURNS = 3
INVOICES = 5


def said(number: int) -> Fields:
    """Return the fields of one letter of many: five invoices of a debtor of its own."""
    asked = message()
    first, *others = asked.decision.lines
    lines = [replace(first, item=replace(first.item, number=f"F{n}", extended_to=None))
             for n in range(INVOICES)]  # fmt: skip
    debtor = replace(asked.decision.debtor, code=f"C{number:04}", name=f"Client {number}")
    decision = replace(asked.decision, lines=(*lines, *others), debtor=debtor)
    creditor = replace(asked.creditor, sender="creditor")
    return fields(replace(asked, decision=decision, creditor=creditor, payer=None))


def ours(fields_of: list[Fields]) -> float:
    """Set letters that were not set before; return the seconds of each."""
    start = time.perf_counter()
    for number, one in enumerate(fields_of):
        template_pdf(STEMS[number % len(STEMS)], one | {"reference": str(start)}, DAY)
    return (time.perf_counter() - start) / len(fields_of)


def by_office(paths: list[Path]) -> float:
    """Turn Word files into PDF in calls as `relance pdf` makes them; return the seconds of each."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        for first in range(0, len(paths), AT_ONCE):
            with_libreoffice([*map(str, paths[first : first + AT_ONCE])], folder)
        spent = time.perf_counter() - start
        return spent / len([*Path(folder).glob("*.pdf")])


def written(folder: Path, fields_of: list[Fields]) -> list[Path]:
    """Write the Word files of the same letters."""
    paths = []
    for number, one in enumerate(fields_of):
        name = f"{STEMS[number % len(STEMS)]}.docx"
        path = folder / f"{number}.docx"
        path.write_bytes(load_word(name, shipped(name)).render(one))
        paths.append(path)
    return paths


def letter() -> dict[str, Any]:
    """Compare a letter with the same one by an office that is started for ten; they take turns."""
    many = [said(number) for number in range(LETTERS)]
    template_pdf(STEMS[0], many[0], DAY)
    with tempfile.TemporaryDirectory() as name:
        paths = written(Path(name), many)
        pairs = [(ours(many), by_office(paths)) for _ in range(TURNS)]
    ratio = median(mine / anchor for mine, anchor in pairs)
    mine, anchor = min(pairs)
    return {
        "name": "a letter by typst / by an office, ten a call", "ours": mine, "anchor": anchor,
        "ratio": ratio, "unit": "s",
    }  # fmt: skip


def memory() -> dict[str, Any]:
    """Measure the peak of setting and joining 1,000 letters, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.pdf"], capture_output=True, text=True, check=True
    )
    peak = float(done.stdout)
    return {
        "name": "1,000 letters set and joined, peak / room", "ours": peak, "anchor": ROOM,
        "ratio": peak / ROOM, "unit": "MB",
    }  # fmt: skip


def print_run() -> float:
    """Set 1,000 letters, then join them; return the peak in megabytes."""
    with tempfile.TemporaryDirectory() as name:
        paths = [Path(name) / f"{number}.pdf" for number in range(PRINTED)]
        for number, path in enumerate(paths):
            path.write_bytes(template_pdf(STEMS[number % len(STEMS)], said(number), DAY))
        join((path.read_bytes() for path in paths), Path(name) / "all.pdf")
    return _peak()


def _peak() -> float:
    """The peak of this process alone: Linux gives a child's `ru_maxrss` the peak of its parent."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def results() -> list[dict[str, Any]]:
    """Compare with an office when there is one, and with the room that a batch may take."""
    import typst  # noqa: F401  without the extra this bench is left out

    return [*([letter()] if find() else []), *([] if sys.platform == "win32" else [memory()])]


if __name__ == "__main__":
    print(print_run())
