"""Refused words, seen through accents, case and tags; and words that look like them."""

import pytest

from relance.documents.words import officer, refused
from relance.wording.letter_words import REFUSED


@pytest.mark.parametrize(
    "said",
    [
        "Nous procéderons à une saisie.",
        "Dernier avis avant poursuites",
        "Votre commissaire de justice",
        "l'huissier passera",
        "une PLAINTE sera déposée",
        "une infraction pénale",
        "le tribunal correctionnel",
        "votre fichage",
        "la Banque de France",
        "une liste noire",
        "nous allons publier votre nom",
        "votre réputation",
        "de mauvaise foi",
        "puisque vous refusez",
        "un mauvais payeur",
        "votre employeur",
        "votre conjointe",
        "payez sous 24 heures",
        "payez sous 24h",
        "des frais de dossier",
        "des frais de relance",
        "les frais d’avocat",
    ],
)
def test_a_refused_word_is_found(said: str) -> None:
    assert [row for row, _ in refused(["Madame,", said], "relance-1")] == [2]


def test_each_refused_word_is_found_as_it_is_listed() -> None:
    for word in REFUSED:
        assert (1, word) in list(refused([f"x {word} y"], "relance-1")), word


@pytest.mark.parametrize(
    "said",
    [
        "les pénalités de retard",
        "nous nous réservons la faculté de saisir la juridiction compétente",
        "Aucun frais de recouvrement ne vous est réclamé.",
        "une indemnité forfaitaire pour frais de recouvrement",
        "la clause pénale du contrat",
        "une fiche de renseignements",
        "conjointement",
    ],
)
def test_the_words_of_a_fair_letter_are_not_refused(said: str) -> None:
    assert not list(refused([said], "relance-1"))


def test_a_tag_in_the_middle_of_a_word_does_not_hide_it() -> None:
    assert list(refused(["une plain{# x #}te"], "relance-1")) == [(1, "plainte")]


def test_a_word_on_two_lines_is_found_on_the_first() -> None:
    assert list(refused(["Madame,", "des frais", "de dossier"], "relance-1")) == [
        (2, "frais de dossier")
    ]


def test_only_the_belgian_consumer_reads_of_a_first_reminder() -> None:
    assert list(refused(["Ce premier rappel est gratuit."], "rappel")) == [(1, "premier rappel")]
    assert not list(refused(["Ce premier rappel est gratuit."], "premier-rappel-belgique"))


def test_nobody_signs_as_an_officer_of_the_law() -> None:
    assert officer("Étude Martin, Huissiers associés") == "huissier"
    assert officer("Commissaire aux comptes") == ""
