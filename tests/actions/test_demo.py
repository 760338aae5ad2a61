"""The demonstration: one command, a workbook, a whole day of reminders."""

import os
from pathlib import Path

import pytest
from tests.actions.world import relance


def test_the_demonstration_plays_and_never_writes_over_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("relance-demo", "relance-demo-2"):
        answer = relance("demo")
        assert answer.code == 0
        assert (tmp_path / name / "relances.xlsx").is_file()
        assert len(os.listdir(tmp_path / name / "documents")) > 10
        assert str(Path(name) / "relances.xlsx") in answer.out
    assert relance("doctor", tmp_path / "relance-demo" / "relances.xlsx").code == 0


def test_what_people_read_holds_no_code(tmp_path: Path) -> None:
    answer = relance("demo", tmp_path / "demo")
    codes = ("registered_letter", "formal_notice", "call_sheet", "None", "draft", "étape call")
    assert [code for code in codes if code in answer.out] == []
