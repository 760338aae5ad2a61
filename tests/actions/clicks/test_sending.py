"""Confirming what was sent: the day, the numbers, what is stale or held."""

from datetime import date
from pathlib import Path

import pytest
from tests.actions.clicks.person import DEFAULT, click
from tests.actions.world import (
    MONDAY,
    column,
    debtor,
    desk_of,
    invoice,
    journal,
    make_book,
    relance,
    run,
    type_in,
)

from relance.core.records import Receivable

TUESDAY = date(2026, 11, 24)
LATE = date(2026, 11, 19)
DEBTORS = "tClients"


def sent(book: Path) -> list[tuple[str, object, object]]:
    """Debtor, day and note of each sending."""
    events = desk_of(book).ledger.events
    return [(e.debtor, e.day, e.note) for e in events if e.outcome == "sent" and e.channel]


def pressed(number: str, code: str, amount: str) -> Receivable:
    """Return an item whose pressing letter went on 20 October: its notice is due."""
    return invoice(number, code, date(2026, 9, 10), amount, last_step="letter-2",
                   last_step_date=date(2026, 10, 20))  # fmt: skip


@pytest.fixture
def drafts(tmp_path: Path, out: Path) -> Path:
    """Four drafts of Monday: e-mails for C1 and C2, registered letters for C3 and C4."""
    book = make_book(
        tmp_path / "relances.xlsx",
        [debtor(code) for code in ("C1", "C2", "C3", "C4")],
        [
            invoice("F-1", "C1", LATE, "100"),
            invoice("F-2", "C2", LATE, "200"),
            pressed("F-3", "C3", "900"),
            pressed("F-4", "C4", "800"),
        ],
    )
    assert run(book, out).code == 0
    assert [line[1:] for line in journal(book)] == [
        ("notice", "draft"), ("notice", "draft"), ("mail-1", "draft"), ("mail-1", "draft"),
    ]  # fmt: skip
    return book


def record(book: Path, *words: object, day: date = MONDAY) -> None:
    assert relance("record", book, *words, "--day", day).code == 0


def test_the_day_is_the_drafts_and_numbers_are_asked_one_by_one(drafts: Path) -> None:
    person = click(drafts, "sent", DEFAULT, "1A 111", "1A 222", day=TUESDAY)
    assert person.asked[0] == "4 brouillons à confirmer. Envoyés le (jj/mm/aaaa) :"
    assert person.defaults[0] == "23/11/2026"
    assert "C3" in person.asked[1]
    assert person.last == "4 confirmés."
    assert sent(drafts) == [
        ("C3", MONDAY, "1A 111"), ("C4", MONDAY, "1A 222"), ("C2", MONDAY, ""), ("C1", MONDAY, ""),
    ]  # fmt: skip
    again = click(drafts, "sent", day=TUESDAY)
    assert again.last == "Aucun brouillon n'attend d'être confirmé."
    assert len(sent(drafts)) == 4


def test_a_registered_letter_without_a_number_is_left_out(drafts: Path) -> None:
    person = click(drafts, "sent", "24/11/2026", "1A 111", "", day=TUESDAY)
    assert person.last.splitlines()[0] == "3 confirmés, 1 recommandé à saisir."
    assert {line[1] for line in sent(drafts)} == {TUESDAY}
    assert "--" not in person.last


def test_one_number_is_not_that_of_two_letters(drafts: Path) -> None:
    person = click(drafts, "sent", DEFAULT, "1A 111", " 1A 111 ", "1A 222", day=TUESDAY)
    assert person.asked[3].startswith("Le numéro 1A 111 est déjà celui d'un autre recommandé.")
    assert [line[2] for line in sent(drafts)][:2] == ["1A 111", "1A 222"]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("22/11/2026", "avant le dernier jour du journal"),
        ("25/11/2026", "n'est pas encore venu"),
        ("hier", "Date illisible"),
    ],
)
def test_a_day_that_can_not_be_is_asked_again(drafts: Path, typed: str, why: str) -> None:
    person = click(drafts, "sent", typed, "24/11/2026", "", "", day=TUESDAY)
    assert why in person.asked[1]
    assert person.asked[1].endswith(person.asked[0])


