"""Documents of a click: counted first, written once, summed up, the folder opened."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from tests.actions.clicks.person import DEFAULT, GIVE_UP, Person, Sheet, click
from tests.actions.world import (
    MONDAY,
    column,
    debtor,
    desk_of,
    invoice,
    journal,
    make_book,
    relance,
    type_in,
)

from relance.actions import files, made
from relance.actions.clicks import documents
from relance.actions.clicks.click import Click, perform
from relance.core.errors import OutputFolderError
from relance.hosts.file.book import FileBook
from relance.workbook import schema

INVOICES, DEBTORS, AGENDA, JOURNAL = "tFactures", "tClients", "tAgenda", "tJournal"
TUESDAY, IN_A_WEEK = date(2026, 11, 24), date(2026, 11, 30)
C1, C2, C3 = (DEBTORS, 2), (DEBTORS, 3), (DEBTORS, 4)


def names(out: Path) -> list[str]:
    return sorted(path.suffix for path in out.iterdir() if path.suffix in (".eml", ".docx"))


# --- the selection


def test_a_count_is_shown_then_written_then_summed_up(book: Path, out: Path) -> None:
    person = click(book, "letter", True, DEFAULT, rows=[C1, C2, C3])
    # C1: F-1 and F-2, C3: F-4; C2 is in dispute.
    first = person.asked[0].splitlines()
    assert first[0] == "Lettre au 23/11/2026 : 2 clients, 3 factures, 1 bloqué"
    assert first[1] == "- Client C1 (C1) : lettre, 3\u00a0500,00\u00a0€"
    assert first[2] == "- Client C3 (C3) : lettre, 900,00\u00a0€"
    assert first[3] == "- Client C2 (C2) : Facture F-3 en litige."
    assert first[-1] == "Écrire 2 documents ? Rien n'est envoyé."
    assert names(out) == [".docx", ".docx"]
    assert journal(book) == [("C1", "letter-1", "draft"), ("C3", "mail-1", "draft")]
    summary = person.last.splitlines()
    assert summary[0].startswith(
        "Lettre au 23/11/2026 : 2 lettres en brouillon ; 1 client laissé de côté"
    )
    assert "« Confirmer l'envoi »" in summary[-1]
    assert str(out) in summary[-1]
    assert person.opened == [str(out)]
    assert person.steps[-1] == (3, 3)


def test_the_folder_is_asked_once_and_remembered(book: Path, out: Path) -> None:
    person = click(book, "letter", True, DEFAULT, rows=[C1])
    assert person.defaults == [str(out)]
    assert len(click(book, "letter", True, rows=[C3]).asked) == 1
    assert len(journal(book)) == 2


@pytest.mark.parametrize(
    ("bad", "why"),
    [("", "Donnez le dossier"), ("https://d.docs.live.net/a/b", "adresse en ligne")],
)
def test_a_folder_that_is_none_is_asked_again(
    book: Path, tmp_path: Path, bad: str, why: str
) -> None:
    person = click(book, "letter", True, bad, "sortie", rows=[C1])
    assert why in person.asked[2]
    assert person.asked[2].endswith(person.asked[1])
    assert person.opened == [str(tmp_path / "sortie")]


def test_a_second_click_writes_nothing_twice_and_says_so(book: Path, out: Path) -> None:
    click(book, "letter", True, DEFAULT, rows=[C1])
    rows, files = journal(book), names(out)
    person = click(book, "letter", rows=[C1])
    assert person.asked == []
    assert person.last.startswith("Lettre au 23/11/2026 : Rien à écrire ; 1 client laissé de côté")
    assert "Une lettre du 23/11/2026 attend" in person.last
    assert person.last.endswith("Suite : « Confirmer l'envoi » (1 brouillon).")
    assert (journal(book), names(out)) == (rows, files)
    assert person.opened == []


def test_rows_of_several_areas_of_invoices_choose_those_invoices(book: Path) -> None:
    person = click(book, "letter", True, DEFAULT, rows=[(INVOICES, 3), (INVOICES, 5)])
    assert person.asked[0].startswith("Lettre au 23/11/2026 : 2 clients, 2 factures\n")
    assert column(book, JOURNAL, "items") == ["F-2", "F-4"]


@pytest.mark.parametrize("rows", [[], [("tTaux", 3)], [(INVOICES, 40)]])
@pytest.mark.parametrize("name", ["email", "call_sheet", "letter", "notice"])
def test_outside_our_rows_it_says_what_to_select(
    book: Path, name: str, rows: list[tuple[str, int]]
) -> None:
    person = click(book, name, rows=rows)
    assert "sélectionnez des lignes de Factures, de Clients ou de l'Agenda" in person.last
    assert "Une ligne tapée sous un tableau n'en fait pas partie" in person.last
    assert (person.asked, person.writes) == ([], 0)


@pytest.mark.parametrize(
    ("name", "suffix", "step"),
    [("email", ".eml", "letter-1"), ("call_sheet", ".docx", "call-2")],
)
def test_each_kind_is_written(book: Path, out: Path, name: str, suffix: str, step: str) -> None:
    answers = [True, *(["absent lundi"] if name == "call_sheet" else []), DEFAULT]
    person = click(book, name, *answers, rows=[C1])
    assert names(out) == [suffix]
    assert journal(book) == [("C1", step, "draft")]
    button = "Compte rendu d'appel" if name == "call_sheet" else "Confirmer l'envoi"
    assert f"« {button} »" in person.last


def test_what_skips_steps_wants_a_reason_and_a_blank_one_is_asked_again(book: Path) -> None:
    person = click(book, "notice", True, "  ", "départ à l'étranger", DEFAULT, rows=[C1])
    assert "lettre pressante" in person.asked[1]
    assert person.asked[2].startswith("Donnez le motif")
    assert column(book, JOURNAL, "note") == ["départ à l'étranger"]


def test_a_reason_stands_beside_the_document_that_wants_it_alone(tmp_path: Path) -> None:
    """C1 was never reminded, so that a notice skips steps; C2 has come to it."""
    ready = invoice("F-2", "C2", date(2026, 9, 1), "900.00", last_step="letter-2",
                    last_step_date=date(2026, 11, 2))  # fmt: skip
    book = make_book(
        tmp_path / "relances.xlsx",
        [debtor("C1"), debtor("C2")],
        [invoice("F-1", "C1", date(2026, 11, 10), "500.00"), ready],
    )
    click(book, "notice", True, "liquidation annoncée", DEFAULT, rows=[C1, C2])
    assert column(book, JOURNAL, "debtor") == ["C1", "C2"]
    assert column(book, JOURNAL, "note") == ["liquidation annoncée", None]


def test_no_reason_is_asked_for_a_document_that_waits_already(tmp_path: Path) -> None:
    ready = invoice("F-2", "C2", date(2026, 9, 1), "900.00", last_step="letter-2",
                    last_step_date=date(2026, 11, 2))  # fmt: skip
    book = make_book(
        tmp_path / "relances.xlsx",
        [debtor("C1"), debtor("C2")],
        [invoice("F-1", "C1", date(2026, 11, 10), "500.00"), ready],
    )
    click(book, "notice", True, "liquidation annoncée", DEFAULT, rows=[C1])
    person = click(book, "notice", True, rows=[C1, C2])
    assert person.asked[0].startswith(
        "Mise en demeure au 23/11/2026 : 1 client, 1 facture, 1 bloqué"
    )
    assert column(book, JOURNAL, "note") == ["liquidation annoncée", None]


@pytest.mark.parametrize("code", ["C1", "C2"])
def test_a_selection_means_its_debtor_even_when_a_take_over_sorts_the_agenda_anew(
    tmp_path: Path, code: str
) -> None:
    """Row 2 of the agenda may be the other's once the take-over is confirmed."""
    book = make_book(
        tmp_path / "relances.xlsx",
        [debtor("C1"), debtor("C2")],
        [invoice(f"F-{one}", one, date(2026, 11, 10), "500.00") for one in ("C1", "C2")],
    )
    with FileBook(book) as opened:
        opened.set("Reprise", "à confirmer")
        opened.append(
            AGENDA, [{"Code client": one} for one in sorted({"C1", "C2"}, key=code.__ne__)]
        )
        opened.save()
    click(book, "letter", True, True, "urgent", DEFAULT, rows=[(AGENDA, 2)])
    assert [line[0] for line in journal(book) if line[2] == "draft"] == [code]


