"""From markup to the body of a Word document, with tags in docxtpl's dialect."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from .markup import HELD, Column, Element, Paragraph, Row, Table, Tag, without_code

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
    HELD: "SignatureSpace",
}
LOOKS = {"factures": "Factures", "fiche": "Fiche"}
TWIPS = 1440 / 25.4  # a millimetre, in twentieths of a point
TALL = {"tall": 540, "signed": 1020}  # height of a row to write or to sign in, in twips
MIDDLE = '<w:vAlign w:val="center"/>'
SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EEF2F8"/>'
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
CODE_COLUMN = 29  # mm: the code with its white, and the margins of the cell
CODE_ROW = 360  # height of a row beside a code, in twips: four rows are as high as the code
CODE_SIDE = 24 * 36_000  # of the picture, in the units of drawings: 36,000 a millimetre
CODE = (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    f'<wp:extent cx="{CODE_SIDE}" cy="{CODE_SIDE}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
    '<wp:docPr id="1" name="QR" descr="{field}"/><wp:cNvGraphicFramePr>'
    '<a:graphicFrameLocks xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:nvPicPr><pic:cNvPr id="1" name="qr.png"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="rId7"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{CODE_SIDE}" cy="{CODE_SIDE}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing>"
)
# Kept with what follows, like a total: a note about a table never stands alone on the next page.
SPACE = '<w:p><w:pPr><w:pStyle w:val="TableSpace"/><w:keepNext/></w:pPr></w:p>'
KEPT = "<w:keepNext/>"
# An amount takes the blank on its left too: eight figures and its sign stay on one line. A text
# that has a neighbour takes the blank on its right: the neighbour keeps the distance.
WIDE = '<w:tcMar><w:left w:w="0" w:type="dxa"/></w:tcMar>'
CLOSE = '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>'


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
    more = KEPT if element.style == HELD else FRAMES.get(element.style, "")
    return _styled(STYLES[element.style], bullet + _runs(element.text), more)


def _styled(style: str, runs: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>'


def _runs(text: str, *, bold: bool = False) -> str:
    """Return a text as runs; `**` turns bold on and off."""
    runs = []
    for place, piece in enumerate(text.split("**")):
        weight = "<w:rPr><w:b/><w:bCs/></w:rPr>" if bold or place % 2 else ""
        if piece:
            runs.append(f'<w:r>{weight}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>')
    return "".join(runs)


def _table(table: Table) -> str:
    """Return a table; one beside a QR code is there twice, since a letter may have no code."""
    if not table.code:
        return _grid(table, [column.width for column in table.columns])
    *first, last = (column.width for column in table.columns)
    beside = _grid(table, [*first, last - CODE_COLUMN, CODE_COLUMN], kept=True)
    alone = _grid(without_code(table), [*first, last], kept=True)
    tags = (f"{{% if {table.code} %}}", "{% else %}", "{% endif %}")
    opening, other, closing = (_tag(Tag(text), None, None) for text in tags)
    return f"{opening}\n{beside}\n{other}\n{alone}\n{closing}"


def _grid(table: Table, millimetres: Sequence[int], *, kept: bool = False) -> str:
    """Return a table with some widths; `kept` with what follows, as those of a payment are."""
    widths = [round(width * TWIPS) for width in millimetres]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    shown = [row for row in table.rows if isinstance(row, Row)]
    short = not any(isinstance(row, Tag) and "for " in row.text for row in table.rows)
    rows = "\n".join(
        _tag_row(row, widths)
        if isinstance(row, Tag)
        else _row(
            row, table, widths, first=row is shown[0],
            kept=kept or row.kind == "total" or (short and row is not shown[-1]),
        )
        for row in table.rows
    )  # fmt: skip
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{LOOKS[table.look]}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>\n{rows}\n</w:tbl>{SPACE}"
    )


def _tag_row(tag: Tag, widths: list[int]) -> str:
    text = _styled("TableText", _runs(tag.text.replace("{%", "{%tr", 1)))
    span = f'<w:tcW w:w="{sum(widths)}" w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/>'
    return f"<w:tr><w:tc><w:tcPr>{span}</w:tcPr>{text}</w:tc></w:tr>"


def _row(row: Row, table: Table, widths: list[int], *, first: bool, kept: bool) -> str:
    """Return a row; a table without a loop is short, and stays whole by its rows' being kept."""
    properties = "<w:cantSplit/>"
    height = CODE_ROW if table.code else TALL.get(row.kind, 0)
    if height:
        properties += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    if row.kind == "heading":
        properties += "<w:tblHeader/>"
    cells = "".join(
        _cell(text, column, width, row.kind, more, kept=kept)
        for text, column, width, more in zip(
            row.cells, table.columns, widths, _margins(table), strict=False
        )
    )
    if table.code:
        cells += _code_cell(table.code, widths[-1], first=first)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _margins(table: Table) -> list[str]:
    """Return what more is said of the cells of a row, column by column."""
    place = MIDDLE if table.code else ""
    near = CLOSE if table.look == "factures" else ""
    *before, last = table.columns
    return [(WIDE if one.amount else near) + place for one in before] + [
        (WIDE if last.amount else "") + place
    ]


def _cell(text: str, column: Column, width: int, kind: str, more: str, *, kept: bool) -> str:
    strong = kind in ("heading", "total")
    style = "TableAmount" if column.amount else "TableText"
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{SHADE if strong else ""}'
    properties += more
    inside = _styled(style, _runs(text, bold=strong), KEPT if kept else "")
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def _code_cell(field: str, width: int, *, first: bool) -> str:
    """The cell of the QR code, one over all rows."""
    merged = '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"
    shown = f"<w:r>{CODE.format(field=field)}</w:r>" if first else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{merged}{MIDDLE}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_styled('TableCode', shown)}</w:tc>"
