"""French, the language in which the documents are first written."""

from ..amounts import FRENCH as FIGURES
from ..typography import all_french
from . import asked, debits
from .countries import countries
from .openings import FRENCH_OPENINGS
from .tongue import Accounts, Delays, Items, Law, Parties, Rates, Tongue

LAW = Law(
    basis={
        "FR-B2B": "articles L441-10, II et D441-5 du code de commerce",
        "FR-B2C": "articles 1231-6 et 1344-1 du code civil",
        "FR-PUB": "articles L2192-13, R2192-31 et D2192-35 du code de la commande publique",
        "BE-B2B": (
            "articles 5 et 6 de la loi du 2 août 2002 concernant la lutte contre le retard de"
            " paiement dans les transactions commerciales"
        ),
        "BE-B2C": "livre XIX du Code de droit économique",
        "LU-B2B": (
            "loi modifiée du 18 avril 2004 relative aux délais de paiement et aux intérêts de"
            " retard"
        ),
    },
    records={"(contrat)": "contrat"},  # the others are in French
    between=" ; ",
    interest="Intérêts de retard",
    interest_short="Intérêts",
    interest_of={"FR-B2B": "Pénalités de retard", "FR-PUB": "Intérêts moratoires"},
    interest_short_of={"FR-B2B": "Pénalités"},
)

RATES = Rates(
    law="au taux prévu par la loi",
    law_at="au taux annuel de {rate}",
    law_at_both="aux taux annuels de {rates}",
    law_between="à des taux annuels de {least} à {most}, selon le décompte",
    contract="au taux contractuel annuel",
    contract_at="au taux contractuel annuel de {rate}",
    legal="au taux d'intérêt légal",
    legal_at="au taux d'intérêt légal ({rate} l'an)",
)

PARTIES = Parties(
    countries=countries("fr"),
    on_behalf_of="au nom et pour le compte de :",
    phone="Tél. {phone}",
    vat="TVA {number}",
    company_number="N° d'entreprise {number}",
    mandate="mandat {reference}",
    mandate_since="{mandate} du {since}",
    intervention="Nous vous écrivons au nom et pour le compte de {creditor} ({mandate}).",
    collector="Nous exerçons une activité de recouvrement amiable.",
    to_payer="Nous nous adressons à vous en qualité de payeur, pour le compte de {debtor}.",
    at_the_home_of="chez {name}",
)

ITEMS = Items(
    prefixes={
        "credit_note": "Avoir ",
        "down_payment": "Acompte ",
        "retention": "Retenue ",
    },
    payment="Règlement",
    payment_of="Règlement du {day}",
    balance="Solde du compte, sans détail de factures",
    order="cde {number}",
    see_table="voir le tableau",
    sold="prestations ou fournitures de cette facture",
    copy="copie de la facture {numbers}",
    copies="copies des factures {numbers}",
    copies_of_table="copies des {count} factures du tableau",
    statement=(
        "Le relevé de votre compte est joint à ce message, pour information : il reprend tout ce"
        " qui reste ouvert à ce jour."
    ),
    statement_file="releve-de-compte",
    extension="{number} : un délai vous a été accordé jusqu'au {day}",
    extension_suspends="{said} ; les {interest} ne courent pas pendant ce délai.",
    extension_runs="{said} ; les {interest} courent depuis l'échéance d'origine.",
    allocation={
        "interest": (
            "Les règlements partiels sont imputés d'abord sur les intérêts, puis sur le principal."
        ),
        "principal": "Les règlements partiels sont imputés d'abord sur le principal.",
    },
)

DELAYS = Delays(
    day="{count}\u00a0jour",
    days="{count}\u00a0jours",
    calendar_day="{count}\u00a0jour calendrier",
    calendar_days="{count}\u00a0jours calendrier",
)

