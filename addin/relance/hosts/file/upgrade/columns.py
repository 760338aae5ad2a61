"""Columns added at the right end of a table of ours."""

from collections.abc import Mapping, Sequence

from ....workbook.schema import Column, Sheet
from ..faults import refusal
from ..models import Model
from ..ranges import Area
from ..structure import note
from ..tables import TablePart
from ..tableview import SheetChanges
from .cols import with_columns
from .looks import Look, Looks
from .obstacles import in_the_way
from .site import Site
from .wider import Addition, widened_table, widened_tail, with_validations


def add_columns(site: Site, table: TablePart, sheet: Sheet, added: Sequence[Addition]) -> None:
    """Note columns of a table.

    Args:
        site: the workbook.
        table: the one that gets them.
        sheet: what the schema says of it.
        added: what comes at its right end.

    Raises:
        BookError: something stands in their place, or a heading is taken.
    """
    _check(site, table, added)
    looks = Looks(site.package, site.workbook)
    places = dict(enumerate(added, table.data.right + 1))
    found = {at: looks.of(sheet, one.column) for at, one in places.items()}
    facts = {at: found[at].facts(one.column) for at, one in places.items()}
    top = table.data.top
    like = {
        (top, at): (top, donor)
        for at, one in places.items()
        if (donor := _donor(sheet, table, one.column)) is not None
    }

    def follow(tail: bytes) -> bytes:
        return with_validations(widened_tail(tail, table.data, len(added)), like)

    note(site.structure.parts, table.part, lambda part: widened_table(part, table, added))
    note(site.structure.heads, table.sheet, lambda head: with_columns(head, facts))
    note(site.structure.tails, table.sheet, follow)
    _write(site.changes(table.sheet), table.data, places, found)


def _check(site: Site, table: TablePart, added: Sequence[Addition]) -> None:
    path, taken = site.package.path, {heading.lower() for heading in table.headings}
    for one in added:
        if one.column.heading.lower() in taken:
            raise refusal(path, "heading_taken", one.column.heading)
    if site.package.xml(table.part).get("headerRowCount") == "0":
        raise refusal(path, "no_headings", table.sheet_name)
    if cell := in_the_way(site.package, site.workbook, table, len(added)):
        raise refusal(path, "columns_right", f"{table.sheet_name}!{cell}")


def _write(
    changes: SheetChanges, data: Area, places: Mapping[int, Addition], looks: Mapping[int, Look]
) -> None:
    """Note headings, the looks of the cells, and formulas that show nothing until they compute."""
    columns, heading = range(min(places), max(places) + 1), data.top - 1
    styles = {at: look.heading for at, look in looks.items()}
    changes.values[heading] = {at: one.column.heading for at, one in places.items()}
    changes.models[heading] = Model(columns, styles, {}, heading, b"")
    styles = {at: look.body for at, look in looks.items()}
    formulas = {at: one.formula for at, one in places.items() if one.formula}
    model = Model(columns, styles, formulas, data.top, b"")
    for row in range(data.top, data.bottom + 1):
        changes.models[row] = model
        if formulas:
            changes.values.setdefault(row, {}).update(dict.fromkeys(formulas, ""))


def _donor(sheet: Sheet, table: TablePart, column: Column) -> int | None:
    """Return the sheet column of one that takes the same values; only what is typed is checked."""
    if column.computed or sheet.ours:
        return None
    for at, heading in enumerate(table.headings):
        for other in sheet.inputs:
            same = (other.kind, other.family) == (column.kind, column.family)
            if other.heading == heading and same:
                return table.data.left + at
    return None
