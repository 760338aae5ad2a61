"""How fast, beside a yardstick: `python -m bench [--json]`.

Each module of this folder that has `results()` gives measures; a measure compares ours with an
anchor timed on the same machine, since seconds alone say more about the machine.
"""

import importlib
import json
import sys
from pathlib import Path
from typing import TypedDict

EXTRAS = {"numpy", "typst"}  # a bench whose extra is not installed is left out


class Measure(TypedDict):
    """One comparison; `ratio` = ours / anchor."""

    name: str
    ours: float
    anchor: float
    ratio: float
    unit: str


def modules() -> list[str]:
    """Return the names of the benches of this folder."""
    folder = Path(__file__).parent
    return sorted(path.stem for path in folder.glob("*.py") if not path.stem.startswith("_"))


def measures() -> list[Measure]:
    """Run every bench."""
    found: list[Measure] = []
    for name in modules():
        try:
            found += importlib.import_module(f"bench.{name}").results()
        except ImportError as error:
            if (error.name or "").partition(".")[0] not in EXTRAS:
                raise
            print(f"bench.{name} left out: {error.name} is not installed", file=sys.stderr)
    return found


def table(found: list[Measure]) -> str:
    """Return the measures as lines to read."""
    width = max((len(measure["name"]) for measure in found), default=0)
    head = f"{'name':{width}}  {'ours':>12}  {'anchor':>12}  {'ratio':>8}  unit"
    lines = [
        f"{m['name']:{width}}  {m['ours']:12.4g}  {m['anchor']:12.4g}  {m['ratio']:8.3g}  "
        + m["unit"]
        for m in found
    ]
    return "\n".join([head, *lines])


def main(arguments: list[str]) -> int:
    """Print the measures, as JSON with `--json`."""
    found = measures()
    print(json.dumps(found, indent=2) if "--json" in arguments else table(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
