"""Payment terms as people write them, and the longest ones that the law allows."""

import contextlib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.errors import BadTermsError
from relance.core.findings import Reason
from relance.core.records import Receivable
from relance.core.terms import due_date, too_long
from relance.wording.sentences import sentence

INVOICED = date(2026, 3, 10)


def invoice(due: date | None, *, issued: date | None = INVOICED, terms: str = "") -> Receivable:
    """Return an invoice of 10 March 2026 unless another day is given."""
    return Receivable("F1", "C1", issued=issued, due=due, terms=terms)


@pytest.mark.parametrize(
    ("terms", "due"),
    [
        ("30", "2026-04-09"),
        ("30 nets", "2026-04-09"),
        ("30 jours", "2026-04-09"),
        ("30 j", "2026-04-09"),
        ("30j.", "2026-04-09"),
        ("Net 30", "2026-04-09"),
        ("30 days", "2026-04-09"),
        ("30 jours à compter de la date de facture", "2026-04-09"),
        ("60 jours nets", "2026-05-09"),
        ("60 jours date de facture", "2026-05-09"),
        ("45 fin de mois", "2026-04-30"),  # 10 Mar + 45 = 24 Apr -> 30 Apr
        ("45 jours FDM", "2026-04-30"),
        ("45 J F.D.M.", "2026-04-30"),
        ("45jfdm", "2026-04-30"),
        ("45 days end of month", "2026-04-30"),
        ("fin de mois 45", "2026-05-15"),  # 31 Mar + 45 = 15 May
        ("FDM+45", "2026-05-15"),
        ("fin de mois + 45 jours", "2026-05-15"),
        ("fin de mois", "2026-03-31"),
        ("30 fin de mois le 10", "2026-05-10"),  # 9 Apr -> 30 Apr -> the next 10th
        ("30 jours fin de mois le 10 du mois suivant", "2026-05-10"),
        ("30 jours fin de mois + 10", "2026-05-10"),
        ("30 jours fin de mois le 31", "2026-05-31"),
        ("2 mois", "2026-05-10"),
        ("comptant", "2026-03-10"),
        ("À réception", "2026-03-10"),
        ("à réception de facture", "2026-03-10"),
        ("0", "2026-03-10"),
    ],
)
def test_terms_are_read_as_people_write_them(terms: str, due: str) -> None:
    assert due_date(INVOICED, terms) == date.fromisoformat(due)


@pytest.mark.parametrize(
    "terms",
    [
        "",
        "bientôt",
        "30 %",
        "-30",
        "1000",
        "45 60",
        "le 10",
        "30 jours ouvrés",  # worked days are not calendar days: not guessed
        "30 le 10",
        "30 fin de mois le 0",
        "30 fin de mois le 32",
        "30 END",
        "30 jours fin de mois 30 fin de mois",
    ],
)
def test_terms_that_can_not_be_read_are_refused(terms: str) -> None:
    with pytest.raises(BadTermsError) as refused:
        due_date(INVOICED, terms)
    assert refused.value.facts == {"terms": terms}


def test_a_due_date_beyond_the_calendar_is_refused() -> None:
    for terms in ("30", "30 fin de mois le 10", "2 mois"):
        with pytest.raises(BadTermsError):
            due_date(date(9999, 12, 20), terms)


@pytest.mark.parametrize(
    ("invoiced", "due"), [("2025-01-15", "2025-03-31"), ("2025-02-15", "2025-04-30")]
)
def test_published_example_of_45_days_then_end_of_month(invoiced: str, due: str) -> None:
    # TP27: 15 Jan + 45 = 1 Mar -> 31 Mar; 15 Feb + 45 = 1 Apr -> 30 Apr.
    assert due_date(date.fromisoformat(invoiced), "45 fin de mois") == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("invoiced", "due"), [("2025-01-15", "2025-03-17"), ("2025-02-15", "2025-04-14")]
)
def test_published_example_of_end_of_month_then_45_days(invoiced: str, due: str) -> None:
    # TP27, the other method: 31 Jan + 45 = 17 Mar; 28 Feb + 45 = 14 Apr.
    assert due_date(date.fromisoformat(invoiced), "fin de mois 45") == date.fromisoformat(due)


def test_a_short_month_gives_its_last_day() -> None:
    # 31 Dec 2025 + 30 = 30 Jan -> 31 Jan -> 28 Feb, as there is no 30 February.
    assert due_date(date(2025, 12, 31), "30 fin de mois le 30") == date(2026, 2, 28)


def test_a_weekend_moves_the_due_date_only_when_the_terms_say_so() -> None:
    # SC35: 1 May 2026 + 30 = Sunday 31 May; Monday 1 June is the next worked day.
    assert due_date(date(2026, 5, 1), "30 jours") == date(2026, 5, 31)
    assert due_date(date(2026, 5, 1), "30 jours ou jour ouvré suivant") == date(2026, 6, 1)


def test_the_next_worked_day_is_that_of_the_country() -> None:
    # 14 June 2026 + 30 = Tuesday 14 July, a holiday in France.
    terms = "30 jours, jour ouvré suivant"
    assert due_date(date(2026, 6, 14), terms, "FR") == date(2026, 7, 15)
    assert due_date(date(2026, 6, 14), terms, "BE") == date(2026, 7, 14)


