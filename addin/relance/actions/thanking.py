"""What thanks must not pass over: notes and claims that stay to be paid, a credit of the debtor."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from ..core.account import NoteLeft, left_of
from ..core.beside import NOT_OURS
from ..core.decide import asked
from ..core.informed import had_by
from ..core.money import ZERO
from ..core.netting import shares_on
from ..core.notes import Note, about, extras, told_notes
from ..core.question import Question, whole_policy
from ..core.records import WRITTEN, Case, Message, Receivable
from ..core.settlements import freed, spared
from ..core.settling import standing_agreements, standing_nettings
from ..core.standing import claim_of, paid_on_notes
from ..core.thanked import paying
from ..core.told import written_on
from .desk import Desk

Sums = tuple[tuple[str, Decimal], ...]  # a currency and a sum, each currency once


def with_what_is_left(desk: Desk, case: Case, bare: Message) -> Message:
    """Return thanks that say what stays claimed, and what we hold of the debtor.

    Penalties that a note or a letter has claimed stay due until they are paid or waived: the
    account is not settled by its principal.
    """
    account = _account(desk, case, bare.decision.as_of)
    notes = account.notes_left
    thanked = [line.item for line in bare.decision.demanded]
    day, left = account.claimed_by_letter(thanked)
    return replace(
        bare,
        notes=tuple((one.note.number, one.note.day) for one in notes),
        note_rests=tuple(
            (one.note.number, currency, rest)
            for one in notes
            if not one.is_whole
            for currency, rest in one.sums
        ),
        claimed_on=day,
        left_claimed=left,
        in_favour=account.credits,
    )


def _account(desk: Desk, case: Case, as_of: date) -> "_Account":
    code = case.debtor.code
    case = replace(case, events=desk.events_of(code))
    settled = [one for one in desk.receivables if one.debtor == code and one.open == 0]
    question = asked(case, desk.setting, as_of)
    received = paid_on_notes(case, desk.setting, question.history, as_of, settled)
    return _Account(question, settled, received)


@dataclass(frozen=True, slots=True)
class _Account:
    """A debtor, their settled items, and what notes have brought of their penalties."""

    question: Question
    settled: Sequence[Receivable]
    received: Mapping[str, Decimal]

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes that the debtor has, or gets beside the thanks."""
        return told_notes(self.question.case.events, self.question.as_of)

    @property
    def notes_left(self) -> tuple[NoteLeft, ...]:
        """Those of them of which something stays to be paid."""
        return left_of(self.question, self.settled, self.notes)

    @property
    def credits(self) -> Sums:
        """What we hold of the debtor and neither an agreement has taken nor the thanks are for."""
        left = freed(self.question.case.items, standing_nettings(self.question))
        thanked = paying(self.question)
        free = (
            item
            for item in left
            if item.open < 0 and item.status not in NOT_OURS and item not in thanked
        )
        return _summed((item.currency, -item.open) for item in free)

    def claimed_by_letter(self, items: Collection[Receivable]) -> tuple[date | None, Sums]:
        """The last letter to who is thanked that claimed penalties, and what of them stays due.

        A notice to the debtor has claimed them too, and is not named to a payer.
        What a note has claimed is the note's; what a settlement that holds waives is waived.
        """
        on, numbers = self._last_claim([item.number for item in items])
        noted = about(self.notes, numbers)
        gone = {number for note in noted for number in note.items}
        gone |= spared(standing_agreements(self.question))
        known = {item.number: item for item in self.question.case.items}  # with their shares
        left = [
            known.get(item.number, item)
            for item in items
            if item.number in numbers and item.number not in gone
        ]
        sums = _summed(self._owed(left))
        return (on if sums else None), sums

    def _last_claim(self, numbers: Collection[str]) -> tuple[date | None, frozenset[str]]:
        policy = whole_policy(self.question.case, self.question.setting)
        found = [
            event
            for event in self.question.history.contacts
            if policy.has_claimed(event.step) and event.channel in WRITTEN
            if not set(numbers).isdisjoint(event.items)
        ]
        asked_for = frozenset(number for event in found for number in event.items)
        one = self.question
        had = had_by(one.case, "thanks", one.setting.marks.notices, found)
        return max(map(written_on, had), default=None), asked_for & set(numbers)

    def _owed(self, items: Iterable[Receivable]) -> Iterator[tuple[str, Decimal]]:
        one = self.question
        case, setting, history, day = one.case, one.setting, one.history, one.as_of
        shares = shares_on(case, setting, history, day)
        for item in items:
            claim = claim_of(item, case, setting, history, day, False, shares, {})
            yield item.currency, max(extras(claim) - self.received.get(item.number, ZERO), ZERO)


def _summed(parts: Iterable[tuple[str, Decimal]]) -> Sums:
    sums: dict[str, Decimal] = {}
    for currency, amount in parts:
        if amount:
            sums[currency] = sums.get(currency, ZERO) + amount
    return tuple(sorted(sums.items()))
