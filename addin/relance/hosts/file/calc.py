"""The calculation chain and the calculation settings.

The chain lists the cells with a formula: it may be left out, not be wrong. It goes when formulas
come or go, never when only their values change.
"""

import re

from .package import CONTENT_TYPES, Package, relationships_part
from .workbook import Workbook
from .xmltext import attributes, retag, with_attribute

_BEFORE_SETTINGS = re.compile(
    rb"</sheets>|</functionGroups>|<functionGroups/>|</externalReferences>|</definedNames>"
)


def without_chain(package: Package, workbook: Workbook) -> tuple[dict[str, bytes], str]:
    """Return the parts that name the calculation chain, without it, and its name ("" if none)."""
    arrow = workbook.arrows.get("calcChain")
    chain = package.find(arrow.target) if arrow else None
    if arrow is None or chain is None:
        return {}, ""
    relations = package.find(relationships_part(workbook.part)) or ""
    changed = {
        CONTENT_TYPES: _without(
            package.read(CONTENT_TYPES), "Override", "PartName", "/" + arrow.target
        ),
        relations: _without(package.read(relations), "Relationship", "Id", arrow.id),
    }
    return changed, chain


def _without(part: bytes, tag: str, name: str, value: str) -> bytes:
    def change(found: bytes) -> bytes:
        is_it = attributes(found).get(name, b"").decode().lower() == value.lower()
        return b"" if is_it else found

    return retag(part.replace(b"></" + tag.encode() + b">", b"/>"), {tag}, change)


def recalculated(part: bytes) -> bytes:
    """Return the workbook part that asks for a full calculation when it is opened."""
    if b"<calcPr" in part:
        return retag(part, {"calcPr"}, lambda tag: with_attribute(tag, "fullCalcOnLoad", "1"))
    end = max((found.end() for found in _BEFORE_SETTINGS.finditer(part)), default=0)
    return part[:end] + b'<calcPr fullCalcOnLoad="1"/>' + part[end:] if end else part
