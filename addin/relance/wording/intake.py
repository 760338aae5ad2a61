"""What was understood of a file, in words."""

from collections.abc import Mapping

KINDS: dict[str, str] = {
    "open_items": "postes ouverts",
    "aged_balance": "balance âgée détaillée",
    "balance_only": "balance sans détail par facture (fiches d'appel seulement)",
}


# What a later export fills, by the key of its column: one, several.
CELLS: dict[str, tuple[str, str]] = {
    "name": ("nom", "noms"),
    "kind": ("type", "types"),
    "country": ("pays", "pays"),
    "language": ("langue", "langues"),
    "procedure": ("procédure", "procédures"),
    "procedure_opened_on": ("ouverture de procédure", "ouvertures de procédure"),
    "registration": ("n° d'entreprise", "n° d'entreprise"),
    "payables_email": ("e-mail", "e-mails"),
    "emails": ("e-mail en copie", "e-mails en copie"),
    "do_not_contact": ("« ne pas contacter »", "« ne pas contacter »"),
    "payer": ("payeur", "payeurs"),
    "phone": ("téléphone", "téléphones"),
    "street": ("adresse", "adresses"),
    "issued": ("date de facture", "dates de facture"),
    "performed_on": ("date de prestation", "dates de prestation"),
    "due": ("échéance", "échéances"),
    "vat": ("montant de TVA", "montants de TVA"),
    "payment_method": ("mode de règlement", "modes de règlement"),
    "terms": ("délai de règlement", "délais de règlement"),
    "reference": ("référence de paiement", "références de paiement"),
    "order_number": ("n° de commande", "n° de commande"),
    "description": ("objet", "objets"),
    "copy": ("copie de facture", "copies de factures"),
}


# The columns of `Clients` whose words an import may not know, by what it read there.
DEBTOR_COLUMNS: dict[str, str] = {
    "debtor_kind": "Type",
    "language": "Langue",
    "procedure": "Procédure",
    "procedure_opened_on": "Ouverte le",
}


def cells(filled: Mapping[str, int]) -> str:
    """Return how many cells of each column were filled.

    >>> cells({"payables_email": 3, "payment_method": 1})
    '3 e-mails, 1 mode de règlement'
    """
    return ", ".join(f"{count} {CELLS[key][count > 1]}" for key, count in filled.items())


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
