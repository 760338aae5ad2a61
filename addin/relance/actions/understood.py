"""What an import has understood and done, line by line, for whoever asked for it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from ..intake.export import Export
from ..wording import amounts
from ..wording.intake import layout
from ..wording.sentences import sentence
from .aside import aside
from .importing import Imported

Said = Callable[[str, Mapping[str, object]], str]


def understood(export: Export, said: Said = sentence) -> list[str]:
    """Return what was understood of a file: layout, total and difference, and what it leaves."""
    lines = [layout(export.kind, export.encoding, export.header_row, export.mapping), total(export)]
    if export.ledger:
        facts = {
            "debit": export.ledger.debit, "credit": export.ledger.credit,
            "count": export.ledger.others,
        }  # fmt: skip
        lines.append(said("import_ledger", facts))
    return [*lines, *(said(one.code, one.facts) for one in aside(export))]


def total(export: Export) -> str:
    """Return the open total of a file beside the file's own, and the difference."""
    found = " + ".join(amounts.money(value, code) for code, value in export.totals.items())
    if export.file_total is None:
        facts: dict[str, object] = {"total": found or amounts.euros(export.difference)}
        return sentence("import_total_unknown", facts)
    facts = {"total": found, "file_total": export.file_total, "difference": export.difference}
    return sentence("import_total", facts)


def brought(one: Imported) -> str:
    """Return how many rows a file had and what became of them."""
    facts = {
        "file": Path(one.file).name,
        "rows": one.export.rows,
        "added": len(one.added),
        "updated": len(one.updated),
        "unchanged": one.unchanged,
        "aside": one.aside,
    }
    return sentence("import_done_aside" if one.aside else "import_done", facts)


def suspended(one: Imported, said: Said = sentence) -> list[str]:
    """Return what an import has filled, suspended or let go; `said` makes the sentences."""
    lines = []
    if one.filled:
        lines.append(said("cells_filled", {"filled": one.filled}))
    if one.held:
        lines.append(said("import_held", {"count": len(one.held), "numbers": one.held}))
    if one.released:
        facts = {"count": len(one.released), "numbers": one.released}
        lines.append(said("import_released", facts))
    return lines
