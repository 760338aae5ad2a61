"""`relance print`: the letters that wait as one file for the printer."""

from datetime import date
from pathlib import Path

import click

from ..actions.around import opened_desk
from ..actions.folders import output_folder
from ..actions.print_batch import PrintBatch, to_print, write_print
from ..core.errors import OutputFolderError
from ..wording.cli import HELP
from ..wording.sentences import sentence
from .common import DAY, json_option, opened, show_json, today
from .french import Command
from .guard import DONE, NOTHING, PART
from .usage import Refused


@click.command(cls=Command, name="print", help=HELP["print"])
@click.argument("book", type=click.Path(path_type=Path), metavar="CLASSEUR")
@click.option("--as-of", type=DAY, default=None, help=HELP["as-of"])
@click.option("--out", type=click.Path(path_type=Path), required=True, help=HELP["print-out"])
@json_option
def command(book: Path, as_of: date | None, out: Path, as_json: bool) -> int:
    """Write the file and say what is in it and what is not."""
    if out.suffix.lower() != ".pdf":
        raise Refused(sentence("print_suffix", {"path": out.name}))
    day = as_of or today()
    with opened(book) as workbook:
        folder = output_folder(workbook)
        if folder is None:
            raise OutputFolderError(path="", reason="no_folder")
        desk = opened_desk(workbook, to_read=True)
        batch = to_print(desk, folder, day)
        if batch.letters:
            write_print(desk, batch, folder, day, out)
    if as_json:
        show_json(batch.json(out))
    else:
        _say(batch, out)
    if not batch.letters:
        return NOTHING
    return PART if batch.left_out else DONE


def _say(batch: PrintBatch, out: Path) -> None:
    count = len(batch.letters)
    code = "print_done" if count else "print_none"
    click.echo(sentence(code, {"count": count, "path": str(out)}))
    if any(not letter.is_registered for letter in batch.letters):
        click.echo(sentence("print_simple"))
    registered = [letter.draft.debtor for letter in batch.letters if letter.is_registered]
    if registered:
        click.echo(sentence("print_registered"))
    for debtor in registered:
        click.echo(sentence("print_tracking", {"debtor": debtor}))
    for _, why in batch.left_out:
        click.echo(f"  {sentence(why.code, why.facts)}")


COMMANDS: dict[str, click.Command] = {"print": command}
