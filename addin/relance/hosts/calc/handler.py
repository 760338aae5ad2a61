"""The service of the verbs: what LibreOffice asks when a menu entry or a button is clicked."""

import unohelper
from com.sun.star.frame import FeatureStateEvent, XDispatch, XDispatchProvider
from com.sun.star.lang import XInitialization, XServiceInfo

from .names import HANDLER, PROTOCOL, VERB_SERVICE
from .office import Context, Frame, Listener, Url


class Verbs(unohelper.Base, XInitialization, XDispatchProvider, XDispatch, XServiceInfo):
    """Carries out the verb of an address, in the workbook of the window that was clicked."""

    def __init__(self, context: Context, *_: object) -> None:
        """Take the office's context."""
        self._context = context
        self._frame: Frame = None

    def initialize(self, arguments: tuple[Frame, ...]) -> None:
        """Take the window."""
        self._frame = arguments[0] if arguments else None

    def queryDispatch(self, url: Url, _: str, __: int) -> "Verbs | None":
        """Return who carries out an address; None for one that is not ours."""
        return self if url.Protocol == PROTOCOL else None

    def queryDispatches(self, asked: tuple[Url, ...]) -> tuple["Verbs | None", ...]:
        """Return who carries out each of some addresses."""
        return tuple(self.queryDispatch(one.FeatureURL, "", 0) for one in asked)

    def dispatch(self, url: Url, _: tuple[object, ...]) -> None:
        """Carry out a verb."""
        from .clicking import click  # slow to load: not before the first click

        click(url.Path, self._context, self._frame)

    def addStatusListener(self, listener: Listener, url: Url) -> None:
        """Say that the verb can be clicked: it tells itself what it lacks."""
        state = FeatureStateEvent()
        state.Source, state.FeatureURL, state.IsEnabled = self, url, True
        listener.statusChanged(state)

    def removeStatusListener(self, listener: object, url: object) -> None:
        """Forget nobody: the state never changes."""

    def getImplementationName(self) -> str:
        """Return the name of the service."""
        return VERB_SERVICE

    def supportsService(self, name: str) -> bool:
        """Tell whether the service is of that name."""
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self) -> tuple[str, ...]:
        """Return the names of the service."""
        return (VERB_SERVICE, HANDLER)
