"""Debits and bills that are late: a reminder says that they should have come."""

from ..core.records import Message
from ..wording.letter_accounts import debits_missed
from .item_names import item_name
from .language import tongue_of

NAMED = 5  # invoices named in the sentence
BY_BANK = ("direct_debit", "bill")
REMINDS = ("email", "letter", "formal_notice", "call_sheet", "confirmation")


def missed(message: Message) -> str:
    """Return what is said of the demanded items that a debit or a bill should have paid."""
    decision, tongue = message.decision, tongue_of(message)
    if message.kind not in REMINDS:
        return ""
    said = []
    for method in BY_BANK:
        late = [
            line.item
            for line in decision.demanded
            if line.item.payment_method == method and line.item.payable_on
            if line.item.payable_on < decision.as_of
        ]
        names = [item_name(item, tongue) for item in late]
        day = late[0].payable_on if len(late) == 1 else None
        shown = [*names[:NAMED], "…"] if len(names) > NAMED else names
        said.append(debits_missed(tongue, method, shown, day))
    return " ".join(filter(None, said))
