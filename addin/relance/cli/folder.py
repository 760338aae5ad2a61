"""`relance folder BOOK`: the output folder of a workbook, and whom it serves."""

from pathlib import Path

import click

from ..actions.around import opened_desk
from ..actions.files import check_folder
from ..actions.folders import OUTPUT, output_folder
from ..actions.gathering import give_id, identifier_of, other_served, replace_other
from ..actions.serving import bound
from ..core.errors import OutputFolderError
from ..hosts.file.book import FileBook
from ..wording.cli import HELP
from ..wording.sentences import sentence
from .common import opened
from .french import Command
from .guard import DONE
from .usage import Refused


@click.command(cls=Command, name="folder", help=HELP["folder"])
@click.argument("book", type=click.Path(path_type=Path), metavar="CLASSEUR")
@click.option("--out", type=click.Path(path_type=Path), help=HELP["folder-out"])
@click.option("--replace", is_flag=True, help=HELP["replace"])
def command(book: Path, out: Path | None, replace: bool) -> int:
    """Say which folder it is; give another one, or let it serve this workbook."""
    if out is not None and replace:
        raise Refused(sentence("folder_one"))
    with opened(book) as workbook:
        if out is not None:
            text = _give(workbook, out.resolve())
        elif replace:
            text = _replace(workbook)
        else:
            opened_desk(workbook, to_read=True)
            text = _said(workbook, "folder_of")
    click.echo(text)
    return DONE


def _give(book: FileBook, folder: Path) -> str:
    """Give a workbook another folder; the one that it had keeps what it knows of the original.

    Nobody looks into that one again: lines that it alone has come back to the sheet before.
    """
    give_id(book)
    bound(book.path, identifier_of(book), folder)
    check_folder(folder)
    opened_desk(book, folder)
    book.set(OUTPUT, str(folder))
    book.save()
    return _said(book, "folder_given")


def _replace(book: FileBook) -> str:
    """Let the folder serve this workbook, which gets the lines that it lacks."""
    folder = output_folder(book)
    if folder is None:
        raise OutputFolderError(path="", reason="no_folder")
    other = other_served(book, folder)
    give_id(book)
    book.save()
    replace_other(book, folder)
    opened_desk(book)
    return _said(book, "folder_replaced", other=other)


def _said(book: FileBook, code: str, **facts: object) -> str:
    folder = output_folder(book)
    found = {"path": book.path, "folder": str(folder), **facts}
    return sentence(code if folder else "folder_none", found)


COMMANDS: dict[str, click.Command] = {"folder": command}
