"""Regimes of late-payment interest: one module a law, one interface (`base.Regime`).

>>> from datetime import date
>>> get("FR-B2B").interest_cents(1_000_000, date(2026, 12, 1), date(2026, 12, 31))
10532
>>> regime_for("", "consumer", "BE", "FR")
('BE-B2C', '')
"""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial

from ..errors import UnknownRegimeError
from ..law import Rates, rates_from_text
from . import be_b2b, be_b2c, be_pub, fr_b2b, fr_b2c, fr_pub, indicative, lu_b2b
from .base import Piece, Regime

__all__ = ["REGIMES", "Piece", "Regime", "get", "regime_for"]

_BUILDERS: Mapping[str, Callable[[Rates], Regime]] = {
    "FR-B2B": fr_b2b.build,
    "FR-B2C": fr_b2c.build,
    "FR-PUB": fr_pub.build,
    "BE-B2B": be_b2b.build,
    "BE-B2C": be_b2c.build,
    "BE-PUB": be_pub.build,
    "LU-B2B": lu_b2b.build,
    **{entry.code: partial(indicative.build, entry) for entry in indicative.TABLE},
}

REGIMES: tuple[str, ...] = tuple(_BUILDERS)
_SUFFIX = {"consumer": "B2C", "public": "PUB", "business": "B2B"}


def get(code: str, rates: Rates | None = None) -> Regime:
    """Return the regime of a code, the same object for the same rates.

    Args:
        code: one of `REGIMES`, case aside.
        rates: the record under the user's own rates; None for the record as it is.

    Raises:
        UnknownRegimeError: blank, or not one of ours (facts: regime).
    """
    return _built(code.strip().upper(), rates or rates_from_text(""))


@lru_cache(maxsize=512)
def _built(code: str, rates: Rates) -> Regime:
    if code not in _BUILDERS:
        raise UnknownRegimeError(regime=code)
    return _BUILDERS[code](rates)


@lru_cache(maxsize=1024)
def regime_for(
    item_regime: str, debtor_kind: str, debtor_country: str, creditor_country: str
) -> tuple[str, str]:
    """Return the code of the regime of an item, and the reason when there is none.

    Args:
        item_regime: what the user filled in on the item; it wins.
        debtor_kind: a code of `records.DEBTOR_KINDS`.
        debtor_country: decides for consumers; blank = the creditor's.
        creditor_country: decides for businesses and public buyers.

    Returns:
        (code, "") or ("", "kind_missing") or ("", "no_regime").
    """
    if item_regime.strip():
        return _supported(item_regime.strip().upper())
    suffix = _SUFFIX.get(debtor_kind)
    if suffix is None:
        return "", "kind_missing"
    country = (debtor_country if debtor_kind == "consumer" else "") or creditor_country
    if country == "CH" and debtor_kind == "business":
        return _supported("CH")
    return _supported(f"{'UK' if country == 'GB' else country}-{suffix}")


def _supported(code: str) -> tuple[str, str]:
    return (code, "") if code in _BUILDERS else ("", "no_regime")
