"""Which law and which policy speak for a debtor whose items fall under several.

A Belgian consumer who also owes something as a firm: A has no regime of its own, B is BE-B2B. The
order of the rows in the sheet must change nothing.
"""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.test_standing import CREDITOR, PERSON, SETTING, codes, decided, item

from relance.core.question import policy_of, regime_of
from relance.core.records import Case, Receivable
from relance.core.setting import Setting

PRIVATE = item("A", "2026-11-10", "600")
TRADE = item("B", "2026-11-10", "600", regime="BE-B2B")
BOTH_WAYS = [(PRIVATE, TRADE), (TRADE, PRIVATE)]
FRENCH, PUBLIC = replace(TRADE, regime="FR-B2C"), replace(TRADE, regime="FR-PUB")
NOWHERE = replace(TRADE, regime="XX")
FIRM = replace(TRADE, number="F", regime="FR-B2B")


def ruled(*items: Receivable) -> str:
    return regime_of(Case(PERSON, items), SETTING)


@pytest.mark.parametrize("items", BOTH_WAYS)
def test_the_strictest_regime_chooses_the_policy(items: tuple[Receivable, ...]) -> None:
    case = Case(PERSON, items)
    assert (regime_of(case, SETTING), policy_of(case, SETTING).code) == ("BE-B2C", "be-b2c")


@pytest.mark.parametrize(
    ("stricter", "milder", "regime"),
    [
        (PRIVATE, FRENCH, "BE-B2C"),
        (FRENCH, PUBLIC, "FR-B2C"),
        (replace(TRADE, regime="DE-B2C"), PUBLIC, "DE-B2C"),
        (PUBLIC, NOWHERE, "FR-PUB"),
        (NOWHERE, FIRM, ""),  # principal only
        (TRADE, FIRM, "BE-B2B"),  # as strict: the first by name
    ],
)
def test_the_order_of_strictness(stricter: Receivable, milder: Receivable, regime: str) -> None:
    assert ruled(stricter, milder) == ruled(milder, stricter) == regime


def test_what_is_paid_or_owed_to_the_debtor_has_no_say() -> None:
    paid = replace(PRIVATE, paid=PRIVATE.amount)
    credit = Receivable("N", "C1", "credit_note", amount=-PRIVATE.amount)
    assert ruled(paid, credit, TRADE) == "BE-B2B"
    assert ruled(paid) == ruled() == "BE-B2C"  # nothing is owed: the debtor's own


@pytest.mark.parametrize("items", BOTH_WAYS)
def test_nobody_else_writes_to_who_owes_something_as_a_belgian_consumer(
    items: tuple[Receivable, ...],
) -> None:
    accountant = replace(
        CREDITOR, sender="accountant", mandate_reference="M-1", mandate_date=date(2026, 1, 2)
    )
    found = decided(*items, debtor=PERSON, setting=Setting(accountant))
    assert codes(found) == ["collector_unregistered"]
    firm = decided(TRADE, debtor=PERSON, setting=Setting(accountant))
    assert (firm.step, codes(firm)) == ("mail-1", [])
