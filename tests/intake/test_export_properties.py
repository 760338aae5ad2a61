"""What holds for every export, however it is laid out."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from relance.core.errors import IntakeError
from relance.core.records import Receivable
from relance.intake.export import Export
from relance.intake.exports import read_export
from relance.wording.findings_intake import REFUSALS

Item = tuple[int, int]  # debtor, cents

HEAD = ["Code client", "Nom", "N° facture", "Date facture", "Échéance", "Solde dû"]
SET_ASIDE = {
    "bad_amount", "no_amount", "open_blank", "shifted_row", "no_debtor", "no_number", "odd_sign",
    "duplicate_row",
}  # fmt: skip
COUNTED = ("merged", "settled", "lettered", "left_out", "repeated")

items = st.lists(st.tuples(st.integers(1, 5), st.integers(-90_000, 90_000)), min_size=1, max_size=9)
cells = st.sampled_from(
    ["", "C1", "Alpha", "F1", "F2", "01/10/2026", "31/02/2026", "10,00", "-3,50", "abc", "Total",
     "TOTAL GENERAL", "Report", "Client : C1 - Alpha", "Solde", "N° facture", "Avoir", "Payée",
     "1-30", "=A1", '"', "1.842", "Page 2", "A", "EUR", "0", "-"]
)  # fmt: skip


def amount(cents: int) -> str:
    return f"{Decimal(cents).scaleb(-2):,.2f}".replace(",", " ").replace(".", ",")


def rows_of(found: Sequence[Item]) -> list[list[str]]:
    return [
        [f"C{debtor}", f"Nom {debtor}", f"F{place}", "01/09/2026", "01/10/2026", amount(cents)]
        for place, (debtor, cents) in enumerate(sorted(found), start=1)
    ]


def content(rows: Sequence[Sequence[str]]) -> bytes:
    return "\n".join(";".join(row) for row in rows).encode("cp1252")


def plain(export: Export) -> list[Receivable]:
    return [replace(item, row=0) for item in export.receivables]


def total_row(found: Sequence[Item]) -> list[str]:
    return ["", "Total général", "", "", "", amount(sum(cents for _, cents in found))]


@given(items)
def test_the_total_reconciles_and_every_claim_is_there(found: list[Item]) -> None:
    export = read_export("x", content([HEAD, *rows_of(found), total_row(found)]))
    assert sum(export.totals.values()) == Decimal(sum(cents for _, cents in found)).scaleb(-2)
    assert export.difference == 0
    assert len(export.receivables) == sum(1 for _, cents in found if cents)


@given(
    items,
    st.integers(0, 3),
    st.lists(st.sampled_from(["DOSSIER DEMO", "Échéancier clients", "Arrêté au 30/11/26"])),
    st.sets(st.integers(0, 8)),
)
def test_titles_blank_columns_and_repeated_headers_change_nothing(
    found: list[Item], blanks: int, titles: list[str], breaks: set[int]
) -> None:
    bare = rows_of(found)
    head = [[title] for title in titles]
    noisy = [*head, HEAD]
    for place, row in enumerate(bare):
        noisy += [[], *head, HEAD] if place in breaks else []
        noisy.append(row)
    shifted = [[""] * blanks + row for row in [*noisy, total_row(found)]]
    expected = read_export("x", content([HEAD, *bare]))
    export = read_export("x", content(shifted))
    assert plain(export) == plain(expected)
    assert export.difference == 0


@given(items)
def test_a_debtor_on_its_own_row_owns_the_same_claims(found: list[Item]) -> None:
    grouped: list[list[str]] = [HEAD]
    for code in sorted({debtor for debtor, _ in found}):
        own = [row for row in rows_of(found) if row[0] == f"C{code}"]
        sums = sum(cents for debtor, cents in found if debtor == code)
        grouped += [[f"C{code}", f"Nom {code}", "", "", "", ""]]
        grouped += [["", "", *row[2:]] for row in own]
        grouped += [["", f"Total C{code}", "", "", "", amount(sums)]]
    export = read_export("x", content([*grouped, total_row(found)]))
    assert plain(export) == plain(read_export("x", content([HEAD, *rows_of(found)])))
    assert export.difference == 0


@given(st.lists(st.lists(cells, max_size=7), max_size=12))
@settings(max_examples=300)
def test_any_rows_are_accounted_for(noise: list[list[str]]) -> None:
    try:
        export = read_export("x", content([HEAD, *noise]))
    except IntakeError:
        return
    told = sum(1 for one in export.findings if one.code in SET_ASIDE)
    counted = sum(export.skipped.get(reason, 0) for reason in COUNTED)
    claims = len(export.receivables) + len(export.balances)
    assert export.rows == claims + counted + told
    numbers = [(item.debtor, item.number, item.currency) for item in export.receivables]
    assert len(set(numbers)) == len(numbers)
    assert all(item.debtor and item.number for item in export.receivables)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(noise: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"Client;Facture;Solde\n", b"\xff\xfe"):
        try:
            assert isinstance(read_export("x", start + noise), Export)
        except IntakeError as refused:
            reason = refused.facts["reason"]
            assert f"intake.{reason}" in REFUSALS
