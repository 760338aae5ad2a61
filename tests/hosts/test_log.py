"""A bug becomes a number and a line of the log, without names or amounts."""

from pathlib import Path

import pytest

from relance.hosts import log


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the log is; its folder is not there yet."""
    place = tmp_path / "journaux" / "relance.log"
    monkeypatch.setattr(log, "log_path", lambda: place)
    return place


def broken(amount: str) -> None:
    raise ZeroDivisionError(f"Client C1 owes {amount}")


def fault(amount: str = "1200") -> ZeroDivisionError:
    with pytest.raises(ZeroDivisionError) as caught:
        broken(amount)
    return caught.value


def test_a_bug_is_logged_by_its_kind_and_place_alone(path: Path) -> None:
    facts = log.surprise(fault())
    line = path.read_text("utf-8")
    assert f"n° {facts['number']} ZeroDivisionError at test_log.py:" in line
    assert facts["log"] == str(path)
    assert "C1" not in line
    assert "1200" not in line


def test_the_same_bug_has_the_same_number(path: Path) -> None:
    numbers = {log.surprise(fault(amount))["number"] for amount in ("1", "2")}
    assert len(numbers) == 1
    assert log.surprise(ValueError())["number"] not in numbers


def test_the_log_is_kept_short(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "LOG_BYTES", 500)
    for _ in range(60):
        log.surprise(fault())
    names = sorted(found.name for found in path.parent.iterdir())
    assert names == ["relance.log", "relance.log.1", "relance.log.2"]
    assert all(found.stat().st_size <= 500 for found in path.parent.iterdir())


def test_a_folder_that_can_not_be_written_hides_no_bug(path: Path) -> None:
    path.parent.write_text("a file", "utf-8")
    assert log.surprise(fault())["number"]
    assert path.parent.read_text("utf-8") == "a file"


def test_the_log_is_in_the_user_s_own_folder() -> None:
    assert log.log_path().is_relative_to(Path.home())
