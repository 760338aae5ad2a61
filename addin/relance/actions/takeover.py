"""`takeover`: the steps reached before Relance, proposed once and confirmed once.

Each is an event of the journal, so that later steps count from it; nothing is sent by it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ..core.errors import NothingToRecordError
from ..core.findings import Finding
from ..core.history import TAKEOVER, read, taken_over, valid_events
from ..core.question import policy_of
from ..core.records import Case, Event
from ..core.takeover import bound, proposed_position
from .desk import TAKEOVER_DONE, Desk
from .shape import Json
from .shape import day as shown_day


@dataclass(frozen=True, slots=True)
class Proposal:
    """The step deemed done for some items of a debtor before Relance; "" = none was.

    `bound` is the code of what makes it less than the age or the file tells, "" when nothing does.
    """

    debtor: str
    items: tuple[str, ...]
    step: str
    day: date | None
    bound: str = ""

    def json(self) -> Json:
        """Return the proposal as JSON."""
        return {
            "debtor": self.debtor,
            "items": list(self.items),
            "step": self.step or None,
            "day": shown_day(self.day),
            "bound": self.bound or None,
        }


def propose(desk: Desk, as_of: date) -> tuple[Proposal, ...]:
    """Return what the export or the age says was done before Relance.

    Args:
        desk: the workbook after its first import.
        as_of: the day of the take-over.

    Raises:
        NothingToRecordError: it was confirmed already; what came later was not reminded of.
    """
    if desk.book.get("Reprise") == TAKEOVER_DONE:
        raise NothingToRecordError(reason="takeover", debtor="")
    return tuple(proposal for case in desk.cases for proposal in _of_case(desk, case, as_of))


def _of_case(desk: Desk, case: Case, as_of: date) -> list[Proposal]:
    policy = policy_of(case, desk.setting)
    named = read(valid_events(case.events)).named
    groups: dict[tuple[str, date | None, str], list[str]] = defaultdict(list)
    for item in case.items:
        due = item.payable_on
        if item.open <= 0 or due is None or as_of <= due or item.number in named:
            continue
        about = item, case.debtor, policy, desk.setting, as_of
        groups[(*proposed_position(*about), bound(*about))].append(item.number)
    return [
        Proposal(case.debtor.code, tuple(numbers), step, day, why)
        for (step, day, why), numbers in groups.items()
    ]


def by_step(proposals: Iterable[Proposal]) -> list[tuple[str, int]]:
    """Return how many debtors each step is proposed for; "" is none."""
    counts = Counter(step for step, _ in {(one.step, one.debtor) for one in proposals})
    return sorted(counts.items())


def confirm(desk: Desk, as_of: date, entered_at: str) -> tuple[Proposal, ...]:
    """Write the proposals to the journal and lift the hold; the caller refreshes and saves.

    Raises:
        DayBeforeJournalError: the day is before the journal's last.
    """
    desk.check_day(as_of)
    proposals = propose(desk, as_of)
    for proposal in proposals:
        if proposal.step and proposal.day:
            desk.ledger.log(_event(proposal, as_of, entered_at))
    desk.book.set("Reprise", TAKEOVER_DONE)
    return proposals


def after_import(desk: Desk, as_of: date, entered_at: str, *, by_age: bool) -> tuple[Finding, ...]:
    """Confirm the take-over of a first import when asked to, and return what there is to say.

    Args:
        desk: the workbook after its import.
        as_of: the day of the import.
        entered_at: the moment of the entry.
        by_age: confirm; else the proposals wait for `takeover --by-age`.
    """
    if not desk.setting.takeover_pending:
        return ()
    proposals = confirm(desk, as_of, entered_at) if by_age else propose(desk, as_of)
    return told(desk, proposals, confirmed=by_age)


def untyped(desk: Desk) -> tuple[str, ...]:
    """Return the debtors who owe something and whose kind is not given yet."""
    return tuple(
        case.debtor.code
        for case in desk.cases
        if not case.debtor.kind and any(item.open > 0 for item in case.items)
    )


def told(desk: Desk, proposals: Sequence[Proposal], *, confirmed: bool) -> tuple[Finding, ...]:
    """Return why some proposals are less than they could be, and what to do about it.

    Args:
        desk: the workbook, which the next command names.
        proposals: what the take-over proposes, or proposed.
        confirmed: it was confirmed, once and for all.
    """
    found = []
    for code in dict.fromkeys(proposal.bound for proposal in proposals if proposal.bound):
        debtors = tuple(dict.fromkeys(one.debtor for one in proposals if one.bound == code))
        facts = {"count": len(debtors), "debtors": debtors, "path": desk.book.path}
        found.append(Finding(0, "", f"{code}_done" if confirmed else code, facts))
    return tuple(found)


def _event(proposal: Proposal, as_of: date, entered_at: str) -> Event:
    return Event(
        number=0,
        day=as_of,
        debtor=proposal.debtor,
        items=proposal.items,
        step=TAKEOVER,
        outcome="done",
        document=taken_over(proposal.step, proposal.day or as_of),
        entered_at=entered_at,
    )
