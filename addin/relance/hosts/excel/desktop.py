"""The person in front of Excel: dialogs of our VBA, sheets, folders, the Escape key."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from ...core.errors import BookError, OutputFolderError
from ...wording import screen
from .keys import Escape
from .native import Book, full_name
from .refusals import asking
from .word import with_word

_DIALOGS = "RelanceRuban"  # the VBA module that shows them, and tells of calls
# What a double click only shows; another file is shown in its folder.
_DOCUMENTS = frozenset({".docx", ".eml", ".html", ".md", ".pdf", ".txt"})


class ExcelDesktop:
    """What a click asks and shows in Excel; implements `actions.book.Desktop`.

    xlwings has no dialogs but alerts: ours are functions of the workbook's own VBA.
    """

    def __init__(
        self, book: Book, escape: Escape, open_: Callable[[str], None] | None = None
    ) -> None:
        """Stand beside a workbook.

        Args:
            book: the workbook; its VBA shows the dialogs.
            escape: the key that stops a verb.
            open_: opens a path as a double click does; None takes the system's way.
        """
        self._book, self._path = book, full_name(book)
        self._escape = escape
        self._open = open_ or _opened

    def ask_text(self, question: str, default: str = "") -> str | None:
        """Ask for a text; None when the user cancels, "" when the answer is left blank."""
        answer = self._dialog("Saisir", question, screen.TITLE, default)
        return answer if isinstance(answer, str) else None

    def choose(self, question: str, options: Sequence[str]) -> int | None:
        """Let the user choose; the place in `options` counted from 0, None when cancelled.

        The VBA function takes the options as one text, a line each, and answers from 1.
        """
        answer = self._dialog("Choisir", question, screen.TITLE, "\n".join(options))
        number = int(answer) if isinstance(answer, int | float) else 0
        return number - 1 if 1 <= number <= len(options) else None

    def pick_files(self, title: str) -> tuple[str, ...]:
        """Let the user pick files and return their paths; none when cancelled.

        The VBA function answers with one text, a path a line.
        """
        answer = self._dialog("Fichiers", title)
        return tuple(answer.splitlines()) if isinstance(answer, str) else ()

    def show(self, sheet: str) -> None:
        """Bring a sheet to the front; nothing happens when the user has removed it."""
        with asking(self._path, sheet):
            if sheet in self._book.sheet_names:
                # Not `Sheet.activate`: it raises when another Excel has the foreground.
                self._book.sheets[sheet].impl.activate()

    def open_path(self, path: str) -> None:
        """Open a folder, or a document in its program. Raises OutputFolderError."""
        target = Path(path)
        if target.is_file() and target.suffix.lower() not in _DOCUMENTS:
            target = target.parent
        try:
            target.stat()
            self._open(str(target))
        except OSError as fault:
            reason = "missing" if isinstance(fault, FileNotFoundError) else "not_shown"
            raise OutputFolderError(path=path, reason=reason, detail=str(fault)) from fault

    def to_pdf(self, documents: Sequence[str], folder: str) -> None:
        """Make a PDF of each Word document in a folder. Raises PdfError."""
        with_word(documents, folder)

    def stopped(self) -> bool:
        """Tell whether Escape was pressed in Excel since the last time, and not to close a box."""
        return self._escape.pressed()

    def calls(self) -> tuple[int, int] | None:
        """Return how often functions in cells called Python; None when the macros don't count.

        Since the workbook was opened, and in the last calculation that asked one of them.
        """
        with suppress(BookError):  # macros of an older version
            answer = self._dialog("Appels")
            if isinstance(answer, str):
                total, last = map(int, answer.split("\n"))
                return total, last
        return None

    def _dialog(self, name: str, *arguments: str) -> object:
        macro = f"{_DIALOGS}.{name}"
        with asking(self._path, macro, refused="no_macro"), self._escape.unheard():
            # Not `Book.macro`, which does not double the apostrophe of "L'atelier.xlsm".
            book = self._book.name.replace("'", "''")
            answer: object = self._book.app.macro(f"'{book}'!{macro}")(*arguments)
        return answer


def _opened(path: str) -> None:
    """Open a path as a double click does, without any shell that could read it otherwise."""
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606  a folder or a document, as checked
    else:
        command = "open" if sys.platform == "darwin" else "xdg-open"
        subprocess.run([command, path], check=False)  # noqa: S603  no shell