def test_more_than_five_debtors_are_named_in_part(tmp_path: Path) -> None:
    codes = [f"C{number}" for number in range(1, 9)]
    book = make_book(
        tmp_path / "relances.xlsx",
        [debtor(code) for code in codes],
        [invoice(f"F-{code}", code, date(2026, 11, 10), "500.00") for code in codes],
    )
    person = click(book, "letter", False, rows=[(DEBTORS, row) for row in range(2, 10)])
    lines = person.asked[0].splitlines()
    assert sum("lettre, 500,00" in line for line in lines) == 5
    assert "- ... et 3 autres clients." in lines


def test_what_comes_early_wants_a_reason_too(tmp_path: Path) -> None:
    # Called on Monday 16: letter-1 comes 8 days later, tomorrow.
    late = invoice("F-1", "C1", date(2026, 11, 4), "900.00", last_step="call-1",
                   last_step_date=date(2026, 11, 16))  # fmt: skip
    book = make_book(tmp_path / "relances.xlsx", [debtor("C1")], [late])
    person = click(book, "letter", True, "urgent", DEFAULT, rows=[C1])
    assert person.asked[1].startswith("Ce choix vient avant le jour prévu")


def test_a_belgian_consumer_gets_no_notice_before_the_free_reminder(tmp_path: Path) -> None:
    book = make_book(
        tmp_path / "relances.xlsx",
        [debtor("B1", kind="consumer", country="BE")],
        [invoice("F-1", "B1", date(2026, 10, 1), "900.00")],
        CreancierPays="BE",
    )
    person = click(book, "notice", rows=[C1])
    assert person.asked == []
    assert "premier rappel gratuit" in person.last
    assert journal(book) == []


