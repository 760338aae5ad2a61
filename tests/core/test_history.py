"""What the journal says of one debtor: positions, contacts, drafts, and what voids them."""

from datetime import date

import pytest

from relance.core.history import NO_HISTORY, read, taken_over
from relance.core.records import Channel, Event, Outcome

DAY = date(2026, 11, 2)


def event(
    number: int, outcome: Outcome = "sent", step: str = "mail-1", channel: Channel = "email",
    document: str = "d.eml", day: date = DAY, items: tuple[str, ...] = ("F1",),
) -> Event:  # fmt: skip
    return Event(number, day, "C1", items, step, channel, "out", outcome, document)


def test_no_events_give_the_empty_history() -> None:
    assert read([]) is NO_HISTORY
    assert NO_HISTORY.last_channel == ""
    assert NO_HISTORY.last_call_to_confirm() is None


def test_a_draft_is_no_step_done_and_waits_until_it_is_sent() -> None:
    draft = read([event(1, "draft")])
    assert draft.done == {}
    assert [one.number for one in draft.drafts] == [1]
    sent = read([event(1, "draft"), event(2, "sent")])
    assert sent.done == {("F1", "mail-1"): DAY}
    assert sent.drafts == ()


def test_a_replaced_or_cancelled_draft_waits_no_more() -> None:
    for outcome in ("replaced", "cancelled"):
        assert read([event(1, "draft"), event(2, outcome)]).drafts == ()


def test_a_bounced_message_counts_as_not_sent() -> None:
    history = read([event(1), event(2, "bounced")])
    assert history.done == {}
    assert history.contacts == ()
    assert history.named == {"F1"}  # the journal, not the sheet, says that nothing was done


def test_a_message_sent_again_after_a_bounce_counts() -> None:
    history = read([event(1), event(2, "bounced"), event(3, document="d2.eml")])
    assert history.done == {("F1", "mail-1"): DAY}


def notice(number: int, outcome: Outcome = "sent", document: str = "n.docx") -> Event:
    return event(number, outcome, "notice", "registered_letter", document)


def valid(*events: Event) -> list[int]:
    return [one.number for one in read(events).events]


@pytest.mark.parametrize("document", ["n.docx", ""])
def test_the_presentation_of_a_letter_is_void_with_the_letter(document: str) -> None:
    sent = notice(1, document=document)
    presented = notice(2, "delivered", f"{document}@2026-11-04")
    assert valid(sent, presented) == [1, 2]
    assert valid(sent, presented, notice(3, "reversed", "#1")) == []
    other = notice(3, document="other.docx")  # another letter's reversal changes nothing
    assert valid(sent, presented, other, notice(4, "reversed", "#3")) == [1, 2]
    # written down again on the right day: its presentation is to be written down again too
    again = (notice(4, document=document), notice(5, "delivered", f"{document}@2026-11-05"))
    assert valid(sent, presented, notice(3, "reversed", "#1"), *again) == [4, 5]


def test_a_registered_letter_that_came_back_without_a_presentation_was_not_sent() -> None:
    assert valid(notice(1), notice(2, "bounced")) == [2]


def test_a_registered_letter_that_nobody_fetched_was_presented() -> None:
    events = (notice(1), notice(2, "delivered", "n.docx@2026-11-04"), notice(3, "bounced"))
    history = read(events)
    assert [one.number for one in history.events] == [1, 2, 3]
    assert history.done == {("F1", "notice"): DAY}
    # the presentation was an error: then it did not arrive
    assert valid(*events, notice(4, "reversed", "#2")) == [3]


def test_the_presentation_of_a_letter_says_nothing_of_the_next_one() -> None:
    first = (notice(1), notice(2, "delivered"))
    assert valid(*first, notice(3), notice(4, "bounced")) == [4]
    before = (notice(1, "delivered"), notice(2), notice(3, "bounced"))
    assert valid(*before) == [1, 3]


