"""What a run says on the terminal of what it did."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from relance.actions.batch import Batch, Written
from relance.cli.tables import LISTED, batch_summary
from relance.core.findings import Reason

COMING = Reason("agenda_empty", {})


def batch(count: int) -> Batch:
    """Return a batch of as many e-mails, each of one invoice."""
    one = Written("C", "email", "email", Path("C.eml"), "", ("F",))
    documents = (
        replace(one, debtor=f"C{number}", path=Path(f"e-mail-{number}.eml"))
        for number in range(1, count + 1)
    )
    return Batch(date(2026, 11, 23), (), tuple(documents), ())


def said(capsys: pytest.CaptureFixture[str], count: int, *, dry_run: bool = False) -> str:
    """Return the summary of a batch of as many e-mails."""
    batch_summary(batch(count), Path("out"), dry_run, COMING)
    return capsys.readouterr().out


def test_all_documents_are_listed_while_a_person_would_read_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = said(capsys, LISTED)
    assert text.count(".eml") == LISTED
    assert "feuille Journal" not in text


def test_a_long_list_stops_and_says_where_the_others_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = said(capsys, LISTED + 1)
    assert text.count(".eml") == LISTED
    assert "Et 1 autre document : tous sont dans la feuille Journal." in text
    assert f"{LISTED + 1} e-mails" in text


def test_a_trial_lists_everything_as_no_journal_does(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, LISTED + 1, dry_run=True)
    assert text.count(".eml") == LISTED + 1
    assert "feuille Journal" not in text
