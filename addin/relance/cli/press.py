"""`relance pdf BOOK`: the waiting letters as PDF files, beside the Word files."""

from pathlib import Path

import click

from ..actions.around import opened_desk
from ..actions.press import Pressed, end_void, letters, press
from ..actions.shape import reason as reason_json
from ..core.errors import NothingToRecordError
from ..hosts.press import with_libreoffice
from ..wording.cli import HELP
from ..wording.sentences import sentence
from .common import json_option, now, opened, progress_bar, show_json, texts, today
from .french import Command
from .guard import DONE, NOTHING, PART


@click.command(cls=Command, name="pdf", help=HELP["pdf"])
@click.argument("book", type=click.Path(path_type=Path), metavar="CLASSEUR")
@click.argument("debtors", nargs=-1, metavar="[CLIENT]...")
@json_option
def command(book: Path, debtors: tuple[str, ...], as_json: bool) -> int:
    """Make the PDF files, and say which were made, which were not, and why."""
    with opened(book) as workbook, progress_bar() as progress:
        desk = opened_desk(workbook)
        for code in debtors:
            desk.debtor(code)
        found, left = letters(desk, today(), debtors)
        if not found and not left:
            raise NothingToRecordError(reason="pdf", debtor="")
        done = press(desk, found, with_libreoffice, progress)
        ended = end_void(desk, left, today(), now())
    done = Pressed(done.made, (*left, *done.left_out), done.not_reached)
    if as_json:
        told = [{"debtor": debtor, "why": [reason_json(reason)]} for debtor, reason in ended]
        show_json(done.json() | {"ended": told})
    else:
        _say(done)
        for debtor, reason in ended:
            click.echo(f"  {debtor} : {texts([reason])}")
    return (PART if done.left_out else DONE) if done.made else NOTHING


def _say(done: Pressed) -> None:
    click.echo(sentence("pdf_made", {"count": len(done.made)}))
    for debtor, path in done.made:
        click.echo(f"  {debtor} : {path}")
    for left in done.left_out:
        click.echo(f"  {left.debtor} : {texts(left.why)}")


COMMANDS: dict[str, click.Command] = {"pdf": command}
