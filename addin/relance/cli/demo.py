"""`relance demo [DIR]`: a demonstration workbook and a whole day of reminders."""

from dataclasses import replace
from pathlib import Path

import click

from ..actions.agenda import agenda
from ..actions.alarms import alarms
from ..actions.around import order_in
from ..actions.demo import demo_day, make_demo
from ..actions.desk import open_desk
from ..actions.files import check_folder
from ..actions.run import run
from ..wording.cli import HELP
from ..wording.sentences import sentence
from .common import now, opened, progress_bar, say_alarms, say_findings
from .french import Command
from .guard import DONE
from .tables import batch_summary, queue_table


@click.command(cls=Command, name="demo", help=HELP["demo"])
@click.argument(
    "folder", default="relance-demo", type=click.Path(path_type=Path), metavar="[DOSSIER]"
)
def command(folder: Path) -> int:
    """Make the workbook, show the queue, write the documents, say where they are."""
    folder = _free(folder)
    check_folder(folder)
    book_path, out, day = folder / "relances.xlsx", folder / "documents", demo_day()
    make_demo(book_path)
    with opened(book_path) as book, progress_bar() as progress:
        desk = open_desk(book, out)
        queue_table(day, [agenda(desk, day)])
        order = replace(order_in(book, day, out, now()), progress=progress)
        batch = run(desk, order)
        batch_summary(batch, out, dry_run=False)
        say_alarms(alarms(desk, day))
        say_findings(desk.findings)
    click.echo(sentence("demo_done", {"book": str(book_path), "folder": str(out)}))
    return DONE


def _free(folder: Path) -> Path:
    """A demonstration never writes over another: take the first free name."""
    found, number = folder, 1
    while (found / "relances.xlsx").exists():
        number += 1
        found = folder.with_name(f"{folder.name}-{number}")
    return found


COMMANDS: dict[str, click.Command] = {"demo": command}
