"""Rules that only several items, or an odd history, bring to light.

Monday 23 November 2026 unless said otherwise.
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from relance.core.balances import balance_number
from relance.core.decide import decide
from relance.core.policy import Policy, from_rows, load
from relance.core.policy_values import Bend
from relance.core.records import (
    Address,
    Case,
    Channel,
    Contact,
    Creditor,
    Debtor,
    Decision,
    Event,
    Outcome,
    Procedure,
    Receivable,
)
from relance.core.setting import Setting

MONDAY = date(2026, 11, 23)
CREDITOR = Creditor(
    country="FR", ibans=(("EUR", "FR76"),), bank_data_until=date(2026, 12, 31),
    consumer_clause=True,
)  # fmt: skip
SETTING = Setting(CREDITOR)
CLIENT = Debtor(
    "C1", "Client", "business", "FR",
    payables=Contact("Julie", "compta@client.example", "03 20 00 00 00"),
    address=Address("1 rue", "", "59000", "Lille"),
    procedure=Procedure(verified_on=date(2026, 11, 16)),
)  # fmt: skip
PERSON = replace(CLIENT, kind="consumer", country="BE")
PATH = ("mail-1", "call-1", "letter-1", "call-2", "letter-2", "notice", "handover")


def item(number: str, due: str, amount: str = "1000", **fields: object) -> Receivable:
    bare = Receivable(number, "C1", due=date.fromisoformat(due), amount=Decimal(amount),
                      description="Table")  # fmt: skip
    return replace(bare, **fields)  # type: ignore[arg-type]


def event(
    number: int, day: str, step: str, *items: str, channel: Channel = "email",
    outcome: Outcome = "sent",
) -> Event:  # fmt: skip
    if step.startswith("call") and outcome == "sent":
        channel, outcome = "phone", "done"
    on = date.fromisoformat(day)
    return Event(
        number, on, "C1", items or ("A",), step, channel, "out", outcome, f"d{number}"
    )  # fmt: skip


def path_to(step: str, *items: str) -> tuple[Event, ...]:
    """The steps up to one, all in September, far from today."""
    steps = PATH[: PATH.index(step) + 1]
    return tuple(event(n, f"2026-09-{n:02}", one, *items) for n, one in enumerate(steps, 1))


def decided(
    *items: Receivable, events: tuple[Event, ...] = (), debtor: Debtor = CLIENT,
    setting: Setting = SETTING, as_of: date = MONDAY,
) -> Decision:  # fmt: skip
    return decide(Case(debtor, items, events), setting, as_of)


def demanded(decision: Decision) -> list[str]:
    return [line.item.number for line in decision.demanded]


def codes(decision: Decision) -> list[str]:
    return [reason.code for reason in decision.blocked_by]


# -- which items go with a step ----------------------------------------------


def test_an_item_past_the_step_before_goes_along_before_its_own_day() -> None:
    # A: letter-1 today, 8 days after its call; B was called on the 18th and goes along
    events = (
        event(1, "2026-11-10", "mail-1", "A", "B"),
        event(2, "2026-11-13", "call-1", "A"),
        event(3, "2026-11-18", "call-1", "B"),
        event(4, "2026-11-18", "confirmation", "B"),
    )
    found = decided(item("A", "2026-10-30"), item("B", "2026-11-05"), events=events)
    assert (found.step, codes(found), demanded(found)) == ("letter-1", [], ["A", "B"])


def test_an_item_whose_notice_still_runs_is_not_handed_over_with_another() -> None:
    # A was given notice in September; B on 16 November: 8 days from its presentation are not over
    events = (*path_to("notice", "A"), event(9, "2026-11-16", "notice", "B"))
    taken = item("B", "2026-08-01", last_step="letter-2", last_step_date=date(2026, 9, 1))
    found = decided(item("A", "2026-08-01"), taken, events=events)
    assert (found.step, codes(found), demanded(found)) == ("handover", [], ["A"])


def test_an_item_whose_notice_still_runs_is_not_demanded_with_a_new_one() -> None:
    # A: notice of Monday 16 November; a courteous message about B must not ask for A by another day
    events = (
        *path_to("letter-2", "A"),
        event(9, "2026-11-16", "notice", "A", channel="registered_letter"),
    )
    both = (item("A", "2026-08-01"), item("B", "2026-11-10"))
    found = decided(*both, events=events)
    assert (found.step, demanded(found)) == ("mail-1", ["B"])
    # Posted on the 16th, not presented: 16 + 15 = 1 December, 3 bank days: the 4th. Then it may.
    assert demanded(decided(*both, events=events, as_of=date(2026, 12, 3))) == ["B"]
    last = decided(*both, events=events, as_of=date(2026, 12, 4))
    assert (last.step, demanded(last)) == ("handover", ["A"])


def test_an_item_that_was_handed_over_is_not_demanded_beside_a_new_one() -> None:
    both = (item("A", "2026-08-01"), item("B", "2026-11-10"))
    found = decided(*both, events=path_to("handover", "A"))
    assert (found.step, demanded(found)) == ("mail-1", ["B"])
    assert found.totals[0].claim == Decimal(1000)
    told = replace(both[0], last_step="handover", last_step_date=date(2026, 9, 1))
    assert demanded(decided(told, both[1])) == ["B"]


def test_an_item_that_may_not_have_the_step_does_not_go_along() -> None:
    # B was handed an older notice by hand; its due date is estimated, so no new one
    events = (*path_to("letter-2", "A"), event(9, "2026-10-01", "notice", "B"))
    older = item("B", "2026-08-01", due_is_estimated=True)
    found = decided(item("A", "2026-08-01"), older, events=events)
    assert (found.step, demanded(found)) == ("notice", ["A"])
    sure = decided(item("A", "2026-08-01"), item("B", "2026-08-01"), events=events)
    assert (sure.step, demanded(sure)) == ("handover", ["B"])


def test_a_second_reminder_that_lists_an_item_again_does_not_put_its_call_off() -> None:
    # A: reminded on the 10th and, with B, on the 20th; its call is 5 days after the 10th
    events = (event(1, "2026-11-10", "mail-1"), event(2, "2026-11-18", "mail-1", "A", "B"))
    found = decided(item("A", "2026-11-05"), item("B", "2026-11-15"), events=events)
    assert (found.step, demanded(found)) == ("call-1", ["A", "B"])
    first = next(line for line in found.lines if line.item.number == "A")
    assert (first.position_date, first.next_date) == (date(2026, 11, 10), date(2026, 11, 15))


def test_the_wait_after_a_second_notice_counts_from_that_one() -> None:
    # presented on 5 and on 12 November: 12 + 8 = Fri 20, then 3 bank days: Wed 25
    events = (
        *path_to("letter-2"),
        event(6, "2026-11-02", "notice", channel="registered_letter"),
        event(7, "2026-11-05", "notice", outcome="delivered"),
        event(8, "2026-11-09", "notice", channel="registered_letter"),
        event(9, "2026-11-12", "notice", outcome="delivered"),
    )
    late = item("A", "2026-08-01")
    assert decided(late, events=events, as_of=date(2026, 11, 24)).step == ""
    assert decided(late, events=events, as_of=date(2026, 11, 25)).step == "handover"


@pytest.mark.parametrize(
    ("presented", "first_day"),
    [
        ("2026-11-05", "2026-11-18"),  # 5 + 8 = Fri 13; 3 bank days: Wed 18
        ("2026-11-02", "2026-11-16"),  # as it was posted: Tue 10; 12, 13 and 16, for the 11th
        ("2026-11-01", "2026-11-20"),  # before it: that of another letter; 2 + 15, 3 bank days
    ],
)
def test_the_wait_counts_from_the_presentation_and_not_from_the_day_it_was_typed(
    presented: str, first_day: str
) -> None:
    posted = event(6, "2026-11-02", "notice", channel="registered_letter")
    typed = event(7, "2026-11-10", "notice", outcome="delivered")
    seen = replace(typed, document=f"d6@{presented}")
    events = (*path_to("letter-2"), posted, seen)
    day = date.fromisoformat(first_day)
    late = item("A", "2026-08-01")
    assert decided(late, events=events, as_of=day).step == "handover"
    assert decided(late, events=events, as_of=day - timedelta(days=1)).step == ""


def test_a_notice_taken_over_leaves_the_longer_wait() -> None:
    # posted Mon 2 November before Relance: + 15 = Tue 17, 3 bank days: Fri 20
    taken = item("A", "2026-08-01", last_step="notice", last_step_date=date(2026, 11, 2))
    assert decided(taken, as_of=date(2026, 11, 19)).step == ""
    assert decided(taken, as_of=date(2026, 11, 20)).step == "handover"


def scenario(*steps: dict[str, object]) -> Setting:
    policy = from_rows("own", [(f"ligne {n}", step) for n, step in enumerate(steps, 1)])
    return Setting(CREDITOR, policies={"own": policy})


NOTICE: dict[str, object] = {
    "code": "notice", "phase": 3, "offset": 30, "anchor": "due", "channel": "registered_letter",
    "document": "formal_notice", "deadline": 8,
}  # fmt: skip
AFTER: dict[str, object] = {
    "code": "after", "phase": 3, "offset": 8, "anchor": "presented", "channel": "email",
}  # fmt: skip
OVER: dict[str, object] = {
    "code": "over", "phase": 4, "offset": 15, "anchor": "presented", "channel": "none",
    "document": "", "bank_days": 3,
}  # fmt: skip


def test_in_an_own_scenario_the_wait_counts_from_the_notice_wherever_it_stands() -> None:
    own = replace(CLIENT, policy="own")
    events = (
        event(1, "2026-11-02", "notice", channel="registered_letter"),
        event(2, "2026-11-05", "notice", outcome="delivered"),
        event(3, "2026-11-16", "after"),
    )
    found = decided(
        item("A", "2026-08-01"), events=events, debtor=own, setting=scenario(NOTICE, AFTER, OVER),
        as_of=date(2026, 11, 18),
    )  # fmt: skip
    assert found.lines[0].next_date == date(2026, 11, 18)  # 5 + 8 = Fri 13, 3 bank days: Wed 18


def test_a_step_after_a_notice_that_the_profile_leaves_out_goes_by_its_delay() -> None:
    mail: dict[str, object] = {"code": "mail", "phase": 1, "offset": 1, "anchor": "due"}
    own = scenario(mail, {**NOTICE, "anchor": "previous"}, AFTER).policies["own"]
    own = replace(own, bends={"evades": Bend(skip=("notice",))})
    found = decided(
        item("A", "2026-09-01"), events=(event(1, "2026-11-02", "mail"),),
        debtor=replace(CLIENT, policy="own", profile="evades", evasion_confirmed=True),
        setting=Setting(CREDITOR, policies={"own": own}),
    )  # fmt: skip
    assert (found.step, found.lines[0].next_date) == ("after", date(2026, 11, 10))  # 2 + 8


# -- Belgian consumers -------------------------------------------------------


def test_an_item_in_its_fourteen_days_does_not_go_with_a_letter_that_claims() -> None:
    # A: e-mail of 2 November, claims from the 17th; B: e-mail of the 12th, claims from the 27th
    events = (
        event(1, "2026-11-02", "mail-1", "A"),
        event(2, "2026-11-09", "call-1", "A"),
        event(3, "2026-11-12", "mail-1", "B"),
        event(4, "2026-11-17", "call-1", "B"),
        event(5, "2026-11-17", "confirmation", "B"),
    )
    items = (item("A", "2026-10-30", "820"), item("B", "2026-11-10", "400"))
    found = decided(*items, events=events, debtor=PERSON)
    assert (found.step, demanded(found)) == ("letter-1", ["A"])
    later = decided(*items, events=events, debtor=PERSON, as_of=date(2026, 11, 27))
    assert (later.step, demanded(later)) == ("letter-1", ["A", "B"])


def test_a_call_does_not_stand_for_a_belgian_consumers_first_reminder() -> None:
    called = event(1, "2026-11-02", "mail-1", channel="phone", outcome="done")
    rest = (event(2, "2026-11-09", "call-1"), event(3, "2026-11-09", "confirmation"))
    found = decided(item("A", "2026-10-30"), events=(called, *rest), debtor=PERSON)
    assert (found.step, str(found.totals[0].fee)) == ("mail-1", "0.00")


def test_a_consumers_first_reminder_is_written_whatever_policy_they_follow() -> None:
    shy = replace(PERSON, first_channel="phone", policy="fr-b2b")
    assert decided(item("A", "2026-11-10"), debtor=shy).channel == "email"


def test_a_belgian_consumers_free_reminder_waits_for_what_was_sold() -> None:
    # CDE, art. XIX.2: it describes the product, else the fourteen days do not begin.
    bare = item("A", "2026-11-10", description="")
    found = decided(bare, debtor=PERSON)
    assert (found.step, codes(found)) == ("mail-1", ["undescribed"])
    # A second invoice that is described goes alone.
    found = decided(bare, item("B", "2026-11-10"), debtor=PERSON)
    assert (found.step, codes(found), demanded(found)) == ("mail-1", [], ["B"])


def test_a_reminder_that_has_gone_needs_no_description_any_more() -> None:
    # Reminded by e-mail on the 2nd: the days are over on the 16th, the call has been due since.
    reminded = event(1, "2026-11-02", "mail-1", "A")
    found = decided(item("A", "2026-10-30", description=""), events=(reminded,), debtor=PERSON)
    assert (found.step, codes(found)) == ("call-1", [])


def test_a_belgian_firm_is_reminded_without_a_description() -> None:
    firm = replace(PERSON, kind="business")
    found = decided(item("A", "2026-11-10", description=""), debtor=firm)
    assert (found.step, codes(found)) == ("mail-1", [])


# -- what was handed over ----------------------------------------------------


def test_what_was_handed_over_is_dunned_no_more_even_once_little_is_left() -> None:
    left = item("A", "2025-06-01", "1000", paid=Decimal(980))  # 20.00: the short path
    events = tuple(replace(one, day=one.day.replace(year=2025)) for one in path_to("handover"))
    found = decided(left, events=events)
    assert (found.step, codes(found)) == ("", ["handed_over", "below_minimum"])
    told = replace(left, last_step="handover", last_step_date=date(2025, 9, 1))
    assert decided(told).step == ""


# -- what was taken over -----------------------------------------------------


@pytest.mark.parametrize(
    ("told", "step", "since"),
    [
        ("letter-1@2026-11-09", "call-2", date(2026, 11, 9)),
        ("letter-1@jamais", "mail-1", None),  # a day that somebody has edited says nothing
    ],
)
def test_a_step_taken_over_counts_from_the_day_that_the_journal_gives(
    told: str, step: str, since: date | None
) -> None:
    taken = replace(event(1, "2026-11-16", "takeover", channel="", outcome="done"), document=told)
    found = decided(item("A", "2026-10-01"), events=(taken,))
    assert (found.step, found.lines[0].position_date) == (step, since)


# -- contacts ----------------------------------------------------------------


def test_a_profile_that_calls_sooner_does_not_wait_for_the_interval() -> None:
    # reminded on Fri 20; a slow payer is called 3 days later, others 5
    reminded = (event(1, "2026-11-20", "mail-1"),)
    late = item("A", "2026-11-10")
    slow = replace(CLIENT, profile="delays")
    assert (decided(late, events=reminded, debtor=slow).step, MONDAY.day) == ("call-1", 20 + 3)
    assert codes(decided(late, events=reminded, debtor=slow)) == []
    assert decided(late, events=reminded).step == ""
    own = replace(slow, minimum_interval=4)
    assert codes(decided(late, events=reminded, debtor=own)) == ["interval"]


@pytest.mark.parametrize("confirmed", [False, True])
@pytest.mark.parametrize(
    ("last", "held"),
    [("2026-11-19", ["interval"]), ("2026-11-18", [])],  # 19 + 5 = 24; 18 + 5 = 23, today
)
def test_a_reminder_from_before_relance_is_a_contact_before_and_after_the_take_over(
    last: str, held: list[str], confirmed: bool
) -> None:
    told = item("A", "2026-11-12", last_step="mail-1", last_step_date=date.fromisoformat(last))
    line = event(1, "2026-11-20", "takeover", channel="", outcome="done")
    taken = (replace(line, direction="", document=f"mail-1@{last}"),) if confirmed else ()
    found = decided(told, item("B", "2026-11-20"), events=taken)
    assert (found.step, codes(found)) == ("mail-1" if held else "call-1", held)


def test_a_take_over_of_nothing_done_is_no_contact() -> None:
    line = event(1, "2026-11-20", "takeover", channel="", outcome="done")
    nothing = replace(line, direction="", document="@2026-11-20")
    assert codes(decided(item("A", "2026-11-12"), events=(nothing,))) == []


def test_a_step_of_the_sheet_that_the_journal_knows_is_no_contact_of_its_own() -> None:
    # the reminder of the 20th bounced: the sheet still shows it, the journal has voided it
    bounced = replace(event(2, "2026-11-20", "mail-1", outcome="bounced"), document="d1")
    stale = item("A", "2026-11-10", last_step="mail-1", last_step_date=date(2026, 11, 20))
    found = decided(stale, events=(event(1, "2026-11-20", "mail-1"), bounced))
    assert (found.step, codes(found)) == ("mail-1", [])


CALLED = (event(1, "2026-11-16", "mail-1"), event(2, "2026-11-23", "call-1"))


def test_a_call_is_not_confirmed_where_no_document_can_be_written() -> None:
    late = item("A", "2026-11-10")
    assert decided(late, events=CALLED).step == "confirmation"
    nowhere = replace(CLIENT, payables=Contact("", "", "03"), address=Address())
    assert decided(late, events=CALLED, debtor=nowhere).step == ""
    german = Setting(replace(CREDITOR, country="DE"))
    assert decided(late, events=CALLED, setting=german).step == ""


def test_a_call_about_a_debt_that_credits_cover_is_not_confirmed() -> None:
    credit = Receivable("N", "C1", "credit_note", issued=MONDAY, amount=Decimal(-1000))
    assert decided(item("A", "2026-11-10"), credit, events=CALLED).step == ""


def test_a_call_on_a_day_that_is_not_over_the_confirmation_delay_waits_for_a_due_step() -> None:
    # called on Wed 18, B due for its first reminder on Mon 23: the reminder speaks
    called = (event(1, "2026-11-10", "mail-1"), event(2, "2026-11-18", "call-1"))
    found = decided(item("A", "2026-11-01"), item("B", "2026-11-18"), events=called)
    assert (found.step, codes(found)) == ("mail-1", [])


def test_an_event_of_a_later_day_is_not_known_yet() -> None:
    sent = (event(1, "2026-11-24", "mail-1"),)
    assert decided(item("A", "2026-11-10"), events=sent).step == "mail-1"


# -- sums --------------------------------------------------------------------


def test_a_credit_in_dollars_hides_no_debt_in_euros() -> None:
    credit = Receivable("N", "C1", "payment", currency="USD", amount=Decimal(-5000))
    found = decided(item("A", "2026-11-10", "1000"), credit)
    assert (found.step, codes(found), demanded(found)) == ("mail-1", [], ["A"])


def test_a_small_sum_in_each_of_two_currencies_is_small() -> None:
    # 30.00 EUR and 30 USD do not make 60: the short path
    called = (event(1, "2026-11-02", "mail-1", "A", "B"),)
    items = (item("A", "2026-10-30", "30"), item("B", "2026-10-30", "30", currency="USD"))
    assert decided(*items, events=called).step == "letter-1"
    assert decided(items[0], item("B", "2026-10-30", "30"), events=called).step == "call-1"


def test_a_total_that_credits_cover_is_settled_not_small() -> None:
    called = (event(1, "2026-11-02", "mail-1"),)
    credit = Receivable("N", "C1", "payment", issued=MONDAY, amount=Decimal(-1000))
    found = decided(item("A", "2026-10-30"), credit, events=called)
    assert codes(found) == ["covered_by_credits"]
    assert found.blocked_by[0].facts == {
        "reason": "net", "credits": Decimal(1000), "owed": Decimal(1000), "open": Decimal(0),
        "currency": "EUR",
    }  # fmt: skip


def test_the_credit_that_covers_is_named_in_its_own_currency() -> None:
    dollars = item("B", "2026-10-30", "70", currency="USD")
    credit = Receivable("N", "C1", "payment", currency="USD", amount=Decimal(-70))
    young = item("A", "2026-12-30")
    found = decided(young, dollars, credit)
    assert found.blocked_by[0].facts["currency"] == "USD"


# -- what the register says of associations ----------------------------------


@pytest.mark.parametrize(("kind", "held"), [("other", True), ("consumer", False)])
def test_whoever_stands_in_the_register_is_looked_up_before_a_notice(kind: str, held: bool) -> None:
    debtor = replace(CLIENT, kind=kind, procedure=Procedure())  # type: ignore[arg-type]
    events = (
        event(1, "2026-08-03", "mail-1"),
        event(2, "2026-08-10", "call-1"),
        event(3, "2026-08-18", "letter-1"),
        event(4, "2026-09-01", "letter-2"),
    )
    found = decided(item("A", "2026-07-31"), events=events, debtor=debtor)
    assert (found.step, codes(found) == ["procedure_unverified"]) == ("notice", held)


# -- balances without invoices -----------------------------------------------


def balance(currency: str = "EUR") -> Receivable:
    return Receivable(balance_number(currency), "C1", amount=Decimal(700), currency=currency)


def test_a_balance_without_invoices_leads_to_calls_until_it_is_paid() -> None:
    found = decided(balance())
    assert (found.step, found.document, codes(found)) == ("call-1", "call_sheet", [])
    assert found.why[0].code == "balance_only"
    # fr-b2b: call-2 is 8 + 6 days after call-1 (letter-1 is between): Mon 9 + 14 = Mon 23
    events = [event(1, "2026-11-09", "call-1", "SOLDE")]
    early = decided(balance(), events=tuple(events), as_of=date(2026, 11, 20))
    assert (early.step, codes(early), early.next_date) == ("", [], MONDAY)
    second = decided(balance(), events=tuple(events))
    assert (second.step, second.document, codes(second)) == ("call-2", "call_sheet", [])
    assert (second.why[0].code, second.why[0].facts["last_date"]) == (
        "balance_again", date(2026, 11, 9),
    )  # fmt: skip
    # then the last call again every 30 days: 23 November + 30 = 23 December, 22 January
    for number, done, next_day in ((2, MONDAY, date(2026, 12, 23)), (3, date(2026, 12, 23),
                                   date(2027, 1, 22))):  # fmt: skip
        events.append(event(number, done.isoformat(), "call-2", "SOLDE"))
        eve = decided(balance(), events=tuple(events), as_of=next_day - timedelta(days=1))
        again = decided(balance(), events=tuple(events), as_of=next_day)
        assert (eve.step, again.step, again.document) == ("", "call-2", "call_sheet")
    paid = replace(balance(), paid=Decimal(700))
    assert decided(paid, events=tuple(events), as_of=date(2027, 1, 22)).step == ""


@pytest.mark.parametrize(
    ("kind", "next_day"),
    [("consumer", date(2026, 12, 9)), ("public", date(2026, 12, 9))],  # 9 November + 30
)
def test_where_the_policy_has_one_call_it_comes_again(kind: str, next_day: date) -> None:
    person = replace(CLIENT, kind=kind)  # type: ignore[arg-type]
    called = (event(1, "2026-11-09", "call-1", "SOLDE"),)
    eve = next_day - timedelta(days=1)
    assert decided(balance(), events=called, debtor=person, as_of=eve).step == ""
    assert decided(balance(), events=called, debtor=person, as_of=next_day).step == "call-1"


def test_calls_about_a_balance_stay_within_the_budget() -> None:
    # call-2 is due on Monday 23; somebody wrote to the debtor on Friday 20
    events = (
        event(1, "2026-11-09", "call-1", "SOLDE"), event(2, "2026-11-20", "mail-1", "Z"),
    )  # fmt: skip
    assert codes(decided(balance(), events=events)) == ["interval"]


def test_a_balance_that_is_held_is_not_spoken_of() -> None:
    held = replace(balance(), status="on_hold")
    assert codes(decided(held)) == ["on_hold"]


def test_a_balance_is_never_written_about() -> None:
    # the other channel after a call would be written, and a letter must name invoices
    called_before = (event(1, "2026-11-10", "call-1", "A"),)
    found = decided(balance(), events=called_before)
    assert (found.step, found.channel, found.document, codes(found)) == (
        "call-1", "phone", "call_sheet", [],
    )  # fmt: skip
    called = (event(1, "2026-11-23", "call-1", "SOLDE"),)
    assert decided(balance(), events=called).step == ""


def test_a_balance_that_is_too_small_for_calls_waits() -> None:
    small = replace(balance(), amount=Decimal(30))
    assert decided(small).step == ""


# -- shapes ------------------------------------------------------------------


def test_a_step_of_its_day_comes_once_a_day_even_when_all_at_once() -> None:
    """The whole path, each step done on its day, never twice and never backwards."""
    setting, late = SETTING, item("A", "2026-03-02")
    events: tuple[Event, ...] = ()
    seen: list[str] = []
    for ahead in range(1, 120):
        day = date(2026, 3, 2) + timedelta(days=ahead)
        debtor = replace(CLIENT, procedure=Procedure(verified_on=day))
        found = decided(late, events=events, debtor=debtor, setting=setting, as_of=day)
        if found.step and not found.blocked_by:
            seen.append(found.step)
            outcome: Outcome = "done" if found.document in ("call_sheet", "") else "sent"
            sent = Event(
                len(events) + 1, day, "C1", ("A",), found.step, found.channel, "out", outcome,
                f"d{len(events)}",
            )  # fmt: skip
            events += (sent,)
    # a call is confirmed on the next day on which the agenda is read
    assert seen == [
        "mail-1", "call-1", "confirmation", "letter-1", "call-2", "confirmation", "letter-2",
        "notice", "handover",
    ]  # fmt: skip


def test_a_policy_keeps_the_end_of_the_path_when_it_is_shortened() -> None:
    policy: Policy = load("fr-b2b")
    assert policy.short().marks.ends == policy.marks.ends == {"handover"}
    assert [step.code for step in policy.short().steps] == ["mail-1", "letter-1"]


def test_the_iban_is_that_of_the_currency() -> None:
    assert (CREDITOR.iban("EUR"), CREDITOR.iban("USD")) == ("FR76", "")
