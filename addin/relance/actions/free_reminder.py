"""What a Belgian consumer's free first reminder announces: the sum, and the day it is owed from."""

from dataclasses import replace

from ..core.claim import law_fee
from ..core.claim_base import credits_of
from ..core.history import History
from ..core.meaning import BELGIAN_CONSUMER
from ..core.money import from_cents
from ..core.netting import shares_on
from ..core.records import Case, Message
from ..core.regimes import get
from ..core.setting import Setting


def with_what_comes(bare: Message, case: Case, setting: Setting, history: History) -> Message:
    """Return a message with the day after the wait and the indemnity, when it is a free reminder.

    The indemnity is what the agenda claims once the wait is over, of what is owed now.

    Args:
        bare: the message.
        case: the debtor, whose credits without an invoice lower the indemnity too.
        setting: the creditor and the rates.
        history: the debtor's, up to the message's day.
    """
    demanded, day = bare.decision.demanded, bare.decision.as_of
    regimes = {line.claim.regime for line in demanded}
    if regimes != {BELGIAN_CONSUMER} or bare.decision.step not in setting.marks.first_reminders:
        return bare
    regime = get(BELGIAN_CONSUMER, setting.rates)
    shares = shares_on(case, setting, history, day)
    lent = [(line.item, credits_of(line.item, shares.get(line.item, ()))) for line in demanded]
    cents = sum(law_fee(item, its, day, regime, setting.creditor)[0] for item, its in lent)
    return replace(
        bare,
        free_reminder=True,
        claim_from=regime.fee_from(day, bare.decision.channel),
        indemnity=from_cents(cents),
    )
