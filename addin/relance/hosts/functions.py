"""Every DUNNING_* function, as any spreadsheet program may call it.

One definition a function: its arguments in the user's order and the body that answers. Scalars
broadcast over ranges, a blank row answers "", and a row that can't be computed answers
"#RELANCE : ..."; nothing raises. French help is in `wording.functions`.

>>> DUNNING_DAYS("30/09/2026", "2026-11-23")
54
>>> DUNNING_INTEREST(3000, "30/09/2026", "23/11/2026")
55.04
>>> DUNNING_BUCKET([["2026-11-30"], ["2026-10-31"], [None]], "2026-11-23")
[['0 Non échu'], ['1 De 1 à 30 j'], ['']]
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from . import functions_columns as columns
from . import functions_dates as dates
from . import functions_money as money
from . import functions_policy as policy
from .functions_arguments import given
from .functions_rows import Argument, Cells, each, once

if TYPE_CHECKING:
    from .functions_table import Invoices


def DUNNING_DUE_DATE(invoice_date: Cells, terms: Cells, country: Cells = "FR") -> Cells:
    """Return the due date of an invoice from its payment terms."""
    return each(dates.due_date, given(invoice_date=invoice_date, terms=terms, country=country))


def DUNNING_DAYS(due_date: Cells, as_of: Cells, paid_on: Cells = "") -> Cells:
    """Return the days overdue: 0 on the due date, negative before; payment stops the count."""
    return each(dates.days, given(due_date=due_date, as_of=as_of, paid_on=paid_on))


def DUNNING_BUCKET(due_date: Cells, as_of: Cells, limits: Cells = "30;60;90") -> Cells:
    """Return the label of the ageing bucket."""
    return each(dates.bucket, given(due_date=due_date, as_of=as_of, limits=limits))


def DUNNING_PHASE_BY_AGE(
    due_date: Cells, as_of: Cells, regime: Cells = "FR-B2B", rules: Cells = ""
) -> Cells:
    """Return the phase where age alone puts an item, "" before the first step."""
    arguments = given(due_date=due_date, as_of=as_of, regime=regime, rules=rules)
    return each(policy.phase_by_age, arguments)


def DUNNING_PHASE(
    due_date: Cells, as_of: Cells, last_phase: Cells = 0, last_date: Cells = "",
    status: Cells = "", regime: Cells = "FR-B2B", rules: Cells = "",
) -> Cells:  # fmt: skip
    """Return the phase of the step to do now, "" when there is none."""
    arguments = given(
        due_date=due_date, as_of=as_of, last_phase=last_phase, last_date=last_date, status=status,
        regime=regime, rules=rules,
    )  # fmt: skip
    return each(policy.phase, arguments)


def DUNNING_STEP(
    due_date: Cells, as_of: Cells, last_step: Cells = "", last_date: Cells = "",
    last_channel: Cells = "", status: Cells = "", profile: Cells = "", regime: Cells = "FR-B2B",
    rules: Cells = "",
) -> Cells:  # fmt: skip
    """Return the code of the step to do now, "" when there is none."""
    arguments = _asked(
        due_date, as_of, last_step, last_date, last_channel, status, profile, regime, rules
    )
    return each(policy.step, arguments)


def DUNNING_ACTION(
    due_date: Cells, as_of: Cells, last_step: Cells = "", last_date: Cells = "",
    last_channel: Cells = "", status: Cells = "", profile: Cells = "", regime: Cells = "FR-B2B",
    rules: Cells = "",
) -> Cells:  # fmt: skip
    """Return the step to do now in words, "" when there is none."""
    arguments = _asked(
        due_date, as_of, last_step, last_date, last_channel, status, profile, regime, rules
    )
    return each(policy.action, arguments)


def DUNNING_NEXT_DATE(
    due_date: Cells, as_of: Cells, last_step: Cells = "", last_date: Cells = "",
    last_channel: Cells = "", status: Cells = "", profile: Cells = "", regime: Cells = "FR-B2B",
    rules: Cells = "",
) -> Cells:  # fmt: skip
    """Return the day of the next step, past when it is to be done; "" when there is none."""
    arguments = _asked(
        due_date, as_of, last_step, last_date, last_channel, status, profile, regime, rules
    )
    return each(policy.next_date, arguments)


def DUNNING_WHY(
    due_date: Cells, as_of: Cells, last_step: Cells = "", last_date: Cells = "",
    last_channel: Cells = "", status: Cells = "", profile: Cells = "", regime: Cells = "FR-B2B",
    rules: Cells = "",
) -> Cells:  # fmt: skip
    """Return the rule and the dates behind the next step."""
    arguments = _asked(
        due_date, as_of, last_step, last_date, last_channel, status, profile, regime, rules
    )
    return each(policy.why, arguments)


def DUNNING_RATE(on_date: Cells, regime: Cells = "FR-B2B", rates: Cells = "") -> Cells:
    """Return the yearly rate of a day, a fraction."""
    return each(money.rate, given(on_date=on_date, regime=regime, rates=rates))


def DUNNING_FLOOR(on_date: Cells, rates: Cells = "") -> Cells:
    """Return the lowest rate that a French contract may give on a day, a fraction."""
    return each(money.floor, given(on_date=on_date, rates=rates))


def DUNNING_INTEREST(
    amount: Cells, due_date: Cells, as_of: Cells, regime: Cells = "FR-B2B", rate: Cells = "",
    claim_from: Cells = "", claim_until: Cells = "", rates: Cells = "",
) -> Cells:  # fmt: skip
    """Return late-payment interest, rounded once."""
    arguments = _owed(amount, due_date, as_of, regime, rate, claim_from, claim_until, rates)
    return each(money.interest, arguments, columns.interest)


def DUNNING_FEE(
    amount: Cells, due_date: Cells, as_of: Cells, regime: Cells = "FR-B2B", rate: Cells = "",
    claim_from: Cells = "", claim_until: Cells = "", rates: Cells = "",
) -> Cells:  # fmt: skip
    """Return the fixed sum of an invoice paid late; in BE-B2C the contract's clause is assumed."""
    arguments = _owed(amount, due_date, as_of, regime, rate, claim_from, claim_until, rates)
    return each(money.fee, arguments, columns.fee)


