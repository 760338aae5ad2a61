"""What must not be missed: the day before each alarm, its first day, and what ends it."""

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from relance import data
from relance.core.alarms import days_of, ending, of_case, series_in_use
from relance.core.findings import Reason
from relance.core.law import rates_from_text
from relance.core.records import Case, Creditor, Debtor, Procedure, Receivable
from relance.core.setting import Setting

FRENCH = Setting(Creditor(country="FR"))
FIRM = Debtor("C1", "Castel", "business")
OLD = Receivable("F1", "C1", issued=date(2026, 9, 1), due=date(2026, 10, 1), amount=Decimal(500))
OPENED, PUBLISHED = date(2026, 10, 15), date(2026, 10, 22)
REDRESSEMENT = Procedure("redressement", OPENED, PUBLISHED)


def codes(found: Iterable[Reason]) -> list[str]:
    return [reason.code for reason in found]


def alarms(debtor: Debtor, day: str, *items: Receivable, setting: Setting = FRENCH) -> list[Reason]:
    case = Case(debtor, items or (OLD,))
    return list(of_case(case, setting, date.fromisoformat(day)))


# --- the record of a rate ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2026-11-15", None),
        ("2026-11-16", "rate_ends"),  # 31 December less 45 days
        ("2026-12-31", "rate_ends"),
        ("2027-01-01", "rate_ended"),
    ],
)
def test_the_end_of_a_record_is_told_45_days_before(day: str, code: str | None) -> None:
    found = list(ending(["fr_b2b_rate"], None, date.fromisoformat(day)))
    assert codes(found) == ([code] if code else [])
    assert all(
        (one.facts["names"], one.facts["until"]) == (["fr_b2b_rate"], date(2026, 12, 31))
        for one in found
    )


def test_records_that_end_together_are_one_alarm() -> None:
    names = ["fr_b2b_rate", "fr_legal_other", "fr_pub_rate"]
    ended, ends = ending(names, None, date(2026, 12, 1))
    assert (ended.code, ended.facts["names"]) == ("rate_ended", ["fr_legal_other"])
    assert ended.facts["titles"] == "Taux de l'intérêt légal, autres cas"
    assert ended.facts["reason"] == "unsaid"
    assert (ends.code, ends.facts["names"]) == ("rate_ends", ["fr_b2b_rate", "fr_pub_rate"])


def test_what_no_letter_counts_is_told_apart_from_what_is_stopped_there() -> None:
    own = rates_from_text("fr_legal_other@2026-07-01=0.0275")  # known until 31 December then
    names = ["fr_b2b_rate", "fr_legal_other"]
    counted, unsaid = ending(names, own, date(2027, 1, 1))
    assert (counted.facts["names"], unsaid.facts["names"]) == (["fr_b2b_rate"], ["fr_legal_other"])
    assert ("reason" in counted.facts, "reason" in unsaid.facts) == (False, True)


def test_of_many_rates_the_first_are_named() -> None:
    names = ["fr_b2b_rate", "fr_pub_rate", "be_b2b_rate", "lu_b2b_rate"]
    (ends,) = ending(names, None, date(2026, 12, 1))
    titles = str(ends.facts["titles"]).split(" ; ")
    assert titles[0] == "Pénalités de retard entre professionnels (BCE + 10 points)"
    assert (len(titles), titles[-1], ends.facts["names"]) == (4, "etc", names)


def test_a_rate_that_the_user_gave_ends_the_alarm() -> None:
    own = rates_from_text("fr_legal_other@2026-07-01=0.0275")
    assert codes(ending(["fr_legal_other"], own, date(2026, 11, 1))) == []


def test_only_the_rates_of_open_items_count() -> None:
    person = Debtor("P1", kind="consumer", country="BE")
    unknown = Debtor("X1")
    cases = [
        Case(FIRM, (OLD,)),
        Case(unknown, (replace(OLD, debtor="X1"),)),
        Case(person, (replace(OLD, amount=Decimal(-5)),)),
    ]
    assert series_in_use(cases, FRENCH) == ("fr_b2b_rate",)
    owing = [*cases, Case(person, (OLD,))]
    assert series_in_use(owing, FRENCH) == ("be_legal_interest", "fr_b2b_rate")


