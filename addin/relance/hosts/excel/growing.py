"""A table in Excel made as long as it is noted."""

from .native import Range
from .tableview import TableView


def must_grow(view: TableView) -> bool:
    """Tell whether the table is shorter in Excel than it is noted."""
    return view.last != view.bottom or (not view.has_body and bool(view.changes))


def grow(view: TableView) -> None:
    """Make the table as long as it is noted; its new rows look and compute like the last one."""
    if not view.has_body and view.changes:
        view.table.rows.add()  # the first row can't be had by resizing
    if view.last == view.bottom:
        return
    cells, top = view.table.parent.cells, view.table.range.row
    columns = range(view.left - 1, view.left - 1 + len(view.headings))
    view.table.resize(cells[top - 1 : view.last, columns.start : columns.stop])
    for position, at in enumerate(columns):
        model, new = cells[view.bottom - 1, at], cells[view.bottom : view.last, at : at + 1]
        new.number_format = model.number_format
        if position in view.computed:
            _carry_on(model, new)


def _carry_on(model: Range, new: Range) -> None:
    """Carry a formula on where Excel did not: users may turn that off (AutoCorrect).

    Only one that names cells by their heading: it says the same in every row.
    """
    formula = model.formula
    is_lacking = isinstance(formula, str) and "[" in formula and not new[0, 0].formula
    if is_lacking:
        new.formula = formula
