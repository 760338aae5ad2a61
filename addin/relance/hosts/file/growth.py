"""What follows a table that grows: the head and the tail of its sheet, and what can't follow."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ...core.findings import Reason
from .package import Package
from .ranges import Area, parse_area, parse_reference
from .texts import from_xml
from .workbook import Workbook
from .xmltext import attributes, retag, with_attribute

_FOLLOWING = {"conditionalFormatting", "dataValidation", "ignoredError", "protectedRange"}
# Newer formats and validations keep their ranges in text; sparklines too, but stay where they are.
_NEWER = re.compile(rb"<(\w+:(?:conditionalFormatting|dataValidation))[\s>].*?</\1>", re.DOTALL)
_RANGES = re.compile(rb"(<\w+:sqref>)([^<]*)(</\w+:sqref>)")
_CHART_RANGE = re.compile(rb"<(?:\w+:)?f(?:\s[^>]*)?>([^<]*)</")
_SPARKLINE = re.compile(rb"<\w+:sparkline>\s*<\w+:f>([^<]*)</")


@dataclass(frozen=True, slots=True)
class Growth:
    """A table that ends lower: its data before, and its new last row."""

    sheet: str  # the sheet's part
    sheet_name: str
    data: Area
    bottom: int

    def follows(self, area: Area) -> bool:
        """Tell whether an area of the sheet ended where the table ended."""
        return area.bottom == self.data.bottom and area.shares_columns(self.data)


def extended(ranges: str, growths: Sequence[Growth]) -> str:
    """Return a list of ranges, those that ended with a table ending with it again."""
    return " ".join(_extended(one, growths) for one in ranges.split())


def _extended(one: str, growths: Sequence[Growth]) -> str:
    area = parse_area(one)
    for growth in growths:
        if area and growth.follows(area):
            return str(area.down_to(growth.bottom))
    return one


def head(part: bytes, edited: Area) -> bytes:
    """Return a sheet's head whose dimension holds the edited cells."""

    def change(tag: bytes) -> bytes:
        area = parse_area(attributes(tag).get("ref", b"").decode())
        if area is None:
            return tag
        whole = Area(
            min(area.top, edited.top),
            min(area.left, edited.left),
            max(area.bottom, edited.bottom),
            max(area.right, edited.right),
        )
        return tag if whole == area else with_attribute(tag, "ref", str(whole))

    return retag(part, {"dimension"}, change)


def tail(part: bytes, growths: Sequence[Growth]) -> bytes:
    """Return a sheet's tail whose validations, formats and marks follow the tables."""
    return with_ranges(part, lambda ranges: extended(ranges, growths)) if growths else part


def with_ranges(part: bytes, change: Callable[[str], str]) -> bytes:
    """Return a sheet's tail with the ranges of its validations, formats and marks changed."""

    def change_tag(tag: bytes) -> bytes:
        ranges = attributes(tag).get("sqref", b"").decode()
        others = change(ranges)
        return tag if others == ranges else with_attribute(tag, "sqref", others)

    def change_text(found: re.Match[bytes]) -> bytes:
        return found[1] + change(found[2].decode()).encode() + found[3]

    part = retag(part, _FOLLOWING, change_tag)
    return _NEWER.sub(lambda found: _RANGES.sub(change_text, found[0]), part)


def sparklines_left(part: bytes, growths: Sequence[Growth]) -> Iterator[Reason]:
    """Yield the sparklines of a table's own sheet whose range ended with the table."""
    for found in _SPARKLINE.findall(part):
        yield from _left("sparkline_not_extended", "", from_xml(found), growths)


def left_behind(
    package: Package, workbook: Workbook, growths: Sequence[Growth]
) -> Iterator[Reason]:
    """Yield names, charts and pivots whose range ended with a table and still ends there."""
    for name, reference in workbook.references.items():
        yield from _left("name_not_extended", name, reference, growths)
    for info in package.parts:
        part = info.filename
        if part.startswith("xl/charts/") and part.endswith(".xml"):
            for found in _CHART_RANGE.findall(package.read(part)):
                yield from _left("chart_not_extended", part, from_xml(found), growths)
        elif "pivotCacheDefinition" in part and part.endswith(".xml"):
            for reference in _pivot_sources(package.read(part)):
                yield from _left("pivot_not_extended", part, reference, growths)


def _left(code: str, where: str, text: str, growths: Sequence[Growth]) -> Iterator[Reason]:
    for one in text.strip("()").split(","):
        found = parse_reference(one)
        for growth in growths if found else ():
            if found and found[0] == growth.sheet_name and growth.follows(found[1]):
                yield Reason(code, {"where": where or growth.sheet_name, "range": one})


def _pivot_sources(part: bytes) -> list[str]:
    sources: list[str] = []

    def collect(tag: bytes) -> bytes:
        facts = attributes(tag)
        if "ref" in facts and "sheet" in facts:
            sources.append(f"{from_xml(facts['sheet'])}!{from_xml(facts['ref'])}")
        return tag

    retag(part, {"worksheetSource"}, collect)
    return sources
