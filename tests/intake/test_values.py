"""Amounts and days read by what the other cells of the file show."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.errors import BadAmountError, BadDateError
from relance.intake.values import Amounts, Days, looks_like_day


@pytest.mark.parametrize(
    ("cell", "amount", "currency"),
    [
        ("1 234,56", "1234.56", ""),
        ("1\u00a0234,56", "1234.56", ""),
        ("1\u202f234,56 €", "1234.56", "EUR"),
        ("1.842,50", "1842.50", ""),
        ("1,842.50", "1842.50", ""),  # clear by itself, whatever the file
        ("1.842", "1842", ""),  # the file's decimal mark is the comma
        ("12,00-", "-12.00", ""),
        ("(12,00)", "-12.00", ""),
        ("\u221212,00", "-12.00", ""),
        ("EUR 1 200,00", "1200.00", "EUR"),
        ("US$ 1,200.00", "1200.00", "USD"),
        ("CHF 1'234.50", "1234.50", "CHF"),
        ("1 200,00 D", "1200.00", ""),
        ("1 200,00 C", "-1200.00", ""),
        ("12,00 € CR", "-12.00", "EUR"),
        ("-", "0", ""),  # how an accounting format shows zero
        ("0", "0", ""),
        (12.5, "12.5", ""),
        (311, "311", ""),
    ],
)
def test_an_amount_is_read_with_its_currency(cell: object, amount: str, currency: str) -> None:
    assert Amounts(",").read(cell) == (Decimal(amount), currency)


@pytest.mark.parametrize("cell", ["", None, "  ", "n/a", "néant"])
def test_a_blank_is_no_amount(cell: object) -> None:
    assert Amounts(",").read(cell)[0] is None


@pytest.mark.parametrize("cell", ["abc", "12 kg", "#N/A", "=12", True, "12E5", "1,2,3", "D 12"])
def test_what_is_not_an_amount_is_refused(cell: object) -> None:
    with pytest.raises(BadAmountError) as refused:
        Amounts(",").read(cell)
    assert refused.value.facts == {"value": cell}


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["1.842", "845,20"], ","),
        (["1,842", "845.20"], "."),
        (["1.842,50"], ","),
        (["1.234.567"], ","),  # the dot repeats, so it groups
        (["1,842", "2,000"], ""),  # nothing shows it
        (["845,20", "845.20"], ""),  # both show
        ([12.5, None, "abc"], ""),
        (["12,5 €", "(1 200,75)"], ","),
        (["1234.5678"], "."),
    ],
)
def test_the_decimal_mark_is_the_one_that_the_cells_show(cells: list[object], mark: str) -> None:
    assert Amounts.of(cells).decimal == mark


def test_an_amount_that_reads_two_ways_is_refused_when_nothing_settles_it() -> None:
    with pytest.raises(BadAmountError):
        Amounts.of(["1.842", "2.000"]).read("1.842")


@pytest.mark.parametrize(
    "cell",
    [
        "14/10/26", "14/10/2026", "14.10.2026", "14-10-2026", "14 10 2026", "2026-10-14",
        "20261014", "14102026", "46309", 46309, 46309.0, 20261014.0, "14/10/2026 09:14",
        "2026-10-14T00:00:00", "14 oct. 2026", "14-oct-26", "14 octobre 2026", "Oct 14, 2026",
        "14 oktober 2026", date(2026, 10, 14),
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_form(cell: object) -> None:
    assert Days().read(cell) == date(2026, 10, 14)


@pytest.mark.parametrize("cell", ["", None, "-", "00/00/0000", "0000-00-00", 0, "n/a"])
def test_a_blank_is_no_day(cell: object) -> None:
    assert Days().read(cell) is None


@pytest.mark.parametrize(
    "cell", ["31/02/2026", "32/01/2026", "14/13/2026", "soon", True, "14/10/1926", "141026", 12.5]
)
def test_a_day_that_does_not_exist_is_refused(cell: object) -> None:
    with pytest.raises(BadDateError):
        Days().read(cell)


def test_the_month_comes_first_when_a_second_figure_can_only_be_a_day() -> None:
    days = Days.of(["05/11/2026", "10/13/2026"])
    assert (days.order, days.unsure) == ("month", True)
    assert days.read("05/11/2026") == date(2026, 5, 11)
    with pytest.raises(BadDateError):
        days.read("13/10/2026")


def test_the_day_comes_first_when_shown_or_when_nothing_is() -> None:
    assert Days.of(["05/11/2026", "13/10/2026"]).read("05/11/2026") == date(2026, 11, 5)
    unsure = Days.of(["05/11/2026"])
    assert (unsure.order, unsure.unsure) == ("", True)
    assert unsure.read("05/11/2026") == date(2026, 11, 5)
    assert not Days.of(["11/11/2026", "2026-11-05"]).unsure


@pytest.mark.parametrize(
    ("cell", "day"),
    [("31/02/2026", True), ("14 oct 2026", True), (46309, True), ("Total", False), ("", False)],
)
def test_a_wrong_day_is_told_from_words(cell: object, day: bool) -> None:
    assert looks_like_day(cell) is day


@given(st.integers(-(10**11), 10**11), st.sampled_from([",", "."]))
def test_every_amount_reads_back_with_its_thousands_grouped(cents: int, mark: str) -> None:
    amount = Decimal(cents).scaleb(-2)
    other = "." if mark == "," else ","
    text = f"{amount:,.2f}".replace(",", " ").replace(".", mark).replace(" ", other)
    assert Amounts.of([text]).read(text) == (amount, "")


@given(st.integers(0, 20_000), st.sampled_from(["%d/%m/%Y", "%d.%m.%y", "%Y-%m-%d", "%Y%m%d"]))
def test_every_day_reads_back(days: int, form: str) -> None:
    day = date(2000, 1, 1) + timedelta(days=days)
    assert Days().read(day.strftime(form)) == day
