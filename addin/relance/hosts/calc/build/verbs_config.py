"""The menu and the toolbar of the verbs, and who answers to their addresses (relance:import)."""

from collections.abc import Iterator, Sequence

from ....wording.verbs import LANGUAGES, group, tab, words
from ...verbs import VERBS, Verb
from ..names import PROTOCOL, TOOLBARS, VERB_SERVICE
from . import configuration as xcu

_CALC = "com.sun.star.sheet.SpreadsheetDocument"  # menu and toolbar show there alone
_MENU = "org.relance.menu"
_OFFICE = "org.openoffice.Office"
_ICONS_AND_TEXTS = 2
_TOP, _LINES = 0, ("0,2", "0,3")  # docked at the top, below the toolbars of Calc
# What prepares, and what follows: one bar of all verbs would not fit a screen.
_PREPARES = ("data", "today", "selection")
_BARS = (
    tuple(verb for verb in VERBS if verb.group in _PREPARES),
    tuple(verb for verb in VERBS if verb.group not in _PREPARES),
)


def icon(verb: str) -> str:
    """Return where the icon of a verb is in the extension, without size and ending."""
    return f"icons/{verb}"


def addons_config() -> str:
    """Return Addons.xcu: menu, toolbar and icons."""
    menu = xcu.node(
        _MENU,
        _tab("Title"),
        xcu.text("Context", _CALC),
        xcu.node("Submenu", *_entries(VERBS)),
        adds=True,
    )
    shown = zip(TOOLBARS, _BARS, strict=True)
    bars = xcu.node(
        "OfficeToolBar", *(xcu.node(name, *_entries(verbs), adds=True) for name, verbs in shown)
    )
    images = xcu.node("Images", *(_image(verb) for verb in VERBS))
    return xcu.file(
        "Addons", _OFFICE, xcu.node("AddonUI", xcu.node("OfficeMenuBar", menu), bars, images)
    )


def protocol_config() -> str:
    """Return ProtocolHandler.xcu."""
    handler = xcu.node(VERB_SERVICE, xcu.words("Protocols", f"{PROTOCOL}*"), adds=True)
    return xcu.file("ProtocolHandler", _OFFICE, xcu.node("HandlerSet", handler))


def window_config() -> str:
    """Return CalcWindowState.xcu: without it a toolbar floats, and its name is "Add-On 1"."""
    bars = zip(TOOLBARS, _LINES, _BARS, strict=True)
    states = xcu.node("UIElements", xcu.node("States", *(_state(*bar) for bar in bars)))
    return xcu.file("CalcWindowState", f"{_OFFICE}.UI", states)


def _state(name: str, line: str, verbs: Sequence[Verb]) -> str:
    """A toolbar's place, and its name: that of the tab, with the group that it begins with."""
    named: dict[str, str] = {
        language: tab(language) if verbs is _BARS[0] else
        f"{tab(language)} – {group(verbs[0].group, language)}"
        for language in LANGUAGES
    }  # fmt: skip
    return xcu.node(
        f"private:resource/toolbar/addon_{name}",
        xcu.texts("UIName", named),
        xcu.flag("Docked", True),
        xcu.number("DockingArea", _TOP),
        xcu.text("DockPos", line),
        xcu.flag("Visible", True),
        xcu.flag("ContextSensitive", False),
        xcu.flag("NoClose", False),
        xcu.number("Style", _ICONS_AND_TEXTS),
        adds=True,
    )


def _tab(name: str) -> str:
    return xcu.texts(name, {language: tab(language) for language in LANGUAGES})


def _entries(verbs: Sequence[Verb]) -> Iterator[str]:
    """Some verbs in their order, with a line between two groups."""
    place, before = 0, verbs[0].group
    for verb in verbs:
        if verb.group != before:
            before = verb.group
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
