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
