"""Whatever is wrong with a file, one clear French sentence, nothing lost, no traceback."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from tests.actions.world import (
    MONDAY,
    agenda,
    column,
    debtor,
    invoice,
    journal,
    make_book,
    relance,
    run,
)

from relance.actions import files, made
from relance.actions.book import Cell
from relance.core.errors import OutputFolderError
from relance.hosts.file.book import FileBook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
TUESDAY = date(2026, 11, 24)
WEDNESDAY = date(2026, 11, 25)


def fill(book: Path, table: str, heading: str, value: Cell, place: int = 0) -> None:
    """Type a value in a cell, as a user does."""
    with FileBook(book) as opened:
        row = opened.read(table).rows[place].number
        opened.write(table, heading, {row: value})
        opened.save()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:3000])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def text(path: Path) -> None:
    path.write_text("ceci n'est pas un classeur", "utf-8")


def protected(path: Path) -> None:
    path.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le") + bytes(512))


def old(path: Path) -> None:
    path.write_bytes(OLE)


def in_excel(path: Path) -> None:
    name = b"\x05" + b"Marie".ljust(54)
    path.with_name("~$" + path.name).write_bytes(name)


def in_calc(path: Path) -> None:
    path.with_name(f".~lock.{path.name}#").write_text(",Paul,poste,23.11.2026 09:00,;", "utf-8")


def renamed_heading(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book["Factures"]
    table = sheet.tables["tFactures"]
    for cell in sheet[table.ref][0]:
        if cell.value == "Échéance":
            cell.value = "Date limite"
    for one in table.tableColumns:
        if one.name == "Échéance":
            one.name = "Date limite"
    book.save(path)


def missing_table(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    del book["Clients"].tables["tClients"]
    book.save(path)


FAULTS: dict[str, tuple[Callable[[Path], None], str]] = {
    "missing": (Path.unlink, "n'existe pas"),
    "empty": (empty, "est vide"),
    "truncated": (cut, "copie de sauvegarde"),
    "not a workbook": (text, "n'est pas un classeur"),
    "protected": (protected, "mot de passe"),
    "old": (old, ".xls"),
    "renamed heading": (renamed_heading, "Échéance"),
    "missing table": (missing_table, "tClients"),
}


@pytest.mark.parametrize("fault", sorted(FAULTS))
@pytest.mark.parametrize("verb", ["agenda", "run", "record", "import", "doctor"])
def test_a_broken_workbook_is_said_in_one_sentence(
    fault: str, verb: str, book: Path, out: Path
) -> None:
    breaking, words = FAULTS[fault]
    breaking(book)
    export = book.parent / "postes.csv"
    export.write_text("Code client;N° facture;Échéance;Solde\nC1;F-9;01/10/2026;5,00\n", "utf-8")
    commands: dict[str, tuple[object, ...]] = {
        "agenda": ("agenda", book),
        "run": ("run", book, "--out", out, "--as-of", MONDAY),
        "record": ("record", book, "payment", "C1", "--amount", "5", "--day", MONDAY),
        "import": ("import", book, export, "--as-of", MONDAY),
        "doctor": ("doctor", book),
    }
    before = book.read_bytes() if book.exists() else b""
    answer = relance(*commands[verb])
    assert answer.code == 1
    told = (answer.err or answer.out).strip()
    assert words in (answer.out + answer.err if verb == "doctor" else told)
    assert verb == "doctor" or "\n" not in told
    assert (book.read_bytes() if book.exists() else b"") == before
    assert not out.exists()


@pytest.mark.parametrize(("holder", "name"), [(in_excel, "Marie"), (in_calc, "Paul")])
def test_a_workbook_that_is_open_names_who_has_it(
    holder: Callable[[Path], None], name: str, book: Path, out: Path
) -> None:
    holder(book)
    before = book.read_bytes()
    answer = run(book, out)
    assert answer.code == 1
    assert name in answer.err
    assert "fermez-le" in answer.err
    assert book.read_bytes() == before
    assert [path.name for path in out.iterdir()] == []
    assert relance("agenda", book, "--as-of", MONDAY).code == 0


def test_a_lock_of_another_computer_says_how_to_go_on(book: Path, out: Path) -> None:
    lock = book.with_name("relances.xlsx.lock")
    lock.write_text('{"pid": 1, "host": "ailleurs", "user": "zoe", "day": "2026-11-20"}', "utf-8")
    answer = run(book, out)
    assert answer.code == 1
    assert f"supprimez {lock}" in answer.err
    assert "zoe" in answer.err


# --- disk and folders


def full_disk(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Let a number of documents be written, then refuse as a full disk does."""
    real, written = files.write_whole, [0]

    def write(path: Path, content: bytes) -> None:
        written[0] += 1
        if written[0] > after:
            raise OutputFolderError(path=str(path), reason="disk_full")
        real(path, content)

    monkeypatch.setattr(made, "write_whole", write)


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Return a workbook with two debtors who are four days late."""
    late = date(2026, 11, 19)
    return make_book(
        tmp_path / "relances.xlsx",
        [debtor("C1"), debtor("C2")],
        [invoice("F-1", "C1", late, "1200.00"), invoice("F-2", "C2", late, "700.00")],
    )


def test_a_disk_that_fills_up_in_mid_run_is_part_done(
    two: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        full_disk(patch, 1)
        answer = run(two, out)
    assert answer.code == 3
    assert "Le disque est plein" in answer.err
    assert column(two, "tJournal", "debtor") == ["C1"]
    answer = run(two, out)
    assert answer.code == 0
    assert "1 document non écrit, à refaire" in answer.err
    assert journal(two) == [("C1", "mail-1", "draft"), ("C2", "mail-1", "draft")]


def test_a_disk_that_is_full_from_the_start_does_nothing(
    two: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full_disk(monkeypatch, 0)
    answer = run(two, out, MONDAY, "--json")
    assert answer.code == 1
    assert answer.error[0] == "output_folder"
    assert answer.json["documents"] == []
    assert journal(two) == []


def test_a_file_in_place_of_the_folder(book: Path, out: Path) -> None:
    out.write_text("", "utf-8")
    before = book.read_bytes()
    answer = run(book, out)
    assert (answer.code, book.read_bytes()) == (1, before)
    assert f"{out} ne peut pas être un dossier" in answer.err


def test_no_folder_at_all(book: Path) -> None:
    answer = relance("run", book, "--as-of", MONDAY)
    assert answer.code == 1
    assert "--out" in answer.err


def test_the_folder_is_remembered(book: Path, out: Path) -> None:
    run(book, out)
    with FileBook(book) as opened:
        assert opened.get("DossierSortie") == str(out)
    answer = relance("run", book, "--as-of", MONDAY, "--json")
    assert answer.json["skipped"][0]["why"][0]["code"] == "already_written"


# --- policies, rates, templates


def test_a_policy_file_that_is_not_there(book: Path, out: Path) -> None:
    answer = run(book, out, MONDAY, "--policy", book.parent / "absent.toml", "--json")
    assert (answer.code, answer.error[0]) == (1, "bad_policy")
    assert "absent.toml" in answer.error[1]
    assert "dossier" not in answer.error[1].lower()


def test_a_policy_file_that_contradicts_itself_names_the_line(book: Path) -> None:
    bad = book.parent / "mien.toml"
    bad.write_text('code = "fr-b2b"\n[[steps]]\ncode = "a"\nphase = 9\n', "utf-8")
    answer = relance("agenda", book, "--policy", bad, "--json")
    assert (answer.code, answer.error[0]) == (1, "bad_policy")
    assert "mien.toml" in answer.error[1]


def keep_few(folder: Path) -> None:
    """Leave the courteous reminders in a folder of templates: a hundred more say no more."""
    for path in folder.iterdir():
        if not path.name.startswith(("rappel.", "champs.", "~$")):
            path.unlink()


def test_a_template_with_a_typo_names_file_paragraph_and_field(book: Path, out: Path) -> None:
    folder = book.parent / "modeles"
    assert relance("templates", "export", folder).code == 0
    own = folder / "rappel.txt"
    own.write_text(own.read_text("utf-8").replace("{{", "{{ clientt }}{{", 1), "utf-8")
    keep_few(folder)
    answer = relance("templates", "check", folder)
    assert answer.code == 1
    assert "rappel.txt" in answer.out
    assert "clientt" in answer.out
    with FileBook(book) as opened:
        opened.set("DossierModeles", "modeles")  # beside the workbook
        opened.save()
    answer = run(book, out, MONDAY, "--json")
    assert (answer.code, answer.error[0]) == (1, "template_fault")
    assert "clientt" in answer.error[1]
    assert journal(book) == []


def test_templates_are_never_written_over(book: Path) -> None:
    folder = book.parent / "modeles"
    relance("templates", "export", folder)
    mine = "Bonjour, le mien.\n{{ intervention }}{{ texte_l111_8 }}\n"
    (folder / "rappel.txt").write_text(mine, "utf-8")
    answer = relance("templates", "export", folder)
    assert "rappel.txt : gardé tel quel" in answer.out
    assert (folder / "rappel.txt").read_text("utf-8") == mine
    (folder / "~$rappel.docx").write_bytes(b"Word")
    keep_few(folder)
    assert relance("templates", "check", folder).code == 0


def test_a_letter_without_its_mandatory_statement_is_refused_before_anything_is_written(
    book: Path, out: Path
) -> None:
    folder = book.parent / "modeles"
    folder.mkdir()
    (folder / "rappel.txt").write_text("Bonjour.\n{{ texte_l111_8 }}\n", "utf-8")
    answer = relance("templates", "check", folder)
    assert answer.code == 1
    assert "rappel.txt : il n'imprime pas toujours le champ « intervention »" in answer.out
    with FileBook(book) as opened:
        opened.set("DossierModeles", str(folder))
        opened.save()
    answer = run(book, out, MONDAY, "--json")
    assert (answer.code, answer.error[0]) == (1, "template_fault")
    assert journal(book) == []


def test_advice_about_a_template_is_said_and_is_no_failure(book: Path) -> None:
    folder = book.parent / "modeles"
    folder.mkdir()
    said = "Réglez sous 8 jours, le {{ date_limite }}.\n{{ intervention }}{{ texte_l111_8 }}\n"
    (folder / "rappel.txt").write_text(said, "utf-8")
    answer = relance("templates", "check", folder)
    assert answer.code == 0
    assert "Conseil. Modèle rappel.txt, ligne 1, « Réglez sous 8 jours, le" in answer.out
    assert "« sous 8 jours » demande une seconde échéance" in answer.out
    assert "rien à corriger" not in answer.out


def test_a_template_of_the_user_s_is_used(book: Path, out: Path) -> None:
    folder = book.parent / "modeles"
    folder.mkdir()
    mine = "Bonjour, voici un mot choisi.\n{{ intervention }}{{ texte_l111_8 }}\n"
    (folder / "rappel.txt").write_text(mine, "utf-8")
    with FileBook(book) as opened:
        opened.set("DossierModeles", str(folder))
        opened.save()
    (document,) = run(book, out, MONDAY, "--json").json["documents"]
    assert "mot choisi" in Path(document["path"]).read_text("utf-8")


@pytest.mark.parametrize("name", ["", "champs.txt", "~$lettre.docx"])
def test_a_folder_without_a_template_is_no_success(name: str, book: Path) -> None:
    folder = book.parent / "mes modeles"
    folder.mkdir()
    if name:
        (folder / name).write_text("x", "utf-8")
    answer = relance("templates", "check", folder)
    assert answer.code == 1
    assert "Aucun modèle dans" in answer.err
    assert f'relance templates export "{folder}"' in answer.err


def test_templates_are_checked_for_a_program_too(book: Path) -> None:
    folder = book.parent / "modeles"
    folder.mkdir()
    (folder / "Rappel 2.docx").write_bytes(b"x")
    (folder / "remerciement.txt").write_text("Merci. {{ intervention }}\n", "utf-8")
    answer = relance("templates", "check", folder, "--json")
    assert answer.code == 1
    assert answer.json["templates"] == 2
    (fault,) = answer.json["findings"]
    assert (fault["code"], fault["facts"]["reason"]) == ("template_fault", "misnamed")
    assert "Renommez-le rappel-2.docx" in fault["text"]
    (folder / "Rappel 2.docx").unlink()
    assert relance("templates", "check", folder, "--json").code == 0
    assert "1 modèle vérifié, rien à corriger." in relance("templates", "check", folder).out


def test_two_bodies_of_an_e_mail_that_differ_are_refused_everywhere(book: Path, out: Path) -> None:
    folder = book.parent / "modeles"
    folder.mkdir()
    foot = "{{ intervention }}{{ texte_l111_8 }}"
    (folder / "rappel.txt").write_text(f"Réglez {{{{ total }}}}. {foot}\n", "utf-8")
    (folder / "rappel.html").write_text(f"<p>Réglez-nous. {foot}</p>", "utf-8")
    answer = relance("templates", "check", folder)
    assert answer.code == 1
    assert "Modèles rappel.txt et rappel.html : l'un imprime le champ « total »" in answer.out
    with FileBook(book) as opened:
        opened.set("DossierModeles", str(folder))
        opened.save()
    assert run(book, out, MONDAY, "--json").error[0] == "template_fault"
    assert journal(book) == []


def test_a_folder_of_templates_that_is_gone_is_told(book: Path, out: Path) -> None:
    with FileBook(book) as opened:
        opened.set("DossierModeles", str(book.parent / "parti"))
        opened.save()
    answer = run(book, out)
    assert answer.code == 1
    assert "« Dossier des modèles »" in answer.err
    assert relance("templates", "check", book.parent / "parti").code == 1


# --- rows


@pytest.mark.parametrize(
    ("heading", "value", "code"),
    [
        ("Échéance", "31/02/2026", "bad_date"),
        ("Échéance", "00/01/1900", "bad_date"),
        ("Échéance", "15/01/2162", "bad_date"),
        ("Montant TTC", "12 34,5O", "bad_amount"),
        ("Régime", "FR-X", "bad_choice"),
        ("Statut", "bof", "unknown_status"),
        ("Devise", "ZZZZ", "bad_currency"),
    ],
)
def test_a_bad_cell_is_a_finding_and_its_row_is_not_reminded_of(
    heading: str, value: str, code: str, two: Path, out: Path
) -> None:
    fill(two, "tFactures", heading, value)
    answer = run(two, out, MONDAY, "--json")
    assert answer.code == 0
    found = [one for one in answer.json["findings"] if one["code"] == code]
    assert [one["facts"]["column"] for one in found] == [heading]
    assert all(one["text"] != one["code"] for one in found)
    assert [one["debtor"] for one in answer.json["documents"]] == ["C2"]


def test_a_number_that_is_there_twice_is_held(two: Path, out: Path) -> None:
    fill(two, "tFactures", "Code client", "C1", place=1)
    fill(two, "tFactures", "N° facture", "F-1", place=1)
    answer = run(two, out, MONDAY, "--json")
    assert [one["code"] for one in answer.json["findings"]] == ["duplicate_number"] * 2
    assert answer.json["documents"] == []


def test_a_row_without_a_regime_follows_the_debtor(two: Path) -> None:
    fill(two, "tFactures", "Régime", None)
    assert agenda(two)["C1"]["step"] == "mail-1"


def test_findings_are_shown_to_people_with_their_row(two: Path) -> None:
    fill(two, "tFactures", "Échéance", "31/02/2026")
    answer = relance("agenda", two, "--as-of", MONDAY)
    assert "Échéance : Date illisible" in answer.out


def test_an_invoice_of_a_debtor_whom_nobody_listed_is_told(two: Path) -> None:
    fill(two, "tFactures", "Code client", "C9")
    codes = [one["code"] for one in relance("agenda", two, "--json").json["findings"]]
    assert codes == ["debtor_not_listed"]


def test_a_minimum_that_is_no_amount_is_told(two: Path) -> None:
    with FileBook(two) as opened:
        opened.set("SeuilMinimum", "beaucoup")
        opened.save()
    answer = relance("agenda", two, "--as-of", MONDAY, "--json")
    assert "bad_amount" in [one["code"] for one in answer.json["findings"]]


# --- the journal


def edit(book: Path, heading: str, value: str, place: int) -> None:
    """Change a cell of `Journal` with another program."""
    loaded = openpyxl.load_workbook(book)
    sheet = loaded["Journal"]
    ref = sheet.tables["tJournal"].ref
    head, *rows = list(sheet[ref])
    at = [cell.value for cell in head].index(heading)
    rows[place][at].value = value
    loaded.save(book)


def test_a_line_edited_by_hand_is_named_and_stops_the_run(two: Path, out: Path) -> None:
    run(two, out)
    edit(two, "Code client", "C7", place=1)
    answer = relance("doctor", two)
    assert answer.code == 1
    assert "n° 2 du journal a été modifiée" in answer.out
    answer = run(two, out, MONDAY, "--json")
    assert (answer.code, answer.error[0]) == (1, "journal_broken")


def test_a_note_is_the_user_s_to_correct(two: Path, out: Path) -> None:
    run(two, out)
    edit(two, "Note", "appelé deux fois", place=1)
    assert relance("doctor", two).code == 0


def test_a_journal_sorted_by_debtor_still_holds(two: Path, out: Path) -> None:
    run(two, out)
    loaded = openpyxl.load_workbook(two)
    sheet = loaded["Journal"]
    _, *rows = list(sheet[sheet.tables["tJournal"].ref])
    values = [[cell.value for cell in row] for row in rows]
    for row, cells in zip(rows, values[::-1], strict=True):
        for cell, value in zip(row, cells, strict=True):
            cell.value = value
    loaded.save(two)
    assert column(two, "tJournal", "number") == [2, 1]
    assert relance("doctor", two).code == 0
    assert relance("record", two, "sent", "--day", MONDAY).code == 0


@pytest.mark.parametrize(
    "words",
    [("run", "--out", "documents", "--as-of"), ("record", "sent", "--day")],
)
def test_a_day_before_the_journal_s_last_is_refused(
    words: tuple[str, ...], two: Path, out: Path
) -> None:
    run(two, out, TUESDAY)
    verb, *options = words
    answer = relance(verb, two, *options, MONDAY, "--json")
    assert (answer.code, answer.error[0]) == (1, "day_before_journal")
    assert relance("agenda", two, "--as-of", MONDAY).code == 0
    assert run(two, out, TUESDAY).code == 0
    assert run(two, out, WEDNESDAY).code == 0


# --- overrides


def test_a_cell_of_the_policy_changes_agenda_letter_and_cells(two: Path, out: Path) -> None:
    with FileBook(two) as opened:
        rows = opened.read("tScenario").rows
        (place,) = [
            at
            for at, row in enumerate(rows)
            if (row.cells["Scénario"], row.cells["Étape"]) == ("fr-b2b", "mail-1")
        ]
    fill(two, "tScenario", "Délai (jours)", 5, place)
    # Due 19/11 + 5: Tuesday 24.
    found = agenda(two)["C1"]
    assert (found["step"], found["next_date"]) == (None, "2026-11-24")
    assert run(two, out, MONDAY, "--json").json["documents"] == []
    assert column(two, "tFactures", "next_date") == [TUESDAY, TUESDAY]
    with FileBook(two) as opened:
        assert "mail-1" in str(opened.get("Regles"))


def test_a_policy_that_goes_back_names_its_cell(two: Path) -> None:
    fill(two, "tScenario", "Phase", 4, place=1)
    answer = relance("agenda", two, "--json")
    assert (answer.code, answer.error[0]) == (1, "bad_policy")
    assert "Scénario" in answer.error[1]


def test_a_rate_of_the_user_s_changes_agenda_letter_and_cells(two: Path, out: Path) -> None:
    with FileBook(two) as opened:
        opened.append(
            "tTaux",
            [{"Série": "fr_b2b_rate", "À partir du": date(2026, 7, 1), "Taux annuel": 0.2,
              "Statut": "vérifié", "Source": "essai"}],
        )  # fmt: skip
        opened.save()
    # 1 200 x 4 days x 20 % / 365 = 2.630 -> 2.63
    assert agenda(two)["C1"]["interest"] == "2.63"
    run(two, out)
    assert column(two, "tFactures", "interest")[0] == 2.63
    with FileBook(two) as opened:
        assert "fr_b2b_rate@2026-07-01=0.2" in str(opened.get("TauxLocaux"))


def test_a_rate_of_a_series_that_is_not_ours_names_its_line(two: Path) -> None:
    with FileBook(two) as opened:
        (row,) = opened.append(
            "tTaux", [{"Série": "fr_inconnue", "À partir du": MONDAY, "Taux annuel": 0.1}]
        )
        opened.save()
    answer = relance("agenda", two, "--json")
    assert (answer.code, answer.error[0]) == (1, "bad_law")
    assert "fr_inconnue" in answer.error[1]
    assert str(row) in answer.error[1]


def test_a_rate_that_replaces_ours_is_told_and_two_of_them_are_refused(two: Path) -> None:
    own: dict[str, Cell] = {
        "Série": "fr_b2b_rate", "À partir du": date(2026, 7, 1), "Taux annuel": 0.99,
    }  # fmt: skip
    with FileBook(two) as opened:
        opened.append("tTaux", [own])
        opened.save()
    answer = relance("agenda", two, "--as-of", MONDAY, "--json")
    (told,) = [one for one in answer.json["findings"] if one["code"] == "rate_replaced"]
    assert "99,00 % au lieu des 12,40 % livrés" in told["text"]
    with FileBook(two) as opened:
        opened.append("tTaux", [own | {"Taux annuel": 0.2}])
        opened.save()
    assert relance("agenda", two, "--json").error[0] == "bad_law"


def test_a_rate_that_can_t_be_read_is_a_finding(two: Path) -> None:
    fill(two, "tTaux", "Taux annuel", "beaucoup")
    answer = relance("agenda", two, "--as-of", MONDAY, "--json")
    assert answer.code == 0
    assert "Taux annuel" in [one["facts"]["column"] for one in answer.json["findings"]]


def test_a_policy_file_wins_for_one_run(two: Path) -> None:
    own = two.parent / "mien.toml"
    own.write_text(
        'code = "fr-b2b"\n[[steps]]\ncode = "mail-1"\nphase = 1\noffset = 30\nanchor = "due"\n'
        'channel = "email"\ndocument = "email"\nclaims = "none"\n',
        "utf-8",
    )
    answer = relance("agenda", two, "--as-of", MONDAY, "--policy", own, "--json")
    assert answer.code == 0, answer
    assert {one["step"] for one in answer.json["debtors"]} == {None}


# --- files of the user's


def test_a_workbook_is_never_written_over(book: Path) -> None:
    before = book.read_bytes()
    answer = relance("new", book)
    assert (answer.code, book.read_bytes()) == (1, before)
    assert "existe déjà" in answer.err


@pytest.mark.parametrize("name", ["b.ods", "b"])
def test_a_workbook_has_our_suffix(tmp_path: Path, name: str) -> None:
    answer = relance("new", tmp_path / name)
    assert answer.code == 1
    assert ".xlsx" in answer.err


def test_a_workbook_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert relance("new", tmp_path / "absent" / "b.xlsx").code == 1


def test_an_up_to_date_workbook_is_left_alone(book: Path) -> None:
    before = book.read_bytes()
    answer = relance("upgrade", book)
    assert (answer.code, book.read_bytes()) == (0, before)


def test_an_older_workbook_is_copied_then_brought_up_to_date(book: Path) -> None:
    with FileBook(book) as opened:
        opened.set("SchemaVersion", 0)
        opened.save()
    before = book.read_bytes()
    for count in (1, 2):
        assert relance("upgrade", book).code == 0
        copies = sorted(path for path in book.parent.glob("relances.20*.xlsx"))
        assert len(copies) == count
        assert copies[0].read_bytes() == before or copies[1].read_bytes() == before
        with FileBook(book) as opened:
            opened.set("SchemaVersion", 0)
            opened.save()


def test_a_newer_workbook_is_refused(book: Path) -> None:
    with FileBook(book) as opened:
        opened.set("SchemaVersion", 99)
        opened.save()
    answer = relance("upgrade", book)
    assert answer.code == 1
    assert "plus récente" in answer.err
    assert relance("doctor", book).code == 1


def test_a_workbook_that_lacks_a_column_can_t_be_upgraded(book: Path) -> None:
    renamed_heading(book)
    answer = relance("upgrade", book)
    assert answer.code == 1
    assert "Échéance" in answer.err


def test_documents_of_the_user_s_in_the_folder_stay(book: Path, out: Path) -> None:
    out.mkdir()
    (out / "lettre.docx").write_bytes(b"la mienne")
    run(book, out)
    assert (out / "lettre.docx").read_bytes() == b"la mienne"
    assert zipfile.is_zipfile(book)


def test_the_installation_is_checked() -> None:
    answer = relance("doctor")
    assert "Python" in answer.out
    checks = relance("doctor", "--json").json["checks"]
    assert {"state", "code", "facts", "text"} == set(checks[0])


def test_a_workbook_s_doctor_names_drafts_and_findings(two: Path, out: Path) -> None:
    run(two, out)
    fill(two, "tFactures", "Échéance", "31/02/2026")
    answer = relance("doctor", two)
    assert answer.code == 0
    assert "1 brouillon à confirmer" in answer.out  # the other one told the due date of before
    assert "Échéance" in answer.out
