"""How a postcode and a town stand in an address, as the post of the country wants it."""

import re

from ..core.records import Address
from .widths import fits, folded_lines

BELOW = ("GB", "IE", "GG", "IM", "JE")  # the postcode has a line of its own, under the town
BEHIND = ("US", "CA", "AU", "NZ")  # it follows the town
SHORT = ((r"\bSAINT\b", "ST"), (r"\bSAINTE\b", "STE"))  # as the French post does


def town_lines(address: Address, home: str) -> list[str]:
    """Return the lines of a postcode and a town.

    Args:
        address: of whom.
        home: the country of an address that names none.

    >>> town_lines(Address("", "", "SW1A 2AA", "London", "GB"), "FR")
    ['London', 'SW1A 2AA']
    >>> town_lines(Address("", "", "10001", "New York NY", "US"), "FR")
    ['New York NY 10001']
    """
    country = address.country or home
    if country in BELOW:
        return [one for one in (address.city.strip(), address.postcode.strip()) if one]
    parts = (address.postcode, address.city)
    town = " ".join(reversed(parts) if country in BEHIND else parts).strip()
    return [town] if town else []


def folded_town(town: str) -> list[str]:
    """Return a town in capitals on lines of the window: shortened where it is long, never cut."""
    if fits(town):
        return [town]
    for word, short in SHORT:
        town = re.sub(word, short, town)
    return [town] if fits(town) else folded_lines(town.replace("-", " "))
