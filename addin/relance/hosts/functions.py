"""Every DUNNING_* function, as any spreadsheet program may call it.

One definition a function: its arguments in the user's order, how each cell is read, and the body
that answers. Scalars broadcast over ranges, a blank row answers "", and a row that can't be
computed answers "#RELANCE : ..."; nothing raises. French help is in `wording.functions`.

>>> DUNNING_DAYS("30/09/2026", "2026-11-23")
54
>>> DUNNING_INTEREST(3000, "30/09/2026", "23/11/2026")
55.04
>>> DUNNING_BUCKET([["2026-11-30"], ["2026-10-31"], [None]], "2026-11-23")
[['0 Non échu'], ['1 De 1 à 30 j'], ['']]
"""

from collections.abc import Callable, Mapping

from . import functions_dates as dates
from . import functions_money as money
from . import functions_policy as policy
from .cells import (
    read_cents,
    read_code,
    read_day,
    read_rate,
    read_regime,
    read_status,
    read_step,
    read_text,
    read_whole,
    read_word,
)  # fmt: skip
from .functions_rows import Argument, Cells, each, key, may, need, once
from .functions_table import Invoices, spilled

read_channel = read_code("channel")
read_profile = read_code("profile")


def DUNNING_DUE_DATE(invoice_date: Cells, terms: Cells, country: Cells = "FR") -> Cells:
    """Return the due date of an invoice from its payment terms."""
    return each(
        dates.due_date,
        key("invoice_date", invoice_date, read_day),
        need("terms", terms, read_text),
        need("country", country, dates.read_country),
    )


def DUNNING_DAYS(due_date: Cells, as_of: Cells, paid_on: Cells = "") -> Cells:
    """Return the days overdue: 0 on the due date, negative before; payment stops the count."""
    return each(
        dates.days,
        key("due_date", due_date, read_day),
        need("as_of", as_of, read_day),
        may("paid_on", paid_on, read_day),
    )


def DUNNING_BUCKET(due_date: Cells, as_of: Cells, limits: Cells = "30;60;90") -> Cells:
    """Return the label of the ageing bucket."""
    return each(
        dates.bucket,
        key("due_date", due_date, read_day),
        need("as_of", as_of, read_day),
        need("limits", limits, dates.read_limits),
    )


def DUNNING_PHASE_BY_AGE(
    due_date: Cells, as_of: Cells, regime: Cells = "FR-B2B", rules: Cells = ""
) -> Cells:
    """Return the phase where age alone puts an item."""
    return each(
        policy.phase_by_age,
        key("due_date", due_date, read_day),
        need("as_of", as_of, read_day),
        may("regime", regime, read_regime),
        may("rules", rules, policy.read_rules),
    )


def DUNNING_PHASE(
    due_date: Cells, as_of: Cells, last_phase: Cells = 0, last_date: Cells = "",
    status: Cells = "", regime: Cells = "FR-B2B", rules: Cells = "",
) -> Cells:  # fmt: skip
    """Return the phase of the step to do now, "" when there is none."""
    return each(
        policy.phase,
        key("due_date", due_date, read_day),
        need("as_of", as_of, read_day),
        may("last_phase", last_phase, read_step),
        may("last_date", last_date, read_day),
        may("status", status, read_status),
        may("regime", regime, read_regime),
        may("rules", rules, policy.read_rules),
    )


def DUNNING_STEP(
    due_date: Cells, as_of: Cells, last_step: Cells = "", last_date: Cells = "",
    last_channel: Cells = "", status: Cells = "", profile: Cells = "", regime: Cells = "FR-B2B",
    rules: Cells = "",
) -> Cells:  # fmt: skip
    """Return the code of the step to do now, "" when there is none."""
    return _ask(
        policy.step, due_date, as_of, last_step, last_date, last_channel, status, profile, regime,
        rules,
    )  # fmt: skip


def DUNNING_ACTION(
    due_date: Cells, as_of: Cells, last_step: Cells = "", last_date: Cells = "",
    last_channel: Cells = "", status: Cells = "", profile: Cells = "", regime: Cells = "FR-B2B",
    rules: Cells = "",
) -> Cells:  # fmt: skip
    """Return the step to do now in words, "" when there is none."""
    return _ask(
        policy.action, due_date, as_of, last_step, last_date, last_channel, status, profile,
        regime, rules,
    )  # fmt: skip


