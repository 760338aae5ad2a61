"""The posting slip: every registered letter that waits, one document for the post office."""

from collections.abc import Sequence
from pathlib import Path

from ..core.errors import FileRefusedError, NothingToRecordError
from ..core.findings import Reason
from ..core.journal import document_key
from ..core.records import Debtor, Event
from ..documents.docx import is_as_packed
from ..documents.pdf import template_pdf
from ..documents.posting import order_of_post
from ..documents.shipped import SLIP
from ..documents.slip import Packet, render_slip, slip_fields
from .batch import Batch, Order, Skipped, Written
from .desk import Desk
from .document_files import forget_pdf
from .drafts import kind_of
from .files import check_folder, refused_alone, write_whole
from .letterhead import check_settings
from .naming import called_of
from .postable import unfit
from .print_copies import check_printing, print_copy_of
from .record_sent import REGISTERED, waiting


def write_slip(desk: Desk, order: Order) -> Batch:
    """Write the slip of the registered letters that wait; it is a list and is not logged.

    A letter that nobody must post any more is left out, with the reason: the printer's rule.

    Raises:
        NothingToRecordError: no registered letter waits.
        OutputFolderError: the folder can't be written.
        FileRefusedError: the slip of these letters is there, and a person has written in it.
        MissingExtraError: a print copy is asked for, and what sets it is not installed.
    """
    check_settings(desk)
    letters = [draft for draft in waiting(desk) if draft.channel == REGISTERED]
    if order.debtors:
        letters = [draft for draft in letters if draft.debtor in order.debtors]
    left = {draft: why for draft in letters if (why := _unfit(desk, draft, order))}
    home = desk.setting.creditor.country
    drafts = [draft for draft in letters if draft not in left]
    drafts.sort(key=lambda draft: order_of_post(_reached(desk, draft), home))
    if not drafts:
        reason = "unpostable" if left else "no_registered"
        named = tuple(draft.document for draft in left)
        raise NothingToRecordError(reason=reason, debtor="", documents=named)
    packets = [Packet(_reached(desk, draft), draft.debtor, draft.day) for draft in drafts]
    key = document_key("", "slip", [(draft.document, draft.sha256) for draft in drafts])
    rendered = render_slip(
        desk.setting.creditor, packets, order.as_of, order.templates, key=key
    )  # fmt: skip
    path = order.folder / rendered.name
    no_pdf = None
    if not order.dry_run:
        check_printing(order)
        check_folder(order.folder)
        _check_not_edited(path)
        forget_pdf(path)
        write_whole(path, rendered.content)
        said = slip_fields(desk.setting.creditor, packets, order.as_of)
        no_pdf = print_copy_of(SLIP, lambda: template_pdf(SLIP, said, order.as_of), order, path)
    named = _items(drafts)
    written = Written("", "slip", REGISTERED, path, rendered.sha256, named, no_pdf=no_pdf)
    skipped = tuple(_left(desk, draft, why) for draft, why in left.items())
    return Batch(order.as_of, (), (written,), skipped)


def _check_not_edited(path: Path) -> None:
    """The numbers of the post are typed into it: no line of the journal tells it as it was."""
    try:
        is_edited = path.is_file() and not is_as_packed(path.read_bytes())
    except OSError as fault:
        raise refused_alone(path, fault) from None
    if is_edited:
        raise FileRefusedError(path=str(path), reason="edited", document=path.name)


def _unfit(desk: Desk, draft: Event, order: Order) -> str:
    known = draft.debtor in desk.debtors
    return unfit(desk, desk.case(draft.debtor), draft, order.as_of) if known else "void"


def _left(desk: Desk, draft: Event, why: str) -> Skipped:
    named = called_of(desk, draft)
    facts = {"the_document": named, "to_do": named, "day": draft.day, "document": draft.document,
             "reason": why}  # fmt: skip
    return Skipped(draft.debtor, (Reason("draft_void", facts),))


def _reached(desk: Desk, draft: Event) -> Debtor:
    """Who the letter is addressed to: a notice goes to who owes, whoever pays."""
    return desk.case(draft.debtor).reached(kind_of(desk, draft))


def _items(drafts: Sequence[Event]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for draft in drafts for item in draft.items))
