"""Copies of invoices that go with an e-mail: found, read, and no more than a mailbox takes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from ..core.findings import Reason
from ..core.habits import section
from ..core.records import Message
from ..documents.posting import is_mail

LIMIT: int = section("documents")["attached_bytes"]  # of all together, before they are coded
# A name without an ending is a document as some scanners name them.
KINDS = frozenset(["", *(f".{kind}" for kind in section("documents")["attached_kinds"])])
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
        folder: where plain names are looked for; None looks only at absolute paths.

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
        folder: where plain names are looked for; None looks only at absolute paths.
        before: how many bytes go already.
    """
    left = LIMIT - before
    found: list[tuple[str, bytes]] = []
    given: list[str] = []
    left_out: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        content = _read(Path(name) if folder is None else folder / name, left)
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


def _read(path: Path, left: int) -> bytes | str:
    """Return a file, else why it does not go: missing, no_document, empty, too_large or unread."""
    try:
        if not path.is_absolute() or not path.is_file():
            return "missing"
        if path.suffix.lower() not in KINDS:
            return "no_document"
        if path.stat().st_size > left:
            return "too_large"
        content = path.read_bytes()
    except (OSError, ValueError):
        return "unread"
    if content.startswith(PROGRAMS):
        return "no_document"
    return content if content.strip(b"\0 \r\n\t") else "empty"
