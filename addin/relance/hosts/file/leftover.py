"""What still ends where a table ended, told so that a user finds it: the sheet and the object."""

from collections.abc import Iterable, Mapping
from contextlib import suppress

from ...core.errors import BookError
from ...core.findings import Reason
from .package import Package
from .workbook import Workbook

UNSEEN = ("_xlnm._FilterDatabase",)  # names that programs keep for themselves
PRINT_AREA = "_xlnm.Print_Area"


def told(package: Package, workbook: Workbook, left: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return one reason an object, with all of its ranges and the place where it is seen.

    Args:
        package: the file as it was read.
        workbook: its map.
        left: one reason a range; `where` is a name, a sheet or a part.
    """
    ranges: dict[tuple[str, str], list[str]] = {}
    for one in left:
        where = str(one.facts["where"])
        if where not in UNSEEN:
            ranges.setdefault((one.code, where), []).append(str(one.facts["range"]))
    places = _places(package, workbook) if ranges else {}
    return tuple(
        Reason(
            "print_area_not_extended" if where == PRINT_AREA else code,
            {"where": places.get(where, where), "ranges": list(dict.fromkeys(found))},
        )
        for (code, where), found in ranges.items()
    )


def _places(package: Package, workbook: Workbook) -> Mapping[str, str]:
    """Return the sheet of each chart and the name of each pivot, by the part that holds its range.

    A part that can't be read keeps its own name: nothing is refused for the sake of a message.
    """
    places: dict[str, str] = {}
    for name, sheet in workbook.sheets.items():
        with suppress(BookError):
            for arrow in package.relationships(sheet).values():
                if arrow.kind == "drawing":
                    charts = package.relationships(arrow.target).values()
                    places.update({chart.target: name for chart in charts})
                elif arrow.kind == "pivotTable":
                    pivot = package.xml(arrow.target).get("name", name)
                    caches = package.relationships(arrow.target).values()
                    places.update({cache.target: f"{pivot} ({name})" for cache in caches})
    return places
