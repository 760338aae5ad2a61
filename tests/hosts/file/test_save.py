"""A save is all or nothing, whatever happens meanwhile."""

import errno
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from relance.core.errors import BookChangedError, BookError
from relance.hosts.file import save
from relance.hosts.file.book import FileBook
from relance.hosts.file.guards import snapshot
from relance.hosts.file.package import Package

Rewrite = Callable[[Path, Mapping[str, Callable[[bytes], bytes]]], None]

# Dies as a power cut would, in the middle of one function of the operating system.
KILLED = """
import os, signal, sys
from relance.hosts.file.book import FileBook
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
book = FileBook(sys.argv[1])
book.write("tFactures", "Note", {2: "perdue"})
setattr(os, sys.argv[2], die)
book.save()
"""


def remains(path: Path) -> list[Path]:
    return list(path.parent.glob(f".{path.name}.*"))


def test_a_file_changed_by_someone_else_is_not_overwritten(
    simple_book: Path, rewrite: Rewrite
) -> None:
    with FileBook(simple_book) as book:
        book.write("tFactures", "Note", {2: "x"})
        rewrite(simple_book, {"xl/styles.xml": lambda part: part + b" "})
        theirs = simple_book.read_bytes()
        with pytest.raises(BookChangedError) as error:
            book.save()
        assert error.value.facts == {"path": str(simple_book)}
        assert simple_book.read_bytes() == theirs
        assert remains(simple_book) == []


