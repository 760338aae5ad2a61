"""The list before the letters of a file to print."""

from decimal import Decimal

from tests.documents.conftest import AS_OF
from tests.tools.pdf_reader import blocks

from relance.core.records import Address, Creditor
from relance.documents.pdf_list import Listed, list_pdf


def listed(name: str = "Hôtel & Fils <b>", **more: object) -> Listed:
    given = {
        "name": name, "code": "C1", "address": Address("", "", "69002", "Lyon", "FR"),
        "kind": "letter", "pages": 3, "registered": False,
        "principal": (("EUR", Decimal("1234.5")), ("USD", Decimal(10))),
    }  # fmt: skip
    return Listed(**(given | more))  # type: ignore[arg-type]


def said(creditor: Creditor, *letters: Listed) -> list[str]:
    return [text for _, text in blocks(list_pdf(creditor, letters, AS_OF))]


def test_it_counts_letters_and_sheets_and_names_each(creditor: Creditor) -> None:
    found = said(creditor, listed(), listed("B", registered=True, kind="formal_notice", pages=2))
    assert found[:2] == [
        "Lettres à imprimer",
        "2 lettres, dont 1 recommandée ; 3 feuilles en recto verso. Cette liste ne part pas.",
    ]
    at = found.index("1")
    assert found[at + 1 : at + 6] == [
        "Hôtel & Fils <b> (C1)", "69002", "lettre", "3", "1 234,50 € + 10,00 USD",
    ]  # fmt: skip
    assert "mise en demeure (recommandé)" in found


def test_a_sign_of_no_typeface_does_not_keep_the_others_from_the_printer(
    creditor: Creditor,
) -> None:
    found = said(creditor, listed("東京 SARL"))
    assert "?? SARL (C1)" in found


def test_a_long_name_is_cut_and_dots_say_so(creditor: Creditor) -> None:
    found = said(creditor, listed("Coopérative des artisans " * 20), listed("W" * 300))
    assert "Coopérative des artisans Coopérative des artisans… (C1)" in found  # 60 signs at most
    assert f"{'W' * 60}… (C1)" in found
