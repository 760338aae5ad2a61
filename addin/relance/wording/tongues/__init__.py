"""The languages of the documents: one module each, with the same sentences.

A language is added by its module, its line in `TONGUES` and its folder in `data/templates`.
"""

from .de import GERMAN
from .en import ENGLISH
from .fr import FRENCH
from .nl import DUTCH
from .tongue import Tongue

__all__ = ["FRENCH", "TONGUES", "Tongue", "tongue"]

TONGUES: dict[str, Tongue] = {one.code: one for one in (FRENCH, DUTCH, GERMAN, ENGLISH)}


def tongue(*codes: str) -> Tongue:
    """Return the language of the first code that is not blank; French when it is not one of ours.

    >>> tongue("", "fr").locale, tongue("xx", "fr").code, tongue("").code
    ('fr-FR', 'fr', 'fr')
    """
    return TONGUES.get(next(filter(None, codes), ""), FRENCH)
