"""Where LibreOffice comes from: apt's own source, its suite changed."""

import pytest
from tests.tools.debian_office import backports, codename

STANZAS = """Types: deb
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://mirror.example/debian-security
Suites: bookworm-security
Components: main
"""


def test_the_suite_of_a_stanza_is_changed_and_nothing_else() -> None:
    assert backports(STANZAS, "bookworm") == (
        "Types: deb\nURIs: http://mirror.example/debian\nSuites: bookworm-backports\n"
        "Components: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n"
    )


def test_a_source_of_one_line_becomes_a_stanza() -> None:
    source = "# ours\ndeb http://mirror.example/debian bookworm main contrib\n"
    assert backports(source, "bookworm") == (
        "Types: deb\nURIs: http://mirror.example/debian\nSuites: bookworm-backports\n"
        "Components: main contrib\n"
    )


@pytest.mark.parametrize(
    "source",
    ["", "deb http://other.example/packages stable main\n", STANZAS.replace("bookworm", "trixie")],
)
def test_what_is_none_of_this_release_gives_nothing(source: str) -> None:
    assert backports(source, "bookworm") == ""


def test_only_debian_has_these_backports() -> None:
    assert codename("ID=debian\nVERSION_CODENAME=bookworm\n") == "bookworm"
    assert codename("ID=ubuntu\nVERSION_CODENAME=noble\n") == ""
