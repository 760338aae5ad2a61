"""Two writers never work at once, and the one who waits knows for whom."""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from relance.core.errors import BookError, BookLockedError
from relance.hosts.file import locks
from relance.hosts.file.book import FileBook


def lock_of(path: Path) -> Path:
    return path.parent / (path.name + ".lock")


def facts_of(change: Callable[[], object]) -> dict[str, object]:
    with pytest.raises(BookLockedError) as error:
        change()
    return error.value.facts


def dead_process() -> int:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def test_reading_takes_no_lock_and_is_let_through_by_all(simple_book: Path) -> None:
    (simple_book.parent / f"~${simple_book.name}").write_bytes(b"\5Alice")
    book = FileBook(simple_book)
    assert book.read("tFactures").rows
    assert book.get("AsOf")
    assert not lock_of(simple_book).exists()


@pytest.mark.parametrize("change", ["write", "append", "set"])
def test_the_first_change_takes_the_lock_and_close_releases_it(
    simple_book: Path, change: str
) -> None:
    book = FileBook(simple_book)
    if change == "write":
        book.write("tFactures", "Note", {2: "x"})
    elif change == "append":
        book.append("tFactures", [{"Note": "x"}])
    else:
        book.set("AsOf", None)
    content = json.loads(lock_of(simple_book).read_text("utf-8"))
    assert content["pid"] == os.getpid()
    assert content["host"] == platform.node()
    assert content["day"] == date.today().isoformat()  # noqa: DTZ011 - the lock names today
    book.close()
    book.close()
    assert not lock_of(simple_book).exists()


def test_the_lock_can_be_taken_at_once_and_goes_when_the_book_is_refused(
    simple_book: Path,
) -> None:
    with FileBook(simple_book, writing=True):
        assert lock_of(simple_book).exists()
    simple_book.write_bytes(b"")
    with pytest.raises(BookError):
        FileBook(simple_book, writing=True)
    assert not lock_of(simple_book).exists()


def test_the_second_writer_is_refused_and_told_who_is_there(simple_book: Path) -> None:
    with FileBook(simple_book, writing=True):
        second = FileBook(simple_book)
        facts = facts_of(lambda: second.write("tFactures", "Note", {2: "x"}))
        second.close()
        assert lock_of(simple_book).exists()  # it is not the second one's to remove
    assert (facts["path"], facts["remedy"]) == (str(simple_book), "wait")
    assert (facts["pid"], facts["host"]) == (os.getpid(), platform.node())


def test_the_lock_of_a_dead_process_is_replaced(simple_book: Path) -> None:
    left = {"pid": dead_process(), "host": platform.node(), "day": "2026-01-01"}
    lock_of(simple_book).write_text(json.dumps(left), "utf-8")
    with FileBook(simple_book, writing=True):
        assert json.loads(lock_of(simple_book).read_text("utf-8"))["pid"] == os.getpid()
    assert list(simple_book.parent.glob("*.lock*")) == []


@pytest.mark.parametrize(
    "content",
    [
        '{"pid": 1, "host": "autre-poste", "day": "2026-01-01", "user": "Alice"}',
        '{"pid": "1"}',
        "[]",
        "",
    ],
)
def test_a_lock_of_another_computer_or_nobody_says_how_to_remove_it(
    simple_book: Path, content: str
) -> None:
    lock_of(simple_book).write_text(content, "utf-8")
    facts = facts_of(lambda: FileBook(simple_book, writing=True))
    assert facts["remedy"] == facts["reason"] == "delete_lock"
    assert facts["lock"] == str(lock_of(simple_book))
    assert facts["holder"] == ("Alice" if "Alice" in content else "")
    assert facts["day"] == (date(2026, 1, 1) if "Alice" in content else "")
    assert lock_of(simple_book).read_text("utf-8") == content


