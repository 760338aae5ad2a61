"""A workbook as the first release made it: without the columns and names that came later."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

from tests.tools import tree

from relance.hosts.excel.build.template import template_bytes
from relance.workbook import schema
from relance.workbook.build_home import AGES

LATER = {figure.name for figure in schema.FIGURES if figure.since > 1}


def _without_later(sheet: schema.Sheet) -> schema.Sheet:
    kept = tuple(column for column in sheet.columns if not column.optional)
    return sheet if kept == sheet.columns else replace(sheet, columns=kept)


@contextmanager
def first_release() -> Iterator[None]:
    """Make workbooks as the first release did."""
    tables = tuple(map(_without_later, schema.TABLES))
    parameters = tuple(
        replace(one, default="1") if one.name == "SchemaVersion" else one
        for one in schema.PARAMETERS
        if one.since == 1
    )
    with (
        patch("relance.workbook.build.TABLES", tables),
        patch("relance.workbook.build_parameters.PARAMETERS", parameters),
        patch("relance.workbook.build_home.ALARM_LINES", 0),
        patch("relance.workbook.build_home.AGES", tuple(one for one in AGES if one not in LATER)),
    ):
        yield


def macro_book() -> bytes:
    """Return a macro workbook of that shape, with the macros of today."""
    with first_release():
        return template_bytes(tree.ROOT / "macros")
