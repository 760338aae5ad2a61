"""The record of the law: complete, sourced, equal to its formulas; and the sheet `Taux`."""

import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any

import pytest

from relance import data
from relance.core import law
from relance.core.dated import STATUSES, DatedSeries
from relance.core.errors import BadLawError, UnknownValueError
from relance.core.law import RateRow, fact, rates_from_text, rates_to_text, series, tiers
from relance.core.law_file import read as read_tables
from relance.core.law_records import Country

FILES = data.names("law")
TABLES: dict[str, dict[str, Any]] = {name: dict(data.tables(f"law/{name}")) for name in FILES}
SERIES = sorted(
    name for t in TABLES.values() for name in (*t.get("series", {}), *t.get("derived", {}))
)
FACTS = sorted(name for t in TABLES.values() for name in t.get("facts", {}))


def every_value() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Yield (where, value, sources) for each value of each file."""
    for file, tables in TABLES.items():
        for kind in ("series", "derived", "facts", "tiers"):
            for name, table in tables.get(kind, {}).items():
                rows = [
                    *table.get("values", ()),
                    *table.get("points", ()),
                    *table.get("published", ()),
                ]
                for row in rows or [table]:
                    yield f"{file} {name} {row.get('from')}", row, tables["sources"]


# Each value has its source


def test_the_record_has_ten_files() -> None:
    countries = ("be", "ch", "de", "es", "eu", "fr", "it", "lu", "nl", "uk")
    assert countries == FILES


def test_each_value_has_a_day_a_status_and_known_sources() -> None:
    for where, row, sources in every_value():
        assert isinstance(row["from"], date), where
        assert row["status"] in STATUSES, where
        assert row["sources"], where
        assert set(row["sources"]) <= set(sources), where
        assert all(sources[key]["title"] and sources[key]["tier"] for key in row["sources"]), where
        assert ("value" in row) or ("rows" in row) or row["unknown"] is True, where


def test_what_is_from_memory_says_so() -> None:
    for where, row, _ in every_value():
        assert (row["sources"] == ["MEMORY"]) <= (row["status"] in ("from_memory", "unknown")), (
            where
        )


def test_each_table_has_a_unit_and_each_series_an_end() -> None:
    for tables in TABLES.values():
        for kind in ("series", "derived", "facts", "tiers"):
            assert all(table["unit"] for table in tables.get(kind, {}).values())
        assert all(isinstance(t["known_until"], date) for t in tables.get("series", {}).values())


def test_each_name_begins_with_its_country() -> None:
    for file, tables in TABLES.items():
        for kind in ("series", "derived", "facts", "tiers"):
            assert all(name.startswith(file[:2] + "_") for name in tables.get(kind, {}))


def test_each_source_is_used() -> None:
    for file, tables in TABLES.items():
        used = {
            key
            for where, row, _ in every_value()
            if where[:2] == file[:2]
            for key in row["sources"]
        }
        assert used == set(tables["sources"]), file


@pytest.mark.parametrize("name", SERIES)
def test_each_series_loads_and_rests_on_named_sources(name: str) -> None:
    loaded = series(name)
    assert loaded.values
    for value in loaded.values:
        assert len(law.sources(name, value.sources)) == len(value.sources)


@pytest.mark.parametrize("name", FACTS)
def test_each_fact_loads(name: str) -> None:
    assert fact(name).value >= 0


# Published figures equal the formulas


def semesters(first: int, last: int) -> Iterator[date]:
    for year in range(first, last + 1):
        yield date(year, 1, 1)
        yield date(year, 7, 1)


@pytest.mark.parametrize("day", list(semesters(1999, 2026)), ids=str)
def test_the_reference_of_a_semester_is_the_ecb_rate_on_its_first_day(day: date) -> None:
    assert series("eu_semester_mro").on(day) == series("eu_mro").on(day)


@pytest.mark.parametrize("day", list(semesters(2013, 2026)), ids=str)
def test_published_belgian_rates_equal_the_formula(day: date) -> None:
    # ECB rate + 8 points, rounded up to the next half point
    percent = (series("eu_mro").on(day) + Decimal("0.08")) * 100
    assert series("be_b2b_rate").on(day) * 100 == Decimal(ceil(percent * 2)) / 2


@pytest.mark.parametrize("day", list(semesters(2010, 2026)), ids=str)
def test_the_german_base_rate_is_the_ecb_rate_less_0_88(day: date) -> None:
    assert series("de_base_rate").on(day) == series("eu_semester_mro").on(day) - Decimal("0.0088")


@pytest.mark.parametrize(
    ("name", "day", "rate"),
    [
        ("fr_b2b_rate", "2013-01-01", "0.1075"),
        ("fr_b2b_rate", "2026-06-30", "0.1215"),
        ("fr_b2b_rate", "2026-07-01", "0.124"),  # 2.40 + 10
        ("fr_legal_other", "2026-06-30", "0.0262"),
        ("fr_legal_individual", "2026-01-01", "0.0667"),
        ("fr_legal_single", "2014-12-31", "0.0004"),
        ("fr_pub_rate", "2026-07-01", "0.104"),
        ("be_b2b_rate", "2024-01-01", "0.125"),
        ("be_legal_interest", "2026-12-31", "0.045"),
        ("be_legal_interest", "2010-01-01", "0.0325"),  # 3.5 is a misprint
        ("lu_b2b_rate", "2024-07-01", "0.1225"),
        ("de_b2b_rate", "2014-07-28", "0.0727"),  # -0.73 + 8
        ("de_b2b_rate", "2014-07-29", "0.0827"),  # -0.73 + 9
        ("uk_b2b_rate", "2026-12-31", "0.1175"),
        ("ch_default_rate", "2024-02-29", "0.05"),
    ],
)
def test_rates_that_were_read(name: str, day: str, rate: str) -> None:
    assert series(name).on(date.fromisoformat(day)) == Decimal(rate)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("fr_legal_other", date(2026, 7, 1)),  # the order of June 2026 was not found
        ("fr_legal_individual", date(2026, 12, 31)),
        ("fr_b2b_rate", date(2012, 12, 31)),  # no lock by semester before 2013
        ("fr_b2b_rate", date(2027, 1, 1)),
        ("be_b2b_rate", date(2027, 1, 1)),
        ("be_pub_rate", date(2026, 1, 1)),
        ("uk_b2b_rate", date(2024, 7, 1)),  # from memory
        ("eu_mro", date(2026, 7, 2)),
    ],
)
def test_days_that_nobody_knows_are_refused(name: str, day: date) -> None:
    with pytest.raises(UnknownValueError) as refused:
        series(name).on(day)
    assert refused.value.facts == {"name": name, "day": day}


def test_what_the_formula_and_a_publication_both_say_is_verified() -> None:
    assert series("be_b2b_rate").at(date(2024, 7, 1)).status == "verified"
    assert series("be_b2b_rate").at(date(2025, 1, 1)).status == "derived"  # publication not read
    assert "BPI" in series("fr_b2b_rate").at(date(2024, 7, 1)).sources


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("fr_recovery_fee", "40"),
        ("be_recovery_fee", "40"),
        ("fr_contract_floor_factor", "3"),
        ("fr_day_divisor", "365"),
        ("fr_terms_default_days", "30"),
        ("fr_terms_max_days", "60"),
        ("fr_terms_max_days_end_of_month", "45"),
        ("be_terms_max_days", "60"),
        ("fr_limitation_business_years", "5"),
        ("fr_limitation_public_years", "4"),
        ("be_limitation_goods_years", "1"),
        ("be_b2c_wait_days", "14"),
    ],
)
def test_facts_that_other_modules_rest_on(name: str, value: str) -> None:
    assert fact(name).value == Decimal(value)


def test_the_40_euros_of_luxembourg_are_from_memory() -> None:
    assert fact("lu_recovery_fee").status == "from_memory"


@pytest.mark.parametrize(
    ("amount", "indemnity"),
    [
        (0, 0),
        (-100_00, 0),
        (1, 20_00),
        (150_00, 20_00),  # up to 150, counted
        (150_01, 30_00),  # 30 + 10 % of 0.01 = 30.001
        (500_00, 65_00),  # 30 + 10 % of 350
        (500_01, 65_00),  # 65 + 5 % of 0.01 = 65.0005
        (820_00, 81_00),  # 65 + 5 % of 320
        (39_200_00, 2_000_00),  # 65 + 5 % of 38,700 = 2,000
        (90_000_00, 2_000_00),  # the cap
    ],
)
def test_belgian_indemnity_by_tier(amount: int, indemnity: int) -> None:
    assert tiers("be_b2c_indemnity").sum_for(amount) == indemnity


@pytest.mark.parametrize("name", ["xx_rate", "fr_nothing", "", "fr"])
def test_a_name_that_is_not_on_record_is_refused(name: str) -> None:
    for lookup in (series, fact, tiers):
        with pytest.raises(BadLawError):
            lookup(name)


# Files that are refused

GOOD = """
[sources.S]
title = "Source"
tier = "official"
[series.xx_rate]
title = "Rate"
law = "art. 1"
unit = "fraction a year"
step = "semester"
known_until = 2025-12-31
values = [
  { from = 2025-01-01, value = "0.1", status = "verified", sources = ["S"] },
  { from = 2025-07-01, value = "0.2", status = "verified", sources = ["S"] },
]
[facts.xx_fee]
value = "40"
unit = "EUR"
from = 2025-01-01
status = "verified"
sources = ["S"]
law = "art. 2"
[tiers.xx_tiers]
unit = "EUR"
from = 2025-01-01
status = "verified"
sources = ["S"]
law = "art. 3"
rows = [ { up_to = "100", fixed = "10" }, { fixed = "20" } ]
"""


def read(text: str) -> Country:
    """Read a country's file from its text."""
    return read_tables(tomllib.loads(text))


