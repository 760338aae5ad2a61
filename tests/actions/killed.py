"""Run the command line and die, as of a power cut, at the n-th of the points of a document.

    python killed.py POINT N WORDS...

POINT is `outbox` (after its line), `file` (after the document), `row` (after the journal row in
memory), `save` (after the workbook) or `any` (the n-th of all of these).
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from relance.actions import run as running
from relance.actions.ledger import Ledger
from relance.cli import main
from relance.hosts.file.book import FileBook

POINTS: dict[str, tuple[Any, str]] = {
    "outbox": (Ledger, "prepare"),
    "file": (running, "write_whole"),
    "row": (Ledger, "write"),
    "save": (FileBook, "save"),
}


def dying(point: str, places: list[int]) -> Callable[[str, Callable[..., Any]], Any]:
    """Return a decorator that kills this process after the n-th call of a point."""

    def around(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def called(*given: Any, **named: Any) -> Any:
            answer = function(*given, **named)
            if point in (name, "any"):
                places[0] -= 1
                if places[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
            return answer

        return called

    return around


def prepare(point: str, place: int) -> None:
    """Arm the points."""
    around = dying(point, [place])
    for name, (owner, function) in POINTS.items():
        setattr(owner, function, around(name, getattr(owner, function)))


if __name__ == "__main__":
    prepare(sys.argv[1], int(sys.argv[2]))
    sys.argv = ["relance", *sys.argv[3:]]
    main()
