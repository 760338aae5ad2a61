"""Plant each fault of `faults.toml` in a copy of the package or the macros and see a test fail.

A fault that no test sees is a rule that nobody checks. `python -m tests.mutants [WORD]`
runs all of them, or those whose name or file holds WORD. The tree itself is never touched.
"""

import compileall
import os
import re
import shutil
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

from .trial import context, run

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "addin" / "relance"
MACROS = ROOT / "macros"
PATIENCE = 60  # seconds; a fault that makes the tests hang is caught too
AT_ONCE = 2
CONTEXT = context()
PYTEST = [
    *("-x", "-q", "--tb=no", "-p", "no:cacheprovider"),
    *("--hypothesis-profile=ci", "-c", "pyproject.toml", "-o", "pythonpath=."),
]


@dataclass(frozen=True, slots=True)
class Fault:
    """One planted fault: in `file`, `old` becomes `new`, and one of `tests` must fail.

    A file is one of the package, or `macros/...`.
    A test file that starts with `relance/` stands for the doctests of the copy's module.
    """

    name: str
    file: str
    old: str
    new: str
    tests: str


def listed(word: str = "") -> list[Fault]:
    """Return the faults whose name or file holds `word`."""
    text = (Path(__file__).parent / "faults.toml").read_text("utf-8")
    faults = [Fault(**entry) for entry in tomllib.loads(text)["fault"]]
    return [fault for fault in faults if word in fault.name or word in fault.file]


def planted(fault: Fault, source: str) -> str | None:
    """Return the source with the fault, or None unless `old` stands there exactly once."""
    return source.replace(fault.old, fault.new) if source.count(fault.old) == 1 else None


def surroundings(folder: Path) -> dict[str, str]:
    """Return the environment in which Python imports the copy and measures nothing."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    return kept | {
        "PYTHONPATH": str(folder),
        "PYTHONDONTWRITEBYTECODE": "1",
        "RELANCE_MACROS": str(folder / "macros"),
        "RELANCE_STRICT": "1",
    }


def verdict(returncode: int, output: str) -> str:
    """Say what became of a fault; only a test that failed catches it."""
    if returncode == 1 and re.search(r"\b\d+ failed\b", output):
        return "caught"
    return "SURVIVED" if returncode == 0 else f"BROKEN: {output.strip().splitlines()[-1:]}"


def compiled(folder: Path) -> Path:
    """Copy what faults are planted in, compiled once for all of them, and return the copy."""
    shutil.copytree(PACKAGE, folder / "relance", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(MACROS, folder / "macros")
    compileall.compile_dir(folder / "relance", quiet=2)
    return folder


def outcome(fault: Fault, model: Path) -> str:
    """Try one fault in a copy of the model, made of links: "caught", or what is wrong."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(model, folder, copy_function=os.link, dirs_exist_ok=True)
        target = folder / ("" if fault.file.startswith("macros/") else "relance") / fault.file
        source = planted(fault, target.read_text("utf-8"))
        if source is None:
            return "LOST: the old text does not stand exactly once in the file"
        target.unlink()  # a link: written into, it would change the model
        target.write_text(source, "utf-8")
        chosen = fault.tests.split()
        tests = [str(folder / name) if name.startswith("relance/") else name for name in chosen]
        shown = folder / "shown.txt"
        process = CONTEXT.Process(
            target=run, args=([*PYTEST, *tests], ROOT, surroundings(folder), shown)
        )
        process.start()
        process.join(PATIENCE)
        if process.exitcode is None:
            process.kill()
            process.join()
            return "caught (too slow)"
        return verdict(process.exitcode, shown.read_text("utf-8", "replace"))


def main(word: str = "") -> int:
    """Try the faults two at once, print a table, and fail unless each was caught."""
    faults = listed(word)
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(AT_ONCE) as pool:
        model = compiled(Path(name))
        outcomes = list(pool.map(outcome, faults, repeat(model)))
    for fault, told in zip(faults, outcomes, strict=True):
        print(f"{told:8}  {fault.file:28}  {fault.name}")
    caught = sum(told.startswith("caught") for told in outcomes)
    print(f"{caught} of {len(faults)} planted faults were caught")
    return 0 if faults and caught == len(faults) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
