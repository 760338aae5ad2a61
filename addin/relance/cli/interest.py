"""`relance interest`: late-payment interest of one sum, with its segments."""

from datetime import date
from decimal import Decimal

import click

from ..actions.interest import Interest, interest
from ..wording.amounts import day, money, percent
from .common import AMOUNT, DAY, json_option, show_json, today


@click.command(name="interest", help="Calculer les pénalités de retard d'une somme.")
@click.argument("amount", type=AMOUNT, metavar="MONTANT")
@click.argument("due", type=DAY, metavar="ECHEANCE")
@click.option("--until", type=DAY, default=None, help="Dernier jour compté (aujourd'hui).")
@click.option("--regime", default="FR-B2B", show_default=True, help="FR-B2B, BE-B2B, FR-B2C...")
@click.option("--rate", "contract", default="", help="Taux contractuel annuel : 12 % ou 0,12.")
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

    table = Table("Du", "Au", "Jours", "Taux", "Pénalités", "Source", title=None)
    for segment in found.segments:
        table.add_row(
            day(segment.first), day(segment.last), str(segment.days), percent(segment.rate),
            money(segment.interest, "EUR"), segment.source,
        )  # fmt: skip
    console = Console()
    if found.segments:
        console.print(table)
    console.print(f"{found.days} jours de retard au {day(found.until)} ({found.regime})")
    console.print(f"Pénalités de retard : {money(found.interest, 'EUR')}")
    console.print(f"Indemnité forfaitaire : {money(found.fee, 'EUR')}")
    console.print(f"Total : {money(found.total, 'EUR')}")


COMMANDS = {"interest": command}
