"""The person in front of Calc: dialogs, sheets, folders, the Escape key."""

from collections.abc import Sequence
from pathlib import Path

import uno

from ...core.errors import OutputFolderError
from .dialogs import Dialogs
from .escape import Escape
from .office import Context, Frame
from .writer import exported

# What a double click only shows; another file is shown in its folder.
_DOCUMENTS = frozenset({".docx", ".eml", ".html", ".md", ".pdf", ".txt"})


class CalcDesktop:
    """What a click asks and shows in Calc; implements `actions.book.Desktop`."""

    def __init__(self, context: Context, frame: Frame, dialogs: Dialogs) -> None:
        """Stand before a window."""
        self._context, self._frame, self._dialogs = context, frame, dialogs
        self._escape = Escape(frame.getController())

    def close(self) -> None:
        """Stop watching the keys."""
        self._escape.close()

    def ask_text(self, question: str, default: str = "") -> str | None:
        """Ask for a text; None when the user cancels, "" when the answer is left blank."""
        return self._dialogs.ask_text(question, default)

    def choose(self, question: str, options: Sequence[str]) -> int | None:
        """Let the user choose; the place in `options` counted from 0, None when cancelled."""
        return self._dialogs.choose(question, options)

    def pick_files(self, title: str) -> tuple[str, ...]:
        """Let the user pick files and return their paths; none when cancelled."""
        return tuple(uno.fileUrlToSystemPath(url) for url in self._dialogs.pick_files(title))

    def show(self, sheet: str) -> None:
        """Bring a sheet to the front, at its first row; nothing happens when it was removed."""
        controller = self._frame.getController()
        sheets = controller.getModel().Sheets
        if sheets.hasByName(sheet):
            controller.setActiveSheet(sheets.getByName(sheet))
            controller.select(sheets.getByName(sheet).getCellByPosition(0, 1))

    def open_path(self, path: str) -> None:
        """Open a folder, or a document in its program. Raises OutputFolderError."""
        target = Path(path)
        if target.is_file() and target.suffix.lower() not in _DOCUMENTS:
            target = target.parent
        if not target.exists():
            raise OutputFolderError(path=path, reason="missing", detail="")
        self._dialogs.open_url(uno.systemPathToFileUrl(str(target)))

    def to_pdf(self, documents: Sequence[str], folder: str) -> None:
        """Make a PDF of each Word document in a folder, by Writer, in this very office."""
        for document in documents:
            exported(self._context, Path(document), Path(folder))

    def stopped(self) -> bool:
        """Tell whether Escape was pressed since the last time."""
        return self._escape.pressed()

    def calls(self) -> None:
        """Count nothing: Calc calls Python within its own process."""
