"""Policies: shipped ones load, contradictions are refused where they stand, profiles bend."""

from dataclasses import fields
from decimal import Decimal

import pytest

from relance.core.errors import BadPolicyError
from relance.core.policy import Step, codes, for_regime, from_rows, from_toml, load
from relance.core.policy_text import from_text, of_regime, policies_from_text, to_text
from relance.core.regimes import REGIMES

PRE = {"code": "pre", "phase": 0, "offset": -7, "anchor": "due"}
MAIL = {"code": "mail-1", "phase": 1, "offset": 1, "anchor": "due", "latest": 5}
CALL = {"code": "call-1", "phase": 2, "offset": 5, "channel": "phone", "document": "call_sheet"}
NOTICE = {
    "code": "notice", "phase": 3, "offset": 8, "channel": "registered_letter",
    "document": "formal_notice", "deadline": 8,
}  # fmt: skip


def rows(*cells: dict[str, object]) -> list[tuple[str, dict[str, object]]]:
    return [(f"ligne {n}", one) for n, one in enumerate(cells, 1)]


def test_the_five_policies_are_shipped_and_every_regime_follows_one() -> None:
    assert codes() == ("be-b2b", "be-b2c", "fr-b2b", "fr-b2c", "fr-pub")
    assert {for_regime(regime) for regime in REGIMES} == set(codes())


def test_ages_of_fr_b2b_are_the_sums_of_its_delays() -> None:
    # -7; 1; 1+5=6; 6+8=14; 14+6=20; 20+8=28; 28+8=36; 36+15+3=54
    assert load("fr-b2b").ages == (-7, 1, 6, 14, 20, 28, 36, 54)


@pytest.mark.parametrize(
    ("days", "phase"),
    [(-8, None), (-7, 0), (0, 0), (1, 1), (5, 1), (6, 2), (35, 2), (36, 3), (53, 3), (54, 4)],
)
def test_phase_by_age_of_fr_b2b_at_each_boundary(days: int, phase: int | None) -> None:
    assert load("fr-b2b").phase_by_age(days) == phase


def test_a_public_invoice_a_few_days_late_is_in_no_phase_yet() -> None:
    # the status check ends on the due date, the first reminder comes at J+8
    assert [load("fr-pub").phase_by_age(days) for days in (0, 1, 7, 8)] == [0, None, None, 1]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({**MAIL, "code": " "}, "blank_code"),
        ({**MAIL, "code": "a,b"}, "blank_code"),
        ({**MAIL, "phase": 5}, "bad_phase"),
        ({**MAIL, "channel": "pigeon"}, "bad_channel"),
        ({**MAIL, "document": "poem"}, "bad_document"),
        ({**MAIL, "anchor": "moon"}, "bad_anchor"),
        ({**MAIL, "claims": "all"}, "bad_claims"),
        ({**MAIL, "offset": -1}, "negative_offset"),
        ({**PRE, "offset": 1}, "late_prevention"),
        ({**MAIL, "offset": 0}, "reminder_before_late"),
        ({**MAIL, "bank_days": -1}, "negative_bank_days"),
        ({**MAIL, "latest": 0}, "latest_before_offset"),
        ({**NOTICE, "anchor": "due", "deadline": None}, "notice_needs_deadline"),
        ({**NOTICE, "anchor": "due", "phase": 2}, "notice_out_of_phase"),
        ({**NOTICE, "anchor": "due", "channel": "letter"}, "notice_needs_registered"),
        ({**CALL, "anchor": "due", "channel": "letter"}, "call_needs_phone"),
        ({**MAIL, "document": ""}, "channel_without_document"),
        ({**MAIL, "court": True}, "court_too_early"),
        ({**MAIL, "anchor": "previous"}, "first_step_needs_due"),
        ({**MAIL, "colour": "red"}, "unknown_key"),
        ({"code": "mail-1", "phase": 1}, "missing"),
        ({**MAIL, "offset": "one"}, "wrong_type"),
        ({**MAIL, "offset": True}, "wrong_type"),
    ],
)
def test_a_step_that_contradicts_itself_is_refused_with_its_line(
    row: dict[str, object], reason: str
) -> None:
    with pytest.raises(BadPolicyError) as refused:
        from_rows("mine", rows(row))
    assert (refused.value.facts["where"], refused.value.facts["reason"]) == ("ligne 1", reason)


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        (MAIL, "duplicate_step"),
        ({**PRE, "code": "again"}, "phase_goes_back"),
        (
            {"code": "end", "phase": 4, "offset": 15, "anchor": "presented", "channel": "none",
             "document": ""},
            "presented_without_notice",
        ),
        (  # phase 3 is no notice by itself
            {**NOTICE, "document": "letter", "channel": "letter", "anchor": "presented"},
            "presented_without_notice",
        ),
    ],
)  # fmt: skip
def test_steps_that_contradict_each_other_are_refused_with_the_second_line(
    second: dict[str, object], reason: str
) -> None:
    with pytest.raises(BadPolicyError) as refused:
        from_rows("mine", rows(MAIL, second))
    assert (refused.value.facts["where"], refused.value.facts["reason"]) == ("ligne 2", reason)


def test_a_policy_without_steps_is_refused() -> None:
    with pytest.raises(BadPolicyError) as refused:
        from_rows("mine", [])
    assert refused.value.facts["reason"] == "no_steps"


