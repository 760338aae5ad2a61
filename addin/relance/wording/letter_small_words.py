"""Small words by which a language is known; none is a word of two of them, nor of a document."""

_SAID = {
    "fr": (
        "le les la aux une vous nous votre vos notre est sont avec pour que qui dans ce"
        " cette sur pas ne"
    ),
    "nl": (
        "het een van wij onze ons uw zijn niet voor op aan met dat deze wordt worden naar ook bent"
    ),
    "de": (
        "der das und wir ihnen ihre ihrem sie ist sind nicht fur mit auf von dem den"
        " eine einer zu wird"
    ),
    "en": (
        "the and you your our are with for that this have has been not by from which would please"
    ),
}
SMALL: dict[str, frozenset[str]] = {code: frozenset(said.split()) for code, said in _SAID.items()}
