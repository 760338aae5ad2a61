"""French typography: the spaces at which a line must not break, and the curved apostrophe."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from .amounts import NBSP

SPACE = re.compile(
    r" (?=[:;?!»%€](?:\W|$))|(?<=«) |(?<=\b[nN]°) (?!\|)"
    r"|(?<=\barticle) (?=[\dLRD])|(?<=\barticles) (?=[\dLRD])"
)
LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
VOWELS = "aeiou"  # never before "h" nor "y": whether they are mute is not in the letters
T = TypeVar("T")


def elided(template: str, field: str, name: str, apostrophe: str = "’") -> str:
    """Return a French template in which "de" is elided before a field, when its name wants it.

    >>> [elided("litige de {debtor}", "debtor", one) for one in ("Éditions du Port", "Hôtel")]
    ['litige d’{debtor}', 'litige de {debtor}']
    """
    first = unicodedata.normalize("NFKD", name.translate(LIGATURES))[:1].lower()
    if not first or first not in VOWELS:
        return template
    return template.replace(f"de {{{field}}}", f"d{apostrophe}{{{field}}}")


def unbroken(text: str) -> str:
    """Return a text with no-break spaces where French wants them; other texts stay as they are.

    >>> unbroken("Objet : « facture n° 12 » (article L441-10) ?").replace(NBSP, "_")
    'Objet_: «_facture n°_12_» (article_L441-10)_?'
    """
    return SPACE.sub(NBSP, text) if " " in text else text


def whole(text: str) -> str:
    """Return a text that no line cuts: a number stays with its name."""
    return text.replace(" ", NBSP)


def french(text: str) -> str:
    """Return French words as they are printed: spaces that hold, curved apostrophes.

    >>> french("jusqu'au 1er : l'échéance").replace(NBSP, "_")
    'jusqu’au 1er_: l’échéance'
    """
    return unbroken(text).replace("'", "’")


def all_french(record: T) -> T:
    """Return a record whose texts, and those of the records and mappings in it, are French."""
    return cast(T, _printed(record))


def _printed(value: object) -> object:
    if isinstance(value, str):
        return french(value)
    if isinstance(value, Mapping):
        return {name: _printed(one) for name, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        said = {one.name: _printed(getattr(value, one.name)) for one in fields(value)}
        return replace(value, **said)
    return value
