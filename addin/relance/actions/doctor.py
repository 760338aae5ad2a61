"""`doctor`: what works, what does not, and the remedy; for the program and for a workbook."""

import importlib.metadata
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from ..core.alarms import ending
from ..core.errors import RelanceError
from ..core.findings import Finding
from ..core.law import series
from ..wording.sentences import sentence
from ..workbook import schema
from .alarms import alarms
from .book import Book
from .coming import to_do
from .create import SHOWN_SERIES
from .desk import Desk, open_desk
from .fitting import missing_options, version_of
from .letterhead import faults
from .places import place
from .shape import Json, plain
from .upgrade import missing_parts

State = Literal["ok", "warning", "fault"]
MARKS: dict[State, str] = {"ok": "✓", "warning": "!", "fault": "✗"}
LOWEST_PYTHON = (3, 11)
PINNED_XLWINGS = "0.37.8"
ALIKE = 3  # anomalies of one kind that are told one by one; of more, how many they are


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: its code and facts become the sentence, remedy included."""

    state: State
    code: str
    facts: dict[str, object]

    @property
    def text(self) -> str:
        """The French sentence."""
        return sentence(self.code, self.facts)

    @property
    def line(self) -> str:
        """The sentence after its tick or cross."""
        return f"{MARKS[self.state]} {self.text}"

    def json(self) -> Json:
        """Return the check as JSON."""
        return {
            "state": self.state, "code": self.code, "facts": plain(self.facts), "text": self.text,
        }  # fmt: skip


def check_program(today: date) -> tuple[Check, ...]:
    """Return the checks of the installation; an extension of LibreOffice has none."""
    installed = (_python(), _xlwings(), _numpy(), _pdf()) if _version("relance") else ()
    return (*installed, *_rates(today))


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    state: State = "ok" if sys.version_info[:2] >= LOWEST_PYTHON else "fault"
    return Check(state, "doctor_python", {"version": found})


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _xlwings() -> Check:
    found = _version("xlwings")
    state: State = "ok" if found == PINNED_XLWINGS else "fault"
    code = "doctor_xlwings" if state == "ok" else "doctor_xlwings_wrong"
    return Check(state, code, {"version": found, "wanted": PINNED_XLWINGS})


def _numpy() -> Check:
    found = _version("numpy")
    return Check("ok", "doctor_numpy" if found else "doctor_numpy_absent", {"version": found})


def _pdf() -> Check:
    found = _version("typst") if _version("pikepdf") else ""
    return Check("ok", "doctor_pdf" if found else "doctor_pdf_absent", {"version": found})


def _rates(today: date) -> Iterator[Check]:
    """Each rate as shipped whose record ends soon or has ended."""
    short = [*ending(SHOWN_SERIES, None, today)]
    yield from (Check("warning", one.code, dict(one.facts)) for one in short)
    if not short:
        ends = (series(name).last_known for name in SHOWN_SERIES)
        yield Check("ok", "doctor_rates", {"until": min(filter(None, ends))})


def check_book(book: Book, today: date) -> tuple[Check, ...]:
    """Return the checks of a workbook on a day; a fault never hides the next check."""
    checks = [*_shape(book)]
    if any(check.state == "fault" for check in checks):
        return tuple(checks)
    try:
        desk = open_desk(book, to_read=True)
    except RelanceError as fault:
        return (*checks, Check("fault", fault.code, dict(fault.facts)))
    checks += [Check("warning", one.code, dict(one.facts)) for one in desk.told]
    checks.append(Check("ok", "check_ok", {"count": len(desk.ledger.events)}))
    options = tuple(missing_options(book))
    if options:
        checks.append(Check("warning", "upgrade_options", {"parts": options}))
    checks += _drafts(desk, today)
    if desk.setting.takeover_pending:
        checks.append(Check("warning", "doctor_takeover", {"path": book.path}))
    checks += [Check("warning", one.code, dict(one.facts)) for one in alarms(desk, today)]
    checks += [*_settings(desk), *(_finding(one) for one in desk.findings)]
    return tuple(checks)


def _drafts(desk: Desk, today: date) -> Iterator[Check]:
    """What waits for a confirmation, apart from call sheets, which a report of the call ends."""
    written, sheets = to_do(desk, today)
    holding = {one.number for one in (*written, *sheets)}
    counts = {
        "doctor_drafts": len(written),
        "doctor_call_sheets": len(sheets),
        "doctor_void": sum(draft.number not in holding for draft in desk.drafts()),
    }
    for code, count in counts.items():
        if count:
            yield Check("warning", code, {"count": count})


def _settings(desk: Desk) -> Iterator[Check]:
    """What refuses every document: a fault once something is owed, until then a thing to do."""
    owed = any(item.open > 0 for item in desk.receivables)
    for fault in faults(desk):
        yield Check("fault" if owed else "warning", fault.code, dict(fault.facts))


def _finding(finding: Finding) -> Check:
    facts = {
        "row": finding.row, "column": finding.column, "anomaly": finding.code,
        "text": place(finding) + sentence(finding.code, finding.facts),
    }  # fmt: skip
    return Check("warning", "doctor_finding", facts)


def grouped(checks: Iterable[Check]) -> Iterator[Check]:
    """Yield checks to read: of many anomalies of one kind the first ones, then how many others."""
    all_checks = list(checks)
    counts = Counter(_kind(check) for check in all_checks)
    seen = Counter[object]()
    for check in all_checks:
        kind = _kind(check)
        seen[kind] += 1
        others = counts[kind] - ALIKE
        if kind is None or others <= 1 or seen[kind] <= ALIKE:
            yield check
        if kind is not None and others > 1 and seen[kind] == ALIKE:
            yield Check("warning", "doctor_more", {"count": others})


def _kind(check: Check) -> tuple[object, object] | None:
    """What makes two anomalies alike; None of what is no anomaly of a row."""
    if check.code != "doctor_finding" or not check.facts["row"]:
        return None
    return check.facts["anomaly"], check.facts["column"]


def _shape(book: Book) -> Iterator[Check]:
    try:
        version_of(book)
    except RelanceError as fault:
        yield Check("fault", fault.code, dict(fault.facts))
    for part in missing_parts(book):
        yield Check("fault", "doctor_missing", {"part": part, "path": Path(book.path).name})
    if not book.has(schema.AGENDA.table):  # the others of its kind are done without
        facts: dict[str, object] = {"part": schema.AGENDA.name, "path": book.path}
        yield Check("fault", "doctor_sheet_lost", facts)