def test_a_sound_file_is_read() -> None:
    country = read(GOOD)
    assert country.series["xx_rate"].on(date(2025, 7, 1)) == Decimal("0.2")
    assert country.tiers["xx_tiers"].sum_for(100_00) == 10_00


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("  { from = 2025-07-01", "# { from = 2025-07-01", "hole"),
        ('unit = "fraction a year"', "", "unit"),
        ('unit = "EUR"\nfrom = 2025-01-01\nstatus', "from = 2025-01-01\nstatus", "unit"),
        ("known_until = 2025-12-31", "", "known_until"),
        ("known_until = 2025-12-31", "known_until = 2025-06-30", "known_until"),
        ('step = "semester"', 'step = "month"', "step"),
        ('"0.2", status = "verified", sources = ["S"]', '"0.2", status = "verified"', "sources"),
        ('"0.2", status = "verified", sources = ["S"]',
         '"0.2", status = "verified", sources = ["T"]', "sources"),
        ('"0.2", status = "verified"', '"0.2", status = "sure"', "status"),
        ('"0.2", status = "verified"', '"0.2", status = "user"', "status"),
        ('value = "0.2", status = "verified"', 'unknown = true, status = "verified"', "status"),
        ('value = "0.2"', 'value = "20 %"', "value"),
        ('value = "0.2"', "value = 0.2", "value"),
        ('value = "0.2"', 'value = "NaN"', "value"),
        ('  { from = 2025-07-01', '  { from = 2024-07-01', "unsorted"),
        ('from = 2025-07-01', 'from = "2025-07-01"', "from"),
        ('value = "40"', "", "value"),
        ('value = "40"\nunit = "EUR"\nfrom = 2025-01-01\nstatus = "verified"',
         'unknown = true\nunit = "EUR"\nfrom = 2025-01-01\nstatus = "unknown"', "value"),
        ("{ fixed = \"20\" }", '{ up_to = "200", fixed = "20" }', "tiers"),
        ('tier = "official"', "", "tier"),
    ],
)  # fmt: skip
def test_a_file_with_a_hole_or_without_unit_status_source_or_end_is_refused(
    old: str, new: str, reason: str
) -> None:
    assert old in GOOD
    with pytest.raises(BadLawError) as refused:
        read(GOOD.replace(old, new, 1))
    assert refused.value.facts["reason"] == reason


