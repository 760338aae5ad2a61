"""Open-items exports and aged balances of any accounting program, read as receivables.

The header is found by synonyms, the rest by evidence; what was understood is part of the
answer, so that a person can check it, and every row is accounted for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from ..core.errors import IntakeError
from ..core.money import ZERO
from ..core.records import Payment, Receivable
from .debtors import debtors
from .entry import Entry, Scan, Sum
from .evidence import holds
from .export import Balance, Export, ExportKind
from .files import Table, tables
from .finish import finish
from .grid import Grid
from .header import Header, find_header
from .layout import ITEM_DAYS, Layout, layout_of
from .ledger import Ledger, customers, is_ledger
from .merge import merge
from .parties import NOBODY, Parties, split_bare
from .receivables import check_days, receivable
from .scan import scan
from .totals import reconcile
from .vocabulary import fold, words


def read_export(
    name: str,
    content: bytes,
    today_hint: date | None = None,
    mapping: Mapping[str, str] | None = None,
) -> Export:
    """Read one file of open items or balances.

    Args:
        name: the file's name, for errors only; the bytes say what it is.
        content: the whole file.
        today_hint: the day of the import; invoices dated later are reported.
        mapping: our key -> the file's heading, when a person corrected it for this layout.

    Returns:
        What was understood, in exact amounts; nothing is dropped without a count or a finding.

    Raises:
        IntakeError: the file is not such an export (facts: path, reason, sometimes detail).
    """
    table, header = _best_table(name, tables(name, content), mapping)
    grid = table.whole()
    ledger = None
    if is_ledger(header.columns):
        grid, ledger = customers(name, grid, header.at + header.height, dict(header.columns))
    layout = layout_of(grid, header)
    _require(name, grid, layout)
    scanned = scan(grid, layout, today_hint)
    if ledger:
        _add_ledger(scanned, ledger)
    parties = _settle_parties(scanned)
    if scanned.entries and not any(parties.code(entry.party) for entry in scanned.entries):
        raise IntakeError(path=name, reason="no_debtor_column", detail=_seen(header))
    _report_reading(scanned, table, layout)
    entries = finish(scanned, layout, parties)
    if layout.has_items:
        read = _items(scanned, entries, layout, today_hint)
    else:
        read = _sums(scanned, entries)
    return replace(_export(name, table, layout, scanned, parties, read), ledger=ledger)


def _add_ledger(scanned: Scan, ledger: Ledger) -> None:
    """Take the customers' balance for the file's total, and count the lines of other accounts."""
    scanned.rows += ledger.others
    scanned.skipped["other_account"] = ledger.others
    scanned.sums.append(Sum(0, "grand", ledger.balance, NOBODY, after_items=True))
    for entry in scanned.entries:
        if entry.row in ledger.doubtful:
            entry.status = "doubtful"
    if ledger.debit != ledger.credit:
        scanned.find(0, "", "ledger_unbalanced", debit=ledger.debit, credit=ledger.credit)


def _best_table(
    name: str, found: tuple[Table, ...], mapping: Mapping[str, str] | None
) -> tuple[Table, Header]:
    """Return the table whose header says most; hidden sheets only when no other has one."""
    headed = [(table, find_header(table.grid, mapping)) for table in found]
    known = [(table, header) for table, header in headed if header]
    shown = [pair for pair in known if not pair[0].grid.hidden] or known
    if not shown:
        reason = "no_header" if any(table.grid.rows for table in found) else "empty"
        raise IntakeError(path=name, reason=reason)
    return max(shown, key=lambda pair: pair[1].value)


def _require(name: str, grid: Grid, layout: Layout) -> None:
    """Refuse a table that is no list of what customers owe."""
    header = layout.header
    if not header.has_money:
        raise IntakeError(path=name, reason="no_amount_column", detail=_seen(header))
    rows = grid.rows[header.at + header.height :]
    days = [layout.columns[key] for key in ITEM_DAYS if key in layout.columns]
    if not layout.has_items and any(holds(rows, at) for at in days):
        raise IntakeError(path=name, reason="no_invoice_column", detail=_seen(header))
    titles = set(" ".join([*layout.titles, *(fold(text) for text in header.texts)]).split())
    if words("rows", "suppliers") & titles and not words("rows", "customers") & titles:
        raise IntakeError(path=name, reason="suppliers")


def _seen(header: Header) -> str:
    return ", ".join(text for text in header.texts if text)


def _settle_parties(scanned: Scan) -> Parties:
    """Give each debtor one code, after cutting "CL001 HARDY" where the whole file reads so."""
    cut = split_bare(entry.party for entry in scanned.entries)
    for entry in scanned.entries:
        entry.party = cut.get(entry.party, entry.party)
    scanned.facts = {cut.get(party, party): facts for party, facts in scanned.facts.items()}
    return Parties(entry.party for entry in scanned.entries)


def _report_reading(scanned: Scan, table: Table, layout: Layout) -> None:
    """Report what had to be assumed to read the file at all."""
    if table.lost:
        scanned.find(0, "", "bad_characters", count=table.lost, encoding=table.encoding)
    unsure = [key for key, days in layout.days.items() if days.unsure]
    if unsure and layout.amounts.decimal == ".":  # an English file may write the month first
        column = layout.heading(unsure[0])
        scanned.find(0, column, "date_order_assumed")


@dataclass(frozen=True, slots=True)
class _Read:
    """The claims of a file: receivables and payments, or balances; `closed` sums the settled."""

    receivables: tuple[Receivable, ...] = ()
    settled: tuple[Receivable, ...] = ()
    whole: frozenset[int] = frozenset()
    closed: Decimal = ZERO
    payments: tuple[Payment, ...] = ()
    balances: tuple[Balance, ...] = ()

    def open(self) -> list[tuple[str, str, Decimal]]:
        """Return debtor, currency and open of each claim."""
        items = [(one.debtor, one.currency, one.open) for one in self.receivables]
        return items + [(one.debtor, one.currency, one.amount) for one in self.balances]

    def owners(self) -> list[tuple[str, int]]:
        """Return debtor and row of each claim."""
        items = [(one.debtor, one.row) for one in self.receivables]
        return items + [(one.debtor, one.row) for one in self.balances]


def _items(scanned: Scan, entries: list[Entry], layout: Layout, today: date | None) -> _Read:
    merged = merge(scanned, entries, layout)
    for entry in merged.entries:
        check_days(scanned, entry, layout, today)
    return _Read(
        receivables=tuple(receivable(entry) for entry in merged.entries),
        settled=tuple(receivable(entry) for entry in merged.settled),
        whole=frozenset(one.row for one in (*merged.entries, *merged.settled) if one.whole),
        closed=sum((entry.closed for entry in merged.settled), ZERO),
        payments=tuple(merged.payments),
    )


def _sums(scanned: Scan, entries: list[Entry]) -> _Read:
    """Return balances without invoices; letters are refused by what the file lacks."""
    kept = [entry for entry in entries if entry.open]
    scanned.skipped["settled"] += len(entries) - len(kept)
    scanned.find(0, "", "balance_only", count=len(kept))
    return _Read(
        balances=tuple(
            Balance(entry.party[0], entry.open, entry.currency, entry.buckets, entry.row)
            for entry in kept
        )
    )


def _export(
    name: str, table: Table, layout: Layout, scanned: Scan, parties: Parties, read: _Read
) -> Export:
    header = layout.header
    totals = reconcile(scanned, read.open(), read.closed)
    owners = debtors(scanned, read.owners(), parties)
    kind: ExportKind = "aged_balance" if header.buckets else "open_items"
    return Export(
        name=name,
        kind=kind if layout.has_items else "balance_only",
        encoding=table.encoding,
        separator=table.separator,
        sheet=table.grid.name,
        header_row=table.grid.rows[header.at][0],
        mapping=layout.mapping(),
        ignored=layout.ignored,
        layout=header.layout,
        rows=scanned.rows,
        receivables=read.receivables,
        settled=read.settled,
        whole=read.whole,
        debtors=owners,
        payments=read.payments,
        balances=read.balances,
        names_currency=scanned.names_currency,
        totals=totals.by_currency,
        file_total=totals.file_total,
        difference=totals.difference,
        skipped=dict(scanned.skipped),
        findings=tuple(sorted(scanned.findings, key=lambda one: one.row)),
    )
