"""The Escape key, watched while a verb works."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_ESCAPE = 0x1B
_DOWN = 0x8000
_DOWN_OR_PRESSED = _DOWN | 1  # down now, or pressed since it was last asked


class Escape:
    """Tells whether Escape was pressed while Excel was in front; never off Windows.

    Windows knows only that the key was pressed, not in which program nor for what: what is
    pressed elsewhere, before the verb began, or to close a box of ours must not stop it.
    """

    def __init__(self, window: int | None) -> None:
        """Watch from now on, for Excel's window of that handle."""
        self._window = window
        windows: Any = getattr(ctypes, "windll", None)
        self._user32: Any = windows.user32 if windows else None
        self._is_held = False
        self.forget()

    def forget(self) -> None:
        """Watch anew; a key that is down has to be let go first."""
        self._is_held = bool(self._state() & _DOWN)

    @contextmanager
    def unheard(self) -> Iterator[None]:
        """Let a box be shown: Escape closes it, and stops nothing."""
        try:
            yield
        finally:
            self.forget()

    def pressed(self) -> bool:
        """Tell whether Escape was pressed since the last time."""
        state = self._state()
        if self._is_held:
            self._is_held = bool(state & _DOWN)
            return False
        return bool(state & _DOWN_OR_PRESSED) and self._is_in_front()

    def _state(self) -> int:
        return int(self._user32.GetAsyncKeyState(_ESCAPE)) if self._user32 else 0

    def _is_in_front(self) -> bool:
        return bool(self._user32.GetForegroundWindow() == self._window)
