"""What a click says in a dialog: sentences for someone who has buttons, cut to what fits.

>>> counted(7, 12, 3)
'7 clients, 12 factures, 3 bloqués'
>>> counted(1, 1, 0)
'1 client, 1 facture'
"""

from collections.abc import Iterable, Mapping

from .sentences import sentence
from .sentences_clicks import IN_A_SPREADSHEET

MOST_SIGNS = 850  # a dialog of Excel shows 1,024; a refusal or options may stand beside it
MOST_LINES = 10  # of details
LONGEST_LINE = 110  # signs of a detail, when they do not all fit


def said(code: str, facts: Mapping[str, object] | None = None) -> str:
    """Return the French sentence of a code as a spreadsheet's user reads it."""
    return sentence(code, facts, IN_A_SPREADSHEET)


def counted(debtors: int, invoices: int, held: int) -> str:
    """Return how many debtors and invoices a click is about, and how many debtors are held."""
    parts = [_many(debtors, "client"), _many(invoices, "facture")]
    return ", ".join([*parts, _many(held, "bloqué")] if held else parts)


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'s' if count > 1 else ''}"


def dialog(
    head: Iterable[str], details: Iterable[str] = (), foot: Iterable[str] = (), mark: str = "- "
) -> str:
    """Return a text that a dialog can show whole: the details give way to the rest.

    Args:
        head: lines before the details.
        details: lines of which some may be left out; how many is said then.
        foot: lines after a blank one: the question or the next step.
        mark: what stands before each detail.
    """
    first, last = list(head), list(foot)
    frame = "\n".join([*first, "", *last])
    lines = [*first, *_fitted(list(details), mark, MOST_SIGNS - len(frame))]
    text = "\n".join([*lines, "", *last] if last else lines)
    return _cut(text, MOST_SIGNS)


def _cut(text: str, most: int) -> str:
    """A text that is too long ends with its last whole word."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    whole, blank, _ = kept.rpartition(" ")
    return (whole if blank and len(whole) > most // 2 else kept).rstrip() + "…"


def _fitted(details: list[str], mark: str, room: int) -> list[str]:
    """The details whole when all of them fit, else cut and as many as there is room for."""
    whole = [mark + line for line in details]
    if len(whole) <= MOST_LINES and sum(len(line) + 1 for line in whole) <= room:
        return whole
    room -= LONGEST_LINE  # the line that says how many are left
    shown: list[str] = []
    for line in whole[:MOST_LINES]:
        short = _cut(line, LONGEST_LINE)
        room -= len(short) + 1
        if room < 0:
            break
        shown.append(short)
    left = len(details) - len(shown)
    return [*shown, said("click_more", {"count": left})] if left else shown
