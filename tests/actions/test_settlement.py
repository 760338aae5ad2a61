"""`relance settlement`: what it writes, what it binds, what refuses it, and how a person ends it.

C1 owes F1 (1,000, late) and F2 (500, not due) and has a credit of 50.
"""

from collections.abc import Callable
from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from shutil import copyfile

import pytest
from tests.actions.exports import ABEL, bring
from tests.actions.world import (
    MONDAY,
    Answer,
    agenda,
    column,
    debtor,
    desk_of,
    invoice,
    journal,
    relance,
    run,
    type_in,
)

from relance.core.decide import decide
from relance.core.records import Decision, Procedure
from relance.hosts.file.book import FileBook
from relance.workbook import schema

Make = Callable[..., Path]
LATE = date(2026, 11, 2)
BY = "2026-12-15"
AFTER = date(2026, 12, 16)


@pytest.fixture
def book(make: Make) -> Path:
    return make([debtor("C1")], ITEMS)


ITEMS = [
    invoice("F1", "C1", LATE, "1000"),
    invoice("F2", "C1", date(2026, 12, 31), "500"),
    invoice("A1", "C1", LATE, "-50", "credit_note"),
]


def settle(book: Path, *words: object, day: date = MONDAY, by: object = BY) -> Answer:
    return relance(
        "settlement", book, "C1", "--by", by, *words, "--as-of", day, "--out", book.parent / "out"
    )


def plain(answer: Answer, ok: int = 0) -> str:
    """What was said, on one line with plain blanks."""
    assert answer.code == ok, answer
    return " ".join(answer.out.replace("\u00a0", " ").split())


def refused(book: Path, *words: object, by: object = BY) -> str:
    """The sentence of a refusal; nothing was written."""
    before = journal(book), sorted(book.parent.rglob("*"))
    answer = settle(book, *words, "--json", by=by)
    assert answer.code == 1, answer
    assert (journal(book), sorted(book.parent.rglob("*"))) == before
    return answer.error[1].replace("\u00a0", " ")


def names(book: Path, folder: str = "") -> list[str]:
    where = book.parent / "out" / folder
    return sorted(one.name for one in where.glob("*") if one.suffix in (".eml", ".docx"))


@pytest.mark.parametrize("credit", [True, False])
def test_a_draft_that_a_settlement_withdraws_may_have_gone(make: Make, *, credit: bool) -> None:
    book = make([debtor("C1")], ITEMS if credit else ITEMS[:2])
    run(book, book.parent / "out")
    assert journal(book)[-1][2] == "draft"
    said = plain(settle(book, "--amount", "800"))
    assert "n'est plus à envoyer" in said
    assert "Déjà parti ? Confirmez-le : relance record CLASSEUR sent C1" in said
    relance("record", book, "sent", "C1", "--gone", "--day", MONDAY)
    assert journal(book)[-1][2] == "sent"


def codes(book: Path, day: date = MONDAY) -> list[str]:
    return [one["code"] for one in agenda(book, day)["C1"]["blocked_by"]]


def record(book: Path, *words: object, day: date = MONDAY) -> Answer:
    return relance("record", book, *words, "--day", day)


LINES = [("C1", "settlement", "done"), ("C1", "settlement_letter", "prepared")]


# --- what it binds -------------------------------------------------------------------------------


def test_it_is_noted_with_its_letter_and_no_reminder_is_written_until_its_day(book: Path) -> None:
    said = plain(settle(book, "--amount", "800"))
    assert "Aucune relance sur F1 jusqu'au 15/12/2026." in said
    assert "relance record CLASSEUR release C1 --reason MOTIF" in said
    assert journal(book) == LINES
    assert column(book, "tJournal", "document")[0] == "800.00 / 950.00 EUR 2026-12-15"
    assert codes(book) == ["settlement"]
    assert (
        "Accord de règlement jusqu'au 15/12/2026 (F1)" in column(book, "tAgenda", "blocked_by")[0]
    )
    assert "0,00\u00a0€ reçus sur les 800,00\u00a0€" in column(book, "tFactures", "finding")[0]
    run(book, book.parent / "out", date(2026, 12, 15))
    assert journal(book) == LINES


def test_a_trial_binds_nothing(book: Path) -> None:
    said = plain(settle(book, "--amount", "800", "--dry-run"))
    assert "à écrire" in said
    assert journal(book) == []
    assert not (book.parent / "out").exists()
    assert codes(book) == []


def test_the_reminder_that_waits_is_set_aside(book: Path) -> None:
    run(book, book.parent / "out")
    ((reminder,),) = (names(book),)
    assert "n'est plus à envoyer" in plain(settle(book, "--amount", "800"))
    assert names(book, "perimes") == [reminder]
    assert [name.split("_")[1] for name in names(book)] == ["accord"]


