"""Word documents made into PDF by Word itself, which has the user's fonts."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

from ..press import with_libreoffice

Word: TypeAlias = Any  # Word.Application: COM has no types

_PDF = 17  # Word.WdExportFormat.wdExportFormatPDF
_UNSAVED = 0  # Word.WdSaveOptions.wdDoNotSaveChanges
_NO_ALERTS = 0  # Word.WdAlertLevel.wdAlertsNone


def with_word(documents: Sequence[str], folder: str) -> None:
    """Make a PDF of each Word document in a folder; by LibreOffice where there is no Word.

    Args:
        documents: paths of `.docx` files.
        folder: where each `name.docx` becomes `name.pdf`.

    Raises:
        PdfError: neither is on this computer, or LibreOffice fails.
    """
    word = _started()
    if word is None:
        with_libreoffice(documents, folder)
        return
    try:
        for document in documents:
            _exported(word, document, Path(folder) / f"{Path(document).stem}.pdf")
    finally:
        with suppress(Exception):
            word.Quit(_UNSAVED)


def _started() -> Word:
    """A Word of our own, without a window; None where there is none."""
    if sys.platform != "win32":
        return None
    with suppress(Exception):  # not installed, or not allowed to start
        from win32com.client import DispatchEx

        word = DispatchEx("Word.Application")
        word.Visible, word.DisplayAlerts = False, _NO_ALERTS
        return word
    return None


def _exported(word: Word, document: str, target: Path) -> None:
    """Export one document; one that Word can't open has no PDF, which the verb then says."""
    opened = None
    with suppress(Exception):
        # ConfirmConversions no, ReadOnly yes, AddToRecentFiles no
        opened = word.Documents.Open(document, False, True, False)
        opened.ExportAsFixedFormat(str(target), _PDF)
    if opened is not None:
        with suppress(Exception):
            opened.Close(_UNSAVED)
