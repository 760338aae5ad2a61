"""What must not be missed: dates that the law or a contract gives, limits, records that end.

An alarm asks a person for something that no letter does. It shows until the cause is gone; a
claim in a procedure, until its invoices have the status `insolvent`.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import TypedDict

from .. import data
from .blocks import last_day_in_time
from .contract import agreed_rate, floor_reasons
from .dated import ONE_DAY
from .findings import Reason
from .history import History, read
from .law import Rates, fact, rates_from_text
from .months import add_months
from .question import largest, policy_of
from .records import CONFIDENTIAL, Case, Receivable
from .regimes import get
from .setting import Setting, regime_code
from .settlements import SETTLEMENT, Agreement, agreements

TITLES = 3  # rates that end together are named as long as a line bears it; they have commas
OF_SETTLEMENTS = {
    "kept": "settlement_to_write_off", "unsure": "settlement_to_check",
    "lapsed": "settlement_lapsed",
}  # fmt: skip
PUBLISHED = ("sauvegarde", "redressement", "liquidation")  # French, announced in the BODACC

NOT_COUNTED = "fr_legal_"  # of French consumers: a notice starts interest and counts none


@cache
def days_of(code: str) -> timedelta:
    """Return the days of an alarm of `data/alarms.toml`."""
    return timedelta(days=data.tables("alarms")[code]["days"])


def ending(names: Iterable[str], rates: Rates | None, as_of: date) -> Iterator[Reason]:
    """Yield the days on which the record of some rates ends, or ended.

    Letters then stop interest there, "à parfaire"; a rate that no letter counts goes unsaid.

    Args:
        names: series of `data/law`.
        rates: the user's own; None for the record as it is shipped.
        as_of: the day.
    """
    record, ends = rates or rates_from_text(""), dict[tuple[date, bool], list[str]]()
    for name in names:
        until = record.series(name).last_known or date.min
        ends.setdefault((until, name.startswith(NOT_COUNTED)), []).append(name)
    for (until, is_unsaid), together in sorted(ends.items()):
        titles = [record.series(name).title for name in together]
        titles[TITLES:] = ["etc"] if len(titles) > TITLES else []
        facts = {"names": together, "titles": " ; ".join(titles), "until": until}
        if until < as_of:
            yield Reason("rate_ended", facts | ({"reason": "unsaid"} if is_unsaid else {}))
        elif until - as_of <= days_of("rate_ends"):
            yield Reason("rate_ends", facts)


def series_in_use(cases: Iterable[Case], setting: Setting) -> tuple[str, ...]:
    """Return the series that the open items rest on, where no contract gives the rate.

    One without any value on record has no end to tell: nothing rests on it.
    """
    regimes = {
        regime_code(item, case.debtor, setting.creditor)
        for case in cases
        for item in case.items
        if item.open > 0
    }
    used = [
        get(code, setting.rates)
        for code in sorted(regimes - {""})
        if agreed_rate(code, setting.creditor) is None
    ]
    return tuple(dict.fromkeys(one.series_name for one in used if one.known_until is not None))


def below_floor(cases: Iterable[Case], setting: Setting, as_of: date) -> Iterator[Reason]:
    """Yield that the contract's rate is under what the law lets a contract give, once for all.

    Every day of the delay of what is late is looked at: a floor that has come down since was still
    that of the older days (C. com. L441-10, II).
    """
    starts: dict[str, date] = {}
    for case in cases:
        for item in case.items:
            if item.open > 0 and item.due and item.due < as_of:
                code = regime_code(item, case.debtor, setting.creditor)
                starts[code] = min(starts.get(code, as_of), item.due + ONE_DAY)
    for code in sorted(starts.keys() - {""}):
        agreed = agreed_rate(code, setting.creditor)
        if agreed is not None:
            found = floor_reasons(code, setting.rates, agreed, starts[code], as_of)
            yield from (one for one in found if one.code == "contract_rate_below_floor")


def of_case(case: Case, setting: Setting, as_of: date) -> Iterator[Reason]:
    """Yield the alarms of one debtor on a day, the gravest first."""
    name = {"debtor": case.debtor.code, "name": case.debtor.name or case.debtor.code}
    for reason in (
        *_of_procedure(case, setting, as_of),
        *_of_age(case, as_of),
        *_of_limit(case),
        *_of_settlements(case, setting, as_of),
    ):
        yield Reason(reason.code, {**name, **reason.facts})


def _of_procedure(case: Case, setting: Setting, as_of: date) -> Iterator[Reason]:
    """Declare what was born before the opening, and claim the goods that are still ours.

    Source: C. com. R622-24 and L624-9; a confidential procedure is never named.
    """
    procedure, creditor = case.debtor.procedure, setting.creditor
    undeclared = any(_is_older(item, procedure.opened_on) for item in case.items)
    if not procedure.kind or procedure.kind in CONFIDENTIAL or not undeclared:
        return
    if procedure.kind not in PUBLISHED:
        yield Reason("claim_to_tell", {"kind": procedure.kind})
        return
    if procedure.published_on is None:
        yield Reason("publication_missing", {"kind": procedure.kind})
        return
    abroad = (creditor.country or "FR") != "FR"
    name = "fr_declaration_abroad_months" if abroad else "fr_declaration_months"
    facts = _term(name, procedure.published_on)
    yield Reason("claim_to_declare" if as_of <= facts["until"] else "claim_late", facts)
    title = _term("fr_title_months", procedure.published_on)
    if creditor.retention_of_title and as_of <= title["until"]:
        yield Reason("title_to_claim", title)


class _Term(TypedDict):
    until: date
    law: str


def _term(name: str, start: date) -> _Term:
    """The last day of some months of the law, counted from a day."""
    rule = fact(name)
    return {"until": add_months(start, rule.whole), "law": rule.law}


def _is_older(item: Receivable, opened_on: date | None) -> bool:
    """Tell whether an item was born before the opening and nobody has marked it as declared."""
    born = item.performed_on or item.issued
    owed = item.open > 0 and item.status not in ("insolvent", "closed")
    return owed and not (opened_on and born and born >= opened_on)


def _of_age(case: Case, as_of: date) -> Iterator[Reason]:
    """An insurer and a surety want to hear of an invoice that stays unpaid."""
    late = [
        (item.due, item.number)
        for item in case.items
        if item.open > 0 and item.due and item.status != "closed" and item.kind != "retention"
    ]
    if not late:
        return
    due, number = min(late)
    facts = {"number": number, "due": due, "days": (as_of - due).days}
    if case.debtor.surety and as_of - due >= days_of("surety_deadline"):
        yield Reason("surety_deadline", {**facts, "who": case.debtor.surety})
    if case.debtor.insurance and as_of - due >= days_of("insurer_deadline"):
        yield Reason("insurer_deadline", {**facts, "who": case.debtor.insurance})


def _of_limit(case: Case) -> Iterator[Reason]:
    """More is owed than was to be; currencies do not add up, the largest sum counts."""
    limit, (owed, currency) = case.debtor.credit_limit, largest(case)
    if limit is not None and owed > limit:
        yield Reason("over_limit", {"open": owed, "currency": currency, "limit": limit})


def _of_settlements(case: Case, setting: Setting, as_of: date) -> Iterator[Reason]:
    """What a settlement leaves to be done in the accounts, or that it has lapsed."""
    history = read(event for event in case.events if event.day <= as_of)
    if not any(event.step == SETTLEMENT for event in history.events):
        return
    for one in agreements(case, setting, policy_of(case, setting), history, as_of):
        if one.left > 0 and one.state != "running" and not _is_known(one, setting, history):
            yield Reason(OF_SETTLEMENTS[one.state], one.reason().facts)


def _is_known(one: Agreement, setting: Setting, history: History) -> bool:
    """A settlement that lapsed is old news once its items were asked for again."""
    last = last_day_in_time(one.settlement.by, setting)
    again = (
        event
        for event in history.contacts
        if event.day > last and not set(event.items).isdisjoint(one.settlement.items)
    )
    return one.state == "lapsed" and any(again)
