"""The letter of a settlement that has gone since a part of it was paid: the agreement stands.

It is written again as it was, to the byte, or not at all: dated today it would list what was owed
then, and agreed on anew it would ask for the whole sum a second time.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ..core.dated import ONE_DAY
from ..core.decide import asked
from ..core.errors import BadArgumentError
from ..core.findings import Reason
from ..core.money import ZERO
from ..core.parse import parse_amount
from ..core.records import Case, Receivable, Settlement
from ..core.settling import standing_agreements
from .agreed import letter_of
from .agreed_letter import Said, same_letter
from .batch import Order, Written
from .desk import Desk
from .document_files import document_path, forget_pdf
from .files import write_whole
from .lines import RECEIVED
from .print_copies import print_copy
from .run import prepare


def found_again(desk: Desk, order: Order, said: Said, twin: Settlement) -> Written:
    """Write the letter of a settlement again as it was; a dry run only says so.

    Raises:
        BadArgumentError: it can't be, or it is to go by another channel: what stands is told.
        As `prepare`.
    """
    line = letter_of(desk, twin)
    path = document_path(order.folder, line.document)
    facts = {
        "agreed_on": twin.agreed_on, "by": twin.by, "amount": twin.amount,
        "paid": _paid(desk, said, order.as_of, twin), "currency": twin.currency,
        "document": line.document, "debtor": twin.debtor,
    }  # fmt: skip
    message = None
    if line.channel == said.decision.channel:
        known = (_known(desk, said.case, twin, since) for since in _since(twin))
        same = (same_letter(desk, order, replace(said, case=one), twin) for one in known)
        message = next((one for one in same if one), None)
    if message is None:
        raise BadArgumentError(reason="settlement_stands", argument="amount", **facts)
    letter, rendered = message
    if not order.dry_run:
        prepare(desk, order)
        forget_pdf(path)
        write_whole(path, rendered.content)
    return Written(
        twin.debtor, "settlement", line.channel, path, line.sha256, twin.items,
        (Reason("settlement_remade", facts),),
        None if order.dry_run else print_copy(letter, order, path),
    )  # fmt: skip


def _since(twin: Settlement) -> tuple[date, date]:
    """From which day money came after the agreement: of its own day nobody knows the hour."""
    return twin.agreed_on + ONE_DAY, twin.agreed_on


def _paid(desk: Desk, said: Said, as_of: date, twin: Settlement) -> object:
    found = standing_agreements(asked(said.case, desk.setting, as_of))
    return next((one.paid for one in found if one.settlement.number == twin.number), ZERO)


def _known(desk: Desk, case: Case, twin: Settlement, since: date) -> Case:
    """The account of a debtor as it was when they agreed, without what has come from a day on."""
    came = [one for one in case.payments if one.value_date >= since]
    rows = {one.row for one in came if not one.invoice}
    back = dict.fromkeys((one.invoice for one in came), ZERO)
    for payment in came:
        back[payment.invoice] += payment.amount
    for event in desk.events_of(twin.debtor):
        if event.step == RECEIVED and event.number > twin.number and event.items:
            amount = parse_amount(event.document.split()[0])
            back[event.items[0]] = back.get(event.items[0], ZERO) + amount
    items = (
        replace(item, paid=item.paid - back.get(item.number, ZERO))
        for item in _account(desk, case, rows)
    )
    payments = tuple(one for one in case.payments if one not in came)
    return replace(case, items=tuple(one for one in items if one.open), payments=payments)


def _account(desk: Desk, case: Case, rows: set[int]) -> Iterator[Receivable]:
    """Its items, those too that were paid since, then the money that was there."""
    for item in desk.receivables:
        if item.debtor == case.debtor.code:
            yield item
    ours = {(one.row, one.number) for one in desk.receivables}
    for item in case.items:
        if (item.row, item.number) not in ours and item.row not in rows:
            yield item