# --- the day


def test_the_documents_of_the_day_are_written(book: Path, out: Path) -> None:
    person = click(book, "run", True, DEFAULT)
    assert person.asked[0].startswith(
        "Préparer les relances au 23/11/2026 : 2 clients, 3 factures, 1 bloqué\n"
    )
    assert journal(book) == [("C1", "letter-1", "draft"), ("C3", "mail-1", "draft")]
    assert names(out) == [".docx", ".eml"]
    assert desk_of(book).book.get("AsOf") == MONDAY
    again = click(book, "run")
    assert again.last.startswith("Préparer les relances au 23/11/2026 : Rien à écrire")


def test_a_preview_writes_nothing(book: Path, out: Path) -> None:
    before = book.read_bytes()
    person = click(book, "preview")
    assert person.last.splitlines()[0].startswith(
        "Aperçu au 23/11/2026 : 1 lettre, 1 e-mail à écrire"
    )
    assert "- Client C1 (C1) : lettre (F-1, F-2)" in person.last
    assert "- Client C2 (C2) : Facture F-3 en litige." in person.last
    assert "« Préparer les relances »" in person.last
    assert (person.writes, book.read_bytes(), out.exists()) == (0, before, False)


def test_a_stop_between_two_debtors_keeps_what_is_done_and_goes_on_next_time(
    book: Path, out: Path
) -> None:
    person = click(book, "run", True, DEFAULT, person=Person(stops_after=1))
    assert "Arrêté : 2 clients non traités" in person.last
    assert journal(book) == [("C1", "letter-1", "draft")]
    again = click(book, "run", True)
    assert again.asked[0].startswith(
        "Préparer les relances au 23/11/2026 : 1 client, 1 facture, 2 bloqués"
    )
    assert journal(book)[1:] == [("C3", "mail-1", "draft")]


# --- drafts that wait


def redone(book: Path, *answers: Any, day: date = TUESDAY) -> Person:
    """Click on *Préparer* a week after Monday, or on another day."""
    return click(book, "run", *answers, day=day)


