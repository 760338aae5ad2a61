"""Where the user's guide is: installed with the package, or beside it in a checkout."""

from pathlib import Path

PACKAGE = Path(__file__).parents[1]
PLACES = (PACKAGE / "guide", PACKAGE.parents[1] / "docs" / "guide")
PAGE = "index.html"  # what any browser shows; its texts are beside it


def guide_page() -> str:
    """Return the page of the guide, "" when it is not there."""
    pages = (place / PAGE for place in PLACES)
    return next((str(page) for page in pages if page.is_file()), "")
