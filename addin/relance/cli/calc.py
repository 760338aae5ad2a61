"""`relance install-calc`: the extension put into LibreOffice, renewed or removed."""

import click

from .. import __version__
from ..hosts.calc import installing
from ..hosts.calc.build.package import extension
from ..wording.cli import HELP
from ..wording.sentences import sentence
from .french import Command
from .guard import DONE


@click.command(name="install-calc", cls=Command, help=HELP["install-calc"])
@click.option("--remove", is_flag=True, help=HELP["remove"])
def command(remove: bool) -> int:
    """Install, renew or remove the extension, and say what comes next."""
    office = installing.checked()
    facts = {"office": office.name, "version": __version__}
    if remove:
        code = "calc_removed" if installing.present(office) else "calc_absent"
        if code == "calc_removed":
            installing.remove(office)
    else:
        installing.install(office, extension())
        code = "calc_installed"
    click.echo(sentence(code, facts))
    return DONE


COMMANDS: dict[str, click.Command] = {"install-calc": command}
