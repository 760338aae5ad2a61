"""A draft of before a correction of the workbook: it is known, set aside and not sent."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.actions.world import (
    MONDAY,
    debtor,
    desk_of,
    invoice,
    journal,
    relance,
    run,
    type_in,
)

from relance.actions.book import Cell
from relance.actions.draft_terms import says_the_same
from relance.core.records import Payment

Make = Callable[..., Path]
TUESDAY = date(2026, 11, 24)
IBAN = "FR1420041010050500013M02606"


@pytest.fixture
def book(make: Make, out: Path) -> Path:
    """Return a workbook whose notice to C1 was written on Monday."""
    pressed = invoice(
        "F-1", "C1", date(2026, 9, 10), "900.00",
        last_step="letter-2", last_step_date=date(2026, 10, 20),
    )  # fmt: skip
    path = make([debtor("C1")], [pressed])
    assert run(path, out).code == 0
    assert journal(path) == [("C1", "notice", "draft")]
    return path


def holds(book: Path) -> bool:
    """Tell whether the notice would say the same now."""
    desk = desk_of(book)
    (draft,) = desk.history_of("C1").drafts
    return says_the_same(desk.case("C1"), desk.setting, draft)


CORRECTED = [
    ("tFactures", "due", date(2026, 9, 20)),
    ("tFactures", "due", date(2026, 12, 10)),  # not due any more
    ("tFactures", "regime", "FR-B2C"),
    ("tClients", "kind", "particulier"),
    ("tClients", "name", "Client C1 SAS"),
    ("tClients", "street", "1 place de la Mairie"),
]


@pytest.mark.parametrize(("table", "key", "value"), CORRECTED)
def test_a_letter_of_before_a_correction_is_not_printed_nor_posted(
    book: Path, out: Path, table: str, key: str, value: Cell
) -> None:
    assert holds(book)
    type_in(book, table, key, 2, value)
    assert not holds(book)
    answer = relance("print", book, "--out", out / "tout.pdf", "--as-of", MONDAY, "--json")
    assert answer.json["letters"] == []
    assert [one["why"]["facts"]["reason"] for one in answer.json["left_out"]] == ["void"]
    assert relance("slip", book, "--out", out, "--as-of", MONDAY).code != 0


def test_the_next_run_withdraws_it_and_asks_whether_it_has_gone(book: Path, out: Path) -> None:
    type_in(book, "tClients", "street", 2, "1 place de la Mairie")
    told = " ".join(run(book, out, TUESDAY).out.split())
    assert journal(book)[1:] == [("C1", "notice", "cancelled")]
    assert "Déjà parti" in told
    assert list(out.glob("*.docx")) == []


def test_the_letter_is_written_anew_once_a_person_says_that_it_has_not_gone(
    book: Path, out: Path
) -> None:
    type_in(book, "tClients", "street", 2, "1 place de la Mairie")
    for _ in range(2):  # the first withdraws it; neither knows whether it was posted
        run(book, out, TUESDAY)
        assert list(out.glob("*.docx")) == []
    run(book, out, TUESDAY, "--redo")
    assert journal(book)[-1] == ("C1", "notice", "draft")
    assert len(list(out.glob("2026-11-24_mise-en-demeure*.docx"))) == 1


def test_one_that_had_gone_is_confirmed_all_the_same(book: Path) -> None:
    type_in(book, "tClients", "street", 2, "1 place de la Mairie")
    sent = ("sent", "C1", "--tracking", "1A 000 000 000 00", "--day", MONDAY)
    assert relance("record", book, *sent).code == 0
    assert journal(book)[-1] == ("C1", "notice", "sent")


@pytest.mark.parametrize(
    ("table", "key", "value"),
    [("tClients", "payables_email", "autre@c1.example"), ("tFactures", "description", "Pose")],
)
def test_what_the_letter_does_not_depend_on_leaves_it_alone(
    book: Path, table: str, key: str, value: Cell
) -> None:
    type_in(book, table, key, 2, value)
    assert holds(book)


def test_a_corrected_currency_makes_another_letter(make: Make, out: Path) -> None:
    owed = invoice("F-1", "C1", date(2026, 10, 2), "900.00")
    path = make([debtor("C1")], [owed], Ibans=f"EUR:{IBAN};USD:{IBAN}")
    run(path, out)
    type_in(path, "tFactures", "currency", 2, "USD")
    assert not holds(path)


def test_an_extension_that_suspends_interest_makes_another_letter(make: Make, out: Path) -> None:
    # it claims nothing, but says of the extension whether interest runs through it
    owed = invoice("F-1", "C1", date(2026, 9, 1), "900.00", extended_to=date(2026, 10, 2))
    path = make([debtor("C1")], [owed])
    run(path, out)
    assert journal(path)[0] == ("C1", "mail-1", "draft")
    type_in(path, "tFactures", "extension_suspends", 2, "oui")
    assert not holds(path)


@pytest.mark.parametrize(
    ("last_step", "step", "is_another"), [("call-2", "letter-2", True), ("", "mail-1", False)]
)
def test_a_corrected_value_date_makes_another_letter_when_interest_is_claimed(
    make: Make, out: Path, last_step: str, step: str, *, is_another: bool
) -> None:
    # 9,000 of 10,000 came on 13 November, or on 3 June: the interest of 163 days on it is gone
    owed = invoice(
        "F-1", "C1", date(2026, 6, 1), "10000.00", paid=Decimal(9000), last_step=last_step,
        last_step_date=date(2026, 11, 3) if last_step else None,
    )  # fmt: skip
    came = Payment("C1", Decimal(9000), date(2026, 11, 13), "F-1")
    path = make([debtor("C1")], [owed], (), [came])
    run(path, out)
    assert journal(path)[0] == ("C1", step, "draft")
    type_in(path, "tReglements", "value_date", 2, date(2026, 6, 3))
    assert holds(path) is not is_another
    type_in(path, "tReglements", "value_date", 2, date(2026, 11, 13))
    assert holds(path)


def test_interest_that_grows_makes_no_other_letter(book: Path, out: Path) -> None:
    run(book, out, TUESDAY)
    assert journal(book) == [("C1", "notice", "draft")]


def test_another_account_is_another_letter(book: Path) -> None:
    desk = desk_of(book)
    (draft,) = desk.history_of("C1").drafts
    creditor = replace(desk.setting.creditor, ibans=(("EUR", IBAN),))
    assert not says_the_same(desk.case("C1"), replace(desk.setting, creditor=creditor), draft)


def test_a_draft_whose_name_tells_nothing_of_it_holds(book: Path) -> None:
    desk = desk_of(book)
    (draft,) = desk.history_of("C1").drafts
    stem, _, ending = draft.document.rpartition(".")
    other = replace(draft, document=f"{stem[:-4]}.{ending}")
    assert says_the_same(replace(desk.case("C1"), items=()), desk.setting, other)


def test_a_belgian_consumers_reminder_is_written_anew_when_what_was_sold_is_corrected(
    make: Make, out: Path
) -> None:
    owed = invoice("F-1", "C1", date(2026, 11, 10), "900.00", description="Table")
    path = make([debtor("C1", kind="consumer", country="BE")], [owed], CreancierPays="BE")
    run(path, out)
    assert holds(path)
    type_in(path, "tFactures", "description", 2, "Six chaises")
    assert not holds(path)
    type_in(path, "tFactures", "description", 2, "Table")
    assert holds(path)
