"""A policy that loses what the law wants of it is refused, with the line where it does."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.core.test_meaning import BELGIAN, DUE, cells, setting

from relance.core.decide import decide
from relance.core.errors import BadPolicyError
from relance.core.policy import Policy, codes, from_rows, from_toml, load
from relance.core.records import Case, Event, Receivable

Rows = list[tuple[str, dict[str, object]]]
Change = Callable[[Rows], Rows]


def shipped(code: str) -> Rows:
    return [(f"ligne {n}", cells(step)) for n, step in enumerate(load(code).steps, 1)]


def edited(step: str, **changes: object) -> Change:
    """Change some cells of one step."""
    return lambda rows: [
        (where, {**row, **changes} if row["code"] == step else row) for where, row in rows
    ]


def without(*steps: str) -> Change:
    return lambda rows: [(where, row) for where, row in rows if row["code"] not in steps]


def with_first(**step: object) -> Change:
    """Put a step between prevention and the first reminder."""
    new = {"phase": 1, "offset": 1, "anchor": "due", **step}
    return lambda rows: [rows[0], ("ligne neuve", new), *rows[1:]]


def refusal(code: str, change: Change) -> tuple[object, object]:
    with pytest.raises(BadPolicyError) as refused:
        from_rows(code, change(shipped(code)), base=load(code))
    return refused.value.facts["where"], refused.value.facts["reason"]


@pytest.mark.parametrize("code", codes())
def test_each_shipped_policy_may_replace_itself(code: str) -> None:
    assert from_rows(code, shipped(code), base=load(code)) == load(code)


# Lines of be-b2c: 1 pre, 2 mail-1, 3 call-1, 4 letter-1, 5 notice, 6 handover.
@pytest.mark.parametrize(
    ("change", "where", "reason"),
    [
        (lambda rows: edited("call-1", anchor="due")(without("mail-1")(rows)), "ligne 1",
         "no_free_reminder"),
        (edited("mail-1", code="m", channel="phone", document="call_sheet"), "ligne 1",
         "no_free_reminder"),
        (edited("mail-1", code="m", channel="other"), "ligne 1", "no_free_reminder"),
        (edited("mail-1", phase=2), "ligne 2", "code_changes_meaning"),
        (edited("mail-1", claims="announced"), "ligne 2", "claims_before_reminder"),
        (edited("pre", claims="claimed"), "ligne 1", "claims_before_reminder"),
        (edited("mail-1", small=False), "ligne 2", "short_path_without_reminder"),
        (with_first(code="avant"), "ligne 2", "code_changes_meaning"),
    ],
)  # fmt: skip
def test_a_belgian_consumer_keeps_the_free_first_reminder(
    change: Change, where: str, reason: str
) -> None:
    assert refusal("be-b2c", change) == (where, reason)


def test_a_second_reminder_may_come_before_the_call() -> None:
    rows = edited("letter-1", code="encore", phase=1)(shipped("be-b2c"))
    rows[2], rows[3] = rows[3], rows[2]
    assert from_rows("be-b2c", rows, base=load("be-b2c")).marks.first_reminders == {"mail-1"}


def test_the_short_path_may_be_without_any_step() -> None:
    def change(rows: Rows) -> Rows:
        return [(where, {**row, "small": False}) for where, row in rows]

    policy = from_rows("be-b2c", change(shipped("be-b2c")), base=load("be-b2c"))
    assert policy.short().steps == ()


# Lines of fr-b2c: 1 pre, 2 mail-1, 3 call-1, 4 letter-1, 5 letter-2, 6 notice, 7 handover.
@pytest.mark.parametrize(
    ("change", "where"),
    [
        (edited("letter-2", claims="claimed"), "ligne 5"),
        (edited("call-1", claims="announced"), "ligne 3"),
        (lambda rows: edited("letter-1", claims="claimed")(without("notice", "handover")(rows)),
         "ligne 4"),
    ],
)  # fmt: skip
def test_a_french_consumer_is_claimed_nothing_before_the_notice(change: Change, where: str) -> None:
    assert refusal("fr-b2c", change) == (where, "claims_before_notice")


def test_a_french_consumers_policy_may_end_before_the_notice() -> None:
    rows = without("notice", "handover")(shipped("fr-b2c"))
    assert len(from_rows("fr-b2c", rows, base=load("fr-b2c")).steps) == 5


# Lines of fr-b2b: 6 letter-2, 7 notice, 8 handover.
@pytest.mark.parametrize(
    ("change", "where"),
    [
        # "notice" stands in journals as a formal notice: a plain letter needs another code
        (edited("notice", document="letter", channel="letter", deadline=None), "ligne 7"),
        (edited("handover", phase=3), "ligne 8"),
        (lambda rows: [*rows[:5], ("ligne 6", {**rows[6][1], "code": "letter-2"})], "ligne 6"),
    ],
)
def test_a_code_of_ours_keeps_what_it_means_in_journals(change: Change, where: str) -> None:
    def kept(rows: Rows) -> Rows:
        """Without the hand-over's need of a presentation, which is another rule."""
        return edited("handover", anchor="previous")(change(rows))

    assert refusal("fr-b2b", kept) == (where, "code_changes_meaning")


