"""How far an item has come, when the journal, the file and the debtor's kind do not agree.

Monday 23 November 2026. The items are due on 1 September, 83 days before.
"""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.test_standing import CLIENT, PERSON, decided, demanded, event, item

from relance.core.history import TAKEOVER, taken_over
from relance.core.records import Debtor, Event

DAY = date(2026, 10, 5)
TOLD = item("A", "2026-09-01", last_step_date=DAY)

# Sent while the debtor was taken for a firm: it says nothing of livre XIX.
ORDINARY = replace(event(2, "2026-11-03", "mail-1"), document="2026-11-03_rappel_mme-un-1f2e3d.eml")


def line(number: int, step: str) -> Event:
    """The line of the journal by which a step was taken over."""
    confirmed = event(number, "2026-11-02", TAKEOVER, channel="", outcome="done")
    return replace(confirmed, direction="", document=taken_over(step, DAY))


@pytest.mark.parametrize("step", ["1", "2", "3", "mail-1", "letter-1", "notice"])
def test_a_belgian_consumer_whose_file_tells_of_reminders_gets_the_free_one(step: str) -> None:
    assert decided(replace(TOLD, last_step=step), debtor=PERSON).step == "mail-1"
    assert decided(replace(TOLD, last_step=step)).step != "mail-1"  # a firm goes on


@pytest.mark.parametrize("step", ["mail-1", "letter-1", "notice"])
def test_what_was_taken_over_does_not_count_once_the_debtor_turns_out_to_be_one(step: str) -> None:
    assert decided(TOLD, events=(line(1, step),), debtor=PERSON).step == "mail-1"
    assert decided(TOLD, events=(line(1, step),)).step != "mail-1"


def test_the_free_reminder_that_we_have_sent_makes_it_count() -> None:
    # sent on 3 November by e-mail: 14 days from the 4th, free from the 18th
    sent = event(2, "2026-11-03", "mail-1")
    found = decided(TOLD, events=(line(1, "call-1"), sent), debtor=PERSON)
    assert (found.step, found.why[0].code) == ("letter-1", "after_free_reminder")


@pytest.mark.parametrize(
    "sent",
    [
        event(2, "2026-11-03", "mail-1", "B"),  # of another item
        event(2, "2026-11-03", "mail-1", channel="phone", outcome="done"),  # not in writing
        event(2, "2026-11-03", "mail-1", channel=""),  # listed "pour information" by a letter
        event(2, "2026-11-03", "mail-1", outcome="draft"),
        ORDINARY,
    ],
)
def test_nothing_else_stands_for_the_free_reminder(sent: Event) -> None:
    assert decided(TOLD, events=(line(1, "call-1"), sent), debtor=PERSON).step == "mail-1"


def test_the_free_reminder_is_known_by_the_name_of_its_document() -> None:
    # free from 18 November: 14 days from the 4th
    free = replace(ORDINARY, document="2026-11-03_premier-rappel_mme-un-1f2e3d.eml")
    assert decided(TOLD, events=(line(1, "call-1"), free), debtor=PERSON).step == "letter-1"
    after = replace(ORDINARY, number=1, day=date(2026, 10, 20))
    assert decided(TOLD, events=(after, free), debtor=PERSON).step == "call-1"


def test_a_free_reminder_that_came_back_is_sent_again() -> None:
    events = (
        event(1, "2026-11-03", "mail-1"), event(2, "2026-11-10", "call-1"),
        replace(event(3, "2026-11-16", "mail-1", outcome="bounced"), document="d1"),
    )  # fmt: skip
    assert decided(TOLD, events=events, debtor=PERSON).step == "mail-1"
    assert decided(TOLD, events=events).step != "mail-1"


def test_steps_that_a_firm_was_sent_do_not_stand_for_it_either() -> None:
    letters = (event(2, "2026-10-12", "letter-1", channel="letter"),)
    assert decided(TOLD, events=(line(1, "call-1"), *letters), debtor=PERSON).step == "mail-1"


def test_what_was_handed_over_is_not_dunned_again() -> None:
    for debtor in (PERSON, CLIENT):
        over = decided(TOLD, events=(line(1, "handover"),), debtor=debtor)
        assert (over.step, [one.code for one in over.blocked_by]) == ("", ["handed_over"])


@pytest.mark.parametrize(
    ("debtor", "step"),
    [
        (replace(CLIENT, kind="", country="BE"), "mail-1"),  # may be a consumer
        (replace(CLIENT, kind=""), "call-1"),  # levels 2 and 3: short of what needs the kind
    ],
)
def test_a_level_of_the_file_stands_for_less_while_the_kind_is_not_given(
    debtor: Debtor, step: str
) -> None:
    assert decided(replace(TOLD, last_step="3"), debtor=debtor).step == step
    assert decided(replace(TOLD, last_step="2"), debtor=debtor).step == step


def test_prevention_counts_before_the_free_reminder() -> None:
    soon = item("A", "2026-11-30", "2000")
    found = decided(soon, events=(event(1, "2026-11-16", "pre"),), debtor=PERSON)
    assert (found.step, found.lines[0].position, demanded(found)) == ("", "pre", [])
