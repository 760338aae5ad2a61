"""Copies of invoices that go with an e-mail: found, read, and no more than a mailbox takes.

The cells that name them come from files of others: only what is in the folder of the copies goes.
"""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from ..core.findings import Reason
from ..core.habits import section
from ..core.records import Message
from ..documents.posting import is_mail

LIMIT: int = section("documents")["attached_bytes"]  # of all together, before they are coded
KINDS = frozenset(f".{kind}" for kind in section("documents")["attached_kinds"])
# A name without an ending is a document as some scanners name them, when it begins as one.
SCANNED = (b"%PDF", b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
# How a document begins by its ending: another content under its name is no copy of an invoice.
STARTS = {
    (".png",): SCANNED[1:2], (".jpg", ".jpeg"): SCANNED[2:3], (".tif", ".tiff"): SCANNED[3:],
    (".gif",): (b"GIF8",), (".docx", ".xlsx", ".ods", ".odt"): (b"PK",),
}  # fmt: skip
HEAD = 1_024  # bytes, in which a PDF says that it is one
PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|script|iframe|svg)\b", re.IGNORECASE)
PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"L\0\0\0\x01\x14\x02\0")  # whatever the name: .exe, .lnk...


@dataclass(frozen=True, slots=True)
class Attached:
    """The (name, content) of the files that go, as they were given, and why others do not."""

    contents: tuple[tuple[str, bytes], ...] = ()
    given: tuple[str, ...] = ()
    left_out: tuple[Reason, ...] = ()


def with_copies(said: Message, folder: Path | None) -> tuple[Message, tuple[Reason, ...]]:
    """Attach the copies of the demanded invoices to an e-mail; a letter names them.

    What is attached already counts: all together is no more than a mailbox takes.

    Args:
        said: the message.
        folder: the folder of the copies; without one no copy goes.

    Returns:
        The message, and which copies do not go.
    """
    names = tuple(line.item.copy for line in said.decision.demanded if line.item.copy)
    if not is_mail(said):
        return replace(said, attachments=names), ()
    present = said.attachment_contents
    files = attached(names, folder, sum(len(content) for _, content in present))
    contents = (*present, *files.contents)
    return replace(said, attachments=files.given, attachment_contents=contents), files.left_out


def attached(names: Iterable[str], folder: Path | None, before: int = 0) -> Attached:
    """Read the copies of an e-mail.

    Args:
        names: file names or paths as given on the receivables.
        folder: the folder of the copies; without one no copy goes.
        before: how many bytes go already.
    """
    left = LIMIT - before
    found: list[tuple[str, bytes]] = []
    given: list[str] = []
    left_out: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        content = _read(folder, name, left) if folder else "no_folder"
        if isinstance(content, str):
            left_out.setdefault(content, []).append(Path(name).name)
            continue
        left -= len(content)
        found.append((Path(name).name, content))
        given.append(name)
    reasons = (
        Reason(f"copies_{why}", {"count": len(these), "names": tuple(these)})
        for why, these in left_out.items()
    )
    return Attached(tuple(found), tuple(given), tuple(reasons))


def _read(folder: Path, name: str, left: int) -> bytes | str:
    """Return a file, else why it does not go: the end of the code of a reason."""
    path = folder / name
    try:
        if not _is_inside(folder, path):
            return "outside"
        if not path.is_file():
            return "missing"
        if path.suffix and path.suffix.lower() not in KINDS:
            return "no_document"
        if path.stat().st_size > left:
            return "too_large"
        content = path.read_bytes()
    except (OSError, ValueError, RuntimeError):  # the last of links that lead to each other
        return "unread"
    if content.startswith(PROGRAMS):
        return "no_document"
    if not content.strip(b"\0 \r\n\t"):
        return "empty"
    return content if _is_as_named(path.suffix.lower(), content) else "no_document"


def _is_as_named(ending: str, content: bytes) -> bool:
    """Tell whether a content is what its ending says, and no web page under another name."""
    start = content[:HEAD]
    if ending != ".xml" and PAGE.search(start):
        return False
    if ending == ".pdf":
        return b"%PDF-" in start
    known = next((signs for endings, signs in STARTS.items() if ending in endings), (b"",))
    return start.startswith(known if ending else SCANNED)


def _is_inside(folder: Path, path: Path) -> bool:
    """Tell whether a path is in a folder: as it is written first, so that no share is asked."""
    written = Path(os.path.normpath(path)).is_relative_to(os.path.normpath(folder))
    return written and path.resolve().is_relative_to(folder.resolve())
