"""The demonstration: one command, a workbook, a whole day of reminders."""

import json
import os
from email import message_from_bytes
from email.policy import default
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


def test_the_workbook_with_macros_tells_the_same_day(tmp_path: Path) -> None:
    """The same queue and documents; only the name of the workbook in their texts differs."""
    values, macros = tmp_path / "values", tmp_path / "macros"
    assert relance("demo", values).code == relance("demo", "--macros", macros).code == 0
    assert sorted(os.listdir(values / "documents")) == sorted(os.listdir(macros / "documents"))
    queues = [
        json.loads(relance("agenda", book, "--as-of", "2026-11-23", "--json").out)["debtors"]
        for book in (values / "relances.xlsx", macros / "relances.xlsm")
    ]
    for debtor in (one for queue in queues for one in queue):
        del debtor["book"]
    assert queues[0] == queues[1]
    assert relance("doctor", macros / "relances.xlsm").code == 0


def test_what_people_read_holds_no_code(tmp_path: Path) -> None:
    answer = relance("demo", tmp_path / "demo")
    codes = ("registered_letter", "formal_notice", "call_sheet", "None", "draft", "étape call")
    assert [code for code in codes if code in answer.out] == []


def test_the_first_e_mail_has_its_invoice(tmp_path: Path) -> None:
    relance("demo", tmp_path / "demo")
    content = (tmp_path / "demo" / "factures" / "F-2026-0102.pdf").read_bytes()
    start = int(content.split(b"startxref\n")[1].split(b"\n")[0])
    assert content.startswith(b"%PDF-1.4")
    assert content[start : start + 4] == b"xref"
    mails = [
        message_from_bytes(path.read_bytes(), policy=default)
        for path in (tmp_path / "demo" / "documents").glob("*.eml")
    ]
    found = [part for mail in mails for part in mail.walk() if part.get_filename()]
    (copy,) = [part for part in found if part.get_filename() == "F-2026-0102.pdf"]
    assert copy.get_payload(decode=True) == content


def test_a_consumer_who_has_had_the_free_reminder_gets_the_letter_after_it(tmp_path: Path) -> None:
    """The journal names the documents of before as a run does: C017's first was the free one."""
    relance("demo", tmp_path / "demo")
    names = os.listdir(tmp_path / "demo" / "documents")
    assert [one.split("_")[1] for one in names if "m-pieter-maes" in one] == ["relance-1"]
