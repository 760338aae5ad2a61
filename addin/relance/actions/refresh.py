"""`refresh` (Actualiser): computed columns, agenda, aged balance and key figures of a workbook.

The cells say what the functions and the letters say, because all three ask `core.claim` and
`core.decide`.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from ..core.ageing import bucket
from ..core.decide import decide
from ..core.errors import BookError
from ..core.findings import Finding
from ..core.money import ZERO
from ..core.policy import Policy
from ..core.question import policy_of
from ..core.records import Case, Line, Receivable
from ..core.setting import Setting
from ..wording.labels import label
from ..wording.sentences import sentence
from ..workbook import schema
from ..workbook.reading import check_headings
from .agenda_rows import agenda_rows
from .book import Book, Cell
from .desk import Desk
from .feeding import feeding
from .figures import BALANCE_KEYS, balance_key, figures_of, write_figures
from .fitting import append, lacking
from .overrides import rates_text, rules_text
from .queue import Decided, ordered

NAMES = ("Regles", "TauxLocaux", "AsOf")


def refresh(desk: Desk, as_of: date, *, stamp: bool) -> tuple[Decided, ...]:
    """Bring every computed cell of the workbook to a day; nothing is saved.

    Args:
        desk: the workbook; read again, as the verb may have changed it.
        as_of: the day.
        stamp: write `AsOf` too, as Actualiser, import and run do.

    Returns:
        The decisions of the day in the order of the queue.
    """
    book = desk.book
    decided = tuple(ordered((case, decide(case, desk.setting, as_of)) for case in desk.cases))
    _write_invoices(desk, decided, as_of)
    replace_rows(book, schema.AGENDA, agenda_rows(desk, decided))
    replace_rows(book, schema.AGED_BALANCE, _balance_rows(desk, as_of))
    write_figures(desk, decided, as_of)
    rules, rates, day = NAMES
    book.set(rules, rules_text(book) or None)
    book.set(rates, rates_text(book) or None)
    if stamp:
        book.set(day, as_of)
    return decided


def check_written(desk: Desk, as_of: date) -> None:
    """Refuse a workbook that lacks what a verb that writes documents writes at its end.

    Documents on disk are found again by the next verb, but nobody likes to hear of it afterwards.

    Raises:
        MissingColumnError: a column of the journal, or of what is computed.
        BookError: a named cell (facts: path, reason, detail).
    """
    book = desk.book
    for sheet in (schema.JOURNAL, schema.INVOICES, schema.AGENDA, schema.AGED_BALANCE):
        check_headings(sheet, book.read(sheet.table), sheet.columns)
    for name in (*NAMES, *figures_of(desk, (), as_of)):
        if not book.has(name):
            raise BookError(path=book.path, reason="no_such_name", detail=name)


def _write_invoices(desk: Desk, decided: Iterable[Decided], as_of: date) -> None:
    lines = {
        line.item.row: (line, case, policy_of(case, desk.setting))
        for case, decision in decided
        for line in decision.lines
        if line.item.kind != "payment"
    }
    findings = _findings_by_row(desk.findings)
    absent = lacking(desk.book, schema.INVOICES)
    columns: dict[str, dict[int, Cell]] = {
        column.key: {}
        for column in schema.INVOICES.columns
        if column.computed and column not in absent
    }
    for item in desk.receivables:
        found = lines.get(item.row)
        values = _open_cells(*found, desk.setting, as_of) if found else _settled_cells(item)
        for key in columns:
            columns[key][item.row] = values[key]
    for row, texts in findings.items():
        notes = str(columns["finding"].get(row) or "")  # none for a row that is no item
        told = (text for text in texts if text not in notes)
        columns["finding"][row] = " ".join([*told, notes]).strip()
    _project_positions(desk, lines, columns)
    for key, values_by_row in columns.items():
        if values_by_row:
            desk.book.write(schema.INVOICES.table, schema.INVOICES.heading(key), values_by_row)


def _project_positions(
    desk: Desk,
    lines: Mapping[int, tuple[Line, Case, Policy]],
    columns: dict[str, dict[int, Cell]],
) -> None:
    """Show the last step of the items whose story the journal tells; the others are the user's."""
    named = {
        (case.debtor.code, number)
        for case in desk.cases
        for number in desk.history_of(case.debtor.code).named
    }
    for row, (line, _, _) in lines.items():
        if (line.item.debtor, line.item.number) in named:
            columns.setdefault("last_step", {})[row] = line.position or None
            columns.setdefault("last_step_date", {})[row] = line.position_date


