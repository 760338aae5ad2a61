"""The posting slip of a batch: who every registered letter goes to, and room for its number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..core.records import Creditor, Debtor
from ..wording.amounts import day, long_day
from ..wording.letter_accounts import packets
from ..wording.tongues import FRENCH
from . import sample
from .check import load_word
from .names import file_name, reference_of
from .parties import address_line, legal_line, local, sender_name
from .render import Rendered, Templates, template_content
from .shipped import SLIP
from .tables import Row
from .template import Fields

LABEL = "bordereau"
CLIENT = ("code", "nom", "immatriculation")


@dataclass(frozen=True, slots=True)
class Packet:
    """One registered letter that waits to be posted."""

    reached: Debtor
    code: str  # of who owes, as the letter's reference has it
    drafted_on: date


def render_slip(
    creditor: Creditor, packets_: Sequence[Packet], as_of: date,
    templates: Templates | None = None, *, key: str,
) -> Rendered:  # fmt: skip
    """Return the slip of some letters, one a row; the same letters give the same bytes.

    Args:
        creditor: who posts them.
        packets_: the letters, in the order of their rows.
        as_of: the day of the slip.
        templates: the user's own templates by file name.
        key: hexadecimal key; 6 characters of it are in the file's name.

    Raises:
        TemplateFaultError: the template has a fault; nothing is rendered.
    """
    name = f"{SLIP}.docx"
    own = {file.lower(): content for file, content in (templates or {}).items()}
    said = slip_fields(creditor, packets_, as_of)
    content = load_word(name, template_content(name, own)).render(said)
    return Rendered(file_name(as_of, LABEL, sender_name(creditor), key, "docx"), content)


def slip_fields(creditor: Creditor, packets_: Sequence[Packet], as_of: date) -> Fields:
    """Return the fields of the slip of some letters."""
    return sample.bare() | {
        "creancier": {"nom": sender_name(creditor)},
        "client": dict.fromkeys(CLIENT, ""),  # it is about none: the head of its pages names none
        "date": day(as_of),
        "date_longue": long_day(as_of),
        "nombre_plis": packets(len(packets_)),
        "mentions_pied": legal_line(creditor, FRENCH),
        **local(creditor),
        "plis": [_row(place, one, creditor.country) for place, one in enumerate(packets_, 1)],
    }


def _row(place: int, packet: Packet, sender_country: str) -> Row:
    reached = packet.reached
    return {
        "rang": str(place),
        "nom": reached.name or reached.code,
        "adresse": address_line(reached.address, sender_country),
        "reference": reference_of(packet.code, packet.drafted_on),
    }
