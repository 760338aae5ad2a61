"""The guide: the page that a click opens says what its texts say, in the words of the sheets."""

import re

from tests.tools import guide_lists, guide_page

from relance.documents.shipped import LETTERS, SHEETS
from relance.wording.labels import choices


def test_the_page_is_that_of_the_texts() -> None:
    assert guide_page.PAGE.read_text("utf-8") == guide_page.page(), (
        "python -m tests.tools.guide_page"
    )
    assert guide_page.main(["--check"]) == 0


def test_every_text_is_on_the_page_and_its_links_lead_somewhere() -> None:
    assert {path.stem for path in guide_page.GUIDE.glob("*.md")} == set(guide_page.TEXTS)
    page = guide_page.page()
    targets = re.findall(r'href="(?!https?:)([^"]+)"', page)
    assert set(targets) <= {f"#{name}" for name in guide_page.TEXTS}


def test_the_kinds_of_debtors_are_those_of_the_list() -> None:
    text = (guide_page.GUIDE / "prise-en-main.md").read_text("utf-8")
    found = re.search(r"\*\*Type\*\* de chacun \(([^)]*)\)", text)
    assert found is not None
    assert set(found[1].split(", ")) <= set(choices("debtor_kind"))


def test_the_lists_of_fields_statements_and_words_are_those_of_the_package() -> None:
    written = guide_lists.TEXT.read_text("utf-8")
    assert written == guide_lists.text(), "python -m tests.tools.guide_lists"
    for row in (guide_lists.fields(), guide_lists.mandatory(), guide_lists.words()):
        assert row in written


def test_every_template_is_named_with_what_it_is_for() -> None:
    text = guide_lists.TEXT.read_text("utf-8")
    assert set(re.findall(r"^\| `([a-z0-9-]+)` \| \S", text, re.MULTILINE)) >= {*LETTERS, *SHEETS}


def test_every_picture_of_the_guide_is_there() -> None:
    for path in guide_page.GUIDE.glob("*.md"):
        for picture in re.findall(r"\]\((\.\./pictures/[^)]+)\)", path.read_text("utf-8")):
            assert (path.parent / picture).is_file(), (path.name, picture)
