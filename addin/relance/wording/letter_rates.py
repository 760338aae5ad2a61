"""How letters say a yearly rate of interest: one, or the several by which it was counted."""

from collections.abc import Sequence
from decimal import Decimal

from .tongues import Tongue

NAMED_RATES = 3  # in a sentence; beyond, their bounds


def rate(tongue: Tongue, value: Decimal) -> str:
    """Return a yearly rate as a letter prints it, two decimals at least: "12,40 %"."""
    return tongue.figures.percent(value, 2)


def rate_phrase(tongue: Tongue, values: Sequence[Decimal], *, legal: bool, contract: bool) -> str:
    """Say the rate of interest, or the several ones by which it was counted.

    Args:
        tongue: the language.
        values: fractions a year, each once; none when no rate is on record: no figure then.
        legal: it is the legal rate of interest (consumers), not that of late payments.
        contract: it is the contract's.
    """
    if len(values) > 1 and not legal:
        return _several_rates(tongue, values)
    said, said_at = tongue.rates.law, tongue.rates.law_at
    if contract:
        said, said_at = tongue.rates.contract, tongue.rates.contract_at
    if legal:
        said, said_at = tongue.rates.legal, tongue.rates.legal_at
    return said_at.format(rate=_joined(tongue, values)) if values else said


def _several_rates(tongue: Tongue, values: Sequence[Decimal]) -> str:
    if len(values) <= NAMED_RATES:
        return tongue.rates.law_at_both.format(rates=_joined(tongue, values))
    least, most = rate(tongue, min(values)), rate(tongue, max(values))
    return tongue.rates.law_between.format(least=least, most=most)


def _joined(tongue: Tongue, values: Sequence[Decimal]) -> str:
    *firsts, last = (rate(tongue, value) for value in values)
    return tongue.both.join(filter(None, (", ".join(firsts), last)))
