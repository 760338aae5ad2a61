"""Help: the installation, the version of the workbook, the guide."""

from collections.abc import Iterator
from pathlib import Path

from ...wording.clicks import said
from ...workbook.schema import SCHEMA_VERSION
from ..create import is_macro_book
from ..doctor import Check, check_book, check_program
from ..fitting import missing_options, version_of
from ..upgrade import missing_parts
from . import showing
from .click import Click


def doctor(click: Click) -> None:
    """Say what works in the installation and in the workbook, what does not, and the remedy."""
    program, book = check_program(click.today), check_book(click.book, click.today)
    click.book.tell(showing.checked([*program, *_calls(click), *book]))


def _calls(click: Click) -> Iterator[Check]:
    """How often cells called Python: a number near that of the rows tells that the cache fails."""
    counted = click.desktop.calls()
    if counted is not None:
        total, last = counted
        yield Check("ok", "doctor_calls", {"count": total, "last": last})


def upgrade(click: Click) -> None:
    """Say whether the workbook lacks what came later, and how to upgrade it once closed."""
    book, facts = click.book, {"path": click.book.path}
    lacking = [*missing_parts(book), *missing_options(book)]
    if version_of(book) < SCHEMA_VERSION or lacking:
        book.tell(said("click_upgrade", facts))
    elif is_macro_book(Path(book.path)):  # its macros can be read only once it is closed
        book.tell(f"{said('upgrade_none')}\n\n{said('click_upgrade_macros', facts)}")
    else:
        book.tell(said("upgrade_none"))


def guide(click: Click) -> None:
    """Open the guide."""
    if click.guide:
        click.desktop.open_path(click.guide)
    else:
        click.book.tell(said("click_no_guide"))
