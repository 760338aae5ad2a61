"""Run the command line and die, as of a power cut, at the n-th of the points of a document.

A point is `outbox` (after the lines of a document), `file` (after the document), `row` (after the
journal row in memory), `save` (after the workbook) or `any` (the n-th of all of these); and for
the verbs without a document `rows` (after rows in memory) and `line` (after a line of the outbox).
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from functools import cache
from multiprocessing.context import ForkServerContext
from pathlib import Path
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


def die(folder: Path, point: str, *words: str, place: int = 1) -> int:
    """Run a command in a folder and die at a point; return the exit code, -9 when it was killed.

    The process is a fork of one that has the command line imported already: a second less each.
    """
    process = _processes().Process(target=_run, args=(folder, point, place, words))
    process.start()
    process.join()
    return process.exitcode or 0


@cache
def _processes() -> ForkServerContext:
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(["tests.actions.killed"])
    return found


def _run(folder: Path, point: str, place: int, words: tuple[str, ...]) -> None:
    os.chdir(folder)
    os.environ["RELANCE_STRICT"] = "1"
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    prepare(point, place)
    sys.argv = ["relance", *words]
    main()
