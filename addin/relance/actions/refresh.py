"""`refresh` (Actualiser): computed columns, agenda, aged balance and key figures of a workbook.

The cells say what the functions and the letters say, because all three ask `core.claim` and
`core.decide`.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from ..core.ageing import bucket
from ..core.decide import decide
from ..core.findings import Finding, Reason
from ..core.history import read
from ..core.money import ZERO
from ..core.policy import Policy
from ..core.question import policy_of
from ..core.records import Case, Decision, Line, Receivable, Totals
from ..wording.labels import label
from ..wording.sentences import sentence
from ..wording.steps import action
from ..workbook import schema
from .book import Book, Cell
from .desk import Desk, rates_text, rules_text
from .queue import Decided, ordered

MAIN_CURRENCY = "EUR"
DSO_DAYS = 90
BALANCE_KEYS = ("not_due", "to_30", "to_60", "to_90", "over_90")


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
    _write_invoices(desk, decided)
    replace_rows(book, schema.AGENDA, [_agenda_row(case, one, desk) for case, one in decided])
    replace_rows(book, schema.AGED_BALANCE, _balance_rows(desk, as_of))
    _key_figures(desk, decided, as_of)
    book.set("Regles", rules_text(book) or None)
    book.set("TauxLocaux", rates_text(book) or None)
    if stamp:
        book.set("AsOf", as_of)
    return decided


def _write_invoices(desk: Desk, decided: Iterable[Decided]) -> None:
    lines = {
        line.item.row: (line, policy_of(case, desk.setting))
        for case, decision in decided
        for line in decision.lines
        if line.item.kind != "payment"
    }
    findings = _findings_by_row(desk.findings)
    columns: dict[str, dict[int, Cell]] = {
        column.key: {} for column in schema.INVOICES.columns if column.computed
    }
    for item in desk.receivables:
        found = lines.get(item.row)
        values = _invoice_cells(*found) if found else _settled_cells(item)
        for key, value in values.items():
            columns[key][item.row] = value
    for row, text in findings.items():
        columns["finding"][row] = text
    _project_positions(desk, lines, columns)
    for key, values_by_row in columns.items():
        if values_by_row:
            desk.book.write(schema.INVOICES.table, schema.INVOICES.heading(key), values_by_row)


def _project_positions(
    desk: Desk,
    lines: Mapping[int, tuple[Line, Policy]],
    columns: dict[str, dict[int, Cell]],
) -> None:
    """Show the last step of the items whose story the journal tells; the others are the user's."""
    named = read(desk.ledger.events).named
    for row, (line, _) in lines.items():
        if line.item.number in named:
            columns.setdefault("last_step", {})[row] = line.position or None
            columns.setdefault("last_step_date", {})[row] = line.position_date


def _findings_by_row(findings: Iterable[Finding]) -> dict[int, str]:
    texts: dict[int, list[str]] = {}
    for finding in findings:
        if finding.row and finding.facts.get("table") in (None, schema.INVOICES.table):
            texts.setdefault(finding.row, []).append(sentence(finding.code, finding.facts))
    return {row: " ".join(dict.fromkeys(found)) for row, found in texts.items()}


