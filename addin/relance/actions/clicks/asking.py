"""Questions of a click: asked again until the answer can be read, given up without a trace."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from ...core.currency import currency_in
from ...core.errors import BadArgumentError, RelanceError
from ...core.parse import parse_amount, parse_date
from ...wording import amounts
from ...wording.clicks import said
from ...wording.labels import label
from ..desk import Desk
from ..record import check_amount
from .click import Cancelled, Click

Answer = TypeVar("Answer")


def ask(click: Click, question: str, read: Callable[[str], Answer], default: str = "") -> Answer:
    """Ask for a line of text until it can be read; a refusal is shown above the question again.

    Args:
        click: who asks.
        question: in French.
        read: makes the answer of the text, or raises the RelanceError that refuses it.
        default: what stands in the box at first.

    Raises:
        Cancelled: they gave up.
    """
    shown = question
    while True:
        text = click.desktop.ask_text(shown, default)
        if text is None:
            raise Cancelled
        try:
            return read(text)
        except RelanceError as fault:
            shown, default = f"{said(fault.code, fault.facts)}\n\n{question}", text


def ask_note(click: Click, question: str) -> str:
    """Ask for a text that may be left blank. Raises Cancelled."""
    return ask(click, question, str.strip)


def ask_reason(click: Click, question: str) -> str:
    """Ask for a reason; a blank one is refused. Raises Cancelled."""
    return ask(click, question, _reason)


def _reason(text: str) -> str:
    if not text.strip():
        raise BadArgumentError(argument="reason", value="")
    return text.strip()


def ask_amount(
    click: Click, question: str, currency: str, default: Decimal | None = None
) -> Decimal:  # fmt: skip
    """Ask for an amount above nothing, in a currency. Raises Cancelled."""

    def read(text: str) -> Decimal:
        beside = currency_in(text)
        if beside not in ("", currency):
            raise BadArgumentError(
                reason="sum_asked_in", argument="currency", value=beside, currency=currency
            )
        amount = parse_amount(text)
        check_amount(amount)
        return amount

    return ask(click, question, read, amounts.number(default) if default else "")


def ask_day(
    click: Click, question: str, check: Callable[[date], None], default: date | None = None
) -> date:
    """Ask for a day that a check accepts. Raises Cancelled."""

    def read(text: str) -> date:
        day = parse_date(text)
        check(day)
        return day

    return ask(click, question, read, amounts.day(default) if default else "")


def ask_past_day(click: Click, desk: Desk, question: str, default: date) -> date:
    """Ask for a day that has come, and not before the journal's last. Raises Cancelled."""

    def check(day: date) -> None:
        desk.check_day(day)
        if day > max(click.today, default):
            raise BadArgumentError(argument="day", value=day)

    return ask_day(click, question, check, default)


def confirm(click: Click, question: str) -> None:
    """Ask whether to go on. Raises Cancelled."""
    if not click.book.ask(question):
        raise Cancelled


def make_sure(click: Click, question: str) -> None:
    """Ask a question whose first answer is no. Raises Cancelled."""
    agree(click, question, label("yes_no", "no"), label("yes_no", "yes"))


def agree(click: Click, question: str, no: str, yes: str) -> None:
    """Ask whether to do what can't be undone; the Enter key alone says neither. Raises Cancelled.

    Args:
        click: who asks.
        question: in French.
        no: the first answer, that of who gives up.
        yes: the second one.
    """
    if choose(click, question, [no, yes]) != 1:
        raise Cancelled


def choose(click: Click, question: str, options: Sequence[str]) -> int:
    """Ask for one of some options and return its place. Raises Cancelled."""
    found = click.desktop.choose(question, options)
    if found is None:
        raise Cancelled
    return found
