"""Whether two names are one firm's: accents, case, « & », punctuation and legal form aside.

>>> name_key("S.A.R.L. Menuiserie Dupré & Fils")
(('menuiserie', 'dupre', '&', 'fils'), frozenset({'sarl'}))
>>> is_same("Menuiserie Dupre et Fils", "MENUISERIE DUPRÉ & FILS, SARL")
True
>>> is_same("Dupré SARL", "Dupré SAS")
False
"""

import re
from functools import lru_cache

from .vocabulary import MEMO, fold, words

Key = tuple[tuple[str, ...], frozenset[str]]  # the words of a name in order, its legal forms
_WORD = re.compile(r"[^\W_]+|&")


@lru_cache(MEMO)
def name_key(name: str) -> Key:
    """Return what a name says, and the legal forms in it."""
    read = _WORD.findall(fold(name).replace(".", "").replace("+", "&"))
    forms, joining = words("names", "forms"), words("names", "and")
    said = tuple("&" if word in joining else word for word in read if word not in forms)
    return said, frozenset(word for word in read if word in forms)


def is_same(one: str, other: str) -> bool:
    """Tell whether two names may be one firm's: two legal forms are two firms."""
    (said, forms), (others, other_forms) = name_key(one), name_key(other)
    return bool(said) and said == others and (forms == other_forms or not (forms and other_forms))
