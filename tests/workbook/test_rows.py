"""What each row means, and what is said about a row that can't be read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relance.core.errors import BadPolicyError, MissingColumnError
from relance.core.findings import Finding
from relance.core.policy import codes, from_rows, load
from relance.core.records import Dispute, Instalment, PaymentPlan, Promise, Receivable
from relance.wording.sentences import sentence
from relance.workbook import rows, schema, write

Table = Callable[..., Any]

GOOD = {
    "N° facture": "F1",
    "Code client": "C1",
    "Échéance": date(2026, 11, 1),
    "Montant TTC": 120.5,
}


def codes_of(findings: tuple[Finding, ...]) -> list[tuple[int, str, str]]:
    return [(finding.row, finding.column, finding.code) for finding in findings]


def test_a_good_row_becomes_an_open_invoice(table: Table) -> None:
    items, findings = rows.receivables(table(schema.INVOICES, GOOD))
    assert items == (Receivable("F1", "C1", due=date(2026, 11, 1), amount=Decimal("120.5"), row=2),)
    assert findings == ()


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [
        ("Montant TTC", "12 34,5O", "bad_amount"),
        ("Montant TTC", None, "missing_amount"),
        ("Payé", "tout", "bad_amount"),
        ("N° facture", " ", "missing_number"),
        ("N° facture", "F1; F2", "bad_number"),
        ("Code client", None, "missing_debtor"),
        ("Devise", "12", "bad_currency"),
    ],
)
def test_a_row_that_can_not_be_demanded_is_left_out(
    table: Table, heading: str, cell: object, code: str
) -> None:
    good = {**GOOD, "N° facture": "F2"}
    items, findings = rows.receivables(table(schema.INVOICES, {**GOOD, heading: cell}, good))
    assert [item.number for item in items] == ["F2"]
    assert codes_of(findings) == [(2, heading, code)]


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [
        ("Échéance", "31/02/2026", "bad_date"),
        ("Échéance", date(2062, 1, 1), "bad_date"),
        ("Statut", "peut-être", "unknown_status"),
        ("Nature", "devis", "bad_choice"),
        ("Échéance estimée", "peut-être", "bad_choice"),
        ("Payé", -1, "negative_paid"),
    ],
)
def test_a_row_with_a_doubt_is_kept_but_held(
    table: Table, heading: str, cell: object, code: str
) -> None:
    items, findings = rows.receivables(table(schema.INVOICES, {**GOOD, heading: cell}))
    assert [item.status for item in items] == ["on_hold"]
    assert codes_of(findings) == [(2, heading, code)]


def test_a_finding_names_what_was_typed_and_the_debtor(table: Table) -> None:
    _, findings = rows.receivables(table(schema.INVOICES, {**GOOD, "Statut": "peut-être"}))
    assert findings[0].facts == {
        "table": "tFactures",
        "debtor": "C1",
        "value": "peut-être",
    }


def test_a_number_given_twice_to_one_debtor_is_reported_on_both_rows(table: Table) -> None:
    other = {**GOOD, "Code client": "C2"}
    items, findings = rows.receivables(table(schema.INVOICES, GOOD, other, GOOD))
    assert codes_of(findings) == [
        (2, "N° facture", "duplicate_number"),
        (4, "N° facture", "duplicate_number"),
    ]
    assert [item.status for item in items] == ["on_hold", "open", "on_hold"]


def test_an_invoice_without_due_date_is_kept_and_reported(table: Table) -> None:
    items, findings = rows.receivables(table(schema.INVOICES, {**GOOD, "Échéance": None}))
    assert (items[0].due, items[0].status) == (None, "open")
    assert codes_of(findings) == [(2, "Échéance", "no_due")]


def test_an_invoice_due_before_its_own_day_is_held_and_told(table: Table) -> None:
    wrong = {**GOOD, "Date facture": date(2026, 11, 2)}  # due the day before
    items, findings = rows.receivables(table(schema.INVOICES, wrong))
    assert [item.status for item in items] == ["on_hold"]
    assert codes_of(findings) == [(2, "Échéance", "due_before_issue")]
    assert sentence(findings[0].code, findings[0].facts) == (
        "Facture F1 : échéance du 01/11/2026 antérieure à la date de facture du 02/11/2026. Elle"
        " est suspendue : corrigez l'une des deux dates."
    )


@pytest.mark.parametrize(
    "cells",
    [
        {"Date facture": date(2026, 11, 1)},  # due at once
        {"Date facture": date(2026, 11, 2), "Nature": "avoir", "Montant TTC": -120.5},
        {
            "Date facture": date(2026, 11, 2),
            "Nature": "règlement non affecté",
            "Montant TTC": -120.5,
        },
    ],
)
def test_what_is_due_on_its_own_day_or_owed_to_the_client_is_not(
    table: Table, cells: dict[str, object]
) -> None:
    items, findings = rows.receivables(table(schema.INVOICES, {**GOOD, **cells}))
    assert ([item.status for item in items], findings) == (["open"], ())


def test_a_credit_note_is_negative_whatever_its_sign_in_the_sheet(table: Table) -> None:
    credit = {**GOOD, "Nature": "avoir", "Échéance": None}
    items, findings = rows.receivables(table(schema.INVOICES, credit))
    assert items[0].open == Decimal("-120.5")
    assert codes_of(findings) == [(2, "Montant TTC", "credit_sign")]


def test_a_negative_credit_note_needs_no_remark(table: Table) -> None:
    credit = {**GOOD, "Nature": "avoir", "Montant TTC": "-120,50"}
    assert rows.receivables(table(schema.INVOICES, credit))[1] == ()


def test_an_invoice_paid_in_excess_is_reported(table: Table) -> None:
    items, findings = rows.receivables(table(schema.INVOICES, {**GOOD, "Payé": 121}))
    assert items[0].open == Decimal("-0.5")
    assert codes_of(findings) == [(2, "Payé", "overpaid")]


def test_identifiers_stay_text_and_number_cells_lose_their_point(table: Table) -> None:
    typed = [{**GOOD, "N° facture": number} for number in ("000123", "12E5", 123.0)]
    items, _ = rows.receivables(table(schema.INVOICES, *typed))
    assert [item.number for item in items] == ["000123", "12E5", "123"]


def test_a_row_with_computed_cells_only_says_nothing(table: Table) -> None:
    computed = {"Reste dû TTC": 0, "Jours de retard": ""}
    assert rows.receivables(table(schema.INVOICES, computed)) == ((), ())


def test_currency_signs_are_read(table: Table) -> None:
    typed = [{**GOOD, "N° facture": str(n), "Devise": c} for n, c in enumerate(["€", "usd", None])]
    items, _ = rows.receivables(table(schema.INVOICES, *typed))
    assert [item.currency for item in items] == ["EUR", "USD", "EUR"]


def test_a_renamed_heading_is_refused_with_the_nearest_one(table: Table) -> None:
    renamed = table(schema.INVOICES, GOOD)
    headings = ["Statuts" if text == "Statut" else text for text in renamed.headings]
    with pytest.raises(MissingColumnError) as refused:
        rows.receivables(replace(renamed, headings=headings))
    assert refused.value.facts == {"table": "Factures", "column": "Statut", "found": "Statuts"}


def test_a_column_of_a_later_release_may_be_lacking(table: Table) -> None:
    older = table(schema.INVOICES, GOOD)
    columns = schema.INVOICES.shown(computing=False).columns
    later = {column.heading for column in columns if column.optional}
    assert later == {"Objet"}
    headings = [heading for heading in older.headings if heading not in later]
    ((item,), findings) = rows.receivables(replace(older, headings=headings))
    assert (item.description, findings) == ("", ())


def test_moved_and_added_columns_change_nothing(table: Table) -> None:
    moved = table(schema.INVOICES, {**GOOD, "Ma colonne": "x"})
    moved = replace(moved, headings=["Ma colonne", *reversed(moved.headings)])
    assert len(rows.receivables(moved)[0]) == 1


def test_a_doubt_on_a_procedure_or_on_contact_stops_every_contact(table: Table) -> None:
    for heading in ("Procédure", "Ne pas contacter"):
        found, findings = rows.debtors(
            table(schema.DEBTORS, {"Code client": "C1", heading: "je ne sais pas"})
        )
        assert found[0].do_not_contact
        assert codes_of(findings) == [(2, heading, "bad_choice")]


def test_an_address_that_can_not_be_written_to_is_dropped(table: Table) -> None:
    cells = {
        "Code client": "C1",
        "E-mail comptabilité": "compta chez dupont.fr",
        "Autres e-mails": "a@exemple.fr, b@ ; c@exemple.be",
    }
    found, findings = rows.debtors(table(schema.DEBTORS, cells))
    assert found[0].payables.email == ""
    assert found[0].emails == ("a@exemple.fr", "c@exemple.be")
    assert [finding.facts["value"] for finding in findings] == ["compta chez dupont.fr", "b@"]


@pytest.mark.parametrize(
    "address", ["compta@société.fr", "comptabilité@abel.fr", "compta@abel..fr", "compta@abel.f"]
)
def test_an_address_that_no_message_can_have_is_told(table: Table, address: str) -> None:
    found, findings = rows.debtors(
        table(schema.DEBTORS, {"Code client": "C1", "E-mail comptabilité": address})
    )
    assert found[0].payables.email == ""
    assert codes_of(findings) == [(2, "E-mail comptabilité", "bad_email")]


def test_a_sum_with_thousandths_is_told_and_the_noise_of_a_formula_is_not(table: Table) -> None:
    cells = {"N° facture": "F1", "Code client": "C1", "Montant TTC": 100.005, "Payé": 0.1 + 0.2}
    found, findings = rows.receivables(table(schema.INVOICES, cells))
    told = [one for one in findings if one.code == "rounded_sum"]
    assert [(one.column, one.facts["value"]) for one in told] == [("Montant TTC", "100,005")]
    assert told[0].facts["taken"] == Decimal("100.01")  # half a cent goes away from zero
    said = sentence("rounded_sum", told[0].facts).replace("\u00a0", " ")
    assert said.startswith("100,005 a plus de deux décimales : 100,01 € est retenu.")
    assert found[0].status == "open"


def test_of_two_debtors_with_one_code_the_first_counts(table: Table) -> None:
    cells = [{"Code client": "C1", "Client": name} for name in ("Un", "Deux")]
    found, findings = rows.debtors(table(schema.DEBTORS, *cells))
    assert [debtor.name for debtor in found] == ["Un"]
    assert [finding.row for finding in findings] == [2, 3]


def test_a_country_is_read_by_name_or_by_two_letters(table: Table) -> None:
    cells = [{"Code client": str(n), "Pays": c} for n, c in enumerate(["Belgique", "pt", "Mars"])]
    found, findings = rows.debtors(table(schema.DEBTORS, *cells))
    assert [debtor.country for debtor in found] == ["BE", "PT", ""]
    assert codes_of(findings) == [(4, "Pays", "bad_choice")]


def test_a_promise_without_its_own_day_counts_from_the_day_it_is_for(table: Table) -> None:
    cells = {"Code client": "C1", "Montant promis": "100", "Pour le": "05/12/2026"}
    found, _ = rows.promises(table(schema.PROMISES, cells))
    day = date(2026, 12, 5)
    assert found == (Promise("C1", Decimal(100), by=day, made_on=day, currency="", row=2),)


def test_a_promise_whose_currency_is_unknown_still_counts(table: Table) -> None:
    cells = {"Code client": "C1", "Montant promis": "100", "Pour le": "05/12/2026"}
    found, findings = rows.promises(table(schema.PROMISES, cells | {"Devise": "dollars US"}))
    assert [one.currency for one in found] == [""]
    assert codes_of(findings) == [(2, "Devise", "bad_currency")]


def test_a_promise_without_a_day_is_reported_with_its_debtor(table: Table) -> None:
    found, findings = rows.promises(
        table(schema.PROMISES, {"Code client": "C1", "Montant promis": 1})
    )
    assert found == ()
    assert findings == (
        Finding(2, "Pour le", "missing_value", {"table": "tPromesses", "debtor": "C1"}),
    )


def test_a_dispute_whose_first_day_is_unreadable_still_counts(table: Table) -> None:
    cells = {"Code client": "C1", "N° facture": "F1", "Ouvert le": "hier"}
    found, findings = rows.disputes(table(schema.DISPUTES, cells))
    assert found == (Dispute("C1", "F1", "", date(2000, 1, 1), row=2),)
    assert codes_of(findings) == [(2, "Ouvert le", "bad_date")]


def test_a_payment_is_above_zero(table: Table) -> None:
    cells = {"Code client": "C1", "Date de valeur": date(2026, 11, 2)}
    found, findings = rows.payments(
        table(schema.PAYMENTS, {**cells, "Montant": 0}, {**cells, "Montant": "0,01"})
    )
    assert [payment.amount for payment in found] == [Decimal("0.01")]
    assert codes_of(findings) == [(2, "Montant", "payment_sign")]


def test_the_lines_of_a_plan_are_gathered_by_debtor_and_day(table: Table) -> None:
    agreed = {"Code client": "C1", "Convenu le": date(2026, 11, 2), "Factures": "F1; F2"}
    found, _ = rows.plans(
        table(
            schema.PLANS,
            {**agreed, "N°": 2, "Date": date(2027, 1, 5), "Montant": 60},
            {**agreed, "N°": 1, "Date": date(2026, 12, 5), "Montant": 40, "État": "réglée"},
        )
    )
    first = Instalment(1, date(2026, 12, 5), Decimal(40), Decimal(40), row=3)
    second = Instalment(2, date(2027, 1, 5), Decimal(60), row=2)
    assert found == (PaymentPlan("C1", date(2026, 11, 2), (first, second), ("F1", "F2")),)


def _plan_line(number: int | None, amount: int, **more: object) -> dict[str, object]:
    agreed = {"Code client": "C1", "Convenu le": date(2026, 11, 2), "Date": date(2026, 12, 5)}
    return {**agreed, "N°": number, "Montant": amount, **more}


def test_a_number_that_comes_back_is_of_another_plan_of_that_day(table: Table) -> None:
    lines = [_plan_line(1, 40), _plan_line(2, 60), _plan_line(1, 70), _plan_line(2, 80)]
    lines.append(_plan_line(3, 90))
    found, _ = rows.plans(table(schema.PLANS, *lines))
    amounts = [[line.amount for line in plan.instalments] for plan in found]
    assert amounts == [[40, 60], [70, 80, 90]]
    # Without numbers nobody can tell: one plan.
    blank, _ = rows.plans(table(schema.PLANS, _plan_line(None, 40), _plan_line(None, 60)))
    assert [[line.amount for line in plan.instalments] for plan in blank] == [[40, 60]]


def test_cancelled_lines_are_no_part_of_a_plan_that_is_kept(table: Table) -> None:
    lines = [_plan_line(1, 40, État="annulée"), _plan_line(1, 70), _plan_line(2, 80)]
    found, _ = rows.plans(table(schema.PLANS, *lines))
    amounts = [[line.amount for line in plan.instalments] for plan in found]
    assert amounts == [[40], [70, 80]]
    assert [plan.cancelled for plan in found] == [True, False]


def test_an_event_with_a_cell_that_can_not_be_read_is_left_out(table: Table) -> None:
    cells = {"N°": 1, "Jour": date(2026, 11, 2), "Code client": "C1", "Résultat": "envoyé"}
    found, findings = rows.events(table(schema.JOURNAL, cells, {**cells, "N°": "deux"}))
    assert [event.number for event in found] == [1]
    assert codes_of(findings) == [(3, "N°", "bad_amount")]


def test_events_come_by_number_whatever_the_order_of_the_rows(table: Table) -> None:
    cells = {"Jour": date(2026, 11, 2), "Code client": "C1", "Résultat": "envoyé"}
    found, _ = rows.events(table(schema.JOURNAL, {**cells, "N°": 2}, {**cells, "N°": 1}))
    assert [event.number for event in found] == [1, 2]


@pytest.mark.parametrize("code", codes())
def test_a_shipped_policy_is_the_same_read_from_the_sheet(table: Table, code: str) -> None:
    shipped = load(code)
    read = rows.policies(table(schema.POLICY, *write.policy(shipped)))
    assert from_rows(code, read[code]).steps == shipped.steps


@pytest.mark.parametrize(
    ("heading", "cell", "reason"),
    [("Délai (jours)", "un", "wrong_type"), ("Étape", None, "missing")],
)
def test_a_policy_with_a_cell_that_can_not_be_read_is_refused_with_the_place(
    table: Table, heading: str, cell: object, reason: str
) -> None:
    cells = {"Scénario": "fr-b2b", "Étape": "mail-1", "Phase": 1, "Délai (jours)": 5}
    with pytest.raises(BadPolicyError) as refused:
        rows.policies(table(schema.POLICY, {**cells, heading: cell}))
    assert refused.value.facts == {"where": "Scénario, ligne 2", "reason": reason, "value": heading}


def test_a_rate_is_read_as_a_fraction_with_its_place(table: Table) -> None:
    cells = {
        "Série": "fr_legal_other",
        "À partir du": "01/07/2026",
        "Taux annuel": "2,75 %",
        "Validé par l'utilisateur": "oui",
    }
    (rate,), findings = rows.rates(table(schema.RATES, cells))
    assert (rate.where, rate.rate, rate.confirmed) == ("Taux, ligne 2", Decimal("0.0275"), True)
    assert findings == ()


CELLS = st.one_of(
    st.none(), st.text(max_size=8), st.integers(), st.floats(), st.booleans(), st.dates(),
    st.datetimes(), st.decimals(), st.binary(max_size=3),
    st.sampled_from(["F1", "C1", "avoir", "oui", "31/02/2026", "12,5", "EUR", "a@b.fr"]),
)  # fmt: skip
READERS = [
    (schema.INVOICES, rows.receivables),
    (schema.DEBTORS, rows.debtors),
    (schema.JOURNAL, rows.events),
    (schema.PROMISES, rows.promises),
    (schema.PLANS, rows.plans),
    (schema.DISPUTES, rows.disputes),
    (schema.PAYMENTS, rows.payments),
    (schema.RATES, rows.rates),
]


@pytest.mark.parametrize(("sheet", "read"), READERS, ids=lambda value: getattr(value, "name", ""))
@settings(max_examples=40)
@given(data=st.data())
def test_whatever_stands_in_the_cells_only_findings_come_out(
    table: Table, sheet: schema.Sheet, read: Callable[..., Any], data: st.DataObject
) -> None:
    row = st.dictionaries(st.sampled_from([column.heading for column in sheet.inputs]), CELLS)
    typed = data.draw(st.lists(row, max_size=3))
    _, findings = read(table(sheet, *typed))
    headings = {column.heading for column in sheet.columns}
    assert all(finding.column in headings for finding in findings)
    assert all(2 <= finding.row <= len(typed) + 1 for finding in findings)


@given(data=st.data())
def test_whatever_stands_in_the_policy_only_our_error_comes_out(
    table: Table, data: st.DataObject
) -> None:
    row = st.dictionaries(st.sampled_from([c.heading for c in schema.POLICY.columns]), CELLS)
    try:
        rows.policies(table(schema.POLICY, *data.draw(st.lists(row, max_size=3))))
    except BadPolicyError as refused:
        assert str(refused.facts["where"]).startswith("Scénario, ligne ")  # noqa: PT017
