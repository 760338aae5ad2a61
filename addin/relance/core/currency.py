"""The currency that an amount is written with, which `core.parse` passes over.

>>> currency_in("800 USD"), currency_in("1 200,50 €"), currency_in("800")
('USD', 'EUR', '')
"""

from .parse import CURRENCY

MAIN_CURRENCY = "EUR"  # of what names none
SYMBOLS = {"€": "EUR", "EURO": "EUR", "EUROS": "EUR", "$": "USD", "£": "GBP"}


def currency_in(text: str) -> str:
    """Return the letters of the currency in an amount, "" when it names none."""
    found = CURRENCY.search(text)
    name = found[0].upper() if found else ""
    return SYMBOLS.get(name, name)