def _invoice_cells(line: Line, policy: Policy) -> dict[str, Cell]:
    claim = line.claim
    late = line.item.open > 0
    step = policy.step(line.next_step)
    notes = [sentence(reason.code, reason.facts) for reason in (*line.blocked, *claim.withheld)]
    return {
        "open": line.item.open,
        "days": line.days_overdue if late and line.item.payable_on else None,
        "bucket": _bucket(line) if late else None,
        "phase": step.phase if step else None,
        "step": line.next_step or None,
        "next_date": line.next_date,
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


def _agenda_row(case: Case, decision: Decision, desk: Desk) -> dict[str, Cell]:
    totals = decision.totals[0] if decision.totals else Totals("EUR", ZERO, ZERO, ZERO, ZERO)
    heading = schema.AGENDA.heading
    step = decision.step or decision.proposed_step
    return {
        heading("debtor"): decision.debtor.code,
        heading("debtor_name"): decision.debtor.name,
        heading("phase"): label("phase", str(decision.phase))
        if decision.phase is not None
        else None,
        heading("step"): step or None,
        heading("action"): action(step) if step else None,
        heading("channel"): label("channel", decision.channel) if decision.channel else None,
        heading("currency"): totals.currency,
        heading("claim"): totals.claim,
        heading("interest"): totals.interest,
        heading("fee"): totals.fee,
        heading("total"): totals.total,
        heading("next_date"): decision.next_date,
        heading("why"): _texts(decision.why),
        heading("blocked_by"): _texts(decision.blocked_by),
    }


def _texts(reasons: Iterable[Reason]) -> str | None:
    texts = [sentence(reason.code, reason.facts) for reason in reasons]
    return " ".join(texts) or None


def _balance_rows(desk: Desk, as_of: date) -> list[dict[str, Cell]]:
    """One row a debtor and currency; sums by age, credits apart."""
    sums: dict[tuple[str, str], dict[str, Decimal]] = {}
    for case in desk.cases:
        for item in case.items:
            row = sums.setdefault((case.debtor.code, item.currency), {})
            key = _balance_key(item, as_of)
            row[key] = row.get(key, ZERO) + item.open
    heading = schema.AGED_BALANCE.heading
    return [
        {
            heading("debtor"): code,
            heading("debtor_name"): desk.debtors[code].name,
            heading("currency"): currency,
            **{heading(key): row.get(key, ZERO) for key in (*BALANCE_KEYS, "credits")},
            heading("total"): sum(row.values(), ZERO),
        }
        for (code, currency), row in sums.items()
    ]


def _balance_key(item: Receivable, as_of: date) -> str:
    if item.open < 0:
        return "credits"
    due = item.payable_on
    return BALANCE_KEYS[bucket(due, as_of)] if due else "not_due"


def replace_rows(book: Book, sheet: schema.Sheet, rows: Sequence[Mapping[str, Cell]]) -> None:
    """Make a table hold exactly these rows: its rows are reused, spare ones are emptied."""
    table = book.read(sheet.table)
    numbers = [row.number for row in table.rows]
    for column in sheet.columns:
        values: dict[int, Cell] = {
            number: rows[i].get(column.heading) if i < len(rows) else None
            for i, number in enumerate(numbers)
        }
        if values:
            book.write(sheet.table, column.heading, values)
    if len(rows) > len(numbers):
        book.append(sheet.table, rows[len(numbers) :])


def _key_figures(desk: Desk, decided: Sequence[Decided], as_of: date) -> None:
    """The figures and the first lines of the queue on `Accueil`."""
    figures = key_figures(desk, decided, as_of) | _queue_lines(decided)
    for name, value in figures.items():
        desk.book.set(name, value)


def key_figures(desk: Desk, decided: Sequence[Decided], as_of: date) -> dict[str, Cell]:
    """Return the figures of `Accueil` by name; euros only, other currencies are named apart."""
    items = [item for case in desk.cases for item in case.items]
    buckets = dict.fromkeys((*BALANCE_KEYS, "credits"), ZERO)
    for item in items:
        if item.currency == MAIN_CURRENCY:
            buckets[_balance_key(item, as_of)] += item.open
    ready = [one for _, one in decided if one.step and not one.blocked_by]
    demanded = (t.total for one in ready for t in one.totals if t.currency == MAIN_CURRENCY)
    dso = _dso(desk, as_of)
    others = sorted({item.currency for item in items} - {MAIN_CURRENCY})
    return {
        "KpiArrete": as_of,
        "KpiOuvert": sum(buckets.values(), ZERO),
        "KpiEchu": sum((buckets[key] for key in BALANCE_KEYS[1:]), ZERO),
        "KpiARelancer": len(ready),
        "KpiDemande": sum(demanded, ZERO),
        "KpiBloques": sum(1 for _, one in decided if one.blocked_by),
        "KpiDso": dso,
        "BalanceDso": dso,
        "KpiAutresDevises": ", ".join(others) or None,
        **{f"KpiTranche{i}": buckets[key] for i, key in enumerate(BALANCE_KEYS)},
    }


def _dso(desk: Desk, as_of: date) -> int | None:
    """Days of sales outstanding over the last 90 days; None while no settled invoice is known."""
    if not any(item.open == 0 for item in desk.receivables):
        return None
    euros = [item for item in desk.receivables if item.currency == MAIN_CURRENCY]
    sales = sum((item.amount for item in euros if _is_recent(item, as_of)), ZERO)
    owed = sum((item.open for item in euros), ZERO)
    return int((owed / sales * DSO_DAYS).to_integral_value()) if sales > 0 else None


def _is_recent(item: Receivable, as_of: date) -> bool:
    return item.issued is not None and 0 <= (as_of - item.issued).days < DSO_DAYS


def _queue_lines(decided: Sequence[Decided]) -> dict[str, Cell]:
    """The first lines of the queue; lines that are left over are emptied."""
    ready = [one for _, one in decided if one.step and not one.blocked_by][: schema.QUEUE_LINES]
    cells: dict[str, Cell] = {}
    for i in range(schema.QUEUE_LINES):
        one = ready[i] if i < len(ready) else None
        cells |= {
            f"File{i + 1}Client": one.debtor.name if one else None,
            f"File{i + 1}Action": action(one.step) if one else None,
            f"File{i + 1}Montant": one.totals[0].total if one else None,
            f"File{i + 1}Prochaine": one.next_date if one else None,
        }
    return cells
