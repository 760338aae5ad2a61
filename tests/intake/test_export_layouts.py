"""One small file a program, made here: the same few claims whatever the layout."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from relance.core.records import Receivable
from relance.intake.export import Export
from relance.intake.exports import read_export

Workbook = Callable[..., bytes]
Claim = tuple[str, str, str, str, str]


def claims(export: Export) -> list[Claim]:
    return [_claim(item) for item in export.receivables]


def _claim(item: Receivable) -> Claim:
    due = f"{item.due:%d/%m/%Y}" if item.due else ""
    return item.debtor, item.number, item.kind, due, str(item.open)


def totals(export: Export) -> tuple[str, str]:
    return str(export.file_total), str(export.difference)


def opens(export: Export) -> list[str]:
    return [str(item.open) for item in export.receivables]


def text(*rows: str, encoding: str = "cp1252") -> bytes:
    return "\r\n".join(rows).encode(encoding)


def test_sage_100_grouped_with_page_heads() -> None:
    export = read_export("sage.csv", text(
        "ATELIERS DEMO;;;;;;;Page 1",
        "Échéancier clients",
        "Arrêté au 30/11/26",
        "",
        "Compte tiers;Intitulé;Date;Jnl;N° pièce;Échéance;Débit;Crédit;Solde",
        "CL001;GARAGE HERMIER;;;;;;;",
        ";;14/09/26;VE;F-311;14/10/26;845,20;;845,20",
        "ATELIERS DEMO;;;;;;;Page 2",
        "Compte tiers;Intitulé;Date;Jnl;N° pièce;Échéance;Débit;Crédit;Solde",
        "Report;;;;;;;;845,20",
        ";;12/10/26;VE;F-340;11/11/26;1 290,00;290,00;1 000,00",
        ";Total CL001;;;;;;;1\u00a0845,20",
        "CL002;TOTAL ÉNERGIE BIS;;;;;;;",
        ";;20/09/26;VE;A-012;20/09/26;;604,00;-604,00",
        ";Total CL002;;;;;;;-604,00",
        ";TOTAL GENERAL;;;;;;;1\u00a0241,20",
    ))  # fmt: skip
    assert (export.kind, export.encoding, export.separator) == ("open_items", "cp1252", ";")
    assert (export.header_row, export.rows) == (5, 3)
    assert claims(export) == [
        ("CL001", "F-311", "invoice", "14/10/2026", "845.20"),
        ("CL001", "F-340", "invoice", "11/11/2026", "1000.00"),
        ("CL002", "A-012", "credit_note", "20/09/2026", "-604.00"),
    ]
    assert [item.row for item in export.receivables] == [7, 11, 14]
    assert [debtor.name for debtor in export.debtors] == ["GARAGE HERMIER", "TOTAL ÉNERGIE BIS"]
    assert totals(export) == ("1241.20", "0.00")
    assert export.findings == ()


def test_sage_ledger_with_accounts_in_one_cell_and_a_running_balance() -> None:
    export = read_export("gl.csv", text(
        "GRAND LIVRE AUXILIAIRE",
        "",
        "Date;Jnl;Pièce;Libellé;Échéance;Débit;Crédit;Solde progressif",
        "Compte: 411CL001 - HERMIER & FILS;;;;;;;",
        "01/09/26;VE;F001;Facture F001;01/10/26;1000,00;;1000,00",
        "10/10/26;BQ;VIR12;Virement;;;300,00;700,00",
        "Total compte 411CL001;;;;;1000,00;300,00;700,00",
        "Compte: 411CL002 - BOIS ZOÉ;;;;;;;",
        "01/09/26;VE;F003;Facture F003;01/10/26;50,00;;50,00",
        "Total compte 411CL002;;;;;50,00;;50,00",
        encoding="cp850",
    ))  # fmt: skip
    assert export.encoding == "cp850"
    assert claims(export) == [
        ("411CL001", "F001", "invoice", "01/10/2026", "1000.00"),
        ("411CL001", "VIR12", "payment", "", "-300.00"),
        ("411CL002", "F003", "invoice", "01/10/2026", "50.00"),
    ]
    assert export.debtors[1].name == "BOIS ZOÉ"
    assert totals(export) == ("750.00", "0.00")  # 700 + 50


def test_a_balance_that_runs_without_saying_so_is_not_taken_for_the_open_amount() -> None:
    export = read_export("gl.csv", text(
        "Compte;Nom;Date;Pièce;Échéance;Débit;Crédit;Solde",
        "C1;Hermier;01/09/26;F1;01/10/26;100,00;;100,00",
        "C1;Hermier;02/09/26;F2;02/10/26;50,00;;150,00",
        "C1;Hermier;03/09/26;F3;03/10/26;10,00;;160,00",
    ))  # fmt: skip
    assert opens(export) == ["100.00", "50.00", "10.00"]


def test_ebp_flat_workbook(workbook: Workbook) -> None:
    day = date(2026, 9, 14)
    export = read_export("ebp.xlsx", workbook([
        ["Code tiers", "Nom", "N° document", "Type", "Date document", "Date échéance",
         "Montant TTC", "Montant réglé", "Solde dû", "E-mail contact", "Mode de règlement"],
        ["CL1", "GARAGE HERMIER", "F-340", "Facture", day, date(2026, 10, 14), 1290, 290, 1000,
         "compta@hermier.example; chef@hermier.example", "Prélèvement"],
        ["CL2", "Bois d'Élodie", "A-012", "Avoir", day, day, -604, 0, -604, None, "Virement"],
        ["CL2", "Bois d'Élodie", "F-299", "Facture", day, day, 10, 10, 0, None, "Virement"],
    ]))  # fmt: skip
    assert claims(export) == [
        ("CL1", "F-340", "invoice", "14/10/2026", "1000.00"),
        ("CL2", "A-012", "credit_note", "14/09/2026", "-604.00"),
    ]
    assert (export.sheet, export.encoding, export.separator) == ("Export", "xlsx", "")
    assert list(export.mapping)[:3] == ["debtor", "name", "number"]  # in the file's order
    assert export.skipped == {"settled": 1}
    assert export.receivables[0].payment_method == "direct_debit"
    first = export.debtors[0]
    assert first.payables.email == "compta@hermier.example"
    assert first.emails == ("chef@hermier.example",)


def test_dolibarr_one_row_a_payment() -> None:
    export = read_export("dolibarr.csv", text(
        "Raison sociale,Réf. facture,Date facturation,Date échéance,Total HT,Total TVA,Total TTC,"
        "Facture payée,Montant règlement,Date paiement",
        '"Éclair, SARL",FA-0001,2026-09-01,2026-10-01,1000.00,200.00,1200.00,Non,300.00,2026-10-05',
        '"Éclair, SARL",FA-0001,2026-09-01,2026-10-01,1000.00,200.00,1200.00,Non,400.00,2026-10-20',
        '"Éclair, SARL",FA-0002,2026-09-02,2026-10-02,100.00,20.00,120.00,Oui,120.00,2026-10-20',
        "Zébulon,FA-0003,2026-09-03,2026-10-03,50.00,10.00,60.00,Non,,",
        encoding="utf-8",
    ))  # fmt: skip
    assert claims(export) == [
        ("Éclair, SARL", "FA-0001", "invoice", "01/10/2026", "500.00"),  # 1200 - 300 - 400
        ("Zébulon", "FA-0003", "invoice", "03/10/2026", "60.00"),
    ]
    assert export.receivables[0].paid == 700
    assert export.receivables[0].vat == 200
    assert [(one.invoice, str(one.amount), one.value_date.day) for one in export.payments] == [
        ("FA-0001", "300.00", 5), ("FA-0001", "400.00", 20), ("FA-0002", "120.00", 20),
    ]  # fmt: skip
    assert export.skipped == {"merged": 1, "settled": 1}


def test_odoo_aged_receivable_with_debtors_and_invoices_in_one_column(workbook: Workbook) -> None:
    none = [None] * 4
    export = read_export("odoo.xlsx", workbook([
        ["Balance âgée des comptes clients"],
        ["Au 30/11/2026"],
        [],
        ["", "Date de facturation", "Date d'échéance", "Devise", "Compte", "À la date", "1 - 30",
         "31 - 60", "61 - 90", "91 - 120", "Plus ancien", "Total"],
        ["Aubépine SARL", *none, None, 100.5, None, None, 200, None, 300.5],
        ["    FAC/2026/00012", date(2026, 9, 1), date(2026, 10, 31), "EUR", "411100",
         None, 100.5, None, None, None, None, 100.5],
        ["    FAC/2026/00003", date(2026, 6, 1), date(2026, 8, 1), "EUR", "411100",
         None, None, None, None, 200, None, 200],
        ["TOTAL ÉNERGIE BIS", *none, 50, -20, None, None, None, None, 30],
        ["    FAC/2026/00020", date(2026, 11, 1), date(2026, 12, 31), "EUR", "411100",
         50, None, None, None, None, None, 50],
        ["    RFAC/2026/00001", date(2026, 11, 5), date(2026, 11, 5), "EUR", "411100",
         None, -20, None, None, None, None, -20],
        ["Total Comptes clients âgés", *none, 50, 80.5, None, None, 200, None, 330.5],
    ]))  # fmt: skip
    assert export.kind == "aged_balance"
    assert claims(export) == [
        ("Aubépine SARL", "FAC/2026/00012", "invoice", "31/10/2026", "100.50"),
        ("Aubépine SARL", "FAC/2026/00003", "invoice", "01/08/2026", "200.00"),
        ("TOTAL ÉNERGIE BIS", "FAC/2026/00020", "invoice", "31/12/2026", "50.00"),
        ("TOTAL ÉNERGIE BIS", "RFAC/2026/00001", "credit_note", "05/11/2026", "-20.00"),
    ]
    assert totals(export) == ("330.50", "0.00")


def test_pennylane_flat_csv_with_a_mark() -> None:
    export = read_export("pennylane.csv", text(
        "Numéro de facture;Client;E-mail;Date d'émission;Date d'échéance;Montant TTC;"
        "Reste à payer;Statut;Devise",
        "F-001;Atelier d'Émilie;a@b.example;05/09/2026;05/10/2026;1 200,00;1 200,00;En retard;EUR",
        "F-002;Atelier d'Émilie;a@b.example;06/09/2026;06/10/2026;300,00;0,00;Payée;EUR",
        'F-003;Société "Le Coin";;07/09/2026;07/10/2026;99,90;49,90;Partiellement payée;EUR',
        encoding="utf-8-sig",
    ))  # fmt: skip
    assert export.encoding == "utf-8-sig"
    assert claims(export) == [
        ("Atelier d'Émilie", "F-001", "invoice", "05/10/2026", "1200.00"),
        ('Société "Le Coin"', "F-003", "invoice", "07/10/2026", "49.90"),
    ]
    assert export.mapping["open"] == "Reste à payer"


def test_quickbooks_sections_by_bucket_with_amounts_as_text(workbook: Workbook) -> None:
    export = read_export("qbo.xlsx", workbook([
        ["Ma Société"],
        ["Balance âgée détaillée des comptes clients"],
        [],
        ["", "Date", "Type d'opération", "Nº", "Client", "Date d'échéance", "Montant",
         "Solde ouvert"],
        ["91 jours ou plus en souffrance"],
        ["", "02/04/2026", "Facture", "1001", "Durand", "02/05/2026", "1\u202f200,00 EUR",
         "1\u202f200,00 EUR"],
        ["Total pour 91 jours ou plus en souffrance", *[""] * 5, "1\u202f200,00 EUR",
         "1\u202f200,00 EUR"],
        ["1 - 30 jours en souffrance"],
        ["", "14/10/2026", "Facture", "1002", "Martin", "13/11/2026", "845,20 EUR", "545,20 EUR"],
        ["", "20/10/2026", "Note de crédit", "1003", "Martin", "20/10/2026", "-45,20 EUR",
         "-45,20 EUR"],
        ["", "21/10/2026", "Paiement", "", "Martin", "21/10/2026", "-100,00 EUR", "-100,00 EUR"],
        ["Total pour 1 - 30 jours en souffrance", *[""] * 5, "700,00 EUR", "400,00 EUR"],
        ["TOTAL", *[""] * 5, "1\u202f900,00 EUR", "1\u202f600,00 EUR"],
    ]))  # fmt: skip
    assert claims(export) == [
        ("Durand", "1001", "invoice", "02/05/2026", "1200.00"),
        ("Martin", "1002", "invoice", "13/11/2026", "545.20"),
        ("Martin", "1003", "credit_note", "20/10/2026", "-45.20"),
        ("Martin", "PAY-20261021-10000", "payment", "21/10/2026", "-100.00"),
    ]
    assert totals(export) == ("1600.00", "0.00")


def test_winbooks_in_dutch_with_belgian_amounts_and_communications() -> None:
    export = read_export("winbooks.csv", text(
        "Klant;Naam;Dagboek;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Betaald;Openstaand;"
        "Mededeling",
        "K001;'t Hoekje;VRK;260311;14.09.2026;14.10.2026;1.842,50;842,50;1.000,00;"
        "+++012/3456/78901+++",
        "K002;Café De Zon;VRK;000123;12.10.2026;11.11.2026;1.000,00;;1.000,00;",
        "K002;Café De Zon;VRK;CN0001;13.10.2026;13.10.2026;-200,00;;-200,00;",
        "Totaal;;;;;;2.642,50;842,50;1.800,00;",
    ))  # fmt: skip
    assert claims(export) == [
        ("K001", "260311", "invoice", "14/10/2026", "1000.00"),
        ("K002", "000123", "invoice", "11/11/2026", "1000.00"),
        ("K002", "CN0001", "credit_note", "13/10/2026", "-200.00"),
    ]
    assert export.receivables[0].reference == "+++012/3456/78901+++"
    assert export.debtors[0].name == "'t Hoekje"
    assert export.difference == 0


def test_bob_with_tabs_packed_days_and_trailing_signs() -> None:
    export = read_export("bob.txt", text(
        "Réf. client\tNom\tJournal\tN° doc\tDate doc\tÉchéance\tMontant\tSolde\tLibellé",
        "DUPO\tDupont\tVEN\t260001\t20260914\t20261014\t1.842,50\t1.842,50\t"
        "Facture ***090/9337/55493***",
        "DUPO\tDupont\tVEN\t260002\t20260914\t20261014\t12,00-\t12,00-\tNote de crédit",
        encoding="utf-16",
    ))  # fmt: skip
    assert (export.encoding, export.separator) == ("utf-16", "\t")
    assert claims(export) == [
        ("DUPO", "260001", "invoice", "14/10/2026", "1842.50"),
        ("DUPO", "260002", "credit_note", "14/10/2026", "-12.00"),
    ]
    assert export.receivables[0].reference == "***090/9337/55493***"


def test_horus_with_sides_as_letters_and_pipes() -> None:
    export = read_export("horus.txt", text(
        "Compte|Nom|Pièce|Date|Échéance|Montant|Sens",
        "400A|Aubépine|F1|01/09/2026|01/10/2026|100,00|D",
        "400A|Aubépine|A2|01/09/2026|01/10/2026|40,00|C",
    ))  # fmt: skip
    assert claims(export) == [
        ("400A", "F1", "invoice", "01/10/2026", "100.00"),
        ("400A", "A2", "credit_note", "01/10/2026", "-40.00"),
    ]


def test_exact_online_with_two_currencies(workbook: Workbook) -> None:
    day = date(2026, 9, 1)
    export = read_export("exact.xlsx", workbook([
        ["Openstaande posten debiteuren"],
        ["Datum: 30-11-2026"],
        ["Debiteur", "Naam", "Onze ref.", "Uw ref.", "Factuurdatum", "Vervaldatum", "Valuta",
         "Bedrag", "Openstaand bedrag", "Dagen"],
        [4001, "Janssens NV", 26700123, "PO-9", day, date(2026, 10, 1), "EUR", 1210, 1210, 60],
        [4002, "Peeters", 26700124, "", day, date(2026, 10, 2), "USD", 500, 500, 59],
        ["Totaal EUR", *[""] * 6, 1210, 1210],
        ["Totaal USD", *[""] * 6, 500, 500],
    ]))  # fmt: skip
    assert claims(export) == [
        ("4001", "26700123", "invoice", "01/10/2026", "1210.00"),
        ("4002", "26700124", "invoice", "02/10/2026", "500.00"),
    ]
    assert export.receivables[0].order_number == "PO-9"
    assert export.totals == {"EUR": Decimal(1210), "USD": Decimal(500)}
    assert totals(export) == ("1710.00", "0.00")
    assert [one.code for one in export.findings] == ["several_currencies"]


def test_xero_in_english_with_groups_and_totals(workbook: Workbook) -> None:
    export = read_export("xero.xlsx", workbook([
        ["Aged Receivables Detail"],
        ["Invoice Date", "Due Date", "Invoice Number", "Current", "< 1 Month", "1 Month", "Older",
         "Total"],
        ["City Agency"],
        [date(2026, 9, 1), date(2026, 10, 1), "INV-1", 0, 0, 100, 0, 100],
        ["Total City Agency", "", "", 0, 0, 100, 0, 100],
        ["Bank West"],
        [date(2026, 11, 1), date(2026, 11, 15), "INV-2", 0, 50.5, 0, 0, 50.5],
        ["Total Bank West", "", "", 0, 50.5, 0, 0, 50.5],
        ["Total", "", "", 0, 50.5, 100, 0, 150.5],
    ]))  # fmt: skip
    assert claims(export) == [
        ("City Agency", "INV-1", "invoice", "01/10/2026", "100.00"),
        ("Bank West", "INV-2", "invoice", "15/11/2026", "50.50"),
    ]
    assert export.difference == 0


def test_an_english_csv_with_the_month_first() -> None:
    export = read_export("us.csv", text(
        "Customer,Invoice No,Invoice Date,Due Date,Amount,Paid,Balance",
        '"Smith, Ltd",INV-1,09/05/2026,10/05/2026,"1,842.50",842.50,"1,000.00"',
        "Jones,INV-2,09/14/2026,10/14/2026,200.00,0.00,200.00",
    ))  # fmt: skip
    assert claims(export) == [
        ("Smith, Ltd", "INV-1", "invoice", "05/10/2026", "1000.00"),
        ("Jones", "INV-2", "invoice", "14/10/2026", "200.00"),
    ]


def test_a_header_under_each_debtor_and_the_debtor_above_it() -> None:
    export = read_export("x.csv", text(
        "HERMIER SARL;;;",
        "N° facture;Date;Échéance;Solde",
        "F1;01/09/2026;01/10/2026;10,00",
        "Total;;;10,00",
        "BETA SARL;;;",
        "N° facture;Date;Échéance;Solde",
        "F1;01/09/2026;01/10/2026;20,00",
        "Total;;;20,00",
    ))  # fmt: skip
    assert [(item.debtor, str(item.open)) for item in export.receivables] == [
        ("HERMIER SARL", "10.00"), ("BETA SARL", "20.00"),
    ]  # fmt: skip
    assert totals(export) == ("30.00", "0.00")


def test_one_debtor_named_in_the_title() -> None:
    export = read_export("x.csv", text(
        "Client : C007 - Bond & Cie",
        "N° facture;Date;Échéance;Solde",
        "F1;01/09/2026;01/10/2026;10,00",
    ))  # fmt: skip
    assert [(debtor.code, debtor.name) for debtor in export.debtors] == [("C007", "Bond & Cie")]


def test_merged_cells_name_a_debtor_for_all_their_rows(workbook: Workbook) -> None:
    rows = [
        ["Client", "N° facture", "Échéance", "Solde"],
        ["", "F1", date(2026, 10, 1), 10],
        ["", "F2", date(2026, 10, 2), 20],
        ["Beta", "F3", date(2026, 10, 3), 30],
        ["Beta", "F4", date(2026, 10, 3), 40],
    ]
    export = read_export("x.xlsx", workbook(rows, merged=[(1, 0, 2, 0, "Hermier")]))
    assert [item.debtor for item in export.receivables] == ["Hermier", "Hermier", "Beta", "Beta"]


def test_a_heading_merged_over_two_columns_is_followed_to_both(workbook: Workbook) -> None:
    rows = [
        ["Client", "", "N° facture", "Échéance", "", "Solde"],
        ["C1", "Hermier", "F1", "", date(2026, 10, 1), 10],
        ["C2", "Beta", "F2", "", date(2026, 10, 2), 20],
    ]
    merged = [(0, 0, 0, 1, "Client"), (0, 3, 0, 4, "Échéance")]
    export = read_export("x.xlsx", workbook(rows, merged=merged))
    assert [(item.debtor, item.due) for item in export.receivables] == [
        ("C1", date(2026, 10, 1)), ("C2", date(2026, 10, 2)),
    ]  # fmt: skip
    assert export.debtors[0].name == "Hermier"


def test_the_sheet_with_the_best_header_is_read_and_hidden_ones_are_not(
    workbook: Workbook,
) -> None:
    rows = [["Client", "N° facture", "Solde"], ["A", "F1", 10]]
    richer = [["Client", "N° facture", "Échéance", "Solde"], ["B", "F9", date(2026, 10, 1), 90]]
    readme = [["Mode d'emploi"], ["Ne pas modifier"]]
    shown = workbook(rows, others=[("Lisez-moi", readme), ("Ancien", richer)], hidden=["Ancien"])
    assert [item.number for item in read_export("x", shown).receivables] == ["F1"]
    alone = workbook(readme, others=[("Ancien", richer)], hidden=["Ancien"])
    assert [item.number for item in read_export("x", alone).receivables] == ["F9"]


def test_formulas_give_what_they_last_showed_and_texts_stay_texts(workbook: Workbook) -> None:
    rows = [
        ["Code", "Nom", "N° facture", "Échéance", "Montant TTC", "Réglé", "Solde"],
        [411.0, "=1+1", "12E5", date(2026, 10, 1), 100, 40, ("=E2-F2", 60)],
        [412.0, "Beta", 311.0, 46309, 10, 0, ("=E3-F3", 10)],  # serial of 14 October 2026
    ]
    export = read_export("x.xlsx", workbook(rows))
    assert claims(export) == [
        ("411", "12E5", "invoice", "01/10/2026", "60.00"),
        ("412", "311", "invoice", "14/10/2026", "10.00"),
    ]
    assert export.debtors[0].name == "=1+1"


def test_text_protected_by_a_formula_sign_is_the_text() -> None:
    export = read_export("x.csv", text(
        "Code;Nom;Numéro;Échéance;Solde", '="00012";=SUM(A1);="000123";01/10/2026;10,00'
    ))  # fmt: skip
    assert claims(export) == [("00012", "000123", "invoice", "01/10/2026", "10.00")]
    assert export.debtors[0].name == "=SUM(A1)"


def test_a_debtor_on_its_first_line_only_is_carried_down() -> None:
    export = read_export("x.csv", text(
        "Code client;Nom;N° facture;Échéance;Solde dû",
        "C1;Alpha;F1;01/10/2026;10,00",
        ";;F2;02/10/2026;11,00",
        "C2;Beta;F3;03/10/2026;12,00",
        ";;F4;03/10/2026;13,00",
    ))  # fmt: skip
    assert [item.debtor for item in export.receivables] == ["C1", "C1", "C2", "C2"]


def test_an_account_that_all_share_tells_no_debtor() -> None:
    export = read_export("x.csv", text(
        "Compte;Client;N° facture;Échéance;Solde",
        "411000;Alpha;F1;01/10/2026;10,00",
        "411000;Beta;F2;02/10/2026;11,00",
    ))  # fmt: skip
    assert [item.debtor for item in export.receivables] == ["Alpha", "Beta"]


def test_the_level_and_day_of_the_last_reminder_are_kept() -> None:
    export = read_export("x.csv", text(
        "Code;Nom;Numéro;Échéance;Solde;Niveau de relance;Date relance",
        "C1;A;F1;01/10/2026;10,00;2;15/11/2026",
        "C1;A;F2;01/10/2026;10,00;0;",
    ))  # fmt: skip
    first, second = export.receivables
    assert (first.last_step, first.last_step_date) == ("2", date(2026, 11, 15))
    assert (second.last_step, second.last_step_date) == ("", None)


def test_a_last_reminder_is_a_day_or_a_level_by_what_it_holds() -> None:
    head = "Code;Nom;Numéro;Échéance;Solde;Dernière relance"
    row = "C1;A;F1;01/10/2026;10,00;"
    dated = read_export("x", text(head, row + "15/11/2026")).receivables[0]
    named = read_export("x", text(head, row + "R2")).receivables[0]
    assert (dated.last_step, dated.last_step_date) == ("", date(2026, 11, 15))
    assert (named.last_step, named.last_step_date) == ("R2", None)


def test_what_the_file_says_of_debtors_is_kept() -> None:
    export = read_export("x.csv", text(
        "Code;Nom;Numéro;Solde;Téléphone;Adresse;Code postal;Ville;Pays;SIREN",
        "C1;A;F1;10,00;01 02 03 04 05;1 rue Haute;1000;Bruxelles;Belgique;0403.019.261",
    ))  # fmt: skip
    (debtor,) = export.debtors
    assert (debtor.phone, debtor.country, debtor.registration) == (
        "01 02 03 04 05", "BE", "0403.019.261",
    )  # fmt: skip
    assert (debtor.address.street, debtor.address.postcode, debtor.address.city) == (
        "1 rue Haute", "1000", "Bruxelles",
    )  # fmt: skip


def test_buckets_of_each_invoice_make_its_open_amount() -> None:
    export = read_export("x.csv", text(
        "Client;N° facture;Échéance;Non échu;1-30 j;31-60 j;+60 j",
        "A;F1;01/10/2026;;100,00;;",
        "A;F2;01/12/2026;50,00;;;",
        "A;A3;01/10/2026;;;-20,00;",
        "Total;;;50,00;100,00;-20,00;",
    ))  # fmt: skip
    assert export.kind == "aged_balance"
    assert opens(export) == ["100.00", "50.00", "-20.00"]
    assert totals(export) == ("130.00", "0.00")


def test_balances_without_invoices_are_no_receivables() -> None:
    export = read_export("x.csv", text(
        "Balance âgée au 30/11/2026",
        "Compte;Nom;Solde;Non échu;0-30;31-60;>60",
        "C1;Alpha;100,00;50,00;50,00;;",
        "C2;Total Ménage;200,00;;;200,00;",
        "C3;Gamma;0,00;;;;",
        "Total;;300,00;50,00;50,00;200,00;",
    ))  # fmt: skip
    assert export.kind == "balance_only"
    assert export.receivables == ()
    assert [(one.debtor, one.amount, one.buckets) for one in export.balances] == [
        ("C1", Decimal(100), (("Non échu", Decimal(50)), ("0-30", Decimal(50)))),
        ("C2", Decimal(200), (("31-60", Decimal(200)),)),
    ]
    assert [debtor.name for debtor in export.debtors] == ["Alpha", "Total Ménage"]
    assert totals(export) == ("300.00", "0.00")
    assert [one.code for one in export.findings] == ["balance_only"]


def test_odoo_list_grouped_by_customer_counts_its_groups(workbook: Workbook) -> None:
    export = read_export("odoo.xlsx", workbook([
        ["Numéro", "Partenaire", "Date de la facture", "Date d'échéance", "Total",
         "Montant dû"],
        ["Azur Intérieur (2)", "", "", "", 300, 250],
        ["FAC/2026/00001", "Azur Intérieur", date(2026, 9, 1), date(2026, 10, 1), 100, 50],
        ["FAC/2026/00002", "Azur Intérieur", date(2026, 9, 2), date(2026, 10, 2), 200, 200],
        ["Bois Clair (1)", "", "", "", 30, 30],
        ["FAC/2026/00003", "Bois Clair", date(2026, 9, 2), date(2026, 10, 2), 30, 30],
    ]))  # fmt: skip
    assert claims(export) == [
        ("Azur Intérieur", "FAC/2026/00001", "invoice", "01/10/2026", "50.00"),
        ("Azur Intérieur", "FAC/2026/00002", "invoice", "02/10/2026", "200.00"),
        ("Bois Clair", "FAC/2026/00003", "invoice", "02/10/2026", "30.00"),
    ]
    assert export.findings == ()


def test_debtors_with_sums_in_the_column_of_numbers() -> None:
    export = read_export("x.csv", text(
        "N° facture;Date;Échéance;Solde",
        "BOULANGERIE DORÉE;;;30,00",
        "F-1;01/09/2026;01/10/2026;10,00",
        "F-2;;;20,00",  # written like the other numbers: an invoice without days
        "TOTAL ÉNERGIE BIS;;;5,00",
        "F-3;01/09/2026;01/10/2026;5,00",
        "Total général;;;35,00",
    ))  # fmt: skip
    assert claims(export) == [
        ("BOULANGERIE DORÉE", "F-1", "invoice", "01/10/2026", "10.00"),
        ("BOULANGERIE DORÉE", "F-2", "invoice", "", "20.00"),
        ("TOTAL ÉNERGIE BIS", "F-3", "invoice", "01/10/2026", "5.00"),
    ]
    assert totals(export) == ("35.00", "0.00")


def test_an_address_under_a_debtor_is_not_another_debtor() -> None:
    export = read_export("x.csv", text(
        "Compte;Intitulé;Pièce;Échéance;Solde",
        "C1;Hermier SARL;;;",
        ";12 rue des Lilas;;;",
        ";Tél : 01 02 03 04 05;;;",
        ";;F1;01/10/2026;10,00",
        ";Total C1;;;10,00",
        "C2;Sans facture;;;",
        ";Total C2;;;0,00",
        "C3;Contact Pro;;;",
        ";;F2;01/10/2026;20,00",
    ))  # fmt: skip
    assert [(item.debtor, item.number) for item in export.receivables] == [
        ("C1", "F1"), ("C3", "F2"),
    ]  # fmt: skip
    assert [debtor.name for debtor in export.debtors] == ["Hermier SARL", "Contact Pro"]


def test_a_column_for_each_reminder_gives_the_highest_level() -> None:
    export = read_export("x.csv", text(
        "Client;Facture;Échéance;Solde;Relance 1;Relance 2;Relance 3",
        "A;F1;01/06/2026;10,00;10/06/2026;20/06/2026;",
        "A;F2;01/06/2026;10,00;x;;",
        "A;F3;01/06/2026;10,00;;;31/06/2026",
    ))  # fmt: skip
    found = [(item.last_step, item.last_step_date) for item in export.receivables]
    assert found == [("2", date(2026, 6, 20)), ("1", None), ("3", None)]
    assert [(one.row, one.column, one.code) for one in export.findings] == [
        (4, "Relance 3", "bad_date")
    ]


def test_columns_that_hold_a_dispute_or_a_block_are_followed() -> None:
    export = read_export("x.csv", text(
        "Client;Facture;Échéance;Solde;Litige;Ne pas relancer",
        "A;F1;01/06/2026;10,00;Oui;",
        "A;F2;01/06/2026;10,00;Malfaçon;",
        "A;F3;01/06/2026;10,00;Non;X",
        "A;F4;01/06/2026;10,00;;",
    ))  # fmt: skip
    assert [item.status for item in export.receivables] == [
        "disputed", "disputed", "on_hold", "open",
    ]  # fmt: skip
