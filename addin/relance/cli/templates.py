"""`relance templates export|check`: the letters as files that a person edits in Word."""

from pathlib import Path

import click

from ..actions.files import check_folder, templates, write_whole
from ..documents.check import CODE, check_template
from ..documents.shipped import export_templates
from ..wording.cli import HELP
from ..wording.sentences import sentence
from .french import Group
from .guard import DONE, NOTHING


@click.group(cls=Group, name="templates", help=HELP["templates"])
def group() -> None:
    """Group the two verbs."""


@group.command(help=HELP["export"])
@click.argument("folder", type=click.Path(path_type=Path), metavar="DOSSIER")
def export(folder: Path) -> int:
    """Write the shipped templates beside those that the user has."""
    check_folder(folder)
    kept = templates(folder)
    for name, content in export_templates().items():
        if name in kept:
            click.echo(sentence("template_kept", {"name": name}))
            continue
        write_whole(folder / name, content)
        click.echo(sentence("template_written", {"name": name}))
    return DONE


@group.command(help=HELP["check"])
@click.argument("folder", type=click.Path(path_type=Path), metavar="DOSSIER")
def check(folder: Path) -> int:
    """Say each fault with its file, paragraph and field; advice alone is no failure."""
    own = templates(folder)
    found = [one for name, content in own.items() for one in check_template(name, content)]
    for one in found:
        click.echo(sentence(one.code, one.facts))
    faults = any(one.code == CODE for one in found)
    if not found:
        click.echo(sentence("templates_ok", {"count": len(own)}))
    return NOTHING if faults else DONE


COMMANDS: dict[str, click.Command] = {"templates": group}
