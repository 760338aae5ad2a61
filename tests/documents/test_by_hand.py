"""Amounts and dates typed into a template, and letters that ask for two things."""

import pytest
from tests.tools.word_edits import edited, typed

from relance.core.errors import TemplateFaultError
from relance.core.findings import Finding
from relance.documents.by_hand import accounts, amounts
from relance.documents.check import check_template, load_word
from relance.documents.docx import MAIN, pack, unpack
from relance.documents.faulty import ADVICE
from relance.documents.sample import full
from relance.documents.shipped import shipped
from relance.wording.sentences import sentence


def only(findings: tuple[Finding, ...]) -> Finding:
    assert len(findings) == 1, findings
    return findings[0]


# --- amounts ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("Merci de payer 1\u202f234,56\u00a0€.", "1 234,56 €"),
        ("une indemnité de 40 € par facture", "40 €"),
        ("une indemnité de 40€", "40€"),
        ("EUR 40 per invoice", "EUR 40"),
        ("soit 40 euros", "40 euros"),
        ("Il reste 1,5 k€.", "1,5 k€"),
        ("la somme de 12OO euros", "12OO euros"),  # letters
        ("la somme de 12\u200b00 euros", "1200 euros"),
        ("$ 1,200.50", "$ 1,200.50"),
        ("7.50 &euro; de port", "7.50 €"),
        ("CHF 20", "CHF 20"),
        ("la somme de mille deux cents euros", "mille deux cents euros"),
        ("quatre-vingt-dix-neuf euros", "quatre-vingt-dix-neuf euros"),
        ("vingt et un euros", "vingt et un euros"),
        ("duizend tweehonderd euro", "duizend tweehonderd euro"),
        ("tausendzweihundert Euro", "tausendzweihundert Euro"),
        ("zwanzig Euro", "zwanzig Euro"),
        ("twelve hundred euros", "twelve hundred euros"),
    ],
)
def test_an_amount_written_by_hand_is_found(said: str, amount: str) -> None:
    assert list(amounts(["Madame,", said])) == [(2, amount)]


@pytest.mark.parametrize(
    "said",
    [
        "SARL au capital de 10 000 €",
        "SAS au capital social variable de 10 000 euros",
        "SARL au capital de dix mille euros", "une somme en euros", "la zone euro", "douze jours",
        "{{ total }} € au plus tard", "Europe 2030", "le 12 de la rue", "€uro", "8 jours",
        "taux annuel de 12,40 %", "IBAN FR76 3000",
    ],
)  # fmt: skip
def test_what_is_no_amount_is_left_alone(said: str) -> None:
    assert not list(amounts([said]))


@pytest.mark.parametrize(
    "said",
    [
        "Merci de régler 1 500.",
        "veuillez payer 1.500,00",
        "ajouter 40 pour nos frais",
        "Merci d'ajouter 40 à ce montant.",
        "Ajoutez-y 40.",
        "Vous nous devez 1 500.",
        "Il reste dû 1 500.",
        "Nous ajoutons 40 par facture.",
        "Merci de verser immédiatement 250 sur notre compte.",
        "À payer : 1 500",
        "Vous avez réglé 500 le 3 mars.",
        "Nous vous réclamons 1500 ce jour.",
        "Payez 300 sans délai.",
        "Veuillez nous verser 2000.",
        "Gelieve 1500 te betalen.",
        "Betaal 1.500 op onze rekening.",
        "Voeg 40 toe voor onze kosten.",
        "Gelieve ons 1.500 over te maken.",
        "Bitte zahlen Sie 1500.",
        "Bitte 1500 überweisen.",
        "Zahlen Sie noch 40 für unsere Kosten.",
        "Please pay 1,500.",
        "Please add 40 for our costs.",
        "Kindly transfer 250 to our account.",
        "You owe 1500.",
        "Merci de payer 1 500 !",
        "Vous êtes redevable de 1 500.",
        "Merci de régler 1500 par virement.",
    ],
)
def test_a_sum_without_its_currency_is_found_beside_a_verb_of_paying(said: str) -> None:
    assert [row for row, _ in amounts(["Madame,", said])] == [2]