def test_a_semester_that_says_that_it_is_unknown_is_no_hole() -> None:
    text = GOOD.replace('value = "0.2", status = "verified"', 'unknown = true, status = "unknown"')
    assert read(text).series["xx_rate"].last_known == date(2025, 6, 30)


DERIVED = """
[sources.S]
title = "Source"
tier = "official"
[derived.xx_sum]
title = "Sum"
law = "art. 4"
unit = "fraction a year"
base = "xx_rate"
from = 2025-01-01
points = [ { from = 2025-01-01, value = "0.08", status = "verified", sources = ["S"] } ]
published = [ { from = 2025-07-01, value = "0.28", status = "verified", sources = ["S"] } ]
"""


def base() -> DatedSeries:
    return read(GOOD).series["xx_rate"]


def test_a_derived_series_adds_its_points() -> None:
    derived = read(DERIVED).derived["xx_sum"].of(base())
    assert derived.on(date(2025, 1, 1)) == Decimal("0.18")
    assert derived.at(date(2025, 1, 1)).status == "derived"
    assert derived.at(date(2025, 7, 1)).status == "verified"


def test_a_derived_series_is_unknown_where_its_base_is() -> None:
    text = GOOD.replace('value = "0.1", status = "verified"', 'unknown = true, status = "unknown"')
    derived = read(DERIVED).derived["xx_sum"].of(read(text).series["xx_rate"])
    with pytest.raises(UnknownValueError) as refused:
        derived.on(date(2025, 6, 30))
    assert refused.value.facts["name"] == "xx_sum"
    assert derived.on(date(2025, 7, 1)) == Decimal("0.28")


def test_a_published_rate_that_differs_from_its_formula_is_refused() -> None:
    with pytest.raises(BadLawError) as refused:
        read(DERIVED.replace('"0.28"', '"0.27"')).derived["xx_sum"].of(base())
    assert refused.value.facts == {
        "name": "xx_sum", "reason": "published", "day": date(2025, 7, 1)
    }  # fmt: skip


# The sheet Taux


