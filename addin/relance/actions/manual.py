"""Documents of the user's own choice for selected rows: shown first, written once, logged."""

from dataclasses import dataclass
from datetime import date

from ..core.errors import NothingSelectedError, ReasonNeededError
from ..core.manual import ByHand, ManualKind, decide_by_hand
from ..core.records import Case
from .batch import Batch, Order
from .desk import Desk
from .run import finish, prepare, write_each
from .selection import Selected, chosen


@dataclass(frozen=True, slots=True)
class Choice:
    """One debtor of a selection, with what their document would be."""

    case: Case
    by_hand: ByHand

    @property
    def is_free(self) -> bool:
        """Tell whether the document may be written."""
        return not self.by_hand.decision.blocked_by


@dataclass(frozen=True, slots=True)
class Selection:
    """What a selection would write: the choices, one a debtor, in the order of the rows."""

    kind: ManualKind
    choices: tuple[Choice, ...]

    @property
    def free(self) -> tuple[Choice, ...]:
        """The choices that may be written."""
        return tuple(choice for choice in self.choices if choice.is_free)

    @property
    def held(self) -> tuple[Choice, ...]:
        """The choices that may not, each with its reasons."""
        return tuple(choice for choice in self.choices if not choice.is_free)

    @property
    def invoices(self) -> int:
        """How many items the documents would demand."""
        return sum(len(choice.by_hand.decision.demanded) for choice in self.free)

    @property
    def skipped(self) -> tuple[str, ...]:
        """The steps that the documents would skip."""
        steps = [step for choice in self.free for step in choice.by_hand.skipped]
        return tuple(dict.fromkeys(steps))

    @property
    def needs_reason(self) -> bool:
        """Tell whether a document goes faster than the policy."""
        return any(choice.by_hand.needs_reason for choice in self.choices)


def select(desk: Desk, as_of: date, kind: ManualKind, rows: Selected) -> Selection:
    """Return what a document of some kind would be for the selected rows; nothing is written.

    Args:
        desk: the workbook.
        as_of: the day of the documents.
        kind: the document chosen.
        rows: of `Factures` (those invoices), `Clients` or `Agenda` (all late invoices).

    Raises:
        NothingSelectedError: no row of these tables has an open item.
    """
    cases = {case.debtor.code: case for case in desk.cases}
    choices = tuple(
        Choice(cases[code], decide_by_hand(cases[code], desk.setting, as_of, kind, numbers))
        for code, numbers in chosen(desk, rows).items()
        if code in cases
    )
    if not choices:
        raise NothingSelectedError(kind_=kind)
    return Selection(kind, choices)


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
    if selection.needs_reason and not reason.strip():
        raise ReasonNeededError(steps=selection.skipped)
    prepare(desk, order)
    decided = [(choice.case, choice.by_hand.decision) for choice in selection.choices]
    return finish(desk, order, write_each(desk, order, decided, reason.strip()))
