"""What is particular about a message: the one fact of the case that a person would mention first.

A form letter goes to the bin; one that thanks for last week's part payment does not. Facts only:
what was paid, promised or said, with its day. Never what we think of the debtor.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from .agreed_money import left_of_promises
from .blocks import promise_lapses
from .confirming import made_in
from .dated import ONE_DAY
from .findings import Reason
from .habits import section
from .history import CONFIRMATION, History
from .lapsed import has_told, not_kept
from .money import ZERO
from .netting import free_items
from .parse import parse_amount
from .policy import Policy
from .records import SPOKEN, WRITTEN, Case, Decision, Event, Promise, Receivable
from .setting import Setting
from .told import told

CASE_PROPER: tuple[str, ...] = ("", "email", "letter", "formal_notice")  # what speaks of it
MONEY = ("payment", "received")  # lines of the journal that tell what came
OLD_DAYS: int = section("documents")["old_days"]
GOOD_PAYER: int = section("documents")["good_payer"]


def circumstance(
    case: Case, decision: Decision, setting: Setting, policy: Policy, history: History
) -> Reason | None:
    """Return what a message mentions after its opening, None when there is nothing particular.

    Args:
        case: the debtor, with payments, promises and how many invoices were settled.
        decision: what is demanded, and by which document.
        setting: how far the bank data go: a promise is not broken before they tell.
        policy: the debtor's policy.
        history: the journal up to the day of the decision.

    Returns:
        `part_payment` or `part_payments` (amount, currency, day), `broken_promise` (amount,
        currency, by), `broken_promise_part` (with left), `after_call` (day), `first_delay` (),
        what `lapsed.not_kept` returns, or None.
    """
    if decision.document == CONFIRMATION:
        return _passed_promise(case, decision, setting, policy, history)
    if decision.document not in CASE_PROPER or not decision.demanded:
        return None
    part, made = _part_payment(case, decision, setting, history), _made(history)
    return (
        not_kept(
            case,
            _numbers(decision),
            setting,
            policy,
            history,
            decision.as_of,
            made,
            thanked=part is not None,
        )
        or part
        or _broken_promise(made, case, decision, setting, policy, history)
        or _after_call(case, decision, history)
        or _first_delay(case, decision, history)
    )


def _numbers(decision: Decision) -> set[str]:
    return {line.item.number for line in decision.demanded}


def _last_contact(decision: Decision, history: History) -> Event | None:
    """The last time that we wrote or spoke to the debtor about something demanded."""
    asked = _numbers(decision)
    made = reversed(_made(history))
    return next((one for one in made if not asked.isdisjoint(one.items)), None)


def _made(history: History) -> list[Event]:
    """The times that we wrote or spoke to the debtor: a call that reached nobody is none."""
    return [one for one in history.contacts if one.outcome != "bounced"]


def _part_payment(
    case: Case, decision: Decision, setting: Setting, history: History
) -> Reason | None:
    """Money that came since the last message, for something that is still owed in part."""
    last = _last_contact(decision, history)
    if last is None:
        return None
    sums: dict[str, list[tuple[Decimal, date | None]]] = {}
    asked, currencies = _numbers(decision), {line.item.currency for line in decision.demanded}
    for event in history.events:
        if event.number > last.number:
            for amount, currency, day in _came(event, asked):
                taken = ZERO if event.items else _taken(case, asked, setting, decision, currency)
                if event.items or (currency in currencies and amount > taken):
                    sums.setdefault(currency, []).append((amount, day))
    if len(sums) != 1:
        return None  # nothing came, or in several currencies: no one sentence says it
    ((currency, parts),) = sums.items()
    days = [day for _, day in parts if day]
    facts = {
        "amount": sum((amount for amount, _ in parts), Decimal(0)), "currency": currency,
        "day": max(days) if len(days) == len(parts) else None,
    }  # fmt: skip
    return Reason("part_payment" if len(parts) == 1 else "part_payments", facts)


def _taken(
    case: Case, asked: set[str], setting: Setting, decision: Decision, currency: str
) -> Decimal:
    """What agreements about other items have of the debtor's credits: no thanks here for that."""
    free = free_items(case, setting, decision.as_of, asked)
    return _credits(case.items, currency) - _credits(free, currency)


