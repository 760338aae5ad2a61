"""`relance record BOOK ...`: what a person did or heard."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from ..actions import record, record_heard, record_letters, record_payment, record_sent
from ..actions.currencies import one_currency
from ..actions.record import CALL_OUTCOMES, Entry
from ..wording.cli import HELP
from ..wording.sentences import sentence
from .common import DAY, LINES, SUM, json_option, now, today
from .french import Group
from .record_hold import hold, release
from .recording import again_option, carry_out, currency_option, day_option, note_option
from .usage import Refused


@click.group(cls=Group, name="record", help=HELP["record"])
@click.argument("book", type=click.Path(path_type=Path), metavar="CLASSEUR")
@click.pass_context
def group(ctx: click.Context, book: Path) -> None:
    """Keep the workbook's path for the subcommand."""
    ctx.obj = book


@group.command(help=HELP["sent"])
@click.argument("debtor", default="", metavar="[CLIENT]")
@click.option("--tracking", default="", help=HELP["tracking"])
@click.option("--gone", is_flag=True, help=HELP["gone"])
@day_option
@json_option
@click.pass_obj
def sent(
    book: Path, debtor: str, tracking: str, gone: bool, day: date | None, as_json: bool
) -> int:
    """Confirm drafts."""
    if gone and not debtor:
        raise Refused(sentence("gone_of_whom"))
    entry = Entry(day, now()) if day else None
    return carry_out(
        book,
        day or today(),
        as_json,
        lambda desk: record_sent.sent(desk, entry, now(), debtor, tracking, gone=gone),
    )


@group.command(help=HELP["call"])
@click.argument("debtor", metavar="CLIENT")
@click.option("--outcome", type=click.Choice(CALL_OUTCOMES), required=True, help=HELP["outcome"])
@note_option
@day_option
@json_option
@click.pass_obj
def call(book: Path, debtor: str, outcome: str, note: str, day: date | None, as_json: bool) -> int:
    """Record a call."""
    entry = Entry(day or today(), now())
    return carry_out(
        book, entry.day, as_json, lambda desk: record.call(desk, entry, debtor, outcome, note)
    )


@group.command(help=HELP["promise"])
@click.argument("debtor", metavar="CLIENT")
@click.option("--amount", type=SUM, required=True, help=HELP["amount"])
@click.option("--by", type=DAY, required=True, help=HELP["by"])
@click.option("--invoice", "invoices", multiple=True, help=HELP["invoice-4"])
@currency_option
@again_option
@note_option
@day_option
@json_option
@click.pass_obj
def promise(
    book: Path, debtor: str, amount: tuple[Decimal, str], by: date, invoices: tuple[str, ...],
    currency: str, again: bool, note: str, day: date | None, as_json: bool,
) -> int:  # fmt: skip
    """Record a promise."""
    entry = Entry(day or today(), now())
    return carry_out(
        book, entry.day, as_json,
        lambda desk: record_heard.promise(
            desk, entry, debtor, amount[0], by, note, invoices=invoices,
            currency=one_currency(amount[1], currency), again=again,
        ),
    )  # fmt: skip


@group.command(help=HELP["dispute"])
@click.argument("debtor", metavar="CLIENT")
@click.option("--invoice", required=True, help=HELP["invoice"])
@click.option("--reason", default="", help=HELP["reason"])
@click.option("--resolve", is_flag=True, help=HELP["resolve"])
@day_option
@json_option
@click.pass_obj
def dispute(
    book: Path, debtor: str, invoice: str, reason: str, resolve: bool, day: date | None,
    as_json: bool,
) -> int:  # fmt: skip
    """Record a dispute."""
    if not reason and not resolve:
        raise Refused(sentence("dispute_reason"))
    entry = Entry(day or today(), now())
    return carry_out(
        book, entry.day, as_json,
        lambda desk: record_heard.dispute(desk, entry, debtor, invoice, reason, resolve),
    )  # fmt: skip


@group.command(help=HELP["payment"])
@click.argument("debtor", metavar="CLIENT")
@click.option("--amount", type=SUM, required=True, help=HELP["amount-2"])
@click.option("--invoice", default="", help=HELP["invoice-2"])
@click.option("--value-date", type=DAY, default=None, help=HELP["value-date"])
@currency_option
@again_option
@note_option
@day_option
@json_option
@click.pass_obj
def payment(
    book: Path, debtor: str, amount: tuple[Decimal, str], invoice: str, value_date: date | None,
    currency: str, again: bool, note: str, day: date | None, as_json: bool,
) -> int:  # fmt: skip
    """Record a payment."""
    entry = Entry(day or today(), now())
    return carry_out(
        book, entry.day, as_json,
        lambda desk: record_payment.payment(
            desk, entry, debtor, amount[0], invoice, note, value_date,
            currency=one_currency(amount[1], currency), again=again,
        ),
    )  # fmt: skip


@group.command(help=HELP["plan"])
@click.argument("debtor", metavar="CLIENT")
@click.option("--instalments", type=click.IntRange(2, 60), required=True, help=HELP["instalments"])
@click.option("--first", type=DAY, required=True, help=HELP["first"])
@click.option("--insurer-agreed", is_flag=True, help=HELP["insurer-agreed"])
@again_option
@note_option
@day_option
@json_option
@click.pass_obj
def plan(
    book: Path, debtor: str, instalments: int, first: date, insurer_agreed: bool, again: bool,
    note: str, day: date | None, as_json: bool,
) -> int:  # fmt: skip
    """Record a payment plan."""
    entry = Entry(day or today(), now())
    return carry_out(
        book, entry.day, as_json,
        lambda desk: record_heard.plan(
            desk, entry, debtor, instalments, first, note, insurer_agreed=insurer_agreed,
            again=again,
        ),
    )  # fmt: skip


@group.command(help=HELP["delivered"])
@click.argument("debtor", metavar="CLIENT")
@click.option("--tracking", default="", help=HELP["tracking-2"])
@click.option("--presented-on", type=DAY, default=None, help=HELP["presented-on"])
@day_option
@json_option
@click.pass_obj
def delivered(
    book: Path, debtor: str, tracking: str, presented_on: date | None, day: date | None,
    as_json: bool,
) -> int:  # fmt: skip
    """Record the presentation of a registered letter."""
    entry = Entry(day or today(), now())
    return carry_out(
        book, entry.day, as_json,
        lambda desk: record_letters.delivered(desk, entry, debtor, tracking, presented_on),
    )  # fmt: skip


@group.command(help=HELP["bounced"])
@click.argument("debtor", metavar="CLIENT")
@note_option
@day_option
@json_option
@click.pass_obj
def bounced(book: Path, debtor: str, note: str, day: date | None, as_json: bool) -> int:
    """Record a message that did not arrive."""
    entry = Entry(day or today(), now())
    return carry_out(
        book, entry.day, as_json, lambda desk: record_letters.bounced(desk, entry, debtor, note)
    )


@group.command(help=HELP["reverse"])
@click.argument("lines", type=LINES, nargs=-1, required=True, metavar="NUMERO...")
@note_option
@day_option
@json_option
@click.pass_obj
def reverse(
    book: Path, lines: Sequence[tuple[int, ...]], note: str, day: date | None, as_json: bool
) -> int:
    """Reverse wrong entries."""
    entry = Entry(day or today(), now())
    numbers = [number for run in lines for number in run]
    return carry_out(
        book, entry.day, as_json, lambda desk: record_letters.reverse(desk, entry, numbers, note)
    )


group.add_command(hold)
group.add_command(release)

COMMANDS: dict[str, click.Command] = {"record": group}
