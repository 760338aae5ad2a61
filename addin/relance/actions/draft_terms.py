"""What a draft says beside what it asks for: whom it reaches, under which rules, to which account.

The name of its file holds the first digits of both, so that a draft of before a correction of the
workbook is known: its due date, the kind of its debtor, an address or the account were others.
"""

import hashlib
from collections.abc import Collection, Iterator

from ..core.channels import emails
from ..core.meaning import BELGIAN_CONSUMER
from ..core.question import policy_of
from ..core.records import Case, Channel, Creditor, Debtor, Event, Receivable
from ..core.setting import Setting, regime_code
from ..documents.names import KEY_LENGTH, key_in
from ..documents.posting import BY_POST

LENGTH = 4  # hexadecimal digits


def terms_of(
    case: Case, setting: Setting, step: str, channel: Channel, numbers: Collection[str]
) -> str:
    """Return four hexadecimal digits that change with what a document says beside its sums.

    Args:
        case: the debtor and their items.
        setting: creditor and policies.
        step: the code of the document's step.
        channel: how it goes out: an e-mail is not another one when the postal address changes.
        numbers: the items that it demands.
    """
    known = policy_of(case, setting).step(step)
    reached = case.reached(known.document if known else step)
    items = [item for item in case.items if item.number in numbers and item.open > 0]
    said = (
        *_account(setting.creditor, {item.currency for item in items}),
        *_destination(reached, channel),
        *(text for item in sorted(items, key=_place) for text in _rules(item, case, setting)),
    )
    return hashlib.sha256("\0".join(said).encode()).hexdigest()[:LENGTH]


def says_the_same(case: Case, setting: Setting, draft: Event) -> bool:
    """Tell whether a draft would say the same now; one whose name tells nothing of it does."""
    said = key_in(draft.document)[KEY_LENGTH:]
    return not said or said == terms_of(case, setting, draft.step, draft.channel, draft.items)


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
    yield from map(str, (item.amount, item.due, item.payable_on))
    if regime == BELGIAN_CONSUMER:  # the law wants their reminder to say what was sold
        yield item.description
