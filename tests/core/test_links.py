"""The page where a debtor pays: over https, with the reference in its place."""

import pytest

from relance.core.links import is_payment_link, payment_link


@pytest.mark.parametrize(
    "link",
    [
        "https://pay.example",
        "https://pay.example/{reference}",
        "https://pay.example:8443/f?ref={reference}&langue=fr#payer",
    ],
)
def test_a_page_over_https_is_a_link(link: str) -> None:
    assert is_payment_link(link)


@pytest.mark.parametrize(
    "link",
    [
        "", "pay.example", "http://pay.example/", "javascript:alert(1)", "https://", "https://pay",
        "https://pay.example/a b", "https://pay.example/{montant}", "https://pay.example/\n",
        "https://banque.fr@pay.example/", "https://päy.example/", 'https://pay.example/"><b>',
        "https://[::1", "https://pay.example/" + "a" * 300, "ftp://pay.example/{reference}",
    ],
)  # fmt: skip
def test_anything_else_is_none(link: str) -> None:
    assert not is_payment_link(link)


@pytest.mark.parametrize(
    ("link", "reference", "page"),
    [
        ("", "C1 F1", ""),
        ("https://pay.example", "C1 F1", "https://pay.example"),
        ("https://pay.example/{reference}", "C1 F1", "https://pay.example/C1%20F1"),
        (
            "https://pay.example/?r={reference}", "+++090/9337/55493+++",
            "https://pay.example/?r=%2B%2B%2B090%2F9337%2F55493%2B%2B%2B",
        ),
    ],
)  # fmt: skip
def test_the_reference_is_written_as_addresses_write_it(
    link: str, reference: str, page: str
) -> None:
    assert payment_link(link, reference) == page
