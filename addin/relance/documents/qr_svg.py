"""A QR code as a drawing: sharp at any size, the same text for the same code."""

from collections.abc import Sequence
from itertools import groupby

QUIET = 4  # modules left white around a code, by the standard of QR codes


def svg(matrix: Sequence[Sequence[bool]]) -> str:
    """Return a code as SVG: each dark run a stroke as thick as a module, its quiet zone around."""
    side = len(matrix) + 2 * QUIET
    path = "".join(_row(row, top) for top, row in enumerate(matrix, start=QUIET))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path stroke="#000" d="{path}"/></svg>'
    )


def _row(row: Sequence[bool], top: int) -> str:
    """Move to the row, then draw its dark runs and pass over the others."""
    found = f"M{QUIET} {top}.5"
    for dark, run in groupby(row):
        width = len(list(run))
        found += f"h{width}" if dark else f"m{width} 0"
    return found
