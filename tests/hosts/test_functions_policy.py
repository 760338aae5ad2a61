"""The step to do for one item, and why. Days are counted by hand from the delays of fr-b2b."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.policy import load
from relance.core.policy_text import to_text
from relance.hosts.functions import (
    DUNNING_ACTION,
    DUNNING_NEXT_DATE,
    DUNNING_PHASE,
    DUNNING_PHASE_BY_AGE,
    DUNNING_STEP,
    DUNNING_WHY,
)
from relance.wording.steps import ACTIONS

DUE = "2026-11-01"


@pytest.mark.parametrize(
    ("days", "phase"),
    [
        (-30, ""), (-8, ""), (-7, 0), (0, 0), (1, 1), (5, 1), (6, 2), (35, 2), (36, 3), (53, 3),
        (54, 4), (2000, 4),
    ],
)  # fmt: skip
def test_age_alone_puts_an_item_in_a_phase(days: int, phase: object) -> None:
    # mail-1 at 1, call-1 at 6, notice at 1 + 5 + 8 + 6 + 8 + 8 = 36, handover at 36 + 18 = 54
    as_of = date(2026, 11, 1) + timedelta(days=days)
    assert DUNNING_PHASE_BY_AGE(DUE, as_of) == phase


@pytest.mark.parametrize(
    ("as_of", "last_phase", "last_date", "phase"),
    [
        ("2026-12-25", 0, "", 1),
        ("2026-12-14", 1, "2026-12-10", ""),
        ("2026-12-15", 1, "2026-12-10", 2),
        ("2026-12-15", "call-1", "2026-12-07", 2),
        ("2026-12-08", 2, "2026-12-01", ""),
        ("2026-12-09", 2, "2026-12-01", 3),
        ("2026-11-20", 2, "2026-11-10", ""),  # its age does not allow a notice yet
        ("2026-10-25", 0, "", 0),
        ("2026-10-24", 0, "", ""),
        ("2026-11-01", 0, "", 0),  # the due date is still prevention
        ("2026-11-02", 0, "", 1),
        ("2026-11-02", "pre", "2026-10-25", 1),
        ("2026-11-01", "pre", "2026-10-25", ""),
        ("2026-12-06", 2, "2026-11-10", ""),  # 35 days late
        ("2026-12-07", 2, "2026-11-10", 3),  # 36
        ("2026-12-31", 4, "2026-12-01", ""),  # nothing is left
    ],
)
def test_the_phase_to_do_now(as_of: str, last_phase: object, last_date: str, phase: object) -> None:
    assert DUNNING_PHASE(DUE, as_of, last_phase, last_date) == phase


@pytest.mark.parametrize("nothing", [0, 0.0, None, "", "0", " "])
def test_an_empty_cell_means_that_nothing_was_sent(nothing: object) -> None:
    assert DUNNING_PHASE(DUE, "2026-12-25", nothing) == 1
    assert DUNNING_STEP(DUE, "2026-12-25", nothing, None) == "mail-1"


@pytest.mark.parametrize("last", [1, 1.0, "1", "mail-1", 4])
@pytest.mark.parametrize("blank", [None, "", 0])
def test_a_step_done_without_its_date_is_an_error(last: object, blank: object) -> None:
    answer = "#RELANCE : il manque la date de la dernière étape."
    assert DUNNING_PHASE(DUE, "2026-12-25", last, blank) == answer


@pytest.mark.parametrize("last", ["letter-9", 5, -1, 99])
def test_a_step_that_the_policy_lacks_is_an_error(last: object) -> None:
    answer = str(DUNNING_STEP(DUE, "2026-12-25", last, "2026-12-01"))
    assert answer.startswith("#RELANCE : Étape inconnue")


@pytest.mark.parametrize("status", [None, "", "open", "à régler", "A REGLER"])
def test_an_open_item_is_dunned(status: object) -> None:
    assert DUNNING_PHASE(DUE, "2026-12-25", status=status) == 1


@pytest.mark.parametrize(
    "status",
    [
        "litige", "suspendue", "rejetée", "cédée", "douteuse", "soldée", "promesse", "échéancier",
        "procédure collective", "transmise", "disputed",
    ],
)  # fmt: skip
def test_any_other_status_holds_every_step_and_says_so(status: str) -> None:
    row = (DUE, "2026-12-25", "", "", "", status)
    assert DUNNING_PHASE(DUE, "2026-12-25", status=status) == ""
    assert [f(*row) for f in (DUNNING_STEP, DUNNING_ACTION, DUNNING_NEXT_DATE)] == ["", "", ""]
    label = "litige" if status == "disputed" else status
    assert DUNNING_WHY(*row) == f"Statut « {label} » : aucune étape tant qu'il dure."


def test_an_unknown_status_is_an_error() -> None:
    answer = str(DUNNING_PHASE(DUE, "2026-12-25", status="payée ?"))
    assert answer.startswith("#RELANCE : Statut inconnu")


@pytest.mark.parametrize("regime", ["FR-B2C", "FR-PUB", "BE-B2B", "BE-B2C"])
def test_a_hand_over_waits_for_the_longest_notice_as_the_agenda_does(regime: str) -> None:
    # 15 days of notice after 7 at the post office are more than the step's own 15; then 3
    answer = DUNNING_NEXT_DATE(DUE, "2027-03-31", "notice", "2027-02-01", regime=regime)
    assert answer == date(2027, 2, 26)  # 1 February + 22 + 3


@pytest.mark.parametrize(
    ("last_step", "last_date", "step", "next_date"),
    [
        ("pre", "2026-10-25", "mail-1", "2026-11-02"),
        ("mail-1", "2026-11-02", "call-1", "2026-11-07"),
        ("call-1", "2026-11-07", "letter-1", "2026-11-15"),
        ("letter-1", "2026-11-15", "call-2", "2026-11-21"),
        ("call-2", "2026-11-21", "letter-2", "2026-11-29"),
        ("letter-2", "2026-11-29", "notice", "2026-12-07"),
        ("notice", "2026-12-07", "handover", "2026-12-25"),  # + 15 + 3
        ("handover", "2026-12-25", "", ""),
    ],
)
def test_each_step_comes_after_the_one_before(
    last_step: str, last_date: str, step: str, next_date: str
) -> None:
    day = date.fromisoformat(next_date) if next_date else ""
    assert DUNNING_STEP(DUE, "2026-12-31", last_step, last_date) == step
    assert DUNNING_NEXT_DATE(DUE, "2026-12-31", last_step, last_date) == day
    if isinstance(day, date):
        assert DUNNING_STEP(DUE, day, last_step, last_date) == step
        assert DUNNING_STEP(DUE, day - timedelta(days=1), last_step, last_date) == ""


@pytest.mark.parametrize(
    ("as_of", "day"),
    [("2026-10-01", "2026-10-25"), ("2026-10-25", "2026-10-25"), ("2026-11-02", "2026-11-02")],
)
def test_the_next_day_is_given_before_it_comes(as_of: str, day: str) -> None:
    assert DUNNING_NEXT_DATE(DUE, as_of) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("regime", "last_step", "last_date", "day"),
    [
        ("FR-B2C", "mail-1", "2026-11-02", "2026-11-09"),  # + 7
        ("FR-PUB", "mail-1", "2026-11-09", "2026-11-19"),  # + 10
        ("BE-B2B", "mail-1", "2026-11-02", "2026-11-08"),  # + 6
        ("BE-B2C", "letter-1", "2026-11-17", "2026-12-02"),  # + 15
        ("BE-B2C", "letter-1", "2026-11-10", "2026-12-02"),  # 31 days late: 1 + 7 + 8 + 15
    ],
)
def test_each_regime_has_its_own_delays(
    regime: str, last_step: str, last_date: str, day: str
) -> None:
    found = DUNNING_NEXT_DATE(DUE, "2026-11-18", last_step, last_date, regime=regime)
    assert found == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("profile", "day"),
    [
        ("", "2026-11-07"),  # + 5
        ("indéterminé", "2026-11-07"),
        ("oubli", "2026-11-11"),  # no call before 10 days late
        ("retardataire", "2026-11-05"),  # + 3
        ("difficulté", "2026-11-07"),
        ("à vérifier", "2026-11-07"),  # no short path before a person ticks it
    ],
)
def test_a_profile_moves_the_first_call(profile: str, day: str) -> None:
    found = DUNNING_NEXT_DATE(DUE, "2026-11-03", "mail-1", "2026-11-02", profile=profile)
    assert found == date.fromisoformat(day)


def test_an_unknown_profile_is_an_error() -> None:
    answer = str(DUNNING_STEP(DUE, "2026-12-25", profile="sympathique"))
    assert answer.startswith("#RELANCE : Valeur inattendue")


def test_an_action_is_said_in_words() -> None:
    assert DUNNING_ACTION(DUE, "2026-12-25") == ACTIONS["mail-1"]
    assert DUNNING_ACTION(DUE, "2026-12-07", 2, "2026-11-29") == ACTIONS["notice"]
    assert DUNNING_ACTION(DUE, "2026-10-01") == ""


@pytest.mark.parametrize(
    ("channel", "action"),
    [
        ("", ACTIONS["call-1"]),
        ("e-mail", ACTIONS["call-1"]),
        ("lettre", ACTIONS["call-1"]),
        ("téléphone", "Relancer par e-mail (le dernier contact était un appel)"),
        ("visite", "Relancer par e-mail (le dernier contact était un appel)"),
    ],
)
def test_the_other_channel_is_the_one_not_used_last(channel: str, action: str) -> None:
    assert DUNNING_ACTION(DUE, "2026-11-07", "mail-1", "2026-11-02", channel) == action


def test_a_public_buyer_gets_a_claim_and_no_formal_notice() -> None:
    # 30 days after the letter of 20 December: 19 January
    row = (DUE, "2027-01-20", "letter-1", "2026-12-20")
    assert DUNNING_ACTION(*row, regime="FR-PUB") == (
        "Réclamation à l'ordonnateur en recommandé (LRAR)"
    )
    assert DUNNING_WHY(*row, regime="FR-PUB") == (
        "Après « lettre de relance » du 20/12/2026, + 30 jours : « réclamation » à faire depuis le"
        " 19/01/2027."
    )
    assert DUNNING_ACTION(*row, regime="BE-PUB") == ACTIONS["notice"]


@pytest.mark.parametrize(
    ("as_of", "last_step", "last_date", "profile", "why"),
    [
        ("2026-12-25", "", "", "",
         "Échéance 01/11/2026, rien d'envoyé : « premier message » (J+1) à faire depuis le"
         " 02/11/2026."),
        ("2026-10-01", "", "", "",
         "Échéance 01/11/2026, rien d'envoyé : « rappel avant échéance » (J-7) à faire le"
         " 25/10/2026."),
        ("2026-11-01", "pre", "2026-10-25", "",
         "Échéance 01/11/2026 : « premier message » (J+1) à faire le 02/11/2026."),
        ("2026-12-09", "letter-2", "2026-12-01", "",
         "Après « lettre pressante » du 01/12/2026, + 8 jours : « mise en demeure » à faire"
         " depuis le 09/12/2026."),
        ("2026-12-24", "notice", "2026-12-07", "",
         "Après « mise en demeure » du 07/12/2026 (une cellule ne connaît pas la présentation),"
         " + 15 + 3 jours : « transmission » à faire le 25/12/2026."),
        ("2026-11-20", 2, "2026-11-10", "",
         "Échéance 01/11/2026 : « mise en demeure » demande 36 jours de retard, à faire le"
         " 07/12/2026."),
        ("2026-11-03", "mail-1", "2026-11-02", "oubli",
         "Échéance 01/11/2026, profil « oubli » : pas d'appel plus tôt, « premier appel » à"
         " faire le"
         " 11/11/2026."),
        ("2026-12-31", "handover", "2026-12-25", "",
         "Scénario fr-b2b : la dernière étape (« transmission ») a été faite le 25/12/2026."),
    ],
)  # fmt: skip
def test_the_rule_and_its_dates_are_said(
    as_of: str, last_step: object, last_date: str, profile: str, why: str
) -> None:
    assert DUNNING_WHY(DUE, as_of, last_step, last_date, profile=profile) == why


def test_the_rules_of_the_workbook_win() -> None:
    shipped = to_text([load("fr-b2b")])
    assert DUNNING_STEP(DUE, "2026-11-02", rules=shipped) == "mail-1"
    own = shipped.replace("mail-1,1,1,due,5,", "mail-1,1,3,due,5,")
    assert own != shipped
    assert DUNNING_STEP(DUE, "2026-11-03", rules=own) == ""
    assert DUNNING_STEP(DUE, "2026-11-04", rules=own) == "mail-1"
    assert DUNNING_PHASE_BY_AGE(DUE, "2026-11-03", rules=own) == ""
    assert DUNNING_STEP(DUE, "2026-11-03", regime="BE-B2B", rules=own) == "mail-1"


@pytest.mark.parametrize("rules", ["fr-b2b", "fr-b2b:", "fr-b2b:x", "a:b,c", 3.0, "|;,:"])
def test_rules_that_are_not_ours_are_refused(rules: object) -> None:
    assert str(DUNNING_PHASE(DUE, "2026-11-03", rules=rules)).startswith("#RELANCE : ")


@pytest.mark.parametrize("function", [DUNNING_PHASE, DUNNING_PHASE_BY_AGE, DUNNING_STEP])
@pytest.mark.parametrize("regime", [None, "", "FR"])
def test_a_blank_regime_is_refused(function: Callable[..., object], regime: object) -> None:
    answer = str(function(DUE, "2026-11-03", regime=regime))
    assert answer.startswith("#RELANCE : Régime inconnu ou vide")


LAST = st.sampled_from(["", "pre", "mail-1", "call-1", "letter-1", "letter-2", "notice", 1, 2, 3])
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(st.lists(st.tuples(DAYS, DAYS, LAST, DAYS), min_size=2, max_size=6))
def test_a_row_does_not_depend_on_its_neighbours(
    rows: list[tuple[date, date, object, date]],
) -> None:
    columns = [[[row[place]] for row in rows] for place in range(4)]
    for function in (DUNNING_PHASE, DUNNING_STEP, DUNNING_ACTION, DUNNING_NEXT_DATE, DUNNING_WHY):
        assert function(*columns) == [[function(*row)] for row in rows]


@given(DAYS, DAYS, LAST, DAYS)
def test_a_phase_a_step_and_its_day_tell_the_same_story(
    due: date, as_of: date, last: object, last_date: date
) -> None:
    row = (due, as_of, last, last_date)
    phase, step, day = DUNNING_PHASE(*row), DUNNING_STEP(*row), DUNNING_NEXT_DATE(*row)
    assert (phase == "") == (step == "") == (DUNNING_ACTION(*row) == "")
    if step:
        assert isinstance(day, date)
        assert day <= as_of
        assert load("fr-b2b").step(str(step)).phase == phase  # type: ignore[union-attr]
        assert phase == 0 or phase <= DUNNING_PHASE_BY_AGE(due, as_of)  # type: ignore[operator]
    elif day:
        assert day > as_of  # type: ignore[operator]