def test_the_withdrawn_reminder_is_not_confirmed_in_the_place_of_the_letter(book: Path) -> None:
    run(book, book.parent / "out")
    plain(settle(book, "--amount", "800"))
    answer = relance("record", book, "sent", "C1", "--day", MONDAY)
    told = " ".join(answer.err.split())
    assert answer.code == 1
    assert "a été retiré, ne l'envoyez pas" in told
    assert "l'envoi de sa lettre n'est pas à confirmer" in told
    assert names(book)[0] in told
    assert "Accord de règlement ou échéancier : il vaut" in relance("record", book, "sent").err


def test_paid_by_its_day_the_rest_is_no_longer_asked_for(book: Path) -> None:
    settle(book, "--amount", "800")
    record(book, "payment", "C1", "--amount", "800", "--invoice", "F1", day=date(2026, 12, 14))
    assert codes(book, AFTER) == ["settlement_kept"]
    answer = relance("agenda", book, "--as-of", AFTER).out.replace("\u00a0", " ")
    assert "accord de règlement tenu, 800,00 € reçus à temps (terme : 15/12/2026)" in answer
    assert "Restent 150,00 € (F1)" in answer
    run(book, book.parent / "out", AFTER)
    assert [line[1] for line in journal(book)][2:] == ["payment"]


def test_the_value_date_counts_and_not_the_day_of_the_entry(book: Path) -> None:
    settle(book, "--amount", "800")
    pay = ("payment", "C1", "--amount", "800", "--invoice", "F1")
    record(book, *pay, "--value-date", "2026-12-15", day=date(2026, 12, 20))
    assert codes(book, date(2026, 12, 21)) == ["settlement_kept"]


def _body(path: Path) -> str:
    body = message_from_bytes(path.read_bytes(), policy=default).get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\u00a0", " ")


def test_the_statement_says_what_was_agreed_and_asks_for_none_of_it(book: Path) -> None:
    settle(book, "--amount", "800")
    relance("statement", book, "C1", "--as-of", MONDAY, "--out", book.parent / "out")
    (name,) = [one for one in names(book) if "releve" in one]
    text = " ".join(_body(book.parent / "out" / name).split())
    assert "accord de règlement du 23 novembre 2026 est en cours : 800,00 €" in text
    assert "Somme à virer : 500,00 €" in text  # F2, which is not in it
    assert "C1 F1" not in text


def test_not_paid_in_full_the_whole_is_owed_again(book: Path) -> None:
    settle(book, "--amount", "800")
    record(book, "payment", "C1", "--amount", "300", "--invoice", "F1", day=date(2026, 12, 14))
    found = agenda(book, AFTER)["C1"]
    assert (found["step"], found["claim"]) == ("mail-1", "650.00")  # 1000 - 300 - 50
    said = relance("agenda", book, "--as-of", AFTER).out.replace("\u00a0", " ")
    assert "accord de règlement caduc, 300,00 € reçus sur 800,00 € au 15/12/2026" in said
    run(book, book.parent / "out", AFTER)
    assert journal(book)[-1] == ("C1", "mail-1", "draft")


def test_a_procedure_that_opens_after_wins(book: Path) -> None:
    settle(book, "--amount", "800")
    with FileBook(book) as open_book:
        for key, value in (
            ("procedure", "redressement judiciaire"),
            ("procedure_opened_on", date(2026, 12, 1)),
        ):
            open_book.write("tClients", schema.DEBTORS.heading(key), {2: value})
        open_book.save()
    assert desk_of(book).debtors["C1"].procedure == Procedure(
        "redressement", date(2026, 12, 1), verified_on=date(2026, 11, 16)
    )
    assert codes(book, date(2026, 12, 2)) == ["procedure"]
    answer = settle(book, "--amount", "700", "--json", day=date(2026, 12, 2))
    assert [one["why"][0]["code"] for one in answer.json["skipped"]] == ["procedure"]


def test_an_import_tells_whether_it_was_paid(make: Make) -> None:
    """What an open items export says to be paid by the day is in time; after it, nobody knows."""
    for day, code in ((date(2026, 12, 15), "settlement_kept"), (AFTER, "settlement_unsure")):
        book = make([debtor("D01")], [invoice("F-501", "D01", date(2026, 11, 4), "1440")])
        answer = relance(
            "settlement", book, "D01", "--amount", "900", "--by", BY, "--as-of", MONDAY,
            "--out", book.parent / str(day),
        )  # fmt: skip
        assert answer.code == 0, answer
        bring(book, ABEL.replace("0,00;1440,00", "900,00;540,00"), day=day)
        found = agenda(book, AFTER)["D01"]
        assert [one["code"] for one in found["blocked_by"]] == [code], found
        book.unlink()


# --- the same, another, none ---------------------------------------------------------------------


def _lose(book: Path) -> None:
    (book.parent / "out" / names(book)[0]).unlink()


