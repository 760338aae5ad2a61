"""Giving up at any question of any verb leaves the workbook and the folder as they were."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.actions.clicks.person import AT, DEFAULT, GIVE_UP, Person, Sheet, click
from tests.actions.world import MONDAY, debtor, invoice, make_book, run

from relance.actions.clicks.click import Click, perform
from relance.core.journal import chained
from relance.core.records import Event
from relance.hosts.verbs import VERBS, verb

INVOICES, DEBTORS, JOURNAL = "tFactures", "tClients", "tJournal"
F1, C1 = (INVOICES, 2), (DEBTORS, 2)
EXPORT = "Code client;N° facture;Échéance;Montant TTC\nD01;F-501;04/11/2026;1440,00\n"
FILES = object()  # the export beside the workbook


@dataclass(frozen=True)
class Story:
    """A click that goes to its end with these answers."""

    verb: str
    rows: Sequence[tuple[str, int]]
    answers: Sequence[Any]


STORIES = (
    Story("import", [], [FILES, "Non : extrait, rien d'absent n'est suspendu"]),
    Story("stamp", [], [DEFAULT]),
    Story("run", [], [True, DEFAULT]),
    Story("email", [F1], [True, DEFAULT]),
    Story("call_sheet", [F1], [True, "absente", DEFAULT]),
    Story("letter", [F1], [True, DEFAULT]),
    Story("notice", [F1], [True, "départ", DEFAULT]),
    Story("pdf", [C1], [True]),
    Story("statement", [C1], [True, DEFAULT]),
    Story("penalty_note", [F1], [True, DEFAULT]),
    Story("thanks", [C1], [True, DEFAULT]),
    Story("sent", [C1], ["de ceux de la sélection (1)", DEFAULT, "1A"]),
    Story("call", [C1], ["joint", "rappelle"]),
    Story("promise", [C1], ["100", "30/11/2026"]),
    Story("payment", [C1], ["F-1", "100", DEFAULT]),
    Story("dispute", [C1], ["F-1", "prix"]),
    Story("hold", [F1], ["avoir"]),
    Story("release", [F1], [""]),
    Story("reverse", [F1], ["1", ""]),
)
# Without a question that may be given up: what they would say no to is another day, not the verb.
UNASKED = {"check", "agenda", "preview", "aged_balance", "doctor", "upgrade", "guide", "slip"}


@pytest.fixture
def book(book: Path, out: Path, request: pytest.FixtureRequest) -> Path:
    """The workbook, after what the story needs: drafts to confirm, a line, a suspension."""
    name = request.node.callspec.params["story"].verb
    if name in ("pdf", "sent"):
        folder = book.parent / "envois"
        late = [
            invoice(f"F-{code}", code, MONDAY.replace(month=9), "900", last_step="letter-2",
                    last_step_date=MONDAY.replace(month=10))
            for code in ("C1", "C2")
        ]  # fmt: skip
        book.unlink()
        make_book(book, [debtor("C1"), debtor("C2")], late)
        assert run(book, folder).code == 0
    if name == "thanks":
        paid = invoice("F-1", "C1", MONDAY.replace(month=9), "900", paid=Decimal(900))
        mail = Event(
            1, MONDAY.replace(month=10), "C1", ("F-1",), "mail-1", "email", "out", "sent", "d1"
        )  # fmt: skip
        book.unlink()
        make_book(book, [debtor("C1")], [paid], [chained(mail, None)])
    if name in ("release", "reverse"):
        click(book, "hold", "attente", rows=[F1])
    (book.parent / "postes.csv").write_text(EXPORT, "utf-8")
    return book


def state(book: Path) -> dict[str, bytes]:
    """Every file of the workbook's folder."""
    files = [path for path in book.parent.rglob("*") if path.is_file()]
    return {str(path): path.read_bytes() for path in files}


def given(book: Path, answers: Sequence[Any]) -> list[Any]:
    return [(str(book.parent / "postes.csv"),) if one is FILES else one for one in answers]


def test_every_verb_has_its_story() -> None:
    assert {story.verb for story in STORIES} | UNASKED == {one.id for one in VERBS}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.verb)
def test_giving_up_writes_nothing(book: Path, out: Path, story: Story) -> None:
    before = state(book)
    for asked in range(len(story.answers)):
        person = Person(answers=[*given(book, story.answers[:asked]), GIVE_UP])
        with Sheet(book, person, story.rows) as sheet:
            perform(Click(sheet, person, MONDAY, AT), verb(story.verb).action)
        assert len(person.asked) == asked + 1
        assert (person.told, person.opened, sheet.writes) == ([], [], 0)
        assert state(book) == before
        assert not out.exists()
    whole = click(book, story.verb, *given(book, story.answers), rows=story.rows)
    assert whole.told
    assert state(book) != before
