"""From the changes of an open book to the parts to write, and the report of what was done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ...core.findings import Reason
from . import growth
from .calc import recalculated, without_chain
from .editor import CellRefusedError, RowEditor
from .faults import reading, refusal
from .heights import Heights
from .leftover import told
from .package import Package
from .ranges import Area
from .reader import Values
from .save import Maker, Plan
from .sections import Part, sections
from .structure import Structure, applied
from .styles import Styles
from .tables import grown, without_insert_row
from .tableview import SheetChanges, TableView
from .workbook import Workbook


@dataclass(frozen=True, slots=True)
class Report:
    """What a save did: parts changed and dropped, and what still ends where a table did."""

    changed: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    not_extended: tuple[Reason, ...] = ()


class Saving:
    """One save: `plan` says what to write, `report` tells afterwards what was."""

    def __init__(
        self,
        package: Package,
        workbook: Workbook,
        styles: Styles,
        values: Values,
        changes: Mapping[str, SheetChanges],
        views: Sequence[TableView],
        structure: Structure,
    ) -> None:
        """Look at the changes, by sheet part, and at the tables that were read."""
        for view in views:
            view.take_typed()
        self._package = package
        self._workbook = workbook
        self._styles = styles
        self._values = values
        self._structure = structure
        self._changes = {sheet: edits for sheet, edits in changes.items() if edits.values}
        self._views = [view for view in views if view.has_new_rows]
        growths = [view.growth() for view in self._views]
        self._growths = [one for one in growths if one.bottom > one.data.bottom]
        self._changed: list[str] = []
        self._dropped: list[str] = []
        self._left: list[Reason] = []

    def plan(self, recalculate: bool) -> Plan:
        """Return the parts to write; `recalculate` asks for it at the next opening."""
        parts = self._tables()
        if any(
            model.formulas for edits in self._changes.values() for model in edits.models.values()
        ):
            changed, chain = without_chain(self._package, self._workbook)
            parts.update(changed)
            self._dropped = [chain] if chain else []
        if recalculate:
            parts[self._workbook.part] = recalculated(self._package.read(self._workbook.part))
        for name, changes in self._structure.parts.items():
            part = parts[name] if name in parts else self._package.read(name)
            with reading(self._package.path, name):
                parts[name] = applied(part, changes)
        whole = self._structure.whole
        self._changed = [*self._changes, *parts, *whole]
        with reading(self._package.path, "growth"):
            self._left = list(growth.left_behind(self._package, self._workbook, self._growths))
        makers: dict[str, Maker] = {name: partial(_whole, part) for name, part in parts.items()}
        makers.update({sheet: partial(self._sheet, sheet) for sheet in self._changes})
        styles = self._workbook.arrows.get("styles")
        late = {styles.target: self._late_styles} if styles else {}
        return Plan(parts=makers, late=late, dropped=frozenset(self._dropped), whole=whole)

    def report(self) -> Report:
        """Return what was done, once the plan is carried out."""
        left = told(self._package, self._workbook, self._left)
        return Report(tuple(self._changed), tuple(self._dropped), left)

    def _tables(self) -> dict[str, bytes]:
        """Return the table parts that change."""
        parts = {}
        for view in self._views:
            old = self._package.read(view.part.part)
            new = without_insert_row(grown(old, view.part.data.bottom, view.last))
            if new != old:
                parts[view.part.part] = new
        return parts

    def _late_styles(self) -> bytes | None:
        styles = self._workbook.arrows.get("styles")
        if styles is None or not self._styles.changed:
            return None
        self._changed.append(styles.target)
        return self._styles.part

    def _sheet(self, sheet: str) -> Iterator[bytes]:
        """Yield a sheet part with its edits."""
        edits, path = self._changes[sheet], self._package.path
        growths = [one for one in self._growths if one.sheet == sheet]
        areas = [table.data for table in self._workbook.tables.values() if table.sheet == sheet]
        try:
            with reading(path, sheet):
                stream = sections(self._package, sheet)
                _, head = next(stream)
                heights = Heights(head, self._styles, self._values)
                editor = RowEditor(edits.values, edits.models, areas, self._styles, heights)
                head = applied(head, self._structure.heads.get(sheet, ()))
                yield growth.head(head, edited_area(edits))
                for kind, block in stream:
                    if kind is Part.ROWS:
                        yield editor.block(block)
                    else:
                        yield editor.rest()
                        self._left.extend(growth.sparklines_left(block, growths))
                        block = applied(block, self._structure.tails.get(sheet, ()))
                        yield growth.tail(block, growths)
        except CellRefusedError as error:
            names = {part: name for name, part in self._workbook.sheets.items()}
            raise refusal(path, error.reason, f"{names[sheet]}!{error.name}") from error


def edited_area(edits: SheetChanges) -> Area:
    """Return the smallest area that holds all edited cells."""
    rows = edits.values
    columns = {column for cells in rows.values() for column in cells}
    for model in edits.models.values():
        columns.update((model.columns[0], model.columns[-1]))
    return Area(min(rows), min(columns), max(rows), max(columns))


def _whole(part: bytes) -> list[bytes]:
    return [part]
