"""Key figures of `Accueil`: sums by age, what is to be done, days of sales outstanding."""

from collections.abc import Sequence
from datetime import date

from ..core.ageing import bucket
from ..core.currency import MAIN_CURRENCY
from ..core.findings import Finding
from ..core.habits import section
from ..core.money import ZERO
from ..core.records import Receivable
from ..wording.sentences import sentence
from ..workbook import schema
from .alarms import alarms
from .book import Cell
from .desk import Desk
from .naming import action_of
from .queue import Decided

DSO_DAYS: int = section("ageing")["dso_days"]
LATER = ("KpiNonVentile", "KpiCredits", "KpiTotal")  # not in workbooks of the first release
BALANCE_KEYS = (*schema.BUCKETS, "undated", "credits")


def balance_key(item: Receivable, as_of: date) -> str:
    """Return the column of `Balance âgée` in which an item stands."""
    if item.open < 0:
        return "credits"
    due = item.payable_on
    return schema.BUCKETS[bucket(due, as_of)] if due else "undated"


def write_figures(desk: Desk, decided: Sequence[Decided], as_of: date) -> None:
    """Write the figures, the alarms and the first lines of the queue on `Accueil`."""
    for name, value in figures_of(desk, decided, as_of).items():
        desk.book.set(name, value)


def figures_of(desk: Desk, decided: Sequence[Decided], as_of: date) -> dict[str, Cell]:
    """Return by name what is written on `Accueil`, as far as the workbook has cells for it."""
    figures = key_figures(desk, decided, as_of) | _queue_lines(decided)
    # Nor have these the alarms.
    if desk.book.has(schema.ALARM_NAME.format(1)):
        figures |= alarm_lines(alarms(desk, as_of))
    for name in LATER:
        if not desk.book.has(name):
            del figures[name]
    return figures


def alarm_lines(found: Sequence[Finding]) -> dict[str, Cell]:
    """Return the lines of the alarms of `Accueil` by name; the last one counts what is left."""
    texts = [sentence(one.code, one.facts) for one in found] or [sentence("no_alarm")]
    lines = schema.ALARM_LINES
    if len(texts) > lines:
        left = sentence("more_alarms", {"count": len(texts) - lines + 1})
        texts = [*texts[: lines - 1], left]
    return {
        schema.ALARM_NAME.format(place + 1): texts[place] if place < len(texts) else None
        for place in range(lines)
    }


def key_figures(desk: Desk, decided: Sequence[Decided], as_of: date) -> dict[str, Cell]:
    """Return the figures of `Accueil` by name; euros only, other currencies are named apart."""
    items = [item for case in desk.cases for item in case.items]
    buckets = dict.fromkeys(BALANCE_KEYS, ZERO)
    for item in items:
        if item.currency == MAIN_CURRENCY:
            buckets[balance_key(item, as_of)] += item.open
    ready = [one for _, one in decided if one.step and not one.blocked_by]
    demanded = (t.total for one in ready for t in one.asked if t.currency == MAIN_CURRENCY)
    dso = _dso(desk, as_of)
    others = sorted({item.currency for item in items} - {MAIN_CURRENCY})
    return {
        "KpiArrete": as_of,
        "KpiOuvert": sum(buckets.values(), ZERO),
        "KpiEchu": sum((buckets[key] for key in schema.BUCKETS[1:]), ZERO),
        "KpiARelancer": len(ready),
        "KpiDemande": sum(demanded, ZERO),
        "KpiBloques": sum(1 for _, one in decided if one.blocked_by),
        "KpiDso": dso,
        "BalanceDso": dso,
        "KpiAutresDevises": ", ".join(others) or None,
        **{f"KpiTranche{i}": buckets[key] for i, key in enumerate(schema.BUCKETS)},
        "KpiNonVentile": buckets["undated"],
        "KpiCredits": buckets["credits"],
        "KpiTotal": sum(buckets.values(), ZERO),
    }


def _dso(desk: Desk, as_of: date) -> int | None:
    """Days of sales outstanding over the last days; None while no settled invoice is known."""
    if not any(item.open == 0 for item in desk.receivables):
        return None
    euros = [item for item in desk.receivables if item.currency == MAIN_CURRENCY]
    sales = sum((item.amount for item in euros if _is_recent(item, as_of)), ZERO)
    owed = sum((item.open for item in euros), ZERO)
    return int((owed / sales * DSO_DAYS).to_integral_value()) if sales > 0 else None


def _is_recent(item: Receivable, as_of: date) -> bool:
    return item.issued is not None and 0 <= (as_of - item.issued).days < DSO_DAYS


def _queue_lines(decided: Sequence[Decided]) -> dict[str, Cell]:
    """The first lines of the queue; lines that are left over are emptied."""
    ready = [one for _, one in decided if one.step and not one.blocked_by][: schema.QUEUE_LINES]
    cells: dict[str, Cell] = {}
    for i in range(schema.QUEUE_LINES):
        one = ready[i] if i < len(ready) else None
        cells |= {
            f"File{i + 1}Client": one.debtor.name if one else None,
            f"File{i + 1}Action": action_of(one) if one else None,
            f"File{i + 1}Montant": one.asked[0].total if one and one.asked else None,
            f"File{i + 1}Prochaine": one.next_date if one else None,
        }
    return cells
