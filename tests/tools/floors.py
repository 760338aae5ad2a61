"""The least part of the lines and branches that the tests must run."""

import json
from pathlib import Path
from typing import TypedDict

CORE = 100.0  # percent of relance/core: every rule of law and money is tried
REST = 90.0  # percent of everything else, taken together


class Summary(TypedDict):
    """What coverage counts for one file."""

    covered_lines: int
    num_statements: int
    covered_branches: int
    num_branches: int


def percent(summaries: list[Summary]) -> float:
    """Return the part of lines and branches that ran, in percent."""
    ran = sum(s["covered_lines"] + s["covered_branches"] for s in summaries)
    total = sum(s["num_statements"] + s["num_branches"] for s in summaries)
    return 100.0 * ran / total if total else 100.0


def read(report: Path) -> dict[str, Summary]:
    """Read coverage's JSON report: the counts by file, from the package's folder down."""
    files = json.loads(report.read_text("utf-8"))["files"]
    return {
        path.replace("\\", "/").rpartition("/relance/")[2]: entry["summary"]
        for path, entry in files.items()
    }


def verdict(files: dict[str, Summary]) -> tuple[list[str], bool]:
    """Return lines that tell what was covered, and whether both floors hold."""
    core = [counts for path, counts in files.items() if path.startswith("core/")]
    rest = [counts for path, counts in files.items() if not path.startswith("core/")]
    figures = (("core", percent(core), CORE), ("rest", percent(rest), REST))
    told = [f"{name}: {value:.2f} % (floor {floor:g} %)" for name, value, floor in figures]
    return told, all(value >= floor for _, value, floor in figures)
