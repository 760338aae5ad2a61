"""A power cut in a verb that writes rows, then a second verb: nothing lost, nothing doubled."""

import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.actions.exports import HEADINGS, VAUBAN
from tests.actions.killed import die
from tests.actions.world import MONDAY, agenda, debtor, desk_of, invoice, make_book, relance, run

from relance.core.journal import check
from relance.hosts.file.book import FileBook
from relance.workbook import schema

LATE = date(2026, 11, 4)  # 19 days late on Monday
SUNDAY = date(2026, 11, 22)
FACTS = (schema.PAYMENTS, schema.PROMISES, schema.DISPUTES, schema.PLANS, schema.INVOICES)
DAY = ("--day", MONDAY.isoformat())
BOOK = "relances.xlsx"

# Each verb, and what must be there on Sunday for it.
PAYMENT = ("payment", "D01", "--amount", "500", "--invoice", "F-501", "--value-date", "2026-11-20")
PROMISE = ("promise", "D01", "--amount", "900", "--by", "2026-12-15", "--note", "au téléphone")
DISPUTE = ("dispute", "D01", "--invoice", "F-501", "--reason", "prix")
PLAN = ("plan", "D01", "--instalments", "3", "--first", "2026-11-30")
Words = tuple[str, ...]
VERBS: dict[str, tuple[tuple[Words, ...], Words]] = {
    "payment": ((PROMISE, PLAN), PAYMENT),
    "unmatched": ((), ("payment", "D01", "--amount", "500")),
    "promise": ((), PROMISE),
    "dispute": ((), DISPUTE),
    "resolution": ((DISPUTE,), ("dispute", "D01", "--invoice", "F-501", "--resolve")),
    "plan": ((), PLAN),
    "reverse": ((PLAN, PAYMENT), ("reverse", "2")),
    "reverse two": ((DISPUTE, PAYMENT), ("reverse", "1", "2")),
}
ITEMS = (
    # An import has already seen 200.00 of it: Payé is more than what is noted.
    invoice("F-501", "D01", LATE, "1440.00", paid=Decimal(200)),
    invoice("F-410", "D02", LATE, "648.00"),
)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a workbook that remembers its output folder, and an export."""
    folder = tmp_path_factory.mktemp("model")
    (folder / "postes.csv").write_text("\n".join([HEADINGS, VAUBAN]) + "\n", "utf-8")
    make_book(folder / BOOK, [debtor("D01"), debtor("D02")], ITEMS,
              DossierSortie="documents", Identifiant="b")  # fmt: skip
    return folder


@pytest.fixture
def made(model: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Return a maker of a copy of the model."""

    def make(name: str) -> Path:
        return Path(shutil.copytree(model, tmp_path / name)) / BOOK

    return make


def before(book: Path, words: tuple[Words, ...]) -> None:
    for verb in words:
        answer = relance("record", book, *verb, "--day", SUNDAY)
        assert answer.code == 0, answer


def kill(book: Path, point: str, *words: str, place: int = 1) -> None:
    """Carry out a verb and die at a point."""
    assert die(book.parent, point, *words, place=place) == -9


def state(book: Path) -> list[Any]:
    """Return the rows of the facts, the journal and the agenda, without what the clock tells."""
    events = desk_of(book).ledger.events
    check(events)
    lines = [(one.number, one.debtor, one.items, one.step, one.outcome, one.document)
             for one in events]  # fmt: skip
    with FileBook(book) as opened:
        rows = [
            [[row.cells.get(one.heading) for one in sheet.inputs] for row in table.rows]
            for sheet in FACTS
            for table in [opened.read(sheet.table)]
        ]
    queue = {code: {**one, "book": ""} for code, one in agenda(book).items()}
    return [lines, rows, queue]


@pytest.mark.parametrize("point", ["line", "row", "save"])
@pytest.mark.parametrize("verb", VERBS)
def test_what_a_verb_wrote_is_there_after_a_kill(
    verb: str, point: str, made: Callable[[str], Path]
) -> None:
    first, words = VERBS[verb]
    whole, cut = made("whole"), made("cut")
    for book in (whole, cut):
        before(book, first)
    assert relance("record", whole, *words, *DAY).code == 0
    place = len(words) - 1 if words[0] == "reverse" and point != "save" else 1
    kill(cut, point, "record", BOOK, *words, *DAY, place=place)
    agenda(cut)
    assert state(cut) == state(whole)
    agenda(cut)
    assert state(cut) == state(whole)


