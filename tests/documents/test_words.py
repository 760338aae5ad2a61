"""Refused words, seen through accents, case and tags; and words that look like them."""

import pytest

from relance.documents.words import early_court, officer, refused, served
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
        "Nous contacterons votre patron.",
        "Nous le ferons savoir à tous vos clients.",
        "Votre nom sera communiqué à la centrale des incidents de paiement.",
        "Vous êtes fiché.",
        "Nous informerons votre expert-comptable.",
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


@pytest.mark.parametrize("language", REFUSED)
def test_each_refused_word_is_found_as_it_is_listed(language: str) -> None:
    for word in REFUSED[language]:
        assert (1, word) in list(refused([f"x {word} y"], "relance-1", language)), word


@pytest.mark.parametrize(
    ("language", "said", "word"),
    [
        ("nl", "Zoniet volgt loonbeslag.", "beslag"),
        ("nl", "door een deurwaarder", "gerechtsdeurwaarder"),
        ("nl", "De aanmaningskosten bedragen 10 euro", "herinneringskosten"),
        ("nl", "betaal binnen 24 uur", "binnen 24 uur"),
        ("nl", "een saisie", "saisie"),  # a letter in two languages
        ("de", "Es folgt eine Kontopfändung", "Pfändung"),
        ("de", "ein Eintrag bei der SCHUFA", "Schufa"),
        ("de", "zuzüglich Mahngebühren", "Mahngebühr"),
        ("de", "innerhalb von 24 Stunden", "binnen 24 Stunden"),
        ("en", "This is our final notice", "final notice"),
        ("en", "a bailiff will call", "bailiff"),
        ("en", "plus solicitors' fees", "legal fees"),
    ],
)
def test_a_word_is_refused_in_its_own_language(language: str, said: str, word: str) -> None:
    assert [name for _, name in refused([said], "relance-1", language)] == [word]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "invorderingskosten, het schadebeding, de bevoegde rechtbank"),
        ("nl", "Deze beslissing is bekend"),
        ("de", "die Vertragsstrafe, Beitreibungskosten, rufen Sie uns an"),
        ("de", "Anzeige in der Zeitung"),
        ("en", "recovery costs, the penalty clause, the competent court, notice of payment"),
        ("en", "the documents attached"),
    ],
)
def test_a_fair_letter_is_not_refused_in_another_language(language: str, said: str) -> None:
    assert not list(refused([said], "relance-1", language))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Deze eerste herinnering is kosteloos."),
        ("de", "Diese erste Mahnung ist kostenlos."),
        ("en", "This first reminder is free of charge."),
    ],
)
def test_only_the_belgian_template_says_first_reminder_in_each_language(
    language: str, said: str
) -> None:
    assert len(list(refused([said], "rappel", language))) == 1
    assert not list(refused([said], "premier-rappel-belgique", language))


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
    assert officer("Gerechtsdeurwaarder Peeters") == "gerechtsdeurwaarder"
    assert officer("Obergerichtsvollzieher") == ""
    assert officer("Gerichtsvollzieher Schmidt") == "Gerichtsvollzieher"
    assert officer("High Court Bailiff") == "bailiff"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Nous vous assignerons sans autre avis."),
        ("fr", "Une injonction de payer suivra."),
        ("fr", "Des poursuites seront engagées."),
        ("fr", "Le dossier sera transmis à notre avocat."),
        ("nl", "Wij stappen naar de rechter."),
        ("de", "Wir werden Sie verklagen."),
        ("en", "We will sue you."),
    ],
)
def test_the_first_letter_speaks_of_no_court(language: str, said: str) -> None:
    assert [row for row, _ in early_court([said], "relance-1", language)] == [1]
    assert not list(early_court([said], "relance-2", language))


# --- formal notices --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Cette lettre vaut mise en demeure."),
        ("fr", "La présente VAUT MISE EN DEMEURE, avec toutes ses suites."),
        ("fr", "Cette lettre tient lieu de mise en demeure."),
        ("fr", "Ce courrier constitue une mise en demeure."),
        ("fr", "À défaut de paiement, la présente vaudra mise en demeure."),
        ("fr", "Sans réponse sous huit jours cette lettre vaut mise en demeure."),
        ("fr", "Ce rappel fait office de mise en demeure."),
        ("fr", "lettre valant mise en demeure au sens de l'article 1344"),
        ("fr", "Nous vous adressons ce courrier à titre de mise en demeure."),
        ("fr", "Nous vous mettons en demeure de payer."),
        ("fr", "Vous êtes mis en demeure de régler."),
        ("fr", "La présente vaut interpellation suffisante."),
        ("fr", "Objet : mise en demeure"),
        ("nl", "Deze brief geldt als ingebrekestelling."),
        ("nl", "Wij stellen u in gebreke."),
        ("nl", "Cette lettre vaut mise en demeure."),  # a letter in two languages
        ("de", "Hiermit setzen wir Sie in Verzug."),
        ("de", "Dieses Schreiben gilt als Inverzugsetzung."),
        ("en", "This letter constitutes formal notice."),
        ("en", "We hereby give you formal notice to pay."),
    ],
)
def test_a_letter_that_is_no_notice_does_not_say_that_it_is_one(language: str, said: str) -> None:
    assert [row for row, _ in served(["x", said], "relance-1", language)] == [2]
    assert not list(served(["x", said], "mise-en-demeure", language))
    assert not list(served(["x", said], "reclamation-acheteur-public", language))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Cette lettre ne vaut pas mise en demeure."),
        ("fr", "Ce rappel ne saurait valoir mise en demeure."),
        ("fr", "Ce courrier ne doit pas être considéré comme valant mise en demeure."),
        ("fr", "Ceci n'est pas une mise en demeure."),
        ("fr", "Ce message, sans valoir mise en demeure, vous rappelle la facture."),
        ("fr", "Sans règlement, nous vous adresserons une mise en demeure."),
        ("fr", "Une lettre recommandée vaudra alors mise en demeure."),
        ("fr", "Nous serons contraints de vous mettre en demeure."),
        ("fr", "Passé cette date, nous vous mettrons en demeure de payer."),
        ("nl", "Deze brief geldt niet als ingebrekestelling."),
        ("nl", "Wij zullen u een ingebrekestelling sturen."),
        ("nl", "Wij zullen u in gebreke stellen."),
        ("de", "Dieses Schreiben gilt nicht als Inverzugsetzung."),
        ("de", "Danach werden wir Sie in Verzug setzen."),
        ("en", "This letter does not constitute formal notice."),
        ("en", "We will send you a formal notice to pay."),
    ],
)
def test_a_letter_may_announce_a_notice_or_say_that_it_is_none(language: str, said: str) -> None:
    assert not list(served([said], "relance-1", language))


@pytest.mark.parametrize(
    ("language", "said", "told"),
    [
        ("fr", "MISE EN DEMEURE", "mise en demeure"),
        ("fr", "Dernière mise en demeure avant poursuites", "mise en demeure"),
        ("nl", "Ingebrekestelling", "ingebrekestelling"),
        ("en", "Formal notice to pay", "formal notice"),
    ],
)
def test_a_letter_that_asks_for_money_has_no_title_of_a_notice(
    language: str, said: str, told: str
) -> None:
    assert list(served(["x", said], "relance-1", language)) == [(2, told)]
    assert not list(served([said], "mise-en-demeure", language))
    assert not list(served([said], "bordereau-recommandes", language))  # the name of a column
    assert not list(served([f"{said} : voir plus bas"], "relance-1", language))
