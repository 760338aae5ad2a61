"""What a user waits for before anything happens: the command line, the functions."""

import subprocess
import sys
import time
from typing import Any

TRIES = 5  # the best counts: the others met something else on the machine


def seconds(*arguments: str) -> float:
    """Return the shortest time of this Python run with the arguments."""
    times = []
    for _ in range(TRIES):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return min(times)


def compared(name: str, ours: tuple[str, ...], anchor: tuple[str, ...]) -> dict[str, Any]:
    """Time two commands."""
    times = seconds(*ours), seconds(*anchor)
    ratio = times[0] / times[1]
    return {"name": name, "ours": times[0], "anchor": times[1], "ratio": ratio, "unit": "s"}


def results() -> list[dict[str, Any]]:
    """Compare with an empty Python, and with the library that the Excel add-in loads."""
    return [
        compared("relance --help / python", ("-m", "relance", "--help"), ("-c", "pass")),
        compared(
            "import functions / import xlwings",
            ("-c", "import relance.hosts.functions"),
            ("-c", "import xlwings"),
        ),
    ]