def test_a_stale_draft_is_left_out_and_the_next_run_replaces_it(drafts: Path) -> None:
    type_in(drafts, "tFactures", "paid", 2, 40)
    person = click(drafts, "sent", DEFAULT, "1A 111", "1A 222", day=TUESDAY)
    assert person.asked[0].startswith("3 brouillons à confirmer, 1 périmé.")
    assert person.last.splitlines()[0] == "3 confirmés, 1 périmé."
    assert "« Préparer les relances » le remplace" in person.last
    assert "C1" not in [line[0] for line in sent(drafts)]


def test_when_all_are_stale_nothing_is_asked_or_written(tmp_path: Path, out: Path) -> None:
    book = make_book(
        tmp_path / "relances.xlsx", [debtor("C1")], [invoice("F-1", "C1", LATE, "100")]
    )
    run(book, out)
    type_in(book, "tFactures", "paid", 2, 40)
    before = book.read_bytes()
    person = click(book, "sent", day=TUESDAY)
    assert (person.asked, person.writes) == ([], 0)
    assert person.last.startswith("0 confirmé, 1 périmé.")
    assert book.read_bytes() == before


def test_the_diagnosis_counts_what_is_to_be_confirmed_and_call_sheets_apart(
    tmp_path: Path, out: Path
) -> None:
    called = invoice("F-3", "C3", date(2026, 11, 4), "900", last_step="mail-1",
                     last_step_date=date(2026, 11, 6))  # fmt: skip
    book = make_book(
        tmp_path / "relances.xlsx",
        [debtor(code) for code in ("C1", "C2", "C3")],
        [invoice("F-1", "C1", LATE, "100"), invoice("F-2", "C2", LATE, "200"), called],
    )
    run(book, out)
    type_in(book, "tFactures", "paid", 3, 50)
    told = click(book, "check").last
    assert "! 1 brouillon à confirmer : « Confirmer l'envoi »." in told
    assert "! 1 fiche d'appel sans compte rendu : « Compte rendu d'appel »." in told
    assert "! 1 brouillon à ne plus envoyer : « Préparer les relances » en range" in told
    assert click(book, "sent", DEFAULT).asked[0].startswith("1 brouillon à confirmer, 1 périmé.")
    assert "relance record CLASSEUR call" in relance("doctor", book).out


def test_a_penalty_note_is_confirmed_too_and_said(drafts: Path, out: Path) -> None:
    assert relance("penalty-note", drafts, "C1", "--as-of", MONDAY, "--out", out).code == 0
    person = click(drafts, "sent", DEFAULT, "1A 111", "1A 222", day=TUESDAY)
    assert person.asked[0].startswith("5 brouillons à confirmer, dont 1 note de pénalités.")
    assert person.last.startswith("5 confirmés, dont 1 note de pénalités.")
    assert "C1 : note de pénalités : envoyé (F-1)" in person.last
    assert journal(drafts)[-1] == ("C1", "penalty_note", "sent")


# --- a selection


def test_a_selection_may_stand_for_its_debtors_or_for_nobody(drafts: Path) -> None:
    selected = "de ceux de la sélection (1)"
    person = click(drafts, "sent", selected, DEFAULT, rows=[(DEBTORS, 2)], day=TUESDAY)
    assert person.last == "1 confirmé."
    assert [line[0] for line in sent(drafts)] == ["C1"]
    everything = "de tous les brouillons (3)"
    click(drafts, "sent", everything, DEFAULT, "", "", rows=[(DEBTORS, 3)], day=TUESDAY)
    assert [line[0] for line in sent(drafts)] == ["C1", "C2"]


def test_a_selection_without_a_waiting_draft_never_stands_for_all(drafts: Path) -> None:
    first = "de ceux de la sélection (1)"
    click(drafts, "sent", first, DEFAULT, rows=[(DEBTORS, 2)], day=TUESDAY)
    before = drafts.read_bytes()
    for answer in ("Non : rien n'est confirmé", None):
        person = click(drafts, "sent", answer, rows=[(DEBTORS, 2)], day=TUESDAY)
        assert person.asked[0].startswith(
            "Aucun brouillon n'attend pour la sélection. Confirmer l'envoi des autres (3) ?"
        )
        assert (person.writes, drafts.read_bytes()) == (0, before)
    yes = "Oui : confirmer les autres (3)"
    click(drafts, "sent", yes, DEFAULT, "", "", rows=[(DEBTORS, 2)], day=TUESDAY)
    assert [line[0] for line in sent(drafts)] == ["C1", "C2"]


def test_rows_that_are_nobody_s_stand_for_nobody(drafts: Path) -> None:
    click(drafts, "sent", DEFAULT, "", "", rows=[("tTaux", 2)], day=TUESDAY)
    assert len(sent(drafts)) == 2


