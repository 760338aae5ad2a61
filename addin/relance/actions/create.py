"""`new`: a fresh workbook."""

import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path

from .. import data
from ..core.errors import BookError
from ..core.law import rate_rows
from ..core.parse import FIRST_YEAR, is_blank
from ..core.policy import codes, load
from ..workbook import schema, write
from ..workbook.build import build_book
from .book import Book, Cell
from .files import refused
from .gathering import give_id

# Series that the sheet `Taux` shows: those that a French or Belgian user may have to complete.
SHOWN_SERIES = (
    "eu_semester_mro", "fr_b2b_rate", "fr_pub_rate", "fr_legal_other", "fr_legal_individual",
    "be_b2b_rate", "be_legal_interest", "lu_b2b_rate",
)  # fmt: skip


VALUES, MACROS = ".xlsx", ".xlsm"


def policy_rows() -> list[Mapping[str, Cell]]:
    """Return the rows of `Scénario`: the shipped policies."""
    return [row for code in codes() for row in write.policy(load(code))]


def shown_rates() -> list[Mapping[str, Cell]]:
    """Return the rows of `Taux`: the record as it is shipped."""
    return [
        write.cells(
            schema.RATES,
            {
                "series": row.series,
                "label": row.title,
                "start": row.first,
                "rate": row.rate,
                "status": row.status,
                "source": row.source,
            },
        )
        for row in rate_rows(SHOWN_SERIES)
        if row.first.year >= FIRST_YEAR  # what our own reader of cells accepts
    ]


def create(
    path: Path,
    parameters: Mapping[str, object],
    tables: Mapping[str, Sequence[Mapping[str, Cell]]] | None = None,
) -> None:
    """Write a fresh workbook.

    Args:
        path: where; an existing file is refused.
        parameters: first values of `Paramètres` by name; others take their defaults.
        tables: rows by table name, for a demonstration.

    Raises:
        BookError: the file exists, or its suffix is not ours.
        OutputFolderError: its folder can't be written.
    """
    _check_new(path, VALUES)
    rows = {
        schema.POLICY.table: policy_rows(),
        schema.RATES.table: shown_rates(),
        **(tables or {}),
    }
    try:
        build_book(path, {"Identifiant": uuid.uuid4().hex, **parameters}, rows)
    except OSError as fault:
        raise refused(path, fault) from None


def copy_template(path: Path) -> None:
    """Copy the workbook with formulas, macros and ribbon; `fill` comes next.

    Args:
        path: where; an existing file is refused.

    Raises:
        BookError: the file exists, or its suffix is not that of a workbook with macros.
        OutputFolderError: its folder can't be written.
    """
    _check_new(path, MACROS)
    try:
        path.write_bytes(data.workbook_template())
    except OSError as fault:
        raise refused(path, fault) from None


def fill(book: Book, parameters: Mapping[str, object]) -> None:
    """Give a copy of the template its own identifier and first values; nothing is saved.

    Args:
        book: the copy.
        parameters: values of `Paramètres` by name; a blank one leaves what is there.
    """
    give_id(book)
    known = {parameter.name: parameter for parameter in schema.PARAMETERS}
    for name, value in parameters.items():
        if not is_blank(value):
            cell = write.parameter_cell(known[name], value) if name in known else str(value)
            book.set(name, cell)


def is_macro_book(path: Path) -> bool:
    """Tell whether a name is that of a workbook with macros."""
    return path.suffix.lower() == MACROS


def _check_new(path: Path, suffix: str) -> None:
    if path.exists():
        raise BookError(path=str(path), reason="exists")
    if path.suffix.lower() != suffix:
        raise BookError(path=str(path), reason="suffix", detail=path.suffix)
