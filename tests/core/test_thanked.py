"""What thanks are for costs: one look at the settlements, whatever was asked for."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.core.test_decide import MONDAY, SETTING, case
from tests.core.test_decide import item as late

from relance.core import thanked as module
from relance.core.decide import asked
from relance.core.question import Question
from relance.core.records import Event, Payment, Receivable
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


PAID, TO_COME = date(2026, 11, 16), date(2026, 11, 30)
ASKED = late("F-1", "2026-11-02", "1000")
NEXT = late("F-2", "2026-12-31", "700")
CREDIT = late("AV", "", "-200", kind="credit_note", issued=date(2026, 11, 9))


def came(amount: str, day: date = PAID) -> Receivable:
    """Money that no invoice is matched with."""
    return late("REG", "", amount, kind="payment", issued=day, row=2)


@pytest.mark.parametrize(
    ("items", "why"),
    [
        # 1000 less 200 were asked for, and 800 came
        ([ASKED, CREDIT, came("-800")], "thanks_unmatched"),
        # the same, matched with the invoice: 200 are open, which the credit note covers
        ([replace(ASKED, paid=Decimal(800)), CREDIT], "thanks_unmatched"),
        # 1000 were asked for and 1700 came: the 700 are due in December
        ([ASKED, NEXT, came("-1700")], "thanks_unmatched"),
        ([ASKED, CREDIT, came("-799.99")], "nothing_to_thank"),
        ([ASKED, CREDIT, came("-800", TO_COME)], "nothing_to_thank"),
        ([ASKED, came("-1000")], ""),  # to the cent: it is clear what it settles
    ],
)
def test_what_covers_all_that_is_late_is_to_be_matched_first(
    items: list[Receivable], why: str
) -> None:
    """Nobody who has paid what was asked for is said not to have."""
    mail = Event(1, date(2026, 11, 10), "C1", ("F-1",), "mail-1", "email", "out", "sent")
    lines, reason = module.thanked(asked(case(*items, events=(mail,)), SETTING, MONDAY), ())
    assert ("" if lines else reason.code) == why
