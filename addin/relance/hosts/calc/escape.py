"""The Escape key, watched while a verb works."""

import unohelper
from com.sun.star.awt import XKeyHandler

from .office import Component, Listener

_ESCAPE = 1281  # com.sun.star.awt.Key


class Escape:
    """Tells whether Escape was pressed in a window; the status bar's updates let keys through."""

    def __init__(self, controller: Component) -> None:
        """Watch from now on."""
        self._controller, self._handler = controller, _Handler()
        controller.addKeyHandler(self._handler)

    def pressed(self) -> bool:
        """Tell whether it was pressed since the last time."""
        was, self._handler.pressed = self._handler.pressed, False
        return was

    def close(self) -> None:
        """Stop watching."""
        self._controller.removeKeyHandler(self._handler)


class _Handler(unohelper.Base, XKeyHandler):
    pressed = False

    def keyPressed(self, event: Listener) -> bool:
        """Note Escape; every other key goes where it would."""
        self.pressed = self.pressed or event.KeyCode == _ESCAPE
        return bool(event.KeyCode == _ESCAPE)

    def keyReleased(self, event: Listener) -> bool:
        """Leave it to others."""
        return False

    def disposing(self, event: Listener) -> None:
        """The window is closed: nothing is left to do."""