def test_a_toml_policy_names_file_and_line_of_its_fault() -> None:
    text = 'code = "x"\n\n[[steps]]\ncode = "mail-1"\nphase = 9\noffset = 1\nanchor = "due"\n'
    with pytest.raises(BadPolicyError) as refused:
        from_toml(text, "x.toml")
    assert refused.value.facts["where"] == "x.toml, ligne 3"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("code = ", "not_toml"),
        ('[[steps]]\ncode="m"\nphase=1\noffset=1\nanchor="due"\n', "missing"),
        ('code="x"\n[values]\nspeed=3\n[[steps]]\ncode="m"\nphase=1\noffset=1\nanchor="due"\n',
         "unknown_key"),
    ],
)  # fmt: skip
def test_other_faults_of_a_toml_policy_are_named(text: str, reason: str) -> None:
    with pytest.raises(BadPolicyError) as refused:
        from_toml(text, "x.toml")
    assert refused.value.facts["reason"] == reason


def test_a_users_policy_takes_the_values_that_it_does_not_give_from_the_one_it_replaces() -> None:
    text = 'code="fr-b2c"\n[values]\nreply_days=9\n[[steps]]\ncode="m"\nphase=1\noffset=1\n'
    own = from_toml(text + 'anchor="due"\n', "mien.toml")
    # weekly_attempts: 1 in fr-b2c, 2 by habit; the skipped steps of a profile: those of fr-b2c
    assert (own.values.reply_days, own.values.weekly_attempts, own.regimes) == (
        9, 1, ("FR-B2C", "DE-B2C"),
    )  # fmt: skip
    assert own.bends == load("fr-b2c").bends
    new = from_toml(text.replace("fr-b2c", "maison") + 'anchor="due"\n', "mien.toml")
    assert (new.values.reply_days, new.values.weekly_attempts, new.regimes) == (9, 2, ())


def test_a_policy_may_say_how_a_profile_bends_it() -> None:
    text = 'code="x"\n[profiles.delays]\nskip=["m"]\n[[steps]]\ncode="m"\nphase=1\noffset=1\n'
    own = from_toml(text + 'anchor="due"\n', "x.toml")
    assert own.bent("delays").steps == ()
    assert own.bends["forgot"].written_only_until == 10  # by habit


@pytest.mark.parametrize(
    ("code", "days"),
    [("fr-b2b", 18), ("fr-b2c", 25), ("fr-pub", 25), ("be-b2b", 25), ("be-b2c", 25)],
)
def test_a_hand_over_without_a_presentation_waits_for_the_longer_delay(
    code: str, days: int
) -> None:
    # fr-b2b: 15 > 8 + 7 days at the post office; the others: 15 < 15 + 7; then 3 bank days
    assert load(code).delays[-1] == days


def test_an_unknown_policy_or_regime_is_refused() -> None:
    with pytest.raises(BadPolicyError):
        load("xx-b2b")
    with pytest.raises(BadPolicyError):
        for_regime("XX-B2B")
    with pytest.raises(BadPolicyError):
        from_text("", "xx-b2b")


def test_the_canonical_text_gives_back_every_shipped_policy() -> None:
    shipped = [load(code) for code in codes()]
    assert list(policies_from_text(to_text(shipped)).values()) == shipped


def test_an_override_in_the_text_keeps_the_values_of_the_policy_it_replaces() -> None:
    own = from_rows("fr-b2b", rows(MAIL, CALL), base=load("fr-b2b"))
    found = of_regime(to_text([own]), "FR-B2B")
    assert [step.code for step in found.steps] == ["mail-1", "call-1"]
    assert found.values == load("fr-b2b").values


def test_a_policy_of_the_users_own_name_may_be_added() -> None:
    own = from_rows("maison", rows(MAIL))
    assert from_text(to_text([own]), "maison").steps == own.steps


@pytest.mark.parametrize("text", ["nonsense", "fr-b2b:a,b", "fr-b2b:" + "x," * 13 + "0"])
def test_text_that_is_not_ours_is_refused(text: str) -> None:
    with pytest.raises(BadPolicyError):
        policies_from_text(text)


def test_a_profile_bends_the_policy_only_as_far_as_it_says() -> None:
    policy = load("fr-b2b")
    assert policy.bent("") is policy
    assert policy.bent("evades") is policy  # nobody has ticked the short path
    short = [step.code for step in policy.bent("evades", evasion_confirmed=True).steps]
    assert "call-2" not in short
    assert "letter-2" not in short
    early = policy.bent("delays").step("call-1")
    assert early is not None
    assert early.offset == 3  # instead of 5


def test_the_short_path_of_small_totals_repeats_its_last_step_every_year() -> None:
    short = load("fr-b2b").short()
    assert [step.code for step in short.steps] == ["mail-1", "letter-1"]
    assert short.repeat_last == 365


def test_amounts_of_a_policy_are_exact() -> None:
    assert load("fr-b2b").values.tolerance == Decimal("1.00")


def test_last_of_phase_and_step_by_code() -> None:
    policy = load("fr-b2b")
    assert policy.steps[policy.last_of_phase(2)].code == "letter-2"
    assert policy.last_of_phase(-1) == -1
    assert policy.step("nowhere") is None


def test_every_field_of_a_step_is_in_the_canonical_text() -> None:
    assert to_text([load("fr-b2b")]).split(";")[0].count(",") == len(fields(Step)) - 1
