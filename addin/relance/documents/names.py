"""Names of files: safe on Windows, unique whatever the case, the same for the same document.

>>> file_name(date(2026, 11, 22), "mise-en-demeure", "Établissements Œuvré & Cie", "1F2E3D", "docx")
'2026-11-22_mise-en-demeure_etablissements-oeuvre-cie-1f2e3d.docx'
"""

import re
import unicodedata
from datetime import date

SLUG_LENGTH = 40
LONGEST = 120  # of a file's name, unless the folder leaves less
KEY_LENGTH = 6
# In front of the reference of what is no reminder, as NP- is of a penalty note's number: relevé de
# compte, remerciement, échéancier, accord de règlement, confirmation d'appel.
SERIES = {
    "statement": "RC-", "thanks": "RM-", "plan": "EC-", "settlement": "AR-", "confirmation": "CA-",
}  # fmt: skip
# What no accent can be taken off from.
LIGATURES = str.maketrans({
    "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "ı": "i",
})  # fmt: skip


def plain(text: str) -> str:
    """Return a text without accents nor ligatures, in ASCII; other letters are left out."""
    parts = unicodedata.normalize("NFKD", text.translate(LIGATURES))
    return parts.encode("ascii", "ignore").decode()


def slug(text: str, blank: str = "client") -> str:
    """Return a text as lower-case letters, digits and hyphens; `blank` when nothing is left."""
    words = re.sub(r"[^a-z0-9]+", "-", plain(text).lower()).strip("-")
    return words[:SLUG_LENGTH].strip("-") or blank


def file_name(
    day: date, label: str, debtor: str, key: str, ending: str, longest: int = LONGEST,
    terms: str = "",
) -> str:  # fmt: skip
    """Return the name of a document's file.

    Args:
        day: the document's day.
        label: what it is, e.g. `mise-en-demeure`.
        debtor: name of the debtor, as it is written.
        key: hexadecimal key of the document; its first 6 characters are kept.
        terms: hexadecimal digits that follow the key, "" for none.
        ending: `docx` or `eml`.
        longest: characters of the whole name; the debtor's name is cut for it.
    """
    before, after = f"{day:%Y-%m-%d}_{slug(label)}_", f"-{key[:KEY_LENGTH].lower()}{terms}.{ending}"
    left = max(longest - len(before) - len(after), 1)
    return f"{before}{slug(debtor)[:left].strip('-')}{after}"


def key_in(name: str) -> str:
    """Return the digits of key and terms in the name of a document of ours, "" in any other."""
    found = re.search(r"-([0-9a-f]{6,16})\.(?:docx|eml)$", name)
    return found[1] if found else ""


def reference_of(code: str, drafted_on: date | None, kind: str = "") -> str:
    """What the debtor quotes; "" when the day on which a document was drafted is not known.

    Args:
        code: the debtor's.
        drafted_on: the day of the document.
        kind: that of the document, or its step: several of a day go to one debtor.

    >>> reference_of("C1", date(2026, 11, 22)), reference_of("C1", date(2026, 11, 22), "plan")
    ('C1-20261122', 'EC-C1-20261122')
    """
    return f"{SERIES.get(kind, '')}{code}-{drafted_on:%Y%m%d}" if drafted_on else ""


def attachment_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return ASCII names for attached files, each once whatever the case."""
    taken: set[str] = set()
    found = []
    for name in names:
        stem, _, ending = re.split(r"[\\/]", name)[-1].rpartition(".")
        if not stem:
            stem, ending = ending, ""
        base = re.sub(r"[^A-Za-z0-9._-]+", "-", plain(stem)).strip("-.")[:SLUG_LENGTH] or "piece"
        end = re.sub(r"[^A-Za-z0-9]+", "", plain(ending))
        found.append(_untaken(base, f".{end}" if end else "", taken))
    return tuple(found)


def _untaken(base: str, end: str, taken: set[str]) -> str:
    """Return the first of base, base-2, base-3... that is free, and take it."""
    name, count = base + end, 1
    while name.lower() in taken:
        count += 1
        name = f"{base}-{count}{end}"
    taken.add(name.lower())
    return name
