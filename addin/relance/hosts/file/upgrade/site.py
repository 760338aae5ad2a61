"""An open workbook as those who add to it see it: what is on disk, and the changes noted."""

from collections.abc import Callable
from dataclasses import dataclass

from ..package import Package
from ..reader import Values
from ..structure import Structure
from ..styles import Styles
from ..tableview import SheetChanges
from ..workbook import Workbook


@dataclass(frozen=True, slots=True)
class Site:
    """`changes` gives what will be written in the cells of a sheet's part."""

    package: Package
    workbook: Workbook
    styles: Styles
    values: Values
    changes: Callable[[str], SheetChanges]
    structure: Structure
