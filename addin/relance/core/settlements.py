"""Settlements (accords de règlement): less than what is owed, if it is paid by a day.

A settlement is two lines of the journal. One, from the debtor's side of it, tells the terms
("800.00 / 1000.00 EUR 2026-12-15"); the other tells its letter. It holds its items while it may
still be paid, and for good once it is; paid too late or in part, it lapses and the whole is owed
again, without novation. It ends when a person cancels it, reverses either line, or agrees on
another one about the same items.

>>> terms(Decimal(800), Decimal(1000), "EUR", date(2026, 12, 15))
'800.00 / 1000.00 EUR 2026-12-15'
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from .blocks import first_day_late, last_day_in_time
from .findings import Reason
from .history import History
from .letters_of import agreement_lines
from .money import ZERO
from .parse import parse_amount
from .policy import Policy
from .records import Case, Event, Receivable, Settlement
from .setting import Setting
from .settled_by import Free, Netted, Share, free_money, in_time, late, unused, used_of, was_there

SETTLEMENT = "settlement"  # the line of the agreement
LETTER = "settlement_letter"  # that of the letter that says it
State = Literal["running", "kept", "unsure", "lapsed"]
CODES: dict[State, str] = {
    "running": "settlement", "kept": "settlement_kept", "unsure": "settlement_unsure",
    "lapsed": "settlement_lapsed",
}  # fmt: skip

HOLDING = tuple(code for state, code in CODES.items() if state != "lapsed")  # codes of blocks


class Agreement(NamedTuple):
    """A settlement on a day: where it stands, what was paid in time, what is left on its items.

    `unsure` is one whose sum seems to be there, on a day that nobody knows: an import tells what
    is paid and not when. `left` is what is open on its items, less what it takes of credits while
    it holds; once it has lapsed, less the whole of the credits that it nets, never below zero. One
    that has lapsed still knows what it netted, which tells later ones what was in their sum, and
    takes nothing: `used` is empty.
    """

    settlement: Settlement
    state: State
    paid: Decimal
    left: Decimal
    netted: tuple[Receivable, ...] = ()  # what may be in it of credits, less what older ones take
    used: tuple[Share, ...] = ()  # what it takes of them while it holds: nobody else nets that

    def reason(self) -> Reason:
        """Return what is to be known of it, as a reason."""
        one = self.settlement
        facts = {
            "numbers": one.items, "by": one.by, "agreed_on": one.agreed_on, "amount": one.amount,
            "paid": self.paid, "open": self.left, "currency": one.currency,
        }  # fmt: skip
        return Reason(CODES[self.state], facts)


def terms(amount: Decimal, owed: Decimal, currency: str, by: date) -> str:
    """Return how the journal tells a settlement, in a field that its hash covers."""
    return f"{amount:.2f} / {owed:.2f} {currency} {by}"


def agreed(history: History) -> tuple[Settlement, ...]:
    """Return the settlements that nobody has ended, the oldest first; paid or not.

    One that replaces another has its place.
    """
    said = letters_by_settlement(history)
    live: list[Settlement] = []
    place = 0
    for event in history.events:
        if event.step != SETTLEMENT or event.direction != "in":
            continue
        about = set(event.items)
        ended = [one for one in live if not about.isdisjoint(one.items)]
        if ended:
            place = live.index(ended[0])
        live = [one for one in live if one not in ended]
        if event.outcome == "done" and event.number in said:
            live.insert(place, _read(event))
        place = place if event.outcome == "replaced" else len(live)
    return tuple(live)


def letters_by_settlement(history: History) -> dict[int, list[Event]]:
    """Return the letters that nobody has reversed, by the number of the line of their terms.

    One that another has replaced says nothing any more, though that other one be reversed.
    """
    letters = _standing_letters(history)
    if not letters:
        return {}
    lines, found = agreement_lines(history.lines, SETTLEMENT, LETTER), dict[int, list[Event]]()
    for letter in (one for one in letters if one.number in lines):
        found.setdefault(lines[letter.number], []).append(letter)
    return found


def _standing_letters(history: History) -> list[Event]:
    """The letters that none has taken the place of; one may be written again in its own name."""
    standing: list[Event] = []
    for event in history.events:
        if event.step == LETTER and event.outcome == "replaced":
            standing = [one for one in standing if one.document != event.document]
        elif event.step == LETTER:
            standing.append(event)
    return standing


def _read(event: Event) -> Settlement:
    amount, _, owed, currency, by = event.document.split()
    return Settlement(
        event.debtor, event.day, date.fromisoformat(by), parse_amount(amount), parse_amount(owed),
        event.items, currency, event.number,
    )  # fmt: skip


def agreements(
    case: Case, setting: Setting, policy: Policy, history: History, as_of: date
) -> tuple[Agreement, ...]:
    """Return where each settlement of a debtor stands on a day, the oldest first.

    Args:
        case: the debtor, with what is open and what was paid.
        setting: how far the bank data go: a settlement has not lapsed before they tell.
        policy: the debtor's policy.
        history: the journal up to the day.
        as_of: the day.
    """
    free = free_money(case)
    left = [item for item in case.items if item.open < 0]
    found: list[Agreement] = []
    for one in agreed(history):
        rest = tuple(freed(left, found))
        netted = tuple(item for item in rest if _nets(one, item, found, setting, policy))
        found.append(_agreement(one, case, netted, setting, policy, history, free, as_of))
    return tuple(found)


def _agreement(
    one: Settlement, case: Case, netted: tuple[Receivable, ...], setting: Setting, policy: Policy,
    history: History, free: Sequence[Free], as_of: date,
) -> Agreement:  # fmt: skip
    last = last_day_in_time(one.by, setting)
    came = in_time(one, case, history, free, min(last, as_of))
    covered = [item for item in case.items if item.number in one.items and item.open > 0]
    whole = sum((item.open for item in covered), ZERO)
    owed = whole + sum((item.open for item in netted), ZERO)
    state: State = "lapsed"
    if came.sum >= one.amount:
        state = "kept"
    elif as_of < first_day_late(one.by, setting, policy):
        state = "running"
    elif one.owed - owed - late(one, case.payments, last) >= one.amount:
        state = "unsure"
    if state == "lapsed":
        return Agreement(one, state, came.sum, max(owed, ZERO), netted)
    used = tuple(used_of(one, netted, whole, came, case.payments))
    rest = whole - sum((share.amount for share in used), ZERO)
    return Agreement(one, state, came.sum, max(rest, ZERO), netted, used)


def _nets(
    one: Settlement, item: Receivable, older: Iterable[Agreement], setting: Setting, policy: Policy
) -> bool:  # fmt: skip
    """Tell whether a settlement nets a credit: money, or what it knew; a later one is no money.

    One that has lapsed gives back what it knew, but not to a settlement of before that.
    """
    if not was_there(item, one.agreed_on) or item.currency != one.currency:
        return False
    return not any(
        before.state == "lapsed"
        and one.agreed_on < first_day_late(before.settlement.by, setting, policy)
        and item in before.netted
        for before in older
    )


def left_of(case: Case, setting: Setting, history: History) -> tuple[Free, ...]:
    """Return a debtor's payments without an invoice, and what settlements leave of each."""
    free = free_money(case)
    for one in agreed(history):
        in_time(one, case, history, free, last_day_in_time(one.by, setting))
    return free


def settled(item: Receivable, found: Iterable[Agreement]) -> Reason | None:
    """Return the settlement that holds an item, None when there is none or it has lapsed."""
    for one in found:
        if item.number in one.settlement.items and one.state != "lapsed":
            return one.reason()
    return None


def spared(found: Iterable[Agreement]) -> frozenset[str]:
    """Return the items of which a settlement waives the rest, penalties included."""
    return frozenset(
        item for one in found if one.state != "lapsed" for item in one.settlement.items
    )


def freed(items: Iterable[Receivable], found: Iterable[Agreement | Netted]) -> Iterator[Receivable]:
    """Yield items, each credit less what agreements that hold have used of it."""
    return unused(items, [share for one in found for share in one.used])
