"""What the ribbon and the toolbar say of each verb, in the language of the spreadsheet program.

A label and a screentip are read at a glance; a supertip says what a click does.
"""

from dataclasses import dataclass
from typing import Literal

from . import verbs_en, verbs_fr

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one button in one language."""

    label: str
    screentip: str
    supertip: str


def words(verb: str, language: Language) -> Words:
    """Return the words of a verb, by its id."""
    texts = verbs_fr.VERBS if language == "fr" else verbs_en.VERBS
    return Words(*texts[verb])


def group(name: str, language: Language) -> str:
    """Return the label of a group of verbs."""
    groups = verbs_fr.GROUPS if language == "fr" else verbs_en.GROUPS
    return groups[name]


def tab(language: Language) -> str:
    """Return the label of the tab, or of the menu."""
    return verbs_fr.TAB if language == "fr" else verbs_en.TAB
