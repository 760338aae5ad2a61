"""Words by which a letter that asks for money would say that there is nothing to pay.

« Ne payez pas par chèque » and « vous n'avez pas à payer de frais » say how, or what besides: those
are spared, and so is what follows a condition (« si vous avez déjà payé, vous n'avez rien à
régler »).
"""

import re

# As in letter_words: what a reader is told -> the shape, without accents nor capitals.
_FR_PAY = r"(?:payer|regler|verser|virer|acquitter|solder|regulariser|rembourser)"
_FR_DO = r"(?:payez|reglez|versez|virez|acquittez|soldez|regularisez)"
_FR_IT = r"(?:nous |l'|la |le |les |cette |ces |vous )?"
_FR_SPARED = (
    r"(?! (?:(?:de |d'|des |aucun )(?:frais|interet|penalite|indemnite|supplement|accessoire)\w*"
    r"|deux fois|une (?:seconde|deuxieme) fois|en double|par |sur |a un|en especes|sans |avant "
    r"|aupres|davantage|plus que|d'autre))"
)
_NL_PAY = r"(?:betalen|voldoen|overmaken|maken|vereffenen|storten)"
_DE_PAY = r"(?:zahlen|bezahlen|begleichen|uberweisen)"
_EN_PAY = r"(?:pay|settle|remit|transfer)"

NEGATED: dict[str, dict[str, str]] = {
    "fr": {
        "ne payez pas": (
            rf"n(?:e |')(?:nous |le |la |les |l'|en )?{_FR_DO}(?:-l[ea]s?)? (?:pas|rien|plus|point)"
            rf"{_FR_SPARED}"
            rf"|(?:ne|n') ?(?:pas|plus|rien) (?:nous )?{_FR_IT}{_FR_PAY}{_FR_SPARED}"
            r"|vous n'(?:avez|aurez|etes|serez) (?:pas|plus|rien|nullement|point|aucunement"
            r"|aucune (?:raison|obligation)|(?:pas|plus) (?:besoin|l'obligation|tenue?s?|obligee?s?"
            rf"|contrainte?s?)) (?:(?:de |d'|a ))?{_FR_IT}(?:a )?{_FR_IT}{_FR_PAY}{_FR_SPARED}"
            r"|vous ne (?:nous )?dev(?:ez|rez) (?:plus )?(?:rien|pas (?:nous )?(?:payer|regler)"
            r"|plus (?:payer|regler))"
            r"|(?:inutile|nul besoin|pas (?:necessaire|utile|besoin|obligatoire|la peine)|superflu"
            rf"|dispensee?s?|exoneree?s?) de {_FR_IT}{_FR_PAY}{_FR_SPARED}"
            r"|aucun (?:paiement|reglement|versement|virement) (?:n'est|ne vous est|ne sera|ne vous"
            r" sera) (?:plus )?(?:demand|attend|du|exig|requis|necessaire|reclam)\w*"
            r"|n'appellen?t? (?:aucun|pas de) (?:paiement|reglement)"
            r"|ignor(?:er|ez) (?:cette|la presente) (?:demande|lettre)"
            r"|(?:n'est|ne sont|n'y a|n'a) (?:pas|rien|plus|plus rien) a (?:payer|regler)"
        ),
    },
    "nl": {
        "betaal niet": (
            r"(?:hoef(?:t|de)?|moe(?:t|sten)|dient|behoeft|mag) (?:u |dit |deze |het |ons |nog"
            r" ){0,3}"
            rf"(?:\w+ )?niets? (?:meer )?(?:aan ons )?(?:te )?(?:over te )?{_NL_PAY}"
            r"|betaal (?:\w+ ){0,3}niets?(?! (?:op|via|contant|twee|dubbel|meer dan))"
            r"|(?:er is )?geen betaling (?:is )?(?:vereist|nodig|verschuldigd|gevraagd|verwacht)"
            r"|u (?:bent|is) (?:ons )?niets (?:meer )?verschuldigd|niet te betalen"
            r"|(?:valt|is|staat) (?:\w+ )?niets (?:meer )?te betalen"
        ),
    },
    "de": {
        "zahlen Sie nicht": (
            r"(?:brauchen|mussen|sollen|haben) (?:sie |uns |diese |die |den |\w+ ){0,5}?"
            rf"(?:nicht|nichts) (?:mehr )?(?:zu )?{_DE_PAY}"
            rf"|{_DE_PAY} sie (?:\w+ ){{0,4}}?(?:nicht|nichts)(?! (?:rechtzeitig|fristgerecht"
            r"|innerhalb|bis|binnen|punktlich|auf|in bar|doppelt|mehr als))"
            r"|keine zahlung (?:ist )?(?:erforderlich|notig|notwendig)|nicht zu (?:be)?zahlen"
            r"|sie schulden uns nichts"
        ),
    },
    "en": {
        "do not pay": (
            r"(?:do not|don't|need not|needn't|must not|should not|not (?:have|need|required"
            rf"|obliged|asked) to|no need to|never) (?:\w+ )?{_EN_PAY}"
            r"(?! (?:twice|by|in cash|to any|into|any (?:fees|costs|interest|charges)|more than))"
            r"|no payment is (?:due|required|needed|necessary|expected)"
            r"|you owe (?:us )?nothing|nothing to pay|nothing is (?:due|owed)"
        ),
    },
}  # fmt: skip

# A sentence that begins with one of these, or a clause that has one, speaks of another case.
CONDITION = re.compile(
    r"(?<!\w)(?:si|s'il|s'ils|sauf|lorsque|en cas|dans le cas|des que|tant que|a defaut"
    r"|indien|als|wanneer|tenzij|zolang|falls|wenn|sofern|sollte[n]?|if|unless|should you|when"
    r"|until"
    r"|in case|where)(?!\w)"
)
