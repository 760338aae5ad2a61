"""What a letter says of one invoice and of several: the noun, the verb and the pronoun agree."""

import re

import pytest

from relance.documents.mandatory import outcomes
from relance.documents.sample import full
from relance.documents.shipped import FRENCH_ALONE, LETTERS, named, shipped
from relance.documents.sources import sources
from relance.documents.template import compiled, parse
from relance.documents.words import said
from relance.wording.tongues import TONGUES

SEVERAL = {
    "fr": r"(?:ces|les|des) factures|factures (?:ci-dessus|échues|ouvertes)",
    "nl": r"(?:deze|die|de volgende|bovenstaande) facturen",
    "de": r"(?:diesen?|folgenden?|aufgeführten?) (?:\w+ )?Rechnungen",
    "en": r"(?:these|those|following|above) invoices",
}
NAMES = [
    (code, name)
    for code in TONGUES
    for name in LETTERS
    if code == "fr" or name not in FRENCH_ALONE
    # a note can be about invoices that were paid late and others that are open: two at least
    if name != "note-de-penalites"
]


@pytest.mark.parametrize(("code", "name"), NAMES)
def test_one_invoice_is_never_called_several(code: str, name: str) -> None:
    file = f"{named(name, code)}.txt"
    (part,) = sources(file, shipped(file))
    tree = parse(part.env, part.text)
    assert not hasattr(tree, "reason")
    ready = compiled(part.env, tree, file)
    fields = {**full(), "plusieurs": False, "reste_ouvert": False}
    one = next(row for row in fields["tables"])  # type: ignore[attr-defined]
    fields["tables"] = [{**one, "autres": one["autres"][:1]}]
    text = said(ready.render(fields))
    assert re.search(SEVERAL[code], text) is None
    assert list(outcomes(lambda more: said(ready.render(more))))  # with several it renders too
