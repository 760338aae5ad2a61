"""What a reminder says that another document has demanded: a note, an earlier letter or e-mail."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One language; what a note has claimed is said where a message announces it."""

    noted_all: str
    noted_some: str
    asked_before: str  # of other sums due, by the messages that follow
    by_letter: str
    by_mail: str


FRENCH = Asked(
    noted_all=(
        "Pour la présente demande, ces sommes ont déjà été demandées par {notes} : elles ne s'y"
        " ajoutent pas."
    ),
    noted_some=(
        "Pour {numbers}, ces sommes ont déjà été demandées par {notes} ; pour le reste, elles"
        " s'ajouteront à la présente demande si le retard se prolonge."
    ),
    asked_before="Déjà demandé {messages}.",
    by_letter="par notre courrier du {day}",
    by_mail="par notre message du {day}",
)
DUTCH = Asked(
    noted_all=(
        "Voor het hier gevraagde bedrag werden deze bedragen al gevraagd in {notes}; ze komen er"
        " niet bovenop."
    ),
    noted_some=(
        "Voor {numbers} werden deze bedragen al gevraagd in {notes}; voor het overige komen ze bij"
        " het hier gevraagde bedrag als de vertraging aanhoudt."
    ),
    asked_before="Reeds gevraagd {messages}.",
    by_letter="in onze brief van {day}",
    by_mail="in ons bericht van {day}",
)
GERMAN = Asked(
    noted_all=(
        "Für die vorliegende Forderung wurden diese Beträge bereits verlangt ({notes}); sie kommen"
        " nicht hinzu."
    ),
    noted_some=(
        "Für {numbers} wurden diese Beträge bereits verlangt ({notes}); im Übrigen kommen sie zur"
        " vorliegenden Forderung hinzu, wenn der Verzug andauert."
    ),
    asked_before="Bereits angefordert {messages}.",
    by_letter="mit unserem Schreiben vom {day}",
    by_mail="mit unserer Nachricht vom {day}",
)
ENGLISH = Asked(
    noted_all=(
        "For this request, these sums have already been claimed by {notes}: they are not added to"
        " it."
    ),
    noted_some=(
        "For {numbers}, these sums have already been claimed by {notes}; for the rest, they will be"
        " added to this request if the delay continues."
    ),
    asked_before="Already requested {messages}.",
    by_letter="by our letter of {day}",
    by_mail="by our message of {day}",
)