def _edit(book: Path) -> None:
    path = book.parent / "out" / names(book)[0]
    path.write_bytes(path.read_bytes().replace(b"Madame", b"Chere Madame") + b" ")


def _pay(book: Path) -> None:
    record(book, "payment", "C1", "--amount", "100", "--invoice", "F1")


def _bank(book: Path) -> None:
    with FileBook(book) as opened:
        opened.set("Ibans", "EUR:BE68539007547034")
        opened.save()


LETTER, REPLACED = LINES[1], ("C1", "settlement_letter", "replaced")


@pytest.mark.parametrize(
    ("changes", "words", "lines"),
    [
        ((), "", []),
        ((_lose,), "", [REPLACED, LETTER]),
        ((), "--letter", [LETTER]),  # beside the e-mail
        ((_edit,), "", []),
        ((_bank,), "", [REPLACED, LETTER]),
        ((_pay,), "", []),
        ((_bank, _pay), "", []),
        ((_bank, _edit), "", []),
        ((_pay, _lose), "", []),  # as it was
    ],
)
def test_the_same_again_is_agreed_on_once_and_its_letter_written_when_another_is_needed(
    book: Path, changes: tuple[Callable[[Path], None], ...], words: str, lines: list[object]
) -> None:
    settle(book, "--amount", "800")
    for change in changes:
        change(book)
    before = len(journal(book))
    again = ("--amount", "800", *words.split())
    tomorrow = MONDAY + timedelta(days=1)
    said = plain(settle(book, *again, day=tomorrow))
    said_so = (
        "refaite telle qu'elle était" if _lose in changes else "Accord déjà noté le 23/11/2026"
    )
    assert (said_so in said) == (not lines)
    assert journal(book)[before:] == lines
    settle(book, *again, day=tomorrow + timedelta(days=1))  # it stands
    assert journal(book)[before:] == lines


def test_another_sum_or_day_takes_the_place_of_the_first(book: Path) -> None:
    settle(book, "--amount", "800")
    (first,) = names(book)
    said = plain(settle(book, "--amount", "700", "--by", "2026-12-20"))
    assert "Accord du 23/11/2026 remplacé (800,00 € jusqu'au 15/12/2026, F1)" in said
    assert journal(book) == [*LINES, ("C1", "settlement", "replaced"), *LINES]
    assert names(book, "perimes") == [first]
    assert len(names(book)) == 1
    assert agenda(book, AFTER)["C1"]["blocked_by"][0]["facts"]["amount"] == "700.00"
    # The first one again, under its own name: the second is set aside.
    settle(book, "--amount", "800")
    assert names(book) == [first]


def test_a_later_one_says_which_it_replaces(book: Path) -> None:
    settle(book, "--amount", "800")
    settle(book, "--amount", "700", day=MONDAY + timedelta(days=1))
    text = (book.parent / "out" / names(book)[0]).read_bytes()
    assert b"remplace" in text


@pytest.mark.parametrize("wrong", ["1", "2"])
def test_reversing_a_line_ends_it_and_sets_its_letter_aside(book: Path, wrong: str) -> None:
    settle(book, "--amount", "800")
    letter = names(book)
    assert record(book, "reverse", wrong, "--note", "erreur").code == 0
    assert codes(book) == []
    assert (names(book), names(book, "perimes")) == ([], letter)


def test_a_person_ends_it_with_a_reason(book: Path) -> None:
    settle(book, "--amount", "800")
    answer = record(book, "release", "C1", "--json")
    assert (answer.code, answer.error[1]) == (1, "Donnez le motif : il est consigné au journal.")
    answer = record(book, "release", "C1", "--invoice", "F1", "--reason", "refusé par le client")
    assert "accord de règlement levé, le tout redevient dû" in plain(answer)
    assert journal(book)[-1] == ("C1", "settlement", "cancelled")
    assert column(book, "tJournal", "note")[-1] == "refusé par le client"
    assert codes(book) == []
    assert names(book) == []
    assert record(book, "release", "C1", "--reason", "encore").code == 1


def test_letting_suspended_invoices_go_ends_no_settlement(book: Path) -> None:
    settle(book, "--amount", "800")
    record(book, "hold", "C1", "--invoice", "F2", "--reason", "avoir attendu")
    assert record(book, "release", "C1", "--reason", "avoir reçu").code == 0
    assert journal(book)[-1] == ("C1", "release", "done")
    assert codes(book) == ["settlement"]


def test_letting_go_what_was_suspended_before_it_ends_it_too(book: Path) -> None:
    """As its own message says: refused, or written by mistake, `release` ends it."""
    record(book, "hold", "C1", "--reason", "litige en vue")
    settle(book, "--amount", "800", "--invoice", "F1")
    letter = names(book)
    assert record(book, "release", "C1").code == 1  # a settlement ends with a reason
    said = plain(record(book, "release", "C1", "--reason", "refusé"))
    assert "suspension levée" in said
    assert "accord de règlement levé, le tout redevient dû" in said
    assert "Accord de règlement jusqu'au" not in said
    assert journal(book)[-2:] == [("C1", "release", "done"), ("C1", "settlement", "cancelled")]
    assert (names(book), names(book, "perimes")) == ([], letter)


