"""What a document beside the policy says: its message, and the key that names it."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ..core.beside import plan_of
from ..core.calendar import next_worked
from ..core.currency import MAIN_CURRENCY
from ..core.findings import Reason
from ..core.history import read
from ..core.informed import had_by
from ..core.journal import document_key
from ..core.letters_of import rank_of
from ..core.notes import NOTE, extras
from ..core.question import policy_of
from ..core.received import instalments_of
from ..core.records import Case, Decision, Message, PaymentPlan
from ..documents.names import reference_of
from .attached import with_copies
from .batch import Order
from .compose import HISTORY_LINES, consumer_law, reply_days, with_rates
from .desk import Desk
from .lines import PLAN
from .penalty_notes import as_note
from .plans import days_taken_over
from .thanking import with_what_is_left

COPIED = ("statement",)  # what the copies of the invoices go with


@dataclass(frozen=True, slots=True)
class Terms:
    """What a person adds: the sum and the last day of a settlement; by post or not."""

    amount: Decimal | None = None
    by: date | None = None
    by_post: bool = False
    with_open: bool = True  # in a penalty note, what is still open beside what was paid late


def key_beside(case: Case, decision: Decision, terms: Terms) -> str:
    """Return the key of the document of a decision; a plan's holds its instalments."""
    plan = plan_of(case) if decision.document == "plan" else None
    return key_of_terms(decision, terms, plan)


def key_of_terms(decision: Decision, terms: Terms, plan: PaymentPlan | None = None) -> str:
    """Return the key of a document: debtor, document, amounts and terms, what would change it."""
    amounts = [(line.item.number, f"{line.item.open:.2f}") for line in decision.lines]
    if decision.document == NOTE:  # what it asks for, which a corrected value date changes
        amounts += [(one.item.number, f"+{extras(one.claim):.2f}") for one in decision.lines]
    amounts += [(one.code, str(sorted(one.facts.items()))) for one in decision.why]
    amounts += [(f"{one.day}", f"{one.amount:.2f}") for one in plan.instalments] if plan else []
    if terms.amount is not None:
        amounts.append(("settled_for", f"{terms.amount:.2f} {terms.by}"))
    return document_key(decision.debtor.code, decision.step, amounts)


def beside_message(
    desk: Desk, case: Case, decision: Decision, terms: Terms, key: str = ""
) -> Message:
    """Return what a document beside the policy says; `key` is that of its document."""
    reached = case.reached(decision.document)
    is_note = decision.document == NOTE
    plan = plan_of(case) if decision.document == "plan" else None
    bare = Message(
        kind=decision.document,
        creditor=desk.setting.creditor,
        decision=decision,
        policy=policy_of(case, desk.setting).code,
        contact=reached.payables,
        claims="claimed" if is_note else "none",
        consumer=consumer_law(decision, desk.setting),
        reply_by=_reply_by(desk, case, decision, terms),
        history=had_by(
            case, decision.document, desk.setting.marks.notices, read(case.events).contacts
        )[-HISTORY_LINES:],
        credits=tuple(line for line in decision.lines if line.item.open < 0),
        payer=reached if reached is case.payer else None,
        plan=plan,
        plans_replaced=days_taken_over(desk, plan) if plan else (),
        settled_for=terms.amount,
        head=desk.ledger.head,
        number=reference_among(desk, decision, PLAN, _line_of(desk, plan)) if plan else "",
    )
    if decision.document == "thanks":
        return with_what_is_left(desk, case, bare)
    return with_rates(as_note(desk, case, bare, key), desk.setting) if is_note else bare


def reference_among(desk: Desk, decision: Decision, agreement: str, number: int) -> str:
    """Return the reference of an agreement's letter, ranked from the second one of a day on.

    Args:
        desk: the workbook.
        decision: about the letter.
        agreement: the step of the lines of such agreements.
        number: that of its line; 0 when it is about to be noted, or none tells it.
    """
    code, day = decision.debtor.code, decision.as_of
    rank = rank_of(number, desk.history_of(code).lines, agreement, decision.step, day)
    return reference_of(code, day, decision.document) + (f"-{rank}" if rank > 1 else "")


def _line_of(desk: Desk, plan: PaymentPlan) -> int:
    """The number of the line of a plan, 0 when a person has typed it into the sheet."""
    lines = desk.events_of(plan.debtor)
    return instalments_of(plan, MAIN_CURRENCY, lines, desk.setting)[0].line


def with_its_copies(said: Message, order: Order) -> tuple[Message, tuple[Reason, ...]]:
    """Return a document beside the policy with its copies of invoices, and those that don't go."""
    return with_copies(said, order.copies_folder) if said.kind in COPIED else (said, ())


def _reply_by(desk: Desk, case: Case, decision: Decision, terms: Terms) -> date | None:
    if decision.document == "settlement":
        return terms.by
    if decision.document != NOTE:
        return None
    granted = reply_days(policy_of(case, desk.setting).values, decision)
    wished = decision.as_of + timedelta(days=granted)
    return next_worked(wished, *desk.setting.worked_in(decision.debtor))
