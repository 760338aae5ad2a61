"""Facts as tables: TOML in the package, JSON in the extension for LibreOffice."""

from datetime import date
from pathlib import Path

import pytest

from relance import data

TABLES = [
    *("alarms", "calendar", "demo", "habits", "intake/headings", "intake/words"),
    *(f"{folder}/{name}" for folder in ("law", "policies") for name in data.names(folder)),
]


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_the_same_from_json(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Days and all: an office whose Python can't read TOML gives the same answers."""
    expected = data.tables(name)
    twin = tmp_path / f"{name}.json"
    twin.parent.mkdir(parents=True, exist_ok=True)
    twin.write_text(data.as_json(expected), "utf-8")
    monkeypatch.setattr(data, "files", lambda _: tmp_path)
    assert data.tables(name) == expected


def test_a_day_crosses_json_as_a_day() -> None:
    """Its text alone could be a title."""
    text = data.as_json({"from": date(2026, 7, 1), "law": "2026-07-01"})
    assert text == '{"from": {"$day": "2026-07-01"}, "law": "2026-07-01"}'


def test_the_tables_of_a_folder_are_named_without_their_ending() -> None:
    """Whichever form they are shipped in."""
    assert data.names("policies") == ("be-b2b", "be-b2c", "fr-b2b", "fr-b2c", "fr-pub")