# --- what has come up since


@pytest.fixture
def disputed(drafts: Path) -> Path:
    """The drafts, of which C2's invoice is disputed since."""
    record(drafts, "dispute", "C2", "--invoice", "F-2", "--reason", "qualité", day=TUESDAY)
    return drafts


def test_a_draft_that_is_held_since_is_left_out(drafts: Path) -> None:
    type_in(drafts, "tFactures", "status", 3, "litige")
    person = click(drafts, "sent", DEFAULT, "", "", day=TUESDAY)
    counts = "1 confirmé, 1 suspendu depuis, non confirmé, 2 recommandés à saisir."
    assert person.last.splitlines()[0] == counts
    assert "Ne l'envoyez pas" in person.last
    assert [line[0] for line in sent(drafts)] == ["C1"]


@pytest.mark.parametrize(("gone", "confirmed"), [(True, ["C2"]), (False, [])])
def test_had_it_gone_before_the_person_who_selects_its_debtor_says(
    disputed: Path, gone: bool, confirmed: list[str]
) -> None:
    selected = "de ceux de la sélection (1)"
    person = click(disputed, "sent", selected, DEFAULT, gone, rows=[(DEBTORS, 3)], day=TUESDAY)
    assert person.asked[2].endswith("Était-il déjà parti ?")
    assert [line[0] for line in sent(disputed)] == confirmed
    assert person.last.startswith("1 confirmé." if gone else "0 confirmé, 1 non parti.")


def test_a_registered_letter_that_has_not_gone_is_not_said_to_lack_its_number(
    drafts: Path,
) -> None:
    type_in(drafts, "tFactures", "status", 4, "litige")
    selected = "de ceux de la sélection (1)"
    person = click(drafts, "sent", selected, DEFAULT, False, rows=[(DEBTORS, 4)], day=TUESDAY)
    assert person.last.startswith("0 confirmé, 1 non parti.\n")
    assert "- C3 : Non parti, non confirmé :" in person.last
    assert "suivi" not in person.last
    # It may not go out: a dispute holds it.
    assert "n'est plus à envoyer : fichier rangé dans perimes/" in person.last
    assert journal(drafts)[-1] == ("C3", "notice", "cancelled")


def test_the_number_of_a_letter_that_is_held_is_not_asked(drafts: Path) -> None:
    type_in(drafts, "tFactures", "status", 4, "litige")
    person = click(drafts, "sent", DEFAULT, "1A 222", day=TUESDAY)
    assert "C4" in person.asked[1]
    assert column(drafts, "tJournal", "day")[-1] == TUESDAY


@pytest.mark.parametrize("after_a_run", [True, False])
def test_a_letter_that_had_gone_before_a_part_payment_is_confirmed_by_the_selection(
    drafts: Path, out: Path, after_a_run: bool
) -> None:
    type_in(drafts, "tFactures", "paid", 4, 100)
    if after_a_run:
        run(drafts, out, TUESDAY)
    answers = ["de ceux de la sélection (1)", DEFAULT, True, "1A 111"]
    person = click(drafts, "sent", *answers, rows=[(DEBTORS, 4)], day=TUESDAY)
    assert person.asked[2].endswith("Était-il déjà parti ?")
    assert [line[0::2] for line in sent(drafts)] == [("C3", "1A 111")]


def test_a_click_asks_before_it_writes_a_second_letter_after_a_part_payment(drafts: Path) -> None:
    for code in ("C1", "C2"):
        record(drafts, "sent", code)
    record(drafts, "payment", "C3", "--amount", "100", "--invoice", "F-3", day=TUESDAY)
    person = click(drafts, "run", "Non : rien n'est écrit", day=TUESDAY)
    assert person.asked[0].startswith("1 brouillon non confirmé, du 23/11/2026 : Client C3 (C3).")


def test_a_client_whose_code_was_changed_stops_nobody_else(drafts: Path) -> None:
    """C3's registered letter is named, the three other drafts are confirmed."""
    for table, key in ((DEBTORS, "code"), ("tFactures", "debtor")):
        type_in(drafts, table, key, column(drafts, table, key).index("C3") + 2, "C33")
    person = click(drafts, "sent", DEFAULT, "1A 222", day=TUESDAY)
    assert sent(drafts) == [("C4", MONDAY, "1A 222"), ("C2", MONDAY, ""), ("C1", MONDAY, "")]
    assert "C3" in person.last