def test_a_change_between_the_reading_and_the_first_write_is_seen(
    simple_book: Path, rewrite: Rewrite
) -> None:
    book = FileBook(simple_book)
    rewrite(simple_book, {"xl/styles.xml": lambda part: part + b" "})
    for _ in range(2):
        with pytest.raises(BookChangedError):
            book.set("AsOf", None)
    simple_book.unlink()
    with pytest.raises(BookChangedError):
        book.set("AsOf", None)
    assert list(simple_book.parent.iterdir()) == []  # no lock is left


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EFBIG, "disk_full"),
        (errno.EACCES, "permission"),
        (errno.EROFS, "permission"),
        (errno.EIO, "io"),
    ],
)
@pytest.mark.parametrize("moment", ["fsync", "chmod", "replace"])
def test_a_disk_that_refuses_leaves_the_old_file(
    simple_book: Path, monkeypatch: pytest.MonkeyPatch, moment: str, number: int, reason: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    before = simple_book.read_bytes()
    with FileBook(simple_book) as book:
        book.write("tFactures", "Note", {2: "x"})
        monkeypatch.setattr(os, moment, refuse)
        monkeypatch.setattr(save, "WAITS", ())
        with pytest.raises(BookError) as error:
            book.save()
    held = moment == "replace" and number == errno.EACCES
    assert error.value.facts["reason"] == ("held" if held else reason)
    assert simple_book.read_bytes() == before
    assert remains(simple_book) == []


def test_a_file_held_for_a_moment_is_waited_for(
    simple_book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, refusals = os.replace, [1, 2]

    def held(source: str, target: str) -> None:
        if refusals:
            refusals.pop()
            raise PermissionError
        replace(source, target)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(save, "WAITS", (0.0, 0.0, 0.0))
    with FileBook(simple_book) as book:
        book.write("tFactures", "Note", {2: "x"})
        book.save()
    assert FileBook(simple_book).read("tFactures").rows[0].cells["Note"] == "x"


def test_a_new_file_that_does_not_read_back_is_thrown_away(
    simple_book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(save, "_well_formed", lambda *facts: iter([b"<x/>"]))
    monkeypatch.setattr("relance.hosts.file.archive.zlib.crc32", lambda *_: 0)
    before = simple_book.read_bytes()
    with FileBook(simple_book) as book:
        book.write("tFactures", "Note", {2: "x"})
        with pytest.raises(BookError) as error:
            book.save()
    assert (error.value.facts["reason"], error.value.facts["detail"]) == ("damaged", "re-read")
    assert simple_book.read_bytes() == before


def test_a_changed_part_that_is_not_well_formed_is_never_saved(
    simple_book: Path, rewrite: Rewrite
) -> None:
    def spoil(part: bytes) -> bytes:
        return part.replace(b"</sheetData>", b"</sheetData><ouvert>")

    rewrite(simple_book, {"xl/worksheets/sheet1.xml": spoil})
    before = simple_book.read_bytes()
    with FileBook(simple_book) as book:
        book.write("tFactures", "Note", {2: "x"})
        with pytest.raises(BookError) as error:
            book.save()
    assert error.value.facts["reason"] == "damaged"
    assert simple_book.read_bytes() == before


def test_a_saved_book_is_the_same_bytes_twice(simple_book: Path, tmp_path: Path) -> None:
    saved = []
    for name in ("a.xlsx", "b.xlsx"):
        path = tmp_path / name
        path.write_bytes(simple_book.read_bytes())
        with FileBook(path) as book:
            book.append("tFactures", [{"Note": "x"}])
            book.save()
        saved.append(path.read_bytes())
    assert saved[0] == saved[1]


def test_dates_names_and_rights_of_the_entries_are_kept(rich_book: Path) -> None:
    def entries() -> dict[str, tuple[object, ...]]:
        with zipfile.ZipFile(rich_book) as archive:
            return {
                info.filename: (info.date_time, info.external_attr, info.create_system)
                for info in archive.infolist()
            }

    with zipfile.ZipFile(rich_book, "a") as archive:
        archive.writestr("xl/media/été.bin", b"x")  # a name beyond ASCII
    before = entries()
    with FileBook(rich_book) as book:
        book.write("tFactures", "Note", {2: "x"})
        book.save()
    assert entries() == before


if sys.platform != "win32":  # SIGKILL, modes and free links are not of Windows

    @pytest.mark.parametrize("moment", ["fsync", "chmod", "replace"])
    def test_a_kill_in_the_middle_of_a_save_leaves_the_old_file(
        simple_book: Path, moment: str
    ) -> None:
        simple_book.chmod(0o644)
        before = simple_book.read_bytes()
        command = [sys.executable, "-c", KILLED, str(simple_book), moment]
        package = str(Path(save.__file__).parents[3])
        done = subprocess.run(command, env={**os.environ, "PYTHONPATH": package}, check=False)
        assert done.returncode == -signal.SIGKILL
        assert simple_book.read_bytes() == before
        (left,) = remains(simple_book)
        assert left.stat().st_mode & 0o777 == (0o644 if moment == "replace" else 0o600)
        with FileBook(simple_book) as book:  # the next run finds the dead lock and tidies up
            book.write("tFactures", "Note", {2: "gardée"})
            book.save()
        assert remains(simple_book) == []
        assert FileBook(simple_book).read("tFactures").rows[0].cells["Note"] == "gardée"

    def test_the_file_keeps_its_mode(simple_book: Path) -> None:
        simple_book.chmod(0o640)
        with FileBook(simple_book) as book:
            book.write("tFactures", "Note", {2: "x"})
            book.save()
        assert simple_book.stat().st_mode & 0o7777 == 0o640

    def test_a_link_to_a_book_stays_a_link(simple_book: Path, tmp_path: Path) -> None:
        link = tmp_path / "lien.xlsx"
        link.symlink_to(simple_book)
        with FileBook(link) as book:
            book.write("tFactures", "Note", {2: "x"})
            book.save()
            assert book.path == str(link)
        assert link.is_symlink()
        assert FileBook(simple_book).read("tFactures").rows[0].cells["Note"] == "x"


def test_whole_parts_replace_those_of_their_name_or_come_new(
    simple_book: Path, parts_of: Callable[[Path], dict[str, bytes]]
) -> None:
    before = parts_of(simple_book)
    whole = {"xl/theme/theme1.xml": b"<theme/>", "xl/new.bin": b"\0<not xml", "xl/new.xml": b"<a/>"}
    _save(simple_book, whole)
    assert parts_of(simple_book) == before | whole


def test_a_whole_part_that_is_no_xml_is_refused_before_anything_is_lost(simple_book: Path) -> None:
    before = simple_book.read_bytes()
    for name in ("xl/new.xml", "xl/worksheets/_rels/new.xml.rels"):
        with pytest.raises(BookError) as error:
            _save(simple_book, {name: b"<a>"})
        assert error.value.facts["detail"] == name
    assert simple_book.read_bytes() == before
    assert remains(simple_book) == []


def _save(path: Path, whole: Mapping[str, bytes]) -> None:
    before = snapshot(path)
    plan = save.Plan(parts={}, late={}, dropped=frozenset(), whole=whole)
    save.save(Package(path, before.data), plan, before)
