"""Names in the headers of an e-mail: whole, however long (RFC 5322, 3.2.5; RFC 2047, 5).

A short name is one encoded word whatever it holds. A long one is cut between words, as few
encoded words as can be, since some readers add a blank between two of them: plain words stand
between quotes, and a blank in the middle of what is encoded goes with it.
"""

import binascii
from collections.abc import Iterator

EOL = "\r\n"
ELLIPSIS = "…"
TRAILING = " ,;:–-("  # that no shortened name ends with
WORD_BYTES = 42  # what one encoded word of 75 characters holds
QUOTED = 60  # characters of plain words between two quotes
LINE = 76
LONGEST = 500  # characters of a name


def mailbox(header: str, name: str, address: str) -> str:
    """Return the line, or lines, of a header that names a person.

    Args:
        header: From or To.
        name: one line, "" when there is none.
        address: where the e-mail goes.
    """
    at = f"<{address}>" if name else address
    return _folded(f"{header}:", [*_words(_shortened(name)), at])


def encoded_word(text: bytes) -> str:
    """Return a text as one encoded word."""
    return f"=?utf-8?B?{binascii.b2a_base64(text, newline=False).decode()}?="


def _shortened(name: str) -> str:
    """Return a name that a header holds: one longer than any is cut after a whole word."""
    if len(name) <= LONGEST:
        return name
    kept = name[: LONGEST - 1]
    return (kept.rpartition(" ")[0] or kept).rstrip(TRAILING) + ELLIPSIS


def _words(name: str) -> list[str]:
    """Return a name as words of a header."""
    if len(name.encode()) <= WORD_BYTES:
        return [encoded_word(name.encode())] if name else []
    return [
        word for run in _runs(name) for word in (_quoted(run) if run.isascii() else _coded(run))
    ]


def _runs(name: str) -> Iterator[str]:
    """Cut a name into plain words and others, as many of a sort as stand together."""
    run: list[str] = []
    for word in name.split(" "):
        if run and run[0].isascii() != word.isascii():
            yield " ".join(run)
            run = []
        run.append(word)
    yield " ".join(run)


def _quoted(run: str) -> Iterator[str]:
    """Return plain words between quotes, cut where a line would be too long."""
    held = ""
    for word in run.split(" "):
        if held and len(held) + len(word) >= QUOTED:
            yield _between_quotes(held)
            held = ""
        held = f"{held} {word}" if held else word
    yield _between_quotes(held)


def _between_quotes(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _coded(run: str) -> Iterator[str]:
    """Return other words as encoded words; the blank between two of those is in the first."""
    held = b""
    for place, word in enumerate(run.split(" ")):
        joined = f" {word}".encode() if place else word.encode()
        if held and len(held) + len(joined) > WORD_BYTES:
            yield encoded_word(held + b" ")
            held, joined = b"", joined[1:]
        held += joined
        while len(held) >= WORD_BYTES:  # a word longer than any: cut between two characters
            whole = held[: WORD_BYTES - 1].decode("utf-8", "ignore").encode()
            yield encoded_word(whole)
            held = held[len(whole) :]
    yield encoded_word(held)


def _folded(line: str, words: list[str]) -> str:
    """Return a header whose lines are short: they break between words."""
    lines = [line]
    for word in words:
        if len(lines[-1]) + 1 + len(word) > LINE and lines[-1] != line:
            lines.append("")
        lines[-1] += f" {word}"
    return EOL.join(lines)
