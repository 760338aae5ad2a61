"""The command line: the same verbs as the ribbon, one file a group of commands.

Commands are loaded when they are called, so that `relance --help` answers at once.
"""

import sys
from importlib import import_module

import click

from .. import __version__
from ..wording.cli import HELP
from .french import Group
from .guard import guarded

VERBS_BESIDE = ("statement", "thanks", "penalty-note", "plan-letter", "settlement", "slip")
LISTED = (
    "demo", "new", "import", "takeover", "upgrade", "agenda", "run", "pdf", "print", *VERBS_BESIDE,
    "record", "folder",
    "interest", "templates", "doctor", "install-calc",
)  # fmt: skip
HIDDEN = ("build-template", "build-oxt")  # for those who change Relance, in a checkout


# The module of each command.
_HOMES = {
    "demo": "demo", "new": "books", "import": "books", "takeover": "books", "upgrade": "upgrade",
    "folder": "folder",
    "agenda": "day", "run": "day", "pdf": "press", "print": "printing", "record": "record",
    "interest": "interest", "templates": "templates", "doctor": "doctor",
    "install-calc": "calc", "build-template": "build", "build-oxt": "build",
    **dict.fromkeys(VERBS_BESIDE, "beside"), "settlement": "settlement",
}  # fmt: skip


def _load(name: str) -> click.Command:
    """Import the module of a command when it is called."""
    commands: dict[str, click.Command] = import_module(f".{_HOMES[name]}", __name__).COMMANDS
    return commands[name]


class Lazy(Group):
    """A group whose commands live in modules that are imported on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of a user's day."""
        return list(LISTED)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command and return it."""
        return _load(cmd_name) if cmd_name in (*LISTED, *HIDDEN) else None

    def summary(self, ctx: click.Context, name: str) -> str:
        """Return what a command does, without importing it."""
        return HELP[name]


@click.group(
    cls=Lazy, help=HELP["relance"], context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(
    __version__, prog_name="relance", message="%(prog)s %(version)s", help=HELP["version"]
)
def cli() -> None:
    """Group the commands; the help is in `wording`."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(guarded(cli))
