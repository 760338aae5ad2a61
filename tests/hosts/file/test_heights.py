"""Rows are as high as the wrapped text that is written in them."""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from relance.actions.book import Cell
from relance.hosts.file.book import FileBook

Rewrite = Callable[[Path, Mapping[str, Callable[[bytes], bytes]]], None]
Heights = dict[int, str]

SHEET = "xl/worksheets/sheet1.xml"
# Calibri 11 on rows of 15 points. A column of 20.71 has room for 20 digits.
TWO_LINES = "0123456789 0123456789"
THREE_LINES = "0123456789 0123456789 0123456789"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[FileBook]:
    """Return a book whose table (rows 2 to 4) has a wrapped column, a plain and a narrow one."""
    path = tmp_path / "notes.xlsx"
    with xlsxwriter.Workbook(path) as made:
        wrapped = made.add_format({"text_wrap": True})
        plain = made.add_format()
        small = made.add_format({"text_wrap": True, "font_size": 8, "indent": 1})
        sheet = made.add_worksheet("Factures")
        sheet.set_column(0, 1, 20)
        sheet.set_column(2, 2, 10)
        for row in range(1, 4):
            sheet.write_string(row, 0, "court", wrapped)
            sheet.write_string(row, 1, "court", plain)
            sheet.write_string(row, 2, "court", small)
        headings = [{"header": heading} for heading in ("Note", "Libre", "Petit")]
        sheet.add_table(0, 0, 3, 2, {"name": "tNotes", "columns": headings})
    with FileBook(path) as opened:
        yield opened


def row_tags(path: Path | str) -> dict[int, str]:
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read(SHEET).decode()
    return {int(tag[1]): tag[0] for tag in re.finditer(r'<row r="(\d+)"[^>]*>', sheet)}


def heights(book: FileBook) -> Heights:
    """Save, and return the heights of the rows that have one."""
    book.save()
    found = ((row, re.search(r' ht="([\d.]+)"', tag)) for row, tag in row_tags(book.path).items())
    return {row: height[1] for row, height in found if height}


def reopened(book: FileBook, rewrite: Rewrite, old: bytes, new: bytes) -> FileBook:
    """Return the book with its sheet changed."""

    def change(part: bytes) -> bytes:
        assert old in part
        return part.replace(old, new)

    rewrite(Path(book.path), {SHEET: change})
    return FileBook(book.path)


def test_a_row_grows_with_its_wrapped_text_and_shrinks_back(book: FileBook) -> None:
    book.write("tNotes", "Note", {2: TWO_LINES, 3: THREE_LINES, 4: "court"})
    assert heights(book) == {2: "30", 3: "45"}
    assert "customHeight" not in "".join(row_tags(book.path).values())
    book.write("tNotes", "Note", {2: "court", 3: TWO_LINES})
    assert heights(book) == {3: "30"}
    book.write("tNotes", "Note", {3: None})
    assert heights(book) == {}


def test_line_breaks_of_the_text_count(book: FileBook) -> None:
    book.write("tNotes", "Note", {2: "a\nb\nc\nd"})
    assert heights(book) == {2: "60"}


def test_a_plain_cell_and_a_number_ask_for_one_line(book: FileBook) -> None:
    book.write("tNotes", "Libre", {2: THREE_LINES})
    book.write("tNotes", "Note", {3: 10**30, 4: date(2026, 1, 31)})
    assert heights(book) == {}


def test_the_cell_with_most_lines_decides_even_when_another_is_written(book: FileBook) -> None:
    book.write("tNotes", "Note", {2: THREE_LINES})
    book.save()
    book.write("tNotes", "Petit", {2: "un\ndeux"})
    assert heights(book) == {2: "45"}
    book.write("tNotes", "Note", {2: "court"})
    assert heights(book) == {2: "22.5"}  # 2 x 15 x 8/11 = 21.82, up to a dot of 0.75


def test_small_letters_and_an_indent_change_the_room(book: FileBook) -> None:
    # A column of 10.71: (10.71 - 0.71 - 1.3) / (8/11) = 11.96 digits of that size.
    book.write("tNotes", "Petit", {2: "0" * 11, 3: "0" * 12})
    assert heights(book) == {3: "22.5"}  # 2 x 15 x 8/11 = 21.82, up to a dot of 0.75