def test_letting_go_what_was_suspended_since_leaves_it_and_says_so(book: Path) -> None:
    settle(book, "--amount", "800")
    record(book, "hold", "C1", "--invoice", "F1", "--reason", "avoir attendu")
    said = plain(record(book, "release", "C1", "--reason", "avoir reçu"))
    assert "Accord de règlement jusqu'au 15/12/2026 (F1)" in said
    assert codes(book) == ["settlement"]


# --- a cut ---------------------------------------------------------------------------------------


def test_closed_without_saving_both_lines_come_back(book: Path, tmp_path: Path) -> None:
    relance("settlement", book, "C1", "--by", BY, "--amount", "1", "--as-of", MONDAY, "--dry-run")
    run(book, book.parent / "out")  # the folder is remembered
    before = tmp_path / "before.xlsx"
    copyfile(book, before)
    settle(book, "--amount", "800")
    copyfile(before, book)
    assert record(book, "hold", "C1", "--invoice", "F2", "--reason", "x").code == 0
    assert [line for line in journal(book) if line[1].startswith("settlement")] == LINES
    assert codes(book) == ["settlement"]


def test_cut_before_its_letter_neither_line_comes_back(book: Path, tmp_path: Path) -> None:
    run(book, book.parent / "out")
    settle(book, "--amount", "900")
    before = tmp_path / "before.xlsx"
    copyfile(book, before)
    known = journal(book)
    settle(book, "--amount", "800")
    for name in names(book):
        (book.parent / "out" / name).unlink()
    copyfile(before, book)
    assert record(book, "hold", "C1", "--invoice", "F2", "--reason", "x").code == 0
    assert journal(book)[: len(known)] == known
    assert not any(line[2] == "replaced" and line[1] == "settlement" for line in journal(book))
    assert agenda(book)["C1"]["blocked_by"][0]["facts"]["amount"] == "900.00"


# --- currencies and invoices ---------------------------------------------------------------------


@pytest.fixture
def two(make: Make) -> Path:
    """C1 owes F1 and F3 in euros and U1 in dollars."""
    return make(
        [debtor("C1")],
        [
            invoice("F1", "C1", LATE, "1000"),
            invoice("F3", "C1", LATE, "400"),
            invoice("U1", "C1", LATE, "2000", currency="USD"),
            invoice("F2", "C1", date(2026, 12, 31), "500"),
        ],
    )


def test_two_currencies_ask_for_one(two: Path) -> None:
    said = refused(two, "--amount", "800")
    assert "plusieurs devises (EUR, USD)" in said
    assert "--currency" in said


@pytest.mark.parametrize(
    ("words", "items", "terms"),
    [
        (("--amount", "800", "--currency", "EUR"), "F1; F3", "800.00 / 1400.00 EUR 2026-12-15"),
        (("--amount", "800", "--currency", "usd"), "U1", "800.00 / 2000.00 USD 2026-12-15"),
        (("--amount", "800 USD"), "U1", "800.00 / 2000.00 USD 2026-12-15"),
        (("--amount", "800 €"), "F1; F3", "800.00 / 1400.00 EUR 2026-12-15"),
        (("--amount", "300", "--invoice", "F3"), "F3", "300.00 / 400.00 EUR 2026-12-15"),
        (("--amount", "300", "--invoice", "U1"), "U1", "300.00 / 2000.00 USD 2026-12-15"),
    ],
)
def test_it_is_about_one_currency_and_the_named_invoices(
    two: Path, words: tuple[str, ...], items: str, terms: str
) -> None:
    assert settle(two, *words).code == 0
    assert column(two, "tJournal", "items") == [items, items]
    assert column(two, "tJournal", "document")[0] == terms
    ((left,),) = ([one for one in names(two)],)
    body = (two.parent / "out" / left).read_bytes()
    others = {"F1", "F3", "U1"} - set(items.split("; "))
    assert not [one for one in others if f"{one} ".encode() in body]


