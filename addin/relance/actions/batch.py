"""What a run was asked and what it did: documents, debtors left out, drafts that ended."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..core.errors import RelanceError, TemplateFaultError
from ..core.findings import Finding, Reason
from ..core.records import Decision, DocumentKind
from ..wording.run import called
from .shape import Json, agenda, error
from .shape import reason as reason_json


@dataclass(frozen=True, slots=True)
class Written:
    """One document on disk; `told` are remarks on it, e.g. copies that do not go with it."""

    debtor: str
    kind: DocumentKind
    channel: str
    path: Path
    sha256: str
    items: tuple[str, ...]
    told: tuple[Reason, ...] = ()
    no_pdf: Reason | None = None  # why a letter whose print copy was asked for has none

    @property
    def called(self) -> str:
        """What it is called, as the document itself has it."""
        return called(self.kind, self.path.name)

    def json(self) -> Json:
        """Return the JSON shape."""
        shape = {
            "debtor": self.debtor,
            "kind": self.kind,
            "channel": self.channel,
            "path": str(self.path),
            "sha256": self.sha256,
            "items": list(self.items),
        }
        return shape | ({"no_pdf": reason_json(self.no_pdf)} if self.no_pdf else {})


@dataclass(frozen=True, slots=True)
class Skipped:
    """One debtor for whom nothing was written, and why."""

    debtor: str
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """What a run did: decisions, documents, those left out, drafts that it ended."""

    as_of: date
    decisions: tuple[Decision, ...]
    documents: tuple[Written, ...]
    skipped: tuple[Skipped, ...]
    ended: tuple[tuple[str, Reason], ...] = ()  # what became of drafts, by debtor's code
    fault: RelanceError | None = None  # what stopped the run; the documents before it are kept
    not_reached: int = 0  # debtors after the fault, or after the user's wish to stop

    @property
    def told(self) -> tuple[tuple[str, Reason], ...]:
        """What is to be known of the documents, by debtor's code."""
        return tuple((one.debtor, reason) for one in self.documents for reason in one.told)

    def json(self, book: str, findings: Iterable[Finding], alarms: Iterable[Finding]) -> Json:
        """Return the JSON shape; a fault that stopped the run is told beside it."""
        told = [Finding(0, debtor, one.code, one.facts) for debtor, one in self.told]
        decided = [(book, one) for one in self.decisions]
        shape = agenda(self.as_of, decided, [*findings, *told], alarms)
        shape["documents"] = [document.json() for document in self.documents]
        shape["skipped"] = [
            {"debtor": left.debtor, "why": [reason_json(one) for one in left.why]}
            for left in self.skipped
        ]
        return shape | (error(self.fault) if self.fault else {})


@dataclass(frozen=True)
class Order:
    """What the user asked of a run; blank filters mean everything.

    `redo` writes anew what was written on an earlier day and never confirmed: it may have gone.
    `by_hand` lets a document of the user's choice replace one of the same day. `pdf` asks for
    the print copy of each letter. `faults` are those that templates have shown: what takes long
    to refuse is refused once.
    """

    as_of: date
    folder: Path
    entered_at: str
    kinds: Collection[str] = ()
    debtors: Collection[str] = ()
    dry_run: bool = False
    redo: bool = False
    by_hand: bool = False
    templates: Mapping[str, bytes | None] | None = None
    copies_folder: Path | None = None
    progress: Callable[[int, int, str], None] = lambda done, total, text: None
    pdf: bool = False
    stopped: Callable[[], bool] = lambda: False  # asked between two debtors
    faults: dict[str, TemplateFaultError] = field(default_factory=dict)


def count_by_kind(documents: Sequence[Written]) -> dict[str, int]:
    """Count the documents of each kind by what they are called, in the order of writing."""
    counts: dict[str, int] = {}
    for document in documents:
        counts[document.called] = counts.get(document.called, 0) + 1
    return counts
