"""A real LibreOffice for tests: with our extension in a profile of its own, and driven."""

import atexit
import json
import os
import pickle
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tests.tools import tree

PATIENCE = 90  # seconds for an office to start, or a package to be installed
LONGEST = 240  # seconds for the office to answer one question
PLAIN_USER = 65534  # "nobody": LibreOffice's package manager refuses root
RESTART = 81  # what a new profile's office ends with, to be started again
ANSWERS, SHOWN = "answers.json", "shown.jsonl"
DRIVER = Path(__file__).with_name("office_driver.py")


@cache
def program(name: str) -> str:
    """Return a program of the office's own folder."""
    found = shutil.which("soffice")
    assert found, "LibreOffice is not installed: python -m tests installs it"
    return str(Path(found).resolve().parent / name)


def installed_version() -> tuple[int, int]:
    """Return the office's version; (0, 0) when there is none."""
    if shutil.which("soffice") is None:
        return 0, 0
    told = subprocess.run(
        ["soffice", "--version"], capture_output=True, text=True, check=False, timeout=PATIENCE
    ).stdout
    found = re.search(r"(\d+)\.(\d+)", told)
    return (int(found[1]), int(found[2])) if found else (0, 0)


@cache
def python() -> str:
    """Return a Python that has the office's bridge: the office's own, or the system's."""
    for candidate in (program("python"), "/usr/bin/python3", sys.executable):
        asked = [candidate, "-c", "import uno"]
        if Path(candidate).exists() and subprocess.run(asked, check=False).returncode == 0:
            return candidate
    raise AssertionError("no Python has the office's bridge: install python3-uno")


class OfficeBook:
    """The book of the document that is open in an office; implements `actions.book.Book`."""

    def __init__(self, running: "Office") -> None:
        """Take the office."""
        self._office = running

    @property
    def path(self) -> str:
        """Where the workbook is."""
        return str(self._office.book("path"))

    def __getattr__(self, name: str) -> Any:
        """Return a method of the book, called over there."""
        return lambda *arguments: self._office.book(name, *arguments)