@pytest.mark.parametrize(
    "said",
    [
        "régler sous 8 jours",
        "payer 2 factures",
        "régler la facture 2026-154",
        "régler avant le 15",
        "article 1343-2",
        "Merci de régler en 3 fois.",
        "Pour payer : 04 78 12 34 56",
        "Pour régler par téléphone : 01 42 00 00 00.",
        "Merci de régler 3 échéances.",
        "Vous pouvez régler 1 ou 2 factures.",
        "Vous avez réglé 2 de nos 3 factures.",
        "Merci de régler {{ total }} avant le {{ date_limite }}.",
        "Merci de régler la facture 154 par virement.",
        "Vous pouvez payer 7 jours sur 7.",
        "Vous pouvez payer 24 h/24.",
        "payer en 2026",
        "À régler : 1. la facture ; 2. le solde",
        "Facture réglée 30 jours après échéance",
        "SIREN 823 456 789, à payer 12 mois après",
        "Merci de payer les 2 factures jointes.",
        "Merci de verser 3 mensualités.",
        "Merci d'ajouter 2 pièces à votre dossier.",
        "Merci de payer aujourd'hui, 15 mars 2026.",
        "Vous devez 2 factures.",
        "Vous avez payé 50 % de la facture.",
        "Gelieve binnen 8 dagen te betalen.",
        "Gelieve factuur 154 te betalen.",
        "Gelieve 2 facturen te betalen.",
        "Betaal vóór 15 maart.",
        "Bitte zahlen Sie innerhalb von 8 Tagen.",
        "Bitte zahlen Sie 2 Rechnungen.",
        "Bitte Rechnung 154 bezahlen.",
        "Please pay invoice 154.",
        "Please pay 2 invoices.",
        "Please pay within 8 days.",
        "Please pay by 15 March.",
        "Please pay on 15/03/2026.",
        "Please add 2 documents.",
        "IBAN pour régler : FR76 3000",
        "Vous pouvez régler 2 factures en une fois.",
        "Merci de verser 1/3 du montant.",
        "Nous vous devons 2 réponses.",
        "Merci de payer sous huitaine.",
        "Nos conditions : à payer 30 jours fin de mois.",
        "Règlement : 30 jours",
    ],
)
def test_what_is_counted_or_named_is_no_sum_to_pay(said: str) -> None:
    assert not list(amounts([said]))


def test_a_letter_with_an_amount_of_its_own_is_refused() -> None:
    content = typed("relance-1.docx", "À défaut, 1\u202f234,56\u00a0€ vous seront réclamés.")
    fault = only(check_template("relance-1.docx", content))
    said = sentence(fault.code, fault.facts)
    assert "relance-1.docx, corps, « À défaut, 1 234,56 € vous seront réclamés. » : le" in said
    assert "le montant « 1 234,56 € » est écrit à la main" in said
    assert "Mettez à sa place le champ" in said
    assert fault.row > 1
    with pytest.raises(TemplateFaultError) as refused:
        load_word("relance-1.docx", content)
    assert refused.value.facts["reason"] == "amount"


def test_an_amount_inside_a_tag_is_found_too() -> None:
    content = edited("relance-1.docx", "{{ total }}", "{{ '40 €' if plusieurs else total }}")
    assert only(check_template("relance-1.docx", content)).column == "40 €"


def test_the_foot_of_the_page_may_tell_the_capital() -> None:
    foot = "SARL, capital 10 000 €"
    content = edited("rappel.docx", "{{ mentions_pied }}", foot, "word/footer1.xml")
    assert check_template("rappel.docx", content) == ()


# --- accounts --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "IBAN : FR76 3000 6000 0112 3456 7890 189", "FR7630006000011234567890189",
        "BE68 5390 0754 7034", "be68-5390-0754-7034", "NL91 ABNA 0417 1643 00",
        "DE89 3704 0044 0532 0130 00", "LU28 0019 4006 4475 0000", "RIB 30006 00001 12345678901 89",
        "FR76 3000 6000 0112\u200b 3456 7890 189", "Compte : 3000 6000 01123456789 01 89",
        "IBAN GB29 NWBK 6016 1331 9268 19", "CH93 0076 2011 6238 5295 7",
    ],
)  # fmt: skip
def test_an_account_typed_by_hand_is_found(said: str) -> None:
    assert [row for row, _ in accounts(["Madame,", said.replace(" ", "\u00a0")])] == [2]


@pytest.mark.parametrize(
    "said",
    [
        "TVA FR45823456789 RCS LYON 823 456 789", "N° d'entreprise BE 0823.456.789",
        "IBAN : {{ table.iban }}", "SIRET 823 456 789 00012", "Tél. 04 78 12 34 56", "DE 123456789",
    ],
)  # fmt: skip
def test_what_is_no_account_is_left_alone(said: str) -> None:
    assert not list(accounts([said]))