def test_debts_in_one_other_currency_need_no_word(make: Make) -> None:
    dollars = make([debtor("C1")], [invoice("U1", "C1", LATE, "2000", currency="USD")])
    assert settle(dollars, "--amount", "800").code == 0
    assert "USD" in column(dollars, "tJournal", "document")[0]
    assert "retard en EUR" in refused(dollars, "--amount", "800", "--currency", "EUR")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--amount", "800 USD", "--currency", "EUR"), "La somme est donnée en USD"),
        (("--amount", "800 GBP"), "en retard en GBP"),
        (("--amount", "800", "--currency", "dollars"), "Devise inconnue"),
        (("--amount", "800", "--invoice", "F1", "--invoice", "U1"), "plusieurs devises"),
        (("--amount", "8", "--currency", "EUR", "--invoice", "F1", "--invoice", "U1"), "un accord"),
        (("--amount", "800", "--invoice", "F2"), "n'est pas en retard (échéance 31/12/2026)"),
        (("--amount", "800", "--invoice", "F9"), "F9"),
    ],
)
def test_what_does_not_fit_is_refused(two: Path, words: tuple[str, ...], part: str) -> None:
    assert part in refused(two, *words)


def test_two_settlements_about_different_invoices_stand_side_by_side(two: Path) -> None:
    settle(two, "--amount", "800", "--invoice", "F1")
    settle(two, "--amount", "300", "--invoice", "F3")
    held = {
        line.item.number: [reason.code for reason in line.blocked] for line in decided(two).lines
    }
    assert held["F1"] == held["F3"] == ["settlement"]
    assert held["U1"] == []
    assert len(names(two)) == 2


def test_a_credit_is_netted_by_the_first_of_two(make: Make) -> None:
    items = [*ITEMS, invoice("F3", "C1", LATE, "400")]
    book = make([debtor("C1")], items)
    settle(book, "--amount", "800", "--invoice", "F1")
    settle(book, "--amount", "300", "--invoice", "F3")
    documents = [one for one in column(book, "tJournal", "document") if "/" in one]
    assert documents == ["800.00 / 950.00 EUR 2026-12-15", "300.00 / 400.00 EUR 2026-12-15"]
    # Corrected, the first nets it again.
    settle(book, "--amount", "700", "--invoice", "F1")
    assert "700.00 / 950.00 EUR 2026-12-15" in column(book, "tJournal", "document")
    for invoice_, amount in (("F1", "700"), ("F3", "300")):
        record(book, "payment", "C1", "--amount", amount, "--invoice", invoice_)
    said = relance("agenda", book, "--as-of", AFTER).out.replace("\u00a0", " ")
    assert "Restent 250,00 € (F1)" in said  # 1000 - 700 - 50
    assert "Restent 100,00 € (F3)" in said


def decided(book: Path) -> Decision:
    desk = desk_of(book)
    return decide(desk.case("C1"), desk.setting, MONDAY)


# --- sums and days -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "by", "part"),
    [
        # 1000 x 12.4 % x 21 days and 40, on a base that the credit lowers.
        ("996.78", BY, "inférieure à ce qui est dû : 996,78 €, soit 950,00 € de principal"),
        ("1000", BY, "Donnez 950,00 € avec --amount"),
        ("0", BY, "doit être positif"),
        ("-5", BY, "doit être positif"),
        ("800.5055", BY, "centimes"),
        ("800", "2026-11-22", "avant le 23/11/2026"),
        ("800", "2028-01-01", "plus d'un an"),
    ],
)
def test_a_sum_or_a_day_that_gives_nothing_up_is_refused(
    book: Path, amount: str, by: str, part: str
) -> None:
    assert part in refused(book, "--amount", amount, by=by)


@pytest.mark.parametrize("amount", ["949.99", "950", "996.77"])
def test_penalties_alone_may_be_waived(book: Path, amount: str) -> None:
    """950 is the whole principal; what the law adds to it is 46.78."""
    assert settle(book, "--amount", amount, "--letter").code == 0


def test_without_penalties_the_principal_is_no_settlement(make: Make) -> None:
    """A French consumer owes nothing more before the formal notice."""
    book = make([debtor("C1", kind="consumer")], ITEMS)
    said = refused(book, "--amount", "950")
    assert said == (
        "La somme acceptée (950,00 €) doit être inférieure à ce qui est dû : 950,00 €. Donnez"
        " moins avec --amount."
    )
    assert settle(book, "--amount", "949.99").code == 0


def test_nothing_late_is_said_as_it_is(make: Make) -> None:
    book = make([debtor("C1")], [invoice("F2", "C1", date(2026, 12, 31), "500")])
    said = plain(settle(book, "--amount", "300"), ok=1)
    assert "Aucune facture du client C1 n'est en retard (prochaine échéance 31/12/2026)" in said
    assert journal(book) == []


def test_a_credit_insurer_is_asked_first(make: Make) -> None:
    book = make([debtor("C1", insurance="Coface")], ITEMS)
    assert "l'accord de l'assureur" in refused(book, "--amount", "800")
    assert settle(book, "--amount", "800", "--insurer-agreed").code == 0


@pytest.mark.parametrize("status", ["assigned", "closed", "insolvent", "handed_over"])
def test_nothing_is_given_up_that_is_not_ours_to_give(make: Make, status: str) -> None:
    items = [invoice("F1", "C1", LATE, "1000", status=status), invoice("F3", "C1", LATE, "400")]
    book = make([debtor("C1")], items)
    assert "n'est pas de celles" in refused(book, "--amount", "300", "--invoice", "F1")
    settle(book, "--amount", "300")
    assert column(book, "tJournal", "items")[0] == "F3"


