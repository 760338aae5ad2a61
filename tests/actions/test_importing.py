"""An export again and again: what left, what came back, what a person typed."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.actions.exports import ABEL, HEADINGS, TUESDAY, VAUBAN, WEDNESDAY, bring
from tests.actions.world import MONDAY, agenda, column, debtor, desk_of, journal, relance, run

from relance.actions.book import Cell
from relance.core.records import Contact
from relance.hosts.file.book import FileBook

Make = Callable[..., Path]


def fill(book: Path, table: str, heading: str, cells: dict[int, Cell]) -> None:
    with FileBook(book) as opened:
        opened.write(table, heading, cells)
        opened.save()


@pytest.fixture
def book(make: Make) -> Path:
    """Return a workbook after a first import of two invoices, confirmed."""
    path = make()
    answer = bring(path, ABEL, VAUBAN, more=("--by-age",))
    assert answer.code == 0, answer
    return path


def statuses(book: Path) -> dict[str, Any]:
    numbers = column(book, "tFactures", "number")
    return dict(zip(numbers, column(book, "tFactures", "status"), strict=True))


def test_an_invoice_that_left_a_full_export_is_held(book: Path) -> None:
    answer = bring(book, VAUBAN, day=TUESDAY)
    assert answer.code == 0
    assert statuses(book) == {"F-501": "suspendue", "F-410": "à régler"}
    assert journal(book)[-1] == ("D01", "absent", "done")
    found = agenda(book, TUESDAY)["D01"]
    assert [one["code"] for one in found["blocked_by"]] == ["on_hold"]


def test_it_is_open_again_when_it_comes_back(book: Path) -> None:
    bring(book, VAUBAN, day=TUESDAY)
    bring(book, ABEL, VAUBAN, day=WEDNESDAY)
    assert statuses(book) == {"F-501": "à régler", "F-410": "à régler"}
    assert journal(book)[-1] == ("D01", "present", "done")
    rows = journal(book)
    bring(book, ABEL, VAUBAN, day=WEDNESDAY)
    assert journal(book) == rows


def test_what_a_person_held_is_not_released_by_an_import(book: Path) -> None:
    with FileBook(book) as opened:
        row = opened.read("tFactures").rows[0].number
    fill(book, "tFactures", "Statut", {row: "suspendue"})
    assert "suspendue" in statuses(book).values()
    held = statuses(book)
    bring(book, ABEL, VAUBAN, day=TUESDAY)
    assert statuses(book) == held


def test_a_partial_export_holds_nothing(book: Path) -> None:
    bring(book, VAUBAN, more=("--partial",), day=TUESDAY)
    assert statuses(book) == {"F-501": "à régler", "F-410": "à régler"}


def test_a_summary_tells_what_is_held_and_why(book: Path) -> None:
    path = book.parent / "postes.csv"
    path.write_text(f"{HEADINGS}\n{VAUBAN}\n", "utf-8")
    answer = relance("import", book, path, "--as-of", TUESDAY)
    assert "1 facture absente du fichier" in answer.out
    path.write_text(f"{HEADINGS}\n{ABEL}\n{VAUBAN}\n", "utf-8")
    answer = relance("import", book, path, "--as-of", TUESDAY)
    assert "1 facture revenue" in answer.out


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("D09;Menuiserie Abel et Fils;F-501;05/10/2026;04/11/2026;1440,00;0,00;1440,00", True),
        (";Menuiserie  abél SARL;F-501;05/10/2026;04/11/2026;1440,00;0,00;1440,00", False),
    ],
)
def test_an_invoice_that_another_debtor_has_is_asked_for_once(
    book: Path, line: str, finding: bool
) -> None:
    """Under another code it is held until a person decides; by its name alone it is ours."""
    answer = bring(book, line, more=("--partial",), day=TUESDAY)
    codes = [one["code"] for one in answer.json["findings"]]
    assert ("same_invoice" in codes) is finding
    asked = column(book, "tFactures", "status").count("à régler")
    assert asked == 2
    assert column(book, "tFactures", "number").count("F-501") == 1 + finding
    assert len(column(book, "tClients", "code")) == 2 + finding
    if finding:
        assert "celle de D01" in str(column(book, "tFactures", "finding"))


def test_a_payment_column_that_grew_brings_paid_up_to_date(book: Path) -> None:
    paid = ABEL.replace("0,00;1440,00", "440,00;1000,00")
    answer = bring(book, paid, VAUBAN, day=TUESDAY)
    assert answer.code == 0
    assert column(book, "tFactures", "paid") == [440, 0]
    assert column(book, "tFactures", "amount") == [1440, 648]
    assert agenda(book, TUESDAY)["D01"]["open"] == "1000.00"


def test_a_file_of_balances_by_invoice_says_a_payment_by_what_is_left(book: Path) -> None:
    # Only what is left of each invoice: 1 000.00 of 1 440.00, so that 440.00 was paid.
    lines = [
        "D01;MENUISERIE ABEL;F-501;05/10/2026;04/11/2026;1000,00",
        "D02;Épicerie Vauban;F-410;05/10/2026;04/11/2026;648,00",
    ]
    headings = "Code client;Nom;N° facture;Date;Échéance;Solde"
    bring(book, *lines, headings=headings, day=TUESDAY)
    assert column(book, "tFactures", "amount") == [1440, 648]
    assert column(book, "tFactures", "paid") == [440, 0]


def test_an_invoice_that_the_file_lowers_brings_no_payment(book: Path) -> None:
    """1 440 becomes 1 000 with nothing paid, as both stand in columns: no promise is kept by it."""
    relance("record", book, "promise", "D01", "--amount", "440", "--by", "2026-12-15",
            "--day", MONDAY)  # fmt: skip
    bring(book, ABEL.replace("1440,00", "1000,00"), VAUBAN, day=TUESDAY)
    assert column(book, "tFactures", "amount") == [1000, 648]
    assert column(book, "tFactures", "paid") == [0, 0]
    assert column(book, "tPromesses", "state") == ["en attente"]
    assert not [line for line in journal(book) if line[1] == "received"]


def test_instalments_that_show_the_whole_invoice_say_a_payment_by_what_is_left(make: Make) -> None:
    # 1 940 in all, in two parts of which 440 and 500 are left, then 340 and 500: 100 was paid.
    book = make()
    row = "D01;ABEL;F-501;05/09/2026;{}/2026;1940,00;{};{}"
    second = row.format("04/12", "1440,00", "500,00")
    bring(book, row.format("04/11", "1500,00", "440,00"), second, more=("--by-age",))
    bring(book, row.format("04/11", "1600,00", "340,00"), second, day=TUESDAY)
    assert column(book, "tFactures", "amount") == [440, 500]
    assert column(book, "tFactures", "paid") == [100, 0]


def test_a_payment_noted_here_and_then_in_the_export_counts_once(book: Path) -> None:
    relance("record", book, "payment", "D01", "--amount", "440", "--invoice", "F-501",
            "--day", MONDAY)  # fmt: skip
    # Not in the books of the accountant yet: still 440.00 paid here.
    bring(book, ABEL, VAUBAN, day=TUESDAY)
    assert agenda(book, TUESDAY)["D01"]["open"] == "1000.00"
    # Now it is.
    bring(book, ABEL.replace("0,00;1440,00", "440,00;1000,00"), VAUBAN, day=WEDNESDAY)
    assert agenda(book, WEDNESDAY)["D01"]["open"] == "1000.00"
    assert column(book, "tReglements", "amount") == [440]


def test_a_due_date_is_never_overwritten(book: Path) -> None:
    bring(book, ABEL.replace("04/11/2026", "04/12/2026"), VAUBAN, day=TUESDAY)
    assert column(book, "tFactures", "due") == [date(2026, 11, 4), date(2026, 11, 4)]


def test_days_of_the_file_that_are_not_taken_are_told_with_ours(book: Path) -> None:
    other = ABEL.replace("04/11/2026", "04/12/2026").replace("05/10/2026", "05/09/2026")
    findings = bring(book, other, VAUBAN, day=TUESDAY).json["findings"]
    assert [(one["code"], one["facts"]) for one in findings] == [
        ("due_kept", {"row": 2, "column": "Échéance", "number": "F-501",
                      "ours": "2026-11-04", "theirs": "2026-12-04"}),
        ("issued_kept", {"row": 2, "column": "Date facture", "number": "F-501",
                         "ours": "2026-10-05", "theirs": "2026-09-05"}),
    ]  # fmt: skip
    assert column(book, "tFactures", "issued") == [date(2026, 10, 5), date(2026, 10, 5)]


def test_what_a_waiting_draft_demands_and_the_file_says_is_due_later_is_held(
    book: Path, out: Path
) -> None:
    run(book, out)
    (draft,) = [event for event in desk_of(book).drafts() if event.debtor == "D01"]
    later = ABEL.replace("04/11/2026", "04/12/2026")
    answer = bring(book, later, VAUBAN, day=TUESDAY)
    told, ended = answer.json["findings"]
    assert (told["code"], told["facts"]["reason"]) == ("due_kept", "held")
    assert "il ne doit pas partir, et elle est suspendue." in told["text"]
    assert (ended["code"], ended["facts"]["document"]) == ("draft_ended", draft.document)
    assert statuses(book) == {"F-501": "suspendue", "F-410": "à régler"}
    assert journal(book)[-2:] == [("D01", "hold", "done"), ("D01", "call-1", "cancelled")]
    # whoever lets it go is not asked about the same day again, but about another
    relance("record", book, "release", "D01", "--day", TUESDAY)
    run(book, out, TUESDAY)
    (told,) = bring(book, later, VAUBAN, day=TUESDAY).json["findings"]
    assert "reason" not in told["facts"]
    assert statuses(book)["F-501"] == "à régler"
    bring(book, ABEL.replace("04/11/2026", "05/12/2026"), VAUBAN, day=TUESDAY)
    assert statuses(book)["F-501"] == "suspendue"


@pytest.mark.parametrize("due", ["03/11/2026", "04/11/2026"])
def test_a_draft_waits_on_when_the_file_gives_no_later_day(due: str, book: Path, out: Path) -> None:
    run(book, out)
    bring(book, ABEL.replace("04/11/2026", due), VAUBAN, day=TUESDAY)
    assert statuses(book)["F-501"] == "à régler"


def test_a_later_day_of_the_file_holds_nothing_that_no_document_demands(book: Path) -> None:
    (told,) = bring(book, ABEL.replace("04/11/2026", "04/12/2026"), VAUBAN, day=TUESDAY).json[
        "findings"
    ]
    assert "reason" not in told["facts"]
    assert statuses(book)["F-501"] == "à régler"


def test_a_due_date_that_was_deferred_to_the_file_s_own_is_not_told(book: Path) -> None:
    fill(book, "tFactures", "Échéance reportée au", {2: date(2026, 12, 4)})
    later = ABEL.replace("04/11/2026", "04/12/2026")
    assert bring(book, later, VAUBAN, day=TUESDAY).json["findings"] == []


def test_the_terms_are_judged_by_the_days_that_the_workbook_keeps(book: Path) -> None:
    # 5 October + 60 days = 4 December 2026: the file's 30 January 2027 is too late, ours is not.
    late = ABEL.replace("04/11/2026", "30/01/2027")
    findings = bring(book, late, VAUBAN, day=TUESDAY).json["findings"]
    assert [one["code"] for one in findings] == ["due_kept"]


IN_CURRENCIES = HEADINGS + ";Devise"
IN_DOLLARS = "D01;MENUISERIE ABEL;F-501;05/10/2026;04/11/2026;500,00;100,00;400,00;USD"


def test_sums_in_another_currency_are_not_taken_for_ours(book: Path) -> None:
    answer = bring(book, IN_DOLLARS, VAUBAN + ";EUR", headings=IN_CURRENCIES, day=TUESDAY)
    (kept,) = [one for one in answer.json["findings"] if one["code"] == "currency_kept"]
    assert kept["facts"] == {"row": 2, "column": "Devise", "debtor": "D01", "number": "F-501",
                             "ours": "EUR", "theirs": "USD"}  # fmt: skip
    assert column(book, "tFactures", "number") == ["F-501", "F-410"]
    assert column(book, "tFactures", "amount") == [1440, 648]
    assert column(book, "tFactures", "paid") == [0, 0]
    # Nobody knows what is owed until it is corrected, so that it is held.
    assert statuses(book) == {"F-501": "suspendue", "F-410": "à régler"}
    fill(book, "tFactures", "Devise", {2: "USD"})
    bring(book, IN_DOLLARS, VAUBAN + ";EUR", headings=IN_CURRENCIES, day=WEDNESDAY)
    assert column(book, "tFactures", "amount") == [500, 648]
    assert column(book, "tFactures", "paid") == [100, 0]
    assert statuses(book) == {"F-501": "à régler", "F-410": "à régler"}


def test_what_is_in_the_file_in_another_currency_is_not_said_to_be_absent(book: Path) -> None:
    path = book.parent / "postes.csv"
    path.write_text("\n".join([IN_CURRENCIES, IN_DOLLARS]) + "\n", "utf-8")
    told = relance("import", book, path, "--as-of", TUESDAY).out
    assert "absente" not in told
    assert "F-501 : en USD dans le fichier" in " ".join(told.split())


@pytest.mark.parametrize(("lines", "more"), [((), ()), ((VAUBAN + ";EUR",), ("--partial",))])
def test_an_invoice_in_another_currency_is_held_whatever_else_the_file_has(
    book: Path, lines: tuple[str, ...], more: tuple[str, ...]
) -> None:
    bring(book, IN_DOLLARS, *lines, headings=IN_CURRENCIES, more=more, day=TUESDAY)
    assert statuses(book) == {"F-501": "suspendue", "F-410": "à régler"}


def test_a_payment_in_another_currency_pays_nothing_of_ours(make: Make) -> None:
    book = make()
    unpaid = WHOLE.replace("Oui,120.00,2026-10-20", "Non,,")
    headings = DOLIBARR + ",Devise"
    bring(book, unpaid + ",EUR", headings=headings, more=("--by-age",))
    part = WHOLE.replace("Oui,120.00", "Non,20.00") + ",USD"
    bring(book, part, headings=headings, more=("--partial",), day=TUESDAY)
    assert column(book, "tReglements", "amount") == []
    assert agenda(book, TUESDAY)["ABEL"]["open"] == "120.00"


def test_one_number_in_two_currencies_is_two_invoices(make: Make) -> None:
    book = make()
    euros = ABEL + ";EUR"
    bring(book, euros, IN_DOLLARS, headings=IN_CURRENCIES, more=("--by-age",))
    # 40 of the euros are paid, and 100 more of the dollars.
    paid = euros.replace("0,00;1440,00", "40,00;1400,00")
    later = IN_DOLLARS.replace("100,00;400,00", "200,00;300,00")
    bring(book, paid, later, headings=IN_CURRENCIES, day=TUESDAY)
    rows = zip(
        *(column(book, "tFactures", key) for key in ("amount", "paid", "currency")), strict=True
    )
    assert [*rows] == [(1440, 40, "EUR"), (500, 200, "USD")]


def test_a_file_that_names_no_currency_speaks_of_ours(book: Path) -> None:
    fill(book, "tFactures", "Devise", {2: "USD"})
    answer = bring(book, ABEL.replace("0,00;1440,00", "440,00;1000,00"), VAUBAN, day=TUESDAY)
    assert answer.json["findings"] == []
    assert column(book, "tFactures", "paid") == [440, 0]
    assert column(book, "tFactures", "currency") == ["USD", "EUR"]
    assert statuses(book) == {"F-501": "à régler", "F-410": "à régler"}


def test_what_a_person_typed_about_a_debtor_stays(book: Path) -> None:
    with FileBook(book) as opened:
        row = opened.read("tClients").rows[0].number
    fill(book, "tClients", "Client", {row: "Menuiserie Abel & Fils"})
    fill(book, "tClients", "Téléphone", {row: "01 40 00 00 00"})
    bring(book, ABEL, VAUBAN, day=TUESDAY)
    assert column(book, "tClients", "name") == ["Menuiserie Abel & Fils", "Épicerie Vauban"]
    assert column(book, "tClients", "phone") == ["01 40 00 00 00", None]


def test_the_same_file_again_changes_no_cell_of_the_user_s(book: Path) -> None:
    def cells() -> list[object]:
        with FileBook(book) as opened:
            return [opened.read(name) for name in ("tFactures", "tClients", "tJournal")]

    before = cells()
    answer = bring(book, ABEL, VAUBAN)
    assert answer.code == 0
    assert cells() == before


def test_the_backlog_is_confirmed_once(book: Path) -> None:
    rows = journal(book)
    answer = relance("takeover", book, "--by-age", "--as-of", TUESDAY, "--json")
    assert answer.error[0] == "nothing_to_record"
    # An invoice that is late when it first comes later is not deemed reminded of.
    late = "D03;GARAGE NOËL;F-600;01/08/2026;31/08/2026;500,00;0,00;500,00"
    bring(book, ABEL, VAUBAN, late, day=TUESDAY, more=("--by-age",))
    assert journal(book) == rows


def test_an_import_before_the_journal_s_last_day_is_refused(book: Path) -> None:
    bring(book, VAUBAN, day=WEDNESDAY)
    answer = bring(book, ABEL, VAUBAN, day=TUESDAY)
    assert (answer.code, answer.error[0]) == (1, "day_before_journal")
    assert statuses(book)["F-501"] == "suspendue"


def test_an_import_never_creates_a_workbook(tmp_path: Path) -> None:
    book = tmp_path / "absent.xlsx"
    answer = bring(book, ABEL)
    assert (answer.code, answer.error[0]) == (1, "book")
    assert not book.exists()


def test_one_file_that_can_t_be_read_stops_the_others(book: Path) -> None:
    good, bad = book.parent / "bon.csv", book.parent / "image.csv"
    good.write_text(f"{HEADINGS}\n{VAUBAN}\n", "utf-8")
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    before = book.read_bytes()
    answer = relance("import", book, good, bad, "--as-of", TUESDAY, "--json")
    assert (answer.code, answer.error[0]) == (1, "intake")
    assert str(bad) in answer.error[1]
    assert book.read_bytes() == before


def test_two_files_are_one_export(book: Path) -> None:
    one, two = book.parent / "un.csv", book.parent / "deux.csv"
    one.write_text(f"{HEADINGS}\n{ABEL}\n", "utf-8")
    two.write_text(f"{HEADINGS}\n{VAUBAN}\n", "utf-8")
    answer = relance("import", book, one, two, "--as-of", TUESDAY, "--json")
    assert [file["receivables"] for file in answer.json["files"]] == [["F-501"], ["F-410"]]
    assert set(statuses(book).values()) == {"à régler"}


def test_the_json_is_that_of_the_contract(make: Make) -> None:
    path = make()
    answer = bring(path, ABEL, VAUBAN)
    (file,) = answer.json["files"]
    assert set(answer.json) == {"files", "findings"}
    assert file == {
        "file": str(path.parent / "postes.csv"),
        "kind": "open_items",
        "encoding": "utf-8",
        "rows": 2,
        "receivables": ["F-501", "F-410"],
        "payments": 0,
        "customers": 2,
        "total_open": "2088.00",  # 1 440 + 648
        "file_total": None,
        "difference": "0.00",
        "ledger": None,
    }


# --- balances without invoices

BALANCE = "Code client;Nom;Non échu;0-30;31-60;60+;Total"


@pytest.fixture
def balances(make: Make) -> Path:
    """Return a workbook after an aged balance without invoices."""
    path = make([debtor("D01"), debtor("D02", payables=Contact())])
    answer = bring(
        path, "D01;MENUISERIE ABEL;0,00;500,00;0,00;940,00;1440,00",
        "D02;Épicerie Vauban;0,00;0,00;648,00;0,00;648,00", headings=BALANCE, more=("--by-age",),
    )  # fmt: skip
    assert answer.code == 0, answer
    assert answer.json["files"][0]["kind"] == "balance_only"
    return path


def test_a_balance_without_invoices_is_in_the_book(balances: Path) -> None:
    assert column(balances, "tFactures", "number") == ["SOLDE", "SOLDE"]
    found = agenda(balances)
    assert {code: one["open"] for code, one in found.items()} == {
        "D01": "1440.00",
        "D02": "648.00",
    }


def test_it_leads_to_a_call_sheet_and_to_no_letter(balances: Path, out: Path) -> None:
    found = agenda(balances)
    assert (found["D01"]["step"], found["D01"]["channel"]) == ("call-1", "phone")
    assert found["D01"]["interest"] == found["D01"]["fee"] == "0.00"
    answer = run(balances, out, MONDAY, "--json")
    assert [(one["debtor"], one["kind"]) for one in answer.json["documents"]] == [
        ("D01", "call_sheet"),
        ("D02", "call_sheet"),  # no telephone either: a letter would have to name invoices
    ]
    assert run(balances, out, MONDAY, "--json").json["documents"] == []
    relance("record", balances, "call", "D01", "--outcome", "no_answer", "--day", MONDAY)
    relance("record", balances, "call", "D01", "--outcome", "no_answer", "--day", TUESDAY)
    assert agenda(balances, WEDNESDAY)["D01"]["step"] is None
    # call-1 was given up on Tuesday 24; call-2 is 14 days after it in the policy: 8 December
    assert agenda(balances, TUESDAY + timedelta(days=13))["D01"]["step"] is None
    assert agenda(balances, TUESDAY + timedelta(days=14))["D01"]["step"] == "call-2"


def test_its_age_is_not_known_so_it_stands_in_no_bucket(balances: Path) -> None:
    assert column(balances, "tBalance", "undated") == [1440, 648]
    assert column(balances, "tBalance", "not_due") == [0, 0]
    assert column(balances, "tBalance", "total") == [1440, 648]
    with FileBook(balances) as opened:
        assert (opened.get("KpiOuvert"), opened.get("KpiNonVentile")) == (2088, 2088)
        assert (opened.get("KpiEchu"), opened.get("KpiTranche0")) == (0, 0)


def test_a_newer_balance_takes_its_place_and_one_that_left_is_held(balances: Path) -> None:
    line = "D01;MENUISERIE ABEL;0,00;500,00;0,00;500,00;1000,00"
    bring(balances, line, headings=BALANCE, day=TUESDAY)
    found = agenda(balances, TUESDAY)
    assert found["D01"]["open"] == "1000.00"
    assert [one["code"] for one in found["D02"]["blocked_by"]] == ["on_hold"]


def test_invoices_take_the_place_of_a_balance(balances: Path) -> None:
    bring(balances, ABEL, VAUBAN, day=TUESDAY)
    assert column(balances, "tFactures", "status") == [
        "suspendue", "suspendue", "à régler", "à régler",
    ]  # fmt: skip


def test_a_balance_is_not_added_to_invoices_that_are_there(book: Path) -> None:
    line = "D01;MENUISERIE ABEL;0,00;500,00;0,00;940,00;1440,00"
    answer = bring(book, line, headings=BALANCE, day=TUESDAY)
    assert "balance_has_items" in [one["code"] for one in answer.json["findings"]]
    assert agenda(book, TUESDAY)["D01"]["open"] == "1440.00"
    assert set(statuses(book).values()) == {"à régler"}


def test_a_payment_lowers_a_balance(balances: Path) -> None:
    answer = relance("record", balances, "payment", "D01", "--amount", "440", "--invoice", "SOLDE",
                     "--day", MONDAY)  # fmt: skip
    assert answer.code == 0
    assert agenda(balances)["D01"]["open"] == "1000.00"


# --- payments in a file, and what they settle

TYPED = "Code client;Nom;N° facture;Type;Date;Échéance;Solde"


def test_a_payment_of_an_invoice_s_number_never_pays_it_twice(book: Path) -> None:
    line = "D01;MENUISERIE ABEL;F-501;Règlement;20/11/2026;;-100,00"
    for _ in range(2):  # the same file again adds nothing
        assert bring(book, line, headings=TYPED, day=TUESDAY).code == 0
        # 1 440 - 100 = 1 340, and no invoice is held by a file that names none.
        assert column(book, "tFactures", "paid")[:2] == [0, 0]
        assert statuses(book)["F-501"] == statuses(book)["F-410"] == "à régler"
        assert agenda(book, TUESDAY)["D01"]["open"] == "1340.00"


def test_a_payment_in_an_export_fills_a_plan_and_keeps_a_promise(book: Path) -> None:
    relance("record", book, "promise", "D01", "--amount", "720", "--by", "2026-12-15",
            "--day", MONDAY)  # fmt: skip
    relance("record", book, "plan", "D01", "--instalments", "2", "--first", "2026-11-24",
            "--day", MONDAY)  # fmt: skip
    paid = ABEL.replace("0,00;1440,00", "720,00;720,00")
    bring(book, paid, VAUBAN, day=TUESDAY)
    assert column(book, "tEcheanciers", "paid") == [720, 0]
    assert column(book, "tPromesses", "state") == ["tenue"]
    bring(book, paid, VAUBAN, day=WEDNESDAY)
    assert column(book, "tEcheanciers", "paid") == [720, 0]


def test_terms_beyond_the_law_are_told_at_import_and_stay_in_the_sheet(make: Make) -> None:
    # 10 March + 60 days = 9 May 2026; 15 May would fit an end of month, 11 May does not.
    book = make([debtor("D01"), debtor("D02", kind="consumer")])
    late = "{};X;{};10/03/2026;11/05/2026;100,00;0,00;100,00"
    lines = [late.format("D01", "F-1"), late.format("D02", "F-2")]
    (told,) = [
        one for one in bring(book, *lines).json["findings"] if one["code"] == "terms_too_long"
    ]
    assert told["facts"] == {
        "row": 2, "column": "Échéance", "debtor": "D01", "number": "F-1", "due": "2026-05-11",
        "latest": "2026-05-09", "law": "L441-10 I du code de commerce",
        "end_of_month": "2026-05-15", "reason": "end_of_month",
    }  # fmt: skip
    first, second = column(book, "tFactures", "finding")
    assert "le 09/05/2026 au plus tard, ou le 15/05/2026 si" in first
    assert "au plus tard" not in (second or "")
    assert "Factures, ligne 2, Échéance : Échéance du 11/05/2026" in relance("agenda", book).out


# --- rows that could not be read, and payments of invoices that are not ours


def imported(book: Path, *lines: str) -> list[str]:
    """Return the printed summary of an import, line by line."""
    path = book.parent / "postes.csv"
    path.write_text("\n".join([HEADINGS, *lines]) + "\n", "utf-8")
    answer = relance("import", book, path, "--as-of", TUESDAY, "--partial")
    assert answer.code == 0, answer
    return [line.strip() for line in answer.out.splitlines()]


BAD = "D03;NOËL;F-60{};05/10/2026;04/11/2026;12 34,5O;0,00;12 34,5O"
UNDATED = "D03;NOËL;F-61{};05/10/2026;31/02/2026;100,00;0,00;100,00"


@pytest.mark.parametrize(
    ("bad", "undated", "expected"),
    [
        (3, 2, "3 lignes illisibles, 2 anomalies :"),
        (1, 1, "1 ligne illisible, 1 anomalie :"),
        (2, 0, "2 lignes illisibles :"),
        (0, 1, "1 anomalie :"),
    ],
)
def test_the_findings_of_a_file_are_counted_before_they_are_listed(
    book: Path, bad: int, undated: int, expected: str
) -> None:
    lines = [BAD.format(n) for n in range(bad)] + [UNDATED.format(n) for n in range(undated)]
    told = imported(book, ABEL, *lines)
    place = told.index(expected)
    assert [line.split(",")[0] for line in told[place + 1 :]] == [
        f"ligne {row}" for row in range(3, 3 + bad + undated)
    ]


def test_a_file_without_findings_has_no_count(book: Path) -> None:
    assert not [line for line in imported(book, ABEL) if "anomalie" in line or "illisible" in line]


def test_a_row_that_is_kept_is_no_row_that_could_not_be_read(book: Path) -> None:
    # Its payment can't be read, but the invoice can: an anomaly, and nothing is left out.
    headings = f"{HEADINGS};Montant règlement;Date paiement"
    path = book.parent / "postes.csv"
    path.write_text(f"{headings}\n{ABEL};12 34,5O;\n{VAUBAN};;\n", "utf-8")
    answer = relance("import", book, path, "--as-of", TUESDAY)
    assert "\n  1 anomalie :\n" in answer.out


DOLIBARR = (
    "Raison sociale,Réf. facture,Date facturation,Date échéance,Total HT,Total TVA,Total TTC,"
    "Facture payée,Montant règlement,Date paiement"
)
PART = "ABEL,FA-1,2026-09-01,2026-10-01,1000.00,200.00,1200.00,Non,300.00,2026-10-05"
WHOLE = "ABEL,FA-2,2026-09-02,2026-10-02,100.00,20.00,120.00,Oui,120.00,2026-10-20"


def test_payments_of_an_invoice_that_is_not_in_the_book_are_left_out(make: Make) -> None:
    path = make()
    answer = bring(path, PART, WHOLE, headings=DOLIBARR)
    assert answer.json["files"][0]["payments"] == 2  # what the file has
    assert column(path, "tFactures", "number") == ["FA-1"]
    assert column(path, "tReglements", "invoice") == ["FA-1"]
    assert column(path, "tReglements", "amount") == [300]


def test_payments_of_an_invoice_that_was_open_settle_it_on_their_day(make: Make) -> None:
    path = make()
    unpaid = WHOLE.replace("Oui,120.00,2026-10-20", "Non,,")
    bring(path, PART, unpaid, headings=DOLIBARR, more=("--by-age",))
    assert agenda(path)["ABEL"]["open"] == "1020.00"  # 1 200 - 300 + 120
    bring(path, PART, WHOLE, headings=DOLIBARR, day=TUESDAY)
    assert column(path, "tReglements", "invoice") == ["FA-1", "FA-2"]
    assert column(path, "tReglements", "value_date") == [date(2026, 10, 5), date(2026, 10, 20)]
    # The file says that it is paid, so nobody has to be asked whether it was.
    assert set(statuses(path).values()) == {"à régler"}
    assert not [line for line in journal(path) if line[1] == "absent"]
    assert agenda(path, TUESDAY)["ABEL"]["open"] == "900.00"


def test_who_pays_and_the_copy_fill_blank_cells(book: Path) -> None:
    headings = HEADINGS + ";Payeur;Copie de la facture"
    bring(book, ABEL, VAUBAN, day=MONDAY)
    bring(book, ABEL + ";Siège;f1.pdf", VAUBAN + ";;", headings=headings, day=TUESDAY)
    assert column(book, "tClients", "payer")[:2] == ["Siège", None]
    assert column(book, "tFactures", "copy")[:2] == ["f1.pdf", None]


def test_a_client_that_the_file_says_not_to_contact_is_marked_so(book: Path) -> None:
    headings = HEADINGS + ";Ne pas contacter"
    bring(book, ABEL + ";oui", VAUBAN + ";non", headings=headings, day=TUESDAY)
    assert column(book, "tClients", "do_not_contact")[0] == "oui"
    assert column(book, "tClients", "do_not_contact")[1] in (None, "non")
