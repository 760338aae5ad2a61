"""Rows of a Word table that one page holds together."""

import re
from collections.abc import Callable

import pytest

from relance.core.records import Line, Message
from relance.documents.docx import MAIN, unpack
from relance.documents.holding import SHORT, held
from relance.documents.render import render

LineMaker = Callable[..., Line]
MessageMaker = Callable[..., Message]


def rows_of(message: Message) -> list[str]:
    """The rows of the first table: heading, invoices, total."""
    xml = unpack("x.docx", render(message, key="abcdef").content)[MAIN].decode()
    return re.findall(r"<w:tr>.*?</w:tr>", xml.partition("</w:tbl>")[0])


def kept(row: str) -> bool:
    """Tell whether every paragraph of a row stays with the next row."""
    return row.count("<w:keepNext/>") == row.count("<w:p>")


@pytest.mark.parametrize("count", [1, 3, SHORT - 2])
def test_a_short_table_stays_whole_with_what_follows(
    line: LineMaker, message: MessageMaker, count: int
) -> None:
    rows = rows_of(message([line(f"F{at}") for at in range(count)]))
    assert len(rows) == count + 2
    assert all(kept(row) for row in rows)


@pytest.mark.parametrize("count", [SHORT - 1, 60])
def test_the_total_of_a_long_table_is_never_alone(
    line: LineMaker, message: MessageMaker, count: int
) -> None:
    *first, last, total = rows_of(message([line(f"F{at}") for at in range(count)]))
    assert "Total" in total
    assert kept(last)
    assert not any(kept(row) for row in first)


def test_a_form_and_a_paragraph_without_style_are_left_as_they_are() -> None:
    form = "<w:tbl><w:tr><w:tc><w:p><w:pPr/></w:p></w:tc></w:tr></w:tbl><w:p/>"
    assert held(form) == form
    listed = (
        "<w:p/><w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:pPr></w:pPr></w:p></w:tc>"
        "</w:tr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>"
    )
    assert held(listed) == listed.replace("<w:pPr>", "<w:pPr><w:keepNext/>")
