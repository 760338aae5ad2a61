"""All computed columns at once, for a table of invoices with its headings."""

from datetime import date
from typing import Any

import pytest

from relance.hosts.functions import DUNNING_INTEREST, DUNNING_STEP, DUNNING_TABLE
from relance.workbook.schema import INVOICES

AS_OF = "2026-11-23"
HEADINGS = ["N° facture", "Échéance", "Montant TTC", "Payé", "Régime", "Statut"]


def listed(answer: object) -> list[list[Any]]:
    """The answer as the rows that it must be."""
    assert isinstance(answer, list)
    return answer


def rows(table: object, as_of: object = AS_OF, **named: object) -> list[dict[str, object]]:
    """The answer as one mapping a row, by heading."""
    head, *body = listed(DUNNING_TABLE(table, as_of, **named))
    return [dict(zip(head, row, strict=True)) for row in body]


def test_the_computed_columns_are_those_of_the_sheet() -> None:
    head = listed(DUNNING_TABLE([HEADINGS], AS_OF))[0]
    shown = INVOICES.shown(computing=False)
    assert head == [column.heading for column in shown.columns if column.computed]


def test_a_late_invoice_has_every_figure() -> None:
    (row,) = rows([HEADINGS, ["A1", "2026-09-30", 3500, 500, "FR-B2B", None]])
    # 3,000 x 12.4 % x 54 / 365 = 55.0356; 3,000 + 55.04 + 40
    assert row == {
        "Reste dû TTC": 3000.0,
        "Jours de retard": 54,
        "Tranche": "2 De 31 à 60 j",
        "Phase": 1,
        "Étape à faire": "mail-1",
        "Prochaine date": date(2026, 10, 1),
        "Pénalités de retard": 55.04,
        "Indemnité forfaitaire": 40.0,
        "Total exigible": 3095.04,
        "Anomalie": "",
    }


def test_headings_may_move_and_lose_their_accents() -> None:
    table = (("MONTANT TTC", "Autre", "echeance"), (3000.0, "x", "30/09/2026"))
    (row,) = rows(table)
    assert (row["Total exigible"], row["Anomalie"]) == (3095.04, "")


def test_the_last_step_and_the_rules_are_obeyed() -> None:
    head = [*HEADINGS, "Dernière étape", "Date dernière étape"]
    line = ["A1", "2026-11-01", 100, 0, "FR-B2B", "", "letter-2", "2026-12-01"]
    assert rows([head, line], "2026-12-09")[0]["Étape à faire"] == "notice"
    assert rows([head, line], "2026-12-08")[0]["Étape à faire"] == ""
    refused = rows([head, line], "2026-12-09", rules="x")[0]
    assert str(refused["Anomalie"]).startswith("Règles illisibles")


def test_nothing_is_to_be_done_for_credits_and_what_is_paid() -> None:
    paid = ["A1", "2026-09-30", 100, 100, "FR-B2B", ""]
    credit = ["A2", None, -20, 0, "FR-B2B", ""]
    for row, total in zip(rows([HEADINGS, paid, credit]), (0.0, -20.0), strict=True):
        assert (row["Étape à faire"], row["Jours de retard"]) == ("", "")
        assert (row["Pénalités de retard"], row["Total exigible"]) == (0.0, total)
        assert row["Anomalie"] == ""


def test_a_credit_note_typed_without_its_sign_is_a_credit() -> None:
    (row,) = rows([["Nature", "Échéance", "Montant TTC"], ["avoir", "2026-09-30", 20]])
    assert (row["Reste dû TTC"], row["Total exigible"]) == (-20.0, -20.0)


def test_a_faulty_row_says_so_and_leaves_no_text_in_a_number_column() -> None:
    found = rows([HEADINGS, ["A1", "31/02/2026", 100, 0, "FR-B2B", ""],
                  ["A2", "2026-09-30", 3000, 0, "", ""],
                  ["A3", "2026-09-30", 3000, 0, "FR-B2B", "litige"]])  # fmt: skip
    assert [row["Pénalités de retard"] for row in found] == ["", "", 55.04]
    assert [row["Jours de retard"] for row in found] == ["", 54, 54]
    assert str(found[0]["Anomalie"]).startswith("Date illisible ou hors limites : « 31/02/2026 »")
    assert str(found[1]["Anomalie"]).startswith("Régime inconnu ou vide")
    assert (found[2]["Étape à faire"], found[2]["Anomalie"]) == ("", "")


def test_a_blank_row_stays_blank() -> None:
    (blank, _) = rows([HEADINGS, [None] * 6, ["A1", "2026-09-30", 3000, 0, "FR-B2B", ""]])
    assert set(blank.values()) == {""}


def test_an_extension_moves_the_reminder_and_may_suspend_interest() -> None:
    head = [*HEADINGS, "Échéance reportée au", "Intérêts suspendus jusqu'au report"]
    line = ["A1", "2026-03-31", 4000, 0, "FR-B2B", "", "2026-05-31"]
    running, suspended = rows([head, [*line, "non"], [*line, "oui"]], "2026-06-30")
    # 91 days at 12.15 % = 121.1671; 30 days = 39.9452
    assert (running["Pénalités de retard"], suspended["Pénalités de retard"]) == (121.17, 39.95)
    assert running["Jours de retard"] == suspended["Jours de retard"] == 30
    (waiting,) = rows([head, [*line, ""]], "2026-05-31")
    assert (waiting["Étape à faire"], waiting["Indemnité forfaitaire"]) == ("", 0.0)


@pytest.mark.parametrize(
    "table", [None, "x", [["Échéance"], ["2026-09-30"]], [["a", "b"], [1, 2]], 3.0, []]
)
def test_a_table_without_our_headings_is_refused(table: object) -> None:
    answer = str(DUNNING_TABLE(table, AS_OF))
    assert answer.startswith("#RELANCE : La colonne « Échéance, Montant TTC » manque")


def test_a_range_is_no_day_for_a_table() -> None:
    table = [HEADINGS, ["A1", "2026-09-30", 3000, 0, "FR-B2B", ""]]
    (row,) = rows(table, [[AS_OF], [AS_OF]])
    assert row["Anomalie"] == "les plages n'ont pas la même taille."


def test_a_table_agrees_with_the_functions() -> None:
    dues = [f"2026-{month:02}-15" for month in range(1, 12)]
    table = [HEADINGS, *([f"A{i}", due, 100 * i, 0, "BE-B2B", ""] for i, due in enumerate(dues, 1))]
    for i, (due, row) in enumerate(zip(dues, rows(table), strict=True), 1):
        assert row["Pénalités de retard"] == DUNNING_INTEREST(100 * i, due, AS_OF, "BE-B2B")
        assert row["Étape à faire"] == DUNNING_STEP(due, AS_OF, regime="BE-B2B")
