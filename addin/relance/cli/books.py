"""`relance new`, `import`, `takeover`: making and feeding a workbook."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from ..actions import create, importing, takeover
from ..actions.around import opened_desk
from ..actions.bringing import bring, take_over
from ..actions.desk import Desk
from ..actions.importing import Imported
from ..actions.understood import brought, suspended, understood
from ..wording.cli import HELP
from ..wording.intake import counted
from ..wording.sentences import sentence
from ..workbook.schema import INTERPRETER
from .common import (
    DAY,
    json_option,
    now,
    opened,
    say_findings,
    show_json,
    this_python,
    today,
)
from .french import Command
from .guard import DONE

LISTED = 20  # proposals told one a line; the counts before them tell all

as_of_option = click.option("--as-of", type=DAY, default=None, help=HELP["as-of"])


@click.command(cls=Command, name="new", help=HELP["new"])
@click.argument("book", type=click.Path(path_type=Path), metavar="CLASSEUR")
@click.option("--name", default="", help=HELP["name"])
@click.option(
    "--country", type=click.Choice(["FR", "BE", "LU"]), default="FR", help=HELP["country"]
)
def new_command(book: Path, name: str, country: str) -> int:
    """Create a workbook."""
    parameters = {"CreancierNom": name, "CreancierPays": country}
    if create.is_macro_book(book):
        create.copy_template(book)
        with opened(book) as workbook:
            create.fill(workbook, parameters | {INTERPRETER: this_python()})
            workbook.save()
    else:
        create.create(book, parameters)
    click.echo(sentence("new_done", {"path": str(book)}))
    return DONE


@click.command(cls=Command, name="import", help=HELP["import"])
@click.argument("book", type=click.Path(path_type=Path), metavar="CLASSEUR")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FICHIER..."
)
@click.option("--by-age", is_flag=True, help=HELP["by-age"])
@click.option("--partial", is_flag=True, help=HELP["partial"])
@as_of_option
@json_option
def import_command(
    book: Path, files: Sequence[Path], by_age: bool, partial: bool, as_of: date | None,
    as_json: bool,
) -> int:  # fmt: skip
    """Import files and print what was understood."""
    day = as_of or today()
    read = importing.read_files(files, day)
    with opened(book) as workbook:
        desk = opened_desk(workbook)
        done, desk, told = bring(desk, read, day, now(), partial=partial, by_age=by_age)
    if as_json:
        show_json(importing.shape_of(done, told))
    else:
        _say_import(done, desk, str(book))
        say_findings(told)
    return DONE


def _say_import(done: Sequence[Imported], desk: Desk, path: str) -> None:
    for one in done:
        click.echo(brought(one))
        for line in (*understood(one.export), *suspended(one)):
            click.echo("  " + line)
        if one.findings:
            others = len(one.findings) - one.unread
            click.echo("  " + counted(one.unread, others))
        say_findings(one.findings)
        say_findings(one.noted)
    if desk.setting.takeover_pending:
        click.echo(sentence("import_takeover", {"path": path}))


@click.command(cls=Command, name="takeover", help=HELP["takeover"])
@click.argument("book", type=click.Path(path_type=Path), metavar="CLASSEUR")
@click.option("--by-age", is_flag=True, help=HELP["by-age-2"])
@as_of_option
@json_option
def takeover_command(book: Path, by_age: bool, as_of: date | None, as_json: bool) -> int:
    """Show the proposals, and confirm them with --by-age."""
    day = as_of or today()
    with opened(book) as workbook:
        desk = opened_desk(workbook, to_read=not by_age)
        proposals = take_over(desk, day, now()) if by_age else takeover.propose(desk, day)
    if as_json:
        show_json([proposal.json() for proposal in proposals])
        return DONE
    _say_proposals(proposals, str(book))
    say_findings(takeover.told(desk, proposals, confirmed=by_age))
    done = {"count": len({proposal.debtor for proposal in proposals}), "path": str(book)}
    click.echo(sentence("takeover_done" if by_age else "takeover_preview", done))
    return DONE


def _say_proposals(proposals: Sequence[takeover.Proposal], path: str) -> None:
    """Print for how many debtors each step is proposed, then the first proposals one a line."""
    for step, count in takeover.by_step(proposals):
        counted_ = {"step": step, "count": count}
        click.echo(sentence("takeover_step" if step else "takeover_none", counted_))
    for proposal in proposals[:LISTED]:
        facts = {
            "debtor": proposal.debtor, "items": proposal.items, "step": proposal.step,
            "day": proposal.day,
        }  # fmt: skip
        click.echo(
            "  " + sentence("takeover_proposed" if proposal.step else "takeover_first", facts)
        )
    if more := len(proposals[LISTED:]):
        click.echo("  " + sentence("takeover_more", {"count": more, "path": path}))


COMMANDS: dict[str, click.Command] = {
    "new": new_command,
    "import": import_command,
    "takeover": takeover_command,
}
