"""The sheet `Agenda`: what to do for whom and why, a row a debtor and currency."""

from collections.abc import Iterable
from decimal import Decimal

from ..core.findings import Reason
from ..core.money import ZERO
from ..core.records import Decision, Totals
from ..wording.labels import label
from ..wording.sentences import sentence
from ..workbook import schema
from .book import Cell
from .desk import Desk
from .naming import action_of, reasons_of
from .queue import Decided, with_drafts

NOTHING_ASKED = Totals("EUR", ZERO, ZERO, ZERO, ZERO)


def agenda_rows(desk: Desk, decided: Iterable[Decided]) -> list[dict[str, Cell]]:
    """Return a row a debtor, and one more for each other currency in which something is asked for.

    Args:
        desk: the workbook, for its drafts.
        decided: the decisions of the day, in the order of the queue.
    """
    rows = []
    for decision in (with_drafts(desk, one) for one in decided):
        first, *others = decision.totals or (NOTHING_ASKED,)
        rows.append(_row(decision, first))
        rows += [_row(decision, one) for one in others if one in decision.asked]
    return rows


def _row(decision: Decision, totals: Totals) -> dict[str, Cell]:
    heading = schema.AGENDA.heading
    step = decision.step or decision.proposed_step
    return {
        heading("debtor"): decision.debtor.code,
        heading("debtor_name"): decision.debtor.name,
        heading("phase"): label("phase", str(decision.phase))
        if decision.phase is not None
        else None,
        heading("step"): step or None,
        heading("action"): action_of(decision) or None,
        heading("channel"): label("channel", decision.channel) if decision.channel else None,
        heading("currency"): totals.currency,
        heading("claim"): _asked(totals.claim),
        heading("interest"): totals.interest,
        heading("fee"): totals.fee,
        heading("total"): _asked(totals.total),
        heading("next_date"): decision.next_date,
        heading("why"): _texts(reasons_of(decision, decision.why)),
        heading("blocked_by"): _texts(reasons_of(decision, decision.blocked_by)),
    }


def _asked(amount: Decimal) -> Decimal | None:
    """Credits beyond what is owed are no sum to ask for."""
    return amount if amount >= ZERO else None


def _texts(reasons: Iterable[Reason]) -> str | None:
    texts = [sentence(reason.code, reason.facts) for reason in reasons]
    return " ".join(texts) or None
