"""A ledger of all accounts, as French law has it: what customers owe, and nothing else."""

from collections.abc import Sequence

import pytest

from relance.core.errors import IntakeError
from relance.intake.export import Export
from relance.intake.exports import read_export

HEAD = (
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib",
    "CompAuxNum", "CompAuxLib", "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit",
    "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise",
)  # fmt: skip
SIDES = (*HEAD[:11], "Montant", "Sens", *HEAD[13:])
CASH = (*HEAD, "DateRglt", "ModeRglt", "NatOp", "IdClient")


def line(
    journal: str, account: str, party: str, piece: str, debit: str, credit: str, letter: str = ""
) -> list[str]:
    """Give one line: the account and the debtor each by "number name"."""
    number, _, name = account.partition(" ")
    code, _, who = party.partition(" ")
    return [
        journal, "", "1", "20261015", number, name, code, who, piece, "20261014", "Facture" if
        journal == "VE" else "Écriture", debit, credit, letter, "", "20261031", "", "",
    ]  # fmt: skip


def read(*lines: Sequence[str], head: Sequence[str] = HEAD, mark: str = "\t") -> Export:
    return read_export("fec.txt", "\r\n".join(mark.join(one) for one in (head, *lines)).encode())


def opens(export: Export) -> list[tuple[str, str, str]]:
    return [(item.debtor, item.number, str(item.open)) for item in export.receivables]


SALE = line("VE", "411000 CLIENTS", "C1 Hermier", "F1", "0000001200,00", "0,00")
BALANCING = [
    line("VE", "706000 VENTES", "", "F1", "0,00", "1000,00"),
    line("VE", "445710 TVA", "", "F1", "0,00", "200,00"),
]
PURCHASE = [
    line("AC", "607000 ACHATS", "", "A9", "800,00", "0,00"),
    line("AC", "401000 FOURNISSEURS", "F9 Dupont", "A9", "0,00", "800,00"),
]


def test_only_customers_accounts_are_read() -> None:
    export = read(SALE, *BALANCING, *PURCHASE)
    assert opens(export) == [("C1", "F1", "1200.00")]
    assert [(one.code, one.name) for one in export.debtors] == [("C1", "Hermier")]
    assert (export.rows, export.skipped) == (5, {"other_account": 4})
    assert (str(export.file_total), str(export.difference)) == ("1200.00", "0.00")
    assert export.ledger is not None
    assert str(export.ledger.debit) == str(export.ledger.credit) == "2000.00"
    assert [one.code for one in export.findings] == ["no_due"]  # a ledger has no due date
    assert export.ignored == ()


def test_the_amount_may_stand_beside_its_side() -> None:
    lines = [
        [*one[:11], one[11], "D", *one[13:]] if one[12] == "0,00" else
        [*one[:11], one[12], side, *one[13:]]
        for one, side in ((SALE, ""), (BALANCING[0], "C"), (BALANCING[1], "-1"))
    ]  # fmt: skip
    export = read(*lines, head=SIDES, mark="|")
    assert opens(export) == [("C1", "F1", "1200.00")]
    assert export.ledger is not None
    assert export.ledger.debit == export.ledger.credit


def test_the_columns_of_cash_accounting_change_nothing() -> None:
    rows = [[*one, "20261020", "CH", "", ""] for one in (SALE, *BALANCING)]
    export = read(*rows, head=CASH)
    assert opens(export) == [("C1", "F1", "1200.00")]
    assert export.receivables[0].status == "open"


def test_a_payment_at_the_bank_pays_the_invoice_it_names_else_it_waits() -> None:
    export = read(
        SALE,
        line("B1", "411000 CLIENTS", "C1 Hermier", "F1", "0,00", "200,00"),
        line("B1", "512000 BANQUE", "", "F1", "200,00", "0,00"),
        line("B1", "411000 CLIENTS", "C1 Hermier", "REM CB", "0,00", "50,00"),
        line("B1", "411000 CLIENTS", "C1 Hermier", "REM CB", "0,00", "60,00"),
        line("B1", "512000 BANQUE", "", "REM CB", "110,00", "0,00"),
        *BALANCING,
    )
    assert opens(export) == [
        ("C1", "F1", "1000.00"), ("C1", "PAY-20261014-5000", "-50.00"),
        ("C1", "PAY-20261014-6000", "-60.00"),
    ]  # fmt: skip
    assert [item.kind for item in export.receivables] == ["invoice", "payment", "payment"]
    assert export.difference == 0


