"""Which styles show a date."""

import pytest

from relance.hosts.file.styles import Look, Styles

PART = (
    b'<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>'
    b'<numFmt numFmtId="165" formatCode="#,##0.00&quot; d&quot;"/></numFmts>'
    b'<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>'
    b'<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164" fontId="1"/>'
    b'<xf numFmtId="165" borderId="2" applyNumberFormat="0"><alignment wrapText="1"/></xf>'
    b'<xf numFmtId="20"/></cellXfs></styleSheet>'
)


def test_the_styles_of_days_are_known_by_their_place() -> None:
    assert Styles(PART).dates == {1}
    assert Styles(b"").dates == set()


def test_a_style_that_shows_no_date_gets_a_twin_that_does() -> None:
    styles = Styles(PART)
    assert styles.dated(1, moment=False) == 1
    assert not styles.changed
    assert styles.dated(2, moment=False) == styles.dated(2, moment=False) == 4
    assert styles.dated(2, moment=True) == 5
    assert styles.dates == {1, 4, 5}
    assert b'<cellXfs count="6">' in styles.part
    twin = b'<xf numFmtId="14" borderId="2" applyNumberFormat="1"><alignment wrapText="1"/></xf>'
    assert styles.part.count(twin) == 1
    assert styles.part.endswith(b"</cellXfs></styleSheet>")
    assert Styles(styles.part).dates == {1, 4, 5}


def test_a_twin_that_is_there_already_is_taken() -> None:
    ready = b'<xf numFmtId="14" applyNumberFormat="1"/>'
    styles = Styles(PART.replace(b"</cellXfs>", ready + b"</cellXfs>"))
    assert styles.dated(0, moment=False) == 4
    assert not styles.changed


def test_a_built_in_format_may_be_defined_anew() -> None:
    styles = Styles(PART.replace(b'numFmtId="164"', b'numFmtId="14"').replace(b"dd/mm/yyyy", b"0"))
    assert styles.dates == set()


def test_an_unknown_style_is_an_error() -> None:
    with pytest.raises(LookupError):
        Styles(PART).dated(9, moment=False)


def test_a_style_tells_how_its_text_is_set() -> None:
    part = (
        b'<styleSheet><fonts count="3"><font><sz val="10"/></font><font/><font><b/>'
        b'<sz val="15"/><color/></font></fonts><cellXfs count="5"><xf fontId="0"/>'
        b'<xf fontId="2"><alignment indent="2" wrapText="true"/></xf>'
        b'<xf fontId="1"><alignment wrapText="0"/></xf><xf fontId="9"/></cellXfs></styleSheet>'
    )
    styles = Styles(part)
    assert styles.look(0) == Look()
    assert styles.look(1) == Look(wraps=True, indent=2, size=1.5)
    assert styles.look(2) == styles.look(3) == Look(size=1.1)  # 11 points when nothing is said
    assert styles.look(99) == Look()
    assert Styles(b"").look(0) == Look()
