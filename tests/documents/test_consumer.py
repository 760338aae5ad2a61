"""What a consumer does not owe: nothing in the free reminder, in France no indemnity nor fee."""

import pytest
from tests.tools.word_edits import typed

from relance.core.findings import Finding
from relance.documents.check import check_template
from relance.documents.shipped import NAMES, shipped
from relance.wording.sentences import sentence


def only(name: str, said: str) -> Finding:
    (one,) = check_template(name, typed(name, said))
    return one


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("premier-rappel-belgique.docx", "Une indemnité forfaitaire est due ce jour."),
        ("premier-rappel-belgique.docx", "Des intérêts de retard sont dus dès aujourd'hui."),
        ("premier-rappel-belgique.docx", "Nous ajoutons à cette somme les intérêts de retard."),
        (
            "premier-rappel-belgique.docx",
            "Une indemnité de {{ indemnite_annoncee }} s'ajoute à cette somme.",
        ),
        ("premier-rappel-belgique.docx", "Les intérêts courent depuis l'échéance."),
        (
            "premier-rappel-belgique.docx",
            "Vous devez aussi l'indemnité de {{ indemnite_annoncee }}.",
        ),
        ("premier-rappel-belgique.docx", "Ce rappel est gratuit, mais une indemnité est exigible."),
        ("premier-rappel-belgique.docx", "Merci d'y ajouter les intérêts de retard."),
        (
            "premier-rappel-belgique.docx",
            "L'indemnité prévue à nos conditions est réclamée dès à présent.",
        ),
        ("premier-rappel-belgique.docx", "Cette somme est majorée des intérêts légaux."),
        ("premier-rappel-belgique.nl.docx", "Een forfaitaire vergoeding is vandaag verschuldigd."),
        ("premier-rappel-belgique.nl.docx", "Wij rekenen nalatigheidsinteresten aan."),
        ("premier-rappel-belgique.de.docx", "Eine Entschädigung ist heute fällig."),
        ("premier-rappel-belgique.de.docx", "Wir berechnen Verzugszinsen."),
        ("premier-rappel-belgique.en.docx", "Compensation is due today."),
        ("premier-rappel-belgique.en.docx", "We add late-payment interest to this sum."),
        (
            "premier-rappel-belgique.docx",
            "Vous n'avez pas réglé : une indemnité de retard est due.",
        ),
        (
            "premier-rappel-belgique.docx",
            "{% if clause_consommateur %}Une indemnité est déjà due.{% endif %}",
        ),
    ],
)
def test_nothing_is_due_in_the_free_first_reminder(name: str, said: str) -> None:
    one = only(name, said)
    assert one.facts["reason"] == "not_due_yet"
    assert "premier rappel à un consommateur belge est gratuit" in sentence(one.code, one.facts)
    assert one.row


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "mise-en-demeure-consommateur.docx",
            "Une indemnité forfaitaire pour frais de recouvrement est due.",
        ),
        (
            "mise-en-demeure-consommateur.docx",
            "Une indemnité de {{ indemnite_unitaire }} vous sera réclamée.",
        ),
        ("mise-en-demeure-consommateur.docx", "Des pénalités de retard sont exigibles."),
        (
            "mise-en-demeure-consommateur.docx",
            "Nous y ajoutons l'indemnité de {{ indemnite_unitaire }}.",
        ),
        ("mise-en-demeure-consommateur.nl.docx", "Er is een forfaitaire vergoeding verschuldigd."),
        ("mise-en-demeure-consommateur.de.docx", "Eine Pauschale ist fällig."),
        ("mise-en-demeure-consommateur.en.docx", "Fixed compensation is payable."),
    ],
)
def test_a_french_consumer_is_asked_for_no_indemnity(name: str, said: str) -> None:
    one = only(name, said)
    assert one.facts["reason"] == "not_owed"
    assert "un consommateur français n'en doit pas" in sentence(one.code, one.facts)
    assert one.row


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "premier-rappel-belgique.docx",
            "Passé ce délai, une indemnité et des intérêts vous seront réclamés.",
        ),
        (
            "premier-rappel-belgique.docx",
            "À défaut de paiement dans ce délai, des intérêts seront dus.",
        ),
        ("premier-rappel-belgique.docx", "Aucun intérêt ni indemnité n'est dû aujourd'hui."),
        ("premier-rappel-belgique.docx", "Pendant ce délai, vous pouvez régler sans frais."),
        (
            "premier-rappel-belgique.docx",
            "Nous vous remercions de l'intérêt que vous portez à nos services.",
        ),
        ("premier-rappel-belgique.docx", "Vous pouvez payer en plusieurs fois, sans intérêts."),
        ("premier-rappel-belgique.docx", "Il est dans votre intérêt de nous répondre."),
        ("premier-rappel-belgique.docx", "Ce rappel ne comporte pas de frais."),
        (
            "premier-rappel-belgique.nl.docx",
            "Na afloop van deze termijn zijn interesten verschuldigd.",
        ),
        ("premier-rappel-belgique.nl.docx", "Er zijn vandaag geen kosten verschuldigd."),
        ("premier-rappel-belgique.de.docx", "Heute werden keine Kosten berechnet."),
        ("premier-rappel-belgique.en.docx", "No interest is due today."),
        ("mise-en-demeure-consommateur.docx", "Aucune indemnité ne vous est réclamée."),
        (
            "mise-en-demeure-consommateur.docx",
            "Les intérêts au taux légal courent dès la première présentation.",
        ),
        (
            "mise-en-demeure-consommateur.docx",
            "{% if indemnites_dues %}Une indemnité est due.{% endif %}",
        ),
        ("mise-en-demeure-consommateur.docx", "Vous pouvez régler par virement, sans frais."),
        ("mise-en-demeure-consommateur.en.docx", "No fee is payable."),
        ("mise-en-demeure-consommateur.nl.docx", "U bent ons geen kosten verschuldigd."),
    ],
)
def test_what_is_denied_or_comes_later_claims_nothing(name: str, said: str) -> None:
    assert check_template(name, typed(name, said)) == ()


def test_a_claim_is_shown_where_it_stands_with_marks_for_its_fields() -> None:
    one = only("premier-rappel-belgique.docx", "Une indemnité de {{ delai }} s'ajoute à ceci.")
    said = sentence(one.code, one.facts)
    assert "« Une indemnité de … s'ajoute à ceci » réclame" in said


@pytest.mark.parametrize(
    "name", sorted(name for name in NAMES if "conso" in name or "belg" in name)
)
def test_the_shipped_letters_to_consumers_claim_nothing_else(name: str) -> None:
    assert check_template(name, shipped(name)) == ()
