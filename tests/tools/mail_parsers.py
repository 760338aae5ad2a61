"""E-mails as two readers of Node see them: postal-mime in browsers, mailparser on servers."""

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.tools import npm

PACKAGES = ["postal-mime@4.0.0", "mailparser@3.14.2"]
SCRIPT = Path(__file__).with_name("mail_parsers.mjs")


def folder() -> Path:
    """Return where npm puts them."""
    return npm.place("-".join(["mail", *PACKAGES]).replace("@", "-"))


def are_there() -> bool:
    """Tell whether they can be called."""
    return (folder() / "node_modules" / "mailparser").is_dir()


def provide() -> None:
    """Have them installed."""
    if not are_there():
        npm.install(folder(), PACKAGES)


def read(content: bytes) -> dict[str, Any]:
    """Return what each reader finds in an e-mail, by the reader's name."""
    assert are_there(), "the readers of e-mails are not installed: python -m tests installs them"
    done = subprocess.run(
        ["node", str(SCRIPT), (folder() / "node_modules").as_uri()],
        input=content, capture_output=True, check=True,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout)
    return found
