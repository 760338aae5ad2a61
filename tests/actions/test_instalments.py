"""Instalments of one invoice in an export again and again: each keeps its number."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.actions.exports import TUESDAY, WEDNESDAY, bring
from tests.actions.world import column

Make = Callable[..., Path]
INSTALMENT = "D01;ABEL;F-501;05/09/2026;{};{};0,00;{}"
OCTOBER = INSTALMENT.format("04/10/2026", "1440,00", "1440,00")
NOVEMBER = INSTALMENT.format("04/11/2026", "500,00", "500,00")
DECEMBER = INSTALMENT.format("04/12/2026", "700,00", "700,00")
JANUARY = INSTALMENT.format("04/01/2027", "90,00", "90,00")


def rows(book: Path) -> dict[object, tuple[object, ...]]:
    """Return amount, paid and status of each invoice by number."""
    keys = ("number", "amount", "paid", "status")
    found = zip(*(column(book, "tFactures", key) for key in keys), strict=True)
    return {number: tuple(rest) for number, *rest in found}


def test_an_instalment_that_is_left_alone_keeps_its_number(make: Make) -> None:
    book = make()
    bring(book, OCTOBER, NOVEMBER, more=("--by-age",))
    told = bring(book, NOVEMBER, day=TUESDAY).json["findings"]
    assert [(one["code"], one["facts"]) for one in told] == [
        ("instalment_kept", {"row": 2, "column": "N° facture", "number": "F-501",
                             "ours": "F-501/2", "due": "2026-11-04"}),
    ]  # fmt: skip
    assert rows(book) == {
        "F-501/1": (1440, 0, "suspendue"),
        "F-501/2": (500, 0, "à régler"),
    }
    # It shows the whole invoice, of 1 440 + 500 = 1 940, of which 300 are left: 200 were paid.
    bring(book, NOVEMBER.replace("500,00;0,00;500,00", "1940,00;1640,00;300,00"), day=WEDNESDAY)
    assert rows(book)["F-501/2"] == (500, 200, "à régler")
    assert len(rows(book)) == 2


def test_instalments_that_are_fewer_keep_their_numbers_and_a_new_one_gets_its_own(
    make: Make,
) -> None:
    book = make()
    bring(book, OCTOBER, NOVEMBER, DECEMBER, more=("--by-age",))
    answer = bring(book, NOVEMBER, DECEMBER.replace("700,00;0,00;700,00", "700,00;100,00;600,00"),
                   JANUARY, day=TUESDAY)  # fmt: skip
    assert "due_kept" not in [one["code"] for one in answer.json["findings"]]
    assert rows(book) == {
        "F-501/1": (1440, 0, "suspendue"),
        "F-501/2": (500, 0, "à régler"),
        "F-501/3": (700, 100, "à régler"),
        "F-501/4": (90, 0, "à régler"),
    }


@pytest.mark.parametrize(
    ("line", "amount"), [(JANUARY, 90), (NOVEMBER.replace("500,00", "600,00"), 600)]
)
def test_one_of_another_day_or_of_a_higher_sum_is_not_taken_for_ours(
    line: str, amount: int, make: Make
) -> None:
    book = make()
    bring(book, OCTOBER, NOVEMBER, more=("--by-age",))
    bring(book, line, day=TUESDAY)
    assert rows(book)["F-501"] == (amount, 0, "à régler")
    assert rows(book)["F-501/2"] == (500, 0, "suspendue")


def test_an_invoice_numbered_by_its_year_is_no_instalment(make: Make) -> None:
    book = make()
    one, two = NOVEMBER.replace("F-501", "2026/1"), DECEMBER.replace("F-501", "2026/2")
    bring(book, one, two, more=("--by-age",))
    # The same day and sum as 2026/1 make it no other invoice than 2026/3.
    bring(book, two, NOVEMBER.replace("F-501", "2026/3"), day=TUESDAY)
    assert rows(book) == {
        "2026/1": (500, 0, "suspendue"),
        "2026/2": (700, 0, "à régler"),
        "2026/3": (500, 0, "à régler"),
    }
