"""The office of a machine: found, judged, given the extension; a script stands in for it."""

import stat
import sys
from pathlib import Path

import pytest
from tests.actions.world import relance

from relance import __version__
from relance.core.errors import OfficeError
from relance.hosts.calc import checks, installing
from relance.hosts.calc.installing import install, present, remove
from relance.hosts.libreoffice import Installed, find

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
LISTED = "Identifier: org.relance.calc\n  Version: {}\n  is registered: yes\n"


def office(folder: Path, version: str = "25.2", script: str = "exit 0") -> Installed:
    """Make an office whose package manager is a script; return it as it is found."""
    folder.mkdir(parents=True)
    manager = folder / "unopkg"
    manager.write_text(f'#!/bin/sh\necho "$@" >> {folder}/asked\n{script}\n', "utf-8")
    manager.chmod(manager.stat().st_mode | stat.S_IEXEC)
    (folder / "bootstraprc").write_text(f"[Bootstrap]\nProductKey=LibreOffice {version}\n", "utf-8")
    found = find((folder,))
    assert found is not None
    return found


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the office of this machine, and be a plain user."""
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr("os.geteuid", lambda: 1000)


def here(monkeypatch: pytest.MonkeyPatch, found: Installed | None) -> None:
    for module in (installing, checks):
        monkeypatch.setattr(module, "find", lambda: found)


def asked(folder: Path) -> list[str]:
    return (folder / "asked").read_text("utf-8").splitlines()


def test_an_office_is_found_with_its_version(tmp_path: Path) -> None:
    found = office(tmp_path / "program")
    assert (found.version, found.name, found.is_recent) == ((25, 2), "25.2", True)
    assert find((tmp_path / "absent",)) is None


def test_of_several_offices_the_newest_is_taken(tmp_path: Path) -> None:
    """A system's own office is often older than the one that its user installed beside it."""
    older = office(tmp_path / "usr", "24.8")
    newer = office(tmp_path / "opt" / "libreoffice25.8" / "program", "25.8")
    places = (older.manager.parent, tmp_path / "opt" / "libreoffice*" / "program")
    assert find(places) == newer


def test_an_extension_that_is_not_registered_is_not_there(tmp_path: Path) -> None:
    """It was cut off while it was installed; another one is well."""
    other = "Identifier: org.other\n  Version: 2\n  is registered: yes\n"
    listed = LISTED.format("0.1.0").replace("yes", "unknown") + other
    assert present(office(tmp_path / "program", script=f"cat <<E\n{listed}E")) == ""


def test_the_office_meets_no_python_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a virtual environment first on the path, its package manager ends with bad_alloc."""
    monkeypatch.setenv("PATH", f"{Path(sys.prefix) / 'bin'}:/usr/bin:/bin")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("VIRTUAL_ENV", sys.prefix)
    script = f'echo "$PATH+$PYTHONPATH+$VIRTUAL_ENV" > {tmp_path}/seen'
    remove(office(tmp_path / "program", script=script))
    assert (tmp_path / "seen").read_text("utf-8").strip() == "/usr/bin:/bin++"


@pytest.mark.parametrize(("version", "recent"), [("24.8", False), ("25.2", True), ("26.2", True)])
def test_the_floor_is_25_2(tmp_path: Path, version: str, recent: bool) -> None:
    assert office(tmp_path / "program", version).is_recent is recent


def test_the_extension_is_installed_over_an_older_one(tmp_path: Path) -> None:
    install(office(tmp_path / "program"), b"zip")
    (line,) = asked(tmp_path / "program")
    assert line.startswith("add --force --suppress-license /")
    assert line.endswith("relance.oxt")


def test_it_is_removed_by_its_name(tmp_path: Path) -> None:
    remove(office(tmp_path / "program"))
    assert asked(tmp_path / "program") == ["remove org.relance.calc"]


def test_its_version_is_asked(tmp_path: Path) -> None:
    listing = "printf 'Identifier: org.other\\n  Version: 9\\n" + LISTED.format("0.0.9") + "'"
    assert present(office(tmp_path / "with", script=listing.replace("\n", "\\n"))) == "0.0.9"
    assert present(office(tmp_path / "without")) == ""


def test_a_refusal_says_what_the_office_said(tmp_path: Path) -> None:
    failing = office(tmp_path / "program", script="echo 'ERROR: no room' >&2; exit 1")
    with pytest.raises(OfficeError) as refused:
        install(failing, b"zip")
    assert refused.value.facts == {"reason": "refused", "detail": "ERROR: no room"}


def test_an_office_that_is_open_is_not_waited_for_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installing, "PATIENCE", 0.1)
    with pytest.raises(OfficeError) as refused:
        install(office(tmp_path / "program", script="exec sleep 5"), b"zip")
    assert refused.value.facts["reason"] == "open"


def test_the_command_installs_and_says_what_comes_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here(monkeypatch, office(tmp_path / "program"))
    answer = relance("install-calc")
    assert answer.code == 0
    assert f"Extension {__version__} installée dans LibreOffice 25.2" in answer.out
    assert asked(tmp_path / "program")[0].startswith("add ")


def test_the_command_removes_what_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = "printf '" + LISTED.format(__version__).replace("\n", "\\n") + "'"
    here(monkeypatch, office(tmp_path / "program", script=listing))
    assert "Extension retirée" in relance("install-calc", "--remove").out
    assert asked(tmp_path / "program") == ["list", "remove org.relance.calc"]


def test_nothing_is_removed_where_nothing_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here(monkeypatch, office(tmp_path / "program"))
    assert "rien à retirer" in relance("install-calc", "--remove").out


def test_without_an_office_or_with_an_old_one_the_command_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here(monkeypatch, None)
    answer = relance("install-calc")
    assert (answer.code, "libreoffice.org" in answer.err) == (1, True)
    here(monkeypatch, office(tmp_path / "program", "7.4"))
    answer = relance("install-calc")
    assert (answer.code, "trop ancien" in answer.err) == (1, True)


def test_root_is_told_to_take_their_own_account(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here(monkeypatch, office(tmp_path / "program"))
    monkeypatch.setattr("os.geteuid", lambda: 0)
    answer = relance("install-calc")
    assert (answer.code, "propre compte" in answer.err) == (1, True)


@pytest.mark.parametrize(
    ("version", "listing", "state", "code"),
    [
        ("25.2", "", "ok", "doctor_office"),
        ("25.2", LISTED.format(__version__), "ok", "doctor_extension"),
        ("25.2", LISTED.format("0.0.1"), "warning", "doctor_extension_old"),
        ("7.4", "", "warning", "doctor_office_old"),
    ],
)
def test_the_doctor_tells_of_the_extension(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, listing: str, state: str,
    code: str,
) -> None:  # fmt: skip
    script = "printf '" + listing.replace("\n", "\\n") + "'"
    here(monkeypatch, office(tmp_path / "program", version, script))
    (check,) = checks.office_checks()
    assert (check.state, check.code) == (state, code)
    assert "?" not in check.text


def test_the_doctor_says_that_calc_is_optional(monkeypatch: pytest.MonkeyPatch) -> None:
    here(monkeypatch, None)
    (check,) = checks.office_checks()
    assert (check.state, check.code) == ("ok", "doctor_no_office")
