"""Documents of the user's own choice for selected rows: shown first, written once, logged."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from ..core.errors import NothingSelectedError, ReasonNeededError
from ..core.findings import Reason
from ..core.manual import NOTHING_OPEN, ByHand, ManualKind, decide_by_hand
from ..core.records import Case
from .batch import Batch, Order, Skipped
from .desk import Desk
from .queue import Decided
from .run import finish, foresee, prepare, write_each
from .selection import Picked, not_owed


@dataclass(frozen=True, slots=True)
class Choice:
    """One debtor of a selection, with what their document would be."""

    case: Case
    by_hand: ByHand
    not_owed: tuple[Reason, ...] = ()  # why chosen items are asked for by nobody

    @property
    def code(self) -> str:
        """The debtor's."""
        return self.case.debtor.code


@dataclass(frozen=True, slots=True)
class Selection:
    """What a selection would write: the choices, one a debtor, in the order of the rows."""

    kind: ManualKind
    choices: tuple[Choice, ...]

    @property
    def decided(self) -> tuple[Decided, ...]:
        """What would be written, or why not, one a debtor."""
        return tuple((choice.case, choice.by_hand.decision) for choice in self.choices)

    @property
    def left_out(self) -> tuple[Skipped, ...]:
        """Who would get a document that leaves out some of the chosen items, and why."""
        found = [
            Skipped(choice.code, (*choice.not_owed, *choice.by_hand.left_out))
            for choice in self.choices
            if not choice.by_hand.decision.blocked_by
        ]
        return tuple(one for one in found if one.why)

    def hasty(self, free: Iterable[Decided]) -> tuple[ByHand, ...]:
        """Return what goes faster than the policy, among what may be written."""
        codes = {decision.debtor.code for _, decision in free}
        documents = [choice.by_hand for choice in self.choices if choice.code in codes]
        return tuple(one for one in documents if one.needs_reason)


def steps_skipped(hasty: Iterable[ByHand]) -> tuple[str, ...]:
    """Return the steps that documents would skip, each once."""
    return tuple(dict.fromkeys(step for one in hasty for step in one.skipped))


def select(desk: Desk, as_of: date, kind: ManualKind, picked: Picked) -> Selection:
    """Return what a document of some kind would be for the chosen items; nothing is written.

    Args:
        desk: the workbook.
        as_of: the day of the documents.
        kind: the document chosen.
        picked: the item numbers by debtor, as `selection.chosen` gives them (all late ones
            where there are none).

    Raises:
        NothingSelectedError: there is no debtor among them.
    """
    known = {code: numbers for code, numbers in picked.items() if code in desk.debtors}
    if not known:
        raise NothingSelectedError(kind_=kind)
    choices = (_choice(desk, as_of, kind, code, numbers) for code, numbers in known.items())
    return Selection(kind, tuple(choices))


def _choice(
    desk: Desk, as_of: date, kind: ManualKind, code: str, numbers: Collection[str]
) -> Choice:
    case = desk.case(code)
    by_hand = decide_by_hand(case, desk.setting, as_of, kind, numbers)
    spared = tuple(not_owed(desk, code, numbers))
    if spared and by_hand.decision.blocked_by == NOTHING_OPEN:
        by_hand = replace(by_hand, decision=replace(by_hand.decision, blocked_by=spared))
    return Choice(case, by_hand, spared)


def write_selection(desk: Desk, order: Order, selection: Selection, reason: str = "") -> Batch:
    """Write the documents of a selection and log them, with the reason in the journal.

    Args:
        desk: the workbook.
        order: day and folder; its filters are left aside.
        selection: what `select` returned for the same day.
        reason: why a document goes faster than the policy.

    Raises:
        ReasonNeededError: a document skips steps or comes early, and no reason is given.
        TakeoverNeededError, DayBeforeJournalError, OutputFolderError: as `run`.
    """
    order = replace(order, by_hand=True)
    free, _ = foresee(desk, order, selection.decided)
    hasty, note = selection.hasty(free), reason.strip()
    if hasty and not note:
        raise ReasonNeededError(steps=steps_skipped(hasty))
    prepare(desk, order)
    notes = {one.decision.debtor.code: note for one in hasty}
    return finish(desk, order, write_each(desk, order, selection.decided, notes))