def test_a_french_policy_may_put_another_reminder_first() -> None:
    rows = with_first(code="bonjour", channel="email", document="email")(shipped("fr-b2b"))
    policy = from_rows("fr-b2b", rows, base=load("fr-b2b"))
    assert policy.marks.first_reminders == {"mail-1", "bonjour"}


TOML = """code = "{code}"
regimes = {regimes}
[[steps]]
code = "rappel"
phase = 2
offset = 10
anchor = "due"
"""


@pytest.mark.parametrize("regimes", ["[]", '["FR-B2B"]'])
def test_a_users_file_is_held_to_the_law_of_the_policy_it_replaces(regimes: str) -> None:
    with pytest.raises(BadPolicyError) as refused:
        from_toml(TOML.format(code="be-b2c", regimes=regimes), "mien.toml")
    assert refused.value.facts == {
        "where": "mien.toml, ligne 3", "reason": "no_free_reminder", "value": "BE-B2C",
    }  # fmt: skip
    assert from_toml(TOML.format(code="mien", regimes="[]"), "mien.toml").code == "mien"


def test_a_policy_made_for_others_holds_a_belgian_consumer() -> None:
    own = from_toml(TOML.format(code="mien", regimes="[]"), "mien.toml")
    late = Receivable("A", "C1", due=DUE, amount=load("fr-b2b").values.plan_from)
    case = Case(replace(BELGIAN, policy="mien"), (late,))
    found = decide(case, setting(own), DUE.replace(day=16))
    assert (found.step, [one.code for one in found.blocked_by]) == ("rappel", ["policy_unlawful"])
    firm = replace(case, debtor=replace(case.debtor, kind="business"))
    assert decide(firm, setting(own), DUE.replace(day=16)).blocked_by == ()


def test_a_first_reminder_that_claims_is_no_free_one() -> None:
    own = from_toml(
        TOML.format(code="mien", regimes="[]").replace(
            "phase = 2", 'phase = 1\nclaims = "claimed"'
        ),
        "mien.toml",
    )
    late = Receivable("A", "C1", due=DUE, amount=load("fr-b2b").values.plan_from)
    case = Case(replace(BELGIAN, policy="mien"), (late,))
    told = Event(1, DUE, "C1", ("A",), "takeover", outcome="done", document="rappel@2026-03-12")
    for events in ((), (told,)):
        found = decide(replace(case, events=events), setting(own), DUE.replace(day=16))
        assert [one.code for one in found.blocked_by] == ["policy_unlawful"]


@pytest.mark.parametrize("country", ["FR", "DE"])
@pytest.mark.parametrize(
    ("policy", "held"),
    [("fr-b2b", True), ("be-b2b", True), ("be-b2c", True), ("fr-b2c", False), ("", False)],
)
def test_a_policy_that_claims_before_the_notice_holds_who_owes_from_the_notice(
    country: str, policy: str, held: bool
) -> None:
    # letter-1 of fr-b2b and be-b2b announces, or claims; be-b2c claims after its free reminder
    person = replace(BELGIAN, country=country, policy=policy)
    late = Receivable("A", "C1", due=DUE, amount=load("fr-b2b").values.plan_from)
    found = decide(Case(person, (late,)), setting(), DUE.replace(day=16))
    assert found.step == "mail-1"
    other = [] if country == "FR" else ["indicative"]  # nothing is written in Germany unticked
    assert [one.code for one in found.blocked_by] == (["policy_unlawful"] if held else other)
    # the same for what is small, and before the letter that claims
    path = Event(1, DUE.replace(day=4), "C1", ("A",), "mail-1", "email", "out", "sent", "d1")
    small = replace(late, amount=load("fr-b2b").values.minimum_total / 2)
    for item in (late, small):
        later = decide(Case(person, (item,), (path,)), setting(), DUE.replace(day=31))
        assert ("policy_unlawful" in [one.code for one in later.blocked_by]) is held


def test_prevention_goes_out_whatever_the_policy() -> None:
    person = replace(BELGIAN, country="FR", policy="fr-b2b")
    late = Receivable("A", "C1", due=DUE, amount=load("fr-b2b").values.plan_from)
    found = decide(Case(person, (late,)), setting(), DUE - timedelta(days=4))
    assert (found.step, found.blocked_by) == ("pre", ())


def test_a_policy_with_a_written_first_reminder_will_do() -> None:
    shared: Mapping[str, Policy] = setting().policies
    late = Receivable("A", "C1", due=DUE, amount=shared["fr-b2b"].values.plan_from,
                      description="Table")  # fmt: skip
    case = Case(replace(BELGIAN, policy="fr-b2b"), (late,))
    found = decide(case, setting(), DUE.replace(day=16))
    assert (found.step, found.channel, found.blocked_by) == ("mail-1", "email", ())
