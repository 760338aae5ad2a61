"""Excel kept from redrawing, computing and running macros while cells are written."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from .native import App

_QUIET: dict[str, object] = {
    "screen_updating": False,
    "enable_events": False,
    "calculation": "manual",  # or each block that is written would compute all functions
}


@contextmanager
def quiet(app: App) -> Iterator[None]:
    """Set Excel quiet, and give each setting back whatever happens.

    One setting that can't be given back does not keep the others from it.
    """
    with ExitStack() as settings:
        for name, value in _QUIET.items():
            settings.callback(setattr, app, name, getattr(app, name))
            setattr(app, name, value)
        yield
