"""A step keeps its meaning under another code: claims, delays and blocks follow what it does."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from relance.core.decide import decide
from relance.core.meaning import Marks, first_reminder, former_codes
from relance.core.policy import Policy, Step, from_rows, load, shipped_marks
from relance.core.policy_text import policies_from_text, to_text
from relance.core.records import (
    Address,
    Case,
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
from relance.core.steps import position_of

DUE = date(2026, 3, 2)  # a Monday
OURS = "maison."
FIRM = Debtor(
    "C1", "Client", "business", "FR", payables=Contact("Julie", "j@client.example", "03 20"),
    address=Address("1 rue", "", "59000", "Lille"),
)  # fmt: skip
PERSON = replace(FIRM, kind="consumer")
BELGIAN = replace(FIRM, kind="consumer", country="BE")
DEBTORS: Mapping[str, tuple[str, Debtor]] = {
    "fr-b2b": ("fr-b2b", FIRM),
    "fr-b2c": ("fr-b2c", PERSON),
    "be-b2c": ("be-b2c", BELGIAN),
    "fr-b2b, nature non donnée": ("fr-b2b", replace(FIRM, kind="")),
    "fr-b2b, parcours court": ("fr-b2b", replace(FIRM, profile="evades", evasion_confirmed=True)),
    "fr-b2b, retardataire": ("fr-b2b", replace(FIRM, profile="delays")),
}
DRAFT_OF: Mapping[str, Outcome] = {"call_sheet": "done", "": "done"}


def cells(step: Step) -> dict[str, object]:
    return {name: value for name, value in asdict(step).items() if value is not None}


def renamed(code: str, name: Callable[[str], str] = lambda code: OURS + code) -> Policy:
    """A shipped policy whose steps all have other codes, as the sheet `Scénario` may give it."""
    rows = [(f"ligne {n}", cells(step)) for n, step in enumerate(load(code).steps, 1)]
    ours = [(where, {**row, "code": name(str(row["code"]))}) for where, row in rows]
    return from_rows(code, ours, base=load(code))


def setting(*policies: Policy) -> Setting:
    creditor = Creditor(
        name="Atelier", country="FR", consumer_clause=True, bank_data_until=date(2027, 12, 31),
        ibans=(("EUR", "FR76"),),
    )  # fmt: skip
    shipped = policies_from_text("")
    return Setting(creditor, policies={**shipped, **{one.code: one for one in policies}})


def plain(code: str) -> str:
    return code.removeprefix(OURS)


def told(found: Decision) -> tuple[object, ...]:
    """Everything that a decision says, with the shipped codes."""
    lines = [
        (line.claim, plain(line.position), line.position_date, plain(line.next_step),
         line.next_date, line.demanded, [reason.code for reason in line.blocked])
        for line in found.lines
    ]  # fmt: skip
    return (
        found.as_of, plain(found.step), found.phase, found.channel, found.document, found.totals,
        found.next_date, [reason.code for reason in found.why],
        [reason.code for reason in found.blocked_by], lines,
    )  # fmt: skip


def play(before: Setting, after: Setting, switch: date, debtor: Debtor) -> list[Decision]:
    """A debtor who never pays: every decision of 170 days, under other policies from `switch` on.

    Each document goes out on its day; a notice is presented three days later.
    """
    owed = Receivable("A", "C1", issued=DUE, due=DUE, amount=Decimal(5000), description="Table")
    events: list[Event] = []
    found: list[Decision] = []
    for ahead in range(-10, 160):
        day = DUE + timedelta(days=ahead)
        checked = replace(debtor, procedure=Procedure(verified_on=day))
        rules = before if day < switch else after
        decision = decide(Case(checked, (owed,), tuple(events)), rules, day)
        found.append(decision)
        if decision.step and not decision.blocked_by:
            outcome = DRAFT_OF.get(decision.document, "sent")
            events.append(_event(len(events) + 1, day, decision.step, decision.channel, outcome))
        posted = [one for one in events if one.channel == "registered_letter"]
        if posted and posted[-1].outcome == "sent" and day == posted[-1].day + timedelta(days=3):
            presented = replace(posted[-1], number=len(events) + 1, day=day, outcome="delivered")
            events.append(presented)
    return found


def _event(number: int, day: date, step: str, channel: str, outcome: Outcome) -> Event:
    return Event(
        number, day, "C1", ("A",), step, channel, "out", outcome, f"d{number}"  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize("name", DEBTORS)
def test_renamed_steps_are_decided_claimed_and_held_as_the_shipped_ones(name: str) -> None:
    code, debtor = DEBTORS[name]
    ours, theirs = setting(renamed(code)), setting()
    shipped = play(theirs, theirs, DUE, debtor)
    assert [told(one) for one in play(ours, ours, DUE, debtor)] == [told(one) for one in shipped]
    last = "notice" if debtor.kind else "letter-2"  # the play goes to where the law counts
    assert last in {one.step for one in shipped}


@pytest.mark.parametrize("after", range(1, 100, 9))
@pytest.mark.parametrize("name", DEBTORS)
def test_steps_that_are_renamed_on_the_way_lose_nothing_of_what_was_done(
    name: str, after: int
) -> None:
    code, debtor = DEBTORS[name]
    theirs = setting()
    shipped = play(theirs, theirs, DUE, debtor)
    switched = play(theirs, setting(renamed(code)), DUE + timedelta(days=after), debtor)
    assert [told(one) for one in switched] == [told(one) for one in shipped]


def test_what_the_law_asks_for_is_known_by_the_codes_of_all_policies() -> None:
    assert shipped_marks() == Marks(
        first_reminders=frozenset({"mail-1"}),
        notices=frozenset({"notice"}),
        ends=frozenset({"handover"}),
    )
    ours = setting(renamed("fr-b2c")).marks
    assert ours.notices == {"notice", "maison.notice"}
    assert ours.first_reminders == {"mail-1", "maison.mail-1"}
    assert ours.ends == {"handover", "maison.handover"}


def test_a_former_code_stands_for_the_step_that_took_its_place() -> None:
    ours = renamed("fr-b2b")
    assert position_of(ours, "letter-2") == position_of(ours, "maison.letter-2") == 5
    step = ours.step("call-2")
    assert step is not None
    assert step.code == "maison.call-2"
    # the canonical text of the cells says the same
    assert policies_from_text(to_text([ours]))["fr-b2b"] == ours


def steps(*wanted: str) -> list[Step]:
    """Steps of fr-b2b by their codes; "old>new" gives one a new code."""
    found = []
    for name in wanted:
        old, _, new = name.partition(">")
        step = load("fr-b2b").step(old)
        assert step is not None
        found.append(replace(step, code=new or old))
    return found


@pytest.mark.parametrize(
    ("now", "former"),
    [
        (("mail-1", "letter-1", "letter-2"), {}),
        (("mail-1", "letter-1>l1", "letter-2"), {"letter-1": "l1"}),
        (("mail-1", "letter-1>l1", "letter-2>l2"), {"letter-1": "l1", "letter-2": "l2"}),
        # letter-1 is no more: letter-2 did not take its place, it was there before
        (("mail-1", "letter-2"), {}),
        # one letter of two is left, under a new name: the first of them stands for it
        (("mail-1", "letter-2>last"), {"letter-1": "last"}),
        # a call is no letter, a phase no other phase
        (("mail-1", "call-1>c1", "letter-2"), {}),
        (("pre>p", "mail-1", "letter-2"), {}),
    ],
)
def test_a_step_takes_the_place_of_the_one_of_its_form_in_its_phase(
    now: tuple[str, ...], former: dict[str, str]
) -> None:
    assert former_codes(steps("mail-1", "letter-1", "letter-2"), steps(*now)) == former


def test_the_first_reminder_is_the_first_one_that_is_always_written() -> None:
    call = replace(load("fr-b2b").steps[2], code="call-0", phase=1)
    either = replace(load("fr-b2b").steps[1], code="either", channel="other")
    mail = load("fr-b2b").steps[1]
    assert first_reminder([call, either, mail]) is mail
    assert first_reminder([call, either]) is None
    assert first_reminder(load("fr-b2b").steps[2:]) is None  # no letter of a later phase
