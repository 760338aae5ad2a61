"""New lines of `Paramètres`, under the last one: label, named cell, help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ....actions.book import Cell
from ....wording import workbook as words
from ....workbook.build_parameters import OURS, SECTION_HEIGHT, first_value, height_of
from ....workbook.schema import PARAMETERS, Parameter
from ....workbook.write import parameter_cell
from ..faults import refusal
from ..models import Model
from ..ranges import cell_name, column_index
from ..reader import Values, raw_cells
from ..sections import walk
from ..structure import note
from ..workbook import Place
from .entries import with_names
from .looks import styles_of
from .site import Site
from .wider import with_validations

VERSION = "SchemaVersion"
GAP = 2  # rows from the last line to the title of the new ones: one stays blank

_SECTIONS = {parameter.section for parameter in PARAMETERS if parameter.section}


@dataclass(slots=True)
class _Page:
    """The sheet as it stands: its last line, the styles of its cells, its titles."""

    last: int = 0
    styles: dict[int, dict[int, int]] = field(default_factory=dict)
    title: int = 0  # row of some section's title
    has_additions: bool = False


def add_lines(site: Site, added: Sequence[Parameter]) -> None:
    """Note the lines of parameters that a workbook lacks, and their names.

    Args:
        site: the workbook.
        added: those that it lacks.

    Raises:
        BookError: a name is taken, or the values have no column for labels on their left.
    """
    known = _known(site)
    anchor = max(known.values(), key=lambda place: place.row)
    _check(site, anchor, added)
    page = _read(site, anchor)
    row = page.last + 1
    if not page.has_additions:
        row = page.last + GAP
        title: dict[int, Cell] = {anchor.column - 1: words.PARAMETERS_ADDED}
        _write(site, anchor, row, title, page.styles.get(page.title, {}), SECTION_HEIGHT)
        row += 1
    names, like = {}, {}
    for number, parameter in enumerate(added, row):
        donor = _donor(known, parameter)
        styles = page.styles.get(donor.row, {}) if donor else {}
        _write(site, anchor, number, _cells(parameter, anchor), styles, height_of(parameter))
        names[parameter.name] = Place(anchor.sheet, number, anchor.column)
        if donor:
            like[number, anchor.column] = (donor.row, donor.column)
    sheet = next(name for name, part in site.workbook.sheets.items() if part == anchor.sheet)
    note(site.structure.parts, site.workbook.part, lambda part: with_names(part, sheet, names))
    note(site.structure.tails, anchor.sheet, lambda tail: with_validations(tail, like))


def _known(site: Site) -> dict[str, Place]:
    """Return the places of the parameters, those on the sheet where the version is."""
    places = {one.name: site.workbook.names.get(one.name.lower()) for one in PARAMETERS}
    version = places[VERSION]
    return {
        name: place
        for name, place in places.items()
        if place and version and (place.sheet, place.column) == (version.sheet, version.column)
    }


def _check(site: Site, anchor: Place, added: Sequence[Parameter]) -> None:
    path, taken = site.package.path, {name.lower() for name in site.workbook.references}
    for parameter in added:
        if parameter.name.lower() in taken:
            raise refusal(path, "name_taken", parameter.name)
    if anchor.column == 0:
        raise refusal(path, "no_labels", cell_name(anchor.row, anchor.column))


def _cells(parameter: Parameter, anchor: Place) -> dict[int, Cell]:
    return {
        anchor.column - 1: parameter.label,
        anchor.column: parameter_cell(parameter, first_value(parameter)),
        anchor.column + 1: words.PARAMETER_HELP.get(parameter.name),
    }


def _write(
    site: Site, anchor: Place, row: int, cells: dict[int, Cell], styles: Mapping[int, int],
    height: float,
) -> None:  # fmt: skip
    changes, columns = site.changes(anchor.sheet), range(anchor.column - 1, anchor.column + 2)
    attributes = b' ht="%g" customHeight="1"' % height
    changes.values[row] = cells
    changes.models[row] = Model(columns, styles, {}, row, attributes)


def _donor(known: Mapping[str, Place], wanted: Parameter) -> Place | None:
    """Return the cell of the first parameter of the same kind and list that the user fills."""
    alike = (
        parameter.name
        for parameter in PARAMETERS
        if (parameter.kind, parameter.family) == (wanted.kind, wanted.family)
        and (parameter.name in OURS) == (wanted.name in OURS)
    )
    return next((known[name] for name in alike if name in known), None)


def _read(site: Site, anchor: Place) -> _Page:
    page, label = _Page(), anchor.column - 1
    for number, row in walk(site.package, anchor.sheet):
        if not number:
            continue
        texts = _texts(row, site.values)
        if texts:
            page.last = number
        if texts.get(label) in _SECTIONS:
            page.title = number
        page.has_additions |= texts.get(label) == words.PARAMETERS_ADDED
        page.styles[number] = styles_of(row)
    page.last = max(page.last, anchor.row)
    return page


def _texts(row: bytes, values: Values) -> dict[int, Cell]:
    return {
        column_index(letters.decode()): values[attributes](text)
        for letters, attributes, text in raw_cells(row)
        if text
    }
