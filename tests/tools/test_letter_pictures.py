"""The pictures of the documents: one of every kind and language, small, of what we write today."""

from tests.tools.letter_pictures import LARGEST, PICTURES
from tests.tools.letter_samples import documents, messages

from relance.documents.language import tongue_of
from relance.documents.render import template_name
from relance.documents.shipped import CALL_SHEET, LETTERS
from relance.wording.tongues import TONGUES


def test_every_kind_and_every_language_is_shown() -> None:
    shown = messages().values()
    assert {template_name(one) for one in shown} == {*LETTERS, CALL_SHEET}
    assert {tongue_of(one).code for one in shown} == set(TONGUES)
    assert "bordereau" in documents()


def test_each_document_has_a_small_picture() -> None:
    for name in documents():
        size = (PICTURES / f"{name}.png").stat().st_size
        assert 5_000 < size < LARGEST, name
