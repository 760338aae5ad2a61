"""Every check of the project, in one command: `python -m tests`.

System programs, lint, format, types, then the tests against the *built* wheel (not the
tree, so a data file left out of it is seen), coverage, and at last the planted faults.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.tools import floors, system, wheel

ROOT = Path(__file__).parents[1]
Outcome = tuple[bool, str]
PYTEST = [
    *("-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal", "-p", "no:cacheprovider"),
    *("--hypothesis-profile=ci", "-c", "pyproject.toml", "-o", "pythonpath=."),
]


def python(*arguments: str, env: dict[str, str] | None = None) -> bool:
    """Run this Python with the arguments; tell whether it ended well."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode == 0


def closing_line(command: list[str], env: dict[str, str]) -> Outcome:
    """Run a command, show what it prints, and return its last line too."""
    last = ""
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            last = line.strip() or last
    return process.returncode == 0, last


def packages() -> Outcome:
    """Check the system programs that the tests call."""
    lacking = system.provide()
    return not lacking, f"install: {' '.join(lacking)}" if lacking else "none missing"


def lint() -> Outcome:
    """Run ruff's rules."""
    return python("-m", "ruff", "check", "--quiet", "."), "ruff check"


def layout() -> Outcome:
    """Check that the files are formatted."""
    return python("-m", "ruff", "format", "--quiet", "--check", "."), "ruff format"


def types() -> Outcome:
    """Check the types, strictly."""
    return python("-m", "mypy"), "mypy --strict"


def tests(folder: Path) -> Outcome:
    """Build the wheel, unpack it, and run every test and doctest against it."""
    package = wheel.unpack(wheel.build(folder), folder / "installed")
    env = os.environ | {
        "PYTHONPATH": str(package),
        "RELANCE_STRICT": "1",
        "COVERAGE_FILE": str(folder / "coverage"),
    }
    measure = [sys.executable, "-m", "coverage", "run"]
    return closing_line([*measure, *PYTEST, "tests", str(package / "relance")], env)


def coverage(folder: Path) -> Outcome:
    """Compare what ran with the floors."""
    env = os.environ | {"COVERAGE_FILE": str(folder / "coverage")}
    report = folder / "coverage.json"
    for command in (
        ("combine", "--quiet"),
        ("report", "--skip-covered", "--show-missing"),
        ("json", "--quiet", "-o", str(report)),
    ):
        python("-m", "coverage", *command, env=env)
    told, held = floors.verdict(floors.read(report))
    return held, ", ".join(told)


def mutants() -> Outcome:
    """Plant faults in a copy: a test must fail for each."""
    return python("-m", "tests.mutants"), "every planted fault must be caught"


def main() -> int:
    """Run every step, even after a failure, and sum up."""
    summary: list[tuple[str, bool, str]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        steps: dict[str, Callable[[], Outcome]] = {
            "packages": packages,
            "lint": lint,
            "format": layout,
            "types": types,
            "tests": lambda: tests(folder),
            "coverage": lambda: coverage(folder),
            "mutants": mutants,
        }
        for title, step in steps.items():
            start = time.monotonic()
            print(f"\n== {title}", flush=True)
            try:
                good, note = step()
            except (OSError, subprocess.CalledProcessError) as error:
                good, note = False, str(error)
            summary.append((title, good, f"{note} ({time.monotonic() - start:.0f} s)"))
    print("\n== summary")
    for title, good, note in summary:
        print(f"{'ok  ' if good else 'FAIL'} {title:9} {note}")
    return 0 if all(good for _, good, _ in summary) else 1


if __name__ == "__main__":
    sys.exit(main())
