"""A click of a spreadsheet program: its workbook opened, its verb carried out, one catch-all."""

import os
from datetime import date, datetime
from threading import Lock
from typing import Protocol

from ..actions.book import Book, Desktop
from ..actions.clicks.click import Click, perform
from ..core.errors import RelanceError
from ..wording.clicks import said
from .guide import guide_page
from .log import surprise
from .verbs import verb

_AT_WORK = Lock()


class Caller(Protocol):
    """The workbook whose button was clicked, before anything is known of it."""

    def open(self, *, writing: bool) -> tuple[Book, Desktop]:
        """Return the workbook and the person in front of it.

        Raises:
            RelanceError: it can't be used, or not be written when `writing`.
        """
        ...

    def say(self, text: str) -> None:
        """Say something to the user, whatever state the workbook is in."""
        ...

    def close(self) -> None:
        """Give the program back what was taken of it."""
        ...


def carry_out(name: str, caller: Caller, today: date | None = None) -> None:
    """Carry out a verb in the calling workbook; whatever goes wrong is said in French.

    A verb that shows how far it is lets the program take another click meanwhile: that one is
    refused, as both would note changes of the same sheets.

    Args:
        name: the id of a verb.
        caller: the workbook whose button was clicked.
        today: another day than today, for tests alone.

    Raises:
        Exception: a bug, in tests only (RELANCE_STRICT=1).
    """
    if not _AT_WORK.acquire(blocking=False):
        caller.say(said("at_work"))
        return
    try:
        _carry_out(name, caller, today or date.today())
    finally:
        _AT_WORK.release()


def _carry_out(name: str, caller: Caller, today: date) -> None:
    try:
        try:
            one = verb(name)
            book, desktop = caller.open(writing=one.needs != "nothing")
            perform(Click(book, desktop, today, _now(), guide_page()), one.action)
        finally:
            caller.close()
    except RelanceError as fault:
        caller.say(said(fault.code, fault.facts))
    except Exception as fault:
        if os.environ.get("RELANCE_STRICT") == "1":
            raise
        caller.say(said("unexpected", surprise(fault)))


def _now() -> str:
    """The local time of an entry, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
