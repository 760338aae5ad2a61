"""Published and computed examples of interest, and the published errors that are kept out.

TP: published by a third party (source beside it); SC: computed by hand. Amounts in cents.
"""

from datetime import date
from decimal import Decimal

import pytest

from relance.core.claim import claim
from relance.core.dated import DatedSeries
from relance.core.index import contract_series, index_of, interest_cents
from relance.core.law import fact, series, tiers
from relance.core.money import MILLION, round_half_away
from relance.core.records import Creditor, Debtor, Receivable
from relance.core.regimes import get
from relance.data import names, text

DAY_ONE = date(2026, 1, 1)


def flat(cents: int, rate: str, days: int) -> int:
    """Interest at a flat yearly rate for a number of days."""
    start = DAY_ONE.toordinal()
    return interest_cents(
        cents, index_of(contract_series(Decimal(rate))).weight(start, start + days - 1)
    )


def over(rates: DatedSeries, cents: int, first: date, last: date) -> int:
    """Interest at the rates of a series."""
    return interest_cents(cents, index_of(rates).weight(first.toordinal(), last.toordinal()))


# Published by third parties


def test_tp01_legal_interest_of_an_individual_creditor_for_29_days() -> None:
    # service-public F783: 2000 x 29 x 4.35 / 36500 = 6.9123; paid - start = 29 days
    individual = series("fr_legal_individual")
    assert over(individual, 2_000_00, date(2016, 9, 2), date(2016, 9, 30)) == 6_91


def test_tp03_the_interest_of_a_year_added_to_the_principal() -> None:
    # service-public F783: 2036.74 x 100 x 9.54 / 36500 = 53.2342
    assert flat(2_036_74, "0.0954", 100) == 53_23


def test_tp05_a_contracts_rate() -> None:
    # agenceipro: 15000 x 15 % x 30/365 = 184.9315
    assert get("FR-B2B").with_rate(Decimal("0.15")).interest_cents(
        15_000_00, date(2026, 1, 1), date(2026, 1, 30)
    ) == 184_93  # fmt: skip


def test_tp07_half_a_cent_is_rounded_not_cut() -> None:
    # 6216.16 x 0.88 % x 126/365 = 18.8835; the forum cut it to 18.87
    assert flat(6_216_16, "0.0088", 126) == 18_88


def test_tp09_a_stepped_rate() -> None:
    # Infor LN: 612.15 x 20 % / 365 x 14 = 4.6959
    assert flat(612_15, "0.20", 14) == 4_70


def test_tp11_the_divisor_is_365_not_360() -> None:
    # Civ. 1re, 4 July 2019: 15000 x 3 % x 3/365 = 3.6986; /360 = 3.75
    assert flat(15_000_00, "0.03", 3) == 3_70
    assert fact("fr_day_divisor").whole == 365


def test_tp13_belgian_indemnity_of_the_second_tier() -> None:
    # creno.be: 30 + 10 % x (215 - 150)
    assert get("BE-B2C").fee_cents(215_00, clause=True) == 36_50


def test_tp17_german_consumer_half_a_year() -> None:
    # ameax/bgb-interest: 10000 x 6.62 x 181 / 36500 = 328.2795 (base 1.62 + 5)
    consumer = get("DE-B2C")
    assert consumer.rate(date(2023, 6, 30)) == Decimal("0.0662")
    assert consumer.interest_cents(10_000_00, date(2023, 1, 1), date(2023, 6, 30)) == 328_28


@pytest.mark.parametrize("paid", [date(2023, 1, 1), date(2023, 7, 1)])
def test_tp19_paid_on_or_before_the_due_date(paid: date) -> None:
    assert get("DE-B2B").interest_cents(10_000_00, date(2023, 7, 2), paid) == 0


@pytest.mark.parametrize(
    ("days", "by_360", "ours"), [(30, 41_67, 41_10), (90, 125_00, 123_29), (365, 506_94, 500_00)]
)
def test_tp21_swiss_calculators_divide_by_360_and_we_do_not(
    days: int, by_360: int, ours: int
) -> None:
    # 10000 x 5 % x n/360; ours n/365
    habit = fact("ch_calculators_divisor").whole * MILLION
    assert round_half_away(10_000_00 * 50_000 * days, habit) == by_360
    last = date.fromordinal(date(2025, 1, 1).toordinal() + days - 1)
    assert get("CH").interest_cents(10_000_00, date(2025, 1, 1), last) == ours


def test_tp23_british_45_days() -> None:
    # 2000 x 13.25 % x 45/365 = 32.6712; toolfy.io prints 32.66 (it rounds 45/365)
    british = get("UK-B2B")
    assert british.rate(date(2024, 1, 15)) == Decimal("0.1325")
    assert british.interest_cents(2_000_00, date(2024, 1, 15), date(2024, 2, 28)) == 32_67


