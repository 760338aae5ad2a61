"""`relance upgrade`: a workbook of an older release brought to this version."""

from pathlib import Path

import click

from ..actions.fitting import version_of
from ..actions.upgrade import add_missing, dated_copy, fill_rebuilt, missing_parts
from ..core.errors import BookError
from ..hosts.file.upgrade.book import GrowingBook
from ..wording.cli import HELP
from ..wording.sentences import sentence
from ..workbook.schema import SCHEMA_VERSION
from .common import opened, today
from .french import Command
from .guard import DONE
from .macros import project_to_renew, renew


@click.command(cls=Command, name="upgrade", help=HELP["upgrade"])
@click.argument("book", type=click.Path(path_type=Path), metavar="CLASSEUR")
def upgrade_command(book: Path) -> int:
    """Bring a workbook to this version; the copy is made once nothing can be refused any more."""
    with GrowingBook(book, tell=lambda text: click.echo(text, err=True)) as workbook:
        is_older = version_of(workbook) < SCHEMA_VERSION
        if missing := missing_parts(workbook):
            raise BookError(path=str(book), reason="incomplete", detail=", ".join(missing))
        project = project_to_renew(book, workbook.macros())
        added = add_missing(workbook, computing=project is not None)
        replaced = renew(workbook, project) if project else None
        if not (is_older or added or replaced is not None):
            click.echo(sentence("upgrade_none"))
            return DONE
        copy = dated_copy(book, today())
        workbook.save()
    with opened(book) as workbook_again:
        if fill_rebuilt(workbook_again, added):
            workbook_again.save()
    click.echo(sentence("upgrade_done", {"copy": str(copy)}))
    if added:
        click.echo(sentence("upgrade_added", {"parts": added}))
    if replaced:
        click.echo(sentence("upgrade_macros", {"names": replaced}))
    return DONE


COMMANDS: dict[str, click.Command] = {"upgrade": upgrade_command}
