"""`relance doctor [BOOK]`: ticks, crosses and remedies."""

from pathlib import Path

import click

from ..actions.doctor import Check, check_book, check_program, grouped
from ..hosts.calc.checks import office_checks
from ..hosts.excel.station import this_station
from ..hosts.excel.station_checks import station_checks, workbook_checks
from ..wording.cli import HELP
from .common import json_option, opened, show_json, today
from .french import Command
from .guard import DONE, NOTHING
from .macros import macro_checks


@click.command(cls=Command, name="doctor", help=HELP["doctor"])
@click.argument("book", required=False, type=click.Path(path_type=Path), metavar="[CLASSEUR]")
@json_option
def command(book: Path | None, as_json: bool) -> int:
    """Print one line a check, and of many anomalies that are alike the first ones."""
    checks = _of_book(book) if book else _of_machine()
    if as_json:
        show_json({"checks": [check.json() for check in checks]})
    else:
        for check in grouped(checks):
            click.echo(check.line)
    return NOTHING if any(check.state == "fault" for check in checks) else DONE


def _of_machine() -> tuple[Check, ...]:
    here = this_station()
    return (*check_program(today()), *station_checks(here), *office_checks())


def _of_book(path: Path) -> tuple[Check, ...]:
    with opened(path) as book:
        checks = [*check_book(book, today()), *workbook_checks(this_station(), book)]
    return (*checks, *macro_checks(path))


COMMANDS: dict[str, click.Command] = {"doctor": command}
