"""What a save changes beside the values of cells: the text of parts, and whole parts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Change = Callable[[bytes], bytes]


@dataclass(slots=True)
class Structure:
    """The changes noted so far, by part.

    Attributes:
        parts: of the text of small parts, each after the one before.
        heads: of the text of a sheet before its rows.
        tails: of the text of a sheet after its rows.
        whole: parts that are new, or put in place of those of their name.
    """

    parts: dict[str, list[Change]] = field(default_factory=dict)
    heads: dict[str, list[Change]] = field(default_factory=dict)
    tails: dict[str, list[Change]] = field(default_factory=dict)
    whole: dict[str, bytes] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Tell whether anything is noted."""
        return any((self.parts, self.heads, self.tails, self.whole))


def note(changes: dict[str, list[Change]], part: str, change: Change) -> None:
    """Note a change of a part, to be made after those noted before."""
    changes.setdefault(part, []).append(change)


def applied(text: bytes, changes: Iterable[Change]) -> bytes:
    """Return a text with its changes made."""
    for change in changes:
        text = change(text)
    return text
