"""The Escape key, watched while a verb works."""

import ctypes
from typing import Any

_ESCAPE = 0x1B
_DOWN_OR_PRESSED = 0x8001  # down now, or pressed since it was last asked


class Escape:
    """Tells whether Escape was pressed while Excel was in front; never off Windows.

    Windows knows only that the key was pressed, not in which program: what is pressed elsewhere,
    or before the verb began, must not stop it.
    """

    def __init__(self, window: int | None) -> None:
        """Watch from now on, for Excel's window of that handle."""
        self._window = window
        windows: Any = getattr(ctypes, "windll", None)
        self._user32: Any = windows.user32 if windows else None
        self.pressed()

    def pressed(self) -> bool:
        """Tell whether Escape was pressed since the last time."""
        if self._user32 is None:
            return False
        state = int(self._user32.GetAsyncKeyState(_ESCAPE))
        in_front = self._user32.GetForegroundWindow() == self._window
        return bool(state & _DOWN_OR_PRESSED) and in_front
