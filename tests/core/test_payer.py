"""Someone pays in the debtor's place: where messages go, and where they never do."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from relance.core.decide import decide
from relance.core.informed import had_by
from relance.core.records import (
    Address,
    Case,
    Contact,
    Creditor,
    Debtor,
    Decision,
    DocumentKind,
    Event,
    Procedure,
    Receivable,
)
from relance.core.setting import Setting

MONDAY = date(2026, 11, 23)
SETTING = Setting(Creditor(name="Atelier", country="FR", bank_data_until=date(2026, 11, 22)))
CLIENT = Debtor(
    "C1", "Client", "business", "FR",
    payables=Contact("Julie", "compta@client.example"), phone="03 20 00 00 00",
    address=Address("1 rue", "", "59000", "Lille"),
    procedure=Procedure(verified_on=date(2026, 11, 16)),
)  # fmt: skip
PAYER = Debtor("P1", "Groupe", "business", address=Address("2 rue", "", "75001", "Paris"))


def about(due: str, *events: Event, payer: Debtor | None = PAYER, debtor: Debtor = CLIENT) -> Case:
    item = Receivable("A", "C1", due=date.fromisoformat(due), amount=Decimal(1000))
    return Case(debtor, (item,), events, payer=payer)


def sent(number: int, day: str, step: str, channel: str) -> Event:
    outcome = "done" if channel == "phone" else "sent"
    return Event(
        number, date.fromisoformat(day), "C1", ("A",), step, channel, "out", outcome, f"d{number}"  # type: ignore[arg-type]
    )  # fmt: skip


def why(decision: Decision) -> list[str]:
    return [reason.code for reason in decision.why]


def blocks(decision: Decision) -> list[tuple[str, object]]:
    return [(reason.code, reason.facts.get("debtor")) for reason in decision.blocked_by]


def test_the_payer_s_addresses_decide_of_the_channel() -> None:
    # The debtor has an e-mail address, the payer has not: a letter to the payer.
    found = decide(about("2026-11-20"), SETTING, MONDAY)
    assert (found.step, found.channel, found.document) == ("mail-1", "letter", "letter")
    assert why(found) == ["first_step", "no_email", "to_payer"]
    assert found.debtor is CLIENT
    written = replace(PAYER, emails=("compta@groupe.example",))
    assert decide(about("2026-11-20", payer=written), SETTING, MONDAY).channel == "email"


def test_a_payer_without_an_address_can_t_be_written_to() -> None:
    found = decide(about("2026-11-20", payer=Debtor("P1", "Groupe")), SETTING, MONDAY)
    assert blocks(found) == [("no_address", "P1")]


def test_a_payer_not_to_be_contacted_is_not() -> None:
    silent = replace(PAYER, do_not_contact=True)
    found = decide(about("2026-11-20", payer=silent), SETTING, MONDAY)
    assert blocks(found) == [("do_not_contact", "P1")]


def test_a_call_is_confirmed_to_the_payer() -> None:
    events = (sent(1, "2026-11-12", "mail-1", "email"), sent(2, "2026-11-20", "call-1", "phone"))
    found = decide(about("2026-11-09", *events), SETTING, MONDAY)
    assert (found.step, found.channel) == ("confirmation", "letter")


def test_a_formal_notice_is_served_on_who_owes() -> None:
    events = (
        sent(1, "2026-09-21", "mail-1", "email"),
        sent(2, "2026-09-28", "call-1", "phone"),
        sent(3, "2026-09-28", "confirmation", "email"),
        sent(4, "2026-10-07", "letter-1", "letter"),
        sent(5, "2026-10-14", "call-2", "phone"),
        sent(6, "2026-10-14", "confirmation", "email"),
        sent(7, "2026-10-23", "letter-2", "letter"),
    )
    nowhere = Debtor("P1", "Groupe", do_not_contact=True)
    found = decide(about("2026-09-18", *events, payer=nowhere), SETTING, MONDAY)
    assert (found.step, found.document, found.blocked_by) == ("notice", "formal_notice", ())
    assert why(found)[-1] == "notice_not_to_payer"


def test_the_debtor_s_own_silence_holds_every_message() -> None:
    found = decide(
        about("2026-11-20", debtor=replace(CLIENT, do_not_contact=True)), SETTING, MONDAY
    )
    assert blocks(found) == [("do_not_contact", "C1")]
    # The payer may be written to, and is not.
    call = sent(1, "2026-11-23", "call-1", "phone")
    silent = replace(CLIENT, do_not_contact=True)
    assert decide(about("2026-11-04", call, debtor=silent), SETTING, MONDAY).step != "confirmation"


def test_without_a_payer_the_debtor_is_reached() -> None:
    alone = about("2026-11-20", payer=None)
    assert alone.reached("email") is CLIENT
    assert why(decide(alone, SETTING, MONDAY)) == ["first_step"]


@pytest.mark.parametrize(
    ("document", "payer", "had"),
    [
        ("formal_notice", PAYER, ["notice"]),  # served to who owes
        ("letter", PAYER, ["mail-1", "call-1"]),
        ("call_sheet", PAYER, ["mail-1", "call-1", "notice"]),  # read by our own caller
        ("formal_notice", None, ["mail-1", "call-1", "notice"]),
    ],
)
def test_a_document_knows_the_contacts_with_its_own_reader(
    document: DocumentKind, payer: Debtor | None, had: list[str]
) -> None:
    known = (
        sent(1, "2026-10-05", "mail-1", "email"), sent(2, "2026-10-12", "call-1", "phone"),
        sent(3, "2026-11-09", "notice", "registered_letter"),
    )  # fmt: skip
    found = had_by(about("2026-10-01", payer=payer), document, {"notice"}, known)
    assert [one.step for one in found] == had