def test_a_mail_that_was_delivered_and_came_back_did_not_arrive() -> None:
    assert valid(event(1), event(2, "delivered"), event(3, "bounced")) == [3]


def test_a_reversed_line_is_void_and_so_is_a_reversal_of_nothing() -> None:
    assert read([event(1), event(2, "reversed", document="#1")]).done == {}
    kept = read([event(1), event(2, "reversed", document="#x")])
    assert kept.done == {("F1", "mail-1"): DAY}


def test_an_unanswered_call_is_a_contact_and_an_attempt_but_no_step() -> None:
    history = read([event(1, "bounced", "call-1", "phone", "")])
    assert history.done == {}
    assert len(history.contacts) == 1
    assert history.unanswered("call-1", ("F1",)) == 1
    assert history.unanswered("call-1", ("F9",)) == 0  # another invoice starts anew
    later = event(2, "done", "call-1", "phone", "", date(2026, 11, 3))
    assert read([*history.events, later]).unanswered("call-1", ("F1",)) == 0
    assert history.last_call_to_confirm() is None


def test_a_call_is_to_be_confirmed_until_a_writing_follows() -> None:
    call = event(1, "done", "call-1", "phone", "")
    assert read([call]).last_call_to_confirm() == call
    assert read([call, event(2)]).last_call_to_confirm() is None


def test_the_step_taken_over_is_read_with_its_day_and_is_no_contact() -> None:
    took = Event(
        1, DAY, "C1", ("F1",), "takeover", outcome="done",
        document=taken_over("letter-2", date(2026, 10, 1)),
    )  # fmt: skip
    history = read([took])
    assert history.taken == {"F1": ("letter-2", date(2026, 10, 1))}
    assert history.contacts == ()
    assert history.named == {"F1"}


def test_what_the_debtor_said_tells_no_step_and_is_no_contact() -> None:
    said = Event(1, DAY, "C1", ("F1",), "promise", direction="in", outcome="done")
    history = read([said])
    assert history.named == frozenset()
    assert history.contacts == ()


def test_a_note_that_was_sent_is_no_step_and_no_contact() -> None:
    """What stands beside the policy moves nothing, and the sheet keeps telling the steps."""
    sent = Event(1, date(2026, 11, 2), "C1", ("F1",), "penalty_note", "email", "out", "sent", "n1")
    found = read([sent])
    assert (found.done, found.contacts, found.named) == ({}, (), frozenset())


# --- what was said on the telephone


def said(number: int, step: str, *items: str) -> Event:
    return Event(number, DAY, "C1", items, step, "", "in", "done")


@pytest.mark.parametrize("what", ["said_dispute", "said_promise", "said_payment"])
def test_a_line_of_what_the_debtor_was_not_called_about_ends_nothing_that_was_said(
    what: str,
) -> None:
    """F-1 and F-2 were spoken of, F-9 was not."""
    call = said(1, what, "F-1", "F-2")
    for step in ("dispute", "promise", "payment", "plan"):
        assert read([call, said(2, step, "F-9")]).announced("F-1") == call


@pytest.mark.parametrize(
    ("what", "step", "items", "is_ended"),
    [
        ("said_dispute", "dispute", ("F-2",), True),  # it says which of the two
        ("said_dispute", "promise", ("F-2",), False),
        ("said_dispute", "plan", ("F-1",), True),
        ("said_dispute", "payment", ("F-1",), False),
        ("said_promise", "promise", ("F-2",), True),
        ("said_promise", "payment", ("F-2",), True),
        ("said_payment", "payment", (), True),  # not matched: it may be that one
    ],
)
def test_what_was_said_ends_with_the_line_of_it(
    what: str, step: str, items: tuple[str, ...], is_ended: bool
) -> None:
    call = said(1, what, "F-1", "F-2")
    found = read([call, said(2, step, *items)]).announced("F-1")
    assert found == (None if is_ended else call)
