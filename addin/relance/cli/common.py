"""What the commands share: days, amounts, output, and the clock, which is read only here."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import click

from ..actions.places import place
from ..core.currency import currency_in
from ..core.errors import BadAmountError, BadArgumentError, BadDateError, BadPolicyError
from ..core.findings import Finding, Reason
from ..core.parse import parse_amount, parse_date, parse_lines
from ..core.policy import Policy, from_toml
from ..hosts.file.book import FileBook
from ..wording.cli import HELP, USAGE
from ..wording.sentences import sentence


class Day(click.ParamType[date]):
    """A day as ISO or French text."""

    name = "jour"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """Return the day. Fails as a usage error when it can't be read."""
        try:
            return parse_date(value)
        except BadDateError as fault:
            self.fail(sentence(fault.code, fault.facts), param, ctx)


class Amount(click.ParamType[Decimal]):
    """An amount as French or English text."""

    name = "montant"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Decimal:
        """Return the amount. Fails as a usage error when it can't be read."""
        try:
            return parse_amount(value)
        except BadAmountError as fault:
            self.fail(sentence(fault.code, fault.facts), param, ctx)


class Sum(click.ParamType[tuple[Decimal, str]]):
    """An amount, and the currency that it is written with, "" when there is none."""

    name = "montant"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[Decimal, str]:
        """Return the amount and its currency. Fails as a usage error when it can't be read."""
        return AMOUNT.convert(value, param, ctx), currency_in(str(value))


class Lines(click.ParamType[tuple[int, ...]]):
    """A line of the journal by its number, or a run of them: 12-57."""

    name = "lignes"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[int, ...]:
        """Return the numbers. Fails as a usage error when it can't be read."""
        try:
            return parse_lines(str(value))
        except BadArgumentError:
            self.fail(USAGE["lines"], param, ctx)


DAY = Day()
AMOUNT = Amount()
LINES = Lines()
SUM = Sum()
json_option = click.option("--json", "as_json", is_flag=True, help=HELP["json"])


def today() -> date:
    """Return the local civil day."""
    return date.today()


def now() -> str:
    """Return the local time of an entry, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def this_python() -> str:
    """Return the Python that Excel should start: this one, without a console; "" off Windows."""
    if sys.platform != "win32":
        return ""
    quiet = Path(sys.executable).with_name("pythonw.exe")
    return str(quiet if quiet.is_file() else sys.executable)


def show_json(value: object) -> None:
    """Print an answer as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


@contextmanager
def opened(path: Path) -> Iterator[FileBook]:
    """Open a closed workbook and release its lock whatever happens."""
    book = FileBook(path, tell=lambda text: click.echo(text, err=True))
    try:
        yield book
    finally:
        book.close()


def say_findings(findings: Iterable[Finding], limit: int = 20) -> None:
    """Print findings, one a line, and how many are left."""
    found = list(findings)
    for finding in found[:limit]:
        click.echo(f"  {place(finding)}{sentence(finding.code, finding.facts)}")
    if len(found) > limit:
        click.echo(sentence("and_more", {"count": len(found) - limit}))


def say_alarms(alarms: Iterable[Finding]) -> None:
    """Print alarms, one a line, before what is only to be looked at."""
    for alarm in alarms:
        click.echo(f"! {sentence(alarm.code, alarm.facts)}")


def texts(reasons: Iterable[Reason]) -> str:
    """Return reasons as one text."""
    return " ".join(sentence(reason.code, reason.facts) for reason in reasons)


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int, str], None]]:
    """Give a progress callback that draws a bar on a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda done, total, text: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Relances", total=None)

        def show(done: int, total: int, text: str) -> None:
            progress.update(task, completed=done, total=total, description=text[:30] or "Relances")

        yield show


def read_policy(path: Path | None) -> Policy | None:
    """Return the policy of a file, None without one.

    Raises:
        BadPolicyError: it can't be read, or it contradicts itself.
    """
    if path is None:
        return None
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        why = getattr(fault, "strerror", None) or "UTF-8"
        raise BadPolicyError(where=str(path), reason="not_found", value=why) from None
    return from_toml(text, path.name)
