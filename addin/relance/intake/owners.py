"""Whose row it is: from its own cells, from a row above that names a debtor, or from a title."""

from collections.abc import Sequence

from .evidence import cell
from .grid import Grid, filled
from .layout import Layout, title_key
from .parties import NOBODY, Party, named_account, split_party
from .reader import identifier
from .vocabulary import fold, words


def own_party(layout: Layout, cells: Sequence[object]) -> Party:
    """Return the debtor that an item names itself, NOBODY when its cells are blank."""
    if layout.mixed:
        return NOBODY
    return _cells_party(layout, cells)


def _cells_party(layout: Layout, cells: Sequence[object]) -> Party:
    debtor, name = layout.at("debtor"), layout.at("name")
    code = identifier(cell(cells, debtor)) if debtor >= 0 else ""
    return code, " ".join(layout.text(cells, "name").split()) if name >= 0 else ""


def group_party(layout: Layout, cells: Sequence[object]) -> Party:
    """Return the debtor that a row above its items names, NOBODY when it is only a note.

    The name stands in the columns of debtors; without such columns, in the leading one; a text
    that begins with "Compte :" counts anywhere.
    """
    places = filled(cells)
    texts = [str(cells[at]).strip() for at in places if isinstance(cells[at], str)]
    for at, text in enumerate(texts):
        if rest := named_account(text):
            code, name = split_party(f"Client : {rest}")
            return code, name or "".join(texts[at + 1 : at + 2])
    if not layout.mixed:
        code, name = _cells_party(layout, cells)
        if code and name:
            return code, name
        if code or name:
            return _lone(code or name)
    first = layout.number if layout.mixed else min(layout.columns.values(), default=0)
    if places and places[0] <= first and texts:
        return _lone(texts[0])
    return NOBODY


def is_detail(party: Party, above: Party) -> bool:
    """Tell whether a row under a debtor's name is its address or telephone, not another debtor.

    Args:
        party: what the row would name.
        above: the debtor of the row above, which has no item yet.
    """
    code, name = party
    if code or not name:
        return bool(code) and not name and _is_contact(code)
    return bool(above[0]) or name[0].isdigit() or _is_contact(name)


def _is_contact(text: str) -> bool:
    folded = fold(text)
    return "@" in text or any(
        folded.startswith(word) and folded[len(word) :].lstrip()[:1] in (*":.+0123456789", "")
        for word in words("rows", "detail")
    )


def _lone(text: str) -> Party:
    """Return what a lone text says of a debtor: code and name, a code alone, or a name."""
    code, name = split_party(text)
    if not code and " " not in name and any(char.isdigit() for char in name):
        return name, ""
    return code, name


def above_header(grid: Grid, layout: Layout) -> Party:
    """Return the debtor that a title names outright: "Client : CL001 - Hardy"."""
    for _, cells in grid.rows[: layout.header.at]:
        for at in filled(cells):
            rest = named_account(str(cells[at]))
            party = split_party(f"Client : {rest}") if rest else NOBODY
            if party[0]:
                return party
    return NOBODY


def above_items(grid: Grid, layout: Layout) -> Party:
    """Return what the last row above the header may name, when each debtor has its own header."""
    for _, cells in reversed(grid.rows[: layout.header.at]):
        if filled(cells):
            return _lone(str(cells[filled(cells)[0]]).strip()) if title_key(cells) else NOBODY
    return NOBODY
