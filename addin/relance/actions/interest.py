"""`interest`: late-payment interest of one sum, the same kernel as the cells and the letters."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..core.contract import floor_reasons, leaves_rate_to_contract
from ..core.dated import ONE_DAY
from ..core.errors import BadAmountError, BadArgumentError, UnknownRegimeError
from ..core.findings import Reason
from ..core.money import from_cents, to_cents
from ..core.parse import parse_rate
from ..core.records import Segment
from ..core.regimes import Regime, get
from .shape import Json, money
from .shape import reason as reason_json


@dataclass(frozen=True, slots=True)
class Interest:
    """The answer, with what it rests on; `source` of each segment names the rate's."""

    amount: Decimal
    due: date
    until: date
    segments: tuple[Segment, ...]
    interest: Decimal
    fee: Decimal
    regime: str
    doubts: tuple[Reason, ...] = ()  # why the contract's rate may not hold

    @property
    def days(self) -> int:
        """Days overdue, never negative."""
        return max(0, (self.until - self.due).days)

    @property
    def total(self) -> Decimal:
        """Amount, interest and fee."""
        return self.amount + self.interest + self.fee

    def json(self) -> Json:
        """Return the JSON shape."""
        doubts = [reason_json(doubt) for doubt in self.doubts]
        return {
            "amount": money(self.amount),
            "due": self.due.isoformat(),
            "until": self.until.isoformat(),
            "days": self.days,
            "segments": [_segment(segment) for segment in self.segments],
            "interest": money(self.interest),
            "fee": money(self.fee),
            "total": money(self.total),
            "regime": self.regime,
        } | ({"warnings": doubts} if doubts else {})


def _segment(segment: Segment) -> Json:
    return {
        "from": segment.first.isoformat(),
        "to": segment.last.isoformat(),
        "days": segment.days,
        "rate": str(segment.rate),
        "interest": money(segment.interest),
        "source": segment.source,
    }


def interest(amount: Decimal, due: date, until: date, regime: str, contract: str = "") -> Interest:
    """Return the interest on an amount from the day after its due date.

    Args:
        amount: unpaid amount, VAT included; zero or less bears nothing.
        due: due date; it bears no interest itself.
        until: last day counted.
        regime: code of the regime; a consumer's bears nothing without a notice or a reminder.
        contract: yearly contract rate as text, "" for the statutory rate.

    Raises:
        UnknownRegimeError, UnknownValueError: no such regime, or no rate on record.
        BadArgumentError: the contract rate can't be read, or the debtor owes the rate of the law.
    """
    if not regime.strip():
        raise UnknownRegimeError(regime=regime)
    law = _with_contract(get(regime.strip().upper()), contract)
    cents = to_cents(amount)
    if cents <= 0 or until <= due or law.consumer:
        return Interest(amount, due, until, (), from_cents(0), from_cents(0), law.code)
    first = due + ONE_DAY
    return Interest(
        amount, due, until,
        law.segments(cents, first, until),
        from_cents(law.interest_cents(cents, first, until)),
        from_cents(law.fee_cents(cents, clause=False)),
        law.code,
        _doubts(law.code, contract, first, until),
    )  # fmt: skip


def _doubts(code: str, contract: str, first: date, until: date) -> tuple[Reason, ...]:
    """Why a contract's rate may not hold, () without one."""
    return floor_reasons(code, None, parse_rate(contract), first, until) if contract.strip() else ()


def _with_contract(law: Regime, contract: str) -> Regime:
    if not contract.strip():
        return law
    try:
        found = parse_rate(contract)
    except BadAmountError:
        found = None
    if not leaves_rate_to_contract(law.code):
        raise BadArgumentError(reason="rate_of_law", argument="rate", value=law.code)
    if found is None or not 0 <= found < 1:
        raise BadArgumentError(argument="rate", value=contract)
    return law.with_rate(found)
