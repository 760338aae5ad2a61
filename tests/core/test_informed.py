"""What a message reminds of by the way: late items that it lists without demanding them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.core.test_decide import CLIENT, CREDITOR, MONDAY, SETTING, case, done, item

from relance.core.decide import decide
from relance.core.informed import asked_before, reminded_by_the_way
from relance.core.policy import load
from relance.core.question import policy_of
from relance.core.records import Case, Dispute, Event, Outcome, Receivable
from relance.core.setting import Setting

# A went through every step up to letter-2 on 6 November: the notice is due on Monday 23.
HISTORY = tuple(
    done(n, f"2026-{day}", step)
    for n, (day, step) in enumerate(
        [("10-02", "mail-1"), ("10-08", "call-1"), ("10-16", "letter-1"), ("10-23", "call-2"),
         ("11-06", "letter-2")], 1,
    )
)  # fmt: skip
OLD = item("A", "2026-09-30", "3000")


def by_the_way(question: Case, setting: Setting = SETTING) -> tuple[str, tuple[str, ...]]:
    decision = decide(question, setting, MONDAY)
    return reminded_by_the_way(decision, question, policy_of(question, setting))


def test_a_new_late_item_is_reminded_of_by_the_notice_of_an_older_one() -> None:
    both = case(OLD, item("B", "2026-11-20"), events=HISTORY)
    assert decide(both, SETTING, MONDAY).step == "notice"
    assert by_the_way(both) == ("mail-1", ("B",))


def test_a_notice_to_the_debtor_reminds_a_payer_of_nothing() -> None:
    payer = replace(CLIENT, code="P1", name="Groupe")
    paid_for = replace(case(OLD, item("B", "2026-11-20"), events=HISTORY), payer=payer)
    assert decide(paid_for, SETTING, MONDAY).step == "notice"
    assert by_the_way(paid_for) == ("", ())
    # the letter before it goes to the payer, and lists B to its reader
    letter = replace(paid_for, events=HISTORY[:-1])
    assert decide(letter, SETTING, MONDAY).step == "letter-2"
    assert by_the_way(letter) == ("mail-1", ("B",))


def test_an_item_that_is_not_due_for_its_first_reminder_is_not() -> None:
    # Due on Sunday 22: the first reminder comes the day after, Monday; due on Monday: not late.
    assert by_the_way(case(OLD, item("B", "2026-11-22"), events=HISTORY)) == ("mail-1", ("B",))
    assert by_the_way(case(OLD, item("B", "2026-11-23"), events=HISTORY)) == ("", ())


def test_an_item_that_is_held_is_neither_listed_nor_reminded_of() -> None:
    held = case(
        OLD, item("B", "2026-11-20"), item("C", "2026-11-20"), events=HISTORY,
        disputes=(Dispute("C1", "B", "qualité", MONDAY),),
    )  # fmt: skip
    lines = {line.item.number: line.informed for line in decide(held, SETTING, MONDAY).lines}
    assert lines == {"A": False, "B": False, "C": True}
    assert by_the_way(held) == ("mail-1", ("C",))


def test_an_item_reminded_already_keeps_its_own_level() -> None:
    events = (*HISTORY, done(6, "2026-11-16", "mail-1", "B"))
    assert by_the_way(case(OLD, item("B", "2026-11-10"), events=events)) == ("", ())


def test_a_first_reminder_reminds_of_nothing_by_the_way() -> None:
    assert by_the_way(case(item("A", "2026-11-20"), item("B", "2026-11-20"))) == ("", ())


def test_a_call_reminds_of_nothing_by_the_way() -> None:
    both = case(item("A", "2026-11-10"), item("B", "2026-11-20"),
                events=(done(1, "2026-11-13", "mail-1"),))  # fmt: skip
    assert decide(both, SETTING, MONDAY).step == "call-1"
    assert by_the_way(both) == ("", ())


def test_nothing_stands_for_the_free_reminder_of_a_belgian_consumer() -> None:
    # A: reminded on 2 November, the fourteen days are over on the 17th: letter-1 is due.
    consumer = replace(CLIENT, kind="consumer", country="BE")
    setting = Setting(replace(CREDITOR, country="BE", bank_data_until=MONDAY))
    both = replace(
        case(item("A", "2026-10-26"), item("B", "2026-11-18"),
             events=(done(1, "2026-11-02", "mail-1"), done(2, "2026-11-09", "call-1"))),
        debtor=consumer,
    )  # fmt: skip
    found = decide(both, setting, MONDAY)
    assert (found.step, [line.informed for line in found.lines]) == ("letter-1", [False, True])
    assert by_the_way(both, setting) == ("", ())


def test_a_policy_may_have_no_written_first_reminder() -> None:
    policy = load("fr-b2b")
    without = replace(policy, steps=tuple(s for s in policy.steps if s.phase != 1))
    both = case(OLD, item("B", "2026-11-20"), events=HISTORY)
    assert reminded_by_the_way(decide(both, SETTING, MONDAY), both, without) == ("", ())


# -- a debtor with a new late invoice every week -----------------------------


def first_reminders(every: int, days: int) -> dict[str, int]:
    """Play a debtor who never pays; return the days from due date to first reminder, by item."""
    start = date(2026, 1, 5)
    reminded: dict[str, date] = {}
    items: list[Receivable] = []
    events: list[Event] = []
    for day in (start + timedelta(days=n) for n in range(days)):
        if (day - start).days % every == 0:
            items.append(item(f"F{len(items):02}", (day - timedelta(days=1)).isoformat()))
        client = replace(CLIENT, procedure=replace(CLIENT.procedure, verified_on=day))
        question = Case(client, tuple(items), tuple(events))
        setting = Setting(replace(CREDITOR, bank_data_until=day))
        found = decide(question, setting, day)
        if not found.step or found.blocked_by:
            continue
        numbers = tuple(line.item.number for line in found.demanded)
        if not found.document:  # a person hands them over
            items = [replace(i, status="handed_over") if i.number in numbers else i for i in items]
            continue
        step, others = reminded_by_the_way(found, question, policy_of(question, setting))
        outcome: Outcome = "done" if found.document == "call_sheet" else "sent"
        n = len(events) + 1
        events.append(
            Event(n, day, "C1", numbers, found.step, found.channel, "out", outcome, f"d{n}")
        )
        if step:
            events.append(Event(n + 1, day, "C1", others, step, "", "out", "sent", f"d{n}"))
        for number in (*numbers, *others):
            reminded.setdefault(number, day)
    known = {one.number: one.due for one in items if one.due}
    return {number: (day - known[number]).days for number, day in reminded.items()}


@pytest.mark.parametrize("every", [7, 14])
def test_a_new_late_item_waits_a_contact_more_at_most(every: int) -> None:
    # Contacts are 7 days apart here (Mondays): one may be a call, the next is written.
    waited = first_reminders(every, days=182)
    assert len(waited) >= 182 // every - 2
    assert max(waited.values()) <= 9  # one is shifted by a holiday; 43 to 50 days without the rule


@pytest.mark.parametrize(
    ("written", "due", "told"),
    [
        ("2026-11-19", "2026-11-17", date(2026, 11, 19)),  # posted the day after
        ("2026-11-19", "2026-11-19", None),  # prevention: it was not late yet
    ],
)
def test_what_was_asked_before_is_told_by_the_day_that_the_letter_bears(
    written: str, due: str, told: date | None
) -> None:
    letter = Event(
        6, date(2026, 11, 20), "C1", ("B",), "mail-1", "letter", "out", "sent",
        f"{written}_rappel_hotel-abcdef.docx",
    )  # fmt: skip
    both = case(OLD, item("B", due), events=(*HISTORY, letter))
    found = asked_before(decide(both, SETTING, MONDAY), (letter,))
    assert found == ((("B", told, False),) if told else ())
