"""Text that crosses into a sheet part and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.hosts.file.texts import (
    decode,
    encode,
    from_xml,
    is_spaced,
    joined_runs,
    to_xml,
)

SURROGATES = st.characters(exclude_categories=["Cs"])


@given(st.text(st.one_of(SURROGATES, st.sampled_from("_x0041\r\n\t<>&\"'\0\x1f\ufffe"))))
def test_every_text_comes_back(text: str) -> None:
    assert decode(encode(text)) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_every_attribute_comes_back(text: str) -> None:
    assert from_xml(to_xml(text)) == text


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("a<b&c>", b"a&lt;b&amp;c&gt;"),
        ("_x0041_", b"_x005F_x0041_"),  # reads as A without the escape
        ("_x41_", b"_x41_"),
        ("a\rb\n", b"a_x000D_b\n"),
        ("\x00\x0b\ufffe", b"_x0000__x000B__xFFFE_"),
        ("=1+1", b"=1+1"),
        ("\ud800", "\ufffd".encode()),  # half a character is no text
    ],
)
def test_a_text_is_written_as_excel_writes_it(text: str, raw: bytes) -> None:
    assert encode(text) == raw


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"&#233;&#xE9;&quot;&apos;", "éé\"'"),
        (b"a\r\nb\rc", "a\nb\nc"),  # XML turns line ends into one
        (b"_xD83D__xDE00_", "\U0001f600"),
        (b"_xD83D_", "\ufffd"),
    ],
)
def test_what_other_programs_write_is_read(raw: bytes, text: str) -> None:
    assert decode(raw) == text


@pytest.mark.parametrize("raw", [b"&nbsp;", b"\xff", b"&#99999999;"])
def test_what_is_no_xml_raises(raw: bytes) -> None:
    with pytest.raises((LookupError, ValueError, OverflowError)):
        decode(raw)


def test_runs_are_joined_and_phonetic_guides_left_out() -> None:
    bold = b"<r><rPr><b/></rPr><t>Du</t></r>"
    raw = bold + b'<r><t xml:space="preserve">pont </t></r><rPh sb="0"><t>x</t></rPh>'
    assert joined_runs(raw) == "Dupont "


@pytest.mark.parametrize("text", [" a", "a ", "a\nb", "a\tb", "a  b", " "])
def test_blanks_that_a_reader_could_drop_are_seen(text: str) -> None:
    assert is_spaced(text)
    assert not is_spaced("a b")
