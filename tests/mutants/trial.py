"""One run of pytest in a process that begins with what every run imports.

A fault takes a second less than in a Python of its own, and there are hundreds. Where a process
can't be forked it begins from nothing, and does the same.
"""

import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

LOADED = ["pytest", "hypothesis", "jinja2", "click", "openpyxl", "rich.console"]  # not ours


def context() -> ForkServerContext | SpawnContext:
    """Return how processes are started here, what all of them import being there."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(LOADED)
    return found


def run(arguments: Sequence[str], at: Path, surroundings: Mapping[str, str], shown: Path) -> None:
    """Run pytest in this process, which ends with its exit code.

    Args:
        arguments: those of pytest.
        at: where it runs.
        surroundings: its whole environment; its PYTHONPATH comes first.
        shown: the file that takes what it prints.
    """
    _print_into(shown)
    os.chdir(at)
    os.environ.clear()
    os.environ.update(surroundings)
    sys.path.insert(0, surroundings["PYTHONPATH"])
    sys.dont_write_bytecode = True
    import pytest

    sys.exit(int(pytest.main(list(arguments))))


def _print_into(shown: Path) -> None:
    """Send what this process and its children print into a file."""
    with shown.open("wb") as file:
        for stream in (1, 2):
            os.dup2(file.fileno(), stream)
