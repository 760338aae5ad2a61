"""The files of the project, as a commit would hold them."""

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "addin" / "relance"
TEXTS = {".py", ".md", ".toml", ".txt", ".yml", ".yaml", ".bas", ".cls", ".xml", ".j2", ".json", ""}


def ignored() -> list[str]:
    """Return the patterns of .gitignore (all of them are names, at any depth)."""
    lines = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    return [".git", *(line.rstrip("/") for line in lines if line and not line.startswith("#"))]


def entries(folder: Path = ROOT) -> list[Path]:
    """Return the entries of a folder that git does not ignore."""
    patterns = ignored()
    return sorted(
        path for path in folder.iterdir() if not any(fnmatch(path.name, p) for p in patterns)
    )


def files(folder: Path = ROOT) -> Iterator[Path]:
    """Give every file of the tree, from a folder down."""
    for path in entries(folder):
        if path.is_dir():
            yield from files(path)
        else:
            yield path


def texts() -> Iterator[tuple[Path, str]]:
    """Give every text file of the tree with its text."""
    for path in files():
        if path.suffix in TEXTS:
            yield path, path.read_text("utf-8")


def name(path: Path) -> str:
    """Return a file's path from the root of the tree, with slashes."""
    return path.relative_to(ROOT).as_posix()
