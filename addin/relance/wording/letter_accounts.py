"""Sentences of what tells an account: debits to come, statement, penalty note, posting slip."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import cast

from ..core.account import INTEREST_FIRST, KEPT, NOTE_LEFT
from ..core.findings import Reason
from .amounts import NBSP
from .letters import interest_inside
from .tongues import Tongue


def collected(tongue: Tongue, invoice: str, amount: str, on: date | None, *, bill: bool) -> str:
    """Say that an invoice will be paid by a debit or a bill, and on which day."""
    accounts = tongue.accounts
    when = accounts.on_day.format(day=tongue.figures.long_day(on)) if on else accounts.on_due
    said = accounts.presented if bill else accounts.debited
    return said.format(amount=amount, invoice=invoice, when=when)


def debits_missed(tongue: Tongue, method: str, numbers: Sequence[str], on: date | None) -> str:
    """Say that debits or bills should have paid some invoices, "" for none.

    Args:
        tongue: the language.
        method: `direct_debit` or `bill`.
        numbers: the invoices.
        on: the day on which the only one of them was due.
    """
    if not numbers:
        return ""
    said = tongue.debits.one[method] if on else tongue.debits.several[method]
    day = tongue.figures.long_day(on) if on else ""
    return tongue.debits.missed.format(said=said.format(numbers=", ".join(numbers), day=day))


def without_vat(tongue: Tongue, regime: str) -> str:
    """Say why penalties bear no VAT, and that their note is no invoice."""
    article = tongue.accounts.belgian_vat if regime.startswith("BE-") else ""
    return tongue.accounts.without_vat.format(article=article)


def notes_included(
    tongue: Tongue, notes: Iterable[tuple[str, date]], *, replaced: bool
) -> list[str]:
    """Say that what penalty notes asked for is part of what a document claims.

    Args:
        tongue: the language.
        notes: number and day of each.
        replaced: the document is a note and takes their place.
    """
    named, accounts = _named(tongue, notes), tongue.accounts
    said = accounts.note_replaces if replaced else accounts.note_included
    return [said.format(notes=named)] if named else []


def already_noted(
    tongue: Tongue, notes: Iterable[tuple[str, date]], numbers: Collection[str]
) -> str:
    """Say that penalty notes have claimed what a message announces.

    Args:
        tongue: the language.
        notes: number and day of each.
        numbers: the invoices that the notes are about; none when they are about all of them.
    """
    asked, named = tongue.asked, _named(tongue, notes)
    if not numbers:
        return asked.noted_all.format(notes=named)
    return asked.noted_some.format(notes=named, numbers=", ".join(numbers))


def asked_before(tongue: Tongue, told: Iterable[tuple[str, date, bool]]) -> str:
    """Say by which messages some invoices were demanded already, "" when none was.

    Args:
        tongue: the language.
        told: an invoice, the day of the message, and whether it was an e-mail.
    """
    asked, by = tongue.asked, dict[tuple[date, bool], list[str]]()
    for number, on, mail in told:
        by.setdefault((on, mail), []).append(number)
    parts = []
    for (on, mail), numbers in sorted(by.items(), reverse=True):
        message = asked.by_mail if mail else asked.by_letter
        said = message.format(day=tongue.figures.long_day(on))
        parts.append(f"{said}{tongue.colon}{', '.join(numbers)}")
    return asked.asked_before.format(messages=tongue.both.join(parts)) if parts else ""


def left_to_pay(
    tongue: Tongue, notes: Iterable[tuple[str, date]], rests: Mapping[str, str], claimed: str,
    on: date | None, regime: str, invoices: int,
) -> str:  # fmt: skip
    """Say what thanks for a principal leave to be paid, "" when it is nothing.

    Args:
        tongue: the language.
        notes: number and day of each penalty note.
        rests: what is left of those that were paid in part, by number.
        claimed: what a letter claimed and no note did, "" for nothing.
        on: the day of that letter, None when the reader had none.
        regime: the law of what it claimed.
        invoices: how many were paid.
    """
    accounts = tongue.accounts
    parts = [
        _named(tongue, [note])
        + (accounts.note_rest.format(amount=rests[note[0]]) if note[0] in rests else "")
        for note in notes
    ]
    if claimed:
        names = extras(tongue, regime, interest=True, fees=invoices)
        after = accounts.after_letter.format(day=tongue.figures.long_day(on)) if on else ""
        parts.append(accounts.letter_left.format(amount=claimed, extras=names) + after)
    return accounts.left_to_pay.format(left=tongue.both.join(parts)) if parts else ""


def credit_held(tongue: Tongue, amount: str, *, apart: bool) -> str:
    """Say what we hold of a debtor, "" for nothing; `apart`: it is not taken off what is left."""
    accounts = tongue.accounts
    said = accounts.credit_apart if apart else accounts.credit_held
    return said.format(amount=amount) if amount else ""


def _named(tongue: Tongue, notes: Iterable[tuple[str, date]]) -> str:
    said, day = tongue.accounts.note_named, tongue.figures.long_day
    return tongue.both.join(said.format(number=number, day=day(on)) for number, on in notes)


def letter_included(tongue: Tongue, on: date) -> str:
    """Say that what a letter claimed beside the principal is part of a penalty note."""
    return tongue.accounts.letter_included.format(day=tongue.figures.long_day(on))


def after_thanks(tongue: Tongue, on: date) -> str:
    """Say that a penalty note does not take back what thanks said."""
    return tongue.accounts.note_after_thanks.format(day=tongue.figures.long_day(on))


def deducted(tongue: Tongue, amount: str) -> str:
    """Say what was paid on an earlier penalty note."""
    return tongue.accounts.note_paid.format(amount=amount)


def extras(tongue: Tongue, regime: str, *, interest: bool, fees: int) -> str:
    """Name what the law adds to a principal, "" when it adds nothing; it follows a plural article.

    Args:
        tongue: the language.
        regime: the law that interest is called after.
        interest: it adds interest.
        fees: how many fixed sums it adds.
    """
    names = [interest_inside(tongue, regime)] if interest else []
    accounts = tongue.accounts
    single = accounts.fixed_sum if interest else accounts.fixed_sum_alone
    return tongue.both.join(
        [*names, *([accounts.fixed_sums if fees > 1 else single] if fees else [])]
    )


def beside_balance(tongue: Tongue, reason: Reason) -> str:
    """Say what a statement tells beside its lines: agreements, interest paid, notes to be paid."""
    facts, figures = reason.facts, tongue.figures
    if reason.code not in (NOTE_LEFT, INTEREST_FIRST):
        return agreement(tongue, reason)
    amount = figures.money(cast(Decimal, facts["amount"]), str(facts["currency"]))
    if reason.code == INTEREST_FIRST:
        return tongue.accounts.interest_first.format(amount=amount)
    said = tongue.accounts.note_beside.format(
        number=facts["note"], day=figures.long_day(cast(date, facts["day"])), amount=amount
    )
    if "claimed_on" not in facts:
        return said
    day = figures.long_day(cast(date, facts["claimed_on"]))
    return f"{said} {tongue.accounts.note_claimed.format(day=day)}"


def agreement(tongue: Tongue, reason: Reason) -> str:
    """Say which agreement has ended some invoices, or which one is to be paid in their place."""
    facts, says = reason.facts, tongue.accounts
    told = {
        "day": tongue.figures.long_day(cast(date, facts["agreed_on"])),
        "invoices": ", ".join(cast(tuple[str, ...], facts["numbers"])),
    }
    sentences = {KEPT: says.settled, "settlement_unsure": says.checking, "planned": says.planned}
    if reason.code in sentences:
        return sentences[reason.code].format_map(told)
    if reason.code == "promised":
        return says.promised.format_map(told | _asked(tongue, facts))
    return says.settling.format_map(told | _asked(tongue, facts)) + _left(tongue, facts)


def _asked(tongue: Tongue, facts: Mapping[str, object]) -> dict[str, str]:
    """What a settlement asks for, or a promise announces, and until when."""
    amount = tongue.figures.money(cast(Decimal, facts["amount"]), str(facts["currency"]))
    return {"by": tongue.figures.long_day(cast(date, facts["by"])), "amount": amount}


def _left(tongue: Tongue, facts: Mapping[str, object]) -> str:
    """What has come of a settlement and what is left, "" when nothing has."""
    amount, paid = cast(Decimal, facts["amount"]), cast(Decimal, facts["paid"])
    if not paid:
        return ""
    money, currency = tongue.figures.money, str(facts["currency"])
    return tongue.accounts.settling_left.format(
        paid=money(paid, currency), left=money(amount - paid, currency)
    )


def packets(count: int) -> str:
    """Return how many letters a posting slip lists."""
    return f"{count}{NBSP}pli{'s' if count > 1 else ''}"
