"""What an export says was sold, told from words that only name the invoice."""

from decimal import Decimal

import pytest

from relance.core.records import Receivable
from relance.intake.descriptions import described
from relance.intake.exports import read_export

DURAND = ("411DUR", "Menuiserie Durand SARL")


@pytest.mark.parametrize(
    "said",
    [
        "Remplacement de la chaudière",
        "Facture F-2026-14 : entretien annuel",
        "Onderhoud verwarming, maart 2026",
        "Sommier 160 x 200",
        "Vente bois de chauffage",
    ],
)
def test_words_that_name_a_thing_or_a_service_are_kept(said: str) -> None:
    assert described(f"  {said}\n", DURAND) == said


@pytest.mark.parametrize(
    "said",
    [
        "",
        "F-2026-14",
        "Facture n° F-2026-14 du 12/03/2026",
        "FACT. F2026-14 MENUISERIE DURAND",
        "Fac 14 Menuis Durand",  # cut by the program
        "Facturation octobre 2026",
        "Factuur 2026/14 klant",
        "Vente client",
        "411DUR",
    ],
)
def test_words_that_only_name_the_invoice_or_its_debtor_are_not(said: str) -> None:
    assert described(said, DURAND) == ""


def items(heading: str, said: str, kind: str = "") -> tuple[Receivable, ...]:
    lines = [
        f"Code client;Client;N° facture;Type;{heading};Échéance;Solde dû",
        f"D01;Durand;F-1;{kind};{said};04/11/2026;100,00",
    ]
    return read_export("x.csv", "\n".join(lines).encode()).receivables


@pytest.mark.parametrize(
    "heading", ["Objet", "Libellé", "Description", "Omschrijving", "Onderwerp", "Subject"]
)
def test_the_column_is_found_in_the_three_languages(heading: str) -> None:
    (item,) = items(heading, "Sommier 160 x 200")
    assert item.description == "Sommier 160 x 200"
    assert item.open == Decimal(100)


@pytest.mark.parametrize("heading", ["Commentaire", "Libellé écriture", "Memo", "Remarques"])
def test_what_accountants_wrote_for_themselves_is_never_printed(heading: str) -> None:
    (item,) = items(heading, "Sommier 160 x 200, client pénible")
    assert item.description == ""


def test_an_account_s_name_is_no_description() -> None:
    (item,) = items("Intitulé compte", "Ventes de literie")
    assert item.description == ""


def test_a_credit_has_none() -> None:
    lines = [
        "Code client;Client;N° facture;Type;Objet;Échéance;Solde dû",
        "D01;Durand;F-1;Facture;Sommier 160 x 200;04/11/2026;100,00",
        "D01;Durand;A-1;Avoir;Sommier 160 x 200;04/11/2026;-20,00",
    ]
    read = read_export("x.csv", "\n".join(lines).encode()).receivables
    assert [item.description for item in read] == ["Sommier 160 x 200", ""]
