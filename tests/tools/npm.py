"""Packages of npm that the tests call: kept in the user's cache, shared by all checkouts."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from platformdirs import user_cache_path

QUIET = ("--no-audit", "--no-fund", "--ignore-scripts")


def place(name: str) -> Path:
    """Return a folder of ours, outside the tree."""
    return user_cache_path("relance-tests") / name


def command(folder: Path, packages: list[str]) -> list[str]:
    """Return the command that installs packages in a folder."""
    return ["npm", "install", *QUIET, "--prefix", str(folder), *packages]


def install(folder: Path, packages: list[str]) -> None:
    """Let npm install packages beside their place, then move them there in one step."""
    npm = shutil.which("npm")
    if npm is None:
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        made = Path(name) / "made"
        done = subprocess.run([npm, *command(made, packages)[1:]], check=False)
        if done.returncode == 0 and not folder.exists():
            made.rename(folder)
