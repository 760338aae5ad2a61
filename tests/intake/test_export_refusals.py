"""Files that are no list of what customers owe are refused, with the reason."""

import pytest

from relance.core.errors import IntakeError
from relance.intake.exports import read_export


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("Bonjour; voici\nle fichier; promis", "no_header"),
        ("Client;N° facture;Date;Montant HT\nA;F1;01/10/2026;100,00", "no_amount_column"),
        ("Client;Date;Échéance;Solde\nA;01/09/2026;01/10/2026;100,00", "no_invoice_column"),
        ("N° facture;Date;Échéance;Solde\nF1;01/09/2026;01/10/2026;100,00", "no_debtor_column"),
        ("Balance fournisseurs\nCode;Nom;Numéro;Solde\nC;A;F1;10,00", "suppliers"),
        ("Leverancier;Factuurnummer;Openstaand\nA;F1;10,00", "suppliers"),
    ],
)
def test_a_wrong_table_is_refused(rows: str, reason: str) -> None:
    with pytest.raises(IntakeError) as refused:
        read_export("liste.csv", rows.encode())
    assert refused.value.facts["path"] == "liste.csv"
    assert refused.value.facts["reason"] == reason


def test_a_refusal_shows_the_headings_that_were_read() -> None:
    with pytest.raises(IntakeError) as refused:
        read_export("x", b"Client;Facture;Montant HT\nA;F1;1,00")
    assert refused.value.facts["detail"] == "Client, Facture, Montant HT"


def test_a_person_s_mapping_reads_what_the_words_do_not() -> None:
    content = b"Kunde;Beleg;Frist;Rest\nA;B1;01/10/2026;10,00\n"
    with pytest.raises(IntakeError):
        read_export("x", content)
    mapping = {"name": "Kunde", "number": "Beleg", "due": "Frist", "open": "Rest"}
    export = read_export("x", content, mapping=mapping)
    assert [(item.debtor, item.number) for item in export.receivables] == [("A", "B1")]
    assert export.mapping == mapping


def test_a_table_without_rows_is_an_empty_export() -> None:
    export = read_export("x", b"Client;Facture;Solde\n")
    assert (export.rows, export.receivables, export.totals) == (0, (), {})
