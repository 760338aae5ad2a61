"""What a message says of the one thing that is particular about its case, in each language.

Facts and days, no reproach: `core.circumstances` finds which of them is said.
"""

# What an agreement was about, by language: several invoices, or one.
CONCERNED = {
    "fr": ("des factures concernées", "de la facture concernée"),
    "nl": ("van de betrokken facturen", "van de betrokken factuur"),
    "de": ("der betroffenen Rechnungen", "der betroffenen Rechnung"),
    "en": ("of the invoices concerned", "of the invoice concerned"),
}

FRENCH_OPENINGS = {
    "part_payment": (
        "Nous vous remercions de votre règlement de {amount} reçu le {day} ; il reste un solde à"
        " régler."
    ),
    "part_payment.no_day": (
        "Nous vous remercions de votre règlement de {amount} ; il reste un solde à régler."
    ),
    "part_payments": (
        "Nous vous remercions de vos règlements ({amount} au total, le dernier reçu le {day}) ; il"
        " reste un solde à régler."
    ),
    "part_payments.no_day": (
        "Nous vous remercions de vos règlements ({amount} au total) ; il reste un solde à régler."
    ),
    "broken_promise": (
        "Vous nous aviez annoncé un règlement de {amount} pour le {by} ; sauf erreur de notre"
        " part, il ne nous est pas parvenu."
    ),
    "broken_promise_part": (
        "Du règlement de {amount} que vous nous aviez annoncé pour le {by}, {left} ne nous sont"
        " pas parvenus, sauf erreur de notre part."
    ),
    "broken_plan": (
        "L'échéancier convenu le {agreed_on} n'a pas pu être suivi : il a pris fin, et le solde"
        " {concerned} est de nouveau exigible."
    ),
    "broken_plan_part": (
        "Nous vous remercions de vos versements. L'échéancier convenu le {agreed_on} n'a pas pu"
        " être suivi jusqu'au bout : il a pris fin, et le solde {concerned} est de"
        " nouveau exigible."
    ),
    "lapsed_settlement": (
        "Le règlement de {amount} prévu par notre accord du {agreed_on} ne nous est pas parvenu au"
        " plus tard le {by} : l'accord est caduc, et la totalité {concerned} reste"
        " due."
    ),
    "lapsed_settlement_part": (
        "Nous vous remercions de votre règlement. Les {amount} prévus par notre accord du"
        " {agreed_on} ne nous sont pas parvenus en entier au plus tard le {by} : l'accord est"
        " caduc, et le solde entier {concerned} reste dû."
    ),
    "after_call": "Nous faisons suite à notre échange du {day}.",
    "first_delay": (
        "Vos factures précédentes sont réglées, et nous vous en remercions ; il s'agit sans doute"
        " d'un simple oubli."
    ),
}

DUTCH_OPENINGS = {
    "part_payment": (
        "Wij danken u voor uw betaling van {amount}, ontvangen op {day}; er blijft nog een saldo te"
        " betalen."
    ),
    "part_payment.no_day": (
        "Wij danken u voor uw betaling van {amount}; er blijft nog een saldo te betalen."
    ),
    "part_payments": (
        "Wij danken u voor uw betalingen ({amount} in totaal, de laatste ontvangen op {day}); er"
        " blijft nog een saldo te betalen."
    ),
    "part_payments.no_day": (
        "Wij danken u voor uw betalingen ({amount} in totaal); er blijft nog een saldo te betalen."
    ),
    "broken_promise": (
        "U had ons een betaling van {amount} aangekondigd voor {by}; behoudens vergissing"
        " onzerzijds hebben wij die nog niet ontvangen."
    ),
    "broken_promise_part": (
        "Van de betaling van {amount} die u ons voor {by} had aangekondigd, hebben wij {left} nog"
        " niet ontvangen, behoudens vergissing onzerzijds."
    ),
    "broken_plan": (
        "Het afbetalingsplan dat op {agreed_on} werd overeengekomen, kon niet worden gevolgd: het"
        " is beëindigd en het saldo {concerned} is opnieuw opeisbaar."
    ),
    "broken_plan_part": (
        "Wij danken u voor uw betalingen. Het afbetalingsplan dat op {agreed_on} werd"
        " overeengekomen, kon niet volledig worden gevolgd: het is beëindigd en het saldo"
        " {concerned} is opnieuw opeisbaar."
    ),
    "lapsed_settlement": (
        "De betaling van {amount} volgens ons akkoord van {agreed_on} heeft ons niet uiterlijk op"
        " {by} bereikt: dat akkoord is vervallen en het volledige bedrag {concerned}"
        " blijft verschuldigd."
    ),
    "lapsed_settlement_part": (
        "Wij danken u voor uw betaling. Het bedrag van {amount} volgens ons akkoord van"
        " {agreed_on} heeft ons niet volledig bereikt, uiterlijk op {by}: dat akkoord is vervallen"
        " en het volledige saldo {concerned} blijft verschuldigd."
    ),
    "after_call": "Wij komen terug op ons gesprek van {day}.",
    "first_delay": (
        "Uw vorige facturen zijn betaald, waarvoor onze dank; het gaat wellicht om een eenvoudige"
        " vergetelheid."
    ),
}

