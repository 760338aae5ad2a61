"""Print copies: the PDF beside each letter's Word file, whose words it has.

The Word file is the journal's document. A letter of the user's own template has no copy here:
`press` makes it of the Word file.
"""

from collections.abc import Mapping
from pathlib import Path

from ..core.errors import RelanceError
from ..core.findings import Reason
from ..core.records import Message
from ..documents.language import tongue_of
from ..documents.pdf import letter_pdf
from ..documents.posting import BY_POST
from ..documents.render import template_name
from ..documents.shipped import named, shipped
from ..documents.typesetting import check_extra
from .batch import Order
from .files import pdf_of, write_whole


def check_printing(order: Order) -> None:
    """Check that print copies can be made, before anything is written.

    Raises:
        MissingExtraError: what sets them is not installed.
    """
    if order.pdf:
        check_extra()


def print_copy(said: Message, order: Order, document: Path) -> Reason | None:
    """Write the print copy of a letter that was just written; say why when there is none."""
    if not order.pdf or document.suffix != ".docx" or said.decision.channel not in BY_POST:
        return None
    if _is_own(said, order.templates or {}):
        return Reason("own_template")
    try:
        write_whole(pdf_of(document), letter_pdf(said))
    except RelanceError as fault:
        return Reason(fault.code, fault.facts)
    return None


def _is_own(said: Message, templates: Mapping[str, bytes | None]) -> bool:
    """Tell whether the user has rewritten the template of a letter."""
    name = f"{named(template_name(said), tongue_of(said).code)}.docx"
    own = {file.lower(): content for file, content in templates.items()}
    return own.get(name, shipped(name)) != shipped(name)
