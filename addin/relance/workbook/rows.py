"""Tables -> records and findings: one function a table, and a bad row never stops the others.

Each takes a table with its headings and rows and returns (records, findings); `policies` and
`creditor` say so where they differ.
"""

from .reading import RowLike, TableLike
from .rows_creditor import creditor
from .rows_history import disputes, events, payments, plans, promises
from .rows_items import debtors, receivables
from .rows_settings import RateRow, policies, rates

__all__ = [
    "RateRow", "RowLike", "TableLike", "creditor", "debtors", "disputes", "events",
    "payments", "plans", "policies", "promises", "rates", "receivables",
]  # fmt: skip
