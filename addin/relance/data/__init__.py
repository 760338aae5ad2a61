"""FACTS: law, policies and templates, and the only way to reach them."""

from importlib.resources import files
from pathlib import Path

TEMPLATE = "workbook_template.xlsm"


def text(name: str) -> str:
    """Return a file of this folder, e.g. `law/fr.toml`, as text."""
    return files(__name__).joinpath(*name.split("/")).read_text("utf-8")


def content(name: str) -> bytes:
    """Return a file of this folder as bytes."""
    return files(__name__).joinpath(*name.split("/")).read_bytes()


def names(folder: str, ending: str) -> tuple[str, ...]:
    """Return the sorted names of a folder's files that end so, e.g. (`fr.toml`, ...)."""
    entries = files(__name__).joinpath(*folder.split("/")).iterdir()
    return tuple(sorted(entry.name for entry in entries if entry.name.endswith(ending)))


def workbook_template() -> bytes:
    """Return the macro workbook that `new` copies: in the wheel, else at the root of a checkout.

    Raises:
        FileNotFoundError: it is in neither, as in a checkout where nothing has built it.
    """
    shipped = files(__name__).joinpath(TEMPLATE)
    if shipped.is_file():
        return shipped.read_bytes()
    return (Path(__file__).parents[3] / TEMPLATE).read_bytes()