@pytest.mark.parametrize(
    ("day", "floor"),
    [("2017-07-01", "0.027"), ("2020-07-01", "0.0252"), ("2024-07-01", "0.1476"),
     ("2026-01-01", "0.0786")],
)  # fmt: skip
def test_tp25_the_floor_of_contracts_is_3_times_the_legal_rate(day: str, floor: str) -> None:
    # bizouard 2017, F23211 2020, bpifrance-creation 2024, legifiscal 2026
    assert get("FR-B2B").floor_rate(date.fromisoformat(day)) == Decimal(floor)


# Computed by hand


def test_sc01_one_semester() -> None:
    # 12000 x 12.15 % x 74/365 = 295.5945
    parts = get("FR-B2B").segments(12_000_00, date(2026, 2, 1), date(2026, 4, 15))
    assert [(p.days, p.rate) for p in parts] == [(74, Decimal("0.1215"))]
    assert get("FR-B2B").interest_cents(12_000_00, date(2026, 2, 1), date(2026, 4, 15)) == 295_59


def test_sc03_five_semesters_with_a_leap_year() -> None:
    # 31 d 14.00 % 118.9041; 182 d 14.50 % 723.0137; 184 d 14.25 % 718.3562; 181 d 13.15 %
    # 652.0959; 92 d 12.15 % 306.2466: together 2518.6164
    first, last = date(2023, 12, 1), date(2025, 9, 30)
    parts = get("FR-B2B").segments(10_000_00, first, last)
    assert [(p.days, p.rate, str(p.interest)) for p in parts] == [
        (31, Decimal("0.14"), "118.90"),
        (182, Decimal("0.145"), "723.01"),
        (184, Decimal("0.1425"), "718.36"),
        (181, Decimal("0.1315"), "652.10"),
        (92, Decimal("0.1215"), "306.25"),
    ]
    assert get("FR-B2B").interest_cents(10_000_00, first, last) == 2_518_62


def test_sc05_due_on_31_december() -> None:
    # 10000 x 13.15 % x 2/365 = 7.2055
    assert get("FR-B2B").interest_cents(10_000_00, date(2025, 1, 1), date(2025, 1, 2)) == 7_21


def test_sc07_paid_on_the_due_date() -> None:
    assert get("FR-B2B").interest_cents(5_000_00, date(2026, 4, 1), date(2026, 3, 31)) == 0


def test_sc09_in_the_second_semester_of_2026() -> None:
    # 25000 x 12.4 % x 83/365 = 704.9315
    assert get("FR-B2B").interest_cents(25_000_00, date(2026, 9, 1), date(2026, 11, 22)) == 704_93


def test_sc11_a_part_payment_applied_to_interest_first() -> None:
    # to 31 Mar: 10000 x 12.15 % x 59/365 = 196.3973; 4000 - 196.40 = 3803.60 to the principal;
    # 6196.40 x 12.15 % x 61/365 = 125.8209
    regime = get("FR-B2B")
    paid = regime.interest_cents(10_000_00, date(2026, 2, 1), date(2026, 3, 31))
    left = 10_000_00 - (4_000_00 - paid)
    assert (paid, left) == (196_40, 6_196_40)
    assert regime.interest_cents(left, date(2026, 4, 1), date(2026, 5, 31)) == 125_82


def test_sc13_40_euros_an_invoice() -> None:
    assert (
        sum(get("FR-B2B").fee_cents(cents, False) for cents in (10_00, 500_00, 9_000_00)) == 120_00
    )


def test_sc15_a_contracts_rate_under_the_floor() -> None:
    # 3 x 2.62 = 7.86: 5 % is refused
    floor = get("FR-B2B").floor_rate(date(2026, 1, 1))
    assert floor == Decimal("0.0786")
    assert Decimal("0.05") < floor


def test_sc17_the_floor_never_raises_the_default_rate() -> None:
    # S2 2024: 4.25 + 10 = 14.25, and 3 x 4.92 = 14.76 for contracts only
    assert get("FR-B2B").rate(date(2024, 7, 1)) == Decimal("0.1425")
    assert get("FR-B2B").floor_rate(date(2024, 7, 1)) == Decimal("0.1476")


def test_sc19_two_semesters_rounded_once() -> None:
    # 1500 x 7.21 % x 121/365 = 35.8525; 1500 x 6.65 % x 123/365 = 33.6144; 69.4669 (69.46 apart)
    individual = series("fr_legal_individual")
    assert over(individual, 1_500_00, date(2025, 3, 2), date(2025, 10, 31)) == 69_47


def test_sc23_a_leap_year_in_belgium() -> None:
    # 7300 x 12.5 % x 60/365 = 150.00
    assert get("BE-B2B").interest_cents(7_300_00, date(2024, 2, 1), date(2024, 3, 31)) == 150_00


def test_sc25_the_waiting_period_after_an_e_mail() -> None:
    # day 1 = 3 November, last day 16 November
    assert get("BE-B2C").fee_from(date(2026, 11, 2), "email") == date(2026, 11, 17)


