"""Items that a message lists "pour information" and that this reminds of for the first time.

One message a debtor goes out, at the highest step. Without this rule a debtor with a new late
invoice every week would never be reminded of the newer ones: the older always come first.
"""

from collections.abc import Collection, Iterable
from datetime import date

from .history import DONE
from .meaning import BELGIAN_CONSUMER, first_reminder
from .policy import Policy, Step
from .records import WRITTEN, Case, Decision, DocumentKind, Event, Line
from .told import written_on

LISTING = (
    "email",
    "letter",
    "formal_notice",
    "confirmation",
)  # documents that list the other sums due


def reminded_by_the_way(
    decision: Decision, case: Case, policy: Policy
) -> tuple[str, tuple[str, ...]]:
    """Return the step that a message does for items it only informs of, and their numbers.

    The item must be due for its first reminder on that day. A Belgian consumer's free reminder
    has contents of its own (Code de droit économique, art. XIX.2): no list stands for it. Nor does
    one in a notice served on the debtor where a payer has the reminders.

    Args:
        decision: a decision whose document is about to be written.
        case: the debtor and the payer.
        policy: the policy that decided.

    Returns:
        ("", ()) when the message reminds of nothing by the way.
    """
    step = first_reminder(policy.steps)
    written = decision.channel in WRITTEN and decision.document in LISTING
    if step is None or not written or step.code == decision.step:
        return "", ()
    if case.reached(decision.document) is not case.reached(step.document):
        return "", ()
    numbers = tuple(
        line.item.number for line in decision.lines if _is_reminded(line, step, decision)
    )
    return (step.code, numbers) if numbers else ("", ())


def _is_reminded(line: Line, step: Step, decision: Decision) -> bool:
    due = line.next_date is not None and line.next_date <= decision.as_of
    starts = line.informed and line.next_step == step.code and not line.position
    return starts and due and not line.blocked and line.claim.regime != BELGIAN_CONSUMER


def had_by(
    case: Case, document: DocumentKind, notices: Collection[str], contacts: Iterable[Event]
) -> tuple[Event, ...]:
    """Return the contacts with whom a document goes to, all of them for a call sheet.

    Where a payer has the messages, the debtor has had the formal notices and nothing else: a
    letter names none that its reader never had.

    Args:
        case: the debtor and the payer.
        document: the document that is about to be written.
        notices: the codes of the steps that are formal notices.
        contacts: of the debtor's history.
    """
    known = tuple(contacts)
    if case.payer is None or document == "call_sheet":
        return known
    served = case.reached(document) is case.debtor
    return tuple(one for one in known if (one.step in notices) is served)


def asked_before(
    decision: Decision, contacts: Iterable[Event]
) -> tuple[tuple[str, date, bool], ...]:
    """Return which items listed "pour information" an earlier message has demanded, late as now.

    Args:
        decision: what the document lists.
        contacts: those with its reader.

    Returns:
        The item's number, the day that the last such message bears, and whether it was an e-mail.
    """
    found, known = [], tuple(contacts)
    for line in decision.lines:
        due = line.item.payable_on
        if not line.informed or due is None:
            continue
        days = [
            (written_on(event), event.channel == "email")
            for event in known
            if event.channel in WRITTEN and event.outcome in DONE
            if line.item.number in event.items
            if due < written_on(event) and event.day < decision.as_of
        ]
        if days:
            found.append((line.item.number, *max(days)))
    return tuple(found)
