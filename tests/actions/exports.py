"""Exports of two debtors' open items, and their import."""

from datetime import date
from pathlib import Path

from tests.actions.world import MONDAY, Answer, relance

HEADINGS = "Code client;Nom;N° facture;Date;Échéance;Montant TTC;Payé;Solde"
ABEL = "D01;MENUISERIE ABEL;F-501;05/10/2026;04/11/2026;1440,00;0,00;1440,00"
VAUBAN = "D02;Épicerie Vauban;F-410;05/10/2026;04/11/2026;648,00;0,00;648,00"
TUESDAY = date(2026, 11, 24)
WEDNESDAY = date(2026, 11, 25)


def bring(
    book: Path,
    *lines: str,
    headings: str = HEADINGS,
    day: date = MONDAY,
    more: tuple[str, ...] = (),
) -> Answer:
    """Import a file of these lines."""
    path = book.parent / "postes.csv"
    path.write_text("\n".join([headings, *lines]) + "\n", "utf-8")
    return relance("import", book, path, "--as-of", day, "--json", *more)