def test_what_a_letter_cancels_is_settled() -> None:
    export = read(
        line("VE", "411000 CLIENTS", "C1 Hermier", "F1", "1200,00", "0,00", "AA"),
        line("B1", "411000 CLIENTS", "C1 Hermier", "VIR", "0,00", "1200,00", "AA"),
        line("VE", "411000 CLIENTS", "C1 Hermier", "F2", "90,00", "0,00"),
    )
    assert opens(export) == [("C1", "F2", "90.00")]
    assert export.settled[0].number == "F1"


def test_an_account_for_each_customer_names_it() -> None:
    export = read(
        line("VE", "411DUPONT Dupont SA", "", "F1", "10,00", "0,00"),
        line("VE", "411000 CLIENTS", "", "F2", "20,00", "0,00"),
    )
    assert opens(export) == [("411DUPONT", "F1", "10.00")]
    assert export.debtors[0].name == "Dupont SA"
    assert "no_debtor" in [one.code for one in export.findings]  # the collective account is nobody


def test_a_ledger_may_do_without_the_names_of_debtors() -> None:
    at = HEAD.index("CompAuxLib")
    lines = [
        SALE, line("VE", "411DUPONT Dupont SA", "", "F2", "10,00", "0,00")
    ]  # fmt: skip
    head, *short = [[*one[:at], *one[at + 1 :]] for one in (HEAD, *lines)]
    export = read(*short, head=head)
    assert [(one.code, one.name) for one in export.debtors] == [
        ("C1", "C1"), ("411DUPONT", "411DUPONT"),
    ]  # fmt: skip


def test_doubtful_debts_are_so_and_advances_are_credits() -> None:
    export = read(
        line("VE", "416000 DOUTEUX", "C1 Hermier", "F1", "10,00", "0,00"),
        line("VE", "419100 ACOMPTES", "C2 Beta", "AC1", "0,00", "5,00"),
        line("VE", "418100 A ETABLIR", "C2 Beta", "FAE", "7,00", "0,00"),
    )
    assert opens(export) == [("C1", "F1", "10.00"), ("C2", "AC1", "-5.00")]
    assert export.receivables[0].status == "doubtful"


def test_belgian_accounts_are_known_where_no_account_is_french() -> None:
    export = read(
        line("VE", "400000 CLIENTS", "C1 Hermier", "F1", "10,00", "0,00"),
        line("AC", "440000 FOURNISSEURS", "F9 Dupont", "A9", "0,00", "10,00"),
    )
    assert opens(export) == [("C1", "F1", "10.00")]


def test_an_opening_without_a_number_is_told_and_explains_the_difference() -> None:
    export = read(line("AN", "411000 CLIENTS", "C1 Hermier", "RAN", "500,00", "0,00"), SALE)
    assert opens(export) == [("C1", "F1", "1200.00")]
    assert (str(export.file_total), str(export.difference)) == ("1700.00", "500.00")


def test_debits_and_credits_that_differ_are_told() -> None:
    codes = [one.code for one in read(SALE, BALANCING[0]).findings]
    assert codes == ["ledger_unbalanced", "no_due"]


def test_a_ledger_without_customers_is_refused() -> None:
    with pytest.raises(IntakeError) as refused:
        read(*PURCHASE)
    assert refused.value.facts["reason"] == "no_customer_account"


def test_a_line_that_can_t_be_read_is_told_and_not_summed() -> None:
    bad = line("VE", "411000 CLIENTS", "C1 Hermier", "F3", "douze", "0,00")
    export = read(SALE, bad, ["", "", ""])
    assert opens(export) == [("C1", "F1", "1200.00")]
    assert "bad_amount" in [one.code for one in export.findings]
