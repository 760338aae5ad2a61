"""The attributes of a Word file, however they are quoted, and the relations of its parts.

XML knows `Target="x"`, `Target='x'` and `Target = "x"`: Word writes the first, a program or a hand
the others. A part is written the first way once, when the file is read, so that nothing is looked
for in one writing and passes in another.
"""

import html
import re

RELATION = re.compile(r"<Relationship\s[^>]*?/?>(?:</Relationship>)?")
MARK = re.compile(r"<[A-Za-z_](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
ATTRIBUTE = re.compile(r"\s+([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
OTHERWISE = re.compile(r"=\s*'|\s=|=\s")
PREFIX = re.compile(r"(</?)\w+:(Relationships?\b)")


def as_word_writes(xml: str) -> str:
    """Return a part with its attributes between double quotes, without blanks around `=`."""
    if not OTHERWISE.search(xml):
        return xml
    return MARK.sub(_mark, xml)


def _mark(found: re.Match[str]) -> str:
    return ATTRIBUTE.sub(_attribute, found[0])


def _attribute(found: re.Match[str]) -> str:
    name, double, single = found.groups()
    value = single.replace('"', "&quot;") if double is None else double
    return f' {name}="{value.replace(">", "&gt;")}"'


def relations(xml: str) -> list[dict[str, str]]:
    """Return the attributes of each relation of a `.rels` part."""
    return [attributes(one) for one in RELATION.findall(as_word_writes(PREFIX.sub(r"\1\2", xml)))]


def attributes(mark: str) -> dict[str, str]:
    """Return the attributes of one element, as Word writes it, entities resolved."""
    found = ((name, double or single) for name, double, single in ATTRIBUTE.findall(mark))
    return {name: html.unescape(value) for name, value in found}
