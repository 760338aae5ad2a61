"""Run the command line and die, as of a power cut, at the n-th of the points of a document.

    python killed.py POINT N WORDS...

POINT is `outbox` (after the lines of a document), `file` (after the document), `row` (after the
journal row in memory), `save` (after the workbook) or `any` (the n-th of all of these); and for
the verbs without a document `rows` (after rows in memory) and `line` (after a line of the outbox).
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from relance.actions import made
from relance.actions.ledger import Ledger
from relance.actions.outbox import Outbox
from relance.cli import main
from relance.hosts.file.book import FileBook

POINTS: dict[str, tuple[Any, str]] = {
    "outbox": (Ledger, "prepare"),
    "file": (made, "write_whole"),
    "row": (Ledger, "write"),
    "save": (FileBook, "save"),
}
OF_VERBS: dict[str, tuple[Any, str]] = {
    "rows": (FileBook, "append"),
    "line": (Outbox, "append"),
}


def dying(point: str, places: list[int]) -> Callable[[str, Callable[..., Any]], Any]:
    """Return a decorator that kills this process after the n-th call of a point."""

    def around(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def called(*given: Any, **named: Any) -> Any:
            answer = function(*given, **named)
            if point == name or (point == "any" and name in POINTS):
                places[0] -= 1
                if places[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
            return answer

        return called

    return around


def prepare(point: str, place: int) -> None:
    """Arm the points."""
    around = dying(point, [place])
    for name, (owner, function) in (POINTS | OF_VERBS).items():
        setattr(owner, function, around(name, getattr(owner, function)))


if __name__ == "__main__":
    prepare(sys.argv[1], int(sys.argv[2]))
    sys.argv = ["relance", *sys.argv[3:]]
    main()
