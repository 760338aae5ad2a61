"""A click in Calc: its document opened, its verb carried out, all that goes wrong said."""

from ...actions.book import Book, Desktop
from ...wording.verbs import words
from ..clicking import carry_out
from .book import CalcBook
from .desktop import CalcDesktop
from .dialogs import Dialogs, dialogs_of
from .office import Context, Frame


def click(verb: str, context: Context, frame: Frame) -> None:
    """Carry out a verb in the document of a window.

    Args:
        verb: an id of `hosts.verbs`.
        context: of the office.
        frame: the window that was clicked.
    """
    dialogs = dialogs_of(context, frame)
    carry_out(verb, CalcCaller(verb, context, frame, dialogs), dialogs.today())


class CalcCaller:
    """The document that was clicked; implements `hosts.clicking.Caller`."""

    def __init__(self, verb: str, context: Context, frame: Frame, dialogs: Dialogs) -> None:
        """Stand before a window."""
        self._verb, self._context = verb, context
        self._frame, self._dialogs = frame, dialogs
        self._book: CalcBook | None = None
        self._desktop: CalcDesktop | None = None

    def open(self, *, writing: bool) -> tuple[Book, Desktop]:
        """Return the workbook and the person in front of it.

        Raises:
            BookError: it was never saved; or it is to be written, and read only or protected.
        """
        document = self._frame.getController().getModel()
        self._book = CalcBook(document, self._dialogs, words(self._verb, "fr").label)
        if writing:
            self._book.check_writable()
            self._book.check_unprotected()
        self._desktop = CalcDesktop(self._context, self._frame, self._dialogs)
        return self._book, self._desktop

    def say(self, text: str) -> None:
        """Say something in a box."""
        self._dialogs.tell(text)

    def close(self) -> None:
        """Give the status bar and the keys back."""
        try:
            if self._book is not None:
                self._book.close()
        finally:
            if self._desktop is not None:
                self._desktop.close()
