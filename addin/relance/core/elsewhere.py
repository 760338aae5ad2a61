"""The same invoice under two debtors: number, day and sum alike are one invoice, asked for once."""

from collections.abc import Iterable

from .records import CREDITS, Receivable


class Elsewhere:
    """The items of a book by number, to find an invoice that another debtor has too."""

    def __init__(self, items: Iterable[Receivable]) -> None:
        """Keep the items that ask for money."""
        self._by_number: dict[str, list[Receivable]] = {}
        for item in items:
            self.add(item)

    def add(self, item: Receivable) -> None:
        """Keep one more item."""
        if item.kind not in CREDITS:
            self._by_number.setdefault(_number(item), []).append(item)

    def other(self, item: Receivable) -> Receivable | None:
        """Return the invoice of another debtor that an item is, None when it is its own."""
        if item.kind in CREDITS:
            return None
        alike = self._by_number.get(_number(item), ())
        return next((one for one in alike if _is_same(one, item)), None)


def _number(item: Receivable) -> str:
    return "".join(item.number.casefold().split())


def _is_same(one: Receivable, other: Receivable) -> bool:
    sums = {one.amount, one.open} & {other.amount, other.open}
    days = one.due == other.due or None in (one.due, other.due)
    dated = days or (one.issued is not None and one.issued == other.issued)
    alike = one.currency == other.currency and dated and bool(sums)
    return alike and one.debtor != other.debtor
