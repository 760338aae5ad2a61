"""What one pass over the rows of a table gives, before merging."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ..core.findings import Finding
from ..core.money import ZERO
from ..core.records import ItemKind, PaymentMethod, Status
from .parties import NOBODY, Party


@dataclass(slots=True)
class Entry:
    """One row that holds an amount; figures are signed and rounded to the cent.

    `said` is the kind that the row's words name, None when they name none; `label` is what the
    row is called, `description` what was sold, both as they stand; `payment` is one payment of
    the invoice when the file has a row for each; `cells` tells rows that are the same twice.
    `shown` tells that the row itself says what is left, `balanced` that a balance of the file says
    it, `whole` that it tells the amount and what was paid of it, so that a lower amount is no
    payment; `closed` is what its figures left open when another cell says that it was settled.
    """

    row: int
    party: Party = NOBODY
    number: str = ""
    said: ItemKind | None = None
    kind: ItemKind = "invoice"
    label: str = ""
    description: str = ""
    issued: date | None = None
    performed_on: date | None = None
    due: date | None = None
    bad_due: bool = False
    due_is_estimated: bool = False
    extended_to: date | None = None
    extension_suspends: bool = False
    amount: Decimal = ZERO
    paid: Decimal = ZERO
    open: Decimal = ZERO
    closed: Decimal = ZERO
    shown: bool = False
    whole: bool = False
    balanced: bool = False
    agree: bool = True
    currency: str = "EUR"
    vat: Decimal | None = None
    payment: Decimal | None = None
    payment_date: date | None = None
    status: Status = "open"
    method: PaymentMethod = ""
    terms: str = ""
    reference: str = ""
    order_number: str = ""
    copy: str = ""
    last_step: str = ""
    last_step_date: date | None = None
    letter: str = ""
    buckets: tuple[tuple[str, Decimal], ...] = ()
    cells: Sequence[object] = ()

    def negate(self) -> None:
        """Turn the figures round: a credit that the file writes as a positive amount."""
        self.amount, self.paid, self.open = -self.amount, -self.paid, -self.open
        self.closed = -self.closed

    def close(self) -> None:
        """Leave nothing open: a day, a letter or a word says that the item was settled."""
        self.closed += self.open
        self.paid, self.open = self.amount, ZERO

    def reopen(self) -> None:
        """Take back a settlement: payments of the file tell better what is left."""
        self.open, self.closed = self.open + self.closed, ZERO
        self.paid = self.amount - self.open


@dataclass(frozen=True, slots=True)
class Sum:
    """A row of sums of the file itself: `level` is grand, group or bare (only "Total")."""

    row: int
    level: str
    value: Decimal
    party: Party
    after_items: bool  # an item stands between this row and the sum before it


@dataclass(slots=True)
class Scan:
    """All that the rows of a table said; `set_aside` sums the rows left out with a finding."""

    entries: list[Entry] = field(default_factory=list)
    sums: list[Sum] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    facts: dict[Party, dict[str, str]] = field(default_factory=dict)
    # code of the finding, column and text that it speaks of -> its rows and their numbers
    unknown: dict[tuple[str, str, str], list[tuple[int, str | None]]] = field(default_factory=dict)
    set_aside: Decimal = ZERO
    rows: int = 0
    names_currency: bool = False

    def note(self, code: str, column: str, said: str, row: int, number: str | None = None) -> None:
        """Note a word of a row for a finding that all the rows of that word share."""
        self.unknown.setdefault((code, column, said), []).append((row, number))

    def find(self, row: int, column: str, code: str, **facts: object) -> None:
        """Add a finding."""
        self.findings.append(Finding(row, column, code, facts))

    def tell_words(self) -> None:
        """Add the findings that were noted."""
        for (code, column, said), rows in self.unknown.items():
            facts: dict[str, object] = {"value": said, "count": len(rows)}
            if any(number is not None for _, number in rows):
                facts["numbers"] = tuple(number for _, number in rows if number)
            self.findings.append(Finding(rows[0][0], column, code, facts))
