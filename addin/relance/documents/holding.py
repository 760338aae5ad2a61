"""Rows of a Word table that stay on one page: a total is never alone at the top of the next.

How many rows a table has is known once a letter is rendered, so its rows are held together then:
all of a short table, the last two of a long one. A table counts when its heading row is repeated,
which is what tells a list from the lines of a form, also in a template edited in Word.
"""

import re

SHORT = 10  # rows, heading and total included, that one page holds together
TABLE, ROW, END = "<w:tbl>", "</w:tr>", "</w:tbl>"
LIST = "<w:tblHeader"
HELD = "<w:keepNext/>"
# The beginning of a paragraph's properties, up to where Word wants that one.
PLACE = re.compile(r"(<w:pPr>(?:<w:pStyle [^>]*/>)?)(?!<w:keepNext)")


def held(xml: str) -> str:
    """Return a document whose tables keep their rows together."""
    before, *tables = xml.split(TABLE)
    return TABLE.join([before, *(_held(one) if LIST in one else one for one in tables)])


def _held(table: str) -> str:
    *rows, after = table.partition(END)[0].split(ROW)
    first = 0 if len(rows) <= SHORT else len(rows) - 2
    kept = [PLACE.sub(rf"\1{HELD}", row) if first <= at < len(rows) - 1 else row
            for at, row in enumerate(rows)]  # fmt: skip
    return ROW.join([*kept, after]) + END + table.partition(END)[2]
