"""What is refused about a workbook file: one error class, a reason code and a detail.

Reasons: missing, empty, not_a_workbook, encrypted, old_xls, xlsb, truncated, damaged, too_large,
zip_bomb, duplicate_parts, signed, strict_ooxml, date1904, dtd, utf16, encoding, unusual_xml,
bad_value, text_too_long, date_before_1900, no_styles, no_such_name, row_outside, rows_below,
totals_row, sheet_full, formula, disk_full, permission, held, io, columns_right,
heading_taken, no_headings, name_taken, sheet_taken, no_labels.
"""

import errno
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.parsers.expat import ExpatError

from ...core.errors import BookError

# Everything that a hostile or broken file makes the standard library raise.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ExpatError,
    SyntaxError,  # ElementTree's ParseError
    EOFError,
    RuntimeError,
    ValueError,
    LookupError,
    ArithmeticError,
)

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


def refusal(path: Path, reason: str, detail: str = "") -> BookError:
    """Return the error to raise: `reason` is a code, `detail` a part, a cell or a name."""
    return BookError(path=str(path), reason=reason, detail=detail)


def disk_refusal(path: Path, error: OSError) -> BookError:
    """Return the error for a failure of the disk."""
    if error.errno in _FULL:
        return refusal(path, "disk_full")
    if error.errno in _DENIED:
        return refusal(path, "permission")
    return refusal(path, "io", error.strerror or "")


@contextmanager
def reading(path: Path, detail: str) -> Iterator[None]:
    """Turn whatever a broken part raises into a BookError that names the part."""
    try:
        yield
    except DAMAGE as error:
        raise refusal(path, "damaged", detail) from error
