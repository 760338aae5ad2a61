"""What the letter of a settlement says, and whether one that was written says the same."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..core.errors import BadArgumentError
from ..core.records import Case, Decision, Message, Settlement, Totals
from ..core.settlements import SETTLEMENT
from ..documents.render import Rendered
from .agreed import first_with, letter_of, replaced_by
from .batch import Order
from .beside_said import Terms, beside_message, key_of_terms, reference_among
from .deal import Deal, decided
from .desk import Desk
from .edits import same_again
from .made import made


@dataclass(frozen=True, slots=True)
class Said:
    """A settlement about to be written: what it is about, and what was agreed to."""

    case: Case
    decision: Decision
    deal: Deal

    @property
    def items(self) -> tuple[str, ...]:
        """The numbers of its invoices."""
        return tuple(line.item.number for line in self.decision.demanded)

    @property
    def totals(self) -> Totals:
        """What is owed, in its one currency."""
        return self.decision.totals[0]

    @property
    def terms(self) -> Terms:
        """What its document says."""
        return Terms(self.deal.amount, self.deal.by, self.deal.by_post)


def message_of(
    desk: Desk, said: Said, twin: Settlement | None, old: Sequence[Settlement] = ()
) -> Message:  # fmt: skip
    """Return what the letter says; it says which one of an earlier day it takes the place of.

    Args:
        desk: the workbook.
        said: what was agreed to.
        twin: the settlement that says the same and is noted already.
        old: those that end, when it is not.
    """
    decision = said.decision
    message = beside_message(desk, said.case, decision, said.terms)
    replaced = replaced_by(desk, twin) if twin else old
    before = [one.agreed_on for one in replaced if one.agreed_on < decision.as_of]
    number = reference_among(desk, decision, SETTLEMENT, twin.number if twin else 0)
    return replace(message, replaces=max(before, default=None), number=number)


def same_letter(
    desk: Desk, order: Order, said: Said, twin: Settlement
) -> tuple[Message, Rendered] | None:
    """Return what a letter says, if it would be the same were it written now, dated as then."""
    line = letter_of(desk, twin)
    try:
        then = replace(said, decision=decided(desk, said.case, line.day, said.deal))
    except BadArgumentError:  # a plan or a dispute that was noted since, of before that day
        return None
    if then.decision.blocked_by:
        return None
    key = key_of_terms(then.decision, then.terms)
    message = message_of(desk, then, twin)
    first = first_with(desk, twin, line)
    dated = replace(order, as_of=line.day)
    return same_again(message, line, first, lambda one: made(one, dated, key))
