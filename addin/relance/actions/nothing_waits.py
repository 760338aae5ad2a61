"""What `record sent` answers when nothing waits: what was withdrawn, what needs no entry."""

from collections.abc import Iterator, Sequence

from ..core.beside import STEPS, plan_of
from ..core.decide import asked
from ..core.errors import NothingToRecordError
from ..core.history import read
from ..core.journal import last_day
from ..core.records import Event
from ..core.settling import standing_agreements
from .agreed import letter_of
from .desk import Desk

NAMED = 5  # letters named in one sentence


def nothing_waits(
    desk: Desk, debtor: str = "", withdrawn: Sequence[Event] = ()
) -> NothingToRecordError:
    """Return the refusal of a confirmation that confirms nothing, and what to do instead.

    Args:
        desk: the workbook.
        debtor: who was named, "" for nobody.
        withdrawn: their draft that was withdrawn and may have gone before.
    """
    letters = [line.document for line in _of_agreements(desk, debtor)]
    named = (*letters[:NAMED], "etc") if len(letters) > NAMED else tuple(letters)
    facts: dict[str, object] = {"debtor": debtor, "documents": named}
    if withdrawn:
        facts |= {"document": withdrawn[-1].document, "day": withdrawn[-1].day}
        return NothingToRecordError(reason=f"withdrawn{'_agreed' if named else ''}", **facts)
    if named:
        return NothingToRecordError(reason="agreed", **facts)
    return NothingToRecordError(reason="sent" if debtor else "none_sent", debtor=debtor)


def _of_agreements(desk: Desk, debtor: str) -> Iterator[Event]:
    """The letters of agreements that run: they bind since they were noted, sent or not."""
    steps = tuple(STEPS.values())
    codes = dict.fromkeys(one.debtor for one in desk.ledger.events if one.step in steps)
    for code in codes:
        if debtor in ("", code) and code in desk.debtors:
            yield from _letters(desk, code)


def _letters(desk: Desk, code: str) -> Iterator[Event]:
    case, day = desk.case(code), last_day(desk.ledger.events)
    if day is None:
        return
    for one in standing_agreements(asked(case, desk.setting, day)):
        if one.state == "running":
            yield letter_of(desk, one.settlement)
    plan = plan_of(case)
    lines = [one for one in read(case.events).events if one.step == STEPS["plan"]]
    if plan and lines and lines[-1].day >= plan.agreed_on:
        yield lines[-1]
