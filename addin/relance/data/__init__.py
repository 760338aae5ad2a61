"""FACTS: law, policies and templates, and the only way to reach them."""

import json
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

TEMPLATE = "workbook_template.xlsm"
DAY = "$day"  # a day in JSON, which has none of its own: {"$day": "2026-11-30"}


def text(name: str) -> str:
    """Return a file of this folder, e.g. `law/fr.toml`, as text."""
    return files(__name__).joinpath(*name.split("/")).read_text("utf-8")


def tables(name: str) -> Mapping[str, Any]:
    """Return a TOML file of this folder by its name without ending, e.g. `law/fr`.

    The extension for LibreOffice has the same file as JSON: the Python of an office may be 3.10,
    which can't read TOML.
    """
    twin = files(__name__).joinpath(*f"{name}.json".split("/"))
    if twin.is_file():
        return _from_json(twin.read_text("utf-8"))
    import tomllib

    return tomllib.loads(text(f"{name}.toml"))


def as_json(record: Mapping[str, Any]) -> str:
    """Return tables as the JSON text that `tables` reads."""
    return json.dumps(record, ensure_ascii=False, default=lambda day: {DAY: day.isoformat()})


def _from_json(text_: str) -> Mapping[str, Any]:
    def made(entry: dict[str, Any]) -> object:
        return date.fromisoformat(entry[DAY]) if DAY in entry else entry

    record: Mapping[str, Any] = json.loads(text_, object_hook=made)
    return record


def content(name: str) -> bytes:
    """Return a file of this folder as bytes."""
    return files(__name__).joinpath(*name.split("/")).read_bytes()


def place(name: str) -> Path:
    """Return where a file or folder of this folder is on disk, for a library that opens it."""
    return Path(str(files(__name__).joinpath(*name.split("/"))))


def names(folder: str) -> tuple[str, ...]:
    """Return the sorted names of a folder's tables without their ending, e.g. (`be`, `fr`)."""
    entries = files(__name__).joinpath(*folder.split("/")).iterdir()
    files_ = (Path(entry.name) for entry in entries)
    return tuple(sorted(file.stem for file in files_ if file.suffix in {".toml", ".json"}))


def workbook_template() -> bytes:
    """Return the macro workbook that `new` copies: in the wheel, else at the root of a checkout.

    Raises:
        FileNotFoundError: it is in neither, as in a checkout where nothing has built it.
    """
    shipped = files(__name__).joinpath(TEMPLATE)
    if shipped.is_file():
        return shipped.read_bytes()
    return (Path(__file__).parents[3] / TEMPLATE).read_bytes()
