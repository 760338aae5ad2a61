"""What a decision rests on beside the case: the creditor, the policies and the rates in force."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from .calendar import TARGET
from .law import Rates
from .meaning import BELGIAN_CONSUMER, Marks, joined
from .policy import Policy, for_regime
from .policy_text import policies_from_text
from .records import Creditor, Debtor, Receivable
from .regimes import regime_for

HOME_COUNTRIES = ("FR", "BE")


@dataclass(frozen=True)
class Setting:
    """The workbook's side of every decision; `policies` by code, overrides included."""

    creditor: Creditor
    policies: Mapping[str, Policy] = field(default_factory=lambda: policies_from_text(""))
    rates: Rates | None = None
    minimum_total: Decimal | None = None
    takeover_pending: bool = False

    @cached_property
    def marks(self) -> Marks:
        """The codes by which the steps that the law asks for go, in any of the policies."""
        return joined(policy.marks for policy in self.policies.values())

    def policy_code(self, debtor: Debtor, regime: str) -> str:
        """Return the code of the policy for a debtor: their own, else that of the regime.

        A debtor of no regime (kind not given, association) follows the mild policy of the
        creditor's country; what it may claim is `claim`'s business.
        """
        if debtor.policy in self.policies:
            return debtor.policy
        if regime:
            return for_regime(regime)
        belgian = self.creditor.country == "BE"
        if debtor.kind == "other":
            return "be-b2b" if belgian else "fr-b2c"
        return "be-b2b" if belgian else "fr-b2b"

    def worked_in(self, debtor: Debtor) -> tuple[str, ...]:
        """Return the countries whose holidays hold for a contact: ours and theirs."""
        ours = self.creditor.country or "FR"
        if debtor.country in HOME_COUNTRIES and debtor.country != ours:
            return (ours, debtor.country)
        return (ours,)

    @property
    def banks(self) -> tuple[str, ...]:
        """The calendars of the days on which our bank moves no money."""
        return (self.creditor.country or "FR", TARGET)

    def bank_covers(self, day: date) -> bool | None:
        """Tell whether the bank data reach a day; None when nobody said how far they go."""
        until = self.creditor.bank_data_until
        return None if until is None else until >= day


def regime_code(item: Receivable, debtor: Debtor, creditor: Creditor) -> str:
    """Return the regime of an item, "" when none applies."""
    ours = creditor.country or "FR"
    return regime_for(item.regime, debtor.kind, debtor.country or ours, ours)[0]


def owed_free_reminder(item: Receivable, debtor: Debtor, creditor: Creditor) -> bool:
    """Tell whether the law wants a free first reminder for an item (Belgium, livre XIX)."""
    return regime_code(item, debtor, creditor) == BELGIAN_CONSUMER
