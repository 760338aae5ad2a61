"""Copies that go with an e-mail: what is found goes, up to a limit, and the rest is told."""

from collections.abc import Callable
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from tests.actions.world import MONDAY, Answer, debtor, invoice, run

from relance.actions import attached as module
from relance.actions.attached import attached

Make = Callable[..., Path]
LATE = date(2026, 11, 19)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of the copies."""
    made = tmp_path / "factures"
    made.mkdir()
    return made


def mailed(make: Make, out: Path, *copies: str) -> tuple[Answer, list[str], str]:
    """Run for a debtor who gets an e-mail; return the answer, the files and the words of it."""
    items = [
        invoice(f"F-{n}", "C1", LATE, "1200.00", copy=copy) for n, copy in enumerate(copies, 1)
    ]
    answer = run(make([debtor("C1")], items, DossierFactures="factures"), out)
    (path,) = out.glob("*.eml")
    found = message_from_bytes(path.read_bytes(), policy=default)
    body = found.get_body(("plain",))
    assert body is not None
    return answer, [str(one.get_filename()) for one in found.iter_attachments()], body.get_content()


def test_all_copies_that_are_there_go_and_nothing_is_told(
    make: Make, out: Path, folder: Path
) -> None:
    for name in ("F-1.pdf", "F-2.pdf"):
        (folder / name).write_bytes(b"%PDF-1.7")
    answer, files, words = mailed(make, out, "F-1.pdf", "F-2.pdf")
    assert files == ["F-1.pdf", "F-2.pdf"]
    assert "ci-joint\u00a0: copies des factures F-1, F-2." in words
    assert "non jointe" not in answer.out


def test_of_two_copies_of_one_name_the_one_that_goes_is_claimed(
    make: Make, out: Path, folder: Path
) -> None:
    (folder / "2026").mkdir()
    (folder / "2026" / "F.pdf").write_bytes(b"%PDF-1.7")
    _, files, words = mailed(make, out, "2026/F.pdf", "2025/F.pdf")
    assert files == ["F.pdf"]
    assert "ci-joint\u00a0: copie de la facture F-1." in words


def test_a_copy_that_is_not_there_is_told_and_not_claimed(
    make: Make, out: Path, folder: Path
) -> None:
    (folder / "F-1.pdf").write_bytes(b"%PDF-1.7")
    answer, files, words = mailed(make, out, "F-1.pdf", "F-2.pdf")
    assert files == ["F-1.pdf"]
    assert "ci-joint\u00a0: copie de la facture F-1." in words
    assert "C1 : 1 copie introuvable, non jointe : F-2.pdf." in " ".join(answer.out.split())


def test_what_is_too_large_for_a_mailbox_is_left_out_and_named(
    make: Make, out: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LIMIT", 100)
    for name, size in (("F-1.pdf", 60), ("F-2.pdf", 60), ("F-3.pdf", 40)):
        (folder / name).write_bytes(b"%PDF-".ljust(size))
    answer, files, words = mailed(make, out, "F-1.pdf", "F-2.pdf", "F-3.pdf")
    assert files == ["F-1.pdf", "F-3.pdf"]
    assert "ci-joint\u00a0: copies des factures F-1, F-3." in words
    told = " ".join(answer.out.split())
    assert "C1 : 1 copie non jointe, l'e-mail serait trop lourd : F-2.pdf." in told


def test_a_copy_that_can_not_be_read_does_not_stop_the_e_mail(
    make: Make, out: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "F-1.pdf").write_bytes(b"%PDF-1.7")
    real = Path.read_bytes

    def read(self: Path) -> bytes:
        if self.name == "F-1.pdf":
            raise PermissionError(13, "Permission denied")
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", read)
    answer, files, words = mailed(make, out, "F-1.pdf")
    assert files == []
    assert "ci-joint" not in words
    assert "1 copie illisible, non jointe : F-1.pdf." in " ".join(answer.out.split())


def test_what_is_told_stands_among_the_findings(make: Make, out: Path, folder: Path) -> None:
    book = make(
        [debtor("C1")], [invoice("F-1", "C1", LATE, "1200.00", copy="F-1.pdf")],
        DossierFactures="factures",
    )  # fmt: skip
    assert folder.is_dir()
    found = run(book, out, MONDAY, "--json").json["findings"]
    (told,) = (one for one in found if one["code"] == "copies_missing")
    assert told["facts"]["names"] == ["F-1.pdf"]


def test_the_limit_counts_all_files_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LIMIT", 100)
    for name, size in (("a.pdf", 70), ("b.pdf", 30), ("c.pdf", 1)):
        (tmp_path / name).write_bytes(b"%PDF-".ljust(size))
    found = attached(["a.pdf", "b.pdf", "a.pdf", "c.pdf", "d.pdf"], tmp_path)
    assert [name for name, _ in found.contents] == ["a.pdf", "b.pdf"]
    assert {one.code: one.facts["names"] for one in found.left_out} == {
        "copies_too_large": ("c.pdf",), "copies_missing": ("d.pdf",),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("F-2.pdf", b"", "1 copie vide, non jointe : F-2.pdf."),
        ("F-2.pdf", b"\0" * 512, "1 copie vide, non jointe : F-2.pdf."),  # a download cut short
        *[
            (f"F-2.{kind}", b"x", f"sans macros) : F-2.{kind}.")
            for kind in ("exe", "bat", "js", "lnk", "scr", "html", "svg", "zip", "xlsm", "pdf.vbs")
        ],
        ("F-2.pdf", b"MZ\x90\0", "sans macros) : F-2.pdf."),  # a program under another name
    ],
)
def test_what_is_no_document_does_not_go_and_is_told(
    make: Make, out: Path, folder: Path, name: str, content: bytes, told: str
) -> None:
    (folder / "F-1.pdf").write_bytes(b"%PDF-1.7")
    (folder / name).write_bytes(content)
    answer, files, words = mailed(make, out, "F-1.pdf", name)
    assert files == ["F-1.pdf"]
    assert "copie de la facture F-1." in words
    assert told in " ".join(answer.out.split())


def test_documents_of_all_sorts_go_whatever_the_capitals(
    make: Make, out: Path, folder: Path
) -> None:
    starts = {
        "F-1": b"%PDF-1.4", "F-1.PDF": b"\n%PDF-1.7", "F-2.xml": b"<html>",
        "F-3.Jpg": b"\xff\xd8\xff",
        "F-4.xlsx": b"PK\3\4", "F-5.docx": b"PK\3\4", "F-6.png": b"\x89PNG\r\n",
        "F-7.tif": b"MM\0*",
        "F-8.gif": b"GIF89a", "F-9.csv": b"F-9;1200", "F-10.txt": b"Facture",
    }  # fmt: skip
    names = list(starts)
    for name, start in starts.items():
        (folder / name).write_bytes(start)
    answer, files, _ = mailed(make, out, *names)
    assert files == names
    assert "non joint" not in answer.out


WEB_PAGE = b"\n<!DOCTYPE html><html><script>alert(1)</script></html>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *((f"F-1.{kind}", WEB_PAGE) for kind in ("pdf", "png", "docx", "txt", "csv", "doc")),
        ("F-1.pdf", b"<HTML>%PDF-1.7"), ("F-1.txt", b"x<svg onload=a>"),
        ("F-1.pdf", b"x"), ("F-1.pdf", b" " * 1_024 + b"%PDF-1.7"), ("F-1.pdf", b"\xff\xd8\xff"),
        ("F-1.png", b"GIF89a"), ("F-1.JPG", b"\x89PNG\r\n"), ("F-1.tiff", b"%PDF-1.7"),
        ("F-1.gif", b"x"), ("F-1.xlsx", b"%PDF-1.7"), ("F-1.odt", b"x"),
    ],
)  # fmt: skip
def test_a_copy_that_is_not_what_its_ending_says_does_not_go(
    folder: Path, name: str, content: bytes
) -> None:
    (folder / name).write_bytes(content)
    found = attached([name], folder)
    assert found.contents == ()
    assert [one.code for one in found.left_out] == ["copies_no_document"]


@pytest.mark.parametrize("name", ["id_rsa", "passwd", "notes"])
def test_a_file_without_an_ending_goes_only_when_it_begins_as_a_document(
    make: Make, out: Path, folder: Path, name: str
) -> None:
    (folder / name).write_bytes(b"-----BEGIN PRIVATE KEY-----")
    answer, files, _ = mailed(make, out, name)
    assert files == []
    assert f"sans macros) : {name}." in " ".join(answer.out.split())


@pytest.mark.parametrize(
    "start", [b"%PDF-1.4", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\0"]
)
def test_a_scan_without_an_ending_goes(tmp_path: Path, start: bytes) -> None:
    (tmp_path / "scan").write_bytes(start + b"...")
    assert [name for name, _ in attached(["scan"], tmp_path).contents] == ["scan"]


OUTSIDE = "1 copie hors du dossier des copies de factures, non jointe : {}."


def test_a_file_outside_the_folder_of_the_copies_never_goes(
    make: Make, out: Path, folder: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "salaires.pdf"
    secret.write_bytes(b"%PDF-1.7")
    for name in (str(secret), "../salaires.pdf", "2026/../../salaires.pdf"):
        assert attached([name], folder).contents == ()
    answer, files, _ = mailed(make, out, "../salaires.pdf")
    assert files == []
    assert OUTSIDE.format("salaires.pdf") in " ".join(answer.out.split())


def test_a_link_that_leads_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "salaires.pdf").write_bytes(b"%PDF-1.7")
    (folder / "F-1.pdf").symlink_to(tmp_path / "salaires.pdf")
    (reason,) = attached(["F-1.pdf"], folder).left_out
    assert reason.code == "copies_outside"


def test_links_that_lead_to_each_other_are_told(folder: Path) -> None:
    (folder / "F-1.pdf").symlink_to(folder / "F-2.pdf")
    (folder / "F-2.pdf").symlink_to(folder / "F-1.pdf")
    (reason,) = attached(["F-1.pdf"], folder).left_out
    assert reason.code == "copies_unread"


def test_a_whole_path_into_the_folder_goes(folder: Path) -> None:
    (folder / "F-1.pdf").write_bytes(b"%PDF-1.7")
    found = attached([str(folder / "F-1.pdf")], folder)
    assert [name for name, _ in found.contents] == ["F-1.pdf"]


def test_without_a_folder_no_copy_goes_and_the_setting_is_named(
    make: Make, out: Path, tmp_path: Path
) -> None:
    (tmp_path / "F-1.pdf").write_bytes(b"%PDF-1.7")
    items = [invoice("F-1", "C1", LATE, "1200.00", copy=str(tmp_path / "F-1.pdf"))]
    answer = run(make([debtor("C1")], items), out)
    told = " ".join(answer.out.split())
    assert "1 copie non jointe : F-1.pdf. Remplissez « Dossier des copies de factures »" in told
