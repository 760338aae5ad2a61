"""`print`: the letters that wait become one file for the printer, after a list of what is inside.

The journal and the workbook are only read. What is printed is the print copy beside each Word
file; a letter without one, or that must not go any more, is left out and told.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from ..core.findings import Reason
from ..core.history import CONFIRMATION
from ..core.money import ZERO
from ..core.netting import free_items
from ..core.records import Case, Debtor, DocumentKind, Event
from ..documents.pdf_joined import join, page_count
from ..documents.pdf_list import Listed, list_pdf
from ..documents.posting import BY_POST, order_of_post
from ..wording.run import called
from .desk import Desk
from .document_files import document_path, pdf_of
from .drafts import kind_of, waiting_of
from .files import refused, write_whole
from .postable import unfit
from .shape import Json, money
from .shape import reason as reason_json

REGISTERED = "registered_letter"


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of the file: whom it goes to, its pages, and what it asks for by currency."""

    draft: Event
    reached: Debtor
    kind: DocumentKind
    pages: int
    principal: tuple[tuple[str, Decimal], ...]

    @property
    def is_registered(self) -> bool:
        """Tell whether it goes by registered mail."""
        return self.draft.channel == REGISTERED

    def place(self, home: str) -> tuple[bool, tuple[bool, str, str, str], int]:
        """Where it stands in the file: registered ones first, in the order of the posting slip."""
        return not self.is_registered, order_of_post(self.reached, home), self.draft.number

    def json(self) -> Json:
        """Return the JSON shape."""
        return {
            "debtor": self.draft.debtor,
            "kind": self.kind,
            "document": self.draft.document,
            "pages": self.pages,
            "registered": self.is_registered,
            "principal": [
                {"currency": currency, "amount": money(amount)}
                for currency, amount in self.principal
            ],
        }


@dataclass(frozen=True, slots=True)
class PrintBatch:
    """What a file to print holds, and the letters left out with the reason."""

    letters: tuple[Letter, ...]
    left_out: tuple[tuple[Event, Reason], ...]

    def json(self, path: Path) -> Json:
        """Return the JSON shape."""
        return {
            "path": str(path) if self.letters else None,
            "letters": [letter.json() for letter in self.letters],
            "left_out": [
                {"debtor": draft.debtor, "document": draft.document, "why": reason_json(why)}
                for draft, why in self.left_out
            ],
        }


def to_print(desk: Desk, folder: Path, day: date) -> PrintBatch:
    """Return what waits to be printed on a day, in the order of the file.

    Raises:
        MissingExtraError: what joins PDF files is not installed.
        OutputFolderError: a letter can't be read.
    """
    letters: list[Letter] = []
    left_out: list[tuple[Event, Reason]] = []
    for case in desk.cases_with_drafts():
        for draft in waiting_of(desk, case.debtor.code):
            if draft.channel not in BY_POST:
                continue
            found = _letter(desk, case, draft, folder, day)
            if isinstance(found, Letter):
                letters.append(found)
            else:
                left_out.append((draft, found))
    home = desk.setting.creditor.country
    letters.sort(key=lambda letter: letter.place(home))
    return PrintBatch(tuple(letters), tuple(left_out))


def write_print(desk: Desk, batch: PrintBatch, folder: Path, day: date, path: Path) -> None:
    """Write the file: the list first, then the letters, each on the front of a sheet.

    Raises:
        MissingExtraError: what sets or joins PDF files is not installed.
        OutputFolderError: a letter can't be read, or the file written.
    """
    first = list_pdf(desk.setting.creditor, [_listed(letter) for letter in batch.letters], day)
    with TemporaryDirectory(prefix="relance-") as place:
        whole = Path(place) / path.name
        try:
            join(_contents(first, batch.letters, folder), whole)
        except OSError as fault:
            raise refused(whole, fault) from None
        write_whole(path, whole.read_bytes())


def _contents(first: bytes, letters: Iterable[Letter], folder: Path) -> Iterator[bytes]:
    yield first
    for letter in letters:
        yield _read(pdf_of(document_path(folder, letter.draft.document)))


def _letter(desk: Desk, case: Case, draft: Event, folder: Path, day: date) -> Letter | Reason:
    """Return a letter ready to print, or why it is left out."""
    path = document_path(folder, draft.document)
    try:
        why = _obstacle(desk, case, draft, path, day)
    except OSError as fault:
        raise refused(path, fault) from None
    pages = 0 if why else page_count(_read(pdf_of(path)))
    if not why and not pages:
        why = "damaged"
    if why:
        return Reason(
            "not_printed", {"reason": why, "document": draft.document, "debtor": draft.debtor}
        )
    kind = kind_of(desk, draft)
    reached = case.reached(kind)
    return Letter(draft, reached, kind, pages, _principal(desk, case, draft, day))


def _obstacle(desk: Desk, case: Case, draft: Event, path: Path, day: date) -> str:
    """Why a letter must not or can't be printed, "" when it can."""
    if why := unfit(desk, case, draft, day):
        return why
    if not path.is_file():
        return "lost"
    if not pdf_of(path).is_file():
        return "no_copy"
    return "edited" if _is_behind(path, draft) else ""


def _is_behind(path: Path, draft: Event) -> bool:
    """Tell whether a letter was edited after its print copy was made."""
    edited = hashlib.sha256(_read(path)).hexdigest() != draft.sha256
    return edited and pdf_of(path).stat().st_mtime < path.stat().st_mtime


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise refused(path, fault) from None


def _principal(
    desk: Desk, case: Case, draft: Event, day: date
) -> tuple[tuple[str, Decimal], ...]:  # fmt: skip
    """What a letter demands without interest: its items less the credits of their currency."""
    demanded = [item for item in case.items if item.number in draft.items]
    sums = dict.fromkeys((item.currency for item in demanded), ZERO)
    about = draft.items if draft.step == CONFIRMATION else ()  # promised net of its credits
    for item in free_items(case, desk.setting, day, about):
        if item.currency in sums and (item in demanded or item.open < 0):
            sums[item.currency] += item.open
    return tuple(sums.items())


def _listed(letter: Letter) -> Listed:
    return Listed(
        name=letter.reached.name or letter.reached.code,
        code=letter.draft.debtor,
        address=letter.reached.address,
        kind=called(letter.kind, letter.draft.document),
        pages=letter.pages,
        registered=letter.is_registered,
        principal=letter.principal,
    )
