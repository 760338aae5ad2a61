"""The ribbon of the macro workbook, from the one list of verbs.

The macros are ASCII: the words stand here, in each control's `tag`. Committed as
`macros/ribbon/customUI14.xml`.
"""

import sys
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ....wording import verbs as wording
from ....wording.verbs import LANGUAGES
from ...verbs import GROUPS, VERBS, Verb

NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
MODULE = "RelanceRuban"  # the VBA module of the callbacks
TAB = "relances"
KEYTIP = "RL"
SEPARATOR = "|"  # of the parts of a tag; no word has it


def ribbon_xml() -> str:
    """Return the part customUI14.xml."""
    root = Element("customUI", {"xmlns": NAMESPACE, "onLoad": f"{MODULE}.Charger"})
    tab = SubElement(
        SubElement(SubElement(root, "ribbon"), "tabs"), "tab",
        {"id": TAB, "keytip": KEYTIP, **_named(wording.tab(one) for one in LANGUAGES)},
    )  # fmt: skip
    for name in GROUPS:
        words = _named(wording.group(name, language) for language in LANGUAGES)
        group = SubElement(tab, "group", {"id": name, **words})
        for verb in VERBS:
            if verb.group == name:
                SubElement(group, "button", _button(verb))
    indent(root)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return head + tostring(root, encoding="unicode") + "\n"


def _named(labels: Iterable[str]) -> dict[str, str]:
    """A label in each language; nothing enables or explains it."""
    return {"tag": SEPARATOR.join(["", *labels]), "getLabel": f"{MODULE}.Libelle"}


def _button(verb: Verb) -> dict[str, str]:
    """What enables it, then label, screentip and supertip, each in every language."""
    words = [wording.words(verb.id, language) for language in LANGUAGES]
    parts = [
        verb.needs,
        *(one.label for one in words),
        *(one.screentip for one in words),
        *(one.supertip for one in words),
    ]
    return {
        "id": verb.id,
        "size": verb.size,
        "keytip": verb.keytip,
        "imageMso": verb.image,
        "tag": SEPARATOR.join(parts),
        "getLabel": f"{MODULE}.Libelle",
        "getScreentip": f"{MODULE}.Bulle",
        "getSupertip": f"{MODULE}.Aide",
        "getEnabled": f"{MODULE}.Actif",
        "onAction": f"{MODULE}.Cliquer",
    }


if __name__ == "__main__":
    sys.stdout.buffer.write(ribbon_xml().encode())
