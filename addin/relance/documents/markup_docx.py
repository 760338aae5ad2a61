"""From markup to the body of a Word document, with tags in docxtpl's dialect."""

from xml.sax.saxutils import escape

from .markup import Column, Element, Paragraph, Row, Table, Tag

STYLES = {
    "": "BodyText",
    "lie": "BodyTextKept",
    "expediteur": "EnvelopeReturn",
    "destinataire": "EnvelopeAddress",
    "date": "Date",
    "references": "References",
    "mention": "Mention",
    "objet": "Objet",
    "action": "Action",
    "titre": "Title",
    "intertitre": "Heading2",
    "puce": "ListBullet",
    "case": "Case",
    "note": "Note",
    "alerte": "Alerte",
    "formule": "Closing",
    "signature": "Signature",
    "signature_espace": "SignatureSpace",
}
LOOKS = {"factures": "Factures", "fiche": "Fiche"}
TWIPS = 1440 / 25.4  # a millimetre, in twentieths of a point
TALL = 540  # height of a row to write in, in twips
SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="E7ECF4"/>'
# Where a framed block stands on the page, in twentieths of a point from its top left corner: the
# whole width, so that no program lets the letter flow beside it. In the paragraph and not in its
# style alone: LibreOffice joins blocks that differ by style only.
FRAME = (
    '<w:framePr w:w="{width}" w:h="{height}" w:hRule="{rule}" w:hSpace="0" w:wrap="notBeside"'
    ' w:vAnchor="page" w:hAnchor="page" w:x="1134" w:y="{top}"/>'
)
FRAMES = {
    "expediteur": FRAME.format(width=9638, height=2155, rule="atLeast", top=850),  # from 15 mm
    # NF Z 10-011: window of 85 x 33 mm, 110 mm from the left (20 + the style's indent of 90 mm),
    # 55 mm from the top
    "destinataire": FRAME.format(width=9921, height=1871, rule="exact", top=3118),
}
SPACE = '<w:p><w:pPr><w:pStyle w:val="TableSpace"/></w:pPr></w:p>'


def body(elements: list[Element]) -> str:
    """Return the elements as the inside of `w:body`."""
    around = zip([None, *elements], elements, [*elements[1:], None], strict=False)
    return "\n".join(
        _tag(one, before, after) if isinstance(one, Tag) else _element(one)
        for before, one, after in around
    )


def _tag(tag: Tag, before: Element | None, after: Element | None) -> str:
    """A tag's own paragraph; in the frame of what it opens or closes, so that it is seen there."""
    beside = before if tag.text.startswith("{% end") else after
    style = beside.style if isinstance(beside, Paragraph) and beside.style in FRAMES else ""
    name = STYLES[style] if style else "Normal"
    return _styled(name, _runs(tag.text.replace("{%", "{%p", 1)), FRAMES.get(style, ""))


def _element(element: Paragraph | Table) -> str:
    if isinstance(element, Table):
        return _table(element)
    bullet = "<w:r><w:t>–</w:t></w:r><w:r><w:tab/></w:r>" if element.style == "puce" else ""
    frame = FRAMES.get(element.style, "")
    return _styled(STYLES[element.style], bullet + _runs(element.text), frame)


def _styled(style: str, runs: str, frame: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{frame}</w:pPr>{runs}</w:p>'


def _runs(text: str, *, bold: bool = False) -> str:
    """Return a text as runs; `**` turns bold on and off."""
    runs = []
    for place, piece in enumerate(text.split("**")):
        weight = "<w:rPr><w:b/><w:bCs/></w:rPr>" if bold or place % 2 else ""
        if piece:
            runs.append(f'<w:r>{weight}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>')
    return "".join(runs)


def _table(table: Table) -> str:
    widths = [round(column.width * TWIPS) for column in table.columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "\n".join(_row(row, table, widths) for row in table.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{LOOKS[table.look]}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>\n{rows}\n</w:tbl>{SPACE}"
    )


def _row(row: Row | Tag, table: Table, widths: list[int]) -> str:
    if isinstance(row, Tag):
        tag = _styled("TableText", _runs(row.text.replace("{%", "{%tr", 1)))
        span = f'<w:tcW w:w="{sum(widths)}" w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/>'
        return f"<w:tr><w:tc><w:tcPr>{span}</w:tcPr>{tag}</w:tc></w:tr>"
    properties = "<w:cantSplit/>"
    if row.kind == "tall":
        properties += f'<w:trHeight w:val="{TALL}" w:hRule="atLeast"/>'
    if row.kind == "heading":
        properties += "<w:tblHeader/>"
    cells = "".join(
        _cell(text, column, width, row.kind)
        for text, column, width in zip(row.cells, table.columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _cell(text: str, column: Column, width: int, kind: str) -> str:
    strong = kind in ("heading", "total")
    style = "TableAmount" if column.amount else "TableText"
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{SHADE if strong else ""}'
    inside = _styled(style, _runs(text, bold=strong))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"
