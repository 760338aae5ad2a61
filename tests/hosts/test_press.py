"""Word documents made into PDF by LibreOffice: a stand-in for its faults, and the real one."""

import stat
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from tests.tools import system

from relance.core.errors import PdfError
from relance.documents import sample
from relance.documents.render import render
from relance.hosts import press
from relance.hosts.excel.word import with_word
from relance.hosts.libreoffice import find

posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def stand_in(folder: Path, script: str) -> None:
    """Make an office of a script."""
    for name in ("unopkg", "soffice"):
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(path.stat().st_mode | stat.S_IEXEC)


def refused(folder: Path) -> dict[str, object]:
    with (
        patch.object(press, "find", lambda: find((folder,))),
        patch("shutil.which", lambda _: None),
        pytest.raises(PdfError) as fault,
    ):
        press.with_libreoffice([str(folder / "a.docx")], str(folder))
    return fault.value.facts


def test_a_machine_without_one_says_so(tmp_path: Path) -> None:
    assert refused(tmp_path) == {"reason": "no_program"}


@posix
def test_an_office_that_fails_is_quoted(tmp_path: Path) -> None:
    stand_in(tmp_path, "echo Error: no disk >&2; exit 1")
    assert refused(tmp_path) == {"reason": "failed", "detail": "Error: no disk"}


@posix
def test_one_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "PATIENCE", 0.05)
    stand_in(tmp_path, "exec sleep 10")
    assert refused(tmp_path) == {"reason": "slow"}


@posix
def test_one_that_cannot_start_is_quoted(tmp_path: Path) -> None:
    stand_in(tmp_path, "")
    (tmp_path / "soffice").chmod(0o644)
    with patch("subprocess.run", side_effect=PermissionError(13, "denied")):
        assert refused(tmp_path)["reason"] == "failed"


@pytest.mark.skipif(not system.wants_office(), reason="this machine can't have the office")
def test_a_letter_becomes_a_pdf(tmp_path: Path) -> None:
    """On a system without Word, its room calls LibreOffice."""
    made = render(sample.message(), key="abcdef")
    letter = tmp_path / made.name
    letter.write_bytes(made.content)
    target = tmp_path / "pdf"
    target.mkdir()
    with_word([str(letter)], str(target))
    (pdf,) = target.iterdir()
    assert pdf.name == f"{letter.stem}.pdf"
    assert pdf.read_bytes().startswith(b"%PDF-1.")