def test_credits_that_cover_what_is_late_leave_nothing_to_settle(make: Make) -> None:
    credit = invoice("A1", "C1", LATE, "-1000", "credit_note")
    book = make([debtor("C1")], [invoice("F1", "C1", LATE, "1000"), credit])
    assert "rien à accorder" in refused(book, "--amount", "300")


def test_a_settlement_that_was_kept_is_not_agreed_on_again(book: Path) -> None:
    settle(book, "--amount", "800")
    record(book, "payment", "C1", "--amount", "800", "--invoice", "F1")
    answer = settle(book, "--amount", "100", "--json")
    assert [one["why"][0]["code"] for one in answer.json["skipped"]] == ["settlement_kept"]


@pytest.mark.parametrize("invoice_", ["F1", ""])
@pytest.mark.parametrize("day", [MONDAY, MONDAY + timedelta(days=2)])
def test_a_letter_that_is_lost_after_a_part_payment_is_written_again_as_it_was(
    book: Path, day: date, invoice_: str
) -> None:
    settle(book, "--amount", "800")
    path = book.parent / "out" / names(book)[0]
    was, matched = path.read_bytes(), ("--invoice", invoice_) if invoice_ else ()
    record(book, "payment", "C1", "--amount", "500", *matched, day=day)
    lines = journal(book)
    path.unlink()
    assert "dont 500,00 € reçus" in plain(settle(book, "--amount", "800", "--dry-run", day=day))
    assert not path.is_file()
    assert "refaite telle qu'elle était" in plain(settle(book, "--amount", "800", day=day))
    assert path.read_bytes() == was
    assert journal(book) == lines
    said = settle(book, "--amount", "800", "--letter", "--json", day=day).error[1]
    assert "ne peut pas être refaite telle qu'elle était" in said
    assert journal(book) == lines


def test_a_lost_letter_that_cannot_be_written_as_it_was_is_said_and_nothing_is_agreed(
    book: Path,
) -> None:
    settle(book, "--amount", "800")
    _pay(book)
    _bank(book)
    _lose(book)
    said = refused(book, "--amount", "800")
    assert (
        "L'accord du 23/11/2026 tient : 800,00 € jusqu'au 15/12/2026, dont 100,00 € reçus" in said
    )


def test_an_invoice_of_it_that_is_paid_makes_no_other_settlement(two: Path) -> None:
    words = ("--amount", "1200", "--currency", "EUR")
    assert settle(two, *words).code == 0
    record(two, "payment", "C1", "--amount", "400", "--invoice", "F3")
    lines = journal(two)
    assert "Accord déjà noté" in plain(settle(two, *words))
    _lose(two)
    assert "refaite telle qu'elle était" in plain(settle(two, *words))
    assert journal(two) == lines


def test_the_letter_is_written_again_that_would_be_refused_on_its_day(two: Path) -> None:
    """A due date (or a plan, or a dispute) was typed since: nothing to compare it with."""
    words = ("--amount", "800", "--invoice", "F1")
    settle(two, *words)
    type_in(two, "tFactures", "due", 2, date(2026, 12, 1))
    assert "Aucune relance sur F1" in plain(settle(two, *words, day=date(2026, 12, 2)))
    assert journal(two) == [*LINES, ("C1", "settlement_letter", "replaced"), LINES[1]]


@pytest.mark.parametrize("held", [False, True])
def test_an_invoice_in_dispute_is_in_it_only_when_it_is_named(held: bool, two: Path) -> None:
    """A suspension is said before a dispute, and hides none."""
    if held:
        assert record(two, "hold", "C1", "--reason", "litige en vue").code == 0
    assert record(two, "dispute", "C1", "--invoice", "F3", "--reason", "prix").code == 0
    said = refused(two, "--amount", "800", "--currency", "EUR")
    suspended = "F1 (suspendue), " if held else ""
    assert f"que si vous la nommez : {suspended}F3 (litige)." in said
    assert "(parmi F1, F3)" in said
    words = ("--amount", "800", "--invoice", "F1", "--invoice", "F3")
    assert "En litige, et dans cet accord : F3." in plain(settle(two, *words))
    assert "En litige" not in plain(settle(two, "--amount", "700", "--invoice", "F1"))


@pytest.mark.parametrize("status", ["suspendue", "douteuse", "rejetée", "litige"])
def test_what_is_held_is_in_it_only_when_it_is_named(status: str, two: Path) -> None:
    type_in(two, "tFactures", "status", 3, status)
    said = refused(two, "--amount", "800", "--currency", "EUR")
    assert f"que si vous la nommez : F3 ({status})." in said
    assert "(parmi F1, F3)" in said
    plain(settle(two, "--amount", "800", "--invoice", "F1"))
    assert journal(two) == LINES
    assert desk_of(two).ledger.events[0].items == ("F1",)
    both = ("--amount", "1000", "--invoice", "F1", "--invoice", "F3")
    assert "Aucune relance sur F1, F3" in plain(settle(two, *both))


