"""A click of any spreadsheet program: whatever goes wrong is said in French, once."""

from datetime import datetime
from pathlib import Path

import pytest
from tests.actions.clicks.person import Person, Sheet

from relance.actions.book import Book, Desktop
from relance.actions.clicks.click import Click
from relance.core.errors import BookError
from relance.hosts import clicking, verbs
from relance.hosts.clicking import carry_out
from relance.hosts.guide import guide_page


class Caller:
    """A calling workbook that is closed on disk, and refuses what the test wants."""

    def __init__(self, path: Path, refused: str = "") -> None:
        self.person = Person()
        self.sheet = Sheet(path, self.person)
        self.refused = refused
        self.said: list[str] = []
        self.writing: list[bool] = []
        self.is_closed = False

    def open(self, *, writing: bool) -> tuple[Book, Desktop]:
        self.writing.append(writing)
        if self.refused:
            raise BookError(path="relances.xlsm", reason=self.refused)
        return self.sheet, self.person

    def say(self, text: str) -> None:
        self.said.append(text)

    def close(self) -> None:
        self.sheet.close()
        self.is_closed = True


def test_a_verb_is_carried_out_today(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Click] = []
    spied = verbs.Verb("agenda", "today", "J", "RefreshAll", "normal", "book", seen.append)
    monkeypatch.setattr(clicking, "verb", lambda name: spied)
    caller = Caller(book)
    before = datetime.now().astimezone()
    carry_out("agenda", caller)
    (click,) = seen
    assert click.book is caller.sheet
    assert click.today in (before.date(), datetime.now().astimezone().date())
    assert before.replace(microsecond=0) <= datetime.fromisoformat(click.entered_at)
    assert (click.guide, caller.said, caller.is_closed) == (guide_page(), [], True)


def test_a_click_during_another_one_is_refused(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    second = Caller(book)
    inner = verbs.Verb("agenda", "today", "J", "RefreshAll", "normal", "book",
                       lambda _: carry_out("agenda", second))  # fmt: skip
    monkeypatch.setattr(clicking, "verb", lambda name: inner)
    first = Caller(book)
    carry_out("agenda", first)
    assert second.said == [
        "Un autre clic est encore au travail : attendez son résumé, puis recommencez."
    ]
    assert (second.writing, first.said) == ([], [])
    third = Caller(book)
    monkeypatch.setattr(clicking, "verb", lambda name: verbs.verb("aged_balance"))
    carry_out("aged_balance", third)  # the way is free again
    assert third.said == []


@pytest.mark.parametrize(("name", "writes"), [("agenda", True), ("doctor", False)])
def test_a_verb_that_writes_wants_a_workbook_that_can_be_written(
    book: Path, name: str, writes: bool
) -> None:
    caller = Caller(book)
    carry_out(name, caller)
    assert caller.writing == [writes]


def test_a_workbook_that_is_refused_is_told(book: Path) -> None:
    caller = Caller(book, refused="read_only")
    carry_out("agenda", caller)
    assert caller.said[0].startswith("Le classeur relances.xlsm est ouvert en lecture seule")
    assert (caller.person.told, caller.is_closed) == ([], True)


def test_a_bug_becomes_a_number(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relance.hosts.log.log_path", lambda: tmp_path / "relance.log")
    caller = Caller(book)
    monkeypatch.setenv("RELANCE_STRICT", "1")
    with pytest.raises(KeyError):
        carry_out("absent", caller)
    monkeypatch.setenv("RELANCE_STRICT", "")
    carry_out("absent", caller)
    assert caller.said[0].startswith("Erreur inattendue n° ")
    assert caller.is_closed


def test_the_guide_is_installed_with_the_package() -> None:
    assert Path(guide_page()).name == "index.html"
    assert Path(guide_page()).with_name("prise-en-main.md").is_file()
