"""The days that a free first reminder leaves a Belgian consumer, whatever else they owe.

An e-mail of Wednesday 7 October 2026: day 1 of the fourteen is the 8th, the last the 21st, and the
indemnity may be asked for from the 22nd. One of Monday 12 October: the 13th, the 26th, the 27th.
"""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.test_standing import (
    CREDITOR,
    PERSON,
    codes,
    decided,
    demanded,
    event,
    item,
    scenario,
)

from relance.core.claim import claim
from relance.core.records import Receivable

A = item("A", "2026-10-01", "600")
B = item("B", "2026-10-09", "600")
TRADE = replace(B, number="T", regime="BE-B2B")
A_REMINDED = event(1, "2026-10-07", "mail-1", "A")


def october(day: int) -> date:
    return date(2026, 10, day)


def asked(*items: Receivable, day: int, events: tuple[object, ...] = ()) -> tuple[str, list[str]]:
    found = decided(*items, events=events, debtor=PERSON, as_of=october(day))  # type: ignore[arg-type]
    assert codes(found) == []
    return found.step, demanded(found)


# -- one after the other -----------------------------------------------------


def test_a_second_free_reminder_leaves_out_an_item_that_has_had_its_own() -> None:
    # else it would grant A until the 26th, and the letter of the 22nd would break its word
    assert asked(A, B, day=12, events=(A_REMINDED,)) == ("mail-1", ["B"])


def test_each_item_owes_from_the_end_of_its_own_fourteen_days() -> None:
    # 600: 65 + 5 % of the 100 over 500 = 70.00
    events = (
        A_REMINDED, event(2, "2026-10-12", "mail-1", "B"), event(3, "2026-10-14", "call-1", "A"),
        event(4, "2026-10-14", "confirmation", "A"),
    )  # fmt: skip
    fees = [
        [str(claim(one, PERSON, CREDITOR, events, october(day)).fee) for day in (21, 22, 26, 27)]
        for one in (A, B)
    ]
    assert fees == [["0.00", "70.00", "70.00", "70.00"], ["0.00", "0.00", "0.00", "70.00"]]
    # the letter is 8 days after the call of the 14th: the 22nd too
    assert asked(A, B, day=22, events=events) == ("letter-1", ["A"])


@pytest.mark.parametrize(("day", "items"), [(19, ["B"]), (21, ["B"]), (22, ["A", "B"])])
def test_an_item_is_called_about_once_its_fourteen_days_are_over(
    day: int, items: list[str]
) -> None:
    # B was reminded on the 2nd, its days end on Friday 16; A's on the 21st: a call asks for a day
    older = replace(B, due=date(2026, 9, 28))
    events = (event(1, "2026-10-02", "mail-1", "B"), event(2, "2026-10-07", "mail-1", "A"))
    assert asked(A, older, day=day, events=events) == ("call-1", items)
    found = decided(A, older, events=events, debtor=PERSON, as_of=october(day))
    assert [line.granted_to for line in found.lines] == [october(21), october(16)]


def test_a_call_that_would_come_in_the_fourteen_days_waits_for_their_end() -> None:
    found = decided(A, events=(A_REMINDED,), debtor=PERSON, as_of=october(15))
    assert (found.step, found.next_date) == ("", october(22))
    assert asked(A, day=22, events=(A_REMINDED,)) == ("call-1", ["A"])


@pytest.mark.parametrize(("day", "step", "items"), [(21, "call-1", ["B"]), (22, "letter-1", ["A"])])
def test_the_fourteenth_day_is_the_last_on_which_others_leave_it_out(
    day: int, step: str, items: list[str]
) -> None:
    # A was called on the 14th by a person; B was reminded on the 2nd, its call is on the 19th
    events = (
        event(1, "2026-10-02", "mail-1", "B"), event(2, "2026-10-07", "mail-1", "A"),
        event(3, "2026-10-14", "call-1", "A"), event(4, "2026-10-14", "confirmation", "A"),
    )  # fmt: skip
    older = replace(B, due=date(2026, 9, 28))
    assert asked(A, older, day=day, events=events) == (step, items)


@pytest.mark.parametrize(("day", "items"), [(21, ["B"]), (22, ["A", "B"])])
def test_an_item_with_no_step_left_waits_all_the_same(day: int, items: list[str]) -> None:
    # mail, then a letter 8 days later that claims nothing; A has had both, by hand
    own = scenario(
        {"code": "mail", "phase": 1, "offset": 1, "anchor": "due"},
        {"code": "letter", "phase": 2, "offset": 8, "channel": "letter", "document": "letter"},
    )
    events = (
        event(1, "2026-10-07", "mail", "A"), event(2, "2026-10-08", "letter", "A"),
        event(3, "2026-10-12", "mail", "B"),
    )  # fmt: skip
    older = replace(B, due=date(2026, 9, 28))
    found = decided(
        A, older, events=events, debtor=replace(PERSON, policy="own"), setting=own,
        as_of=october(day),
    )  # fmt: skip
    # B: the 12th + 8 = the 20th, itself in its fourteen days
    assert (found.step, codes(found), demanded(found)) == ("letter", [], items)


# -- beside what falls under another law -------------------------------------


@pytest.mark.parametrize("items", [(B, TRADE), (TRADE, B)])
def test_a_free_reminder_is_about_what_is_owed_one_and_nothing_else(
    items: tuple[Receivable, ...],
) -> None:
    assert asked(*items, day=12) == ("mail-1", ["B"])
    # T waits for a day without a higher step: B's call is on the 19th; the 19th + 5 = Sat 24
    events = (
        event(1, "2026-10-12", "mail-1", "B"), event(2, "2026-10-19", "call-1", "B"),
        event(3, "2026-10-19", "confirmation", "B"),
    )  # fmt: skip
    assert asked(*items, day=26, events=events) == ("mail-1", ["T"])


def test_later_letters_list_what_falls_under_several_laws() -> None:
    events = (
        event(1, "2026-10-12", "mail-1", "B"), event(2, "2026-10-12", "mail-1", "T"),
        event(3, "2026-10-19", "call-1", "B", "T"), event(4, "2026-10-19", "confirmation", "B"),
    )  # fmt: skip
    assert asked(B, TRADE, day=27, events=events) == ("letter-1", ["B", "T"])
