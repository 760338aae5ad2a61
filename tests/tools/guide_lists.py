"""The lists of the guide that the package knows: `python -m tests.tools.guide_lists` writes them.

Fields, mandatory statements and refused words, each between `<!-- name -->` and `<!-- fin -->` of
docs/guide/modeles.md.
"""

import sys
from collections.abc import Callable, Iterable, Mapping

from tests.tools.guide_page import GUIDE

from relance.documents.mandatory import ALL, Statement, statements
from relance.wording.letter_fields import FIELDS
from relance.wording.letter_words import FIRST_REMINDER, REFUSED

TEXT = GUIDE / "modeles.md"
WIDTH = 150


def fields() -> str:
    """Return the table of every field."""
    rows = (f"| `{name}` | {meaning} |" for name, meaning in FIELDS.items())
    return "\n".join(("| Champ | Ce qu'il dit |", "|---|---|", *rows))


def mandatory() -> str:
    """Return the table of what must stay in which letters, and why."""
    rows = (f"| {_letters(one)} | {_told(one)} | {one.because} |" for one in statements())
    return "\n".join(("| Dans | Ce qui doit y rester | Pourquoi |", "|---|---|---|", *rows))


def _letters(one: Statement) -> str:
    if ALL in one.letters:
        besides = ", ".join(f"`{name}`" for name in one.besides)
        return f"tous, sauf {besides}" if besides else "tous"
    return ", ".join(f"`{name}`" for name in one.letters)


def _told(one: Statement) -> str:
    told = ", ".join(f"`{name}`" for name in one.fields)
    if one.phrases:
        told = f"« {one.phrases['fr'][0]} »"
    when = " et ".join(f"`{name}`" for name in sorted(one.when))
    when += "".join(f"non `{name}`" for name in sorted(one.unless))
    told = f"{told}, quand {when}" if when else told
    told = f"{told} (lettre)" if one.paper else told
    return f"{told} (conseil)" if one.advice else told


def words() -> str:
    """Return the refused words of French."""
    return "\n".join(_filled(f"  « {word} »" for word in (*REFUSED["fr"], *FIRST_REMINDER["fr"])))


def _filled(pieces: Iterable[str]) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        if lines and len(lines[-1]) + len(piece) < WIDTH:
            lines[-1] += f",{piece[1:]}"
        else:
            lines += [piece]
    return [f"{line}," for line in lines[:-1]] + [f"{lines[-1]} (gardé au premier rappel belge)."]


LISTS: Mapping[str, Callable[[], str]] = {"champs": fields, "mentions": mandatory, "mots": words}


def text() -> str:
    """Return the text of the guide with its lists as they should be."""
    found = TEXT.read_text("utf-8")
    for name, made in LISTS.items():
        start, end = f"<!-- {name} -->\n", "\n<!-- fin -->"
        before, _, after = found.partition(start)
        assert after, name
        found = before + start + made() + end + after.partition(end[1:])[2]
    return found


if __name__ == "__main__":
    TEXT.write_text(text(), "utf-8", newline="\n")
    sys.exit(0)
