"""Which documents of the folder count for nothing any more."""

from ..core.journal import reversed_numbers
from ..core.settlements import SETTLEMENT
from .agreed import ended_letters
from .desk import Desk


def ended_documents(desk: Desk) -> dict[str, str]:
    """Return the documents that were replaced, cancelled or reversed, and not made again.

    So is the letter of a settlement that has ended: whoever sent it would agree anew.

    Returns:
        The codes of their debtors, by the names of the documents.
    """
    found: dict[str, bool] = {}
    debtors: dict[str, str] = {}
    void = reversed_numbers(desk.ledger.events)
    for event in desk.ledger.events:
        made = event.outcome == "draft" or (event.outcome == "prepared" and event.channel)
        if not (made or event.outcome in ("sent", "done", "replaced", "cancelled")):
            continue
        if not event.document or event.step == SETTLEMENT:
            continue
        debtors[event.document] = event.debtor
        if event.number not in void:
            found[event.document] = event.outcome in ("replaced", "cancelled")
        elif made:
            found[event.document] = True
    ended = {name: debtors[name] for name, ended in found.items() if ended}
    return ended | ended_letters(desk)