def test_what_may_have_been_posted_is_not_written_anew_unasked(book: Path, out: Path) -> None:
    click(book, "run", True, DEFAULT)
    before, rows = {path.name for path in out.iterdir()}, journal(book)
    person = redone(book, "Non : rien n'est écrit", day=IN_A_WEEK)
    assert person.asked[0].splitlines()[0] == (
        "2 brouillons non confirmés, du 23/11/2026 : Client C1 (C1), Client C3 (C3). Ce qui est"
        " parti se confirme d'abord : « Confirmer l'envoi ». Refaire quand même ?"
    )
    assert (len(person.asked), person.writes) == (1, 0)
    assert ({path.name for path in out.iterdir()}, journal(book)) == (before, rows)
    redone(book, GIVE_UP, day=IN_A_WEEK)
    assert journal(book) == rows
    again = redone(book, "Oui : refaire ces documents", True, day=IN_A_WEEK)
    assert "remplace le brouillon du 23/11/2026 (lettre)" in again.asked[1]
    assert [line[2] for line in journal(book)] == ["draft"] * 2 + ["draft", "replaced"] * 2


def test_of_many_unconfirmed_drafts_the_first_debtors_are_named(tmp_path: Path) -> None:
    codes = [f"C{number}" for number in range(1, 8)]
    book = make_book(
        tmp_path / "relances.xlsx",
        [debtor(code) for code in codes],
        [invoice(f"F-{code}", code, date(2026, 11, 10), "500.00") for code in codes],
    )
    click(book, "run", True, DEFAULT)
    asked = redone(book, GIVE_UP, day=IN_A_WEEK).asked[0]
    assert "Client C5 (C5), etc. Ce qui est parti" in asked
    assert "Client C6" not in asked


def test_who_forgot_confirms_them_and_goes_on(book: Path) -> None:
    """A payment noted since makes the sending of Monday later than the days that it grants."""
    click(book, "run", True, DEFAULT)
    relance("record", book, "payment", "C2", "--amount", "5", "--day", IN_A_WEEK)
    assert click(book, "preview", day=IN_A_WEEK).last.endswith(
        "« Confirmer l'envoi » (2 brouillons)."
    )
    left = click(book, "sent", DEFAULT, False, day=IN_A_WEEK)
    assert left.asked[1].endswith(
        "2 brouillons partis à la date du document ? Un envoi le 30/11/2026 en écourterait"
        " les délais."
    )
    assert "propose de le refaire" in left.last
    click(book, "sent", DEFAULT, True, day=IN_A_WEEK)
    assert [line for line in journal(book) if line[2] == "sent"] == [
        ("C1", "letter-1", "sent"), ("C3", "mail-1", "sent"),
    ]  # fmt: skip


def test_another_item_that_falls_due_asks_too(book: Path) -> None:
    click(book, "run", True, DEFAULT)
    with FileBook(book) as opened:
        opened.append(
            INVOICES,
            [{"N° facture": "F-5", "Code client": "C3", "Échéance": date(2026, 11, 12),
              "Montant TTC": 100}],
        )  # fmt: skip
        opened.save()
    person = redone(book, "Non : rien n'est écrit")
    assert person.asked[0].startswith("1 brouillon non confirmé, du 23/11/2026 : Client C3 (C3).")


def test_a_choice_of_the_same_day_is_left_alone_by_the_run(book: Path) -> None:
    """A letter about F-1 alone: the policy would write about F-1 and F-2."""
    click(book, "letter", True, DEFAULT, rows=[(INVOICES, 2)])
    person = click(book, "run", True)
    assert "- Client C1 (C1) : Une lettre du 23/11/2026 attend" in person.asked[0]
    assert column(book, JOURNAL, "items") == ["F-1", "F-4"]


def test_one_choice_replaces_another_and_says_so_first(book: Path) -> None:
    click(book, "letter", True, DEFAULT, rows=[(INVOICES, 2)])
    person = click(book, "letter", True, rows=[C1, C3])
    lines = person.asked[0].splitlines()
    assert lines[1].endswith(
        "lettre, 3\u00a0500,00\u00a0€ ; remplace le brouillon du 23/11/2026 (lettre)"
    )
    assert "remplace" not in lines[2]
    assert [line[2] for line in journal(book)] == ["draft", "draft", "replaced", "draft"]