def DUNNING_NEXT_DATE(
    due_date: Cells, as_of: Cells, last_step: Cells = "", last_date: Cells = "",
    last_channel: Cells = "", status: Cells = "", profile: Cells = "", regime: Cells = "FR-B2B",
    rules: Cells = "",
) -> Cells:  # fmt: skip
    """Return the day of the next step, past when it is to be done."""
    return _ask(
        policy.next_date, due_date, as_of, last_step, last_date, last_channel, status, profile,
        regime, rules,
    )  # fmt: skip


def DUNNING_WHY(
    due_date: Cells, as_of: Cells, last_step: Cells = "", last_date: Cells = "",
    last_channel: Cells = "", status: Cells = "", profile: Cells = "", regime: Cells = "FR-B2B",
    rules: Cells = "",
) -> Cells:  # fmt: skip
    """Return the rule and the dates behind the next step."""
    return _ask(
        policy.why, due_date, as_of, last_step, last_date, last_channel, status, profile, regime,
        rules,
    )  # fmt: skip


def DUNNING_RATE(on_date: Cells, regime: Cells = "FR-B2B", rates: Cells = "") -> Cells:
    """Return the yearly rate of a day, a fraction."""
    return each(
        money.rate,
        key("on_date", on_date, read_day),
        may("regime", regime, read_regime),
        may("rates", rates, money.read_rates),
    )


def DUNNING_FLOOR(on_date: Cells, rates: Cells = "") -> Cells:
    """Return the lowest rate that a French contract may give on a day, a fraction."""
    return each(
        money.floor, key("on_date", on_date, read_day), may("rates", rates, money.read_rates)
    )


def DUNNING_INTEREST(
    amount: Cells, due_date: Cells, as_of: Cells, regime: Cells = "FR-B2B", rate: Cells = "",
    claim_from: Cells = "", claim_until: Cells = "", rates: Cells = "",
) -> Cells:  # fmt: skip
    """Return late-payment interest, rounded once."""
    arguments = _money(amount, due_date, as_of, regime, rate, claim_from, claim_until, rates)
    return each(money.interest, *arguments)


def DUNNING_FEE(
    amount: Cells, due_date: Cells, as_of: Cells, regime: Cells = "FR-B2B", rate: Cells = "",
    claim_from: Cells = "", claim_until: Cells = "", rates: Cells = "",
) -> Cells:  # fmt: skip
    """Return the fixed sum of an invoice paid late; in BE-B2C the contract's clause is assumed."""
    arguments = _money(amount, due_date, as_of, regime, rate, claim_from, claim_until, rates)
    return each(money.fee, *arguments)


def DUNNING_TOTAL(
    amount: Cells, due_date: Cells, as_of: Cells, regime: Cells = "FR-B2B", rate: Cells = "",
    claim_from: Cells = "", claim_until: Cells = "", rates: Cells = "",
) -> Cells:  # fmt: skip
    """Return the amount with its interest and fixed sum."""
    arguments = _money(amount, due_date, as_of, regime, rate, claim_from, claim_until, rates)
    return each(money.total, *arguments)


def DUNNING_EXPLAIN(
    amount: Cells, due_date: Cells, as_of: Cells, regime: Cells = "FR-B2B", rate: Cells = "",
    claim_from: Cells = "", claim_until: Cells = "", rates: Cells = "",
) -> Cells:  # fmt: skip
    """Return the stretches at one rate under their headings (one invoice)."""
    arguments = _money(amount, due_date, as_of, regime, rate, claim_from, claim_until, rates)
    return once(money.explain, *arguments)


def DUNNING_CLAIM_FROM(sent_on: Cells, channel: Cells, regime: Cells) -> Cells:
    """Return the first day on which a consumer may owe interest or indemnity, "" for others."""
    return each(
        money.claim_from,
        key("sent_on", sent_on, read_day),
        may("channel", channel, read_channel),
        may("regime", regime, read_regime),
    )


def DUNNING_LIMITATION(
    performed_on: Cells, regime: Cells = "FR-B2B", acknowledged_on: Cells = "", nature: Cells = ""
) -> Cells:
    """Return the last day to sue."""
    return each(
        dates.last_day_to_sue,
        key("performed_on", performed_on, read_day),
        may("regime", regime, read_regime),
        may("acknowledged_on", acknowledged_on, read_day),
        may("nature", nature, read_word),
    )


