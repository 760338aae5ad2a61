"""Who pays in a debtor's place: their messages go there, their debts stay the debtor's.

Never for a consumer, and never where the debtor's kind is not known: nobody else hears of their
debt. Source: Code de droit économique, livre XIX (BE); délibération CNIL 2021-130 (FR).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..core.findings import Finding
from ..core.records import Case, Contact, Debtor
from ..wording.labels import fold
from ..wording.letters import at_the_home_of
from ..wording.tongues import tongue
from ..workbook import schema

WITH_PAYER = ("business", "public", "other")


class Payers:
    """The payers of a workbook, by code or by name."""

    def __init__(self, debtors: Mapping[str, Debtor]) -> None:
        """Keep the debtors; a name that two of them have points to neither."""
        self.debtors = debtors
        names = Counter(fold(one.name) for one in debtors.values())
        self._by_name = {
            fold(one.name): one for one in debtors.values() if names[fold(one.name)] == 1
        }

    def of(self, debtor: Debtor) -> Debtor | None:
        """Return where a debtor's messages go when it is not to the debtor, None otherwise.

        The limits on contact stay the debtor's own. A payer that `Clients` does not know is
        written to at the debtor's address.
        """
        if self._refusal(debtor) or debtor.procedure.kind or not self._named(debtor):
            return None
        known = self._row(debtor)
        if known is None:
            return _at_the_debtors(debtor)
        return replace(
            debtor,
            code=known.code,
            name=known.name or known.code,
            language=known.language,
            payables=known.payables,
            decision_maker=known.decision_maker,
            emails=known.emails,
            phone=known.phone,
            address=known.address,
            registration=known.registration,
            do_not_contact=known.do_not_contact,
        )

    def remarks(self, debtor: Debtor) -> Iterator[Finding]:
        """Yield why a payer is not written to, or that nothing is known of them."""
        if not self._named(debtor):
            return
        code = self._refusal(debtor) or ("" if self._row(debtor) else "payer_unlisted")
        if code:
            facts = {"table": schema.DEBTORS.table, "debtor": debtor.code, "payer": debtor.payer}
            yield Finding(debtor.row, schema.DEBTORS.heading("payer"), code, facts)

    def _named(self, debtor: Debtor) -> bool:
        """Tell whether someone else is named."""
        return bool(debtor.payer) and self._row(debtor) is not self.debtors.get(debtor.code)

    def _row(self, debtor: Debtor) -> Debtor | None:
        return self.debtors.get(debtor.payer) or self._by_name.get(fold(debtor.payer))

    def _refusal(self, debtor: Debtor) -> str:
        if debtor.kind not in WITH_PAYER:
            return "payer_of_consumer"
        known = self._row(debtor)
        return "payer_held" if known and known.procedure.kind else ""


def _at_the_debtors(debtor: Debtor) -> Debtor:
    """Someone of whom only the name is known, at the debtor's address and numbers."""
    home = at_the_home_of(tongue(debtor.language), debtor.name or debtor.code)
    extra = ", ".join(filter(None, (home, debtor.address.extra)))
    return replace(
        debtor,
        name=debtor.payer,
        payables=replace(debtor.payables, name=""),
        decision_maker=Contact(),
        address=replace(debtor.address, extra=extra),
        registration="",
    )


def with_payer(case: Case, payers: Payers) -> Case:
    """Return a case that knows who pays in the debtor's place."""
    payer = payers.of(case.debtor)
    return replace(case, payer=payer) if payer else case
