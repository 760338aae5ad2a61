"""Which encoding a file uses, told by its bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.intake.encoding import decode

FRENCH = "N° pièce;Échéance;Société Générée\r\nF1;01/10/2026;Élodie Dùmoulin, façades\r\n"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),  # no mark: the zeros tell
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "cp1252"),
        ("cp850", "cp850"),
        ("mac-roman", "mac-roman"),
    ],
)
def test_french_text_survives_each_encoding(written: str, read: str) -> None:
    decoded = decode(FRENCH.encode(written))
    assert decoded.text == FRENCH
    assert decoded.encoding == read
    assert decoded.lost == 0


def test_the_euro_sign_tells_latin_9_from_windows() -> None:
    assert decode("Reçu 12 €".encode("iso-8859-15")).encoding == "iso-8859-15"
    assert decode("Reçu 12 €".encode("cp1252")).encoding == "cp1252"


def test_a_no_break_space_in_an_amount_is_read_in_both_old_encodings() -> None:
    amount = "Total;1\u00a0845,20;échu"
    assert decode(amount.encode("cp1252")).text == amount
    assert decode(amount.encode("cp850")).text == amount


def test_utf_8_cut_in_a_letter_stays_utf_8_and_says_what_is_lost() -> None:
    decoded = decode(("é" * 20).encode()[:-1])
    assert (decoded.encoding, decoded.lost) == ("utf-8", 1)


def test_plain_ascii_is_utf_8() -> None:
    assert decode(b"a;b\n1;2\n").encoding == "utf-8"


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text(content: bytes) -> None:
    assert isinstance(decode(content).text, str)


def test_letters_among_accents_alone_are_small_rather_than_capital() -> None:
    """The same bytes are ÈÈÈ in Mac Roman, which nobody writes alone."""
    assert decode("ééé".encode("cp1252")).text == "ééé"


@given(st.text(alphabet="abcéèàçùôêîû ;0123456789\n", min_size=1).filter(lambda t: "é" in t))
def test_french_letters_never_turn_into_others(text: str) -> None:
    for encoding in ("utf-8", "cp1252"):
        assert decode(text.encode(encoding)).text == text
