"""Amounts, days and identifiers as people type them."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.errors import BadAmountError, BadArgumentError, BadDateError, RelanceError
from relance.core.parse import (
    is_blank,
    is_iban,
    parse_amount,
    parse_date,
    parse_integer,
    parse_lines,
    parse_rate,
    parse_text,
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1 234,56", "1234.56"),
        ("1\u00a0234,56 €", "1234.56"),  # no-break space, as Excel writes it
        ("1\u202f234,56", "1234.56"),  # narrow no-break space, as French software does
        ("1.842,50", "1842.50"),  # Belgium
        ("1,842.50", "1842.50"),  # English export: the last separator decides
        ("1.234.567,89", "1234567.89"),
        ("1.234.567", "1234567"),  # a separator that repeats groups thousands
        ("1'234.50", "1234.50"),
        ("1 234", "1234"),
        ("1234.567", "1234.567"),  # four figures before: no group, so a decimal point
        ("0,123", "0.123"),  # no group starts with 0
        (",5", "0.5"),
        ("12,00-", "-12.00"),
        ("-12,00", "-12.00"),
        ("\u221212", "-12"),  # the typographic minus
        ("(12,00)", "-12.00"),
        ("EUR 12", "12"),
        ("-€12", "-12"),
        ("(12 EUR)", "-12"),
        ("0000000069,60", "69.60"),  # FEC padded with zeros
    ],
)
def test_an_amount_is_read_as_the_person_meant_it(typed: str, read: str) -> None:
    assert str(parse_amount(typed)) == read


@pytest.mark.parametrize(
    "typed",
    [
        "", "abc", "12 34,5O", "12 34,50", "1.2.3", "1,234,5", "--1", "-(12)", "(12", "12.", "1e5",
        "#N/A", "12 13", "999999999999999999", "1.234,567.8", "٣", "1 2345",
    ],
)  # fmt: skip
def test_what_is_not_an_amount_is_refused_with_the_text(typed: str) -> None:
    with pytest.raises(BadAmountError) as refused:
        parse_amount(typed)
    assert refused.value.facts == {"value": typed}


@pytest.mark.parametrize("typed", ["1.234", "1,234", "12.000", "999,999"])
def test_a_lone_separator_before_three_figures_is_not_guessed(typed: str) -> None:
    with pytest.raises(BadAmountError):
        parse_amount(typed)


@pytest.mark.parametrize(
    ("typed", "decimal", "read"),
    [
        ("1.234", ",", "1234"),
        ("1.234", ".", "1.234"),
        ("1,234", ",", "1.234"),
        ("1,234", ".", "1234"),
        ("-1.234", ",", "-1234"),
    ],
)
def test_a_file_that_tells_its_decimal_separator_is_believed(
    typed: str, decimal: str, read: str
) -> None:
    assert str(parse_amount(typed, decimal)) == read


def test_numbers_are_exact_as_printed() -> None:
    assert parse_amount(0.1) == Decimal("0.1")
    assert parse_amount(7) == Decimal(7)
    assert parse_amount(Decimal("1.10")) == Decimal("1.10")


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), Decimal("NaN"), Decimal("Infinity"), True, None, b"1", 1e15,
     10**15, Decimal(10) ** 15, date(2026, 1, 1), [1]],
)  # fmt: skip
def test_values_that_are_no_amount_are_refused(value: object) -> None:
    with pytest.raises(BadAmountError):
        parse_amount(value)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_every_french_text_of_an_amount_reads_back(amount: Decimal) -> None:
    text = f"{amount:,.2f}".replace(",", "\u202f").replace(".", ",")
    assert parse_amount(text) == amount


@given(st.floats(min_value=-1e14, max_value=1e14))
def test_every_float_reads_back_to_itself(number: float) -> None:
    assert float(parse_amount(number)) == number


@given(st.text(alphabet="0123456789.,' -+()€EUR\u00a0\u202f", max_size=20))
def test_a_text_is_an_amount_or_a_bad_amount_and_nothing_else(typed: str) -> None:
    try:
        assert parse_amount(typed).is_finite()
    except BadAmountError as refused:
        assert refused.facts == {"value": typed}  # noqa: PT017 (either outcome is right)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (0.124, "0.124"),
        ("12,4 %", "0.124"),
        ("12.375%", "0.12375"),  # a rate is never grouped by thousands
        ("0,15", "0.15"),
        (0, "0"),
        (1, "1"),
    ],
)
def test_a_rate_is_a_fraction(value: object, read: str) -> None:
    assert parse_rate(value) == Decimal(read)


@pytest.mark.parametrize("value", [12.4, "12,4", "-1 %", "101 %", "", "%", None, "1 % %"])
def test_a_rate_out_of_zero_to_one_is_refused(value: object) -> None:
    with pytest.raises(BadAmountError):
        parse_rate(value)


def test_a_whole_number_may_come_as_a_float_or_a_text() -> None:
    assert (parse_integer(3.0), parse_integer("3"), parse_integer(-2)) == (3, 3, -2)
    with pytest.raises(BadAmountError):
        parse_integer(3.5)


@pytest.mark.parametrize(
    "value",
    [
        "31/12/2026", "31/12/26", "31.12.2026", "31-12-2026", "2026-12-31", "2026/12/31",
        "20261231", "2026-12-31T00:00:00", "2026-12-31 23:59:59.5", "2026-12-31T00:00:00+02:00",
        "31/12/2026 00:00", " 31/12/2026\u00a0", "46387", date(2026, 12, 31),
        datetime(2026, 12, 31, 23, 59), 46387, 46387.99, Decimal(46387),  # noqa: DTZ001 (as Excel)
    ],
)  # fmt: skip
def test_every_way_to_write_the_last_day_of_2026_is_read(value: object) -> None:
    assert parse_date(value) == date(2026, 12, 31)


@pytest.mark.parametrize(
    "value",
    [
        "31/02/2026", "29/02/2025", "00/01/1900", "12/31/2026", "31/12/1999", "01/01/2062",
        "31/12/62", "31/12-2026", "hier", "", None, 0, 1, 36525, 59172, True, float("nan"),
        date(1999, 12, 31), date(2062, 1, 1), "123456789", "2026-13-01", b"2026-12-31", 10**400,
    ],
)  # fmt: skip
def test_what_is_no_usable_day_is_refused_with_the_value(value: object) -> None:
    with pytest.raises(BadDateError):
        parse_date(value)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (36526, date(2000, 1, 1)),  # first serial accepted
        (59171, date(2061, 12, 31)),  # last one
        ("01/01/00", date(2000, 1, 1)),
        ("31/12/61", date(2061, 12, 31)),
        ("29/02/2028", date(2028, 2, 29)),
        ("1/2/2026", date(2026, 2, 1)),  # the month never comes first
    ],
)
def test_the_window_of_years_is_inclusive(value: object, day: date) -> None:
    assert parse_date(value) == day


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2061, 12, 31)))
def test_a_day_reads_back_from_each_of_its_forms(day: date) -> None:
    serial = (day - date(1899, 12, 30)) // timedelta(days=1)
    forms = [day.isoformat(), day.strftime("%d/%m/%Y"), day.strftime("%d.%m.%y"), serial]
    assert [parse_date(form) for form in forms] == [day] * 4


@given(st.one_of(st.text(max_size=12), st.integers(), st.floats(), st.none(), st.decimals()))
def test_nothing_but_our_own_errors_comes_out(value: object) -> None:
    for parse in (parse_amount, parse_date, parse_rate, parse_integer):
        try:
            parse(value)
        except RelanceError as refused:
            assert set(refused.facts) == {"value"}  # noqa: PT017 (either outcome is right)
    assert isinstance(parse_text(value), str)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("000123", "000123"),
        ("12E5", "12E5"),
        (" FA-1\u00a0", "FA-1"),
        (123.0, "123"),
        (123, "123"),
        (12.5, "12.5"),
        (1e22, "10000000000000000000000"),
        (Decimal("1E+3"), "1000"),
        (True, "VRAI"),
        (None, ""),
        (datetime(2026, 12, 31), "2026-12-31"),  # noqa: DTZ001 (as Excel gives it)
        (datetime(2026, 12, 31, 9, 5), "2026-12-31 09:05:00"),  # noqa: DTZ001 (the same)
        (date(2026, 12, 31), "2026-12-31"),
    ],
)
def test_an_identifier_is_the_text_that_the_user_sees(value: object, read: str) -> None:
    assert parse_text(value) == read


def test_a_cell_of_blanks_says_nothing() -> None:
    assert is_blank(None)
    assert is_blank(" \u00a0")
    assert not is_blank(0)


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("FR76 3000 6000 0112 3456 7890 189", True),  # the example of the French banks' guide
        ("be68539007547034", True),  # the example of ISO 13616
        ("FR76 3000 6000 0112 3456 7890 188", False),  # one figure changed
        ("FR76", False),
        ("", False),
        ("٣R7630006000011234567890189", False),
    ],
)
def test_an_iban_is_known_by_its_check_digits(text: str, valid: bool) -> None:
    assert is_iban(text) is valid


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("12", (12,)),
        (" #3 ", (3,)),
        ("3 7-9", (3, 7, 8, 9)),
        ("9 3 4", (3, 4, 9)),
        ("5-5 5", (5,)),
    ],
)
def test_lines_are_read_one_by_one_or_as_runs(typed: str, lines: tuple[int, ...]) -> None:
    assert parse_lines(typed) == lines


@pytest.mark.parametrize("typed", ["", " ", "2,3", "deux", "9-7", "3-", "-3", "1.5", "1234567"])
def test_what_names_no_line_is_refused(typed: str) -> None:
    with pytest.raises(BadArgumentError) as refused:
        parse_lines(typed)
    assert refused.value.facts == {"argument": "lines", "value": typed}
