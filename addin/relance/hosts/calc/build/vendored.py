"""The code inside the extension: our package without its other doors, and pure libraries.

LibreOffice appends the folder `pythonpath` to the places where its Python looks.
"""

from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath

from .... import data
from ...guide import guide_page

# Pure Python only: an office has its own Python, for which no wheel was built.
LIBRARIES = ("jinja2", "markupsafe", "openpyxl", "et-xmlfile", "platformdirs", "segno")
FOLDER = "pythonpath"
LICENCES = "licenses"
_PACKAGE = Path(data.__file__).parents[1]
_LEFT_OUT = (
    "__main__.py",
    "cli/",
    "hosts/calc/build/",
    "hosts/calc/component.py",  # stands at the root of the extension
    "hosts/excel/",
    "hosts/file/",
    "data/demo.toml",
    "data/fonts/",  # of PDF files, which no wheel for an office can set
    "data/macros.toml",
    "data/workbook_template.xlsm",
    "guide/",
)


def vendored() -> dict[str, bytes]:
    """Return every file by its place in the extension."""
    found = {**dict(_ours()), **dict(_guide())}
    for name in LIBRARIES:
        found.update(_library(name))
    return found


def _ours() -> Iterator[tuple[str, bytes]]:
    for path in sorted(_PACKAGE.rglob("*")):
        name = path.relative_to(_PACKAGE).as_posix()
        if path.is_dir() or "__pycache__" in name or name.startswith(_LEFT_OUT):
            continue
        place = f"{FOLDER}/relance/{name}"
        if path.suffix == ".toml":  # the Python of an office may be 3.10, which can't read it
            record = data.as_json(data.tables(name.removeprefix("data/").removesuffix(".toml")))
            yield place.removesuffix(".toml") + ".json", record.encode()
        else:
            yield place, path.read_bytes()


def _guide() -> Iterator[tuple[str, bytes]]:
    """The page of the guide, where the button looks for it: all its texts are in it."""
    page = Path(guide_page())
    yield f"{FOLDER}/relance/guide/{page.name}", page.read_bytes()


def _library(name: str) -> Iterator[tuple[str, bytes]]:
    """The modules of a library as it is installed, and the texts of its licence."""
    for file in distribution(name).files or ():
        inside = PurePosixPath(file)
        if inside.parts[0].endswith(".dist-info"):
            if inside.name.upper().startswith(("LICEN", "COPYING", "AUTHORS")):
                yield f"{LICENCES}/{name}/{inside.name}", file.read_binary()
        elif inside.suffix == ".py" and ".." not in inside.parts:
            yield f"{FOLDER}/{inside}", file.read_binary()