def test_a_choice_of_less_says_what_the_replaced_draft_demanded_too(book: Path) -> None:
    click(book, "letter", True, DEFAULT, rows=[C1])
    person = click(book, "letter", True, rows=[(INVOICES, 3)])
    lines = person.asked[0].splitlines()
    assert (
        lines[1] == "- Client C1 (C1) : le brouillon remplacé demandait aussi F-1, ce document non."
    )
    assert lines[2].startswith("- Client C1 (C1) : lettre, 500,00")
    why = column(book, AGENDA, "why")[0]
    assert why.startswith("La lettre du 23/11/2026 attend (")
    assert "saisie. N'y est pas demandé : F-1, à relancer ensuite." in why


def test_what_was_settled_since_is_not_said_to_be_dropped(book: Path) -> None:
    click(book, "letter", True, DEFAULT, rows=[C1])
    type_in(book, INVOICES, "paid", 2, 3000)
    person = click(book, "letter", True, rows=[(INVOICES, 3)])
    assert "demandait aussi" not in person.asked[0]


def test_a_draft_of_all_that_is_due_leaves_nothing_out(book: Path) -> None:
    click(book, "letter", True, DEFAULT, rows=[C1])
    assert "N'y est pas demandé" not in column(book, AGENDA, "why")[0]


@pytest.mark.parametrize("name", ["email", "letter", "notice", "call_sheet"])
def test_a_click_that_has_nothing_to_write_leaves_the_workbook_alone(book: Path, name: str) -> None:
    click(book, "stamp", "30/11/2026")
    before = book.read_bytes()
    person = click(book, name, rows=[C2])
    assert "Rien à écrire" in person.last
    assert (person.asked, person.writes, book.read_bytes()) == ([], 0, before)


def test_what_waits_is_named_as_it_is(book: Path, out: Path) -> None:
    click(book, "notice", True, "départ", DEFAULT, rows=[C1])
    person = click(book, "letter", rows=[C1])
    assert (
        "- Client C1 (C1) : Une mise en demeure du 23/11/2026 attend : « Confirmer l'envoi »"
        in person.last
    )
    next(out.glob("*.docx")).unlink()
    person = click(book, "letter", rows=[C1])
    assert "le fichier n'est plus dans le dossier. Parti ? « Confirmer l'envoi »" in person.last
    assert "« Annuler la saisie »" in person.last
    click(book, "call_sheet", True, "absente", rows=[C3])
    person = click(book, "run")
    assert (
        "- Client C3 (C3) : Une fiche d'appel du 23/11/2026 attend : « Compte rendu d'appel »"
        in person.last
    )


# --- the next step


def test_the_next_step_is_the_true_one(book: Path, tmp_path: Path) -> None:
    assert click(book, "preview").last.endswith("Suite : « Préparer les relances ».")
    click(book, "run", True, DEFAULT)
    for verb in ("preview", "run"):
        assert click(book, verb).last.endswith("Suite : « Confirmer l'envoi » (2 brouillons).")
    click(book, "sent", DEFAULT)
    assert click(book, "preview").last.endswith("Rien d'autre à faire.")
    empty = make_book(tmp_path / "vide.xlsx")
    assert click(empty, "preview").last.endswith("Suite : « Importer ».")
    called = make_book(
        tmp_path / "appel.xlsx", [debtor("C1")],
        [invoice("F-1", "C1", date(2026, 11, 4), "900", last_step="mail-1",
                 last_step_date=date(2026, 11, 6))],
    )  # fmt: skip
    click(called, "run", True, DEFAULT)
    assert click(called, "run").last.endswith("Suite : « Compte rendu d'appel » (1 fiche).")


# --- what is lacking is told before the first document


def without(sheet: schema.Sheet, heading: str) -> schema.Sheet:
    """Return a sheet as a workbook has it from which somebody has removed a column."""
    return replace(sheet, columns=tuple(c for c in sheet.columns if c.heading != heading))


