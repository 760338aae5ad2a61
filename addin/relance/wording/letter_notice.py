"""Words by which a letter would be a formal notice, of which only the notices may be one.

A formal notice starts interest, and the delay that it grants is counted: one that a first reminder
serves by the way is counted by nobody. A letter may say that it is none (« ne vaut pas mise en
demeure »), and may announce one (« nous vous adresserons une mise en demeure »).

Source: C. civ. 1344, 1344-1 and 1231-6 (an interpellation that is clear enough is a notice,
whatever its form).
"""

import re

# The documents that are formal notices: the others are none.
NOTICES = ("mise-en-demeure", "mise-en-demeure-consommateur", "reclamation-acheteur-public")

_FR_NOTICE = r"(?:une |la )?(?:mises? en demeure|sommation|interpellation suffisante)"
_FR_THIS = (
    r"(?:la presente|le present|les presentes|cette|cet|ce|ceci|celle-ci|celui-ci)"
    r"(?: [\w-]+){0,4}? "
)
_FR_HOW = r"(?:(?:donc|ainsi|aussi|egalement|alors|des lors|expressement|officiellement) )?"
_NL_NOTICE = r"(?:een )?(?:formele |officiele )?(?:ingebrekestelling|aanmaning|mise en demeure)"
_DE_NOTICE = r"(?:eine |als )?(?:formliche |formelle )?(?:inverzugsetzung|mise en demeure)"
_EN_NOTICE = r"(?:a |an )?(?:formal|official) (?:demand|notice)"

# As in letter_words: what a reader is told -> the shape, without accents nor capitals.
SERVED: dict[str, dict[str, str]] = {
    "fr": {
        "vaut mise en demeure": (
            rf"(?:vaut|valent|valant|vaille|valoir) {_FR_HOW}{_FR_NOTICE}"
            rf"|(?:tient|tiennent|tenant|tienne|tenir) {_FR_HOW}lieu (?:de|d') ?{_FR_NOTICE}"
            rf"|(?:fait|font|faisant|fasse) {_FR_HOW}office (?:de|d') ?{_FR_NOTICE}"
            rf"|(?:a|ayant|ait) {_FR_HOW}valeur (?:de|d') ?{_FR_NOTICE}"
            rf"|(?:constitue|constituent|constituant|constituer) {_FR_HOW}{_FR_NOTICE}"
            rf"|(?:equivaut|equivalant|equivaloir) {_FR_HOW}a {_FR_NOTICE}"
            rf"|(?:emporte|emportant|emporter) {_FR_HOW}{_FR_NOTICE}"
            rf"|a titre de {_FR_NOTICE}|en guise de {_FR_NOTICE}"
            rf"|{_FR_THIS}(?:vaudra|constituera|est) {_FR_HOW}{_FR_NOTICE}"
            rf"|{_FR_THIS}(?:tiendra|fera|aura) {_FR_HOW}(?:lieu|office|valeur) (?:de|d')"
            rf" ?{_FR_NOTICE}"
            rf"|(?:consideree?s?|regardee?s?|lue?s?|comprise?s?) comme {_FR_NOTICE}"
            r"|(?:mettons|mets|mettent|met) (?:\w+ ){0,2}?en demeure"
            r"|(?:etes|est|voici|voila) (?:donc |ainsi |par la presente |formellement )?"
            r"mis(?:e|es)? en demeure"
            r"|(?:la presente|cette) mise en demeure (?:vous|fait|vaut|reste|demeure|est)"
            r"|objet ?: ?(?:derniere |ultime )?mise en demeure"
            r"|(?:vous|de) sommons|vous somme de"
        ),
    },
    "nl": {
        "geldt als ingebrekestelling": (
            rf"(?:geldt|gelden|geldend|telt|dient|beschouwd|beschouwen) (?:hierbij |dus )?"
            rf"(?:als|tot) {_NL_NOTICE}"
            r"|stel(?:len|t)? (?:\w+ )?u (?:\w+ ){0,2}?in gebreke"
            r"|(?:bent|wordt) (?:u )?(?:hierbij |bij dezen |dus )?in gebreke gesteld"
            rf"|deze (?:brief|e-mail|herinnering) is {_NL_NOTICE}"
            r"|deze ingebrekestelling|betreft ?: ?ingebrekestelling"
        ),
    },
    "de": {
        "in Verzug setzen": (
            rf"(?:gilt|gelten|dient) (?:somit |hiermit )?(?:als )?{_DE_NOTICE}"
            r"|setzen (?:wir )?sie (?:\w+ ){0,2}?in verzug"
            r"|(?:sind|werden) (?:sie )?(?:hiermit |somit |formlich )*in verzug gesetzt"
            rf"|dieses schreiben ist {_DE_NOTICE}|betreff ?: ?{_DE_NOTICE}"
        ),
    },
    "en": {
        "constitutes formal notice": (
            rf"(?:constitutes?|is|serves? as|amounts? to|stands? as|considered|deemed) {_EN_NOTICE}"
            r"|(?:give|giving|serve|serving|put|hereby give) you (?:\w+ ){0,2}?formal notice"
            r"|are (?:hereby )?(?:given|served|put on) (?:with )?formal notice"
            r"|this formal notice|subject ?: ?formal notice"
        ),
    },
}  # fmt: skip

# A paragraph that is only this is the title of a formal notice, in whatever language.
TITLE = re.compile(
    r"(?:derniere |ultime |laatste |letzte |final )?"
    r"(?P<notice>mise en demeure|ingebrekestelling|inverzugsetzung|formal notice)"
    r"(?: (?:de payer|de regler|avant poursuites|to pay))?[ .:!]*"
)
# What ends right before such words and says the contrary: « ne saurait valoir mise en demeure ».
DENIED = re.compile(
    r"(?:(?<!\w)(?:ne|n'|sans|ni|not|never|niet|geen|nicht|keine?) ?(?:pas |pour autant )?"
    r"|(?<!\w)(?:ne |n')(?:doi[st]|doivent|saurai(?:t|ent)|peut|peuvent|pourr\w+|est|sont|a)"
    r"(?: [\w-]+){0,5} "
    r"|(?<!\w)(?:must|should|may|shall|is|can)(?: not|not) (?:\w+ ){0,3}"
    r"|(?<!\w)(?:kan|mag|moet|wordt|is|darf|kann|soll) (?:\w+ ){0,3}(?:niet|nicht) (?:\w+ ){0,3})$"
)