def test_no_text_is_the_record_as_it_is_and_is_the_same_object() -> None:
    assert rates_from_text("") is rates_from_text("")
    assert rates_from_text("").series("fr_b2b_rate") is series("fr_b2b_rate")


def test_an_own_legal_rate_fills_the_unknown_semester() -> None:
    own = rates_from_text("fr_legal_other@2026-07-01=0.0275")
    assert own.series("fr_legal_other").on(date(2026, 7, 1)) == Decimal("0.0275")
    assert own.series("fr_legal_other").on(date(2026, 12, 31)) == Decimal("0.0275")
    with pytest.raises(UnknownValueError):
        series("fr_legal_other").on(date(2026, 7, 1))


def test_one_ecb_rate_gives_every_rate_that_the_law_computes_from_it() -> None:
    own = rates_from_text("eu_semester_mro@2027-01-01=0.0265")
    day = date(2027, 6, 30)
    assert own.series("fr_b2b_rate").on(day) == Decimal("0.1265")
    assert own.series("lu_b2b_rate").on(day) == Decimal("0.1065")
    assert own.series("be_b2b_rate").on(day) == Decimal("0.11")  # 10.65 rounded up
    assert own.series("fr_b2b_rate").at(day).status == "user"


def test_an_own_rate_over_a_computed_one_wins() -> None:
    own = rates_from_text("eu_semester_mro@2027-01-01=0.0265;be_b2b_rate@2027-01-01=0.115")
    assert own.series("be_b2b_rate").on(date(2027, 1, 1)) == Decimal("0.115")


def test_confirming_a_regime_confirms_its_rates_from_memory() -> None:
    own = rates_from_text("confirm:UK-B2B")
    assert own.series("uk_b2b_rate", "UK-B2B").on(date(2024, 7, 1)) == Decimal("0.1325")
    with pytest.raises(UnknownValueError):
        own.series("uk_b2b_rate").on(date(2024, 7, 1))


def test_confirming_a_series_confirms_what_rests_on_it() -> None:
    own = rates_from_text("confirm:uk_reference_rate")
    assert own.series("uk_b2b_rate").on(date(2025, 1, 1)) == Decimal("0.1275")


@pytest.mark.parametrize(
    "text",
    [
        "fr_legal_other",
        "fr_legal_other@2026-07-01",
        "fr_legal_other@2026-07-01=",
        "fr_legal_other@2026-07-32=0.02",
        "fr_legal_other@01/07/2026=0.02",
        "fr_legal_other@2026-07-01=2,75",
        "fr_legal_other@2026-07-01=2.75",  # a percentage, not a fraction
        "fr_legal_other@2026-07-01=-0.01",
        "fr_legal_other@2026-07-01=NaN",
        "fr_no_such@2026-07-01=0.02",
        "fr_recovery_fee@2026-07-01=0.02",  # a fact is no series
        "zz@2026-07-01=0.02",
        "confirm:",
        "confirm:fr_no_such",
    ],
)
def test_an_own_rate_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(BadLawError):
        rates_from_text(text)


def test_the_sheet_becomes_the_text_that_reads_back() -> None:
    rows = [
        RateRow("fr_legal_other", date(2026, 1, 1), Decimal("0.0262")),  # as recorded
        RateRow("fr_legal_other", date(2026, 7, 1), Decimal("0.02750")),
        RateRow("fr_b2b_rate", date(2027, 1, 1), None),  # nothing said
        RateRow("uk_reference_rate", date(2024, 7, 1), Decimal("0.0525"), confirmed=True),
        RateRow("uk_reference_rate", date(2025, 1, 1), Decimal("0.0475")),  # not ticked
    ]
    text = rates_to_text(rows, ["lu_recovery_fee", "UK-B2B"])
    assert text == (
        "fr_legal_other@2026-07-01=0.0275;uk_reference_rate@2024-07-01=0.0525;"
        "confirm:UK-B2B;confirm:lu_recovery_fee"
    )
    own = rates_from_text(text)
    assert own.series("uk_b2b_rate").on(date(2024, 12, 31)) == Decimal("0.1325")
    assert own.confirmed == {"UK-B2B", "lu_recovery_fee"}


def test_the_lines_of_the_sheet_say_nothing_else_than_the_record() -> None:
    rows = law.rate_rows(["fr_legal_other", "uk_reference_rate"])
    assert rates_to_text(rows) == ""
    last = next(r for r in rows if r.first == date(2026, 7, 1) and r.series == "fr_legal_other")
    assert (last.rate, last.status) == (None, "unknown")


def test_the_lines_of_the_sheet_keep_the_users_own_rates() -> None:
    text = "fr_legal_other@2026-07-01=0.0275"
    rows = law.rate_rows(["fr_legal_other"], rates_from_text(text))
    assert rates_to_text(rows) == text
