"""`relance templates export|check`: the letters as files that a person edits in Word."""

from pathlib import Path

import click

from ..actions.files import check_folder, write_whole
from ..actions.own_templates import templates
from ..actions.shape import finding
from ..core.errors import OutputFolderError
from ..documents.faulty import CODE
from ..documents.folder import check_folder_of
from ..documents.shipped import FIELD_LIST, export_templates
from ..wording.cli import HELP
from ..wording.sentences import sentence
from .common import json_option, show_json
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
@json_option
def check(folder: Path, as_json: bool) -> int:
    """Say each fault with its file, its place and its field; advice alone is no failure."""
    own = templates(folder)
    count = sum(name.lower() != FIELD_LIST for name in own)
    if not count:
        raise OutputFolderError(path=str(folder), reason="empty_templates")
    found = check_folder_of(own)
    if as_json:
        show_json({"templates": count, "findings": [finding(one) for one in found]})
    else:
        for one in found:
            click.echo(sentence(one.code, one.facts))
        if not found:
            click.echo(sentence("templates_ok", {"count": count}))
    return NOTHING if any(one.code == CODE for one in found) else DONE


COMMANDS: dict[str, click.Command] = {"templates": group}
