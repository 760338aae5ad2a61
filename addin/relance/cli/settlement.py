"""`relance settlement`: less than what is owed, if it is paid by a day."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from ..actions.deal import Deal
from ..actions.settlement import settlement as settle
from ..wording.cli import HELP
from .beside import (
    as_of_option,
    at_work,
    book_argument,
    dry_option,
    letter_option,
    out_option,
    pdf_option,
    told_of,
)
from .common import DAY, SUM, json_option
from .french import Command


@click.command(cls=Command, name="settlement", help=HELP["settlement"])
@book_argument
@click.argument("debtor", metavar="CLIENT")
@click.option("--amount", type=SUM, required=True, help=HELP["amount-3"])
@click.option("--by", type=DAY, required=True, help=HELP["by-2"])
@click.option("--invoice", "invoices", multiple=True, help=HELP["invoice-5"])
@click.option("--currency", default="", help=HELP["currency-2"])
@click.option("--insurer-agreed", is_flag=True, help=HELP["insurer-agreed-2"])
@as_of_option
@out_option
@letter_option
@dry_option
@pdf_option
@json_option
def settlement(
    book: Path, debtor: str, amount: tuple[Decimal, str], by: date, invoices: tuple[str, ...],
    currency: str, insurer_agreed: bool, as_of: date | None, out: Path | None, letter: bool,
    dry_run: bool, pdf: bool, as_json: bool,
) -> int:  # fmt: skip
    """Agree to take less than what is owed, until a day."""
    deal = Deal(
        amount[0], by, invoices, currency, amount[1], by_post=letter, insurer_agreed=insurer_agreed
    )
    with at_work(book, as_of, out, dry_run, pdf) as (desk, order):
        batch = settle(desk, order, debtor, deal)
    return told_of(batch, book, desk, order, as_json)


COMMANDS: dict[str, click.Command] = {"settlement": settlement}
