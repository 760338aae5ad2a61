"""`relance agenda` and `relance run`: the day's queue, and the day's documents."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from ..actions import shape
from ..actions.agenda import Queue, agenda
from ..actions.alarms import alarms
from ..actions.around import opened_desk, order_in
from ..actions.batch import Batch
from ..actions.coming import next_step
from ..actions.folders import output_folder
from ..actions.press import without_pdf
from ..actions.run import run
from ..core.errors import OutputFolderError
from ..core.policy import Policy
from ..wording.cli import HELP
from ..wording.sentences import sentence
from .common import (
    DAY,
    json_option,
    now,
    opened,
    progress_bar,
    read_policy,
    say_alarms,
    say_findings,
    show_json,
    today,
)
from .french import Command
from .guard import DONE, NOTHING, PART
from .tables import batch_summary, print_copies, queue_table
from .usage import Refused

KINDS = ("email", "letter", "formal_notice", "call_sheet", "confirmation")

as_of_option = click.option("--as-of", type=DAY, default=None, help=HELP["as-of"])
policy_option = click.option(
    "--policy", "policy_file", type=click.Path(path_type=Path), help=HELP["policy"]
)


@click.command(cls=Command, name="agenda", help=HELP["agenda"])
@click.argument(
    "books", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="CLASSEUR..."
)
@as_of_option
@policy_option
@json_option
def agenda_command(
    books: tuple[Path, ...], as_of: date | None, policy_file: Path | None, as_json: bool
) -> int:
    """Print the queue."""
    day = as_of or today()
    policy = read_policy(policy_file)
    queues = [_queue(path, day, policy) for path in books]
    decided = [pair for queue in queues for pair in queue.decided]
    warned = [finding for queue in queues for finding in queue.alarms]
    findings = [finding for queue in queues for finding in queue.findings]
    if as_json:
        show_json(shape.agenda(day, decided, findings, warned))
    else:
        queue_table(day, queues)
        say_alarms(warned)
        say_findings(findings)
    return DONE


def _queue(path: Path, day: date, policy: Policy | None) -> Queue:
    with opened(path) as book:
        return agenda(opened_desk(book, policy=policy, to_read=True), day)


@click.command(cls=Command, name="run", help=HELP["run"])
@click.argument("book", type=click.Path(path_type=Path), metavar="CLASSEUR")
@as_of_option
@click.option("--out", type=click.Path(path_type=Path), help=HELP["out"])
@click.option("--only", default="", help=HELP["only"].format(kinds=", ".join(KINDS)))
@click.option("--debtor", "debtors", multiple=True, help=HELP["debtor"])
@click.option("--dry-run", is_flag=True, help=HELP["dry-run"])
@click.option("--redo", is_flag=True, help=HELP["redo"])
@click.option("--pdf", is_flag=True, help=HELP["run-pdf"])
@policy_option
@json_option
def run_command(
    book: Path, as_of: date | None, out: Path | None, only: str, debtors: tuple[str, ...],
    dry_run: bool, redo: bool, pdf: bool, policy_file: Path | None, as_json: bool,
) -> int:  # fmt: skip
    """Write the documents and say what was written, what was not, and why."""
    kinds = _kinds(only)
    with opened(book) as workbook, progress_bar() as progress:
        folder = out or output_folder(workbook)
        if folder is None:
            raise OutputFolderError(path="", reason="no_folder")
        desk = opened_desk(workbook, folder, read_policy(policy_file), to_read=dry_run)
        for code in debtors:
            desk.debtor(code)
        order = replace(
            order_in(workbook, as_of or today(), folder, now()),
            kinds=kinds, debtors=debtors, dry_run=dry_run, redo=redo, progress=progress,
            pdf=pdf,
        )  # fmt: skip
        batch = run(desk, order)
        bare = without_pdf(desk, order.as_of, batch.documents) if pdf else ()
        warned, coming = alarms(desk, order.as_of), next_step(desk, order.as_of)
    if as_json:
        show_json(batch.json(str(book), desk.findings, warned))
    else:
        batch_summary(batch, folder, dry_run, coming)
        if pdf and not dry_run:
            print_copies(batch.documents, bare)
        say_alarms(warned)
        say_findings(desk.findings)
    if batch.fault is not None:
        click.echo(sentence(batch.fault.code, batch.fault.facts), err=True)
    return _code(batch)


def _code(batch: Batch) -> int:
    if batch.fault is None:
        return DONE
    return PART if batch.documents else NOTHING


def _kinds(only: str) -> tuple[str, ...]:
    kinds = tuple(part.strip() for part in only.split(",") if part.strip())
    wrong = [kind for kind in kinds if kind not in KINDS]
    if wrong:
        raise Refused(sentence("only_unknown", {"kind_": wrong[0], "kinds": KINDS}))
    return kinds


COMMANDS: dict[str, click.Command] = {"agenda": agenda_command, "run": run_command}
