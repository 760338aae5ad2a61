"""What a click shows: a count before it writes, and what it did afterwards."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from ...core.beside import BESIDE_KINDS
from ...core.findings import Reason
from ...core.records import Decision, Event
from ...wording.amounts import money
from ...wording.clicks import counted, dialog, said
from ...wording.events import told
from ...wording.run import DOCUMENT_NAMES
from ...wording.run import counted as documents
from ..alarms import alarms
from ..batch import Batch, Skipped, count_by_kind
from ..coming import next_step
from ..desk import Desk
from ..doctor import MARKS, Check, grouped
from ..drafts import waiting_of
from ..ending import Told
from ..naming import called_of, document_name
from ..parameters import parameter, settings
from ..places import place
from ..queue import Decided
from ..record import Recorded

NAMED = 5  # debtors named before a click writes to them
WORST_FIRST = ("fault", "warning", "ok")


def reasons(desk: Desk, skipped: Iterable[Skipped]) -> list[str]:
    """Return who is left out and why, one line a debtor."""
    return [f"{who(desk, left.debtor)} : {texts(left.why)}" for left in skipped]


def who(desk: Desk, code: str) -> str:
    """Return how a dialog calls a debtor: their name and code, the code where no name is known."""
    debtor = desk.debtors.get(code)
    return f"{debtor.name} ({code})" if debtor and debtor.name else code


def texts(why: Iterable[Reason]) -> str:
    """Return reasons as one text."""
    return " ".join(said(reason.code, reason.facts) for reason in why)


def dated(desk: Desk, title: str, day: date) -> Sequence[str]:
    """Return the head of a dialog: the verb with its day, and that the sheets show another one."""
    facts = {"title": title, "day": day}
    stamped = desk.book.get("AsOf")
    other = isinstance(stamped, date) and stamped != day
    apart = [said("click_other_day", {"stamped": stamped, "day": day})] if other else []
    return [said("click_dated", facts), *apart]


def unread(rows: Sequence[int]) -> list[str]:
    """Return that some of the selected rows can't be read, none when all of them can."""
    return [said("click_unread", {"count": len(rows), "rows": tuple(rows)})] if rows else []


def _settings(desk: Desk) -> list[str]:
    """What can't be read in `Paramètres`, or what a letter is worded without."""
    return [place(one) + said(one.code, one.facts) for one in settings(desk.findings)]


def foreseen(
    desk: Desk,
    head: Sequence[str],
    free: Sequence[Decided],
    skipped: Sequence[Skipped],
    left_out: Sequence[str],
    *,
    replaces: bool = True,
) -> str:
    """Return what a click is about to write, what it leaves out, and the question.

    What replaced drafts demanded and these documents do not comes first; then who has a draft that
    is replaced: not all debtors may be named.

    Args:
        desk: the workbook, for its settings and drafts.
        head: what `dated` gave.
        free: what would be written.
        skipped: whom nothing would be written to.
        left_out: what of the selection would not be asked for, line by line.
        replaces: what is written takes the place of the drafts that wait.
    """
    invoices = sum(len(decision.demanded) for _, decision in free)
    first = f"{head[0]} : {counted(len(free), invoices, len(skipped))}"
    decisions = [decision for _, decision in free]
    decisions.sort(key=lambda one: not waiting_of(desk, one.debtor.code))
    named = [_addressed(one) + (_replacing(desk, one) if replaces else "") for one in decisions]
    dropped = [line for one in decisions for line in _dropped(desk, one)] if replaces else []
    lines = [*_settings(desk), *dropped, *_some(named), *left_out, *reasons(desk, skipped)]
    return dialog([first, *head[1:]], lines, [said("ask_write", {"count": len(free)})])


def _replacing(desk: Desk, decision: Decision) -> str:
    """Which drafts the document of a debtor would replace, "" when none waits."""
    return "".join(
        said(
            "click_replaces", {"document": DOCUMENT_NAMES[called_of(desk, draft)], "day": draft.day}
        )
        for draft in waiting_of(desk, decision.debtor.code)
    )


def _dropped(desk: Desk, decision: Decision) -> Iterator[str]:
    """Which invoices the replaced drafts demanded that are still owed and no longer asked for."""
    asked = {number for one in waiting_of(desk, decision.debtor.code) for number in one.items}
    lines = (line for line in decision.lines if line.item.open > 0 and not line.demanded)
    numbers = tuple(line.item.number for line in lines if line.item.number in asked)
    if numbers:
        facts = {"debtor": who(desk, decision.debtor.code), "numbers": numbers}
        yield said("click_dropped", facts)


