"""A function run in a process of its own, where pywin32 is stood in for; it returns JSON."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
RUN = """
import importlib, json, sys
from tests.tools import fake_pywin32
fake_pywin32.install()
module, name, given = sys.argv[1:]
answer = getattr(importlib.import_module(module), name)(*json.loads(given))
print("answer:" + json.dumps(answer))
"""


def apart(module: str, name: str, *given: Any) -> Any:
    """Return what a function of a module answers to some arguments, all of them JSON."""
    paths = [*os.environ.get("PYTHONPATH", "").split(os.pathsep), str(ROOT / "addin"), str(ROOT)]
    done = subprocess.run(
        [sys.executable, "-c", RUN, module, name, json.dumps(given)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.rpartition("answer:")[2])
