"""Documents beside the policy: `relance statement`, `thanks`, `penalty-note`, `plan-letter`..."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from ..actions.around import opened_desk, order_in
from ..actions.batch import Batch, Order
from ..actions.beside import candidates, decided_beside, write_beside
from ..actions.beside_said import Terms
from ..actions.desk import Desk
from ..actions.folders import output_folder
from ..actions.slip import write_slip
from ..core.beside import BesideKind
from ..core.errors import OutputFolderError
from ..wording.cli import HELP
from ..wording.sentences import sentence
from .common import DAY, json_option, now, opened, progress_bar, show_json, today
from .french import Command
from .guard import DONE, NOTHING, PART
from .tables import beside_summary, print_copies

NAMES: dict[str, BesideKind] = {
    "statement": "statement",
    "thanks": "thanks",
    "penalty-note": "penalty_note",
    "plan-letter": "plan",
}

book_argument = click.argument("book", type=click.Path(path_type=Path), metavar="CLASSEUR")
as_of_option = click.option("--as-of", type=DAY, default=None, help=HELP["as-of"])
out_option = click.option("--out", type=click.Path(path_type=Path), help=HELP["out"])
letter_option = click.option("--letter", is_flag=True, help=HELP["by-post"])
dry_option = click.option("--dry-run", is_flag=True, help=HELP["dry-run"])
pdf_option = click.option("--pdf", is_flag=True, help=HELP["run-pdf"])


def _command(name: str, kind: BesideKind) -> click.Command:
    @click.command(cls=Command, name=name, help=HELP[name])
    @book_argument
    @click.argument("debtors", nargs=-1, metavar="[CLIENT]...")
    @as_of_option
    @out_option
    @letter_option
    @dry_option
    @pdf_option
    @json_option
    def run(
        book: Path, debtors: tuple[str, ...], as_of: date | None, out: Path | None, letter: bool,
        dry_run: bool, pdf: bool, as_json: bool,
    ) -> int:  # fmt: skip
        """Write the documents and say what was written, what was not, and why."""
        terms = Terms(by_post=letter, with_open=bool(debtors))
        with at_work(book, as_of, out, dry_run, pdf) as (desk, order):
            batch = _written(desk, order, kind, debtors, terms)
        return told_of(batch, book, desk, order, as_json)

    return run


@click.command(cls=Command, name="slip", help=HELP["slip"])
@book_argument
@as_of_option
@out_option
@dry_option
@pdf_option
@json_option
def slip(
    book: Path, as_of: date | None, out: Path | None, dry_run: bool, pdf: bool, as_json: bool
) -> int:
    """Write the posting slip of the registered letters that wait."""
    with at_work(book, as_of, out, dry_run, pdf) as (desk, order):
        batch = write_slip(desk, order)
    return told_of(batch, book, desk, order, as_json)


@contextmanager
def at_work(
    path: Path, as_of: date | None, out: Path | None, dry_run: bool, pdf: bool
) -> Iterator[tuple[Desk, Order]]:
    """Open a workbook and give its desk and an order for a folder."""
    with opened(path) as book, progress_bar() as progress:
        folder = out or output_folder(book)
        if folder is None:
            raise OutputFolderError(path="", reason="no_folder")
        desk = opened_desk(book, folder, to_read=dry_run)
        order = order_in(book, as_of or today(), folder, now())
        yield desk, replace(order, dry_run=dry_run, progress=progress, pdf=pdf)


def _written(
    desk: Desk, order: Order, kind: BesideKind, debtors: Sequence[str], terms: Terms
) -> Batch:
    codes = candidates(desk, debtors)
    decided = decided_beside(desk, kind, order.as_of, codes, terms)
    return write_beside(desk, order, kind, decided, terms, named=bool(debtors))


def told_of(batch: Batch, book: Path, desk: Desk, order: Order, as_json: bool) -> int:
    """Say what was written and what was not, and return the exit code."""
    if as_json:
        show_json(batch.json(str(book), desk.findings, ()))
    else:
        beside_summary(batch, order.folder, order.dry_run)
        if order.pdf and not order.dry_run:
            print_copies(batch.documents, code="pdf_written_beside")
    if batch.fault is not None:
        click.echo(sentence(batch.fault.code, batch.fault.facts), err=True)
    if not batch.documents and (batch.skipped or batch.fault):
        return NOTHING
    return PART if batch.fault else DONE


COMMANDS: dict[str, click.Command] = {
    **{name: _command(name, kind) for name, kind in NAMES.items()},
    "slip": slip,
}
