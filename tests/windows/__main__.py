"""Call our functions through xlwings' real COM server, without Excel: `python -m tests.windows`.

The server is a process of its own, as when a cell of Excel calls it; only Windows has COM.
"""

import subprocess
import sys
import time
from datetime import date
from typing import Any

SERVER = "{506e67c3-55b5-48c3-a035-eed5deea7d6d}"
MODULE = "relance.hosts.excel.functions"
PATIENCE = 30.0  # seconds for the server to answer
DAY_ZERO = date(1899, 12, 30)


def serial(day: date) -> float:
    """Return a day as a cell's Value2 gives it."""
    return float((day - DAY_ZERO).days)


# Function, arguments as VBA sends them, answer. 3 000 x 12.4 % x 54 days / 365 = 55.04.
CALLS: tuple[tuple[str, tuple[object, ...], object], ...] = (
    ("DUNNING_DAYS", (serial(date(2026, 9, 30)), serial(date(2026, 11, 23))), 54),
    ("DUNNING_DAYS", (None, serial(date(2026, 11, 23))), ""),
    ("DUNNING_INTEREST", (3000.0, serial(date(2026, 9, 30)), serial(date(2026, 11, 23))), 55.04),
    ("DUNNING_PHASE", (serial(date(2026, 11, 1)), serial(date(2026, 12, 25))), 1),
    ("DUNNING_BUCKET", (serial(date(2026, 9, 30)), serial(date(2026, 11, 23))), "2 De 31 à 60 j"),
)


def connected() -> Any:
    """Return the server once it answers."""
    import win32com.client  # Windows alone has it

    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return win32com.client.Dispatch(SERVER)
        except Exception:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)


def main() -> int:
    """Start the server, ask each question, compare, stop it."""
    if sys.platform != "win32":
        print("only Windows has COM")
        return 1
    serve = f"import xlwings.com_server as server; server.serve({SERVER!r})"
    with subprocess.Popen([sys.executable, "-c", serve]) as server:
        try:
            python = connected()
            wrong = [
                f"{name}{given}: {found!r} instead of {expected!r}"
                for name, given, expected in CALLS
                for found in [python.CallUDF(MODULE, name, given)]
                if found != expected
            ]
        finally:
            server.kill()
    print("\n".join(wrong) or f"{len(CALLS)} passed, 0 failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
