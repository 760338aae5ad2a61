"""System programs that the tests call: found, installed when root may, else named."""

import os
import shutil
import subprocess
import sys

# (command, apt package that brings it); a test that calls a program declares it here.
NEEDED: tuple[tuple[str, str], ...] = ()


def missing(needed: tuple[tuple[str, str], ...] = NEEDED) -> list[str]:
    """Return the packages whose command is not on the path."""
    return [package for command, package in needed if shutil.which(command) is None]


def may_install() -> bool:
    """Tell whether this user may install packages here: root, on a system that has apt."""
    root = sys.platform != "win32" and os.geteuid() == 0
    return root and shutil.which("apt-get") is not None


def provide(needed: tuple[tuple[str, str], ...] = NEEDED) -> list[str]:
    """Install what is missing if we may; return the packages still missing."""
    lacking = missing(needed)
    if lacking and may_install():
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for arguments in (["update", "-qq"], ["install", "-qq", "-y", *lacking]):
            subprocess.run(["apt-get", *arguments], env=quiet, check=False)
    return missing(needed)
