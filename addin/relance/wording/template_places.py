"""Where a fault of a template stands, and what it is about, in a secretary's words."""

import re

QUOTED = 48  # signs of a paragraph's first words
WHOLE = 240  # of a sentence that is quoted as it stands
_PARTS = (
    (re.compile(r"word/header\d*\.xml"), "en-tête"),
    (re.compile(r"word/footer\d*\.xml"), "pied de page"),
    (re.compile(r"word/footnotes\.xml"), "note de bas de page"),
    (re.compile(r"word/endnotes\.xml"), "note de fin"),
    (re.compile(r"word/document\.xml"), "corps"),
)

# What jinja calls a construct -> what a person sees in the tag.
_CONSTRUCTS: dict[str, str] = {
    "call": "des parenthèses d'appel ( )",
    "callblock": "call",
    "getitem": "des crochets [ ]",
    "filter": "un filtre après |",
    "test": "un test après is",
    "assign": "set",
    "assignblock": "set",
    "fromimport": "from",
    "extends": "extends",
    "concat": "le signe ~",
    "dict": "des accolades de valeurs",
    "filterblock": "filter",
    **dict.fromkeys(("add", "sub", "mul", "div", "floordiv", "mod", "pow", "neg", "pos"), "calcul"),
}

LANGUAGE_NAMES = {"fr": "français", "nl": "néerlandais", "de": "allemand", "en": "anglais"}


def construct(name: str) -> str:
    """Return what a person sees of something that no template may hold."""
    return _CONSTRUCTS.get(name, name)


def in_part(part: str, row: int) -> str:
    """Return the part of a file: of a Word file its name, of a text its line."""
    known = (said for shape, said in _PARTS if shape.fullmatch(part))
    return next(known, f"ligne {row}")


def in_table(place: str, table: int, row: int, column: int) -> str:
    """Return a cell: its table in the part, its row and its column, as one counts them in Word."""
    within = "" if place == "corps" else f"{place}, "
    return f"{within}tableau {table}, ligne {row}, colonne {column}"


def quoted(place: str, words: str, longest: int = QUOTED) -> str:
    """Return a place with the first words of its paragraph, or with a sentence of it."""
    said = " ".join(words.split())
    if not said:
        return place
    short = said if len(said) <= longest else said[:longest].rsplit(" ", 1)[0] + "..."
    return f"{place}, « {short} »"
