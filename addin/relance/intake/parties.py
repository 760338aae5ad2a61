"""Who the items belong to: codes and names of debtors, from cells, group rows and titles.

>>> split_party("Compte : 411CL001 - HARDY & FILS")
('411CL001', 'HARDY & FILS')
>>> split_party("CL002 - Jean-Paul"), split_party("Jean-Paul")
(('CL002', 'Jean-Paul'), ('', 'Jean-Paul'))
"""

import re
from collections.abc import Iterable

from .same_name import Key, name_key
from .vocabulary import fold, words

Party = tuple[str, str]  # code, name; blank when the file has none
NOBODY: Party = ("", "")
LEAST = 2  # debtors that must read alike before their names are cut

_LED = tuple(
    re.compile(rf"\s*(?P<word>{words})(?:\s+n[°ºo]\.?)?\s*(?P<mark>[:\-–]?)\s*(?P<rest>\S.*)")
    for words in (r"[^\W\d_]+\s+[^\W\d_]+", r"[^\W\d_]+")
)
_CODED = re.compile(r"(?P<code>(?=\S*\d)[\w./-]*\w)(?:\s+[-–|:]+\s*|\s*[|:]\s*)(?P<name>\S.*)")
_BARE = re.compile(r"(?P<code>(?=\S*\d)[\w./-]{3,})\s+(?P<name>[^\W\d].*)")
_ALONE = re.compile(r"(?=\S*\d)[\w./-]+")
_DASHED = re.compile(r"(?P<code>[\w./-]+)\s+[-–|]+\s+(?P<name>\S.*)")


def split_party(said: str) -> Party:
    """Return the code and the name that a text gives; the whole text is a name when unsure."""
    rest = named_account(said)
    if rest:
        for pattern in (_CODED, _BARE, _DASHED):
            if found := pattern.fullmatch(rest):
                return found["code"], found["name"].strip()
        return (rest, "") if _ALONE.fullmatch(rest) else ("", rest)
    found = _CODED.fullmatch(said.strip())
    return (found["code"], found["name"].strip()) if found else ("", said.strip())


def named_account(said: str) -> str:
    """Return what follows "Compte :" or "Client 411..." in a text, "" when it begins otherwise."""
    for led in _LED:
        found = led.fullmatch(said)
        if found and fold(found["word"]) in words("rows", "debtor"):
            rest = found["rest"].strip()
            coded = any(char.isdigit() for char in rest.split()[0])
            return rest if found["mark"] == ":" or coded else ""
    return ""


def split_bare(seen: Iterable[Party]) -> dict[Party, Party]:
    """Split "CL001 HARDY" into code and name when every lone name of a file reads so."""
    lone = {party for party in seen if party[1] and not party[0]}
    found = {party: _BARE.fullmatch(party[1]) for party in lone}
    if len(lone) < LEAST or not all(found.values()):
        return {}
    return {party: (one["code"], one["name"]) for party, one in found.items() if one}


class Parties:
    """Settles one code for each debtor of a file, whatever its rows say of them."""

    def __init__(self, seen: Iterable[Party]) -> None:
        """Learn from every (code, name) of the file, in its order.

        A name without a code takes the code that the file gives it elsewhere, else is its own
        code. A name that two codes share tells neither.
        """
        self._names: dict[str, str] = {}
        self._codes: dict[Key, str] = {}
        self.clashes: dict[str, tuple[str, ...]] = {}
        for code, name in dict.fromkeys(seen):
            if code:
                self._learn(code, name)

    def _learn(self, code: str, name: str) -> None:
        known = self._names.get(code, "")
        if name and known and fold(name) != fold(known):
            self.clashes[code] = (*self.clashes.get(code, (known,)), name)
        self._names[code] = known or name
        if name:
            key = name_key(name)
            shared = self._codes.get(key, code) != code
            self._codes[key] = name if shared else code

    def code(self, party: Party) -> str:
        """Return the code of a debtor, "" for nobody."""
        code, name = party
        if code or not name:
            return code
        return self._codes.setdefault(name_key(name), name)

    def name(self, code: str) -> str:
        """Return the name of a debtor; a debtor known by name only is its own code."""
        return self._names.get(code, "") or code
