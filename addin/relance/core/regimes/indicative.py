"""Other countries, by table: shown as indicative, in no letter until the user ticks the regime.

Sources: the TOML file of each country; BGB 288 (DE), BW 6:119a (NL), Ley 3/2004 (ES), D.Lgs.
231/2002 (IT), Late Payment Act 1998 (UK), CO 104 (CH, divided by 365: the 360 days of common
calculators are a habit, not a rule).
"""

from collections.abc import Callable
from dataclasses import dataclass

from ..law import Rates, fact, tiers
from ..law_records import Tiers
from ..money import to_cents
from .compounding import Compounding
from .floating import NO_FEE, Floating
from .frozen import Frozen


def _no_fee() -> int:
    return NO_FEE


def _fixed(name: str) -> Callable[[], int]:
    return lambda: to_cents(fact(name).value)


@dataclass(frozen=True, slots=True)
class Entry:
    """One country's law in the table."""

    code: str
    country: str
    series: str
    fee: Callable[[], int | Tiers] = _no_fee
    counting: type[Floating] = Floating
    consumer: bool = False


TABLE: tuple[Entry, ...] = (
    Entry("DE-B2B", "DE", "de_b2b_rate", _fixed("de_recovery_fee")),
    Entry("DE-B2C", "DE", "de_b2c_rate", consumer=True),
    Entry("NL-B2B", "NL", "nl_b2b_rate", _fixed("nl_recovery_fee"), Compounding),
    Entry("ES-B2B", "ES", "es_b2b_rate", _fixed("es_recovery_fee")),
    Entry("IT-B2B", "IT", "it_b2b_rate", _fixed("it_recovery_fee")),
    Entry("UK-B2B", "GB", "uk_b2b_rate", lambda: tiers("uk_recovery_fee"), Frozen),
    Entry("CH", "CH", "ch_default_rate"),
)


def build(entry: Entry, rates: Rates) -> Floating:
    """Return an indicative regime under the user's rates."""
    return entry.counting(
        code=entry.code,
        country=entry.country,
        series=rates.series(entry.series, entry.code),
        fee=entry.fee(),
        consumer=entry.consumer,
        indicative=True,
        unconfirmed=() if entry.code in rates.confirmed else (entry.code,),
    )
