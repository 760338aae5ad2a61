"""Readable tables on a terminal: the queue, and what a run did."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from ..actions.agenda import Queue
from ..actions.batch import Batch, Written, count_by_kind
from ..actions.document_files import pdf_of
from ..actions.naming import action_of, reasons_of
from ..core.findings import Reason
from ..core.money import ZERO
from ..core.records import Decision
from ..wording import amounts
from ..wording.cli import COLUMNS
from ..wording.labels import label
from ..wording.run import DOCUMENT_NAMES, counted
from ..wording.sentences import sentence
from .common import texts

WIDTH = 150  # when the output is not a terminal
LISTED = 200  # documents in the summary of a run; nobody reads more there, and the journal has all


def console() -> Console:
    """Return a console; wide enough for a table when it writes to a file."""
    plain = Console()
    return plain if plain.is_terminal else Console(width=WIDTH)


def queue_table(day: date, queues: Sequence[Queue]) -> None:
    """Print the queue of one or several workbooks."""
    out = console()
    out.print(sentence("agenda_title", {"day": day}), style="bold")
    table = Table(show_lines=True)
    client, step, channel, claim, total, coming, why = COLUMNS["queue"]
    if len(queues) > 1:
        table.add_column(COLUMNS["book"][0])
    for heading in (client, step, channel):
        table.add_column(heading)
    for heading in (claim, total):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column(coming, no_wrap=True)
    table.add_column(why, ratio=1)
    for queue in queues:
        for book, one in queue.decided:
            cells = _queue_cells(one)
            table.add_row(*([Path(book).name] if len(queues) > 1 else []), *cells)
    out.print(table)
    ready = [one for queue in queues for _, one in queue.decided if one.step and not one.blocked_by]
    if any(not _is_written(one) for one in ready):
        out.print(sentence("agenda_summary", {"count": len(ready)}))
        return
    out.print(sentence("agenda_written" if ready else "agenda_none", {"count": len(ready)}))
    for text in dict.fromkeys(sentence(one.coming.code, one.coming.facts) for one in queues):
        out.print(text)


def _is_written(one: Decision) -> bool:
    """Tell whether a draft of the debtor waits already."""
    return any(reason.code == "draft_waiting" for reason in one.why)


def _queue_cells(one: Decision) -> list[str]:
    blocked = reasons_of(one, one.blocked_by)
    held = sentence("held_by", {"text": texts(blocked)}) if blocked else ""
    return [
        f"{one.debtor.name}\n{one.debtor.code}" if one.debtor.name else one.debtor.code,
        action_of(one) or "-",
        label("channel", one.channel) if one.channel else "-",
        _sums(one, "claim"),
        _sums(one, "total"),
        amounts.day(one.next_date) if one.next_date else "-",
        "\n".join(filter(None, (texts(reasons_of(one, one.why)), held))),
    ]


def _sums(one: Decision, name: str) -> str:
    """The sums a currency; credits beyond what is owed are no sum to ask for."""
    sums = ((getattr(totals, name), totals.currency) for totals in one.totals)
    return "\n".join(
        amounts.money(value, currency) if value >= ZERO else "-" for value, currency in sums
    )


def batch_summary(batch: Batch, folder: Path, dry_run: bool, coming: Reason) -> None:
    """Print what was written, what was not and why, and the next step."""
    out = console()
    out.print(sentence("run_dry" if dry_run else "run_title", {"day": batch.as_of}), style="bold")
    if batch.documents:
        shown = len(batch.documents) if dry_run else LISTED
        out.print(_documents(batch.documents[:shown]))
        if more := len(batch.documents[shown:]):
            out.print(sentence("run_more", {"count": more}))
    if batch.skipped:
        table = Table(*COLUMNS["skipped"])
        for left in batch.skipped:
            table.add_row(left.debtor, texts(left.why))
        out.print(table)
    out.print(counted(count_by_kind(batch.documents), len(batch.skipped), dry_run))
    for debtor, reason in (*batch.told, *batch.ended):
        out.print(f"{debtor} : {sentence(reason.code, reason.facts)}")
    if not batch.documents:
        out.print(sentence(coming.code, coming.facts))
    elif not dry_run:
        out.print(sentence("run_next", {"folder": str(folder)}))


def print_copies(
    documents: Sequence[Written], waiting: Sequence[str] = (), code: str = "pdf_written"
) -> None:
    """Print how many documents have a print copy, and which have none and why.

    Args:
        documents: what was just written.
        waiting: letters of an earlier run that have none.
        code: the sentence of the count; `relance print` joins reminders alone.
    """
    made = [one for one in documents if one.path.suffix == ".docx" and pdf_of(one.path).is_file()]
    if made:
        click.echo(sentence(code, {"count": len(made)}))
    for one in documents:
        if one.no_pdf is not None:
            text = sentence(one.no_pdf.code, one.no_pdf.facts)
            click.echo(sentence("pdf_missing", {"document": one.path.name, "text": text}))
    if waiting:
        click.echo(sentence("pdf_waiting", {"count": len(waiting), "documents": waiting}))


def beside_summary(batch: Batch, folder: Path, dry_run: bool) -> None:
    """Print which documents beside the policy were written, and who got none and why."""
    out = console()
    if batch.documents:
        out.print(_documents(batch.documents))
    if batch.skipped:
        table = Table(*COLUMNS["skipped"])
        for left in batch.skipped:
            table.add_row(left.debtor, texts(left.why))
        out.print(table)
    out.print(counted(count_by_kind(batch.documents), len(batch.skipped), dry_run))
    for debtor, reason in (*batch.told, *batch.ended):
        out.print(f"{debtor} : {sentence(reason.code, reason.facts)}")
    if batch.documents and not dry_run:
        out.print(sentence("beside_next", {"folder": str(folder)}))


def _documents(documents: Iterable[Written]) -> Table:
    table = Table(*COLUMNS["documents"])
    for one in documents:
        name = DOCUMENT_NAMES.get(one.called, one.kind)
        table.add_row(
            one.debtor, name, label("channel", one.channel), ", ".join(one.items), one.path.name
        )
    return table
