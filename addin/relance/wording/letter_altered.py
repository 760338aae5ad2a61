"""Words beside a field that change what it says: half of the total, the total a month, twice.

Each is read on a text without accents nor capitals, in which ⟦total⟧ stands for a field.
"""

import re

_SUM = r"⟦(?P<sum>(?:[a-z_]+\.)?total|total_accessoires|somme_convenue)⟧"
_DELAY = r"⟦(?P<delay>delai|date_limite)⟧"
_TIMES = (
    r"(?:la moitie|le (?:double|triple|quart|tiers)|les (?:deux tiers|trois quarts)"
    r"|(?:deux|trois|quatre|cinq|dix|\d+) fois|(?:au moins|au minimum|environ|plus(?= d[e']))"
    r"|de helft|het (?:dubbele|drievoud)|(?:twee|drie|\d+) ?(?:keer|maal)|minstens|ongeveer"
    r"|meer dan|die halfte|das (?:doppelte|dreifache)|(?:zwei|drei|\d+) ?mal|mindestens|ungefahr"
    r"|mehr als|half|double|twice|(?:three|four|\d+) times|at least|approximately|more than)"
)
_LINK = r"(?: (?:de|du|d'|des|van|von|of|la somme de|le montant de|the sum of|het bedrag van)){0,3}"
_NET = (
    r"(?:ht|h\.t\.?|htva|hors (?:taxes?|tva)|excl\.? btw|exclusief btw|zonder btw|netto"
    r"|zzgl\.? mwst|ohne mwst|excl(?:uding|\.)? (?:vat|tax)|net of (?:vat|tax)|plus (?:vat|tva))"
)
_EACH = (
    r"(?:(?:par|chaque) (?:mois|semaine|jour|an|trimestre|facture)|chacune?s?"
    r"|(?:per|elke) (?:maand|week|dag|jaar|factuur)|(?:pro|je) (?:monat|woche|tag|jahr|rechnung)"
    r"|(?:per|each|every|a) (?:month|week|day|year|invoice)|monthly|monatlich|maandelijks)"
)
_MORE = (
    r"(?:et|plus|en|und|and|\+) ?\d+(?:[ .,]\d+)*"
    r"(?= ?(?:$|[.;,)!]|(?:de|d'|pour|voor|fur|for|of|aan|an)(?!\w)))"
)
_UNIT = (
    r"(?:heures?|h|jours?|semaines?|mois|uur|dagen|weken|stunden|tagen?|wochen|hours|days|weeks)"
)
ALTERED = re.compile(
    rf"(?:(?<!\w){_TIMES}{_LINK} |(?<!\d)\d){_SUM}"
    rf"|{_SUM.replace('sum', 'after')}(?:[\d%]|,? (?:{_NET}|{_EACH}|{_MORE})(?!\w))"
    rf"|(?<!\w){_TIMES}{_LINK} {_DELAY}"
    rf"|{_DELAY.replace('delay', 'until')}(?: ouvr(?:es|ables?)|,? ?\(?(?:soit |of |oder |or )?"
    rf"\d+ ?{_UNIT}(?!\w))"
)
