"""The shared strings of a workbook, in order."""

from .texts import decode, joined_runs


def shared_strings(part: bytes) -> list[str | None]:
    """Return the texts of a shared strings part, None for an empty one.

    Rich text loses its formats, not its words.
    """
    first = part.find(b"<si")
    if first < 0:
        return []
    items = part[first:].replace(b"<si/>", b"<si></si>").split(b"</si>")
    return [_text(item) or None for item in items[:-1]]


def _text(item: bytes) -> str:
    if item.startswith(b"<si><t>") and item.endswith(b"</t>") and item.count(b"<t") == 1:
        return decode(item[7:-4])
    return joined_runs(item)
