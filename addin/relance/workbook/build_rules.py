"""Validations and conditional tints of the tables; whole columns, so that new rows have them."""

from datetime import date

from ..core.parse import FIRST_YEAR, LAST_YEAR, LIMIT
from ..wording import workbook as words
from ..wording.labels import label
from .schema import (
    AGED_BALANCE,
    AGENDA,
    DEBTORS,
    DISPUTES,
    INVOICES,
    JOURNAL,
    PLANS,
    POLICY,
    PROMISES,
    RATES,
    CellKind,
    Column,
    Parameter,
    Sheet,
)
from .styles import BAD_TINT, GOOD_TINT, INK_SOFT, PHASE_TINTS, WARN_TINT, Styles
from .xlsx import Worksheet, letters

LAST_ROW = 1_048_575  # of Excel, from 0
LIST_PREFIX = "Liste_"

Look = dict[str, object]
QUIET: Look = {"font_color": INK_SOFT}
BAD: Look = {"bg_color": BAD_TINT}
WARN: Look = {"bg_color": WARN_TINT}
GOOD: Look = {"bg_color": GOOD_TINT}


def validation(column: Column | Parameter) -> dict[str, object] | None:
    """Return the validation of a cell, None when any text will do."""
    if column.kind in ("choice", "flag"):
        warning = column.family == "country"
        return _message(
            {"validate": "list", "source": f"={LIST_PREFIX}{column.family}"},
            words.COUNTRY_HINT if warning else words.CHOOSE_FROM_LIST,
            "warning" if warning else "stop",
        )
    if column.kind not in _BOUNDS:
        return None
    kind, lowest, highest, text = _BOUNDS[column.kind]
    rule = {"validate": kind, "criteria": "between", "minimum": lowest, "maximum": highest}
    return _message(rule, text)


_BOUNDS: dict[CellKind, tuple[str, object, object, str]] = {
    "date": ("date", date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31), words.DATE_EXPECTED),
    "money": ("decimal", -LIMIT, LIMIT, words.AMOUNT_EXPECTED),
    "rate": ("decimal", 0, 1, words.RATE_EXPECTED),
    "integer": ("integer", -LIMIT, LIMIT, words.INTEGER_EXPECTED),
}


def _message(rule: dict[str, object], text: str, severity: str = "stop") -> dict[str, object]:
    return {
        **rule,
        "error_title": words.VALIDATION_TITLE,
        "error_message": text,
        "error_type": severity,
    }


def add_validation(worksheet: Worksheet, place: int, column: Column) -> None:
    """Give a column its validation, from the first row to the last of the sheet."""
    rule = validation(column)
    if rule is not None:
        worksheet.data_validation(1, place, LAST_ROW, place, rule)


def add_tints(worksheet: Worksheet, sheet: Sheet, styles: Styles) -> None:
    """Give a table its conditional tints: phases, blocked rows, anomalies."""
    cells = {column.key: f"${letters(place)}2" for place, column in enumerate(sheet.columns)}
    places = {column.key: place for place, column in enumerate(sheet.columns)}
    for test, keys, look in _TINTS.get(sheet.table, ()):
        rule = {
            "type": "formula",
            "criteria": "=" + test.format_map(cells),
            "format": styles.tint(**look),
        }
        spans = [(places[key], places[key]) for key in keys] or [(0, len(places) - 1)]
        for first, last in spans:
            worksheet.conditional_format(1, first, LAST_ROW, last, rule)


def _is(key: str, family: str, *codes: str) -> str:
    """Formula: the cell shows the label of one of these codes."""
    tests = [f'{{{key}}}="{label(family, code)}"' for code in codes]
    return tests[0] if len(tests) == 1 else f"OR({','.join(tests)})"


Tint = tuple[str, tuple[str, ...], Look]  # formula for row 2, keys to tint (none: the row), look

_PHASE_NUMBERS: tuple[Tint, ...] = tuple(
    (f'AND({{phase}}<>"",{{phase}}={phase})', ("phase", "step"), {"bg_color": tint})
    for phase, tint in enumerate(PHASE_TINTS)
)
_PHASE_TEXTS: tuple[Tint, ...] = tuple(
    (f'LEFT({{phase}},1)="{phase}"', ("phase", "step"), {"bg_color": tint})
    for phase, tint in enumerate(PHASE_TINTS)
)
_TINTS: dict[str, tuple[Tint, ...]] = {
    INVOICES.table: (
        ("LEN({finding})>0", ("number", "finding"), BAD),
        (_is("status", "status", "closed"), (), QUIET),
        (
            f'AND({{status}}<>"",NOT({_is("status", "status", "open", "closed")}))',
            ("status",),
            WARN,
        ),
        (_is("due_is_estimated", "yes_no", "yes"), ("due", "due_is_estimated"), WARN),
        *_PHASE_NUMBERS,
    ),
    DEBTORS.table: (
        (f'AND({{code}}<>"",OR({{kind}}="",{_is("kind", "debtor_kind", "")}))', ("kind",), WARN),
        (_is("do_not_contact", "yes_no", "yes"), ("do_not_contact",), BAD),
        (f'AND({{procedure}}<>"",NOT({_is("procedure", "procedure", "")}))', ("procedure",), BAD),
    ),
    JOURNAL.table: (
        (_is("outcome", "outcome", "prepared", "draft"), ("outcome",), WARN),
        (_is("outcome", "outcome", "bounced"), ("outcome",), BAD),
        (_is("outcome", "outcome", "replaced", "cancelled", "reversed"), (), QUIET),
    ),
    AGENDA.table: (
        ("LEN({blocked_by})>0", ("blocked_by",), WARN),
        *_PHASE_TEXTS,
    ),
    AGED_BALANCE.table: (
        ("N({over_90})>0", ("over_90",), BAD),
        ("N({to_90})>0", ("to_90",), {"bg_color": PHASE_TINTS[3]}),
    ),
    PROMISES.table: (
        (_is("state", "promise_state", "broken"), ("state",), BAD),
        (_is("state", "promise_state", "kept"), ("state",), GOOD),
    ),
    PLANS.table: (
        (_is("state", "plan_state", "missed"), ("state",), BAD),
        (_is("state", "plan_state", "paid"), ("state",), GOOD),
        (_is("state", "plan_state", "cancelled"), (), QUIET),
    ),
    DISPUTES.table: (
        ('AND({debtor}<>"",{resolved_on}="")', ("reason",), WARN),
        ('{resolved_on}<>""', (), QUIET),
    ),
    POLICY.table: _PHASE_NUMBERS,
    RATES.table: (
        (_is("status", "law_status", "unknown"), ("status",), BAD),
        (
            f"AND({_is('status', 'law_status', 'from_memory')},"
            f"NOT({_is('confirmed', 'yes_no', 'yes')}))",
            ("status", "confirmed"),
            WARN,
        ),
    ),
}
