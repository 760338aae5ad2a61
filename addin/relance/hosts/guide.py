"""Where the user's guide is: installed with the package, or beside it in a checkout."""

from pathlib import Path

PACKAGE = Path(__file__).parents[1]
PLACES = (PACKAGE / "guide", PACKAGE.parents[1] / "docs" / "guide")


def guide_folder() -> str:
    """Return the folder of the guide, "" when it is not there."""
    return next((str(place) for place in PLACES if place.is_dir()), "")
