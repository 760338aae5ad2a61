"""What thanks are for costs: one look at the settlements, whatever was asked for."""

from datetime import date
from decimal import Decimal

import pytest
from tests.core.test_decide import MONDAY, SETTING, case
from tests.core.test_decide import item as late

from relance.core import thanked as module
from relance.core.decide import asked
from relance.core.question import Question
from relance.core.records import Event, Payment
from relance.core.settlements import Agreement
from relance.core.settling import standing_agreements


def test_settlements_are_looked_at_once_for_all_that_was_paid(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Three invoices of 100.00 were asked for, and 300.00 have come without an invoice."""
    items = [late(f"F-{n}", "2026-11-02", "100") for n in range(3)]
    money = late("REG", "", "-300", kind="payment", issued=MONDAY, row=2)
    numbers = tuple(one.number for one in items)
    mail = Event(1, date(2026, 11, 10), "C1", numbers, "mail-1", "email", "out", "sent")
    paid = Payment("C1", Decimal(300), MONDAY, row=2)
    question = asked(case(*items, money, events=(mail,), payments=(paid,)), SETTING, MONDAY)
    looks: list[Question] = []

    def looked(one: Question) -> tuple[Agreement, ...]:
        looks.append(one)
        return standing_agreements(one)

    monkeypatch.setattr(module, "standing_agreements", looked)
    lines, _ = module.thanked(question, ())
    assert [line.item.number for line in lines] == list(numbers)
    assert len(looks) == 1
