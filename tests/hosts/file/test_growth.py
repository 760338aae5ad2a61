"""What follows a table that grows, and what is reported because it can't."""

from collections.abc import Callable, Mapping
from pathlib import Path

from relance.hosts.file import growth
from relance.hosts.file.book import FileBook
from relance.hosts.file.growth import Growth, extended
from relance.hosts.file.ranges import Area

Rewrite = Callable[[Path, Mapping[str, Callable[[bytes], bytes]]], None]

GROWTH = Growth("xl/worksheets/sheet1.xml", "Factures", Area(2, 0, 9, 4), 12)


def test_only_ranges_that_ended_with_the_table_follow_it() -> None:
    assert extended("A2:A9 C3 E9 A1:A8 H2:H9 A:A $B$2:$B$9", [GROWTH]) == (
        "A2:A12 C3 E9:E12 A1:A8 H2:H9 A:A B2:B12"
    )
    assert extended("A2:A9", []) == "A2:A9"


def test_the_tail_of_a_sheet_follows() -> None:
    tail = (
        b'</sheetData><protectedRanges><protectedRange sqref="A2:E9" name="x"/></protectedRanges>'
        b'<hyperlinks><hyperlink ref="A9"/></hyperlinks><mergeCells><mergeCell ref="A9:B9"/>'
        b'</mergeCells><ext><x14:dataValidations><x14:dataValidation type="list"><x14:formula1>'
        b"<xm:f>L!$A$2:$A$9</xm:f></x14:formula1><xm:sqref>C2:C9</xm:sqref></x14:dataValidation>"
        b"</x14:dataValidations><x14:sparkline><xm:f>Factures!A2:A9</xm:f><xm:sqref>F9</xm:sqref>"
        b"</x14:sparkline></ext>"
    )
    longer = growth.tail(tail, [GROWTH])
    assert longer == tail.replace(b'sqref="A2:E9"', b'sqref="A2:E12"').replace(
        b">C2:C9<", b">C2:C12<"
    )
    assert growth.tail(tail, []) == tail
    (left,) = growth.sparklines_left(tail, [GROWTH])
    assert left.facts == {"where": "Factures", "range": "Factures!A2:A9"}


def test_the_dimension_never_shrinks() -> None:
    head = b'<worksheet><dimension ref="A1:E9"/><cols/>'
    assert growth.head(head, Area(2, 0, 12, 4)) == head.replace(b"E9", b"E12")
    assert growth.head(head, Area(2, 1, 3, 1)) == head
    assert growth.head(b"<worksheet><sheetViews/>", Area(1, 1, 1, 1)) == (
        b"<worksheet><sheetViews/>"
    )


def test_a_pivot_with_a_literal_range_is_reported(simple_book: Path, rewrite: Rewrite) -> None:
    literal = b'<pivotCacheDefinition><worksheetSource ref="A1:G4" sheet="Factures"/>'
    by_name = b'<pivotCacheDefinition><worksheetSource name="tFactures"/>'
    rewrite(
        simple_book,
        {
            "xl/pivotCache/pivotCacheDefinition1.xml": lambda _: literal,
            "xl/pivotCache/pivotCacheDefinition2.xml": lambda _: by_name,
        },
    )
    with FileBook(simple_book) as book:
        book.append("tFactures", [{"Note": "x"}])
        book.save()
        (left,) = book.report.not_extended
    assert left.code == "pivot_not_extended"
    assert left.facts["ranges"] == ["Factures!A1:G4"]


def test_an_append_into_a_blank_row_leaves_every_range(simple_book: Path) -> None:
    with FileBook(simple_book) as book:
        for heading in ("N° facture", "Client", "Échéance", "Montant TTC", "Payé", "Note"):
            book.write("tFactures", heading, {4: None})
        book.append("tFactures", [{"Note": "x"}])
        book.save()
        assert book.report.changed == ("xl/worksheets/sheet1.xml",)
