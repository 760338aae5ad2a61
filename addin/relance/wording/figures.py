"""How a language writes amounts, rates and days: data of one class, so that all do it alike."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

NBSP = "\u00a0"  # keeps an amount and its currency on one line


@dataclass(frozen=True, slots=True)
class Figures:
    """The marks of a language. In patterns, `{0}` is what is written and `{1}` the currency.

    `euro` and `other` (currencies) have a third place, `{2}`: the minus of a negative amount.
    """

    thousands: str
    decimal: str
    euro: str
    other: str
    percentage: str
    day_in_figures: str  # year, month, day; `{3}` is the month's short name
    day_in_words: str  # year, month's name, day
    months: tuple[str, ...]
    short_months: tuple[str, ...] = ()
    first_day: str = ""  # of a month, in words, where it is not its figure

    def number(self, value: Decimal, places: int = 2) -> str:
        """Return a number with that many decimals, rounded half away from zero: "1 234,50"."""
        rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        plain = f"{abs(rounded) if rounded == 0 else rounded:,f}"
        return plain.translate({ord(","): self.thousands, ord("."): self.decimal})

    def money(self, amount: Decimal, currency: str = "EUR") -> str:
        """Return an amount in its currency: "1 234,50 €", "1 234,50 USD"."""
        written = self.number(amount)
        sign = "-" if written.startswith("-") else ""
        pattern = self.euro if currency == "EUR" else self.other
        return pattern.format(written.removeprefix("-"), currency, sign)

    def percent(self, rate: Decimal, least: int = 0) -> str:
        """Return a fraction as a percentage with that many decimals at least: "12,40 %"."""
        places = max(least, -int((rate * 100).normalize().as_tuple().exponent))
        return self.percentage.format(self.number(rate * 100, places))

    def day(self, value: date) -> str:
        """Return a day as tables have it: "30/11/2026"."""
        short = self.short_months[value.month - 1] if self.short_months else ""
        return self.day_in_figures.format(value.year, value.month, value.day, short)

    def long_day(self, value: date) -> str:
        """Return a day as a sentence has it: "30 novembre 2026", "1er mai 2026"."""
        shown = self.first_day if self.first_day and value.day == 1 else str(value.day)
        return self.day_in_words.format(value.year, self.months[value.month - 1], shown)
