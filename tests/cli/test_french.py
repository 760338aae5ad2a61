"""The command line speaks French: no help and no error lets a word of click's through."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from tests.actions.world import relance

from relance.cli import cli
from relance.cli.french import Command, Group
from relance.cli.usage import said

WORDS = re.compile(
    r"\b(required|default|TEXT|PATH|INTEGER|RANGE|COMMAND|ARGS|FILES|BOOKS|Commands"
    r"|Error|Missing|Show|Try)\b"
)


def spoken_by_click() -> Iterator[str]:
    """Yield what click passes to gettext, cut where it puts values."""
    for path in Path(click.__file__).parent.glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func) in ("_", "ngettext"):
                for one in call.args[:2]:
                    if isinstance(one, ast.Constant):
                        yield from re.split(r"\{[^}]*\}", str(one.value))


PHRASES = {part.strip() for part in spoken_by_click()}
PHRASES = {part for part in PHRASES if re.search("[A-Za-z]{4}[ :]", part)}


def english(text: str) -> set[str]:
    """Return the words of click that a text holds."""
    flat = " ".join(text.split())
    return {part for part in PHRASES if part in flat} | set(WORDS.findall(flat))


def commands(group: click.Group, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command with the words that call it."""
    yield path, group
    words = tuple("b.xlsx" for param in group.params if isinstance(param, click.Argument))
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, *path, *words, name)
        else:
            yield (*path, *words, name), command


ALL = list(commands(cli))


def test_the_words_of_click_are_known() -> None:
    assert {"Usage:", "Show this message and exit.", "Missing command.", "default:"} <= PHRASES
    assert english("-h, --help  Show this\n message and exit. [required]") == {
        "Show this message and exit.", "Show", "required",
    }  # fmt: skip
    assert len(ALL) > 20


@pytest.mark.parametrize(("words", "command"), ALL, ids=lambda one: str(one))
def test_a_help_has_no_english_word(words: tuple[str, ...], command: click.Command) -> None:
    assert isinstance(command, Group if isinstance(command, click.Group) else Command)
    answer = relance(*words, "--help")
    assert answer.code == 0
    assert answer.out.startswith("Usage : ")
    assert "-h, --help" in answer.out
    assert english(answer.out) == set()


def test_a_help_says_what_each_option_takes_and_what_must_be_there() -> None:
    plan = " ".join(relance("record", "b.xlsx", "plan", "--help").out.split())
    assert "--instalments NOMBRE Nombre. [de 2 à 60, obligatoire]" in plan
    assert "--note TEXTE Note : des faits seulement. --day JOUR" in plan
    assert "--regime TEXTE FR-B2B, BE-B2B, FR-B2C... [par défaut : FR-B2B]" in " ".join(
        relance("interest", "--help").out.split()
    )
    assert "--country [FR|BE|LU]" in relance("new", "--help").out


def test_a_group_shows_where_its_own_argument_stands_and_lists_its_commands() -> None:
    shown = relance("record", "--help").out
    assert "record [OPTIONS] CLASSEUR COMMANDE [ARGUMENTS]..." in " ".join(shown.split())
    assert re.search(r"Commandes :\n(  .*\n)*  call +Noter un appel et son résultat\.\n", shown)


def test_the_version_is_told() -> None:
    answer = relance("--version")
    assert re.fullmatch(r"relance \d+\.\d+\.\d+\n", answer.out)
    assert "--version   Afficher la version." in relance("--help").out


SUBCOMMANDS = (
    "bounced, call, delivered, dispute, hold, payment, plan, promise, release, reverse, sent"
)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("--xyz",), "Option inconnue : --xyz."),
        (("record", "--xyz"), "Option inconnue : --xyz."),
        (("new", "b.xlsx", "--countr", "FR"), "Options proches : --country."),
        (("record", "b.xlsx"), f"Il manque une commande. Commandes : {SUBCOMMANDS}."),
        (("record", "b.xlsx", "foo"), f"Commande inconnue : foo. Commandes : {SUBCOMMANDS}."),
        (("templates", "foo"), "Commande inconnue : foo. Commandes : check, export."),
        (("agenda",), "Il manque : CLASSEUR."),
        (("import", "b.xlsx"), "Il manque : FICHIER."),
        (("record", "b.xlsx", "call", "C1"), "Il manque : --outcome."),
        (("interest", "1", "2026-01-01", "--json=3"), "L'option --json ne prend pas de valeur."),
        (("interest", "1", "2026-01-01", "--until"), "L'option --until attend une valeur."),
        (("doctor", "a", "b"), "Argument en trop : b."),
        (("new", "b.xlsx", "--country", "IT"), "choisissez parmi FR, BE, LU."),
        (("record", "b.xlsx", "dispute", "C1", "--invoice", "3"), "avec --reason"),
    ],
)
def test_a_usage_error_says_what_to_do(words: tuple[str, ...], text: str) -> None:
    answer = relance(*words)
    assert (answer.code, answer.out) == (2, "")
    told, help_ = answer.err.splitlines()
    assert text in told
    assert re.fullmatch("Aide : .+ --help", help_)
    assert english(answer.err) == set()


@pytest.mark.parametrize("words", [(), ("record",), ("templates",)])
def test_a_group_alone_shows_its_help(words: tuple[str, ...]) -> None:
    answer = relance(*words)
    assert answer.code == 2
    assert answer.out.startswith("Usage : ")
    assert english(answer.out) == set()


def test_what_click_may_say_one_day_is_told_in_french_too() -> None:
    context = click.Context(Command("doctor"))
    assert said(click.UsageError("Something new.", context)) == (
        "La commande est incomplète ou mal écrite."
    )
    assert said(click.ClickException("Something else.")) == (
        "La commande est incomplète ou mal écrite."
    )
    option = click.Option(["--size"], type=click.FLOAT)
    fault = click.BadParameter("'x' is not a valid float.", context, option)
    assert said(fault) == "Valeur refusée pour --size : elle ne convient pas."