def test_a_penalty_note_that_waits_ends_when_it_is_waived(two: Path) -> None:
    """The note of Monday is about F1, F3 and U1; one that went out stays as it is."""
    out = ("--as-of", MONDAY, "--out", two.parent / "out")
    assert relance("penalty-note", two, "C1", *out).code == 0
    ((note,),) = (names(two),)
    words = ("--amount", "800", "--invoice", "F1")
    trial = plain(settle(two, *words, "--dry-run"))
    assert "La note de pénalités n° NP-C1-20261123 du 23/11/2026 ne serait plus" in trial
    said = plain(settle(two, *words))
    assert "L'accord renonce à la note de pénalités n° NP-C1-20261123" in said
    assert "portait aussi sur F3, U1, hors de l'accord." in said
    assert "relance penalty-note CLASSEUR C1" in said
    assert names(two, "perimes") == [note]
    assert [line[1:] for line in journal(two)][-1] == ("penalty_note", "cancelled")
    relance("penalty-note", two, "C1", *out)  # F3 alone
    record(two, "sent", "C1")
    assert "renonce" not in plain(settle(two, "--amount", "300", "--invoice", "F3"))


def test_a_note_left_by_a_cut_is_not_ended_before_the_journal_s_last_day(
    two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    relance("penalty-note", two, "C1", "--as-of", MONDAY, "--out", two.parent / "out")
    words = ("--amount", "800", "--invoice", "F1")
    with monkeypatch.context() as cut:
        cut.setattr("relance.actions.settlement.end_notes", lambda *_: ())
        assert settle(two, *words).code == 0
    week = MONDAY + timedelta(days=7)
    assert record(two, "call", "C1", "--outcome", "no_answer", day=week).code == 0
    assert "avant le dernier jour du journal" in refused(two, *words)
    assert "renonce à la note" in plain(settle(two, *words, day=week))


# --- money counts once ----------------------------------------------------------------------------


def test_the_reminder_of_another_invoice_nets_no_credit_that_it_has_netted(make: Make) -> None:
    book = make([debtor("C1")], [*ITEMS[::2], invoice("F3", "C1", LATE, "300")])
    assert settle(book, "--amount", "800", "--invoice", "F1").code == 0
    run(book, book.parent / "out")
    (reminder,) = [name for name in names(book) if "accord" not in name]
    text = _body(book.parent / "out" / reminder)
    assert "300,00 €" in text
    assert "50,00" not in text
    assert "draft_waiting" in [one["code"] for one in agenda(book)["C1"]["why"]]
    assert record(book, "sent", "C1").code == 0
    assert journal(book)[-1][2] == "sent"


def test_a_day_that_was_typed_wrong_and_mended_lapses_no_settlement(make: Make) -> None:
    """F3's reminder nets nothing while the settlement runs; a call of January had withdrawn it."""
    book = make([debtor("C1")], [*ITEMS[::2], invoice("F3", "C1", LATE, "300")])
    settle(book, "--amount", "800", "--invoice", "F1")
    run(book, book.parent / "out")
    record(book, "call", "C1", "--outcome", "no_answer", day=date(2027, 1, 10))
    tuesday = MONDAY + timedelta(days=1)
    assert record(book, "reverse", "4-5", day=tuesday).code == 0
    assert record(book, "sent", "C1", day=tuesday).code == 0
    assert journal(book)[-1] == ("C1", "mail-1", "sent")


def test_a_promise_nets_no_credit_that_a_settlement_about_other_invoices_has_taken(
    make: Make,
) -> None:
    book = make([debtor("C1")], [*ITEMS[::2], invoice("F3", "C1", LATE, "300")])
    settle(book, "--amount", "800", "--invoice", "F1")
    promise = ("promise", "C1", "--by", "2026-12-04", "--amount")
    assert "dépasse" not in plain(record(book, *promise, "300", "--invoice", "F3"))
    # of all that is late, F1 is the settlement's: F3 alone, net of no credit
    assert "ce qui est dû (300,00 €)" in plain(record(book, *promise, "1400"))


def test_a_notice_that_netted_nothing_is_in_nobody_s_way_once_it_has_lapsed(make: Make) -> None:
    """The credit is free again on that day, though the journal knows no line of it yet."""
    reached = invoice(
        "F3", "C1", date(2026, 9, 10), "300",
        last_step="letter-2", last_step_date=date(2026, 10, 20),
    )  # fmt: skip
    book = make([debtor("C1")], [*ITEMS[::2], reached])
    settle(book, "--amount", "800", "--invoice", "F1")
    run(book, book.parent / "out")
    assert journal(book)[2:] == [("C1", "notice", "draft")]
    for key in ("last_step", "last_step_date"):  # typed wrong: a first reminder is due
        type_in(book, "tFactures", key, 4, None)
    assert "à confirmer" not in relance("agenda", book, "--as-of", AFTER).out
    run(book, book.parent / "out", AFTER)
    assert journal(book)[-2:] == [("C1", "mail-1", "draft"), ("C1", "notice", "replaced")]


def test_a_reminder_that_had_gone_before_it_lapsed_is_confirmed(make: Make) -> None:
    book = make([debtor("C1")], [*ITEMS[::2], invoice("F3", "C1", LATE, "300")])
    settle(book, "--amount", "800", "--invoice", "F1")
    run(book, book.parent / "out")
    record(book, "call", "C1", "--outcome", "no_answer", day=AFTER)
    assert journal(book)[-1] == ("C1", "mail-1", "cancelled")
    assert record(book, "sent", "C1", "--gone", day=AFTER).code == 0
    assert journal(book)[-1] == ("C1", "mail-1", "sent")


# --- a payment plan beside it --------------------------------------------------------------------

PLAN = ("plan", "C1", "--instalments", "2", "--first", "2026-11-30")


def test_a_settlement_waits_for_the_end_of_a_plan(book: Path) -> None:
    assert record(book, *PLAN).code == 0
    said = refused(book, "--amount", "800")
    assert "La facture F1 est dans l'échéancier du 23/11/2026, qui court." in said
    assert "« annulée » (feuille Échéanciers)" in said
    assert record(book, "reverse", "1").code == 0
    assert settle(book, "--amount", "800").code == 0


def plan_letter(book: Path) -> Answer:
    return relance("plan-letter", book, "C1", "--as-of", MONDAY, "--out", book.parent / "out")


def test_the_letter_of_a_plan_that_was_reversed_is_set_aside(book: Path) -> None:
    """Another plan of the same day has a letter of its own, though it is about the same sums."""
    record(book, *PLAN)
    assert plan_letter(book).code == 0
    ((first,),) = (names(book),)
    assert record(book, "reverse", "1").code == 0
    assert (names(book), names(book, "perimes")) == ([], [first])
    record(book, "plan", "C1", "--instalments", "3", "--first", "2026-11-30")
    plan_letter(book)
    (second,) = names(book)
    assert second != first
    assert journal(book)[-1][1:] == ("plan_letter", "prepared")
    record(book, "call", "C1", "--outcome", "no_answer")  # any verb that tidies up
    assert names(book) == [second]


def test_a_settlement_takes_the_place_of_a_plan_that_was_missed(book: Path) -> None:
    record(book, *PLAN)
    late = date(2026, 12, 14)
    assert settle(book, "--amount", "800", day=late, by="2026-12-31").code == 0
    out = book.parent / "out"
    answer = relance("plan-letter", book, "C1", "--as-of", late, "--out", out, "--json").json
    assert [one["why"][0]["code"] for one in answer["skipped"]] == ["settlement"]


def test_a_plan_waits_for_the_end_of_a_settlement(book: Path) -> None:
    settle(book, "--amount", "800")
    answer = record(book, *PLAN)
    assert answer.code == 1
    said = answer.err.replace("\u00a0", " ")
    assert (
        "Un accord de règlement du 23/11/2026 court sur F1 (800,00 € jusqu'au 15/12/2026)" in said
    )
    assert "release C1 --reason MOTIF" in said
    assert journal(book) == LINES
    record(book, "release", "C1", "--reason", "échéancier préféré")
    assert record(book, *PLAN).code == 0


def test_a_plan_leaves_out_what_a_kept_settlement_has_ended(book: Path) -> None:
    settle(book, "--amount", "800")
    record(book, "payment", "C1", "--amount", "800", "--invoice", "F1", day=date(2026, 12, 14))
    words = ("plan", "C1", "--instalments", "2", "--first", "2026-12-30")
    assert record(book, *words, day=AFTER).code == 0
    assert column(book, "tEcheanciers", "amount") == [250, 250]
    assert column(book, "tEcheanciers", "items") == ["F2", "F2"]


def test_a_plan_nets_no_credit_that_a_running_settlement_has_taken(make: Make) -> None:
    """Of F1, in dispute and in the settlement all the same; F3 alone is left to plan."""
    book = make([debtor("C1")], [*ITEMS[::2], invoice("F3", "C1", LATE, "300")])
    record(book, "dispute", "C1", "--invoice", "F1", "--reason", "prix")
    assert settle(book, "--amount", "800", "--invoice", "F1").code == 0
    assert record(book, *PLAN).code == 0
    assert column(book, "tEcheanciers", "amount") == [150, 150]