def unconfirmed_question(desk: Desk, drafts: Sequence[Event]) -> str:
    """Return what is asked before documents replace drafts that nobody confirmed."""
    days = tuple(sorted({draft.day for draft in drafts}))
    names = [who(desk, code) for code in dict.fromkeys(draft.debtor for draft in drafts)]
    named = (*names[:NAMED], "etc") if len(names) > NAMED else tuple(names)
    return dialog([said("ask_redo", {"count": len(drafts), "days": days, "debtors": named})])


def _addressed(decision: Decision) -> str:
    """Who would be written to, and over how much."""
    sums = [money(one.claim, one.currency) for one in decision.asked]
    debtor, kind = decision.debtor, document_name(decision)
    return f"{debtor.name or debtor.code} ({debtor.code}) : {', '.join([kind, *sums])}"


def _some(lines: list[str]) -> list[str]:
    """The first lines and how many more there are: those who are left out need room too."""
    left = len(lines) - NAMED
    if left <= 1:
        return lines
    return [*lines[:NAMED], said("click_more_debtors", {"count": left})]


def nothing(
    desk: Desk, head: Sequence[str], skipped: Sequence[Skipped], left_out: Sequence[str],
    as_of: date,
) -> str:  # fmt: skip
    """Return why a click writes nothing on a day, and what comes next."""
    first = f"{head[0]} : {documents({}, len(skipped), False)}"
    return dialog([first, *head[1:]], [*left_out, *reasons(desk, skipped)], [_coming(desk, as_of)])


def _coming(desk: Desk, as_of: date) -> str:
    step = next_step(desk, as_of)
    return said(step.code, step.facts)


def _done(head: Sequence[str], batch: Batch, *, dry_run: bool) -> list[str]:
    """The day and the documents, and what stopped the batch."""
    count = documents(count_by_kind(batch.documents), len(batch.skipped), dry_run)
    return [f"{head[0]} : {count}", *head[1:], *_fault(batch)]


def summary(desk: Desk, batch: Batch, folder: Path, head: Sequence[str]) -> str:
    """Return what a batch did, the alarms, what it did not and why, and the next step."""
    head = _done(head, batch, dry_run=False)
    if batch.not_reached:
        head.append(said("click_not_reached", {"count": batch.not_reached}))
    if rows := [one for one in desk.findings if not parameter(one)]:
        head.append(said("click_findings", {"count": len(rows)}))
    foot = [said(_next(batch), {"folder": str(folder)})] if batch.documents else []
    warned = [said(alarm.code, alarm.facts) for alarm in alarms(desk, batch.as_of)]
    ended = [*told_of(batch.told), *told_of(batch.ended)]
    return dialog(head, [*_settings(desk), *warned, *ended, *reasons(desk, batch.skipped)], foot)


def _fault(batch: Batch) -> list[str]:
    return [said(batch.fault.code, batch.fault.facts)] if batch.fault is not None else []


def _next(batch: Batch) -> str:
    kinds = {document.kind for document in batch.documents}
    if kinds == {"slip"}:
        return "click_next_slip"
    if kinds <= set(BESIDE_KINDS):
        return "click_next_beside"
    calls_only = kinds == {"call_sheet"}
    return "click_next_call" if calls_only else "click_next"


def preview(desk: Desk, batch: Batch, head: Sequence[str]) -> str:
    """Return what a trial would write, whom it would leave out, and what comes next."""
    written = [
        f"{who(desk, one.debtor)} : {DOCUMENT_NAMES[one.called]} ({', '.join(one.items)})"
        for one in batch.documents
    ]
    first = any(why.code == "not_confirmed" for left in batch.skipped for why in left.why)
    is_ready = batch.documents and not first
    foot = said("click_preview_next") if is_ready else _coming(desk, batch.as_of)
    lines = [*_settings(desk), *written, *reasons(desk, batch.skipped)]
    return dialog(_done(head, batch, dry_run=True), lines, [foot])


def checked(checks: Iterable[Check]) -> str:
    """Return what was looked over, with a tick or a cross, the faults first."""
    ordered = sorted(grouped(checks), key=lambda check: WORST_FIRST.index(check.state))
    lines = [f"{MARKS[one.state]} {said(one.code, one.facts)}" for one in ordered]
    return dialog([], lines, mark="")


def recorded(done: Iterable[Recorded]) -> tuple[list[str], list[str]]:
    """Return what was written down, and what is to be known about it, line by line."""
    all_done = list(done)
    events = [told(event) for one in all_done for event in one.events]
    return events, [line for one in all_done for line in left_out(one)]


def left_out(done: Recorded) -> list[str]:
    """Return what was not written down and why, one line each."""
    return [f"{debtor} : {texts([reason])}" for debtor, reason in done.left_out]


def told_of(told: Iterable[Told]) -> list[str]:
    """Return what became of drafts, one line a debtor."""
    return [
        f"{debtor} : {texts(reason for _, reason in of_one)}"
        for debtor, of_one in groupby(told, lambda one: one[0])
    ]
