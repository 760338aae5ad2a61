"""The one list of verbs: complete, in order, worded twice, each with a key and a picture."""

import re
from itertools import groupby

import pytest
from tests.tools import tree

from relance.hosts.verbs import GROUPS, VERBS, Verb, verb
from relance.wording import verbs_en, verbs_fr
from relance.wording.verbs import LANGUAGES, Language, group, tab, words

PICTURES = (tree.ROOT / "tests/tools/images_mso.txt").read_text("utf-8").splitlines()
IMAGES = {line for line in PICTURES if not line.startswith("#")}
BY_GROUP = {
    "data": ["import", "check"],
    "today": ["stamp", "agenda", "preview", "run"],
    "selection": [
        "email",
        "call_sheet",
        "letter",
        "notice",
        "statement",
        "penalty_note",
        "thanks",
    ],
    "follow_up": [
        "slip",
        "pdf",
        "sent",
        "call",
        "promise",
        "payment",
        "dispute",
        "hold",
        "release",
        "reverse",
    ],
    "analysis": ["aged_balance"],
    "support": ["doctor", "upgrade", "guide"],
}
ids = pytest.mark.parametrize("one", VERBS, ids=lambda one: one.id)


def test_the_verbs_stand_in_their_groups_and_order() -> None:
    found = {name: [one.id for one in some] for name, some in groupby(VERBS, lambda v: v.group)}
    assert found == BY_GROUP
    assert tuple(found) == GROUPS


def test_a_verb_is_found_by_its_id_which_is_safe_in_a_command() -> None:
    assert [verb(one.id) for one in VERBS] == list(VERBS)
    assert all(re.fullmatch("[a-z_]+", one.id) for one in VERBS)


def test_no_two_verbs_do_the_same_or_look_the_same() -> None:
    for field in ("id", "image", "action", "keytip"):
        assert len({getattr(one, field) for one in VERBS}) == len(VERBS)


def test_a_key_never_waits_for_another() -> None:
    keys = [one.keytip for one in VERBS]
    assert all(re.fullmatch("[A-Z0-9]{1,3}", key) for key in keys)
    assert not [(a, b) for a in keys for b in keys if a != b and b.startswith(a)]


@ids
def test_office_has_the_picture_of_a_verb(one: Verb) -> None:
    assert one.image in IMAGES


@pytest.mark.parametrize("language", LANGUAGES)
@ids
def test_a_verb_is_worded_in_each_language(one: Verb, language: Language) -> None:
    found = words(one.id, language)
    assert 0 < len(found.label) <= 24  # wider ones break the ribbon
    assert 0 < len(found.screentip) <= 60
    assert found.supertip.endswith(".")
    assert len(found.supertip) <= 200


def test_nothing_else_is_worded() -> None:
    for language in (verbs_fr, verbs_en):
        assert set(language.VERBS) == {one.id for one in VERBS}
        assert set(language.GROUPS) == set(GROUPS)
    assert {tab("fr"), tab("en")} == {"Relances", "Reminders"}
    assert group("support", "fr") == "Aide"


def test_what_writes_documents_says_that_nothing_is_sent() -> None:
    assert "Rien n'est envoyé" in words("run", "fr").supertip
    assert "Nothing is sent" in words("run", "en").supertip


def test_a_button_that_a_dialog_names_has_that_label() -> None:
    labels = {words(one.id, "fr").label for one in VERBS}
    source = (tree.PACKAGE / "wording/sentences_clicks.py").read_text("utf-8")
    named = set(re.findall("« ([^»]*) »", re.sub(r'"\s+"', "", source)))
    assert {name for name in named if "{" not in name} <= labels