@pytest.mark.parametrize("point", ["rows", "line"])
@pytest.mark.parametrize("verb", ["payment", "unmatched", "promise", "plan", "dispute"])
def test_a_verb_typed_again_after_a_kill_is_one_entry(
    verb: str, point: str, made: Callable[[str], Path]
) -> None:
    first, words = VERBS[verb]
    whole, cut = made("whole"), made("cut")
    for book in (whole, cut):
        before(book, first)
    assert relance("record", whole, *words, *DAY).code == 0
    kill(cut, point, "record", BOOK, *words, *DAY)
    assert relance("record", cut, *words, *DAY).code == 0
    assert state(cut) == state(whole)


@pytest.mark.parametrize("point", ["line", "row", "save"])
def test_an_import_that_was_cut_is_made_again(point: str, made: Callable[[str], Path]) -> None:
    whole, cut = made("whole"), made("cut")
    words = ("--as-of", MONDAY.isoformat())
    assert relance("import", whole, whole.parent / "postes.csv", *words).code == 0
    kill(cut, point, "import", BOOK, "postes.csv", *words)
    answer = relance("agenda", cut, "--as-of", MONDAY)
    assert ("un import" in answer.err) == (point != "save")
    assert "un import" not in relance("agenda", cut, "--as-of", MONDAY).err
    assert relance("import", cut, cut.parent / "postes.csv", *words).code == 0
    assert state(cut) == state(whole)
    held = agenda(cut)["D01"]  # its only invoice left the export
    assert [one["code"] for one in held["blocked_by"]] == ["on_hold"]


def test_a_fact_that_comes_back_is_told(made: Callable[[str], Path]) -> None:
    book = made("cut")
    kill(book, "line", "record", BOOK, *PAYMENT, *DAY)
    answer = relance("agenda", book, "--as-of", MONDAY)
    assert "1 ligne remise au journal" in answer.err
    assert "D01 : règlement noté" in answer.err


def test_a_reversal_follows_a_line_that_has_a_new_number(made: Callable[[str], Path]) -> None:
    # A backup is put back, and somebody notes a promise where the output folder is not seen.
    book = made("cut")
    backup = book.read_bytes()
    before(book, (DISPUTE, PAYMENT, ("reverse", "1")))
    book.write_bytes(backup)
    with FileBook(book) as opened:
        opened.set("DossierSortie", None)
        opened.save()
    before(book, (PROMISE,))
    with FileBook(book) as opened:
        opened.set("DossierSortie", "documents")
        opened.save()
    agenda(book)
    lines, rows, _ = state(book)
    assert [(one[0], *one[3:]) for one in lines] == [
        (1, "promise", "done", "900.00 EUR 2026-12-15"),
        (2, "dispute", "done", ""),
        (3, "payment", "done", "500.00 EUR@2026-11-20"),
        (4, "dispute", "reversed", "#2"),
    ]
    assert [len(one) for one in rows] == [1, 1, 0, 0, 2]  # one payment, one promise
    assert [row.paid for row in desk_of(book).receivables] == [700, 0]  # 200 + 500


# --- a letter that must not be posted any more


@pytest.fixture
def drafted(made: Callable[[str], Path]) -> Callable[[str], Path]:
    """Return a maker of a workbook whose two drafts of Friday wait in the folder."""

    def make(name: str) -> Path:
        book = made(name)
        answer = run(book, book.parent / "documents", date(2026, 11, 20))
        assert answer.code == 0, answer
        assert len(waiting(book)) == 2
        return book

    return make


def waiting(book: Path) -> list[str]:
    return sorted(path.name for path in (book.parent / "documents").glob("*.eml"))


def lines(book: Path) -> list[tuple[str, str, str]]:
    """Return the journal; what ends a draft may come after the next fact."""
    return sorted((one[1], one[3], one[4]) for one in state(book)[0])


@pytest.mark.parametrize(("point", "place"), [("line", 1), ("line", 2), ("row", 2), ("save", 1)])
def test_a_draft_that_is_paid_is_set_aside_after_a_kill(
    point: str, place: int, drafted: Callable[[str], Path]
) -> None:
    """`line` 1 is the payment's, 2 the one that ends the draft; its file moves after both."""
    whole, cut = drafted("whole"), drafted("cut")
    paid = ("payment", "D01", "--amount", "1240", "--invoice", "F-501")
    assert relance("record", whole, *paid, *DAY).code == 0
    assert len(waiting(whole)) == 1
    kill(cut, point, "record", BOOK, *paid, *DAY, place=place)
    for book in (whole, cut):  # any other fact
        words = ("payment", "D02", "--amount", "5", "--invoice", "F-410")
        assert relance("record", book, *words, *DAY).code == 0
    assert lines(cut) == lines(whole)
    assert [line[2] for line in lines(cut)].count("cancelled") == 2
    assert state(cut)[1:] == state(whole)[1:]
    assert waiting(cut) == waiting(whole) == []
