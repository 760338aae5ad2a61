"""`relance demo [DIR]`: a demonstration workbook and a whole day of reminders."""

from dataclasses import replace
from pathlib import Path

import click

from ..actions.agenda import agenda
from ..actions.alarms import alarms
from ..actions.around import order_in
from ..actions.coming import next_step
from ..actions.create import copy_template
from ..actions.demo import demo_day, fill_demo, make_demo
from ..actions.desk import open_desk
from ..actions.files import check_folder
from ..actions.run import run
from ..wording.cli import HELP
from ..wording.sentences import sentence
from ..workbook.schema import INTERPRETER
from .common import now, opened, progress_bar, say_alarms, say_findings, this_python
from .french import Command
from .guard import DONE
from .tables import batch_summary, queue_table


@click.command(cls=Command, name="demo", help=HELP["demo"])
@click.argument(
    "folder", default="relance-demo", type=click.Path(path_type=Path), metavar="[DOSSIER]"
)
@click.option("--macros", is_flag=True, help=HELP["demo-macros"])
def command(folder: Path, macros: bool) -> int:
    """Make the workbook, show the queue, write the documents, say where they are."""
    folder = _free(folder)
    check_folder(folder)
    out, day = folder / "documents", demo_day()
    book_path = _macro_book(folder) if macros else _value_book(folder)
    with opened(book_path) as book, progress_bar() as progress:
        desk = open_desk(book, out)
        queue_table(day, [agenda(desk, day)])
        order = replace(order_in(book, day, out, now()), progress=progress)
        batch = run(desk, order)
        batch_summary(batch, out, False, next_step(desk, day))
        say_alarms(alarms(desk, day))
        say_findings(desk.findings)
    click.echo(sentence("demo_done", {"book": str(book_path), "folder": str(out)}))
    return DONE


def _value_book(folder: Path) -> Path:
    path = folder / "relances.xlsx"
    make_demo(path)
    return path


def _macro_book(folder: Path) -> Path:
    path = folder / "relances.xlsm"
    copy_template(path)
    with opened(path) as book:
        fill_demo(book)
        book.set(INTERPRETER, this_python())
        book.save()
    return path


def _free(folder: Path) -> Path:
    """A demonstration never writes over another: take the first free name."""
    found, number = folder, 1
    while any(found.glob("relances.xls[xm]")):
        number += 1
        found = folder.with_name(f"{folder.name}-{number}")
    return found


COMMANDS: dict[str, click.Command] = {"demo": command}
