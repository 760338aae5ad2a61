"""The command line: the same verbs as the ribbon, one file a group of commands.

Commands are loaded when they are called, so that `relance --help` answers at once.
"""

import importlib
import sys

import click

from .. import __version__
from .guard import guarded

# Name -> module, and the one line that the help shows without loading the module.
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "Un classeur de démonstration et une journée de relances."),
    "new": ("books", "Créer un classeur vierge."),
    "import": ("books", "Importer des exports de postes ouverts dans un classeur."),
    "takeover": ("books", "Reprendre les étapes faites avant Relance."),
    "upgrade": ("books", "Mettre un classeur à niveau, avec une copie datée."),
    "agenda": ("day", "La file du jour, avec ses raisons."),
    "run": ("day", "Préparer les documents que le scénario demande."),
    "record": ("record", "Noter un envoi, un appel, une promesse, un litige, un règlement..."),
    "interest": ("interest", "Calculer des pénalités de retard."),
    "templates": ("templates", "Exporter ou vérifier les modèles de documents."),
    "doctor": ("doctor", "Vérifier l'installation ou un classeur."),
}


class Lazy(click.Group):
    """A group whose commands live in modules that are imported on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of a user's day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command and return it."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f".{COMMANDS[cmd_name][0]}", __package__)
        found: click.Command = module.COMMANDS[cmd_name]
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table above, without importing any."""
        with formatter.section("Commandes"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="relance")
def cli() -> None:
    """Relance : les relances d'impayés dans le classeur de l'expert-comptable.

    Rien n'est envoyé : Relance prépare des brouillons, une personne les envoie.
    """


def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(guarded(cli))