class Office:
    """A running office with a document; each method of `office_driver.Driver` is one of ours."""

    def __init__(self, folder: Path, profile: Path, **environment: str) -> None:
        """Start an office.

        Args:
            folder: for its files; the dialogs' answers are in `dialogs`.
            profile: a profile with the extension.
            environment: more variables for the office.
        """
        self.dialogs = folder / "dialogs"
        self.dialogs.mkdir(parents=True, exist_ok=True)
        self.forget()
        give_away(folder)
        port = _free_port()
        hidden = () if "DISPLAY" in environment else ("--headless",)
        command = [
            program("soffice.bin"), *hidden, "--norestore", "--nologo", "--nodefault",
            "--nofirststartwizard", f"--accept=socket,host=127.0.0.1,port={port};urp",
            f"-env:UserInstallation={profile.as_uri()}",
        ]  # fmt: skip
        seam = {"RELANCE_DIALOGS": str(self.dialogs)}
        self._environment = _environment(profile, **(seam | environment))
        self.process = self._started(command, port)
        atexit.register(self.process.kill)  # a test that fails half-way leaves no office behind
        package = str(tree.PACKAGE.parent)
        self._driver = subprocess.Popen(
            [python(), str(DRIVER), str(port), str(self.dialogs)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": package, "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip

    def __getattr__(self, name: str) -> Any:
        """Return a method of the driver, called over there."""
        return lambda *arguments: self._asked(name, arguments)

    def set_day(self, day: date) -> None:
        """Say which day it is to be."""
        (self.dialogs / "day.txt").write_text(day.isoformat(), "ascii")
        give_away(self.dialogs)

    def answer(self, *answers: object) -> None:
        """Say what the person will answer to the boxes to come; forget what was shown."""
        (self.dialogs / ANSWERS).write_text(json.dumps(answers), "utf-8")
        (self.dialogs / SHOWN).write_text("", "utf-8")
        give_away(self.dialogs)

    def forget(self) -> None:
        """Answer nothing any more."""
        self.answer()

    def shown(self, *kinds: str) -> list[str]:
        """Return what was shown since the answers were given, of some kinds or but progress."""
        lines = (self.dialogs / SHOWN).read_text("utf-8").splitlines()
        entries = [entry for line in lines for entry in json.loads(line).items()]
        return [text for kind, text in entries if (kind in kinds if kinds else kind != "progress")]

    def kill(self) -> None:
        """End the office as a power cut does."""
        self.process.kill()
        self.process.wait(PATIENCE)
        self._driver.kill()
        self._driver.wait(PATIENCE)

    def stop(self) -> None:
        """End the office as a user does."""
        with suppress(AssertionError, RuntimeError, EOFError, OSError):
            self._asked("quit", ())  # it ends while it answers
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self._driver.kill()
        self._driver.wait(PATIENCE)

    def _asked(self, method: str, arguments: tuple[object, ...]) -> Any:
        good, answer = self._exchanged(pickle.dumps((method, arguments)))
        if not good:
            kind, facts = answer
            raise kind(facts["args"]) if kind is RuntimeError else kind(**facts)
        return answer

    def _exchanged(self, question: bytes) -> Any:
        """Ask the driver; an office that does not answer is killed: it would hold up all tests."""
        assert self._driver.stdin is not None
        assert self._driver.stdout is not None
        watch = threading.Timer(LONGEST, self.kill)
        watch.start()
        try:
            self._driver.stdin.write(question)
            self._driver.stdin.flush()
            return pickle.load(self._driver.stdout)  # noqa: S301  from our own driver
        finally:
            watch.cancel()

    def _started(self, command: list[str], port: int) -> "subprocess.Popen[bytes]":
        """Start the office and wait until it listens; a new profile asks to be started again."""
        process = _run(command, self._environment)
        deadline = time.monotonic() + PATIENCE
        while not _listens(port):
            ended = process.poll()
            assert ended in (None, RESTART), f"the office ended with {ended}"
            assert time.monotonic() < deadline, "the office does not start"
            if ended == RESTART:
                process = _run(command, self._environment)
            time.sleep(0.05)
        return process


def installed(extension: Path, profile: Path) -> None:
    """Make a profile with an extension in it."""
    profile.mkdir(parents=True, exist_ok=True)
    give_away(profile.parent)
    command = [
        program("unopkg"), "add", "--force", "--suppress-license", str(extension),
        f"-env:UserInstallation={profile.as_uri()}",
    ]  # fmt: skip
    done = subprocess.run(
        command, env=_environment(profile), capture_output=True, text=True, timeout=PATIENCE,
        check=False, cwd=profile, **_as_plain_user(),
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def convert(document: Path, folder: Path, profile: Path) -> None:
    """Have a document written as PDF in a folder."""
    profile.mkdir(parents=True, exist_ok=True)
    give_away(profile)
    give_away(folder)
    command = [
        program("soffice"), "--headless", "--norestore", "--convert-to", "pdf",
        "--outdir", str(folder), str(document), f"-env:UserInstallation={profile.as_uri()}",
    ]  # fmt: skip
    done = subprocess.run(
        command, env=_environment(profile), capture_output=True, text=True, timeout=PATIENCE,
        check=False, cwd=folder, **_as_plain_user(),
    )  # fmt: skip
    assert (folder / document.with_suffix(".pdf").name).is_file(), done.stdout + done.stderr


def speak_french(profile: Path) -> None:
    """Make amounts, days and lists of a profile French, as its users' are."""
    settings = profile / "user" / "registrymodifications.xcu"
    french = (
        '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale"'
        ' oor:op="fuse"><value>fr-FR</value></prop></item>'
    )
    text = settings.read_text("utf-8").replace("</oor:items>", f"{french}</oor:items>")
    settings.write_text(text, "utf-8")
    give_away(profile)


def give_away(folder: Path) -> None:
    """Let the office's user work in a folder, where we are root and it must not be."""
    if not _is_root():
        return
    for path in (folder, *folder.rglob("*")):
        os.chown(path, PLAIN_USER, PLAIN_USER)


@contextmanager
def open_folder() -> Iterator[Path]:
    """Give a folder that a plain user reaches: those of the tests are closed to others."""
    with tempfile.TemporaryDirectory(prefix="relance-calc-") as name:
        folder = Path(name)
        give_away(folder)
        yield folder


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _as_plain_user() -> dict[str, Any]:
    return {"user": PLAIN_USER, "group": PLAIN_USER, "extra_groups": []} if _is_root() else {}


def _environment(profile: Path, **more: str) -> dict[str, str]:
    """A clean environment: the office must not see the Python of the tests."""
    return {"HOME": str(profile), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **more}


def _run(command: list[str], environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        command, env=environment, stdout=quiet, stderr=quiet, cwd="/", **_as_plain_user()
    )


def _listens(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        number: int = one.getsockname()[1]
    return number
