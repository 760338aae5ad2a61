"""The menu and the toolbar of the verbs, and who answers to their addresses (relance:import)."""

from collections.abc import Iterator

from ....wording.verbs import LANGUAGES, tab, words
from ...verbs import VERBS as ALL
from ...verbs import Verb
from ..names import PROTOCOL, TOOLBAR, VERBS
from . import configuration as xcu

_CALC = "com.sun.star.sheet.SpreadsheetDocument"  # menu and toolbar show there alone
_MENU = "org.relance.menu"
_OFFICE = "org.openoffice.Office"
_ICONS_AND_TEXTS = 2
_TOP, _LINE = 0, "0,2"  # docked at the top, below the toolbars of Calc


def icon(verb: str) -> str:
    """Return where the icon of a verb is in the extension, without size and ending."""
    return f"icons/{verb}"


def addons_config() -> str:
    """Return Addons.xcu: menu, toolbar and icons."""
    menu = xcu.node(
        _MENU,
        _tab("Title"),
        xcu.text("Context", _CALC),
        xcu.node("Submenu", *_entries()),
        adds=True,
    )
    bars = xcu.node("OfficeToolBar", xcu.node(TOOLBAR, *_entries(), adds=True))
    images = xcu.node("Images", *(_image(verb) for verb in ALL))
    return xcu.file(
        "Addons", _OFFICE, xcu.node("AddonUI", xcu.node("OfficeMenuBar", menu), bars, images)
    )


def protocol_config() -> str:
    """Return ProtocolHandler.xcu."""
    handler = xcu.node(VERBS, xcu.words("Protocols", f"{PROTOCOL}*"), adds=True)
    return xcu.file("ProtocolHandler", _OFFICE, xcu.node("HandlerSet", handler))


def window_config() -> str:
    """Return CalcWindowState.xcu: without it the toolbar floats, and its name is "Add-On 1"."""
    state = xcu.node(
        f"private:resource/toolbar/addon_{TOOLBAR}",
        _tab("UIName"),
        xcu.flag("Docked", True),
        xcu.number("DockingArea", _TOP),
        xcu.text("DockPos", _LINE),
        xcu.flag("Visible", True),
        xcu.flag("ContextSensitive", False),
        xcu.flag("NoClose", False),
        xcu.number("Style", _ICONS_AND_TEXTS),
        adds=True,
    )
    states = xcu.node("UIElements", xcu.node("States", state))
    return xcu.file("CalcWindowState", f"{_OFFICE}.UI", states)


def _tab(name: str) -> str:
    return xcu.texts(name, {language: tab(language) for language in LANGUAGES})


def _entries() -> Iterator[str]:
    """The verbs in their order, with a line between two groups."""
    place, group = 0, ALL[0].group
    for verb in ALL:
        if verb.group != group:
            group = verb.group
            yield xcu.node(f"m{place:02}", xcu.text("URL", "private:separator"), adds=True)
            place += 1
        yield _entry(f"m{place:02}", verb)
        place += 1


def _entry(place: str, verb: Verb) -> str:
    labels: dict[str, str] = {language: words(verb.id, language).label for language in LANGUAGES}
    return xcu.node(
        place,
        xcu.text("URL", PROTOCOL + verb.id),
        xcu.texts("Title", labels),
        xcu.text("Target", "_self"),
        xcu.text("Context", _CALC),
        adds=True,
    )


def _image(verb: Verb) -> str:
    sizes = xcu.node(
        "UserDefinedImages",
        xcu.text("ImageSmallURL", f"%origin%/{icon(verb.id)}_16.png"),
        xcu.text("ImageBigURL", f"%origin%/{icon(verb.id)}_26.png"),
    )
    return xcu.node(
        f"org.relance.image.{verb.id}", xcu.text("URL", PROTOCOL + verb.id), sizes, adds=True
    )
