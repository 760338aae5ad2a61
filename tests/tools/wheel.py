"""The built wheel: what users get, so what the tests run against."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def build(folder: Path) -> Path:
    """Build the wheel into `folder` and return its path."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def unpack(wheel: Path, target: Path) -> Path:
    """Install the wheel (pure Python) into `target`, to be put first on the path."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target