def test_any_regime_s_rate_counts_and_one_without_a_value_has_no_end() -> None:
    def used(regime: str) -> tuple[str, ...]:
        return series_in_use([Case(FIRM, (replace(OLD, regime=regime),))], FRENCH)

    assert used("DE-B2B") == ("de_b2b_rate",)
    assert used("BE-PUB") == ()  # no rate of Belgian public buyers is on record


def test_a_contract_s_rate_needs_no_record() -> None:
    agreed = Setting(Creditor(country="FR", contract_rate=Decimal("0.15")))
    assert series_in_use([Case(FIRM, (OLD,))], agreed) == ()


# --- a credit limit, an insurer, a surety --------------------------------------------------------


def test_a_credit_limit_is_over_by_a_cent() -> None:
    limited = replace(FIRM, credit_limit=Decimal("500.00"))
    assert alarms(limited, "2026-10-02") == []
    (found,) = alarms(limited, "2026-10-02", replace(OLD, amount=Decimal("500.01")))
    assert found == Reason(
        "over_limit",
        {
            "debtor": "C1", "name": "Castel", "open": Decimal("500.01"), "currency": "EUR",
            "limit": Decimal("500.00"),
        },
    )  # fmt: skip


def test_credits_count_and_currencies_do_not_add_up() -> None:
    limited = replace(FIRM, credit_limit=Decimal(500))
    more, less = replace(OLD, amount=Decimal(700)), replace(OLD, amount=Decimal(-200))
    assert alarms(limited, "2026-10-02", more, less) == []
    dollars = replace(OLD, amount=Decimal(400), currency="USD")
    assert alarms(limited, "2026-10-02", OLD, dollars) == []
    (found,) = alarms(limited, "2026-10-02", OLD, replace(dollars, amount=Decimal(501)))
    assert found.facts["currency"] == "USD"


def test_a_limit_of_zero_is_a_limit_and_a_blank_one_is_none() -> None:
    assert codes(alarms(replace(FIRM, credit_limit=Decimal(0)), "2026-10-02")) == ["over_limit"]
    assert alarms(FIRM, "2026-10-02") == []


@pytest.mark.parametrize(
    ("field", "code"), [("insurance", "insurer_deadline"), ("surety", "surety_deadline")]
)
def test_an_insurer_and_a_surety_hear_of_thirty_days(field: str, code: str) -> None:
    held = replace(FIRM, **{field: "Garant SA"})  # type: ignore[arg-type]
    # Due 1 October: 30 October is day 29, 31 October day 30.
    assert alarms(held, "2026-10-30") == []
    (found,) = alarms(held, "2026-10-31")
    assert found == Reason(
        code,
        {
            "debtor": "C1", "name": "Castel", "number": "F1", "due": date(2026, 10, 1),
            "days": 30, "who": "Garant SA",
        },
    )  # fmt: skip


@pytest.mark.parametrize(
    "paid_or_held",
    [
        replace(OLD, paid=Decimal(500)), replace(OLD, due=None), replace(OLD, kind="retention"),
        replace(OLD, status="closed"),
    ],
)  # fmt: skip
def test_what_is_not_late_is_not_told(paid_or_held: Receivable) -> None:
    held = replace(FIRM, insurance="Garant SA", surety="M. Roux")
    assert alarms(held, "2026-12-31", paid_or_held) == []


def test_the_oldest_invoice_counts_and_an_extension_does_not_move_its_day() -> None:
    held = replace(FIRM, insurance="Garant SA")
    newer = replace(OLD, number="F2", due=date(2026, 10, 20))
    older = replace(OLD, number="F3", due=date(2026, 9, 1), extended_to=date(2026, 12, 1))
    (found,) = alarms(held, "2026-10-31", newer, older)
    assert (found.facts["number"], found.facts["days"]) == ("F3", 60)