def _credits(items: Iterable[Receivable], currency: str) -> Decimal:
    ours = (item for item in items if item.currency == currency and item.kind == "payment")
    return sum((max(-item.open, ZERO) for item in ours), ZERO)


def _came(event: Event, asked: set[str]) -> Iterator[tuple[Decimal, str, date | None]]:
    """The sums of a line that tells money; an import knows the sum and not the value date."""
    if event.step not in MONEY or event.direction != "in":
        return
    if event.items and asked.isdisjoint(event.items):
        return
    text, day = told(event.document)
    said, _, currency = text.rpartition(" ")
    if not said:
        return
    for part in said.split(" + "):
        yield parse_amount(part), currency, day


def _passed_promise(
    case: Case, decision: Decision, setting: Setting, policy: Policy, history: History
) -> Reason | None:
    """What the confirmation of a call says: what was not kept, unless a promise was made since.

    The call that it follows is no message about the promise: only what was written before counts.
    """
    call = history.last_call_to_confirm()
    if call and made_in(call, case.promises, decision.as_of):
        return None
    asked = _numbers(decision)
    written = [one for one in history.contacts if one.channel in WRITTEN]
    return not_kept(
        case, asked, setting, policy, history, decision.as_of, written, thanked=False
    ) or _broken_promise(written, case, decision, setting, policy, history)


def _broken_promise(
    made: Sequence[Event], case: Case, decision: Decision, setting: Setting, policy: Policy,
    history: History,
) -> Reason | None:  # fmt: skip
    """The last promise that did not come true, unless a message about it has followed its day."""
    asked = _numbers(decision)
    left = left_of_promises(case, setting, policy, history, decision.as_of)
    broken = [
        one
        for one in case.promises
        if not one.kept and (not one.items or not asked.isdisjoint(one.items))
        if (since := _broken_since(one, setting, policy)) <= decision.as_of
        if left.get(one, one.amount) and not has_told(made, one.items or asked, since)
    ]
    if not broken:
        return None
    found = max(broken, key=lambda one: (one.by, one.made_on))
    facts = {"amount": found.amount, "currency": found.currency, "by": found.by}
    rest = left.get(found, found.amount)  # a promise that a person calls broken has no other
    if rest == found.amount:
        return Reason("broken_promise", facts)
    return Reason("broken_promise_part", facts | {"left": rest})


def _broken_since(promise: Promise, setting: Setting, policy: Policy) -> date:
    """The first day on which it is known that a promise was not kept; a person may say it."""
    if promise.kept is None:
        return promise_lapses(promise, setting, policy)
    return promise.by + ONE_DAY


def _after_call(case: Case, decision: Decision, history: History) -> Reason | None:
    """The last contact was a talk: what is written follows on from it, to the same reader."""
    if case.reached(decision.document) is not case.reached("call_sheet"):
        return None
    last = _last_contact(decision, history)
    if last is None or last.channel not in SPOKEN or last.day > decision.as_of:
        return None
    return Reason("after_call", {"day": last.day})


def _first_delay(case: Case, decision: Decision, history: History) -> Reason | None:
    """Invoices were paid before, and nobody has ever had to write: a courteous first message."""
    if decision.phase != 1 or case.settled < GOOD_PAYER or case.promises:
        return None
    if history.contacts or history.taken or any(item.last_step for item in case.items):
        return None
    oldest = max(line.days_overdue for line in decision.demanded)
    late = 0 < oldest <= OLD_DAYS and case.debtor.profile in ("", "forgot")
    return Reason("first_delay", {}) if late else None
