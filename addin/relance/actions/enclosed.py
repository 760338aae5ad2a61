"""The statement of account that goes with a reminder by e-mail, as a PDF or a Word file.

It tells what the message leaves out: what is not due yet, what is in dispute, a penalty note that
went out. It asks for nothing by itself, and says of no invoice another sum than the message.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ..core.beside import NOT_OURS
from ..core.errors import MissingExtraError, NotPrintableError, RelanceError
from ..core.findings import Reason
from ..core.notes import NOTE
from ..core.records import Case, Decision, Line, Message
from ..documents.language import tongue_of
from ..documents.pdf import letter_pdf
from ..documents.posting import is_mail
from ..documents.render import template_name
from ..documents.shipped import named
from .attached import LIMIT
from .batch import Order
from .beside_said import Terms, beside_message, key_of_terms
from .deciding import decided_one
from .desk import Desk
from .made import made
from .print_copies import is_own

REMINDERS = ("email", "letter")  # what goes by e-mail and asks for payment
TERMS = Terms()
File = tuple[str, bytes]


def with_statement(
    desk: Desk, order: Order, case: Case, said: Message
) -> tuple[Message, tuple[Reason, ...]]:
    """Attach the statement of account to a reminder by e-mail when the settings want it.

    Returns:
        The message, and that a statement that was wanted does not go.
    """
    if not _may_enclose(said) or not _may_tell_more(case, said):
        return said, ()
    stated = decided_one(desk, "statement", case, said.decision.as_of, TERMS)
    if _is_useless(stated, said):
        return said, ()
    file = _unless_refused(desk, order, case, stated, said)
    if file is None or len(file[1]) > LIMIT:
        return said, (Reason("statement_left_out", {"debtor": case.debtor.code}),)
    return replace(said, with_statement=True, attachment_contents=(file,)), ()


def _may_enclose(said: Message) -> bool:
    """What is announced before it is due goes alone, as a Belgian's free first reminder does."""
    if said.creditor.encloses == "never" or said.free_reminder or not said.decision.phase:
        return False
    return said.kind in REMINDERS and is_mail(said)


def _may_tell_more(case: Case, said: Message) -> bool:
    """Tell at little cost whether a statement can be wanted: most messages list all there is."""
    if said.creditor.encloses == "always" or any(one.step == NOTE for one in case.events):
        return True
    items = [item for item in case.items if item.open and item.status not in NOT_OURS]
    listed = {line.item.number for line in _listed(said)}
    return any(one.number not in listed for one in items)


def _is_useless(stated: Decision, said: Message) -> bool:
    """Tell whether it tells nothing more than the message, and only then it would go.

    More are other items, and what stands beside the items: a note to be paid, an agreement.
    """
    if said.creditor.encloses == "always" or stated.blocked_by or stated.why:
        return False
    return {*_open(stated.lines)} <= {*_open(_listed(said))}


def _unless_refused(
    desk: Desk, order: Order, case: Case, stated: Decision, said: Message
) -> File | None:
    """The statement, None when there is none or it has another sum; the e-mail goes without."""
    if stated.blocked_by or not _agrees(stated, said):
        return None
    try:
        return _file(desk, order, case, stated, said)
    except RelanceError:  # of its template: whoever asks for the statement itself is told
        return None


def _listed(said: Message) -> tuple[Line, ...]:
    shown = (line for line in said.decision.lines if line.demanded or line.informed)
    return (*shown, *said.credits)


def _open(lines: tuple[Line, ...]) -> Iterator[tuple[str, Decimal]]:
    return ((line.item.number, line.item.open) for line in lines)


def _agrees(stated: Decision, said: Message) -> bool:
    """Tell whether the statement has each sum of the message: it may pay interest first."""
    told = {*_open(stated.lines)}
    claimed = said.claims == "claimed"
    return all(
        (line.item.number, line.claim.principal if claimed and line.demanded else line.item.open)
        in told
        for line in _listed(said)
    )


def _file(desk: Desk, order: Order, case: Case, stated: Decision, said: Message) -> File:
    """Return the name and the content of the statement, set as a letter to whom the e-mail goes."""
    key = key_of_terms(stated, TERMS)
    bare = beside_message(desk, case, replace(stated, channel="letter"), TERMS, key)
    letter = replace(bare, enclosed=True, payer=said.payer, contact=said.contact, head=said.head)
    tongue = tongue_of(letter)
    name = f"{tongue.items.statement_file}-{case.debtor.code}-{stated.as_of:%Y-%m-%d}"
    if not is_own(named(template_name(letter), tongue.code), order.templates or {}):
        try:
            return f"{name}.pdf", letter_pdf(letter)
        except (MissingExtraError, NotPrintableError):
            pass
    return f"{name}.docx", made(letter, order, key).content