ACCOUNTS = Accounts(
    debited="Le montant de {amount} (facture {invoice}) sera prélevé {when}.",
    presented=(
        "Le montant de {amount} (facture {invoice}) sera présenté à votre banque {when} (effet,"
        " LCR)."
    ),
    on_day="le {day}",
    on_due="à son échéance",
    disputed="en litige",
    overdue="échue, {days}",
    not_due="non échue",
    put_off="reportée au {day}",
    to_be_debited="sera prélevé le {day}",
    to_be_presented="effet présenté le {day}",
    bucket_not_due="Non échu",
    bucket="De {first} à {last}\u00a0jours",
    bucket_beyond="Plus de {last}\u00a0jours",
    without_vat=(
        "Les intérêts ou pénalités de retard et l'indemnité sont hors du champ de la TVA{article} :"
        " cette note n'est pas une facture."
    ),
    fixed_sums="indemnités forfaitaires",
    fixed_sum="indemnité forfaitaire",
    fixed_sum_alone="sommes dues à titre d'indemnité forfaitaire",
    belgian_vat=" (article 28, 3° du Code de la TVA)",
    note_named="la note de pénalités n° {number} du {day}",
    note_replaces=(
        "Cette note remplace {notes} : ce qui y était demandé est compris dans les sommes"
        " ci-dessus et ne s'y ajoute pas."
    ),
    note_included=(
        "Ce qui a déjà été demandé par {notes} est compris dans les sommes ci-dessus et ne s'y"
        " ajoute pas."
    ),
    letter_included=(
        "Ce que notre message du {day} demandait en plus du principal est compris dans les"
        " sommes ci-dessus et ne s'y ajoute pas."
    ),
    note_paid=(
        "Ce que vous avez déjà réglé au titre d'une note de pénalités ({amount}) est déduit des"
        " sommes ci-dessus ; en annexe, le détail par période est avant cette déduction."
    ),
    note_after_thanks=(
        "Notre message du {day} vous remerciait du règlement du principal ; la présente note ne"
        " porte que sur le retard de ce règlement."
    ),
    settled="Soldé par l'accord du {day} : {invoices}.",
    settling=(
        "Un accord de règlement du {day} est en cours : {amount} jusqu'au {by} inclus, seule somme"
        " attendue pour {invoices}, aux coordonnées que l'accord indique."
    ),
    settling_left=" {paid} sont déjà parvenus : il reste {left} à ce titre.",
    checking=(
        "Le règlement convenu par l'accord du {day}, pour {invoices}, est en cours de vérification"
        " : rien d'autre n'est attendu à ce titre."
    ),
    interest_first=(
        "Vos règlements ont été imputés d'abord sur les intérêts, à hauteur de {amount} : cette"
        " somme reste due en principal, en plus de ce solde."
    ),
    note_beside=(
        "La note de pénalités n° {number} du {day} reste à régler, à hauteur de {amount} : elle se"
        " règle à part, et n'est pas comprise dans ce solde."
    ),
    note_claimed="Notre lettre du {day} la comprend déjà : elle n'est due qu'une fois.",
    planned=(
        "Un échéancier convenu le {day} est en cours, pour {invoices} : seuls ses versements"
        " sont attendus, à leurs dates."
    ),
    promised=(
        "Un règlement de {amount} est annoncé pour le {by}, au titre de {invoices} : ce relevé ne"
        " demande rien d'autre à ce titre."
    ),
    left_to_pay=("Ce message ne porte que sur le principal ci-dessus. Reste à régler : {left}."),
    note_rest=" (solde : {amount})",
    letter_left="{amount} au titre du retard ({extras}, jusqu'au règlement)",
    after_letter=", à la suite de notre courrier du {day}",
    credit_held=(
        "Un crédit de {amount} (avoir ou règlement à affecter) figure par ailleurs sur votre"
        " compte."
    ),
    credit_apart=(
        "Un crédit de {amount} (avoir ou règlement à affecter) figure par ailleurs sur votre"
        " compte ; il n'en est pas déduit."
    ),
)

FRENCH = all_french(
    Tongue(
        code="fr",
        locale="fr-FR",
        figures=FIGURES,
        both=" et ",
        colon=" : ",
        subject="{creditor} – votre compte client {code}",
        clause="{article} de nos conditions générales",
        article="article {number}",
        law=LAW,
        rates=RATES,
        parties=PARTIES,
        items=ITEMS,
        delays=DELAYS,
        accounts=ACCOUNTS,
        asked=asked.FRENCH,
        debits=debits.FRENCH,
        openings=FRENCH_OPENINGS,
        in_words=True,
    )
)
