"""`relance interest`: late-payment interest of one sum, with its segments."""

from datetime import date
from decimal import Decimal

import click

from ..actions.interest import Interest, interest
from ..wording.amounts import day, money, percent
from ..wording.cli import COLUMNS, HELP
from ..wording.sentences import sentence
from .common import AMOUNT, DAY, json_option, show_json, today
from .french import Command


@click.command(cls=Command, name="interest", help=HELP["interest"])
@click.argument("amount", type=AMOUNT, metavar="MONTANT")
@click.argument("due", type=DAY, metavar="ECHEANCE")
@click.option("--until", type=DAY, default=None, help=HELP["until"])
@click.option("--regime", default="FR-B2B", show_default=True, help=HELP["regime"])
@click.option("--rate", "contract", default="", help=HELP["rate"])
@json_option
def command(
    amount: Decimal, due: date, until: date | None, regime: str, contract: str, as_json: bool
) -> None:
    """Print the segments and the total."""
    found = interest(amount, due, until or today(), regime, contract)
    if as_json:
        show_json(found.json())
        return
    _show(found)


def _show(found: Interest) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(*COLUMNS["segments"])
    for segment in found.segments:
        table.add_row(
            day(segment.first), day(segment.last), str(segment.days), percent(segment.rate),
            money(segment.interest, "EUR"), segment.source,
        )  # fmt: skip
    console = Console()
    if found.segments:
        console.print(table)
    facts = {
        "days": found.days,
        "until": found.until,
        "regime": found.regime,
        "interest": money(found.interest),
        "fee": money(found.fee),
        "total": money(found.total),
    }
    console.print(sentence("interest_summary", facts))
    for doubt in found.doubts:
        console.print(sentence(doubt.code, doubt.facts))


COMMANDS: dict[str, click.Command] = {"interest": command}
