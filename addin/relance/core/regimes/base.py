"""What every regime of late-payment interest answers."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from ..dated import Status
from ..index import FlatIndex, RateIndex
from ..records import Segment

Piece = tuple[int, date, date]  # cents that bear interest, first and last day, both counted


class Regime(Protocol):
    """Interest and fixed sum under one law. Rates are fractions a year; money is in cents."""

    @property
    def code(self) -> str:
        """Code of the regime, e.g. "FR-B2B"."""
        ...

    @property
    def country(self) -> str:
        """Country of the law (ISO 3166)."""
        ...

    @property
    def indicative(self) -> bool:
        """Whether the figures are only shown: no letter until the user has ticked the regime."""
        ...

    @property
    def consumer(self) -> bool:
        """Whether the debtor is a consumer: nothing is due before `claim_from`."""
        ...

    @property
    def law(self) -> str:
        """The article behind the rate."""
        ...

    @property
    def series_name(self) -> str:
        """Name of the series of `data/law` that gives the rate."""
        ...

    @property
    def status(self) -> Status:
        """The weakest status of what the figures rest on."""
        ...

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """Facts, series or regimes that the user must tick before a document rests on them."""
        ...

    @property
    def known_until(self) -> date | None:
        """The last day with a known rate, None when there is none."""
        ...

    @property
    def index(self) -> RateIndex | FlatIndex | None:
        """Running sums for `core.bulk`; None when interest does not add up day by day."""
        ...

    def rate(self, day: date) -> Decimal:
        """Return the rate of a day. Raises UnknownValueError (facts: name, day)."""
        ...

    def interest_cents(self, cents: int, first: date, last: date) -> int:
        """Return the interest for first..last, rounded once; 0 when cents <= 0 or last < first.

        Raises:
            UnknownValueError: on the first day without a known rate (facts: name, day).
        """
        ...

    def interest_of(self, pieces: Sequence[Piece]) -> int:
        """Return the interest of a base that changes (part payments), rounded once.

        Args:
            pieces: stretches of days in order, each with its own base.

        Raises:
            UnknownValueError: as `interest_cents`.
        """
        ...

    def segments(self, cents: int, first: date, last: date) -> tuple[Segment, ...]:
        """Return the stretches at one rate; each rounded for show. Raises UnknownValueError."""
        ...

    def segments_of(self, pieces: Sequence[Piece]) -> tuple[Segment, ...]:
        """Return the stretches of a base that changes. Raises UnknownValueError."""
        ...

    def fee_cents(self, cents: int, clause: bool) -> int:
        """Return the fixed sum for one invoice paid late; `clause`: the contract has one."""
        ...

    def claim_from(self, sent_on: date, channel: str, is_sme: bool = False) -> date | None:
        """Return the first day that may bear interest, None when the law asks for no message.

        Args:
            sent_on: day of the message (a French notice: of its presentation).
            channel: a code of `records.CHANNELS`; "" counts as a letter.
            is_sme: the creditor is an SME (Belgian consumers).

        Raises:
            BadArgumentError: the channel leaves no proof.
        """
        ...

    def fee_from(self, sent_on: date, channel: str) -> date | None:
        """Return the first day on which the fixed sum may be claimed; as `claim_from`."""
        ...

    def floor_rate(self, day: date) -> Decimal | None:
        """Return the lowest rate that a contract may give, None when the law sets none."""
        ...

    def with_rate(self, rate: Decimal) -> "Regime":
        """Return the same regime at a contract's flat rate."""
        ...