@pytest.mark.parametrize(
    ("table", "heading"),
    [(INVOICES, "Total exigible"), (AGENDA, "Prochaine date"), ("tBalance", "Total")],
)
def test_a_column_that_is_gone_is_told_before_the_first_document(
    tmp_path: Path, out: Path, table: str, heading: str
) -> None:
    tables = [without(one, heading) if one.table == table else one for one in schema.TABLES]
    with patch("relance.workbook.build.TABLES", tuple(tables)):
        book = make_book(
            tmp_path / "relances.xlsx",
            [debtor("C1")], [invoice("F-1", "C1", date(2026, 11, 10), "500.00")],
        )  # fmt: skip
    person = click(book, "run")
    assert f"La colonne « {heading} » manque" in person.last
    assert (person.asked, out.exists()) == ([], False)


def test_a_figure_that_is_gone_is_told_before_the_first_document(
    book: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has = Sheet.has
    monkeypatch.setattr(Sheet, "has", lambda one, name: name != "KpiDso" and has(one, name))
    person = click(book, "run")
    assert "Le nom « KpiDso » manque" in person.last
    assert (person.asked, out.exists()) == ([], False)


# --- the take-over


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A workbook after its first import: nobody confirmed what was done before Relance."""
    return make_book(
        tmp_path / "premier.xlsx",
        [debtor("C1"), debtor("C2")],
        [
            invoice("F-1", "C1", date(2026, 10, 30), "100"),
            invoice("F-2", "C2", date(2026, 11, 19), "100"),
        ],
        Reprise="à confirmer",
    )


def test_a_take_over_that_waits_is_proposed_before_the_first_document(fresh: Path) -> None:
    person = click(fresh, "run", True, True, DEFAULT)
    # F-1 is 24 days late: taken over at the first message; F-2, 4 days late: nothing was done.
    assert "- « premier message » : 1 client" in person.asked[0]
    assert "- aucune étape faite : 1 client" in person.asked[0]
    assert journal(fresh)[0] == ("C1", "takeover", "done")
    assert journal(fresh)[1:] == [("C1", "call-1", "draft"), ("C2", "mail-1", "draft")]


def test_nothing_is_written_while_the_take_over_is_refused(fresh: Path) -> None:
    before = fresh.read_bytes()
    for name, rows in (("run", []), ("letter", [C1])):
        person = click(fresh, name, False, rows=rows)
        assert (person.told, person.writes) == ([], 0)
    assert fresh.read_bytes() == before
    assert "« Préparer les relances » la propose" in click(fresh, "preview").last


# --- what goes wrong


def test_what_a_click_that_was_not_saved_had_done_is_brought_back_and_told(book: Path) -> None:
    click(book, "letter", True, DEFAULT, rows=[C1])
    unsaved = book.read_bytes()
    click(book, "letter", True, rows=[C3])
    book.write_bytes(unsaved)  # closed without saving
    person = click(book, "preview")
    assert person.told[0] == "Repris d'un travail interrompu : 1 ligne remise au journal."
    assert journal(book) == [("C1", "letter-1", "draft"), ("C3", "mail-1", "draft")]
    assert len(click(book, "preview").told) == 1


@pytest.fixture
def cut(book: Path) -> Path:
    """A workbook as of Monday: Tuesday's letter to C1 replaced Monday's and was never saved."""
    click(book, "run", True, DEFAULT)
    unsaved = book.read_bytes()
    click(book, "letter", "Oui : refaire ces documents", True, rows=[(INVOICES, 3)], day=TUESDAY)
    for path in (book.parent / "relances" / "perimes").iterdir():
        path.rename(book.parent / "relances" / path.name)  # the cut came before
    book.write_bytes(unsaved)
    return book


def test_what_a_recovered_draft_replaces_leaves_the_folder_and_the_agenda(
    cut: Path, out: Path
) -> None:
    person = click(cut, "preview", day=TUESDAY)
    assert person.told[:2] == [
        "Repris d'un travail interrompu : 2 lignes remises au journal.",
        "1 brouillon remplacé ou annulé, rangé dans perimes/.",
    ]
    assert names(out) == [".docx", ".eml"]
    assert names(out / "perimes") == [".docx"]
    why = column(cut, AGENDA, "why")[0]
    assert "La lettre du 24/11/2026 attend" in why
    assert "23/11/2026 attend" not in why


def test_a_command_that_recovers_does_the_same(cut: Path, out: Path) -> None:
    answer = relance("agenda", cut, "--as-of", TUESDAY)
    assert "1 brouillon remplacé ou annulé, rangé dans perimes/." in answer.err
    assert names(out / "perimes") == [".docx"]
    assert "La lettre du 24/11/2026 attend" in column(cut, AGENDA, "why")[0]


def test_rows_of_the_agenda_mean_who_stood_there_before_the_recovery(cut: Path) -> None:
    with FileBook(cut) as opened:
        opened.write(AGENDA, "Code client", {2: "C3", 3: "C1"})
        opened.save()
    person = click(cut, "letter", rows=[(AGENDA, 2)], day=TUESDAY)
    assert column(cut, AGENDA, "debtor")[0] == "C1"
    assert "- Client C3 (C3) : Un e-mail du 23/11/2026 attend" in person.last


def test_a_recovery_is_not_held_up_by_a_figure_that_is_gone(
    cut: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has = Sheet.has
    monkeypatch.setattr(Sheet, "has", lambda one, name: name != "KpiDso" and has(one, name))
    click(cut, "preview", day=TUESDAY)
    assert names(out / "perimes") == [".docx"]
    assert len(journal(cut)) == 4


def test_rows_that_are_wrong_are_counted_in_the_summary(book: Path) -> None:
    with FileBook(book) as opened:
        opened.write(INVOICES, "Échéance", {3: "bientôt"})
        opened.save()
    person = click(book, "run", True, DEFAULT)
    assert "1 ligne à corriger" in person.last


def test_a_disk_that_fills_up_keeps_what_is_written(
    book: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, written = files.write_whole, [0]

    def full(path: Path, content: bytes) -> None:
        written[0] += 1
        if written[0] > 1:
            raise OutputFolderError(path=str(path), reason="disk_full")
        real(path, content)

    monkeypatch.setattr(made, "write_whole", full)
    person = click(book, "run", True, DEFAULT)
    assert "Le disque est plein" in person.last
    assert journal(book) == [("C1", "letter-1", "draft")]
    monkeypatch.undo()
    click(book, "run", True)
    assert journal(book)[1:] == [("C3", "mail-1", "draft")]
    assert len(names(out)) == 2


def test_a_refusal_in_mid_verb_saves_nothing(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = book.read_bytes()

    def refused(desk: Any, *_: Any) -> None:
        desk.book.set("AsOf", MONDAY)
        raise OutputFolderError(path="x", reason="io", detail="bris")

    monkeypatch.setattr(documents, "write_selection", refused)
    person = click(book, "letter", True, DEFAULT, rows=[C1])
    assert person.told == ["Le disque refuse x (bris)."]
    assert book.read_bytes() == before


def test_a_bug_in_mid_verb_saves_nothing_and_goes_to_the_door(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = book.read_bytes()

    def broken(desk: Any, *_: Any) -> None:
        desk.book.write(INVOICES, "Statut", {2: "litige"})
        raise ZeroDivisionError

    monkeypatch.setattr(documents, "write_selection", broken)
    person = Person(answers=[True, DEFAULT])
    with Sheet(book, person, [C1]) as sheet, pytest.raises(ZeroDivisionError):
        perform(Click(sheet, person, MONDAY, "now"), documents.letter)
    assert person.told == []
    assert book.read_bytes() == before


def test_a_workbook_on_the_web_is_asked_for_a_folder_of_the_disk(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "chez-moi")
    monkeypatch.setattr(Sheet, "path", "https://d.docs.live.net/a1/relances.xlsx")
    person = click(book, "letter", True, DEFAULT, rows=[C1])
    assert person.defaults == [str(tmp_path / "chez-moi" / "relances")]
    assert names(tmp_path / "chez-moi" / "relances") == [".docx"]


def test_giving_up_is_silent(book: Path) -> None:
    assert click(book, "letter", GIVE_UP, rows=[C1]).told == []