@pytest.mark.parametrize(
    ("due", "terms", "latest"),
    [
        ("2026-05-09", "", None),  # 60 days: SC33
        ("2026-05-10", "", "2026-05-09"),
        ("2026-05-15", "", None),  # end of month, then 45 days: SC33
        ("2026-05-14", "", "2026-05-09"),  # not an end-of-month reading
        ("2026-05-15", "fin de mois 45", None),
        ("2026-05-16", "fin de mois 46", "2026-05-15"),
        ("2026-05-10", "30 fin de mois le 10", None),  # 15 May is the latest
        ("2026-05-15", "66", "2026-05-09"),
        ("2026-05-15", "selon contrat", "2026-05-09"),
    ],
)
def test_french_terms_are_capped_at_60_days_or_45_end_of_month(
    due: str, terms: str, latest: str | None
) -> None:
    found = too_long(invoice(date.fromisoformat(due), terms=terms), "FR-B2B")
    assert (found and str(found.facts["latest"])) == latest


@pytest.mark.parametrize(
    ("issued", "due", "terms", "end_of_month"),
    [
        # 10 March: + 60 = 9 May; + 45 = 24 April, so 30 April; 31 March + 45 = 15 May.
        ("2026-03-10", "2026-05-20", "", "2026-05-15"),
        ("2026-03-10", "2026-05-15", "66", "2026-05-15"),
        # 15 January: + 60 = 16 March; + 45 = 1 March, so 31 March; 31 January + 45 = 17 March.
        ("2026-01-15", "2026-04-01", "", "2026-03-31"),
        # 31 March: + 60 = 30 May; + 45 = 15 May, so 31 May; 31 March + 45 = 15 May.
        ("2026-03-31", "2026-06-30", "", "2026-05-31"),
        # 30 January: + 60 = 31 March; + 45 = 16 March, so 31 March; 31 January + 45 = 17 March.
        ("2026-01-30", "2026-04-15", "", None),  # nothing later than the 60 days
        ("2026-03-10", "2026-05-16", "fin de mois 46", None),  # that day is the latest already
    ],
)
def test_what_an_end_of_month_would_allow_is_told_too(
    issued: str, due: str, terms: str, end_of_month: str | None
) -> None:
    late = invoice(date.fromisoformat(due), terms=terms, issued=date.fromisoformat(issued))
    found = too_long(late, "FR-B2B")
    assert found
    told = found.facts.get("end_of_month")
    assert (told and str(told)) == end_of_month
    said = sentence(found.code, found.facts)
    assert ("45 jours fin de mois" in said) is bool(end_of_month)


def test_belgian_terms_are_capped_at_60_days_whatever_they_say() -> None:
    assert too_long(invoice(date(2026, 5, 9), terms="60"), "BE-B2B") is None
    found = too_long(invoice(date(2026, 5, 15), terms="fin de mois 45"), "BE-B2B")
    assert found == Reason(
        "terms_too_long",
        {
            "number": "F1",
            "due": date(2026, 5, 15),
            "latest": date(2026, 5, 9),
            "law": "Loi du 14 août 2021",
        },
    )


def test_an_invoice_before_the_cap_is_not_looked_at() -> None:
    # The Belgian cap holds from 1 February 2022: 31 January + 61 days = 2 April.
    early = invoice(date(2022, 4, 2), issued=date(2022, 1, 31))
    assert too_long(early, "BE-B2B") is None
    assert too_long(replace(early, issued=date(2022, 1, 1), due=date(2023, 1, 1)), "BE-B2B") is None
    # 1 February + 61 days = 3 April.
    assert too_long(invoice(date(2022, 4, 3), issued=date(2022, 2, 1)), "BE-B2B")


def test_without_a_due_date_the_terms_give_one() -> None:
    # 10 March + 61 days = 10 May, one day too late; + 60 is the latest.
    assert too_long(invoice(None, terms="61 jours"), "FR-B2B")
    assert too_long(invoice(None, terms="60 jours"), "FR-B2B") is None
    assert too_long(invoice(None, terms="à convenir"), "FR-B2B") is None
    assert too_long(invoice(None), "FR-B2B") is None


@pytest.mark.parametrize("regime", ["FR-B2C", "FR-PUB", "BE-B2C", "LU-B2B", "CH", ""])
def test_only_firms_of_france_and_belgium_have_a_cap_on_record(regime: str) -> None:
    assert too_long(invoice(date(2027, 3, 10)), regime) is None


@pytest.mark.parametrize(
    "more",
    [{"kind": "down_payment"}, {"kind": "retention"}, {"due_is_estimated": True}, {"issued": None}],
)
def test_what_was_not_agreed_on_an_invoice_is_not_looked_at(more: dict[str, Any]) -> None:
    assert too_long(replace(invoice(date(2027, 3, 10)), **more), "FR-B2B") is None


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 365))
def test_both_readings_of_end_of_month_are_never_before_the_plain_days(
    invoiced: date, days: int
) -> None:
    plain = due_date(invoiced, str(days))
    assert plain <= due_date(invoiced, f"{days} fin de mois")
    assert plain <= due_date(invoiced, f"fin de mois {days}")


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(BadTermsError):
        assert due_date(INVOICED, text) >= INVOICED
