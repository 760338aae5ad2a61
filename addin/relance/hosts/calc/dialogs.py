"""What is said to and asked of the person in front of Calc: boxes, and the status bar.

A test answers instead of a person when RELANCE_DIALOGS names a folder: see `scripted`.
"""

import os
from collections.abc import Sequence
from datetime import date
from typing import Protocol

from ...core.errors import OutputFolderError
from ...wording import screen
from .office import Component, Context, Frame, service
from .scripted import Scripted

_INFORMATION, _QUESTION = "INFOBOX", "QUERYBOX"  # com.sun.star.awt.MessageBoxType
_OK, _YES_NO, _DEFAULT_NO = 1, 3, 0x30000  # com.sun.star.awt.MessageBoxButtons
_YES = 2  # com.sun.star.awt.MessageBoxResults
_PICKED = 1  # com.sun.star.ui.dialogs.ExecutableDialogResults
SEAM = "RELANCE_DIALOGS"


class Dialogs(Protocol):
    """Boxes and the status bar."""

    def today(self) -> date | None:
        """Return another day than today, in tests; None otherwise."""
        ...

    def tell(self, text: str) -> None:
        """Show a text until it is closed."""
        ...

    def ask(self, question: str) -> bool:
        """Ask a yes or no question; False when the box is closed otherwise."""
        ...

    def ask_text(self, question: str, default: str) -> str | None:
        """Ask for a line of text; None when it is cancelled."""
        ...

    def choose(self, question: str, options: Sequence[str]) -> int | None:
        """Let one of some options be chosen; None when it is cancelled."""
        ...

    def pick_files(self, title: str) -> tuple[str, ...]:
        """Let files be picked and return their URLs; none when it is cancelled."""
        ...

    def open_url(self, url: str) -> None:
        """Open a folder or a document in its program."""
        ...

    def progress(self, done: int, total: int, text: str) -> None:
        """Show how far a verb is."""
        ...

    def end_progress(self) -> None:
        """Give the status bar back."""
        ...


def dialogs_of(context: Context, frame: Frame) -> Dialogs:
    """Return the dialogs of a window, or those of a test."""
    folder = os.environ.get(SEAM, "")
    return Scripted(folder) if folder else WindowDialogs(context, frame)


class WindowDialogs:
    """Boxes of the office itself, over a window; implements `Dialogs`."""

    def __init__(self, context: Context, frame: Frame) -> None:
        """Stand over a window."""
        self._context, self._frame = context, frame
        self._bar: Component = None

    def today(self) -> date | None:
        """Leave it to the clock."""
        return None

    def tell(self, text: str) -> None:
        """Show a text until it is closed."""
        self._box(_INFORMATION, _OK, text)

    def ask(self, question: str) -> bool:
        """Ask a yes or no question; No is chosen at first."""
        return self._box(_QUESTION, _YES_NO | _DEFAULT_NO, question) == _YES

    def ask_text(self, question: str, default: str) -> str | None:
        """Ask for a line of text."""
        from .question import TextQuestion

        try:
            return TextQuestion(self._context, self._frame, question, default).answer()
        finally:
            self._at_work()

    def choose(self, question: str, options: Sequence[str]) -> int | None:
        """Let one of some options be chosen."""
        from .question import Choice

        try:
            return Choice(self._context, self._frame, question, options).answer()
        finally:
            self._at_work()

    def pick_files(self, title: str) -> tuple[str, ...]:
        """Let files be picked."""
        picker = service(self._context, "com.sun.star.ui.dialogs.FilePicker")
        picker.setTitle(title)
        picker.setMultiSelectionMode(True)
        beside = self._frame.getController().getModel().getURL().rpartition("/")[0]
        if beside:
            picker.setDisplayDirectory(beside)
        for name, patterns in screen.FILE_KINDS.items():
            picker.appendFilter(name, patterns)
        return tuple(picker.getSelectedFiles()) if picker.execute() == _PICKED else ()

    def open_url(self, url: str) -> None:
        """Open a folder or a document in its program. Raises OutputFolderError."""
        shell = service(self._context, "com.sun.star.system.SystemShellExecute")
        try:
            shell.execute(url, "", 0)
        except Exception as fault:  # an error of the office: no program for it, or it fails
            raise OutputFolderError(path=url, reason="not_shown", detail=str(fault)) from fault

    def progress(self, done: int, total: int, text: str) -> None:
        """Show how far a verb is."""
        if self._bar is None:
            self._bar = self._frame.createStatusIndicator()
            self._bar.start(text, total)
        self._bar.setText(text)
        self._bar.setValue(done)

    def end_progress(self) -> None:
        """Give the status bar back."""
        if self._bar is not None:
            self._bar.end()
            self._bar = None

    def _box(self, kind: str, buttons: int, text: str) -> int:
        import uno

        window = self._frame.getContainerWindow()
        box_kind = uno.Enum("com.sun.star.awt.MessageBoxType", kind)
        box = window.getToolkit().createMessageBox(window, box_kind, buttons, screen.TITLE, text)
        try:
            return int(box.execute())
        finally:
            box.dispose()
            self._at_work()

    def _at_work(self) -> None:
        """Let the box go from the screen, which the verb's work would keep there."""
        toolkit = self._frame.getContainerWindow().getToolkit()
        if hasattr(toolkit, "processEventsToIdle"):
            toolkit.processEventsToIdle()
