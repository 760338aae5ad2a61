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
    document_key,
    fingerprint,
    last_of,
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
    assert refused.value.facts == {"day": date(2026, 11, 22), "last": DAY}


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
