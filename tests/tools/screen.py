"""A screen that nobody sees, with a keyboard: for boxes that only a person can close."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Found = TypeVar("Found")

PATIENCE = 60.0  # seconds for a box to come or to go
PAUSE = 0.4  # seconds before a box takes keys


class Screen:
    """An X display; its boxes are known by their titles."""

    def __init__(self, number: int) -> None:
        """Stand before a display."""
        self.name = f":{number}"

    def box(self, title: str) -> str:
        """Wait for a box of that title to come; return its window."""
        return _awaited(lambda: self._windows(title), f"no box {title}")[-1]

    def answer(self, window: str, *keys: str, text: str = "") -> None:
        """Type a text over what stands in a box, strike keys, and wait for the box to go.

        A box that is not ready yet loses keys: they are struck again while it stays.
        """
        deadline = time.monotonic() + PATIENCE
        while self._is_there(window):
            assert time.monotonic() < deadline, "the box stays"
            time.sleep(PAUSE)
            self._asked("windowfocus", window)
            if text:
                self._asked("key", "ctrl+a")
                self._asked("type", "--delay", "20", text)
            self._asked("key", "--delay", "60", *keys)
            until = time.monotonic() + PAUSE * 8
            while self._is_there(window) and time.monotonic() < until:
                time.sleep(0.05)

    def _is_there(self, window: str) -> bool:
        return window in self._asked("search", "--onlyvisible", "--name", ".")

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
