"""Dutch as it is written in Belgium, with the official names of Belgian laws."""

from ..figures import NBSP, Figures
from . import asked, debits
from .countries import countries
from .openings import DUTCH_OPENINGS
from .tongue import Accounts, Delays, Items, Law, Parties, Rates, Tongue

FIGURES = Figures(
    thousands=".",
    decimal=",",
    euro=f"€{NBSP}{{2}}{{0}}",
    other=f"{{1}}{NBSP}{{2}}{{0}}",
    percentage=f"{{0}}{NBSP}%",
    day_in_figures="{2:02d}/{1:02d}/{0:04d}",
    day_in_words=f"{{2}}{NBSP}{{1}}{NBSP}{{0}}",
    months=(
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
        "oktober", "november", "december",
    ),
)  # fmt: skip

LAW = Law(
    basis={
        "FR-B2B": "artikelen L441-10, II en D441-5 van het Franse Wetboek van Koophandel",
        "FR-B2C": "artikelen 1231-6 en 1344-1 van het Franse Burgerlijk Wetboek",
        "FR-PUB": (
            "artikelen L2192-13, R2192-31 en D2192-35 van het Franse Wetboek inzake"
            " overheidsopdrachten"
        ),
        "BE-B2B": (
            "artikelen 5 en 6 van de wet van 2 augustus 2002 betreffende de bestrijding van de"
            " betalingsachterstand bij handelstransacties"
        ),
        "BE-B2C": "boek XIX van het Wetboek van economisch recht",
        "LU-B2B": (
            "gewijzigde Luxemburgse wet van 18 april 2004 betreffende de betalingstermijnen en de"
            " nalatigheidsinteresten"
        ),
    },
    records={
        "L441-10 II du code de commerce": "artikel L441-10, II van het Franse Wetboek van"
        " Koophandel",
        "R2192-31 du code de la commande publique": "artikel R2192-31 van het Franse Wetboek"
        " inzake overheidsopdrachten",
        "L313-2 et D313-1-A du code monétaire et financier": "artikelen L313-2 en D313-1-A van het"
        " Franse Monetair en Financieel Wetboek",
        "Loi du 2 août 2002, art. 5": "wet van 2 augustus 2002, art. 5",
        "Loi du 22 novembre 2013": "wet van 22 november 2013",
        "Loi du 5 mai 1865, art. 2, par. 1": "wet van 5 mei 1865, art. 2, § 1",
        "Arrêté royal du 14 janvier 2013, art. 69": "koninklijk besluit van 14 januari 2013,"
        " art. 69",
        "Loi du 18 avril 2004, modifiée le 29 mars 2013": "Luxemburgse wet van 18 april 2004,"
        " gewijzigd op 29 maart 2013",
        "BW 6:119a et 6:120": "BW 6:119a en 6:120",
        "BW 6:119 et 6:120": "BW 6:119 en 6:120",
        "D.Lgs. 231/2002, art. 2 et 5": "D.Lgs. 231/2002, art. 2 en 5",
        "Code des obligations, art. 104": "Zwitsers Wetboek van verbintenissen, art. 104",
        "(contrat)": "contract",
    },
    between="; ",
    interest="Nalatigheidsinteresten",
    interest_short="Interesten",
    interest_of={},
    interest_short_of={},
)

RATES = Rates(
    law="tegen de wettelijk bepaalde rentevoet",
    law_at="tegen een rentevoet van {rate} per jaar",
    law_at_both="tegen rentevoeten van {rates} per jaar",
    law_between="tegen rentevoeten van {least} tot {most} per jaar, zoals berekend in de bijlage",
    contract="tegen de contractuele rentevoet",
    contract_at="tegen de contractuele rentevoet van {rate} per jaar",
    legal="tegen de wettelijke rentevoet",
    legal_at="tegen de wettelijke rentevoet ({rate} per jaar)",
)

PARTIES = Parties(
    countries=countries("nl"),
    on_behalf_of="in naam en voor rekening van:",
    phone="Tel. {phone}",
    vat="Btw {number}",
    company_number="Ondernemingsnummer {number}",
    mandate="mandaat {reference}",
    mandate_since="{mandate} van {since}",
    intervention="Wij schrijven u in naam en voor rekening van {creditor} ({mandate}).",
    collector="Wij oefenen een activiteit van minnelijke invordering uit.",
    to_payer="Wij richten ons tot u als betaler, voor rekening van {debtor}.",
    at_the_home_of="p/a {name}",
)

ITEMS = Items(
    prefixes={
        "credit_note": "Creditnota ",
        "down_payment": "Voorschot ",
        "retention": "Inhouding ",
    },
    payment="Betaling",
    payment_of="Betaling van {day}",
    balance="Saldo van de rekening, zonder detail per factuur",
    order="best. {number}",
    see_table="zie tabel",
    sold="leveringen of diensten van deze factuur",
    copy="kopie van factuur {numbers}",
    copies="kopieën van de facturen {numbers}",
    copies_of_table="kopieën van de {count} facturen in de tabel",
    statement=(
        "Een overzicht van uw rekening is ter informatie bijgevoegd: het vermeldt alles wat vandaag"
        " nog openstaat."
    ),
    statement_file="rekeningoverzicht",
    extension="{number}: er werd u uitstel verleend tot {day}",
    extension_suspends="{said}; tijdens dit uitstel lopen er geen {interest}.",
    extension_runs="{said}; de {interest} lopen vanaf de oorspronkelijke vervaldag.",
    allocation={
        "interest": (
            "Gedeeltelijke betalingen worden eerst aangerekend op de interesten en daarna op de"
            " hoofdsom."
        ),
        "principal": "Gedeeltelijke betalingen worden eerst aangerekend op de hoofdsom.",
    },
)

