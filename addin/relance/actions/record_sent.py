"""`record sent`: which drafts and penalty notes were sent, and which can't be confirmed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ..core.errors import NothingToRecordError
from ..core.findings import Reason
from ..core.journal import last_day
from ..core.notes import NOTE
from ..core.records import SPOKEN, Event
from .desk import Desk
from .drafts import had_held, is_cut_short, is_held, waiting_of
from .naming import called_of
from .nothing_waits import nothing_waits
from .penalty_notes import unsent_notes
from .perhaps_gone import may_have_gone, perhaps_gone
from .record import Entry, Recorded

REGISTERED = "registered_letter"


def waiting(desk: Desk, debtor: str = "") -> tuple[Event, ...]:
    """Return what can be confirmed as sent, of one debtor or all: drafts and penalty notes."""
    drafts = (
        draft
        for draft in desk.drafts()
        if debtor in ("", draft.debtor) and draft.channel not in SPOKEN
    )
    found = (*drafts, *unsent_notes(desk, debtor))
    return tuple(sorted(found, key=lambda one: one.number))


def sent(
    desk: Desk, entry: Entry | None, entered_at: str, debtor: str = "", tracking: str = "",
    *, gone: bool = False,
) -> Recorded:  # fmt: skip
    """Confirm that drafts and penalty notes were sent.

    Args:
        desk: the workbook.
        entry: the day, None for the journal's last day, which is never before a draft's own.
        entered_at: the moment of the entry.
        debtor: one debtor, "" for all; a draft that would leave too late is confirmed by its
            debtor's name only: it left on its own day.
        tracking: the number of a registered letter, which is then confirmed alone; without it
            those are left out.
        gone: a person says that this debtor's draft had gone before something came up that
            withdrew it or holds it.

    Raises:
        NothingToRecordError: nothing waits.
        DayBeforeJournalError: the day is before the journal's last.
    """
    if debtor:
        desk.debtor(debtor)
    if entry:
        desk.check_day(entry.day)
    withdrawn = perhaps_gone(desk, debtor) if debtor else ()
    drafts = (*waiting(desk, debtor), *(withdrawn if gone else ()))
    if not drafts:
        raise nothing_waits(desk, debtor, withdrawn)
    if tracking:  # the number of one letter says nothing of the e-mails of its debtor
        drafts = tuple(one for one in drafts if one.channel == REGISTERED)
        if not drafts:
            raise NothingToRecordError(reason="no_registered", debtor=debtor)
    documents = [draft.document for draft in drafts]
    numbers = dict.fromkeys(documents, tracking) if tracking else {}
    day = entry.day if entry else None
    named = [one.document for one in drafts if gone or _stands(desk, one, day)]
    done = confirm(desk, drafts, day, entered_at, numbers, named if debtor else ())
    left = () if gone else tuple((one.debtor, _withdrawn(one)) for one in withdrawn)
    return replace(done, left_out=(*done.left_out, *left))


def _stands(desk: Desk, draft: Event, day: date | None) -> bool:
    return had_held(desk, draft) and not is_held(desk, draft, _sent_on(desk, draft, day))


def _withdrawn(draft: Event) -> Reason:
    return Reason("draft_withdrawn", _facts(draft))


def confirm(
    desk: Desk, drafts: Sequence[Event], day: date | None, entered_at: str,
    numbers: Mapping[str, str], gone: Collection[str] = (), kept: Collection[str] = (),
) -> Recorded:  # fmt: skip
    """Confirm that some drafts were sent; those that can't be confirmed are left out, and why.

    Args:
        desk: the workbook.
        drafts: some of those that wait.
        day: when they were sent, None for each draft's own day.
        entered_at: the moment of the entry.
        numbers: the tracking numbers by document; a registered letter without one is left out.
        gone: documents that a person names: they had gone, whatever has come up since.
        kept: documents of which a person says that they have not gone.
    """
    events, left = [], []
    registered = [numbers.get(one.document) for one in drafts if one.channel == REGISTERED]
    for draft in drafts:
        sent_on = _sent_on(desk, draft, day)
        number = numbers.get(draft.document, "")
        reason = (
            _kept(desk, draft, kept)
            or _not_confirmable(desk, draft, number, draft.document in gone)
            or _ambiguous(draft, registered.count(number))
            or (None if draft.document in gone else _doubtful(desk, draft, sent_on))
        )
        if reason:
            left.append((draft.debtor, reason))
            continue
        for line in (draft, *_by_the_way(desk, draft)):
            told = number if line is draft else ""
            if line.step == NOTE:  # it is no step and no contact; its note is its own number
                told = line.note
            confirmed = replace(line, day=sent_on, outcome="sent", note=told, entered_at=entered_at)
            events.append(desk.ledger.log(confirmed))
    return Recorded(tuple(events), tuple(left))


def _sent_on(desk: Desk, draft: Event, day: date | None) -> date:
    """The draft's own day, or that of a later line: the journal never goes back."""
    return day or last_day(desk.ledger.events) or draft.day


def _kept(desk: Desk, draft: Event, kept: Collection[str]) -> Reason | None:
    if draft.document not in kept:
        return None
    facts = {"document": draft.document, "day": draft.day}
    return Reason("draft_not_gone", {"the_document": called_of(desk, draft), **facts})


def _held_since(desk: Desk, draft: Event, day: date) -> Reason | None:
    """A dispute or a promise noted after the draft: was it sent all the same? A person says so."""
    if not is_held(desk, draft, day):
        return None
    return Reason("draft_held", _facts(draft))


def _too_old(desk: Desk, draft: Event, day: date) -> Reason | None:
    """The days that the draft grants would be cut short if it left only now."""
    if not is_cut_short(desk, draft, day):
        return None
    written = {"reason": "note"} if draft.step == NOTE else {}
    return Reason("draft_old", _facts(draft) | {"sent": day} | written)


def _doubtful(desk: Desk, draft: Event, day: date) -> Reason | None:
    return _held_since(desk, draft, day) or _too_old(desk, draft, day)


def _ambiguous(draft: Event, letters: int) -> Reason | None:
    """One number can't be that of several registered letters."""
    if draft.channel != REGISTERED or letters < 2:
        return None
    return Reason("tracking_many", {"document": draft.document, "debtor": draft.debtor})


def _not_confirmable(desk: Desk, draft: Event, tracking: str, named: bool) -> Reason | None:
    facts, is_current, perhaps = _facts(draft), had_held(desk, draft), may_have_gone(desk, draft)
    if not is_current and not (named and perhaps):
        return Reason("draft_stale", facts | ({"reason": "post"} if perhaps else {}))
    if draft.channel == REGISTERED and not tracking:
        waits = is_current and draft in waiting_of(desk, draft.debtor)
        return Reason("tracking_missing", facts if waits else facts | {"reason": "gone"})
    return None


def _facts(draft: Event) -> dict[str, object]:
    return {"document": draft.document, "day": draft.day, "debtor": draft.debtor}


def _by_the_way(desk: Desk, draft: Event) -> tuple[Event, ...]:
    """The lines of the items that a draft reminds of without demanding them."""
    return tuple(
        event
        for event in desk.history_of(draft.debtor).events
        if event.outcome == "prepared"
        and event.document == draft.document
        and event.number > draft.number
    )
