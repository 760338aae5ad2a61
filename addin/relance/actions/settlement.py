"""`settlement`: less than what is owed, if it is paid by a day; the letter, and what it binds.

The terms are a line of the journal, as a payment plan is; the letter is the next one. Together they
hold the invoices until the day has passed, or for good once the sum is there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..core.errors import BadArgumentError
from ..core.findings import Reason
from ..core.records import Case, Decision, Event, Message, Settlement, Totals
from ..core.settlements import SETTLEMENT, terms
from .agreed import about, ending, first_with, letter_of, live, replaced_by
from .around import keep
from .batch import Batch, Order, Skipped, Written
from .beside import line_of
from .beside_said import Terms, beside_message, key_of_terms
from .deal import Deal, check_deal, check_sum, decided, disputed
from .desk import Desk
from .drafts import closing
from .edits import edited, same_again
from .made import made, write_logged
from .print_copies import check_printing, print_copy
from .record import Entry
from .run import prepare
from .waived_notes import end_notes, waived_notes


def settlement(desk: Desk, order: Order, debtor: str, deal: Deal) -> Batch:
    """Write the letter of a settlement and bind it; a dry run only says what it would be.

    One that is about the same invoices ends: its letter is set aside. The same again is not
    written twice.

    Args:
        desk: the workbook.
        order: day, folder and templates.
        debtor: whose late invoices it ends.
        deal: the sum, the day, what it is about.

    Raises:
        UnknownDebtorError, UnknownInvoiceError: no such debtor or open invoice.
        BadArgumentError: the day, the sum, the currency or an invoice does not fit, or a credit
            insurer has not agreed.
        TakeoverNeededError, DayBeforeJournalError, OutputFolderError: as `run`.
    """
    check_deal(desk, order.as_of, debtor, deal)
    case = desk.case(debtor)
    whole = decided(desk, case, order.as_of, deal)
    if whole.blocked_by:
        return Batch(order.as_of, (whole,), (), (Skipped(debtor, whole.blocked_by),))
    said = _Said(case, whole, deal)
    twin = _twin(desk, said)
    waived = waived_notes(desk, debtor, said.items)
    if twin and (written := _again(desk, order, said, twin)):
        if waived:  # their lines are of the day too
            prepare(desk, order)
        return _ended(desk, order, whole, written, waived)
    if twin is None or twin.owed != said.totals.claim:
        twin = None  # what it is about has changed since
        check_sum(said.totals, deal.amount)
    prepare(desk, order)
    written = _written(desk, order, said, twin)
    ended = _ended(desk, order, whole, written, waived)
    if order.dry_run:
        return ended
    return replace(ended, ended=keep(desk.book, order.as_of, order.entered_at))


def _ended(
    desk: Desk, order: Order, whole: Decision, written: Written, waived: Sequence[Event]
) -> Batch:  # fmt: skip
    """End the penalty notes that wait and whose sums the letter waives; one that went out stays.

    A cut between the letter and them leaves them to the same command once more.
    """
    told = end_notes(desk, order, waived, written.items)
    if told and not order.dry_run:
        desk.book.save()
    said = replace(written, told=(*written.told, *told))
    return Batch(order.as_of, (whole,), (said,), ())


@dataclass(frozen=True, slots=True)
class _Said:
    """A settlement about to be written: what it is about, and what was agreed to."""

    case: Case
    decision: Decision
    deal: Deal

    @property
    def items(self) -> tuple[str, ...]:
        return tuple(line.item.number for line in self.decision.demanded)

    @property
    def totals(self) -> Totals:
        return self.decision.totals[0]

    @property
    def terms(self) -> Terms:
        return Terms(self.deal.amount, self.deal.by, self.deal.by_post)


def _twin(desk: Desk, said: _Said) -> Settlement | None:
    """The settlement that says the same and holds, None when there is none."""
    deal, sums = said.deal, said.totals
    wanted = (deal.amount, deal.by, said.items, sums.currency)
    found = [
        one
        for one in live(desk, said.decision.debtor.code)
        if (one.amount, one.by, one.items, one.currency) == wanted
    ]
    return next(iter(found), None)


def _again(desk: Desk, order: Order, said: _Said, twin: Settlement) -> Written | None:
    """The letter that says the same already, None when it is to be written.

    The first of these that is so decides:

    ==========================================  ==================================================
    its file has gone                           written again; agreed anew when owed has changed
    it is to go by another channel              written beside it; anew as above
    a person has edited it                      left, and told
    nothing has changed                         left
    what is owed has changed                    left: what came counts towards what was agreed
    something else has (address, account...)    written again, in its place
    ==========================================  ==================================================
    """
    line = letter_of(desk, twin)
    path = order.folder / line.document
    if not path.is_file() or line.channel != said.decision.channel:
        return None
    edit = edited(path, line)
    same = None if edit else _same(desk, order, said, twin)
    is_left = edit or same or twin.owed != said.totals.claim
    if not is_left:
        return None
    told = Reason("settlement_again", {"agreed_on": twin.agreed_on, "by": twin.by})
    no_pdf = None
    if order.pdf and not order.dry_run and path.suffix == ".docx":
        check_printing(order)
        no_pdf = print_copy(same, order, path) if same else Reason("copy_of_another")
    return Written(
        twin.debtor, "settlement", line.channel, path, line.sha256, twin.items,
        (told, *([edit] if edit else [])), no_pdf,
    )  # fmt: skip


def _same(desk: Desk, order: Order, said: _Said, twin: Settlement) -> Message | None:
    """What a letter says, when it would be the same if it were written now, dated as it was."""
    line = letter_of(desk, twin)
    try:
        then = replace(said, decision=decided(desk, said.case, line.day, said.deal))
    except BadArgumentError:  # a plan or a dispute that was noted since, of before that day
        return None
    if then.decision.blocked_by:
        return None
    key = key_of_terms(then.decision, then.terms)
    message = _message(desk, then, replaced_by(desk, twin))
    first = first_with(desk, twin, line)
    dated = replace(order, as_of=line.day)
    found = same_again(message, line, first, lambda one: made(one, dated, key))
    return found[0] if found else None


def _written(desk: Desk, order: Order, said: _Said, twin: Settlement | None) -> Written:
    """Log the terms, then the letter, and write it; the letter alone when the terms hold already.

    A cut leaves all the lines or none: the last one names the file that tells.
    """
    decision = said.decision
    items = [line.item for line in decision.demanded]
    old = () if twin else about(live(desk, decision.debtor.code), items)
    key = key_of_terms(decision, said.terms)
    message = _message(desk, said, replaced_by(desk, twin) if twin else old)
    rendered = made(message, order, key)
    path = order.folder / rendered.name
    if not order.dry_run:
        letter = line_of(order, decision, rendered, said.items)
        terms_ = _older(desk, order, twin, letter) if twin else _terms(order, said, old, letter)
        write_logged(desk, order, rendered, (*terms_, letter), key)
    return Written(
        decision.debtor.code, "settlement", decision.channel, path, rendered.sha256, said.items,
        _told(said, old), None if order.dry_run else print_copy(message, order, path),
    )  # fmt: skip


def _message(desk: Desk, said: _Said, old: Sequence[Settlement]) -> Message:
    """What the letter says; it says which one of an earlier day it takes the place of."""
    message = beside_message(desk, said.case, said.decision, said.terms)
    before = [one.agreed_on for one in old if one.agreed_on < said.decision.as_of]
    return replace(message, replaces=max(before, default=None))


def _older(desk: Desk, order: Order, twin: Settlement, letter: Event) -> list[Event]:
    """The line that ends the letter of an earlier day, which said the same in other words."""
    line = letter_of(desk, twin)
    if line.document == letter.document or line.channel != letter.channel:
        return []
    return [closing(line, "replaced", order.as_of, order.entered_at)]


def _terms(order: Order, said: _Said, old: Sequence[Settlement], letter: Event) -> list[Event]:
    entry = Entry(order.as_of, order.entered_at)
    return [*(ending(one, "replaced", entry) for one in old), _agreement(said, letter)]


def _agreement(said: _Said, letter: Event) -> Event:
    """The line that binds; its letter is the next one."""
    deal, sums = said.deal, said.totals
    return replace(
        letter, step=SETTLEMENT, direction="in", channel="", outcome="done", sha256="",
        document=terms(deal.amount, sums.claim, sums.currency, deal.by),
    )  # fmt: skip


def _told(said: _Said, old: Sequence[Settlement]) -> tuple[Reason, ...]:
    """What it binds, what it ends, and what of it is in dispute."""
    deal, sums = said.deal, said.totals
    facts = {"numbers": said.items, "by": deal.by, "amount": deal.amount, "currency": sums.currency}
    noted = Reason("settlement_noted", {**facts, "debtor": said.decision.debtor.code})
    replaced = [
        Reason(
            "settlement_replaced",
            {"agreed_on": one.agreed_on, "amount": one.amount, "currency": one.currency,
             "by": one.by, "numbers": one.items},
        )
        for one in old
    ]  # fmt: skip
    doubted = disputed(said.case, said.decision)
    in_dispute = [Reason("settlement_in_dispute", {"numbers": doubted})] if doubted else []
    return (*replaced, noted, *in_dispute)
