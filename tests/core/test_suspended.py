"""Who suspended an item: a person, or an import that had it no more."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from relance.core.blocks import item_blocks
from relance.core.findings import Reason
from relance.core.history import read
from relance.core.records import Case, Debtor, Event, Receivable
from relance.core.suspended import ABSENT, HOLD, PRESENT, RELEASE, has_left, unstated

HELD = Receivable("F1", "C1", amount=Decimal(100), status="on_hold")


def lines(*steps: str) -> list[Event]:
    return [
        Event(number, date(2026, 11, 23), "C1", ("F1",), step, direction="in", outcome="done")
        for number, step in enumerate(steps, start=1)
    ]


@pytest.mark.parametrize(
    ("steps", "left"),
    [
        ((), False), ((HOLD,), False), ((ABSENT,), True), ((ABSENT, RELEASE, HOLD), False),
        ((ABSENT, PRESENT), False), ((HOLD, RELEASE, ABSENT, "payment"), True),
    ],
)  # fmt: skip
def test_the_last_line_tells_who_suspended_it(steps: tuple[str, ...], left: bool) -> None:
    assert has_left(HELD, read(lines(*steps))) is left


def test_another_item_s_line_or_another_status_tells_nothing() -> None:
    history = read(lines(ABSENT))
    assert not has_left(replace(HELD, number="F2"), history)
    assert not has_left(replace(HELD, status="disputed"), history)


def test_no_statement_bills_what_has_left_and_credits_stay() -> None:
    history = read(lines(ABSENT))
    assert unstated([HELD], history) == (Reason("unstated", {"numbers": ("F1",)}),)
    assert unstated([replace(HELD, amount=Decimal(-100), kind="credit_note")], history) == ()


@pytest.mark.parametrize(("step", "told"), [(ABSENT, "absent"), (HOLD, None)])
def test_a_block_tells_that_an_import_has_suspended_it(step: str, told: str | None) -> None:
    owed = replace(HELD, due=date(2026, 11, 2))
    case = Case(Debtor("C1"), (owed,))
    (reason,) = item_blocks(owed, case, read(lines(step)), date(2026, 11, 24))
    assert (reason.code, reason.facts.get("reason")) == ("on_hold", told)
