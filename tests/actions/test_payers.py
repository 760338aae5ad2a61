"""The column Payeur: messages go to who pays, debts stay the debtor's."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from tests.actions.world import MONDAY, agenda, debtor, desk_of, invoice, relance, run, type_in

from relance.actions.payers import Payers
from relance.core.journal import chained
from relance.core.records import Address, Contact, Debtor, Event, Payment, Procedure

Make = Callable[..., Path]
LATE = date(2026, 11, 19)
GROUP = debtor(
    "P1", "Groupe Hardy", payables=Contact("M. Roux", "tresorerie@groupe.example", "01 02"),
    address=Address("9 quai Vert", "", "33000", "Bordeaux"),
)  # fmt: skip


def payer_of(one: Debtor, *others: Debtor) -> Debtor | None:
    return Payers({each.code: each for each in (one, *others)}).of(one)


def remarks_of(one: Debtor, *others: Debtor) -> list[str]:
    payers = Payers({each.code: each for each in (one, *others)})
    return [finding.code for finding in payers.remarks(one)]


@pytest.mark.parametrize("named", ["P1", "Groupe Hardy", "GROUPE  HARDY"])
def test_a_payer_is_named_by_code_or_by_name(named: str) -> None:
    found = payer_of(debtor("C1", payer=named), GROUP)
    assert found is not None
    assert (found.code, found.payables, found.address) == ("P1", GROUP.payables, GROUP.address)
    assert remarks_of(debtor("C1", payer=named), GROUP) == []


def test_the_limits_on_contact_stay_the_debtor_s() -> None:
    one = debtor("C1", payer="P1", first_channel="phone", minimum_interval=30)
    found = payer_of(one, replace(GROUP, first_channel="letter", minimum_interval=1))
    assert found is not None
    assert (found.first_channel, found.minimum_interval) == ("phone", 30)


def test_someone_who_is_no_debtor_is_written_to_at_the_debtor_s() -> None:
    one = debtor("C1", "Boulangerie", payer="Me Roux", address=Address("1 rue A", "Bât. B"))
    found = payer_of(one)
    assert found is not None
    assert (found.name, found.payables) == ("Me Roux", replace(one.payables, name=""))
    assert found.address == Address("1 rue A", "chez Boulangerie, Bât. B")
    assert remarks_of(one) == ["payer_unlisted"]


def test_two_debtors_of_one_name_are_no_payer() -> None:
    twin = replace(GROUP, code="P2")
    assert remarks_of(debtor("C1", payer="Groupe Hardy"), GROUP, twin) == ["payer_unlisted"]


@pytest.mark.parametrize("kind", ["consumer", ""])
def test_nobody_else_hears_of_the_debt_of_a_consumer(kind: Any) -> None:
    one = debtor("C1", kind=kind, payer="P1")
    assert payer_of(one, GROUP) is None
    assert remarks_of(one, GROUP) == ["payer_of_consumer"]


def test_a_payer_in_a_procedure_is_left_alone() -> None:
    held = replace(GROUP, procedure=Procedure("conciliation"))
    one = debtor("C1", payer="P1")
    assert payer_of(one, held) is None
    assert remarks_of(one, held) == ["payer_held"]


def test_a_debtor_in_a_procedure_has_an_officer_not_a_payer() -> None:
    one = debtor("C1", payer="P1", procedure=Procedure("redressement", date(2026, 10, 1)))
    assert payer_of(one, GROUP) is None
    assert remarks_of(one, GROUP) == []


@pytest.mark.parametrize("named", ["", "C1", "Boulangerie"])
def test_a_debtor_who_pays_alone_has_no_payer(named: str) -> None:
    one = debtor("C1", "Boulangerie", payer=named)
    assert payer_of(one, GROUP) is None
    assert remarks_of(one, GROUP) == []


def test_the_mail_goes_to_the_payer_and_says_for_whom(make: Make, out: Path) -> None:
    book = make(
        [debtor("C1", "Boulangerie", payer="P1"), GROUP],
        [invoice("F-1", "C1", LATE, "1200.00"), invoice("F-2", "P1", LATE, "300.00")],
    )
    found = agenda(book)
    # Each debtor keeps its own claim.
    assert {code: one["claim"] for code, one in found.items()} == {"C1": "1200.00", "P1": "300.00"}
    assert "to_payer" in [one["code"] for one in found["C1"]["why"]]
    assert run(book, out).code == 0
    (path,) = out.glob("*boulangerie*.eml")
    mail = message_from_bytes(path.read_bytes(), policy=default)
    assert mail["To"].addresses[0].addr_spec == "tresorerie@groupe.example"
    text = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "en qualité de payeur, pour le compte de Boulangerie." in text
    assert "1\u00a0200,00\u00a0€" in text


@pytest.mark.parametrize("by_mail", [True, False])
def test_an_officer_is_named_on_a_letter_and_on_no_mail_to_the_debtor_s_address(
    make: Make, out: Path, by_mail: bool
) -> None:
    """A debt born after the opening is payable; the address that we know is the debtor's."""
    opened = Procedure("redressement", date(2026, 9, 1), None, "Me Roux", date(2026, 11, 16))
    reached = Contact("Mme Petit", "compta@c1.example" if by_mail else "")
    items = [invoice("F-1", "C1", LATE, "1200.00", performed_on=date(2026, 10, 1))]
    assert run(make([debtor("C1", payables=reached, procedure=opened)], items), out).code == 0
    (path,) = (one for one in out.iterdir() if one.suffix in (".eml", ".docx"))
    if by_mail:
        content = path.read_bytes()
        assert message_from_bytes(content, policy=default)["To"] == "Client C1 <compta@c1.example>"
        assert b"Roux" not in content
    else:
        assert "Me Roux" in words_of(path)


