"""What was understood of a file, in words."""

from collections.abc import Mapping

KINDS: dict[str, str] = {
    "open_items": "postes ouverts",
    "aged_balance": "balance âgée détaillée",
    "balance_only": "balance sans détail par facture (fiches d'appel seulement)",
}


def layout(kind: str, encoding: str, header_row: int, mapping: Mapping[str, str]) -> str:
    """Return one line: kind, encoding, row of the headings and the headings understood."""
    headings = ", ".join(f"« {heading} »" for heading in mapping.values() if heading)
    return f"Compris : {KINDS.get(kind, kind)}, {encoding}, titres ligne {header_row} ({headings})."


def counted(unread: int, others: int) -> str:
    """Return how many rows were left out and how many other findings there are, before the list."""
    rows = f"{unread} ligne{_s(unread)} illisible{_s(unread)}" if unread else ""
    findings = f"{others} anomalie{_s(others)}" if others else ""
    return ", ".join(part for part in (rows, findings) if part) + " :"


def _s(count: int) -> str:
    return "s" if count > 1 else ""
