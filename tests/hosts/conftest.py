"""A workbook for the doors; a running LibreOffice with our extension, one for all tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.actions.world import make_book
from tests.tools import office, system
from tests.tools.office import Office

from relance.hosts.calc.build.package import extension


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a workbook of our firm, without debtors."""
    return make_book(tmp_path / "relances.xlsx")


@pytest.fixture(scope="session")
def grounds() -> Iterator[Path]:
    """Return a folder in which the office may work."""
    if not system.wants_office():
        pytest.skip("this machine can't have the office")
    with office.open_folder() as folder:
        yield folder


@pytest.fixture(scope="session")
def profile(grounds: Path) -> Path:
    """Return a profile of the office with our extension."""
    packed, made = grounds / "relance.oxt", grounds / "profile"
    packed.write_bytes(extension())
    office.installed(packed, made)
    office.speak_french(made)
    return made


@pytest.fixture(scope="session")
def calc(grounds: Path, profile: Path) -> Iterator[Office]:
    """Return a running office."""
    running = Office(grounds / "session", profile)
    yield running
    running.stop()


@pytest.fixture
def place(grounds: Path, tmp_path: Path) -> Path:
    """Return a folder of this test in which the office may work."""
    folder = grounds / tmp_path.name
    folder.mkdir()
    office.give_away(folder)
    return folder
