"""A formula moved down: relative rows follow, texts, names and structured references stay.

>>> moved('SUM(A2:$B$2)&"A2"&tF[[#This Row],[A2]]', 3)
'SUM(A5:$B$2)&"A2"&tF[[#This Row],[A2]]'
"""

import re

_TOKEN = re.compile(
    r'"(?:[^"]|"")*"'  # text
    r"|'(?:[^']|'')*'"  # quoted sheet
    r"|\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\]"  # structured reference
    r"|(?<![\w.$])(?P<column>\$?[A-Z]{1,3})(?P<fixed>\$?)(?P<row>\d{1,7})(?![\w.(])"
    r"|(?<![\w.$])(?P<rows>\$?\d{1,7}:\$?\d{1,7})(?![\w.])"  # whole rows
)


def moved(formula: str, down: int) -> str:
    """Return the formula as Excel would fill it `down` rows lower; ValueError for whole rows."""

    def token(found: re.Match[str]) -> str:
        if found["rows"]:
            raise ValueError(formula)
        if not found["row"] or found["fixed"]:
            return found[0]
        return f"{found['column']}{int(found['row']) + down}"

    return _TOKEN.sub(token, formula)


def is_fixed(formula: str) -> bool:
    """Tell whether the formula reads the same on every row."""
    try:
        return moved(formula, 1) == formula
    except ValueError:
        return False
