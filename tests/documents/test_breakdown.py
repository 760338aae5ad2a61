"""The breakdown of interest reconciles: its rows less what was paid make its total."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from relance.core.findings import Reason
from relance.core.records import Line, Message
from relance.documents.tables import table

LineMaker = Callable[..., Line]
MessageMaker = Callable[..., Message]


def shown(message: Message) -> tuple[list[object], object, object]:
    """The amounts of the breakdown's rows, what was paid of them, and its total."""
    said = table(message, "EUR", claimed=True)
    rows = said["decompte"]
    assert isinstance(rows, list)
    amounts = [row["interets"] for row in rows]
    return amounts, said["interets_regles"], said["penalites"]


def test_nothing_is_deducted_when_nothing_was_paid(line: LineMaker, message: MessageMaker) -> None:
    asked = message([line("F1", "1000", interest="9.51", fee="40")])
    assert shown(asked) == (["9,51\u00a0€"], "", "9,51\u00a0€")


def test_what_payments_brought_before_the_principal_is_a_row(
    line: LineMaker, message: MessageMaker
) -> None:
    # 100 came when 6.12 had run: 6.12 is interest and 93.88 principal, so that 906.12 is left of
    # it; 3.00 has run since. 6.12 + 3.00 - 6.12 = 3.00
    one = line("F1", "1000", paid="100", interest="9.12")
    claim = replace(one.claim, principal=Decimal("906.12"), interest=Decimal("3.00"))
    asked = message([replace(one, claim=claim), line("F2", "500")])
    assert shown(asked) == (["9,12\u00a0€"], "-6,12\u00a0€", "3,00\u00a0€")


def test_what_a_note_brought_of_the_interest_is_a_row_without_its_fixed_sum(
    line: LineMaker, message: MessageMaker
) -> None:
    facts = {"amount": Decimal("44.00"), "interest": Decimal("4.00"), "currency": "EUR"}
    one = line("F1", "1000", interest="9.51")
    claim = replace(one.claim, interest=Decimal("5.51"), withheld=(Reason("paid_on_note", facts),))
    asked = message([replace(one, claim=claim)])
    assert shown(asked) == (["9,51\u00a0€"], "-4,00\u00a0€", "5,51\u00a0€")


@pytest.mark.parametrize("kind", ["letter", "statement"])
def test_a_message_that_claims_no_interest_breaks_none_down(
    line: LineMaker, message: MessageMaker, kind: str
) -> None:
    said = table(message([line("F1", interest="9.51")], kind=kind), "EUR", claimed=False)
    assert (said["decompte"], said["interets_regles"], said["sources"]) == ([], "", "")
