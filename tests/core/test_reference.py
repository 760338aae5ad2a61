"""Payment references: RF (ISO 11649) and the Belgian structured communication (OGM)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iso11649
from stdnum.be import ogm_vcs

from relance.core.errors import BadArgumentError, BadReferenceError
from relance.core.reference import make, ogm, rf


@pytest.mark.parametrize(
    ("number", "reference"),
    [
        ("539007547034", "RF18539007547034"),  # the example of the standard
        ("000123", "RF78000123"),  # 000123 RF00 -> 123271500 = 97 x 1270840 + 20; 98 - 20
        ("FA-2026/0012", "RF20FA20260012"),
        ("fa 2026 0012", "RF20FA20260012"),
    ],
)
def test_an_invoice_number_gives_its_rf_reference(number: str, reference: str) -> None:
    assert make(number) == reference


@pytest.mark.parametrize(
    ("number", "reference"),
    [
        ("0909337554", "+++090/9337/55493+++"),
        ("909337554", "+++090/9337/55493+++"),  # filled with zeros on the left
        ("97", "+++000/0000/09797+++"),  # 97 modulo 97 = 0, written 97
        ("0", "+++000/0000/00097+++"),
        ("FA 2026-0012", "+++002/0260/01210+++"),  # 20260012 = 97 x 208866 + 10
    ],
)
def test_the_figures_of_a_number_give_its_structured_communication(
    number: str, reference: str
) -> None:
    assert make(number, "OGM") == reference


@pytest.mark.parametrize(
    ("number", "kind"),
    [("", "RF"), ("-/-", "RF"), ("A" * 22, "RF"), ("", "OGM"), ("ABC", "OGM"), ("1" * 11, "OGM")],
)
def test_a_number_that_does_not_fit_is_refused(number: str, kind: str) -> None:
    with pytest.raises(BadReferenceError) as refused:
        make(number, kind)
    assert refused.value.facts == {"number": number, "kind": kind}


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(BadArgumentError):
        make("123", "QRR")


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", min_size=1, max_size=21))
def test_every_rf_made_is_valid_for_stdnum_too(number: str) -> None:
    reference = rf(number)
    assert iso11649.is_valid(reference)


@given(st.integers(0, 9_999_999_999))
def test_every_ogm_made_is_valid_for_stdnum_too(number: int) -> None:
    reference = ogm(str(number))
    assert ogm_vcs.is_valid(reference)
