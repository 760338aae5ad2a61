"""Bare sums beside a verb of paying, adding or owing: « merci de régler 1 500 », « add 40 for ».

A number is a sum where the phrase goes on without a thing that it counts: « payer 2 factures » and
« régler sous 8 jours » count something, « régler la facture 154 » names it. The shapes are read on
a text without accents nor capitals.
"""

import re

_FR = (
    r"(?:regl(?:er|ez|ee?s?)|pa(?:yer|yez|yee?s?|ierez)|vers(?:er|ez|ee?s?|erez)|virer|virez"
    r"|acquitt(?:er|ez)|sold(?:er|ez)|rembours(?:er|ez)|adress(?:er|ez)-nous"
    r"|ajout(?:er|ez|ons|erons)|compt(?:ons|erons)|factur(?:ons|erons)"
    r"|reclam(?:ons|erons|er)|devez|devrez|doit|redevables? d[e']|reste (?:encore )?due?)"
)
_NL = r"(?:betaalt?|stort|vereffent?|voeg|rekenen|vorderen|tel|maak)"
_DE = r"(?:zahlen|bezahlen|uberweisen|begleichen|addieren|berechnen|schulden|fordern|verlangen)"
_EN = r"(?:pay|settle|remit|transfer|send us|add|adding|owe|claim|charge)"
# What may stand between the verb and its sum; a thing that is paid may not.
_BETWEEN = (
    r"(?: (?:nous|vous|y|en|encore|aussi|egalement|donc|immediatement|rapidement|ainsi|au moins"
    r"|environ|exactement|sans delai|sans attendre|sans tarder|des (?:ce jour|maintenant|reception)"
    r"|aujourd'hui|par virement|par cheque|au plus vite|de|u|ons|er|nog|ook|dadelijk|onmiddellijk"
    r"|daarbij|aan|vandaag|sie|uns|bitte|noch|auch|sofort|umgehend|ihnen|heute|us|an|another"
    r"|further|also|now|immediately|today|at least|at once))*"
    r"(?: ?:|-y|,)?"
)
_NUMBER = r"(?!0\d)(?!20[1-4]\d(?![\d.,]\d))(?!\d[.)] ?[a-z])(?>\d+(?:[ .,]\d+)*)(?![\w/%-]| %)"
# The phrase ends, or goes on without a thing that is counted.
_AFTER = (
    r"(?=[.,]?-? ?(?:$|[;!?):|+]|[.,](?!\d)|(?:a|et|ou) (?!\d)"
    r"|(?:pour|en|au|aux|par|avant|sous|le|ce|dans|via|sur|d'ici"
    r"|de (?:plus|frais|penalite|majoration|dommages|retard)|des (?:ce|maintenant|reception)"
    r"|ttc|tvac|ht|htva|suppl\w+|immediatement|rapidement|sans|aujourd'hui|comme"
    r"|te|toe|aan|voor|op|binnen|via|extra|over|bij"
    r"|fur|auf|bis|innerhalb|als|zu|hinzu"
    r"|for|by|to|on|into|before|within|as|more|immediately|today|now)(?!\w)))"
)
# Dutch and German put the verb at the end: « gelieve 1500 te betalen », « bitte 40 zahlen ».
_BEFORE_VERB = (
    r"(?:gelieve|verzoeken u(?: om)?|vragen u(?: om)?|bitte|bitten sie,?|nog|ons|noch|uns|u nog)"
)
_VERB_LAST = (
    r"(?=,?-? (?:aan ons |nog |an uns |sofort )?(?:(?:te )?(?:betalen|storten|vereffenen|voldoen)"
    r"|over te maken|toe te voegen|(?:zu )?(?:zahlen|bezahlen|uberweisen|begleichen))(?!\w))"
)
PAID = re.compile(
    rf"(?<!\w)(?:{_FR}|{_NL}|{_DE}|{_EN}){_BETWEEN} (?P<sum>{_NUMBER}){_AFTER}"
    rf"|(?<!\w){_BEFORE_VERB} (?P<first>{_NUMBER}){_VERB_LAST}"
)