@pytest.mark.parametrize("other", [False, True])
def test_a_note_goes_to_the_payer_though_nothing_is_open(
    make: Make, out: Path, other: bool
) -> None:
    """F-1 was paid late; F-2, where there is one, is due in January."""
    items = [invoice("F-1", "C1", LATE, "1000", paid=Decimal(1000))]
    items += [invoice("F-2", "C1", date(2027, 1, 15), "10")] if other else []
    paid = [Payment("C1", Decimal(1000), date(2026, 11, 20), "F-1")]
    book = make([debtor("C1", "Boulangerie", payer="P1"), GROUP], items, payments=paid)
    words = ("penalty-note", book, "C1", "--as-of", MONDAY, "--out", out)
    assert relance(*words).code == 0
    (path,) = out.glob("*note*.eml")
    mail = message_from_bytes(path.read_bytes(), policy=default)
    assert mail["To"].addresses[0].addr_spec == "tresorerie@groupe.example"


def test_a_debtor_with_a_draft_has_a_payer_though_nothing_is_open(make: Make, out: Path) -> None:
    book = make([debtor("C1", payer="P1"), GROUP], [invoice("F-1", "C1", LATE, "1000")])
    assert run(book, out).code == 0
    type_in(book, "tFactures", "paid", 2, 1000)
    (case,) = desk_of(book).cases_with_drafts()
    assert case.payer is not None
    assert (case.items, case.payer.code) == ((), "P1")


SENT: dict[str, Any] = {"debtor": "C1", "items": ("F-1",), "direction": "out", "outcome": "sent"}


def words_of_the_letter(make: Make, out: Path, **more: Any) -> str:
    """The words of what is written to C1 after letter-2 on 3 November and a call on the 9th."""
    letter = chained(
        Event(0, date(2026, 11, 3), step="letter-2", channel="letter", **SENT), None
    )  # fmt: skip
    call = {**SENT, "outcome": "done"}
    events = [letter, chained(Event(0, date(2026, 11, 9), step="call-2", channel="phone", **call),
                              letter)]  # fmt: skip
    items = [invoice("F-1", "C1", date(2026, 8, 3), "1200.00")]
    book = make([debtor("C1", "Boulangerie", **more), GROUP], items, events)
    assert run(book, out).code == 0
    (path,) = out.glob("*mise-en-demeure*.docx")
    return words_of(path)


def words_of(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        xml = package.read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", xml).replace("\u00a0", " ")


@pytest.mark.parametrize("payer", ["", "P1"])
def test_a_notice_names_the_letters_that_its_reader_had(make: Make, out: Path, payer: str) -> None:
    """A notice goes to the debtor, and the letters and calls before it to the payer."""
    text = words_of_the_letter(make, out, payer=payer)
    assert ("malgré notre message du 3 novembre 2026" in text) == (payer == "")
    assert ("notre précédent message" in text) == (payer == "")
    assert ("Nous faisons suite à notre échange" in text) == (payer == "")


def test_a_payer_that_nobody_knows_is_told_of(make: Make) -> None:
    book = make([debtor("C1", payer="Me Roux")], [invoice("F-1", "C1", LATE, "1200.00")])
    said = relance("agenda", book, "--as-of", MONDAY).out
    assert "Clients, ligne 2, Payeur : Le payeur « Me Roux » n'est ni le code" in said
