"""What the commands of `relance record` share: options, and what is said of what was written."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from ..actions import around
from ..actions.desk import Desk
from ..actions.record import Recorded
from ..wording.cli import HELP
from ..wording.events import told
from ..wording.sentences import sentence
from .common import DAY, now, opened, show_json
from .guard import DONE, NOTHING, PART

day_option = click.option("--day", type=DAY, default=None, help=HELP["day"])
note_option = click.option("--note", default="", help=HELP["note"])
currency_option = click.option("--currency", default="", help=HELP["currency"])
again_option = click.option("--again", is_flag=True, help=HELP["again"])

_LEFT = ("draft_stale", "draft_held", "draft_old", "tracking_missing", "tracking_many")


def carry_out(path: Path, day: date, as_json: bool, action: Callable[[Desk], Recorded]) -> int:
    """Do, keep, and say what was written and what was not; returns the exit code."""
    with opened(path) as book:
        done = around.carry_out(book, day, now(), action)
    if as_json:
        show_json(done.json())
    else:
        _say(done)
    if done.events:
        return PART if done.left_out and any(r.code in _LEFT for _, r in done.left_out) else DONE
    return NOTHING


def _say(done: Recorded) -> None:
    for event in done.events:
        click.echo(told(event))
    for doubt in done.doubts:
        click.echo(f"! {sentence(doubt.code, doubt.facts)}")
    for debtor, reason in done.left_out:
        click.echo(f"  {debtor} : {sentence(reason.code, reason.facts)}")
