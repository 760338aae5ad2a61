"""What is wrong with a command line, in French: click says it in English."""

import re

import click

from ..wording.cli import USAGE

EXTRA = re.compile(r"unexpected extra arguments? \((.*)\)")


def said(fault: click.ClickException) -> str:
    """Return the sentence of a usage error; our own are in French already."""
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
        return USAGE["no_value"].format(name=fault.option_name)
    extra = EXTRA.search(fault.message)
    return USAGE["extra"].format(value=extra[1]) if extra else fault.message


def _name(fault: click.BadParameter) -> str:
    param = fault.param
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.make_metavar(fault.ctx) if param and fault.ctx else ""


def _why(fault: click.BadParameter) -> str:
    kind = fault.param.type if fault.param else None
    if isinstance(kind, click.Choice):
        return USAGE["choices"].format(names=", ".join(map(str, kind.choices)))
    if isinstance(kind, click.IntRange):
        return USAGE["range"].format(first=kind.min, last=kind.max)
    if isinstance(kind, click.types.IntParamType):
        return USAGE["integer"]
    return fault.message
