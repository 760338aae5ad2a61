"""`relance build-template` and `build-oxt`: for those who change Relance; only in a checkout."""

from pathlib import Path

import click

from ..core.errors import BuildError
from ..data import TEMPLATE
from ..hosts.calc.build.package import extension
from ..hosts.excel.build import known
from ..hosts.excel.build.template import differing_parts, template_bytes
from ..wording.cli import HELP
from ..wording.sentences import sentence
from .french import Command
from .guard import DONE, NOTHING

ROOT = Path(__file__).parents[3]
LIST = f"addin/relance/data/{known.LIST}"


@click.command(name="build-template", cls=Command, help=HELP["build-template"])
@click.option("--check", is_flag=True, help=HELP["check-2"])
def template_command(check: bool) -> int:
    """Build the template and the list of its macros, or tell how those that are there differ."""
    macros, target, listing = ROOT / "macros", ROOT / TEMPLATE, ROOT / LIST
    if not macros.is_dir():
        raise BuildError(reason="no_checkout")
    built = template_bytes(macros)
    before = listing.read_text("utf-8")
    now = known.listed(before, built)
    if not check:
        target.write_bytes(built)
        listing.write_bytes(now.encode())
        click.echo(sentence("template_built", {"path": TEMPLATE, "size": len(built)}))
        return DONE
    differing = differing_parts(built, target.read_bytes()) if target.is_file() else (TEMPLATE,)
    differing += (LIST,) if now != before else ()
    code = "template_differs" if differing else "template_same"
    click.echo(sentence(code, {"path": TEMPLATE, "parts": differing}))
    return NOTHING if differing else DONE


@click.command(name="build-oxt", cls=Command, help=HELP["build-oxt"])
@click.argument("target", default="dist/relance.oxt", type=click.Path(path_type=Path))
def oxt_command(target: Path) -> int:
    """Build the extension for LibreOffice."""
    built = extension()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(built)
    click.echo(sentence("template_built", {"path": str(target), "size": len(built)}))
    return DONE


COMMANDS: dict[str, click.Command] = {
    "build-template": template_command,
    "build-oxt": oxt_command,
}
