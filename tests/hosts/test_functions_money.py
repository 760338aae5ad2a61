"""Interest, fixed sums and their detail, as cells ask for them. Figures are computed by hand."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.claim import claim
from relance.core.records import Creditor, Debtor, Event, Receivable
from relance.core.regimes import REGIMES
from relance.hosts.functions import (
    DUNNING_CLAIM_FROM,
    DUNNING_EXPLAIN,
    DUNNING_FEE,
    DUNNING_FLOOR,
    DUNNING_INTEREST,
    DUNNING_PLAN,
    DUNNING_RATE,
    DUNNING_TOTAL,
)


def listed(answer: object) -> list[list[Any]]:
    """The answer as the rows that it must be."""
    assert isinstance(answer, list)
    return answer


@pytest.mark.parametrize(
    ("amount", "due", "as_of", "regime", "interest"),
    [
        # 12,000 x 12.15 % x 74 / 365 = 295.5945
        (12000, "2026-01-31", "2026-04-15", "FR-B2B", 295.59),
        # five semesters: 118.904 + 723.014 + 718.356 + 652.096 + 306.247 = 2,518.616
        (10000, "2023-11-30", "2025-09-30", "FR-B2B", 2518.62),
        # 10,000 x 13.15 % x 2 / 365 = 7.2055: both days belong to 2025
        (10000, "2024-12-31", "2025-01-02", "FR-B2B", 7.21),
        (5000, "2026-03-31", "2026-03-31", "FR-B2B", 0.0),  # paid on the due date
        (5000, "2026-03-31", "2026-03-01", "FR-B2B", 0.0),  # before it
        # 25,000 x 12.4 % x 83 / 365 = 704.9315
        (25000, "2026-08-31", "2026-11-22", "FR-B2B", 704.93),
        # 7,300 x 12.5 % x 60 / 365 = 150.00 in a leap year
        (7300, "2024-01-31", "2024-03-31", "BE-B2B", 150.0),
        # 3,000 x 12.4 % x 54 / 365 = 55.0356
        (3000, "2026-09-30", "2026-11-23", "FR-B2B", 55.04),
        # 4,000: 91 days to 30 June at 12.15 % = 121.1671
        (4000, "2026-03-31", "2026-06-30", "FR-B2B", 121.17),
    ],
)
def test_each_day_bears_the_rate_in_force(
    amount: float, due: str, as_of: str, regime: str, interest: float
) -> None:
    assert DUNNING_INTEREST(amount, due, as_of, regime) == interest


def test_the_last_day_on_record_bears_interest_and_the_next_is_refused() -> None:
    # 10,000 x 12.4 % x 31 / 365 = 105.3151
    assert DUNNING_INTEREST(10000, "2026-11-30", "2026-12-31") == 105.32
    assert DUNNING_INTEREST(10000, "2026-11-30", "2027-01-01") == (
        "#RELANCE : Taux inconnu : la série « fr_b2b_rate » n'est pas renseignée au 01/01/2027."
        " Ajoutez la valeur publiée dans la feuille Taux."
    )


def test_an_unknown_rate_is_asked_only_of_rows_that_bear_interest() -> None:
    rows = [[10000], [0], [-50], [10000]]
    due = [["2026-11-30"], ["2026-11-30"], ["2026-11-30"], ["2027-01-01"]]
    answers = DUNNING_INTEREST(rows, due, "2027-01-01")
    assert listed(answers)[1:] == [[0.0], [0.0], [0.0]]
    assert "feuille Taux" in listed(answers)[0][0]


def test_the_rates_of_the_workbook_win() -> None:
    own = "fr_b2b_rate@2027-01-01=0.365"
    # 31 days at 12.4 % and one at 36.5 %: 105.3151 + 10.00
    assert DUNNING_INTEREST(10000, "2026-11-30", "2027-01-01", rates=own) == 115.32
    assert DUNNING_RATE("2027-01-01", "FR-B2B", own) == 0.365


@pytest.mark.parametrize("rates", ["fr_b2b_rate", "xx@2027-01-01=0.1", "confirm:nothing", 3.0])
def test_rates_that_are_not_ours_are_refused(rates: object) -> None:
    answer = DUNNING_INTEREST(10000, "2026-11-30", "2026-12-31", rates=rates)
    assert str(answer).startswith("#RELANCE : Taux ou règle inutilisable")


@pytest.mark.parametrize("rate", [0.15, "15 %", "0,15"])
def test_a_contract_rate_replaces_the_rate_of_law(rate: object) -> None:
    # 15,000 x 15 % x 30 / 365 = 184.9315; no end of record for a contract
    assert DUNNING_INTEREST(15000, "2026-12-15", "2027-01-14", rate=rate) == 184.93


def test_days_to_claim_are_both_counted() -> None:
    # 4,000 x 12.15 % x 30 / 365 = 39.9452: 1 to 30 June
    assert DUNNING_INTEREST(4000, "2026-03-31", "2026-06-30", claim_from="2026-06-01") == 39.95
    # 4,000 x 12.15 % x 30 / 365: 1 to 30 April, stopped by a judgment
    assert DUNNING_INTEREST(4000, "2026-03-31", "2026-06-30", claim_until="2026-04-30") == 39.95
    assert DUNNING_INTEREST(3650, "2026-03-31", "2026-06-30", "FR-B2B", 0.1, "2026-05-05",
                            "2026-05-05") == 1.0  # fmt: skip


def test_no_day_bears_interest_before_the_due_date_nor_after_the_day_asked() -> None:
    plain = DUNNING_INTEREST(4000, "2026-03-31", "2026-06-30")
    assert DUNNING_INTEREST(4000, "2026-03-31", "2026-06-30", claim_from="2026-01-01") == plain
    assert DUNNING_INTEREST(4000, "2026-03-31", "2026-06-30", claim_until="2026-12-31") == plain
    assert DUNNING_INTEREST(4000, "2026-03-31", "2026-06-30", claim_from="2026-07-01") == 0.0


def test_a_french_consumer_owes_legal_interest_from_the_notice_and_no_fee() -> None:
    start = DUNNING_CLAIM_FROM("2026-05-04", "recommandé (LRAR)", "FR-B2C")
    assert start == date(2026, 5, 5)
    row = (1200, "2026-03-31", "2026-06-30", "FR-B2C")
    # 1,200 x 2.62 % x 57 / 365 = 4.9098
    assert DUNNING_INTEREST(*row, claim_from=start) == 4.91
    assert DUNNING_FEE(*row, claim_from=start) == 0.0
    assert DUNNING_TOTAL(*row, claim_from=start) == 1204.91
    assert (DUNNING_INTEREST(*row), DUNNING_TOTAL(*row)) == (0.0, 1200.0)  # before the notice


@pytest.mark.parametrize(
    ("sent_on", "channel", "first"),
    [
        ("2026-11-09", "lettre", "2026-11-27"),  # day 1 = 13 November: 11 is a holiday
        ("2026-10-30", "letter", "2026-11-18"),  # day 1 = 4 November
        ("2026-11-02", "e-mail", "2026-11-17"),  # day 1 = 3 November
    ],
)
def test_a_belgian_consumer_has_fourteen_days(sent_on: str, channel: str, first: str) -> None:
    assert DUNNING_CLAIM_FROM(sent_on, channel, "BE-B2C") == date.fromisoformat(first)


def test_a_belgian_consumer_owes_the_indemnity_after_the_wait_only() -> None:
    def fee(amount: float, as_of: str, claim_from: str = "2026-11-17") -> object:
        return DUNNING_FEE(amount, "2026-10-01", as_of, "BE-B2C", "", claim_from)

    assert fee(820, "2026-11-17") == 81.0  # 65 + 5 % x (820 - 500)
    assert fee(820, "2026-11-16") == 0.0
    assert fee(820, "2026-11-17", "") == 0.0  # no reminder sent
    assert fee(215, "2026-11-17") == 36.5  # 30 + 10 % x (215 - 150)
    assert fee(150, "2026-11-17") == 20.0
    assert fee(100_000, "2026-11-17") == 2000.0


def test_between_firms_no_message_is_needed() -> None:
    assert DUNNING_CLAIM_FROM([["2026-11-02"], [None]], "email", "FR-B2B") == [[""], [""]]


@pytest.mark.parametrize("channel", ["pigeon", "#N/A", 3.0])
def test_an_unknown_channel_is_refused(channel: object) -> None:
    answer = str(DUNNING_CLAIM_FROM("2026-11-02", channel, "BE-B2C"))
    assert answer.startswith("#")


@pytest.mark.parametrize(
    ("amount", "as_of", "fee"),
    [
        (0.01, "2026-11-02", 40.0),
        (1_000_000, "2026-11-02", 40.0),
        (100, "2026-11-01", 0.0),  # not late on the due date
        (0, "2026-11-02", 0.0),
        (-100, "2026-11-02", 0.0),
        (0.004, "2026-11-02", 0.0),  # not a cent
    ],
)
def test_the_fee_is_due_once_an_invoice_is_late(amount: float, as_of: str, fee: float) -> None:
    assert DUNNING_FEE(amount, "2026-11-01", as_of) == fee
    assert DUNNING_FEE(amount, "2026-11-01", as_of, "BE-B2B") == fee


def test_a_credit_note_bears_nothing_even_without_a_due_date() -> None:
    assert DUNNING_INTEREST(-20, "", "2026-11-23") == 0.0
    assert DUNNING_FEE(-20, "", "2026-11-23") == 0.0
    assert DUNNING_TOTAL(-20.5, "", "2026-11-23") == -20.5


def test_a_total_is_the_sum_of_its_parts() -> None:
    # 10,000 + 2,518.62 + 40
    assert DUNNING_TOTAL(10000, "2023-11-30", "2025-09-30") == 12558.62


@pytest.mark.parametrize("regime", [None, "", "  "])
def test_a_regime_passed_blank_is_an_error(regime: object) -> None:
    answer = DUNNING_INTEREST(1000, "2026-09-30", "2026-11-23", regime)
    assert str(answer).startswith("#RELANCE : Régime inconnu ou vide")


def test_the_detail_names_each_rate_and_its_source() -> None:
    rows = DUNNING_EXPLAIN(10000, "2024-11-30", "2025-01-02")
    head, first, second = listed(rows)
    assert head == ["Du", "Au", "Jours", "Taux", "Intérêts", "Source"]
    # 10,000 x 14.25 % x 31 / 365 = 121.0274; 10,000 x 13.15 % x 2 / 365 = 7.2055
    assert first[:5] == [date(2024, 12, 1), date(2024, 12, 31), 31, 0.1425, 121.03]
    assert second[:5] == [date(2025, 1, 1), date(2025, 1, 2), 2, 0.1315, 7.21]
    assert "L441-10" in first[5]


@pytest.mark.parametrize(("amount", "as_of"), [(100, "2024-11-30"), (-100, "2025-01-02")])
def test_the_detail_of_nothing_is_its_headings(amount: float, as_of: str) -> None:
    assert len(listed(DUNNING_EXPLAIN(amount, "2024-11-30", as_of))) == 1


@pytest.mark.parametrize(
    ("day", "regime", "rate"),
    [
        ("2026-06-30", "FR-B2B", 0.1215),
        ("2026-07-01", "FR-B2B", 0.124),
        ("2026-11-23", "BE-B2B", 0.105),
        ("2026-03-01", "FR-B2C", 0.0262),
    ],
)
def test_a_rate_is_a_fraction(day: str, regime: str, rate: float) -> None:
    assert DUNNING_RATE(day, regime) == rate


def test_a_rate_nobody_has_recorded_is_refused() -> None:
    assert "fr_legal_other" in str(DUNNING_RATE("2026-07-01", "FR-B2C"))
    assert str(DUNNING_RATE("2026-07-01", "BE-PUB")).startswith("#RELANCE : Taux inconnu")


def test_the_floor_is_three_times_the_legal_rate() -> None:
    # 3 x 0.90, 3 x 0.84, 3 x 4.92, 3 x 2.62 %
    days = [["2017-12-31"], ["2020-07-01"], ["2024-07-01"], ["2026-01-01"]]
    assert DUNNING_FLOOR(days) == [[0.027], [0.0252], [0.1476], [0.0786]]
    assert "feuille Taux" in str(DUNNING_FLOOR("2026-07-01"))
    assert DUNNING_FLOOR("2026-07-01", "fr_legal_other@2026-07-01=0.0275") == 0.0825


def test_a_plan_adds_up_to_the_amount() -> None:
    assert DUNNING_PLAN(100, 3, "2026-01-31") == [
        ["N°", "Date", "Montant", "Solde"],
        [1, date(2026, 1, 31), 33.33, 66.67],
        [2, date(2026, 2, 28), 33.33, 33.34],
        [3, date(2026, 3, 31), 33.34, 0.0],
    ]


def test_a_plan_may_follow_a_wanted_payment() -> None:
    rows = DUNNING_PLAN(100, "", "2026-01-31", 0, 40)
    assert [row[2] for row in listed(rows)][1:] == [40.0, 40.0, 20.0]


@pytest.mark.parametrize(
    ("amount", "count", "rate", "payment"),
    [(0, 3, 0, ""), (-5, 3, 0, ""), (100, 0, 0, ""), (100, 3, 2, ""), (100, "", 0, -1)],
)
def test_a_plan_that_makes_no_sense_is_refused(
    amount: float, count: object, rate: float, payment: object
) -> None:
    answer = DUNNING_PLAN(amount, count, "2026-01-31", rate, payment)
    assert str(answer).startswith("#RELANCE : ")


def test_a_blank_plan_is_blank() -> None:
    assert DUNNING_PLAN("", 3, "") == ""


DAYS = st.dates(date(2016, 1, 1), date(2026, 12, 30))  # public buyers: no rate before
AMOUNTS = st.integers(1, 10**9).map(lambda cents: cents / 100)


@given(AMOUNTS, DAYS, st.integers(0, 2000))
def test_interest_never_falls_as_days_go_by(amount: float, due: date, delay: int) -> None:
    as_of = min(due + timedelta(days=delay), date(2026, 12, 30))
    earlier = DUNNING_INTEREST(amount, due, as_of)
    later = DUNNING_INTEREST(amount, due, as_of + timedelta(days=1))
    assert earlier <= later  # type: ignore[operator]


@given(st.lists(st.tuples(AMOUNTS, DAYS, st.sampled_from(REGIMES)), min_size=2, max_size=8))
def test_a_row_does_not_depend_on_its_neighbours(rows: list[tuple[float, date, str]]) -> None:
    columns = [[[row[place]] for row in rows] for place in range(3)]
    amounts, dues, regimes = columns
    together = DUNNING_TOTAL(amounts, dues, "2026-06-30", regimes)
    alone = [[DUNNING_TOTAL(amount, due, "2026-06-30", regime)] for amount, due, regime in rows]
    assert together == alone


@given(AMOUNTS, DAYS, st.integers(-10, 900), st.sampled_from(["FR-B2B", "FR-PUB", "BE-B2B"]))
def test_a_cell_and_a_letter_claim_the_same(
    amount: float, due: date, delay: int, regime: str
) -> None:
    as_of = min(due + timedelta(days=delay), date(2026, 12, 31))
    item = Receivable("A1", "C1", due=due, amount=Decimal(str(amount)), regime=regime)
    found = claim(item, Debtor("C1", kind="business"), Creditor(), (), as_of)
    assert DUNNING_INTEREST(amount, due, as_of, regime) == float(found.interest)
    assert DUNNING_FEE(amount, due, as_of, regime) == float(found.fee)
    assert DUNNING_TOTAL(amount, due, as_of, regime) == float(found.total)


def test_a_belgian_consumer_owes_in_a_cell_what_the_letter_says() -> None:
    item = Receivable("A1", "C1", due=date(2026, 10, 1), amount=Decimal(820))
    debtor = Debtor("C1", kind="consumer", country="BE")
    creditor = Creditor(country="BE", consumer_clause=True, is_sme=False)
    sent = Event(1, date(2026, 11, 2), "C1", ("A1",), "mail-1", "email", "out", "sent")
    start = DUNNING_CLAIM_FROM("2026-11-02", "email", "BE-B2C")
    for day in (date(2026, 11, 16), date(2026, 11, 17), date(2026, 12, 31)):
        found = claim(item, debtor, creditor, (sent,), day)
        row = (820, "2026-10-01", day, "BE-B2C", "", start)
        figures = DUNNING_INTEREST(*row), DUNNING_FEE(*row)
        assert figures == (float(found.interest), float(found.fee))