def DUNNING_TOTAL(
    amount: Cells, due_date: Cells, as_of: Cells, regime: Cells = "FR-B2B", rate: Cells = "",
    claim_from: Cells = "", claim_until: Cells = "", rates: Cells = "",
) -> Cells:  # fmt: skip
    """Return the amount with its interest and fixed sum."""
    arguments = _owed(amount, due_date, as_of, regime, rate, claim_from, claim_until, rates)
    return each(money.total, arguments, columns.total)


def DUNNING_EXPLAIN(
    amount: Cells, due_date: Cells, as_of: Cells, regime: Cells = "FR-B2B", rate: Cells = "",
    claim_from: Cells = "", claim_until: Cells = "", rates: Cells = "",
) -> Cells:  # fmt: skip
    """Return the stretches at one rate under their headings (one invoice)."""
    arguments = _owed(amount, due_date, as_of, regime, rate, claim_from, claim_until, rates)
    return once(money.explain, arguments)


def DUNNING_CLAIM_FROM(sent_on: Cells, channel: Cells, regime: Cells) -> Cells:
    """Return the first day on which a consumer may owe interest or indemnity, "" for others."""
    return each(money.claim_from, given(sent_on=sent_on, channel=channel, regime=regime))


def DUNNING_LIMITATION(
    performed_on: Cells, regime: Cells = "FR-B2B", acknowledged_on: Cells = "", nature: Cells = ""
) -> Cells:
    """Return the last day to sue."""
    arguments = given(
        performed_on=performed_on, regime=regime, acknowledged_on=acknowledged_on, nature=nature
    )
    return each(dates.last_day_to_sue, arguments)


