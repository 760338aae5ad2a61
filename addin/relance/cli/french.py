"""Commands that speak French: the helps of click without one of its English words.

Every command is a `Command` or a `Group`. The errors of a command line are in `usage`.
"""

import click

from ..wording.cli import HELP, METAVARS, PARTS, USAGE
from .usage import Refused


class Formatter(click.HelpFormatter):
    """Writes the headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how to call a command."""
        super().write_usage(prog, args, prefix or PARTS["usage"])

    def write_heading(self, heading: str) -> None:
        """Write a heading with a space before its colon."""
        super().write_heading(f"{heading} ")


class Context(click.Context):
    """Makes our formatter."""

    formatter_class = Formatter


class Command(click.Command):
    """A command whose help is in French."""

    context_class = Context

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of a command line; an error always knows its command."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as fault:
            fault.ctx = fault.ctx or ctx
            raise

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = HELP["help"]
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options: how each is spelt, what it does, whether it must be there."""
        with formatter.section(PARTS["options"]):
            formatter.write_dl(
                [
                    (_spelling(one, ctx), _meaning(one))
                    for one in self.get_params(ctx)
                    if isinstance(one, click.Option)
                ]
            )


class Group(Command, click.Group):
    """A group of such commands, which names them when one is wrong or lacks."""

    command_class = Command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what stands after the name of the group."""
        return [*super().collect_usage_pieces(ctx)[:-1], PARTS["command"]]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with the help of each."""
        with formatter.section(PARTS["commands"]):
            formatter.write_dl(
                [(name, self.summary(ctx, name)) for name in self.list_commands(ctx)]
            )

    def summary(self, ctx: click.Context, name: str) -> str:
        """Return what a command does, in a line."""
        command = self.get_command(ctx, name)
        return (command.help or "") if command else ""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the commands when one is not ours."""
        names = self.list_commands(ctx)
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            listed = ", ".join(names)
            raise Refused(USAGE["no_command"].format(name=args[0], names=listed), ctx)
        return super().resolve_command(ctx, args)


def _spelling(option: click.Option, ctx: click.Context) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    if option.is_flag:
        return names
    kind = METAVARS.get(option.type.name)
    return f"{names} {kind or option.make_metavar(ctx)}"


def _meaning(option: click.Option) -> str:
    notes = []
    if option.show_default:
        notes.append(PARTS["default"].format(value=option.default))
    if isinstance(option.type, click.IntRange):
        notes.append(PARTS["range"].format(first=option.type.min, last=option.type.max))
    if option.required:
        notes.append(PARTS["required"])
    noted = f"  [{', '.join(notes)}]" if notes else ""
    return f"{option.help or ''}{noted}"
