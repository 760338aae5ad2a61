"""The look of the workbook: one accent, calm tints, and each cell format made once."""

from .schema import CellKind
from .xlsx import Format, Workbook

FONT = "Calibri"
ACCENT = "#1F5673"  # headers that the user fills, titles, links
ACCENT_TINT = "#EDF3F6"  # figure cards
COMPUTED = "#DCE5EA"  # headers of what Relance keeps
INK = "#1F2933"
INK_SOFT = "#66747F"
RULE = "#E1E7EB"
WHITE = "#FFFFFF"
PHASE_TINTS = ("#E3EEF6", "#E2F0E6", "#FBF2D5", "#FAE3D0", "#F3D8DB")
WARN_TINT = PHASE_TINTS[2]
BAD_TINT = PHASE_TINTS[4]
GOOD_TINT = PHASE_TINTS[1]
TAB_USER, TAB_OURS, TAB_SETTINGS = ACCENT, "#8FB3C4", "#B9C2C9"

NUMBER_FORMATS: dict[CellKind, str] = {
    "text": "@",  # identifiers stay text: 000123, 12E5
    "choice": "@",
    "flag": "@",
    "hash": "@",
    "date": "dd/mm/yyyy",
    "money": "#,##0.00",  # shown with the separators of the user's own Excel
    "rate": "0.00##%",
    "integer": "0",
}
WRAPPED: tuple[CellKind, ...] = ("text", "long_text", "choice")
_BASE: dict[str, object] = {"font_name": FONT, "font_size": 10, "font_color": INK}


class Styles:
    """The formats of one workbook; the same properties give the same format."""

    def __init__(self, workbook: Workbook) -> None:
        """Bind a workbook that is being written."""
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def of(self, **properties: object) -> Format:
        """Return the format of some properties over the base font."""
        wanted = {**_BASE, **properties}
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(wanted)
        return self._made[key]

    def tint(self, **properties: object) -> Format:
        """Return a conditional format, which changes only what is named."""
        return self._workbook.add_format(properties)

    def body(self, kind: CellKind, soft: bool = False) -> Format:
        """Return the format of a table's cells; `soft` where Relance fills beside the user."""
        return self.of(**_body(kind, soft), bottom=1, bottom_color=RULE)

    def column(self, kind: CellKind, soft: bool = False) -> Format:
        """Return the format of a whole column: as the cells, without rules under blank ones."""
        return self.of(**_body(kind, soft))

    def header(self, kind: CellKind, computed: bool) -> Format:
        """Return the format of a heading: dark where the user fills, light where Relance does."""
        return self.of(
            bold=True,
            font_color=ACCENT if computed else WHITE,
            bg_color=COMPUTED if computed else ACCENT,
            text_wrap=True,
            valign="vcenter",
            **_aligned(kind, "center"),
            right=1,
            right_color=WHITE,
        )


def _body(kind: CellKind, soft: bool) -> dict[str, object]:
    return {
        "num_format": NUMBER_FORMATS.get(kind, "General"),
        **_aligned(kind, "right"),
        "valign": "vcenter",
        "text_wrap": kind in WRAPPED,
        "font_color": INK_SOFT if soft or kind == "hash" else INK,
        "font_size": 8 if kind == "hash" else 10,
    }


def _aligned(kind: CellKind, numbers: str) -> dict[str, object]:
    """Dates and marks in the middle, amounts where asked, the rest left; never on the rule."""
    if kind in ("date", "flag", "integer"):
        return {"align": "center"}
    align = numbers if kind in ("money", "rate") else "left"
    return {"align": align} if align == "center" else {"align": align, "indent": 1}
