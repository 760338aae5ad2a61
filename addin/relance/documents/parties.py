"""Who writes, to whom, and who is to be called, as a document prints it."""

import re
from functools import cache

from ..core.records import Address, Contact, Creditor, Debtor, Message
from ..data import tables
from ..wording.letter_local import local_words
from ..wording.letters import (
    CONTACT_ROLES,
    intervention,
    phone_line,
    registration,
    vat_line,
)
from ..wording.tongues import FRENCH, Tongue
from ..wording.tongues import tongue as tongue_named
from ..wording.typography import whole
from .names import plain
from .towns import folded_town, town_lines
from .widths import fits, folded_lines, head

# NF Z 10-011: at most six lines. The whole place is in capitals without
# punctuation, whatever its lines, so that no street is half in capitals; who lives there keeps the
# case of the name.
COUNTRIES = "countries"
LINES = 6
OF_HOUSE = r"\d+ ?(?:bis|ter|quater|[A-Za-z])?"  # its number
COMMA = re.compile(r" ?, ?")
ROAD = re.compile(rf"{OF_HOUSE} \D")  # "12 rue des Lilas"
AFTER_NUMBER = re.compile(rf"(?<![^,\s])({OF_HOUSE}) ?,(?= ?\D)")


def recipient(debtor: Debtor, contact: Contact, sender_country: str, tongue: Tongue) -> list[str]:
    """Return the lines of the window address (NF Z 10-011), the least useful left out.

    A country is named in `tongue`, which is the sender's: their post reads it first.
    """
    name = folded_lines(debtor.name or debtor.code)
    named = contact.name if contact.name != debtor.name else ""
    person = _cut(folded_lines(named), 1)
    place = _place(debtor.address, sender_country, tongue)
    spare = LINES - len(place)
    if len(name) + len(person) > spare:
        person = []
    whom = _cut(name, max(spare, 1)) + person
    return whom + [_capitals(line) for line in place]


def window(message: Message) -> dict[str, object]:
    """Return the lines of the window address, and the whole name where they cut it."""
    reached, by = message.addressed, message.creditor
    lines = recipient(reached, message.contact, by.country, tongue_named(by.language))
    seen, name = ("".join(text.split()) for text in ("".join(lines), reached.name))
    return {"destinataire": lines, "destinataire_entier": "" if name in seen else reached.name}


def _cut(lines: list[str], room: int) -> list[str]:
    """Return as many lines of a name as there is room for; dots say that it goes on."""
    if len(lines) <= room:
        return lines
    last = lines[room - 1]
    while not fits(f"{last}…"):
        last = last.rpartition(" ")[0] or last[:-1]
    return [*lines[: room - 1], f"{last}…"]


def _place(address: Address, sender_country: str, tongue: Tongue) -> list[str]:
    """The lines of a place, the most precise first; the country when a border is crossed."""
    whole_town = [one.upper() for one in town_lines(address, sender_country)]  # as it is printed
    town = [line for one in whole_town for line in folded_town(one)]
    country = [_country(address.country, tongue)] if _is_abroad(address, sender_country) else []
    town = _cut(town, LINES - 2 - len(country))
    room = LINES - 1 - len(town) - len(country)
    street = _street_lines(address.street.upper(), room)
    left = room - len(street)
    return [*folded_lines(address.extra.upper())[:left], *street, *town, *country]


def _street_lines(street: str, room: int) -> list[str]:
    """Return a street by its parts: what comes before a number of the road has its own line.

    Parts that go together on a line stay there ("Rue de Namur 41, boîte 3"), and a comma after
    the number parts nothing ("12, rue des Lilas").
    """
    lines: list[str] = []
    for part in COMMA.split(AFTER_NUMBER.sub(r"\1", " ".join(street.split()))):
        if lines and not ROAD.match(part) and fits(f"{lines[-1]} {part}"):
            lines[-1] += f" {part}"
        else:
            lines.append(part)
    folded = [one for line in lines for one in folded_lines(line)]
    return folded if len(folded) <= room else folded_lines(street)[:room]


def _country(code: str, tongue: Tongue) -> str:
    """Return the name of a country: the sender's own word, else the French one, which all read."""
    return tongue.parties.countries.get(code) or _in_french().get(code, code)


@cache
def _in_french() -> dict[str, str]:
    return dict(tables(COUNTRIES)["french"])


