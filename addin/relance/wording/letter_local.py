"""Words of French letters that are not the same on both sides of the border."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LocalWords:
    """What the sender's country calls three things that every letter names."""

    tax_included: str
    acknowledgement: str  # what comes back signed when a registered letter has been handed over
    reference: str  # what a transfer quotes, as its form calls it


FRANCE = LocalWords("TTC", "avis de réception", "Référence à rappeler")
OTHERS = {"BE": LocalWords("TVAC", "accusé de réception", "Communication")}


def local_words(country: str) -> LocalWords:
    """Return the words of a country; those of France where no others are known.

    >>> local_words("BE").tax_included, local_words("LU").tax_included
    ('TVAC', 'TTC')
    """
    return OTHERS.get(country, FRANCE)