# They follow a salutation that ends with a comma: each begins with a word that has its capital.
GERMAN_OPENINGS = {
    "part_payment": (
        "Ihre Zahlung über {amount} ist am {day} bei uns eingegangen, wofür wir Ihnen danken; es"
        " bleibt ein Restbetrag offen."
    ),
    "part_payment.no_day": (
        "Ihre Zahlung über {amount} ist bei uns eingegangen, wofür wir Ihnen danken; es bleibt ein"
        " Restbetrag offen."
    ),
    "part_payments": (
        "Ihre Zahlungen (insgesamt {amount}, die letzte am {day}) sind bei uns eingegangen, wofür"
        " wir Ihnen danken; es bleibt ein Restbetrag offen."
    ),
    "part_payments.no_day": (
        "Ihre Zahlungen (insgesamt {amount}) sind bei uns eingegangen, wofür wir Ihnen danken; es"
        " bleibt ein Restbetrag offen."
    ),
    "broken_promise": (
        "Sie hatten uns eine Zahlung über {amount} zum {by} angekündigt; vorbehaltlich eines"
        " Irrtums unsererseits ist sie noch nicht bei uns eingegangen."
    ),
    "broken_promise_part": (
        "Ihre zum {by} angekündigte Zahlung über {amount} ist, vorbehaltlich eines Irrtums"
        " unsererseits, nur zum Teil bei uns eingegangen; {left} stehen noch aus."
    ),
    "broken_plan": (
        "Ihr am {agreed_on} mit uns vereinbarter Ratenplan konnte nicht eingehalten werden; er ist"
        " damit beendet, und der Restbetrag {concerned} ist wieder fällig."
    ),
    "broken_plan_part": (
        "Ihre Zahlungen sind bei uns eingegangen, wofür wir Ihnen danken. Der am {agreed_on}"
        " vereinbarte Ratenplan konnte jedoch nicht vollständig eingehalten werden; er ist damit"
        " beendet, und der Restbetrag {concerned} ist wieder fällig."
    ),
    "lapsed_settlement": (
        "Ihre Zahlung über {amount} gemäß unserer Vereinbarung vom {agreed_on} ist nicht bis zum"
        " {by} bei uns eingegangen; die Vereinbarung ist damit hinfällig, und der gesamte Betrag"
        " {concerned} bleibt geschuldet."
    ),
    "lapsed_settlement_part": (
        "Ihre Zahlung ist bei uns eingegangen, wofür wir Ihnen danken. Der Betrag von {amount}"
        " gemäß unserer Vereinbarung vom {agreed_on} ist jedoch nicht vollständig bis zum {by} bei"
        " uns eingegangen; die Vereinbarung ist damit hinfällig, und der gesamte Restbetrag"
        " {concerned} bleibt geschuldet."
    ),
    "after_call": "Bezug nehmend auf unser Gespräch vom {day} wenden wir uns heute an Sie.",
    "first_delay": (
        "Ihre früheren Rechnungen sind beglichen, wofür wir Ihnen danken; sicherlich handelt es"
        " sich um ein bloßes Versehen."
    ),
}

ENGLISH_OPENINGS = {
    "part_payment": (
        "Thank you for your payment of {amount}, received on {day}; a balance remains to be paid."
    ),
    "part_payment.no_day": (
        "Thank you for your payment of {amount}; a balance remains to be paid."
    ),
    "part_payments": (
        "Thank you for your payments ({amount} in total, the last received on {day}); a balance"
        " remains to be paid."
    ),
    "part_payments.no_day": (
        "Thank you for your payments ({amount} in total); a balance remains to be paid."
    ),
    "broken_promise": (
        "You had told us to expect a payment of {amount} on {by}; unless we are mistaken, it has"
        " not reached us."
    ),
    "broken_promise_part": (
        "Of the payment of {amount} that you had told us to expect on {by}, {left} has not reached"
        " us, unless we are mistaken."
    ),
    "broken_plan": (
        "The payment plan agreed on {agreed_on} could not be kept: it has ended, and the balance"
        " {concerned} is payable again."
    ),
    "broken_plan_part": (
        "Thank you for your payments. The payment plan agreed on {agreed_on} could not be kept in"
        " full: it has ended, and the balance {concerned} is payable again."
    ),
    "lapsed_settlement": (
        "The payment of {amount} under our agreement of {agreed_on} did not reach us by {by}: the"
        " agreement has lapsed, and the whole sum {concerned} remains owed."
    ),
    "lapsed_settlement_part": (
        "Thank you for your payment. The {amount} under our agreement of {agreed_on} did not reach"
        " us in full by {by}: the agreement has lapsed, and the whole balance {concerned}"
        " remains owed."
    ),
    "after_call": "We are writing further to our conversation of {day}.",
    "first_delay": (
        "Your previous invoices have been paid, and we thank you for that; this is no doubt a"
        " simple oversight."
    ),
}