def DUNNING_REFERENCE(number: Cells, kind: Cells = "RF") -> Cells:
    """Return the payment reference of a number."""
    return each(
        dates.payment_reference,
        key("number", number, read_text),
        may("kind", kind, dates.read_kind),
    )


def DUNNING_PLAN(
    amount: Cells, instalments: Cells, first_date: Cells, rate: Cells = 0, payment: Cells = ""
) -> Cells:
    """Return the lines of a payment plan under their headings."""
    return once(
        money.plan,
        key("amount", amount, read_cents),
        may("instalments", instalments, read_whole),
        need("first_date", first_date, read_day),
        may("rate", rate, read_rate),
        may("payment", payment, read_cents),
    )


def DUNNING_HOLIDAYS(year: Cells, country: Cells = "FR") -> Cells:
    """Return the public holidays of a year, one a row."""
    return once(
        dates.holidays, key("year", year, read_whole), need("country", country, dates.read_country)
    )


def DUNNING_TABLE(receivables: Cells, as_of: Cells, rules: Cells = "", rates: Cells = "") -> Cells:
    """Return every computed column of a table of invoices with headings, under its headings."""
    return spilled(receivables, lambda invoices: _computed(invoices, as_of, rules, rates))


def _computed(invoices: Invoices, as_of: Cells, rules: Cells, rates: Cells) -> Mapping[str, Cells]:
    owed = invoices.demandable(invoices.payable_on)
    regime = invoices.column("regime")
    asked = (
        owed, as_of, invoices.column("last_step"), invoices.column("last_step_date"), "",
        invoices.column("status"), "", regime, rules,
    )  # fmt: skip
    bears = (invoices.open, invoices.column("due"), as_of, regime, "", invoices.claim_from, "")
    return {
        "open": invoices.open,
        "days": DUNNING_DAYS(owed, as_of),
        "bucket": DUNNING_BUCKET(owed, as_of),
        "phase": DUNNING_PHASE(*asked[:4], asked[5], regime, rules),
        "step": DUNNING_STEP(*asked),
        "next_date": DUNNING_NEXT_DATE(*asked),
        "interest": DUNNING_INTEREST(*bears, rates),
        "fee": DUNNING_FEE(*bears, rates),
        "total": DUNNING_TOTAL(*bears, rates),
    }


def _ask(
    body: Callable[..., object], due_date: Cells, as_of: Cells, last_step: Cells,
    last_date: Cells, last_channel: Cells, status: Cells, profile: Cells, regime: Cells,
    rules: Cells,
) -> Cells:  # fmt: skip
    return each(
        body,
        key("due_date", due_date, read_day),
        need("as_of", as_of, read_day),
        may("last_step", last_step, read_step),
        may("last_date", last_date, read_day),
        may("last_channel", last_channel, read_channel),
        may("status", status, read_status),
        may("profile", profile, read_profile),
        may("regime", regime, read_regime),
        may("rules", rules, policy.read_rules),
    )


def _money(
    amount: Cells, due_date: Cells, as_of: Cells, regime: Cells, rate: Cells, claim_from: Cells,
    claim_until: Cells, rates: Cells,
) -> tuple[Argument, ...]:  # fmt: skip
    return (
        key("amount", amount, read_cents),
        key("due_date", due_date, read_day, needed=False),  # a credit note bears nothing
        need("as_of", as_of, read_day),
        may("regime", regime, read_regime),
        may("rate", rate, read_rate),
        may("claim_from", claim_from, read_day),
        may("claim_until", claim_until, read_day),
        may("rates", rates, money.read_rates),
    )


FUNCTIONS: tuple[Callable[..., Cells], ...] = (
    DUNNING_DUE_DATE, DUNNING_DAYS, DUNNING_BUCKET, DUNNING_PHASE_BY_AGE, DUNNING_PHASE,
    DUNNING_STEP, DUNNING_ACTION, DUNNING_NEXT_DATE, DUNNING_WHY, DUNNING_RATE, DUNNING_FLOOR,
    DUNNING_INTEREST, DUNNING_FEE, DUNNING_TOTAL, DUNNING_EXPLAIN, DUNNING_CLAIM_FROM,
    DUNNING_LIMITATION, DUNNING_REFERENCE, DUNNING_PLAN, DUNNING_HOLIDAYS, DUNNING_TABLE,
)  # fmt: skip