def DUNNING_REFERENCE(number: Cells, kind: Cells = "RF") -> Cells:
    """Return the payment reference of a number."""
    return each(dates.payment_reference, given(number=number, kind=kind))


def DUNNING_PLAN(
    amount: Cells, instalments: Cells, first_date: Cells, rate: Cells = 0, payment: Cells = ""
) -> Cells:
    """Return the lines of a payment plan under their headings."""
    arguments = given(
        amount=amount, instalments=instalments, first_date=first_date, rate=rate, payment=payment
    )
    return once(money.plan, arguments)


def DUNNING_HOLIDAYS(year: Cells, country: Cells = "FR") -> Cells:
    """Return the public holidays of a year, one a row."""
    return once(dates.holidays, given(year=year, country=country))


def DUNNING_TABLE(receivables: Cells, as_of: Cells, rules: Cells = "", rates: Cells = "") -> Cells:
    """Return every computed column of a table of invoices with headings, under its headings."""
    from .functions_table import spilled  # the sheets' headings: only here, and slow to load

    return spilled(receivables, lambda invoices: _computed(invoices, as_of, rules, rates))


def _computed(
    invoices: "Invoices", as_of: Cells, rules: Cells, rates: Cells
) -> Mapping[str, Cells]:
    """The computed columns but *Anomalie*, by key."""
    day, regime, status = invoices.payable_on, invoices.column("regime"), invoices.statuses(as_of)
    asked = (day, as_of, invoices.column("last_step"), invoices.column("last_step_date"))
    bears = (as_of, regime, "", invoices.claim_from, "", rates)
    interest = DUNNING_INTEREST(invoices.open, invoices.column("due"), *bears)
    fee = DUNNING_FEE(invoices.open, day, *bears)
    return {
        "open": invoices.open,
        "days": DUNNING_DAYS(day, as_of),
        "bucket": DUNNING_BUCKET(day, as_of),
        "phase": DUNNING_PHASE(*asked, status, regime, rules),
        "step": DUNNING_STEP(*asked, "", status, "", regime, rules),
        "next_date": DUNNING_NEXT_DATE(*asked, "", status, "", regime, rules),
        "interest": interest,
        "fee": fee,
        "total": invoices.totals(interest, fee),
    }


def _asked(
    due_date: Cells, as_of: Cells, last_step: Cells, last_date: Cells, last_channel: Cells,
    status: Cells, profile: Cells, regime: Cells, rules: Cells,
) -> tuple[Argument, ...]:  # fmt: skip
    return given(
        due_date=due_date, as_of=as_of, last_step=last_step, last_date=last_date,
        last_channel=last_channel, status=status, profile=profile, regime=regime, rules=rules,
    )  # fmt: skip


def _owed(
    amount: Cells, due_date: Cells, as_of: Cells, regime: Cells, rate: Cells, claim_from: Cells,
    claim_until: Cells, rates: Cells,
) -> tuple[Argument, ...]:  # fmt: skip
    return given(
        amount=amount, due_date=due_date, as_of=as_of, regime=regime, rate=rate,
        claim_from=claim_from, claim_until=claim_until, rates=rates,
    )  # fmt: skip


FUNCTIONS: tuple[Callable[..., Cells], ...] = (
    DUNNING_DUE_DATE, DUNNING_DAYS, DUNNING_BUCKET, DUNNING_PHASE_BY_AGE, DUNNING_PHASE,
    DUNNING_STEP, DUNNING_ACTION, DUNNING_NEXT_DATE, DUNNING_WHY, DUNNING_RATE, DUNNING_FLOOR,
    DUNNING_INTEREST, DUNNING_FEE, DUNNING_TOTAL, DUNNING_EXPLAIN, DUNNING_CLAIM_FROM,
    DUNNING_LIMITATION, DUNNING_REFERENCE, DUNNING_PLAN, DUNNING_HOLIDAYS, DUNNING_TABLE,
)  # fmt: skip
