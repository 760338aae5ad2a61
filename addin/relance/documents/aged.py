"""The ageing of a statement: what is open a bucket, which adds up to what it lists."""

from ..core.ageing import USUAL_LIMITS, bucket
from ..core.money import ZERO
from ..core.records import Message
from ..wording import letter_standing
from .language import tongue_of


def aged(message: Message, currency: str) -> list[dict[str, str]]:
    """Return what is open in each ageing bucket, credits aside."""
    sums = [ZERO] * (len(USUAL_LIMITS) + 2)
    for line in message.decision.demanded:
        due = line.item.payable_on
        if line.item.currency == currency:  # without a date it is not due
            sums[bucket(due, message.decision.as_of) if due else 0] += line.item.open
    tongue = tongue_of(message)
    money = tongue.figures.money
    return [
        {"nom": letter_standing.bucket_name(tongue, index), "montant": money(amount, currency)}
        for index, amount in enumerate(sums)
    ]
