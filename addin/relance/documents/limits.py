"""What one document may cost: turns of loops, signs and seconds, so that none runs without end."""

from time import monotonic

from jinja2.exceptions import TemplateError

MAX_TURNS = 100_000  # loop turns in one document
MAX_CHARACTERS = 20_000_000  # of one rendered part
MAX_SECONDS = 2.0  # for one part: the longest letters take a hundredth of it


class TooLongError(TemplateError):
    """A document has no end in sight; its message is the list that is being looped over."""


class Budget:
    """What one document may still take: turns of loops, characters, time."""

    __slots__ = ("characters", "deadline", "loop", "turns")

    def __init__(self) -> None:
        """Start a document; its time runs from now."""
        self.turns, self.characters = MAX_TURNS, MAX_CHARACTERS
        self.deadline = monotonic() + MAX_SECONDS
        self.loop = ""

    def turn(self, loop: str) -> None:
        """Count one turn of a loop."""
        self.loop = loop
        self.turns -= 1
        if self.turns < 0 or monotonic() > self.deadline:
            raise TooLongError(loop)

    def write(self, text: str) -> str:
        """Count a piece of the document."""
        self.characters -= len(text)
        if self.characters < 0:
            raise TooLongError(self.loop)
        return text
