"""What is worth a look though every cell can be read: payment terms that the law does not allow."""

from collections.abc import Iterable, Iterator, Mapping

from ..core.findings import Finding
from ..core.records import Creditor, Debtor, Receivable
from ..core.setting import regime_code
from ..core.terms import too_long
from ..workbook import schema


def remarks(
    items: Iterable[Receivable], debtors: Mapping[str, Debtor], creditor: Creditor
) -> Iterator[Finding]:
    """Yield what a person should look at in the open items.

    Args:
        items: the rows of `Factures`, or those of a file about to become some.
        debtors: by code; an item of a debtor who is not there is left to other findings.
        creditor: decides of the law between firms.
    """
    for item in items:
        debtor = debtors.get(item.debtor)
        if item.open > 0 and debtor is not None:
            yield from _of_item(item, regime_code(item, debtor, creditor))


def _of_item(item: Receivable, regime: str) -> Iterator[Finding]:
    wrong = too_long(item, regime)
    if wrong:
        yield _finding(item, "due", wrong.code, wrong.facts)


def _finding(item: Receivable, key: str, code: str, facts: Mapping[str, object]) -> Finding:
    named = {"table": schema.INVOICES.table, "debtor": item.debtor}
    return Finding(item.row, schema.INVOICES.heading(key), code, {**named, **facts})
