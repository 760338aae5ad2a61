"""The documents of the output folder, by the names that the journal keeps of them.

A journal comes back from other people's hands: a name is looked for in the folder and nowhere else.
"""

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .files import TEMPORARY, refused_alone

SET_ASIDE = "perimes"  # in the output folder: drafts that were replaced or cancelled
# As documents/names.py makes them: a day first, and nothing that leads to another folder.
_NAME = re.compile(r"\d{4}-\d\d-\d\d_[^/\\:\0]+\.(docx|eml)")
_OTHER = re.compile(r"[/\\:\0]")


def document_path(folder: Path, name: str) -> Path:
    """Return where a document is: in the folder itself, and one that was written there.

    Args:
        folder: the output folder.
        name: the document of a journal line; for what is not the name of a document the path is
            one where nothing is kept.
    """
    if _NAME.fullmatch(name):
        return folder / name
    return folder / f"_{_OTHER.sub('_', name)}{TEMPORARY}"


@dataclass(frozen=True, slots=True)
class Filed:
    """Names of files that were set aside, and of those that could not be (open in Word...)."""

    moved: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def set_aside(folder: Path, names: Iterable[str]) -> Filed:
    """Move files that nobody must send any more to a folder of their own; copies are kept.

    The PDF of a letter goes first: left behind, it would be printed and posted.

    Args:
        folder: the output folder.
        names: names of documents; those that are not there any more are passed over.
    """
    moved, left = [], []
    for name in names:
        path = document_path(folder, name)
        try:
            there = [file for file in (pdf_of(path), path) if file.is_file()]
            if there:
                (folder / SET_ASIDE).mkdir(exist_ok=True)
                stem = _free_stem(folder / SET_ASIDE, path)
            for file in dict.fromkeys(there):
                file.replace(folder / SET_ASIDE / f"{stem}{file.suffix}")
                moved.append(name)
        except OSError:
            left.append(name)
    return Filed(tuple(dict.fromkeys(name for name in moved if name not in left)), tuple(left))


def _free_stem(folder: Path, document: Path) -> str:
    """Return the first name that neither a document nor its PDF has there: "x", "x (2)"..."""
    others = (f"{document.stem} ({count})" for count in itertools.count(2))
    return next(
        stem
        for stem in itertools.chain((document.stem,), others)
        if not any((folder / f"{stem}{end}").exists() for end in (document.suffix, ".pdf"))
    )


def pdf_of(document: Path) -> Path:
    """Return where the PDF of a document is, made or not; an e-mail has none."""
    return document.with_suffix(".pdf") if document.suffix == ".docx" else document


def forget_pdf(document: Path) -> None:
    """Remove the PDF of an earlier state of a document.

    Raises:
        FileRefusedError: it is open in another program.
        OutputFolderError: it can't be removed.
    """
    if document.suffix == ".docx":
        try:
            pdf_of(document).unlink(missing_ok=True)
        except OSError as fault:
            raise refused_alone(pdf_of(document), fault) from None


def is_lost(folder: Path | None, name: str) -> bool:
    """Tell whether a document left the folder that it was written to; unknown means no."""
    try:
        return folder is not None and folder.is_dir() and not document_path(folder, name).is_file()
    except OSError:
        return False
