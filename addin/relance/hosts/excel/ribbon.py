"""The ribbon's one door: the macros call `dispatch` with the id of a verb."""

from contextlib import suppress

import xlwings

from ...actions.book import Book, Desktop
from ...actions.doctor import PINNED_XLWINGS
from ...core.errors import BookError
from ...wording.clicks import said
from ...wording.screen import THIS_WORKBOOK, TITLE
from ..clicking import carry_out
from . import native
from .book import ExcelBook
from .desktop import ExcelDesktop
from .keys import Escape
from .refusals import asking, refusal


def dispatch(verb: str) -> None:
    """Carry out a verb in the workbook whose button was clicked.

    Args:
        verb: an id of `hosts.verbs`.

    Raises:
        RuntimeError: its message is in French; nothing else could show it.
    """
    try:
        caller = ExcelCaller(xlwings.Book.caller())
    except Exception as fault:
        raise RuntimeError(said("book.no_caller")) from fault
    carry_out(verb, caller)


class ExcelCaller:
    """The calling workbook in Excel; implements `hosts.clicking.Caller`."""

    def __init__(self, book: xlwings.Book) -> None:
        """Bind the workbook as xlwings gives it."""
        self._book = book
        self._opened: ExcelBook | None = None

    def open(self, *, writing: bool) -> tuple[Book, Desktop]:
        """Return the workbook and the person in front of it.

        Raises:
            BookError: it was never saved, it is read only and to be written, Excel is busy, or
                xlwings is not the version that its macros expect.
        """
        with asking(THIS_WORKBOOK):
            if xlwings.__version__ != PINNED_XLWINGS:
                facts = {"detail": xlwings.__version__, "wanted": PINNED_XLWINGS}
                raise BookError(path=self._book.name, reason="xlwings", **facts)
            self._book = native.patient(self._book)
            escape = Escape(self._book.app.hwnd)
        self._opened = ExcelBook(self._book, escape)
        with asking(self._opened.path):
            if writing and native.is_read_only(self._book):
                raise refusal(self._opened.path, "read_only")
            return self._opened, ExcelDesktop(self._book, escape)

    def say(self, text: str) -> None:
        """Say something in a box. Raises RuntimeError (the text) when Excel shows none."""
        try:
            self._book.app.alert(text, title=TITLE)
        except Exception as fault:
            raise RuntimeError(text) from fault

    def close(self) -> None:
        """Give the status bar back to Excel."""
        if self._opened is not None:
            with suppress(Exception):  # only what is shown
                self._opened.close()
