"""The one catch-all of this door: errors become sentences, surprises become a number.

Exit codes: 0 done (findings allowed), 1 nothing done, 2 usage, 3 part done.
"""

import json
import os
import sys

import click

from ..core.errors import RelanceError
from ..hosts.log import surprise
from ..wording.cli import USAGE as WORDS
from ..wording.sentences import sentence

DONE, NOTHING, USAGE, PART = 0, 1, 2, 3


def guarded(command: click.Command) -> int:
    """Run a command and return its exit code; no traceback ever reaches the user."""
    wants_json = "--json" in sys.argv
    try:
        result = command.main(standalone_mode=False)
        return result if isinstance(result, int) else DONE
    except RelanceError as fault:
        return _refused(fault.code, dict(fault.facts), wants_json)
    except click.ClickException as fault:
        return _usage(fault, wants_json)
    except (click.Abort, KeyboardInterrupt):
        click.echo(sentence("interrupted"), err=True)
        return NOTHING
    except BrokenPipeError:
        return DONE
    except Exception as fault:
        if os.environ.get("RELANCE_STRICT") == "1":
            raise
        return _refused("unexpected", surprise(fault), wants_json)


def _refused(code: str, facts: dict[str, object], wants_json: bool) -> int:
    from ..actions.shape import plain

    text = sentence(code, facts)
    if wants_json:
        error = {"code": code, "facts": plain(facts), "text": text}
        click.echo(json.dumps({"error": error}, ensure_ascii=False))
    else:
        click.echo(text, err=True)
    return NOTHING


def _usage(fault: click.ClickException, wants_json: bool) -> int:
    from .usage import said

    if isinstance(fault, click.exceptions.NoArgsIsHelpError):
        click.echo(fault.format_message())
        return USAGE
    text = said(fault)
    if wants_json:
        error = {"code": "usage", "facts": {}, "text": text}
        click.echo(json.dumps({"error": error}, ensure_ascii=False))
    context = getattr(fault, "ctx", None)
    click.echo(text, err=True)
    if context is not None:
        click.echo(WORDS["help"].format(command=context.command_path), err=True)
    return USAGE
