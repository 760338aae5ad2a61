"""What is worth a look though every cell can be read: terms, descriptions, payers."""

from collections.abc import Iterable, Iterator, Mapping

from ..core.channels import is_complete
from ..core.findings import Finding
from ..core.meaning import BELGIAN_CONSUMER
from ..core.records import Creditor, Debtor, Receivable
from ..core.setting import regime_code
from ..core.step_blocks import is_undescribed
from ..core.terms import too_long
from ..workbook import schema
from .elsewhere import held_still
from .parameters import blanks, finding
from .payers import Payers


def remarks(
    items: Iterable[Receivable], debtors: Mapping[str, Debtor], creditor: Creditor
) -> Iterator[Finding]:
    """Yield what a person should look at in the open items and their debtors.

    Args:
        items: the rows of `Factures`.
        debtors: by code.
        creditor: decides of the law between firms.
    """
    items = list(items)
    yield from held_still(items)
    items = [item for item in items if item.open > 0]
    yield from item_remarks(items, debtors, creditor)
    if items:
        yield from _of_creditor(creditor)
        yield from _of_clause(creditor, items, debtors)
        yield from blanks(creditor, items)
    payers = Payers(debtors)
    for code in dict.fromkeys(item.debtor for item in items):
        yield from payers.remarks(debtors[code])


def _of_creditor(creditor: Creditor) -> Iterator[Finding]:
    if creditor.sender == "accountant" and not is_complete(creditor.sender_address):
        yield finding("ExpediteurAdresse", "sender_address_blank")


def _of_clause(
    creditor: Creditor, items: Iterable[Receivable], debtors: Mapping[str, Debtor]
) -> Iterator[Finding]:
    """Tell of a penalty clause that nobody's debt bears: only Belgian law has it claimed here."""
    figures = {
        "ClausePenale": creditor.penalty_clause_percent,
        "ClausePenaleMinimum": creditor.penalty_clause_min,
        "ClausePenaleMaximum": creditor.penalty_clause_max,
    }
    name = next((one for one, figure in figures.items() if figure), "")
    if not name or creditor.country == "BE":
        return
    owed = ((item, debtors[item.debtor]) for item in items if item.debtor in debtors)
    if all(regime_code(item, one, creditor) != BELGIAN_CONSUMER for item, one in owed):
        yield finding(name, "clause_unused")


def item_remarks(
    items: Iterable[Receivable], debtors: Mapping[str, Debtor], creditor: Creditor
) -> Iterator[Finding]:
    """Yield what a person should look at in open items, those of a file about to come too."""
    for item in items:
        debtor = debtors.get(item.debtor)
        if item.open > 0 and debtor is not None:
            yield from _of_item(item, regime_code(item, debtor, creditor))


def _of_item(item: Receivable, regime: str) -> Iterator[Finding]:
    wrong = too_long(item, regime)
    if wrong:
        yield _finding(item, "due", wrong.code, wrong.facts)
    if is_undescribed(item, regime):
        yield _finding(item, "description", "description_missing", {"number": item.number})


def _finding(item: Receivable, key: str, code: str, facts: Mapping[str, object]) -> Finding:
    named = {"table": schema.INVOICES.table, "debtor": item.debtor}
    return Finding(item.row, schema.INVOICES.heading(key), code, {**named, **facts})