@pytest.mark.parametrize("part", [MAIN, "word/footer1.xml"])
def test_a_template_with_an_account_of_its_own_is_refused(part: str) -> None:
    """The foot of an accountant's page would have the creditor's debtor pay the accountant."""
    old = "Madame, Monsieur," if part == MAIN else "{{ mentions_pied }}"
    content = edited("relance-1.docx", old, "IBAN FR76 3000 6000 0112 3456 7890 189", part)
    fault = only(check_template("relance-1.docx", content))
    assert fault.facts["reason"] == "account"
    assert "{{ table.iban }}" in sentence(fault.code, fault.facts)


# --- one date, one action --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "said", "date"),
    [
        ("relance-1.docx", "Réglez avant le 30/11/2026.", "30/11/2026"),
        ("relance-1.docx", "Réglez avant le 1er décembre.", "1er décembre"),
        ("relance-1.docx", "Réglez avant le premier décembre.", "premier décembre"),
        (
            "relance-1.docx",
            "Réglez avant le trente novembre deux mille vingt-six.",
            "trente novembre deux mille vingt-six",
        ),
        ("relance-1.docx", "Au plus tard le trente et un mars 2027", "trente et un mars 2027"),
        ("relance-1.docx", "Réglez sous 8 jours.", "sous 8 jours"),
        ("relance-1.docx", "Réglez sous huit jours.", "sous huit jours"),
        (
            "mise-en-demeure.docx",
            "Répondez dans les 15 jours.",
            "dans les 15 jours",
        ),
        ("relance-1.nl.docx", "Betaal binnen 8 dagen.", "binnen 8 dagen"),
        ("relance-1.nl.docx", "Betaal vóór eenendertig december.", "eenendertig december"),
        ("relance-1.de.docx", "Zahlen Sie bis zum ersten Dezember.", "ersten Dezember"),
        ("relance-1.en.docx", "Pay by the thirtieth of June.", "thirtieth of June"),
        ("relance-1.en.docx", "Pay by 30th November.", "30th November"),
        ("relance-1.de.docx", "Zahlen Sie innerhalb von 8 Tagen.", "innerhalb von 8 Tagen"),
        ("relance-1.en.docx", "Please pay within 8 days.", "within 8 days"),
        ("mise-en-demeure.docx", "Au plus tard le {{ date_limite }}.", "delai"),
    ],
)
def test_a_second_date_is_advised_against_and_stops_nothing(
    name: str, said: str, date: str
) -> None:
    content = typed(name, said)
    found = only(check_template(name, content))
    assert (found.code, found.column, found.facts["reason"]) == (ADVICE, date, "two_dates")
    told = sentence(found.code, found.facts)
    assert told.startswith(f"Conseil. Modèle {name}, corps, « ")
    assert f" » : « {date} » demande une seconde échéance" in told
    assert found.row
    assert load_word(name, content).render(full())


@pytest.mark.parametrize(
    "said",
    [
        "La loi du 4 mai 2023 le permet.",
        "La loi du quatre mai deux mille vingt-trois le permet.",
        "Nos bureaux ferment en août et en décembre.",
        "Nos factures sont à 30 jours.",
        "Réf. 12-2026",
        "page 3/4",
    ],
)
def test_what_is_no_date_to_act_is_left_alone(said: str) -> None:
    assert check_template("relance-1.docx", typed("relance-1.docx", said)) == ()


def test_a_letter_that_asks_for_no_date_may_hold_one() -> None:
    content = typed("remerciement.docx", "Nos bureaux ferment le 24/12/2026.")
    assert check_template("remerciement.docx", content) == ()


def test_a_second_action_is_advised_against() -> None:
    content = typed("relance-1.docx", "Rappelez-nous aujourd'hui.", "Action")
    found = only(check_template("relance-1.docx", content))
    assert (found.code, found.facts["reason"]) == (ADVICE, "two_actions")
    said = sentence(found.code, found.facts)
    assert "corps, « Rappelez-nous aujourd'hui. » : un second paragraphe" in said


def test_the_style_of_an_action_is_known_by_its_name() -> None:
    """LibreOffice gives styles identifiers of its own."""
    parts = unpack("relance-1.docx", typed("relance-1.docx", "Rappelez-nous.", "Action"))
    renamed = {
        part: parts[part].replace(b'w:val="Action"', b'w:val="Actiondemande"')
        .replace(b'w:styleId="Action"', b'w:customStyle="1" w:styleId="Actiondemande"')
        for part in (MAIN, "word/styles.xml")
    }  # fmt: skip
    found = only(check_template("relance-1.docx", pack(parts | renamed)))
    assert found.facts["reason"] == "two_actions"


def test_actions_of_which_one_alone_is_shown_are_one() -> None:
    assert check_template("confirmation-appel.docx", shipped("confirmation-appel.docx")) == ()
