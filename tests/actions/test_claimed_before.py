"""A letter that claims again what one before it has claimed says that it includes it.

The invoice of 1 200 is due on 3 August; the first letter is of 2 November, posted on the 3rd.
"""

from datetime import date
from pathlib import Path

from tests.actions.conftest import Make
from tests.actions.test_beside import words_of
from tests.actions.world import debtor, invoice, run

from relance.core.journal import chained
from relance.core.records import Event

INCLUDED = "notre message du 2 novembre 2026 demandait en plus du principal est compris dans les"
LETTER = "2026-11-02_relance-2_client-c1-1f2e3d.docx"


def letter_after(make: Make, out: Path, *numbers: str, step: str = "letter-2") -> str:
    """The words of what the policy writes three weeks after a step about some invoices."""
    sent = Event(
        0, date(2026, 11, 3), "C1", numbers, step, "letter", "out", "sent", LETTER, ""
    )  # fmt: skip
    items = [invoice("F-1", "C1", date(2026, 8, 3), "1200.00")]
    book = make([debtor("C1")], items, [chained(sent, None)])
    run(book, out)
    (path,) = out.glob("*.docx")
    return words_of(path)


def test_what_an_earlier_letter_claimed_is_said_to_be_inside(make: Make, out: Path) -> None:
    assert INCLUDED in letter_after(make, out, "F-1")
    assert list(out.glob("*_mise-en-demeure_*"))


def test_a_letter_about_other_invoices_too_is_not_inside(make: Make, out: Path) -> None:
    assert "est compris" not in letter_after(make, out, "F-0", "F-1")


def test_a_reminder_that_claimed_nothing_more_is_not_named(make: Make, out: Path) -> None:
    assert "est compris" not in letter_after(make, out, "F-1", step="call-2")
    assert list(out.glob("*_relance-2_*"))