def test_sc27_interest_of_a_belgian_consumer() -> None:
    # clause at the cap, 10.5 %: 400 x 10.5 % x 59/365 = 6.7890; x 45/365 = 5.1781
    regime = get("BE-B2C").with_rate(Decimal("0.105"))
    sent, until = date(2026, 11, 2), date(2026, 12, 31)
    sme, large = (regime.claim_from(sent, "email", is_sme) for is_sme in (True, False))
    assert (sme, large) == (date(2026, 11, 3), date(2026, 11, 17))
    assert regime.interest_cents(400_00, date(2026, 11, 3), until) == 6_79
    assert regime.interest_cents(400_00, date(2026, 11, 17), until) == 5_18
    assert regime.fee_cents(400_00, clause=True) == 55_00  # 30 + 10 % of 250


def test_sc31_germany_in_the_second_semester_of_2026() -> None:
    # 10000 x (1.52 + 9) % x 30/365 = 86.4658
    german = get("DE-B2B")
    assert german.rate(date(2026, 8, 1)) == Decimal("0.1052")
    assert german.interest_cents(10_000_00, date(2026, 8, 1), date(2026, 8, 30)) == 86_47
    assert german.fee_cents(10_000_00, clause=False) == 40_00


# Published errors, kept out


def test_kept_out_65_euros_and_10_percent_above_500() -> None:
    # monastucesetconseils.be; true: 65 + 5 % of 500 = 90
    assert tiers("be_b2c_indemnity").sum_for(1_000_00) == 90_00


def test_kept_out_the_legal_rate_listed_as_the_ecb_rate() -> None:
    # exeoffice.eu: 5.07 -> 15.07; true: 4.50 -> 14.50
    assert get("FR-B2B").rate(date(2024, 1, 1)) == Decimal("0.145")


def test_kept_out_13_65_for_the_second_semester_of_2024() -> None:
    # propulsebyca.fr: 3.65 holds only from 18 September 2024, and the semester was locked on 1 July
    assert series("eu_mro").on(date(2024, 9, 18)) == Decimal("0.0365")
    assert get("FR-B2B").rate(date(2024, 12, 31)) == Decimal("0.1425")


def test_kept_out_the_legal_rates_of_calcultil() -> None:
    # S1 2024 4.92, S1 2023 3.15 and 3.15
    assert series("fr_legal_other").on(date(2024, 1, 1)) == Decimal("0.0507")
    assert series("fr_legal_individual").on(date(2023, 1, 1)) == Decimal("0.0447")
    assert series("fr_legal_other").on(date(2023, 1, 1)) == Decimal("0.0206")


def test_kept_out_the_legal_rates_of_aeccompta() -> None:
    # S1 2018 0.88, S1 2019 0.76
    assert series("fr_legal_other").on(date(2018, 1, 1)) == Decimal("0.0089")
    assert series("fr_legal_other").on(date(2019, 1, 1)) == Decimal("0.0086")


def test_kept_out_6_83_for_the_second_semester_of_2023() -> None:
    # banque-taux.com
    assert series("fr_legal_individual").on(date(2023, 7, 1)) == Decimal("0.0682")


def test_kept_out_the_german_base_rate_of_1_june_2023() -> None:
    # digineo/verzugszinsen dates it 2023-06-01
    assert series("de_base_rate").on(date(2023, 6, 30)) == Decimal("0.0162")
    assert series("de_base_rate").on(date(2023, 7, 1)) == Decimal("0.0312")


def test_kept_out_8_5_for_belgium_in_the_second_semester_of_2019() -> None:
    # fidelium.eu; Moniteur of 18 July 2019: 8
    assert get("BE-B2B").rate(date(2019, 7, 1)) == Decimal("0.08")


def test_kept_out_20_5_as_the_cap_of_belgian_consumers() -> None:
    # le-tribunal.be adds 8 to the published 12.5
    assert get("BE-B2C").with_rate(Decimal("0.205")).rate(date(2024, 1, 1)) == Decimal("0.125")


def test_kept_out_a_tool_whose_outputs_do_not_follow_from_its_data() -> None:
    # welaika/test_interessi: no value of ours rests on it
    for name in names("law"):
        assert "welaika" not in text(f"law/{name}.toml")


def test_kept_out_40_euros_on_an_invoice_that_is_not_late() -> None:
    # SN-VCSP/InteretVCSP adds them when paid <= due
    item = Receivable("FA1", "C1", due=date(2026, 3, 31), amount=Decimal(5000))
    firm = Debtor("C1", kind="business", country="FR")
    on_due = claim(item, firm, Creditor(), (), date(2026, 3, 31))
    assert (on_due.interest, on_due.fee) == (Decimal("0.00"), Decimal("0.00"))
    assert claim(item, firm, Creditor(), (), date(2026, 4, 1)).fee == Decimal("40.00")


def test_kept_out_3_5_as_the_belgian_legal_rate_of_2010() -> None:
    # immospector/kluwer; three others say 3.25
    assert series("be_legal_interest").on(date(2010, 6, 30)) == Decimal("0.0325")
