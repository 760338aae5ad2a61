"""From markup to plain text, and to the HTML of an e-mail, with jinja's tags left in place."""

import re

from .markup import Element, Row, Table, Tag, without_code

PAPER_ONLY = ("expediteur", "destinataire", "date", "references", "mention", "objet",
              "signature_espace")  # fmt: skip
FONT = "font-family:Calibri,Arial,sans-serif"  # Outlook does not hand it down to tables
CELL = f"padding:5px 10px;border-bottom:1px solid #8a8a8a;font-size:14px;{FONT}"
# A number that somebody gave may be longer than its column: it is cut, and no amount pushed out.
NUMBERS = ";overflow-wrap:anywhere"
TEXT_STYLES = {"puce": "- {}", "note": "\n{}"}
HTML_STYLES = {
    "action": "margin:16px 0;padding:4px 0 4px 12px;border-left:4px solid #3b6fb5",
    "note": "margin:8px 0;font-size:12px",
    "puce": "margin:0 0 4px 16px",
    "intertitre": "margin:20px 0 6px;font-weight:bold",
    "titre": "margin:0 0 12px;font-size:18px;font-weight:bold",
    "signature": "margin:0",
}
PARAGRAPH = "margin:0 0 12px"


def plain_text(elements: list[Element], colon: str) -> str:
    """Return the elements as the template of a plain text; bold is left out.

    Args:
        elements: what to write.
        colon: what stands between a label and its value, in the language of the text.
    """
    return "".join(_text(element, colon) for element in elements)


def _text(element: Element, colon: str) -> str:
    if isinstance(element, Tag):
        return f"{element.text}\n"
    if isinstance(element, Table):
        return (
            "".join(_text_row(row, element.look, colon) for row in without_code(element).rows)
            + "\n"
        )
    if element.style in PAPER_ONLY:
        return ""
    line = TEXT_STYLES.get(element.style, "{}").format(element.text.replace("**", ""))
    return line + ("\n" if element.style == "signature" else "\n\n")


def _text_row(row: Row | Tag, look: str, colon: str) -> str:
    if isinstance(row, Tag):
        return f"{row.text}\n"
    cells = [cell.replace("**", "") for cell in row.cells]
    if row.kind == "total":
        cells = [cell for cell in cells if cell]
    return (colon if look == "fiche" else " | ").join(cells) + "\n"


def html_body(elements: list[Element]) -> str:
    """Return the elements as the inside of an HTML body: plain tables, styles in place."""
    return "\n".join(filter(None, (_html(element) for element in elements)))


def _html(element: Element) -> str:
    if isinstance(element, Tag):
        return element.text
    if isinstance(element, Table):
        return _html_table(element)
    if element.style in PAPER_ONLY:
        return ""
    style = HTML_STYLES.get(element.style, PARAGRAPH)
    bullet = "– " if element.style == "puce" else ""
    return f'<p style="{style}">{bullet}{_inline(element.text)}</p>'


def _inline(text: str) -> str:
    """Return a text with its bold; a bare & is written as HTML wants it."""
    safe = re.sub(r"&(?![a-z]+;)", "&amp;", text)
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", safe)


def _html_table(table: Table) -> str:
    rows = "\n".join(_html_row(row, table) for row in without_code(table).rows)
    width = ";width:100%" if table.look == "factures" else ""
    return (
        '<div style="margin:12px 0 16px"><table cellpadding="5" cellspacing="0" '
        f'style="border-collapse:collapse{width}">\n{rows}\n</table></div>'
    )


def _html_row(row: Row | Tag, table: Table) -> str:
    if isinstance(row, Tag):
        return row.text
    name = "th" if row.kind == "heading" else "td"
    weight = ";font-weight:bold" if row.kind in ("heading", "total") else ""
    cuts = [NUMBERS if table.look == "factures" else "", *[""] * (len(table.columns) - 1)]
    cells = "".join(
        f'<{name} style="{CELL}{weight}{cut};text-align:{"right" if column.amount else "left"}">'
        f"{_inline(text)}</{name}>"
        for text, column, cut in zip(row.cells, table.columns, cuts, strict=True)
    )
    return f"<tr>{cells}</tr>"
