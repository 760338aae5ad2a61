"""Blank cells that a later export fills; a cell that holds anything is never written over."""

from collections import Counter
from collections.abc import Iterable, Mapping

from ..core.parse import is_blank
from ..core.records import Debtor, Receivable
from ..wording import labels
from ..workbook import schema, write
from .book import Cell
from .desk import Desk

ADDRESS = ("street", "extra", "postcode", "city")  # one address, never half of another
PROCEDURE = ("procedure", "procedure_opened_on")  # its day goes with its kind
OF_A_DEBTOR = (
    "name", "kind", "country", "language", "registration", "payables_email", "emails", "phone",
    "do_not_contact", "payer",
)  # fmt: skip
OF_AN_ITEM = (
    "issued", "performed_on", "due", "vat", "payment_method", "terms", "reference", "order_number",
    "description", "copy",
)  # fmt: skip

Cells = Mapping[str, Cell]


def fill_debtors(desk: Desk, debtors: Iterable[Debtor]) -> Counter[str]:
    """Fill what `Clients` leaves blank and an export gives; returns how often, by key.

    Args:
        desk: the workbook; its debtors stay those that were read.
        debtors: those of an export.
    """
    sheet = schema.DEBTORS
    rows = {row.number: row.cells for row in desk.book.read(sheet.table).rows}
    filled: Counter[str] = Counter()
    columns: dict[str, dict[int, Cell]] = {}
    for theirs in debtors:
        number = desk.debtors[theirs.code].row if desk.is_listed(theirs.code) else 0
        found = _of_debtor(rows[number], theirs) if number in rows else {}
        for key, cell in found.items():
            columns.setdefault(sheet.heading(key), {})[number] = cell
        filled.update(key for key in found if key not in ADDRESS[1:])
    for heading, cells in columns.items():
        desk.book.write(sheet.table, heading, cells)
    return filled


def _of_debtor(ours: Cells, theirs: Debtor) -> dict[str, Cell]:
    """Return what a debtor's row lacks, by key: the address whole or not at all."""
    sheet = schema.DEBTORS
    given = write.debtor(theirs)
    keys = [key for key in OF_A_DEBTOR if _is_blank(ours, sheet, key) or _is_unsaid(ours, key)]
    if all(_is_blank(ours, sheet, key) for key in ADDRESS):
        keys += ADDRESS
    if all(_is_blank(ours, sheet, key) or _is_unsaid(ours, key) for key in PROCEDURE):
        keys += PROCEDURE
    if "payables_email" not in keys and not _same_email(ours, given):
        keys = [key for key in keys if key != "emails"]  # a person chose another address
    found = {key: given[sheet.heading(key)] for key in keys}
    if found.get("name") == theirs.code:
        del found["name"]
    if not theirs.do_not_contact:
        found.pop("do_not_contact", None)
    if not theirs.kind:
        found.pop("kind", None)
    return {key: cell for key, cell in found.items() if cell is not None}


def _is_unsaid(ours: Cells, key: str) -> bool:
    """Tell whether a cell only shows that nothing is known: "à préciser", "aucune", the code."""
    column = schema.DEBTORS.column(key)
    if column.kind == "choice":
        said = ours.get(column.heading)
        return isinstance(said, str) and said == labels.LABELS[column.family].get("")
    return _is_code(ours, key)


def _is_code(ours: Cells, key: str) -> bool:
    """Tell whether a name is only the code that an import put there."""
    code, name = (ours.get(schema.DEBTORS.heading(one)) for one in ("code", "name"))
    return key == "name" and str(code) == str(name)


def _same_email(ours: Cells, given: Cells) -> bool:
    heading = schema.DEBTORS.heading("payables_email")
    return ours.get(heading) == given[heading]


def missing_in(ours: Cells, theirs: Receivable) -> dict[str, Cell]:
    """Return what an item's row leaves blank and an export gives, by key."""
    sheet = schema.INVOICES
    given = write.receivable(theirs)
    return {
        key: given[sheet.heading(key)]
        for key in OF_AN_ITEM
        if given[sheet.heading(key)] is not None and _is_blank(ours, sheet, key)
    }


def _is_blank(cells: Cells, sheet: schema.Sheet, key: str) -> bool:
    return is_blank(cells.get(sheet.heading(key)))
