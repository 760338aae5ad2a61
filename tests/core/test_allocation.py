"""What money pays of promises and plans: each euro once, what has its day first before the rest."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.allocation import Agreed, Money, allocate, settle

AGREED = date(2026, 11, 23)
CAME = date(2026, 11, 25)
NOVEMBER, DECEMBER, JANUARY = date(2026, 11, 30), date(2026, 12, 15), date(2027, 1, 15)


def money(amount: int, invoice: str = "", day: date = CAME, line: int = 9) -> Money:
    return Money(day, Decimal(amount), "EUR", invoice, line)


def promise(amount: int, *items: str, by: date = date(2026, 12, 10), line: int = 2) -> Agreed:
    return Agreed(by, Decimal(amount), AGREED, items, is_promise=True, line=line)


def plan(amount: int, *items: str, first: date = DECEMBER, line: int = 1) -> list[Agreed]:
    """Two instalments, a month apart."""
    both = (first, first + timedelta(days=31))
    return [Agreed(day, Decimal(amount), AGREED, items, line=line) for day in both]


def paid(came: list[Money], *agreed: Agreed) -> list[int]:
    return [int(one) for one in allocate(came, agreed)]


def test_unmatched_money_pays_what_has_its_day_first() -> None:
    kept, instalments = promise(400, "F-1"), plan(400, "F-2")
    assert paid([money(400)], kept, *instalments) == [400, 0, 0]
    assert paid([money(500)], kept, *instalments) == [400, 100, 0]
    later = replace(kept, day=date(2026, 12, 20))
    assert paid([money(500)], later, *instalments) == [100, 400, 0]


def test_of_one_day_the_promise_comes_first() -> None:
    assert paid([money(500)], *plan(400, "F-2"), promise(400, "F-1", by=DECEMBER)) == [100, 0, 400]


def test_a_promise_that_is_over_has_what_the_instalments_leave() -> None:
    over = promise(400, "F-1", by=date(2026, 11, 24))
    assert paid([money(500)], over, *plan(400, "F-2")) == [0, 400, 100]
    assert paid([money(900)], over, *plan(400, "F-2")) == [100, 400, 400]
    # money of the day itself is in time
    assert paid([money(500, day=date(2026, 11, 24))], over, *plan(400, "F-2")) == [400, 100, 0]


def test_money_on_an_invoice_pays_what_is_about_it_and_comes_first() -> None:
    agreed = (promise(400, "F-1"), *plan(400, "F-2"))
    # 300 are the plan's; of 450 the promise takes 400, and the instalment has room for the 50
    came = [money(450), money(300, "F-2", day=date(2026, 11, 30))]
    assert paid(came, *agreed) == [400, 350, 0]
    assert paid([money(450, "F-3")], *agreed) == [0, 0, 0]
    assert paid([replace(money(450), currency="USD")], *agreed) == [0, 0, 0]


def test_a_promise_within_a_plan_is_no_debt_beside_it() -> None:
    within, beside = promise(400, "F-2"), promise(100, "F-1")
    assert paid([money(500)], within, beside, *plan(400, "F-2")) == [400, 100, 400, 0]
    # what the other promise takes is not its own: 450 - 100
    assert paid([money(450)], within, beside, *plan(400, "F-2")) == [350, 100, 350, 0]


def test_a_promise_of_more_than_a_plan_holds_is_beside_it() -> None:
    assert paid([money(400)], promise(400, "F-1", "F-2"), *plan(400, "F-2")) == [400, 0, 0]
    assert paid([money(400)], promise(400), *plan(400, "F-2")) == [400, 0, 0]
    # a plan that names no invoice is about all in its currency
    assert paid([money(400)], promise(400), *plan(400)) == [400, 400, 0]
    dollars = replace(promise(400), currency="USD")
    assert paid([money(400)], dollars, *plan(400)) == [0, 400, 0]


def test_money_of_before_the_agreement_pays_none_of_it() -> None:
    early = date(2026, 11, 20)
    # a promise knows nothing of the day before it; a plan asks for what was noted after it
    assert paid([money(400, day=early)], promise(400, "F-1")) == [0]
    assert paid([money(400, day=early)], *plan(400, "F-1")) == [400, 0]
    # noted on the same day, before either
    before = money(400, day=AGREED, line=1)
    assert paid([before], promise(400, "F-1")) == [0]
    assert paid([before], *plan(400, "F-1", line=2)) == [0, 0]


def test_what_was_typed_into_the_sheet_has_a_day_and_no_line() -> None:
    early = money(400, day=date(2026, 11, 20))
    typed = plan(400, "F-1", line=0)
    assert paid([early], *typed) == [0, 0]
    assert paid([money(400)], *typed) == [400, 0]
    # a row that no line tells keeps a promise, and fills no instalment
    row = money(400, line=0)
    assert paid([row], promise(400, "F-1")) == [400]
    assert paid([row], *typed) == paid([row], *plan(400, "F-1")) == [0, 0]


# --- what an event changes


def changed(
    cell: int, before: list[Money], after: list[Money], beside: list[Money] | None = None
) -> tuple[int, int]:
    """What a promise of 400 on F-1 has, and what a plan of 400 + 400 on F-2 gets of it."""
    agreed = [promise(400, "F-1")], [plan(400, "F-2")], [Decimal(cell)]
    (kept,), (filled,) = settle(*agreed, before, after, beside or ())
    return int(kept), int(filled)


def test_an_event_changes_what_it_changes_and_no_more() -> None:
    first, second = money(400), money(400, "F-2")
    # the first keeps the promise; the second is the plan's
    assert changed(0, [], [first]) == (400, 0)
    assert changed(0, [first], [first, second]) == (400, 400)
    assert changed(400, [first, second], [second]) == (0, 0)
    assert changed(400, [first, second], [first]) == (400, -400)


def test_what_a_person_typed_is_room_that_is_taken() -> None:
    # 600 of 800 are typed: of 400 on F-2 the plan has 200
    assert changed(600, [], [money(400, "F-2")])[1] == 200
    # 400 came and the sheet says 100: 300 of the next 400 fill the first instalment again
    first = money(400, "F-2")
    assert changed(100, [first], [first, money(400, "F-2")])[1] == 400
    # a sheet that says more than the plan has no room
    assert changed(900, [], [money(400, "F-2")])[1] == 0


def test_a_plan_gets_no_more_than_it_asks_though_the_sheet_lacks_more() -> None:
    # 811 came and the sheet tells none of it: of 4 more, two plans of 2 and of 406 get 2 and 1
    plans = [plan(1, first=JANUARY), plan(203, first=NOVEMBER)]
    before = [money(811, line=2)]
    found = settle([], plans, [Decimal(0)] * 2, before, [*before, money(4, line=2)])
    assert [int(one) for one in found.plans] == [2, 1]
    back = settle([], plans, [Decimal(0)] * 2, [*before, money(4, line=2)], before)
    assert [int(one) for one in back.plans] == [-2, -1]


def test_money_that_nothing_tells_later_keeps_no_promise() -> None:
    assert changed(0, [], [], [money(400, "F-2")]) == (0, 400)
    assert changed(0, [], [], [money(400, "F-1")]) == (0, 0)


numbers = st.sampled_from(["", "F-1", "F-2", "F-3"])
some_money = st.lists(
    st.builds(
        money, st.integers(1, 900), numbers, st.sampled_from([AGREED, CAME, NOVEMBER, JANUARY]),
        st.integers(0, 4),
    ), max_size=5,
)  # fmt: skip
days = st.sampled_from([NOVEMBER, DECEMBER, JANUARY])
promises_ = st.lists(
    st.builds(
        lambda amount, items, by: promise(amount, *items, by=by),
        st.integers(1, 900), st.sets(st.sampled_from(["F-1", "F-2", "F-3"])).map(sorted), days,
    ), max_size=3,
)  # fmt: skip
plans_ = st.lists(
    st.builds(
        lambda amount, items, first: plan(amount, *items, first=first),
        st.integers(1, 900), st.sets(st.sampled_from(["F-1", "F-2"])).map(sorted), days,
    ), max_size=2,
)  # fmt: skip


@given(some_money, promises_, plans_)
def test_each_euro_counts_once(
    came: list[Money], promises: list[Agreed], plans: list[list[Agreed]]
) -> None:
    agreed = [line for lines in plans for line in lines] + promises
    shares = allocate(came, agreed)
    total = sum(one.amount for one in came)
    assert all(0 <= share <= one.amount for share, one in zip(shares, agreed, strict=True))
    of = [(one, share) for one, share in zip(agreed, shares, strict=True)]
    assert sum(share for one, share in of if one.is_promise) <= total
    lines = [one for one in agreed if not one.is_promise]
    within = [one for one, _ in of if one.is_promise and any(line.holds(one) for line in lines)]
    assert sum(share for one, share in of if one not in within) <= total


@given(some_money, some_money, promises_, plans_, st.data())
def test_an_event_and_its_reversal_change_nothing(
    came: list[Money], more: list[Money], promises: list[Agreed], plans: list[list[Agreed]],
    data: st.DataObject,
) -> None:  # fmt: skip
    known = allocate(came, [line for lines in plans for line in lines] + promises)
    sums = [sum(known[2 * at : 2 * at + 2], Decimal(0)) for at in range(len(plans))]
    there = settle(promises, plans, sums, came, [*came, *more])
    filled = [cell + change for cell, change in zip(sums, there.plans, strict=True)]
    back = settle(promises, plans, filled, [*came, *more], came)
    assert [-change for change in back.plans] == list(there.plans)
    typed = [Decimal(data.draw(st.integers(0, 1800))) for _ in plans]
    settled = settle(promises, plans, typed, came, [*came, *more])
    rooms = [sum(line.amount for line in lines) for lines in plans]
    assert all(change <= room for change, room in zip(settled.plans, rooms, strict=True))


@pytest.mark.parametrize("amount", [0, 250, 650, 800])
def test_what_is_paid_of_a_plan_alone_is_what_came_for_it(amount: int) -> None:
    came = [money(amount)] if amount else []
    assert sum(paid(came, *plan(400, "F-2"))) == amount
