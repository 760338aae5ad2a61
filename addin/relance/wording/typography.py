"""French typography: the spaces at which a line must not break."""

import re

from .amounts import NBSP

SPACE = re.compile(
    r" (?=[:;?!»%€](?:\W|$))|(?<=«) |(?<=\b[nN]°) "
    r"|(?<=\barticle) (?=[\dLRD])|(?<=\barticles) (?=[\dLRD])"
)


def unbroken(text: str) -> str:
    """Return a text with no-break spaces where French wants them; other texts stay as they are.

    >>> unbroken("Objet : « facture n° 12 » (article L441-10) ?").replace(NBSP, "_")
    'Objet_: «_facture n°_12_» (article_L441-10)_?'
    """
    return SPACE.sub(NBSP, text) if " " in text else text
