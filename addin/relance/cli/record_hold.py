"""`relance record BOOK hold|release`: invoices that nobody reminds of for a while."""

from datetime import date
from pathlib import Path

import click

from ..actions import record_hold
from ..actions.record import Entry
from ..wording.cli import HELP
from .common import json_option, now, today
from .french import Command
from .recording import carry_out, day_option

invoices_option = click.option("--invoice", "invoices", multiple=True, help=HELP["invoice-3"])


@click.command(cls=Command, name="hold", help=HELP["hold"])
@click.argument("debtor", metavar="CLIENT")
@invoices_option
@click.option("--reason", required=True, help=HELP["reason"])
@day_option
@json_option
@click.pass_obj
def hold(
    book: Path, debtor: str, invoices: tuple[str, ...], reason: str, day: date | None,
    as_json: bool,
) -> int:  # fmt: skip
    """Suspend invoices."""
    entry = Entry(day or today(), now())
    return carry_out(
        book, entry.day, as_json,
        lambda desk: record_hold.hold(desk, entry, debtor, reason, invoices),
    )  # fmt: skip


@click.command(cls=Command, name="release", help=HELP["release"])
@click.argument("debtor", metavar="CLIENT")
@invoices_option
@click.option("--reason", default="", help=HELP["reason"])
@day_option
@json_option
@click.pass_obj
def release(
    book: Path, debtor: str, invoices: tuple[str, ...], reason: str, day: date | None,
    as_json: bool,
) -> int:  # fmt: skip
    """Release suspended invoices."""
    entry = Entry(day or today(), now())
    return carry_out(
        book, entry.day, as_json,
        lambda desk: record_hold.release(desk, entry, debtor, reason, invoices),
    )  # fmt: skip