def test_a_height_set_by_hand_stays(book: FileBook, rewrite: Rewrite) -> None:
    by_hand = b'<row r="2" ht="12" customHeight="1"'
    with reopened(book, rewrite, b'<row r="2"', by_hand) as changed:
        changed.write("tNotes", "Note", {2: THREE_LINES})
        assert heights(changed) == {2: "12"}


def test_a_height_that_all_rows_of_the_sheet_were_given_stays(
    book: FileBook, rewrite: Rewrite
) -> None:
    old, new = b'defaultRowHeight="15"', b'defaultRowHeight="40" customHeight="1"'
    with reopened(book, rewrite, old, new) as changed:
        changed.write("tNotes", "Note", {2: THREE_LINES})
        assert heights(changed) == {}


def test_a_row_keeps_its_height_when_no_wrapped_cell_changes(
    book: FileBook, rewrite: Rewrite
) -> None:
    fitted_by_excel = b'<row r="2" ht="33.5"'
    with reopened(book, rewrite, b'<row r="2"', fitted_by_excel) as changed:
        changed.write("tNotes", "Libre", {2: 5, 3: "x"})
        assert heights(changed) == {2: "33.5"}


def test_no_row_is_higher_than_excel_takes(book: FileBook) -> None:
    book.write("tNotes", "Note", {2: "mot " * 8_000})
    assert heights(book) == {2: "409"}


def test_appended_rows_are_as_high_as_their_text(book: FileBook) -> None:
    rows: list[dict[str, Cell]] = [{"Note": TWO_LINES}, {"Note": "x", "Libre": THREE_LINES}]
    assert book.append("tNotes", rows) == (5, 6)
    assert heights(book) == {5: "30"}


def test_the_result_of_a_formula_is_measured_too(book: FileBook, rewrite: Rewrite) -> None:
    name = re.search(rb'<c r="A2"[^>]*>.*?</c>', zipfile.ZipFile(book.path).read(SHEET))
    assert name
    formula = name[0].replace(b' t="s"', b' t="str"').replace(b"<v>", b"<f>A1</f><v>")
    with reopened(book, rewrite, name[0], formula) as changed:
        changed.write("tNotes", "Note", {2: TWO_LINES})
        assert heights(changed) == {2: "30"}


def test_a_hidden_column_asks_for_nothing(book: FileBook, rewrite: Rewrite) -> None:
    with reopened(book, rewrite, b'<col min="1" max="2"', b'<col hidden="1" min="1" max="2"') as b:
        b.write("tNotes", "Note", {2: THREE_LINES + "\n\n"})
        assert heights(b) == {}


def test_columns_without_a_width_have_the_sheet_s_or_the_usual_one(
    book: FileBook, rewrite: Rewrite
) -> None:
    with zipfile.ZipFile(book.path) as archive:
        columns = re.search(rb"<cols>.*</cols>", archive.read(SHEET))
    assert columns
    with reopened(book, rewrite, columns[0], b"") as usual:
        usual.write("tNotes", "Note", {2: "0" * 8, 3: "0" * 9})  # 9.14 - 0.71 = 8.43 digits
        assert heights(usual) == {3: "30"}
    old = b'defaultRowHeight="15"'
    with reopened(book, rewrite, old, b'defaultColWidth="5.71" defaultRowHeight="20"') as own:
        own.write("tNotes", "Note", {2: "0" * 5, 3: "0" * 6})
        assert heights(own) == {3: "40.5"}  # 2 x 20, up to a dot


def test_a_named_cell_is_fitted_like_any_other(book: FileBook, rewrite: Rewrite) -> None:
    name = b'<definedNames><definedName name="Regles">Factures!$A$2</definedName></definedNames>'
    rewrite(
        Path(book.path),
        {"xl/workbook.xml": lambda part: part.replace(b"</sheets>", b"</sheets>" + name)},
    )
    with FileBook(book.path) as named:
        named.set("Regles", TWO_LINES)
        assert heights(named) == {2: "30"}
