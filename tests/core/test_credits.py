"""Credits matched to no invoice lower the base of interest from their date, oldest due first.

36,500.00 at 12.40 % owe 12.40 a day in the second semester of 2026.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from relance.core.credits import spread
from relance.core.decide import decide
from relance.core.history import NO_HISTORY
from relance.core.records import Case, Claim, Creditor, Debtor, Dispute, Receivable
from relance.core.setting import Setting
from relance.core.standing import claim_of

AS_OF = date(2026, 11, 23)
FIRM = Debtor("C1", kind="business")
SETTING = Setting(Creditor(country="FR", bank_data_until=AS_OF))
A = Receivable("A", "C1", due=date(2026, 10, 1), amount=Decimal(36500))
B = Receivable("B", "C1", due=date(2026, 11, 3), amount=Decimal(36500))


def credit(amount: str, day: str, **fields: object) -> Receivable:
    issued = date.fromisoformat(day) if day else None
    bare = Receivable("N", "C1", "credit_note", issued=issued, amount=-Decimal(amount))
    return replace(bare, **fields)  # type: ignore[arg-type]


def owed(item: Receivable, *others: Receivable, setting: Setting = SETTING) -> Claim:
    return claim_of(item, Case(FIRM, (item, *others)), setting, NO_HISTORY, AS_OF)


def asked(found: Claim) -> tuple[str, str, str]:
    return str(found.principal), str(found.interest), str(found.fee)


def test_a_credit_lowers_the_base_from_the_day_after_its_date() -> None:
    # 2..31 October: 30 x 12.40 = 372.00; 1..23 November on 18,250: 23 x 6.20 = 142.60
    found = owed(A, credit("18250", "2026-10-31"))
    assert asked(found) == ("36500", "514.60", "40.00")
    assert owed(A).interest == Decimal("657.20")  # 53 x 12.40


def test_a_payment_that_is_not_matched_yet_does_the_same() -> None:
    found = owed(A, credit("18250", "2026-10-31", kind="payment"))
    assert found.interest == Decimal("514.60")


def test_the_oldest_late_invoice_is_served_first_and_the_rest_goes_to_the_next() -> None:
    # A: 30 days, then nothing left to bear interest; B (4..23 November): 20 x 6.20 = 124.00
    whole = credit("54750", "2026-10-31")
    assert owed(A, B, whole).interest == Decimal("372.00")
    assert owed(B, A, whole).interest == Decimal("124.00")
    assert owed(A, B, whole).fee == owed(B, A, whole).fee == 40
    shares = spread(Case(FIRM, (whole, B, A)), AS_OF)
    assert [[str(part.amount) for part in shares[item]] for item in (A, B)] == [
        ["36500"],
        ["18250"],
    ]


def test_the_oldest_credit_counts_first() -> None:
    # 11..31 October: A less 18,250 twice: 2..10 Oct 9 x 12.40, 11..31 Oct 21 x 6.20, then none
    early = credit("18250", "2026-10-10")
    late = credit("18250", "2026-10-31", number="M")
    assert owed(A, late, early).interest == Decimal("241.80")  # 111.60 + 130.20
    shares = spread(Case(FIRM, (A, late, early)), AS_OF)[A]
    assert [part.value_date.day for part in shares] == [10, 31]


@pytest.mark.parametrize(
    ("day", "interest", "fee"),
    [
        ("2026-10-01", "0.00", "0.00"),  # covered by the due date: nothing was late
        ("", "0.00", "0.00"),  # a day that nobody knows counts for the debtor
        ("2026-10-02", "12.40", "40.00"),
    ],
)
def test_an_invoice_covered_by_its_due_date_owes_nothing(day: str, interest: str, fee: str) -> None:
    found = owed(A, credit("36500", day))
    assert asked(found) == ("36500", interest, fee)
    short = owed(A, credit("36499.99", "2026-10-01"))
    assert short.fee == 40


def test_a_credit_without_a_date_of_its_own_takes_its_due_date() -> None:
    assert owed(A, credit("18250", "", due=date(2026, 10, 31))).interest == Decimal("514.60")


def test_a_credit_of_a_later_day_lowers_nothing_yet() -> None:
    assert owed(A, credit("18250", "2026-11-24")).interest == Decimal("657.20")
    assert owed(A, credit("18250", "2026-11-22")).interest == Decimal("651.00")  # 657.20 - 6.20


@pytest.mark.parametrize(
    "other",
    [
        credit("18250", "2026-10-31", currency="USD"),
        credit("18250", "2026-10-31", kind="invoice"),  # an invoice paid twice: a credit unnamed
        credit("-18250", "2026-10-31"),  # not a credit at all
    ],
)
def test_what_is_no_credit_in_the_same_currency_lowers_nothing(other: Receivable) -> None:
    assert owed(A, other).interest == Decimal("657.20")


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "disputed"},
        {"kind": "down_payment"},
        {"due": None},
        {"due": AS_OF},
        {"paid": Decimal(36500)},
    ],
)
def test_only_a_late_open_invoice_takes_a_share(fields: dict[str, object]) -> None:
    older = replace(A, number="O", due=date(2026, 9, 1))
    kept = replace(older, **fields)  # type: ignore[arg-type]
    assert owed(A, kept, credit("18250", "2026-10-31")).interest == Decimal("514.60")
    assert owed(A, older, credit("18250", "2026-10-31")).interest == Decimal("657.20")


def test_a_disputed_invoice_leaves_its_share_to_the_others() -> None:
    older = replace(A, number="O", due=date(2026, 9, 1))
    items = (A, older, credit("18250", "2026-10-31"))
    open_ = Dispute("C1", "O", "qualité", date(2026, 11, 1))
    case = Case(FIRM, items, disputes=(open_,))
    assert claim_of(A, case, SETTING, NO_HISTORY, AS_OF).interest == Decimal("514.60")


def test_an_unmatched_credit_settles_no_interest_even_when_interest_comes_first() -> None:
    first = Setting(replace(SETTING.creditor, allocation="interest"))
    found = owed(A, credit("18250", "2026-10-31"), setting=first)
    assert asked(found) == ("36500", "514.60", "40.00")


def test_the_stretches_of_a_letter_show_the_base_that_the_agenda_counted() -> None:
    case = Case(FIRM, (A, credit("18250", "2026-10-31")))
    found = claim_of(A, case, SETTING, NO_HISTORY, AS_OF, with_segments=True)
    assert [(part.days, str(part.principal), str(part.interest)) for part in found.segments] == [
        (30, "36500.00", "372.00"),
        (23, "18250.00", "142.60"),
    ]


def test_the_decision_nets_the_credit_once_and_counts_the_lower_interest() -> None:
    decision = decide(Case(FIRM, (A, credit("18250", "2026-10-31"))), SETTING, AS_OF)
    (sums,) = decision.totals
    assert sums.open == sums.claim == 18250
    assert (str(sums.interest), str(sums.fee)) == ("514.60", "40.00")
    assert [line.item.number for line in decision.demanded] == ["A"]
