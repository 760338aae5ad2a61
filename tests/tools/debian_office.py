"""LibreOffice from Debian's backports: the release's own one is too old for the extension.

The suite of apt's own source is changed, and nothing else is named: an address that works here is
the one that apt already has.
"""

import os
import re
import subprocess
from pathlib import Path

LOWEST = (25, 2)
PACKAGES = (
    "libreoffice-calc",
    "libreoffice-writer",
    "python3-uno",
)
APT = Path("/etc/apt")
OURS = "relance-backports.sources"
RELEASE = Path("/etc/os-release")


def codename(release: str) -> str:
    """Return the name of a Debian release from the text of os-release; "" for another system."""
    fields = dict(line.split("=", 1) for line in release.splitlines() if "=" in line)
    if fields.get("ID", "").strip('"') != "debian":
        return ""
    return fields.get("VERSION_CODENAME", "").strip('"')


def backports(source: str, name: str) -> str:
    """Return a source of backports made of the text of apt's own; "" when it is none of Debian's.

    Args:
        source: a file of apt, of stanzas or of lines.
        name: of the release.
    """
    for stanza in re.split(r"\n\s*\n", source):
        suites = re.search(r"(?m)^Suites:\s*(.*)$", stanza)
        if suites and name in suites[1].split():
            return stanza.replace(suites[0], f"Suites: {name}-backports").strip() + "\n"
    line = re.search(rf"(?m)^deb\s+(\[[^]]*\]\s+)?(\S+)\s+{name}\s+(.*)$", source)
    if line is None:
        return ""
    return f"Types: deb\nURIs: {line[2]}\nSuites: {name}-backports\nComponents: {line[3]}\n"


def provide() -> None:
    """Install the office, from backports where the release has them. Needs root and apt."""
    name = codename(RELEASE.read_text("utf-8")) if RELEASE.exists() else ""
    files = [APT / "sources.list", *sorted((APT / "sources.list.d").glob("*"))]
    texts = [path.read_text("utf-8") for path in files if path.is_file()]
    found = next(filter(None, (backports(text, name) for text in texts)), "") if name else ""
    target = APT / "sources.list.d" / OURS
    if found:
        target.write_text(found, "utf-8")
    try:
        wanted = ["-t", f"{name}-backports"] if found else []
        _apt("update", "-qq")
        _apt("install", "-qq", "-y", "--no-install-recommends", *wanted, *PACKAGES)
    finally:
        target.unlink(missing_ok=True)


def _apt(*arguments: str) -> None:
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", *arguments], env=quiet, check=False)
