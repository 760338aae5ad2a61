"""Documents under a policy whose steps have other codes: word for word the same."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.core.test_meaning import DEBTORS, DUE, OURS, play, renamed, setting

from relance.actions.compose import message
from relance.core import netting
from relance.core.beside import beside
from relance.core.credits import Shares, spread
from relance.core.decide import decide
from relance.core.policy import load
from relance.core.question import policy_of
from relance.core.records import Case, Channel, Debtor, Decision, Event, Message, Receivable
from relance.core.setting import Setting
from relance.documents.render import Rendered, render, template_name
from relance.wording.steps import NAMES


def said(setting_: Setting, found: list[Decision]) -> list[tuple[Message, Rendered]]:
    """The documents of a play, each with the history before it."""
    documents = []
    events: tuple[Event, ...] = ()
    for decision in found:
        if decision.blocked_by or not decision.document:
            continue
        case = Case(decision.debtor, tuple(line.item for line in decision.lines), events)
        one = message(decision, case, setting_, policy_of(case, setting_), "abc")
        documents.append((one, render(one, key="0" * 64)))
        sent = Event(
            len(events) + 1, decision.as_of, "C1", ("A",), decision.step, decision.channel, "out",
            "done" if decision.document == "call_sheet" else "sent", f"d{len(events)}",
        )  # fmt: skip
        events += (sent,)
    return documents


def text(document: Rendered) -> str:
    """The words of a document, with the names of the shipped steps."""
    if Path(document.name).suffix == ".eml":
        return document.content.decode()
    with zipfile.ZipFile(io.BytesIO(document.content)) as archive:
        found = archive.read("word/document.xml").decode()
    for code, name in NAMES.items():
        found = re.sub(rf"{re.escape(OURS + code)}\b", name, found)
    return found


@pytest.mark.parametrize("name", DEBTORS)
def test_the_documents_of_renamed_steps_say_what_the_shipped_ones_say(name: str) -> None:
    code, debtor = DEBTORS[name]
    ours, theirs = setting(renamed(code)), setting()
    shipped = said(theirs, play(theirs, theirs, DUE, debtor))
    found = said(ours, play(ours, ours, DUE, debtor))
    assert [text(one) for _, one in found] == [text(one) for _, one in shipped]
    assert [template_name(one) for one, _ in found] == [template_name(one) for one, _ in shipped]


def templates(name: str) -> list[str]:
    code, debtor = DEBTORS[name]
    ours = setting(renamed(code))
    return [template_name(one) for one, _ in said(ours, play(ours, ours, DUE, debtor))]


def test_the_path_of_a_belgian_consumer_begins_with_the_free_first_reminder() -> None:
    assert templates("be-b2c") == [
        "avant-echeance", "premier-rappel-belgique", "fiche-appel", "confirmation-appel",
        "relance-1", "mise-en-demeure-consommateur",
    ]  # fmt: skip


def test_the_pressing_letter_is_the_one_that_speaks_of_the_court() -> None:
    assert templates("fr-b2c").count("relance-2") == 1
    code, debtor = DEBTORS["fr-b2b"]
    mild = renamed(code)
    mild = replace(mild, steps=tuple(replace(step, court=False) for step in mild.steps))
    found = said(setting(mild), play(setting(mild), setting(mild), DUE, debtor))
    assert "relance-2" not in [template_name(one) for one, _ in found]


@pytest.mark.parametrize(
    ("day", "is_stale"), [(date(2026, 4, 9), False), (date(2026, 4, 10), True)]
)
def test_bank_data_are_old_after_three_bank_days(day: date, *, is_stale: bool) -> None:
    # until Thu 2 April 2026; Good Friday to Easter Monday bring nothing: 7, 8, 9
    until = date(2026, 4, 2)
    ours = replace(setting(), creditor=replace(setting().creditor, bank_data_until=until))
    debtor: Debtor = DEBTORS["fr-b2b"][1]
    case = Case(debtor, (Receivable("A", "C1", due=date(2026, 3, 20), amount=Decimal(600)),))
    found = message(decide(case, ours, day), case, ours, policy_of(case, ours), "abc")
    assert found.bank_stale_since == (until if is_stale else None)


def law_of(debtor: Debtor, *regimes: str, ours: Setting | None = None) -> str:
    """The consumers' law of a message about an item of each regime ("" = the debtor's own)."""
    used = ours or setting()
    items = tuple(
        Receivable(
            f"F{n}",
            "C1",
            due=date(2026, 10, 1),
            amount=Decimal(600),
            regime=regime,
            description="Table",
        )
        for n, regime in enumerate(regimes or ("",))
    )
    case = Case(debtor, items)
    found = decide(case, used, date(2026, 10, 12))
    return message(found, case, used, policy_of(case, used), "abc").consumer


FIRM, PERSON, BELGIAN = (DEBTORS[name][1] for name in ("fr-b2b", "fr-b2c", "be-b2c"))


@pytest.mark.parametrize("policy", ["", "fr-b2b", "fr-b2c", "fr-pub"])
@pytest.mark.parametrize(
    ("debtor", "law"),
    [
        (FIRM, ""), (replace(FIRM, kind="public"), ""), (replace(FIRM, kind=""), ""),
        (BELGIAN, "BE-B2C"), (replace(FIRM, kind="other"), "FR-B2C"),
    ],
)  # fmt: skip
def test_who_is_written_to_as_a_consumer_hangs_on_the_law_and_not_on_the_policy(
    debtor: Debtor, law: str, policy: str
) -> None:
    assert law_of(replace(debtor, policy=policy)) == law


def test_a_french_consumer_is_one() -> None:
    assert (
        law_of(PERSON) == law_of(PERSON, "", "FR-B2B") == law_of(PERSON, "FR-B2B", "") == "FR-B2C"
    )
    assert law_of(PERSON, "FR-B2B") == ""


def test_an_association_owing_a_belgian_is_written_to_as_a_firm() -> None:
    shared = setting()
    belgian = replace(shared, creditor=replace(shared.creditor, country="BE"))
    assert law_of(replace(FIRM, kind="other"), ours=belgian) == ""  # as its policy, be-b2b, is


def offers(*owed: tuple[str, str], of: Debtor = DEBTORS["fr-b2b"][1]) -> tuple[bool, bool]:
    """Whether a reminder of these sums, 100 days late, offers a plan and a discount."""
    lines = [Receivable(currency, "C1", due=DUE, amount=Decimal(amount), currency=currency,
                        description="Table") for currency, amount in owed]  # fmt: skip
    case = Case(of, tuple(lines))
    shipped = setting()
    policy = policy_of(case, shipped)
    floor = Decimal(1000)
    values = replace(policy.values, plan_from=floor, discount_from=floor, discount_age=100)
    decision = decide(case, shipped, DUE + timedelta(days=100))
    one = message(decision, case, shipped, replace(policy, values=values), "abc")
    return one.offer_plan, one.offer_discount


def test_what_is_offered_depends_on_the_largest_currency_not_on_a_sum_of_them() -> None:
    # A plan and a discount from 1,000.00 on: 600 euros and 600 dollars are no 1,200 of anything.
    assert offers(("EUR", "600"), ("USD", "600")) == (False, False)
    assert offers(("EUR", "600"), ("USD", "1000")) == (True, True)
    assert offers(("EUR", "999.99")) == (False, False)


def test_no_plan_is_offered_to_a_public_buyer() -> None:
    town = replace(DEBTORS["fr-b2b"][1], kind="public")
    assert offers(("EUR", "90000"), of=town) == (False, True)


def replied_by(owed: Receivable, days_late: int, **call: int) -> date | None:
    """The date that a firm's reminder asks for; `call` changes the first call's step."""
    shipped = load("fr-b2b")
    steps = [replace(step, **call) if step.code == "call-1" else step for step in shipped.steps]  # type: ignore[arg-type]
    ours = setting(replace(shipped, steps=tuple(steps)))
    case = Case(DEBTORS["fr-b2b"][1], (owed,))
    decision = decide(case, ours, DUE + timedelta(days=days_late))
    return message(decision, case, ours, policy_of(case, ours), "abc").reply_by


def test_a_reply_is_asked_for_before_the_next_step_bank_days_included() -> None:
    owed = Receivable("A", "C1", due=DUE, amount=Decimal(5000), description="Table")
    # First reminder on Tuesday 3 March, call 5 days later on Sunday 8: the worked day before is
    # Friday 6. With 3 bank days more the call comes on Wednesday 11: Tuesday 10.
    assert replied_by(owed, 1) == date(2026, 3, 6)
    assert replied_by(owed, 1, bank_days=3) == date(2026, 3, 10)


def test_a_letter_by_post_grants_the_days_that_it_travels_too() -> None:
    # First letter on Monday 16 March, 14 days late: 8 days and 3 in the post, Friday 27. The call
    # of the 22nd asks whether it has come; the next letter comes 14 days later, on the 30th.
    asked = Receivable("A", "C1", due=DUE, amount=Decimal(5000),
                       description="Table", last_step="call-1",
                       last_step_date=date(2026, 3, 7))  # fmt: skip
    assert replied_by(asked, 14) == date(2026, 3, 27)
    # Second letter on Monday 30, a notice 8 days later, on Tuesday 7 April: never after Friday 3,
    # the last worked day before it (Monday 6 is Easter Monday).
    urged = replace(asked, last_step="call-2", last_step_date=date(2026, 3, 22))
    assert replied_by(urged, 28) == date(2026, 4, 3)


def test_a_reply_is_not_hurried_when_the_item_is_too_young_for_the_next_phase() -> None:
    # Called twice before Relance, until 8 March; second letter on Monday 16, 14 days late. A notice
    # comes 8 days later, on the 24th, but not before 36 days late: all 11 days are granted.
    owed = Receivable("A", "C1", due=DUE, amount=Decimal(5000),
                      description="Table", last_step="call-2",
                      last_step_date=date(2026, 3, 8))  # fmt: skip
    assert replied_by(owed, 14) == date(2026, 3, 27)


@pytest.mark.parametrize("channel", ["email", "letter"])
def test_what_confirms_a_call_asks_for_no_day_in_the_fourteen_that_were_granted(
    channel: Channel,
) -> None:
    # 600 from 1 October; the free reminder of Wednesday 25 November, and a call of 3 December that
    # a person made. By e-mail the last day is 25 + 14 = Wednesday 9 December: the 8 days of the
    # confirmation end later, on Friday 11. By post day 1 is Monday 30, the last Sunday 13.
    owed = Receivable("A", "C1", due=date(2026, 10, 1), amount=Decimal(600), description="Table")
    reminded = Event(1, date(2026, 11, 25), "C1", ("A",), "mail-1", channel, "out", "sent", "d1")
    called = Event(2, date(2026, 12, 3), "C1", ("A",), "", "phone", "out", "done")
    case = Case(BELGIAN, (owed,), (reminded, called))
    found = decide(case, setting(), date(2026, 12, 3))
    one = message(found, case, setting(), policy_of(case, setting()), "abc")
    ends = {"email": date(2026, 12, 11), "letter": date(2026, 12, 14)}
    assert (one.kind, one.reply_by) == ("confirmation", ends[channel])


def test_credits_are_spread_over_the_invoices_once_a_document_and_not_once_an_invoice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A hundred invoices of a debtor with settlements took minutes."""
    late = Receivable("", "C1", due=date(2026, 10, 1), amount=Decimal(600), description="Table")
    items = tuple(replace(late, number=f"F{i}") for i in range(9))
    credit = Receivable("A1", "C1", "credit_note", DUE, amount=Decimal(-50))
    case, ours, day = Case(DEBTORS["fr-b2b"][1], (*items, credit)), setting(), date(2026, 11, 23)
    asked = []

    def counted(*given: Any) -> Shares:
        asked.append(given)
        return spread(*given)

    monkeypatch.setattr(netting, "spread", counted)
    found = decide(case, ours, day)
    assert len(message(found, case, ours, policy_of(case, ours), "").decision.demanded) == 9
    assert len(beside("penalty_note", case, ours, day).demanded) == 9
    assert len(asked) <= 4  # where each stands and what it owes, for both