DELAYS = Delays(
    day="{count}\u00a0dag",
    days="{count}\u00a0dagen",
    calendar_day="{count}\u00a0kalenderdag",
    calendar_days="{count}\u00a0kalenderdagen",
)

ACCOUNTS = Accounts(
    debited=(
        "Het bedrag van {amount} (factuur {invoice}) wordt {when} via domiciliëring van uw"
        " rekening afgeschreven."
    ),
    presented=(
        "Het bedrag van {amount} (factuur {invoice}) wordt {when} aan uw bank aangeboden"
        " (wisselbrief, LCR)."
    ),
    on_day="op {day}",
    on_due="op de vervaldag",
    disputed="betwist",
    overdue="vervallen, {days}",
    not_due="nog niet vervallen",
    put_off="uitgesteld tot {day}",
    to_be_debited="wordt geïnd op {day}",
    to_be_presented="wissel aangeboden op {day}",
    bucket_not_due="Nog niet vervallen",
    bucket="Van {first} tot {last}\u00a0dagen",
    bucket_beyond="Meer dan {last}\u00a0dagen",
    without_vat=(
        "Nalatigheidsinteresten en forfaitaire vergoeding vallen buiten het toepassingsgebied van"
        " de btw{article}: deze nota is geen factuur."
    ),
    fixed_sums="forfaitaire vergoedingen",
    fixed_sum="forfaitaire vergoeding",
    fixed_sum_alone="forfaitaire vergoeding",
    belgian_vat=" (artikel 28, 3° van het Btw-Wetboek)",
    note_named="de nota van nalatigheidsinteresten nr. {number} van {day}",
    note_replaces=(
        "Deze nota vervangt {notes}: wat daarin werd gevraagd, is begrepen in de bovenstaande"
        " bedragen en komt er niet bovenop."
    ),
    note_included=(
        "Wat al werd gevraagd in {notes}, is begrepen in de bovenstaande bedragen en komt er niet"
        " bovenop."
    ),
    letter_included=(
        "Wat ons bericht van {day} naast de hoofdsom vroeg, is begrepen in de bovenstaande bedragen"
        " en komt er niet bovenop."
    ),
    note_paid=(
        "Wat u al op een nota van nalatigheidsinteresten hebt betaald ({amount}), is van de"
        " bovenstaande bedragen afgetrokken; in de bijlage staan de periodes vóór die aftrek."
    ),
    note_after_thanks=(
        "Ons bericht van {day} dankte u voor de betaling van de hoofdsom; deze nota betreft alleen"
        " de laattijdigheid van die betaling."
    ),
    settled="Vereffend door het akkoord van {day}: {invoices}.",
    settling=(
        "Er loopt een betalingsakkoord van {day}: {amount} tot en met {by}, het enige bedrag dat"
        " voor {invoices} wordt verwacht, op de rekening die het akkoord vermeldt."
    ),
    settling_left=" {paid} is al ontvangen: er blijft {left} te betalen.",
    checking=(
        "De betaling volgens het akkoord van {day}, voor {invoices}, wordt nagekeken: verder wordt"
        " daarvoor niets verwacht."
    ),
    interest_first=(
        "Uw betalingen zijn eerst op de interesten aangerekend, voor {amount}: dat bedrag blijft"
        " in hoofdsom verschuldigd, boven dit saldo."
    ),
    note_beside=(
        "Onze nota van nalatigheidsinteresten nr. {number} van {day} blijft te betalen, voor"
        " {amount}: zij wordt afzonderlijk betaald en is niet in dit saldo begrepen."
    ),
    note_claimed="Onze brief van {day} omvat haar al: zij is maar één keer verschuldigd.",
    planned=(
        "Er loopt een afbetalingsplan dat op {day} werd overeengekomen, voor {invoices}:"
        " alleen de schijven worden verwacht, op hun data."
    ),
    promised=(
        "Een betaling van {amount} is aangekondigd tegen {by}, voor {invoices}: dit overzicht"
        " vraagt daarvoor verder niets."
    ),
    left_to_pay=("Dit bericht betreft alleen de bovenstaande hoofdsom. Nog te betalen: {left}."),
    note_rest=" (saldo: {amount})",
    letter_left="{amount} wegens de laattijdige betaling ({extras}, tot de betaling)",
    after_letter=", in aansluiting op onze brief van {day}",
    credit_held=(
        "Op uw rekening staat verder een tegoed van {amount} (creditnota of nog toe te wijzen"
        " betaling)."
    ),
    credit_apart=(
        "Op uw rekening staat verder een tegoed van {amount} (creditnota of nog toe te wijzen"
        " betaling); het is er niet van afgetrokken."
    ),
)

DUTCH = Tongue(
    code="nl",
    locale="nl-BE",
    figures=FIGURES,
    both=" en ",
    colon=": ",
    subject="{creditor} – uw klantenrekening {code}",
    clause="{article} van onze algemene voorwaarden",
    article="artikel {number}",
    law=LAW,
    rates=RATES,
    parties=PARTIES,
    items=ITEMS,
    delays=DELAYS,
    accounts=ACCOUNTS,
    asked=asked.DUTCH,
    debits=debits.DUTCH,
    openings=DUTCH_OPENINGS,
)
