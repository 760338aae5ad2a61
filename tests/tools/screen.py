"""A screen that nobody sees, with a keyboard: for boxes that only a person can close."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Found = TypeVar("Found")

PATIENCE = 20.0  # seconds for a box to come or to go


class Screen:
    """An X display; its boxes are known by their titles."""

    def __init__(self, number: int) -> None:
        """Stand before a display."""
        self.name = f":{number}"

    def box(self, title: str) -> str:
        """Wait for a box of that title to come; return its window."""
        return _awaited(lambda: self._windows(title), f"no box {title}")[-1]

    def gone(self, window: str) -> None:
        """Wait for a window to go."""
        _awaited(lambda: window not in self._asked("search", "--onlyvisible", "--name", "."),
                      "the box stays")  # fmt: skip

    def keys(self, window: str, *keys: str) -> None:
        """Strike keys in a window."""
        self._asked("windowfocus", window)
        self._asked("key", "--delay", "60", *keys)

    def type(self, window: str, text: str) -> None:
        """Type a text in a window."""
        self._asked("windowfocus", window)
        self._asked("type", "--delay", "20", text)

    def _windows(self, title: str) -> list[str]:
        return self._asked("search", "--onlyvisible", "--name", f"^{title}$")

    def _asked(self, *arguments: str) -> list[str]:
        done = subprocess.run(
            ["xdotool", *arguments], env=os.environ | {"DISPLAY": self.name},
            capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
        return done.stdout.split()


def _awaited(look: Callable[[], Found], problem: str) -> Found:
    deadline = time.monotonic() + PATIENCE
    while not (found := look()):
        assert time.monotonic() < deadline, problem
        time.sleep(0.05)
    return found


@contextmanager
def screen() -> Iterator[Screen]:
    """Give a screen of its own."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as process:
        os.close(write)
        with os.fdopen(read) as told:
            number = int(told.readline())
        try:
            yield Screen(number)
        finally:
            process.terminate()
