"""The chain: any edit, deletion or insertion is found and named; sorting the sheet is not."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.errors import DayBeforeJournalError, JournalBrokenError
from relance.core.journal import (
    FIRST_PREVIOUS,
    chained,
    check,
    check_day,
    check_reversal,
    document_key,
    fingerprint,
    last_day,
    last_of,
    reversed_numbers,
)
from relance.core.records import Event

DAY = date(2026, 11, 23)


def chain(count: int) -> list[Event]:
    events: list[Event] = []
    for n in range(count):
        event = Event(0, DAY, f"C{n}", (f"F{n}", "A1"), "mail-1", "email", "out", "sent")
        events.append(chained(event, events[-1] if events else None))
    return events


def test_the_hash_is_the_sha256_of_the_fields_that_the_design_names() -> None:
    first = chain(1)[0]
    # number, previous, ISO day, debtor, items sorted and joined by a space, step, channel,
    # direction, outcome, document, sha256
    text = "\x1f".join(
        ["1", "0" * 64, "2026-11-23", "C0", "A1 F0", "mail-1", "email", "out", "sent", "", ""]
    )
    assert first.hash == hashlib.sha256(text.encode()).hexdigest()
    assert first.previous == FIRST_PREVIOUS


def test_notes_and_times_of_entry_are_outside_the_hash() -> None:
    event = chain(1)[0]
    assert fingerprint(replace(event, note="rappelé", entered_at="2026-11-23T10:00")) == event.hash


def test_composed_and_decomposed_accents_have_the_same_hash() -> None:
    event = chain(1)[0]
    composed, decomposed = "Caf\u00e9", "Cafe\u0301"
    assert fingerprint(replace(event, debtor=composed)) == fingerprint(
        replace(event, debtor=decomposed)
    )


def test_a_journal_sorted_by_debtor_still_holds() -> None:
    check(chain(6)[::-1])


def test_an_empty_journal_holds() -> None:
    check([])
    assert last_of([]) is None


@pytest.mark.parametrize(
    ("reason", "number"), [("edited", 3), ("missing", 3), ("duplicate", 3), ("link", 3)]
)
def test_the_first_broken_line_is_named(reason: str, number: int) -> None:
    events = chain(5)
    if reason == "edited":
        events[2] = replace(events[2], debtor="C99")
    if reason == "missing":
        del events[2]
    if reason == "duplicate":
        events.insert(2, events[2])
    if reason == "link":
        other = replace(events[2], debtor="C99")
        events[2] = replace(other, hash=fingerprint(other))
        number = 4  # line 3 is whole in itself; line 4 does not follow it
    with pytest.raises(JournalBrokenError) as broken:
        check(events)
    assert (broken.value.facts["number"], broken.value.facts["reason"]) == (number, reason)


@given(st.integers(0, 7), st.sampled_from(["debtor", "step", "document", "sha256"]), st.text())
def test_any_edit_is_found(place: int, name: str, text: str) -> None:
    events = chain(8)
    if getattr(events[place], name) == text:
        return
    edited = replace(events[place], **{name: text})  # type: ignore[arg-type]
    if fingerprint(edited) == events[place].hash:
        return  # the same text in another normal form
    events[place] = edited
    with pytest.raises(JournalBrokenError) as broken:
        check(events)
    assert broken.value.facts["number"] == place + 1


def test_a_day_before_the_last_is_refused_and_the_same_day_is_not() -> None:
    events = chain(2)
    check_day(events, DAY)
    check_day([], date(2020, 1, 1))
    with pytest.raises(DayBeforeJournalError) as refused:
        check_day(events, date(2026, 11, 22))
    assert refused.value.facts == {
        "day": date(2026, 11, 22), "last": DAY, "lines": (1, 2), "reason": "lines",
    }  # fmt: skip


# --- a day typed wrong

FUTURE = date(2027, 11, 23)  # Monday 23 November of the wrong year


def dated(*days: date) -> list[Event]:
    """Return a journal whose lines 1, 2, 3... have these days."""
    return [Event(number, day, "C1", outcome="draft") for number, day in enumerate(days, 1)]


def reversal(number: int, of: int, day: date = DAY) -> Event:
    return Event(number, day, "C1", outcome="reversed", document=f"#{of}")


def test_the_line_whose_day_is_wrong_is_named() -> None:
    with pytest.raises(DayBeforeJournalError) as refused:
        check_day(dated(DAY, FUTURE), DAY)
    assert refused.value.facts == {"day": DAY, "last": FUTURE, "lines": (2,), "reason": "line"}


def test_a_reversed_line_and_its_reversal_no_longer_count() -> None:
    events = [*dated(DAY, FUTURE), reversal(3, of=2, day=FUTURE)]
    check_day(events, DAY)
    assert last_day(events) == DAY
    assert reversed_numbers(events) == {2, 3}
    with pytest.raises(DayBeforeJournalError):
        check_day(events, date(2026, 11, 22))


def test_a_journal_without_a_line_that_holds_has_no_last_day() -> None:
    assert last_day([]) is None
    events = [*dated(FUTURE), reversal(2, of=1)]
    assert last_day(events) is None
    check_day(events, date(2020, 1, 1))


def test_a_reversal_of_no_line_is_void_itself() -> None:
    events = [*dated(DAY), replace(reversal(2, of=1, day=FUTURE), document="#x")]
    assert reversed_numbers(events) == {2}
    assert last_day(events) == DAY
    paid = [Event(1, FUTURE, "C1", outcome="reversed", document="F-1")]
    assert reversed_numbers(paid) == set()


def test_a_reversal_may_be_of_the_last_day_of_the_lines_that_remain() -> None:
    events = dated(date(2026, 11, 20), DAY, FUTURE)
    check_reversal(events, events[2:], DAY)
    with pytest.raises(DayBeforeJournalError) as refused:
        check_reversal(events, events[2:], date(2026, 11, 22))
    assert refused.value.facts["lines"] == (2,)


def test_a_line_whose_day_is_right_is_reversed_no_earlier_than_the_others() -> None:
    # Line 1 of the 20th is reversed on the 22nd, but line 2 is of the 23rd.
    events = dated(date(2026, 11, 20), DAY)
    with pytest.raises(DayBeforeJournalError) as refused:
        check_reversal(events, events[:1], date(2026, 11, 22))
    assert refused.value.facts["lines"] == (2,)
    check_reversal(events, events[:1], DAY)


def test_a_whole_run_of_a_wrong_day_is_mended_from_its_first_line_on() -> None:
    events = dated(DAY, FUTURE, FUTURE, FUTURE)
    check_reversal(events, events[1:], DAY)  # at once
    for place in (1, 2, 3):  # or one by one
        check_reversal(events, [events[place]], DAY)
        events.append(reversal(len(events) + 1, of=place + 1))
        assert (last_day(events) == DAY) is (place == 3)
    check_day(events, DAY)


def test_a_later_line_of_a_wrong_run_waits_for_the_first() -> None:
    events = dated(DAY, FUTURE, FUTURE)
    with pytest.raises(DayBeforeJournalError) as refused:
        check_reversal(events, events[2:], DAY)
    assert refused.value.facts["lines"] == (2,)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=8), st.integers(0, 9))
def test_what_is_accepted_after_a_mend_is_what_the_other_lines_accept(
    offsets: list[int], today: int
) -> None:
    # Days are entered in their order; those after today are slips, reversed from the first on.
    days = [date(2026, 11, 1 + offset) for offset in sorted(offsets)]
    day = date(2026, 11, 1 + today)
    events = dated(*days)
    for event in [event for event in events if event.day > day]:
        check_reversal(events, [event], day)
        events.append(reversal(len(events) + 1, of=event.number, day=day))
    check_day(events, day)
    assert last_day(events) == max((one for one in days if one <= day), default=None)


def test_a_chain_does_not_ask_for_rising_days() -> None:
    first, wrong = dated(DAY, FUTURE)
    events = [chained(first, None)]
    events.append(chained(wrong, events[-1]))
    events.append(chained(reversal(0, of=2), events[-1]))
    check(events)


def test_the_key_of_a_document_is_its_debtor_step_items_and_amounts() -> None:
    key = document_key("C1", "mail-1", [("F1", "10.00"), ("F2", "20.00")])
    assert key == document_key("C1", "mail-1", [("F2", "20.00"), ("F1", "10.00")])
    others = [
        document_key("C2", "mail-1", [("F1", "10.00"), ("F2", "20.00")]),
        document_key("C1", "call-1", [("F1", "10.00"), ("F2", "20.00")]),
        document_key("C1", "mail-1", [("F1", "10.00")]),
        document_key("C1", "mail-1", [("F1", "10.00"), ("F2", "20.01")]),
    ]
    assert key not in others
    assert len(set(others)) == 4
