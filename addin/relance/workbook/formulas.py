"""The computed columns of `Factures` as formulas, for books that compute in their cells.

Each argument of a DUNNING_* function is a cell of the row, a named cell or a constant, never an
expression: Excel's call cache can then compute a whole column in one call. Formulas are as files
hold them: English names, commas, structured references in full.
"""

from ..core.records import CREDITS
from ..wording.labels import label
from . import schema

SHEET = schema.INVOICES


def _cell(key: str) -> str:
    return f"{SHEET.table}[[#This Row],[{SHEET.heading(key)}]]"


def _payable(function: str, *rest: str) -> str:
    """A function of the day from which the invoice is late: the extension, else the due date."""
    others = "".join(f",{one}" for one in rest)
    extended, due = _cell("extended_to"), _cell("due")
    return f'IF({extended}="",{function}({due}{others}),{function}({extended}{others}))'


def _if_owed(formula: str) -> str:
    return f'IF(N({_cell("open")})>0,{formula},"")'


def _of_policy(function: str, *rest: str) -> str:
    """A function of the policy; blank while nothing says which one the client follows."""
    asked = _payable(function, *rest, _cell("follows"), "Regles")
    return _if_owed(f'IF({_cell("follows")}="","",{asked})')


def _step(function: str) -> str:
    last = (_cell("last_step"), _cell("last_step_date"))
    return _of_policy(function, "AsOf", *last, '""', _cell("situation"), _cell("applied_profile"))


def _bearing(function: str, day: str, gap: str) -> str:
    """A function of the law of the debt, with what the row does not know; 0 when none applies."""
    asked = (
        f"{function}({_cell('open')},{day},AsOf,{_cell('bears')},{_cell('agreed_rate')},"
        f'{_cell("claim_from")},"",TauxLocaux)'
    )
    return f"ROUND({asked}+N({_cell(gap)}),2)"


def _fee() -> str:
    extended = _cell("extended_to")
    by_day = (_bearing("DUNNING_FEE", day, "fee_gap") for day in (_cell("due"), extended))
    return f'IF({extended}="",{",".join(by_day)})'


def _owed(bearing: str) -> str:
    return _if_owed(f'IF({_cell("bears")}="",0,{bearing})')


def invoice_formulas() -> dict[str, str]:
    """Return the formulas of `Factures` by heading, each with its leading "="."""
    amount, paid, kind, owed = (_cell(key) for key in ("amount", "paid", "kind", "open"))
    credits_ = ",".join(f'{kind}="{label("item_kind", code)}"' for code in CREDITS)
    signed = f"IF(OR({credits_}),ABS(N({paid}))-ABS({amount}),{amount}-N({paid}))"
    formulas = {
        "open": f'IF({amount}="","",{signed})',
        "days": _if_owed(_payable("DUNNING_DAYS", "AsOf")),
        "bucket": _if_owed(_payable("DUNNING_BUCKET", "AsOf")),
        "phase": _of_policy(
            "DUNNING_PHASE", "AsOf", _cell("last_step"), _cell("last_step_date"),
            _cell("situation"),
        ),
        "step": _step("DUNNING_STEP"),
        "next_date": _step("DUNNING_NEXT_DATE"),
        "interest": _owed(_bearing("DUNNING_INTEREST", _cell("due"), "interest_gap")),
        "fee": _owed(_fee()),
        "total": f'IF(N({owed})=0,"",{owed}+N({_cell("interest")})+N({_cell("fee")}))',
    }  # fmt: skip
    return {SHEET.heading(key): f"={formula}" for key, formula in formulas.items()}
