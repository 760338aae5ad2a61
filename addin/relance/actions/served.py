"""`relances.classeurs.jsonl` in the output folder: where the workbooks stand that it serves."""

from dataclasses import dataclass
from pathlib import Path

from .jsonl import add_line, read_lines

FILE_NAME = "relances.classeurs.jsonl"


@dataclass(frozen=True, slots=True)
class Served:
    """Where a workbook stands: its path, and the way to it from the folder."""

    path: str
    beside: str = ""  # "" where there is none, as from one drive to another


def served_by(folder: Path) -> dict[str, Served]:
    """Return what a folder remembers last of each workbook, by its identifier."""
    return {
        str(line.get("book")): Served(str(line.get("path")), str(line.get("beside", "")))
        for line in read_lines(folder / FILE_NAME)
    }


def serve(folder: Path, identifier: str, served: Served) -> None:
    """Let a folder remember where a workbook stands. Raises OutputFolderError."""
    line = {"book": identifier, "path": served.path, "beside": served.beside}
    add_line(folder / FILE_NAME, line)
