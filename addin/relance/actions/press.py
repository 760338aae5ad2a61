"""The waiting letters as PDF files beside them: what is printed, posted or attached.

The PDF is made of the Word file as it stands, with what a person changed in it.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from ..core.errors import OutputFolderError
from ..core.findings import Reason
from ..core.records import Event
from ..documents.docx import is_word
from ..documents.posting import BY_POST
from .around import keep
from .batch import Skipped, Written
from .desk import Desk
from .document_files import document_path, forget_pdf, is_lost, pdf_of
from .drafts import waiting_of
from .ending import Told
from .files import write_whole
from .folders import output_folder
from .postable import unfit
from .shape import Json
from .shape import reason as reason_json

AT_ONCE = 10  # letters given to the program together; in between a person may stop

VOID = "letter_void"
UNFIT = {"void": VOID, "too_old": "letter_too_old"}
ToPdf = Callable[[Sequence[str], str], None]


@dataclass(frozen=True, slots=True)
class Pressed:
    """What became of the waiting letters; `not_reached` counts those after the wish to stop."""

    made: tuple[tuple[str, Path], ...]  # a debtor's code and the PDF
    left_out: tuple[Skipped, ...] = ()
    not_reached: int = 0

    def json(self) -> Json:
        """Return the JSON shape."""
        return {
            "documents": [{"debtor": debtor, "path": str(path)} for debtor, path in self.made],
            "skipped": [
                {"debtor": one.debtor, "why": [reason_json(why) for why in one.why]}
                for one in self.left_out
            ],
        }


def letters(
    desk: Desk, as_of: date, debtors: Collection[str] = ()
) -> tuple[tuple[Event, ...], tuple[Skipped, ...]]:
    """Return the letters that wait to be posted, and those of which no PDF must be made.

    Args:
        desk: the workbook.
        as_of: the day on which they would be posted.
        debtors: whose; blank for all.

    Returns:
        The drafts, and whose is left out because the file is gone or nobody must send it any more,
        or not with the delays that it grants.

    Raises:
        OutputFolderError: the workbook has no output folder.
    """
    folder = _folder(desk)
    found: list[Event] = []
    left: list[Skipped] = []
    for case in desk.cases_with_drafts():
        if debtors and case.debtor.code not in debtors:
            continue
        for draft in filter(_is_letter, waiting_of(desk, case.debtor.code)):
            if why := unfit(desk, case, draft, as_of):
                left.append(_left(draft, UNFIT[why]))
            elif is_lost(folder, draft.document):
                left.append(_left(draft, "letter_lost"))
            else:
                found.append(draft)
    return tuple(found), tuple(left)


def without_pdf(desk: Desk, as_of: date, written: Iterable[Written]) -> tuple[str, ...]:
    """Return the letters that wait to be posted and have no PDF, those just written left out."""
    if output_folder(desk.book) is None:
        return ()
    folder, new = _folder(desk), {one.path.name for one in written}
    names = (draft.document for draft in letters(desk, as_of)[0])
    return tuple(
        one for one in names if one not in new and not pdf_of(document_path(folder, one)).is_file()
    )


def end_void(desk: Desk, left: Iterable[Skipped], day: date, entered_at: str) -> tuple[Told, ...]:
    """End the letters that nobody must send any more and set their files aside, PDF included.

    Returns:
        What became of them, to be told; nothing when there was none.
    """
    if not any(reason.code == VOID for one in left for reason in one.why):
        return ()
    return keep(desk.book, day, entered_at)


def _is_letter(draft: Event) -> bool:
    return draft.channel in BY_POST and draft.document.endswith(".docx")


def _left(draft: Event, code: str) -> Skipped:
    return Skipped(draft.debtor, (Reason(code, {"document": draft.document}),))


def press(
    desk: Desk,
    drafts: Sequence[Event],
    to_pdf: ToPdf,
    progress: Callable[[int, int, str], None] = lambda done, total, text: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Pressed:
    """Make the PDF of each draft beside its Word file, whole or not at all.

    One whose PDF can't be written is left out, with the reason.

    Args:
        desk: the workbook.
        drafts: what `letters` found.
        to_pdf: what makes PDF files of Word documents in a folder.
        progress: told how many are done.
        stopped: asked between two handfuls.

    Raises:
        PdfError: no program on this computer can make them.
    """
    folder = _folder(desk)
    made: list[tuple[str, Path]] = []
    left: list[Skipped] = []
    done = 0
    while done < len(drafts) and not stopped():
        some = drafts[done : done + AT_ONCE]
        progress(done, len(drafts), some[0].debtor)
        with TemporaryDirectory(prefix="relance-") as place:
            readable = [
                path for draft in some if is_word(path := document_path(folder, draft.document))
            ]
            to_pdf([*map(str, readable)], place)
            for draft in some:
                found = _kept(draft, Path(place), folder)
                if isinstance(found, Path):
                    made.append((draft.debtor, found))
                else:
                    left.append(found)
        done += len(some)
    progress(done, len(drafts), "")
    return Pressed(tuple(made), tuple(left), len(drafts) - done)


def _kept(draft: Event, place: Path, folder: Path) -> Path | Skipped:
    """Put a fresh PDF beside its letter, or say why not: it may be open in another program."""
    letter = document_path(folder, draft.document)
    target = pdf_of(letter)
    fresh = place / target.name
    try:
        if not fresh.is_file():
            forget_pdf(
                document_path(folder, draft.document)
            )  # it would be posted in the letter's place
            return _left(draft, "letter_unreadable")
        write_whole(target, fresh.read_bytes())
    except OutputFolderError as fault:
        return Skipped(draft.debtor, (Reason(fault.code, fault.facts),))
    return target


def _folder(desk: Desk) -> Path:
    folder = output_folder(desk.book)
    if folder is None:
        raise OutputFolderError(path="", reason="no_folder")
    return folder
