"""From markup to the source of a typst document, with jinja's tags left in place.

Words and values stand in typst strings, never in its markup: nothing that a debtor is called or
an invoice is numbered can be read as a command. How a paragraph looks is in
`data/templates/typst/commun.typ`.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from ..wording.typography import unbroken
from .cleaning import clean
from .markup import Element, Paragraph, Row, Table, Tag, without_code
from .repair import TAG

FRAMED = ("expediteur", "destinataire")  # blocks that stand at a place of the page
TITLES = ("objet", "titre")
LABEL = re.compile(r"^\w+\s?:\s+")  # "Objet : "
TO_PAY = "{{ table.iban }}"  # in the table beside which the code to scan stands


def typst_value(value: object) -> object:
    """Make a value fit for a typst string."""
    cleaned = clean(value)
    return quoted(cleaned) if isinstance(cleaned, str) else cleaned


def quoted(text: str) -> str:
    r"""Return a text as it stands between the quotes of a typst string.

    >>> print(quoted('"a" \\ n° 1 : b').replace("\u00a0", "_"))
    \"a\" \\ n°_1_: b
    """
    return unbroken(text).replace("\\", "\\\\").replace('"', '\\"')


def document_title(elements: list[Element]) -> str:
    """Return what the document is about, as the inside of a typst string with its tags."""
    titles = (one for one in elements if isinstance(one, Paragraph) and one.style in TITLES)
    title = next(titles, Paragraph("", "")).text.replace("**", "")
    return as_string(LABEL.sub("", title))


def as_string(text: str) -> str:
    """Return a text with tags as the inside of a typst string."""
    return "".join(_pieces(text))


def typst_body(elements: list[Element]) -> str:
    """Return the elements as the content of a document."""
    around = zip([None, *elements], elements, [*elements[1:], None], strict=False)
    framed = [(_frame(one, before, after), one) for before, one, after in around]
    return "\n".join(
        _group(frame, [one for _, one in members])
        for frame, members in groupby(framed, key=lambda pair: pair[0])
    )


def _frame(one: Element, before: Element | None, after: Element | None) -> str:
    """The frame that an element is in; a tag is in the frame of what it opens or closes."""
    if isinstance(one, Tag):
        one = (before if one.text.startswith("{% end") else after) or one
    return one.style if isinstance(one, Paragraph) and one.style in FRAMED else ""


def _group(frame: str, members: list[Element]) -> str:
    inside = "\n".join(_element(one) for one in members)
    return f'#cadre("{frame}")[\n{inside}\n]' if frame else inside


def _element(element: Element) -> str:
    if isinstance(element, Tag):
        return element.text
    if isinstance(element, Table):
        return _payment(element) if _asks(element) else f"#{_table(element)}"
    return f'#p("{element.style}", {_content(element.text)})'


def _asks(table: Table) -> bool:
    rows = (row for row in table.rows if isinstance(row, Row))
    return any(TO_PAY in cell for row in rows for cell in row.cells)


def _payment(table: Table) -> str:
    """The lines of a payment, and the code to scan when there is one."""
    return (
        "{% if table.code_svg %}\n"
        f'#paiement("{{{{ table.code_svg }}}}", "{{{{ table.code_dit }}}}", {_table(table)})\n'
        "{% else %}\n"
        f"#{_table(without_code(table))}\n"
        "{% endif %}"
    )


def _content(text: str) -> str:
    """Return a text as one string, or as content when `**` turns bold on and off in it.

    A string is one text to typst, quicker to set than as many texts as it has values.
    """
    plain, *others = (f'"{as_string(run)}"' for run in text.split("**"))
    if not others:
        return plain
    runs = [f"g({run})" if place % 2 == 0 else run for place, run in enumerate(others)]
    shown = (run for run in (plain, *runs) if run != '""')  # each costs what a text costs
    return f"[{''.join(f'#{run};' for run in shown)}]"


def _pieces(text: str) -> Iterator[str]:
    """Cut a text into block tags as they are, values, and words as a typst string has them."""
    at = 0
    for tag in TAG.finditer(text):
        if at < tag.start():
            yield quoted(text[at : tag.start()])
        yield tag.group()
        at = tag.end()
    if at < len(text):
        yield quoted(text[at:])


def _table(table: Table) -> str:
    widths = ", ".join(str(column.width) for column in table.columns)
    sides = ", ".join("right" if column.amount else "left" for column in table.columns)
    rows = "\n".join(_row(row) for row in table.rows)
    return f'tableau("{table.look}", ({widths},), ({sides},),\n{rows}\n)'


def _row(row: Row | Tag) -> str:
    if isinstance(row, Tag):
        return row.text
    cells = ", ".join(_content(cell) for cell in row.cells)
    return f'rang("{row.kind}", {cells}),'
