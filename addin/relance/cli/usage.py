"""What is wrong with a command line, in French: click says it in English."""

import re

import click

from ..wording.cli import USAGE

EXTRA = re.compile(r"unexpected extra arguments? \((.*)\)")


class Refused(click.UsageError):
    """A usage error that we raise ourselves: its message is in French already."""


def said(fault: click.ClickException) -> str:
    """Return the sentence of a usage error; none of click's own ever passes."""
    if isinstance(fault, Refused):
        return fault.message
    if isinstance(fault, click.NoSuchOption):
        near = ", ".join(fault.possibilities or ())
        return USAGE["no_option"].format(name=fault.option_name) + (
            USAGE["near"].format(names=near) if near else ""
        )
    if isinstance(fault, click.MissingParameter):
        return USAGE["missing"].format(name=_name(fault))
    if isinstance(fault, click.BadParameter):
        return USAGE["refused"].format(name=_name(fault), why=_why(fault))
    if isinstance(fault, click.BadOptionUsage):
        return USAGE[_value(fault)].format(name=fault.option_name)
    return _left(fault)


def _name(fault: click.BadParameter) -> str:
    param = fault.param
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.make_metavar(fault.ctx).rstrip(".") if param and fault.ctx else ""


def _why(fault: click.BadParameter) -> str:
    kind = fault.param.type if fault.param else None
    if isinstance(kind, click.Choice):
        return USAGE["choices"].format(names=", ".join(map(str, kind.choices)))
    if isinstance(kind, click.IntRange):
        return USAGE["range"].format(first=kind.min, last=kind.max)
    if isinstance(kind, click.types.IntParamType):
        return USAGE["integer"]
    is_ours = type(kind).__module__.startswith(__package__)
    return fault.message if is_ours else USAGE["other_value"]


def _value(fault: click.BadOptionUsage) -> str:
    """An option lacks its value, or a flag has one."""
    params = fault.ctx.command.params if fault.ctx else ()
    flags = [one for one in params if isinstance(one, click.Option) and one.is_flag]
    return "flag" if any(fault.option_name in one.opts for one in flags) else "no_value"


def _left(fault: click.ClickException) -> str:
    """A group lacks its command, or a command has a word too many."""
    context = fault.ctx if isinstance(fault, click.UsageError) else None
    if context is not None and isinstance(context.command, click.Group):
        names = ", ".join(context.command.list_commands(context))
        return USAGE["command_missing"].format(names=names)
    extra = EXTRA.search(fault.message)
    return USAGE["extra"].format(value=extra[1]) if extra else USAGE["other"]
