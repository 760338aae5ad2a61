"""Print copies: the PDF beside each letter's Word file, whose words it has.

The Word file is the journal's document. A letter of the user's own template has no copy here:
`press` makes it of the Word file.
"""

from collections.abc import Callable, Mapping
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
from .document_files import pdf_of
from .files import write_whole


def check_printing(order: Order) -> None:
    """Check that print copies can be made, before anything is written.

    Raises:
        MissingExtraError: what sets them is not installed.
    """
    if order.pdf:
        check_extra()


def print_copy(said: Message, order: Order, document: Path) -> Reason | None:
    """Write the print copy of a letter that was just written; say why when there is none."""
    if document.suffix != ".docx" or said.decision.channel not in (*BY_POST, "phone"):
        return None
    name = named(template_name(said), tongue_of(said).code)
    return print_copy_of(name, lambda: letter_pdf(said), order, document)


def print_copy_of(
    template: str, made: Callable[[], bytes], order: Order, document: Path
) -> Reason | None:
    """Write the print copy of a Word file that was just written; say why when there is none.

    Args:
        template: the name of its template, with the language and without ending.
        made: makes the PDF.
        order: whether one is asked for, and the user's templates.
        document: the Word file.
    """
    if not order.pdf:
        return None
    if is_own(template, order.templates or {}):
        return Reason("own_template")
    try:
        write_whole(pdf_of(document), made())
    except RelanceError as fault:
        return Reason(fault.code, fault.facts)
    return None


def is_own(template: str, templates: Mapping[str, bytes | None]) -> bool:
    """Tell whether the user has rewritten a template, named with its language, without ending."""
    name = f"{template}.docx"
    own = {file.lower(): content for file, content in templates.items()}
    return own.get(name, shipped(name)) != shipped(name)
