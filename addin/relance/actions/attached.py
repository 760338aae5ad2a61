"""Copies of invoices that go with an e-mail: found, read, and no more than a mailbox takes.

The cells that name them come from files of others: only what is in the folder of the copies goes.
"""

import os
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
    return content if path.suffix or content.startswith(SCANNED) else "no_document"


def _is_inside(folder: Path, path: Path) -> bool:
    """Tell whether a path is in a folder: as it is written first, so that no share is asked."""
    written = Path(os.path.normpath(path)).is_relative_to(os.path.normpath(folder))
    return written and path.resolve().is_relative_to(folder.resolve())
