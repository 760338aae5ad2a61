"""`settlement`: less than what is owed, if it is paid by a day; the letter, and what it binds.

The terms are a line of the journal, as a payment plan is; the letter is the next one. Together they
hold the invoices until the day has passed, or for good once the sum is there.
"""

from collections.abc import Sequence
from dataclasses import replace

from ..core.findings import Reason
from ..core.money import ZERO
from ..core.records import Decision, Event, Settlement
from ..core.settlements import SETTLEMENT, terms
from .agreed import about, ending, letter_of, live
from .agreed_letter import Said, message_of, same_letter
from .around import keep
from .batch import Batch, Order, Skipped, Written
from .beside import line_of
from .beside_said import key_of_terms
from .deal import Deal, check_deal, check_sum, decided, disputed
from .desk import Desk
from .document_files import document_path
from .drafts import closing
from .edits import edited
from .lost_letter import found_again
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
    said = Said(case, whole, deal)
    twin = _twin(desk, said)
    waived = waived_notes(desk, debtor, said.items)
    if twin and (written := _again(desk, order, said, twin)):
        if waived:  # their lines are of the day too
            prepare(desk, order)
        return _ended(desk, order, whole, written, waived)
    if twin and twin.owed != said.totals.claim:  # what it is about has changed since
        return _ended(desk, order, whole, found_again(desk, order, said, twin), waived)
    if twin is None:
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


def _twin(desk: Desk, said: Said) -> Settlement | None:
    """The settlement that says the same and holds, None when there is none.

    What was paid of it since is still its own, unless a person names which invoices they mean.
    """
    deal, code = said.deal, said.decision.debtor.code
    wanted = (deal.amount, deal.by, said.totals.currency)
    paid = (
        {item.number for item in desk.receivables if (item.debtor, item.open) == (code, ZERO)}
        if not deal.invoices
        else frozenset[str]()
    )
    found = (
        one
        for one in live(desk, code)
        if (one.amount, one.by, one.currency) == wanted
        and tuple(number for number in one.items if number not in paid) == said.items
    )
    return next(found, None)


def _again(desk: Desk, order: Order, said: Said, twin: Settlement) -> Written | None:
    """The letter that says the same already, None when it is to be written.

    The first of these that is so decides:

    ==========================================  ==================================================
    its file has gone                           written again; as it was when owed has changed
    it is to go by another channel              written beside it; refused when owed has changed
    a person has edited it                      left, and told
    nothing has changed                         left
    what is owed has changed                    left: what came counts towards what was agreed
    something else has (address, account...)    written again, in its place
    ==========================================  ==================================================
    """
    line = letter_of(desk, twin)
    path = document_path(order.folder, line.document)
    if not path.is_file() or line.channel != said.decision.channel:
        return None
    edit = edited(path, line)
    same = None if edit else same_letter(desk, order, said, twin)
    is_left = edit or same or twin.owed != said.totals.claim
    if not is_left:
        return None
    told = Reason("settlement_again", {"agreed_on": twin.agreed_on, "by": twin.by})
    no_pdf = None
    if order.pdf and not order.dry_run and path.suffix == ".docx":
        check_printing(order)
        no_pdf = print_copy(same[0], order, path) if same else Reason("copy_of_another")
    return Written(
        twin.debtor, "settlement", line.channel, path, line.sha256, twin.items,
        (told, *([edit] if edit else [])), no_pdf,
    )  # fmt: skip


def _written(desk: Desk, order: Order, said: Said, twin: Settlement | None) -> Written:
    """Log the terms, then the letter, and write it; the letter alone when the terms hold already.

    A cut leaves all the lines or none: the last one names the file that tells.
    """
    decision = said.decision
    items = [line.item for line in decision.demanded]
    old = () if twin else about(live(desk, decision.debtor.code), items)
    key = key_of_terms(decision, said.terms)
    message = message_of(desk, said, twin, old)
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


def _older(desk: Desk, order: Order, twin: Settlement, letter: Event) -> list[Event]:
    """The line that ends the letter of an earlier day, which said the same in other words."""
    line = letter_of(desk, twin)
    if line.document == letter.document or line.channel != letter.channel:
        return []
    return [closing(line, "replaced", order.as_of, order.entered_at)]


def _terms(order: Order, said: Said, old: Sequence[Settlement], letter: Event) -> list[Event]:
    entry = Entry(order.as_of, order.entered_at)
    return [*(ending(one, "replaced", entry) for one in old), _agreement(said, letter)]


def _agreement(said: Said, letter: Event) -> Event:
    """The line that binds; its letter is the next one."""
    deal, sums = said.deal, said.totals
    return replace(
        letter, step=SETTLEMENT, direction="in", channel="", outcome="done", sha256="",
        document=terms(deal.amount, sums.claim, sums.currency, deal.by),
    )  # fmt: skip


def _told(said: Said, old: Sequence[Settlement]) -> tuple[Reason, ...]:
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