def _findings_by_row(findings: Iterable[Finding]) -> dict[int, list[str]]:
    texts: dict[int, list[str]] = {}
    for finding in findings:
        if finding.row and finding.facts.get("table") == schema.INVOICES.table:
            texts.setdefault(finding.row, []).append(sentence(finding.code, finding.facts))
    return {row: list(dict.fromkeys(found)) for row, found in texts.items()}


def _open_cells(
    line: Line, case: Case, policy: Policy, setting: Setting, as_of: date
) -> dict[str, Cell]:
    shown = _invoice_cells(line, policy, as_of)
    return shown | feeding(line, case, setting, policy, as_of)


def _invoice_cells(line: Line, policy: Policy, as_of: date) -> dict[str, Cell]:
    """As the functions say: the step to do now, none when its day has not come or it is held."""
    claim = line.claim
    late = line.item.open > 0
    to_do = not line.blocked and line.next_date is not None and line.next_date <= as_of
    step = policy.step(line.next_step) if to_do else None
    notes = [sentence(reason.code, reason.facts) for reason in (*line.blocked, *claim.withheld)]
    return {
        "open": line.item.open,
        "days": line.days_overdue if late and line.item.payable_on else None,
        "bucket": _bucket(line) if late else None,
        "phase": step.phase if step else None,
        "step": step.code if step else None,
        "next_date": None if line.blocked else line.next_date,
        "interest": claim.interest if late else None,
        "fee": claim.fee if late else None,
        "total": claim.total,
        "finding": " ".join(dict.fromkeys(notes)) or None,
    }


def _settled_cells(item: Receivable) -> dict[str, Cell]:
    empty: dict[str, Cell] = {
        column.key: None for column in schema.INVOICES.columns if column.computed
    }
    return empty | {"open": item.open}


def _bucket(line: Line) -> str | None:
    due = line.item.payable_on
    if due is None:
        return None
    return label("bucket", str(bucket(due, due + timedelta(days=line.days_overdue))))


def _balance_rows(desk: Desk, as_of: date) -> list[dict[str, Cell]]:
    """One row a debtor and currency; sums by age, credits apart."""
    sums: dict[tuple[str, str], dict[str, Decimal]] = {}
    for case in desk.cases:
        for item in case.items:
            row = sums.setdefault((case.debtor.code, item.currency), {})
            key = balance_key(item, as_of)
            row[key] = row.get(key, ZERO) + item.open
    heading = schema.AGED_BALANCE.heading
    return [
        {
            heading("debtor"): code,
            heading("debtor_name"): desk.debtors[code].name,
            heading("currency"): currency,
            **{heading(key): row.get(key, ZERO) for key in BALANCE_KEYS},
            heading("total"): sum(row.values(), ZERO),
        }
        for (code, currency), row in sums.items()
    ]


def replace_rows(book: Book, sheet: schema.Sheet, rows: Sequence[Mapping[str, Cell]]) -> None:
    """Make a table hold exactly these rows: its rows are reused, spare ones are emptied."""
    table = book.read(sheet.table)
    used = [row.number for row in table.rows]
    numbers = range(min(used), max(used) + 1) if used else range(0)  # a hole is filled too
    absent = lacking(book, sheet)
    for column in sheet.columns:
        if column in absent:
            continue
        values: dict[int, Cell] = {
            number: rows[i].get(column.heading) if i < len(rows) else None
            for i, number in enumerate(numbers)
        }
        if values:
            book.write(sheet.table, column.heading, values)
    if len(rows) > len(numbers):
        append(book, sheet, rows[len(numbers) :])
