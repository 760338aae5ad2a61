"""What a draft says beside what it asks for: whom it reaches, under which rules, to which account.

The name of its file holds the first digits of both, so that a draft of before a correction of the
workbook is known: its due date, the kind of its debtor, an address or the account were others. What
it claims beside the principal is that of its own day: it grows every day, and that changes nothing.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from ..core.channels import emails
from ..core.history import read
from ..core.meaning import BELGIAN_CONSUMER
from ..core.netting import shares_on
from ..core.question import whole_policy
from ..core.records import Case, Channel, Creditor, Debtor, Event, Receivable
from ..core.setting import Setting, regime_code
from ..core.standing import claim_of, paid_on_notes
from ..documents.names import KEY_LENGTH, key_in
from ..documents.posting import BY_POST

LENGTH = 4  # hexadecimal digits


def terms_of(
    case: Case, setting: Setting, step: str, channel: Channel, numbers: Collection[str], day: date
) -> str:
    """Return four hexadecimal digits that change with what a document says beside its sums.

    Args:
        case: the debtor and their items.
        setting: creditor and policies.
        step: the code of the document's step.
        channel: how it goes out: an e-mail is not another one when the postal address changes.
        numbers: the items that it demands.
        day: its own.
    """
    reached = case.reached("formal_notice" if step in setting.marks.notices else "letter")
    items = sorted(
        (one for one in case.items if one.number in numbers and one.open > 0), key=_place
    )
    claims = whole_policy(case, setting).has_claimed(step)
    said = (
        *_account(setting.creditor, {item.currency for item in items}),
        *_destination(reached, channel),
        *(text for item in items for text in _rules(item, case, setting)),
        *(_claimed(items, case, setting, day) if claims else ()),
    )
    return hashlib.sha256("\0".join(said).encode()).hexdigest()[:LENGTH]


def says_the_same(case: Case, setting: Setting, draft: Event) -> bool:
    """Tell whether a draft would say the same now; one whose name tells nothing of it does."""
    said = key_in(draft.document)[KEY_LENGTH:]
    return not said or said == terms_of(
        case, setting, draft.step, draft.channel, draft.items, draft.day
    )


def _place(item: Receivable) -> tuple[str, int]:
    return item.number, item.row


def _account(creditor: Creditor, currencies: Collection[str]) -> Iterator[str]:
    yield creditor.name
    yield from (creditor.iban(currency) for currency in sorted(currencies))
    clause = (
        creditor.contract_rate, creditor.penalty_clause_percent, creditor.penalty_clause_min,
        creditor.penalty_clause_max, creditor.consumer_clause, creditor.allocation,
    )  # fmt: skip
    yield from map(str, clause)


def _destination(reached: Debtor, channel: Channel) -> Iterator[str]:
    yield from (reached.code, reached.name, reached.language)
    if channel in BY_POST:
        yield repr(reached.address)
    elif channel == "email":
        yield from emails(reached)[:1]


def _rules(item: Receivable, case: Case, setting: Setting) -> Iterator[str]:
    regime = regime_code(item, case.debtor, setting.creditor)
    yield from (item.number, regime)
    yield from map(str, (item.amount, item.currency, item.due, item.payable_on))
    yield str(item.extension_suspends)
    if regime == BELGIAN_CONSUMER:  # the law wants their reminder to say what was sold
        yield item.description


def _claimed(items: Iterable[Receivable], case: Case, setting: Setting, day: date) -> Iterator[str]:
    """What is claimed of each item on a day; a corrected value date changes it, growth does not."""
    past = read(event for event in case.events if event.day <= day)
    shares, paid = shares_on(case, setting, past, day), paid_on_notes(case, setting, past, day)
    for item in items:
        owed = claim_of(item, case, setting, past, day, False, shares, paid)
        yield from (f"{sum_:.2f}" for sum_ in (owed.principal, owed.interest, owed.fee))
