"""Help: the installation, the version of the workbook, the guide."""

from ...wording.clicks import said
from ...workbook.schema import SCHEMA_VERSION
from ..doctor import check_program
from ..upgrade import missing_parts, version_of
from . import showing
from .click import Click


def doctor(click: Click) -> None:
    """Say what works in the installation, what does not, and the remedy."""
    click.book.tell(showing.checked(check_program(click.today)))


def upgrade(click: Click) -> None:
    """Say whether the workbook is of an older version, and how to upgrade it once closed."""
    version, lacking = version_of(click.book), missing_parts(click.book)
    if version == SCHEMA_VERSION and not lacking:
        click.book.tell(said("upgrade_none"))
    else:
        click.book.tell(said("click_upgrade", {"path": click.book.path}))


def guide(click: Click) -> None:
    """Open the guide."""
    if click.guide:
        click.desktop.open_path(click.guide)
    else:
        click.book.tell(said("click_no_guide"))
