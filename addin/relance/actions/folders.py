"""The folders of `Paramètres`, and the one proposed for the documents."""

from pathlib import Path

from ..core.errors import OutputFolderError
from .book import Book

OUTPUT = "DossierSortie"
PROPOSED = "relances"  # beside the workbook


def output_folder(book: Book) -> Path | None:
    """Return the output folder of `Paramètres`, None when it is blank."""
    return folder_in(book, OUTPUT)


def folder_in(book: Book, name: str) -> Path | None:
    """Return a folder of `Paramètres`, None when it is blank. Raises OutputFolderError."""
    text = str(book.get(name) or "").strip()
    return located(book, text, name) if text else None


def located(book: Book, text: str, name: str = OUTPUT) -> Path:
    """Return a folder that a person gave; one without a root stands beside the workbook.

    Args:
        book: the workbook.
        text: the folder as it was given.
        name: where `Paramètres` has it.

    Raises:
        OutputFolderError: it is an address of the web, or it has no root and the workbook is
            on OneDrive, beside which nothing can be written (facts: path, reason, detail).
    """
    if is_online(text):
        raise OutputFolderError(path=text, reason="address", detail=name)
    if Path(text).is_absolute():
        return Path(text)
    if is_online(book.path):
        raise OutputFolderError(path=text, reason="online", detail=name)
    return Path(book.path).resolve().parent / text


def proposed_folder(book: Book) -> Path:
    """Return where documents go when nobody said: beside the workbook, never on the web."""
    if is_online(book.path):  # OneDrive and SharePoint give an address where a path is expected
        return Path.home() / PROPOSED
    return located(book, PROPOSED)


def is_online(path: str) -> bool:
    """Tell whether a path is an address of the web."""
    return "://" in path
