"""What Excel refuses, as an error of ours: a reason code and a place.

Reasons: unsaved, date1904, read_only, protected, excel_busy, excel_refused, half_written,
not_as_written, not_saved, no_macro, no_such_name, row_outside, rows_below, totals_row, sheet_full.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from traceback import walk_tb

from ...core.errors import BookError

# COM numbers of "not now": a call rejected or to be tried later, and a cell being edited.
_BUSY = {-2147418111, -2147417846, -2146777998}
_NUMBER_WITHIN = 5  # where Excel's own number stands in what pywin32 tells
# pywin32 first asks for the number of a name. When that question is rejected, it raises as if the
# object had no such property, nothing to count through and nothing to call.
_NO_MEMBER = ("This object does not", "This dispatch object does not")


def reason_of(error: Exception) -> str | None:
    """Return the reason code of an error that Excel raised; None for any other error.

    pywin32 exists on Windows only: its errors are known by their number (`hresult`).
    """
    if type(error).__name__ == "ExcelBusyError" or _is_unanswered(error):  # the first of xlwings
        return "excel_busy"
    number = getattr(error, "hresult", None)
    if not isinstance(number, int):
        return None
    within = getattr(error, "excepinfo", None)
    own = within[_NUMBER_WITHIN] if within else None
    return "excel_busy" if {number, own} & _BUSY else "excel_refused"


def _is_unanswered(error: Exception) -> bool:
    """Tell whether pywin32 took a busy Excel for an object without that member."""
    if isinstance(error, TypeError):
        return str(error).startswith(_NO_MEMBER)
    return isinstance(error, AttributeError) and _raised_in(error).startswith("win32com.")


def _raised_in(error: Exception) -> str:
    """Return the module that raised an error."""
    frames = [frame for frame, _ in walk_tb(error.__traceback__)]
    return str(frames[-1].f_globals.get("__name__", "")) if frames else ""


def refusal(path: str, reason: str, detail: str = "") -> BookError:
    """Return the error to raise: `reason` is a code, `detail` a sheet, a cell or a name."""
    return BookError(path=path, reason=reason, detail=detail)


@contextmanager
def asking(path: str, detail: str = "", refused: str = "excel_refused") -> Iterator[None]:
    """Turn what Excel refuses meanwhile into a BookError.

    Args:
        path: the workbook.
        detail: what is being asked for.
        refused: the reason when Excel is not just busy.
    """
    try:
        yield
    except Exception as error:
        reason = reason_of(error)
        if reason is None:
            raise
        raise refusal(path, refused if reason == "excel_refused" else reason, detail) from error


@contextmanager
def not_needed() -> Iterator[None]:
    """Go on when Excel refuses: for what is only shown."""
    with suppress(BookError), asking(""):
        yield
