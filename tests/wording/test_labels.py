"""Every code has one French label, and every label reads back to its code."""

import pytest

from relance.core.errors import BadArgumentError
from relance.core.records import (
    CHANNELS,
    DEBTOR_KINDS,
    ITEM_KINDS,
    OUTCOMES,
    PAYMENT_METHODS,
    PROFILES,
    STATUSES,
)
from relance.wording.labels import LABELS, choices, code, fold, label

RECORDS = {
    "item_kind": ITEM_KINDS,
    "debtor_kind": DEBTOR_KINDS,
    "status": STATUSES,
    "payment_method": PAYMENT_METHODS,
    "channel": CHANNELS,
    "profile": PROFILES,
    "outcome": OUTCOMES,
}


@pytest.mark.parametrize("family", RECORDS)
def test_each_code_of_the_records_has_a_label(family: str) -> None:
    assert set(RECORDS[family]) - {""} <= set(LABELS[family])


@pytest.mark.parametrize("family", LABELS)
def test_each_label_reads_back_to_its_code(family: str) -> None:
    assert {text: code(family, text) for text in LABELS[family].values()} == {
        text: found for found, text in LABELS[family].items()
    }


@pytest.mark.parametrize("family", LABELS)
def test_no_two_labels_of_a_family_read_the_same(family: str) -> None:
    folded = [fold(text) for text in choices(family)]
    assert len(set(folded)) == len(folded)


def test_accents_case_and_blanks_do_not_matter() -> None:
    assert code("status", "  REJETEE ") == "refused"
    assert code("debtor_kind", "À  préciser") == ""


def test_an_unknown_label_is_refused_with_its_family() -> None:
    with pytest.raises(BadArgumentError) as refused:
        code("status", "peut-être")
    assert refused.value.facts == {"argument": "status", "value": "peut-être"}


def test_an_unknown_code_shows_as_it_is() -> None:
    assert label("status", "inconnu") == "inconnu"
