"""FACTS: law, policies and templates, and the only way to reach them."""

from importlib.resources import files


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
