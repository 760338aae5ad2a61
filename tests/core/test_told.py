"""The day that a line tells beside the journal's, and lines that tell none."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.records import Channel, Event
from relance.core.told import dated, happened_on, told, written_on

DAY = date(2026, 11, 23)


def event(document: str) -> Event:
    return Event(1, DAY, "C1", document=document)


def test_a_payment_is_of_its_value_date_and_not_of_the_day_of_the_entry() -> None:
    assert happened_on(event("500.00 EUR@2026-11-18")) == date(2026, 11, 18)


@pytest.mark.parametrize(
    "document", ["", "500.00 EUR", "notice-C1-3f2a.docx", "a@b", "x@2026-02-30"]
)
def test_a_line_that_tells_no_day_is_of_its_own(document: str) -> None:
    assert told(document) == (document, None)
    assert happened_on(event(document)) == DAY


@given(st.text(), st.dates())
def test_what_is_told_is_read_back(text: str, day: date) -> None:
    assert told(dated(text, day)) == (text, day)


@pytest.mark.parametrize(
    ("channel", "document", "day"),
    [
        ("letter", "2026-11-20_relance-2_hotel-abcdef.docx", date(2026, 11, 20)),
        ("registered_letter", "2026-11-20_mise-en-demeure_hotel-abcdef.docx", date(2026, 11, 20)),
        ("email", "2026-11-20_rappel_hotel-abcdef.eml", DAY),  # a mailbox shows when it went
        ("phone", "2026-11-20_fiche-appel_hotel-abcdef.docx", DAY),
        ("letter", "", DAY),  # sent without us
        ("letter", "500.00 EUR@2026-11-20", DAY),
    ],
)
def test_a_letter_is_known_by_the_day_that_it_bears(
    channel: Channel, document: str, day: date
) -> None:
    assert written_on(replace(event(document), channel=channel)) == day