def _capitals(line: str) -> str:
    """Upper case, without accents nor punctuation, as sorting machines read it.

    A letter that has no Latin one stays as it is: the post office of its country reads it.
    """
    straight = line.replace("’", "'").replace("–", "-")
    latin = "".join(plain(one) or (one if one.isalpha() else "") for one in straight)
    return head(" ".join(re.sub(r"[.,;:]", " ", latin).upper().split()))


def sender(creditor: Creditor, tongue: Tongue) -> list[str]:
    """Return the lines of the sender's block after its name.

    Who sends for another is there with an address of its own, and the creditor's is in the
    sentence of the mandate; without one, the creditor's stands under the creditor's name.
    """
    if creditor.sender == "creditor":
        head = [creditor.legal_form, *_lines(creditor.address, creditor.country)]
    else:
        number = registration(tongue, creditor.sender_registration, creditor.country)
        own = _lines(creditor.sender_address, creditor.country)
        theirs = [] if own else _lines(creditor.address, creditor.country)
        head = [number, *own, tongue.parties.on_behalf_of, creditor.name, *theirs]
    return [line for line in (*head, _reach(creditor, tongue), _identity(creditor, tongue)) if line]


def sender_address(creditor: Creditor) -> Address:
    """Return where the letter comes from: the creditor, or who holds its mandate."""
    held = creditor.sender != "creditor" and _lines(creditor.sender_address)
    return creditor.sender_address if held else creditor.address


def _is_abroad(address: Address, home: str) -> bool:
    return address.country not in ("", home)


def _lines(address: Address, home: str = "") -> list[str]:
    """The lines of a place that are filled."""
    town = [whole(line) for line in town_lines(address, home)]
    return [line for line in (address.street, address.extra, *town) if line]


def address_line(address: Address, sender_country: str) -> str:
    """Return a place on one line, as a list has it; the country when a border is crossed."""
    country = [_country(address.country, FRENCH)] if _is_abroad(address, sender_country) else []
    return ", ".join([*_lines(address, sender_country), *country])


def sender_name(creditor: Creditor) -> str:
    """Return who signs the letter: the creditor, or who holds its mandate."""
    if creditor.sender == "creditor":
        return creditor.name
    return creditor.sender_name or creditor.name


def _reach(creditor: Creditor, tongue: Tongue) -> str:
    phone = phone_line(tongue, creditor.phone)
    return " – ".join(filter(None, (phone, creditor.email)))


def _identity(creditor: Creditor, tongue: Tongue) -> str:
    """Registration and VAT number; in Belgium they are the same digits, printed once."""
    known = registration(tongue, creditor.registration, creditor.country)
    vat = vat_line(tongue, creditor.vat_number)
    same = creditor.registration and _digits(creditor.vat_number) == _digits(creditor.registration)
    return " – ".join(filter(None, (known, "" if same else vat)))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def local(creditor: Creditor) -> dict[str, object]:
    """Return the words that the creditor's country has for itself."""
    words = local_words(creditor.country)
    return {
        "ttc": words.tax_included,
        "avis_reception": words.acknowledgement,
        "libelle_reference": words.reference,
        "creancier_etranger": (creditor.country or "FR") != "FR",  # its reader has another code
    }


def legal_line(creditor: Creditor, tongue: Tongue) -> str:
    """Return the creditor's legal line, for the foot of a page."""
    place = ", ".join(_lines(creditor.address, creditor.country))
    parts = (creditor.name, creditor.legal_form, place, _identity(creditor, tongue))
    return " – ".join(filter(None, parts))


def mandate(creditor: Creditor, tongue: Tongue) -> str:
    """Say for whom the letter is sent, "" when the creditor sends it."""
    named = ", ".join(filter(None, (creditor.name, *_lines(creditor.address, creditor.country))))
    since = tongue.figures.long_day(creditor.mandate_date) if creditor.mandate_date else ""
    return intervention(tongue, creditor.sender, named, creditor.mandate_reference, since)


def contacts(message: Message) -> list[dict[str, object]]:
    """Return who to call, the message's contact first, each phone once."""
    debtor = message.addressed
    payables, decision_maker, switchboard = CONTACT_ROLES
    listed = [
        (payables, debtor.payables),
        (decision_maker, debtor.decision_maker),
        (switchboard, Contact(debtor.name, "", debtor.phone)),
    ]
    listed.sort(key=lambda entry: entry[1] != message.contact)
    return [
        {"role": role, "nom": one.name, "telephone": one.phone, "email": one.email}
        for role, one in listed
        if one.phone or (one.name and one.email)
    ]
