r"""Which character separates the fields of a text file: told by how regular the fields are.

>>> separators("Code;Nom;Solde\nC1;Hardy, Paul;1,50\n")[0]
';'
"""

import re
from collections import Counter

SEPARATORS = (";", "\t", ",", "|")  # the likelier first: it wins a tie
SAMPLE = 400  # lines
_DIRECTIVE = re.compile(r'\s*"?sep=(.)"?\s*', re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')


def declared(text: str) -> str:
    """Return the separator that Excel's first line `sep=;` declares, "" without one."""
    found = _DIRECTIVE.fullmatch(text.split("\n", 1)[0].strip("\r"))
    return found[1] if found else ""


def separators(text: str) -> tuple[str, ...]:
    """Return the separators a file may use, the likeliest first; empty when it has none."""
    if said := declared(text):
        return (said,)
    lines = [_QUOTED.sub("", line) for line in text.splitlines()[:SAMPLE] if line.strip()]
    scores = {mark: _regularity(lines, mark) for mark in SEPARATORS}
    ranked = sorted(SEPARATORS, key=lambda mark: -scores[mark])
    return tuple(mark for mark in ranked if scores[mark])


def _regularity(lines: list[str], mark: str) -> int:
    """Count the lines that have the commonest number of marks, times that number of fields."""
    counts = Counter(line.count(mark) for line in lines)
    counts.pop(0, None)
    return max((width * times for width, times in counts.items()), default=0)