# --- procedures ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "code"),
    [("2026-10-22", "claim_to_declare"), ("2026-12-22", "claim_to_declare"),
     ("2026-12-23", "claim_late")],
)  # fmt: skip
def test_claims_are_declared_within_two_months_of_the_publication(day: str, code: str) -> None:
    (found,) = alarms(replace(FIRM, procedure=REDRESSEMENT), day)
    assert found == Reason(
        code,
        {
            "debtor": "C1", "name": "Castel", "until": date(2026, 12, 22),
            "law": "R622-24 du code de commerce",
        },
    )  # fmt: skip


def test_a_creditor_abroad_has_four_months() -> None:
    belgian = Setting(Creditor(country="BE"))
    (found,) = alarms(replace(FIRM, procedure=REDRESSEMENT), "2027-02-22", setting=belgian)
    assert (found.code, found.facts["until"]) == ("claim_to_declare", date(2027, 2, 22))


def test_goods_that_are_still_ours_are_claimed_within_three_months() -> None:
    ours = Setting(Creditor(country="FR", retention_of_title=True))
    held = replace(FIRM, procedure=REDRESSEMENT)
    found = alarms(held, "2027-01-22", setting=ours)
    assert codes(found) == ["claim_late", "title_to_claim"]
    assert found[1].facts["until"] == date(2027, 1, 22)
    assert codes(alarms(held, "2027-01-23", setting=ours)) == ["claim_late"]


def test_the_day_of_the_publication_is_asked_for() -> None:
    undated = replace(FIRM, procedure=Procedure("liquidation", OPENED))
    assert codes(alarms(undated, "2026-11-23")) == ["publication_missing"]


@pytest.mark.parametrize("kind", ["faillite", "prj", "rcd", "surendettement"])
def test_other_procedures_give_their_own_delay(kind: str) -> None:
    (found,) = alarms(replace(FIRM, procedure=Procedure(kind, OPENED, PUBLISHED)), "2026-11-23")
    assert (found.code, found.facts["kind"]) == ("claim_to_tell", kind)


@pytest.mark.parametrize("kind", ["conciliation", "mandat_ad_hoc"])
def test_a_confidential_procedure_is_never_named(kind: str) -> None:
    assert alarms(replace(FIRM, procedure=Procedure(kind, OPENED)), "2026-11-23") == []


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (OLD, True),
        (replace(OLD, issued=OPENED), False),  # born after the opening: payable
        (replace(OLD, performed_on=OPENED), False),
        (replace(OLD, issued=OPENED, performed_on=date(2026, 10, 14)), True),
        (replace(OLD, issued=None), True),
        (replace(OLD, status="insolvent"), False),  # declared
        (replace(OLD, paid=Decimal(500)), False),
    ],
)
def test_only_what_was_born_before_and_is_not_marked_is_declared(
    item: Receivable, told: bool
) -> None:
    found = alarms(replace(FIRM, procedure=REDRESSEMENT), "2026-11-23", item)
    assert codes(found) == (["claim_to_declare"] if told else [])


def test_without_the_day_of_the_opening_everything_is_declared() -> None:
    undated = replace(FIRM, procedure=Procedure("sauvegarde", None, PUBLISHED))
    assert codes(alarms(undated, "2026-11-23")) == ["claim_to_declare"]


# --- the figures behind them ---------------------------------------------------------------------


def test_each_figure_has_its_unit_its_day_and_its_source() -> None:
    tables = tomllib.loads(data.text("alarms.toml"))
    for code, table in tables.items():
        assert days_of(code) == timedelta(days=table["days"])
        assert table["unit"].startswith("days ")
        assert isinstance(table["since"], date)
        assert table["source"]
    uncertain = {code for code, table in tables.items() if table["status"] == "from_memory"}
    assert uncertain == {"insurer_deadline", "surety_deadline"}
