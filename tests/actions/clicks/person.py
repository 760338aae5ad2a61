"""A person in front of a workbook, who answers from a script; and a click of theirs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tests.actions.world import MONDAY

from relance.actions.book import Cell
from relance.actions.clicks.click import Click, perform
from relance.hosts.file.book import FileBook
from relance.hosts.verbs import verb

DEFAULT = object()  # they accept what stands in the box
GIVE_UP = None
LONGEST = 1024  # what a dialog of Excel shows
AT = "2026-11-23T10:00:00+01:00"


@dataclass
class Person:
    """Implements `actions.book.Desktop`; also what the workbook tells and asks."""

    answers: list[Any] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    steps: list[tuple[int, int]] = field(default_factory=list)
    stops_after: int | None = None  # times they are asked whether they want to stop
    defaults: list[str] = field(default_factory=list)
    writes: int = 0
    unreadable: tuple[str, ...] = ()  # documents of which their program makes no PDF
    counted: tuple[int, int] | None = None  # calls of Python by functions in cells

    def _answer(self, question: str) -> Any:
        assert len(question) <= LONGEST, question
        self.asked.append(question)
        assert self.answers, f"nobody foresaw: {question}"
        return self.answers.pop(0)

    def tell(self, text: str) -> None:
        assert len(text) <= LONGEST, text
        self.told.append(text)

    def ask(self, question: str) -> bool:
        return bool(self._answer(question))

    def ask_text(self, question: str, default: str = "") -> str | None:
        self.defaults.append(default)
        answer = self._answer(question)
        return default if answer is DEFAULT else answer

    def choose(self, question: str, options: Sequence[str]) -> int | None:
        answer = self._answer("\n".join([question, *options]))
        return answer if answer is None else list(options).index(answer)

    def pick_files(self, title: str) -> tuple[str, ...]:
        answer: tuple[str, ...] | None = self._answer(title)
        return answer or ()

    def show(self, sheet: str) -> None:
        self.sheets.append(sheet)

    def open_path(self, path: str) -> None:
        self.opened.append(path)

    def to_pdf(self, documents: Sequence[str], folder: str) -> None:
        for document in map(Path, documents):
            if document.name not in self.unreadable:
                pdf = Path(folder) / f"{document.stem}.pdf"
                pdf.write_bytes(b"%PDF " + document.name.encode())

    def stopped(self) -> bool:
        if self.stops_after is None:
            return False
        self.stops_after -= 1
        return self.stops_after < 0

    def calls(self) -> tuple[int, int] | None:
        return self.counted

    def progress(self, done: int, total: int, text: str) -> None:
        self.steps.append((done, total))

    @property
    def last(self) -> str:
        """What they were told last."""
        return self.told[-1]


class Sheet(FileBook):
    """A closed workbook with a selection, which counts what is written to it."""

    def __init__(self, path: Path, person: Person, rows: Iterable[tuple[str, int]] = ()) -> None:
        super().__init__(path, tell=person.tell, ask=person.ask, progress=person.progress)
        self._rows = tuple(rows)
        self.writes = 0

    def selected(self) -> tuple[tuple[str, int], ...]:
        return self._rows

    def write(self, table: str, column: str, values: Mapping[int, Cell]) -> None:
        self.writes += 1
        super().write(table, column, values)

    def append(self, table: str, rows: Sequence[Mapping[str, Cell]]) -> tuple[int, ...]:
        self.writes += 1
        return super().append(table, rows)

    def set(self, name: str, value: Cell) -> None:
        self.writes += 1
        super().set(name, value)


def click(
    path: Path, name: str, *answers: Any, rows: Iterable[tuple[str, int]] = (),
    day: date = MONDAY, person: Person | None = None, guide: str = "",
) -> Person:  # fmt: skip
    """Click on a verb, and return the person with what they were asked and told."""
    who = person or Person()
    who.answers = list(answers)
    with Sheet(path, who, rows) as book:
        perform(Click(book, who, day, AT, guide), verb(name).action)
        who.writes = book.writes
    assert who.answers == [], "questions that were never asked"
    return who