def test_a_lock_taken_while_a_stale_one_was_cleared_is_put_back(
    simple_book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = {"pid": dead_process(), "host": platform.node()}
    lock_of(simple_book).write_text(json.dumps(left), "utf-8")
    other = json.dumps({"pid": 1, "host": platform.node(), "user": "Bob"})

    def slow(pid: int) -> bool:
        lock_of(simple_book).write_text(other, "utf-8")  # the faster process
        return False

    monkeypatch.setattr(locks, "is_alive", slow)
    assert facts_of(lambda: FileBook(simple_book, writing=True))["holder"] == "Bob"
    assert lock_of(simple_book).read_text("utf-8") == other


def test_a_lock_that_comes_back_at_once_is_respected(
    simple_book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "_clear_stale", lambda book, path: None)
    lock_of(simple_book).write_text('{"pid": 1, "user": "Bob"}', "utf-8")
    assert facts_of(lambda: FileBook(simple_book, writing=True))["holder"] == "Bob"


def owner_file(name: str, wide: bool) -> bytes:
    short = bytes([len(name)]) + name.encode("cp1252", "replace").ljust(54)
    if not wide:
        return short
    return short + len(name).to_bytes(2, "little") + name.encode("utf-16-le").ljust(108)


@pytest.mark.parametrize(
    ("content", "holder"),
    [
        (owner_file("Zoé Łuk", wide=True), "Zoé Łuk"),
        (owner_file("Zoé", wide=False), "Zoé"),
        (owner_file("", wide=True), ""),
        (b"", ""),
    ],
)
def test_a_book_open_in_excel_names_its_user(
    simple_book: Path, content: bytes, holder: str
) -> None:
    owner = simple_book.parent / f"~${simple_book.name}"
    owner.write_bytes(content)
    facts = facts_of(lambda: FileBook(simple_book).set("AsOf", None))
    assert (facts["holder"], facts["remedy"]) == (holder, "close_excel")
    assert facts["lock"] == str(owner)


@pytest.mark.parametrize(
    ("content", "holder"),
    [
        ("Zoé,zoe,poste,01.02.2026 10:00,file:///home;", "Zoé"),
        (",zoe,poste,01.02.2026 10:00,file:///home;", "zoe"),
        ("", ""),
    ],
)
def test_a_book_open_in_libreoffice_names_its_user(
    simple_book: Path, content: str, holder: str
) -> None:
    (simple_book.parent / f".~lock.{simple_book.name}#").write_text(content, "utf-8")
    facts = facts_of(lambda: FileBook(simple_book).set("AsOf", None))
    assert (facts["holder"], facts["remedy"]) == (holder, "close_calc")


def test_an_owner_file_that_nobody_may_read_still_counts(
    simple_book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> bytes:
        raise PermissionError

    for name in (f"~${simple_book.name}", f".~lock.{simple_book.name}#"):
        owner = simple_book.parent / name
        owner.write_bytes(b"")
        with monkeypatch.context() as patch:
            patch.setattr(Path, "read_bytes", denied)
            patch.setattr(Path, "read_text", denied)
            facts = facts_of(lambda: locks.check_others(simple_book))
        assert facts["holder"] == ""
        owner.unlink()


def test_a_book_opened_elsewhere_before_the_save_is_left_alone(simple_book: Path) -> None:
    before = simple_book.read_bytes()
    with FileBook(simple_book) as book:
        book.set("AsOf", None)
        (simple_book.parent / f"~${simple_book.name}").write_bytes(owner_file("Zoé", wide=True))
        assert facts_of(book.save)["holder"] == "Zoé"
    assert simple_book.read_bytes() == before


def test_a_lock_that_can_not_be_written_says_why(
    simple_book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(os, "open", denied)
    with pytest.raises(BookError) as error:
        FileBook(simple_book).set("AsOf", None)
    assert error.value.facts["reason"] == "permission"


def test_a_living_process_is_told_from_a_dead_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert locks.is_alive(os.getpid())
    assert not locks.is_alive(dead_process())
    assert not locks.is_alive(2**70)

    def denied(pid: int, sign: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "kill", denied)
    if sys.platform != "win32":
        assert locks.is_alive(1)  # another user's process lives
