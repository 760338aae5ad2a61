"""Word documents made into PDF by LibreOffice, in a process and with a profile of its own.

An office that the user has open shares neither, so that nothing of theirs is touched.
"""

import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from ..core.errors import PdfError
from .libreoffice import environment, find

# PDF/A-2b, to be kept, and tagged, to be read aloud.
FILTER = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
PATIENCE = 60  # seconds for the start, and for each document
_PROGRAMS = ("soffice.com", "soffice.exe", "soffice")


def with_libreoffice(documents: Sequence[str], folder: str) -> None:
    """Make a PDF of each Word document in a folder; one that fails is left out.

    Args:
        documents: paths of `.docx` files.
        folder: where each `name.docx` becomes `name.pdf`.

    Raises:
        PdfError: LibreOffice is not here, or it fails.
    """
    command = [
        str(_program()), "--headless", "--norestore", "--nologo",
        f"-env:UserInstallation={Path(_profile().name).as_uri()}",
        "--convert-to", FILTER, "--outdir", folder, *documents,
    ]  # fmt: skip
    patience = PATIENCE * (1 + len(documents))
    try:
        done = subprocess.run(  # noqa: S603  the office's own program, no shell
            command, env=environment(), capture_output=True, timeout=patience, check=False
        )
    except subprocess.TimeoutExpired as fault:
        raise PdfError(reason="slow") from fault
    except OSError as fault:
        raise PdfError(reason="failed", detail=str(fault)) from fault
    if done.returncode:
        told = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
        raise PdfError(reason="failed", detail=told.splitlines()[-1] if told else "")


def _program() -> Path:
    office = find()
    places = [office.manager.with_name(name) for name in _PROGRAMS] if office else []
    for place in places:
        if place.is_file():
            return place
    raise PdfError(reason="no_program")


@cache
def _profile() -> "TemporaryDirectory[str]":
    """The profile of this process; it goes when the process ends."""
    return TemporaryDirectory(prefix="relance-office-", ignore_cleanup_errors=True)
