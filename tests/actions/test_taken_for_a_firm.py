"""A Belgian consumer who was first taken for somebody else still gets the free first reminder."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.actions.conftest import Make
from tests.actions.world import agenda, debtor, invoice, relance, run, type_in

FRIDAY = date(2026, 7, 3)
OWED = invoice("F-1", "C1", date(2026, 6, 30), "1000", description="Table")
CLAUSE = {"ClauseIndemnitaire": "oui", "TauxContractuel": 0.08}


@pytest.mark.parametrize("ours", ["BE", "FR"])
@pytest.mark.parametrize(
    ("was", "column", "now"),
    [
        ({"kind": "", "country": "BE"}, "kind", "particulier"),
        ({"kind": "business", "country": "BE"}, "kind", "particulier"),
        ({"kind": "consumer", "country": "FR"}, "country", "BE"),
    ],
)
def test_an_ordinary_reminder_does_not_stand_for_the_free_one(
    make: Make, out: Path, ours: str, was: Mapping[str, Any], column: str, now: str
) -> None:
    book = make([debtor("C1", **was)], [OWED], CreancierPays=ours, **CLAUSE)
    run(book, out, FRIDAY)
    relance("record", book, "sent", "--day", FRIDAY)
    type_in(book, "tClients", column, 2, now)
    for day in (date(2026, 7, 13), date(2026, 7, 31)):  # whatever the days since, nothing more
        found = agenda(book, day)["C1"]
        assert (found["step"], Decimal(found["total"])) == ("mail-1", Decimal("1000.00"))
    run(book, out, date(2026, 7, 13))
    assert [one.name for one in out.glob("2026-07-13_premier-rappel_*")]
    relance("record", book, "sent", "--day", "2026-07-13")
    # 14 days from the 14th: the first free day is 28 July
    for day, step in ((date(2026, 7, 27), None), (date(2026, 7, 28), "call-1")):
        assert agenda(book, day)["C1"]["step"] == step
